//! Hits in groups, and counts of groups.
//!
//! In: a plan. Out: [`Groups`]. Meetings, items and years come newest first (oldest first where the
//! question wants that), persons and bodies by number of statements; ties by name. What has none of it
//! (no speaker, no day) comes last. Deliberately absent: the columns (`counts`).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use danish::Date;
use schema::{Fields, ItemEntry, MEETING, slug};
use serde::Deserialize;
use tantivy::Term;
use tantivy::query::{AllQuery, BooleanQuery, ExistsQuery, Occur, Query};

use super::{Group, GroupBy, Groups};
use crate::counts::{By, Tallies, Tally, tallies};
use crate::look::Look;
use crate::people::name_of;
use crate::plan::{self, Plan};
use crate::{QueryError, Sort};

/// Values that a facet lists; the number of all is told beside them. Nobody reads more; no source.
const MAX_VALUES: usize = 100;
/// Statements that are shown of each group.
const OF_A_GROUP: usize = 3;

impl GroupBy {
    fn counted_by(self) -> By {
        match self {
            GroupBy::Meeting => By::Meeting,
            GroupBy::Item => By::Item,
            GroupBy::Person => By::Speaker,
            GroupBy::Body => By::Body,
            GroupBy::Year => By::Year,
        }
    }
}

/// How many statements there are of each person, body, year, meeting and item.
pub(crate) fn facets(look: &Look<'_>, plan: &Plan, sort: Sort) -> Result<Vec<Groups>, QueryError> {
    let by = GroupBy::ALL.map(GroupBy::counted_by);
    let counted = tallies(look.searcher(), &*plan.query, &by)?;
    let facet = |(by, tallies)| named(look, by, tallies, sort, MAX_VALUES);
    GroupBy::ALL.into_iter().zip(counted).map(facet).collect()
}

/// The hits of a plan in groups, of which so many are shown after `offset`, each with its best
/// statements.
pub(crate) fn groups(
    look: &Look<'_>,
    plan: &Plan,
    by: GroupBy,
    sort: Sort,
    (offset, limit): (usize, usize),
) -> Result<Groups, QueryError> {
    let counted = tallies(look.searcher(), &*plan.query, &[by.counted_by()])?;
    let tallies = counted.into_iter().next().unwrap_or_default();
    let mut groups = named(look, by, tallies, sort, offset.saturating_add(limit))?;
    groups.groups.drain(..offset.min(groups.groups.len()));
    for group in &mut groups.groups {
        let clauses = vec![
            (Occur::Must, plan.query.box_clone()),
            within(look.fields(), by, group.key.as_deref()),
        ];
        let statements = look.statements(clauses, sort, OF_A_GROUP)?;
        let hit = |statement| look.hit(statement, 0.0, &plan.asked);
        group.hits = statements.into_iter().map(hit).collect();
    }
    Ok(groups)
}

/// A clause for the statements of a group.
fn within(fields: &Fields, by: GroupBy, key: Option<&str>) -> (Occur, Box<dyn Query>) {
    let (field, name) = match by {
        GroupBy::Meeting => (fields.meeting, "meeting"),
        GroupBy::Item => (fields.under, "under"),
        GroupBy::Person => (fields.speaker, "speaker"),
        GroupBy::Body => (fields.body, "body"),
        GroupBy::Year => (fields.day, "day"),
    };
    let any = |values: BTreeSet<&str>| plan::filter(plan::any(field, values));
    match (by, key) {
        (_, None) => {
            let has: Box<dyn Query> = Box::new(ExistsQuery::new(name.to_owned(), false));
            let all: Box<dyn Query> = Box::new(AllQuery);
            let clauses = vec![(Occur::MustNot, has), (Occur::Must, all)];
            plan::filter(Box::new(BooleanQuery::new(clauses)))
        }
        (GroupBy::Year, Some(year)) => {
            let day = |month, day| year.parse().ok().and_then(|y| Date::new(y, month, day).ok());
            plan::days(day(1, 1), day(12, 31), fields).unwrap_or_else(|| any(BTreeSet::new()))
        }
        (GroupBy::Body, Some(body)) => any([slug(body).as_str()].into()),
        (_, Some(key)) => any([key].into()),
    }
}

/// Tallies in order, the first `limit` with their names.
fn named(
    look: &Look<'_>,
    by: GroupBy,
    tallies: Tallies,
    sort: Sort,
    limit: usize,
) -> Result<Groups, QueryError> {
    let total = tallies.len();
    let mut tallies: Vec<(Option<String>, Tally)> = tallies.into_iter().collect();
    let day = |tally: &Tally| tally.days.map(|(first, _)| first);
    match (by, sort) {
        (GroupBy::Person | GroupBy::Body, _) => {
            let place = |(key, tally): &(Option<String>, Tally)| (key.is_none(), Reverse(tally.n));
            tallies.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.0.cmp(&b.0)));
        }
        (_, Sort::Oldest) => {
            first_by(&mut tallies, limit, |tally| (day(tally).is_none(), day(tally)));
        }
        _ => first_by(&mut tallies, limit, |tally| Reverse(day(tally))),
    }
    tallies.truncate(limit);
    let meetings: BTreeMap<String, Head> = match by {
        GroupBy::Meeting | GroupBy::Item => {
            let keys = tallies.iter().filter_map(|(key, _)| key.as_deref()).map(meeting_of);
            look.meetings_as(keys, |head: &Head| head.id.clone())?
        }
        _ => BTreeMap::new(),
    };
    let mut groups = Vec::with_capacity(tallies.len());
    for (key, tally) in tallies {
        let mut group =
            Group { name: String::new(), date: None, n: tally.n, hits: Vec::new(), key };
        let key = group.key.clone().unwrap_or_default();
        match by {
            GroupBy::Person => group.name = name_of(look.names().people()?, &key).to_owned(),
            GroupBy::Body => {
                group.name = body_name(look, &key)?;
                group.key = group.key.map(|_| group.name.clone());
            }
            GroupBy::Year => group.name = key,
            GroupBy::Meeting | GroupBy::Item => {
                if let Some(meeting) = meetings.get(meeting_of(&key)) {
                    group.date = meeting.date;
                    group.name = title(meeting, &key);
                }
            }
        }
        groups.push(group);
    }
    Ok(Groups { by, total, groups })
}

/// Puts the first `limit` in order: by what is told of their tallies, then as an agenda has them.
fn first_by<K: Ord>(
    tallies: &mut Vec<(Option<String>, Tally)>,
    limit: usize,
    of: impl Fn(&Tally) -> K,
) {
    // Most of many come later than that anyhow, and a key takes long to make.
    if let Some(last) = limit.checked_sub(1).filter(|last| *last < tallies.len()) {
        let (_, last, _) = tallies.select_nth_unstable_by_key(last, |(_, tally)| of(tally));
        let last = of(&last.1);
        tallies.retain(|(_, tally)| of(tally) <= last);
    }
    tallies.sort_by_cached_key(|(key, tally)| (of(tally), in_agenda(key.as_deref())));
}

/// What a group is called by, of all that is stored of a meeting.
#[derive(Deserialize)]
struct Head {
    id: String,
    title: String,
    body: String,
    date: Option<Date>,
    items: Vec<ItemEntry>,
}

/// The name of a body by its slug, as its newest minutes write it.
pub(crate) fn body_name(look: &Look<'_>, slug: &str) -> Result<String, QueryError> {
    if slug.is_empty() {
        return Ok(String::new());
    }
    let of = plan::filter(plan::term(Term::from_field_text(look.fields().body, slug)));
    let clauses = vec![look.of_kind(MEETING), of];
    let meetings: Vec<Head> = look.entries(clauses, Sort::Newest, 1)?;
    Ok(meetings.into_iter().next().map_or_else(|| slug.to_owned(), |meeting| meeting.body))
}

/// The reference of the meeting out of that of an item.
pub(super) fn meeting_of(under: &str) -> &str {
    under.split_once('/').map_or(under, |(meeting, _)| meeting)
}

/// What a meeting or an item is called: `Vandråd`, `Vandråd, 2.3 Molen`.
fn title(meeting: &Head, under: &str) -> String {
    let name = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
    let Some((_, number)) = under.split_once('/') else { return name.clone() };
    match meeting.items.iter().find(|item| slug(&item.number) == number) {
        Some(item) => format!("{name}, {} {}", item.number, item.title),
        None => format!("{name}, {number}"),
    }
}

/// A key that sorts items as an agenda has them: 2.10 after 2.9.
pub(super) fn in_agenda(under: Option<&str>) -> (String, Vec<(u64, String)>) {
    let (meeting, item) = under.map_or(("", ""), |u| u.split_once('/').unwrap_or((u, "")));
    let numbers = item.split('.').map(|part| {
        let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
        (digits.parse().unwrap_or(u64::MAX), part.to_owned())
    });
    (meeting.to_owned(), if item.is_empty() { Vec::new() } else { numbers.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_as_the_agenda_has_them() {
        let mut items = ["m/10", "m/2.10", "m", "m/2.9", "m/2", "m/eventuelt", "l/3"];
        items.sort_by_cached_key(|item| in_agenda(Some(item)));
        assert_eq!(items, ["l/3", "m", "m/2", "m/2.9", "m/2.10", "m/10", "m/eventuelt"]);
    }
}
