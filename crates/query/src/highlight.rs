//! Which words of a statement match a question, as byte ranges.
//!
//! In: the stored text and the keys of the question. Out: ranges, sorted and apart from each other.
//! Written here because tantivy's own snippets panic when several tokens share a position, and know
//! no parts of words. Deliberately absent: escaping and colours (`print`).

use std::ops::Range;

use danish::{Analyzer, Strength, Text};

use crate::plan::Marks;

/// The ranges of `text` that match; only the part of a compound where only a part does.
///
/// The text of an index is NFC already, so the ranges hold for `text` as it was stored.
pub(crate) fn highlights(analyzer: &Analyzer, text: &str, marks: &Marks) -> Vec<Range<usize>> {
    if marks.any.is_empty() && marks.exact.is_empty() {
        return Vec::new();
    }
    let ranges = analyzer
        .text(&Text::new(text))
        .into_iter()
        .filter(|token| {
            marks.any.contains(&token.text)
                || token.strength == Strength::Exact && marks.exact.contains(&token.text)
        })
        .map(|token| token.range)
        // A printer cuts the text at these places: none may lie inside a letter.
        .filter(|range| range.start < range.end && text.get(range.clone()).is_some())
        .collect();
    merged(ranges)
}

/// Sorts ranges and joins those that overlap.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::marks;

    #[test]
    fn overlapping_ranges_become_one() {
        assert_eq!(merged(vec![4..8, 0..2, 6..10, 0..3]), vec![0..3, 4..10]);
        assert_eq!(merged(vec![0..2, 2..4]), vec![0..2, 2..4]);
    }

    #[test]
    fn matching_words_are_marked() {
        let analyzer = Analyzer::new(danish::Lists::default());
        let text = "Æblet og havnen, sagde hun: Havnen.";
        let marked: Vec<&str> = highlights(&analyzer, text, &marks(&analyzer, "havnen"))
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(marked, ["havnen", "Havnen"]);
        assert!(highlights(&analyzer, text, &Marks::default()).is_empty());
    }
}
