//! The lines before the first item in; title, body, date and people out, and which lines those took.
//!
//! Deliberately absent: items; and dates from file names (see `read`).

use danish::{FoundDate, find_dates};

use crate::joining::{Evidence, join};
use crate::line::{Line, ends_sentence, squeeze, starts_lower};
use crate::people::{is_people, people};
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group, Presence};

/// What the header of one meeting tells.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// Title, lines joined; empty when there is none.
    pub title: String,
    /// The body as the title or a label names it; empty when neither does.
    pub body: String,
    /// Dates of the header that may be the meeting's, best first, with the text they stand in.
    pub dates: Vec<(FoundDate, String, u32)>,
    /// Dates in other lines of the header.
    pub other_dates: Vec<(FoundDate, String, u32)>,
    /// The opening sentence says *i Dag* instead of a date.
    pub opens_today: bool,
    /// The year of the opening sentence, where it stands apart from the day (`16 Juli / Aar 1942`).
    pub year: Option<i16>,
    /// Everybody in its lists.
    pub people: Vec<Attendee>,
    /// The lines of its lists as printed.
    pub lines: Vec<String>,
    /// For each line given: whether the header took it.
    pub taken: Vec<bool>,
}

/// Reads a header. `near` is the year that short years lie close to.
pub(crate) fn head(lines: &[Line], words: &Words, evidence: &Evidence, near: Option<i16>) -> Head {
    let mut head = Head { taken: vec![false; lines.len()], ..Head::default() };
    let title_lines = title_lines(lines, words);
    let mut fields: Vec<(String, String, u32)> = Vec::new();
    read_sections(lines, &title_lines, words, evidence, &mut head, &mut fields);
    let title: Vec<&Line> = title_lines.iter().filter_map(|idx| lines.get(*idx)).collect();
    let (text, _) = join(&title, evidence);
    let title_number = title.first().map_or(0, |line| line.number);
    let is_prose = crate::titles::reads_as_text(&text) || prose_opening(&text);
    head.title = if is_prose { crate::titles::beginning(&text) } else { text.clone() };
    if !is_prose {
        for idx in &title_lines {
            if let Some(taken) = head.taken.get_mut(*idx) {
                *taken = true;
            }
        }
    }
    head.dates = dates_of(&text, title_number, near);
    for (field, value, number) in &fields {
        match field.as_str() {
            "date" => head.dates.extend(dates_of(value, *number, near)),
            "body" if head.body.is_empty() && find_dates(value, near).is_empty() => {
                head.body = value.clone()
            }
            _ => {}
        }
    }
    let from_title = if is_prose { String::new() } else { crate::body::body_of(&text, near) };
    let kind_only = crate::body::is_kind_only(&from_title);
    let tells = says_meeting(&text) || crate::body::names_body(&text);
    if tells && !from_title.is_empty() && !(kind_only && !head.body.is_empty()) {
        head.body = from_title;
    }
    let wide = crate::body::is_wide(&head.body);
    if !is_prose
        && (head.body.is_empty() || kind_only || wide)
        && let Some(name) = letterhead(lines, &title_lines, words)
        && !(wide && crate::body::is_wide(&name))
    {
        head.body = name;
    }
    if prose_opening(&text) {
        head.opens_today =
            text.to_lowercase().split(". ").next().is_some_and(|first| first.contains(" i dag "));
        head.year = year_of_opening(&text);
        head.body = crate::body::body_in_prose(&text);
    }
    for line in lines.iter().filter(|line| !line.is_blank()).take(12) {
        head.other_dates.extend(dates_of(&line.text, line.number, near));
    }
    merge(&mut head.people);
    head
}

fn dates_of(text: &str, number: u32, near: Option<i16>) -> Vec<(FoundDate, String, u32)> {
    find_dates(text, near)
        .into_iter()
        .map(|date| {
            let words = text.get(date.range.clone()).unwrap_or_default().to_string();
            (date, words, number)
        })
        .collect()
}

/// Words that tell the title of minutes.
const MEETING_WORDS: [&str; 9] = [
    "referat",
    "møde",
    "generalforsamling",
    "protokol",
    "beslutningsprotokol",
    "dagsorden",
    "forhandlingsprotokol",
    "afholdt",
    "forsamlet",
];

fn says_meeting(text: &str) -> bool {
    let lower = text.to_lowercase();
    MEETING_WORDS.iter().any(|word| lower.contains(word))
}

/// `Aar 1942 var Sogneraadet …` → 1942.
fn year_of_opening(text: &str) -> Option<i16> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.find(|word| ["aar", "år"].contains(&word.to_lowercase().as_str()))?;
    words.next()?.parse().ok().filter(|year| (1600..2200).contains(year))
}

fn prose_opening(text: &str) -> bool {
    let lower = text.to_lowercase().replace(['\n', '\t'], " ").replace("- ", "").replace("= ", "");
    [
        " afholdt ",
        " afholdtes ",
        " afholt ",
        " holdt ",
        " forsamlet ",
        " var sogneraadet",
        " i dag møde",
        " i møde ",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// The lines of the title: those of the first paragraph that speaks of a meeting, up to its date.
fn title_lines(lines: &[Line], words: &Words) -> Vec<usize> {
    let mut paragraph: Vec<usize> = Vec::new();
    let mut paragraphs: Vec<Vec<usize>> = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        if line.is_blank() || is_labelled(&line.text, words) {
            if !paragraph.is_empty() {
                paragraphs.push(std::mem::take(&mut paragraph));
            }
            if !line.is_blank() {
                paragraphs.push(Vec::new());
            }
            continue;
        }
        paragraph.push(idx);
    }
    paragraphs.push(paragraph);
    let text_of = |paragraph: &[usize]| -> String {
        paragraph
            .iter()
            .filter_map(|idx| lines.get(*idx))
            .map(|line| line.text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let before_labels: Vec<&Vec<usize>> =
        paragraphs.iter().take(6).filter(|p| !p.is_empty()).collect();
    let chosen = before_labels
        .iter()
        .find(|p| says_meeting(&text_of(p)) && !find_dates(&text_of(p), None).is_empty())
        .or_else(|| before_labels.iter().find(|p| says_meeting(&text_of(p))))
        .or_else(|| before_labels.first());
    let Some(chosen) = chosen else { return Vec::new() };
    let text = text_of(chosen);
    if prose_opening(&text) {
        // The sentence that a record begins with, to its end.
        let mut sentence = Vec::new();
        for idx in chosen.iter().take(4) {
            sentence.push(*idx);
            if lines.get(*idx).is_some_and(|line| ends_sentence(&line.text)) && sentence.len() > 1 {
                break;
            }
        }
        return sentence;
    }
    // The title ends with the line that its date ends on.
    let date_end = find_dates(&text, None)
        .into_iter()
        .find(|date| date.year.is_some())
        .map(|date| date.range.end);
    let mut end = 0;
    let mut title = Vec::new();
    for idx in chosen.iter() {
        let Some(line) = lines.get(*idx) else { break };
        let before = title.last().and_then(|idx: &usize| lines.get(*idx));
        match date_end {
            Some(date_end) if end >= date_end => {
                let open = before
                    .is_some_and(|line| crate::joining::break_mark(&line.text).is_some())
                    || (starts_lower(&line.text)
                        && ["i ", "på ", "for ", "hos ", "med "]
                            .iter()
                            .any(|w| line.text.starts_with(w)));
                if !open {
                    break;
                }
            }
            Some(_) => {}
            None => {
                if title.len() >= 3 || before.is_some_and(|b| ends_sentence(&b.text)) {
                    break;
                }
            }
        }
        end += line.text.len() + 1;
        title.push(*idx);
    }
    title
}

/// The name of an office alone on its line above or just below the title.
fn letterhead(lines: &[Line], title: &[usize], words: &Words) -> Option<String> {
    lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .take(6)
        .filter(|(idx, _)| !title.contains(idx))
        .map(|(_, line)| squeeze(&line.text))
        .find(|text| {
            let count = text.chars().count();
            (5..=80).contains(&count)
                && text.starts_with(char::is_uppercase)
                && !text.contains([':', '@'])
                && !text.chars().any(|c| c.is_ascii_digit())
                && !ends_sentence(text)
                && !is_labelled(text, words)
                && crate::body::names_body(text)
        })
}

fn is_labelled(text: &str, words: &Words) -> bool {
    label(text, words).is_some()
}

/// A header label at the start of a line: what stands under it, the label as printed, what follows.
pub(crate) fn label<'a, 'w>(
    text: &'a str,
    words: &'w Words,
) -> Option<(&'w Under, &'a str, &'a str)> {
    let text = text.trim();
    if let Some((name, rest)) = text.split_once(':')
        && name.split_whitespace().count() <= 9
        && !name.contains(['.', '?'])
        && !name.ends_with(|c: char| c.is_ascii_digit())
    {
        if let Some((under, _)) = words.under(name) {
            return Some((under, name, rest.trim()));
        }
        // `Fra Skovby Skole deltog:`
        let lower = name.to_lowercase();
        if lower.starts_with("fra ") && lower.split_whitespace().count() <= 7 {
            return words.under("desuden deltog").map(|(under, _)| (under, name, rest.trim()));
        }
        return None;
    }
    let (under, len) = words.under(text)?;
    if matches!(under, Under::Field(_) | Under::Role(_)) {
        // `Referent Bo Holm`, but not `Mødet blev …`.
        if let Under::Role(_) = under
            && let (Some(name), Some(rest)) = (text.get(..len), text.get(len..))
            && is_people(rest.trim(), words)
            && rest.split_whitespace().count() <= 6
        {
            return Some((under, name, rest.trim()));
        }
        return None;
    }
    let n_words = text.split_whitespace().count();
    // `Afbud fra bestyrelsen`, alone on its line.
    if n_words <= 6 && !text.contains([',', '(', '.']) && !ends_sentence(text) {
        let rest = text.get(len..).unwrap_or_default();
        let names: Vec<&str> =
            rest.split_whitespace().filter(|w| *w != "fra" && *w != "var").collect();
        if names.len() >= 2 && is_people(&names.join(" "), words) {
            return Some((under, text.get(..len)?, rest.trim()));
        }
        return Some((under, text, ""));
    }
    // `Til stede var Bo Holm, Ea Friis og Per Lund.`, `Afbud fra Bo Holm (V)`
    let rest = text.get(len..)?.trim();
    for verb in ["var", "er", "fra", "var:", "–", "-", ""] {
        if let Some(names) = rest.strip_prefix(verb)
            && (verb.is_empty() || names.starts_with(' '))
            && is_people(names, words)
        {
            return Some((under, text.get(..len)?, names.trim()));
        }
    }
    None
}

/// Cuts a line that carries several labels: `Mødetid: 16-18     Mødested: Rådhuset`.
fn segments(text: &str, words: &Words) -> Vec<String> {
    let cells: Vec<&str> = text
        .split(['\t', '|'])
        .flat_map(|part| part.split("   "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    let labelled =
        cells.iter().skip(1).any(|cell| cell.contains(':') && label(cell, words).is_some());
    if labelled { cells.into_iter().map(str::to_string).collect() } else { vec![text.to_string()] }
}

struct Section {
    under: Under,
    label: String,
    lines: Vec<Line>,
    number: u32,
    after_blank: bool,
}

fn read_sections(
    lines: &[Line],
    title: &[usize],
    words: &Words,
    evidence: &Evidence,
    head: &mut Head,
    fields: &mut Vec<(String, String, u32)>,
) {
    let mut section: Option<Section> = None;
    for (idx, line) in lines.iter().enumerate() {
        if line.is_blank() {
            if let Some(section) = &mut section {
                section.after_blank = true;
            }
            continue;
        }
        if title.contains(&idx) {
            close(section.take(), words, evidence, head, fields);
            continue;
        }
        let mut taken = false;
        for segment in segments(&line.text, words) {
            if let Some((under, name, rest)) = label(&segment, words) {
                close(section.take(), words, evidence, head, fields);
                let mut opened = Section {
                    under: under.clone(),
                    label: name.to_string(),
                    lines: Vec::new(),
                    number: line.number,
                    after_blank: false,
                };
                if !rest.is_empty() {
                    opened.lines.push(Line { text: rest.to_string(), ..line.clone() });
                }
                // Fields stay in the text too: what they say has no place of its own.
                taken = matches!(opened.under, Under::People(..) | Under::Role(_));
                section = Some(opened);
            } else if let Some(open) = &mut section {
                let of_people = matches!(open.under, Under::People(..) | Under::Role(_));
                let fits = if open.lines.is_empty() {
                    of_people && (is_people(&segment, words) || !open.after_blank)
                } else if open.after_blank {
                    of_people
                        && is_people(&segment, words)
                        && !crate::titles::reads_as_text(&segment)
                } else {
                    true
                };
                let fits = fits
                    && !(of_people
                        && crate::titles::reads_as_text(&segment)
                        && !is_people(&segment, words));
                if fits {
                    open.after_blank = false;
                    open.lines.push(Line { text: segment, ..line.clone() });
                    taken = of_people;
                } else {
                    close(section.take(), words, evidence, head, fields);
                }
            }
        }
        if taken && let Some(flag) = head.taken.get_mut(idx) {
            *flag = true;
            head.lines.push(squeeze(&line.text));
        }
    }
    close(section.take(), words, evidence, head, fields);
}

fn close(
    section: Option<Section>,
    words: &Words,
    evidence: &Evidence,
    head: &mut Head,
    fields: &mut Vec<(String, String, u32)>,
) {
    let Some(section) = section else { return };
    match &section.under {
        Under::Field(field) => {
            let lines: Vec<&Line> = section.lines.iter().collect();
            fields.push((field.clone(), join(&lines, evidence).0, section.number));
        }
        Under::People(group, presence) => {
            let rows = rows(&section.lines, words, evidence);
            head.people.extend(people(&rows, *group, *presence, words));
        }
        Under::Role(role) => {
            let rows = rows(&section.lines, words, evidence);
            for mut attendee in people(&rows, Group::Other, Presence::Present, words) {
                if attendee.role.as_deref() != Some(role.as_str()) {
                    attendee.role = Some(match attendee.role.take() {
                        Some(known) => format!("{known}, {role}"),
                        None => role.clone(),
                    });
                }
                head.people.push(attendee);
            }
        }
    }
    let _ = section.label;
}

/// The rows of a list: one a line where each line is a person of its own, else all lines joined.
fn rows(lines: &[Line], words: &Words, evidence: &Evidence) -> Vec<String> {
    let mended: Vec<Line> = lines
        .iter()
        .enumerate()
        .map(|(idx, line)| match evidence.with_lost_letter(&line.text).filter(|_| idx == 0) {
            Some(text) => Line { text, ..line.clone() },
            None => line.clone(),
        })
        .map(|line| {
            // A second column tells more about the person in the first.
            let cells = cells(&line.text, words);
            match cells.as_slice() {
                [one] => Line { text: one.clone(), ..line },
                _ => line,
            }
        })
        .collect();
    let lines = mended.as_slice();
    let wrapped = lines.iter().enumerate().any(|(idx, line)| {
        let last = idx + 1 == lines.len();
        let open = !last
            && (line.text.ends_with([',', '-', '=', '(']) && line.text.contains(',')
                || crate::joining::break_mark(&line.text).is_some()
                || line.text.matches('(').count() > line.text.matches(')').count());
        let goes_on = idx > 0
            && (starts_lower(&line.text)
                && !words.is_title(line.text.split_whitespace().next().unwrap_or_default())
                || line.text.starts_with(['(', ',']));
        open || goes_on
    });
    let each = lines.iter().all(|line| is_people(&line.text, words) || !line.text.contains(' '));
    if lines.len() > 1 && !wrapped && each {
        return lines.iter().flat_map(|line| cells(&line.text, words)).collect();
    }
    let refs: Vec<&Line> = lines.iter().collect();
    vec![join(&refs, evidence).0]
}

/// The cells of a row in two columns, when more than one of them is a person.
fn cells(text: &str, words: &Words) -> Vec<String> {
    let cells: Vec<&str> = text
        .split(['\t', '|'])
        .flat_map(|part| part.split("   "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    if cells.iter().filter(|cell| is_people(cell, words)).count() > 1 {
        cells.into_iter().map(str::to_string).collect()
    } else {
        vec![squeeze(&cells.join(", "))]
    }
}

/// One person, one entry: the referent of another line is the member of the list.
fn merge(people: &mut Vec<Attendee>) {
    let mut merged: Vec<Attendee> = Vec::new();
    for attendee in people.drain(..) {
        let same = merged.iter_mut().find(|known| {
            danish::name_key(&known.name) == danish::name_key(&attendee.name)
                || (attendee.role.is_some()
                    && attendee.affiliation.is_none()
                    && attendee.name.split(' ').count() > 1
                    && danish::name_matches(&attendee.name, &known.name))
        });
        match same {
            Some(known) => {
                // Who leads the meeting or writes it down may stand above the list of members.
                if known.group == Group::Other && attendee.group == Group::Member {
                    known.group = Group::Member;
                }
                if let Some(role) = attendee.role {
                    let has =
                        known.role.as_deref().is_some_and(|known| known.contains(role.as_str()));
                    if !has {
                        known.role = Some(match known.role.take() {
                            Some(before) => format!("{before}, {role}"),
                            None => role,
                        });
                    }
                }
                known.affiliation = known.affiliation.take().or(attendee.affiliation);
                known.initials = known.initials.take().or(attendee.initials);
            }
            None => merged.push(attendee),
        }
    }
    *people = merged;
}
