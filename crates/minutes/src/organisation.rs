//! Names of organisations: told from names of people, and found inside roles.
//!
//! Deliberately absent: which organisations there are.

use crate::Attendee;

/// Words that only organisations have, or that end their names. **Source:** our own list.
const ORGANISATION_WORDS: [&str; 52] = [
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
];

/// Whether a text is the name of an organisation rather than of a person.
pub(crate) fn is_organisation(text: &str) -> bool {
    let mut parts = text.split_whitespace().peekable();
    let Some(first) = parts.peek() else { return false };
    if ["det", "den", "de", "institut", "center", "nr.", "nr", "hus", "region"]
        .contains(&first.to_lowercase().as_str())
    {
        return true;
    }
    parts.any(|word| {
        let lower = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/').to_lowercase();
        lower.contains(|c: char| c.is_ascii_digit())
            || ["for", "og", "i", "ved"].contains(&word)
            || ORGANISATION_WORDS.iter().any(|end| {
                lower == *end || (end.len() > 5 && lower.len() > end.len() && lower.ends_with(end))
            })
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
