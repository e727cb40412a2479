//! Plain text in, pages out: lines cut at any kind of line end, pages cut at form feeds. Nothing is
//! trimmed or joined here.

use crate::{Line, Page};

/// Cuts text into pages of lines.
///
/// A line ends at LF, CR, CR LF or a Unicode line or paragraph separator. A form feed ends the page; the
/// empty page that a form feed at the very end would make is left out.
pub(crate) fn pages(text: &str) -> Vec<Page> {
    let mut pages = vec![Page { number: 1, lines: Vec::new() }];
    for (number, whole) in lines(text) {
        // What stands before or after a form feed on its line is a line only if it is something.
        let alone = !whole.contains('\u{C}');
        for (n_feeds, part) in whole.split('\u{C}').enumerate() {
            if n_feeds > 0 {
                let number = pages.len() as u32 + 1;
                pages.push(Page { number, lines: Vec::new() });
            }
            if let Some(page) = pages.last_mut().filter(|_| alone || !part.trim().is_empty()) {
                page.lines.push(Line { number, text: part.to_owned(), heading: None });
            }
        }
    }
    while pages.len() > 1 && pages.last().is_some_and(|page| page.lines.is_empty()) {
        pages.pop();
    }
    pages
}

/// Where the first line of a text ends.
fn line_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = bytes
        .get(from..)
        .and_then(|rest| rest.iter().position(|b| matches!(b, b'\n' | b'\r' | 0xE2)))
    {
        let at = from + found;
        // The separators of Unicode have three bytes.
        match bytes.get(at..) {
            Some([0xE2, 0x80, 0xA8 | 0xA9, ..] | [b'\n' | b'\r', ..]) => return at,
            _ => from = at + 1,
        }
    }
    text.len()
}

/// The lines of a text with their numbers, counted from 1, without line ends. No line follows the last
/// line end.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut rest = text;
    let mut number = 0;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        number += 1;
        let end = line_end(rest);
        let (line, after) = rest.split_at(end);
        rest = match after.strip_prefix("\r\n") {
            Some(after) => after,
            None => after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or(""),
        };
        Some((number, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<Vec<(u32, String)>> {
        let line = |line: Line| (line.number, line.text);
        pages(text).into_iter().map(|page| page.lines.into_iter().map(line).collect()).collect()
    }

    #[test]
    fn any_line_end_ends_one_line() {
        for text in ["a\nb\n\nc", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r", "a\u{2028}b\n\u{2029}c\n"] {
            let lines: Vec<_> = lines(text).collect();
            assert_eq!(lines, [(1, "a"), (2, "b"), (3, ""), (4, "c")], "{text:?}");
        }
    }

    #[test]
    fn form_feed_starts_a_page() {
        let one = |number, text: &str| (number, text.to_owned());
        assert_eq!(shape("a\n\u{C}b\n"), [[one(1, "a")], [one(2, "b")]]);
        assert_eq!(shape("a\n\u{C}\nb\n"), [[one(1, "a")], [one(3, "b")]]);
        assert_eq!(shape("a\u{C}b"), [[one(1, "a")], [one(1, "b")]]);
        assert_eq!(shape("a\n\u{C}"), [[one(1, "a")]]);
        assert_eq!(shape("a\n\u{C}\u{C}b"), [vec![one(1, "a")], vec![], vec![one(2, "b")]]);
    }

    #[test]
    fn lines_are_as_written() {
        assert_eq!(shape("  Sundheds- \n\tjournalen")[0][0].1, "  Sundheds- ");
    }
}
