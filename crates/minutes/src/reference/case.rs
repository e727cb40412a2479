//! Cases (*sager*) by number: `18/02451`, `sag nr. 2021-1234`, `j.nr. 12-345`, `00.30.14-A00-1-21`.
//! Years (`2021/22`), dates, telephone and personal numbers are none.

use super::words::{Sentence, one_of};
use super::{Found, ReferenceKind};

/// Words before the number of a case.
const LABELS: [&str; 22] = [
    "sagsnr",
    "sagsnummer",
    "sagsnumre",
    "sagsnummeret",
    "sags-nr",
    "sags-id",
    "sagsid",
    "j.nr",
    "jnr",
    "jr.nr",
    "j.nr",
    "journalnr",
    "journalnummer",
    "journal-nr",
    "dok.nr",
    "doknr",
    "dokumentnr",
    "dokumentnummer",
    "esdh-nr",
    "esdh-sag",
    "esdh",
    "mål.nr",
];

/// The case whose number, or the label before it, stands at a place.
pub(super) fn case_at(sentence: &Sentence<'_>, at: usize) -> Found {
    let word = sentence.word(at);
    if word.is_empty() {
        return None;
    }
    if is_case_number(word) {
        let reference = sentence.reference(ReferenceKind::Case, at, at + 1, Some(word.to_owned()));
        return Some((vec![reference], at + 1));
    }
    let number_at = after_label(sentence, at)?;
    let number = sentence.word(number_at);
    // `24 / 01873`
    let rest = sentence.word(number_at + 2);
    let apart = sentence.is(number_at + 1, "/") && !rest.is_empty();
    let (said, next) = if apart && rest.bytes().all(|byte| byte.is_ascii_digit()) {
        (format!("{number}/{rest}"), number_at + 3)
    } else {
        (number.to_owned(), number_at + 1)
    };
    if !is_labelled_number(&said) {
        return None;
    }
    Some((vec![sentence.reference(ReferenceKind::Case, at, next, Some(said))], next))
}

/// The place of the number after a label: `sag nr.`, `j. nr.:`, `Sagsnr.`.
fn after_label(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let word = sentence.word(at);
    let stop = sentence.after_stop(at + 1);
    let mut next = if one_of(word, &LABELS) {
        sentence.after_nr(stop)
    } else if one_of(word, &["sag", "sagen", "sager", "journal", "j", "dok", "dokument"]) {
        // These are words of their own: only with *nr.*
        let after = sentence.after_nr(stop);
        if after == stop {
            return None;
        }
        after
    } else {
        return None;
    };
    if sentence.is(next, ":") {
        next += 1;
    }
    Some(next)
}

/// A number after a label: with a sign inside, or long. `sag nr. 4` is an item or a count.
fn is_labelled_number(word: &str) -> bool {
    let n_digits = word.bytes().filter(u8::is_ascii_digit).count();
    let plain = word.bytes().all(|byte| byte.is_ascii_digit());
    n_digits >= 4 || (n_digits >= 3 && !plain)
}

/// Whether a word is the number of a case by its form alone.
fn is_case_number(word: &str) -> bool {
    // Most words have no digit in their first or last letter.
    if !word.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let digits = |part: &str, n: std::ops::RangeInclusive<usize>| {
        n.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let year = |part: &str| {
        part.len() == 4 && (part.starts_with("19") || part.starts_with("20")) && digits(part, 4..=4)
    };
    if let Some((left, right)) = word.split_once('/') {
        let left_ok = digits(left, 2..=2) || year(left);
        return left_ok && digits(right, 4..=8) && !year(right);
    }
    let parts: Vec<&str> = word.split('-').collect();
    match parts.as_slice() {
        // 2021-012345; a day is shorter.
        [left, right] => (year(left) && digits(right, 5..=8)) || is_kle(left, right),
        [left, right, last] => {
            let letters =
                (2..=6).contains(&left.chars().count()) && left.chars().all(|c| c.is_uppercase());
            (letters && year(right) && digits(last, 3..=8))
                || (is_kle(left, right) && digits(last, 1..=5))
        }
        [left, right, number, short] => {
            is_kle(left, right) && digits(number, 1..=5) && digits(short, 2..=4)
        }
        _ => false,
    }
}

/// `00.30.14` and `A00`: the plan of journals that municipalities share.
fn is_kle(group: &str, action: &str) -> bool {
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut action = action.chars();
    group.split('.').count() == 3
        && group.split('.').all(two)
        && action.next().is_some_and(char::is_uppercase)
        && action.clone().count() == 2
        && action.all(|c| c.is_ascii_digit())
}
