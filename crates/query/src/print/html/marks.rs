//! A sentence cut at its highlights, so that a template can mark the parts.
//!
//! In: a text and byte ranges. Out: [`Piece`]s that together are the text. Deliberately absent:
//! which words match.

use std::ops::Range;

/// A stretch of a text, marked or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The stretch.
    pub text: &'a str,
    /// Whether it matches.
    pub marked: bool,
}

/// Cuts a text at byte ranges, which are sorted and apart. A range that does not lie on character
/// borders, or overlaps the one before, is passed over: a missing mark is better than a lost word.
pub fn pieces<'a>(text: &'a str, marked: &[Range<usize>]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::with_capacity(2 * marked.len() + 1);
    let mut done = 0;
    for range in marked {
        let (Some(before), Some(within)) = (text.get(done..range.start), text.get(range.clone()))
        else {
            continue;
        };
        if within.is_empty() {
            continue;
        }
        if !before.is_empty() {
            pieces.push(Piece { text: before, marked: false });
        }
        pieces.push(Piece { text: within, marked: true });
        done = range.end;
    }
    if let Some(rest) = text.get(done..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece { text: rest, marked: false });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text_again() {
        let text = "Sundhedsjournalen på Ærø";
        for (ranges, expected) in [
            (&[][..], "Sundhedsjournalen på Ærø"),
            (&[(8, 17)][..], "Sundheds[journalen] på Ærø"),
            (&[(0, 8), (8, 17)][..], "[Sundheds][journalen] på Ærø"),
            (&[(22, 27)][..], "Sundhedsjournalen på [Ærø]"),
            // In the middle of å, backwards, empty, past the end.
            (&[(18, 20)][..], "Sundhedsjournalen på Ærø"),
            (&[(8, 17), (0, 8)][..], "Sundheds[journalen] på Ærø"),
            (&[(3, 3)][..], "Sundhedsjournalen på Ærø"),
            (&[(18, 99)][..], "Sundhedsjournalen på Ærø"),
        ] {
            let marked: Vec<Range<usize>> = ranges.iter().map(|(a, b)| *a..*b).collect();
            let shown: String = pieces(text, &marked)
                .iter()
                .map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.to_owned() })
                .collect();
            assert_eq!(shown, expected, "{ranges:?}");
        }
    }
}
