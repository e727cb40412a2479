//! The gender that a Danish given name tells, for the pronoun rule (*han*, *hun*).
//!
//! In: a given name or a full name. Out: [`Gender`] or nothing. Deliberately absent: guesses from
//! word endings; a name that both bear, or that the list lacks, tells nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::name::fold_letters;

/// Which pronoun a given name calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// *hun*.
    Female,
    /// *han*.
    Male,
}

static NAMES: LazyLock<HashMap<String, Option<Gender>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Option<Gender>> = HashMap::new();
    for line in include_str!("../data/given-names.txt").lines() {
        let Some((mark, list)) = line.split_once(' ') else {
            continue;
        };
        let gender = match mark {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            "n" => None,
            _ => continue,
        };
        for name in list.split_whitespace() {
            names
                .entry(fold_letters(name))
                .and_modify(|known| {
                    if *known != gender {
                        *known = None;
                    }
                })
                .or_insert(gender);
        }
    }
    names
});

/// The gender of the first given name in `name` (`Lisbeth`, `Lisbeth Nielsen`), where the name tells
/// it. A double name (`Anne-Marie`, `Hans-Peter`) is looked up whole, then by its first half.
///
/// ```
/// use danish::{Gender, given_name_gender};
/// assert_eq!(given_name_gender("Lisbeth Nielsen"), Some(Gender::Female));
/// assert_eq!(given_name_gender("Aage"), Some(Gender::Male));
/// assert_eq!(given_name_gender("Kim"), None);
/// ```
///
/// **Source:** `data/given-names.txt`, written for this project.
pub fn given_name_gender(name: &str) -> Option<Gender> {
    look_up(name).flatten()
}

/// Whether the first word of `name` is a given name that the list knows, of either gender.
pub fn is_given_name(name: &str) -> bool {
    look_up(name).is_some()
}

fn look_up(name: &str) -> Option<Option<Gender>> {
    let first = name.split_whitespace().next()?.trim_matches(|c: char| !c.is_alphabetic());
    if let Some(known) = NAMES.get(&fold_letters(first)) {
        return Some(*known);
    }
    let (half, _) = first.split_once('-')?;
    NAMES.get(&fold_letters(half)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_tell_their_gender_or_nothing() {
        for (name, gender) in [
            ("Lisbeth", Some(Gender::Female)),
            ("lisbeth nielsen", Some(Gender::Female)),
            ("Åge Holm", Some(Gender::Male)),
            ("Aage Holm", Some(Gender::Male)),
            ("Anne-Marie Holm", Some(Gender::Female)),
            ("Hans-Peter Holm", Some(Gender::Male)),
            ("Kim Holm", None),
            ("Robin Holm", None),
            ("Sidsel Holm", Some(Gender::Female)),
            ("Krzysztof Holm", Some(Gender::Male)),
            ("Khadija Holm", Some(Gender::Female)),
            ("Holm", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(given_name_gender(name), gender, "{name:?}");
        }
    }

    #[test]
    fn names_that_both_bear_are_still_names() {
        assert!(is_given_name("Kim"));
        for word in ["Kommune", "Bilag", "Minde", "Rejse", "Vest", "Dag", "Sommer", "Paris"] {
            assert!(!is_given_name(word), "{word}");
        }
    }
}
