//! The Danish phrases of overviews: why nothing was found, who says what, a matter over time.
//!
//! In: counts and names. Out: Danish for a reader. Deliberately absent: texts that are always the same.

use super::phrases::{counted, number};
use super::{decisions, meetings, statements};
use crate::{Distinctive, Three, Topic};

/// A part of a question and what it finds alone: `»smal«: 3 udsagn alene`.
pub fn found_alone(part: &str, n: usize) -> String {
    match n {
        0 => format!("{part}: intet, heller ikke alene"),
        n => format!("{part}: {} alene", statements(n)),
    }
}

/// What is left when a part is left out: `uden »smal«`.
pub fn without(part: &str) -> String {
    format!("uden {part}")
}

/// A proposal: `journal (i stedet for »jounal«)`.
pub fn meant(instead: &str, typed: &str) -> String {
    format!("{instead} (i stedet for »{typed}«)")
}

/// Said by, about and to a person, in words.
pub fn three(three: &Three) -> [String; 3] {
    [
        format!("Sagt af {}: {}", three.name, number(three.said)),
        format!("Om {}: {}", three.name, number(three.about)),
        format!("Til {}: {}", three.name, number(three.addressed)),
    ]
}

/// A number for each 10,000 words: `97,7`.
pub fn rate(rate: Option<f64>) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.1}").replace('.', ","))
}

/// A period of a chart: `2021: 7 udsagn, 97,7 pr. 10.000 ord`.
pub fn bar(period: &str, n: usize, per_words: Option<f64>) -> String {
    match per_words {
        Some(_) => format!("{period}: {}, {} pr. 10.000 ord", statements(n), rate(per_words)),
        None => format!("{period}: {}", statements(n)),
    }
}

/// A period without minutes.
pub fn gap(period: &str) -> String {
    format!("{period}: ingen referater i arkivet")
}

/// What was found in a meeting, after its number: `fundet: udsagn med journal`.
pub fn found_here(asked: &str) -> String {
    format!("her: {}", lowered(asked))
}

/// A sentence inside another one.
fn lowered(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// `1 fil`, `12 filer`.
pub fn files(n: usize) -> String {
    counted(n, "fil", "filer")
}

/// How many remarks there were in reading.
pub fn remarks(n: usize) -> String {
    let remarks = counted(n, "bemærkning", "bemærkninger");
    format!("Under læsningen er der gjort {remarks} om noget, der ikke lod sig læse sikkert.")
}

/// A part of a whole: `83 %`.
pub fn share(part: usize, whole: usize) -> String {
    match (part * 100).checked_div(whole) {
        Some(share) => format!("{share}\u{a0}%"),
        None => "–".to_owned(),
    }
}

/// How many of a group are not shown: `og 9 til`.
pub fn show_rest(n: usize) -> String {
    format!("og {} til", number(n))
}

/// What a matter comes to.
pub fn of_a_topic(topic: &Topic) -> String {
    let (found, held) = (statements(topic.total), meetings(topic.meetings.len()));
    let bodies = counted(topic.bodies.len(), "organ", "organer");
    format!("{found} i {held} i {bodies}; {}", decisions(topic.n_decisions()))
}

/// Whose words are held against whose.
pub fn spoken_of(words: &Distinctive) -> String {
    let against = if words.is_person { "andre taleres" } else { "andre organers" };
    let n = |n: u64| number(usize::try_from(n).unwrap_or(usize::MAX));
    format!(
        "{} med {} ord, holdt op mod {against} {} ord. Ordet skal være brugt mindst {} gange.",
        statements(words.n_statements),
        n(words.n_words),
        n(words.n_other_words),
        n(words.min),
    )
}
