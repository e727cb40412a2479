//! Bodies that have to do with each other: a council and its committees, a body under its new name.
//!
//! In: who is in each meeting. Out: the number of its circle for each body. Within a circle one name is
//! one person. Deliberately absent: what bodies are called, but for a name that goes on where another
//! ends.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use danish::name_key;

use super::Cast;

/// So many persons of the same full names make two bodies a circle. Two offices that have nothing to do
/// with each other share one by chance now and then; no source.
const SHARED: usize = 3;

/// The circle of each body, numbered in the order of bodies.
pub(super) fn circles(casts: &[Cast]) -> HashMap<String, usize> {
    let mut people: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for cast in casts {
        let own = people.entry(&cast.body).or_default();
        let names = cast.listed.iter().chain(&cast.speaking).map(|name| name_key(name));
        own.extend(names.filter(|name| is_full(name)));
    }
    let bodies: Vec<&str> = people.keys().copied().collect();
    let mut sets = Sets::new(bodies.len());
    let mut with_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (nth, names) in people.values().enumerate() {
        for name in names {
            with_name.entry(name).or_default().push(nth);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in with_name.values() {
        for (at, one) in holders.iter().enumerate() {
            for other in holders.iter().skip(at + 1) {
                *shared.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let n_people: Vec<usize> = people.values().map(BTreeSet::len).collect();
    for ((one, other), n_shared) in shared {
        let smaller = n_people.get(one).min(n_people.get(other)).copied().unwrap_or_default();
        // Small bodies have no three to share.
        if n_shared >= SHARED || (n_shared + 1 == SHARED && 2 * n_shared > smaller) {
            sets.join(one, other);
        }
    }
    for (nth, body) in bodies.iter().enumerate() {
        for (end, _) in body.match_indices('-') {
            let beginning = body.get(..end).unwrap_or_default();
            // One word alone, `bestyrelsen`, is the name of many.
            if beginning.contains('-')
                && let Ok(other) = bodies.binary_search(&beginning)
            {
                sets.join(nth, other);
            }
        }
    }
    bodies.iter().enumerate().map(|(nth, body)| ((*body).to_owned(), sets.of(nth))).collect()
}

/// Given name and surname at least, none of them cut to a letter.
fn is_full(name: &str) -> bool {
    name.contains(' ') && name.split(' ').all(|word| word.chars().count() > 1)
}

/// Disjoint sets of numbers; each is called by its smallest.
#[derive(Debug)]
pub(super) struct Sets {
    above: Vec<usize>,
}

impl Sets {
    /// Each number alone.
    pub(super) fn new(len: usize) -> Sets {
        Sets { above: (0..len).collect() }
    }

    /// The set of a number.
    pub(super) fn of(&self, mut number: usize) -> usize {
        while let Some(above) = self.above.get(number)
            && *above != number
        {
            number = *above;
        }
        number
    }

    /// Makes two sets one.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        if let Some(above) = self.above.get_mut(one.max(other)) {
            *above = one.min(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_a_circle_by_their_people_or_their_name() {
        let all = ["Ulla Brask", "Torben Ask", "Mie Falk", "Ida Holm"];
        for (one, ours, other, theirs, is_circle) in [
            ("byraadet", &all[..], "fagudvalget", &all[..3], true),
            ("byraadet", &all[..], "havneraadet", &all[3..], false),
            ("byraadet", &all[..], "havneraadet", &all[2..], true),
            ("vandraad-nord", &all[..1], "vandraad-nord-ekstra", &all[3..], true),
            ("bestyrelsen", &all[..1], "bestyrelsen-for-havnen", &all[3..], false),
            ("byraadet", &[][..], "fagudvalget", &[][..], false),
        ] {
            let cast = |body: &str, names: &[&str]| Cast {
                body: body.to_owned(),
                date: None,
                listed: names.iter().map(|name| (*name).to_owned()).collect(),
                speaking: Vec::new(),
            };
            let found = circles(&[cast(one, ours), cast(other, theirs)]);
            assert_eq!(found[one] == found[other], is_circle, "{one} {ours:?} {other} {theirs:?}");
        }
        assert!(!is_full("m lage") && !is_full("lage"));
    }
}
