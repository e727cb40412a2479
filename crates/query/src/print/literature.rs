//! A statement in the forms that programs for literature read: BibTeX, and CSL-JSON for Zotero and
//! its like.
//!
//! In: a [`StatementEntry`]. Out: one entry. The type is that of an unpublished document, since both
//! formats have none for minutes. Sources: the BibTeX manual (Patashnik, 1988) for `@misc`; the CSL
//! 1.0.2 schema for variables. Deliberately absent: the Danish line that people read (`cite`).

use std::io::{self, Write};

use schema::StatementEntry;
use serde::Serialize;

use crate::cite::{citation, hash};

/// Prints a statement as BibTeX.
///
/// # Errors
/// When `out` cannot be written.
pub fn bibtex(out: &mut dyn Write, statement: &StatementEntry) -> io::Result<()> {
    let meeting = &statement.meeting;
    writeln!(out, "@misc{{{},", statement.id)?;
    if !meeting.body.is_empty() {
        // The second pair of braces keeps the name of a body from being cut into given and family name.
        writeln!(out, "  author = {{{{{}}}}},", tex(&meeting.body))?;
    }
    let mut field = |name: &str, value: &str| match value.is_empty() {
        true => Ok(()),
        false => writeln!(out, "  {name} = {{{}}},", tex(value)),
    };
    field("title", &meeting.title)?;
    if let Some(date) = meeting.date {
        field("year", &date.year().to_string())?;
        field("date", &date.to_string())?;
    }
    field("howpublished", &meeting.file)?;
    field("note", &citation(statement))?;
    field("abstract", &statement.text)?;
    field("keywords", &format!("sha256:{}", hash(&statement.text)))?;
    writeln!(out, "}}")
}

/// Prints a statement as CSL-JSON: a list of one.
///
/// # Errors
/// When `out` cannot be written.
pub fn csl(out: &mut dyn Write, statement: &StatementEntry) -> io::Result<()> {
    let meeting = &statement.meeting;
    let author = (!meeting.body.is_empty()).then_some(Literal { literal: &meeting.body });
    let date =
        meeting.date.map(|d| Issued { date_parts: [[d.year(), d.month().into(), d.day().into()]] });
    let item = Csl {
        id: &statement.id,
        r#type: "document",
        genre: "mødereferat",
        language: "da",
        title: &meeting.title,
        author: author.into_iter().collect(),
        issued: date,
        section: statement.item.as_ref().map(|i| i.number.as_str()),
        page: statement.page.to_string(),
        source: &meeting.file,
        r#abstract: &statement.text,
        note: format!("{}; sha256:{}", citation(statement), hash(&statement.text)),
    };
    super::json::write(out, &[item])
}

#[derive(Serialize)]
struct Csl<'a> {
    id: &'a str,
    r#type: &'static str,
    genre: &'static str,
    language: &'static str,
    title: &'a str,
    author: Vec<Literal<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    page: String,
    source: &'a str,
    r#abstract: &'a str,
    note: String,
}

#[derive(Serialize)]
struct Literal<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    date_parts: [[i16; 3]; 1],
}

/// Text in which TeX takes nothing for a command.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // To BibTeX a brace with a backslash before it still opens or closes.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '$' | '&' | '#' | '%' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_minutes_is_a_command_to_tex() {
        for (text, expected) in [
            ("5 % af 100 $ & mere", "5 \\% af 100 \\$ \\& mere"),
            ("{sag_1", "\\textbraceleft{}sag\\_1"),
            ("C:\\møder", "C:\\textbackslash{}møder"),
        ] {
            assert_eq!(tex(text), expected);
        }
    }
}
