//! A question → what tantivy is asked, and which keys each of its words is looked for by.
//!
//! Every word must be in the statement or in a title above it, and something of the question in the
//! statement itself: a word, who says it, that it is a decision. A word may be found as written, in
//! another form, as part of a compound or by a synonym, and counts less in that order (`words`). Items
//! that hold the words only together are asked for apart (`together`). Deliberately absent: what the
//! names of people and bodies mean (`resolve`).

mod keys;
mod near;
mod planner;
mod together;
mod window;
mod without;
mod words;

use std::ops::Bound;

use schema::{Fields, STATEMENT, Settings, day_number};
use tantivy::Term;
use tantivy::query::{
    BooleanQuery, ConstScoreQuery, EmptyQuery, Occur, Query, RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

#[cfg(test)]
pub(crate) use keys::asked;
pub(crate) use near::{NearQuery, NearScorer};
use planner::{Found, Planner, Wanted};
pub(crate) use together::Together;

use crate::question::Field as Named;
use crate::reasons::Asked;
use crate::resolve::Names;
use crate::{Clause, Note, QueryError, Question};

/// What tantivy is asked.
pub(crate) struct Plan {
    /// What finds.
    pub query: Box<dyn Query>,
    /// What makes of that which is found some the better, as it is added up.
    pub bonuses: Bonuses,
    /// The words that are looked for, for telling why a statement was found.
    pub asked: Vec<Asked>,
    /// What the asker should know.
    pub notes: Vec<Note>,
    /// Full name of who is meant by the speaker that the question gives.
    pub speaker: Option<String>,
    /// What finds items that hold the words together; `None` for a question that asks for more.
    pub together: Option<Together>,
}

/// What makes a statement the better that is found without it.
#[derive(Debug, Default)]
pub(crate) struct Bonuses {
    /// How much a decision counts.
    pub decision: Option<f32>,
    /// Words near each other.
    pub near: Vec<NearQuery>,
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
        together: Some(Vec::new()),
    };
    let anchored = question.speaker.is_some()
        || question.about.is_some()
        || question.addressed_to.is_some()
        || question.decisions;
    let mut found = Found::default();
    planner.all(&question.words, Wanted { titles: true, anchored }, &mut found)?;
    let Found { mut clauses, near, mut only_statements } = found;
    let together = planner.together.take().filter(|_| !anchored && !question.sure);
    let mut together = together.and_then(|found| Together::new(found, fields));
    // A decision counts a little where anything is ranked.
    let is_ranked = question.words.iter().any(is_in_text);
    let bonuses = Bonuses { decision: is_ranked.then_some(settings.weights.decision), near };
    let mut speaker = None;
    if let Some(typed) = &question.speaker {
        let (query, name) = names.speaker(typed, &mut planner.notes)?;
        clauses.push(filter(query));
        only_statements = true;
        speaker = name;
    }
    for (field, typed) in [
        (Named::About, &question.about),
        (Named::To, &question.addressed_to),
        (Named::Body, &question.body),
    ] {
        if let Some(typed) = typed {
            let query = names.query(field, typed, &mut planner.notes)?;
            only_statements |= field != Named::Body;
            if let Some(together) = together.as_mut().filter(|_| field == Named::Body) {
                together.narrow(query.box_clone());
            }
            clauses.push(filter(query));
        }
    }
    if question.decisions {
        clauses.push(filter(term(Term::from_field_u64(fields.decision, 1))));
        only_statements = true;
    }
    if question.sure {
        clauses.push((Occur::MustNot, term(Term::from_field_u64(fields.doubtful, 1))));
    }
    if let Some((occur, days)) = days(question.from, question.to, fields) {
        if let Some(together) = &mut together {
            together.narrow(days.box_clone());
        }
        clauses.push((occur, days));
    }
    // Items and meetings have days and bodies too; what is found is always statements.
    if !only_statements {
        clauses.push(filter(term(fields.kind_term(STATEMENT))));
    }
    let query = match clauses.len() {
        1 => clauses.pop().map(|(_, query)| query),
        _ => None,
    };
    let query = query.unwrap_or_else(|| Box::new(BooleanQuery::new(clauses)));
    let Planner { asked, notes, .. } = planner;
    Ok(Plan { query, bonuses, asked, notes, speaker, together })
}

/// Whether a clause finds by words of the text.
fn is_in_text(clause: &Clause) -> bool {
    match clause {
        Clause::Words(_)
        | Clause::Phrase(_)
        | Clause::Near(..)
        | Clause::Begins(_)
        | Clause::Like(..) => true,
        Clause::Any(groups) => groups.iter().all(|group| group.iter().any(is_in_text)),
        Clause::Named(..)
        | Clause::Days(..)
        | Clause::Kind(_)
        | Clause::Decision(_)
        | Clause::Without(_) => false,
    }
}

/// Whether a clause asks for something of the statement itself, so that its words may stand in a title.
fn is_anchor(clause: &Clause) -> bool {
    match clause {
        Clause::Phrase(_) | Clause::Near(..) | Clause::Begins(_) | Clause::Like(..) => true,
        Clause::Named(field, _) => {
            matches!(field, Named::Speaker | Named::About | Named::To | Named::Role)
        }
        Clause::Decision(yes) => *yes,
        Clause::Words(_)
        | Clause::Days(..)
        | Clause::Kind(_)
        | Clause::Any(_)
        | Clause::Without(_) => false,
    }
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

/// Clauses of a tantivy query.
pub(crate) type Clauses = Vec<OneClause>;

/// A clause of a tantivy query, and whether it must hold.
pub(crate) type OneClause = (Occur, Box<dyn Query>);

/// From so many terms on, all documents that have any are gathered before one is looked at. No source.
const FEW_TERMS: usize = 32;

/// Documents that have any of some terms in a field.
pub(crate) fn any(
    field: Field,
    values: impl IntoIterator<Item = impl AsRef<str>>,
) -> Box<dyn Query> {
    let terms = values.into_iter().map(|value| Term::from_field_text(field, value.as_ref()));
    let terms: Vec<Term> = terms.collect();
    match terms.len() {
        0 => Box::new(EmptyQuery),
        1..FEW_TERMS => Box::new(BooleanQuery::union(terms.into_iter().map(term).collect())),
        _ => Box::new(TermSetQuery::new(terms)),
    }
}

/// Documents that have a term.
pub(crate) fn term(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
