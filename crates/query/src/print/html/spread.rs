//! What stands on the search page beside the hits: counts with ways to narrow, years, groups, lines, and
//! why nothing was found.
//!
//! In: an [`Answer`] and what was typed. Out: plain strings and addresses. Deliberately absent: counting.

use super::asked::part;
use super::chart::{Chart, of_timeline};
use super::said::{Said, said};
use super::{links, words};
use crate::question::Field;
use crate::{
    Answer, Clause, Group, GroupBy, Groups, KwicLine, Left, Nothing, Timeline, Typed, kwic,
    per_ten_thousand,
};

/// People and bodies that are shown beside the hits. No source.
const NAMES: usize = 8;

/// Meetings and items that are shown there: their names are long. No source.
const TITLES: usize = 4;

/// What stands beside the hits.
pub(super) struct Spread<'a> {
    /// Said by, about and to the person asked for: address and words.
    pub three: Vec<(String, String)>,
    /// Views of the hits: address, name, whether it is this one.
    pub views: Vec<(String, &'static str, bool)>,
    /// Other pages about the same question.
    pub pages: Vec<(String, &'static str)>,
    pub facets: Vec<FacetList>,
    pub chart: Option<Chart>,
    pub years: Vec<Year>,
    pub groups: Vec<GroupOfHits<'a>>,
    pub lines: Vec<Line<'a>>,
    /// Whether groups or lines stand in the place of the hits.
    pub instead: bool,
}

/// Counts of one kind.
pub(super) struct FacetList {
    pub name: &'static str,
    /// Address, name and number of each.
    pub values: Vec<(Option<String>, String, usize)>,
    pub rest: Option<String>,
    /// Where all of them are.
    pub all: Option<String>,
}

/// A year of a timeline.
pub(super) struct Year {
    pub name: String,
    pub n: usize,
    pub rate: String,
    pub is_gap: bool,
}

/// Hits that have something in common.
pub(super) struct GroupOfHits<'a> {
    pub href: Option<String>,
    pub name: String,
    pub count: String,
    pub hits: Vec<(String, Said<'a>)>,
    pub rest: Option<String>,
}

/// A line of a concordance.
pub(super) struct Line<'a> {
    pub href: String,
    pub day: String,
    pub left: String,
    pub before: &'a str,
    pub part: &'a str,
    pub behind: &'a str,
    pub right: String,
}

/// Why nothing was found: proposals, and what each part finds.
pub(super) struct Why {
    /// What may be meant.
    pub meant: Vec<Way>,
    /// What a part finds alone; the way without it where that finds something.
    pub parts: Vec<(String, Option<Way>)>,
}

/// Another question: address, words, how many it finds.
pub(super) type Way = (String, String, String);

/// What stands beside the hits of an answer.
pub(super) fn spread<'a>(typed: &Typed, answer: &'a Answer) -> Spread<'a> {
    let beside = &answer.beside;
    let shown_so = |group: Option<&str>, kwic: bool| {
        let group = group.map(str::to_owned);
        links::search(&Typed { group, kwic, offset: None, cursor: None, ..typed.clone() })
    };
    let by = beside.groups.as_ref().map(|groups| groups.by.as_str());
    let mut views = vec![
        (shown_so(None, false), words::AS_LIST, by.is_none() && !beside.kwic),
        (shown_so(None, true), words::AS_LINES, by.is_none() && beside.kwic),
    ];
    for (value, name) in words::GROUPS {
        views.push((shown_so(Some(value), false), name, by == Some(value)));
    }
    let three = beside.three.as_ref().filter(|_| answer.total > 0).map_or_else(Vec::new, |three| {
        let [by, about, to] = words::three(three);
        let bare = Typed {
            words: three.words.clone(),
            speaker: None,
            about: None,
            addressed_to: None,
            offset: None,
            cursor: None,
            ..typed.clone()
        };
        let key = Some(three.typed.clone());
        vec![
            (links::search(&Typed { speaker: key.clone(), ..bare.clone() }), by),
            (links::search(&Typed { about: key.clone(), ..bare.clone() }), about),
            (links::search(&Typed { addressed_to: key, ..bare }), to),
        ]
    });
    let lines = if beside.kwic { kwic(&answer.hits) } else { Vec::new() };
    Spread {
        three,
        views,
        pages: vec![(links::who(typed), words::WHO_SAYS_IT), (links::topic(typed), words::TOPIC)],
        facets: beside
            .facets
            .iter()
            // Years stand in the chart.
            .filter(|facet| facet.by != GroupBy::Year)
            .map(|facet| facet_list(typed, facet))
            .collect(),
        chart: beside.timeline.as_ref().and_then(|timeline| of_timeline(typed, timeline)),
        years: beside.timeline.as_ref().map_or_else(Vec::new, years),
        groups: beside
            .groups
            .iter()
            .flat_map(|groups| groups.groups.iter().map(|group| group_of(typed, groups.by, group)))
            .collect(),
        instead: beside.groups.is_some() || !lines.is_empty(),
        lines: lines.into_iter().map(line).collect(),
    }
}

fn facet_list(typed: &Typed, facet: &Groups) -> FacetList {
    let (name, without) = called(facet.by);
    let shown = match facet.by {
        GroupBy::Meeting | GroupBy::Item => TITLES,
        _ => NAMES,
    };
    let values: Vec<_> = facet
        .groups
        .iter()
        .take(shown)
        .map(|group| {
            let name = named(group, without);
            (narrowed(typed, facet.by, group), name, group.n)
        })
        .collect();
    let rest = facet.total - values.len();
    let group = Some(facet.by.as_str().to_owned());
    let all = Some(links::search(&Typed { group, kwic: false, ..links::first(typed) }));
    FacetList { name, values, rest: (rest > 0).then(|| words::show_rest(rest)), all }
}

/// What a way of grouping is called, and what has none of it.
fn called(by: GroupBy) -> (&'static str, &'static str) {
    match by {
        GroupBy::Person => words::BY_PERSON,
        GroupBy::Body => words::BY_BODY,
        GroupBy::Year => words::BY_YEAR,
        GroupBy::Meeting => words::BY_MEETING,
        GroupBy::Item => words::BY_ITEM,
    }
}

fn named(group: &Group, without: &str) -> String {
    let name = if group.key.is_none() { without } else { &group.name };
    match group.date {
        Some(date) => format!("{}: {name}", words::day(date)),
        None => name.to_owned(),
    }
}

/// The same question within a group; for a meeting or item, its place.
fn narrowed(typed: &Typed, by: GroupBy, group: &Group) -> Option<String> {
    let key = group.key.clone()?;
    let mut narrower =
        Typed { offset: None, cursor: None, group: None, kwic: false, ..typed.clone() };
    match by {
        GroupBy::Person => match typed.speaker.as_deref().map(str::trim) {
            None | Some("") => narrower.speaker = Some(key),
            Some(speaker) if speaker == key => {}
            // A role stays: what they say in it is fewer than what they say.
            Some(_) => {
                let mut words = crate::grammar::clauses(&typed.words).0;
                words.push(Clause::Named(Field::Speaker, key));
                narrower.words = crate::grammar::written(&words);
            }
        },
        GroupBy::Body => narrower.body = Some(key),
        GroupBy::Year => return links::within(typed, &key),
        GroupBy::Meeting => return Some(links::meeting(&key)),
        GroupBy::Item => return key.split_once('/').map(|(meeting, _)| links::meeting(meeting)),
    }
    Some(links::search(&narrower))
}

fn years(timeline: &Timeline) -> Vec<Year> {
    let year = |period: &crate::Period| Year {
        name: period.name.clone(),
        n: period.n,
        is_gap: period.n_meetings == 0,
        rate: words::rate(per_ten_thousand(period.n, period.n_words)),
    };
    timeline.periods.iter().map(year).collect()
}

fn group_of<'a>(typed: &Typed, by: GroupBy, group: &'a Group) -> GroupOfHits<'a> {
    let hits = group.hits.iter().map(|hit| {
        let place = match hit.statement.meeting.date {
            Some(date) => words::day(date),
            None => words::UNDATED.to_owned(),
        };
        (place, said(&hit.statement, &hit.highlights))
    });
    let rest = group.n - group.hits.len().min(group.n);
    GroupOfHits {
        href: narrowed(typed, by, group),
        name: named(group, called(by).1),
        count: words::statements(group.n),
        hits: hits.collect(),
        rest: (rest > 0).then(|| words::show_rest(rest)),
    }
}

fn line(line: KwicLine<'_>) -> Line<'_> {
    let (before, rest) = line.word.split_at_checked(line.part.start).unwrap_or((line.word, ""));
    let length = line.part.end.saturating_sub(line.part.start);
    let (part, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let meeting = &line.statement.meeting;
    Line {
        href: links::in_meeting(&meeting.id, line.statement.ordinal),
        day: meeting.date.map_or_else(|| words::UNDATED.to_owned(), |date| date.to_string()),
        left: line.left,
        before,
        part,
        behind,
        right: line.right,
    }
}

/// Why nothing was found.
pub(super) fn why(nothing: &Nothing) -> Why {
    let meant = nothing.proposals.iter().map(|proposal| {
        let said = words::meant(&proposal.instead, &proposal.typed);
        (links::search(&proposal.question), said, words::statements(proposal.total))
    });
    let parts = nothing.parts.iter().map(|dropped| {
        let name = match &dropped.what {
            Left::Clause(clause) => part(clause),
            Left::Sure => words::SURE_PART.to_owned(),
        };
        let way = (dropped.n_without > 0).then(|| {
            let count = words::statements(dropped.n_without);
            (links::search(&dropped.without), words::without(&name), count)
        });
        (words::found_alone(&name, dropped.n_alone), way)
    });
    Why { meant: meant.collect(), parts: parts.collect() }
}
