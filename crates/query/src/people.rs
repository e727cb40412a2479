//! The people of an archive: who is meant by a name, and what part they had.
//!
//! In: names as typed; meetings as stored. Out: keys, [`Person`]s. Deliberately absent: rules of
//! names (`danish::name_matches`), and who is the same as whom (`indexer` gives the keys).

use std::collections::BTreeMap;

use danish::Date;
use schema::MeetingEntry;

use crate::{Part, Person, PersonInFull, Post, QueryError};

/// Most suggestions for a name that nobody has; more help nobody.
const MAX_SUGGESTIONS: usize = 5;

/// Most words of a name that others are compared with, and most chars of one: no person or body has more,
/// and each is compared with every word of every name. No source.
const MAX_WORDS: usize = 12;
const MAX_CHARS: usize = 40;

/// Names by person key, as the term dictionary of the index has them.
pub(crate) type Directory = BTreeMap<String, Vec<String>>;

/// The persons whom a typed name or key may mean, by key. An exact key means just that one, an exact
/// name whoever has it.
pub(crate) fn candidates<'a>(directory: &'a Directory, typed: &str) -> Vec<&'a str> {
    if let Some((key, _)) = directory.get_key_value(typed) {
        return vec![key.as_str()];
    }
    let called = |fits: &dyn Fn(&String) -> bool| -> Vec<&'a str> {
        let them = directory.iter().filter(|(_, names)| names.iter().any(fits));
        them.map(|(key, _)| key.as_str()).collect()
    };
    // Two of one name, in bodies that have nothing to do with each other, have keys of their own.
    let key = schema::person_key(typed);
    let exact = called(&|name| schema::person_key(name) == key);
    if exact.is_empty() { called(&|name| danish::name_matches(typed, name)) } else { exact }
}

/// Whoever is meant: one person, or all who are called exactly so.
///
/// # Errors
/// When it fits nobody, or several by a part of their name.
pub(crate) fn meant<'a>(directory: &'a Directory, typed: &str) -> Result<Vec<&'a str>, QueryError> {
    let candidates = candidates(directory, typed);
    let key = schema::person_key(typed);
    let is_exact = |candidate: &&str| {
        let names = directory.get(*candidate).into_iter().flatten();
        names.into_iter().any(|name| schema::person_key(name) == key)
    };
    match candidates[..] {
        [_] => Ok(candidates),
        [] => Err(QueryError::NoPerson {
            typed: typed.to_owned(),
            suggestions: suggestions(directory, typed),
        }),
        _ if candidates.iter().all(is_exact) => Ok(candidates),
        ref several => Err(QueryError::ManyPersons {
            typed: typed.to_owned(),
            candidates: several
                .iter()
                .map(|key| ((*key).to_owned(), name_of(directory, key).to_owned()))
                .collect(),
        }),
    }
}

/// A name for a key: of several, the one that the key is made of.
pub(crate) fn name_of<'a>(directory: &'a Directory, key: &'a str) -> &'a str {
    let Some(names) = directory.get(key) else { return key };
    let own = names.iter().find(|name| schema::person_key(name) == key);
    own.or(names.first()).map_or(key, String::as_str)
}

/// Everybody in some meetings who is listed or speaks, by name.
pub(crate) fn people(meetings: &[MeetingEntry]) -> Vec<Person> {
    let mut gathered: BTreeMap<&str, Gathered> = BTreeMap::new();
    for meeting in meetings {
        for (key, part) in parts(meeting) {
            gathered.entry(key).or_default().add(meeting, &part);
        }
    }
    let mut people: Vec<Person> =
        gathered.into_iter().map(|(key, gathered)| gathered.person(key)).collect();
    people.sort_by(by_name);
    people
}

fn by_name(a: &Person, b: &Person) -> std::cmp::Ordering {
    (a.name.as_str(), &a.key).cmp(&(b.name.as_str(), &b.key))
}

/// Everybody in some meetings with the part they had in each, by name.
pub(crate) fn people_in_full(meetings: &[MeetingEntry]) -> Vec<PersonInFull> {
    let mut gathered: BTreeMap<&str, (Gathered, Vec<Part>)> = BTreeMap::new();
    for meeting in meetings {
        for (key, found) in parts(meeting) {
            let (person, their_parts) = gathered.entry(key).or_default();
            person.add(meeting, &found);
            their_parts.push(found.part);
        }
    }
    let mut people: Vec<PersonInFull> = gathered
        .into_iter()
        .map(|(key, (gathered, meetings))| PersonInFull { person: gathered.person(key), meetings })
        .collect();
    people.sort_by(|a, b| by_name(&a.person, &b.person));
    people
}

/// One person with the part they had in each of some meetings, in the order of the meetings.
pub(crate) fn person(meetings: &[MeetingEntry], key: &str) -> Option<PersonInFull> {
    let mut gathered = Gathered::default();
    let mut their_parts = Vec::new();
    for meeting in meetings {
        if let Some(part) = parts(meeting).remove(key) {
            gathered.add(meeting, &part);
            their_parts.push(part.part);
        }
    }
    if their_parts.is_empty() {
        return None;
    }
    Some(PersonInFull { person: gathered.person(key), meetings: their_parts })
}

/// The posts that a person had, by body, each from the first meeting that says so to the last.
pub(crate) fn posts(meetings: &[Part]) -> Vec<Post> {
    let mut posts: BTreeMap<(&str, Option<&str>), Post> = BTreeMap::new();
    for part in meetings {
        let Some(listed) = &part.listed else { continue };
        let (body, role) = (part.meeting.body.as_str(), listed.role.as_deref());
        let post = posts.entry((body, role)).or_insert_with(|| Post {
            body: body.to_owned(),
            role: role.map(str::to_owned),
            days: None,
            n_meetings: 0,
        });
        post.n_meetings += 1;
        post.days = with_day(post.days, part.meeting.date);
    }
    posts.into_values().collect()
}

/// A period with one more day in it.
pub(crate) fn with_day(days: Option<(Date, Date)>, day: Option<Date>) -> Option<(Date, Date)> {
    let Some(day) = day else { return days };
    let (first, last) = days.unwrap_or((day, day));
    Some((first.min(day), last.max(day)))
}

/// The part of a person in a meeting and the names that it uses for them.
struct Found<'a> {
    part: Part,
    names: Vec<&'a str>,
}

/// The part of everybody who had one in a meeting, by key.
fn parts(meeting: &MeetingEntry) -> BTreeMap<&str, Found<'_>> {
    let reference = meeting.reference();
    let mut parts: BTreeMap<&str, Found<'_>> = BTreeMap::new();
    let new = || Found {
        part: Part { meeting: reference.clone(), listed: None, n_statements: 0 },
        names: Vec::new(),
    };
    for person in &meeting.people {
        let found = parts.entry(&person.key).or_insert_with(new);
        found.names.push(&person.name);
        found.part.listed.get_or_insert_with(|| person.clone());
    }
    for speaker in &meeting.speakers {
        let found = parts.entry(&speaker.key).or_insert_with(new);
        found.names.push(&speaker.name);
        found.part.n_statements += speaker.n;
    }
    parts
}

/// What was gathered of one person.
#[derive(Default)]
struct Gathered {
    person: Person,
    names: BTreeMap<String, usize>,
}

impl Gathered {
    fn add(&mut self, meeting: &MeetingEntry, found: &Found<'_>) {
        for name in &found.names {
            *self.names.entry((*name).to_owned()).or_default() += 1;
        }
        let person = &mut self.person;
        person.n_meetings += 1;
        person.n_statements += found.part.n_statements;
        insert(&mut person.bodies, Some(meeting.body.as_str()).filter(|b| !b.is_empty()));
        let listed = found.part.listed.as_ref();
        insert(&mut person.roles, listed.and_then(|p| p.role.as_deref()));
        insert(&mut person.affiliations, listed.and_then(|p| p.affiliation.as_deref()));
        person.days = with_day(person.days, meeting.date);
    }

    fn person(self, key: &str) -> Person {
        // The name written most often; of equals the first in the alphabet.
        let name = self
            .names
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)))
            .map_or_else(|| key.to_owned(), |(name, _)| name.clone());
        Person { key: key.to_owned(), name, ..self.person }
    }
}

/// Adds a value to a sorted list unless it is there.
fn insert(sorted: &mut Vec<String>, value: Option<&str>) {
    if let Some(value) = value
        && let Err(place) = sorted.binary_search_by(|v| v.as_str().cmp(value))
    {
        sorted.insert(place, value.to_owned());
    }
}

/// Names that are spelt or sound nearly as what was typed; those like it in every word first.
pub(crate) fn suggestions(directory: &Directory, typed: &str) -> Vec<String> {
    let typed = words(typed);
    if !is_name(&typed) {
        return Vec::new();
    }
    let mut near: Vec<(usize, u32, &str)> = Vec::new();
    for (key, names) in directory {
        let costs = names.iter().filter_map(|name| unlike(&typed, &words(name)));
        if let Some((missed, cost)) = costs.min() {
            near.push((missed, cost, name_of(directory, key)));
        }
    }
    near.sort_unstable();
    // Whoever is like it in one word alone is only worth naming where nobody is like it in all.
    let fewest = near.first().map_or(0, |(missed, ..)| *missed);
    near.retain(|(missed, ..)| *missed == fewest);
    near.dedup_by_key(|(.., name)| *name);
    near.into_iter().take(MAX_SUGGESTIONS).map(|(.., name)| name.to_owned()).collect()
}

/// Bodies of which the words are spelt nearly as those typed, by their slugs; nearest first.
pub(crate) fn similar_bodies(slugs: &[String], typed: &str) -> Vec<String> {
    let typed = schema::slug(typed);
    let typed: Vec<String> = typed.split('-').map(str::to_owned).collect();
    if !is_name(&typed) {
        return Vec::new();
    }
    let mut near: Vec<(usize, u32, &String)> = Vec::new();
    for slug in slugs {
        let mut pieces: Vec<String> = slug.split('-').map(str::to_owned).collect();
        // Part of a name is enough: the beginning or the end of a word, of a length like that typed.
        for word in &typed {
            let n = word.chars().count();
            for length in n.saturating_sub(1)..=n + 1 {
                let beginnings = slug.split('-').map(|piece| piece.chars().take(length).collect());
                let ends = slug.split('-').map(|piece| {
                    piece.chars().skip(piece.chars().count().saturating_sub(length)).collect()
                });
                let halves: Vec<String> = beginnings.chain(ends).collect();
                pieces.extend(halves);
            }
        }
        near.extend(unlike(&typed, &pieces).map(|(missed, cost)| (missed, cost, slug)));
    }
    near.sort_unstable();
    let fewest = near.first().map_or(0, |(missed, ..)| *missed);
    near.retain(|(missed, ..)| *missed == fewest);
    near.into_iter().take(MAX_SUGGESTIONS).map(|(.., slug)| slug.clone()).collect()
}

/// Whether words may be a name at all.
fn is_name(words: &[String]) -> bool {
    words.len() <= MAX_WORDS && words.iter().all(|word| word.chars().count() <= MAX_CHARS)
}

fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '.' | ','));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// How many words of what was typed a name has nothing like, and how unlike the others are, in tenths of
/// a letter; `None` when none is like a word of it.
fn unlike(typed: &[String], name: &[String]) -> Option<(usize, u32)> {
    let mut left: Vec<&String> = name.iter().collect();
    let (mut missed, mut sum) = (0, 0);
    for word in typed {
        let costs = left.iter().enumerate().map(|(at, other)| {
            let is_initial = word.chars().count() == 1 && other.starts_with(word.as_str());
            (if is_initial { 1 } else { danish::name_distance(word, other) }, at)
        });
        match costs.min().filter(|(cost, _)| *cost <= danish::misspelling_limit(word)) {
            Some((cost, at)) => {
                left.remove(at);
                sum += cost;
            }
            None => missed += 1,
        }
    }
    (missed < typed.len()).then_some((missed, sum))
}

/// Letters to change, add or leave out between two words (Levenshtein).
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(&b) {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = *cell;
            left = changed.min(*cell + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory() -> Directory {
        ["Jan Nielsen", "Lisbeth Nielsen", "Mette Lindstrøm Lage", "Åse Brask"]
            .into_iter()
            .map(|name| (schema::person_key(name), vec![name.to_owned()]))
            .collect()
    }

    #[test]
    fn a_name_as_people_write_it_means_a_person() {
        let directory = directory();
        for (typed, expected) in [
            ("Lisbeth Nielsen", "lisbeth-nielsen"),
            ("lisbeth nielsen", "lisbeth-nielsen"),
            ("lisbeth-nielsen", "lisbeth-nielsen"),
            ("Mette Lindstrøm", "mette-lindstroem-lage"),
            ("Aase Brask", "aase-brask"),
        ] {
            assert_eq!(meant(&directory, typed).unwrap(), [expected], "{typed}");
        }
    }

    #[test]
    fn two_of_one_name_are_both_meant_by_it_and_each_by_a_key() {
        let mut directory = directory();
        directory.insert("jan-nielsen-vandraad".to_owned(), vec!["Jan Nielsen".to_owned()]);
        let forms = ["Mette Lindstrøm", "Mette Lindstrøm Lage"].map(str::to_owned).to_vec();
        directory.insert("mette-lindstroem-lage".to_owned(), forms);
        for (typed, expected) in [
            ("Jan Nielsen", &["jan-nielsen", "jan-nielsen-vandraad"][..]),
            ("jan-nielsen", &["jan-nielsen"]),
            ("jan-nielsen-vandraad", &["jan-nielsen-vandraad"]),
            ("Mette Lindstrøm", &["mette-lindstroem-lage"]),
        ] {
            assert_eq!(meant(&directory, typed).unwrap(), expected, "{typed}");
        }
        assert!(meant(&directory, "Nielsen").is_err());
        assert_eq!(name_of(&directory, "mette-lindstroem-lage"), "Mette Lindstrøm Lage");
    }

    #[test]
    fn several_and_none_are_told_apart() {
        let directory = directory();
        match meant(&directory, "Nielsen") {
            Err(QueryError::ManyPersons { candidates, .. }) => assert_eq!(candidates.len(), 2),
            other => panic!("{other:?}"),
        }
        match meant(&directory, "Lisbet Nilsen") {
            Err(QueryError::NoPerson { suggestions, .. }) => {
                assert_eq!(suggestions[0], "Lisbeth Nielsen");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn distances_are_counted() {
        for (a, b, expected) in [("mole", "mole", 0), ("mole", "mule", 1), ("havn", "have", 1)] {
            assert_eq!(distance(a, b), expected);
        }
        assert_eq!(distance("", "bro"), 3);
    }
}
