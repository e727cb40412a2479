//! The pipeline as one visible list, for a text and for a question.

use std::ops::Range;

use crate::Text;

/// How strongly a token stands for what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// The word exactly as written, case and spelling variants folded.
    Exact,
    /// The base form of the word.
    Lemma,
    /// A part of a compound (its base form).
    Part,
    /// A synonym from `index-config/synonyms.txt`.
    Synonym,
}

/// One search key at a position of a text. Several may share a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The search key, folded; no prefix of any kind.
    pub text: String,
    /// Position of the word in the text, counted from 0.
    pub position: usize,
    /// Byte range in the text of what this key stands for: the whole word, or just the part.
    pub range: Range<usize>,
    /// How strongly it stands for what was written.
    pub strength: Strength,
}

/// The lists that the analyzer takes from `index-config/` (contents of the files, not paths).
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// `abbreviations.txt`.
    pub abbreviations: String,
    /// `synonyms.txt`.
    pub synonyms: String,
    /// `stop-words.txt`.
    pub stop_words: String,
}

/// The Danish analyzer. Cheap to share, ready at once.
#[derive(Debug)]
pub struct Analyzer {
    _lists: Lists,
}

impl Analyzer {
    /// An analyzer with the given lists.
    pub fn new(lists: Lists) -> Analyzer {
        Analyzer { _lists: lists }
    }

    /// The tokens of a text that is to be found. Ordered by position, the exact word first.
    pub fn text(&self, text: &Text) -> Vec<Token> {
        plain(text)
    }

    /// The tokens of a question. Every position must match; tokens at one position are alternatives.
    pub fn question(&self, text: &Text) -> Vec<Token> {
        plain(text)
    }
}

fn plain(text: &Text) -> Vec<Token> {
    let base = text.as_str().as_ptr() as usize;
    text.as_str()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .enumerate()
        .map(|(position, w)| {
            let start = w.as_ptr() as usize - base;
            Token {
                text: w.to_lowercase(),
                position,
                range: start..start + w.len(),
                strength: Strength::Exact,
            }
        })
        .collect()
}
