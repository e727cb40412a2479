//! The pages for people: search, meetings, people, statements. Work without scripts.
//!
//! In: a GET. Out: HTML in Danish, whatever was asked: what cannot be read is told beside the form
//! that keeps it. Deliberately absent: markup and texts (`print::html`).

use std::io::{self, Write};
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::api::reference;
use super::parameters::{LIST, Pairs, Refusal, SEARCH, lenient};
use super::problem::Problem;
use super::serve::apart;
use super::site::Site;
use crate::print::html::{self, Instead, Outcome, words as texts};
use crate::{Archive, Clause, Filter, Limit, QueryError, Question, Shown, Typed};

/// Hits on a page: what a reader goes through before asking better. No source.
const PAGE: usize = 20;
/// Most hits on a page, whatever the address says.
const MAX_PAGE: usize = 200;
/// Words of a question that are each tried alone when all of them find nothing.
const MAX_TRIED: usize = 5;

/// A page and its status.
type Page = (StatusCode, Vec<u8>);

/// The routes of the pages and of what belongs to them.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/", get(search))
        .route("/moeder", get(meetings))
        .route("/personer", get(people))
        .route("/moede/{id}", get(meeting))
        .route("/person/{key}", get(person))
        .route("/udsagn/{id}", get(statement))
        .route("/style.css", get(async || file("text/css; charset=utf-8", html::STYLE)))
        .route("/icon.svg", get(async || file("image/svg+xml", html::ICON)))
}

async fn search(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    let typed = match lenient(&given(pairs), &SEARCH) {
        Ok(typed) => typed,
        Err(refusal) => return refused(&refusal),
    };
    let with_overview = Arc::clone(&site);
    shown(site, move |archive| {
        let typed = paged(typed);
        let overview = with_overview.overview()?;
        let page =
            |outcome: &Outcome| printed(|out| html::search_page(out, &typed, &overview, outcome));
        let question = match typed.question() {
            Ok(question) => question,
            Err(QueryError::NothingAsked) => return Ok((StatusCode::OK, page(&Outcome::Start)?)),
            Err(error) => {
                return Ok((StatusCode::BAD_REQUEST, page(&Outcome::Refused(&error))?));
            }
        };
        match archive.search(&question) {
            Ok(answer) => {
                let instead = match answer.total + answer.total_items {
                    0 => smaller(archive, &typed, &question)?,
                    _ => Vec::new(),
                };
                let outcome =
                    Outcome::Answered { question: &question, answer: &answer, instead: &instead };
                Ok((StatusCode::OK, page(&outcome)?))
            }
            Err(error) if error.is_nothing_found() => {
                Ok((StatusCode::OK, page(&Outcome::Refused(&error))?))
            }
            Err(error) if error.is_askers() => {
                Ok((StatusCode::BAD_REQUEST, page(&Outcome::Refused(&error))?))
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

async fn meetings(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    list(site, pairs, |archive, typed, filter| {
        let (meetings, wrong) = filtered(filter.and_then(|filter| archive.meetings(&filter)))?;
        let status = wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
        let wrong = wrong.map(|(_, text)| text);
        Ok((status, printed(|out| html::meetings_page(out, typed, &meetings, wrong))?))
    })
    .await
}

async fn people(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    list(site, pairs, |archive, typed, filter| {
        let (people, wrong) = filtered(filter.and_then(|filter| archive.people(&filter)))?;
        let status = wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
        let wrong = wrong.map(|(_, text)| text);
        Ok((status, printed(|out| html::people_page(out, typed, &people, wrong))?))
    })
    .await
}

async fn meeting(
    State(site): State<Arc<Site>>,
    id: Result<Path<String>, PathRejection>,
) -> Response {
    let id = reference(id);
    shown(site, move |archive| match archive.meeting(&id)? {
        Some(full) => Ok((StatusCode::OK, printed(|out| html::meeting_page(out, &full))?)),
        None => absent(texts::NO_MEETING),
    })
    .await
}

async fn person(
    State(site): State<Arc<Site>>,
    key: Result<Path<String>, PathRejection>,
) -> Response {
    let key = reference(key);
    shown(site, move |archive| match archive.person(&key)? {
        Some(full) => Ok((StatusCode::OK, printed(|out| html::person_page(out, &full))?)),
        None => absent(texts::NO_PERSON),
    })
    .await
}

async fn statement(
    State(site): State<Arc<Site>>,
    id: Result<Path<String>, PathRejection>,
) -> Response {
    let id = reference(id);
    shown(site, move |archive| match archive.show(&id)? {
        Some(Shown::Statement(full, statement)) => {
            Ok((StatusCode::OK, printed(|out| html::statement_page(out, &full, &statement))?))
        }
        _ => absent(texts::NO_STATEMENT),
    })
    .await
}

/// What is answered at an address that there is not.
pub(super) fn no_such_page() -> Response {
    message(StatusCode::NOT_FOUND, texts::NOT_FOUND, texts::NOT_FOUND_DETAIL)
}

/// Asks on a thread that may block, and sends the page.
async fn shown(
    site: Arc<Site>,
    ask: impl FnOnce(&Archive) -> Result<Page, Problem> + Send + 'static,
) -> Response {
    match apart(move || ask(site.archive())).await {
        Ok(Ok((status, page))) => html_response(status, page),
        Ok(Err(_)) | Err(_) => {
            message(StatusCode::INTERNAL_SERVER_ERROR, texts::BROKEN, texts::BROKEN_DETAIL)
        }
    }
}

/// Reads the filter of a list and shows it.
async fn list(
    site: Arc<Site>,
    pairs: Result<Pairs, QueryRejection>,
    ask: impl FnOnce(&Archive, &Typed, Result<Filter, QueryError>) -> Result<Page, Problem>
    + Send
    + 'static,
) -> Response {
    match lenient(&given(pairs), &LIST) {
        Ok(typed) => {
            shown(site, move |archive| {
                let filter = typed.filter();
                ask(archive, &typed, filter)
            })
            .await
        }
        Err(refusal) => refused(&refusal),
    }
}

/// A list, or why there is none, with its status.
type Filtered<T> = (Vec<T>, Option<(StatusCode, String)>);

fn filtered<T>(list: Result<Vec<T>, QueryError>) -> Result<Filtered<T>, QueryError> {
    match list {
        Ok(list) => Ok((list, None)),
        Err(error) if error.is_nothing_found() => {
            Ok((Vec::new(), Some((StatusCode::OK, texts::refusal(&error)))))
        }
        Err(error) if error.is_askers() => {
            Ok((Vec::new(), Some((StatusCode::BAD_REQUEST, texts::refusal(&error)))))
        }
        Err(error) => Err(error),
    }
}

/// A page has a length, and not any. A year from an address is shown in the fields for days.
fn paged(mut typed: Typed) -> Typed {
    if typed.from.is_none() && typed.to.is_none() {
        typed.from = typed.year.clone();
        typed.to = typed.year.take();
    }
    let asked = typed.limit.as_deref().and_then(|limit| limit.trim().parse().ok());
    let length = asked.unwrap_or(PAGE).clamp(1, MAX_PAGE);
    Typed { limit: Some(length.to_string()), ..typed }
}

/// Smaller questions that find something: a filter less, the words side by side no more, one word
/// alone.
fn smaller(
    archive: &Archive,
    typed: &Typed,
    question: &Question,
) -> Result<Vec<Instead>, QueryError> {
    let typed = Typed { offset: None, after: None, ..typed.clone() };
    let mut tries: Vec<(Typed, String)> = Vec::new();
    let mut less = |named: &str, smaller: Typed| {
        if smaller != typed {
            tries.push((smaller, named.to_owned()));
        }
    };
    less(texts::WITHOUT_QUOTES, Typed { words: typed.words.replace('"', " "), ..typed.clone() });
    less(texts::WITHOUT_DECISIONS, Typed { decisions: false, ..typed.clone() });
    less(texts::WITHOUT_DAYS, Typed { from: None, to: None, year: None, ..typed.clone() });
    less(texts::WITHOUT_BODY, Typed { body: None, ..typed.clone() });
    less(texts::WITHOUT_SPEAKER, Typed { speaker: None, ..typed.clone() });
    less(
        texts::WITHOUT_FILTERS,
        Typed {
            words: typed.words.clone(),
            sort: typed.sort.clone(),
            limit: typed.limit.clone(),
            ..Typed::default()
        },
    );
    let words: Vec<&str> = question
        .words
        .iter()
        .flat_map(|clause| match clause {
            Clause::Words(text) | Clause::Phrase(text) => text.as_str().split_whitespace(),
            _ => "".split_whitespace(),
        })
        .collect();
    if words.len() > 1 {
        for word in words.into_iter().take(MAX_TRIED) {
            less(&texts::only(word), Typed { words: word.to_owned(), ..typed.clone() });
        }
    }
    let mut found: Vec<Instead> = Vec::new();
    for (typed, named) in tries {
        // What is left may be no question, or name nobody: then it is nothing to propose.
        let Ok(question) = typed.question() else { continue };
        let total = match archive.search(&Question { limit: Limit::First(0), ..question }) {
            Ok(answer) => answer.total,
            Err(error) if error.is_askers() => 0,
            Err(error) => return Err(error),
        };
        if total > 0 && !found.iter().any(|known| known.typed == typed) {
            found.push(Instead { typed, named, total });
        }
    }
    Ok(found)
}

fn given(pairs: Result<Pairs, QueryRejection>) -> Vec<(String, String)> {
    pairs.map_or_else(|_| Vec::new(), |Query(pairs)| pairs)
}

fn printed(print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Vec<u8>, Problem> {
    let mut page = Vec::new();
    print(&mut page).map_err(|_| Problem::broken())?;
    Ok(page)
}

fn absent(title: &str) -> Result<Page, Problem> {
    let page = printed(|out| html::message_page(out, title, texts::NOT_FOUND_DETAIL))?;
    Ok((StatusCode::NOT_FOUND, page))
}

fn refused(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::TooLong { .. } => {
            message(StatusCode::URI_TOO_LONG, texts::TOO_LONG, texts::TOO_LONG_DETAIL)
        }
        Refusal::Value(error) => {
            message(StatusCode::BAD_REQUEST, texts::REFUSED, &texts::refusal(error))
        }
        Refusal::Unknown { .. } | Refusal::Twice { .. } => no_such_page(),
    }
}

fn message(status: StatusCode, title: &str, text: &str) -> Response {
    match printed(|out| html::message_page(out, title, text)) {
        Ok(page) => html_response(status, page),
        Err(problem) => problem.into_response(),
    }
}

fn html_response(status: StatusCode, page: Vec<u8>) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

fn file(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}
