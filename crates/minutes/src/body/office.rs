//! Names of bodies and of the offices above them: which kind of name one is, and the body from both.
//!
//! Deliberately absent: where in a document such names stand (`head`).

/// A name set in capitals as it would stand in a sentence: `LUNDBY OG OMEGNS FORENING` → `Lundby og
/// Omegns Forening`. Short words in capitals stay: they may be letters of a name (*HK*).
pub(crate) fn unshouted(name: &str) -> String {
    let shouted = !name.chars().any(char::is_lowercase)
        && name
            .split_whitespace()
            .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 4);
    if !shouted {
        return name.to_string();
    }
    let small = [
        "og", "for", "til", "af", "i", "på", "ved", "under", "med", "mod", "fra", "den", "det",
        "de",
    ];
    let words = name.split_whitespace().enumerate().map(|(idx, word)| {
        let lower = danish::lowercase(word);
        if idx > 0 && small.contains(&lower.as_ref()) {
            return lower;
        }
        if word.chars().count() < 3 {
            return std::borrow::Cow::Borrowed(word);
        }
        // Each part of `TOLNE-HØRSTED` begins anew.
        std::borrow::Cow::Owned(lower.split('-').map(capital).collect::<Vec<_>>().join("-"))
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The body of a meeting from what its title says and the name of the office above it: the office for
/// *Bestyrelsen*, the fuller of two names for one body, both for a body that many offices have (*SU*).
pub(crate) fn with_office(body: &str, office: &str) -> String {
    let lower = danish::lowercase(office);
    let own = danish::lowercase(body);
    // `Menighedsrådet` and `Lundby Menighedsråd`
    let fuller = !body.contains(' ') && lower.contains(indefinite(&own).unwrap_or(&own));
    if body.is_empty() || is_kind_only(body) || fuller {
        return office.to_string();
    }
    let letters = body.chars().filter(|c| c.is_uppercase()).count();
    if letters > 1 && !body.contains(' ') {
        return format!("{body}, {office}");
    }
    body.to_string()
}

/// Whether a body is named only by its kind (*Bestyrelsen*), so that a letterhead says more.
pub(crate) fn is_kind_only(body: &str) -> bool {
    let lower = danish::lowercase(body);
    let wider = ["hovedbestyrelsen", "afdelingsbestyrelsen", "generalforsamlingen", "landsmødet"];
    !body.contains(' ')
        && (wider.contains(&lower.as_ref())
            || ARTICLES.iter().any(|(base, article)| lower == format!("{base}{article}")))
}

/// Whether one word names a body by its kind, compounds too: `Byrådet`, `Havneudvalget`.
pub(crate) fn is_kind(word: &str) -> bool {
    indefinite(&danish::lowercase(word)).is_some()
}

/// A name in lower case that ends in the definite form of a kind of body, without its article:
/// `menighedsrådet` → `menighedsråd`.
fn indefinite(lower: &str) -> Option<&str> {
    ARTICLES.iter().find_map(|(base, article)| {
        lower.strip_suffix(article).filter(|plain| plain.ends_with(base))
    })
}

/// Whether a text begins, in small letters, with a kind of body in its definite form and goes on with
/// whose it is: `bestyrelsen for Lundby Havn`, `skolebestyrelsen ved Vig Skole`.
pub(super) fn begins_with_kind(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    first.starts_with(char::is_lowercase)
        && is_kind(first)
        && words.next().is_none_or(|word| ["for", "i", "på", "ved", "under", "af"].contains(&word))
}

/// A text with a capital first.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}

/// Whether a name is that of a whole office (*Lindby Kommune*), in which a narrower body meets.
pub(crate) fn is_wide(body: &str) -> bool {
    let lower = danish::lowercase(body);
    ["kommune", "region", "universitet"].iter().any(|word| lower.split(' ').any(|w| w == *word))
        && !["råd", "raad", "udvalg", "bestyrelse", "forening", "gruppe"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Whether a line can be the name of a body or office.
pub(crate) fn names_body(text: &str) -> bool {
    let lower = danish::lowercase(text);
    BODY_WORDS.iter().any(|word| lower.contains(word))
}

/// Whether a name is that of people who meet, not of the house they may meet in.
pub(crate) fn names_meeters(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "råd",
        "raad",
        "udvalg",
        "bestyrelse",
        "forening",
        "komit",
        "nævn",
        "gruppe",
        "kommission",
        "klub",
        "laug",
        "forbund",
        "selskab",
        "panel",
        "konsistori",
        "laget",
    ]
    .iter()
    .any(|word| lower.contains(word))
        && !["hus", "rådgiv", "lokale", "gård", "sal "].iter().any(|place| lower.contains(place))
}

/// Parts of the names of bodies and offices, lower case. **Source:** our own list.
const BODY_WORDS: [&str; 48] = [
    "museum",
    "museet",
    "bibliotek",
    "teater",
    "havn",
    "plejehjem",
    "panel",
    "konsistori",
    "senat",
    "laget",
    "digelag",
    "lodsejerlag",
    "forsyning",
    "råd",
    "raad",
    "udvalg",
    "bestyrelse",
    "forening",
    "komite",
    "komité",
    "nævn",
    "gruppe",
    "kommission",
    "klub",
    "laug",
    "lav",
    "forbund",
    "selskab",
    "skole",
    "kommune",
    "region",
    "universitet",
    "styrelse",
    "ministeri",
    "institut",
    "fakultet",
    "menighed",
    "sogn",
    "kirke",
    "gymnasi",
    "fond",
    "center",
    "børnehus",
    "værk",
    "sygehus",
    "hospital",
    "kohort",
    "parti",
];

/// Bodies and the definite ending of each.
pub(super) const ARTICLES: [(&str, &str); 13] = [
    ("bestyrelse", "n"),
    ("råd", "et"),
    ("raad", "et"),
    ("udvalg", "et"),
    ("gruppe", "n"),
    ("komite", "en"),
    ("komité", "en"),
    ("nævn", "et"),
    ("kommission", "en"),
    ("ledelse", "n"),
    ("direktion", "en"),
    ("forum", "met"),
    ("repræsentantskab", "et"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_and_its_office() {
        for (body, office, want) in [
            ("Bestyrelsen", "Lundby Vandværk", "Lundby Vandværk"),
            (
                "Skolebestyrelsen",
                "Skolebestyrelsen ved Lundby Skole",
                "Skolebestyrelsen ved Lundby Skole",
            ),
            ("SU", "Havnestyrelsen", "SU, Havnestyrelsen"),
            ("Havneudvalget", "Lundby Kommune", "Havneudvalget"),
        ] {
            assert_eq!(with_office(body, office), want, "{body:?} {office:?}");
        }
        assert_eq!(unshouted("LUNDBY-VIG OG OMEGNS HAVE"), "Lundby-Vig og Omegns Have");
        assert_eq!(unshouted("HK"), "HK");
    }
}
