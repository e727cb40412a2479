//! A statement as a secretary would cite it: day, body, item, words, speaker, place.
//!
//! In: a [`Hit`] or a [`StatementEntry`]. Out: [`Cited`], plain strings for `hit.html`. Deliberately
//! absent: which statements are shown.

use std::ops::Range;

use schema::StatementEntry;

use super::said::{Said, said};
use super::{links, words};
use crate::cite::citation;
use crate::{Hit, ItemHit, Typed};

/// A statement ready to be cited.
pub(super) struct Cited<'a> {
    pub day: Option<(String, String)>,
    /// The body, or the title where that is all there is.
    pub body: &'a str,
    pub body_href: Option<String>,
    pub item: Option<(String, &'a str)>,
    pub said: Said<'a>,
    /// Its place in the meeting, which shows what was asked for.
    pub in_meeting: String,
    pub place: String,
    pub reference: String,
    pub citation: String,
    pub reasons: Vec<String>,
}

/// An item that holds the words of a question together.
pub(super) struct CitedItem<'a> {
    pub day: Option<(String, String)>,
    pub body: &'a str,
    pub title: &'a str,
    pub item: (String, &'a str),
    pub href: String,
    pub reference: String,
    pub statements: Vec<Said<'a>>,
}

/// A hit of a question.
pub(super) fn hit<'a>(hit: &'a Hit, typed: &Typed) -> Cited<'a> {
    Cited { reasons: hit.reasons(words::reason), ..cited(&hit.statement, &hit.highlights, typed) }
}

/// A statement that no words were asked for.
pub(super) fn statement(statement: &StatementEntry) -> Cited<'_> {
    cited(statement, &[], &Typed::default())
}

fn cited<'a>(statement: &'a StatementEntry, marked: &[Range<usize>], typed: &Typed) -> Cited<'a> {
    let meeting = &statement.meeting;
    let has_body = !meeting.body.is_empty();
    Cited {
        day: meeting.date.map(|date| (date.to_string(), words::day(date))),
        body: if has_body { &meeting.body } else { &meeting.title },
        body_href: has_body.then(|| links::body(&meeting.body)),
        item: statement.item.as_ref().map(|i| (words::item(&i.number), i.title.as_str())),
        said: said(statement, marked),
        in_meeting: links::found_in_meeting(statement, typed),
        place: words::place(&meeting.file, statement.page, statement.lines),
        reference: statement.reference(),
        citation: citation(statement),
        reasons: Vec::new(),
    }
}

/// An item and those of its statements that hold the words.
pub(super) fn item(hit: &ItemHit) -> CitedItem<'_> {
    let meeting = &hit.item.meeting;
    CitedItem {
        day: meeting.date.map(|date| (date.to_string(), words::day(date))),
        body: &meeting.body,
        title: &meeting.title,
        item: (words::item(&hit.item.item.number), &hit.item.item.title),
        href: match hit.statements.first() {
            Some(first) => links::in_meeting(&meeting.id, first.statement.ordinal),
            None => links::meeting(&meeting.id),
        },
        reference: hit.item.reference(),
        statements: hit.statements.iter().map(|s| said(&s.statement, &s.highlights)).collect(),
    }
}
