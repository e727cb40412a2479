//! How often something is said, year by year or month by month.
//!
//! In: a question and its plan. Out: a [`Timeline`] from the first meeting of the archive to the last,
//! within the period asked for. A period without meetings of the bodies asked for is a gap: nothing is
//! known of it. Deliberately absent: undated meetings, which are only counted.

use std::borrow::Cow;
use std::sync::OnceLock;

use schema::{MEETING, day_number};
use tantivy::query::{BooleanQuery, Occur, Query};

use super::scope::scope;
use super::{Period, Step, Timeline};
use crate::counts::{By, Tallies, Tally, month_name, tallies};
use crate::look::Look;
use crate::plan::Clauses;
use crate::plan::{self, Plan};
use crate::question::Field;
use crate::resolve::once;
use crate::{Clause, QueryError, Question};

/// What all timelines of one state of an index are held against, counted once.
#[derive(Debug, Default)]
pub(crate) struct Spread {
    statements_by_year: OnceLock<Tallies>,
    statements_by_month: OnceLock<Tallies>,
    meetings_by_year: OnceLock<Tallies>,
    meetings_by_month: OnceLock<Tallies>,
}

/// How often what a plan finds is said over time.
pub(crate) fn timeline(
    look: &Look<'_>,
    question: &Question,
    plan: &Plan,
    step: Step,
) -> Result<Timeline, QueryError> {
    let by = match step {
        Step::Year => By::Year,
        Step::Month => By::Month,
    };
    let count = |query: &dyn Query| -> Result<_, QueryError> {
        Ok(tallies(look.searcher(), query, &[by])?.into_iter().next().unwrap_or_default())
    };
    let spread = &look.seen.spread;
    let (all_said, all_held) = match step {
        Step::Year => (&spread.statements_by_year, &spread.meetings_by_year),
        Step::Month => (&spread.statements_by_month, &spread.meetings_by_month),
    };
    let found = count(&*plan.query)?;
    let scope = scope(question);
    let said = match scope == Question::default() {
        true => Cow::Borrowed(once(all_said, || count(&*look.plan(&scope)?.query))?),
        false => Cow::Owned(count(&*look.plan(&scope)?.query)?),
    };
    let archive = once(all_held, || count(&BooleanQuery::new(vec![look.of_kind(MEETING)])))?;
    let held = match meetings(look, question)? {
        Some(query) => Cow::Owned(count(&*query)?),
        None => Cow::Borrowed(archive),
    };
    let (from, to) = period(question);
    let days = Tally::sum(archive.values()).days.map(|(first, last)| {
        (from.map_or(first, |day| day.max(first)), to.map_or(last, |day| day.min(last)))
    });
    let names = days.map_or_else(Vec::new, |(first, last)| names(first, last, step));
    let periods = names
        .into_iter()
        .map(|name| {
            let key = Some(name.clone());
            Period {
                n: found.get(&key).map_or(0, |tally| tally.n),
                n_words: said.get(&key).map_or(0, |tally| tally.n_words),
                n_meetings: held.get(&key).map_or(0, |tally| tally.n),
                name,
            }
        })
        .collect();
    Ok(Timeline { step, periods, n_undated: found.get(&None).map_or(0, |tally| tally.n) })
}

/// The meetings of the bodies that a question asks for; `None` when it asks for none.
fn meetings(look: &Look<'_>, question: &Question) -> Result<Option<Box<dyn Query>>, QueryError> {
    let mut clauses = vec![look.of_kind(MEETING)];
    let names = look.names();
    if let Some(body) = &question.body {
        clauses.push(plan::filter(names.query(Field::Body, body, &mut Vec::new())?));
    }
    for clause in &question.words {
        clauses.extend(of_body(look, clause)?);
    }
    let asked = clauses.len() > 1;
    Ok(asked.then(|| Box::new(BooleanQuery::new(clauses)) as _))
}

/// The meetings of the bodies that a clause names; `None` when it says anything else.
fn of_body(look: &Look<'_>, clause: &Clause) -> Result<Option<plan::OneClause>, QueryError> {
    let all = |clauses: &[Clause]| -> Result<Option<Box<dyn Query>>, QueryError> {
        let named: Result<Option<Clauses>, _> =
            clauses.iter().map(|clause| of_body(look, clause)).collect();
        Ok(named?.map(|mut clauses| {
            clauses.push(look.of_kind(MEETING));
            let all: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
            all
        }))
    };
    Ok(match clause {
        Clause::Named(Field::Body, body) => {
            Some(plan::filter(look.names().query(Field::Body, body, &mut Vec::new())?))
        }
        Clause::Any(groups) => {
            let groups: Result<Option<Vec<_>>, _> = groups.iter().map(|group| all(group)).collect();
            let either = |groups: Vec<_>| {
                let groups = groups.into_iter().map(|group| (Occur::Should, group)).collect();
                plan::filter(Box::new(BooleanQuery::new(groups)))
            };
            groups?.map(either)
        }
        Clause::Without(unwanted) => all(unwanted)?.map(|unwanted| (Occur::MustNot, unwanted)),
        _ => None,
    })
}

/// First and last day that a question asks for, as numbers.
fn period(question: &Question) -> (Option<u64>, Option<u64>) {
    let mut from = question.from;
    let mut to = question.to;
    for clause in &question.words {
        if let Clause::Days(first, last) = clause {
            from = from.max(*first);
            to = to.into_iter().chain(*last).min();
        }
    }
    (from.map(day_number), to.map(day_number))
}

/// Every period between two days.
fn names(first: u64, last: u64, step: Step) -> Vec<String> {
    match step {
        Step::Year => (first / 10_000..=last / 10_000).map(|year| year.to_string()).collect(),
        Step::Month => {
            let month = |day: u64| day / 10_000 * 12 + day / 100 % 100 - 1;
            let name = |month: u64| month_name(month / 12 * 100 + month % 12 + 1);
            (month(first)..=month(last)).map(name).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_period_has_a_name() {
        assert_eq!(names(20_201_130, 20_220_101, Step::Year), ["2020", "2021", "2022"]);
        let months = names(20_201_130, 20_210_201, Step::Month);
        assert_eq!(months, ["2020-11", "2020-12", "2021-01", "2021-02"]);
        assert!(names(20_220_101, 20_201_130, Step::Month).is_empty());
    }
}
