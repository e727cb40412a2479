//! The pages for people: search, lists and overviews here, one thing in full in `record`. Work without
//! scripts.
//!
//! In: a GET. Out: HTML in Danish, whatever was asked: what cannot be read is told beside the form
//! that keeps it. Deliberately absent: markup and texts (`print::html`).

mod record;

use std::io::{self, Write};
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::parameters::{
    LIST, MOST, OVERVIEW, Pairs, Refusal, SEARCH, WORDS, at_most, lenient, number,
};
use super::pool::NoAnswer;
use super::problem::Problem;
use super::site::Site;
use crate::archive::overviews::put_beside;
use crate::cli::USUAL_MIN;
use crate::nothing::nothing;
use crate::print::html::{self, Outcome, words as texts};
use crate::{Archive, Filter, Limit, QueryError, Question, Step, Typed};

/// Hits on a page: what a reader goes through before asking better. No source.
const PAGE: usize = 20;
/// Most hits on a page, whatever the address says.
const MAX_PAGE: usize = 200;

/// A page and its status.
type Page = (StatusCode, Vec<u8>);

/// The routes of the pages and of what belongs to them.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/", get(search))
        .route("/moeder", get(meetings))
        .route("/personer", get(people))
        .route("/moede/{id}", get(record::meeting))
        .route("/person/{key}", get(record::person))
        .route("/organ/{key}", get(record::body))
        .route("/om", get(record::about))
        .route("/udsagn/{id}", get(record::statement))
        .route("/udsagn/{id}/lignende", get(record::similar))
        .route("/hvem", get(who))
        .route("/emne", get(topic))
        .route("/ord", get(words))
        .route("/style.css", get(async || file("text/css; charset=utf-8", html::STYLE)))
        .route("/script.js", get(async || file("text/javascript; charset=utf-8", html::SCRIPT)))
        .route("/icon.svg", get(async || file("image/svg+xml", html::ICON)))
}

async fn search(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    let pairs = given(pairs);
    let kind = pairs.iter().find(|(name, _)| name == "kind").map_or("", |(_, value)| value);
    let typed = match lenient(&pairs, &SEARCH) {
        Ok(typed) => Typed { words: html::with_kind(&typed.words, kind), ..typed },
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
                return Ok((StatusCode::BAD_REQUEST, page(&Outcome::Refused(&error, None))?));
            }
        };
        // The page has room for what a program must ask for.
        let (limit, timeline) = (length(question.limit), Some(step(&question)));
        let question = Question { facets: true, timeline, limit, ..question };
        let look = archive.look()?;
        match look.search(&question) {
            Ok(mut answer) => {
                match answer.total + answer.total_items {
                    0 => answer.nothing = Some(nothing(&look, &question)?),
                    _ => put_beside(&look, &mut answer, &question)?,
                }
                let outcome = Outcome::Answered { question: &question, answer: &answer };
                Ok((StatusCode::OK, page(&outcome)?))
            }
            Err(error) if error.is_nothing_found() => {
                let nothing = nothing(&look, &question)?;
                Ok((StatusCode::OK, page(&Outcome::Refused(&error, Some(&nothing)))?))
            }
            Err(error) if error.is_askers() => {
                Ok((StatusCode::BAD_REQUEST, page(&Outcome::Refused(&error, None))?))
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// The months of a question about one year, else years.
fn step(question: &Question) -> Step {
    match (question.from, question.to) {
        (Some(from), Some(to)) if from.year() == to.year() => Step::Month,
        _ => Step::Year,
    }
}

async fn who(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    overview(site, pairs, &OVERVIEW, |archive, typed| {
        let who = archive.who(&typed.question()?)?;
        printed_or(|out| html::who_page(out, typed, &who))
    })
    .await
}

async fn topic(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    overview(site, pairs, &OVERVIEW, |archive, typed| {
        let question = typed.question()?;
        let topic = archive.topic(&question)?;
        let timeline = Some(step(&question));
        let beside = archive.beside(&Question { timeline, ..question })?;
        printed_or(|out| html::topic_page(out, typed, &topic, beside.timeline.as_ref()))
    })
    .await
}

async fn words(State(site): State<Arc<Site>>, pairs: Result<Pairs, QueryRejection>) -> Response {
    let min = match number(pairs.as_ref().map_or(&[][..], |Query(pairs)| pairs), "min") {
        Ok(min) => min.unwrap_or(USUAL_MIN),
        Err(refusal) => return refused(&refusal),
    };
    overview(site, pairs, &WORDS, move |archive, typed| {
        let words = archive.words(&at_most(typed.clone(), MOST).of_somebody()?, min)?;
        printed_or(|out| html::words_page(out, typed, &words))
    })
    .await
}

/// Reads what is asked and shows an overview of it, or why there is none.
async fn overview(
    site: Arc<Site>,
    pairs: Result<Pairs, QueryRejection>,
    known: &'static [&'static str],
    ask: impl FnOnce(&Archive, &Typed) -> Result<Result<Vec<u8>, Problem>, QueryError> + Send + 'static,
) -> Response {
    match lenient(&given(pairs), known) {
        Ok(typed) => {
            shown(site, move |archive| match ask(archive, &typed) {
                Ok(page) => Ok((StatusCode::OK, page?)),
                Err(error) if error.is_askers() => {
                    let status = match error.is_nothing_found() {
                        true => StatusCode::OK,
                        false => StatusCode::BAD_REQUEST,
                    };
                    let (title, text) = (texts::REFUSED, texts::refusal(&error));
                    Ok((status, printed(|out| html::message_page(out, title, &text))?))
                }
                Err(error) => Err(error.into()),
            })
            .await
        }
        Err(refusal) => refused(&refusal),
    }
}

/// A page whose question was understood.
fn printed_or(
    print: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Result<Vec<u8>, Problem>, QueryError> {
    Ok(printed(print))
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

/// What is answered at an address that there is not.
pub(super) fn no_such_page() -> Response {
    message(StatusCode::NOT_FOUND, texts::NOT_FOUND, texts::NOT_FOUND_DETAIL)
}

/// Asks on a thread that may block, and sends the page.
async fn shown(
    site: Arc<Site>,
    ask: impl FnOnce(&Archive) -> Result<Page, Problem> + Send + 'static,
) -> Response {
    let of = Arc::clone(&site);
    match site.pool().run(move || ask(of.archive())).await {
        Ok(Ok((status, page))) => html_response(status, page),
        Err(NoAnswer::Busy | NoAnswer::TooSlow) => {
            message(StatusCode::SERVICE_UNAVAILABLE, texts::TOO_SLOW, texts::TOO_SLOW_DETAIL)
        }
        Ok(Err(_)) | Err(NoAnswer::Broken) => {
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

/// A page has a length, and not any: of no question are more than so many hits shown at once.
fn length(limit: Limit) -> Limit {
    match limit {
        Limit::Usual => Limit::First(PAGE),
        Limit::First(n) => Limit::First(n.clamp(1, MAX_PAGE)),
        Limit::All => Limit::First(MAX_PAGE),
    }
}

/// A year from an address is shown in the fields for days; a length that is no number is the usual one.
fn paged(mut typed: Typed) -> Typed {
    if typed.from.is_none() && typed.to.is_none() {
        typed.from = typed.year.clone();
        typed.to = typed.year.take();
    }
    let is_number = |limit: &String| limit.trim().parse::<usize>().is_ok();
    Typed { limit: typed.limit.filter(is_number), ..typed }
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
