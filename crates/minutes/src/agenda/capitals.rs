//! Items that are numbered with capitals: `A. Protokol`, `B.1 Formanden`.
//!
//! In: lines. Out: their numbers, and whether a document counts so at all. Deliberately absent: all other
//! numbers (`agenda`).

use super::{Numbered, Style, digits, upper_first};

/// `A. Protokol`, `B.1 Formanden`: only where the lines of a document go on from A (`count_in_capitals`),
/// as `A. Holm` is a name.
pub(crate) fn capital_of(text: &str) -> Option<Numbered<'_>> {
    let text = text.trim();
    let letter = text.chars().next().filter(char::is_ascii_uppercase)?;
    let mut path = vec![u32::from(letter) - u32::from('A') + 1];
    let rest = text.get(1..)?.strip_prefix(['.', ')', ':'])?;
    let mut title = rest;
    if let Some((below, rest)) = digits(rest) {
        path.extend(below);
        title = rest.trim_start_matches(['.', ')', ':']);
    }
    let parted = title.starts_with(char::is_whitespace) && upper_first(title.trim());
    parted.then_some(Numbered { path, style: Style::Capital, suffix: None, title: title.trim() })
}

/// Whether items are numbered with capitals: lines begin with `A.`, `B.` and `C.` in this order, and not
/// with people's names.
pub(crate) fn count_in_capitals<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let mut next = 1;
    for numbered in lines.filter_map(capital_of) {
        let first = numbered.title.split_whitespace().next().unwrap_or_default();
        let a_name = danish::is_given_name(first)
            || numbered.title.split([',', '(']).next().is_some_and(|name| {
                name.split_whitespace().count() == 1 && name.len() < numbered.title.len()
            });
        if numbered.path == [next] && !a_name {
            next += 1;
        }
    }
    next > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_go_on_from_a() {
        for (text, want) in [
            ("A. Protokol\nDen blev godkendt.\nB. Nyt\nB.1 Formanden\nC. Budget", true),
            ("A. Holm, formand\nB. Krogh (V)\nC. Vig, kasserer", false),
            ("A. Protokol\nB. Krogh sagde nej.", false),
            ("C. Budget\nB. Nyt\nA. Protokol", false),
        ] {
            assert_eq!(count_in_capitals(text.lines()), want, "{text}");
        }
        assert_eq!(capital_of("B.1 Formanden").map(|n| n.path), Some(vec![2, 1]));
        assert_eq!(capital_of("A/S Vig"), None);
    }
}
