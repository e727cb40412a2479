//! A line in, whether it is or carries a page number out.
//!
//! Deliberately absent: numbers alone, which only the lines around them give away (`furniture`).

use crate::line::{says, squeeze};

/// The words of a line that also carries a page number, before it or after it, apart by a gap, a bar or
/// a dash: `Havneudvalget    Side 3`, `Side 3 | Havneudvalget`.
pub(super) fn without_page_number(text: &str) -> Option<&str> {
    // Asked of every line: what costs least first.
    if !has_digit(text)
        || !["side", "page"].iter().any(|word| says(text, word))
        || text.chars().count() > 130
        || crate::agenda::number_of(text).is_some()
    {
        return None;
    }
    let gaps = ["  ", "\t", " | ", " · ", " • ", " – ", " - ", ", "];
    for gap in gaps {
        if let Some((words, number)) = text.rsplit_once(gap)
            && says_page(number)
            && words.chars().any(char::is_alphabetic)
        {
            return Some(words.trim());
        }
        if let Some((number, words)) = text.split_once(gap)
            && gap != ", "
            && says_page(number)
            && words.chars().any(char::is_alphabetic)
        {
            return Some(words.trim());
        }
    }
    None
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// A page number that the word for a page gives away.
fn says_page(text: &str) -> bool {
    let lower = danish::lowercase(text.trim());
    ["side", "page"].iter().any(|word| lower.starts_with(word)) && is_named_page_number(&lower)
}

/// `Side 1`, `S. 3`, `– 1 –`, `1/2`, `Side 1 af 7`, `[3]`: a page number that something besides the
/// digits gives away.
pub(super) fn is_named_page_number(text: &str) -> bool {
    // Asked of every line: no copy of what is longer or has no number.
    if !has_digit(text) || text.chars().filter(|c| !c.is_whitespace()).count() > 24 {
        return false;
    }
    let lower = squeeze(&danish::lowercase(text));
    if lower.chars().count() > 24 {
        return false;
    }
    let named =
        ["side", "s.", "page", "pag.", "p."].iter().find_map(|name| lower.strip_prefix(name));
    let rest = named.unwrap_or(&lower);
    let dashed =
        rest.starts_with(['-', '–', '—', '[', '~']) && rest.ends_with(['-', '–', '—', ']', '~']);
    let core = rest.trim_matches(|c: char| c.is_whitespace() || "-–—[]~.:|".contains(c));
    let mut numbers = 0;
    for word in core.split(|c: char| c.is_whitespace() || c == '/') {
        match word {
            "af" | "of" | "" => {}
            word if word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()) => numbers += 1,
            _ => return false,
        }
    }
    match numbers {
        1 => named.is_some() || dashed,
        2 => {
            (core.contains('/') && !core.contains(' ') && page_of(core))
                || core.contains(" af ")
                || core.contains(" of ")
                || (named.is_some() && core.contains('/'))
        }
        _ => false,
    }
}

/// Whether `1/2` can be page 1 of 2.
fn page_of(core: &str) -> bool {
    let mut parts = core.split('/').map(str::parse::<u32>);
    matches!((parts.next(), parts.next()), (Some(Ok(page)), Some(Ok(of))) if page >= 1 && page <= of && of < 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_with_a_sign() {
        for (text, is_number) in [
            ("Side 1", true),
            ("side 3 af 12", true),
            ("S. 4", true),
            ("– 1 –", true),
            ("- 12 -", true),
            ("1/2", true),
            ("3 / 7", false),
            ("Side 3 / 7", true),
            ("[3]", true),
            ("2", false),
            ("2.", false),
            ("Side om side", false),
            ("1. Valg", false),
            ("4/3", false),
            ("3 af 7", true),
        ] {
            assert_eq!(is_named_page_number(text), is_number, "{text:?}");
        }
    }

    #[test]
    fn page_numbers_on_a_line_with_other_words() {
        for (text, words) in [
            ("Region Nord - Havneudvalget       Side 1", Some("Region Nord - Havneudvalget")),
            ("Havneudvalget | Side 3 af 7", Some("Havneudvalget")),
            ("Side 3 - Havneudvalget", Some("Havneudvalget")),
            ("Se planen, side 3", Some("Se planen")),
            ("Planen fylder side 3 - 7", None),
            ("Prisen er 3 - 7", None),
            ("1. Planen  Side 3", None),
        ] {
            assert_eq!(without_page_number(text), words, "{text:?}");
        }
    }
}
