//! A list of people as a header prints it in, attendees out: names, affiliations, roles, initials.
//!
//! Forms: comma lists with affiliations in brackets; `Navn, rolle, Organisation`; one a line; titles
//! before names; party letters; flat numbers; first names alone. How one person is read: `person`.
//! Deliberately absent: which lines are a list; `sections` knows that.

mod details;
mod initials;
mod person;

use crate::organisation::{is_organisation, organisation_from_role};
use crate::vocabulary::Words;
use crate::{Attendee, Group, Presence};

use details::add_piece;
pub(crate) use details::{add_office, add_role};
pub(crate) use person::lone_name;
use person::{first_name, person, role_alone, surname};

/// Reads the people of one list. `rows` are pieces that surely part people (lines, table cells);
/// commas part them inside a row.
pub(crate) fn people(
    rows: &[String],
    group: Group,
    presence: Presence,
    words: &Words,
) -> Vec<Attendee> {
    let mut found: Vec<Attendee> = Vec::new();
    // One person a row: what else stands there tells more about that person.
    let of_one = rows.iter().filter(|row| tells_of_one(row, words)).count();
    let one_each = rows.len() > 1 && of_one * 4 >= rows.len() * 3;
    for row in rows {
        let from = found.len();
        let one = one_each && tells_of_one(row, words);
        if let Some(names) = initials_alone(row) {
            found.extend(names);
        } else if let Some(names) = given_names(row, words).filter(|_| !one) {
            found.extend(names);
        } else {
            read_row(row, one, &mut found, words);
        }
        for attendee in found.iter_mut().skip(from) {
            // What the list says of one person (*suppleant for …*, *afbud*) goes before its label.
            if attendee.group == Group::default() {
                attendee.group = group;
            }
            if attendee.presence == Presence::default() {
                attendee.presence = presence;
            }
        }
    }
    for attendee in &mut found {
        organisation_from_role(attendee);
        // The secretary of a list of members comes from the office.
        let office =
            attendee.affiliation.as_deref().or(attendee.role.as_deref()).unwrap_or_default();
        let of_office = ["sekretariat", "kontoret"]
            .iter()
            .any(|word| danish::lowercase(office).starts_with(word));
        let writes = attendee.role.as_deref().is_some_and(|role| role.contains("ref"));
        if of_office && writes && attendee.group == Group::Member {
            attendee.group = Group::Other;
        }
    }
    found
}

fn read_row(row: &str, one_each: bool, found: &mut Vec<Attendee>, words: &Words) {
    let mut open = false;
    // `foruden formanden, gårdejer Bo Holm`: a role whose bearer comes next.
    let mut waiting: Option<String> = None;
    let from = found.len();
    let mut after_role = false;
    let pieces: Vec<String> = pieces(row, words).collect();
    let n_pieces = pieces.len();
    for (place, piece) in pieces.iter().enumerate() {
        let piece = without_stop(piece.trim());
        if piece.chars().all(|c| !c.is_alphanumeric()) {
            continue;
        }
        // `Bo Holm, Agenda Natur` and `Bo Holm, direktør, Agenda Natur`: one person in all.
        let lone = place + 1 == n_pieces
            && found.len() == from + 1
            && (n_pieces == 2 || after_role)
            && !row.contains(" og ")
            && found.last().is_some_and(|first| danish::is_given_name(&first.name))
            && is_unknown_pair(piece);
        let more = open && (one_each || lone);
        let read = person(piece, words)
            .filter(|attendee| !(more || open && is_more_of(piece, attendee, words)))
            .or_else(|| first_name(piece, words).filter(|_| !more))
            .or_else(|| surname(piece, words).filter(|_| !open));
        match (read, found.last_mut().filter(|_| open)) {
            (Some(mut attendee), _) => {
                if let Some(role) = waiting.take() {
                    add_role(&mut attendee, &role);
                }
                found.push(attendee);
                open = true;
            }
            (None, Some(last)) => {
                let known = last.role.clone();
                add_piece(last, piece, words);
                after_role = last.role != known;
            }
            (None, None) => waiting = role_alone(piece, words).or(waiting),
        }
    }
}

/// Two words without a bracket, the first of which is no given name that we know.
fn is_unknown_pair(piece: &str) -> bool {
    let first = piece.split(' ').next().unwrap_or_default();
    piece.split_whitespace().count() == 2
        && first.chars().count() > 2
        && !danish::is_given_name(piece)
        && !piece.contains(['(', '.'])
}

/// Whether a text holds at least one person, and nothing but people as far as we can tell.
pub(crate) fn is_people(text: &str, words: &Words) -> bool {
    pieces(text, words)
        .find(|piece| role_alone(piece, words).is_none())
        .is_some_and(|piece| person(without_stop(piece.trim()), words).is_some())
}

/// Whether a text begins with a person, a first name alone included.
pub(crate) fn begins_with_person(text: &str, words: &Words) -> bool {
    is_people(text, words)
        || pieces(text, words)
            .next()
            .is_some_and(|piece| first_name(without_stop(piece.trim()), words).is_some())
}

/// Whether the first words of a text are a name, titles before it, whatever follows.
pub(crate) fn begins_with_name(text: &str, words: &Words) -> bool {
    let first = pieces(text, words).find(|piece| role_alone(piece, words).is_none());
    first.is_some_and(|piece| person::opens_with_name(&piece, words))
}

/// Whether a row begins with a person and names no other whom we know for one.
fn tells_of_one(row: &str, words: &Words) -> bool {
    let pieces: Vec<String> = pieces(row, words).collect();
    let Some((first, rest)) = pieces.split_first() else { return false };
    person(without_stop(first.trim()), words).is_some()
        && rest.len() < 4
        && rest.iter().all(|piece| {
            let piece = without_stop(piece.trim());
            // `Agenda Natur (formand)` is where the first is from; `provst Bo Holm` is one more.
            let one_more = |p: Attendee| {
                danish::is_given_name(&p.name)
                    || p.name.chars().nth(1) == Some('.')
                    || person::is_titled(piece, words) && p.name.contains(' ')
            };
            !person(piece, words).is_some_and(one_more)
        })
}

/// Whether a text begins with somebody of whom only the surname is told.
pub(crate) fn begins_with_surname(text: &str, words: &Words) -> bool {
    pieces(text, words).next().is_some_and(|piece| surname(without_stop(&piece), words).is_some())
}

/// Takes off a full stop that ends a list; `Mogens T.` keeps the one of its initial.
fn without_stop(piece: &str) -> &str {
    let plain = piece.trim_end_matches('.').trim_end();
    let last = plain.rsplit(' ').next().unwrap_or_default();
    let initial =
        plain.contains(' ') && last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    if initial && piece.len() == plain.len() + 1 { piece } else { plain }
}

/// Cuts a row at the commas and semicolons outside brackets, and at *og*, *samt* between two people; no
/// further than it is asked.
fn pieces<'a>(row: &'a str, words: &'a Words) -> impl Iterator<Item = String> + 'a {
    cut(row, |c| matches!(c, ',' | ';' | '\t' | '|' | '•' | '·'))
        .flat_map(|part| people_of(part, words))
        .flat_map(at_dashes)
        .map(|piece| {
            let piece = piece.trim();
            let piece = ["samt ", "og ", "herunder ", "foruden "]
                .iter()
                .find_map(|word| piece.strip_prefix(word))
                .unwrap_or(piece);
            piece.trim_start_matches(['-', '–', '*', '→', ' ']).to_string()
        })
        .filter(|piece| !piece.trim().is_empty())
}

/// Cuts what stands between two commas into one piece a person.
fn people_of<'a>(part: &'a str, words: &Words) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = without_number(part.trim());
    // `Bo Holm (formand) Ea Friis (kasserer)`
    while let Some((left, right)) = split_behind_bracket(rest) {
        found.push(left);
        rest = right;
    }
    // From the right, as *og* stands before the last of a list.
    let at = found.len();
    while let Some((left, right)) = split_and(rest, words).or_else(|| split_from(rest, words)) {
        found.insert(at, right);
        rest = left;
    }
    found.insert(at, rest);
    found
}

/// Cuts a text at dashes between spaces, outside brackets.
fn at_dashes(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, dash) in text.match_indices(['–', '-']) {
        let after = at + dash.len();
        let spaced = text.get(..at).is_some_and(|left| left.ends_with(' '))
            && text.get(after..).is_some_and(|right| right.starts_with(' '));
        let left = text.get(from..at).unwrap_or_default();
        if spaced && left.matches('(').count() == left.matches(')').count() {
            parts.push(left.trim().to_string());
            from = after;
        }
    }
    parts.push(text.get(from..).unwrap_or_default().trim().to_string());
    parts
}

/// Cuts a text at marks outside brackets.
fn cut(text: &str, is_mark: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut depth = 0usize;
        for (at, c) in text.char_indices() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                c if depth == 0 && is_mark(c) => {
                    rest = text.get(at + c.len_utf8()..);
                    return text.get(..at);
                }
                _ => {}
            }
        }
        rest.take()
    })
}

/// `Ida Krogh samt fra ledelsen rektor Bo Holm`: what stands before, and the person behind.
fn split_from<'a>(text: &'a str, words: &Words) -> Option<(&'a str, &'a str)> {
    if !text.contains(" fra ") {
        return None;
    }
    let (left, right) = text.split_once(" samt fra ").or_else(|| text.split_once(" og fra "))?;
    right.match_indices(' ').take(5).find_map(|(at, _)| {
        let rest = right.get(at + 1..)?;
        let read = person(without_stop(rest.trim()), words)?;
        known_person(&read, rest).then_some((left, rest))
    })
}

/// Takes off the number of a numbered list of people; `1. viceborgmester Bo Holm` keeps it.
fn without_number(piece: &str) -> &str {
    let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < piece.len() && piece.len() - rest.len() < 3;
    match rest.strip_prefix(['.', ')']).map(str::trim_start) {
        Some(name) if numbered && name.starts_with(char::is_uppercase) => name,
        _ => piece,
    }
}

/// Cuts behind a bracket that a given name follows without a comma.
fn split_behind_bracket(text: &str) -> Option<(&str, &str)> {
    if !text.contains(") ") {
        return None;
    }
    text.match_indices(") ").find_map(|(at, _)| {
        let (left, right) = (text.get(..=at)?, text.get(at + 2..)?.trim_start());
        danish::is_given_name(right).then_some((left, right))
    })
}

/// More than this is not one person with titles and brackets, in bytes; also what keeps the search for the
/// last *og* from reading a long text again and again. No source.
const LONGEST_PERSON_BYTES: usize = 400;

/// Cuts at an *og* or *samt* with a person after it, outside brackets.
fn split_and<'a>(text: &'a str, words: &Words) -> Option<(&'a str, &'a str)> {
    for and in [" og ", " samt ", " & ", " / "].into_iter().filter(|and| text.contains(and)) {
        for (at, _) in text.rmatch_indices(and) {
            let (left, right) = (text.get(..at)?, text.get(at + and.len()..)?);
            if right.len() > LONGEST_PERSON_BYTES {
                break;
            }
            let closed = left.matches('(').count() == left.matches(')').count();
            let piece = without_stop(right.trim());
            if closed
                && !left.trim().is_empty()
                && (person(piece, words).is_some_and(|p| known_person(&p, piece))
                    || first_name(piece, words).is_some())
            {
                return Some((left, right));
            }
        }
    }
    None
}

fn known_person(attendee: &Attendee, piece: &str) -> bool {
    danish::is_given_name(&attendee.name)
        || attendee.initials.is_some()
        || attendee.role.is_some()
        || attendee.name.split(' ').count() > 2
        || piece.contains('(') && !is_organisation(&attendee.name)
}

/// A piece that is a role or an organisation although it could be a name.
fn is_more_of(piece: &str, attendee: &Attendee, words: &Words) -> bool {
    if danish::is_given_name(&attendee.name) {
        return false;
    }
    let core = details::without_brackets(piece).0;
    // `Ea Friis, EF Murerfirma`: a firm that begins with letters of its own.
    if details::is_shouted(core.split(' ').next().unwrap_or_default())
        && attendee.initials.is_none()
    {
        return !core.chars().all(|c| !c.is_lowercase());
    }
    let first = core.split_whitespace().next().unwrap_or_default();
    is_organisation(&core) || (words.is_title(first) && core.split_whitespace().count() < 3)
}

/// A row of initials alone, which are all the names that the list gives: `BH, EF og PL`.
fn initials_alone(row: &str) -> Option<Vec<Attendee>> {
    let found: Vec<&str> = row
        .split([',', ';'])
        .flat_map(|part| part.split(" og "))
        .map(|part| part.trim().trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .collect();
    let all = found.iter().all(|part| {
        (2..=4).contains(&part.chars().count()) && part.chars().all(char::is_uppercase)
    });
    (all && found.len() > 1).then(|| {
        let named = |part: &&str| Attendee {
            name: (*part).to_string(),
            initials: Some((*part).to_string()),
            ..Attendee::default()
        };
        found.iter().map(named).collect()
    })
}

/// A row of given names alone: `Bo, Ea, Ole K. og Ida (referent)`.
fn given_names(row: &str, words: &Words) -> Option<Vec<Attendee>> {
    let mut found = Vec::new();
    // Given names that are known for one; surnames with a title; with a bracket; and full names.
    let (mut known, mut titled, mut told, mut full) = (0, 0, 0, 0);
    for part in cut(row, |c| matches!(c, ',' | ';')) {
        let part = part.trim();
        let mut rest =
            part.strip_prefix("og ").or_else(|| part.strip_prefix("samt ")).unwrap_or(part);
        let mut names = Vec::new();
        while let Some((left, right)) =
            rest.split_once(" og ").or_else(|| rest.split_once(" samt "))
        {
            if left.contains('(') && !left.contains(')') {
                break;
            }
            names.push(left);
            rest = right.trim_start();
        }
        names.push(rest);
        for name in
            names.into_iter().map(|name| without_stop(name.trim())).filter(|n| !n.is_empty())
        {
            if let Some(attendee) = lone_name(name, words) {
                let surname = surname(name, words).is_some();
                known += usize::from(danish::is_given_name(&attendee.name));
                titled += usize::from(surname && person::is_titled(name, words));
                told += usize::from(surname);
                found.push(attendee);
            } else {
                found.push(person(name, words)?);
                full += 1;
            }
        }
    }
    let n = found.len();
    let surnames = (known + titled) * 2 > n || full == 0 && told * 2 >= n;
    (n > 1 && (known * 2 >= n || surnames)).then_some(found)
}
