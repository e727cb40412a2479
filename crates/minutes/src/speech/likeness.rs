//! Whether words that no list has look like a person's name or like a body's.
//!
//! In: words as printed. Out: a name, or that they name a body. Deliberately absent: the cast.

use danish::is_given_name;

/// Endings of words that name bodies, never people.
const BODIES: &[&str] = &[
    "kommune",
    "kommunen",
    "kommuner",
    "region",
    "regionen",
    "regioner",
    "forsyning",
    "styrelse",
    "styrelsen",
    "forening",
    "foreningen",
    "udvalg",
    "udvalget",
    "råd",
    "rådet",
    "raad",
    "raadet",
    "forvaltning",
    "forvaltningen",
    "a/s",
    "aps",
    "danmark",
    "fond",
    "fonden",
    "institut",
    "instituttet",
    "skole",
    "skolen",
    "skoler",
    "universitet",
    "klub",
    "klubben",
    "parti",
    "partiet",
    "energi",
    "varme",
    "varmeværk",
    "vandværk",
    "revision",
    "center",
    "centret",
    "centeret",
    "hospital",
    "museum",
    "museet",
    "gruppen",
    "selskab",
    "selskabet",
    "forlag",
    "provsti",
    "stift",
    "ministeriet",
    "ministerium",
    "fjernvarme",
    "havn",
    "lufthavn",
    "kirke",
    "kirken",
    "alliance",
    "liste",
    "listen",
    "afdeling",
    "afdelingen",
    "bestyrelse",
    "bestyrelsen",
    "direktorat",
    "direktoratet",
    "sekretariat",
    "sekretariatet",
    "politi",
    "politiet",
    "industri",
    "erhverv",
    "miljø",
    "teknik",
    "kultur",
    "fritid",
    "børnehave",
    "børnehus",
    "plejecenter",
    "bibliotek",
    "venstre",
    "folkeparti",
    "socialdemokratiet",
    "lavet",
    "lauget",
    "ting",
    "vej",
    "gade",
    "allé",
    "plads",
    "torv",
    "park",
    "huset",
    "boldklub",
    "idrætsforening",
    "byggeri",
    "ejendomme",
    "administration",
    "administrationen",
    "consult",
    "group",
];

/// First words of bodies' names.
const BODY_STARTS: &[&str] = &[
    "danske",
    "dansk",
    "det",
    "den",
    "de",
    "danmarks",
    "foreningen",
    "region",
    "radikale",
    "konservative",
    "nordisk",
    "københavns",
    "aarhus",
    "århus",
];

/// A name of nobody in the cast, when it looks like a person's.
pub(super) fn new_name(words: &[&str], titled: bool) -> Option<String> {
    let (first, last) = (words.first()?, words.last()?);
    let surname = words.len() == 2 && (last.ends_with("sen") || last.ends_with("gaard"));
    let person = is_given_name(first) || titled || (surname && !is_occupation(first));
    let initials = words.len() >= 2 && first.chars().count() == 1 && !is_definite(last);
    if !person && !initials {
        return None;
    }
    if words.iter().any(|w| is_body_word(w))
        || BODY_STARTS.contains(&danish::lowercase(first).as_ref())
    {
        return None;
    }
    if words.iter().any(|w| w.chars().any(|c| c.is_ascii_digit())) {
        return None;
    }
    let all_capitals = |w: &str| w.chars().count() > 1 && w.chars().all(|c| !c.is_lowercase());
    if words.iter().all(|w| all_capitals(w)) {
        return None;
    }
    Some(words.join(" "))
}

/// Whether a word names a body (`Lindholt Kommune`), not a person.
pub(crate) fn is_body_word(word: &str) -> bool {
    let lower = danish::lowercase(word);
    BODIES.iter().any(|b| match lower.strip_suffix(b) {
        // Whole words of any length; endings only where a long word carries them.
        Some(rest) => {
            rest.is_empty() || (b.len() > 4 && !matches!(*b, "ting" | "gade" | "plads" | "vej"))
        }
        None => false,
    })
}

/// Two words that look like a person's name though no list has the given name. Bodies often have two
/// words too: whatever ends like a thing or an adjective is left out.
pub(super) fn unlisted_name(words: &[&str]) -> Option<String> {
    let &[first, last] = words else { return None };
    let plain =
        |w: &str| w.chars().count() >= 3 && w.chars().skip(1).all(|c| c.is_lowercase() || c == '-');
    const THINGS: [&str; 16] = [
        "hus", "hjem", "værk", "væsen", "skab", "ing", "hed", "tion", "isk", "kors", "bank",
        "kasse", "stue", "erne", "film", "sagen",
    ];
    let thing = |w: &str| {
        let lower = danish::lowercase(w);
        is_body_word(w) || THINGS.iter().any(|e| lower.ends_with(e))
    };
    let place = last.ends_with("land")
        || matches!(last, "Øst" | "Vest" | "Nord" | "Syd" | "Midt" | "Fyn" | "Danmark");
    let body = words.iter().any(|w| thing(w))
        || place
        || BODY_STARTS.contains(&danish::lowercase(first).as_ref())
        || first.ends_with(['e', 's'])
        || is_definite(first)
        || is_definite(last);
    (plain(first) && plain(last) && !body && !is_occupation(first)).then(|| words.join(" "))
}

/// `Typograf`, `Grosserer`: capital only because all nouns were, or because it opens the sentence.
fn is_occupation(word: &str) -> bool {
    ["er", "ent", "dat", "graf", "ist", "mand", "medlem", "ør", "ær", "or", "gent", "eur"]
        .iter()
        .any(|e| word.ends_with(e))
}

fn is_definite(word: &str) -> bool {
    (word.ends_with("en") && !word.ends_with("sen")) || word.ends_with("et")
}
