//! A question → what tantivy is asked, and which keys each of its words is looked for by.
//!
//! Every word of the question must be in the statement itself; a word may be found as written, in
//! another form, as part of a compound or by a synonym, and counts less in that order. The title of
//! the item or meeting may raise the rank but never finds. Deliberately absent: what the names of
//! people and bodies mean (`resolve`).

use std::collections::BTreeMap;
use std::ops::Bound;

use danish::{Analyzer, Strength, Text, Token};
use schema::{Fields, STATEMENT, Settings, day_number, slug};
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery,
    Occur, PhraseQuery, Query, RangeQuery, RegexQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::question::Field as Named;
use crate::reasons::{Asked, Looked};
use crate::resolve::Names;
use crate::{Clause, Note, QueryError, Question};

/// What tantivy is asked.
pub(crate) struct Plan {
    /// The query.
    pub query: Box<dyn Query>,
    /// The words that are looked for, for telling why a statement was found.
    pub asked: Vec<Asked>,
    /// What the asker should know.
    pub notes: Vec<Note>,
    /// Full name of who is meant by the speaker that the question gives.
    pub speaker: Option<String>,
}

/// Plans the search for statements.
///
/// # Errors
/// When a name fits nobody or several, or the index cannot be read.
pub(crate) fn plan(
    question: &Question,
    names: &Names<'_>,
    settings: &Settings,
) -> Result<Plan, QueryError> {
    let fields = names.fields;
    let mut planner = Planner {
        fields,
        settings,
        names,
        asked: Vec::new(),
        notes: question.unread.clone(),
        left: settings.limits.question_words,
    };
    let mut clauses = vec![filter(term(fields.kind_term(STATEMENT)))];
    planner.all(&question.words, true, &mut clauses)?;
    let mut speaker = None;
    if let Some(typed) = &question.speaker {
        let (query, name) = names.speaker(typed, &mut planner.notes)?;
        clauses.push(filter(query));
        speaker = name;
    }
    for (field, typed) in [
        (Named::About, &question.about),
        (Named::To, &question.addressed_to),
        (Named::Body, &question.body),
    ] {
        if let Some(typed) = typed {
            clauses.push(filter(names.query(field, typed, &mut planner.notes)?));
        }
    }
    if question.decisions {
        clauses.push(filter(term(Term::from_field_u64(fields.decision, 1))));
    }
    if question.sure {
        clauses.push((Occur::MustNot, term(Term::from_field_u64(fields.doubtful, 1))));
    }
    clauses.extend(days(question.from, question.to, fields));
    let Planner { asked, notes, .. } = planner;
    Ok(Plan { query: Box::new(BooleanQuery::new(clauses)), asked, notes, speaker })
}

/// The clause of a period, for statements and meetings alike; `None` without one.
pub(crate) fn days(
    from: Option<danish::Date>,
    to: Option<danish::Date>,
    fields: &Fields,
) -> Option<(Occur, Box<dyn Query>)> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let bound = |day: Option<danish::Date>| match day {
        Some(day) => Bound::Included(Term::from_field_u64(fields.day, day_number(day))),
        None => Bound::Unbounded,
    };
    // Undated statements have no day at all, so an open end does not let them in.
    Some(filter(Box::new(RangeQuery::new(bound(from), bound(to)))))
}

/// A clause that must hold and does not count.
pub(crate) fn filter(query: Box<dyn Query>) -> (Occur, Box<dyn Query>) {
    (Occur::Must, Box::new(ConstScoreQuery::new(query, 0.0)))
}

/// Documents that have a term.
pub(crate) fn term(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}

/// Tokens of a question by position: alternatives of one word stand together.
fn positions(tokens: Vec<Token>) -> Vec<Vec<Token>> {
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
fn of_word(text: &Text, word: &[Token], looked: Looked) -> Option<Asked> {
    let typed = text.as_str().get(word.first()?.range.clone())?.to_owned();
    let mut keys = BTreeMap::new();
    for token in word {
        let strength = keys.entry(token.text.clone()).or_insert(token.strength);
        *strength = token.strength.min(*strength);
    }
    Some(Asked { typed, keys, looked })
}

/// The base form of each word; the word as written where it has none.
fn base_forms(words: &[Vec<Token>]) -> impl Iterator<Item = &Token> {
    words.iter().filter_map(|word| {
        word.iter()
            .find(|t| t.strength == Strength::Lemma)
            .or_else(|| word.iter().find(|t| t.strength == Strength::Exact))
    })
}

/// The words that must be there, and the stop words beside them. A question of stop words alone
/// looks for them.
fn without_stop_words(
    words: Vec<Vec<Token>>,
    analyzer: &Analyzer,
) -> (Vec<Vec<Token>>, Vec<Vec<Token>>) {
    let common = |word: &Vec<Token>| word.iter().any(|token| analyzer.is_stop_word(token));
    if words.iter().all(common) {
        return (words, Vec::new());
    }
    words.into_iter().partition(|word| !common(word))
}

struct Planner<'a> {
    fields: &'a Fields,
    settings: &'a Settings,
    names: &'a Names<'a>,
    asked: Vec<Asked>,
    notes: Vec<Note>,
    /// Words that may still be looked for.
    left: usize,
}

/// Clauses of a tantivy query.
type Clauses = Vec<(Occur, Box<dyn Query>)>;

impl Planner<'_> {
    /// Clauses that must all hold; `wanted` unless it is about what must not be there.
    fn all(
        &mut self,
        typed: &[Clause],
        wanted: bool,
        clauses: &mut Clauses,
    ) -> Result<(), QueryError> {
        for clause in typed {
            match clause {
                Clause::Words(text) => {
                    let words = self.read(text, wanted, Looked::Anyhow);
                    let (needed, common) = without_stop_words(words, self.names.analyzer);
                    self.words(&needed, &common, clauses);
                    if !common.is_empty() {
                        let written = |w: &Vec<Token>| text.as_str().get(w.first()?.range.clone());
                        let common = common.iter().filter_map(written).map(str::to_owned).collect();
                        self.notes.push(Note::Common(common));
                    }
                }
                Clause::Phrase(text) => {
                    let words = self.read(text, wanted, Looked::Exactly);
                    self.phrase(&words, clauses);
                }
                Clause::Near(text, apart) => {
                    let words = self.read(text, wanted, Looked::Anyhow);
                    self.near(&words, *apart, clauses);
                }
                Clause::Begins(text) => {
                    let words = self.read(text, wanted, Looked::Begins);
                    self.begins(&words, clauses)?;
                }
                Clause::Like(text, edits) => {
                    let words = self.read(text, wanted, Looked::Like(*edits));
                    self.like(&words, *edits, clauses);
                }
                Clause::Named(Named::Item, value) => clauses.push(filter(self.item(value))),
                Clause::Named(field, value) => {
                    clauses.push(filter(self.names.query(*field, value, &mut self.notes)?));
                }
                Clause::Days(from, to) => clauses.extend(days(*from, *to, self.fields)),
                Clause::Kind(letter) => {
                    let letter = letter.to_string();
                    let kind = Term::from_field_text(self.fields.item_kind, &letter);
                    clauses.push(filter(term(kind)));
                }
                Clause::Decision(yes) => {
                    let decision = term(Term::from_field_u64(self.fields.decision, 1));
                    clauses.push(match yes {
                        true => filter(decision),
                        false => (Occur::MustNot, decision),
                    });
                }
                Clause::Any(groups) => {
                    let mut any = Vec::new();
                    for group in groups {
                        any.push((Occur::Should, self.group(group, wanted)?));
                    }
                    clauses.push((Occur::Must, Box::new(BooleanQuery::new(any))));
                }
                Clause::Without(unwanted) => {
                    clauses.push((Occur::MustNot, self.group(unwanted, false)?));
                }
            }
        }
        Ok(())
    }

    fn group(&mut self, typed: &[Clause], wanted: bool) -> Result<Box<dyn Query>, QueryError> {
        let mut clauses = Vec::new();
        self.all(typed, wanted, &mut clauses)?;
        // What only says what must not be there means all the rest.
        if !clauses.is_empty() && clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push(filter(Box::new(AllQuery)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// The words of a text with their keys, as many as may still be looked for.
    fn read(&mut self, text: &Text, wanted: bool, looked: Looked) -> Vec<Vec<Token>> {
        let mut words = positions(self.names.analyzer.question(text));
        if words.is_empty() {
            self.notes.push(Note::NothingIn(text.as_str().to_owned()));
        }
        if words.len() > self.left {
            words.truncate(self.left);
            self.notes.push(Note::OnlyFirst(self.settings.limits.question_words));
        }
        self.left -= words.len();
        if wanted {
            self.asked.extend(words.iter().filter_map(|word| of_word(text, word, looked)));
        }
        words
    }

    /// All words, in any form; side by side counts more. Common ones need not be there, and count
    /// for little where they are, as every word does that most statements have.
    fn words(&self, words: &[Vec<Token>], common: &[Vec<Token>], clauses: &mut Clauses) {
        for word in words {
            clauses.push((Occur::Must, self.word(word)));
            for token in word {
                let title = Term::from_field_text(self.fields.title, &token.text);
                let title = Box::new(TermQuery::new(title, IndexRecordOption::WithFreqs));
                clauses.push((Occur::Should, boosted(title, self.settings.weights.title)));
            }
        }
        for word in common {
            clauses.push((Occur::Should, self.word(word)));
        }
        if let Some(phrase) = side_by_side(self.fields.lemma, base_forms(words), 0) {
            clauses.push((Occur::Should, boosted(phrase, self.settings.weights.phrase)));
        }
    }

    /// A phrase as written.
    fn phrase(&self, words: &[Vec<Token>], clauses: &mut Clauses) {
        let exact =
            || words.iter().filter_map(|w| w.iter().find(|t| t.strength == Strength::Exact));
        let phrase = side_by_side(self.fields.exact, exact(), 0).or_else(|| {
            let only = exact().next()?;
            let term = Term::from_field_text(self.fields.exact, &only.text);
            Some(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>)
        });
        if let Some(phrase) = phrase {
            clauses.push((Occur::Must, boosted(phrase, self.settings.weights.exact)));
        }
    }

    /// Words in any form, near each other.
    fn near(&self, words: &[Vec<Token>], apart: u32, clauses: &mut Clauses) {
        match side_by_side(self.fields.lemma, base_forms(words), apart) {
            Some(near) => clauses.push((Occur::Must, near)),
            None => self.words(words, &[], clauses),
        }
    }

    /// A word that begins as written.
    fn begins(&self, words: &[Vec<Token>], clauses: &mut Clauses) -> Result<(), QueryError> {
        let Some((last, before)) = words.split_last() else { return Ok(()) };
        self.words(before, &[], clauses);
        let Some(token) = last.first() else { return Ok(()) };
        let pattern: String = token
            .text
            .chars()
            .flat_map(|c| (!c.is_alphanumeric()).then_some('\\').into_iter().chain([c]))
            .collect();
        let begins = RegexQuery::from_pattern(&format!("{pattern}.*"), self.fields.exact)?;
        clauses.push((Occur::Must, boosted(Box::new(begins), self.settings.weights.lemma)));
        Ok(())
    }

    /// A word that is spelt nearly so.
    fn like(&self, words: &[Vec<Token>], edits: u8, clauses: &mut Clauses) {
        let Some((last, before)) = words.split_last() else { return };
        self.words(before, &[], clauses);
        let near = last.iter().filter(|token| token.strength <= Strength::Lemma).map(|token| {
            let field = match token.strength {
                Strength::Exact => self.fields.exact,
                _ => self.fields.lemma,
            };
            let word = Term::from_field_text(field, &token.text);
            let like: Box<dyn Query> = Box::new(FuzzyTermQuery::new(word, edits, true));
            (Occur::Should, boosted(like, self.settings.weights.synonym))
        });
        clauses.push((Occur::Must, Box::new(BooleanQuery::new(near.collect()))));
    }

    /// The item of a number, or whose title has all of some words.
    fn item(&self, value: &str) -> Box<dyn Query> {
        if value.starts_with(|c: char| c.is_ascii_digit()) {
            return term(Term::from_field_text(self.fields.item, &slug(value)));
        }
        let words = positions(self.names.analyzer.question(&Text::new(value)));
        let all = words.iter().map(|word| {
            let forms = word.iter().map(|t| Term::from_field_text(self.fields.item_title, &t.text));
            let any: Box<dyn Query> = Box::new(TermSetQuery::new(forms));
            (Occur::Must, any)
        });
        Box::new(BooleanQuery::new(all.collect()))
    }

    /// One word: the best of its alternatives counts.
    fn word(&self, alternatives: &[Token]) -> Box<dyn Query> {
        let mut queries: Vec<Box<dyn Query>> = Vec::new();
        for token in alternatives {
            for (field, strength) in [
                (self.fields.exact, Strength::Exact),
                (self.fields.lemma, Strength::Lemma),
                (self.fields.part, Strength::Part),
            ] {
                // A match is as strong as the weaker of what was asked and what stands there.
                let weight = self.weight(token.strength).min(self.weight(strength));
                let term = Term::from_field_text(field, &token.text);
                queries.push(boosted(
                    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
                    weight,
                ));
            }
        }
        Box::new(DisjunctionMaxQuery::new(queries))
    }

    fn weight(&self, strength: Strength) -> f32 {
        let weights = self.settings.weights;
        match strength {
            Strength::Exact => weights.exact,
            Strength::Lemma => weights.lemma,
            Strength::Part => weights.part,
            Strength::Synonym => weights.synonym,
        }
    }
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

/// The tokens at their distances in one field, with at most so many others between; `None` for fewer
/// than two.
fn side_by_side<'a>(
    field: Field,
    tokens: impl Iterator<Item = &'a Token>,
    apart: u32,
) -> Option<Box<dyn Query>> {
    let terms: Vec<(usize, Term)> =
        tokens.map(|t| (t.position, Term::from_field_text(field, &t.text))).collect();
    if terms.len() < 2 {
        return None;
    }
    Some(Box::new(PhraseQuery::new_with_offset_and_slop(terms, apart)))
}

/// The words of a question, for tests of what is shown without a search.
#[cfg(test)]
pub(crate) fn asked(analyzer: &Analyzer, words: &str) -> Vec<Asked> {
    let text = Text::new(words);
    let words = positions(analyzer.question(&text));
    words.iter().filter_map(|word| of_word(&text, word, Looked::Anyhow)).collect()
}
