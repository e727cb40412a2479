//! A line inside a list of people that tells whence or what those are who stand behind its colon:
//! `Havnestyrelsen: Bo Holm`, `For havnens brugere: Ea Friis`, `Kirkeværge, Vig: Per Lund`.
//!
//! Deliberately absent: labels that begin a list of their own (`label`).

use crate::line::after_start;
use crate::people::{begins_with_person, is_people};
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group, Presence};

/// What stands before the colon tells of everybody behind it.
#[derive(Debug, Clone, Default)]
pub(super) struct Side {
    /// Whence they are.
    affiliation: Option<String>,
    /// What they are.
    role: Option<String>,
    /// The items they came for, as presenters.
    items: Vec<String>,
}

impl Side {
    /// What the people stand under, given what the list around stands under.
    pub(super) fn under(&self, list: Under) -> Under {
        match list {
            _ if !self.items.is_empty() => Under::People(Group::Presenter, Presence::Present),
            // Below *Formand: Bo Holm* stand the other members.
            Under::Role(role)
                if ["formand", "næstformand", "kasserer"].contains(&role.as_str()) =>
            {
                Under::People(Group::Member, Presence::Present)
            }
            Under::Role(_) => Under::People(Group::Other, Presence::Present),
            list => list,
        }
    }

    /// Tells it of one of them.
    pub(super) fn tell(&self, attendee: &mut Attendee) {
        if attendee.affiliation.is_none() {
            attendee.affiliation.clone_from(&self.affiliation);
        }
        if let Some(role) = &self.role {
            crate::people::add_role(attendee, role);
        }
        attendee.items.extend(self.items.iter().cloned());
    }
}

/// What a line tells of the people behind its colon, and who they are.
pub(super) fn told(text: &str, words: &Words) -> Option<(Side, String)> {
    let Some((side, names)) = text.split_once(':') else { return in_columns(text, words) };
    let (side, names) = (side.trim_start_matches(['-', '–', '*', '•', ' ']).trim(), names.trim());
    let lower = danish::lowercase(side);
    if side.split_whitespace().count() > 6 || !begins_with_person(names, words) {
        return None;
    }
    if ["punkt", "pkt"].iter().any(|word| lower.starts_with(word)) {
        let items = crate::attendance::numbers_after_item(&lower);
        let given = danish::is_given_name(names) && !items.is_empty();
        return given.then(|| (Side { items, ..Side::default() }, names.to_string()));
    }
    let whence = [
        "for ",
        "udpeget af ",
        "valgt af ",
        "valgt for ",
        "repræsentant for ",
        "repræsentanter for ",
    ]
    .iter()
    .find_map(|start| after_start(side, start));
    if let Some(whence) = whence {
        let affiliation = Some(whence.trim().to_string());
        return Some((Side { affiliation, ..Side::default() }, names.to_string()));
    }
    // `Kirkeværge, Vig:`; *Formand*, *Referent* are labels of their own.
    let first = side.split([' ', ',']).next().unwrap_or_default();
    let known = words.under(side).is_some();
    (!known && words.is_title(first) && side.starts_with(char::is_uppercase))
        .then(|| (Side { role: Some(lower.to_string()), ..Side::default() }, names.to_string()))
}

/// `Planter      Bo Holm      afbud`: what somebody is or looks after, the name, and more.
fn in_columns(text: &str, words: &Words) -> Option<(Side, String)> {
    let cells = super::columns(text);
    let [what, name, more @ ..] = cells.as_slice() else { return None };
    let fits = danish::is_given_name(name)
        && is_people(name, words)
        && what.split_whitespace().count() < 3
        && what.chars().count() > 3
        && what.starts_with(char::is_uppercase)
        && what.chars().all(|c| c.is_alphabetic() || c == ' ')
        && !is_people(what, words)
        && !danish::is_given_name(what)
        && words.under(what).is_none();
    let role = Some(what.to_lowercase());
    let names = std::iter::once(*name).chain(more.iter().copied()).collect::<Vec<_>>().join(", ");
    fits.then_some((Side { role, ..Side::default() }, names))
}

/// A name that is no label with people behind a colon: `Dansk Havneforbund: Bo Holm`.
pub(super) fn with_names<'a>(text: &'a str, words: &Words) -> Option<(&'a str, &'a str)> {
    let (side, names) = text.split_once(':')?;
    let names = names.trim();
    let side = side.trim_start_matches(['-', '–', '*', '•', ' ']);
    let short = side.split_whitespace().count() <= 5 && side.chars().count() > 1;
    let proper = side.starts_with(char::is_uppercase) && !side.contains([',', '(']);
    // `KT: Karen Thulin`, but `SF: Karen Thulin`
    let initials =
        side.chars().all(char::is_uppercase) && side.chars().next() == names.chars().next();
    (short && proper && !initials && is_people(names, words)).then_some((side, names))
}
