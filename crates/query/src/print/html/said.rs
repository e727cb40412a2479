//! A statement as the pages show it: who, how one knows, what was decided.
//!
//! In: [`StatementEntry`]. Out: [`Said`], plain strings and pieces. Deliberately absent: where on a
//! page it stands.

use std::ops::Range;

use schema::StatementEntry;

use super::marks::{Piece, pieces};
use super::{links, words};

/// A statement ready to be shown.
#[derive(Debug)]
pub struct Said<'a> {
    /// Place among the statements of its meeting.
    pub ordinal: u32,
    /// The sentence, cut at what matches.
    pub pieces: Vec<Piece<'a>>,
    /// Who said it.
    pub speaker: Option<Voice<'a>>,
    /// What was decided, in words.
    pub decision: Option<String>,
    /// Its address in its meeting.
    pub in_meeting: String,
    /// Its own address.
    pub own: String,
    /// The statements found before and after it in the same meeting, where it is found itself.
    pub steps: Option<Steps>,
}

/// Ways from one statement that is found to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The one before.
    pub before: Option<u32>,
    /// The one after.
    pub after: Option<u32>,
}

/// A speaker ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Voice<'a> {
    /// Full name.
    pub name: &'a str,
    /// The address of the person.
    pub href: String,
    /// How one knows, with the words that prove it.
    pub how: String,
    /// How one knows, in a word or two.
    pub way: String,
    /// Whether a careful reader might read it otherwise.
    pub doubtful: bool,
}

/// A statement with the given byte ranges marked.
pub fn said<'a>(statement: &'a StatementEntry, marked: &[Range<usize>]) -> Said<'a> {
    Said {
        ordinal: statement.ordinal,
        pieces: pieces(&statement.text, marked),
        speaker: statement.speaker.as_ref().map(|speaker| {
            let evidence = statement.text.get(speaker.evidence.clone()).unwrap_or_default();
            Voice {
                name: &speaker.name,
                href: links::person(&speaker.key),
                how: words::how(speaker.how, evidence),
                way: words::how(speaker.how, ""),
                doubtful: speaker.doubt.is_some(),
            }
        }),
        decision: statement.decision.as_ref().map(words::decision),
        in_meeting: links::in_meeting(&statement.meeting.id, statement.ordinal),
        own: links::statement(&statement.id),
        steps: None,
    }
}
