//! Names of one circle of bodies → groups that are one person each.
//!
//! | rule | joins | only if |
//! |---|---|---|
//! | shortened | `Mette Lindstrøm`, `Mette Lage` with `Mette Lindstrøm Lage` | one full name fits |
//! | initials | `M. Lage` with `Mette Lindstrøm Lage` | one full name fits |
//! | a slip | `Mette Lindstrøn` with `Mette Lindstrøm` | one letter, same body and period, and far rarer |
//!
//! Never two that are listed in one meeting, and never a name that a person has given. Titles, brackets
//! and spelling (`Aage`, `Åge`) the name key has settled before. Deliberately absent: surnames alone.

use std::collections::{BTreeMap, BTreeSet};

use danish::{is_given_name, name_matches};

use super::circle::Sets;
use super::{Facts, Names};

/// Longest time between two ways of writing a name of which one may be a slip, in days: two years'
/// minutes lie on either side of most slips; no source.
const PERIOD_DAYS: i32 = 400;
/// Shortest word in which a letter may be a slip.
const SLIP_LETTERS: usize = 4;
/// Most words of a name whose shortened forms are looked for; there are two for each word more.
const MAX_WORDS: usize = 6;

/// The groups, each in the order of the alphabet.
pub(super) fn groups<'a>(names: &'a Names, given: &BTreeSet<String>) -> Vec<Vec<&'a str>> {
    let all: Vec<(&str, &Facts)> =
        names.iter().map(|(name, facts)| (name.as_str(), facts)).collect();
    let number: BTreeMap<&str, usize> =
        all.iter().enumerate().map(|(nth, (name, _))| (*name, nth)).collect();
    let free: BTreeSet<usize> = (0..all.len())
        .filter(|nth| all.get(*nth).is_some_and(|(name, _)| !given.contains(*name)))
        .collect();
    let mut sets = Sets::new(all.len());
    let mut pairs = shortened(&all, &number, &free);
    pairs.extend(slips(&all, &free));
    for (one, other) in pairs {
        // Two that are joined to a third may still be two: all of a group must be apart in the lists.
        let mut meetings: BTreeSet<usize> = BTreeSet::new();
        let mut is_apart = sets.of(one) != sets.of(other);
        for set in [sets.of(one), sets.of(other)] {
            let own = free.iter().filter(|nth| sets.of(**nth) == set);
            let own = own.filter_map(|nth| all.get(*nth)).flat_map(|(_, facts)| &facts.listed);
            let own: BTreeSet<usize> = own.copied().collect();
            is_apart &= own.is_disjoint(&meetings);
            meetings.extend(own);
        }
        if is_apart {
            sets.join(one, other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (nth, (name, _)) in all.iter().enumerate() {
        groups.entry(sets.of(nth)).or_default().push(name);
    }
    groups.into_values().collect()
}

/// Each shortened name with the only full name that it may stand for.
fn shortened(
    all: &[(&str, &Facts)],
    number: &BTreeMap<&str, usize>,
    free: &BTreeSet<usize>,
) -> Vec<(usize, usize)> {
    // Short name → full names.
    let mut full: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut by_surname: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for nth in free {
        let Some((name, _)) = all.get(*nth) else { continue };
        let words: Vec<&str> = name.split(' ').collect();
        if let (Some(surname), true) = (words.last(), words.len() > 1) {
            by_surname.entry(surname).or_default().push(*nth);
        }
        if !(3..=MAX_WORDS).contains(&words.len()) {
            continue;
        }
        let later = words.get(1..).unwrap_or_default();
        // Every choice of later names but none and all.
        for choice in 1..(1_usize << later.len()) - 1 {
            let kept = later.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1);
            let kept = words.iter().take(1).chain(kept.map(|(_, word)| word));
            let short = kept.copied().collect::<Vec<_>>().join(" ");
            if let Some(short) = number.get(short.as_str()).filter(|nth| free.contains(nth)) {
                full.entry(*short).or_default().insert(*nth);
            }
        }
    }
    for nth in free {
        let Some((name, _)) = all.get(*nth) else { continue };
        let has_initial = name.split(' ').any(|word| word.chars().count() == 1);
        let Some(surname) = name.split(' ').next_back().filter(|_| has_initial) else { continue };
        for other in by_surname.get(surname).into_iter().flatten() {
            let fits = all.get(*other).is_some_and(|(full, _)| {
                let is_whole = full.split(' ').all(|word| word.chars().count() > 1);
                is_whole && name_matches(name, full)
            });
            if fits {
                full.entry(*nth).or_default().insert(*other);
            }
        }
    }
    // A shortened form of the only full name is no second one that fits.
    let only = |fulls: &BTreeSet<usize>| {
        let longest = fulls.iter().max_by_key(|nth| all.get(**nth).map_or(0, |(n, _)| n.len()))?;
        let fits = |other: &usize| {
            other == longest || full.get(other).is_some_and(|fulls| fulls.contains(longest))
        };
        fulls.iter().all(fits).then_some(*longest)
    };
    full.iter().filter_map(|(short, fulls)| Some((*short, only(fulls)?))).collect()
}

/// Pairs of names of which one is a slip for the other.
fn slips(all: &[(&str, &Facts)], free: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    // All words but one, with the place of that one → names.
    let mut alike: BTreeMap<String, Vec<(usize, &str, usize)>> = BTreeMap::new();
    for nth in free {
        let Some((name, _)) = all.get(*nth) else { continue };
        let words: Vec<&str> = name.split(' ').collect();
        if words.len() < 2 {
            continue;
        }
        for (at, word) in words.iter().enumerate() {
            let rest = words.iter().enumerate().map(|(n, word)| if n == at { "*" } else { word });
            let rest = rest.collect::<Vec<_>>().join(" ");
            alike.entry(rest).or_default().push((*nth, *word, at));
        }
    }
    let mut pairs = Vec::new();
    for names in alike.values() {
        for (nth, (one, word, at)) in names.iter().enumerate() {
            for (other, other_word, _) in names.iter().skip(nth + 1) {
                let both_given = *at == 0 && is_given_name(word) && is_given_name(other_word);
                let facts = all.get(*one).zip(all.get(*other));
                if !both_given
                    && is_one_letter_off(word, other_word)
                    && facts.is_some_and(|(one, other)| may_be_slip(one.1, other.1))
                {
                    pairs.push((*one, *other));
                }
            }
        }
    }
    pairs
}

/// Whether one letter is another, too many or missing, or two have changed places; never the first.
fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().min(other.len()) < SLIP_LETTERS || one.first() != other.first() {
        return false;
    }
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tail = |word: &[char], skipped: usize| {
        word.get(same + skipped..).map(<[char]>::to_vec).unwrap_or_default()
    };
    match one.len().abs_diff(other.len()) {
        0 => {
            let swapped =
                one.get(same) == other.get(same + 1) && one.get(same + 1) == other.get(same);
            tail(&one, 1) == tail(&other, 1) || (swapped && tail(&one, 2) == tail(&other, 2))
        }
        1 if one.len() > other.len() => tail(&one, 1) == tail(&other, 0),
        1 => tail(&one, 0) == tail(&other, 1),
        _ => false,
    }
}

/// Same body, same period, and one of them at most half as often as the other.
fn may_be_slip(one: &Facts, other: &Facts) -> bool {
    let (rare, usual) = (
        one.meetings.len().min(other.meetings.len()),
        one.meetings.len().max(other.meetings.len()),
    );
    let is_near = match (one.days, other.days) {
        (Some((a, b)), Some((c, d))) => {
            let days =
                |from: danish::Date, to: danish::Date| to.since(from).map_or(0, |s| s.get_days());
            days(b, c) <= PERIOD_DAYS && days(d, a) <= PERIOD_DAYS
        }
        _ => true,
    };
    2 * rare <= usual && is_near && one.bodies.intersection(&other.bodies).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use danish::Date;

    /// Names with the years of the meetings where they are listed, and whether they are one.
    fn is_one(one: (&str, &[i16]), other: (&str, &[i16])) -> bool {
        let mut names = Names::new();
        for (nth, (name, years)) in [one, other].into_iter().enumerate() {
            let facts = names.entry(danish::name_key(name)).or_default();
            for year in years {
                let date = Date::new(*year, 5, 4).unwrap();
                // A meeting a year, but what is written `-` was another meeting of that year.
                let meeting = usize::from(year.unsigned_abs()) * 2 + nth;
                facts.listed.insert(meeting);
                facts.meetings.insert(meeting);
                facts.bodies.insert("raadet".to_owned());
                let (first, last) = facts.days.unwrap_or((date, date));
                facts.days = Some((first.min(date), last.max(date)));
            }
        }
        groups(&names, &BTreeSet::new()).len() == 1
    }

    #[test]
    fn names_that_are_one_person_and_names_that_are_not() {
        for (one, other, expected) in [
            (("Mette Lindstrøm", &[2019][..]), ("Mette Lindstrøm Lage", &[2021][..]), true),
            (("Mette Lage", &[2019]), ("Mette Lindstrøm Lage", &[2021]), true),
            (("M. L. Lage", &[2019]), ("Mette Lindstrøm Lage", &[2021]), true),
            (("Lindstrøm Lage", &[2019]), ("Mette Lindstrøm Lage", &[2021]), false),
            (("Lage", &[2019]), ("Mette Lindstrøm Lage", &[2021]), false),
            (("Mette Holm", &[2019]), ("Mette Lindstrøm Lage", &[2021]), false),
            (("Mette Lindstrøn", &[2020]), ("Mette Lindstrøm", &[2019, 2020, 2021]), true),
            (("Mette Lindtsrøm", &[2020]), ("Mette Lindstrøm", &[2019, 2020, 2021]), true),
            (("Mette Lindstøm", &[2020]), ("Mette Lindstrøm", &[2019, 2020]), true),
            // As often, or years apart.
            (("Mette Lindstrøn", &[2020]), ("Mette Lindstrøm", &[2020]), false),
            (("Mette Lindstrøn", &[2009]), ("Mette Lindstrøm", &[2019, 2020, 2021]), false),
            // Two names that both are some, a short one, another first letter.
            (("Lone Thorup", &[2020]), ("Lene Thorup", &[2019, 2020, 2021]), false),
            (("Per Vig", &[2020]), ("Per Vik", &[2019, 2020, 2021]), false),
            (("Per Hansen", &[2020]), ("Per Jansen", &[2019, 2020, 2021]), false),
        ] {
            assert_eq!(is_one(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn two_in_one_list_are_two() {
        let mut names = Names::new();
        for (name, meeting) in
            [("mette lindstrøm", 1), ("mette lindstrøm lage", 1), ("mette lindstrøm lage", 2)]
        {
            let facts = names.entry(name.to_owned()).or_default();
            facts.listed.insert(meeting);
            facts.meetings.insert(meeting);
        }
        assert_eq!(groups(&names, &BTreeSet::new()).len(), 2);
        // One short name that fits two full ones is nobody's.
        let mut names = Names::new();
        for name in ["mette lindstrøm", "mette lindstrøm lage", "mette lindstrøm holm"] {
            names.entry(name.to_owned()).or_default();
        }
        assert_eq!(groups(&names, &BTreeSet::new()).len(), 3);
    }
}
