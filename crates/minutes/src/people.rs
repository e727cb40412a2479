//! A list of people as a header prints it in, attendees out: names, affiliations, roles, initials.
//!
//! Forms: comma lists with affiliations in brackets; `Navn, rolle, Organisation`; one a line; titles
//! before names; party letters; flat numbers. Deliberately absent: which lines are a list; `head`
//! knows that.

use crate::attendance::note;
use crate::organisation::{is_organisation, organisation_from_role};
use crate::vocabulary::Words;
use crate::{Attendee, Group, Presence};

/// Reads the people of one list. `rows` are pieces that surely part people (lines, table cells);
/// commas part them inside a row.
pub(crate) fn people(
    rows: &[String],
    group: Group,
    presence: Presence,
    words: &Words,
) -> Vec<Attendee> {
    let mut found: Vec<Attendee> = Vec::new();
    for row in rows {
        if let Some(names) = given_names(row) {
            found.extend(names.into_iter().map(|attendee| Attendee {
                group,
                presence,
                ..attendee
            }));
            continue;
        }
        let mut open = false;
        for piece in pieces(row, words) {
            let piece = piece.trim().trim_end_matches('.').trim();
            if piece.chars().all(|c| !c.is_alphanumeric()) {
                continue;
            }
            match person(piece, words) {
                Some(mut attendee) if !(open && is_more_of(piece, &attendee, words)) => {
                    attendee.group = group;
                    attendee.presence = presence;
                    found.push(attendee);
                    open = true;
                }
                _ => match found.last_mut().filter(|_| open) {
                    Some(last) => add_piece(last, piece, words),
                    None => {
                        if let Some(mut attendee) = single_name(piece, row) {
                            attendee.group = group;
                            attendee.presence = presence;
                            found.push(attendee);
                            open = true;
                        }
                    }
                },
            }
        }
    }
    for attendee in &mut found {
        organisation_from_role(attendee);
    }
    found
}

/// Whether a text holds at least one person, and nothing but people as far as we can tell.
pub(crate) fn is_people(text: &str, words: &Words) -> bool {
    pieces(text, words)
        .first()
        .is_some_and(|piece| person(piece.trim().trim_end_matches('.'), words).is_some())
}

/// Cuts a row at the commas and semicolons outside brackets, and at *og*, *samt* between two people.
fn pieces(row: &str, words: &Words) -> Vec<String> {
    let mut cut = vec![String::new()];
    let mut depth = 0usize;
    for c in row.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, ',' | ';' | '\t' | '|' | '•' | '·') {
            cut.push(String::new());
        } else if let Some(last) = cut.last_mut() {
            last.push(c);
        }
    }
    let mut found = Vec::new();
    for piece in cut {
        let mut rest = piece.as_str();
        while let Some((left, right)) = split_and(rest, words) {
            found.push(left.to_string());
            rest = right;
        }
        found.push(rest.to_string());
    }
    found
        .into_iter()
        .flat_map(|piece| match piece.split_once(" – ").or_else(|| piece.split_once(" - ")) {
            Some((left, right)) if !left.contains('(') => vec![left.to_string(), right.to_string()],
            _ => vec![piece],
        })
        .map(|piece| {
            let piece = piece.trim();
            let piece = piece
                .strip_prefix("samt ")
                .or_else(|| piece.strip_prefix("og "))
                .or_else(|| piece.strip_prefix("herunder "))
                .unwrap_or(piece);
            piece.trim_start_matches(['-', '–', '*', ' ']).to_string()
        })
        .filter(|piece| !piece.trim().is_empty())
        .collect()
}

/// Cuts at an *og* or *samt* with a person after it, outside brackets.
fn split_and<'a>(text: &'a str, words: &Words) -> Option<(&'a str, &'a str)> {
    for and in [" og ", " samt ", " & "] {
        for (at, _) in text.match_indices(and) {
            let (left, right) = (text.get(..at)?, text.get(at + and.len()..)?);
            let closed = left.matches('(').count() == left.matches(')').count();
            if closed
                && !left.trim().is_empty()
                && person(right.trim().trim_end_matches('.'), words)
                    .is_some_and(|p| known_person(&p))
            {
                return Some((left, right));
            }
        }
    }
    None
}

fn known_person(attendee: &Attendee) -> bool {
    danish::is_given_name(&attendee.name)
        || attendee.initials.is_some()
        || attendee.name.split(' ').count() > 2
}

/// A piece that is a role or an organisation although it could be a name.
fn is_more_of(piece: &str, attendee: &Attendee, words: &Words) -> bool {
    if danish::is_given_name(&attendee.name) {
        return false;
    }
    let core = without_brackets(piece).0;
    let first = core.split_whitespace().next().unwrap_or_default();
    is_organisation(&core) || (words.is_title(first) && core.split_whitespace().count() < 3)
}

const PARTICLES: [&str; 16] = [
    "van", "von", "der", "den", "de", "af", "la", "le", "el", "al", "bin", "ibn", "du", "da", "di",
    "ten",
];

/// A person at the start of a piece, with the brackets and the role that stand by the name.
fn person(piece: &str, words: &Words) -> Option<Attendee> {
    let (core, brackets) = without_brackets(piece);
    let mut parts: Vec<&str> = core.split_whitespace().collect();
    // `1. viceborgmester Inge-Lise Holm`
    let ordinal = parts.first().is_some_and(|word| {
        word.strip_suffix('.')
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    });
    let ordinal = usize::from(ordinal && parts.get(1).is_some_and(|word| words.is_title(word)));
    let mut titles = ordinal
        + parts
            .iter()
            .skip(ordinal)
            .take_while(|word| words.is_title(word) && !danish::is_given_name(word))
            .count();
    if titles == 0
        && parts.len() > 2
        && is_unlisted_title(parts.first().copied(), parts.get(1).copied())
    {
        titles = 1;
    }
    if titles == parts.len() {
        return None;
    }
    let title: Vec<&str> = parts.drain(..titles).collect();
    let name_len =
        parts.iter().take_while(|word| is_name_word(word) || PARTICLES.contains(word)).count();
    let after: Vec<&str> = parts.get(name_len..)?.to_vec();
    parts.truncate(name_len);
    while parts.last().is_some_and(|word| PARTICLES.contains(word)) {
        parts.pop();
    }
    let first = parts.first()?;
    let name = parts.join(" ");
    if parts.len() < 2 || parts.len() > 6 || PARTICLES.contains(first) {
        return None;
    }
    // After the name only a role may follow without a comma: `Claus Holm it-direktør i Regionen`.
    let after_is_role = after.first().is_none_or(|word| {
        words.is_title(word) || ["deltog", "under", "fra", "ved", "mødte", "forlod"].contains(word)
    });
    if !after_is_role || (is_organisation(&name) && !danish::is_given_name(first)) {
        return None;
    }
    let mut attendee = Attendee { name, ..Attendee::default() };
    if !title.is_empty() {
        attendee.role = Some(title.join(" ").to_lowercase());
    }
    for inside in &brackets {
        for part in inside.split([',', ';']) {
            add_bracket(&mut attendee, part.trim(), words);
        }
    }
    if !after.is_empty() {
        add_piece(&mut attendee, &after.join(" "), words);
    }
    Some(attendee)
}

/// A row of given names alone: `Bo, Ea, Per og Ida (referent)`.
fn given_names(row: &str) -> Option<Vec<Attendee>> {
    let row = row.trim().trim_end_matches('.').replace(" og ", ", ").replace(" samt ", ", ");
    let mut found = Vec::new();
    let mut known = 0;
    for piece in row.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let (core, brackets) = without_brackets(piece);
        if core.contains(' ') || !is_name_word(&core) || core.chars().count() < 2 {
            return None;
        }
        known += usize::from(danish::is_given_name(&core));
        let role = brackets.first().map(|inside| inside.trim().to_string());
        found.push(Attendee { name: core, role, ..Attendee::default() });
    }
    (found.len() > 1 && known * 2 >= found.len()).then_some(found)
}

/// A trade before a name that no list has: `Organist Dorte Holm`, by its ending and the given name
/// that follows.
fn is_unlisted_title(first: Option<&str>, second: Option<&str>) -> bool {
    let (Some(first), Some(second)) = (first, second) else { return false };
    let ending =
        ["ist", "er", "ør", "ent", "mand", "log", "tekt", "ant", "inde", "kone", "eur", "svend"]
            .iter()
            .any(|ending| first.ends_with(ending));
    first.chars().count() > 4
        && ending
        && !danish::is_given_name(first)
        && danish::is_given_name(second)
}

/// A given name alone, in a list of given names.
fn single_name(piece: &str, _row: &str) -> Option<Attendee> {
    let (core, brackets) = without_brackets(piece);
    let word = core.trim();
    let one = word.split_whitespace().count() == 1 && is_name_word(word);
    if !one || !danish::is_given_name(word) {
        return None;
    }
    let mut attendee = Attendee { name: word.to_string(), ..Attendee::default() };
    if let Some(inside) = brackets.first() {
        attendee.role = Some(inside.trim().to_string());
    }
    Some(attendee)
}

/// Whether a word can be part of a name: `Anne`, `Lund-Mortensen`, `P.`, `O'Brien`.
fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    first
        && word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
        && (word.chars().count() < 4
            || word.chars().any(char::is_lowercase)
            || word.chars().all(|c| c.is_uppercase()))
}

/// Takes the brackets out of a piece.
fn without_brackets(piece: &str) -> (String, Vec<String>) {
    let mut plain = String::new();
    let mut inside: Vec<String> = Vec::new();
    let mut depth = 0usize;
    for c in piece.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                if depth == 1 {
                    inside.push(String::new());
                }
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            c => {
                if let Some(last) = inside.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    (crate::line::squeeze(&plain), inside)
}

fn add_bracket(attendee: &mut Attendee, part: &str, words: &Words) {
    if part.is_empty() || note(attendee, part) {
        return;
    }
    if attendee.initials.is_none() && are_initials_of(part, &attendee.name) {
        attendee.initials = Some(part.to_string());
    } else if is_role(part, words) {
        add_role(attendee, part);
    } else if attendee.affiliation.is_none() {
        attendee.affiliation = Some(part.to_string());
    } else {
        add_role(attendee, part);
    }
}

fn add_piece(attendee: &mut Attendee, piece: &str, words: &Words) {
    let (core, brackets) = without_brackets(piece);
    if !core.is_empty() && !note(attendee, &core) {
        if is_role(&core, words) {
            add_role(attendee, &core);
        } else if attendee.affiliation.is_none() && !are_initials_of(&core, &attendee.name) {
            attendee.affiliation = Some(core);
        } else if attendee.initials.is_none() && are_initials_of(&core, &attendee.name) {
            attendee.initials = Some(core);
        } else {
            add_role(attendee, &core);
        }
    }
    for inside in &brackets {
        // `(deltog under punkt 3 og 4)` keeps its own commas.
        if note(attendee, inside) {
            continue;
        }
        for part in inside.split([',', ';']) {
            add_bracket(attendee, part.trim(), words);
        }
    }
}

fn add_role(attendee: &mut Attendee, role: &str) {
    match &mut attendee.role {
        Some(known) => {
            known.push_str(", ");
            known.push_str(role);
        }
        None => attendee.role = Some(role.to_string()),
    }
}

fn is_role(text: &str, words: &Words) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let lower = first.starts_with(|c: char| c.is_lowercase());
    let numbered = ["nr.", "nr", "lejl.", "hus"].contains(&first);
    let one_word_title = words.is_title(first) && !text.contains('/');
    !numbered && (one_word_title || lower)
}

/// Whether capitals can be the initials of a name: they stand in it in order, the first first.
fn are_initials_of(text: &str, name: &str) -> bool {
    let count = text.chars().count();
    if !(2..=5).contains(&count) || !text.chars().all(char::is_alphabetic) {
        return false;
    }
    if text.chars().filter(|c| c.is_uppercase()).count() < 2
        && !text.chars().all(char::is_lowercase)
    {
        return false;
    }
    if text.chars().all(char::is_lowercase) && count > 4 {
        return false;
    }
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    if text.to_lowercase().chars().next() != lower.chars().next() {
        return false;
    }
    text.to_lowercase().chars().all(|c| letters.any(|l| l == c))
}
