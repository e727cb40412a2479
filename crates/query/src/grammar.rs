//! What stands in a search box, read leniently.
//!
//! In: the words as typed. Out: [`Clause`]s, and notes on what could not be read. A search box never
//! answers "syntax error": a parenthesis too many, an OR without a right side or a quote without an end
//! are passed over, and a field whose value cannot be read is said. The grammar stands in README.md.
//! Deliberately absent: what words and names mean (`plan`, `resolve`).

mod written;

use danish::{Date, Text, parse_period};

pub(crate) use written::written;

use crate::Note;
use crate::question::{Clause, Field};

/// How far apart the words of `"a b"~` may stand when no number follows.
const USUAL_DISTANCE: u32 = 10;
/// Groups within groups that are read; a deeper one is passed over. Nobody types more; no source.
const MAX_DEPTH: usize = 20;

/// The clauses of what was typed, which must all hold, and what could not be read.
pub(crate) fn clauses(typed: &str) -> (Vec<Clause>, Vec<Note>) {
    let plain = Text::new(typed);
    let mut reader = Reader { pieces: pieces(plain.as_str()), at: 0, notes: Vec::new() };
    let mut all = Vec::new();
    while reader.at < reader.pieces.len() {
        // What ends early has a parenthesis too many: it is passed over.
        all.extend(reader.any(0));
        reader.at += 1;
    }
    (joined(all), reader.notes)
}

/// A piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Open,
    Close,
    Or,
    Not,
    And,
    /// A name of a field and its colon.
    Name(Field, String),
    /// Between quotes, with the number after `~`.
    Quoted(String, Option<u32>),
    Word(String),
}

struct Reader {
    pieces: Vec<Piece>,
    at: usize,
    notes: Vec<Note>,
}

impl Reader {
    fn next(&self) -> Option<&Piece> {
        self.pieces.get(self.at)
    }

    /// Groups with OR between them, up to a closing parenthesis.
    fn any(&mut self, depth: usize) -> Vec<Clause> {
        let mut groups = vec![self.all(depth)];
        while self.next() == Some(&Piece::Or) {
            self.at += 1;
            groups.push(self.all(depth));
        }
        groups.retain(|group| !group.is_empty());
        match groups.len() {
            0 | 1 => groups.pop().unwrap_or_default(),
            _ => vec![Clause::Any(groups)],
        }
    }

    /// Clauses side by side, up to an OR or a closing parenthesis.
    fn all(&mut self, depth: usize) -> Vec<Clause> {
        let mut all = Vec::new();
        while let Some(piece) = self.next() {
            match piece {
                Piece::Or | Piece::Close => break,
                Piece::And => self.at += 1,
                Piece::Not => {
                    self.at += 1;
                    let unwanted = self.one(depth);
                    if !unwanted.is_empty() {
                        all.push(Clause::Without(unwanted));
                    }
                }
                _ => all.extend(self.one(depth)),
            }
        }
        joined(all)
    }

    /// A word, a phrase, a field or a group in parentheses.
    fn one(&mut self, depth: usize) -> Vec<Clause> {
        let Some(piece) = self.next().cloned() else { return Vec::new() };
        match piece {
            Piece::Close | Piece::Or => Vec::new(),
            Piece::And | Piece::Not => {
                self.at += 1;
                Vec::new()
            }
            Piece::Open => {
                self.at += 1;
                let group = if depth < MAX_DEPTH { self.any(depth + 1) } else { Vec::new() };
                if self.next() == Some(&Piece::Close) {
                    self.at += 1;
                }
                group
            }
            Piece::Name(field, name) => {
                self.at += 1;
                self.field(field, &name)
            }
            Piece::Quoted(text, distance) => {
                self.at += 1;
                quoted(&text, distance).into_iter().collect()
            }
            Piece::Word(word) => {
                self.at += 1;
                vec![word_clause(&word)]
            }
        }
    }

    /// The value after `name:`; what cannot be read is noted and left out.
    fn field(&mut self, field: Field, name: &str) -> Vec<Clause> {
        let value = match self.next() {
            Some(Piece::Word(word)) => word.clone(),
            Some(Piece::Quoted(text, _)) => text.clone(),
            _ => {
                self.notes.push(Note::Unread(format!("{name}:")));
                return Vec::new();
            }
        };
        self.at += 1;
        let clause = match field {
            Field::On | Field::Before | Field::After => days(field, &value),
            Field::Decision => truth(&value).map(Clause::Decision),
            Field::Kind => kind(&value).map(Clause::Kind),
            // Case numbers and annexes are words of the text, however they are joined.
            Field::Case => Some(Clause::Words(Text::new(&value))),
            Field::Annex => Some(Clause::Near(Text::new(&format!("bilag {value}")), 0)),
            _ => Some(Clause::Named(field, value.clone())),
        };
        if clause.is_none() {
            self.notes.push(Note::Unread(format!("{name}:{value}")));
        }
        clause.into_iter().collect()
    }
}

/// Cuts what was typed into pieces.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let glued = after.chars().next().is_some_and(|c| !c.is_whitespace());
        rest = match first {
            '(' | ')' => {
                pieces.push(if first == '(' { Piece::Open } else { Piece::Close });
                after
            }
            '|' => {
                pieces.push(Piece::Or);
                after
            }
            '-' | '\u{2212}' if glued && !after.starts_with(is_sign) => {
                pieces.push(Piece::Not);
                after
            }
            quote if is_quote(quote) => {
                let (inside, after) = cut(after, |c| closes(quote, c));
                let after =
                    after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
                let (distance, after) = match after.strip_prefix('~') {
                    Some(number) => {
                        let (digits, after) = cut(number, |c| !c.is_ascii_digit());
                        (Some(digits.parse().unwrap_or(USUAL_DISTANCE)), after)
                    }
                    None => (None, after),
                };
                pieces.push(Piece::Quoted(inside.to_owned(), distance));
                after
            }
            _ => {
                let (word, after) =
                    cut(rest, |c| c.is_whitespace() || matches!(c, '(' | ')' | '|') || is_quote(c));
                word_pieces(word, &mut pieces);
                after
            }
        }
        .trim_start();
    }
    pieces
}

/// A word, an operator in capitals, or a field's name with what follows its colon.
fn word_pieces(word: &str, pieces: &mut Vec<Piece>) {
    match word {
        "OR" | "ELLER" => return pieces.push(Piece::Or),
        "NOT" | "IKKE" => return pieces.push(Piece::Not),
        "AND" | "OG" => return pieces.push(Piece::And),
        _ => {}
    }
    if let Some((name, value)) = word.split_once(':')
        && let Some(field) = field_named(name)
    {
        pieces.push(Piece::Name(field, name.to_owned()));
        if !value.is_empty() {
            pieces.push(Piece::Word(value.to_owned()));
        }
        return;
    }
    pieces.push(Piece::Word(word.to_owned()));
}

/// The field of a name, in Danish or English.
fn field_named(name: &str) -> Option<Field> {
    Some(match name.to_lowercase().as_str() {
        "taler" | "speaker" => Field::Speaker,
        "om" | "about" => Field::About,
        "til" | "to" => Field::To,
        "rolle" | "role" => Field::Role,
        "organ" | "body" => Field::Body,
        "punkt" | "item" => Field::Item,
        "type" | "kind" => Field::Kind,
        "dato" | "date" => Field::On,
        "før" | "foer" | "before" => Field::Before,
        "efter" | "after" => Field::After,
        "beslutning" | "decision" => Field::Decision,
        "bilag" | "annex" => Field::Annex,
        "sag" | "case" => Field::Case,
        _ => return None,
    })
}

/// One word with its signs: `=word`, `word*`, `word~`, `word~2`.
fn word_clause(word: &str) -> Clause {
    if let Some(exact) = word.strip_prefix('=').filter(|w| w.starts_with(char::is_alphanumeric)) {
        return Clause::Phrase(Text::new(exact));
    }
    let letters = |w: &str| w.chars().filter(|c| c.is_alphanumeric()).count();
    if let Some(beginning) = word.strip_suffix('*').filter(|w| letters(w) > 0) {
        return Clause::Begins(Text::new(beginning));
    }
    if let Some((like, edits)) = word.split_once('~').filter(|(w, _)| letters(w) > 0) {
        match edits {
            // A short word has too many neighbours at two letters' distance.
            "" => return Clause::Like(Text::new(like), if letters(like) < 6 { 1 } else { 2 }),
            "1" => return Clause::Like(Text::new(like), 1),
            "2" => return Clause::Like(Text::new(like), 2),
            _ => {}
        }
    }
    Clause::Words(Text::new(word))
}

fn quoted(text: &str, distance: Option<u32>) -> Option<Clause> {
    let text = Text::new(text.trim());
    if text.as_str().is_empty() {
        return None;
    }
    Some(match distance {
        None => Clause::Phrase(text),
        Some(distance) => Clause::Near(text, distance),
    })
}

/// Days of `dato:`, `før:` and `efter:`: `2021`, `2021-02..2022-06`, `..2019`.
fn days(field: Field, value: &str) -> Option<Clause> {
    let first = |typed: &str| parse_period(typed).map(|period| period.from());
    let last = |typed: &str| parse_period(typed).map(|period| period.to());
    let (from, to): (Option<Date>, Option<Date>) = match field {
        Field::Before => (None, Some(first(value)?.yesterday().ok()?)),
        Field::After => (Some(last(value)?.tomorrow().ok()?), None),
        _ => match value.split_once("..") {
            Some(("", "")) => return None,
            Some(("", to)) => (None, Some(last(to)?)),
            Some((from, "")) => (Some(first(from)?), None),
            Some((from, to)) => (Some(first(from)?), Some(last(to)?)),
            None => (Some(first(value)?), Some(last(value)?)),
        },
    };
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return None;
    }
    Some(Clause::Days(from, to))
}

fn truth(value: &str) -> Option<bool> {
    match value.to_lowercase().as_str() {
        "ja" | "yes" | "1" | "true" => Some(true),
        "nej" | "no" | "0" | "false" => Some(false),
        _ => None,
    }
}

/// The letter of what an item is for.
fn kind(value: &str) -> Option<char> {
    match value.to_lowercase().as_str() {
        "o" | "orientering" | "information" => Some('O'),
        "b" | "beslutning" | "decision" => Some('B'),
        "d" | "drøftelse" | "droeftelse" | "discussion" => Some('D'),
        _ => None,
    }
}

/// Words side by side as one clause, so that `by- og landområdet` stays what it is.
fn joined(clauses: Vec<Clause>) -> Vec<Clause> {
    let mut joined: Vec<Clause> = Vec::with_capacity(clauses.len());
    for clause in clauses {
        match (joined.last_mut(), clause) {
            (Some(Clause::Words(before)), Clause::Words(after)) => {
                *before = Text::new(&format!("{} {}", before.as_str(), after.as_str()));
            }
            (_, clause) => joined.push(clause),
        }
    }
    joined
}

/// What stands before the first char that ends it, and the rest with that char.
fn cut(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '»' | '«')
}

/// Whether a quote that one char opened ends with another: `»…«`, `«…»`, `„…“`, `“…”`, `"…"`.
fn closes(open: char, c: char) -> bool {
    match open {
        '»' => c == '«',
        '«' => c == '»',
        '„' => matches!(c, '“' | '”'),
        _ => matches!(c, '"' | '“' | '”'),
    }
}

fn is_sign(c: char) -> bool {
    !(c.is_alphanumeric() || is_quote(c) || matches!(c, '(' | '='))
}

#[cfg(test)]
mod tests;
