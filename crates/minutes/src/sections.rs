//! The labelled parts of a header in (*Til stede:*, *Afbud*, *Dato:*), people and fields out.
//!
//! Deliberately absent: the title (`head`), and how one person is read (`people`).

use crate::head::Head;
use crate::joining::{Evidence, join};
use crate::line::{Line, ends_sentence, squeeze, starts_lower};
use crate::people::{is_people, people};
use crate::vocabulary::{Under, Words};
use crate::{Group, Presence};

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
    let cells = columns(text);
    let labelled =
        cells.iter().skip(1).any(|cell| cell.contains(':') && label(cell, words).is_some());
    if labelled { cells.into_iter().map(str::to_string).collect() } else { vec![text.to_string()] }
}

/// What stands in columns on a line: apart by tabs, bars or three spaces and more.
fn columns(text: &str) -> Vec<&str> {
    text.split(['\t', '|'])
        .flat_map(|part| part.split("   "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

struct Section {
    under: Under,
    label: String,
    lines: Vec<Line>,
    number: u32,
    after_blank: bool,
}

/// Reads the labelled parts of a header into `head`; what stands behind labels of fields goes to
/// `fields`: the field, its text, the line.
pub(crate) fn read_sections(
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
                        && !crate::prose::reads_as_text(&segment)
                } else {
                    true
                };
                let fits = fits
                    && !(of_people
                        && crate::prose::reads_as_text(&segment)
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
    // `… Samira Holm (F), Poul` / `Erik Vig (O)`: a name goes on below.
    let broken_name = lines.iter().rev().skip(1).any(|line| {
        let last = line.text.rsplit(',').next().unwrap_or_default().trim();
        line.text.contains(',') && !last.contains(' ') && danish::is_given_name(last)
    });
    let wrapped = wrapped || broken_name;
    let each = lines.iter().all(|line| is_people(&line.text, words) || !line.text.contains(' '));
    if lines.len() > 1 && !wrapped && each {
        return lines.iter().flat_map(|line| cells(&line.text, words)).collect();
    }
    let refs: Vec<&Line> = lines.iter().collect();
    vec![join(&refs, evidence).0]
}

/// The cells of a row in two columns, when more than one of them is a person.
fn cells(text: &str, words: &Words) -> Vec<String> {
    let cells = columns(text);
    if cells.iter().filter(|cell| is_people(cell, words)).count() > 1 {
        cells.into_iter().map(str::to_string).collect()
    } else {
        vec![squeeze(&cells.join(", "))]
    }
}
