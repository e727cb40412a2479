//! The Danish names of months and days of the week, as printed, shortened and in old spellings.
//!
//! Deliberately absent: dates.

/// The months as running text has them, January first.
///
/// ```
/// assert_eq!(danish::MONTHS[5], "juni");
/// ```
pub const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// The number of a month by its Danish name or abbreviation, any case: `februar`, `Febr`, `okt`.
pub fn month_named(word: &str) -> Option<i8> {
    if !begins_as_month(word) {
        return None;
    }
    let word = crate::lowercase(word.trim_end_matches('.'));
    Some(match &*word {
        "januar" | "jan" | "januari" | "january" => 1,
        "februar" | "feb" | "febr" | "februari" | "february" => 2,
        "marts" | "mar" | "mrt" | "march" => 3,
        "april" | "apr" | "apl" => 4,
        "maj" | "mai" | "may" => 5,
        "juni" | "jun" | "june" => 6,
        "juli" | "jul" | "july" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" | "septbr" | "septb" => 9,
        "oktober" | "okt" | "oktbr" | "octbr" | "oktb" | "oct" | "october" => 10,
        "november" | "nov" | "novbr" | "novb" | "nvbr" => 11,
        "december" | "dec" | "decbr" | "decb" | "dcbr" | "desember" => 12,
        _ => return shortened_month(&word),
    })
}

/// Whether the first letters can be those of a month: asked of every word, and most are of none.
fn begins_as_month(word: &str) -> bool {
    let [a, b, c, ..] = word.as_bytes() else { return false };
    matches!(
        &[a.to_ascii_lowercase(), b.to_ascii_lowercase(), c.to_ascii_lowercase()],
        b"jan"
            | b"feb"
            | b"mar"
            | b"mrt"
            | b"apr"
            | b"apl"
            | b"maj"
            | b"mai"
            | b"may"
            | b"jun"
            | b"jul"
            | b"aug"
            | b"sep"
            | b"okt"
            | b"oct"
            | b"nov"
            | b"nvb"
            | b"dec"
            | b"dcb"
            | b"des"
    )
}

/// Months as hurried hands shorten them: `Septmb`, `Novmbr`, `Octbr`: the first three letters and
/// consonants of the ending.
fn shortened_month(word: &str) -> Option<i8> {
    let rest = word.get(3..).filter(|rest| !rest.is_empty())?;
    let ending = rest.len() <= 5 && rest.chars().all(|c| "tmbr".contains(c));
    let month = match word.get(..3)? {
        "jan" => 1,
        "feb" => 2,
        "sep" => 9,
        "okt" | "oct" => 10,
        "nov" => 11,
        "dec" | "des" => 12,
        _ => return None,
    };
    ending.then_some(month)
}

/// The day of the week, 1 for Monday, by its Danish name or abbreviation, any case.
pub fn weekday_named(word: &str) -> Option<i8> {
    Some(match &*crate::lowercase(word.trim_end_matches('.')) {
        "mandag" | "man" | "mandagen" => 1,
        "tirsdag" | "tirs" | "tirsdagen" => 2,
        "onsdag" | "ons" | "onsdagen" => 3,
        "torsdag" | "tors" | "torsdagen" => 4,
        "fredag" | "fre" | "fredagen" => 5,
        "lørdag" | "lør" | "løverdag" => 6,
        "søndag" | "søn" => 7,
        _ => return None,
    })
}
