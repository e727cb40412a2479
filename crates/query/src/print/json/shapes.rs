//! The shape of each JSON answer, as JSON Schema 2020-12, out of the types that are written.
//!
//! In: which answer. Out: its schema. Deliberately absent: the answers.

use clap::ValueEnum;
use schemars::Schema;
use schemars::generate::SchemaSettings;

use super::{
    MeetingsWire, NewsWire, ParsedWire, PeopleWire, PersonInFullWire, SearchWire, ShownWire,
    SimilarWire, TopicWire, UnresolvedWire, VerdictWire, WhoWire, WordsWire,
};
use crate::analyze::TokensWire;

/// A JSON answer that has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// search, said, /api/v1/search; with ndjson each line is one of its hits
    Search,
    /// show, /api/v1/meetings/{id}, /api/v1/statements/{id}
    Show,
    /// who, /api/v1/who
    Who,
    /// topic, /api/v1/topic
    Topic,
    /// words, /api/v1/words
    Words,
    /// similar, /api/v1/statements/{id}/similar
    Similar,
    /// people, /api/v1/people
    People,
    /// /api/v1/people/{key}
    Person,
    /// people --unresolved
    Unresolved,
    /// meetings, /api/v1/meetings
    Meetings,
    /// verify
    Verify,
    /// watch-list
    WatchList,
    /// parse
    Parse,
    /// analyze: each line
    Analyze,
}

/// The schema of an answer.
pub fn shape(of: Shape) -> Schema {
    let shapes = SchemaSettings::draft2020_12().for_serialize().into_generator();
    match of {
        Shape::Search => shapes.into_root_schema_for::<SearchWire<'_>>(),
        Shape::Show => shapes.into_root_schema_for::<ShownWire<'_>>(),
        Shape::Who => shapes.into_root_schema_for::<WhoWire<'_>>(),
        Shape::Topic => shapes.into_root_schema_for::<TopicWire<'_>>(),
        Shape::Words => shapes.into_root_schema_for::<WordsWire<'_>>(),
        Shape::Similar => shapes.into_root_schema_for::<SimilarWire<'_>>(),
        Shape::People => shapes.into_root_schema_for::<PeopleWire<'_>>(),
        Shape::Person => shapes.into_root_schema_for::<PersonInFullWire<'_>>(),
        Shape::Unresolved => shapes.into_root_schema_for::<UnresolvedWire<'_>>(),
        Shape::Meetings => shapes.into_root_schema_for::<MeetingsWire<'_>>(),
        Shape::Verify => shapes.into_root_schema_for::<VerdictWire<'_>>(),
        Shape::WatchList => shapes.into_root_schema_for::<Vec<NewsWire<'_>>>(),
        Shape::Parse => shapes.into_root_schema_for::<ParsedWire<'_>>(),
        Shape::Analyze => shapes.into_root_schema_for::<TokensWire<'_>>(),
    }
}
