//! The lists of meetings and of people.
//!
//! In: [`MeetingEntry`]s, [`Person`]s. Out: HTML. Deliberately absent: choosing
//! which.

use std::io::{self, Write};

use askama::Template;
use danish::Date;
use schema::{MeetingEntry, MeetingRef};

use super::{links, words};
use crate::{Part, Person, Typed};

#[derive(Template)]
#[template(path = "meetings.html")]
struct MeetingsPage<'a> {
    filter: FilterForm<'a>,
    count: String,
    years: Vec<(String, Vec<Line<'a>>)>,
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage<'a> {
    filter: FilterForm<'a>,
    count: String,
    people: Vec<PersonLine<'a>>,
    wrong: Option<String>,
}

/// The fields above a list.
struct FilterForm<'a> {
    name: &'a str,
    body: &'a str,
    year: &'a str,
}

/// A meeting in a list.
pub(super) struct Line<'a> {
    pub href: String,
    pub day: Option<(String, String)>,
    /// The body, or the title where that is all there is.
    pub what: &'a str,
    pub title: &'a str,
    pub more: String,
}

/// A person in a list.
struct PersonLine<'a> {
    href: String,
    name: &'a str,
    more: String,
}

/// Prints a list of meetings, under their years. `wrong` says why there is none.
///
/// # Errors
/// When `out` cannot be written.
pub fn meetings_page(
    out: &mut dyn Write,
    typed: &Typed,
    meetings: &[MeetingEntry],
    wrong: Option<String>,
) -> io::Result<()> {
    let years = by_year(meetings);
    let count = words::meetings(meetings.len());
    MeetingsPage { filter: filter_form(typed), count, years, wrong }.write_into(out)
}

/// Meetings under their years, in the order given.
pub(super) fn by_year(meetings: &[MeetingEntry]) -> Vec<(String, Vec<Line<'_>>)> {
    let mut years: Vec<(String, Vec<Line>)> = Vec::new();
    for meeting in meetings {
        let year = match meeting.date {
            Some(date) => date.year().to_string(),
            None => words::UNDATED.to_owned(),
        };
        let line = meeting_line(meeting);
        match years.last_mut().filter(|(name, _)| *name == year) {
            Some((_, lines)) => lines.push(line),
            None => years.push((year, vec![line])),
        }
    }
    years
}

/// A meeting with how much there is of it.
pub(super) fn meeting_line(meeting: &MeetingEntry) -> Line<'_> {
    Line {
        href: links::meeting(&meeting.id),
        day: day(meeting.date),
        what: named(&meeting.body, &meeting.title).0,
        title: named(&meeting.body, &meeting.title).1,
        more: format!(
            "{} · {}",
            words::items(meeting.items.len()),
            words::statements(meeting.n_statements)
        ),
    }
}

/// Prints a list of people. `wrong` says why there is none.
///
/// # Errors
/// When `out` cannot be written.
pub fn people_page(
    out: &mut dyn Write,
    typed: &Typed,
    people: &[Person],
    wrong: Option<String>,
) -> io::Result<()> {
    let page = PeoplePage {
        filter: filter_form(typed),
        count: words::people(people.len()),
        people: people.iter().map(person_line).collect(),
        wrong,
    };
    page.write_into(out)
}

fn filter_form(typed: &Typed) -> FilterForm<'_> {
    FilterForm {
        name: typed.speaker.as_deref().unwrap_or_default(),
        body: typed.body.as_deref().unwrap_or_default(),
        year: typed.year.as_deref().unwrap_or_default(),
    }
}

fn person_line(person: &Person) -> PersonLine<'_> {
    let mut more = vec![person.bodies.join(", ")];
    more.extend(person.days.map(|(first, last)| words::span(first, last)));
    more.push(words::meetings(person.n_meetings));
    more.push(words::statements(person.n_statements));
    more.retain(|m| !m.is_empty());
    PersonLine { href: links::person(&person.key), name: &person.name, more: more.join(" · ") }
}

/// A meeting with a person's part in it.
pub(super) fn part(part: &Part) -> Line<'_> {
    let MeetingRef { id, title, body, date, .. } = &part.meeting;
    let mut more = Vec::new();
    if let Some(listed) = &part.listed {
        more.extend([&listed.role, &listed.affiliation].into_iter().flatten().cloned());
        more.extend(words::presence(listed.presence).map(str::to_owned));
    }
    if part.n_statements > 0 {
        more.push(words::statements(part.n_statements));
    }
    Line {
        href: links::meeting(id),
        day: day(*date),
        what: named(body, title).0,
        title: named(body, title).1,
        more: more.join(" · "),
    }
}

/// What a meeting is called, and what else is worth saying of it.
fn named<'a>(body: &'a str, title: &'a str) -> (&'a str, &'a str) {
    match (body.trim(), title.trim()) {
        ("", "") => (words::UNTITLED, ""),
        ("", title) => (title, ""),
        (body, title) if body == title => (body, ""),
        (body, title) => (body, title),
    }
}

/// A day for `datetime` and for people.
fn day(date: Option<Date>) -> Option<(String, String)> {
    date.map(|date| (date.to_string(), words::day(date)))
}
