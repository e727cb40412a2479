//! Names of organisations: told from names of people, and found inside roles.
//!
//! Deliberately absent: which organisations there are.

use std::sync::LazyLock;

use crate::Attendee;
use crate::endings::Endings;

/// Words that only organisations have, or that end their names. **Source:** our own list.
const ORGANISATION_WORDS: [&str; 64] = [
    "ledelsen",
    "ledelse",
    "museum",
    "museet",
    "forsyning",
    "vandværk",
    "region",
    "regioner",
    "regionen",
    "kommune",
    "kommuner",
    "universitet",
    "ministeriet",
    "ministerium",
    "styrelsen",
    "styrelse",
    "forening",
    "foreningen",
    "forbund",
    "forbundet",
    "udvalg",
    "udvalget",
    "afdeling",
    "afdelingen",
    "afd",
    "fakultet",
    "fakultetet",
    "institut",
    "instituttet",
    "sekretariat",
    "sekretariatet",
    "råd",
    "rådet",
    "skole",
    "skolen",
    "hospital",
    "sygehus",
    "center",
    "centret",
    "bibliotek",
    "kirke",
    "sogn",
    "provsti",
    "a/s",
    "aps",
    "bank",
    "fond",
    "fonden",
    "klub",
    "klubben",
    "selskab",
    "selskabet",
    "forvaltning",
    "forvaltningen",
    "gruppen",
    "huset",
    "laug",
    "lauget",
    "parti",
    "folkeparti",
    "venstre",
    "tilsyn",
    "terapeuter",
    "brugsforening",
];

/// Those words that longer ones may end in.
static LONG_ENDINGS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(ORGANISATION_WORDS.into_iter().filter(|word| word.len() > 5)));

/// Whether a text is the name of an organisation rather than of a person.
pub(crate) fn is_organisation(text: &str) -> bool {
    let mut parts = text.split_whitespace().peekable();
    let Some(first) = parts.peek() else { return false };
    let starts = [
        "det",
        "den",
        "de",
        "institut",
        "center",
        "nr.",
        "nr",
        "hus",
        "region",
        "dansk",
        "danske",
        "afd.",
        "afd",
        "foreningen",
        "landsforeningen",
        "fonden",
    ];
    if starts.contains(&danish::lowercase(first).as_ref()) {
        return true;
    }
    parts.any(|word| {
        let lower =
            danish::lowercase(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/'));
        lower.contains(|c: char| c.is_ascii_digit())
            || ["for", "og", "i", "ved"].contains(&word)
            || ORGANISATION_WORDS.contains(&lower.as_ref())
            || LONG_ENDINGS.end(&lower)
    })
}

/// Takes the organisation out of a role where no other is given: `direktør i MedNet` → MedNet.
pub(crate) fn organisation_from_role(attendee: &mut Attendee) {
    if attendee.affiliation.is_some() {
        return;
    }
    let Some(role) = attendee.role.as_deref() else { return };
    for preposition in [" i ", " fra ", " hos ", " ved ", " på "] {
        let Some((_, rest)) = role.split_once(preposition) else { continue };
        let mut taken: Vec<&str> = Vec::new();
        for word in rest.split_whitespace() {
            if word == "og" || word == "samt" {
                break;
            }
            taken.push(word.trim_end_matches(','));
            if word.ends_with(',') {
                break;
            }
        }
        if taken.first().is_some_and(|word| word.starts_with(char::is_uppercase)) {
            attendee.affiliation = Some(taken.join(" "));
            return;
        }
    }
}

/// The organisation or side that a label tells its people to be from: `Fra Havnestyrelsen deltog` →
/// Havnestyrelsen, `B-siden` → B-siden. None for the body itself and for an office's own staff (*Fra
/// forvaltningen*), whom the list says to be there, not whence.
pub(crate) fn side_told(label: &str) -> Option<String> {
    let label = label.trim().trim_end_matches(':');
    let lower = danish::lowercase(label);
    if lower.ends_with("-siden") || lower.ends_with("-side") || lower.ends_with("rsiden") {
        return Some(label.to_string());
    }
    let (_, rest) = label
        .split_once("Fra ")
        .or_else(|| label.split_once(" fra "))
        .or_else(|| label.starts_with("For ").then(|| label.split_once("For ")).flatten())?;
    let name: Vec<&str> = rest
        .split_whitespace()
        .take_while(|word| {
            !["deltog", "deltager", "mødte", "var", "er", "møder", "deltog:"].contains(word)
        })
        .collect();
    let name = name.join(" ");
    let own = ["sekretariatet", "forretningsudvalget", "hovedbestyrelsen", "kontoret"];
    let proper = name.starts_with(char::is_uppercase) && !is_own_body(&name);
    (!name.is_empty() && (own.contains(&danish::lowercase(&name).as_ref()) || proper))
        .then_some(name)
}

/// One word for the body that meets: `Ældrerådet`, `Havneudvalget`.
fn is_own_body(name: &str) -> bool {
    let lower = danish::lowercase(name);
    !name.contains(' ')
        && ["rådet", "raadet", "udvalget", "bestyrelsen", "nævnet", "gruppen", "komiteen"]
            .iter()
            .any(|end| lower.ends_with(end))
}
