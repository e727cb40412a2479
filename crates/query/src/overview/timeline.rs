//! How often something is said, year by year or month by month.
//!
//! In: a question and its plan. Out: a [`Timeline`] from the first meeting of the archive to the last,
//! within the period asked for. A period without meetings of the bodies asked for is a gap: nothing is
//! known of it. Deliberately absent: undated meetings, which are only counted.

use schema::{MEETING, day_number};
use tantivy::query::{BooleanQuery, Query};

use super::scope::scope;
use super::{Period, Step, Timeline};
use crate::counts::{By, Tally, month_name, tallies};
use crate::look::Look;
use crate::plan::{self, Plan};
use crate::question::Field;
use crate::{Clause, QueryError, Question};

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
    let found = count(&*plan.query)?;
    let said = count(&*look.plan(&scope(question))?.query)?;
    let held = count(&*meetings(look, question)?)?;
    let archive = count(&BooleanQuery::new(vec![look.of_kind(MEETING)]))?;
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

/// The meetings of the bodies and the period that a question asks for.
fn meetings(look: &Look<'_>, question: &Question) -> Result<Box<dyn Query>, QueryError> {
    let mut clauses = vec![look.of_kind(MEETING)];
    let names = look.names();
    let of_words = question.words.iter().filter_map(|clause| match clause {
        Clause::Named(Field::Body, body) => Some(body),
        _ => None,
    });
    for body in question.body.iter().chain(of_words) {
        clauses.push(plan::filter(names.query(Field::Body, body, &mut Vec::new())?));
    }
    Ok(Box::new(BooleanQuery::new(clauses)))
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
