//! A word as written in, its search key out: lower case, digraphs for å, ø and æ, no accents.
//!
//! Deliberately absent: any knowledge of words. What folding joins is joined on both sides, in text and question.
//!
//! | rule | joins | known collisions |
//! |---|---|---|
//! | å = aa, ø = oe, æ = ae, ö = oe, ä = ae | `Gaard` `Gård`, `Ångström` `Ångstrøm` | `kanoer` (canoes) with the nonword `kanør` |
//! | accents off, but never the ring of å | `idé` `ide`, `Citroën` `Citroen` | `én` with `en`, `allé` with `alle` |
//! | ü = u, and also ue | `Müller` `Muller` `Mueller` | none known |
//! | ß = ss, œ = oe, ð = d, đ = d, ł = l, þ = th | foreign names | none known |

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded word that remembers where each byte of the key came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    pub(crate) key: String,
    /// For each byte of the key the byte in the word where its letter begins.
    starts: Vec<usize>,
    len: usize,
    /// The other common spelling of a foreign letter (`mueller` for `Müller`).
    pub(crate) other: Option<String>,
}

impl Folded {
    /// The byte in the word that belongs to a byte of the key; the end of the word for the end of the key.
    pub(crate) fn origin(&self, key_byte: usize) -> usize {
        self.starts.get(key_byte).copied().unwrap_or(self.len)
    }
}

/// The search key of a word.
pub(crate) fn fold(word: &str) -> String {
    let mut key = String::with_capacity(word.len() + 4);
    for c in word.chars() {
        fold_char(c, &mut key);
    }
    if key.is_empty() { word.to_lowercase() } else { key }
}

/// The search key of a word, with the way back to its bytes.
pub(crate) fn fold_mapped(word: &str) -> Folded {
    let mut folded = Folded { len: word.len(), ..Folded::default() };
    let mut has_umlaut = false;
    for (at, c) in word.char_indices() {
        fold_char(c, &mut folded.key);
        folded.starts.resize(folded.key.len(), at);
        has_umlaut |= matches!(c, 'ü' | 'Ü');
    }
    if folded.key.is_empty() {
        // Nothing but accents: some scripts write vowels so.
        folded.key = word.to_lowercase();
    }
    if has_umlaut {
        let spelt: String = word
            .chars()
            .flat_map(|c| if matches!(c, 'ü' | 'Ü') { ['u', 'e'].to_vec() } else { vec![c] })
            .collect();
        folded.other = Some(fold(&spelt));
    }
    folded
}

fn fold_char(c: char, key: &mut String) {
    if c.is_ascii() {
        key.push(c.to_ascii_lowercase());
        return;
    }
    for low in c.to_lowercase() {
        match low {
            'å' => key.push_str("aa"),
            'ø' | 'ö' | 'œ' => key.push_str("oe"),
            'æ' | 'ä' => key.push_str("ae"),
            'ß' => key.push_str("ss"),
            'þ' => key.push_str("th"),
            'ð' | 'đ' => key.push('d'),
            'ł' => key.push('l'),
            'ǿ' => key.push_str("oe"),
            'ǽ' => key.push_str("ae"),
            'ǻ' => key.push_str("aa"),
            _ => key.extend(std::iter::once(low).nfd().filter(|m| !is_combining_mark(*m))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_meet() {
        for (one, other) in [
            ("Gård", "Gaard"),
            ("KØBENHAVN", "koebenhavn"),
            ("Ærø", "aeroe"),
            ("idé", "ide"),
            ("Citroën", "Citroen"),
            ("Ångström", "Ångstrøm"),
            ("Håkansson", "Haakansson"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        assert_eq!(fold_mapped("Müller").other.as_deref(), Some("mueller"));
    }

    #[test]
    fn spellings_that_stay_apart() {
        for (one, other) in [("år", "ar"), ("før", "for"), ("få", "fa"), ("læge", "lage")] {
            assert_ne!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn origins_are_char_boundaries() {
        let word = "Ældreområdet";
        let folded = fold_mapped(word);
        for i in 0..=folded.key.len() {
            assert!(word.is_char_boundary(folded.origin(i)));
        }
        assert_eq!(word.get(folded.origin("aeldre".len())..), Some("området"));
    }
}
