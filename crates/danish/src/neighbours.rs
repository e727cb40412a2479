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

/// How a word may be joined with the next when they stand apart. Two words meet when the one's `before` and the other's
/// `behind` have a bit in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Joints {
    before: u8,
    behind: u8,
}

/// A number behind a word: `covid 19`.
const NUMBER: u8 = 1;
/// Any word behind an acronym or a short word: `EPJ system`, `it projekt`.
const LOOSE: u8 = 2;
/// A noun or adjective behind a noun: `patient journal`.
const NOUNS: u8 = 4;
/// A number behind a number: `18 02451`.
const NUMBERS: u8 = 8;

/// What joints a word has.
pub(crate) fn joints(written: &str, shape: &Shape) -> Joints {
    Joints { before: before(written, shape), behind: behind(written, shape) }
}

fn before(written: &str, shape: &Shape) -> u8 {
    if shape.kind == Kind::Number {
        return if is_digits(written) { NUMBERS } else { 0 };
    }
    if shape.kind == Kind::Other || shape.closed {
        return 0;
    }
    let readings = &shape.word.readings;
    let n_chars = written.chars().count();
    let lower = !written.starts_with(char::is_uppercase);
    let acronym = shape.kind == Kind::Acronym;
    let unknown = !shape.word.known && !readings.is_empty();
    let bare_noun =
        !readings.is_empty() && readings.iter().all(|r| r.pos == NOUN && r.base == shape.key());
    let letter = n_chars == 1 && !matches!(written, "i" | "å" | "I" | "Å");
    let abbreviation =
        (2..=4).contains(&n_chars) && (unknown || readings.iter().all(|r| r.pos == OTHER));
    let short = lower && (letter || abbreviation || n_chars == 2 && bare_noun);
    let mut bits = 0;
    if acronym || unknown || bare_noun {
        bits |= NUMBER;
    }
    if acronym || short {
        bits |= LOOSE;
    } else if lower && (bare_noun || unknown && n_chars > 2) {
        bits |= NOUNS;
    }
    bits
}

fn behind(written: &str, shape: &Shape) -> u8 {
    if shape.kind == Kind::Number {
        return match (is_digits(written), written.len() <= 3) {
            (true, true) => NUMBER | NUMBERS,
            (true, false) => NUMBERS,
            _ => 0,
        };
    }
    let letters = matches!(shape.kind, Kind::Letters | Kind::Acronym) && !shape.closed;
    if !letters || written.chars().count() < 3 {
        return 0;
    }
    let follows = shape.word.readings.iter().any(|r| r.pos & (NOUN | ADJECTIVE) != 0);
    let lower = !written.starts_with(char::is_uppercase);
    if follows && lower && !is_name(shape) { LOOSE | NOUNS } else { LOOSE }
}

fn is_digits(written: &str) -> bool {
    written.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word may have keys because of its neighbours: seldom.
#[inline]
pub(crate) fn has_any(seen: &[Seen], at: usize) -> bool {
    match (seen.get(at), seen.get(at + 1)) {
        (Some(one), Some(two)) => is_open(one) || meet(one, two),
        (Some(one), None) => is_open(one),
        _ => false,
    }
}

#[inline]
fn is_open(word: &Seen) -> bool {
    word.word.open_end || word.word.open_start
}

#[inline]
fn meet(one: &Seen, two: &Seen) -> bool {
    one.shape.joints.before & two.shape.joints.behind != 0
}

/// Keys that a word has because of its neighbours.
pub(crate) fn beside(text: &str, seen: &[Seen], at: usize) -> Vec<Key> {
    let mut keys = joined(text, seen, at);
    keys.extend(completed(text, seen, at));
    keys
}

/// Keys of this word and the next written as one.
pub(crate) fn joined(text: &str, seen: &[Seen], at: usize) -> Vec<Key> {
    let (Some(one), Some(two)) = (seen.get(at), seen.get(at + 1)) else { return Vec::new() };
    if !meet(one, two) {
        return Vec::new();
    }
    let gap = text.get(one.word.range.end..two.word.range.start).unwrap_or_default();
    if gap != " " && gap != "\n" {
        return Vec::new();
    }
    let range = one.word.range.start..two.word.range.end;
    if one.shape.kind == Kind::Number {
        let written = |s: &Seen| text.get(s.word.range.clone()).unwrap_or_default();
        let key = joined_numbers(written(one), written(two));
        return key.map(|key| (key, range)).into_iter().collect();
    }
    let stem = one.shape.key();
    let tails = two.shape.exact.iter().take(1).chain(&two.shape.bases);
    let mut keys: Vec<Key> = Vec::new();
    for tail in tails {
        let key = [stem, tail].concat();
        if !keys.iter().any(|(k, _)| *k == key) {
            keys.push((key, range.clone()));
        }
    }
    keys
}

/// `18 02451` is the case number 18/02451; `100 000` is a hundred thousand.
fn joined_numbers(a: &str, b: &str) -> Option<String> {
    match (a.len(), b.len()) {
        (1..=3, 3) if !a.starts_with('0') => Some(format!("{a}{b}")),
        (2..=4, 4..) => Some(format!("{a}.{b}")),
        _ => None,
    }
}

/// Keys of a word with a hanging hyphen, completed from its neighbour: `social-` og ældreområdet → `socialområde`.
pub(crate) fn completed(text: &str, seen: &[Seen], at: usize) -> Vec<Key> {
    let Some(here) = seen.get(at).filter(|s| is_open(s)) else { return Vec::new() };
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
            // `byggeri og -planer`: a word without parts is all that can be meant.
            let whole = full.shape.exact.iter().take(1);
            let stems: Vec<&String> = match full.shape.stems.as_slice() {
                [] => whole.collect(),
                stems => stems.iter().collect(),
            };
            for tail in here.shape.exact.iter().chain(&here.shape.bases) {
                keys.extend(stems.iter().map(|s| (format!("{s}{tail}"), range.clone())));
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
    let mut keys = Vec::new();
    let Some(here) = seen.get(at) else { return keys };
    for number in &here.shape.sequences {
        let Some((sequence, also)) = synonyms.sequence(*number) else { continue };
        // The first word is known to match.
        let matches = sequence.iter().enumerate().skip(1).all(|(i, wanted)| {
            seen.get(at + i)
                .is_some_and(|s| s.shape.exact.iter().chain(&s.shape.bases).any(|k| k == wanted))
        });
        let Some(last) = seen.get(at + sequence.len().saturating_sub(1)) else { continue };
        if matches {
            let range = here.word.range.start..last.word.range.end;
            keys.extend(also.iter().map(|k| (k.clone(), range.clone())));
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
