//! The words of a question and the keys that stand for each.
//!
//! In: tokens of a question. Out: them by word, as [`Asked`] for telling why a statement was found.
//! Deliberately absent: fields of the index (`plan`).

use std::collections::BTreeMap;

use danish::{Analyzer, Strength, Text, Token};

use crate::reasons::{Asked, Looked};

/// Tokens of a question by position: alternatives of one word stand together.
pub(super) fn positions(tokens: Vec<Token>) -> Vec<Vec<Token>> {
    let mut words: Vec<Vec<Token>> = Vec::new();
    for token in tokens {
        match words.last_mut() {
            Some(word) if word.iter().any(|t| t.position == token.position) => word.push(token),
            _ => words.push(vec![token]),
        }
    }
    words
}

/// A word of a question with its keys; the strongest reading of each counts.
pub(super) fn of_word(text: &Text, word: &[Token], looked: Looked) -> Option<Asked> {
    let typed = text.as_str().get(word.first()?.range.clone())?.to_owned();
    let mut keys = BTreeMap::new();
    for token in word {
        let strength = keys.entry(token.text.clone()).or_insert(token.strength);
        *strength = token.strength.min(*strength);
    }
    Some(Asked { typed, keys, looked })
}

/// The base form of each word; the word as written where it has none.
pub(super) fn base_forms(words: &[Vec<Token>]) -> impl Iterator<Item = &Token> {
    words.iter().filter_map(|word| {
        word.iter()
            .find(|t| t.strength == Strength::Lemma)
            .or_else(|| word.iter().find(|t| t.strength == Strength::Exact))
    })
}

/// The words that must be there, and the stop words beside them. A question of stop words alone
/// looks for them.
pub(super) fn without_stop_words(
    words: Vec<Vec<Token>>,
    analyzer: &Analyzer,
) -> (Vec<Vec<Token>>, Vec<Vec<Token>>) {
    let common = |word: &Vec<Token>| word.iter().any(|token| analyzer.is_stop_word(token));
    if words.iter().all(common) {
        return (words, Vec::new());
    }
    words.into_iter().partition(|word| !common(word))
}

/// The words of a question, for tests of what is shown without a search.
#[cfg(test)]
pub(crate) fn asked(analyzer: &Analyzer, words: &str) -> Vec<Asked> {
    let text = Text::new(words);
    let words = positions(analyzer.question(&text));
    words.iter().filter_map(|word| of_word(&text, word, Looked::Anyhow)).collect()
}
