//! Text → where numbers of persons stand in it: civil registration numbers, bank accounts, telephones.
//!
//! In: text, lines of one document joined by `\n` so that a number broken over two lines is seen. Out:
//! [`FoundNumber`]s in order, none over another; [`masked`] writes `x` for their digits, byte for byte.
//! Form, date and the words around decide, never the check digits: since 2007 numbers are given that
//! fail modulus 11. Deliberately absent: what is done with the places, and files.

mod around;
mod cpr;
mod other;

use std::ops::Range;

/// What a number tells of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// A civil registration number (*CPR-nummer*): `010190-1234`.
    Cpr,
    /// A bank account (*kontonummer*): `4321 0001234567`.
    Account,
    /// A telephone (*telefonnummer*): `tlf. 12 34 56 78`.
    Phone,
}

/// A number of a person in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundNumber {
    /// What it is.
    pub kind: NumberKind,
    /// Its bytes in the text, separators inside included.
    pub range: Range<usize>,
}

/// Finds the numbers of persons in a text, of the kinds asked for.
///
/// A civil registration number is six figures that are a day and four more, in any of the ways people
/// write it: `010190-1234`, `0101901234`, `010190 1234`, `01.01.90-1234`, broken over two lines. What
/// is called something else (`sagsnr. 010190-1234`) or is part of a longer number is none; what is called
/// `cpr` is one even if the day is mistyped.
///
/// # Examples
/// ```
/// use danish::{NumberKind, personal_numbers};
/// let found = personal_numbers("Ansøgeren (010190-1234) fik støtte.", &[NumberKind::Cpr]);
/// assert_eq!(found[0].range, 12..23);
/// assert!(personal_numbers("j.nr. 010190-1234, kl. 10.30", &[NumberKind::Cpr]).is_empty());
/// ```
pub fn personal_numbers(text: &str, kinds: &[NumberKind]) -> Vec<FoundNumber> {
    let runs = runs(text);
    let mut found: Vec<FoundNumber> = Vec::new();
    let mut nth = 0;
    let mut before = Before::default();
    while nth < runs.len() {
        let seen = [
            (NumberKind::Cpr, cpr::at as fn(&str, &[Range<usize>], usize, Before) -> _),
            (NumberKind::Account, other::account_at),
            (NumberKind::Phone, other::phone_at),
        ]
        .into_iter()
        .filter(|(kind, _)| kinds.contains(kind))
        .map(|(kind, at)| (kind, at(text, &runs, nth, before)))
        .find(|(_, seen)| !matches!(seen, Seen::Nothing));
        nth += match seen {
            Some((kind, Seen::Number(range, n_runs))) => {
                before.number = range.end;
                found.push(FoundNumber { kind, range });
                n_runs.max(1)
            }
            Some((_, Seen::CalledOther(end, n_runs))) => {
                before.other = end;
                n_runs.max(1)
            }
            _ => 1,
        };
    }
    found
}

/// The text with `x` for every figure and letter of the numbers found in it; as long as before, byte for
/// byte.
pub fn masked(text: &str, found: &[FoundNumber]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut found = found.iter().peekable();
    for (at, sign) in text.char_indices() {
        while found.next_if(|number| number.range.end <= at).is_some() {}
        let inside = found.peek().is_some_and(|number| number.range.contains(&at));
        out.push(if inside && sign.is_ascii_alphanumeric() { 'x' } else { sign });
    }
    out
}

/// Where what was seen before ends, for lists: `sagsnr. 010190-1234 og 020290-2345`.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    /// A number.
    number: usize,
    /// Something in the form of one that is called something else.
    other: usize,
}

/// What stands at a run of figures.
enum Seen {
    /// No number of the kind.
    Nothing,
    /// Its form, but it is called something else; where it ends, and how many runs it has.
    CalledOther(usize, usize),
    /// A number, and how many runs of figures it has.
    Number(Range<usize>, usize),
}

/// The runs of figures of a text.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_digit() {
            match runs.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end = at + 1,
                None => runs.push(at..at + 1),
            }
        }
    }
    runs
}

/// What stands between two runs of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// A hyphen or dash of any kind, with or without spaces, or a line end after it.
    Hyphen,
    /// One space, or a line end.
    Space,
    /// Several spaces or a tab.
    Gap,
    /// `.`
    Dot,
    /// `/`
    Slash,
    /// Something else.
    Other,
}

fn between(text: &str, before: &Range<usize>, after: &Range<usize>) -> Between {
    let Some(raw) = text.get(before.end..after.start).filter(|raw| raw.len() <= 24) else {
        return Between::Other;
    };
    let is_unseen =
        |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    let seen: String = raw.chars().filter(|c| !is_unseen(*c)).collect();
    if seen.matches('\n').count() > 1 {
        return Between::Other;
    }
    match seen.trim() {
        "" if seen.is_empty() && raw.contains('\u{AD}') => Between::Hyphen,
        "" if seen.chars().count() == 1 || seen.contains('\n') => Between::Space,
        "" if seen.is_empty() => Between::Other,
        "" => Between::Gap,
        "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—" | "−" | "_" | "~" => {
            Between::Hyphen
        }
        "." => Between::Dot,
        "/" => Between::Slash,
        _ => Between::Other,
    }
}

#[cfg(test)]
mod tests;
