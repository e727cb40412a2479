//! What stands between the structure of minutes and the speech in them: paragraphs under items.
//!
//! `head` and `agenda` make an [`Outline`] of the lines; `speech` and `decision` make statements of
//! its paragraphs. Deliberately absent: any reading.

use crate::{AgendaItem, Attendee};

/// A meeting whose structure is known and whose speech is not yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Outline {
    /// The body (*organ*), empty when unknown.
    pub body: String,
    /// Everybody in the header.
    pub people: Vec<Attendee>,
    /// Agenda items in order.
    pub items: Vec<AgendaItem>,
    /// The running text in order, headings and header lists left out.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph: wrapped lines joined, end-of-line hyphens undone.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Paragraph {
    /// Number of the item it stands under; `None` before the first.
    pub item: Option<String>,
    /// The block it stands in (`Sagsfremstilling`, `Indstilling`, `Beslutning`), as printed.
    pub block: Option<String>,
    /// Unnumbered subheading just above it, if any (`Region Nordjylland`).
    pub subheading: Option<String>,
    /// NFC text on one line, single spaces.
    pub text: String,
    /// Where each source line begins: byte offset in `text`, line number in the file. Not empty.
    pub lines: Vec<(usize, u32)>,
    /// A blank line (not just a line break) stands before it.
    pub after_blank: bool,
    /// Page of its first line, counted from 1.
    pub page: u32,
}
