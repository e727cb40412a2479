//! An agenda printed at the top, whose points are gone through below: which numbered lines it is, and
//! how the text below takes it up.
//!
//! Deliberately absent: agendas that nothing below takes up; their points are the headings.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::agenda::{Style, kind_of};
use crate::headings::Possible;
use crate::line::Line;
use crate::sections::label;
use crate::vocabulary::{Under, Words};

/// An agenda at the top.
#[derive(Debug, PartialEq)]
pub(crate) struct AgendaList {
    /// Which of the numbered lines it is.
    pub entries: Range<usize>,
    /// How the text below takes it up.
    pub then: Then,
}

/// How the text below an agenda takes it up.
#[derive(Debug, PartialEq)]
pub(crate) enum Then {
    /// Numbers and titles come again as headings; for each point, whether a heading says all of it.
    Repeated(Vec<bool>),
    /// The titles come again without numbers: first line and count of lines, for each point that does.
    Headings(Vec<Option<(usize, usize)>>),
    /// The numbers come again with the text that belongs to each.
    Answers,
}

/// Finds the agenda among the numbered lines of a meeting.
pub(crate) fn find(lines: &[Line], possible: &[Possible], words: &Words) -> Option<AgendaList> {
    let entries = first_run(lines, possible)?;
    let listed = possible.get(entries.clone())?;
    let below = possible.get(entries.end..)?;
    let keys: Vec<String> = listed.iter().map(|p| key(&p.title.text)).collect();
    let below_keys: HashSet<String> = below.iter().map(|p| key(&p.title.text)).collect();
    let again = keys.iter().filter(|k| !k.is_empty() && says_again(k, &below_keys)).count();
    if again * 10 >= keys.len() * 6 {
        let whole = keys
            .iter()
            .map(|key| {
                below_keys.contains(key)
                    || below_keys.iter().any(|other| other.starts_with(key.as_str()))
            })
            .collect();
        return Some(AgendaList { entries, then: Then::Repeated(whole) });
    }
    let end = listed.last().map_or(0, |p| p.at + p.title.n_lines.max(1));
    let places = places_below(lines, &keys, end);
    let placed = places.iter().filter(|place| place.is_some()).count();
    if placed >= 2 && placed * 10 >= keys.len() * 6 {
        return Some(AgendaList { entries, then: Then::Headings(places) });
    }
    let announced = announced(lines, listed.first()?.at, words);
    let numbers: HashSet<u32> =
        listed.iter().filter_map(|p| p.numbered.path.first().copied()).collect();
    let mut answered: HashSet<u32> = HashSet::new();
    let mut last = 0;
    for p in
        below.iter().filter(|p| p.numbered.path.len() == 1 && p.numbered.style != Style::Letter)
    {
        let number = p.numbered.path.first().copied().unwrap_or(0);
        if number > last && numbers.contains(&number) {
            answered.insert(number);
            last = number;
        }
    }
    (announced && answered.len() >= 2 && answered.len() * 10 >= numbers.len() * 6)
        .then_some(AgendaList { entries, then: Then::Answers })
}

/// The first run of at least three numbered lines, counting on, with no text between them.
fn first_run(lines: &[Line], possible: &[Possible]) -> Option<Range<usize>> {
    let mut from = 0;
    while from < possible.len() {
        let mut to = from + 1;
        while let (Some(last), Some(next)) = (possible.get(to - 1), possible.get(to)) {
            let end = last.at + last.title.n_lines.max(1);
            let tight = last.title.rest.is_none()
                && lines.get(end..next.at).is_some_and(|between| {
                    between.iter().all(|line| line.is_blank() || is_note(&line.text))
                });
            // Sub-points of the agenda stand inside it.
            let counts_on = match (last.numbered.style, next.numbered.style) {
                (a, b) if a == b => next.numbered.path > last.numbered.path,
                (_, Style::Letter) | (Style::Letter, Style::Dot | Style::Paren) => true,
                (a, b) => a.goes_with(b) && next.numbered.path > last.numbered.path,
            };
            if !tight || !counts_on {
                break;
            }
            to += 1;
        }
        if to - from >= 3 {
            return Some(from..to);
        }
        from = to;
        // An agenda stands at the top: past the first page it is none.
        if possible.get(from).is_some_and(|p| p.at > 80) {
            return None;
        }
    }
    None
}

/// A line below a point of an agenda that says more about it: `- formand: Bo Holm (villig til genvalg)`.
fn is_note(text: &str) -> bool {
    let short = text.chars().count() <= 90;
    short
        && (text.starts_with(['-', '–', '•', '*', '(', '·']) || crate::line::starts_lower(text))
        && !crate::prose::reads_as_text(text)
}

fn announced(lines: &[Line], at: usize, words: &Words) -> bool {
    lines
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .filter(|line| !line.is_blank())
        .take(2)
        .any(|line| {
            matches!(label(&line.text, words), Some((Under::Field(field), _, _)) if field == "agenda")
                || danish::lowercase(&line.text).contains("dagsorden")
        })
}

/// Letters and digits of a title, lower case, without what the item is for.
pub(crate) fn key(title: &str) -> String {
    danish::lowercase(&kind_of(crate::titles::without_leader(title)).0)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Whether a title comes again: the same, or shortened or lengthened at its end.
fn says_again(key: &str, below: &HashSet<String>) -> bool {
    below.contains(key)
        || (key.chars().count() >= 6
            && below.iter().any(|other| {
                other.chars().count() >= 6
                    && (other.starts_with(key) || key.starts_with(other.as_str()))
            }))
}

/// Where each title stands below as a line of its own, in order.
pub(crate) fn places_below(
    lines: &[Line],
    keys: &[String],
    from: usize,
) -> Vec<Option<(usize, usize)>> {
    let wanted: HashMap<&str, usize> = keys
        .iter()
        .enumerate()
        .filter(|(_, k)| !k.is_empty())
        .map(|(idx, k)| (k.as_str(), idx))
        .collect();
    let mut places = vec![None; keys.len()];
    let mut next = 0;
    for (at, line) in lines.iter().enumerate().skip(from) {
        if line.is_blank() || line.text.chars().count() > 200 {
            continue;
        }
        let one = key(line.text.trim_end_matches(':'));
        let two = || {
            let below = lines.get(at + 1).filter(|below| !below.is_blank())?;
            Some(key(&format!("{}{}", line.text.trim_end_matches('-'), below.text)))
        };
        let hit = wanted
            .get(one.as_str())
            .map(|idx| (*idx, 1))
            .or_else(|| two().and_then(|two| wanted.get(two.as_str()).map(|idx| (*idx, 2))));
        if let Some((idx, n_lines)) = hit
            && idx >= next
        {
            if let Some(place) = places.get_mut(idx) {
                *place = Some((at, n_lines));
            }
            next = idx + 1;
        }
    }
    places
}
