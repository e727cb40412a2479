//! The page of a person: posts over time, when they speak, of what, and what they said last.
//!
//! In: a [`PersonTold`]. Out: HTML. Deliberately absent: asking, and judging who is one person (`people`).

use std::io::{self, Write};

use askama::Template;

use super::chart::{Chart, of_life};
use super::cited::{self, Cited};
use super::lists::{Line, part};
use super::{links, words};
use crate::people::posts;
use crate::{Distinctive, Part, PersonTold, Post, Three, Typed};

/// Statements that the page shows, newest first. No source.
const LAST: usize = 5;

/// Distinctive words that the pages of a person and a body show. No source.
const WORDS: usize = 16;

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
    posts: Vec<PostLine>,
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

/// What somebody was in a body over time.
struct PostLine {
    role: String,
    body: String,
    href: String,
    when: String,
}

/// Prints a person.
///
/// # Errors
/// When `out` cannot be written.
pub fn person_page(
    out: &mut dyn Write,
    told: &PersonTold,
    three: Option<&Three>,
) -> io::Result<()> {
    let person = &told.full.person;
    let key = || Some(person.key.clone());
    let theirs = Typed { speaker: key(), ..Typed::default() };
    let newest = Typed { sort: Some("newest".to_owned()), ..theirs.clone() };
    let mut facts: Vec<(&str, String)> = Vec::new();
    if !person.affiliations.is_empty() {
        facts.push((words::AFFILIATIONS, person.affiliations.join(", ")));
    }
    facts.extend(person.days.map(|(first, last)| (words::DAYS, words::span(first, last))));
    let page = PersonPage {
        name: &person.name,
        facts,
        counts: format!(
            "{} · {}",
            words::meetings(person.n_meetings),
            words::statements(person.n_statements)
        ),
        three: three.map_or_else(Vec::new, |three| {
            let [by, about, to] = words::three(three);
            vec![
                (links::search(&newest), by),
                (links::search(&Typed { about: key(), ..Typed::default() }), about),
                (links::search(&Typed { addressed_to: key(), ..Typed::default() }), to),
            ]
        }),
        chart: told.timeline.as_ref().and_then(|timeline| of_life(&theirs, timeline)),
        words: word_links(&told.words, &theirs),
        words_href: links::words(&theirs),
        said_href: links::search(&newest),
        feed: links::export(&newest, "atom"),
        decisions_href: links::search(&Typed { decisions: true, ..newest }),
        posts: post_lines(&told.full.meetings),
        hits: told
            .said
            .hits
            .iter()
            .take(LAST)
            .map(|hit| cited::statement(&hit.statement))
            .collect(),
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
    of.words.iter().take(WORDS).map(link).collect()
}

/// What somebody was in each body, the latest first.
fn post_lines(meetings: &[Part]) -> Vec<PostLine> {
    let mut posts = posts(meetings);
    posts.retain(|post| !post.body.is_empty());
    posts.sort_by_key(|post| std::cmp::Reverse(post.days.map(|(_, last)| last)));
    let line = |post: Post| {
        let mut when: Vec<String> =
            post.days.map(|(first, last)| words::span(first, last)).into_iter().collect();
        when.push(words::meetings(post.n_meetings));
        PostLine {
            role: post.role.unwrap_or_else(|| words::LISTED.to_owned()),
            href: links::body(&post.body),
            body: post.body,
            when: when.join(" · "),
        }
    };
    posts.into_iter().map(line).collect()
}
