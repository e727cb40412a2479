//! The pages of a meeting and of a statement in its item.
//!
//! In: [`MeetingInFull`]. Out: HTML. Statements stand in the order of the minutes, under the
//! headings of their items; an item without text keeps its heading. Deliberately absent: search.

use std::io::{self, Write};

use askama::Template;
use schema::{ItemEntry, MeetingEntry, StatementEntry};

use super::asked::asked;
use super::attendance::{PeopleGroup, attendance, groups};

use super::said::{Voice, said};
use super::sections::{Section, sections};
use super::{links, words};
use crate::cite::{citation, hash};
use crate::{Hit, MeetingInFull, Question, Typed};

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage<'a> {
    head: Head<'a>,
    groups: Vec<PeopleGroup<'a>>,
    /// How many came and who did not, in a line.
    attendance: String,
    /// Whether they are few enough to be seen at once.
    few: bool,
    found: Option<Found>,
    exports: Exports,
    agenda: Vec<AgendaLine<'a>>,
    sections: Vec<Section<'a>>,
}

#[derive(Template)]
#[template(path = "statement.html")]
struct StatementPage<'a> {
    head: Head<'a>,
    section: Section<'a>,
    ordinal: u32,
    voice: Option<Voice<'a>>,
    in_meeting: String,
    reference: String,
    citation: String,
    hash: String,
    exports: Exports,
    similar: String,
    previous: Option<String>,
    next: Option<String>,
}

/// The same for other programs: address and name.
type Exports = Vec<(String, &'static str)>;

/// What was asked for in a meeting, and where it is.
struct Found {
    count: String,
    asked: String,
    ordinals: Vec<u32>,
    back: String,
    clear: String,
}

impl MeetingPage<'_> {
    /// Whether this page is about one of its statements; the browser marks the one in the address.
    fn is_meant(&self, _ordinal: &u32) -> bool {
        false
    }
}

impl StatementPage<'_> {
    /// Whether this is the statement that the page is about.
    fn is_meant(&self, ordinal: &u32) -> bool {
        self.ordinal == *ordinal
    }
}

/// What stands at the top of a meeting.
struct Head<'a> {
    title: &'a str,
    body: &'a str,
    body_href: String,
    day: Option<(String, String)>,
    counts: String,
    file: &'a str,
    lines: String,
}

/// A line of the agenda at the top.
struct AgendaLine<'a> {
    number: &'a str,
    title: &'a str,
    nth: usize,
    depth: usize,
}

/// People of a meeting that are seen without asking for them. No source.
const FEW: usize = 12;

/// What is asked for in a meeting, as understood, and what is found, in order.
#[derive(Debug)]
pub struct Within<'a> {
    /// What was typed.
    pub typed: &'a Typed,
    /// As it was understood.
    pub question: &'a Question,
    /// What is found in the meeting.
    pub hits: &'a [Hit],
}

/// Prints a meeting with its people, agenda and statements; `within` marks what is asked for.
///
/// # Errors
/// When `out` cannot be written.
pub fn meeting_page(
    out: &mut dyn Write,
    full: &MeetingInFull,
    within: Option<&Within<'_>>,
) -> io::Result<()> {
    let hits = within.map_or(&[][..], |within| within.hits);
    let sections = sections(&full.meeting.items, &full.statements, hits);
    let page = MeetingPage {
        head: head(&full.meeting),
        groups: groups(&full.meeting.people),
        attendance: attendance(&full.meeting.people),
        few: full.meeting.people.len() <= FEW,
        found: within.map(|within| Found {
            count: words::statements(hits.len()),
            asked: words::found_here(&asked(within.question, None)),
            ordinals: hits.iter().map(|hit| hit.statement.ordinal).collect(),
            back: links::search(within.typed),
            clear: links::meeting(&full.meeting.id),
        }),
        exports: words::MEETING_EXPORTS
            .iter()
            .map(|(format, name)| (links::meeting_as(&full.meeting.id, format), *name))
            .collect(),
        agenda: full
            .meeting
            .items
            .iter()
            .zip(1..)
            .map(|(item, nth)| AgendaLine {
                number: &item.number,
                title: &item.title,
                nth,
                depth: item.number.matches('.').count().min(3),
            })
            .collect(),
        sections,
    };
    page.write_into(out)
}

/// Prints a statement among the others of its item.
///
/// # Errors
/// When `out` cannot be written.
pub fn statement_page(
    out: &mut dyn Write,
    full: &MeetingInFull,
    statement: &StatementEntry,
) -> io::Result<()> {
    let number = statement.item.as_ref().map(|item| item.number.as_str());
    let beside: Vec<StatementEntry> = full
        .statements
        .iter()
        .filter(|s| s.item.as_ref().map(|item| item.number.as_str()) == number)
        .cloned()
        .collect();
    let items: Vec<ItemEntry> =
        full.meeting.items.iter().filter(|i| Some(i.number.as_str()) == number).cloned().collect();
    let mut found = sections(&items, &beside, &[]);
    let holds = |s: &Section| {
        s.passages.iter().any(|p| p.said.iter().any(|said| said.ordinal == statement.ordinal))
    };
    let Some(at) = found.iter().position(holds) else {
        return meeting_page(out, full, None);
    };
    let page = StatementPage {
        head: head(&full.meeting),
        section: found.swap_remove(at),
        ordinal: statement.ordinal,
        voice: said(statement, &[]).speaker,
        in_meeting: links::in_meeting(&full.meeting.id, statement.ordinal),
        reference: statement.reference(),
        citation: citation(statement),
        hash: hash(&statement.text),
        exports: words::STATEMENT_EXPORTS
            .iter()
            .map(|(format, name)| (links::statement_as(&statement.id, format), *name))
            .collect(),
        similar: links::similar(&statement.id),
        previous: neighbour(full, statement.ordinal.checked_sub(1)),
        next: neighbour(full, statement.ordinal.checked_add(1)),
    };
    page.write_into(out)
}

/// The address of the statement with a number, where the meeting has one.
fn neighbour(full: &MeetingInFull, ordinal: Option<u32>) -> Option<String> {
    let is_it = |statement: &&StatementEntry| Some(statement.ordinal) == ordinal;
    full.statements.iter().find(is_it).map(|statement| links::statement(&statement.id))
}

fn head(meeting: &MeetingEntry) -> Head<'_> {
    let mut counts =
        vec![words::items(meeting.items.len()), words::statements(meeting.n_statements)];
    if meeting.n_decisions > 0 {
        counts.push(words::decisions(meeting.n_decisions));
    }
    Head {
        title: titled(&meeting.title),
        body: &meeting.body,
        body_href: links::body(&meeting.body),
        day: meeting.date.map(|date| (date.to_string(), words::day(date))),
        counts: counts.join(" · "),
        file: &meeting.file,
        lines: words::lines(meeting.page, meeting.lines),
    }
}

fn titled(title: &str) -> &str {
    if title.trim().is_empty() { words::UNTITLED } else { title }
}
