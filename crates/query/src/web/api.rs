//! The JSON interface: the answers of the command line, byte for byte.
//!
//! In: a GET under `/api/v1/`. Out: what `--format json` prints for the same question, or a
//! [`Problem`]. Deliberately absent: the shape of the JSON (`print::json`).

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;

use super::parameters::{
    LIST, MOST, NONE, OVERVIEW, Pairs, SEARCH, SIMILAR, WORDS, at_most, number, strict,
};
use super::problem::Problem;
use super::serve::apart;
use super::site::Site;
use crate::cli::{USUAL_MIN, USUAL_SIMILAR};
use crate::print::json;
use crate::{Archive, QueryError, Typed};

/// The routes of version 1.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/api/v1/search", get(search))
        .route("/api/v1/who", get(who))
        .route("/api/v1/topic", get(topic))
        .route("/api/v1/words", get(words))
        .route("/api/v1/statements/{id}/similar", get(similar))
        .route("/api/v1/people", get(people))
        .route("/api/v1/people/{key}", get(person))
        .route("/api/v1/meetings", get(meetings))
        .route("/api/v1/meetings/{id}", get(meeting))
        .route("/api/v1/statements/{id}", get(statement))
}

async fn search(
    State(site): State<Arc<Site>>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let typed = parameters(pairs, &SEARCH)?;
    let is_grouped = typed.group.as_deref().is_some_and(|group| !group.trim().is_empty());
    let typed = if is_grouped { at_most(typed) } else { typed };
    answer(site, move |archive| {
        let question = typed.question()?;
        written(&json::search(&archive.answer(&question)?))
    })
    .await
}

async fn who(
    State(site): State<Arc<Site>>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let typed = parameters(pairs, &OVERVIEW)?;
    answer(site, move |archive| written(&json::who(&archive.who(&typed.question()?)?))).await
}

async fn topic(
    State(site): State<Arc<Site>>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let typed = parameters(pairs, &OVERVIEW)?;
    answer(site, move |archive| written(&json::topic(&archive.topic(&typed.question()?)?))).await
}

async fn words(
    State(site): State<Arc<Site>>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let pairs = given(pairs);
    let (typed, min) = (at_most(strict(&pairs, &WORDS)?), number(&pairs, "min")?);
    answer(site, move |archive| {
        let words = archive.words(&typed.of_somebody()?, min.unwrap_or(USUAL_MIN))?;
        written(&json::words(&words))
    })
    .await
}

async fn similar(
    State(site): State<Arc<Site>>,
    id: Result<Path<String>, PathRejection>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let (id, pairs) = (reference(id), given(pairs));
    strict(&pairs, &SIMILAR)?;
    let limit = number(&pairs, "limit")?.and_then(|n| usize::try_from(n).ok());
    answer(site, move |archive| {
        let similar = archive.similar(&id, limit.unwrap_or(USUAL_SIMILAR).min(MOST))?;
        let similar = similar.ok_or_else(|| Problem::absent("statement", &id, "/api/v1/search"))?;
        written(&json::similar(&similar))
    })
    .await
}

async fn people(
    State(site): State<Arc<Site>>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let typed = parameters(pairs, &LIST)?;
    answer(site, move |archive| written(&json::people(&found(archive.people(&typed.filter()?))?)))
        .await
}

async fn meetings(
    State(site): State<Arc<Site>>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    let typed = parameters(pairs, &LIST)?;
    answer(site, move |archive| {
        written(&json::meetings(&found(archive.meetings(&typed.filter()?))?))
    })
    .await
}

async fn person(
    State(site): State<Arc<Site>>,
    key: Result<Path<String>, PathRejection>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    one(site, key, pairs, ("person", "/api/v1/people"), |archive, key| {
        archive.person(key)?.map(|person| written(&json::person_in_full(&person))).transpose()
    })
    .await
}

async fn meeting(
    State(site): State<Arc<Site>>,
    id: Result<Path<String>, PathRejection>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    one(site, id, pairs, ("meeting", "/api/v1/meetings"), |archive, id| {
        archive.meeting(id)?.map(|meeting| written(&json::meeting_in_full(&meeting))).transpose()
    })
    .await
}

async fn statement(
    State(site): State<Arc<Site>>,
    id: Result<Path<String>, PathRejection>,
    pairs: Result<Pairs, QueryRejection>,
) -> Result<Response, Problem> {
    one(site, id, pairs, ("statement", "/api/v1/search"), |archive, id| {
        archive.statement(id)?.map(|statement| written(&json::statement(&statement))).transpose()
    })
    .await
}

/// The JSON of the one thing that a reference means; a problem that names the list to look in where
/// it means none.
async fn one(
    site: Arc<Site>,
    reference_typed: Result<Path<String>, PathRejection>,
    pairs: Result<Pairs, QueryRejection>,
    (kind, list): (&'static str, &'static str),
    find: impl FnOnce(&Archive, &str) -> Result<Option<Vec<u8>>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let id = reference(reference_typed);
    parameters(pairs, &NONE)?;
    answer(site, move |archive| find(archive, &id)?.ok_or_else(|| Problem::absent(kind, &id, list)))
        .await
}

/// Asks on a thread that may block, and sends the JSON.
async fn answer(
    site: Arc<Site>,
    ask: impl FnOnce(&Archive) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let json =
        apart(move || ask(site.archive())).await.unwrap_or_else(|_| Err(Problem::broken()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}

fn parameters(
    pairs: Result<Pairs, QueryRejection>,
    known: &'static [&'static str],
) -> Result<Typed, Problem> {
    Ok(strict(&given(pairs), known)?)
}

/// Any bytes after the question mark are pairs of something: axum refuses none of them.
fn given(pairs: Result<Pairs, QueryRejection>) -> Vec<(String, String)> {
    pairs.map_or_else(|_| Vec::new(), |Query(pairs)| pairs)
}

/// A reference out of a path. What is no UTF-8 is a reference to nothing.
pub(super) fn reference(path: Result<Path<String>, PathRejection>) -> String {
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
    let mut json = Vec::new();
    json::write(&mut json, wire).map_err(|_| Problem::broken())?;
    Ok(json)
}
