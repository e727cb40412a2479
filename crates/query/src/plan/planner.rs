//! The clauses of a question, one after the other, as clauses of a tantivy query.
//!
//! In: [`Clause`]s. Out: tantivy's clauses, the words that are looked for, notes. Deliberately absent:
//! what narrows a question from outside its words, as flags do (`plan`).

use std::ops::Bound;

use danish::{Strength, Text, Token};
use schema::{Fields, Settings, slug};
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, InvertedIndexRangeQuery,
    Occur, Query,
};
use tantivy::schema::Field;

use super::keys::{base_forms, of_word, positions, without_stop_words};
use super::near::NearQuery;
use super::together::Part;
use super::without::Without;
use super::words::{Word, WordsQuery};
use super::{Clauses, any, days, filter, is_anchor, term};
use crate::question::Field as Named;
use crate::reasons::{Asked, Looked};
use crate::resolve::Names;
use crate::{Clause, Note, QueryError};

/// Reads clauses one after the other.
pub(super) struct Planner<'a> {
    pub fields: &'a Fields,
    pub settings: &'a Settings,
    pub names: &'a Names<'a>,
    pub asked: Vec<Asked>,
    pub notes: Vec<Note>,
    /// Words that may still be looked for.
    pub left: usize,
    /// What an item must hold together; `None` once something was asked that only a statement has.
    pub together: Option<Vec<Part>>,
}

/// How words are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// Whether a word in a title counts: not for what must not be there.
    pub titles: bool,
    /// Whether something else is asked of the statement itself.
    pub anchored: bool,
}

/// What tantivy is to be asked for.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What must be there, and what must not.
    pub clauses: Clauses,
    /// What makes of them the better.
    pub near: Vec<NearQuery>,
    /// Whether nothing but a statement has what must be there.
    pub only_statements: bool,
}

impl Found {
    /// Adds what must be there and nothing but a statement has.
    pub fn must(&mut self, query: Box<dyn Query>) {
        self.clauses.push((Occur::Must, query));
        self.only_statements = true;
    }
}

impl Planner<'_> {
    /// Clauses that must all hold.
    pub fn all(
        &mut self,
        typed: &[Clause],
        wanted: Wanted,
        found: &mut Found,
    ) -> Result<(), QueryError> {
        let anchored = wanted.anchored || typed.iter().any(is_anchor);
        let wanted = Wanted { anchored, ..wanted };
        // Words are one question, whatever stands between them.
        let mut words = Vec::new();
        for clause in typed {
            match clause {
                Clause::Words(text) => {
                    let after =
                        words.last().and_then(|(_, word): &(String, Vec<Token>)| word.first());
                    let next = after.map_or(0, |token| token.position + 1);
                    for mut word in self.read(text, wanted, Looked::Anyhow) {
                        let range = word.first().map(|token| token.range.clone());
                        let typed = range.and_then(|range| text.as_str().get(range));
                        let typed = typed.unwrap_or_default().to_owned();
                        word.iter_mut().for_each(|token| token.position += next);
                        words.push((typed, word));
                    }
                }
                Clause::Phrase(text) => {
                    let words = self.read(text, wanted, Looked::Exactly);
                    self.phrase(&words, found);
                }
                Clause::Near(text, apart) => {
                    let words = self.read(text, wanted, Looked::Anyhow);
                    self.near(&words, *apart, wanted, found);
                }
                Clause::Begins(text) => {
                    let words = self.read(text, wanted, Looked::Begins);
                    self.begins(&words, wanted, found);
                }
                Clause::Like(text, edits) => {
                    let words = self.read(text, wanted, Looked::Like(*edits));
                    self.like(&words, *edits, wanted, found);
                }
                Clause::Named(Named::Item, value) => self.narrow(self.item(value), found),
                Clause::Named(Named::Body, value) => {
                    let body = self.names.query(Named::Body, value, &mut self.notes)?;
                    self.narrow(body, found);
                }
                Clause::Named(field, value) => {
                    let people = self.names.query(*field, value, &mut self.notes)?;
                    found.must(filter(people).1);
                }
                Clause::Days(from, to) => {
                    if let Some((_, days)) = days(*from, *to, self.fields) {
                        self.narrow(days, found);
                    }
                }
                Clause::Kind(letter) => {
                    let letter = letter.to_string();
                    let kind = Term::from_field_text(self.fields.item_kind, &letter);
                    self.narrow(term(kind), found);
                }
                Clause::Decision(yes) => {
                    let decision = term(Term::from_field_u64(self.fields.decision, 1));
                    match yes {
                        true => found.must(filter(decision).1),
                        false => found.clauses.push((Occur::MustNot, decision)),
                    }
                }
                Clause::Any(groups) => {
                    let mut any = Vec::new();
                    for group in groups {
                        any.push((Occur::Should, self.group(group, wanted)?));
                    }
                    found.clauses.push((Occur::Must, Box::new(BooleanQuery::new(any))));
                }
                Clause::Without(unwanted) => {
                    let unwanted = self.group(unwanted, Wanted { titles: false, ..wanted })?;
                    found.clauses.push((Occur::MustNot, Box::new(Without(unwanted))));
                }
            }
            let of_statements = match clause {
                Clause::Words(_) | Clause::Days(..) | Clause::Kind(_) => false,
                Clause::Named(field, _) => !matches!(field, Named::Item | Named::Body),
                _ => true,
            };
            if of_statements {
                self.together = None;
            }
        }
        let (needed, common) = without_stop_words(words, self.names.analyzer);
        self.words(&needed, wanted, found);
        if let Some(parts) = &mut self.together {
            parts.extend(needed.iter().map(|word| Part::word(word)));
        }
        if !common.is_empty() {
            self.notes.push(Note::Common(common));
        }
        Ok(())
    }

    /// Leaves only what a query finds, among statements and items alike.
    fn narrow(&mut self, query: Box<dyn Query>, found: &mut Found) {
        if let Some(parts) = &mut self.together {
            parts.push(Part::Filter(query.box_clone()));
        }
        found.clauses.push(filter(query));
    }

    fn group(&mut self, typed: &[Clause], wanted: Wanted) -> Result<Box<dyn Query>, QueryError> {
        let mut found = Found::default();
        self.all(typed, wanted, &mut found)?;
        let Found { mut clauses, near, .. } = found;
        clauses.extend(near.into_iter().map(|near| (Occur::Should, Box::new(near) as _)));
        // What only says what must not be there means all the rest.
        if !clauses.is_empty() && clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push(filter(Box::new(AllQuery)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// The words of a text with their keys, as many as may still be looked for.
    fn read(&mut self, text: &Text, wanted: Wanted, looked: Looked) -> Vec<Vec<Token>> {
        let mut words = positions(self.names.analyzer.question(text));
        if words.is_empty() {
            self.notes.push(Note::NothingIn(text.as_str().to_owned()));
        }
        if words.len() > self.left {
            words.truncate(self.left);
            self.notes.push(Note::OnlyFirst(self.settings.limits.question_words));
        }
        self.left -= words.len();
        if wanted.titles {
            self.asked.extend(words.iter().filter_map(|word| of_word(text, word, looked)));
        }
        words
    }

    /// All words, in any form; side by side or near counts more.
    fn words(&self, words: &[Vec<Token>], wanted: Wanted, found: &mut Found) {
        if words.is_empty() {
            return;
        }
        let word = |word: &Vec<Token>| self.word(word, wanted.titles);
        let weights = self.settings.weights;
        found.must(Box::new(WordsQuery {
            words: words.iter().map(word).collect(),
            own: !wanted.anchored,
            weights,
            fields: self.fields.clone(),
        }));
        let within = [(0, weights.phrase - weights.near), (weights.near_words, weights.near)];
        found.near.extend(side_by_side(self.fields.lemma, base_forms(words), &within));
    }

    /// The terms that stand for a word.
    fn word(&self, word: &[Token], titles: bool) -> Word {
        let mut text = Vec::new();
        for token in word {
            for (field, strength) in [
                (self.fields.exact, Strength::Exact),
                (self.fields.lemma, Strength::Lemma),
                (self.fields.part, Strength::Part),
            ] {
                // A match is as strong as the weaker of what was asked and what stands there.
                let term = Term::from_field_text(field, &token.text);
                text.push((term, token.strength.max(strength)));
            }
        }
        let title = |token: &Token| Term::from_field_text(self.fields.title, &token.text);
        Word { text, titles: word.iter().filter(|_| titles).map(title).collect() }
    }

    /// A phrase as written.
    fn phrase(&self, words: &[Vec<Token>], found: &mut Found) {
        let exact =
            || words.iter().filter_map(|w| w.iter().find(|t| t.strength == Strength::Exact));
        let weight = self.settings.weights.exact * words.len() as f32;
        if let Some(phrase) = side_by_side(self.fields.exact, exact(), &[(0, weight)]) {
            found.must(Box::new(phrase));
        } else if let Some(only) = exact().next() {
            let only = term(Term::from_field_text(self.fields.exact, &only.text));
            found.must(Box::new(ConstScoreQuery::new(only, weight)));
        }
    }

    /// Words in any form, near each other.
    fn near(&self, words: &[Vec<Token>], apart: u32, wanted: Wanted, found: &mut Found) {
        let weight = self.settings.weights.lemma * words.len() as f32;
        match side_by_side(self.fields.lemma, base_forms(words), &[(apart, weight)]) {
            Some(near) => found.must(Box::new(near)),
            None => self.words(words, wanted, found),
        }
    }

    /// A word that begins as written.
    fn begins(&self, words: &[Vec<Token>], wanted: Wanted, found: &mut Found) {
        let Some((last, before)) = words.split_last() else { return };
        self.words(before, wanted, found);
        let Some(token) = last.first() else { return };
        let term = |text: &str| Term::from_field_text(self.fields.exact, text);
        // No word has the last character there is.
        let end = term(&format!("{}{}", token.text, char::MAX));
        let from = Bound::Included(term(&token.text));
        let begins = InvertedIndexRangeQuery::new(from, Bound::Excluded(end));
        found.must(boosted(Box::new(begins), self.settings.weights.lemma));
    }

    /// A word that is spelt nearly so.
    fn like(&self, words: &[Vec<Token>], edits: u8, wanted: Wanted, found: &mut Found) {
        let Some((last, before)) = words.split_last() else { return };
        self.words(before, wanted, found);
        let near = last.iter().filter(|token| token.strength <= Strength::Lemma).map(|token| {
            let field = match token.strength {
                Strength::Exact => self.fields.exact,
                _ => self.fields.lemma,
            };
            let word = Term::from_field_text(field, &token.text);
            let like: Box<dyn Query> = Box::new(FuzzyTermQuery::new(word, edits, true));
            (Occur::Should, boosted(like, self.settings.weights.synonym))
        });
        found.must(Box::new(BooleanQuery::new(near.collect())));
    }

    /// The item of a number, or whose title has all of some words.
    fn item(&self, value: &str) -> Box<dyn Query> {
        if value.starts_with(|c: char| c.is_ascii_digit()) {
            return term(Term::from_field_text(self.fields.item, &slug(value)));
        }
        let words = positions(self.names.analyzer.question(&Text::new(value)));
        let all = words.iter().map(|word| {
            (Occur::Must, any(self.fields.item_title, word.iter().map(|token| &token.text)))
        });
        Box::new(BooleanQuery::new(all.collect()))
    }
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

/// The tokens in order and at their distances in one field, with so many others between as count;
/// `None` for fewer than two.
fn side_by_side<'a>(
    field: Field,
    tokens: impl Iterator<Item = &'a Token>,
    within: &[(u32, f32)],
) -> Option<NearQuery> {
    let terms: Vec<(usize, Term)> =
        tokens.map(|t| (t.position, Term::from_field_text(field, &t.text))).collect();
    if terms.len() < 2 {
        return None;
    }
    Some(NearQuery { terms, within: within.to_vec() })
}
