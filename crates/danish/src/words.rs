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

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let byte = |i: usize| chars.get(i).map_or(text.len(), |(b, _)| *b);
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(c) = at(i) {
        if !c.is_alphanumeric() {
            i += 1;
            continue;
        }
        let start = i;
        let address = address_end(&chars, start);
        let end = address.unwrap_or_else(|| word_end(&chars, start));
        let open = |i: usize| matches!(at(i), Some('-' | '\u{2010}' | '\u{2011}'));
        let open_start = start > 0
            && open(start - 1)
            && start
                .checked_sub(2)
                .and_then(at)
                .is_none_or(|c| c.is_whitespace() || "(/\"".contains(c));
        let open_end = open(end) && at(end + 1).is_none_or(|c| !c.is_alphanumeric());
        found.push(Word {
            range: byte(start)..byte(end),
            open_end,
            open_start,
            sort: match address {
                Some(_) => Sort::Address,
                None if is_clock(&chars, start, end) => Sort::Clock,
                None => Sort::Word,
            },
        });
        i = end.max(start + 1);
    }
    found
}

fn is_clock(chars: &[(usize, char)], start: usize, end: usize) -> bool {
    let mut word = chars.iter().skip(start).take(end - start).map(|(_, c)| *c);
    let is_kl = (word.next(), word.next(), word.next()) == (Some('k'), Some('l'), None);
    let mut after = chars.iter().skip(end).map(|(_, c)| *c).skip_while(|c| matches!(c, '.' | ' '));
    is_kl && after.next().is_some_and(|c| c.is_ascii_digit())
}

fn word_end(chars: &[(usize, char)], start: usize) -> usize {
    let at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let mut i = start;
    let mut run = start;
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

/// The end of a web or e-mail address that starts here.
fn address_end(chars: &[(usize, char)], start: usize) -> Option<usize> {
    let mut inside = chars.iter().skip(start).map(|(_, c)| *c).take_while(|c| !c.is_whitespace());
    if !inside.any(|c| matches!(c, '@' | '.' | ':')) {
        return None;
    }
    let allowed = |c: char| c.is_alphanumeric() || "@.-_/:%?=&#+~".contains(c);
    let mut end = start;
    let mut shown = String::new();
    while let Some((_, c)) = chars.get(end).filter(|(_, c)| allowed(*c)) {
        shown.push(*c);
        end += 1;
    }
    while shown.ends_with(|c: char| !c.is_alphanumeric() && c != '/') {
        shown.pop();
        end -= 1;
    }
    let host = shown.split(['/', '?', '#']).next().unwrap_or_default();
    let is_mail = shown.split('@').count() == 2
        && shown.split('@').nth(1).is_some_and(|h| h.contains('.') && !h.starts_with('.'));
    let is_web = shown.contains("://") || shown.starts_with("www.") || {
        let mut labels = host.rsplit('.');
        matches!(labels.next(), Some("dk" | "eu" | "com" | "org" | "net" | "gov"))
            && labels.next().is_some_and(|l| !l.is_empty())
    };
    (is_mail || is_web).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).into_iter().filter_map(|w| text.get(w.range)).collect()
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
        let found = words("social- og ældreområdet; careteams og -processer");
        assert!(found.first().is_some_and(|w| w.open_end && !w.open_start));
        assert!(found.last().is_some_and(|w| w.open_start && !w.open_end));
    }
}
