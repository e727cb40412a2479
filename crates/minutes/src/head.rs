//! The lines before the first item in; title, body, date and people out, and which lines those took.
//!
//! Deliberately absent: items; and dates from file names (see `read`).

mod letterhead;
mod title;

use danish::{FoundDate, find_dates};

use crate::joining::{Evidence, join};
use crate::line::Line;
use crate::sections::{Field, read_sections};
use crate::vocabulary::Words;
use crate::{Attendee, Group};

use letterhead::letterhead;
use title::{prose_opening, says_meeting, title_lines, year_of_opening};

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
    let mut fields: Vec<Field> = Vec::new();
    read_sections(lines, &title_lines, words, evidence, &mut head, &mut fields);
    let title: Vec<&Line> = title_lines.iter().filter_map(|idx| lines.get(*idx)).collect();
    let (text, _) = join(&title, evidence);
    let title_number = title.first().map_or(0, |line| line.number);
    let is_prose = (crate::prose::reads_as_text(&text)
        && !crate::body::tells_document_first(&text)
        && !crate::body::tells_meeting_first(&text))
        || prose_opening(&text);
    head.title = if is_prose { crate::prose::beginning(&text) } else { text.clone() };
    if !is_prose {
        for idx in &title_lines {
            if let Some(taken) = head.taken.get_mut(*idx) {
                *taken = true;
            }
        }
    }
    // `Møde den: 3. maj 2018` tells the day too.
    let of_field = |field: &&Field| {
        field.field == "date"
            || field.field == "body" && danish::lowercase(&field.label).ends_with(" den")
    };
    // `Mødedato` tells the day before the title does, `Dato` of a letterhead after it.
    for field in fields.iter().filter(of_field).filter(|field| dates_meeting(&field.label)) {
        head.dates.extend(dates_of(&field.text, field.number, near));
    }
    head.dates.extend(dates_of(&text, title_number, near));
    for field in fields.iter().filter(of_field).filter(|field| !dates_meeting(&field.label)) {
        head.dates.extend(dates_of(&field.text, field.number, near));
    }
    let body = fields.iter().find(|field| field.field == "body" && tells_body(field, near));
    head.body = body.map(|field| of_kind(&field.text, near)).unwrap_or_default();
    let from_title = if is_prose { String::new() } else { body_of_lines(&text, &title, near) };
    let kind_only = crate::body::is_kind_only(&from_title);
    let tells = says_meeting(&text) || crate::body::names_body(&text);
    let fuller = head.body.to_lowercase().contains(&from_title.to_lowercase());
    let says_more = head.body.is_empty() || !kind_only && !fuller;
    if tells && !from_title.is_empty() && says_more {
        head.body = from_title;
    }
    let above = if is_prose { None } else { letterhead(lines, &title_lines, words) };
    // Who meets about a building has no name of its own: the project tells them, before the office does.
    let of_work = head.body.ends_with("gruppen") && !head.body.contains(' ');
    if (head.body.is_empty() || of_work)
        && !above.as_deref().is_some_and(crate::body::names_meeters)
        && let Some(project) = fields.iter().find_map(project)
    {
        head.body = project;
    }
    let wide = crate::body::is_wide(&head.body);
    if let Some(name) = above
        && !(wide && crate::body::is_wide(&name))
    {
        head.body = if wide { name } else { crate::body::with_office(&head.body, &name) };
    }
    // A list of its members or a line of its own may name it in full.
    let told = lines.iter().filter(|line| !line.is_blank()).take(FIRST_LINES);
    if !is_prose
        && let Some(told) = told.filter_map(|line| crate::body::body_told(&line.text)).next()
        && (head.body.is_empty()
            || crate::body::is_kind_only(&head.body)
            || told.to_lowercase().contains(&head.body.to_lowercase()))
    {
        head.body = told.to_string();
    }
    if prose_opening(&text) {
        head.opens_today = danish::lowercase(&text)
            .split(". ")
            .next()
            .is_some_and(|first| first.contains(" i dag "));
        head.year = year_of_opening(&text);
        head.body = crate::body::body_in_prose(&text);
    }
    head.body = crate::body::unshouted(&head.body);
    for line in lines.iter().filter(|line| !line.is_blank()).take(FIRST_LINES) {
        head.other_dates.extend(dates_of(&line.text, line.number, near));
    }
    merge(&mut head.people);
    head
}

/// How many lines of a header may tell its day or body; a dozen and no source.
const FIRST_LINES: usize = 12;

/// Whether a field tells a body: *Mødetype: Ordinært* tells none.
fn tells_body(field: &Field, near: Option<i16>) -> bool {
    let kind = danish::lowercase(&field.label).starts_with("mødetype");
    find_dates(&field.text, near).is_empty() && (!kind || crate::body::names_body(&field.text))
}

/// What a field says of the body: `Styregruppemøde nr. 11` → `Styregruppen`.
fn of_kind(text: &str, near: Option<i16>) -> String {
    let numbered = text.contains("møde") && text.contains(|c: char| c.is_ascii_digit());
    let body = if numbered { crate::body::body_of(text, near) } else { String::new() };
    if body.is_empty() { text.to_string() } else { body }
}

/// The body that the title names: all of it, or the line of it that names one.
fn body_of_lines(text: &str, lines: &[&Line], near: Option<i16>) -> String {
    let whole = crate::body::body_of(text, near);
    if !whole.is_empty() && !whole.contains(|c: char| c.is_ascii_digit()) {
        return whole;
    }
    let mut alone = lines.iter().map(|line| crate::body::body_of(&line.text, near));
    let named = |body: &String| {
        crate::body::names_body(body) && !body.contains(|c: char| c.is_ascii_digit())
    };
    alone.find(named).unwrap_or(whole)
}

/// What a field says of the project, without the number of its file: `2207 Ombygning af …`.
fn project(field: &Field) -> Option<String> {
    let name = field.text.trim_start_matches(|c: char| !c.is_alphabetic());
    (field.field == "project" && name.chars().filter(|c| c.is_alphabetic()).count() > 4)
        .then(|| name.to_string())
}

/// Whether a label says that its date is that of the meeting.
fn dates_meeting(label: &str) -> bool {
    let lower = danish::lowercase(label);
    lower.contains("møde") || lower.contains("afholdt") || lower.starts_with("tid")
}

fn dates_of(text: &str, number: u32, near: Option<i16>) -> Vec<(FoundDate, String, u32)> {
    find_dates(text, near)
        .into_iter()
        .map(|mut date| {
            let words = text.get(date.range.clone()).unwrap_or_default().to_string();
            if let Some(first) = first_day(text.get(..date.range.start).unwrap_or_default()) {
                date.day = date.day.min(first);
            }
            (date, words, number)
        })
        .collect()
}

/// `18.-` before `19. august`: the first of two days.
fn first_day(before: &str) -> Option<i8> {
    let before = before.trim_end().strip_suffix(['-', '–'])?.trim_end().strip_suffix('.')?;
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    before.get(before.len() - digits..)?.parse().ok().filter(|day| (1..=31).contains(day))
}

/// One person, one entry: the referent of another line is the member of the list.
fn merge(people: &mut Vec<Attendee>) {
    let mut merged: Vec<Attendee> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for attendee in people.drain(..) {
        let key = danish::name_key(&attendee.name);
        let same = merged.iter_mut().zip(&keys).find(|(known, known_key)| {
            **known_key == key
                || (attendee.role.is_some()
                    && attendee.affiliation.is_none()
                    && attendee.name.split(' ').count() > 1
                    && danish::name_matches(&attendee.name, &known.name))
        });
        match same {
            Some((known, _)) => {
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
                // A member of the list who sent an apology, if not for some items only.
                if attendee.group == Group::Absent && attendee.items.is_empty() {
                    known.group = Group::Absent;
                    known.presence = attendee.presence;
                }
                known.affiliation = known.affiliation.take().or(attendee.affiliation);
                known.initials = known.initials.take().or(attendee.initials);
            }
            None => {
                merged.push(attendee);
                keys.push(key);
            }
        }
    }
    *people = merged;
}
