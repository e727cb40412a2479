//! What a word is found by because of the words beside it.
//!
//! In: the words of a text. Out: more keys for one of them: words written apart joined (`patient journal`), ellipsis
//! completed (`social- og ældreområdet`), sequences that have a synonym. Deliberately absent: anything about a word alone.

use std::ops::Range;

use crate::lexicon::{ADJECTIVE, NOUN, OTHER};
use crate::lists::Synonyms;
use crate::shape::{Kind, Shape, is_name};
use crate::steps::Seen;

type Key = (String, Range<usize>);

/// How far an ellipsis may be from the word that completes it: `børne-, unge-, kultur- og familieudvalget`.
const REACH: usize = 8;

/// Keys of this word and the next written as one.
pub(crate) fn joined(text: &str, seen: &[Seen], at: usize) -> Vec<Key> {
    let (Some(one), Some(two)) = (seen.get(at), seen.get(at + 1)) else { return Vec::new() };
    let gap = text.get(one.word.range.end..two.word.range.start).unwrap_or_default();
    if gap != " " && gap != "\n" {
        return Vec::new();
    }
    let range = one.word.range.start..two.word.range.end;
    let written = |s: &Seen| text.get(s.word.range.clone()).unwrap_or_default();
    let (a, b) = (written(one), written(two));
    if one.shape.kind == Kind::Number && two.shape.kind == Kind::Number {
        return joined_numbers(a, b).map(|key| (key, range)).into_iter().collect();
    }
    if !may_join(a, &one.shape, b, &two.shape) {
        return Vec::new();
    }
    let stem = one.shape.key();
    let tails = two.shape.exact.iter().take(1).chain(&two.shape.bases);
    let mut keys: Vec<Key> = Vec::new();
    for tail in tails {
        let key = format!("{stem}{tail}");
        if !keys.iter().any(|(k, _)| *k == key) {
            keys.push((key, range.clone()));
        }
    }
    keys
}

/// `18 02451` is the case number 18/02451; `100 000` is a hundred thousand.
fn joined_numbers(a: &str, b: &str) -> Option<String> {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !digits(a) || !digits(b) {
        return None;
    }
    match (a.len(), b.len()) {
        (1..=3, 3) if !a.starts_with('0') => Some(format!("{a}{b}")),
        (2..=4, 4..) => Some(format!("{a}.{b}")),
        _ => None,
    }
}

fn may_join(a: &str, one: &Shape, b: &str, two: &Shape) -> bool {
    if one.kind == Kind::Number || one.kind == Kind::Other || one.closed {
        return false;
    }
    let n_chars = a.chars().count();
    let lower = !a.starts_with(char::is_uppercase);
    let acronym = one.kind == Kind::Acronym;
    let unknown = !one.word.known && !one.word.readings.is_empty();
    let readings = &one.word.readings;
    let bare_noun =
        !readings.is_empty() && readings.iter().all(|r| r.pos == NOUN && r.base == one.key());
    if two.kind == Kind::Number {
        return (acronym || unknown || bare_noun)
            && b.len() <= 3
            && b.bytes().all(|c| c.is_ascii_digit());
    }
    if !matches!(two.kind, Kind::Letters | Kind::Acronym) || two.closed {
        return false;
    }
    let letter = n_chars == 1 && !matches!(a, "i" | "å" | "I" | "Å");
    let abbreviation =
        (2..=4).contains(&n_chars) && (unknown || readings.iter().all(|r| r.pos == OTHER));
    let short = lower && (letter || abbreviation || n_chars == 2 && bare_noun);
    if acronym || short {
        return b.chars().count() > 2;
    }
    if !lower || b.starts_with(char::is_uppercase) || is_name(two) || b.chars().count() < 3 {
        return false;
    }
    let follows = two.word.readings.iter().any(|r| r.pos & (NOUN | ADJECTIVE) != 0);
    (bare_noun || unknown && n_chars > 2) && follows
}

/// Keys of a word with a hanging hyphen, completed from its neighbour: `social-` og ældreområdet → `socialområde`.
pub(crate) fn completed(text: &str, seen: &[Seen], at: usize) -> Vec<Key> {
    let Some(here) = seen.get(at) else { return Vec::new() };
    let range = here.word.range.clone();
    let mut keys = Vec::new();
    if here.word.open_end {
        let later = seen.iter().skip(at + 1).take(REACH);
        if let Some(full) = partner(text, here, later, |s| s.word.open_end) {
            let stem = here.shape.key();
            keys.extend(full.shape.tails.iter().map(|t| (format!("{stem}{t}"), range.clone())));
        }
    }
    if here.word.open_start {
        let earlier = seen.iter().take(at).rev().take(REACH);
        if let Some(full) = partner(text, here, earlier, |s| s.word.open_start) {
            let tails = here.shape.exact.iter().chain(&here.shape.bases);
            for tail in tails {
                keys.extend(full.shape.stems.iter().map(|s| (format!("{s}{tail}"), range.clone())));
            }
        }
    }
    keys
}

/// The word that completes an ellipsis: the nearest that is neither another one nor a word like `og`.
fn partner<'a>(
    text: &str,
    here: &Seen,
    candidates: impl Iterator<Item = &'a Seen>,
    is_open: impl Fn(&Seen) -> bool,
) -> Option<&'a Seen> {
    for candidate in candidates {
        if is_open(candidate) || candidate.shape.closed {
            continue;
        }
        let (a, b) = (&here.word.range, &candidate.word.range);
        let between = text.get(a.end.min(b.end)..a.start.max(b.start))?;
        return (!between.contains(['.', ';', '!', '?'])).then_some(candidate);
    }
    None
}

/// Synonyms of which one side has several words, found in the text.
pub(crate) fn sequences(synonyms: &Synonyms, seen: &[Seen], at: usize) -> Vec<Key> {
    let Some(here) = seen.get(at).filter(|s| s.shape.begins_synonym) else { return Vec::new() };
    let mut keys = Vec::new();
    for first in here.shape.names_in_lists() {
        for (sequence, also) in synonyms.beginning(&first) {
            let matches = sequence.iter().enumerate().all(|(i, wanted)| {
                seen.get(at + i).is_some_and(|s| {
                    s.shape.exact.iter().chain(&s.shape.bases).any(|k| k == wanted)
                })
            });
            let Some(last) = seen.get(at + sequence.len().saturating_sub(1)) else { continue };
            if matches {
                let range = here.word.range.start..last.word.range.end;
                keys.extend(also.iter().map(|k| (k.clone(), range.clone())));
            }
        }
    }
    keys
}

/// The base forms that a question asks for: none for an acronym that is a word as well, only its own for a name.
pub(crate) fn asked(shape: &Shape) -> &[String] {
    if shape.kind == Kind::Acronym && shape.word.known {
        return &[];
    }
    if shape.names.is_empty() { &shape.bases } else { &shape.names }
}
