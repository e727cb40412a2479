//! The labelled parts of a header in (*Til stede:*, *Afbud*, *Dato:*), people and fields out.
//!
//! Deliberately absent: the title (`head`), and how one person is read (`people`).

mod label;
mod rows;
mod sides;
mod table;

use crate::head::Head;
use crate::joining::{Evidence, join};
use crate::line::{Line, squeeze};
use crate::organisation::side_told;
use crate::people::{begins_with_person, is_people, people};
use crate::sentences::sentences;
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group, Presence};

pub(crate) use label::label;
use rows::{Rows, rows};
use sides::Side;

/// Cuts a line that carries several labels: `Mødetid: 16-18     Mødested: Rådhuset`.
fn segments(text: &str, words: &Words) -> Vec<String> {
    let cells = columns(text);
    let labelled =
        cells.iter().skip(1).any(|cell| cell.contains(':') && label(cell, words).is_some());
    if labelled { cells.into_iter().map(str::to_string).collect() } else { vec![text.to_string()] }
}

/// What stands in columns on a line: apart by tabs, bars or three spaces and more.
pub(crate) fn columns(text: &str) -> Vec<&str> {
    text.split(['\t', '|'])
        .flat_map(|part| part.split("   "))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Longest role or organisation of one person, in characters; about a line. No source.
const LONG_PART_CHARS: usize = 100;

struct Section {
    under: Under,
    /// What its label tells of everybody in it.
    side: Side,
    label: String,
    lines: Vec<Line>,
    /// Which lines of the header it took.
    taken: Vec<usize>,
    number: u32,
    after_blank: bool,
}

impl Section {
    fn of_people(&self) -> bool {
        matches!(self.under, Under::People(..) | Under::Role(_))
    }
}

/// Reads the labelled parts of a header into `head`; what stands behind labels of fields goes to
/// `fields`: the field, its text, the line.
pub(crate) fn read_sections(
    lines: &[Line],
    title: &[usize],
    words: &Words,
    evidence: &Evidence,
    head: &mut Head,
    fields: &mut Vec<Field>,
) {
    let mut reader = Reader { source: lines, words, evidence, head, fields };
    let mut section: Option<Section> = None;
    let mut skip_to = 0;
    for (idx, line) in lines.iter().enumerate() {
        if idx < skip_to {
            continue;
        }
        if line.is_blank() {
            if let Some(section) = &mut section {
                section.after_blank = true;
            }
            continue;
        }
        if title.contains(&idx) {
            reader.close(section.take());
            continue;
        }
        if let Some(table) = table::at(lines, idx, words) {
            reader.close(section.take());
            reader.take(idx..idx + table.n_lines);
            reader.head.people.extend(table.people);
            skip_to = idx + table.n_lines;
            continue;
        }
        if let Some((n_lines, columns)) = table::side_by_side(lines, idx, words) {
            reader.close(section.take());
            for column in &columns {
                let mut own = Head { taken: vec![false; column.len()], ..Head::default() };
                read_sections(column, &[], words, evidence, &mut own, reader.fields);
                reader.head.people.extend(own.people);
            }
            reader.take(idx..idx + n_lines);
            skip_to = idx + n_lines;
            continue;
        }
        for segment in segments(&line.text, words) {
            let open = section.as_ref().filter(|open| open.of_people());
            if let Some(under) = open.map(|open| open.under.clone())
                && let Some((side, names)) = sides::told(&segment, words)
            {
                // `For Lundby Kommune: Bo Holm`, `Kirkeværge: Ea Friis` inside a list.
                reader.close(section.take());
                section = Some(Section {
                    under: side.under(under),
                    label: String::new(),
                    side,
                    lines: vec![Line { text: names.to_string(), ..line.clone() }],
                    taken: vec![idx],
                    number: line.number,
                    after_blank: false,
                });
            } else if let Some((under, name, rest)) = label(&segment, words) {
                reader.close(section.take());
                let mut opened = Section {
                    under: under.clone(),
                    side: Side::default(),
                    label: name.to_string(),
                    lines: Vec::new(),
                    taken: vec![idx],
                    number: line.number,
                    after_blank: false,
                };
                if !rest.is_empty() {
                    opened.lines.push(Line { text: rest.to_string(), ..line.clone() });
                }
                section = Some(opened);
            } else if let Some((side, names)) = section
                .as_ref()
                .filter(|open| open.of_people())
                .and_then(|_| sides::with_names(&segment, words))
            {
                // `Havnestyrelsen: Bo Holm` inside a list.
                let under = section.as_ref().map(|open| open.under.clone());
                reader.close(section.take());
                section = under.map(|under| Section {
                    under,
                    side: Side::default(),
                    label: format!("Fra {side}"),
                    lines: vec![Line { text: names.to_string(), ..line.clone() }],
                    taken: vec![idx],
                    number: line.number,
                    after_blank: false,
                });
            } else if let Some(open) = &mut section {
                let grouped = open.of_people() && table::heads_columns(lines, idx, words);
                if grouped || fits(open, &segment, words) {
                    open.after_blank = false;
                    open.lines.push(Line { text: segment, ..line.clone() });
                    open.taken.push(idx);
                } else {
                    reader.close(section.take());
                }
            }
        }
    }
    reader.close(section.take());
}

/// Whether a line goes on with the open section.
fn fits(open: &Section, text: &str, words: &Words) -> bool {
    let of_people = open.of_people();
    // A list that has not ended goes on, whatever sentences follow on its last line.
    let unended = open.lines.last().is_some_and(|last| {
        [",", " og", " samt"].iter().any(|end| last.text.ends_with(end))
            || !crate::line::ends_sentence(&last.text)
                && (text.starts_with('(') || crate::line::starts_lower(text))
    });
    if of_people && unended && !open.after_blank {
        return true;
    }
    let goes_on = if open.lines.is_empty() {
        of_people && (begins_with_person(text, words) || !open.after_blank)
    } else if open.after_blank {
        of_people
            && is_people(text, words)
            && surely_people(text, words)
            && !crate::prose::reads_as_text(text)
    } else {
        !(of_people && turns_to_text(open, text, words))
    };
    goes_on && !(of_people && crate::prose::reads_as_text(text) && !is_people(text, words))
}

/// Whether the line below a finished list begins a sentence: `Mødet blev holdt på havnen, og der var`.
fn turns_to_text(open: &Section, text: &str, words: &Words) -> bool {
    let finished = open.lines.last().is_some_and(|last| {
        !last.text.ends_with([',', '-', '(', ';', ':', '/', '&'])
            && ![" og", " samt"].iter().any(|and| last.text.ends_with(and))
    });
    finished
        && crate::line::starts_upper(text)
        && text.split_whitespace().any(crate::prose::is_finite_verb)
        && !begins_with_person(text, words)
}

/// Whether a text below a blank line goes on with a list: `A. Velkomst` may be a heading.
fn surely_people(text: &str, words: &Words) -> bool {
    let plain = text.trim_start_matches(['-', '–', '*', '•', ' ']);
    danish::is_given_name(plain)
        || text.contains([',', '('])
        || words.is_title(plain.split_whitespace().next().unwrap_or_default())
}

/// A field of the header: which, its label, its text, its line.
pub(crate) struct Field {
    /// `date`, `place`, `body`, `project`, `agenda`, `other`.
    pub field: String,
    /// The label as printed.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Line in the file, counted from 1.
    pub number: u32,
}

struct Reader<'a, 'e> {
    source: &'a [Line],
    words: &'a Words,
    evidence: &'a Evidence<'e>,
    head: &'a mut Head,
    fields: &'a mut Vec<Field>,
}

impl Reader<'_, '_> {
    fn close(&mut self, section: Option<Section>) {
        let Some(section) = section else { return };
        if let Under::Field(field) = &section.under {
            // Fields stay in the text too: what they say has no place of its own.
            let lines: Vec<&Line> = section.lines.iter().collect();
            let text = join(&lines, self.evidence).0;
            self.fields.push(Field {
                field: field.clone(),
                label: section.label,
                text,
                number: section.number,
            });
            return;
        }
        if let Some(people) = table::in_columns(&section.lines, &section.under, self.words) {
            self.head.people.extend(people);
            self.take(section.taken);
            return;
        }
        let known = self.head.people.len();
        let rows = rows(&section.lines, self.words, self.evidence);
        let whole = self.read_list(rows, &section.under, &section.label);
        for attendee in self.head.people.iter_mut().skip(known) {
            section.side.tell(attendee);
        }
        // A list with sentences behind it that say something else stays in the text.
        if whole {
            self.take(section.taken);
        }
    }

    fn take(&mut self, lines: impl IntoIterator<Item = usize>) {
        for idx in lines {
            if let (Some(flag), Some(line)) = (self.head.taken.get_mut(idx), self.source.get(idx))
                && !*flag
            {
                *flag = true;
                self.head.lines.push(squeeze(&line.text));
            }
        }
    }

    /// Reads the rows of a list, with sentences behind it that tell of more people. Whether that was
    /// all.
    fn read_list(&mut self, rows: Rows, under: &Under, label_text: &str) -> bool {
        let mut list: Vec<String> = Vec::new();
        let mut later: Vec<String> = Vec::new();
        for row in rows.rows {
            let parts: Vec<&str> = if rows.flows {
                sentences(&row).into_iter().filter_map(|range| row.get(range)).collect()
            } else {
                vec![row.as_str()]
            };
            for (idx, sentence) in parts.into_iter().enumerate() {
                let labelled = sentence.contains(':') && label(sentence, self.words).is_some();
                if !labelled && (idx == 0 || is_people(sentence, self.words)) {
                    list.push(sentence.to_string());
                } else {
                    later.push(sentence.to_string());
                }
            }
        }
        let mut found = match under {
            Under::People(group, presence) => people(&list, *group, *presence, self.words),
            // The officers of a body are its members.
            Under::Role(role)
                if ["formand", "næstformand", "kasserer"].contains(&role.as_str()) =>
            {
                people(&list, Group::Member, Presence::Present, self.words)
            }
            Under::Role(_) => people(&list, Group::Other, Presence::Present, self.words),
            Under::Field(_) => Vec::new(),
        };
        if found.is_empty()
            && let [row] = list.as_slice()
        {
            found.extend(lone(row, under, self.words));
        }
        let side = side_told(label_text);
        for attendee in &mut found {
            if let Under::Role(role) = under
                && attendee.role.as_deref() != Some(role.as_str())
            {
                crate::people::add_role(attendee, role);
            }
            if attendee.affiliation.is_none() {
                attendee.affiliation = side.clone();
            }
            if attendee.items.is_empty() {
                // `Under punkt 4 deltog:`
                attendee.items =
                    crate::attendance::numbers_after_item(&danish::lowercase(label_text));
            }
        }
        // Where nobody is read, or more than a person has, the lines say something else too.
        let long = |part: &Option<String>| {
            part.as_ref().is_some_and(|p| p.chars().count() > LONG_PART_CHARS)
        };
        let mut whole =
            !found.is_empty() && !found.iter().any(|p| long(&p.role) || long(&p.affiliation));
        self.head.people.extend(found);
        for sentence in later {
            let told = label(&sentence, self.words)
                .map(|(under, name, rest)| (under.clone(), name.to_string(), rest.to_string()))
                .filter(|(under, _, _)| !matches!(under, Under::Field(_)));
            match told {
                Some((under, name, rest)) => {
                    self.read_list(Rows { rows: vec![rest], flows: true }, &under, &name);
                }
                None => {
                    self.head.people.extend(crate::told::attended(&sentence, self.words));
                    whole = false;
                }
            }
        }
        whole
    }
}

/// A name of one word alone behind a label that has one name under it: `Referent: Dorrit`.
fn lone(row: &str, under: &Under, words: &Words) -> Option<Attendee> {
    let (group, presence) = match under {
        Under::People(Group::Absent, presence) => (Group::Absent, *presence),
        Under::Role(_) => (Group::Other, Presence::Present),
        _ => return None,
    };
    let attendee = crate::people::lone_name(row.trim().trim_end_matches('.'), words)?;
    let lower = danish::lowercase(&attendee.name);
    let nobody = ["ingen", "alle", "intet", "nej", "ingen."].contains(&lower.as_ref());
    (!nobody && !crate::organisation::is_organisation(&attendee.name)).then_some(Attendee {
        group,
        presence,
        ..attendee
    })
}
