//! Answers as JSON, the same from the command line and over HTTP. The types here are the wire: a
//! field that is added or renamed here is added or renamed for every program that reads us.
//!
//! Byte ranges are `[start, end]` in the UTF-8 of `text`, end exclusive. Dates are `YYYY-MM-DD`.
//! Deliberately absent: asking.

mod beside;
mod holdings;
mod lists;
mod meeting;
mod news;
mod overview;
mod person;
mod shapes;

use std::io::{self, Write};

use schema::{Decision, Entry, ItemRef, MeetingRef, ReferenceEntry, StatementEntry};
use schemars::JsonSchema;
use serde::Serialize;

pub use holdings::{
    BodiesWire, StatusWire, SuggestWire, bodies, status, suggest, suggest_for_browsers,
};
pub use lists::{MeetingsWire, PeopleWire, UnresolvedWire, meetings, people, unresolved};
pub use meeting::{MeetingWire, ShownWire, StatementInPlaceWire, meeting, shown};
pub use news::{NewsWire, VerdictWire, news, verdict};
pub use overview::{SimilarWire, TopicWire, WhoWire, WordsWire, similar, topic, who, words};
pub use person::{PersonInFullWire, person_in_full};
pub use shapes::{Shape, shape, shapes_of};

use crate::cite::{citation, hash};
use crate::{Answer, Hit, ItemHit, Match, Note, Place, Way};

/// The answer to a search: `{"question", "version", "total", "hits", "next", "together", "notes"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchWire<'a> {
    question: &'a str,
    version: &'a str,
    total: usize,
    hits: Vec<StatementWire<'a>>,
    next: Option<&'a str>,
    together: TogetherWire<'a>,
    notes: Vec<String>,
    #[serde(flatten)]
    beside: beside::BesideWire<'a>,
}

/// Items that hold the words of a question together, though no statement under them does by itself.
#[derive(Debug, Serialize, JsonSchema)]
struct TogetherWire<'a> {
    total: usize,
    items: Vec<ItemHitWire<'a>>,
}

/// One of them, with the statements that hold the words.
#[derive(Debug, Serialize, JsonSchema)]
struct ItemHitWire<'a> {
    reference: String,
    meeting: MeetingRefWire<'a>,
    item: &'a ItemRef,
    statements: Vec<StatementWire<'a>>,
}

/// A statement, found or shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementWire<'a> {
    id: &'a str,
    reference: String,
    meeting: MeetingRefWire<'a>,
    item: Option<&'a ItemRef>,
    #[serde(flatten)]
    said: SaidWire<'a>,
    file: &'a str,
    citation: String,
    hash: String,
    highlights: Vec<[usize; 2]>,
    matches: Vec<MatchWire<'a>>,
    score: f32,
}

/// Why a statement was found: `{"asked": "journal", "how": "part", "in": "text", "range", "word"}`.
#[derive(Debug, Serialize, JsonSchema)]
struct MatchWire<'a> {
    asked: &'a str,
    how: &'static str,
    r#in: &'static str,
    range: [usize; 2],
    word: &'a str,
}

/// What is known of a sentence wherever it stands.
#[derive(Debug, Serialize, JsonSchema)]
struct SaidWire<'a> {
    speaker: Option<&'a str>,
    speaker_key: Option<&'a str>,
    how: Option<&'static str>,
    evidence: Option<[usize; 2]>,
    doubt: Option<&'a str>,
    text: &'a str,
    block: Option<&'a str>,
    decision: bool,
    decision_kind: Option<&'static str>,
    decided_by: Option<&'a str>,
    votes: Option<VotesWire>,
    mentions: &'a [String],
    references: Vec<ReferenceWire<'a>>,
    addressed_to: &'a [String],
    paragraph: u32,
    page: u32,
    lines: [u32; 2],
}

/// What a sentence points to.
#[derive(Debug, Serialize, JsonSchema)]
struct ReferenceWire<'a> {
    kind: &'a str,
    text: &'a str,
    range: [usize; 2],
    target: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct VotesWire {
    ayes: Option<u32>,
    noes: Option<u32>,
    blank: Option<u32>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MeetingRefWire<'a> {
    id: &'a str,
    title: &'a str,
    body: &'a str,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    date: Option<danish::Date>,
}

/// How a file is understood: `{"meetings", "remarks"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ParsedWire<'a> {
    meetings: Vec<MeetingWire<'a>>,
    remarks: Vec<RemarkWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RemarkWire<'a> {
    line: Option<u32>,
    text: &'a str,
}

/// Writes a wire value as JSON, indented, with a line feed at its end: the same bytes on a terminal
/// and over HTTP.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(out: &mut dyn Write, wire: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, wire)?;
    writeln!(out)
}

/// Writes each hit of a search on a line of its own, for programs that read a stream: what
/// [`search`] has in `hits`.
///
/// # Errors
/// When `out` cannot be written.
pub fn lines(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    for one in &answer.hits {
        serde_json::to_writer(&mut *out, &hit(one))?;
        writeln!(out)?;
    }
    Ok(())
}

/// The wire form of a search's answer.
pub fn search(answer: &Answer) -> SearchWire<'_> {
    SearchWire {
        question: &answer.question,
        version: &answer.version,
        total: answer.total,
        hits: answer.hits.iter().map(hit).collect(),
        next: answer.next.as_deref(),
        together: TogetherWire {
            total: answer.total_items,
            items: answer.items.iter().map(item_hit).collect(),
        },
        notes: answer.notes.iter().map(Note::to_string).collect(),
        beside: beside::beside(answer),
    }
}

/// The wire form of a single statement.
pub fn statement(statement: &StatementEntry) -> StatementWire<'_> {
    StatementWire {
        id: &statement.id,
        reference: statement.reference(),
        meeting: meeting_ref(&statement.meeting),
        item: statement.item.as_ref(),
        said: said(statement),
        file: &statement.meeting.file,
        citation: citation(statement),
        hash: hash(&statement.text),
        highlights: Vec::new(),
        matches: Vec::new(),
        score: 0.0,
    }
}

/// The wire form of how a file is understood; remarks are line and text.
pub fn parsed<'a>(entries: &'a [Entry], remarks: &'a [(Option<u32>, String)]) -> ParsedWire<'a> {
    ParsedWire {
        meetings: entries.iter().map(|e| meeting(&e.meeting, &e.statements)).collect(),
        remarks: remarks.iter().map(|(line, text)| RemarkWire { line: *line, text }).collect(),
    }
}

fn item_hit(hit: &ItemHit) -> ItemHitWire<'_> {
    ItemHitWire {
        reference: hit.item.reference(),
        meeting: meeting_ref(&hit.item.meeting),
        item: &hit.item.item,
        statements: hit.statements.iter().map(self::hit).collect(),
    }
}

fn hit(hit: &Hit) -> StatementWire<'_> {
    StatementWire {
        highlights: hit.highlights.iter().map(|r| [r.start, r.end]).collect(),
        matches: hit.matches.iter().map(|found| found_as(found, &hit.statement)).collect(),
        score: hit.score,
        ..statement(&hit.statement)
    }
}

fn found_as<'a>(found: &'a Match, statement: &'a StatementEntry) -> MatchWire<'a> {
    MatchWire {
        asked: &found.asked,
        how: match found.way {
            Way::Exact => "exact",
            Way::Lemma => "lemma",
            Way::Part => "part",
            Way::Synonym => "synonym",
            Way::Begins => "prefix",
            Way::Like => "fuzzy",
        },
        r#in: match found.place {
            Place::Text => "text",
            Place::ItemTitle => "item",
            Place::MeetingTitle => "meeting",
        },
        range: [found.range.start, found.range.end],
        word: found.text_of(statement).get(found.word.clone()).unwrap_or_default(),
    }
}

fn said(statement: &StatementEntry) -> SaidWire<'_> {
    let speaker = statement.speaker.as_ref();
    let decision: Option<&Decision> = statement.decision.as_ref();
    SaidWire {
        speaker: speaker.map(|s| s.name.as_str()),
        speaker_key: speaker.map(|s| s.key.as_str()),
        how: speaker.map(|s| s.how.as_str()),
        evidence: speaker.map(|s| [s.evidence.start, s.evidence.end]).filter(|[a, b]| a < b),
        doubt: speaker.and_then(|s| s.doubt.as_deref()),
        text: &statement.text,
        block: statement.block.as_deref(),
        decision: decision.is_some(),
        decision_kind: decision.map(|d| d.kind.as_str()),
        decided_by: decision.and_then(|d| d.by.as_deref()),
        votes: decision.and_then(|d| d.votes).map(|(ayes, noes, blank)| VotesWire {
            ayes,
            noes,
            blank,
        }),
        mentions: &statement.mentions,
        references: statement.references.iter().map(|r| reference(r, &statement.text)).collect(),
        addressed_to: &statement.addressed_to,
        paragraph: statement.paragraph,
        page: statement.page,
        lines: statement.lines.into(),
    }
}

fn reference<'a>(reference: &'a ReferenceEntry, text: &'a str) -> ReferenceWire<'a> {
    ReferenceWire {
        kind: &reference.kind,
        text: text.get(reference.range.clone()).unwrap_or_default(),
        range: [reference.range.start, reference.range.end],
        target: reference.target.as_deref(),
    }
}

fn meeting_ref(meeting: &MeetingRef) -> MeetingRefWire<'_> {
    MeetingRefWire {
        id: &meeting.id,
        title: &meeting.title,
        body: &meeting.body,
        date: meeting.date,
    }
}
