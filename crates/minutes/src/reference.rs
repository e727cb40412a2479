//! What statements point to (*henvisninger*): annexes, items, meetings, days, cases, laws, addresses.
//!
//! In: the text of a sentence and the meeting that it stands in. Out: each [`Reference`] with its
//! place in the text and, where the meeting tells it, what it leads to. `annex`, `item`, `meeting`,
//! `period`, `case`, `law` and `web` know one kind each; `words` is the sentence as they see it.
//! Deliberately absent: other files. A meeting is linked by its day, a case by its number; whether
//! the archive holds them, the index knows.

mod annex;
mod case;
mod item;
mod law;
mod meeting;
mod numbers;
mod period;
#[cfg(test)]
mod tests;
mod web;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use danish::{Date, FoundDate, find_dates};

use crate::speech::token::tokens;
use crate::{AgendaItem, Meeting};
use words::Sentence;

/// Something that a statement points to (*henvisning*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What kind of thing.
    pub kind: ReferenceKind,
    /// Byte range of its words in the text of the statement.
    pub range: Range<usize>,
    /// What it leads to, in the form that [`ReferenceKind`] says; `None` when nothing here tells it.
    pub target: Option<String>,
}

/// What kind of thing a statement points to, and the form of its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceKind {
    /// An annex (*bilag*): its number or letter, `4.1`.
    Annex,
    /// An item of this meeting (*punkt*): its number, `1.8`; `None` when the meeting has no such item.
    Item,
    /// A meeting (*møde*, *referat*): its day or month as [`ReferenceKind::Date`] has it. A year that
    /// the text lacks is the one that lies close to this meeting.
    Meeting,
    /// A day or period: `2022-03-28`, `2022-05`, `2023`, `2022-07/2022-12`. A year that the text lacks
    /// is the one that lies close to this meeting.
    Date,
    /// A case (*sag*): its number as printed, `18/02451`.
    Case,
    /// A law, an order, a paragraph of one: `forvaltningsloven § 12, stk. 2`, `lov nr. 123 af 2020-03-03`.
    Law,
    /// An economic agreement (*økonomiaftale*, *ØA22*): its year.
    Agreement,
    /// A web address, with its scheme.
    Web,
}

impl ReferenceKind {
    /// The word that JSON and text output use for it.
    pub fn as_str(self) -> &'static str {
        match self {
            ReferenceKind::Annex => "annex",
            ReferenceKind::Item => "item",
            ReferenceKind::Meeting => "meeting",
            ReferenceKind::Date => "date",
            ReferenceKind::Case => "case",
            ReferenceKind::Law => "law",
            ReferenceKind::Agreement => "agreement",
            ReferenceKind::Web => "web",
        }
    }
}

/// What links need to know of the meeting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'m> {
    /// Its items.
    pub items: &'m [AgendaItem],
    /// The item that the statement stands under.
    pub current: Option<&'m str>,
    /// Its day.
    pub date: Option<Date>,
}

/// What one finder made of the words at a place: references, and the first word after them.
type Found = Option<(Vec<Reference>, usize)>;

/// Finds what every statement of a meeting points to.
pub(crate) fn refer(meeting: &mut Meeting) {
    for statement in &mut meeting.statements {
        let current = statement.item.as_deref();
        let about = About { items: &meeting.items, current, date: meeting.date };
        statement.references = references(&statement.text, &about);
    }
}

/// What a sentence points to, in order.
pub(crate) fn references(text: &str, about: &About<'_>) -> Vec<Reference> {
    if !words::may_refer(text) {
        return Vec::new();
    }
    let mut found = web::addresses(text);
    let tokens = tokens(text);
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let near = about.date.map(Date::year);
    let dates: Vec<FoundDate> = if has_digit { find_dates(text, near) } else { Vec::new() };
    let lower: Vec<Cow<'_, str>> = tokens.iter().map(|t| danish::lowercase(t.text)).collect();
    let sentence = Sentence { tokens: &tokens, lower: &lower, dates: &dates, about };
    let mut at = 0;
    while at < tokens.len() {
        // Whatever begins inside an address belongs to it.
        if found.iter().any(|r| r.kind == ReferenceKind::Web && r.range.contains(&tokens[at].start))
        {
            at += 1;
            continue;
        }
        let here = law::law_at(&sentence, at)
            .or_else(|| case::case_at(&sentence, at))
            .or_else(|| annex::annex_at(&sentence, at))
            .or_else(|| item::item_at(&sentence, at))
            .or_else(|| meeting::meeting_at(&sentence, at))
            .or_else(|| period::period_at(&sentence, at));
        match here {
            Some((references, next)) => {
                found.extend(references);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found.sort_by_key(|reference| (reference.range.start, reference.range.end));
    found
}
