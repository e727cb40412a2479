//! The words at the top of a document, which running heads say again.
//!
//! In: lines. Out: words, and how much of another line is among them. Deliberately absent: which lines are
//! running heads (`furniture`).

use std::collections::HashSet;

use crate::line::Line;

/// How many lines at the top of a document a running head may repeat.
pub(super) const OPENING_LINES: usize = 4;

/// The words of the first lines with text: what a running head repeats.
pub(super) fn opening_words(lines: &[Line]) -> HashSet<String> {
    lines
        .iter()
        .filter(|line| !line.is_blank())
        .take(OPENING_LINES)
        // Names of those present come back in the text, not in running heads.
        .enumerate()
        .take_while(|(nth, line)| *nth == 0 || line.text.matches(',').count() < 2)
        .flat_map(|(_, line)| head_words(&line.text))
        .collect()
}

fn head_words(text: &str) -> Vec<String> {
    danish::lowercase(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 || word.chars().any(|c| c.is_ascii_digit()))
        .map(str::to_string)
        .collect()
}

/// Whether at least half of the words of a text are among those, shortened or lengthened ones too.
pub(super) fn mostly_in(text: &str, opening: &HashSet<String>) -> bool {
    let words = head_words(text);
    let hits = words
        .iter()
        .filter(|word| {
            opening.contains(*word)
                || (word.chars().count() > 4
                    && opening.iter().any(|o| {
                        o.chars().count() > 3
                            && (o.starts_with(word.as_str())
                                || word.starts_with(o.as_str())
                                || word.ends_with(o.as_str())
                                || o.ends_with(word.as_str()))
                    }))
        })
        .count();
    !words.is_empty() && hits * 2 >= words.len()
}
