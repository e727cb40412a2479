//! What an archive holds as JSON: bodies, its state, and how a question may go on.
//!
//! Deliberately absent: meetings and people (`lists`).

use schemars::JsonSchema;
use serde::Serialize;

use crate::{BodyInAll, Likely, Status, Suggested};

/// The bodies of an archive: `{"total", "bodies"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BodiesWire<'a> {
    total: usize,
    bodies: Vec<BodyWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct BodyWire<'a> {
    key: &'a str,
    name: &'a str,
    n_meetings: usize,
    n_statements: usize,
    n_decisions: usize,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    first: Option<danish::Date>,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    last: Option<danish::Date>,
    /// Years between first and last of which there are no minutes.
    gaps: &'a [i16],
}

/// What is indexed, what failed, and what is missing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatusWire<'a> {
    version: &'a str,
    n_files: usize,
    n_bodies: usize,
    n_meetings: usize,
    n_undated: usize,
    n_people: usize,
    n_statements: usize,
    n_with_speaker: usize,
    n_decisions: usize,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    first: Option<danish::Date>,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    last: Option<danish::Date>,
    n_remarks: usize,
    failed: Vec<FailureWire<'a>>,
    gaps: Vec<GapWire<'a>>,
}

/// A file that could not be read.
#[derive(Debug, Serialize, JsonSchema)]
struct FailureWire<'a> {
    file: &'a str,
    reason: &'a str,
}

/// A body, and the years between its first and last minutes that have none.
#[derive(Debug, Serialize, JsonSchema)]
struct GapWire<'a> {
    body: &'a str,
    years: &'a [i16],
}

/// How a question may go on: `{"version", "people", "bodies", "words"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SuggestWire<'a> {
    version: &'a str,
    people: Vec<SuggestedWire<'a>>,
    bodies: Vec<SuggestedWire<'a>>,
    words: Vec<SuggestedWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SuggestedWire<'a> {
    key: &'a str,
    text: &'a str,
    n_statements: usize,
}

/// The wire form of the bodies of an archive.
pub fn bodies(bodies: &[BodyInAll]) -> BodiesWire<'_> {
    let body = |body| -> BodyWire<'_> {
        let body: &BodyInAll = body;
        BodyWire {
            key: &body.key,
            name: &body.name,
            n_meetings: body.n_meetings,
            n_statements: body.n_statements,
            n_decisions: body.n_decisions,
            first: body.days.map(|(first, _)| first),
            last: body.days.map(|(_, last)| last),
            gaps: &body.gaps,
        }
    };
    BodiesWire { total: bodies.len(), bodies: bodies.iter().map(body).collect() }
}

/// The wire form of what an archive holds.
pub fn status(status: &Status) -> StatusWire<'_> {
    let bodies = &status.bodies;
    let with_gaps = bodies.iter().filter(|body| !body.gaps.is_empty());
    StatusWire {
        version: &status.version,
        n_files: status.n_files,
        n_bodies: bodies.iter().filter(|body| !body.key.is_empty()).count(),
        n_meetings: bodies.iter().map(|body| body.n_meetings).sum(),
        n_undated: status.n_undated,
        n_people: status.n_people,
        n_statements: bodies.iter().map(|body| body.n_statements).sum(),
        n_with_speaker: status.n_with_speaker,
        n_decisions: bodies.iter().map(|body| body.n_decisions).sum(),
        first: bodies.iter().filter_map(|body| body.days).map(|(first, _)| first).min(),
        last: bodies.iter().filter_map(|body| body.days).map(|(_, last)| last).max(),
        n_remarks: status.n_remarks,
        failed: status.failed.iter().map(|(file, reason)| FailureWire { file, reason }).collect(),
        gaps: with_gaps.map(|body| GapWire { body: &body.key, years: &body.gaps }).collect(),
    }
}

/// The wire form of how a question may go on.
pub fn suggest<'a>(version: &'a str, likely: &'a Likely) -> SuggestWire<'a> {
    let of = |suggested: &'a [Suggested]| {
        let one = |one: &'a Suggested| SuggestedWire {
            key: &one.key,
            text: &one.text,
            n_statements: one.n_statements,
        };
        suggested.iter().map(one).collect()
    };
    SuggestWire {
        version,
        people: of(&likely.people),
        bodies: of(&likely.bodies),
        words: of(&likely.words),
    }
}

/// What may be meant, as browsers ask for it: what was typed, and how it may go on (*OpenSearch
/// Suggestions 1.0*).
pub fn suggest_for_browsers<'a>(typed: &'a str, likely: &'a Likely) -> (&'a str, Vec<String>) {
    let cut = typed.char_indices().rev().find(|(_, c)| !c.is_alphanumeric());
    let before = cut.map_or("", |(at, c)| typed.get(..at + c.len_utf8()).unwrap_or_default());
    let words = likely.words.iter().map(|word| format!("{before}{}", word.text));
    let names = likely.people.iter().chain(&likely.bodies).map(|name| name.text.clone());
    (typed, words.chain(names).collect())
}
