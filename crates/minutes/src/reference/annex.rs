//! Annexes (*bilag*): `bilag 4.1`, `bilag 1 og 2`, `bilag A`. A *bilag* without number is just a noun.

use super::numbers::{is_path, numbers};
use super::words::{Sentence, ends, one_of};
use super::{Found, ReferenceKind};

/// Words for an annex.
const ANNEX: [&str; 7] =
    ["bilag", "bilaget", "bilagene", "bilags", "underbilag", "appendiks", "annex"];

/// The annexes whose word stands at a place.
pub(super) fn annex_at(sentence: &Sentence<'_>, at: usize) -> Found {
    let word = sentence.word(at);
    if !one_of(word, &ANNEX) && !ends(word, "bilag") {
        return None;
    }
    let first = sentence.after_nr(sentence.after_stop(at + 1));
    let (found, next) = numbers(sentence, first, |number| is_path(number) || is_letter(number))
        .filter(|(_, next)| !is_sentence_after(sentence, first, *next))?;
    let references = found
        .iter()
        .enumerate()
        .map(|(nth, number)| {
            let from = if nth == 0 { at } else { number.from };
            let target = Some(number.said.to_uppercase()).filter(|said| is_letter(said));
            let target = target.unwrap_or_else(|| number.said.clone());
            sentence.reference(ReferenceKind::Annex, from, number.to, Some(target))
        })
        .collect();
    Some((references, next))
}

/// `A`, `B2`: a letter, perhaps with a digit.
fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    let letter = chars.next().is_some_and(|c| c.is_uppercase());
    letter && chars.clone().count() <= 2 && chars.all(|c| c.is_ascii_digit())
}

/// Whether the letter is the first word of a sentence (`… i bilag. I dag …`), or a count stands there
/// (`bilag 4 sider`).
fn is_sentence_after(sentence: &Sentence<'_>, first: usize, next: usize) -> bool {
    let word = sentence.word(first);
    let stopped = first.checked_sub(1).is_some_and(|before| sentence.is(before, "."));
    let counts = one_of(sentence.word(next), &["sider", "stk", "kr", "eksemplarer"]);
    let roman_or_word = word == "I" && !sentence.word(next).is_empty();
    (is_letter(word) && stopped) || counts || roman_or_word
}
