//! The pages of a person, and the lists of meetings and of people.
//!
//! In: [`PersonInFull`], [`MeetingEntry`]s, [`Person`]s. Out: HTML. Deliberately absent: choosing
//! which.

use std::io::{self, Write};

use askama::Template;
use danish::Date;
use schema::{MeetingEntry, MeetingRef};

use super::{links, words};
use crate::{Part, Person, PersonInFull, Three, Typed};

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage<'a> {
    name: &'a str,
    facts: Vec<(&'static str, String)>,
    counts: String,
    said_href: String,
    decisions_href: String,
    /// Said by, about and to them.
    three: Vec<(String, String)>,
    /// What they speak of: counted only where it is asked for.
    words_href: String,
    spoke: bool,
    meetings: Vec<Line<'a>>,
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct MeetingsPage<'a> {
    filter: FilterForm<'a>,
    count: String,
    years: Vec<(String, Vec<Line<'a>>)>,
    /// What the body of the filter speaks of.
    words_href: Option<String>,
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
struct Line<'a> {
    href: String,
    day: Option<(String, String)>,
    /// The body, or the title where that is all there is.
    what: &'a str,
    title: &'a str,
    more: String,
}

/// A person in a list.
struct PersonLine<'a> {
    href: String,
    name: &'a str,
    more: String,
}

/// Prints a person with their meetings.
///
/// # Errors
/// When `out` cannot be written.
pub fn person_page(
    out: &mut dyn Write,
    full: &PersonInFull,
    three: Option<&Three>,
) -> io::Result<()> {
    let person = &full.person;
    let theirs = Typed { speaker: Some(person.key.clone()), ..Typed::default() };
    let oldest = Some("oldest".to_owned());
    let mut facts: Vec<(&str, String)> = [
        (words::BODIES, &person.bodies),
        (words::ROLES, &person.roles),
        (words::AFFILIATIONS, &person.affiliations),
    ]
    .into_iter()
    .filter(|(_, values)| !values.is_empty())
    .map(|(name, values)| (name, values.join(", ")))
    .collect();
    facts.extend(person.days.map(|(first, last)| (words::DAYS, words::span(first, last))));
    let page = PersonPage {
        name: &person.name,
        facts,
        counts: format!(
            "{} · {}",
            words::meetings(person.n_meetings),
            words::statements(person.n_statements)
        ),
        three: three.map_or_else(Vec::new, |three| {
            let key = || Some(person.key.clone());
            let [by, about, to] = words::three(three);
            vec![
                (links::search(&Typed { speaker: key(), ..Typed::default() }), by),
                (links::search(&Typed { about: key(), ..Typed::default() }), about),
                (links::search(&Typed { addressed_to: key(), ..Typed::default() }), to),
            ]
        }),
        words_href: links::words(&theirs),
        said_href: links::search(&Typed { sort: oldest.clone(), ..theirs.clone() }),
        decisions_href: links::search(&Typed { decisions: true, sort: oldest, ..theirs }),
        spoke: person.n_statements > 0,
        meetings: full.meetings.iter().map(part).collect(),
    };
    page.write_into(out)
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
    let mut years: Vec<(String, Vec<Line>)> = Vec::new();
    for meeting in meetings {
        let year = match meeting.date {
            Some(date) => date.year().to_string(),
            None => words::UNDATED.to_owned(),
        };
        let line = Line {
            href: links::meeting(&meeting.id),
            day: day(meeting.date),
            what: named(&meeting.body, &meeting.title).0,
            title: named(&meeting.body, &meeting.title).1,
            more: format!(
                "{} · {}",
                words::items(meeting.items.len()),
                words::statements(meeting.n_statements)
            ),
        };
        match years.last_mut().filter(|(name, _)| *name == year) {
            Some((_, lines)) => lines.push(line),
            None => years.push((year, vec![line])),
        }
    }
    let count = words::meetings(meetings.len());
    let has_body = typed.body.as_deref().is_some_and(|body| !body.trim().is_empty());
    let words_href = (has_body && !meetings.is_empty())
        .then(|| links::words(&Typed { speaker: None, ..typed.clone() }));
    MeetingsPage { filter: filter_form(typed), count, years, words_href, wrong }.write_into(out)
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

fn part(part: &Part) -> Line<'_> {
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
