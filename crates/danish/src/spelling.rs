//! How unlike two words are spelt and sound, as Danes misspell: cheap where the ear or the keyboard errs.
//!
//! In: two words. Out: a cost in tenths of a letter. The costs are ours, after the mistakes that Danish
//! spelling guides warn of (silent *d*, *g*, *h*, *r* and *e*; *å* and *o*; *æ* and *e*; one consonant or
//! two; *c*, *k*, *s* and *z* in names); no published table. Deliberately absent: dictionaries, which
//! crate `query` has.

use crate::fold::fold;

/// What a whole letter costs.
pub const LETTER: u32 = 10;
/// What two neighbours that have changed places cost.
const SWAPPED: u32 = 7;
/// What words cost that differ and sound the same.
const SAME_SOUND: u32 = 3;

/// Letters that are taken for each other, with the cost.
const ALIKE: &[(&str, u32)] = &[
    ("åo", 4),
    ("åa", 5),
    ("æe", 4),
    ("æa", 6),
    ("øo", 5),
    ("øu", 7),
    ("øy", 7),
    ("øe", 7),
    ("ei", 7),
    ("iy", 5),
    ("ij", 5),
    ("uv", 6),
    ("vw", 3),
    ("ck", 3),
    ("cs", 4),
    ("sz", 3),
    ("kq", 3),
    ("dt", 5),
    ("bp", 5),
    ("gk", 5),
    ("fv", 7),
    ("sx", 6),
    ("gj", 6),
    ("vb", 7),
];
/// The rows of a Danish keyboard.
const ROWS: [&str; 3] = ["qwertyuiopå", "asdfghjklæø", "zxcvbnm"];
/// What a letter beside the right one costs.
const BESIDE: u32 = 8;

/// How unlike two words are spelt, in tenths of a letter; case and digraphs (`aa` for `å`) are nothing.
///
/// ```
/// use danish::spelling_distance;
/// assert_eq!(spelling_distance("Ældreråd", "aeldreraad"), 0);
/// assert!(spelling_distance("adgangstyring", "adgangsstyring") < 5);
/// assert!(spelling_distance("havn", "bro") >= 30);
/// ```
pub fn spelling_distance(a: &str, b: &str) -> u32 {
    let (a, b) = (letters(a), letters(b));
    // Three rows are kept: two letters may have changed places.
    let mut before: Vec<u32> = Vec::new();
    let mut last: Vec<u32> = vec![0];
    for at in 0..b.len() {
        let cost = last.get(at).copied().unwrap_or_default() + left_out(&b, at);
        last.push(cost);
    }
    for (i, &one) in a.iter().enumerate() {
        let mut row = vec![last.first().copied().unwrap_or_default() + left_out(&a, i)];
        for (j, &other) in b.iter().enumerate() {
            let cell = |row: &[u32], at: usize| row.get(at).copied().unwrap_or(u32::MAX / 2);
            let mut best = cell(&last, j) + changed(one, other);
            best = best.min(cell(&last, j + 1) + left_out(&a, i));
            best = best.min(cell(&row, j) + left_out(&b, j));
            let swapped = i > 0
                && j > 0
                && a.get(i - 1) == Some(&other)
                && b.get(j - 1) == Some(&one)
                && one != other;
            if swapped {
                best = best.min(cell(&before, j - 1) + SWAPPED);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

/// How unlike two words of names are: as they are spelt, or next to nothing where they sound the same.
///
/// ```
/// use danish::name_distance;
/// assert_eq!(name_distance("Christensen", "Kristensen"), 3);
/// assert!(name_distance("Kirsten", "Kristen") < 10);
/// assert!(name_distance("Lone", "Lene") >= 10);
/// ```
pub fn name_distance(a: &str, b: &str) -> u32 {
    let spelt = spelling_distance(a, b);
    if spelt > SAME_SOUND && sound(a) == sound(b) { SAME_SOUND } else { spelt }
}

/// The greatest distance at which a word of so many letters is still taken for a misspelling; no
/// source, chosen so that short words are not taken for each other (`vej`, `vand`).
pub fn misspelling_limit(word: &str) -> u32 {
    match letters(word).len() {
        0..=3 => LETTER / 2,
        4..=5 => LETTER,
        6..=8 => LETTER * 3 / 2,
        _ => LETTER * 2,
    }
}

/// The letters of a word, `å`, `ø` and `æ` each one.
fn letters(word: &str) -> Vec<char> {
    fold(word).replace("aa", "å").replace("ae", "æ").replace("oe", "ø").chars().collect()
}

/// What it costs that a letter of a word is missing in the other spelling.
fn left_out(word: &[char], at: usize) -> u32 {
    let Some(letter) = word.get(at) else { return LETTER };
    let before = at.checked_sub(1).and_then(|before| word.get(before));
    let after = word.get(at + 1);
    if before == Some(letter) || after == Some(letter) {
        return 4;
    }
    let is = |neighbour: Option<&char>, of: &str| neighbour.is_some_and(|c| of.contains(*c));
    match letter {
        'd' if is(before, "lnr") || is(after, "tsg") => 4,
        't' if is(before, "d") => 4,
        'h' if is(after, "vj") || is(before, "tc") => 4,
        'g' if is(before, "ieyø") => 6,
        'r' if is(before, VOWELS) => 7,
        'e' if before.is_some() => 7,
        's' if before.is_some() && after.is_some() => 7,
        ' ' | '-' => 2,
        _ => LETTER,
    }
}

const VOWELS: &str = "aeiouyæøå";

/// What it costs that one letter stands for another.
fn changed(a: char, b: char) -> u32 {
    if a == b {
        return 0;
    }
    let alike = ALIKE.iter().find(|(pair, _)| pair.contains(a) && pair.contains(b));
    if let Some((_, cost)) = alike {
        return *cost;
    }
    let place = |c| {
        ROWS.iter().enumerate().find_map(|(row, keys)| {
            keys.chars().position(|key| key == c).map(|column| (row, column))
        })
    };
    match (place(a), place(b)) {
        (Some((row, column)), Some((other, beside)))
            if row == other && column.abs_diff(beside) == 1 =>
        {
            BESIDE
        }
        _ => LETTER,
    }
}

/// How a name sounds, roughly: what Danes write one way or the other is written one way.
fn sound(name: &str) -> String {
    let letters = letters(name);
    let mut sound: Vec<char> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let before = sound.last().copied();
        let after = letters.get(at + 1).copied();
        let is = |c: Option<char>, of: &str| c.is_some_and(|c| of.contains(c));
        let (heard, taken): (&[char], usize) = match letter {
            'c' if after == Some('h') => (&['k'], 2),
            'c' if is(after, "eiyæø") => (&['s'], 1),
            'c' if after == Some('k') => (&[], 1),
            'c' | 'q' => (&['k'], 1),
            'p' if after == Some('h') => (&['f'], 2),
            't' | 'd' if after == Some('h') => (&[if letter == 't' { 't' } else { 'd' }], 2),
            'd' if after == Some('t') => (&[], 1),
            'd' if is(before, "lnr") && !is(after, VOWELS) => (&[], 1),
            'h' if is(after, "jv") => (&[], 1),
            'w' => (&['v'], 1),
            'z' => (&['s'], 1),
            'x' => (&['k', 's'], 1),
            'i' if after == Some('e') => (&['i'], 2),
            'æ' => (&['e'], 1),
            'y' if at > 0 => (&['i'], 1),
            'é' => (&['e'], 1),
            _ => (&[], 0),
        };
        if taken == 0 {
            sound.push(letter);
        } else {
            sound.extend(heard);
        }
        at += taken.max(1);
    }
    sound.dedup();
    sound.into_iter().collect()
}

/// A search key in the letters that people write: `aeldre` as `ældre`, after a word that it is the key of.
///
/// The word shows which `aa` is an `å`; beyond what both have in common, digraphs are taken for one letter.
///
/// ```
/// assert_eq!(danish::spelled("aeldreraad", "Ældrerådets"), "ældreråd");
/// assert_eq!(danish::spelled("gaa", "gik"), "gå");
/// ```
pub fn spelled(key: &str, word: &str) -> String {
    let mut spelled = String::with_capacity(key.len());
    let mut rest = key;
    let mut letters = word.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = letters.next() {
        // A digraph of the key where the word has its first letter alone: *valgt*, of *vælge*.
        let digraph = ["aa", "ae", "oe"].into_iter().find(|pair| rest.starts_with(pair));
        let second = digraph.and_then(|pair| pair.chars().nth(1));
        if digraph.is_some_and(|pair| pair.starts_with(c)) && letters.peek() != second.as_ref() {
            break;
        }
        let written = match c {
            'å' if rest.starts_with("aa") => "aa".len(),
            'æ' | 'ä' if rest.starts_with("ae") => "ae".len(),
            'ø' | 'ö' if rest.starts_with("oe") => "oe".len(),
            c if rest.starts_with(c) => c.len_utf8(),
            _ => break,
        };
        spelled.push(c);
        rest = rest.get(written..).unwrap_or_default();
    }
    spelled + &rest.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_that_danes_make_are_nearer_than_other_words() {
        for (typed, meant, other) in [
            ("adgangstyring", "adgangsstyring", "adgangskode"),
            ("patientjounal", "patientjournal", "patientkanal"),
            ("kommunal bestyrelse", "kommunalbestyrelse", "kommunal bestilling"),
            ("åfgift", "afgift", "ufrit"),
            ("ældreåmrådet", "ældreområdet", "ældrerådet"),
            ("væntetid", "ventetid", "væksttid"),
            ("buget", "budget", "bukket"),
            ("vurdering", "vurdering", "værdiring"),
            ("telemedesin", "telemedicin", "telemedie"),
            ("afdleing", "afdeling", "afledning"),
            ("jernbane", "hjernebane", "barnebane"),
            ("indkalelse", "indkaldelse", "indtagelse"),
        ] {
            let (near, far) = (spelling_distance(typed, meant), spelling_distance(typed, other));
            assert!(near < far, "{typed}: {meant} {near}, {other} {far}");
            assert!(near <= misspelling_limit(typed), "{typed}: {meant} {near}");
            assert_eq!(near, spelling_distance(meant, typed), "{typed} {meant}");
        }
    }

    #[test]
    fn other_words_are_no_misspellings() {
        for (a, b) in [
            ("vej", "vand"),
            ("møde", "møbel"),
            ("skole", "skove"),
            ("havn", "hegn"),
            ("journal", "jubilar"),
            ("kanal", "kapital"),
            ("by", "bro"),
            ("2021", "2031"),
        ] {
            let distance = spelling_distance(a, b);
            assert!(distance > misspelling_limit(a).min(9), "{a} {b}: {distance}");
        }
    }

    #[test]
    fn names_that_sound_alike_are_near_and_others_are_not() {
        for (a, b, near) in [
            ("Kirsten", "Kristen", true),
            ("Lisbet", "Lisbeth", true),
            ("Nielsen", "Nilsen", true),
            ("Christensen", "Kristensen", true),
            ("Madsen", "Matsen", true),
            ("Lund", "Lun", true),
            ("Schmidt", "Smith", false),
            ("Philip", "Filip", true),
            ("Hjort", "Jort", true),
            ("Zacharias", "Sakarias", true),
            ("Caroline", "Karoline", true),
            ("Aage", "Åge", true),
            ("Lone", "Lene", false),
            ("Hansen", "Jensen", false),
            ("Mie", "Mia", false),
        ] {
            let distance = name_distance(a, b);
            assert_eq!(distance < LETTER, near, "{a} {b}: {distance}");
        }
    }

    #[test]
    fn keys_are_written_as_people_write() {
        for (key, word, expected) in [
            ("aeldreraad", "Ældrerådets", "ældreråd"),
            ("kanaal", "kanaalen", "kanaal"),
            ("bog", "bøger", "bog"),
            ("boern", "Børnenes", "børn"),
            ("gaa", "gik", "gå"),
            ("poesi", "poesien", "poesi"),
            ("aar", "aarene", "aar"),
            ("vaelge", "valgt", "vælge"),
            ("foere", "fordi", "føre"),
            ("kanoer", "kanoerne", "kanoer"),
        ] {
            assert_eq!(spelled(key, word), expected, "{key} {word}");
        }
    }
}
