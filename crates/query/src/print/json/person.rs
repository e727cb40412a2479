//! A person in full as JSON: posts over time, how often they speak, what of, and what they said last.
//!
//! Deliberately absent: people in a list (`lists`).

use schema::Presence;
use schemars::JsonSchema;
use serde::Serialize;

use super::beside::{TimelineWire, timeline};
use super::lists::{PersonWire, person};
use super::overview::{WordWire, word};
use super::{MeetingRefWire, StatementWire, hit, meeting_ref};
use crate::people::posts;
use crate::{Part, PersonTold};

/// A person in full, as `/api/v1/people/{key}` gives it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonInFullWire<'a> {
    version: &'a str,
    #[serde(flatten)]
    person: PersonWire<'a>,
    posts: Vec<PostOfPersonWire>,
    timeline: Option<TimelineWire<'a>>,
    words: Vec<WordWire<'a>>,
    said: LastSaidWire<'a>,
    meetings: Vec<PartOfPersonWire<'a>>,
}

/// A role in a body, from the first meeting that says so to the last.
#[derive(Debug, Serialize, JsonSchema)]
struct PostOfPersonWire {
    body: String,
    role: Option<String>,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    first: Option<danish::Date>,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    last: Option<danish::Date>,
    n_meetings: usize,
}

/// What they said last; all of it is found with `/api/v1/search?speaker=` and their key.
#[derive(Debug, Serialize, JsonSchema)]
struct LastSaidWire<'a> {
    total: usize,
    hits: Vec<StatementWire<'a>>,
    next: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PartOfPersonWire<'a> {
    meeting: MeetingRefWire<'a>,
    role: Option<&'a str>,
    affiliation: Option<&'a str>,
    presence: Option<Presence>,
    n_statements: usize,
}

/// The wire form of a person in full.
pub fn person_in_full(told: &PersonTold) -> PersonInFullWire<'_> {
    let part = |part| -> PartOfPersonWire<'_> {
        let part: &Part = part;
        let listed = part.listed.as_ref();
        PartOfPersonWire {
            meeting: meeting_ref(&part.meeting),
            role: listed.and_then(|p| p.role.as_deref()),
            affiliation: listed.and_then(|p| p.affiliation.as_deref()),
            presence: listed.map(|p| p.presence),
            n_statements: part.n_statements,
        }
    };
    let posts = posts(&told.full.meetings).into_iter().map(|post| PostOfPersonWire {
        body: post.body,
        role: post.role,
        first: post.days.map(|(first, _)| first),
        last: post.days.map(|(_, last)| last),
        n_meetings: post.n_meetings,
    });
    PersonInFullWire {
        version: &told.said.version,
        person: person(&told.full.person),
        posts: posts.collect(),
        timeline: told.timeline.as_ref().map(timeline),
        words: told.words.words.iter().map(word).collect(),
        said: LastSaidWire {
            total: told.said.total,
            hits: told.said.hits.iter().map(hit).collect(),
            next: told.said.next.as_deref(),
        },
        meetings: told.full.meetings.iter().map(part).collect(),
    }
}
