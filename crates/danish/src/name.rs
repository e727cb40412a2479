//! Person names: keys under which shortened and differently spelt names meet.
//!
//! In: a name as printed or typed. Out: its key, and whether a typed name may be a full one.
//! Deliberately absent: who a person is across documents; that needs body and date too.

use std::borrow::Cow;

/// A name in the form under which its spellings meet: lower case, titles and brackets off, single
/// spaces, `aa` = `å`, `ae` = `æ`, `oe` = `ø`, `ph` = `f`, no accents on e.
///
/// ```
/// use danish::name_key;
/// assert_eq!(name_key("Direktør Aage  Müller (V)"), name_key("Åge Müller"));
/// ```
///
/// **Known collisions:** `Michael` and `Mikael` stay apart; `Kaae` and `Kåe` meet.
pub fn name_key(name: &str) -> String {
    let plain = without_brackets(name);
    let mut words = plain
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .peekable();
    let mut key = String::with_capacity(plain.len());
    while let Some(word) = words.next() {
        // Titles go off, but not the last word.
        if key.is_empty() && words.peek().is_some() && is_title(word) {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&fold_letters(word));
    }
    key
}

/// The initials of a name: `Henrik Bang Nielsen` → `HBN`, `Agnete Lund-Mortensen` → `ALM`.
pub fn initials(name: &str) -> String {
    without_brackets(name)
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter_map(|w| w.chars().find(|c| c.is_alphabetic()))
        .filter(|c| c.is_uppercase())
        .collect()
}

/// Whether `typed` may stand for the person called `full`: the same name; a shortened one (given
/// name kept, some later names left out, in order); a surname, or a given name, alone; names cut to
/// initials (`L. Nielsen`, `Mette L. Lage`); or any of these in the genitive.
///
/// ```
/// use danish::name_matches;
/// assert!(name_matches("Mette Lindstrøm", "Mette Lindstrøm Lage"));
/// assert!(name_matches("Lisbeth Nielsens", "Lisbeth Nielsen"));
/// assert!(name_matches("Nielsen", "Jan Nielsen"));
/// assert!(!name_matches("Lisbeth Nielsen", "Jan Nielsen"));
/// ```
pub fn name_matches(typed: &str, full: &str) -> bool {
    let full = name_key(full);
    let key = name_key(typed);
    if key.is_empty() || full.is_empty() {
        return false;
    }
    key_matches(&key, &full) || genitive_bases(&key).any(|base| key_matches(&base, &full))
}

/// The full names that `typed` may stand for, best first and otherwise in the order given: exact
/// keys alone when there are any, else whatever [`name_matches`].
pub fn name_candidates<'a>(typed: &str, full_names: &[&'a str]) -> Vec<&'a str> {
    let key = name_key(typed);
    let exact: Vec<&str> =
        full_names.iter().copied().filter(|full| name_key(full) == key).collect();
    if !exact.is_empty() {
        return exact;
    }
    full_names.iter().copied().filter(|full| name_matches(typed, full)).collect()
}

/// The name without its genitive ending: `Lisbeth Nielsens` → `Lisbeth Nielsen`, `Lars'` → `Lars`.
/// Only the mark is taken off; whether the name really is a genitive, the caller must know from the
/// names that are there (`Jens` is none).
pub fn without_genitive(name: &str) -> Option<&str> {
    for mark in ["'s", "’s", "'", "’", "s"] {
        if let Some(base) = name.strip_suffix(mark)
            && base.chars().last().is_some_and(char::is_alphabetic)
        {
            return Some(base);
        }
    }
    None
}

/// Whether a word is a title that stands before names: `direktør`, `rektor`, `Gdr.`, `hr.`.
/// Compares the lower-case word, without its full stop, with a short list and with the endings of
/// Danish offices (`økonomichef`, `amtsvejinspektør`).
pub fn is_title(word: &str) -> bool {
    let word = crate::lowercase(word.trim_end_matches('.'));
    TITLES.binary_search(&&*word).is_ok()
        || TITLE_ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
}

/// In the order of their bytes.
const TITLES: [&str; 74] = [
    "advokat",
    "arbmd",
    "arkitekt",
    "bestyrelsesformand",
    "bestyrelsesmedlem",
    "bmd",
    "borgmester",
    "byrådsmedlem",
    "cand",
    "chef",
    "chefkonsulent",
    "dekan",
    "departementschef",
    "direktør",
    "dirigent",
    "dr",
    "fabrikant",
    "formand",
    "formanden",
    "forstander",
    "frk",
    "fru",
    "fuldmægtig",
    "gaardejer",
    "gartner",
    "gdr",
    "gårdejer",
    "herr",
    "hmd",
    "hr",
    "husmand",
    "ingeniør",
    "inspektør",
    "kasserer",
    "kassereren",
    "kbmd",
    "konsulent",
    "kontorchef",
    "kæmner",
    "købmand",
    "landinspektør",
    "leder",
    "lektor",
    "læge",
    "lærer",
    "mag",
    "medlem",
    "minister",
    "murer",
    "næstformand",
    "oldermand",
    "ordfører",
    "overlæge",
    "pastor",
    "ph.d",
    "prodekan",
    "professor",
    "projektleder",
    "prorektor",
    "provst",
    "regnskabschef",
    "rektor",
    "revisor",
    "rådmand",
    "sekretær",
    "skoleinspektør",
    "skoleleder",
    "smedemester",
    "sognefoged",
    "sognepræst",
    "sognerådsformand",
    "suppleant",
    "tømrer",
    "vognmand",
];

const TITLE_ENDINGS: [&str; 17] = [
    "chef",
    "direktør",
    "leder",
    "mester",
    "konsulent",
    "formand",
    "inspektør",
    "rektor",
    "dekan",
    "læge",
    "rådgiver",
    "sekretær",
    "ingeniør",
    "ordfører",
    "koordinator",
    "medarbejder",
    "repræsentant",
];

/// Lower case with the spellings joined that names vary in.
pub(crate) fn fold_letters(word: &str) -> String {
    let lower = crate::lowercase(word);
    let mut folded = String::with_capacity(lower.len());
    let mut letters = lower.chars().peekable();
    while let Some(c) = letters.next() {
        let mut joined_with = |next: char| letters.next_if_eq(&next).is_some();
        folded.push(match c {
            'a' if joined_with('a') => 'å',
            'a' if joined_with('e') => 'æ',
            'o' if joined_with('e') => 'ø',
            'p' if joined_with('h') => 'f',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ö' => 'ø',
            'ä' => 'æ',
            c => c,
        });
    }
    folded
}

fn without_brackets(name: &str) -> Cow<'_, str> {
    if !name.contains(['(', '[', ')', ']']) {
        return Cow::Borrowed(name);
    }
    let mut depth = 0usize;
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    Cow::Owned(plain)
}

fn genitive_bases(key: &str) -> impl Iterator<Item = String> {
    // The key has lost its apostrophes already where they end a word.
    without_genitive(key).map(str::to_string).into_iter()
}

fn key_matches(typed: &str, full: &str) -> bool {
    let typed: Vec<&str> = typed.split(' ').collect();
    let full: Vec<&str> = full.split(' ').collect();
    if let [word] = typed.as_slice() {
        return full.iter().enumerate().any(|(idx, name)| {
            name == word || (idx + 1 == full.len() && name.split('-').any(|half| half == *word))
        });
    }
    let (Some(first), Some(full_first)) = (typed.first(), full.first()) else {
        return false;
    };
    if !word_matches(first, full_first) {
        return false;
    }
    // The rest in order, names may be left out.
    let mut rest = full.iter().skip(1);
    typed.iter().skip(1).all(|word| rest.any(|name| word_matches(word, name)))
}

/// The same word, or an initial of it.
fn word_matches(typed: &str, full: &str) -> bool {
    typed == full || (typed.chars().count() == 1 && full.starts_with(typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_meet_for_one_name_and_part_for_two() {
        for (a, b, same) in [
            ("Aage Holm", "Åge Holm", true),
            ("Rektor Mads Volander (MV)", "Mads Volander", true),
            ("mads  volander", "Mads Volander", true),
            ("Gdr. Hans Aagaard", "Hans Ågård", true),
            ("Søren Holm", "Sören Holm", true),
            ("Mads Volander", "Mads Voland", false),
            ("Formand", "Formand", true),
            ("Lone Holm", "Lene Holm", false),
        ] {
            assert_eq!(name_key(a) == name_key(b), same, "{a:?} {b:?}");
        }
    }

    #[test]
    fn titles_are_in_order() {
        assert!(TITLES.is_sorted());
    }

    #[test]
    fn typed_names_match_full_ones() {
        for (typed, full, matches) in [
            ("Mette Lindstrøm", "Mette Lindstrøm Lage", true),
            ("Mette Lage", "Mette Lindstrøm Lage", true),
            ("Lage", "Mette Lindstrøm Lage", true),
            ("Mette", "Mette Lindstrøm Lage", true),
            ("M. Lage", "Mette Lindstrøm Lage", true),
            ("Mette L. Lage", "Mette Lindstrøm Lage", true),
            ("Lisbeth Nielsens", "Lisbeth Nielsen", true),
            ("Mortensen", "Agnete Lund-Mortensen", true),
            ("Lindstrøm Lage", "Mette Lindstrøm Lage", false),
            ("Lage Mette", "Mette Lindstrøm Lage", false),
            ("Lisbeth Nielsen", "Jan Nielsen", false),
            ("Niel", "Jan Nielsen", false),
            ("", "Jan Nielsen", false),
        ] {
            assert_eq!(name_matches(typed, full), matches, "{typed:?} {full:?}");
        }
    }

    #[test]
    fn a_surname_lists_everybody_who_bears_it() {
        let people = ["Lisbeth Nielsen", "Jan Nielsen", "Per Holm"];
        assert_eq!(name_candidates("Nielsen", &people), ["Lisbeth Nielsen", "Jan Nielsen"]);
        assert_eq!(name_candidates("jan nielsen", &people), ["Jan Nielsen"]);
        assert!(name_candidates("Hansen", &people).is_empty());
    }

    #[test]
    fn initials_take_double_names_apart() {
        assert_eq!(initials("Agnete Lund-Mortensen"), "ALM");
        assert_eq!(initials("Vibeke van der Holm (X)"), "VH");
    }
}
