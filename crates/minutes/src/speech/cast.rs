//! The people who may speak: those of the header, and those whom the text brings in.
//!
//! In: the header's people, then names as the text has them. Out: whom a run of words names.
//! Deliberately absent: verbs, and who speaks.

use std::cell::RefCell;

use danish::{Gender, given_name_gender};

use super::spelling::{fold, slips, within};
use super::token::Token;
use crate::verbs::Map;
use crate::{Attendee, Presence};

/// A person of the meeting.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    /// Full name.
    pub name: String,
    /// Role as the header prints it.
    pub role: Option<String>,
    /// Role and affiliation in lower case, to tell whose chair a chair is.
    pub about: String,
    /// Known from the given name, or from a pronoun that could mean nobody else.
    pub gender: Option<Gender>,
    /// Whether they were there.
    pub present: bool,
    parts: Vec<String>,
}

/// The people, findable by any part of their names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast {
    pub people: Vec<Person>,
    by_part: Map<Vec<usize>>,
    by_initials: Map<Vec<usize>>,
    guessed_initials: Map<Vec<usize>>,
    bodies: Vec<String>,
    /// How many people the header lists.
    listed: usize,
    /// Words with a capital that turned out to name nobody: most sentences begin with one.
    no_names: RefCell<Map<()>>,
    /// Runs of words whose bearer was asked for before.
    asked: RefCell<Map<(Match, bool)>>,
}

/// What a name in the text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// One person.
    One(usize),
    /// Several would fit.
    Several,
    /// Nobody bears it.
    Nobody,
}

impl Cast {
    /// The people of a header.
    pub fn new(attendees: &[Attendee]) -> Cast {
        let mut cast = Cast::default();
        for attendee in attendees {
            if attendee.name.trim().is_empty() {
                continue;
            }
            let id = cast.add(&attendee.name);
            cast.listed += 1;
            let person = &mut cast.people[id];
            person.role = attendee.role.clone();
            person.present = matches!(attendee.presence, Presence::Present | Presence::Substitute);
            let affiliation = attendee.affiliation.as_deref().unwrap_or_default();
            person.about =
                format!("{} {affiliation}", attendee.role.as_deref().unwrap_or_default())
                    .to_lowercase();
            if let Some(initials) = &attendee.initials {
                cast.by_initials.entry(initials.clone()).or_default().push(id);
                // Whoever has initials of their own is meant by no others.
                for ids in cast.guessed_initials.values_mut() {
                    ids.retain(|&other| other != id);
                }
            }
            if affiliation.chars().count() <= 5 {
                cast.bodies.push(affiliation.to_owned());
            }
        }
        cast
    }

    /// Whether a header told who is there. Where none did, whoever is named may be.
    pub fn is_listed(&self) -> bool {
        self.listed > 2
    }

    /// Learns from `Fru` and `Hr.` what a name alone does not tell.
    pub fn learn_gender(&mut self, id: usize, title: &str) {
        let gender = match title {
            "Fru" | "fru" | "Frk" | "frk" | "Frøken" | "frøken" => Gender::Female,
            "Hr" | "hr" => Gender::Male,
            _ => return,
        };
        if let Some(person) = self.people.get_mut(id) {
            person.gender = person.gender.or(Some(gender));
        }
    }

    /// Adds a person by full name, present.
    pub fn add(&mut self, name: &str) -> usize {
        self.no_names.get_mut().clear();
        self.asked.get_mut().clear();
        let id = self.people.len();
        let parts: Vec<String> = name
            .split_whitespace()
            .map(|word| fold(word).into_owned())
            .filter(|part| !part.is_empty())
            .collect();
        for (at, part) in parts.iter().enumerate() {
            let people = self.by_part.entry(part.clone()).or_default();
            if !parts[..at].contains(part) {
                people.push(id);
            }
        }
        let letters = danish::initials(name);
        self.guessed_initials.entry(letters).or_default().push(id);
        if let (Some(given), Some(last)) =
            (name.split_whitespace().next(), name.split_whitespace().last())
        {
            let short: String = given.chars().take(1).chain(last.chars().take(1)).collect();
            let ids = self.guessed_initials.entry(short).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        self.people.push(Person {
            name: name.to_owned(),
            gender: given_name_gender(name),
            present: true,
            parts,
            ..Person::default()
        });
        id
    }

    /// Whom a run of name words stands for, and whether its last word is in the genitive.
    pub fn named(&self, words: &[&str]) -> (Match, bool) {
        let key = words.join(" ");
        if let Some(known) = self.asked.borrow().get(&key) {
            return *known;
        }
        let found = self.bearer(words);
        self.asked.borrow_mut().insert(key, found);
        found
    }

    fn bearer(&self, words: &[&str]) -> (Match, bool) {
        // Most capitals name nobody: then neither the first nor the last word is part of a name.
        let owner = words.last().and_then(|last| danish::without_genitive(last));
        let ends = [words.first(), words.last(), owner.as_ref()].into_iter().flatten();
        if !ends.into_iter().any(|word| self.by_part.contains_key(&*fold(word))) {
            return (Match::Nobody, false);
        }
        let mut folded: Vec<String> = words.iter().map(|w| fold(w).into_owned()).collect();
        let plain = self.folded_name(&folded);
        if plain != Match::Nobody {
            return (plain, false);
        }
        if let (Some(last), Some(folded_last)) = (words.last(), folded.last_mut())
            && let Some(base) = danish::without_genitive(last)
        {
            let written = std::mem::replace(folded_last, fold(base).into_owned());
            let owner = self.folded_name(&folded);
            if owner != Match::Nobody {
                return (owner, true);
            }
            if let Some(last) = folded.last_mut() {
                *last = written;
            }
        }
        (self.misspelt(&folded), false)
    }

    /// The person whose name differs in one letter.
    fn misspelt(&self, words: &[String]) -> Match {
        let ([first, _, ..], Some(last)) = (words, words.last()) else { return Match::Nobody };
        let bearers = [first, last].into_iter().filter_map(|w| self.by_part.get(w)).flatten();
        let near = bearers.filter(|&&id| {
            let parts = &self.people[id].parts;
            parts.len() == words.len()
                && parts.iter().zip(words).map(|(p, w)| slips(p, w)).sum::<usize>() <= 1
        });
        self.only(near).unwrap_or(Match::Nobody)
    }

    fn folded_name(&self, words: &[String]) -> Match {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return Match::Nobody };
        let bearers = |word: &String| self.by_part.get(word).map(Vec::as_slice).unwrap_or_default();
        if words.len() == 1 {
            let exact = bearers(first).iter().filter(|&&id| self.people[id].parts.len() == 1);
            let given =
                bearers(first).iter().filter(|&&id| self.people[id].parts.first() == Some(first));
            let surname =
                bearers(first).iter().filter(|&&id| self.people[id].parts.last() == Some(first));
            return self
                .only(exact)
                .or_else(|| self.only(given))
                .or_else(|| self.only(surname))
                .unwrap_or(Match::Nobody);
        }
        let exact = bearers(first).iter().filter(|&&id| self.people[id].parts == words);
        let shorter = bearers(first).iter().filter(|&&id| {
            let parts = &self.people[id].parts;
            parts.first() == Some(first)
                && (within(words, parts) || (parts.last() == Some(last) && within(parts, words)))
        });
        let given_only = bearers(first).iter().filter(|&&id| self.people[id].parts == words[..1]);
        // `Finn T.` for the one Finn whose later names begin so.
        let cut = bearers(first).iter().filter(|&&id| {
            let parts = &self.people[id].parts;
            last.chars().count() == 1
                && words.len() == 2
                && parts.first() == Some(first)
                && parts.iter().skip(1).any(|p| p.starts_with(last.as_str()))
        });
        let initial = bearers(last).iter().filter(|&&id| {
            let parts = &self.people[id].parts;
            parts.last() == Some(last)
                && words.len() <= parts.len()
                && words[..words.len() - 1]
                    .iter()
                    .zip(parts)
                    .all(|(w, p)| p == w || (w.chars().count() == 1 && p.starts_with(w.as_str())))
        });
        // `Kvist Bonde` for `Anders Kvist Bonde`.
        let tail = bearers(last).iter().filter(|&&id| self.people[id].parts.ends_with(words));
        self.only(exact)
            .or_else(|| self.only(shorter))
            .or_else(|| self.only(tail))
            .or_else(|| self.only(given_only))
            .or_else(|| self.only(initial))
            .or_else(|| self.only(cut))
            .unwrap_or(Match::Nobody)
    }

    /// One person, those present before those absent; `None` when there are none at all.
    fn only<'a>(&self, ids: impl Iterator<Item = &'a usize>) -> Option<Match> {
        let mut ids: Vec<usize> = ids.copied().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() > 1 && ids.iter().any(|&id| self.people[id].present) {
            ids.retain(|&id| self.people[id].present);
        }
        match ids[..] {
            [] => None,
            [id] => Some(Match::One(id)),
            _ => Some(Match::Several),
        }
    }

    /// Whom initials stand for: as the header lists them, or else as the names make them.
    pub fn by_initials(&self, word: &str) -> Match {
        let letters = word.chars().count();
        let upper = word.chars().next().is_some_and(char::is_uppercase);
        if let Some(ids) = self.by_initials.get(word) {
            return self.only(ids.iter()).unwrap_or(Match::Nobody);
        }
        let capitals =
            (2..=4).contains(&letters) && upper && word.chars().all(|c| c.is_uppercase());
        if !capitals || self.bodies.iter().any(|b| b == word) {
            return Match::Nobody;
        }
        self.guessed_initials
            .get(word)
            .and_then(|ids| self.only(ids.iter()))
            .unwrap_or(Match::Nobody)
    }

    /// Learns initials that the text gives in brackets after a name: `Ulla Toft (UT)`.
    pub fn learn_initials(&mut self, tokens: &[Token<'_>]) {
        for window in tokens.windows(4) {
            let [last, open, letters, close] = window else { continue };
            let bracketed = open.is("(") && close.is(")") && letters.capital && last.capital;
            if !bracketed || self.by_initials.contains_key(letters.text) {
                continue;
            }
            if let Some(Match::One(id)) =
                self.guessed_initials.get(letters.text).and_then(|ids| self.only(ids.iter()))
                && letters.text.chars().count() >= 2
                && self.people[id].parts.last().is_some_and(|part| *part == fold(last.text))
            {
                self.no_names.get_mut().clear();
                self.by_initials.insert(letters.text.to_owned(), vec![id]);
            }
        }
    }

    /// The one person present who is listed for an organisation, given in lower case.
    pub fn sole_member(&self, organisation: &str) -> Option<usize> {
        let belongs = |p: &Person| {
            p.present
                && p.about.split(|c: char| !c.is_alphanumeric()).any(|word| word == organisation)
        };
        let mut members = (0..self.people.len()).filter(|&id| belongs(&self.people[id]));
        members.next().filter(|_| members.next().is_none())
    }

    /// Whether somebody present is listed for an organisation, given by a word of its name in lower
    /// case.
    pub fn has_members(&self, organisation: &str) -> bool {
        organisation.chars().count() > 3
            && self.people.iter().any(|p| {
                p.present
                    && p.about.contains(organisation)
                    && p.about.split(|c: char| !c.is_alphanumeric()).any(|w| w == organisation)
            })
    }

    /// Whether a single word is known to name nobody.
    pub fn is_no_name(&self, word: &str) -> bool {
        self.no_names.borrow().contains_key(word)
    }

    /// Remembers that a single word names nobody, until somebody joins.
    pub fn note_no_name(&self, word: &str) {
        self.no_names.borrow_mut().insert(word.to_owned(), ());
    }

    /// Whether initials are listed in the header.
    pub fn lists_initials(&self, word: &str) -> bool {
        self.by_initials.contains_key(word)
    }

    /// Whether any part of a name is this word. A quick look before a slow one.
    pub fn has_part(&self, token: &Token<'_>) -> bool {
        let folded = fold(token.text);
        self.by_part.contains_key(&*folded)
            || danish::without_genitive(&folded).is_some_and(|base| self.by_part.contains_key(base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cast() -> Cast {
        let person = |name: &str, initials: Option<&str>, presence| Attendee {
            name: name.into(),
            initials: initials.map(str::to_owned),
            presence,
            ..Attendee::default()
        };
        Cast::new(&[
            person("Mette Lindholm Storgaard", None, Presence::Present),
            person("Per Rask", None, Presence::Present),
            person("Per Vang", None, Presence::Present),
            person("Jens Bruun-Dahl", None, Presence::Present),
            person("Ida Rask", None, Presence::Apology),
            person("Ulla Toft", None, Presence::Present),
        ])
    }

    #[test]
    fn names_in_the_text() {
        let cast = cast();
        let table: &[(&str, Option<&str>, bool)] = &[
            ("Mette Lindholm", Some("Mette Lindholm Storgaard"), false),
            ("Mette Storgaard", Some("Mette Lindholm Storgaard"), false),
            ("Mette", Some("Mette Lindholm Storgaard"), false),
            ("Mettes", Some("Mette Lindholm Storgaard"), true),
            ("Jens", Some("Jens Bruun-Dahl"), false),
            ("Storgård", Some("Mette Lindholm Storgaard"), false),
            ("Rask", Some("Per Rask"), false),
            ("Per", None, false),
            ("Per Vangs", Some("Per Vang"), true),
            ("U. Toft", Some("Ulla Toft"), false),
            ("Ula Toft", None, false),
            ("Mette Lindhlm Storgaard", Some("Mette Lindholm Storgaard"), false),
            ("Mette Hansen", None, false),
            ("Jens Dahl", None, false),
        ];
        for (text, want, genitive) in table {
            let words: Vec<&str> = text.split(' ').collect();
            let (found, is_genitive) = cast.named(&words);
            let name = match found {
                Match::One(id) => Some(cast.people[id].name.as_str()),
                _ => None,
            };
            assert_eq!(name, *want, "{text}");
            assert!(name.is_none() || is_genitive == *genitive, "{text} genitive");
        }
    }

    #[test]
    fn initials_as_the_names_make_them() {
        let cast = cast();
        let table =
            [("UT", true), ("MLS", true), ("MS", true), ("PR", true), ("KL", false), ("ut", false)];
        for (text, want) in table {
            assert_eq!(matches!(cast.by_initials(text), Match::One(_)), want, "{text}");
        }
    }
}
