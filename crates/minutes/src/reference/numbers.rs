//! Numbers of annexes and items after their word: `4`, `1.8`, `3 og 4`, `2, 3 og 5`, `12-14`.

use super::words::{Sentence, one_of};

/// A number in the text: its places, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub from: usize,
    /// The first place after it.
    pub to: usize,
    pub said: String,
}

/// Longest span that is told out: `punkt 1-40` is no list of items.
const SPAN: u32 = 20;

/// The numbers from a place on, and the first place after them. `is_number` says what counts as one.
pub(super) fn numbers(
    sentence: &Sentence<'_>,
    at: usize,
    is_number: impl Fn(&str) -> bool,
) -> Option<(Vec<Number>, usize)> {
    let one = |at: usize| {
        let word = sentence.word(at);
        if is_number(word) {
            return Some(vec![Number { from: at, to: at + 1, said: word.to_owned() }]);
        }
        span(word).map(|span| {
            let number = |n: u32| Number { from: at, to: at + 1, said: n.to_string() };
            span.map(number).collect()
        })
    };
    let mut found = one(at)?;
    let mut next = at + 1;
    // A comma goes on only in a list that *og* ends: `punkt 3, 4 medlemmer` is no list.
    let mut list = Vec::new();
    let mut after = next;
    while sentence.is(after, ",") {
        let Some(more) = one(after + 1) else { break };
        list.extend(more);
        after += 2;
    }
    if one_of(sentence.word(after), &["og", "samt", "eller"])
        && let Some(more) = one(after + 1)
    {
        found.append(&mut list);
        found.extend(more);
        next = after + 2;
    }
    Some((found, next))
}

/// `12-14` → 12, 13, 14.
fn span(word: &str) -> Option<std::ops::RangeInclusive<u32>> {
    let (from, to) = word.split_once(['-', '–'])?;
    let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
    (from < to && to <= 99 && to - from <= SPAN).then_some(from..=to)
}

/// `4`, `1.8`, `4a`, `12.b`: digits in groups, at most one letter at the end.
pub(super) fn is_path(word: &str) -> bool {
    let plain = word.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(word);
    let plain = plain.strip_suffix('.').unwrap_or(plain);
    let group = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    plain.split('.').count() <= 4 && plain.split('.').all(group)
}
