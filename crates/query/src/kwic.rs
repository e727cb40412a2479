//! Hits as lines of a concordance: each word found, with what stands before and behind it.
//!
//! In: [`Hit`]s. Out: [`KwicLine`]s, cut at words so that they fit a width. Deliberately absent: colours
//! and escaping (`print`).

use std::ops::Range;

use schema::StatementEntry;

use crate::{Hit, Match, Place};

/// Columns before the word that was found.
const LEFT: usize = 30;
/// Columns from the word that was found to the end of the line.
const RIGHT: usize = 41;

/// One word found (*keyword in context*).
#[derive(Debug, Clone, PartialEq)]
pub struct KwicLine<'a> {
    /// The statement.
    pub statement: &'a StatementEntry,
    /// What stands before, at most 30 columns; an ellipsis where it is cut.
    pub left: String,
    /// The word that was found, as printed; empty where the statement was not found by its own words.
    pub word: &'a str,
    /// Byte range of what matches in `word`: all of it, or the part of a compound.
    pub part: Range<usize>,
    /// What stands behind; with the word at most 41 columns.
    pub right: String,
}

/// The lines of some hits, in their order; a statement with several words found has as many.
pub fn kwic(hits: &[Hit]) -> Vec<KwicLine<'_>> {
    let mut lines = Vec::new();
    for hit in hits {
        let mut found: Vec<&Match> =
            hit.matches.iter().filter(|m| m.place == Place::Text).collect();
        found.sort_by_key(|m| (m.word.start, m.range.start));
        found.dedup_by_key(|m| m.word.start);
        match found.is_empty() {
            true => lines.push(line(&hit.statement, 0..0, 0..0)),
            false => lines.extend(
                found.into_iter().map(|m| line(&hit.statement, m.word.clone(), m.range.clone())),
            ),
        }
    }
    lines
}

fn line(statement: &StatementEntry, word: Range<usize>, part: Range<usize>) -> KwicLine<'_> {
    let text = statement.text.as_str();
    let found = text.get(word.clone()).unwrap_or_default();
    let before = text.get(..word.start).unwrap_or_default();
    let behind = text.get(word.end..).unwrap_or_default();
    let room = RIGHT.saturating_sub(found.chars().count());
    KwicLine {
        statement,
        left: end_of(before, LEFT),
        word: found,
        part: part.start.saturating_sub(word.start)..part.end.saturating_sub(word.start),
        right: beginning_of(behind, room),
    }
}

/// As many of the last words of a text as fit.
fn end_of(text: &str, width: usize) -> String {
    let text = one_line(text);
    let n = text.chars().count();
    if n <= width {
        return text;
    }
    // One column is the ellipsis.
    let cut: String = text.chars().skip(n + 1 - width).collect();
    let from = cut.find(' ').map_or(cut.as_str(), |at| cut.get(at..).unwrap_or_default());
    format!("…{from}")
}

/// As many of the first words of a text as fit.
fn beginning_of(text: &str, width: usize) -> String {
    let text = one_line(text);
    if text.chars().count() <= width {
        return text;
    }
    let cut: String = text.chars().take(width.saturating_sub(1)).collect();
    let to = cut.rfind(' ').map_or(cut.as_str(), |at| cut.get(..=at).unwrap_or_default());
    format!("{to}…")
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_at_words() {
        for (text, width, left, right) in [
            ("kort", 30, "kort", "kort"),
            ("en to tre fire", 9, "… fire", "en to …"),
            ("en to tre fire ", 9, "… fire ", "en to …"),
            ("langtordudenmellemrum", 8, "…mellemrum".trim_start_matches("…mel"), "langtor…"),
            ("ord på\nflere linjer", 40, "ord på flere linjer", "ord på flere linjer"),
        ] {
            assert!(end_of(text, width).ends_with(left), "{text}: {}", end_of(text, width));
            assert!(end_of(text, width).chars().count() <= width);
            assert_eq!(beginning_of(text, width), right, "{text}");
        }
    }
}
