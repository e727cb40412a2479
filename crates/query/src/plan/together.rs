//! Items that hold the words of a question together, though no statement under them does by itself.
//!
//! In: the words and filters of a question. Out: [`Together`], the query for items and for what they
//! are shown by. Deliberately absent: what a question for statements is (`plan`).

use danish::Token;
use schema::Fields;
use tantivy::query::{BooleanQuery, Occur, Query};

use super::{Clauses, any, filter};

/// Something that an item must have.
#[derive(Debug)]
pub(super) enum Part {
    /// The keys of a word.
    Word(Vec<String>),
    /// What narrows statements and items alike.
    Filter(Box<dyn Query>),
}

impl Part {
    pub(super) fn word(alternatives: &[Token]) -> Part {
        Part::Word(alternatives.iter().map(|token| token.text.clone()).collect())
    }
}

/// What finds items by all the words that are said under them and in their titles.
#[derive(Debug)]
pub(crate) struct Together {
    clauses: Clauses,
}

impl Together {
    /// `None` when no words are asked for.
    pub(super) fn new(parts: Vec<Part>, fields: &Fields) -> Option<Together> {
        // Nothing but an item has its words together.
        let mut clauses = Vec::new();
        let mut n_words = 0;
        for part in parts {
            clauses.push(filter(match part {
                Part::Filter(query) => query,
                Part::Word(keys) => {
                    n_words += 1;
                    any(fields.together, keys)
                }
            }));
        }
        (n_words > 0).then_some(Together { clauses })
    }

    pub(super) fn narrow(&mut self, query: Box<dyn Query>) {
        self.clauses.push(filter(query));
    }

    /// The query for items, but for those whose references are given.
    pub(crate) fn query(self, but: &[String], fields: &Fields) -> Box<dyn Query> {
        let mut clauses = self.clauses;
        if !but.is_empty() {
            clauses.push((Occur::MustNot, any(fields.id, but)));
        }
        Box::new(BooleanQuery::new(clauses))
    }
}
