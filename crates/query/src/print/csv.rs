//! Answers as tables that a spreadsheet opens with a double click: a byte-order mark, semicolons,
//! lines that end in CR LF.
//!
//! A Danish spreadsheet takes the comma for the decimal sign, so the semicolon parts the columns. A
//! cell that a spreadsheet would take for a formula gets an apostrophe before it. Deliberately
//! absent: asking, and standard output.

use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};
use schema::{MeetingEntry, StatementEntry};

use crate::cite::{citation, hash};
use crate::{Answer, Person, Unresolved};

/// Prints the hits of a search, a statement a row.
///
/// # Errors
/// When `out` cannot be written.
pub fn hits(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    statements(out, answer.hits.iter().map(|hit| &hit.statement))
}

/// Prints statements, one a row.
///
/// # Errors
/// When `out` cannot be written.
pub fn statements<'a>(
    out: &mut dyn Write,
    statements: impl Iterator<Item = &'a StatementEntry>,
) -> io::Result<()> {
    let mut table = table(
        out,
        &[
            "reference",
            "date",
            "body",
            "title",
            "item",
            "item_title",
            "speaker",
            "how",
            "doubt",
            "decision",
            "text",
            "file",
            "page",
            "first_line",
            "last_line",
            "citation",
            "hash",
        ],
    )?;
    for one in statements {
        let item = one.item.as_ref();
        let speaker = one.speaker.as_ref();
        row(
            &mut table,
            [
                &*one.reference(),
                &one.meeting.date.map(|d| d.to_string()).unwrap_or_default(),
                &one.meeting.body,
                &one.meeting.title,
                item.map_or("", |i| &i.number),
                item.map_or("", |i| &i.title),
                speaker.map_or("", |s| &s.name),
                speaker.map_or("", |s| s.how.as_str()),
                speaker.and_then(|s| s.doubt.as_deref()).unwrap_or_default(),
                one.decision.as_ref().map_or("", |d| d.kind.as_str()),
                &one.text,
                &one.meeting.file,
                &one.page.to_string(),
                &one.lines.0.to_string(),
                &one.lines.1.to_string(),
                &citation(one),
                &hash(&one.text),
            ],
        )?;
    }
    table.flush()
}

/// Prints meetings, one a row.
///
/// # Errors
/// When `out` cannot be written.
pub fn meetings(out: &mut dyn Write, meetings: &[MeetingEntry]) -> io::Result<()> {
    let columns =
        ["id", "date", "body", "title", "people", "items", "statements", "decisions", "file"];
    let mut table = table(out, &columns)?;
    for meeting in meetings {
        row(
            &mut table,
            [
                &*meeting.id,
                &meeting.date.map(|d| d.to_string()).unwrap_or_default(),
                &meeting.body,
                &meeting.title,
                &meeting.people.len().to_string(),
                &meeting.items.len().to_string(),
                &meeting.n_statements.to_string(),
                &meeting.n_decisions.to_string(),
                &meeting.file,
            ],
        )?;
    }
    table.flush()
}

/// Prints people, one a row; several bodies, roles or affiliations stand in one cell with a comma
/// between.
///
/// # Errors
/// When `out` cannot be written.
pub fn people(out: &mut dyn Write, people: &[Person]) -> io::Result<()> {
    let columns = [
        "key",
        "name",
        "bodies",
        "roles",
        "affiliations",
        "meetings",
        "statements",
        "first",
        "last",
    ];
    let mut table = table(out, &columns)?;
    for person in people {
        let (first, last) = person.days.unzip();
        row(
            &mut table,
            [
                &*person.key,
                &person.name,
                &person.bodies.join(", "),
                &person.roles.join(", "),
                &person.affiliations.join(", "),
                &person.n_meetings.to_string(),
                &person.n_statements.to_string(),
                &first.map(|d| d.to_string()).unwrap_or_default(),
                &last.map(|d| d.to_string()).unwrap_or_default(),
            ],
        )?;
    }
    table.flush()
}

/// Prints how much text has no speaker, a body (with an empty file) or a file a row.
///
/// # Errors
/// When `out` cannot be written.
pub fn unresolved(out: &mut dyn Write, open: &Unresolved) -> io::Result<()> {
    let mut table = table(out, &["body", "file", "statements", "without_speaker"])?;
    for share in &open.shares {
        let without = share.n_statements - share.n_with_speaker;
        row(
            &mut table,
            [
                &*share.body,
                share.file.as_deref().unwrap_or_default(),
                &share.n_statements.to_string(),
                &without.to_string(),
            ],
        )?;
    }
    table.flush()
}

/// A table with its first row.
fn table<'a>(out: &'a mut dyn Write, columns: &[&str]) -> io::Result<Writer<&'a mut dyn Write>> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut table =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(out);
    table.write_record(columns)?;
    Ok(table)
}

fn row<'a>(
    table: &mut Writer<&mut dyn Write>,
    cells: impl IntoIterator<Item = &'a str>,
) -> io::Result<()> {
    for cell in cells {
        match cell.starts_with(['=', '+', '-', '@', '\t']) {
            true => table.write_field(format!("'{cell}"))?,
            false => table.write_field(cell)?,
        }
    }
    table.write_record(None::<&[u8]>)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_opens_it_right() {
        let person = Person {
            key: "aase-ost".to_owned(),
            name: "=Åse \"Øst\"; jun.".to_owned(),
            bodies: vec!["Vandrådet".to_owned(), "Havneudvalget".to_owned()],
            n_meetings: 3,
            ..Person::default()
        };
        let mut out = Vec::new();
        people(&mut out, &[person]).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\u{feff}key;name;bodies;roles;affiliations;meetings;statements;first;last\r\n\
            aase-ost;\"'=Åse \"\"Øst\"\"; jun.\";Vandrådet, Havneudvalget;;;3;0;;\r\n"
        );
    }
}
