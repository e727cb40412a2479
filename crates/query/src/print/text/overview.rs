//! Groups, facets, timelines, concordances and why nothing was found, as text 80 columns wide.
//!
//! Deliberately absent: counting (`overview`, `nothing`), and single hits (`text`).

use std::io::{self, Write};

use super::{line, of_meeting, voice};
use crate::print::layout::{BOLD, DIM, MARK, PLAIN, counted, wrapped};
use crate::said;
use crate::{
    Answer, Beside, Group, GroupBy, Groups, Left, Nothing, Period, Three, Timeline, kwic,
    per_ten_thousand,
};

/// Values that are printed of each facet; the number of all is told.
const OF_A_FACET: usize = 10;

/// Prints what stands beside the hits of a search, in the place of the list of hits where they are
/// grouped or aligned. Whether it did.
pub(super) fn beside(out: &mut dyn Write, answer: &Answer) -> io::Result<bool> {
    let Beside { facets, groups, timeline, kwic, .. } = &answer.beside;
    for facet in facets {
        writeln!(out)?;
        line(out, &format!("by {}", facet.by.as_str()), BOLD, 0)?;
        for group in facet.groups.iter().take(OF_A_FACET) {
            write!(out, "{:>7}  ", group.n)?;
            wrapped(out, &named(group, facet.by), &[], "", 9, 9)?;
        }
        let left = facet.total - facet.groups.len().min(OF_A_FACET);
        if left > 0 {
            line(out, &format!("and {left} more"), DIM, 9)?;
        }
    }
    if let Some(timeline) = timeline {
        writeln!(out)?;
        self::timeline(out, timeline)?;
    }
    if let Some(groups) = groups {
        self::groups(out, groups)?;
    } else if *kwic {
        lines(out, answer)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Said by, about and to one person, on one line.
pub(super) fn three(out: &mut dyn Write, three: &Three) -> io::Result<()> {
    let Three { name, said, about, addressed, .. } = three;
    let text = format!("{name}: says {said}, is mentioned in {about}, is addressed in {addressed}");
    line(out, &text, DIM, 0)
}

/// Why nothing was found, and what may be meant.
pub(super) fn nothing(out: &mut dyn Write, nothing: &Nothing) -> io::Result<()> {
    for part in &nothing.parts {
        let name = match &part.what {
            Left::Clause(clause) => said::clause(clause),
            Left::Sure => "without doubtful speakers".to_owned(),
        };
        let alone = match part.n_alone {
            0 => "nothing even alone".to_owned(),
            n => format!("{} alone", counted(n, "statement")),
        };
        let without = match part.n_without {
            0 => "nothing".to_owned(),
            n => counted(n, "statement"),
        };
        line(out, &format!("{name}: {alone}; without it {without}"), "", 2)?;
    }
    for proposal in &nothing.proposals {
        let found = counted(proposal.total, "statement");
        let asked = crate::cli::as_typed(&proposal.question);
        let text = format!("did you mean {}? {found}: referat search {asked}", proposal.instead);
        line(out, &text, "", 2)?;
    }
    Ok(())
}

fn named(group: &Group, by: GroupBy) -> String {
    let date = group.date.map_or_else(String::new, |date| format!("{date} "));
    let name = match (&group.key, by) {
        (None, GroupBy::Person) => "without a speaker",
        (None, GroupBy::Body) => "without a body",
        (None, GroupBy::Year) => "undated",
        _ => &group.name,
    };
    format!("{date}{name}")
}

fn groups(out: &mut dyn Write, groups: &Groups) -> io::Result<()> {
    for group in &groups.groups {
        writeln!(out)?;
        let head = format!("{}: {}", named(group, groups.by), counted(group.n, "statement"));
        line(out, &head, BOLD, 0)?;
        if let (GroupBy::Meeting | GroupBy::Item, Some(key)) = (groups.by, &group.key) {
            line(out, key, DIM, 0)?;
        }
        for hit in &group.hits {
            let mut about = Vec::new();
            if !matches!(groups.by, GroupBy::Meeting | GroupBy::Item) {
                about.push(of_meeting(&hit.statement.meeting));
            }
            about.extend(voice(&hit.statement).filter(|_| groups.by != GroupBy::Person));
            if !about.is_empty() {
                line(out, &about.join("; "), DIM, 2)?;
            }
            write!(out, "    ")?;
            wrapped(out, &hit.statement.text, &hit.highlights, "", 4, 4)?;
            line(out, &hit.statement.reference(), DIM, 4)?;
        }
        let left = group.n - group.hits.len().min(group.n);
        if left > 0 {
            line(out, &format!("and {left} more"), DIM, 4)?;
        }
    }
    writeln!(out)?;
    let (shown, total) = (groups.groups.len(), groups.total);
    let by = groups.by.as_str();
    let more = if shown < total { "; --all shows the rest" } else { "" };
    line(out, &format!("{shown} of {total} groups by {by} shown{more}"), "", 0)
}

/// Widest bar of a timeline, in columns.
const BAR: f64 = 30.0;

fn timeline(out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
    let rate = |period: &Period| per_ten_thousand(period.n, period.n_words).unwrap_or_default();
    let most = timeline.periods.iter().map(rate).fold(0.0, f64::max);
    let step = timeline.step.as_str();
    writeln!(out, "{BOLD}{step:<9}statements  per 10,000 words{PLAIN}")?;
    for run in timeline.periods.chunk_by(|a, b| a.n_meetings == 0 && b.n_meetings == 0) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        if first.n_meetings > 0 {
            let bar = if most > 0.0 { (rate(first) / most * BAR).ceil() as usize } else { 0 };
            let Period { name, n, .. } = first;
            let text = format!("{name:<9}{n:>10}  {:>16.1}  {:#<bar$}", rate(first), "");
            writeln!(out, "{}", text.trim_end())?;
        } else {
            let names = match run.len() {
                1 => first.name.clone(),
                _ => format!("{}..{}", first.name, last.name),
            };
            writeln!(out, "{DIM}{names:<21}no minutes{PLAIN}")?;
        }
    }
    if timeline.n_undated > 0 {
        line(out, &format!("and {} undated", counted(timeline.n_undated, "statement")), "", 0)?;
    }
    Ok(())
}

/// Columns before the text of a line: number of the statement, spaces, left context, space.
const NUMBER: usize = 6;

fn lines(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    let lines = kwic(&answer.hits);
    for of_one in lines.chunk_by(|a, b| a.statement.meeting.id == b.statement.meeting.id) {
        let Some(first) = of_one.first() else { continue };
        writeln!(out)?;
        let meeting = &first.statement.meeting;
        line(out, &format!("{} ({})", of_meeting(meeting), meeting.id), BOLD, 0)?;
        for one in of_one {
            let number = format!("s{}", one.statement.ordinal);
            let (before, rest) =
                one.word.split_at_checked(one.part.start).unwrap_or((one.word, ""));
            let length = one.part.end.saturating_sub(one.part.start);
            let (part, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            write!(
                out,
                "{DIM}{number:<NUMBER$}{PLAIN}{:>31}",
                format!("{} ", one.left.trim_end())
            )?;
            writeln!(out, "{before}{MARK}{part}{PLAIN}{behind}{}", one.right)?;
        }
    }
    if answer.hits.len() < answer.total {
        writeln!(out)?;
        let more = format!("{} of {} shown; --all shows the rest", answer.hits.len(), answer.total);
        line(out, &more, "", 0)?;
    }
    Ok(())
}
