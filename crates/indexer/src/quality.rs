//! How well a file's words read as Danish: a low share tells of a poor scan, a font without letters or
//! another language.
//!
//! In: the meetings of a file. Out: a percentage. Deliberately absent: what to do about it.

use danish::{Analyzer, Text};
use schema::Entry;

/// So many statements, spread over the file, tell what all would. No source.
const SAMPLE: usize = 40;

/// How many of 100 words written small are in the dictionary or made of such; `None` without any.
pub(crate) fn of(entries: &[Entry], plain: &Analyzer) -> Option<u8> {
    let all: Vec<&str> =
        entries.iter().flat_map(|entry| &entry.statements).map(|s| s.text.as_str()).collect();
    let step = all.len().div_ceil(SAMPLE).max(1);
    let (mut n_known, mut n_words) = (0, 0);
    for text in all.into_iter().step_by(step) {
        for word in plain.explain(&Text::new(text)) {
            let is_small = word.text.chars().next().is_some_and(char::is_lowercase);
            if is_small && word.text.chars().all(|c| c.is_alphabetic() || c == '-') {
                n_words += 1;
                n_known += usize::from(word.is_known || !word.parts.is_empty());
            }
        }
    }
    (n_known * 100).checked_div(n_words).and_then(|share| u8::try_from(share).ok())
}
