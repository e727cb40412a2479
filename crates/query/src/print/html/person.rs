//! The page of a person: posts over time, when they speak, of what, and what they said last.
//!
//! In: a [`Told`]. Out: HTML. Deliberately absent: asking, and judging who is one person (`people`).

use std::io::{self, Write};

use askama::Template;
use danish::Date;

use super::chart::{Chart, of_life};
use super::cited::{self, Cited};
use super::lists::{Line, part};
use super::{links, words};
use crate::{Answer, Distinctive, Part, PersonInFull, Typed};

/// What is told of a person.
#[derive(Debug)]
pub struct Told<'a> {
    /// The person with their meetings.
    pub full: &'a PersonInFull,
    /// What they said, newest first, with its timeline and its three parts beside it.
    pub answer: &'a Answer,
    /// What they speak of more than others, where they speak at all.
    pub words: Option<&'a Distinctive>,
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage<'a> {
    name: &'a str,
    facts: Vec<(&'static str, String)>,
    counts: String,
    said_href: String,
    decisions_href: String,
    feed: String,
    /// Said by, about and to them.
    three: Vec<(String, String)>,
    chart: Option<Chart>,
    words: Vec<WordLink>,
    words_href: String,
    posts: Vec<Post<'a>>,
    hits: Vec<Cited<'a>>,
    spoke: bool,
    n_meetings: String,
    meetings: Vec<Line<'a>>,
}

/// A word that leads to where it is said.
pub(super) struct WordLink {
    pub href: String,
    pub word: String,
    pub n: u64,
}

/// What somebody was in a body, from one meeting to another.
#[derive(Debug, PartialEq, Eq)]
struct Post<'a> {
    role: &'a str,
    body: &'a str,
    href: String,
    days: Option<(Date, Date)>,
    n_meetings: usize,
}

impl Post<'_> {
    fn period(&self) -> String {
        self.days.map_or_else(String::new, |(first, last)| words::span(first, last))
    }

    fn meetings(&self) -> String {
        words::meetings(self.n_meetings)
    }
}

/// Prints a person.
///
/// # Errors
/// When `out` cannot be written.
pub fn person_page(out: &mut dyn Write, told: &Told<'_>) -> io::Result<()> {
    let person = &told.full.person;
    let key = || Some(person.key.clone());
    let theirs = Typed { speaker: key(), ..Typed::default() };
    let newest = Typed { sort: Some("newest".to_owned()), ..theirs.clone() };
    let mut facts: Vec<(&str, String)> = Vec::new();
    if !person.affiliations.is_empty() {
        facts.push((words::AFFILIATIONS, person.affiliations.join(", ")));
    }
    facts.extend(person.days.map(|(first, last)| (words::DAYS, words::span(first, last))));
    let beside = &told.answer.beside;
    let page = PersonPage {
        name: &person.name,
        facts,
        counts: format!(
            "{} · {}",
            words::meetings(person.n_meetings),
            words::statements(person.n_statements)
        ),
        three: beside.three.as_ref().map_or_else(Vec::new, |three| {
            let [by, about, to] = words::three(three);
            vec![
                (links::search(&newest), by),
                (links::search(&Typed { about: key(), ..Typed::default() }), about),
                (links::search(&Typed { addressed_to: key(), ..Typed::default() }), to),
            ]
        }),
        chart: beside.timeline.as_ref().and_then(|timeline| of_life(&theirs, timeline)),
        words: told.words.map_or_else(Vec::new, |of| word_links(of, &theirs)),
        words_href: links::words(&theirs),
        said_href: links::search(&newest),
        feed: links::export(&newest, "atom"),
        decisions_href: links::search(&Typed { decisions: true, ..newest }),
        posts: posts(&told.full.meetings),
        hits: told.answer.hits.iter().map(|hit| cited::statement(&hit.statement)).collect(),
        spoke: person.n_statements > 0,
        n_meetings: words::meetings(told.full.meetings.len()),
        meetings: told.full.meetings.iter().map(part).collect(),
    };
    page.write_into(out)
}

/// Distinctive words, each leading to where the same people or bodies say it.
pub(super) fn word_links(of: &Distinctive, typed: &Typed) -> Vec<WordLink> {
    let link = |word: &crate::WordCount| WordLink {
        href: links::search(&Typed { words: word.word.clone(), ..typed.clone() }),
        word: word.word.clone(),
        n: word.n,
    };
    of.words.iter().map(link).collect()
}

/// What somebody was in each body, the latest first; meetings come newest first.
fn posts(meetings: &[Part]) -> Vec<Post<'_>> {
    let mut posts: Vec<Post> = Vec::new();
    for part in meetings {
        let body = part.meeting.body.as_str();
        if body.is_empty() {
            continue;
        }
        let listed = part.listed.as_ref();
        let role = listed.and_then(|l| l.role.as_deref()).unwrap_or(match listed {
            Some(_) => words::LISTED,
            None => words::UNLISTED,
        });
        let day = part.meeting.date.map(|day| (day, day));
        match posts.iter_mut().find(|p| p.role == role && p.body == body) {
            Some(post) => {
                post.n_meetings += 1;
                post.days = match (post.days, day) {
                    (Some((first, last)), Some((day, _))) => Some((first.min(day), last.max(day))),
                    (days, day) => days.or(day),
                };
            }
            None => {
                posts.push(Post { role, body, href: links::body(body), days: day, n_meetings: 1 });
            }
        }
    }
    posts
}

#[cfg(test)]
mod tests {
    use super::*;
    use schema::{Group, MeetingRef, PersonEntry, Presence};

    #[test]
    fn a_post_lasts_from_its_first_meeting_to_its_last() {
        let part = |day: &str, role: Option<&str>| Part {
            meeting: MeetingRef {
                id: day.to_owned(),
                title: String::new(),
                body: "Vandråd".to_owned(),
                date: day.parse().ok(),
                file: String::new(),
            },
            listed: Some(PersonEntry {
                key: "mie-falk".to_owned(),
                name: "Mie Falk".to_owned(),
                affiliation: None,
                role: role.map(str::to_owned),
                initials: None,
                group: Group::Member,
                presence: Presence::Present,
                items: Vec::new(),
            }),
            n_statements: 0,
        };
        let meetings = [
            part("2022-03-04", Some("formand")),
            part("2021-03-04", Some("formand")),
            part("2020-03-04", None),
        ];
        let told: Vec<String> =
            posts(&meetings).iter().map(|p| format!("{} {}", p.role, p.period())).collect();
        assert_eq!(told, ["formand 4. marts 2021 – 4. marts 2022", "deltager 4. marts 2020"]);
    }
}
