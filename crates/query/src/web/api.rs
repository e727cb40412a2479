//! The JSON interface: the answers of the command line, byte for byte, and their other forms.
//!
//! In: a GET under `/api/v1/`. Out: what the verb prints for the same question in the same form, or a
//! [`Problem`]. Deliberately absent: the forms (`print`), and which routes and parameters there are
//! (`openapi`, which tells of them too).

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;

use super::openapi::{
    BODIES, DECISIONS, MEETING, MEETINGS, PEOPLE, PERSON, Route, SEARCH, SIMILAR, STATEMENT,
    STATUS, SUGGEST, SuggestFormat, TOPIC, WHO, WORDS,
};
use super::parameters::{MOST, MOST_HITS, Pairs, at_most, form, number, strict};
use super::problem::Problem;
use super::site::Site;
use crate::cli::{USUAL_MIN, USUAL_SIMILAR};
use crate::print::format::{HitsFormat, ListFormat, PeopleFormat, ShownFormat};
use crate::print::html::links;
use crate::print::{csv, format, json, popolo};
use crate::{Archive, QueryError, Shown, Typed};

/// Suggestions of each kind when no number is asked for: what fits below a field.
const USUAL_SUGGESTIONS: u64 = 8;
/// Most suggestions of each kind. No source.
const MOST_SUGGESTIONS: u64 = 50;
/// Entries of a feed when no number is asked for: what happens between two visits. No source.
const USUAL_ENTRIES: &str = "50";

type Asked = Result<Pairs, QueryRejection>;
type Id = Result<Path<String>, PathRejection>;

/// The routes of version 1.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route(SEARCH.path, get(search))
        .route(DECISIONS.path, get(decisions))
        .route(WHO.path, get(who))
        .route(TOPIC.path, get(topic))
        .route(WORDS.path, get(words))
        .route(SIMILAR.path, get(similar))
        .route(PEOPLE.path, get(people))
        .route(PERSON.path, get(person))
        .route(MEETINGS.path, get(meetings))
        .route(MEETING.path, get(meeting))
        .route(STATEMENT.path, get(statement))
        .route(BODIES.path, get(bodies))
        .route(STATUS.path, get(status))
}

/// Those of them that are asked at each keystroke: nothing but a question stands before the answer.
pub(super) fn quick_routes() -> Router<Arc<Site>> {
    Router::new().route(SUGGEST.path, get(suggest))
}

async fn search(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    pairs: Asked,
) -> Result<Response, Problem> {
    hits(site, &headers, pairs, &SEARCH, |typed| typed).await
}

async fn decisions(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    pairs: Asked,
) -> Result<Response, Problem> {
    hits(site, &headers, pairs, &DECISIONS, |typed| Typed { decisions: true, ..typed }).await
}

/// Hits in the form that is asked for, with the address of those that follow.
async fn hits(
    site: Arc<Site>,
    headers: &HeaderMap,
    pairs: Asked,
    route: &'static Route,
    meant: impl FnOnce(Typed) -> Typed,
) -> Result<Response, Problem> {
    let pairs = given(pairs);
    let form: HitsFormat = form(&pairs, route)?;
    let mut typed = meant(strict(&pairs, route.takes)?);
    if form == HitsFormat::Atom {
        typed.sort = typed.sort.or_else(|| Some("newest".to_owned()));
        typed.limit = typed.limit.or_else(|| Some(USUAL_ENTRIES.to_owned()));
    }
    let is_grouped = typed.group.as_deref().is_some_and(|group| !group.trim().is_empty());
    let typed = at_most(typed, if is_grouped { MOST } else { MOST_HITS });
    let address = site.address(headers);
    let (answer, next) = answered(&site, move |archive| {
        let answer = archive.answer(&typed.question()?)?;
        let mut out = Vec::new();
        format::hits(&mut out, &answer, form, address.as_deref()).map_err(|_| Problem::broken())?;
        Ok((out, answer.next))
    })
    .await?;
    let mut response = sent(form, route, answer);
    if let Some(next) = next {
        let others = pairs.iter().filter(|(name, _)| name != "cursor" && name != "offset");
        let of = |name: &str, value: &str| format!("{name}={}", links::encoded(value));
        let query = others.map(|(name, value)| of(name, value)).chain([of("cursor", &next)]);
        let query = query.collect::<Vec<_>>().join("&");
        let link = format!("<{}?{query}>; rel=\"next\"", route.path);
        if let Ok(link) = HeaderValue::from_str(&link) {
            response.headers_mut().insert(header::LINK, link);
        }
    }
    Ok(response)
}

async fn who(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let typed = strict(&given(pairs), WHO.takes)?;
    answer(&site, move |archive| written(&json::who(&archive.who(&typed.question()?)?))).await
}

async fn topic(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let typed = strict(&given(pairs), TOPIC.takes)?;
    answer(&site, move |archive| written(&json::topic(&archive.topic(&typed.question()?)?))).await
}

async fn words(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let pairs = given(pairs);
    let (typed, min) = (at_most(strict(&pairs, WORDS.takes)?, MOST), number(&pairs, "min")?);
    answer(&site, move |archive| {
        let words = archive.words(&typed.of_somebody()?, min.unwrap_or(USUAL_MIN))?;
        written(&json::words(&words))
    })
    .await
}

async fn similar(State(site): State<Arc<Site>>, id: Id, pairs: Asked) -> Result<Response, Problem> {
    let (id, pairs) = (reference(id), given(pairs));
    strict(&pairs, SIMILAR.takes)?;
    let limit = number(&pairs, "limit")?.and_then(|n| usize::try_from(n).ok());
    answer(&site, move |archive| {
        let similar = archive.similar(&id, limit.unwrap_or(USUAL_SIMILAR).min(MOST))?;
        let similar = similar.ok_or_else(|| Problem::absent("statement", &id, SEARCH.path))?;
        written(&json::similar(&similar))
    })
    .await
}

async fn people(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let pairs = given(pairs);
    let form: PeopleFormat = form(&pairs, &PEOPLE)?;
    let typed = strict(&pairs, PEOPLE.takes)?;
    let list = answered(&site, move |archive| {
        let filter = typed.filter()?;
        if form == PeopleFormat::Popolo {
            return written(&popolo::popolo(&archive.posts(&filter)?));
        }
        let people = found(archive.people(&filter))?;
        match form {
            PeopleFormat::Csv => table(|out| csv::people(out, &people)),
            _ => written(&json::people(&people)),
        }
    })
    .await?;
    Ok(sent(form, &PEOPLE, list))
}

async fn meetings(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let pairs = given(pairs);
    let form: ListFormat = form(&pairs, &MEETINGS)?;
    let typed = strict(&pairs, MEETINGS.takes)?;
    let list = answered(&site, move |archive| {
        let meetings = found(archive.meetings(&typed.filter()?))?;
        match form {
            ListFormat::Csv => table(|out| csv::meetings(out, &meetings)),
            _ => written(&json::meetings(&meetings)),
        }
    })
    .await?;
    Ok(sent(form, &MEETINGS, list))
}

async fn bodies(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let typed = strict(&given(pairs), BODIES.takes)?;
    answer(&site, move |archive| written(&json::bodies(&found(archive.bodies(&typed.filter()?))?)))
        .await
}

async fn status(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    strict(&given(pairs), STATUS.takes)?;
    answer(&site, move |archive| written(&json::status(&archive.status()?))).await
}

async fn suggest(State(site): State<Arc<Site>>, pairs: Asked) -> Result<Response, Problem> {
    let pairs = given(pairs);
    let typed = strict(&pairs, SUGGEST.takes)?.words;
    let limit = number(&pairs, "limit")?.unwrap_or(USUAL_SUGGESTIONS).min(MOST_SUGGESTIONS);
    let limit = usize::try_from(limit).unwrap_or_default();
    let form: SuggestFormat = form(&pairs, &SUGGEST)?;
    let suggestions = site.suggestions().await?;
    let list = answered(&site, move |archive| {
        let likely = archive.likely(&suggestions, &typed, limit)?;
        match form {
            SuggestFormat::Json => written(&json::suggest(&suggestions.version, &likely)),
            SuggestFormat::Opensearch => written(&json::suggest_for_browsers(&typed, &likely)),
        }
    })
    .await?;
    Ok(sent(form, &SUGGEST, list))
}

async fn person(State(site): State<Arc<Site>>, key: Id, pairs: Asked) -> Result<Response, Problem> {
    let key = reference(key);
    strict(&given(pairs), PERSON.takes)?;
    answer(&site, move |archive| match archive.person_told(&key)? {
        Some(told) => written(&json::person_in_full(&told)),
        None => Err(Problem::absent("person", &key, PEOPLE.path)),
    })
    .await
}

async fn meeting(State(site): State<Arc<Site>>, id: Id, pairs: Asked) -> Result<Response, Problem> {
    one(site, id, pairs, &MEETING, |archive, id| {
        let full = archive.meeting(id)?.map(Shown::Meeting);
        full.ok_or_else(|| Problem::absent("meeting", id, MEETINGS.path))
    })
    .await
}

async fn statement(
    State(site): State<Arc<Site>>,
    id: Id,
    pairs: Asked,
) -> Result<Response, Problem> {
    one(site, id, pairs, &STATEMENT, |archive, id| match archive.show(id)? {
        Some(shown @ Shown::Statement(..)) => Ok(shown),
        _ => Err(Problem::absent("statement", id, SEARCH.path)),
    })
    .await
}

/// The one thing that a reference means, in the form that is asked for.
async fn one(
    site: Arc<Site>,
    id: Id,
    pairs: Asked,
    route: &'static Route,
    find: impl FnOnce(&Archive, &str) -> Result<Shown, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let (id, pairs) = (reference(id), given(pairs));
    let form: ShownFormat = form(&pairs, route)?;
    strict(&pairs, route.takes)?;
    let shown = answered(&site, move |archive| {
        let mut out = Vec::new();
        match format::shown(&mut out, &find(archive, &id)?, form) {
            Ok(true) => Ok(out),
            // A route offers no form that what it shows has not.
            Ok(false) | Err(_) => Err(Problem::broken()),
        }
    })
    .await?;
    Ok(sent(form, route, shown))
}

/// Asks on a thread that may block, and sends the JSON.
async fn answer(
    site: &Arc<Site>,
    ask: impl FnOnce(&Archive) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let json = answered(site, ask).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}

/// Asks on a thread that may block.
async fn answered<T: Send + 'static>(
    site: &Arc<Site>,
    ask: impl FnOnce(&Archive) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let of = Arc::clone(site);
    site.pool().run(move || ask(of.archive())).await?
}

/// An answer in a form of a route. Tables are for saving, not for looking at.
fn sent<F: clap::ValueEnum>(form: F, route: &Route, answer: Vec<u8>) -> Response {
    let name = form.to_possible_value().map(|value| value.get_name().to_owned());
    let name = name.unwrap_or_default();
    let mut response = ([(header::CONTENT_TYPE, route.media(&name))], answer).into_response();
    if name == "csv" {
        let saved = HeaderValue::from_static("attachment; filename=\"referat.csv\"");
        response.headers_mut().insert(header::CONTENT_DISPOSITION, saved);
    }
    response
}

/// Any bytes after the question mark are pairs of something: axum refuses none of them.
fn given(pairs: Asked) -> Vec<(String, String)> {
    pairs.map_or_else(|_| Vec::new(), |Query(pairs)| pairs)
}

/// A reference out of a path. What is no UTF-8 is a reference to nothing.
pub(super) fn reference(path: Id) -> String {
    path.map_or_else(|_| String::new(), |Path(reference)| reference)
}

/// A list, empty when nobody or no body has that name.
fn found<T>(list: Result<Vec<T>, QueryError>) -> Result<Vec<T>, QueryError> {
    match list {
        Err(error) if error.is_nothing_found() => Ok(Vec::new()),
        list => list,
    }
}

fn written(wire: &impl Serialize) -> Result<Vec<u8>, Problem> {
    table(|out| json::write(out, wire))
}

fn table(
    print: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<Vec<u8>, Problem> {
    let mut out = Vec::new();
    print(&mut out).map_err(|_| Problem::broken())?;
    Ok(out)
}
