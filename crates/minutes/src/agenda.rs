//! A line in, the number that it starts with out: `1.`, `4.1`, `a)`, `Ad 1)`, `Punkt 1:`, `§ 1`.
//!
//! Also the letter or words that tell what an item is for. Deliberately absent: whether the line is
//! a heading; `numbering` decides that from all of them together.

mod capitals;
mod kind;

use crate::line::after_start;

pub(crate) use capitals::{capital_of, count_in_capitals};
pub(crate) use kind::kind_of;

/// A line that starts with a number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Numbered<'a> {
    /// The number's parts: `4.1` → 4, 1. Letters count from a = 1.
    pub path: Vec<u32>,
    /// How it is written.
    pub style: Style,
    /// A letter right behind the number: `6b`.
    pub suffix: Option<char>,
    /// What follows it; may be empty.
    pub title: &'a str,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// `1.`, `4.1.`
    Dot,
    /// `1)`
    Paren,
    /// `1 Velkomst`, or the number alone on its line without a mark.
    Bare,
    /// `Ad 1`
    Ad,
    /// `Punkt 1`, `Pkt. 1:`, `Sag nr. 1`
    Point,
    /// `§ 1`
    Section,
    /// `a)`, `a.`
    Letter,
    /// `II.`
    Roman,
    /// `A.`, `B.1`: capitals, only where they go on from A.
    Capital,
    /// `2015-41`, `2015/41`: the year and the mark behind it.
    OfYear(u16, char),
}

impl Style {
    /// Whether numbers of this style can stand in one sequence with `other` without being odd.
    pub(crate) fn goes_with(self, other: Style) -> bool {
        self == other
            || matches!((self, other), (Style::Dot, Style::Bare) | (Style::Bare, Style::Dot))
    }

    /// Whether both count alike: digits, letters or Roman numerals.
    pub(crate) fn counts_like(self, other: Style) -> bool {
        let class = |style: Style| match style {
            Style::Letter => 1,
            Style::Roman => 2,
            Style::Capital => 3,
            _ => 0,
        };
        class(self) == class(other)
    }
}

/// The number at the start of a line, where it can be one of an item.
pub(crate) fn number_of(text: &str) -> Option<Numbered<'_>> {
    let text = text.trim();
    if let Some(rest) = after_word(text, &["ad"]) {
        let rest = after_word(rest, &POINT).unwrap_or(rest);
        let rest = after_word(rest, &["nr.", "nr"]).unwrap_or(rest);
        let (path, rest) = digits(rest)?;
        let (suffix, rest) = suffix(rest);
        let (_, rest) = mark_off(rest);
        return Some(Numbered { path, style: Style::Ad, suffix, title: rest });
    }
    // `Til punkt 3: Budget`, but not `Til punkt 3 bemærkede …`
    if let Some(rest) = after_word(text, &["til", "vedr.", "vedr", "vedrørende", "angående"]) {
        let rest = after_word(rest, &POINT)?;
        let (path, rest) = digits(rest)?;
        let (mark, title) = mark_off(rest);
        let plain = matches!(mark, Some('.' | ':' | ')')) || title.is_empty();
        return plain.then_some(Numbered { path, style: Style::Ad, suffix: None, title });
    }
    if let Some(rest) = after_word(
        text,
        &[
            "dagsordenspunkt",
            "dagsordenens punkt",
            "dagsordenens pkt.",
            "dagsordenens pkt",
            "punkt",
            "pkt.",
            "pkt",
            "sag",
            "emne",
        ],
    ) {
        let rest = after_word(rest, &["nr.", "nr"]).unwrap_or(rest);
        let (path, rest) = digits(rest)?;
        let (suffix, rest) = suffix(rest);
        let (mark, title) = mark_off(rest);
        let plain = mark.is_some() || title.is_empty() || upper_first(title);
        return plain.then_some(Numbered { path, style: Style::Point, suffix, title });
    }
    if let Some(rest) = text.strip_prefix('§') {
        let (path, rest) = digits(rest.trim_start())?;
        let (_, title) = mark_off(rest);
        let plain = title.is_empty() || upper_first(title);
        return plain.then_some(Numbered { path, style: Style::Section, suffix: None, title });
    }
    lettered(text).or_else(|| roman(text)).or_else(|| of_year(text)).or_else(|| plain(text))
}

/// `2015-41 Opfølgning`, `2015/41: Opfølgning`: an item numbered through the year.
fn of_year(text: &str) -> Option<Numbered<'_>> {
    let (year, rest) = (text.get(..4)?, text.get(4..)?);
    let year: u16 = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/'))?;
    let (path, rest) = digits(rest.get(1..)?)?;
    let title = rest.trim_start_matches(['.', ':']).trim_start();
    let parted = rest.len() > title.len() && upper_first(title) && path.len() == 1;
    parted.then_some(Numbered { path, style: Style::OfYear(year, mark), suffix: None, title })
}

/// Words for a point of the agenda between *ad* and its number.
const POINT: [&str; 7] = [
    "dagsordenens punkt",
    "dagsordenens pkt.",
    "dagsordenens pkt",
    "dagsordenspunkt",
    "punkt",
    "pkt.",
    "pkt",
];

fn plain(text: &str) -> Option<Numbered<'_>> {
    // `(1) Valg`, `#1 Valg`, `01. Valg`
    let inner = text
        .strip_prefix('(')
        .filter(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(") "));
    let text = inner.or_else(|| text.strip_prefix('#')).unwrap_or(text);
    let zero = text.strip_prefix('0').filter(|rest| {
        let mut chars = rest.chars();
        matches!(
            (chars.next(), chars.next(), chars.next()),
            (Some('1'..='9'), Some('.' | ')' | ':'), Some(' ' | '\t'))
        )
    });
    let (path, rest) = digits(zero.unwrap_or(text))?;
    let (suffix, rest) = suffix(rest);
    let (mark, title) = mark_off(rest);
    let style = match mark {
        Some(')') => Style::Paren,
        Some('.') => Style::Dot,
        // `1 - Godkendelse af dagsorden`
        Some('-' | '–') if rest.starts_with(' ') && upper_first(title) => Style::Dot,
        Some(_) => return None,
        None => Style::Bare,
    };
    if suffix.is_some() && !upper_first(title) {
        return None;
    }
    if title.is_empty() {
        return Some(Numbered { path, style, suffix, title });
    }
    // `1.Velkomst` is a heading, `1.v` and `3,2 km` are none.
    let parted =
        rest.trim_start_matches(['.', ')']).starts_with(char::is_whitespace) || upper_first(title);
    if !parted || !title.chars().any(char::is_alphabetic) {
        return None;
    }
    if style == Style::Bare && !upper_first(title) && path.len() == 1 {
        return None;
    }
    let first_word = title.split_whitespace().next().unwrap_or_default();
    let a_date = danish::month_named(first_word.trim_end_matches([',', '.', ':'])).is_some();
    let second = title.split_whitespace().nth(1).unwrap_or_default();
    // `1. Maj Petersen` is no date, but `1. maj`, `1. Maj 1941` and `1 Maj` are.
    let a_date = a_date
        && (first_word.starts_with(char::is_lowercase)
            || second.is_empty()
            || second.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase()));
    (!a_date).then_some(Numbered { path, style, suffix, title })
}

fn lettered(text: &str) -> Option<Numbered<'_>> {
    // `(a) Forslag` is a list, `(B) foretrak …` a party that wrapped to the next line.
    let opened = text.strip_prefix('(');
    let mut chars = opened.unwrap_or(text).chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    if opened.is_some() && letter.is_ascii_uppercase() {
        return None;
    }
    let mark = chars.next()?;
    // `A. Holm` is a name.
    let fits = mark == ')' || (mark == '.' && letter.is_ascii_lowercase());
    let title = chars.as_str();
    if !fits || !(title.is_empty() || title.starts_with(char::is_whitespace)) {
        return None;
    }
    let value = u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1;
    Some(Numbered { path: vec![value], style: Style::Letter, suffix: None, title: title.trim() })
}

/// Roman numerals that items are numbered with.
pub(crate) const ROMAN: [(&str, u32); 15] = [
    ("I", 1),
    ("II", 2),
    ("III", 3),
    ("IV", 4),
    ("V", 5),
    ("VI", 6),
    ("VII", 7),
    ("VIII", 8),
    ("IX", 9),
    ("X", 10),
    ("XI", 11),
    ("XII", 12),
    ("XIII", 13),
    ("XIV", 14),
    ("XV", 15),
];

fn roman(text: &str) -> Option<Numbered<'_>> {
    if !text.starts_with(['I', 'V', 'X']) {
        return None;
    }
    let end = text.find(['.', ')'])?;
    let number = text.get(..end)?;
    let value = ROMAN.iter().find(|(roman, _)| *roman == number).map(|(_, value)| *value)?;
    let title = text.get(end + 1..)?;
    title.starts_with(char::is_whitespace).then_some(Numbered {
        path: vec![value],
        style: Style::Roman,
        suffix: None,
        title: title.trim(),
    })
}

/// `text` after one of the words, any case, when a space, a digit or a mark follows it.
fn after_word<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let rest = after_start(text, word)?;
        let parted =
            rest.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit() || c == '.');
        parted.then(|| rest.trim_start_matches(['.', ' ', '\u{A0}', '\t']))
    })
}

/// Up to three digits, and more of up to two after full stops: `4`, `4.1`, `12.3.1`.
fn digits(text: &str) -> Option<(Vec<u32>, &str)> {
    let mut path = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number = rest.get(..end)?;
        let longest = if path.is_empty() { 3 } else { 2 };
        let leading_zero = number.len() > 1 && number.starts_with('0');
        if number.is_empty() || number.len() > longest || leading_zero {
            return None;
        }
        path.push(number.parse().ok()?);
        rest = rest.get(end..)?;
        let goes_on = rest
            .strip_prefix('.')
            .is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
        if !goes_on || path.len() == 4 {
            return Some((path, rest));
        }
        rest = rest.get(1..)?;
    }
}

/// A letter right behind a number, before a mark or a space: `6b.`, `5a Budget`.
fn suffix(rest: &str) -> (Option<char>, &str) {
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(letter @ 'a'..='h'), Some('.' | ')' | ':' | ' ')) => {
            (Some(letter), rest.get(1..).unwrap_or_default())
        }
        _ => (None, rest),
    }
}

/// The mark after a number, and the text after it.
fn mark_off(rest: &str) -> (Option<char>, &str) {
    let trimmed = rest.trim_start();
    let mark = trimmed.chars().next().filter(|c| ".):–-,/".contains(*c));
    let spaced_dash = rest.starts_with(' ') && matches!(mark, Some('-' | '–'));
    match mark {
        Some(c @ ('.' | ')' | ':')) => (
            Some(c),
            trimmed
                .trim_start_matches(['.', ')', ':'])
                .trim_start_matches(['-', '–', ' '])
                .trim_start(),
        ),
        Some(c) if spaced_dash => (Some(c), trimmed.trim_start_matches(['-', '–']).trim_start()),
        Some(c) => (Some(c), trimmed),
        None => (None, trimmed),
    }
}

fn upper_first(text: &str) -> bool {
    text.trim_start_matches(['"', '”', '»', '\'', '“', '(']).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_the_start_of_a_line() {
        for (text, want) in [
            ("1. Velkomst", Some(("1", Style::Dot, "Velkomst"))),
            ("1.Velkomst", Some(("1", Style::Dot, "Velkomst"))),
            ("1) Velkomst", Some(("1", Style::Paren, "Velkomst"))),
            ("1 Velkomst", Some(("1", Style::Bare, "Velkomst"))),
            ("12", Some(("12", Style::Bare, ""))),
            ("7.", Some(("7", Style::Dot, ""))),
            ("Ad 1", Some(("1", Style::Ad, ""))),
            ("Ad 1) Valg af dirigent", Some(("1", Style::Ad, "Valg af dirigent"))),
            ("ad 1. Til Efterretning", Some(("1", Style::Ad, "Til Efterretning"))),
            ("Ad pkt. 2: Beretning", Some(("2", Style::Ad, "Beretning"))),
            ("Ad dagsordenens punkt 2: Regnskab", Some(("2", Style::Ad, "Regnskab"))),
            ("Til punkt 2: Regnskab", Some(("2", Style::Ad, "Regnskab"))),
            ("Til punkt 2 bemærkede Bo, at det er dyrt.", None),
            ("(B) foretrak den gamle sti", None),
            ("Punkt 1: Valg", Some(("1", Style::Point, "Valg"))),
            ("Pkt. 1 Valg", Some(("1", Style::Point, "Valg"))),
            ("Punkt 2 blev godkendt", None),
            ("4.1. Budget", Some(("4.1", Style::Dot, "Budget"))),
            ("4.1 Budget", Some(("4.1", Style::Bare, "Budget"))),
            ("a) Forslag", Some(("1", Style::Letter, "Forslag"))),
            ("§ 1 Valg", Some(("1", Style::Section, "Valg"))),
            ("§ 3 i loven", None),
            ("01. Regnskab", Some(("1", Style::Dot, "Regnskab"))),
            ("(1) Regnskab", Some(("1", Style::Paren, "Regnskab"))),
            ("#1 Regnskab", Some(("1", Style::Bare, "Regnskab"))),
            ("1 - Regnskab", Some(("1", Style::Dot, "Regnskab"))),
            ("3 - 7 børn", None),
            ("6b. Hjemmesiden", Some(("6", Style::Dot, "Hjemmesiden"))),
            ("6b. klasse", None),
            ("Dagsordenens pkt. 2: Regnskab", Some(("2", Style::Point, "Regnskab"))),
            ("II. Regnskab", Some(("2", Style::Roman, "Regnskab"))),
            ("A. Holm", None),
            ("2. februar 2022", None),
            ("1. Maj 1941", None),
            ("3,2 km lang", None),
            ("180.000 kr. Udgiften", None),
            ("19.00 Spisning", None),
            ("2024 blev et godt år", None),
            ("adgang 1", None),
            ("Sagen er god", None),
            ("2015-41  Opfølgning", Some(("41", Style::OfYear(2015, '-'), "Opfølgning"))),
            ("2015/7: Budget", Some(("7", Style::OfYear(2015, '/'), "Budget"))),
            ("2015-11-03 Budget", None),
            ("2015-16 blev dyrt", None),
        ] {
            let got = number_of(text).map(|n| {
                let path: Vec<String> = n.path.iter().map(u32::to_string).collect();
                (path.join("."), n.style, n.title)
            });
            let got = got.as_ref().map(|(path, style, title)| (path.as_str(), *style, *title));
            assert_eq!(got, want, "{text:?}");
        }
    }
}
