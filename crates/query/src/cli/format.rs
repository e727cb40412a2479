//! The forms of output that verbs offer.
//!
//! Deliberately absent: printing (`print`).

use clap::ValueEnum;

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
}
