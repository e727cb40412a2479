//! Meetings in full, and what a reference refers to, as JSON.
//!
//! Deliberately absent: meetings in a list (`lists`), and hits.

use schema::{Group, ItemEntry, MeetingEntry, PersonEntry, Presence, StatementEntry};
use schemars::JsonSchema;
use serde::Serialize;

use super::{SaidWire, StatementWire, said, statement};
use crate::answer::is_under;
use crate::{MeetingInFull, Shown};

/// A meeting in full, as `parse`, `show` and `/api/v1/meetings/{id}` give it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingWire<'a> {
    id: &'a str,
    title: &'a str,
    body: &'a str,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    date: Option<danish::Date>,
    date_text: &'a str,
    people: Vec<AttendeeWire<'a>>,
    items: Vec<ItemWire<'a>>,
    statements: Vec<StatementOfMeetingWire<'a>>,
    file: &'a str,
    page: u32,
    lines: [u32; 2],
}

/// A statement within its meeting: `item` is just the number.
#[derive(Debug, Serialize, JsonSchema)]
struct StatementOfMeetingWire<'a> {
    id: &'a str,
    reference: String,
    item: Option<&'a str>,
    #[serde(flatten)]
    said: SaidWire<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AttendeeWire<'a> {
    key: &'a str,
    name: &'a str,
    affiliation: Option<&'a str>,
    role: Option<&'a str>,
    initials: Option<&'a str>,
    group: Group,
    presence: Presence,
    items: &'a [String],
}

#[derive(Debug, Serialize, JsonSchema)]
struct ItemWire<'a> {
    number: &'a str,
    title: &'a str,
    kind: Option<char>,
    parent: Option<&'a str>,
    closed: bool,
    line: u32,
    page: u32,
}

/// What a reference refers to: a meeting (for an item, with its statements only) or a statement.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ShownWire<'a> {
    /// A meeting or an item of one.
    Meeting(Box<MeetingWire<'a>>),
    /// A statement.
    Statement(Box<StatementInPlaceWire<'a>>),
}

/// A statement with its neighbours: the two before it in its meeting, and the two after.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementInPlaceWire<'a> {
    #[serde(flatten)]
    statement: StatementWire<'a>,
    before: Vec<StatementOfMeetingWire<'a>>,
    after: Vec<StatementOfMeetingWire<'a>>,
}

/// Neighbours of a statement on each side: what it answers, and what answers it. No source.
const N_NEIGHBOURS: usize = 2;

/// The wire form of a meeting in full.
pub fn meeting<'a>(meeting: &'a MeetingEntry, statements: &'a [StatementEntry]) -> MeetingWire<'a> {
    MeetingWire {
        id: &meeting.id,
        title: &meeting.title,
        body: &meeting.body,
        date: meeting.date,
        date_text: &meeting.date_text,
        people: meeting.people.iter().map(attendee).collect(),
        items: meeting.items.iter().map(item).collect(),
        statements: statements.iter().map(of_meeting).collect(),
        file: &meeting.file,
        page: meeting.page,
        lines: meeting.lines.into(),
    }
}

fn of_meeting(statement: &StatementEntry) -> StatementOfMeetingWire<'_> {
    StatementOfMeetingWire {
        id: &statement.id,
        reference: statement.reference(),
        item: statement.item.as_ref().map(|i| i.number.as_str()),
        said: said(statement),
    }
}

/// The wire form of a meeting that was asked for by reference.
pub fn meeting_in_full(full: &MeetingInFull) -> MeetingWire<'_> {
    meeting(&full.meeting, &full.statements)
}

/// The wire form of what a reference refers to.
pub fn shown(shown: &Shown) -> ShownWire<'_> {
    match shown {
        Shown::Meeting(full) => ShownWire::Meeting(Box::new(meeting_in_full(full))),
        Shown::Item(full, number) => {
            let mut wire = meeting_in_full(full);
            wire.items.retain(|item| is_under(item.number, number));
            wire.statements.retain(|s| s.item.is_some_and(|item| is_under(item, number)));
            ShownWire::Meeting(Box::new(wire))
        }
        Shown::Statement(full, one) => ShownWire::Statement(Box::new(in_place(full, one))),
    }
}

fn in_place<'a>(full: &'a MeetingInFull, one: &'a StatementEntry) -> StatementInPlaceWire<'a> {
    let all = &full.statements;
    let place = all.iter().position(|s| s.id == one.id).unwrap_or(all.len());
    let before = all.get(place.saturating_sub(N_NEIGHBOURS)..place).unwrap_or_default();
    StatementInPlaceWire {
        statement: statement(one),
        before: before.iter().map(of_meeting).collect(),
        after: all.iter().skip(place + 1).take(N_NEIGHBOURS).map(of_meeting).collect(),
    }
}

fn attendee(person: &PersonEntry) -> AttendeeWire<'_> {
    AttendeeWire {
        key: &person.key,
        name: &person.name,
        affiliation: person.affiliation.as_deref(),
        role: person.role.as_deref(),
        initials: person.initials.as_deref(),
        group: person.group,
        presence: person.presence,
        items: &person.items,
    }
}

fn item(item: &ItemEntry) -> ItemWire<'_> {
    ItemWire {
        number: &item.number,
        title: &item.title,
        kind: item.kind,
        parent: item.parent.as_deref(),
        closed: item.closed,
        line: item.line,
        page: item.page,
    }
}
