//! The forms of output that verbs and addresses offer, and printing in them.
//!
//! In: an answer and the form that was asked for. Out: its bytes. Deliberately absent: how each form is
//! printed (the modules beside this one).

use std::io::{self, Write};

use clap::ValueEnum;

use super::{akn, atom, csv, json, literature, markdown, tei, text};
use crate::{Answer, Shown};

/// Text for people or JSON for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, 80 columns wide
    Text,
    /// For programs; the same as over HTTP
    Json,
}

/// The forms of a list of meetings or people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people, 80 columns wide
    Text,
    /// For programs; the same as over HTTP
    Json,
    /// For a spreadsheet
    Csv,
}

/// The forms of a list of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HitsFormat {
    /// For people, 80 columns wide
    Text,
    /// For programs; the same as over HTTP
    Json,
    /// For programs that read a stream: a hit a line
    Ndjson,
    /// For a spreadsheet
    Csv,
    /// Quotations with their source
    Markdown,
    /// For readers of news
    Atom,
}

/// The forms of what a reference refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShownFormat {
    /// For people, 80 columns wide
    Text,
    /// For programs; the same as over HTTP
    Json,
    /// For a spreadsheet: a statement a row
    Csv,
    /// Quotations with their source
    Markdown,
    /// For LaTeX: one statement
    Bibtex,
    /// For Zotero and its like: one statement as CSL-JSON
    Csl,
    /// For archives of parliaments: a meeting in Akoma Ntoso
    Akn,
    /// For linguists: a meeting in TEI, as ParlaMint has it
    Tei,
}

/// The forms of a list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PeopleFormat {
    /// For people, 80 columns wide
    Text,
    /// For programs; the same as over HTTP
    Json,
    /// For a spreadsheet
    Csv,
    /// For civic programs: persons, posts and memberships as Popolo
    Popolo,
}

/// Prints hits in a form for programs; [`HitsFormat::Text`] is for those who know in which order they
/// are, and is JSON here. `site` is the address of the archive on the web, for links.
///
/// # Errors
/// When `out` cannot be written.
pub fn hits(
    out: &mut dyn Write,
    answer: &Answer,
    format: HitsFormat,
    site: Option<&str>,
) -> io::Result<()> {
    match format {
        HitsFormat::Text | HitsFormat::Json => json::write(out, &json::search(answer)),
        HitsFormat::Ndjson => json::lines(out, answer),
        HitsFormat::Csv => csv::hits(out, answer),
        HitsFormat::Markdown => markdown::hits(out, answer),
        HitsFormat::Atom => atom::hits(out, answer, site),
    }
}

/// Prints what a reference refers to. Whether there is such a form of it: some cite one statement, some
/// hold a whole meeting.
///
/// # Errors
/// When `out` cannot be written.
pub fn shown(out: &mut dyn Write, shown: &Shown, format: ShownFormat) -> io::Result<bool> {
    match (format, shown) {
        (ShownFormat::Json, _) => json::write(out, &json::shown(shown))?,
        (ShownFormat::Text, _) => text::shown(out, shown)?,
        (ShownFormat::Csv, _) => csv::statements(out, shown.statements().into_iter())?,
        (ShownFormat::Markdown, _) => markdown::shown(out, shown)?,
        (ShownFormat::Bibtex, Shown::Statement(_, one)) => literature::bibtex(out, one)?,
        (ShownFormat::Csl, Shown::Statement(_, one)) => literature::csl(out, one)?,
        (ShownFormat::Akn, Shown::Meeting(full)) => akn::meeting(out, full)?,
        (ShownFormat::Tei, Shown::Meeting(full)) => tei::meeting(out, full)?,
        (ShownFormat::Bibtex | ShownFormat::Csl | ShownFormat::Akn | ShownFormat::Tei, _) => {
            return Ok(false);
        }
    }
    Ok(true)
}
