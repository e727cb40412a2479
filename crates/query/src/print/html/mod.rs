//! Answers as pages for people, in Danish, that work without scripts.
//!
//! In: an answer. Out: a whole HTML page. The templates are in `crates/query/templates/` and escape
//! everything; their texts are in `words`, their addresses in `links`. Deliberately absent: asking
//! and HTTP (`web`).

mod archive;
mod asked;
mod attendance;
mod chart;
mod cited;
mod form;
pub(crate) mod links;
mod lists;
mod marks;
mod overview;
mod person;
mod record;
mod said;
mod search;
mod sections;
mod spread;
mod told;
pub(crate) mod words;

use std::io::{self, Write};

use askama::Template;

pub use archive::{Body, Contents, about_page, body_page, years};
pub use form::with_kind;
pub use lists::{meetings_page, people_page};
pub use overview::{who_page, words_page};
pub use person::person_page;
pub use record::{Within, meeting_page, statement_page};
pub use search::{Outcome, Overview, search_page};
pub use told::{similar_page, topic_page};

/// The style sheet of every page.
pub const STYLE: &str = concat!(
    include_str!("../../../templates/style.css"),
    include_str!("../../../templates/record.css"),
    include_str!("../../../templates/wide.css"),
);

/// The script of every page, which works without it.
pub const SCRIPT: &str = include_str!("../../../templates/script.js");

/// The icon of every page.
pub const ICON: &str = include_str!("../../../templates/icon.svg");

#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage<'a> {
    title: &'a str,
    text: &'a str,
}

/// Prints a page that says why there is no other.
///
/// # Errors
/// When `out` cannot be written.
pub fn message_page(out: &mut dyn Write, title: &str, text: &str) -> io::Result<()> {
    MessagePage { title, text }.write_into(out)
}

#[derive(Template)]
#[template(path = "opensearch.xml")]
struct OpenSearch<'a> {
    site: &'a str,
}

/// Prints what a browser must know to add the archive as a search engine (OpenSearch 1.1); `site` is its
/// address, without a slash at its end.
///
/// # Errors
/// When `out` cannot be written.
pub fn open_search(out: &mut dyn Write, site: &str) -> io::Result<()> {
    OpenSearch { site }.write_into(out)?;
    writeln!(out)
}
