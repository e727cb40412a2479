//! Who says something, what somebody speaks of, a matter over time, and what is similar, as text.
//!
//! Deliberately absent: counting (`overview`, `similar`).

use std::io::{self, Write};

use schema::StatementEntry;

use super::{line, of_meeting, voice};
use crate::print::layout::{BOLD, DIM, PLAIN, counted, wrapped};
use crate::{Distinctive, Note, Similar, Topic, Who, per_ten_thousand};

/// Prints who says something, most statements first.
///
/// # Errors
/// When `out` cannot be written.
pub fn who(out: &mut dyn Write, who: &Who) -> io::Result<()> {
    notes(out, &who.notes)?;
    let (found, people) = (counted(who.total, "statement"), counted(who.people.len(), "person"));
    if who.total == 0 {
        return line(out, &format!("nothing found: {}", who.question), "", 0);
    }
    line(out, &format!("{found} by {people}: {}", who.question), "", 0)?;
    writeln!(out)?;
    writeln!(out, "{BOLD}statements  per 10,000 of their words{PLAIN}")?;
    for one in &who.people {
        let rate = per_ten_thousand(one.n, one.n_words).unwrap_or_default();
        write!(out, "{:>10}  {rate:>25.1}  ", one.n)?;
        wrapped(out, &format!("{} ({})", one.name, one.key), &[], "", 39, 39)?;
    }
    if who.n_without > 0 {
        write!(out, "{:>10}  {:>25}  ", who.n_without, "")?;
        line(out, "without a speaker", DIM, 0)?;
    }
    Ok(())
}

/// Prints what a person or body speaks of more than others.
///
/// # Errors
/// When `out` cannot be written.
pub fn words(out: &mut dyn Write, words: &Distinctive) -> io::Result<()> {
    notes(out, &words.notes)?;
    let Distinctive { of, n_statements, n_words, n_other_words, min, .. } = words;
    let others = match words.is_person {
        true => "words of other speakers",
        false => "words of other bodies",
    };
    let head = format!(
        "{of}: {} with {n_words} words, held against {n_other_words} {others}",
        counted(*n_statements, "statement"),
    );
    line(out, &head, "", 0)?;
    if words.words.is_empty() {
        return line(out, &format!("no word is distinctive that occurs {min} times"), "", 0);
    }
    writeln!(out)?;
    writeln!(out, "{BOLD}     G²   here  elsewhere{PLAIN}")?;
    for word in &words.words {
        write!(out, "{:>7.1}{:>7}{:>11}  ", word.g2, word.n, word.n_others)?;
        wrapped(out, &word.word, &[], "", 27, 27)?;
    }
    writeln!(out)?;
    let how = format!(
        "base forms that occur {min} times or more, by log-likelihood (Dunning 1993); 6.6 is reached \
         by chance once in a hundred"
    );
    line(out, &how, DIM, 0)
}

/// Prints a matter from its first mention to its last.
///
/// # Errors
/// When `out` cannot be written.
pub fn topic(out: &mut dyn Write, topic: &Topic) -> io::Result<()> {
    notes(out, &topic.notes)?;
    if topic.total == 0 {
        return line(out, &format!("nothing found: {}", topic.question), "", 0);
    }
    let head = format!(
        "{} in {}, {}: {}",
        counted(topic.total, "statement"),
        counted(topic.meetings.len(), "meeting"),
        counted(topic.n_decisions(), "decision"),
        topic.question,
    );
    line(out, &head, "", 0)?;
    if !topic.bodies.is_empty() {
        line(out, &topic.bodies.join("; "), DIM, 0)?;
    }
    for (label, one) in [("first", &topic.first), ("last", &topic.last)] {
        let Some(one) = one else { continue };
        writeln!(out)?;
        line(out, &format!("{label} {}", of_meeting(&one.meeting)), BOLD, 0)?;
        statement(out, one)?;
    }
    for told in &topic.meetings {
        writeln!(out)?;
        line(out, &of_meeting(&told.meeting), BOLD, 0)?;
        line(out, &format!("{} ({})", counted(told.n, "statement"), told.meeting.id), DIM, 0)?;
        for item in &told.items {
            let title = match &item.item {
                Some(of) => format!("{} {}", of.number, of.title),
                None => "outside of the agenda".to_owned(),
            };
            line(out, &format!("{title}: {}", counted(item.n, "statement")), "", 2)?;
            for (decision, speaks) in &item.decisions {
                let which = match speaks {
                    true => "decision that speaks of it",
                    false => "decision under this item",
                };
                line(out, which, DIM, 4)?;
                statement(out, decision)?;
            }
        }
    }
    Ok(())
}

/// Prints statements that are like one.
///
/// # Errors
/// When `out` cannot be written.
pub fn similar(out: &mut dyn Write, similar: &Similar) -> io::Result<()> {
    line(out, &of_meeting(&similar.statement.meeting), BOLD, 0)?;
    statement(out, &similar.statement)?;
    let words = similar.words.join(", ");
    if !similar.words.is_empty() {
        line(out, &format!("compared by: {words}"), DIM, 0)?;
    }
    if similar.alike.is_empty() {
        return line(out, "none is like it", "", 0);
    }
    for alike in &similar.alike {
        writeln!(out)?;
        let head = format!("{:.2} {}", alike.likeness, of_meeting(&alike.statement.meeting));
        line(out, &head, BOLD, 0)?;
        statement(out, &alike.statement)?;
        line(out, &format!("shared: {}", alike.shared.join(", ")), DIM, 4)?;
    }
    Ok(())
}

fn notes(out: &mut dyn Write, notes: &[Note]) -> io::Result<()> {
    notes.iter().try_for_each(|note| line(out, &format!("note: {note}"), "", 0))
}

/// A statement under who said it, with its reference.
fn statement(out: &mut dyn Write, statement: &StatementEntry) -> io::Result<()> {
    if let Some(who) = voice(statement) {
        line(out, &who, DIM, 4)?;
    }
    line(out, &statement.text, "", 4)?;
    line(out, &statement.reference(), DIM, 4)
}
