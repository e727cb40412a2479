//! Lists of meetings and people as JSON.
//!
//! Deliberately absent: one of them in full (`meeting`, `person`).

use schema::MeetingEntry;
use schemars::JsonSchema;
use serde::Serialize;

use super::{MeetingRefWire, meeting_ref};
use crate::{Person, Share, Unlisted, Unresolved};

/// A list of meetings: `{"total", "meetings"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingsWire<'a> {
    total: usize,
    meetings: Vec<MeetingLineWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MeetingLineWire<'a> {
    id: &'a str,
    title: &'a str,
    body: &'a str,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    date: Option<danish::Date>,
    n_people: usize,
    n_items: usize,
    n_statements: usize,
    n_with_speaker: usize,
    n_decisions: usize,
    file: &'a str,
}

/// A list of people: `{"total", "people"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PeopleWire<'a> {
    total: usize,
    people: Vec<PersonWire<'a>>,
}

/// A person in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PersonWire<'a> {
    key: &'a str,
    name: &'a str,
    bodies: &'a [String],
    roles: &'a [String],
    affiliations: &'a [String],
    n_meetings: usize,
    n_statements: usize,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    first: Option<danish::Date>,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    last: Option<danish::Date>,
}

/// What attribution left open: `{"unlisted", "bodies", "files"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UnresolvedWire<'a> {
    unlisted: Vec<UnlistedWire<'a>>,
    bodies: Vec<ShareWire<'a>>,
    files: Vec<ShareWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct UnlistedWire<'a> {
    key: &'a str,
    name: &'a str,
    n_statements: usize,
    meetings: Vec<MeetingRefWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ShareWire<'a> {
    body: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    n_statements: usize,
    n_without_speaker: usize,
}

/// The wire form of what attribution left open.
pub fn unresolved(open: &Unresolved) -> UnresolvedWire<'_> {
    let share = |share| -> ShareWire<'_> {
        let share: &Share = share;
        ShareWire {
            body: &share.body,
            file: share.file.as_deref(),
            n_statements: share.n_statements,
            n_without_speaker: share.n_statements - share.n_with_speaker,
        }
    };
    let shares = |of_files: bool| {
        open.shares.iter().filter(|s| s.file.is_some() == of_files).map(share).collect()
    };
    let unlisted = |one| -> UnlistedWire<'_> {
        let one: &Unlisted = one;
        UnlistedWire {
            key: &one.key,
            name: &one.name,
            n_statements: one.n_statements,
            meetings: one.meetings.iter().map(meeting_ref).collect(),
        }
    };
    UnresolvedWire {
        unlisted: open.unlisted.iter().map(unlisted).collect(),
        bodies: shares(false),
        files: shares(true),
    }
}

/// The wire form of a list of meetings.
pub fn meetings(meetings: &[MeetingEntry]) -> MeetingsWire<'_> {
    let line = |m| -> MeetingLineWire<'_> {
        let m: &MeetingEntry = m;
        MeetingLineWire {
            id: &m.id,
            title: &m.title,
            body: &m.body,
            date: m.date,
            n_people: m.people.len(),
            n_items: m.items.len(),
            n_statements: m.n_statements,
            n_with_speaker: m.n_with_speaker,
            n_decisions: m.n_decisions,
            file: &m.file,
        }
    };
    MeetingsWire { total: meetings.len(), meetings: meetings.iter().map(line).collect() }
}

/// The wire form of a list of people.
pub fn people(people: &[Person]) -> PeopleWire<'_> {
    PeopleWire { total: people.len(), people: people.iter().map(person).collect() }
}

/// The wire form of a person in a list.
pub(super) fn person(person: &Person) -> PersonWire<'_> {
    PersonWire {
        key: &person.key,
        name: &person.name,
        bodies: &person.bodies,
        roles: &person.roles,
        affiliations: &person.affiliations,
        n_meetings: person.n_meetings,
        n_statements: person.n_statements,
        first: person.days.map(|(first, _)| first),
        last: person.days.map(|(_, last)| last),
    }
}
