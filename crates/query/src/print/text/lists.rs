//! Lists of meetings and people as text, and what attribution left open.
//!
//! Deliberately absent: statements, and a meeting in full (`text`).

use std::io::{self, Write};

use schema::MeetingEntry;

use super::line;
use crate::print::layout::{BOLD, DIM, counted, wrapped};
use crate::{Person, Unresolved};

/// Prints a list of meetings with counts.
///
/// # Errors
/// When `out` cannot be written.
pub fn meetings(out: &mut dyn Write, meetings: &[MeetingEntry]) -> io::Result<()> {
    for meeting in meetings {
        let date = meeting.date.map_or_else(|| "undated".to_owned(), |d| d.to_string());
        let name = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
        write!(out, "{date:<12}")?;
        wrapped(out, name, &[], BOLD, 12, 12)?;
        let counts = format!(
            "{}, {}, {}",
            counted(meeting.items.len(), "item"),
            counted(meeting.n_statements, "statement"),
            counted(meeting.n_decisions, "decision"),
        );
        line(out, &counts, "", 12)?;
        line(out, &meeting.id, DIM, 12)?;
    }
    line(out, &counted(meetings.len(), "meeting"), "", 0)
}

/// Prints a list of people with counts.
///
/// # Errors
/// When `out` cannot be written.
pub fn people(out: &mut dyn Write, people: &[Person]) -> io::Result<()> {
    for person in people {
        let years = match person.days {
            Some((first, last)) if first.year() == last.year() => format!(", {}", first.year()),
            Some((first, last)) => format!(", {}-{}", first.year(), last.year()),
            None => String::new(),
        };
        line(out, &format!("{} ({})", person.name, person.key), BOLD, 0)?;
        let counts = format!(
            "{} in {}{years}",
            counted(person.n_statements, "statement"),
            counted(person.n_meetings, "meeting"),
        );
        line(out, &counts, "", 4)?;
        let mut known = person.roles.clone();
        known.extend(person.affiliations.iter().cloned());
        known.extend(person.bodies.iter().cloned());
        if !known.is_empty() {
            line(out, &known.join("; "), DIM, 4)?;
        }
    }
    line(out, &counted(people.len(), "person"), "", 0)
}

/// Prints what attribution left open: who speaks and is listed nowhere, and the share of text without
/// a speaker, by body and file.
///
/// # Errors
/// When `out` cannot be written.
pub fn unresolved(out: &mut dyn Write, open: &Unresolved) -> io::Result<()> {
    for one in &open.unlisted {
        line(out, &format!("{} ({})", one.name, one.key), BOLD, 0)?;
        let meetings: Vec<&str> = one.meetings.iter().map(|m| m.id.as_str()).collect();
        let said = format!("{} in {}", counted(one.n_statements, "statement"), meetings.join(", "));
        line(out, &said, "", 4)?;
    }
    let speaks = match open.unlisted.len() {
        1 => "1 person speaks and is listed in no meeting".to_owned(),
        n => format!("{n} people speak and are listed in no meeting"),
    };
    line(out, &speaks, "", 0)?;
    writeln!(out)?;
    line(out, "without a speaker, by body and file", BOLD, 0)?;
    for share in &open.shares {
        let without = share.n_statements - share.n_with_speaker;
        // Per cent, rounded to the nearest.
        let percent = (200 * without + share.n_statements) / (2 * share.n_statements.max(1));
        let body = if share.body.is_empty() { "(body unknown)" } else { &share.body };
        let (name, indent) = share.file.as_deref().map_or((body, 0), |file| (file, 2));
        let counts = format!("{percent} % ({without} of {}): {name}", share.n_statements);
        line(out, &counts, "", indent)?;
    }
    Ok(())
}
