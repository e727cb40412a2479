//! The pages of one thing in full: a meeting, a statement, a person, a body, and the archive itself.
//!
//! In: a GET with a reference. Out: HTML in Danish. Deliberately absent: markup and texts
//! (`print::html`).

use std::sync::Arc;

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use schema::slug;

use super::super::api::reference;
use super::super::parameters::{OVERVIEW, Pairs, lenient};
use super::super::site::Site;
use super::{Page, absent, given, printed, refused, shown};
use crate::cli::{USUAL_MIN, USUAL_SIMILAR};
use crate::print::html::{self, Body, Contents, Within, words as texts};
use crate::{Filter, Limit, Question, Shown, Sort};

/// Decisions that the page of a body shows, newest first. No source.
const LAST: usize = 5;

/// Whose reference is in the path of an address.
type Named = Result<Path<String>, PathRejection>;

/// A meeting; what is asked for beside its reference is marked in it.
pub(super) async fn meeting(
    State(site): State<Arc<Site>>,
    id: Named,
    pairs: Result<Pairs, QueryRejection>,
) -> Response {
    let id = reference(id);
    let typed = match lenient(&given(pairs), &OVERVIEW) {
        Ok(typed) => typed,
        Err(refusal) => return refused(&refusal),
    };
    shown(site, move |archive| {
        let Some(full) = archive.meeting(&id)? else { return absent(texts::NO_MEETING) };
        // A question that cannot be answered leaves the meeting as it is.
        let question = typed.question().ok();
        let hits = question.as_ref().map(|question| archive.within(&id, question));
        let hits = match hits.transpose() {
            Err(error) if error.is_askers() => None,
            hits => hits?,
        };
        let within = question.as_ref().zip(hits.as_deref()).map(|(question, hits)| Within {
            typed: &typed,
            question,
            hits,
        });
        let within = within.filter(|within| !within.hits.is_empty());
        Ok((StatusCode::OK, printed(|out| html::meeting_page(out, &full, within.as_ref()))?))
    })
    .await
}

/// A statement in its item.
pub(super) async fn statement(State(site): State<Arc<Site>>, id: Named) -> Response {
    let id = reference(id);
    shown(site, move |archive| match archive.show(&id)? {
        Some(Shown::Statement(full, statement)) => {
            Ok((StatusCode::OK, printed(|out| html::statement_page(out, &full, &statement))?))
        }
        _ => absent(texts::NO_STATEMENT),
    })
    .await
}

/// What is like a statement.
pub(super) async fn similar(State(site): State<Arc<Site>>, id: Named) -> Response {
    let id = reference(id);
    shown(site, move |archive| match archive.similar(&id, USUAL_SIMILAR)? {
        Some(similar) => Ok((StatusCode::OK, printed(|out| html::similar_page(out, &similar))?)),
        None => absent(texts::NO_STATEMENT),
    })
    .await
}

/// A person.
pub(super) async fn person(State(site): State<Arc<Site>>, key: Named) -> Response {
    let key = reference(key);
    shown(site, move |archive| {
        let Some(told) = archive.person_told(&key)? else { return absent(texts::NO_PERSON) };
        let three = archive.beside(&Question { speaker: Some(key), ..Question::default() })?.three;
        Ok((StatusCode::OK, printed(|out| html::person_page(out, &told, three.as_ref()))?))
    })
    .await
}

/// A body by the key of its name.
pub(super) async fn body(State(site): State<Arc<Site>>, key: Named) -> Response {
    let key = reference(key);
    shown(site, move |archive| {
        let mut meetings =
            match archive.meetings(&Filter { body: Some(key.clone()), ..Filter::default() }) {
                Err(error) if error.is_askers() => return absent(texts::NO_BODY),
                meetings => meetings?,
            };
        // A part of a name asks for several bodies; a page is of one.
        meetings.retain(|meeting| slug(&meeting.body) == key);
        let Some(name) = meetings.first().map(|meeting| meeting.body.clone()) else {
            return absent(texts::NO_BODY);
        };
        let theirs = Question {
            body: Some(key),
            sort: Sort::Newest,
            limit: Limit::First(LAST),
            ..Question::default()
        };
        let decisions = archive.search(&Question { decisions: true, ..theirs.clone() })?;
        let said = archive.answer(&Question { facets: true, ..theirs.clone() })?;
        let words = archive
            .words(&Question { body: theirs.body.clone(), ..Question::default() }, USUAL_MIN)?;
        let body = Body {
            name: &name,
            meetings: &meetings,
            decisions: &decisions,
            said: &said,
            words: &words,
        };
        Ok((StatusCode::OK, printed(|out| html::body_page(out, &body))?))
    })
    .await
}

/// What the archive holds and lacks.
pub(super) async fn about(State(site): State<Arc<Site>>) -> Response {
    let with_overview = Arc::clone(&site);
    shown(site, move |archive| -> Result<Page, _> {
        let overview = with_overview.overview()?;
        let (status, unresolved) = (archive.status()?, archive.unresolved(&Filter::default())?);
        let contents = Contents { overview: &overview, status: &status, unresolved: &unresolved };
        Ok((StatusCode::OK, printed(|out| html::about_page(out, &contents))?))
    })
    .await
}
