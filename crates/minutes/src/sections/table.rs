//! People in columns: a table with a head row (*Navn, Funktion, Til stede, Afbud*) and crosses below it,
//! and lists side by side under the names of their sides.
//!
//! In: lines of a header. Out: attendees and how many lines told them. Columns are told apart by tabs, by
//! bars, or by where on the line they stand. Deliberately absent: tables of anything else.

use crate::attendance::status;
use crate::line::Line;
use crate::people::{begins_with_person, people};
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group, Presence};

/// A table of people.
pub(super) struct Table {
    /// How many lines it takes, head row included.
    pub n_lines: usize,
    /// Who stands in it.
    pub people: Vec<Attendee>,
}

/// A cell: the column of its first character (or its number, where marks part the cells), its text.
type Cell<'a> = (usize, &'a str);

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    /// Whoever has a mark here was absent, or not, and how.
    Status(bool, Presence),
    Affiliation,
    Initials,
    Role,
    /// Something else about the person.
    More,
}

/// The table whose head row is `lines[idx]`.
pub(super) fn at(lines: &[Line], idx: usize, words: &Words) -> Option<Table> {
    let head = lines.get(idx)?;
    let columns: Vec<(usize, usize, Column)> = cells(head, "  ")
        .into_iter()
        .map(|(start, text)| (start, start + text.chars().count() / 2, column_named(text)))
        .collect();
    let named = columns.iter().any(|(_, _, column)| *column == Column::Name);
    let told = columns.iter().filter(|(_, _, column)| matches!(column, Column::Status(..))).count();
    let known = columns.iter().filter(|(_, _, column)| *column != Column::More).count();
    if columns.len() < 2 || known < 2 || !(named || told > 1) || head.text.contains(':') {
        return None;
    }
    let mut table = Table { n_lines: 1, people: Vec::new() };
    // Markdown leaves an empty line where it rules off the head row.
    let ruled = usize::from(lines.get(idx + 1).is_some_and(Line::is_blank));
    table.n_lines += ruled;
    for line in lines.get(idx + 1 + ruled..).unwrap_or_default() {
        let rule = !line.is_blank() && !line.text.chars().any(char::is_alphanumeric);
        if !rule {
            let Some(attendee) = row(line, &columns, words) else { break };
            table.people.push(attendee);
        }
        table.n_lines += 1;
    }
    (table.people.len() > 1).then_some(table)
}

fn column_named(text: &str) -> Column {
    let lower = danish::lowercase(text.trim().trim_end_matches([':', '.']));
    if let Some((absent, presence)) = status(&lower) {
        return Column::Status(absent, presence);
    }
    match lower.as_ref() {
        "navn" | "medlem" | "medlemmer" | "deltager" | "deltagere" | "mødedeltager"
        | "mødedeltagere" | "navne" => Column::Name,
        "initialer" | "init" => Column::Initials,
        "organisation" | "myndighed" | "forening" | "afdeling" | "parti" | "liste" | "kommune"
        | "repræsenterer" | "institution" | "område" | "firma" | "enhed" => Column::Affiliation,
        "funktion" | "rolle" | "titel" | "stilling" | "hverv" | "post" => Column::Role,
        _ => Column::More,
    }
}

fn row(line: &Line, columns: &[(usize, usize, Column)], words: &Words) -> Option<Attendee> {
    let cells = cells(line, "  ");
    let (_, name) = cells.first()?;
    let mut attendee =
        people(&[name.to_string()], Group::Member, Presence::Present, words).into_iter().next()?;
    for (start, text) in cells.iter().skip(1).filter(|(_, text)| !text.is_empty()) {
        let middle = start + text.chars().count() / 2;
        let is_mark = text.chars().count() < 4;
        // A column without a head tells whatever it tells.
        let beyond = columns.last().is_some_and(|(from, _, _)| *start > *from + 500);
        if beyond && crate::attendance::note(&mut attendee, text) {
            continue;
        }
        let (_, _, column) = columns.iter().min_by_key(|(from, centre, _)| {
            if is_mark { centre.abs_diff(middle) } else { from.abs_diff(*start) }
        })?;
        match column {
            Column::Status(absent, presence) if is_mark && !says_no(text) => {
                attendee.presence = *presence;
                if *absent {
                    attendee.group = Group::Absent;
                }
            }
            // `Nej` below *Til stede*.
            Column::Status(false, _) if text.eq_ignore_ascii_case("nej") => {
                attendee.group = Group::Absent;
                attendee.presence = Presence::Absent;
            }
            // `formand` below *Repræsenterer*, `Havnestyrelsen (formand)` below *Organisation*.
            Column::Affiliation if text.starts_with(char::is_lowercase) && words.is_title(text) => {
                crate::people::add_role(&mut attendee, text);
            }
            Column::Affiliation => crate::people::add_office(&mut attendee, text, words),
            Column::Initials => attendee.initials = Some(text.to_string()),
            Column::Status(..) if is_mark => {}
            // What is said about the meeting is no role.
            _ if crate::attendance::note(&mut attendee, text) => {}
            _ => {
                text.split(',').for_each(|part| crate::people::add_role(&mut attendee, part.trim()))
            }
        }
    }
    Some(attendee)
}

fn says_no(text: &str) -> bool {
    ["-", "–", "nej", "0"].contains(&danish::lowercase(text).as_ref())
}

/// Whether a line names the sides whose people stand in columns below it: `Region Nord      Kommunerne`.
pub(super) fn heads_columns(lines: &[Line], idx: usize, words: &Words) -> bool {
    let (Some(line), Some(next)) = (lines.get(idx), lines.get(idx + 1)) else { return false };
    let (heads, below) = (cells(line, "   "), cells(next, "   "));
    heads.len().max(below.len()) > 1
        && !below.is_empty()
        && heads.len() <= 4
        && heads.iter().all(|(_, text)| names_side(text, words))
        && below.iter().all(|(_, text)| begins_with_person(text, words))
}

fn names_side(text: &str, words: &Words) -> bool {
    text.split_whitespace().count() <= 5
        && text.starts_with(char::is_uppercase)
        && !text.contains([',', '(', '.'])
        && !begins_with_person(text, words)
}

/// The people of a list in columns under the names of their sides; `None` when it is no such list.
pub(super) fn in_columns(lines: &[Line], under: &Under, words: &Words) -> Option<Vec<Attendee>> {
    let Under::People(group, presence) = under else { return None };
    if !(0..lines.len()).any(|idx| heads_columns(lines, idx, words)) {
        return None;
    }
    let mut found = Vec::new();
    let mut heads: Vec<Cell> = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        if heads_columns(lines, idx, words) {
            heads = cells(line, "   ");
            continue;
        }
        for (start, text) in cells(line, "   ") {
            let side =
                heads.iter().min_by_key(|(from, _)| from.abs_diff(start)).map(|(_, text)| *text);
            let own = side.and_then(|side| words.under(side)).and_then(|(under, _)| match under {
                Under::People(group, presence) => Some((*group, *presence)),
                _ => None,
            });
            let (group, presence) = own.unwrap_or((*group, *presence));
            let mut here = people(&[text.to_string()], group, presence, words);
            for attendee in here.iter_mut().filter(|a| a.affiliation.is_none() && own.is_none()) {
                attendee.affiliation = side.map(str::to_string);
            }
            found.extend(here);
        }
    }
    Some(found)
}

/// Lists side by side, each below a label of its own (`Bestyrelse:      Fra sekretariatet:`): how many
/// lines they take, and the lines of each.
pub(super) fn side_by_side(
    lines: &[Line],
    idx: usize,
    words: &Words,
) -> Option<(usize, Vec<Vec<Line>>)> {
    let head = lines.get(idx)?;
    let heads = cells(head, "   ");
    let labels = heads.iter().all(|(_, text)| {
        text.ends_with(':')
            && matches!(crate::sections::label(text, words), Some((Under::People(..), _, "")))
    });
    if heads.len() < 2 || !labels {
        return None;
    }
    let below = lines.get(idx + 1..).unwrap_or_default();
    let n_below = below.iter().take_while(|line| !line.is_blank()).count();
    let mut columns: Vec<Vec<Line>> = vec![Vec::new(); heads.len()];
    for line in lines.get(idx..=idx + n_below)? {
        for (start, text) in cells(line, "   ") {
            let nearest = heads.iter().enumerate().min_by_key(|(_, (at, _))| at.abs_diff(start));
            if let Some(column) = nearest.and_then(|(place, _)| columns.get_mut(place)) {
                column.push(Line { text: text.to_string(), ..line.clone() });
            }
        }
    }
    Some((n_below + 1, columns))
}

/// The cells of a line, apart by bars, tabs or a gap; empty ones kept where bars or tabs part them.
fn cells<'a>(line: &'a Line, gap: &str) -> Vec<Cell<'a>> {
    let text = line.text.as_str();
    let mark = ['|', '\t'].into_iter().find(|mark| text.contains(*mark));
    if let Some(mark) = mark {
        // Far enough apart that the middle of a text stays within its own cell.
        return text
            .trim_matches('|')
            .split(mark)
            .enumerate()
            .map(|(n, cell)| (n * 1000, cell.trim()))
            .collect();
    }
    let mut found: Vec<Cell> = Vec::new();
    let mut column = line.indent;
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, more) = rest.split_once(gap).unwrap_or((rest, ""));
        let wider = more.len() - more.trim_start().len();
        found.push((column, cell.trim()));
        column += cell.chars().count() + gap.len() + wider;
        rest = more.trim_start();
    }
    found
}
