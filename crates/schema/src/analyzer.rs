//! Text → what the index holds of it: the analyzer's tokens, each strength in a field of its own.
//!
//! In: the [`danish::Analyzer`] and a text. Out: tokens as tantivy stores them. Deliberately absent:
//! rules of language (crate `danish`), and questions (crate `query`).

use danish::{Analyzer, Strength, Text, Token};
use tantivy::tokenizer::{PreTokenizedString, Token as TantivyToken};

use crate::Words;

/// The tokens of one text, by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analyzed {
    /// For [`crate::Fields::exact`].
    pub exact: PreTokenizedString,
    /// For [`crate::Fields::lemma`].
    pub lemma: PreTokenizedString,
    /// For [`crate::Fields::part`].
    pub part: PreTokenizedString,
}

/// Analyzes a text that is to be found.
pub fn analyze(analyzer: &Analyzer, text: &Text) -> Analyzed {
    let tokens = analyzer.text(text);
    let mut exact = Vec::new();
    let mut lemma: Vec<TantivyToken> = Vec::new();
    let mut part = Vec::new();
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        let here = tokens[at..].iter().take_while(|t| t.position == first.position).count();
        let word = &tokens[at..at + here];
        at += here;
        let has_lemma = word.iter().any(|t| t.strength == Strength::Lemma);
        for token in word {
            let stored = stored(token);
            match token.strength {
                Strength::Exact => {
                    // A word that is its own base form stands in both, so that phrases of base
                    // forms have no holes.
                    if !has_lemma {
                        push(&mut lemma, stored.clone());
                    }
                    push(&mut exact, stored);
                }
                Strength::Lemma => push(&mut lemma, stored),
                Strength::Part | Strength::Synonym => push(&mut part, stored),
            }
        }
    }
    Analyzed { exact: whole(exact), lemma: whole(lemma), part: whole(part) }
}

/// All tokens of a short text in one field, for titles.
pub fn analyze_title(analyzer: &Analyzer, text: &Text) -> PreTokenizedString {
    let mut tokens = Vec::new();
    for token in analyzer.text(text) {
        push(&mut tokens, stored(&token));
    }
    whole(tokens)
}

/// Sentences whose tokens are compared when an index is opened: a program whose Danish has changed
/// must not read an index that was written with the old one.
const PROBE: &str = "Børnehavernes sundhedsjournaler blev drøftet af social- og ældreudvalget i Aarhus. \
    Formanden svarede, at genoptræningsplanerne ifølge NIS-direktivet (sag 18/02451) var bedre, \
    f.eks. 4.0-projektets kanalstrategi, medicinkort, museerne, bøgerne, mændenes artikler og økonomien.";

/// Words of the archive whose compounds are probed as well.
const N_PROBED: usize = 40;

/// The fingerprint of an analyzer: of what it makes of the probe sentences, and of the archive's own
/// words with a compound of each of the first few.
pub(crate) fn fingerprint(analyzer: &Analyzer, words: &Words) -> String {
    let mut hash = blake3::Hasher::new();
    let mut probe = PROBE.to_owned();
    for (nth, (word, count)) in words.iter().enumerate() {
        hash.update(format!("{word} {count}\n").as_bytes());
        if nth < N_PROBED {
            probe.push_str(&format!(" {word}planernes"));
        }
    }
    let text = Text::new(&probe);
    for (side, tokens) in [("text", analyzer.text(&text)), ("question", analyzer.question(&text))] {
        hash.update(side.as_bytes());
        for token in tokens {
            hash.update(format!("{token:?}").as_bytes());
        }
    }
    hash.finalize().to_hex().chars().take(16).collect()
}

fn stored(token: &Token) -> TantivyToken {
    TantivyToken {
        offset_from: token.range.start,
        offset_to: token.range.end,
        position: token.position,
        text: token.text.clone(),
        position_length: 1,
    }
}

/// Adds a token unless its key stands at its position already: it would count twice.
fn push(tokens: &mut Vec<TantivyToken>, token: TantivyToken) {
    let twice = tokens
        .iter()
        .rev()
        .take_while(|t| t.position == token.position)
        .any(|t| t.text == token.text);
    // tantivy refuses longer terms; nobody looks for a word of 60 kB.
    if !twice && !token.text.is_empty() && token.text.len() < 1_000 {
        tokens.push(token);
    }
}

fn whole(tokens: Vec<TantivyToken>) -> PreTokenizedString {
    PreTokenizedString { text: String::new(), tokens }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_has_a_base_form() {
        let analyzer = Analyzer::new(danish::Lists::default());
        let analyzed = analyze(&analyzer, &Text::new("Formanden orienterede om havnen"));
        let positions = |p: &PreTokenizedString| {
            p.tokens.iter().map(|t| t.position).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(positions(&analyzed.exact), positions(&analyzed.lemma));
        assert!(analyzed.exact.tokens.iter().any(|t| t.text == "formanden"));
    }

    #[test]
    fn the_fingerprint_covers_the_words() {
        let of = |counts: &[(&str, u32)]| {
            let counts = counts.iter().map(|(word, n)| ((*word).to_owned(), *n)).collect();
            let words = Words { counts, n_statements: 1 };
            fingerprint(&Analyzer::with_words(danish::Lists::default(), words.iter()), &words)
        };
        assert_eq!(of(&[("gwulp", 3)]), of(&[("gwulp", 3)]));
        assert_ne!(of(&[("gwulp", 3)]), of(&[("gwulp", 4)]));
        assert_ne!(of(&[("gwulp", 3)]), of(&[]));
    }

    #[test]
    fn a_key_counts_once_at_a_position() {
        let token = |text: &str, position| TantivyToken {
            text: text.to_owned(),
            position,
            ..TantivyToken::default()
        };
        let mut tokens = Vec::new();
        for (text, position) in [("havn", 0), ("havn", 0), ("mole", 0), ("havn", 1)] {
            push(&mut tokens, token(text, position));
        }
        assert_eq!(tokens.len(), 3);
    }
}
