//! The page of a body, and the page about the archive.
//!
//! In: a [`Body`] or [`Contents`]. Out: HTML. Deliberately absent: counting, and reading the index.

use std::collections::BTreeMap;
use std::io::{self, Write};

use askama::Template;
use schema::MeetingEntry;

use super::chart::{Chart, of_meetings};
use super::cited::{self, Cited};
use super::lists::{Line, by_year};
use super::person::{WordLink, word_links};
use super::search::Overview;
use super::{links, words};
use crate::{Answer, Distinctive, GroupBy, Share, Status, Typed, Unresolved};

/// Speakers that the page of a body shows. No source.
const SPEAKERS: usize = 12;

/// Files that the page about the archive names, of those that could not be read. No source.
const FILES: usize = 100;

/// What is told of a body (*organ*).
#[derive(Debug)]
pub struct Body<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its meetings, newest first.
    pub meetings: &'a [MeetingEntry],
    /// Its decisions, newest first, with who speaks beside them.
    pub decisions: &'a Answer,
    /// Everything said in it, counted.
    pub said: &'a Answer,
    /// What it speaks of more than others do.
    pub words: &'a Distinctive,
}

/// What the index holds and what it lacks.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The archive at a glance.
    pub overview: &'a Overview,
    /// What was read and what was not.
    pub status: &'a Status,
    /// How much text has no speaker.
    pub unresolved: &'a Unresolved,
}

#[derive(Template)]
#[template(path = "body.html")]
struct BodyPage<'a> {
    name: &'a str,
    counts: String,
    search_href: String,
    decisions_href: String,
    feed: String,
    chart: Option<Chart>,
    words: Vec<WordLink>,
    words_href: String,
    speakers: Vec<(String, &'a str, String)>,
    hits: Vec<Cited<'a>>,
    years: Vec<(String, Vec<Line<'a>>)>,
}

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    counts: String,
    files: String,
    chart: Option<Chart>,
    rows: Vec<BodyRow<'a>>,
    gaps: Vec<String>,
    failed: Vec<(&'a str, &'a str)>,
    empty: Vec<&'a str>,
    rest: Option<String>,
    remarks: Option<String>,
    version: &'a str,
}

/// A body in the table of what the archive holds.
struct BodyRow<'a> {
    href: String,
    name: &'a str,
    n_meetings: String,
    n_statements: String,
    with_speaker: String,
}

/// Prints a body.
///
/// # Errors
/// When `out` cannot be written.
pub fn body_page(out: &mut dyn Write, body: &Body<'_>) -> io::Result<()> {
    let theirs = Typed { body: Some(body.name.to_owned()), ..Typed::default() };
    let newest = Typed { sort: Some("newest".to_owned()), ..theirs.clone() };
    let decisions = Typed { decisions: true, ..newest.clone() };
    let mut counts = vec![
        words::meetings(body.meetings.len()),
        words::statements(body.said.total),
        words::decisions(body.decisions.total),
    ];
    counts.extend(span(body.meetings).map(|(first, last)| words::span(first, last)));
    let speakers = body.said.beside.facets.iter().find(|facet| facet.by == GroupBy::Person);
    let page = BodyPage {
        name: body.name,
        counts: counts.join(" · "),
        search_href: links::search(&newest),
        feed: links::export(&newest, "atom"),
        decisions_href: links::search(&decisions),
        chart: of_meetings(&years(body.meetings), |year| links::meetings_of(body.name, year)),
        words: word_links(body.words, &theirs),
        words_href: links::words(&theirs),
        speakers: speakers
            .into_iter()
            .flat_map(|facet| &facet.groups)
            .filter_map(|group| Some((group.key.as_deref()?, group)))
            .take(SPEAKERS)
            .map(|(key, group)| {
                (links::person(key), group.name.as_str(), words::statements(group.n))
            })
            .collect(),
        hits: body.decisions.hits.iter().map(|hit| cited::statement(&hit.statement)).collect(),
        years: by_year(body.meetings),
    };
    page.write_into(out)
}

/// Prints what the archive holds and what it lacks.
///
/// # Errors
/// When `out` cannot be written.
pub fn about_page(out: &mut dyn Write, contents: &Contents<'_>) -> io::Result<()> {
    let Contents { overview, status, unresolved } = contents;
    let rest = status.failed.len().saturating_sub(FILES)
        + status.without_meeting.len().saturating_sub(FILES);
    let page = AboutPage {
        counts: super::search::at_a_glance(overview),
        files: words::files(status.n_files + status.failed.len()),
        chart: of_meetings(&overview.years, links::meetings_in),
        rows: overview
            .bodies
            .iter()
            .map(|(name, n_meetings)| {
                let of_it = |s: &&Share| s.file.is_none() && s.body == *name;
                let share = unresolved.shares.iter().find(of_it);
                let (n, with) = share.map_or((0, 0), |s| (s.n_statements, s.n_with_speaker));
                BodyRow {
                    href: links::body(name),
                    name,
                    n_meetings: words::number(*n_meetings),
                    n_statements: words::number(n),
                    with_speaker: words::share(with, n),
                }
            })
            .collect(),
        gaps: gaps(&overview.years),
        failed: status
            .failed
            .iter()
            .take(FILES)
            .map(|(place, why)| (place.as_str(), why.as_str()))
            .collect(),
        empty: status.without_meeting.iter().take(FILES).map(String::as_str).collect(),
        rest: (rest > 0).then(|| words::show_rest(rest)),
        remarks: (status.n_remarks > 0).then(|| words::remarks(status.n_remarks)),
        version: &status.version,
    };
    page.write_into(out)
}

/// Number of meetings of each year, from the first to the last, those without any included.
pub fn years(meetings: &[MeetingEntry]) -> Vec<(i16, usize)> {
    let Some((first, last)) = span(meetings) else { return Vec::new() };
    let mut years: BTreeMap<i16, usize> =
        (first.year()..=last.year()).map(|year| (year, 0)).collect();
    for date in meetings.iter().filter_map(|meeting| meeting.date) {
        *years.entry(date.year()).or_default() += 1;
    }
    years.into_iter().collect()
}

fn span(meetings: &[MeetingEntry]) -> Option<(danish::Date, danish::Date)> {
    let days = || meetings.iter().filter_map(|meeting| meeting.date);
    Some((days().min()?, days().max()?))
}

/// Years without a meeting, those side by side as one: `1950`, `1952–1955`.
fn gaps(years: &[(i16, usize)]) -> Vec<String> {
    let mut gaps: Vec<(i16, i16)> = Vec::new();
    for (year, _) in years.iter().filter(|(_, n)| *n == 0) {
        match gaps.last_mut().filter(|(_, last)| *last + 1 == *year) {
            Some((_, last)) => *last = *year,
            None => gaps.push((*year, *year)),
        }
    }
    let named = |(first, last)| match first == last {
        true => format!("{first}"),
        false => format!("{first}–{last}"),
    };
    gaps.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::gaps;

    #[test]
    fn years_side_by_side_are_one_gap() {
        let years = [(1949, 2), (1950, 0), (1951, 1), (1952, 0), (1953, 0), (1954, 3)];
        assert_eq!(gaps(&years), ["1950", "1952–1953"]);
        assert!(gaps(&[(1949, 1)]).is_empty());
    }
}
