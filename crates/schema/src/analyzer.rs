//! Text → what the index holds of it: the analyzer's tokens, each strength in a field of its own.
//!
//! In: the [`danish::Analyzer`] and a text. Out: tokens as tantivy stores them. Deliberately absent:
//! rules of language (crate `danish`), and questions (crate `query`).

use danish::{Analyzer, Strength, Text, TokenRef};
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
    let (mut exact, mut lemma, mut part) = (Vec::new(), Vec::new(), Vec::new());
    analyzer.each_token(text, |token| match token.strength {
        Strength::Exact => push(&mut exact, &token),
        Strength::Lemma => push(&mut lemma, &token),
        Strength::Part | Strength::Synonym => push(&mut part, &token),
    });
    let lemma = without_holes(lemma, &exact);
    Analyzed { exact: whole(exact), lemma: whole(lemma), part: whole(part) }
}

/// Base forms, and words that are their own base form between them: phrases of base forms have no holes.
fn without_holes(lemma: Vec<TantivyToken>, exact: &[TantivyToken]) -> Vec<TantivyToken> {
    let mut all = Vec::with_capacity(exact.len());
    let mut lemma = lemma.into_iter().peekable();
    for word in exact.chunk_by(|a, b| a.position == b.position) {
        let position = word.first().map_or(0, |token| token.position);
        while let Some(token) = lemma.next_if(|token| token.position < position) {
            all.push(token);
        }
        if lemma.peek().is_none_or(|token| token.position != position) {
            all.extend_from_slice(word);
        }
    }
    all.extend(lemma);
    all
}

/// The tokens of an item's title, for [`crate::Fields::item_title`], and those that it and the title
/// of its meeting give to [`crate::Fields::title`].
///
/// The parts of a compound that names a body (*havn* in *Havneudvalget*) say nothing of the matter, so
/// the title of the meeting has none.
pub fn analyze_titles(
    analyzer: &Analyzer,
    item: &Text,
    meeting: &Text,
) -> (PreTokenizedString, PreTokenizedString) {
    let mut tokens = Vec::new();
    analyzer.each_token(item, |token| push(&mut tokens, &token));
    let mut both = tokens.clone();
    // One apart, so that no phrase begins in one title and ends in the other.
    let after = tokens.last().map_or(0, |token| token.position + 2);
    analyzer.each_token(meeting, |token| {
        if token.strength != Strength::Part {
            push(&mut both, &TokenRef { position: token.position + after, ..token });
        }
    });
    (whole(tokens), whole(both))
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

/// Adds a token unless its key stands at its position already: it would count twice.
fn push(tokens: &mut Vec<TantivyToken>, token: &TokenRef<'_>) {
    let twice = tokens
        .iter()
        .rev()
        .take_while(|t| t.position == token.position)
        .any(|t| t.text == token.text);
    // tantivy refuses longer terms; nobody looks for a word of 60 kB.
    if !twice && !token.text.is_empty() && token.text.len() < 1_000 {
        tokens.push(TantivyToken {
            offset_from: token.range.start,
            offset_to: token.range.end,
            position: token.position,
            text: token.text.to_owned(),
            position_length: 1,
        });
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
    fn base_forms_stand_in_the_order_of_words() {
        let analyzer = Analyzer::new(danish::Lists::default());
        let analyzed =
            analyze(&analyzer, &Text::new("EPJ systemet og by- og landområdet er patient journal"));
        assert!(analyzed.lemma.tokens.is_sorted_by_key(|token| token.position));
        for (position, key) in [(0, "epj"), (1, "system"), (2, "og"), (7, "patientjournal")] {
            let here = |t: &TantivyToken| t.position == position && t.text == key;
            assert!(analyzed.lemma.tokens.iter().any(here), "{position} {key}: {analyzed:?}");
        }
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
        let mut tokens = Vec::new();
        for (text, position) in [("havn", 0), ("havn", 0), ("mole", 0), ("havn", 1)] {
            let strength = Strength::Exact;
            push(&mut tokens, &TokenRef { text, position, range: 0..4, strength });
        }
        assert_eq!(tokens.len(), 3);
    }
}
