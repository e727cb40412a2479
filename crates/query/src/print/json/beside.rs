//! Groups, facets, timelines, concordances and why nothing was found as JSON.
//!
//! Deliberately absent: counting (`overview`, `nothing`), and answers without hits (`overview`).

use schemars::JsonSchema;
use serde::Serialize;

use super::{StatementWire, hit};
use crate::{
    Answer, Group, Groups, KwicLine, Left, Nothing, Proposal, Three, Timeline, kwic,
    per_ten_thousand, said,
};

/// What stands beside hits, each only where it was asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BesideWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<ThreeWire<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    facets: Vec<GroupsWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<GroupsWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeline: Option<TimelineWire<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lines: Vec<LineWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nothing: Option<NothingWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ThreeWire<'a> {
    key: &'a str,
    name: &'a str,
    n_said: usize,
    n_about: usize,
    n_addressed_to: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct GroupsWire<'a> {
    by: &'static str,
    total: usize,
    groups: Vec<GroupWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct GroupWire<'a> {
    key: Option<&'a str>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    date: Option<danish::Date>,
    n_statements: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hits: Vec<StatementWire<'a>>,
}

/// How often something is said over time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TimelineWire<'a> {
    step: &'static str,
    periods: Vec<PeriodWire<'a>>,
    n_undated: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PeriodWire<'a> {
    period: &'a str,
    gap: bool,
    n_statements: usize,
    n_words: u64,
    per_10000_words: Option<f64>,
    n_meetings: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct LineWire<'a> {
    reference: String,
    left: String,
    word: &'a str,
    part: [usize; 2],
    right: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct NothingWire<'a> {
    parts: Vec<PartWire>,
    proposals: Vec<ProposalWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PartWire {
    part: String,
    total_without: usize,
    total_alone: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ProposalWire<'a> {
    typed: &'a str,
    instead: &'a str,
    q: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    addressed_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    decisions: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sure: bool,
    total: usize,
}

/// The wire form of what stands beside hits.
pub(super) fn beside(answer: &Answer) -> BesideWire<'_> {
    let beside = &answer.beside;
    let lines = if beside.kwic { kwic(&answer.hits) } else { Vec::new() };
    BesideWire {
        person: beside.three.as_ref().map(three),
        facets: beside.facets.iter().map(groups).collect(),
        groups: beside.groups.as_ref().map(groups),
        timeline: beside.timeline.as_ref().map(timeline),
        lines: lines.into_iter().map(line).collect(),
        nothing: answer.nothing.as_ref().map(nothing),
    }
}

fn three(three: &Three) -> ThreeWire<'_> {
    ThreeWire {
        key: &three.typed,
        name: &three.name,
        n_said: three.said,
        n_about: three.about,
        n_addressed_to: three.addressed,
    }
}

fn groups(groups: &Groups) -> GroupsWire<'_> {
    GroupsWire {
        by: groups.by.as_str(),
        total: groups.total,
        groups: groups.groups.iter().map(group).collect(),
    }
}

fn group(group: &Group) -> GroupWire<'_> {
    GroupWire {
        key: group.key.as_deref(),
        name: &group.name,
        date: group.date,
        n_statements: group.n,
        hits: group.hits.iter().map(hit).collect(),
    }
}

/// The wire form of how often something is said over time.
pub(super) fn timeline(timeline: &Timeline) -> TimelineWire<'_> {
    TimelineWire {
        step: timeline.step.as_str(),
        periods: timeline
            .periods
            .iter()
            .map(|period| PeriodWire {
                period: &period.name,
                gap: period.n_meetings == 0,
                n_statements: period.n,
                n_words: period.n_words,
                per_10000_words: per_ten_thousand(period.n, period.n_words),
                n_meetings: period.n_meetings,
            })
            .collect(),
        n_undated: timeline.n_undated,
    }
}

fn line(line: KwicLine<'_>) -> LineWire<'_> {
    LineWire {
        reference: line.statement.reference(),
        left: line.left,
        word: line.word,
        part: [line.part.start, line.part.end],
        right: line.right,
    }
}

fn nothing(nothing: &Nothing) -> NothingWire<'_> {
    let proposal = |one| -> ProposalWire<'_> {
        let Proposal { typed, instead, question, total }: &Proposal = one;
        ProposalWire {
            typed,
            instead,
            q: &question.words,
            speaker: question.speaker.as_deref(),
            about: question.about.as_deref(),
            addressed_to: question.addressed_to.as_deref(),
            body: question.body.as_deref(),
            from: question.from.as_deref(),
            to: question.to.as_deref(),
            decisions: question.decisions,
            sure: question.sure,
            total: *total,
        }
    };
    let parts = nothing.parts.iter().map(|part| PartWire {
        part: match &part.what {
            Left::Clause(clause) => said::clause(clause),
            Left::Sure => "sure".to_owned(),
        },
        total_without: part.n_without,
        total_alone: part.n_alone,
    });
    NothingWire {
        parts: parts.collect(),
        proposals: nothing.proposals.iter().map(proposal).collect(),
    }
}
