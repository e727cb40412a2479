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

/// Of words as typed with their tokens: those that must be there, and the stop words beside them as
/// typed. A question of stop words alone looks for them.
pub(super) fn without_stop_words(
    words: Vec<(String, Vec<Token>)>,
    analyzer: &Analyzer,
) -> (Vec<Vec<Token>>, Vec<String>) {
    let common = |word: &[Token]| word.iter().any(|token| analyzer.is_stop_word(token));
    let all_common = words.iter().all(|(_, word)| common(word));
    let (mut needed, mut beside) = (Vec::new(), Vec::new());
    for (typed, word) in words {
        match common(&word) && !all_common {
            true => beside.push(typed),
            false => needed.push(word),
        }
    }
    (needed, beside)
}

/// The words of a question, for tests of what is shown without a search.
#[cfg(test)]
pub(crate) fn asked(analyzer: &Analyzer, words: &str) -> Vec<Asked> {
    let text = Text::new(words);
    let words = positions(analyzer.question(&text));
    words.iter().filter_map(|word| of_word(&text, word, Looked::Anyhow)).collect()
}
