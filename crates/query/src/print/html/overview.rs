//! Pages of tables: who says something most, and what somebody speaks of more than others.
//!
//! In: [`Who`], [`Distinctive`]. Out: HTML. Deliberately absent: counting (`crate::overview`).

use std::io::{self, Write};

use askama::Template;

use super::{links, words};
use crate::{Distinctive, Typed, Who, per_ten_thousand};

#[derive(Template)]
#[template(path = "table.html")]
struct TablePage {
    title: String,
    intro: String,
    notes: Vec<String>,
    columns: Vec<&'static str>,
    rows: Vec<Row>,
    method: &'static str,
    back: Option<(String, &'static str)>,
}

struct Row {
    href: Option<String>,
    name: String,
    cells: Vec<String>,
}

/// Prints who says something most.
///
/// # Errors
/// When `out` cannot be written.
pub fn who_page(out: &mut dyn Write, typed: &Typed, who: &Who) -> io::Result<()> {
    let theirs =
        |key: &str| links::search(&Typed { speaker: Some(key.to_owned()), ..typed.clone() });
    let mut rows: Vec<Row> = who
        .people
        .iter()
        .map(|one| Row {
            href: Some(theirs(&one.key)),
            name: one.name.clone(),
            cells: vec![one.n.to_string(), words::rate(per_ten_thousand(one.n, one.n_words))],
        })
        .collect();
    if who.n_without > 0 {
        let cells = vec![who.n_without.to_string(), String::new()];
        rows.push(Row { href: None, name: words::NOBODY.to_owned(), cells });
    }
    let page = TablePage {
        title: words::WHO_SAYS_IT.to_owned(),
        intro: format!("{} · {}", typed.words.trim(), words::statements(who.total)),
        notes: who.notes.iter().map(words::note).collect(),
        columns: vec![words::SPEAKER, words::N_STATEMENTS, words::PER_OWN_WORDS],
        rows,
        method: "",
        back: Some((links::search(typed), words::TO_SEARCH)),
    };
    page.write_into(out)
}

/// Prints what a person or body speaks of more than others.
///
/// # Errors
/// When `out` cannot be written.
pub fn words_page(out: &mut dyn Write, typed: &Typed, of: &Distinctive) -> io::Result<()> {
    let rows = of.words.iter().map(|word| Row {
        href: Some(links::search(&Typed {
            words: word.word.clone(),
            limit: None,
            ..typed.clone()
        })),
        name: word.word.clone(),
        cells: vec![word.n.to_string(), word.n_others.to_string(), words::rate(Some(word.g2))],
    });
    let title = if of.is_person { words::SPEAKS_OF } else { words::BODY_SPEAKS_OF };
    let page = TablePage {
        title: format!("{}: {}", of.of, title.to_lowercase()),
        intro: words::spoken_of(of),
        notes: of.notes.iter().map(words::note).collect(),
        columns: vec![words::WORD, words::HERE, words::ELSEWHERE, words::G2],
        rows: rows.collect(),
        method: words::WORDS_METHOD,
        back: None,
    };
    page.write_into(out)
}
