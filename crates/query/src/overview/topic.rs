//! A matter from its first mention to its last: every meeting in order, with the decisions taken.
//!
//! In: a question. Out: [`Topic`]. A decision belongs to the matter when it speaks of it, or stands under
//! an item that does (*Indstillingen blev godkendt*); which of both is told. Deliberately absent: guessing
//! which of several decisions under one item is meant.

use std::collections::{BTreeMap, BTreeSet};

use schema::{ItemRef, MeetingEntry, StatementEntry, slug, under};
use tantivy::Term;
use tantivy::query::{Occur, Query};

use super::groups::{in_agenda, meeting_of};
use super::{Topic, TopicItem, TopicMeeting};
use crate::counts::{By, tallies};
use crate::look::Look;
use crate::plan;
use crate::plan::Clauses;
use crate::said::in_words;
use crate::{QueryError, Question, Sort};

/// A matter in all meetings that speak of it.
pub(crate) fn topic(look: &Look<'_>, question: &Question) -> Result<Topic, QueryError> {
    let plan = look.plan(question)?;
    let found = || -> Clauses { vec![(Occur::Must, plan.query.box_clone())] };
    let counted = tallies(look.searcher(), &*plan.query, &[By::Item])?;
    let counted = counted.into_iter().next().unwrap_or_default();
    let mut items: Vec<(String, usize)> =
        counted.into_iter().filter_map(|(key, tally)| Some((key?, tally.n))).collect();
    items.sort_by_cached_key(|(under, _)| in_agenda(Some(under)));
    let decisions = decisions(look, &*plan.query, items.iter().map(|(under, _)| under.as_str()))?;
    let meetings = look.meetings(items.iter().map(|(under, _)| meeting_of(under)))?;

    let mut told: Vec<TopicMeeting> = Vec::new();
    for (under, n) in &items {
        let Some(meeting) = meetings.get(meeting_of(under)) else { continue };
        let item = TopicItem {
            item: item_of(meeting, under),
            n: *n,
            decisions: decisions.get(under.as_str()).cloned().unwrap_or_default(),
        };
        match told.last_mut().filter(|last| last.meeting.id == meeting.id) {
            Some(last) => {
                last.n += n;
                last.items.push(item);
            }
            None => {
                told.push(TopicMeeting { meeting: meeting.reference(), n: *n, items: vec![item] })
            }
        }
    }
    told.sort_by_key(|m| (m.meeting.date.is_none(), m.meeting.date, m.meeting.id.clone()));
    let bodies: BTreeMap<String, &str> = told
        .iter()
        .filter(|m| !m.meeting.body.is_empty())
        .map(|m| (slug(&m.meeting.body), m.meeting.body.as_str()))
        .collect();
    Ok(Topic {
        version: look.seen.version.clone(),
        question: in_words(question, plan.speaker.as_deref()),
        total: items.iter().map(|(_, n)| n).sum(),
        bodies: bodies.into_values().map(str::to_owned).collect(),
        first: look.statements(found(), Sort::Oldest, 1)?.pop(),
        // Of the last day the last statement: the order within a day goes forward.
        last: last(look, found())?,
        meetings: told,
        notes: plan.notes,
    })
}

/// The last statement: the last one of the newest meeting.
fn last(look: &Look<'_>, mut found: Clauses) -> Result<Option<StatementEntry>, QueryError> {
    let newest = look.statements(
        found.iter().map(|(occur, query)| (*occur, query.box_clone())).collect(),
        Sort::Newest,
        1,
    )?;
    let Some(newest) = newest.into_iter().next() else { return Ok(None) };
    let day = newest.meeting.date;
    found.extend(plan::days(day, day, look.fields()));
    if day.is_none() {
        found.push(plan::filter(plan::any(look.fields().meeting, [&newest.meeting.id])));
    }
    Ok(look.statements(found, Sort::Oldest, usize::MAX)?.pop())
}

/// The decisions that speak of the matter or stand under some items, by item, each with whether it
/// speaks of the matter itself.
fn decisions<'a>(
    look: &Look<'_>,
    found: &dyn Query,
    items: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, Vec<(StatementEntry, bool)>>, QueryError> {
    let fields = look.fields();
    let decided = || plan::filter(plan::term(Term::from_field_u64(fields.decision, 1)));
    // What stands outside of the agenda has nothing but its words to belong to the matter by.
    let items: BTreeSet<&str> = items.filter(|under| under.contains('/')).collect();
    let speaking = vec![(Occur::Must, found.box_clone()), decided()];
    let others = vec![
        plan::filter(plan::any(fields.under, items)),
        decided(),
        (Occur::MustNot, found.box_clone()),
    ];
    let mut decisions: BTreeMap<String, Vec<(StatementEntry, bool)>> = BTreeMap::new();
    for (clauses, speaks) in [(speaking, true), (others, false)] {
        for statement in look.statements(clauses, Sort::Oldest, usize::MAX)? {
            let item = statement.item.as_ref().map(|item| item.number.as_str());
            let under = under(&statement.meeting.id, item);
            decisions.entry(under).or_default().push((statement, speaks));
        }
    }
    for under_one in decisions.values_mut() {
        under_one.sort_by_key(|(statement, _)| statement.ordinal);
    }
    Ok(decisions)
}

/// The item of a meeting; `None` outside of the agenda.
fn item_of(meeting: &MeetingEntry, under: &str) -> Option<ItemRef> {
    let (_, number) = under.split_once('/')?;
    let item = meeting.items.iter().find(|item| slug(&item.number) == number);
    Some(item.map_or_else(
        || ItemRef { number: number.to_owned(), title: String::new() },
        |item| ItemRef { number: item.number.clone(), title: item.title.clone() },
    ))
}
