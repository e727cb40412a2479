//! Answers as text for a terminal or a pipe, 80 columns wide.
//!
//! Deliberately absent: standard output, and asking.

mod lists;
mod news;
mod overview;
mod topic;

use std::io::{self, Write};

use schema::{Entry, MeetingRef, PersonEntry, Presence, StatementEntry};

pub use lists::{meetings, people, unresolved};
pub use news::news;
pub use topic::{similar, topic, who, words};

use super::layout::{BOLD, DIM, counted, wrapped};
use crate::cite::{citation, hash};
use crate::{Answer, Match, MeetingInFull, Place, Shown, Sort, Verdict, Way};

/// Prints the hits of a search, each with meeting, item, speaker and reference; with `why`, its reasons.
///
/// # Errors
/// When `out` cannot be written.
pub fn search(out: &mut dyn Write, answer: &Answer, sort: Sort, why: bool) -> io::Result<()> {
    head(out, answer, sort)?;
    if overview::beside(out, answer)? {
        return Ok(());
    }
    for (nth, hit) in answer.hits.iter().enumerate() {
        let statement = &hit.statement;
        writeln!(out)?;
        let number = format!("{}.", nth + 1);
        write!(out, "{number:<4}")?;
        wrapped(out, &of_meeting(&statement.meeting), &[], BOLD, 4, 4)?;
        if let Some(item) = &statement.item {
            line(out, &format!("{} {}", item.number, item.title), "", 4)?;
        }
        if let Some(who) = voice(statement) {
            line(out, &who, DIM, 4)?;
        }
        write!(out, "    ")?;
        wrapped(out, &statement.text, &hit.highlights, "", 4, 4)?;
        line(out, &statement.reference(), DIM, 4)?;
        if why {
            for reason in hit.reasons(reason) {
                line(out, &reason, DIM, 4)?;
            }
        }
    }
    if answer.hits.len() < answer.total {
        writeln!(out)?;
        let mut more =
            format!("{} of {} shown; --all shows the rest", answer.hits.len(), answer.total);
        if let Some(next) = &answer.next {
            more += &format!(", --cursor {next} the next");
        }
        line(out, &more, "", 0)?;
    }
    together(out, answer)
}

/// Prints the items that hold the words together, under a heading that says so.
fn together(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    if answer.total_items == 0 {
        return Ok(());
    }
    let found = counted(answer.total_items, "item");
    let heading = match answer.total_items {
        1 => format!(
            "{found} holds the words together, no statement under it by itself, newest first:"
        ),
        _ => format!(
            "{found} hold the words together, no statement under them by itself, newest first:"
        ),
    };
    writeln!(out)?;
    line(out, &heading, "", 0)?;
    for hit in &answer.items {
        writeln!(out)?;
        line(out, &of_meeting(&hit.item.meeting), BOLD, 4)?;
        line(out, &format!("{} {}", hit.item.item.number, hit.item.item.title), "", 4)?;
        for one in &hit.statements {
            write!(out, "    ")?;
            wrapped(out, &one.statement.text, &one.highlights, "", 4, 4)?;
            line(out, &one.statement.reference(), DIM, 4)?;
        }
        if hit.statements.is_empty() {
            line(out, &hit.item.reference(), DIM, 4)?;
        }
    }
    if answer.items.len() < answer.total_items {
        writeln!(out)?;
        let more = format!("{} of {} items shown", answer.items.len(), answer.total_items);
        line(out, &more, "", 0)?;
    }
    Ok(())
}

/// Why a statement was found: `journal: part of Sundhedsjournalen`.
fn reason(found: &Match, statement: &StatementEntry) -> String {
    let text = found.text_of(statement);
    let word = text.get(found.word.clone()).unwrap_or_default();
    let how = match found.way {
        Way::Exact => "as written".to_owned(),
        Way::Lemma => format!("a form of it, {word}"),
        Way::Part => format!("part of {word}"),
        Way::Synonym => format!("a synonym, {word}"),
        Way::Begins => format!("the beginning of {word}"),
        Way::Like => format!("spelt nearly so, {word}"),
    };
    let place = match found.place {
        Place::Text => "",
        Place::ItemTitle => " (title of the item)",
        Place::MeetingTitle => " (title of the meeting)",
    };
    format!("{}: {how}{place}", found.asked)
}

/// Prints what a person said, under meetings and items.
///
/// # Errors
/// When `out` cannot be written.
pub fn said(out: &mut dyn Write, answer: &Answer, sort: Sort) -> io::Result<()> {
    head(out, answer, sort)?;
    let mut meeting = None;
    let mut item = None;
    for hit in &answer.hits {
        let statement = &hit.statement;
        if meeting != Some(&statement.meeting.id) {
            meeting = Some(&statement.meeting.id);
            item = None;
            writeln!(out)?;
            line(out, &of_meeting(&statement.meeting), BOLD, 0)?;
        }
        if item != Some(&statement.item) {
            item = Some(&statement.item);
            if let Some(item) = &statement.item {
                line(out, &format!("{} {}", item.number, item.title), "", 2)?;
            }
        }
        write!(out, "    ")?;
        wrapped(out, &statement.text, &hit.highlights, "", 4, 4)?;
        line(out, &statement.reference(), DIM, 4)?;
    }
    if answer.hits.len() < answer.total {
        writeln!(out)?;
        let more = format!("{} of {} shown; leave out --limit", answer.hits.len(), answer.total);
        line(out, &more, "", 0)?;
    }
    Ok(())
}

/// Prints what a reference refers to, with who was there.
///
/// # Errors
/// When `out` cannot be written.
pub fn shown(out: &mut dyn Write, shown: &Shown) -> io::Result<()> {
    meeting_head(out, shown.meeting())?;
    agenda(out, shown.meeting(), &shown.statements())?;
    let Shown::Statement(_, one) = shown else { return Ok(()) };
    writeln!(out)?;
    line(out, &citation(one), DIM, 0)?;
    line(out, &format!("sha256:{}", hash(&one.text)), DIM, 0)
}

/// Prints what became of a cited statement.
///
/// # Errors
/// When `out` cannot be written.
pub fn verdict(out: &mut dyn Write, reference: &str, verdict: &Verdict) -> io::Result<()> {
    match verdict {
        Verdict::Same => line(out, &format!("{reference} reads as it was cited"), "", 0),
        Verdict::Moved(to) => {
            line(out, &format!("the words that were cited as {reference} now stand at {to}"), "", 0)
        }
        Verdict::Changed(now) => {
            let head = format!("{reference} no longer reads as it was cited, but so:");
            line(out, &head, "", 0)?;
            line(out, &now.text, "", 4)
        }
        Verdict::Gone => {
            let text = format!(
                "nothing has the reference {reference}, and its meeting, if there is one, does not \
                 have the words that were cited"
            );
            line(out, &text, "", 0)
        }
    }
}

/// Prints how a file is understood: beside each sentence its speaker, how one knows, and the words
/// that prove it.
///
/// # Errors
/// When `out` cannot be written.
pub fn parsed(
    out: &mut dyn Write,
    entries: &[Entry],
    remarks: &[(Option<u32>, String)],
) -> io::Result<()> {
    for entry in entries {
        let full =
            MeetingInFull { meeting: entry.meeting.clone(), statements: entry.statements.clone() };
        meeting_head(out, &full)?;
        agenda(out, &full, &full.statements.iter().collect::<Vec<_>>())?;
        writeln!(out)?;
    }
    for (number, text) in remarks {
        let place = number.map_or_else(|| "file".to_owned(), |n| format!("line {n}"));
        line(out, &format!("remark, {place}: {text}"), DIM, 0)?;
    }
    Ok(())
}

fn head(out: &mut dyn Write, answer: &Answer, sort: Sort) -> io::Result<()> {
    for note in &answer.notes {
        line(out, &format!("note: {note}"), "", 0)?;
    }
    let order = match sort {
        Sort::Relevance => "best first",
        Sort::Newest => "newest first",
        Sort::Oldest => "oldest first",
    };
    let found = counted(answer.total, "statement");
    match answer.total {
        0 if answer.total_items == 0 => {
            line(out, &format!("nothing found: {}", answer.question), "", 0)?;
        }
        _ => line(out, &format!("{found}, {order}: {}", answer.question), "", 0)?,
    }
    if let Some(nothing) = &answer.nothing {
        overview::nothing(out, nothing)?;
    }
    if let Some(three) = answer.beside.three.as_ref().filter(|_| answer.total > 0) {
        overview::three(out, three)?;
    }
    line(out, &format!("index version {}", answer.version), "", 0)
}

/// A wrapped line with a hanging indent of its own.
fn line(out: &mut dyn Write, text: &str, style: &str, indent: usize) -> io::Result<()> {
    write!(out, "{:indent$}", "")?;
    wrapped(out, text, &[], style, indent, indent)
}

fn of_meeting(meeting: &MeetingRef) -> String {
    let date = meeting.date.map_or_else(|| "undated".to_owned(), |d| d.to_string());
    let name = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
    format!("{date} {name}")
}

/// Who said it and what it decides; `None` when neither is known.
fn voice(statement: &StatementEntry) -> Option<String> {
    let speaker = statement.speaker.as_ref().map(|s| s.name.clone());
    let decision = statement.decision.as_ref().map(|d| format!("decision: {}", d.kind.as_str()));
    let parts: Vec<String> = speaker.into_iter().chain(decision).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn meeting_head(out: &mut dyn Write, full: &MeetingInFull) -> io::Result<()> {
    let meeting = &full.meeting;
    let date = meeting.date.map_or_else(|| "undated".to_owned(), |d| d.to_string());
    let name = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
    line(out, &format!("{date} {name}"), BOLD, 0)?;
    if meeting.title != *name {
        line(out, &meeting.title, "", 0)?;
    }
    line(out, &format!("{} ({})", meeting.id, meeting.file), DIM, 0)?;
    for (label, presence) in [
        ("Present", Presence::Present),
        ("Substitutes", Presence::Substitute),
        ("Apologies", Presence::Apology),
        ("Absent", Presence::Absent),
    ] {
        let there: Vec<String> =
            meeting.people.iter().filter(|p| p.presence == presence).map(person).collect();
        if !there.is_empty() {
            line(out, &format!("{label}: {}", there.join("; ")), "", 0)?;
        }
    }
    Ok(())
}

fn person(person: &PersonEntry) -> String {
    let more: Vec<&str> =
        [&person.role, &person.affiliation].into_iter().flatten().map(String::as_str).collect();
    let items = match person.items.is_empty() {
        true => String::new(),
        false => format!(" [item {}]", person.items.join(", ")),
    };
    match more.is_empty() {
        true => format!("{}{items}", person.name),
        false => format!("{} ({}){items}", person.name, more.join(", ")),
    }
}

/// Statements under the headings of their items; items above them are named too.
fn agenda(
    out: &mut dyn Write,
    full: &MeetingInFull,
    statements: &[&StatementEntry],
) -> io::Result<()> {
    let shows_all = statements.len() == full.statements.len();
    let mut next = statements.iter().peekable();
    let none: Option<&str> = None;
    // What stands before the first item.
    while let Some(one) = next.next_if(|s| s.item.is_none()) {
        statement(out, one)?;
    }
    let number_of = |s: &StatementEntry| s.item.as_ref().map(|i| i.number.clone());
    let mut heading = none.map(str::to_owned);
    let mut printed_items = 0;
    for one in next {
        if number_of(one) != heading {
            heading = number_of(one);
            // Items without a word under them stand in their place too when all is shown.
            if let Some(place) =
                full.meeting.items.iter().position(|i| Some(&i.number) == heading.as_ref())
            {
                let from = if shows_all { printed_items.min(place) } else { place };
                for item in full.meeting.items.iter().take(place + 1).skip(from) {
                    item_heading(out, item)?;
                }
                printed_items = printed_items.max(place + 1);
            }
        }
        statement(out, one)?;
    }
    if shows_all {
        for item in full.meeting.items.iter().skip(printed_items) {
            item_heading(out, item)?;
        }
    }
    Ok(())
}

fn item_heading(out: &mut dyn Write, item: &schema::ItemEntry) -> io::Result<()> {
    let kind = item.kind.map_or_else(String::new, |k| format!(" ({k})"));
    let closed = if item.closed { " [closed]" } else { "" };
    writeln!(out)?;
    line(out, &format!("{} {}{kind}{closed}", item.number, item.title), BOLD, 0)
}

/// A sentence under who said it, how one knows, and its number; the words that prove it are marked.
fn statement(out: &mut dyn Write, statement: &StatementEntry) -> io::Result<()> {
    let mut about = vec![format!("s{}", statement.ordinal)];
    let mut marks = Vec::new();
    if let Some(speaker) = &statement.speaker {
        let proof = statement.text.get(speaker.evidence.clone()).unwrap_or_default();
        about.push(match proof {
            "" => format!("{} ({})", speaker.name, speaker.how.as_str()),
            proof => format!("{} ({}: \"{proof}\")", speaker.name, speaker.how.as_str()),
        });
        if let Some(doubt) = &speaker.doubt {
            about.push(format!("doubt: {doubt}"));
        }
        if !proof.is_empty() {
            marks.push(speaker.evidence.clone());
        }
    }
    if let Some(decision) = &statement.decision {
        about.push(format!("decision: {}", decision.kind.as_str()));
    }
    if let Some(block) = &statement.block {
        about.push(block.clone());
    }
    line(out, &about.join("; "), DIM, 2)?;
    write!(out, "    ")?;
    wrapped(out, &statement.text, &marks, "", 4, 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Beside, Note};

    #[test]
    fn nothing_found_is_said() {
        let answer = Answer {
            question: "enhjørning".to_owned(),
            version: "3f9a2c81b7d4".to_owned(),
            total: 0,
            hits: Vec::new(),
            next: None,
            total_items: 0,
            items: Vec::new(),
            notes: vec![Note::TakenFor { typed: "Ask".to_owned(), name: "Torben Ask".to_owned() }],
            beside: Beside::default(),
            nothing: None,
        };
        let mut out = Vec::new();
        search(&mut out, &answer, Sort::Relevance, false).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "note: Ask is taken for Torben Ask\nnothing found: enhjørning\nindex version 3f9a2c81b7d4\n"
        );
    }
}
