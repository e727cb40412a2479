//! Pages of statements under headings: a matter over time, and what is like a statement.
//!
//! In: [`Topic`], [`Similar`]. Out: HTML. Deliberately absent: finding them.

use std::io::{self, Write};

use askama::Template;
use schema::{MeetingRef, StatementEntry};

use super::asked::asked;
use super::chart::{Chart, of_life};
use super::said::{Said, said};
use super::{links, words};
use crate::{Similar, Timeline, Topic, TopicMeeting, Typed};

#[derive(Template)]
#[template(path = "told.html")]
struct ToldPage<'a> {
    kicker: &'static str,
    title: String,
    chart: Option<Chart>,
    intro: String,
    notes: Vec<String>,
    sections: Vec<Section<'a>>,
    method: &'static str,
    back: (String, &'static str),
}

/// Statements under a heading.
struct Section<'a> {
    href: String,
    heading: String,
    more: String,
    lines: Vec<Line<'a>>,
}

/// A statement, or an item without one.
struct Line<'a> {
    label: String,
    said: Option<(Said<'a>, String)>,
}

/// Prints a matter from its first mention to its last.
///
/// # Errors
/// When `out` cannot be written.
pub fn topic_page(
    out: &mut dyn Write,
    typed: &Typed,
    topic: &Topic,
    timeline: Option<&Timeline>,
) -> io::Result<()> {
    let mut sections = Vec::new();
    for (label, one) in [(words::FIRST_MENTION, &topic.first), (words::LAST_MENTION, &topic.last)] {
        let Some(one) = one else { continue };
        sections.push(Section {
            href: links::in_meeting(&one.meeting.id, one.ordinal),
            heading: format!("{label}: {}", of(&one.meeting)),
            more: String::new(),
            lines: vec![line(one, String::new())],
        });
    }
    sections.extend(topic.meetings.iter().map(meeting));
    let page = ToldPage {
        kicker: words::TOPIC,
        title: match typed.words.trim() {
            "" => typed.question().map(|q| asked(&q, None)).unwrap_or_default(),
            words => words.to_owned(),
        },
        chart: timeline.and_then(|timeline| of_life(typed, timeline)),
        intro: words::of_a_topic(topic),
        notes: topic.notes.iter().map(words::note).collect(),
        sections,
        method: "",
        back: (links::search(typed), words::TO_SEARCH),
    };
    page.write_into(out)
}

fn meeting(told: &TopicMeeting) -> Section<'_> {
    let mut lines = Vec::new();
    for item in &told.items {
        let name = match &item.item {
            Some(of) => format!("{} {}", words::item(&of.number), of.title),
            None => words::OUTSIDE_ITEMS.to_owned(),
        };
        lines.push(Line { label: format!("{name}: {}", words::statements(item.n)), said: None });
        for (decision, speaks) in &item.decisions {
            let label = if *speaks { words::SPEAKS_OF_IT } else { words::UNDER_ITEM };
            lines.push(line(decision, label.to_owned()));
        }
    }
    Section {
        href: links::meeting(&told.meeting.id),
        heading: of(&told.meeting),
        more: words::statements(told.n),
        lines,
    }
}

/// Prints the statements that are like one.
///
/// # Errors
/// When `out` cannot be written.
pub fn similar_page(out: &mut dyn Write, similar: &Similar) -> io::Result<()> {
    let own = &similar.statement;
    let mut sections = vec![Section {
        href: links::in_meeting(&own.meeting.id, own.ordinal),
        heading: of(&own.meeting),
        more: String::new(),
        lines: vec![line(own, String::new())],
    }];
    sections.extend(similar.alike.iter().map(|alike| {
        let one = &alike.statement;
        Section {
            href: links::in_meeting(&one.meeting.id, one.ordinal),
            heading: of(&one.meeting),
            more: format!("{:.2}", alike.likeness).replace('.', ","),
            lines: vec![line(one, format!("{} {}", words::SHARED, alike.shared.join(", ")))],
        }
    }));
    let page = ToldPage {
        kicker: "",
        title: words::SIMILAR.to_owned(),
        chart: None,
        intro: match similar.alike.len() {
            0 => words::NONE_SIMILAR.to_owned(),
            n => words::statements(n),
        },
        notes: Vec::new(),
        sections,
        method: words::SIMILAR_METHOD,
        back: (links::statement(&own.id), words::STATEMENT),
    };
    page.write_into(out)
}

fn line(statement: &StatementEntry, label: String) -> Line<'_> {
    Line { label, said: Some((said(statement, &[]), statement.reference())) }
}

fn of(meeting: &MeetingRef) -> String {
    let name = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
    match meeting.date {
        Some(date) => format!("{}, {name}", words::day(date)),
        None => format!("{}, {name}", words::UNDATED),
    }
}
