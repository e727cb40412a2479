//! Text in, its words with byte ranges out.
//!
//! A word is what a reader would look for as one: `f.eks.`, `SUM's`, `4.0`, `18/02451`, `EPJ-systemet`, `12.30`,
//! `navn@sum.dk`. Signs such as `§` and `%` are no words. Deliberately absent: what a word means ([`crate::shape`]).

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) range: Range<usize>,
    /// A hyphen follows and nothing after it: `social-` og …
    pub(crate) open_end: bool,
    /// A hyphen precedes and nothing before it: … og `-processer`.
    pub(crate) open_start: bool,
    pub(crate) sort: Sort,
}

/// What can be seen of a word from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Word,
    /// A web or e-mail address.
    Address,
    /// `kl.` before a time, which is not the association KL.
    Clock,
}

/// Longest run of letters on either side of the dot in an abbreviation (`cand.scient.`); no source.
const ABBREVIATED: usize = 6;
/// How far a word with signs in it is followed, in characters: no address is longer; no source.
const FAR: usize = 2_000;

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = word_start(text, at)?;
        let word = word_at(text, start);
        at = word.range.end;
        Some(word)
    })
}

fn word_at(text: &str, start: usize) -> Word {
    let mut end = run_end(text, start);
    let mut sort = Sort::Word;
    if goes_on(text, end) {
        let rest = text.get(start..).unwrap_or_default().char_indices();
        let chars: Vec<(usize, char)> =
            rest.take_while(|(_, c)| !c.is_whitespace()).take(FAR).collect();
        let address = address_end(&chars);
        if address.is_some() {
            sort = Sort::Address;
        }
        let last = address.unwrap_or_else(|| word_end(&chars)).saturating_sub(1);
        end = chars.get(last).map_or(end, |(at, c)| start + at + c.len_utf8());
    }
    let after = || text.get(end..).unwrap_or_default();
    let clock = text.get(start..end) == Some("kl")
        && after().trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
    if clock {
        sort = Sort::Clock;
    }
    let open_end =
        is_at(text, end, is_hyphen) && after().chars().nth(1).is_none_or(|c| !c.is_alphanumeric());
    let mut before = text.get(..start).unwrap_or_default().chars();
    let open_start = before.next_back().is_some_and(is_hyphen)
        && before.next_back().is_none_or(|c| c.is_whitespace() || "(/\"".contains(c));
    Word { range: start..end, open_end, open_start, sort }
}

/// The first letter or digit from `at` on.
fn word_start(text: &str, mut at: usize) -> Option<usize> {
    loop {
        match text.as_bytes().get(at)? {
            b if b.is_ascii_alphanumeric() => return Some(at),
            b if b.is_ascii() => at += 1,
            _ => {
                let c = text.get(at..)?.chars().next()?;
                if c.is_alphanumeric() {
                    return Some(at);
                }
                at += c.len_utf8();
            }
        }
    }
}

/// Where the letters and digits that begin at `at` end.
fn run_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            at += 1;
        } else if byte.is_ascii() {
            return at;
        } else {
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            match c.filter(|c| c.is_alphanumeric() || is_combining_mark(*c)) {
                Some(c) => at += c.len_utf8(),
                None => return at,
            }
        }
    }
    at
}

/// A hyphen, not a dash.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_at(text: &str, at: usize, is: impl Fn(char) -> bool) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => is(char::from(*byte)),
        _ => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is),
    }
}

/// Whether a word may go on behind its letters and digits: a sign follows that can join, and no space behind it.
fn goes_on(text: &str, end: usize) -> bool {
    let joins = |c: char| match c {
        '-' | ',' | '.' | '/' | ':' | '\'' | '`' | '@' | '_' | '%' | '?' | '=' | '&' | '#'
        | '+' | '~' => true,
        _ => !c.is_ascii() && "‐‑–’‘´".contains(c),
    };
    is_at(text, end, joins)
        && text.get(end..).and_then(|rest| rest.chars().nth(1)).is_some_and(|c| !c.is_whitespace())
}

/// How many characters belong to the word that they begin with.
fn word_end(chars: &[(usize, char)]) -> usize {
    let at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let mut i = 0;
    let mut run = 0;
    while let Some(c) = at(i) {
        if c.is_alphanumeric() || is_combining_mark(c) {
            i += 1;
            continue;
        }
        let (Some(before), Some(after)) = (i.checked_sub(1).and_then(at), at(i + 1)) else {
            return i;
        };
        if !after.is_alphanumeric() {
            return i;
        }
        let digits = before.is_ascii_digit() && after.is_ascii_digit();
        let joins = match c {
            '-' | '\u{2010}' | '\u{2011}' => true,
            '\u{2013}' | ',' | '/' | ':' => digits,
            '\'' | '’' | '‘' | '´' | '`' => after.is_alphabetic(),
            '.' => digits || abbreviates(chars, run, i),
            _ => false,
        };
        if !joins {
            return i;
        }
        i += 1;
        run = i;
    }
    i
}

/// Whether the dot at `dot` stands inside an abbreviation: short runs of letters on both sides, and no new sentence.
fn abbreviates(chars: &[(usize, char)], run: usize, dot: usize) -> bool {
    let letters =
        |from: usize| chars.iter().skip(from).take_while(|(_, c)| c.is_alphabetic()).count();
    let (before, after) = (dot - run, letters(dot + 1));
    let all_letters = letters(run) == before;
    let capital = chars.get(dot + 1).is_some_and(|(_, c)| c.is_uppercase());
    let short = if capital { 1 } else { ABBREVIATED };
    all_letters && (1..=short).contains(&before) && (1..=short).contains(&after)
}

/// How many characters belong to the web or e-mail address that they begin with, if they do.
fn address_end(chars: &[(usize, char)]) -> Option<usize> {
    let allowed = |c: char| c.is_alphanumeric() || "@.-_/:%?=&#+~".contains(c);
    let mut shown: String = chars.iter().map(|(_, c)| *c).take_while(|c| allowed(*c)).collect();
    if !shown.contains(['@', '.', ':']) {
        return None;
    }
    let plain = shown.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len();
    shown.truncate(plain);
    let host = shown.split(['/', '?', '#']).next().unwrap_or_default();
    let is_mail = shown.split('@').count() == 2
        && shown.split('@').nth(1).is_some_and(|h| h.contains('.') && !h.starts_with('.'));
    let is_web = shown.contains("://") || shown.starts_with("www.") || {
        let mut labels = host.rsplit('.');
        matches!(labels.next(), Some("dk" | "eu" | "com" | "org" | "net" | "gov"))
            && labels.next().is_some_and(|l| !l.is_empty())
    };
    (is_mail || is_web).then(|| shown.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).filter_map(|w| text.get(w.range)).collect()
    }

    #[test]
    fn words_of_all_kinds() {
        for (text, expected) in [
            ("Jf. bilag 1.1).", vec!["Jf", "bilag", "1.1"]),
            ("f.eks. SUM's 4.0-projekt", vec!["f.eks", "SUM's", "4.0-projekt"]),
            ("sag 18/02451, § 12, stk. 2", vec!["sag", "18/02451", "12", "stk", "2"]),
            ("den 28. marts kl. 12.30", vec!["den", "28", "marts", "kl", "12.30"]),
            ("100.000 kr. (4,5 %)", vec!["100.000", "kr", "4,5"]),
            ("2018–2022", vec!["2018–2022"]),
            ("social- og ældreområdet", vec!["social", "og", "ældreområdet"]),
            (
                "skriv til navn@sum.dk eller www.sum.dk.",
                vec!["skriv", "til", "navn@sum.dk", "eller", "www.sum.dk"],
            ),
            ("godkendt.Herefter gik", vec!["godkendt", "Herefter", "gik"]),
            ("»citat«", vec!["citat"]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn open_ends() {
        let found: Vec<Word> = words("social- og ældreområdet; careteams og -processer").collect();
        assert!(found.first().is_some_and(|w| w.open_end && !w.open_start));
        assert!(found.last().is_some_and(|w| w.open_start && !w.open_end));
    }
}
