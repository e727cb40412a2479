//! Tokens in, votes out: `med stemmerne 3 mod 1`, `24 stemmer for og 3 imod`, `1 imod, 7 blanke`.
//!
//! Deliberately absent: whether anything was decided.

use crate::Votes;
use crate::speech::token::Token;

/// The votes that a sentence tells.
pub(super) fn votes(tokens: &[Token<'_>]) -> Option<Votes> {
    let about = tokens.iter().any(|t| {
        t.text.starts_with("stem")
            || t.text.contains("stemm")
            || t.text.starts_with("blank")
            || matches!(t.text, "imod" | "undlod")
    });
    if !about {
        return None;
    }
    let mut votes = Votes::default();
    for (at, token) in tokens.iter().enumerate() {
        let Some(n) = number(token.text) else { continue };
        let words: Vec<&str> =
            tokens[at + 1..].iter().take(4).map(|t| t.text).filter(|w| !is_filler(w)).collect();
        let before: Vec<&str> =
            tokens[..at].iter().rev().take(3).map(|t| t.text).filter(|w| !is_filler(w)).collect();
        let digits = token.text.starts_with(|c: char| c.is_ascii_digit());
        match (
            words.first().copied().unwrap_or_default(),
            before.first().copied().unwrap_or_default(),
        ) {
            ("mod" | "imod", _) if words.get(1).is_some_and(|w| number(w).is_some()) && digits => {
                votes.ayes = votes.ayes.or(Some(n));
            }
            (w, _) if w.starts_with("blank") || matches!(w, "undlod" | "undlader" | "hverken") => {
                votes.blank = votes.blank.or(Some(n))
            }
            (_, "mod") if digits => votes.noes = votes.noes.or(Some(n)),
            (_, "imod" | "Imod") => votes.noes = votes.noes.or(Some(n)),
            (_, "For" | "for") => votes.ayes = votes.ayes.or(Some(n)),
            ("imod" | "mod", _) => votes.noes = votes.noes.or(Some(n)),
            ("for", _) => votes.ayes = votes.ayes.or(Some(n)),
            (_, w) if w.starts_with("blank") => votes.blank = votes.blank.or(Some(n)),
            _ => {}
        }
    }
    (votes != Votes::default()).then_some(votes)
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "stemmer"
            | "stemme"
            | "stemmerne"
            | "stemte"
            | "medlemmer"
            | "var"
            | "at"
            | "ændringsforslaget"
            | "forslaget"
            | "stemmeseddel"
            | "stemmesedler"
            | "personer"
    )
}

fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
        "tolv",
    ];
    word.parse().ok().or_else(|| WORDS.iter().position(|w| *w == word).map(|n| n as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::token::tokens;

    #[test]
    fn votes_as_told() {
        let table = [
            ("Punkt 2 blev godkendt med stemmerne 3 mod 1.", Some((Some(3), Some(1), None))),
            (
                "Forslaget blev vedtaget med 24 stemmer for og 3 imod.",
                Some((Some(24), Some(3), None)),
            ),
            ("Vedtaget med 1 imod, 7 blanke.", Some((None, Some(1), Some(7)))),
            (
                "For ændringsforslaget stemte 6, imod stemte 19, og 2 undlod at stemme.",
                Some((Some(6), Some(19), Some(2))),
            ),
            (
                "For stemte 16, imod 10, og en stemmeseddel var blank.",
                Some((Some(16), Some(10), Some(1))),
            ),
            (
                "Forslaget blev vedtaget med fem stemmer for og to imod.",
                Some((Some(5), Some(2), None)),
            ),
            ("Regnskabet for 2023 blev godkendt.", None),
        ];
        for (text, want) in table {
            let got = votes(&tokens(text)).map(|v| (v.ayes, v.noes, v.blank));
            assert_eq!(got, want, "{text}");
        }
    }
}
