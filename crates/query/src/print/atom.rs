//! Statements as an Atom feed (RFC 4287), for readers of news.
//!
//! In: statements with the time at which each became known. Out: XML. Deliberately absent: the
//! clock, and asking.

use std::borrow::Cow;
use std::io::{self, Write};

use askama::Template;
use schema::StatementEntry;

use super::html::{links, words};
use crate::cite::citation;

/// What a feed is of.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'a> {
    /// Its name.
    pub title: &'a str,
    /// The question in words.
    pub question: &'a str,
    /// A name that stays, safe in a URN: `adgangsstyring`.
    pub key: &'a str,
    /// When anything in it last changed, in UTC: `2026-03-01T08:00:00Z`.
    pub updated: &'a str,
    /// Address of the archive on the web, without a slash at its end, if it has one.
    pub site: Option<&'a str>,
}

/// A statement of a feed.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// What it is known again by, safe in a URN; it stays when other statements come before it.
    pub mark: &'a str,
    /// The statement.
    pub statement: &'a StatementEntry,
    /// When it became known, in UTC.
    pub known: &'a str,
}

#[derive(Template)]
#[template(path = "feed.xml")]
struct FeedPage<'a> {
    title: Cow<'a, str>,
    question: Cow<'a, str>,
    id: String,
    updated: &'a str,
    entries: Vec<EntryOfFeed<'a>>,
}

struct EntryOfFeed<'a> {
    title: Cow<'a, str>,
    id: String,
    updated: &'a str,
    href: Option<String>,
    speaker: Option<Cow<'a, str>>,
    text: Cow<'a, str>,
    citation: String,
}

/// Prints a feed.
///
/// # Errors
/// When `out` cannot be written.
pub fn feed(out: &mut dyn Write, feed: &Feed<'_>, entries: &[Entry<'_>]) -> io::Result<()> {
    let page = FeedPage {
        title: plain(feed.title),
        question: plain(feed.question),
        id: format!("urn:referat:feed:{}", feed.key),
        updated: feed.updated,
        entries: entries.iter().map(|one| entry(one, feed.site)).collect(),
    };
    page.write_into(out)?;
    writeln!(out)
}

fn entry<'a>(entry: &Entry<'a>, site: Option<&str>) -> EntryOfFeed<'a> {
    let Entry { mark, statement, known } = *entry;
    let title = match &statement.item {
        Some(item) if !item.title.is_empty() => &item.title,
        _ => &statement.meeting.title,
    };
    EntryOfFeed {
        title: plain(title),
        id: format!("urn:referat:statement:{mark}"),
        updated: known,
        href: site.map(|site| format!("{site}{}", links::statement(&statement.id))),
        speaker: statement.speaker.as_ref().map(|speaker| plain(&speaker.name)),
        text: plain(&statement.text),
        citation: plain(&citation(statement)).into_owned(),
    }
}

/// Text without what XML 1.0 cannot say at all, even escaped.
fn plain(text: &str) -> Cow<'_, str> {
    let unsayable = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    match text.contains(unsayable) {
        true => Cow::Owned(text.replace(unsayable, " ")),
        false => Cow::Borrowed(text),
    }
}
