//! Those who signed: the last lines of a record in, attendees out.
//!
//! Forms: names side by side, apart or not; a role behind its name, or in a row below the row of names; a
//! list of those who were there or not among them. Deliberately absent: who signed what.

use super::parted;
use crate::line::Line;
use crate::people::{add_role, people};
use crate::sections::label;
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group, Presence};

/// Most lines with text that signatures take; fifteen signed in two columns with their roles below in the
/// longest list we know. No source.
const SIGNED_LINES: usize = 24;

/// What stands on one line of signatures.
enum Row {
    Names(Vec<Attendee>),
    /// The roles of those above.
    Roles(Vec<String>),
    /// Names and roles, in order.
    Mixed(Vec<Cell>),
    /// A list with a label.
    Listed(Vec<Attendee>),
}

enum Cell {
    Name(Attendee),
    Role(String),
}

/// Those who signed: the last lines of a record, as long as they hold nothing but names and roles.
pub(super) fn signed(lines: &[Line], words: &Words) -> Vec<Attendee> {
    let mut rows: Vec<Row> = Vec::new();
    let text = |line: &&Line| line.text.chars().any(char::is_alphanumeric);
    for line in lines.iter().rev().filter(text).take(SIGNED_LINES) {
        let Some(row) = row(&line.text, words) else { break };
        rows.push(row);
    }
    let mut found: Vec<Attendee> = Vec::new();
    let mut listed: Vec<Attendee> = Vec::new();
    // How many names stand in the row above.
    let mut above = 0;
    for row in rows.into_iter().rev() {
        match row {
            Row::Names(names) => {
                above = names.len();
                found.extend(names);
            }
            Row::Roles(roles) => {
                let from = found.len().saturating_sub(roles.len().min(above));
                for (attendee, role) in found.iter_mut().skip(from).zip(&roles) {
                    add_role(attendee, role);
                }
                above = 0;
            }
            Row::Mixed(cells) => {
                for cell in cells {
                    match cell {
                        Cell::Name(attendee) => found.push(attendee),
                        Cell::Role(role) => {
                            if let Some(last) = found.last_mut() {
                                add_role(last, &role);
                            }
                        }
                    }
                }
                above = 0;
            }
            Row::Listed(people) => listed.extend(people),
        }
    }
    // One line of names may be anything; a list has more.
    if found.len() < 3 {
        return Vec::new();
    }
    found.extend(listed);
    found
}

fn row(text: &str, words: &Words) -> Option<Row> {
    if let Some((Under::People(group, presence), _, rest)) = label(text, words) {
        return Some(Row::Listed(people(&[rest.to_string()], *group, *presence, words)));
    }
    let columns: Vec<&str> = text
        .split('\t')
        .flat_map(|part| part.split("   "))
        .map(|cell| cell.trim().trim_start_matches('/').trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    let mut cells: Vec<Cell> = Vec::new();
    for column in columns {
        let plain = column.trim_end_matches(['.', ',']);
        if plain.split_whitespace().all(|word| words.is_title(word)) {
            cells.push(Cell::Role(danish::lowercase(plain).into_owned()));
            continue;
        }
        let (names, role) = column.split_once(',').unwrap_or((column, ""));
        for name in parted(names) {
            let mut attendee = signature(&name, words)?;
            if !role.trim().is_empty() {
                if !words.is_title(role.split_whitespace().next().unwrap_or_default()) {
                    return None;
                }
                add_role(&mut attendee, role.trim());
            }
            cells.push(Cell::Name(attendee));
        }
    }
    let n_roles = cells.iter().filter(|cell| matches!(cell, Cell::Role(_))).count();
    if n_roles == 0 || n_roles == cells.len() {
        let (mut names, mut roles) = (Vec::new(), Vec::new());
        for cell in cells {
            match cell {
                Cell::Name(attendee) => names.push(attendee),
                Cell::Role(role) => roles.push(role),
            }
        }
        return Some(if roles.is_empty() { Row::Names(names) } else { Row::Roles(roles) });
    }
    Some(Row::Mixed(cells))
}

/// One name and nothing else.
fn signature(name: &str, words: &Words) -> Option<Attendee> {
    let name = name.trim();
    let plain = name.split_whitespace().all(|word| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || ".-".contains(c))
    });
    let mut read = people(&[name.to_string()], Group::Member, Presence::Present, words);
    (plain && read.len() == 1).then(|| read.pop()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_roles_at_the_end() {
        let words = Words::new(
            include_str!("../../../../index-config/header-labels.txt"),
            include_str!("../../../../index-config/titles.txt"),
        );
        for (text, want) in [
            (
                "6\nKassebeholdningen udgør 400 Kr\n\nRN Holm Jens Vig\nA Lund\nK Krogh I Friis",
                &["RN Holm", "Jens Vig", "A Lund", "K Krogh", "I Friis"][..],
            ),
            (
                "Intet videre.\n\n   N. Holm.\n     Formand.       Jens Vig.     M. Lund.",
                &["N. Holm = formand", "Jens Vig", "M. Lund"],
            ),
            (
                "Deltagere:\n____   ____\nBo Holm          Jens Vig\nformand          næstformand\n____\nEa Lund\nkasserer\n\nAfbud: Per Krogh",
                &["Bo Holm = formand", "Jens Vig = næstformand", "Ea Lund = kasserer", "Per Krogh"],
            ),
            (
                "Mødet sluttet.\n\nBo Holm, formand      Jens Vig, kasserer\n\nEa Lund",
                &["Bo Holm = formand", "Jens Vig = kasserer", "Ea Lund"],
            ),
            (
                "Mødet hævet.\n\nBo Holm. Johs. Vig. Peder Krogh.\nH. Lund Alb. Dam",
                &["Bo Holm", "Johs. Vig", "Peder Krogh", "H. Lund", "Alb. Dam"],
            ),
            ("Vi gik hjem.\n\nBo Holm     Jens Vig", &[]),
            ("Kassebeholdningen udgør 400 Kr", &[]),
        ] {
            let got: Vec<String> = signed(&crate::line::lines_of(text), &words)
                .into_iter()
                .map(|p| match p.role {
                    Some(role) => format!("{} = {role}", p.name),
                    None => p.name,
                })
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
