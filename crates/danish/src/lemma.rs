//! An inflected word in, its base forms out.
//!
//! In: a folded word. Out: every reading with part of speech. The rules are word endings learned from the lists that
//! `data/README.md` names; the longest that fits counts, and a whole word is the longest of all, so listed words are
//! exact and unlisted ones follow those that end alike. Deliberately absent: derivation (`bestyrelse` is not `bestyrer`).

use crate::lexicon;

/// One way from a form to a base form: bytes to cut from its end, letters to add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) pos: u8,
    pub(crate) cut: usize,
    pub(crate) add: &'static str,
}

/// A base form of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) base: String,
    pub(crate) pos: u8,
    /// Bytes of the form that the base form shares from its beginning.
    pub(crate) shared: usize,
}

/// Every reading of a word; at least one.
pub(crate) fn readings(key: &str) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    if key.bytes().all(|b| b.is_ascii_lowercase()) {
        for edit in lexicon::edits(key) {
            let Some(stem) = key.len().checked_sub(edit.cut).and_then(|n| key.get(..n)) else {
                continue;
            };
            if stem.is_empty() && edit.add.is_empty() {
                continue;
            }
            let reading =
                Reading { base: format!("{stem}{}", edit.add), pos: edit.pos, shared: stem.len() };
            if !found.iter().any(|r| r.base == reading.base && r.pos == reading.pos) {
                found.push(reading);
            }
        }
    }
    if found.is_empty() {
        found.push(Reading { base: key.to_owned(), pos: 0, shared: key.len() });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(form: &str, base: &str) -> bool {
        readings(form).iter().any(|r| r.base == base)
    }

    #[test]
    fn inflection() {
        for (form, base) in [
            ("boern", "barn"),
            ("boegerne", "bog"),
            ("gik", "gaa"),
            ("bedre", "god"),
            ("artikler", "artikel"),
            ("museet", "museum"),
            ("loeber", "loeber"),
            ("loeber", "loebe"),
            ("sundhedsjournalens", "sundhedsjournal"),
            ("skulde", "skulle"),
        ] {
            assert!(has(form, base), "{form} should have {base}: {:?}", readings(form));
        }
    }

    #[test]
    fn words_that_stay_apart() {
        for (form, base) in
            [("bestyrelse", "bestyrer"), ("bil", "billig"), ("men", "mene"), ("gods", "god")]
        {
            assert!(!has(form, base), "{form} should not have {base}: {:?}", readings(form));
        }
    }
}
