//! The search page: the form, and what came of it.
//!
//! In: what was typed, and an [`Outcome`]. Out: HTML. The form keeps what was typed whatever comes
//! of it. Deliberately absent: asking, and choosing what to propose instead (`web::page`).

use std::io::{self, Write};

use askama::Template;
use danish::Date;
use schema::MeetingEntry;

use super::asked::asked;
use super::chart::{Chart, of_meetings};
use super::cited::{self, Cited, CitedItem};
use super::form::{Form, form};
use super::lists::{Line, meeting_line};
use super::spread::{Spread, Why, spread, why};
use super::{links, words};
use crate::{Answer, Nothing, QueryError, Question, Typed};

/// Bodies that the first page names. No source.
const BODIES: usize = 16;

/// What came of a search.
#[derive(Debug)]
pub enum Outcome<'a> {
    /// Nothing was asked yet.
    Start,
    /// It was understood; the answer may be empty.
    Answered {
        /// As it was understood.
        question: &'a Question,
        /// What was found.
        answer: &'a Answer,
    },
    /// It could not be answered.
    Refused(&'a QueryError, Option<&'a Nothing>),
}

/// What the archive holds, at a glance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overview {
    /// Name and number of meetings of each body, by name.
    pub bodies: Vec<(String, usize)>,
    /// Number of meetings.
    pub n_meetings: usize,
    /// Number of statements.
    pub n_statements: usize,
    /// First and last day.
    pub days: Option<(Date, Date)>,
    /// Number of meetings of each year from the first to the last, those without any included.
    pub years: Vec<(i16, usize)>,
    /// The newest meetings, newest first.
    pub newest: Vec<MeetingEntry>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    title: String,
    form: Form<'a>,
    /// Whether examples help: at the start, and when nothing was found.
    examples: bool,
    glance: Option<Glance<'a>>,
    refused: Option<Refused>,
    found: Option<Found<'a>>,
}

/// The archive at a glance.
struct Glance<'a> {
    counts: String,
    bodies: Vec<(String, &'a str, String)>,
    /// How many bodies there are besides.
    rest: Option<String>,
    chart: Option<Chart>,
    newest: Vec<Line<'a>>,
}

/// A refusal in words, and ways on.
struct Refused {
    text: String,
    ways_heading: &'static str,
    ways: Vec<(String, String)>,
}

/// An answer ready to be shown.
struct Found<'a> {
    asked: String,
    notes: Vec<String>,
    total: usize,
    count: String,
    hits: Vec<Cited<'a>>,
    sorts: Vec<(String, &'static str, bool)>,
    shown: String,
    previous: Option<String>,
    next: Option<String>,
    first: Option<String>,
    why: Option<Why>,
    spread: Spread<'a>,
    /// How many items hold the words together, in words; `None` when there are none.
    together: Option<String>,
    items: Vec<CitedItem<'a>>,
    version: &'a str,
    feed: String,
    /// What is found, for other programs: address and name.
    exports: Vec<(String, &'static str)>,
}

/// Prints the search page.
///
/// # Errors
/// When `out` cannot be written.
pub fn search_page(
    out: &mut dyn Write,
    typed: &Typed,
    overview: &Overview,
    outcome: &Outcome<'_>,
) -> io::Result<()> {
    let title = match typed.words.trim() {
        "" => words::SITE.to_owned(),
        asked => format!("{asked} – {}", words::SITE),
    };
    let (refused, found) = match outcome {
        Outcome::Start => (None, None),
        Outcome::Answered { question, answer } => (None, Some(found(typed, question, answer))),
        Outcome::Refused(error, nothing) => (Some(refused(typed, error, *nothing)), None),
    };
    let wrong = match outcome {
        Outcome::Refused(error, _) => wrong_field(error),
        _ => "",
    };
    let page = SearchPage {
        title,
        form: form(typed, overview, wrong, refused.is_some()),
        examples: found.as_ref().is_none_or(|found| found.total == 0),
        glance: matches!(outcome, Outcome::Start).then(|| glance(overview)),
        refused,
        found,
    };
    page.write_into(out)
}

fn glance(overview: &Overview) -> Glance<'_> {
    let mut bodies: Vec<&(String, usize)> = overview.bodies.iter().collect();
    // Those that meet most, by name again.
    bodies.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    bodies.truncate(BODIES);
    bodies.sort();
    let n_rest = overview.bodies.len() - bodies.len();
    Glance {
        counts: at_a_glance(overview),
        bodies: bodies
            .iter()
            .map(|(body, n)| (links::body(body), body.as_str(), words::meetings(*n)))
            .collect(),
        rest: (n_rest > 0).then(|| words::show_rest(n_rest)),
        chart: of_meetings(&overview.years, links::meetings_in),
        newest: overview.newest.iter().map(meeting_line).collect(),
    }
}

/// How much there is and of which time, in words.
pub(super) fn at_a_glance(overview: &Overview) -> String {
    let mut counts =
        vec![words::meetings(overview.n_meetings), words::statements(overview.n_statements)];
    counts.extend(overview.days.map(|(first, last)| words::span(first, last)));
    counts.join(" · ")
}

/// The form's field that an error is about; empty when it is about none.
fn wrong_field(error: &QueryError) -> &'static str {
    match error {
        QueryError::Date { name, .. } | QueryError::Value { name, .. } => name,
        QueryError::Period { .. } => "to",
        QueryError::ManyPersons { .. } | QueryError::NoPerson { .. } => "speaker",
        QueryError::NoBody { .. } => "body",
        _ => "",
    }
}

fn refused(typed: &Typed, error: &QueryError, nothing: Option<&Nothing>) -> Refused {
    let why = nothing.map(why).filter(|why| !why.meant.is_empty());
    if let Some(why) = why {
        let ways = why.meant.into_iter();
        return Refused {
            text: words::refusal(error),
            ways_heading: words::MEANT,
            ways: ways.map(|(href, said, count)| (href, format!("{said}: {count}"))).collect(),
        };
    }
    let speaking = |name: &str| {
        links::search(&Typed {
            speaker: Some(name.to_owned()),
            offset: None,
            cursor: None,
            ..typed.clone()
        })
    };
    let (ways_heading, ways) = match error {
        QueryError::ManyPersons { candidates, .. } => (
            words::WHO_IS_MEANT,
            candidates.iter().map(|(key, name)| (speaking(key), name.clone())).collect(),
        ),
        QueryError::NoPerson { suggestions, .. } => (
            words::MAYBE_MEANT,
            suggestions.iter().map(|name| (speaking(name), name.clone())).collect(),
        ),
        QueryError::NoBody { bodies, .. } => (
            words::BODIES_ARE,
            bodies
                .iter()
                .map(|body| {
                    let typed = Typed {
                        body: Some(body.clone()),
                        offset: None,
                        cursor: None,
                        ..typed.clone()
                    };
                    (links::search(&typed), body.clone())
                })
                .collect(),
        ),
        _ => ("", Vec::new()),
    };
    Refused { text: words::refusal(error), ways_heading, ways }
}

fn found<'a>(typed: &Typed, question: &Question, answer: &'a Answer) -> Found<'a> {
    let offset = question.offset;
    // Groups are paged in the place of hits.
    let (n_shown, n_all) = match &answer.beside.groups {
        Some(groups) => (groups.groups.len(), groups.total),
        None => (answer.hits.len(), answer.total),
    };
    let at = |offset: usize| {
        let cursor = Some(offset).filter(|o| *o > 0).map(|o| format!("{o}-{}", answer.version));
        links::search(&Typed { offset: None, cursor, ..typed.clone() })
    };
    let page_length = match question.limit {
        crate::Limit::First(n) => n,
        crate::Limit::Usual | crate::Limit::All => n_shown,
    };
    // A typed key or part of a name reads better as the name that the minutes have.
    let speaker = answer
        .hits
        .first()
        .filter(|_| question.speaker.is_some())
        .and_then(|hit| hit.statement.speaker.as_ref())
        .map(|speaker| speaker.name.as_str());
    let sort = match question.order() {
        crate::Sort::Relevance => "relevance",
        crate::Sort::Newest => "newest",
        crate::Sort::Oldest => "oldest",
    };
    Found {
        asked: asked(question, speaker),
        notes: answer.notes.iter().map(words::note).collect(),
        total: answer.total,
        count: match question.decisions {
            true => words::decisions(answer.total),
            false => words::statements(answer.total),
        },
        hits: answer.hits.iter().map(|hit| cited::hit(hit, typed)).collect(),
        sorts: words::SORTS
            .iter()
            // Without words nothing is better than anything else.
            .filter(|(value, _)| *value != "relevance" || !question.words.is_empty())
            .map(|(value, name)| {
                let sort_so = Typed {
                    sort: Some((*value).to_owned()),
                    offset: None,
                    cursor: None,
                    ..typed.clone()
                };
                (links::search(&sort_so), *name, *value == sort)
            })
            .collect(),
        shown: words::shown(offset.saturating_add(1), offset.saturating_add(n_shown), n_all),
        previous: (offset > 0 && n_shown > 0).then(|| at(offset.saturating_sub(page_length))),
        next: (n_shown > 0 && offset + n_shown < n_all).then(|| at(offset + n_shown)),
        first: (n_shown == 0 && n_all > 0).then(|| at(0)),
        why: answer.nothing.as_ref().map(why),
        spread: spread(typed, answer),
        together: Some(answer.total_items).filter(|n| *n > 0).map(words::together),
        items: answer.items.iter().map(cited::item).collect(),
        version: &answer.version,
        feed: links::export(typed, "atom"),
        exports: words::EXPORTS
            .iter()
            .map(|(format, name)| (links::export(typed, format), *name))
            .collect(),
    }
}
