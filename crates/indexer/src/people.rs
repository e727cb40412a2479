//! One person across meetings: which names, in which bodies, are one and which are two.
//!
//! In: who is in each meeting of the archive. Out: [`People`], a key for each name of each meeting. Two
//! persons of one name in bodies that have nothing else to do with each other stay two; shortened names,
//! initials and slips of one letter are one person where the archive leaves no doubt (`same`); what it
//! cannot tell, `[[name]]` rows of `referat.toml` do. Deliberately absent: who speaks (`minutes`), and
//! memory: the same archive gives the same keys.

mod circle;
mod same;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use danish::{Date, name_key};
use schema::{Entry, MeetingEntry, MeetingRef, person_key, slug};

use crate::convert;
use circle::circles;

/// Who is in a meeting.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cast {
    /// Its body; where none is known, the folder of its file.
    pub body: String,
    /// Its day.
    pub date: Option<Date>,
    /// Names in its lists, as written.
    pub listed: Vec<String>,
    /// Names of those who speak, as written.
    pub speaking: Vec<String>,
}

impl Cast {
    /// Who is in a meeting.
    pub(crate) fn of(meeting: &MeetingEntry) -> Cast {
        Cast {
            body: body(meeting),
            date: meeting.date,
            listed: meeting.people.iter().map(|person| person.name.clone()).collect(),
            speaking: meeting.speakers.iter().map(|speaker| speaker.name.clone()).collect(),
        }
    }
}

/// What stands for the body of a meeting: its name, else the folder of its file.
fn body_of(body: &str, file: &str) -> String {
    let body = slug(body);
    match file.rsplit_once('/') {
        _ if !body.is_empty() => body,
        Some((folder, _)) => format!("?{}", slug(folder)),
        None => "?".to_owned(),
    }
}

fn body(meeting: &MeetingEntry) -> String {
    body_of(&meeting.body, &meeting.file)
}

/// What persons have told about names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    /// Name keys that rows of corrections give: never taken for another by themselves.
    pub given: BTreeSet<String>,
    /// Those of them that are one person wherever they stand.
    pub one: BTreeSet<String>,
}

/// Who is who in an archive.
#[derive(Debug, Default)]
pub(crate) struct People {
    circle_of_body: HashMap<String, usize>,
    keys: HashMap<(usize, String), String>,
}

/// What the archive shows of a name in a circle of bodies.
#[derive(Debug, Clone, Default)]
struct Facts {
    /// Meetings where it is listed, by number.
    listed: BTreeSet<usize>,
    /// Meetings where it is listed or speaks.
    meetings: BTreeSet<usize>,
    bodies: BTreeSet<String>,
    days: Option<(Date, Date)>,
}

/// Names of a circle, by name key.
type Names = BTreeMap<String, Facts>;

/// Somebody, before there is a key.
struct Somebody<'a> {
    /// What the key is made of.
    key: String,
    /// First day known; those without any come last.
    first: (bool, Option<Date>),
    body: &'a str,
    circle: Option<usize>,
    names: Vec<&'a str>,
}

impl People {
    /// Finds out who is who.
    pub(crate) fn of(casts: &[Cast], told: &Told) -> People {
        let circle_of_body = circles(casts);
        let mut names: BTreeMap<usize, Names> = BTreeMap::new();
        for (nth, cast) in casts.iter().enumerate() {
            let Some(circle) = circle_of_body.get(&cast.body) else { continue };
            let names = names.entry(*circle).or_default();
            let listed = cast.listed.iter().map(|name| (name, true));
            for (name, is_listed) in listed.chain(cast.speaking.iter().map(|name| (name, false))) {
                let key = name_key(name);
                if key.is_empty() {
                    continue;
                }
                let facts = names.entry(key).or_default();
                facts.meetings.insert(nth);
                facts.bodies.insert(cast.body.clone());
                if is_listed {
                    facts.listed.insert(nth);
                }
                if let Some(date) = cast.date {
                    let (first, last) = facts.days.unwrap_or((date, date));
                    facts.days = Some((first.min(date), last.max(date)));
                }
            }
        }
        let mut all: Vec<Somebody<'_>> = Vec::new();
        let mut everywhere: BTreeMap<&str, Somebody<'_>> = BTreeMap::new();
        for (circle, names) in &names {
            for group in same::groups(names, &told.given) {
                let one = group.iter().find_map(|name| told.one.get(*name));
                let somebody = somebody(*circle, names, group);
                match one {
                    None => all.push(somebody),
                    Some(one) => {
                        let Somebody { first, body, .. } = somebody;
                        let known = everywhere.entry(one).or_insert_with(|| Somebody {
                            key: slug(one),
                            first,
                            body,
                            circle: None,
                            names: vec![one],
                        });
                        known.first = known.first.min(first);
                    }
                }
            }
        }
        all.extend(everywhere.into_values());
        let keys = keys(all, names.keys().copied());
        People { circle_of_body, keys }
    }

    /// The key of the person whom a meeting of a body calls so.
    fn key(&self, body: &str, name: &str) -> String {
        let known = self
            .circle_of_body
            .get(body)
            .and_then(|circle| self.keys.get(&(*circle, name_key(name))).cloned());
        known.unwrap_or_else(|| person_key(name))
    }

    /// The key of somebody whom a meeting names.
    pub(crate) fn key_in(&self, meeting: &MeetingRef, name: &str) -> String {
        self.key(&body_of(&meeting.body, &meeting.file), name)
    }

    /// Whether the people of a meeting have the keys that they should.
    pub(crate) fn agrees(&self, meeting: &MeetingEntry) -> bool {
        let body = body(meeting);
        let listed = meeting.people.iter().map(|person| (&person.key, &person.name));
        let speaking = meeting.speakers.iter().map(|speaker| (&speaker.key, &speaker.name));
        listed.chain(speaking).all(|(key, name)| *key == self.key(&body, name))
    }

    /// The circle of bodies that a meeting belongs to.
    pub(crate) fn circle(&self, meeting: &MeetingEntry) -> Option<usize> {
        self.circle_of_body.get(&body(meeting)).copied()
    }

    /// Gives the people of a meeting their keys.
    pub(crate) fn assign(&self, entry: &mut Entry) {
        let body = body(&entry.meeting);
        for person in &mut entry.meeting.people {
            person.key = self.key(&body, &person.name);
        }
        for speaker in entry.statements.iter_mut().filter_map(|s| s.speaker.as_mut()) {
            speaker.key = self.key(&body, &speaker.name);
        }
        convert::count_speakers(entry);
    }
}

fn somebody<'a>(circle: usize, names: &'a Names, group: Vec<&'a str>) -> Somebody<'a> {
    let facts = || group.iter().filter_map(|name| names.get(*name));
    // The fullest name; of equals the one that most meetings have, then the first in the alphabet.
    let fullness = |name: &&&str| {
        let n_words = name.split(' ').filter(|word| word.chars().count() > 1).count();
        let n_meetings = names.get(**name).map_or(0, |facts| facts.meetings.len());
        (n_words, n_meetings)
    };
    let fullest = group.iter().rev().max_by_key(fullness).map_or("", |name| *name);
    let first = facts().filter_map(|facts| facts.days).map(|(first, _)| first).min();
    let body = facts().filter_map(|facts| facts.bodies.first()).min();
    Somebody {
        key: slug(fullest),
        first: (first.is_none(), first),
        body: body.map_or("", String::as_str),
        circle: Some(circle),
        names: group,
    }
}

/// Gives each a key of their own: whoever was there first has the name alone, others of that name with
/// their body.
fn keys(
    mut all: Vec<Somebody<'_>>,
    circles: impl Iterator<Item = usize> + Clone,
) -> HashMap<(usize, String), String> {
    all.sort_by(|a, b| (a.first, a.body, &a.key).cmp(&(b.first, b.body, &b.key)));
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut later = Vec::new();
    let mut given = Vec::new();
    for one in all {
        match taken.insert(one.key.clone()) {
            true => given.push((one.key.clone(), one)),
            false => later.push(one),
        }
    }
    for one in later {
        let with_body = format!("{}-{}", one.key, slug(one.body));
        let mut key = with_body.clone();
        let mut number = 2;
        while !taken.insert(key.clone()) {
            key = format!("{with_body}-{number}");
            number += 1;
        }
        given.push((key, one));
    }
    let mut keys = HashMap::new();
    for (key, one) in given {
        let own: Vec<usize> = match one.circle {
            Some(circle) => vec![circle],
            None => circles.clone().collect(),
        };
        for circle in own {
            for name in &one.names {
                keys.insert((circle, (*name).to_owned()), key.clone());
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cast(body: &str, year: i16, names: &[&str]) -> Cast {
        Cast {
            body: body.to_owned(),
            date: Date::new(year, 3, 4).ok(),
            listed: names.iter().map(|name| (*name).to_owned()).collect(),
            speaking: Vec::new(),
        }
    }

    const OTHERS: [&str; 3] = ["Ulla Brask", "Torben Ask", "Mie Falk"];

    fn with(name: &str) -> Vec<&str> {
        OTHERS.iter().copied().chain([name]).collect()
    }

    #[test]
    fn two_of_one_name_in_different_bodies_stay_two_until_told_otherwise() {
        let casts = [
            cast("vejudvalget", 2021, &["Jens Vig", "Per Skov", "Ida Holm"]),
            cast("havneudvalget", 2019, &with("Jens Vig")),
        ];
        let people = People::of(&casts, &Told::default());
        assert_eq!(people.key("havneudvalget", "Jens Vig"), "jens-vig");
        assert_eq!(people.key("vejudvalget", "Jens Vig"), "jens-vig-vejudvalget");
        assert_eq!(people.key("vejudvalget", "Per Skov"), "per-skov");
        assert_eq!(people.key("skoleudvalget", "Jens Vig"), "jens-vig");

        let names: BTreeSet<String> = ["jens vig".to_owned()].into();
        let told = Told { given: names.clone(), one: names };
        let people = People::of(&casts, &told);
        assert_eq!(people.key("havneudvalget", "Jens Vig"), "jens-vig");
        assert_eq!(people.key("vejudvalget", "Jens Vig"), "jens-vig");
    }

    #[test]
    fn bodies_with_the_same_people_are_one_circle() {
        // A council and its committee; a body under a new name.
        let casts = [
            cast("byraadet", 2019, &with("Jens Vig")),
            cast("fagudvalget", 2020, &with("Jens Vig")),
        ];
        let people = People::of(&casts, &Told::default());
        assert_eq!(people.key("fagudvalget", "Jens Vig"), "jens-vig");
    }

    #[test]
    fn a_person_has_the_fullest_name() {
        let casts = [
            cast("raadet", 2019, &with("Mette Lindstrøm")),
            cast("raadet", 2020, &with("Mette Lindstrøm Lage")),
            cast("raadet", 2021, &with("M. Lage")),
        ];
        let people = People::of(&casts, &Told::default());
        for name in
            ["Mette Lindstrøm", "Mette Lindstrøm Lage", "M. Lage", "Direktør Mette Lindstrøm"]
        {
            assert_eq!(people.key("raadet", name), "mette-lindstroem-lage", "{name}");
        }
        // A name that a row gives stays apart from what it was parted from.
        let told = Told { given: ["mette lindstrøm".to_owned()].into(), one: BTreeSet::new() };
        let people = People::of(&casts, &told);
        assert_eq!(people.key("raadet", "Mette Lindstrøm"), "mette-lindstroem");
    }

    #[test]
    fn the_same_archive_gives_the_same_keys() {
        let mut casts = vec![
            cast("a", 2019, &["Jens Vig"]),
            cast("b", 2019, &["Jens Vig"]),
            cast("", 2018, &["Jens Vig", ""]),
        ];
        let keys = |casts: &[Cast]| {
            let people = People::of(casts, &Told::default());
            ["a", "b", ""].map(|body| people.key(body, "Jens Vig"))
        };
        let before = keys(&casts);
        assert_eq!(before, ["jens-vig-a", "jens-vig-b", "jens-vig"]);
        casts.reverse();
        assert_eq!(keys(&casts), before);
    }
}
