//! Two spellings of one name: `Aage` and `Åge`, `Lindholm` and `Lindhlm`.
//!
//! In: words of names. Out: how near they are. Deliberately absent: the people who bear them.

use std::borrow::Cow;

/// Whether all words stand in `parts`, in order, the first at the head.
pub(super) fn within(words: &[String], parts: &[String]) -> bool {
    let mut rest = parts.iter();
    words.iter().all(|w| rest.any(|p| p == w)) && words.first() == parts.first()
}

/// Lower case, `aa` as `å`, no full stop: two spellings of one name meet.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let doubled = word.as_bytes().windows(2).any(|pair| pair.eq_ignore_ascii_case(b"aa"));
    if !doubled && !word.contains(['é', 'É']) {
        return danish::lowercase(word);
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'a' if folded.ends_with('a') => {
                folded.pop();
                folded.push('å');
            }
            'é' => folded.push('e'),
            _ => folded.push(c),
        }
    }
    Cow::Owned(folded)
}

/// Letters that differ: 0, 1, or 2 for more than one. Words under four letters must be equal.
pub(super) fn slips(a: &str, b: &str) -> usize {
    if a == b {
        return 0;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 4 || long.len() - short.len() > 1 {
        return 2;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let rest = if short.len() == long.len() { &short[same + 1..] } else { &short[same..] };
    if rest == &long[same + 1..] { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_meet() {
        assert_eq!(fold("Aage"), fold("Åge"));
        assert_eq!(fold("Desirée,"), "desiree");
        for (a, b, want) in [
            ("holm", "holm", 0),
            ("lindholm", "lindhlm", 1),
            ("bro", "bru", 2),
            ("lund", "holm", 2),
        ] {
            assert_eq!(slips(a, b), want, "{a} {b}");
        }
        let parts = ["ida", "rask", "lind"].map(str::to_owned);
        assert!(within(&["ida", "lind"].map(str::to_owned), &parts));
        assert!(!within(&["rask", "lind"].map(str::to_owned), &parts));
    }
}
