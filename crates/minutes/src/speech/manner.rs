//! In what manner the minutes of a meeting are written: in the past or the present, told or as said.
//!
//! In: one speaker after another. Out: what the rule is so far. Deliberately absent: single sentences.

use super::subject::Verb;
use super::token::Token;
use crate::verbs::Verbs;

/// What has been counted so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Manner {
    /// Speakers told of in the past, less those told of in the present.
    past: i32,
    /// Speakers behind labels, less those told of.
    labels: i32,
}

impl Manner {
    /// Counts the tense of a speaker's verb.
    pub fn count_tense(&mut self, tokens: &[Token<'_>], verb: &Verb, verbs: &Verbs) {
        let known = tokens
            .iter()
            .find(|t| verb.evidence.contains(&t.start) && !t.capital && verbs.knows(t.text));
        match known {
            Some(verb) if verb.text.ends_with('r') => self.past -= 1,
            Some(_) => self.past += 1,
            None => {}
        }
    }

    /// Counts a speaker behind a label, or one told of.
    pub fn count_label(&mut self, label: bool) {
        self.labels += if label { 1 } else { -1 };
    }

    /// Whether speech is told in the past as a rule: what is told in the present is spoken about.
    pub fn is_past(&self) -> bool {
        self.past > 0
    }

    /// Whether speech stands as it was said as a rule (`Ulla Toft: …`).
    pub fn is_debate(&self) -> bool {
        self.labels > 0
    }
}
