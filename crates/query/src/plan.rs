//! A question → what tantivy is asked, and which keys each of its words is looked for by.
//!
//! Every word of the question must be in the statement itself; a word may be found as written, in
//! another form, as part of a compound or by a synonym, and counts less in that order. The title of
//! the item or meeting may raise the rank but never finds. Deliberately absent: the archive's people
//! and bodies (`people` resolves them first).

use std::collections::BTreeMap;
use std::ops::Bound;

use danish::{Analyzer, Strength, Text, Token};
use schema::{Fields, STATEMENT, Settings, day_number};
use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query,
    RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::reasons::Asked;
use crate::{Clause, Note, Question};

/// What tantivy is asked.
pub(crate) struct Plan {
    /// The query.
    pub query: Box<dyn Query>,
    /// The words that are looked for, for telling why a statement was found.
    pub asked: Vec<Asked>,
    /// What the asker should know.
    pub notes: Vec<Note>,
}

/// The filters of a question, resolved against the archive.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resolved {
    /// Key of the speaker.
    pub speaker: Option<String>,
    /// Base forms of the role that the speaker has at the meeting.
    pub role: Option<Vec<String>>,
    /// Terms of the person who is mentioned, one for each way their name is written.
    pub about: Option<Vec<String>>,
    /// Terms of the person who is answered or asked.
    pub addressed: Option<Vec<String>>,
    /// Slugs of the bodies; `None` is any.
    pub bodies: Option<Vec<String>>,
}

/// Plans the search for statements.
pub(crate) fn plan(
    question: &Question,
    resolved: &Resolved,
    fields: &Fields,
    analyzer: &Analyzer,
    settings: &Settings,
) -> Plan {
    let planner = Planner { fields, settings };
    let mut clauses = vec![filter(term(fields.kind_term(STATEMENT)))];
    let mut asked = Vec::new();
    let mut notes = Vec::new();
    let mut left = settings.limits.question_words;
    for clause in &question.words {
        let (Clause::Words(text) | Clause::Phrase(text) | Clause::Without(text)) = clause;
        let mut words = positions(analyzer.question(text));
        if words.is_empty() {
            notes.push(Note::NothingIn(text.as_str().to_owned()));
        }
        if words.len() > left {
            words.truncate(left);
            notes.push(Note::OnlyFirst(settings.limits.question_words));
        }
        left -= words.len();
        if !matches!(clause, Clause::Without(_)) {
            let exactly = matches!(clause, Clause::Phrase(_));
            asked.extend(words.iter().filter_map(|word| of_word(text, word, exactly)));
        }
        match clause {
            Clause::Words(_) => {
                let (needed, common) = without_stop_words(words, analyzer);
                planner.words(&needed, &common, &mut clauses);
                if !common.is_empty() {
                    let written = |w: &Vec<Token>| text.as_str().get(w.first()?.range.clone());
                    let common = common.iter().filter_map(written).map(str::to_owned).collect();
                    notes.push(Note::Common(common));
                }
            }
            Clause::Phrase(_) => planner.phrase(&words, &mut clauses),
            Clause::Without(_) => {
                for word in &words {
                    clauses.push((Occur::MustNot, planner.word(word)));
                }
            }
        }
    }
    if let Some(key) = &resolved.speaker {
        clauses.push(filter(term(Term::from_field_text(fields.speaker, key))));
    }
    for (field, terms) in [
        (fields.role, &resolved.role),
        (fields.mentioned, &resolved.about),
        (fields.addressed, &resolved.addressed),
    ] {
        if let Some(terms) = terms {
            let terms = terms.iter().map(|name| Term::from_field_text(field, name));
            clauses.push(filter(Box::new(TermSetQuery::new(terms))));
        }
    }
    if question.decisions {
        clauses.push(filter(term(Term::from_field_u64(fields.decision, 1))));
    }
    if question.sure {
        clauses.push((Occur::MustNot, term(Term::from_field_u64(fields.doubtful, 1))));
    }
    clauses.extend(days_and_bodies(question.from, question.to, resolved, fields));
    Plan { query: Box::new(BooleanQuery::new(clauses)), asked, notes }
}

/// The clauses that hold for statements and meetings alike: period and body.
pub(crate) fn days_and_bodies(
    from: Option<danish::Date>,
    to: Option<danish::Date>,
    resolved: &Resolved,
    fields: &Fields,
) -> Vec<(Occur, Box<dyn Query>)> {
    let mut clauses = Vec::new();
    if from.is_some() || to.is_some() {
        let bound = |day: Option<danish::Date>| match day {
            Some(day) => Bound::Included(Term::from_field_u64(fields.day, day_number(day))),
            None => Bound::Unbounded,
        };
        // Undated statements have no day at all, so an open end does not let them in.
        clauses.push(filter(Box::new(RangeQuery::new(bound(from), bound(to)))));
    }
    if let Some(bodies) = &resolved.bodies {
        let terms = bodies.iter().map(|slug| Term::from_field_text(fields.body, slug));
        clauses.push(filter(Box::new(TermSetQuery::new(terms))));
    }
    clauses
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
fn of_word(text: &Text, word: &[Token], exactly: bool) -> Option<Asked> {
    let typed = text.as_str().get(word.first()?.range.clone())?.to_owned();
    let mut keys = BTreeMap::new();
    for token in word {
        let strength = keys.entry(token.text.clone()).or_insert(token.strength);
        *strength = token.strength.min(*strength);
    }
    Some(Asked { typed, keys, exactly })
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
}

impl Planner<'_> {
    /// All words, in any form; side by side counts more. Common ones need not be there, and count
    /// for little where they are, as every word does that most statements have.
    fn words(
        &self,
        words: &[Vec<Token>],
        common: &[Vec<Token>],
        clauses: &mut Vec<(Occur, Box<dyn Query>)>,
    ) {
        for word in words {
            clauses.push((Occur::Must, self.word(word)));
            for token in word {
                let title = Term::from_field_text(self.fields.title, &token.text);
                clauses.push((
                    Occur::Should,
                    boosted(
                        Box::new(TermQuery::new(title, IndexRecordOption::WithFreqs)),
                        self.settings.weights.title,
                    ),
                ));
            }
        }
        for word in common {
            clauses.push((Occur::Should, self.word(word)));
        }
        let base_forms = words.iter().filter_map(|word| {
            word.iter()
                .find(|t| t.strength == Strength::Lemma)
                .or_else(|| word.iter().find(|t| t.strength == Strength::Exact))
        });
        if let Some(phrase) = side_by_side(self.fields.lemma, base_forms) {
            clauses.push((Occur::Should, boosted(phrase, self.settings.weights.phrase)));
        }
    }

    /// A phrase as written.
    fn phrase(&self, words: &[Vec<Token>], clauses: &mut Vec<(Occur, Box<dyn Query>)>) {
        let exact =
            || words.iter().filter_map(|w| w.iter().find(|t| t.strength == Strength::Exact));
        let phrase = side_by_side(self.fields.exact, exact()).or_else(|| {
            let only = exact().next()?;
            let term = Term::from_field_text(self.fields.exact, &only.text);
            Some(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>)
        });
        if let Some(phrase) = phrase {
            clauses.push((Occur::Must, boosted(phrase, self.settings.weights.exact)));
        }
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

/// The tokens at their distances in one field; `None` for fewer than two.
fn side_by_side<'a>(
    field: Field,
    tokens: impl Iterator<Item = &'a Token>,
) -> Option<Box<dyn Query>> {
    let terms: Vec<(usize, Term)> =
        tokens.map(|t| (t.position, Term::from_field_text(field, &t.text))).collect();
    if terms.len() < 2 {
        return None;
    }
    Some(Box::new(PhraseQuery::new_with_offset(terms)))
}

/// The text of a question in words, for the head of an answer.
pub(crate) fn in_words(question: &Question, speaker: Option<&str>) -> String {
    let mut parts = Vec::new();
    for clause in &question.words {
        parts.push(match clause {
            Clause::Words(text) => text.as_str().to_owned(),
            Clause::Phrase(text) => format!("\"{}\"", text.as_str()),
            Clause::Without(text) => format!("without {}", text.as_str()),
        });
    }
    if question.decisions {
        parts.push("decisions".to_owned());
    }
    if let Some(name) = speaker.or(question.speaker.as_deref()) {
        parts.push(format!("said by {name}"));
    }
    if let Some(name) = &question.about {
        parts.push(format!("mentioning {name}"));
    }
    if let Some(name) = &question.addressed_to {
        parts.push(format!("addressed to {name}"));
    }
    if question.sure {
        parts.push("without doubtful speakers".to_owned());
    }
    if let Some(body) = &question.body {
        parts.push(format!("in {body}"));
    }
    match (question.from, question.to) {
        (Some(from), Some(to)) if from == to => parts.push(format!("on {from}")),
        (Some(from), Some(to)) => parts.push(format!("from {from} to {to}")),
        (Some(from), None) => parts.push(format!("since {from}")),
        (None, Some(to)) => parts.push(format!("until {to}")),
        (None, None) => {}
    }
    parts.join(", ")
}

/// The words of a question, for tests of what is shown without a search.
#[cfg(test)]
pub(crate) fn asked(analyzer: &Analyzer, words: &str) -> Vec<Asked> {
    let text = Text::new(words);
    let words = positions(analyzer.question(&text));
    words.iter().filter_map(|word| of_word(&text, word, false)).collect()
}
