//! The lines of one meeting in, its headings out: where each stands, its number, depth and title.
//!
//! Numbered lines first (`numbering` chooses among them), an agenda printed at the top and gone
//! through below as one, and only where there are hardly any numbers the unnumbered headings.
//! Deliberately absent: the text between the headings (`structure`).

mod backs;

use std::collections::{HashMap, HashSet};

use crate::ItemKind;
use crate::agenda::{Numbered, Style, capital_of, count_in_capitals, kind_of, number_of};
use crate::agenda_list::{self, AgendaList, Then};
use crate::blocks::{is_label, label_of, record_of};
use crate::joining::{Evidence, break_mark};
use crate::line::{Line, ends_sentence, starts_lower, starts_upper};
use crate::numbering::{Candidate, headings};
use crate::prose::reads_as_text;
use crate::sections::label;
use crate::titles::{Title, title_at};
use crate::unnumbered;
use crate::vocabulary::{Under, Words};

use backs::{answers, back_references};

/// A heading that was found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Index of its first line.
    pub at: usize,
    /// 0 for an item, 1 for an item inside one.
    pub depth: usize,
    /// Its own number as shown, without those above it unless it is printed whole (`4.1`).
    pub number: String,
    /// The number is printed whole.
    pub whole: bool,
    /// Its title and lines.
    pub title: Title,
    /// No new item: the text goes back to the item with this number, announced above.
    pub back: bool,
    /// What the item is for, where only the agenda above says so.
    pub kind: Option<ItemKind>,
}

/// The headings of a meeting.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// In order of their lines.
    pub found: Vec<Found>,
    /// Where the agenda ends whose points are answered below: text from here on belongs to none of
    /// them.
    pub loose_from: Option<usize>,
    /// Lines of an agenda at the top whose titles all come again as headings.
    pub repeated: Vec<usize>,
}

/// A numbered line with what it could be.
pub(crate) struct Possible<'a> {
    /// Index of its line.
    pub at: usize,
    /// Its number.
    pub numbered: Numbered<'a>,
    /// Its title, were it a heading.
    pub title: Title,
    /// What `numbering` needs to know.
    pub candidate: Candidate,
}

/// Finds the headings. `width` is the usual length of a full line, in characters.
pub(crate) fn find(lines: &[Line], width: usize, evidence: &Evidence, words: &Words) -> Findings {
    let mut possible = possible(lines, width, evidence, words);
    let list = agenda_list::find(lines, &possible, words);
    if list.is_none()
        && let Some((found, repeated)) = unnumbered::listed(lines, words)
    {
        return Findings { found, repeated, loose_from: None };
    }
    let mut findings = Findings::default();
    let mut backs = match &list {
        Some(AgendaList { entries, then: Then::Answers }) => answers(&possible, entries),
        _ => vec![None; possible.len()],
    };
    let mut kinds: HashMap<String, ItemKind> = HashMap::new();
    if let Some(AgendaList { entries, then }) = list {
        for p in possible.get(entries.clone()).unwrap_or_default() {
            if let Some(kind) = kind_of(&p.title.text).1 {
                kinds.insert(printed(&p.numbered), kind);
            }
        }
        match then {
            Then::Answers => {
                // Its points are the items, sub-points too.
                findings.loose_from =
                    possible.get(entries.end - 1).map(|p| p.at + p.title.n_lines.max(1));
                for p in possible.get_mut(entries).unwrap_or_default() {
                    p.candidate.looks += 0.8;
                    p.candidate.has_body = true;
                }
            }
            Then::Headings(places) => {
                let listed = possible.get(entries).unwrap_or_default();
                return unnumbered_below(lines, listed, &places);
            }
            Then::Repeated(whole) => {
                let listed = possible.get(entries.clone()).unwrap_or_default();
                let titles: HashSet<(String, String)> = listed
                    .iter()
                    .map(|p| (printed(&p.numbered), agenda_list::key(&p.title.text)))
                    .collect();
                for p in possible.get_mut(entries.end..).unwrap_or_default() {
                    let own = (printed(&p.numbered), agenda_list::key(&p.title.text));
                    p.candidate.announced = titles.contains(&own);
                }
                for (p, whole) in possible.drain(entries).zip(whole) {
                    if whole {
                        findings.repeated.extend(p.at..p.at + p.title.n_lines.max(1));
                    }
                }
                backs.truncate(possible.len());
            }
        }
    }
    if backs.iter().all(Option::is_none) {
        backs = back_references(&possible);
    }
    let chosen: Vec<Candidate> = possible
        .iter()
        .zip(&backs)
        .filter(|(_, back)| back.is_none())
        .map(|(p, _)| p.candidate.clone())
        .collect();
    let mut depths = headings(&chosen).into_iter();
    let mut announced: HashSet<String> = HashSet::new();
    let mut above: Vec<String> = Vec::new();
    for (p, back) in possible.iter().zip(&backs) {
        let depth = if back.is_some() { Some(0) } else { depths.next().flatten() };
        let Some(depth) = depth else { continue };
        let number = back.clone().unwrap_or_else(|| printed(&p.numbered));
        let full = match above.get(..depth).and_then(<[String]>::last) {
            Some(outer) if p.numbered.path.len() == 1 => format!("{outer}.{number}"),
            _ => number.clone(),
        };
        if back.is_some() && !announced.contains(&number) {
            continue;
        }
        if back.is_some() {
            above = vec![full];
        } else {
            above.truncate(depth);
            above.push(full.clone());
            announced.insert(full);
        }
        let title = if back.is_some() {
            let rest = (!p.numbered.title.is_empty()).then(|| p.numbered.title.to_string());
            Title { rest, n_lines: 1, ..Title::default() }
        } else {
            p.title.clone()
        };
        let whole = p.numbered.path.len() > 1;
        let kind = kinds.get(&number).copied().filter(|_| depth == 0);
        findings.found.push(Found {
            at: p.at,
            depth,
            number,
            whole,
            title,
            back: back.is_some(),
            kind,
        });
    }
    if findings.found.iter().filter(|found| found.depth == 0 && !found.back).count() < 2 {
        let unnumbered = unnumbered::find(lines, width, words);
        if unnumbered.len() > findings.found.len() {
            return Findings { found: unnumbered, ..Findings::default() };
        }
    }
    findings
}

fn possible<'a>(
    lines: &'a [Line],
    width: usize,
    evidence: &Evidence,
    words: &Words,
) -> Vec<Possible<'a>> {
    let mut possible: Vec<Possible> = Vec::new();
    let mut block_at: Option<usize> = None;
    // Whether a list of people is open, as far as was asked: only numbered lines ask.
    let (mut in_people, mut asked_to) = (false, 0);
    let mut title_end = 0;
    let capitals = count_in_capitals(lines.iter().map(|line| line.text.as_str()));
    let number_of =
        |text: &'a str| capitals.then(|| capital_of(text)).flatten().or_else(|| number_of(text));
    for (at, line) in lines.iter().enumerate() {
        if let Some((name, _)) = label_of(&line.text) {
            let lower = danish::lowercase(name);
            let lists = lower.contains("indstil")
                || lower.starts_with("beslutning")
                || lower.starts_with("bilag");
            block_at = lists.then_some(at);
        }
        let Some(numbered) = number_of(&line.text) else { continue };
        let since = lines.get(asked_to..=at).unwrap_or_default();
        // A blank line ends every list.
        let blank = since.iter().rposition(Line::is_blank);
        in_people = in_people && blank.is_none();
        for line in since.iter().skip(blank.map_or(0, |blank| blank + 1)) {
            if let Some((under, _, _)) = label(&line.text, words) {
                in_people = matches!(under, Under::People(..) | Under::Role(_));
            }
        }
        asked_to = at + 1;
        if (in_people && crate::people::is_people(numbered.title, words))
            || crate::split::numbered_meeting(&danish::lowercase(&line.text))
        {
            continue;
        }
        let below_title = at == title_end;
        let Some(looks) = looks(lines, at, &numbered, block_at.is_some(), below_title) else {
            continue;
        };
        let title = title_at(lines, at, &numbered, width, evidence);
        title_end = at + title.n_lines;
        let (_, kind) = kind_of(&title.text);
        let has_body = title.rest.is_some()
            || lines
                .get(title_end..)
                .unwrap_or_default()
                .iter()
                .find(|line| !line.is_blank())
                .is_some_and(|line| number_of(&line.text).is_none());
        let strong =
            line.bold || kind.is_some() || matches!(numbered.style, Style::Ad | Style::Point);
        let regret = match (strong, looks > 0.9) {
            (true, _) => 0.5,
            (false, true) => 0.3,
            _ => 0.0,
        };
        let candidate = Candidate {
            path: numbered.path.clone(),
            style: numbered.style,
            suffixed: numbered.suffix.is_some(),
            announced: false,
            looks: looks + if kind.is_some() { 0.3 } else { 0.0 },
            has_kind: kind.is_some(),
            has_body,
            in_block: block_at.is_some_and(|block| at - block < LINES_A_BLOCK),
            regret,
        };
        possible.push(Possible { at, numbered, title, candidate });
    }
    possible
}

/// How far below the label of a block its lists stand, in lines; a recommendation seldom fills more
/// than a page. No source.
const LINES_A_BLOCK: usize = 40;

/// The headings below an agenda that repeat its titles without the numbers.
fn unnumbered_below(
    lines: &[Line],
    listed: &[Possible],
    places: &[Option<(usize, usize)>],
) -> Findings {
    let mut findings = Findings::default();
    for (p, place) in listed.iter().zip(places) {
        let (at, n_lines) = place.unwrap_or((p.at, p.title.n_lines));
        if place.is_some() {
            findings.repeated.extend(p.at..p.at + p.title.n_lines.max(1));
        }
        if at >= lines.len() {
            continue;
        }
        findings.found.push(Found {
            at,
            depth: 0,
            number: printed(&p.numbered),
            whole: true,
            title: Title { n_lines, rest: None, ..p.title.clone() },
            back: false,
            kind: None,
        });
    }
    findings.found.sort_by_key(|found| found.at);
    findings
}

/// The number of an item as shown: letters as letters, Roman as Roman, `4.1` whole.
pub(crate) fn printed(numbered: &Numbered) -> String {
    let value = numbered.path.first().copied().unwrap_or(1);
    match numbered.style {
        Style::Letter => {
            let letter = u32::from('a') + value.clamp(1, 26) - 1;
            char::from_u32(letter).unwrap_or('a').to_string()
        }
        Style::Roman => crate::agenda::ROMAN
            .iter()
            .find(|(_, number)| *number == value)
            .map_or_else(|| value.to_string(), |(roman, _)| (*roman).to_string()),
        Style::OfYear(year, mark) => format!("{year}{mark}{value}"),
        Style::Capital => {
            let letter = u32::from('A') + value.clamp(1, 26) - 1;
            let below = numbered.path.iter().skip(1).map(|number| format!(".{number}"));
            char::from_u32(letter).into_iter().map(String::from).chain(below).collect()
        }
        _ => {
            let digits = numbered.path.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
            digits + &numbered.suffix.map(String::from).unwrap_or_default()
        }
    }
}

/// How much a numbered line looks like a heading by itself; `None` when it cannot be one.
fn looks(
    lines: &[Line],
    at: usize,
    numbered: &Numbered,
    in_block: bool,
    below_title: bool,
) -> Option<f32> {
    let line = lines.get(at)?;
    let title = numbered.title;
    let lower = danish::lowercase(title);
    if lower.starts_with("at ") || lower.starts_with("behandling af") && starts_lower(title) {
        return None;
    }
    let mut looks: f32 = 0.6;
    let before = at.checked_sub(1).and_then(|at| lines.get(at));
    let after_blank = before.is_none_or(Line::is_blank);
    if after_blank {
        looks += 0.2;
    } else if let Some(before) = before {
        let closed = below_title
            || ends_sentence(&before.text)
            || danish::lowercase(&before.text).starts_with("dagsorden")
            || is_label(&before.text)
            || number_of(&before.text).is_some()
            || record_of(&before.text).is_some();
        if !closed || break_mark(&before.text).is_some() {
            looks -= 0.5;
        }
    }
    if starts_upper(title) {
        looks += 0.2;
    } else if !title.is_empty() {
        looks -= 0.2;
    }
    if line.bold {
        looks += 0.3;
    }
    if matches!(numbered.style, Style::Ad | Style::Point) {
        looks += 0.1;
    }
    if title.ends_with([',', ';']) || title.ends_with(" og") {
        looks -= 0.6;
    }
    if title.ends_with('?') {
        looks -= 0.1;
    }
    if in_block && !after_blank {
        looks -= 0.2;
    }
    if numbered.style == Style::Bare && title.is_empty() {
        looks -= 0.1;
    }
    if reads_as_text(title) {
        // `a. Bo Holm orienterede om havnen.` is a point of a list.
        if numbered.style == Style::Letter && !after_blank {
            return None;
        }
        looks -= 0.15;
    }
    Some(looks)
}
