//! Who was at a meeting, in groups and in a line.
//!
//! In: the people of a meeting's header. Out: [`PeopleGroup`]s and a sentence. Deliberately absent: who
//! speaks.

use schema::{Group, PersonEntry, Presence};

use super::{links, words};

/// A list of people with its heading.
pub(super) struct PeopleGroup<'a> {
    pub name: &'static str,
    pub people: Vec<Attendee<'a>>,
}

/// A person of a meeting's header.
pub(super) struct Attendee<'a> {
    pub name: &'a str,
    pub href: String,
    pub more: String,
    /// Whether they were there.
    pub came: bool,
}

/// The lists of a header that have somebody in them.
pub(super) fn groups(people: &[PersonEntry]) -> Vec<PeopleGroup<'_>> {
    [Group::Member, Group::Other, Group::Presenter, Group::Absent]
        .into_iter()
        .map(|group| PeopleGroup {
            name: words::group(group),
            people: people.iter().filter(|p| p.group == group).map(attendee).collect(),
        })
        .filter(|group| !group.people.is_empty())
        .collect()
}

/// How many came, and how many did not: `Deltagere: 9 til stede, 1 afbud`.
pub(super) fn attendance(people: &[PersonEntry]) -> String {
    let n = |presence| people.iter().filter(|p| p.presence == presence).count();
    words::attendance(
        n(Presence::Present) + n(Presence::Substitute),
        n(Presence::Apology),
        n(Presence::Absent),
    )
}

fn attendee(person: &PersonEntry) -> Attendee<'_> {
    let mut more: Vec<String> =
        [&person.role, &person.affiliation].into_iter().flatten().cloned().collect();
    more.extend(words::presence(person.presence).map(str::to_owned));
    if !person.items.is_empty() {
        more.push(words::for_items(&person.items));
    }
    Attendee {
        name: &person.name,
        href: links::person(&person.key),
        more: more.join(", "),
        came: matches!(person.presence, Presence::Present | Presence::Substitute),
    }
}
