//! Statements as an Atom feed (RFC 4287), for readers of news.
//!
//! In: statements with the time at which each became known. Out: XML. Deliberately absent: the
//! clock, and asking.

use std::borrow::Cow;
use std::io::{self, Write};

use askama::Template;
use schema::StatementEntry;

use super::html::{links, words};
use super::xml::plain;
use crate::Answer;
use crate::cite::{citation, hash};
use crate::saved::marked;

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

/// Prints the hits of a search as a feed. A statement is as old as its meeting, since an index does not
/// know when it was found first; one of a meeting without a day is as old as time.
///
/// # Errors
/// When `out` cannot be written.
pub fn hits(out: &mut dyn Write, answer: &Answer, site: Option<&str>) -> io::Result<()> {
    let marked = marked(answer.hits.iter().map(|hit| &hit.statement));
    let days: Vec<String> = marked
        .iter()
        .map(|(_, statement)| statement.meeting.date)
        .map(|day| day.map_or_else(|| BEGINNING.to_owned(), |day| format!("{day}T00:00:00Z")))
        .collect();
    let entries: Vec<Entry<'_>> = marked
        .iter()
        .zip(&days)
        .map(|((mark, statement), known)| Entry { mark, statement, known })
        .collect();
    let of = Feed {
        title: &answer.question,
        question: &answer.question,
        key: &format!("{:.16}", hash(&answer.question)),
        updated: days.iter().max().map_or(BEGINNING, String::as_str),
        site,
    };
    feed(out, &of, &entries)
}

/// When a feed changed that never had an entry.
pub(crate) const BEGINNING: &str = "1970-01-01T00:00:00Z";

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
