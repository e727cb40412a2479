//! What a list says about the part of the meeting that somebody was there for: `(deltog under punkt 3 og
//! 4)`, `online`, `suppleant for …`.
//!
//! Deliberately absent: roles and organisations.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::{Attendee, Group, Presence};

/// Words that say that somebody was not there.
const ABSENT: [&str; 7] = [
    "var forhindret",
    "meldt afbud",
    "sendt afbud",
    "havde afbud",
    "var fraværende",
    "deltog ikke",
    "udeblev",
];

/// Beginnings of what tells how to reach somebody.
const REACHED: [&str; 2] = ["tlf", "mobil"];

/// Words for items of the agenda.
const ITEMS: [&str; 2] = ["punkt", "pkt"];

/// Words for items that are told by their case; a number stands with them.
const CASES: [&str; 5] = ["under sag ", "til sag ", "ved sag ", "under sagerne ", "under sag nr"];

/// Words that tell when or how somebody took part.
const TIMES: [&str; 18] = [
    "online",
    "virtuel",
    "via teams",
    "pr. telefon",
    "via telefon",
    "deltog",
    "deltager ",
    "forlod",
    "ankom",
    "fra kl",
    "til kl",
    "kl.",
    "gik kl",
    "kom kl",
    "digitalt",
    "på teams",
    "skype",
    "zoom",
];

/// Words that say for whom somebody came.
const SUBSTITUTES: [&str; 3] = ["suppleant for", "stedfortræder for", "i stedet for"];

/// All of them, looked for at once.
static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let lists = [&ABSENT[..], &REACHED, &ITEMS, &CASES, &TIMES, &SUBSTITUTES];
    AhoCorasick::new(lists.into_iter().flatten()).ok()
});

/// Reads what is said about the part of the meeting that somebody was there for. Whether it was that.
pub(crate) fn note(attendee: &mut Attendee, text: &str) -> bool {
    let lower = danish::lowercase(text);
    if let Some((absent, presence)) = status(lower.trim().trim_end_matches('.')) {
        if absent {
            attendee.group = Group::Absent;
        }
        attendee.presence = presence;
        return true;
    }
    // Most of what stands behind a name is none of this: one look for all of it.
    if SEARCH.as_ref().is_some_and(|search| !search.is_match(&*lower)) && !lower.contains('@') {
        return false;
    }
    if ABSENT.iter().any(|words| lower.contains(words)) {
        attendee.group = Group::Absent;
        attendee.presence = Presence::Apology;
        return true;
    }
    if REACHED.iter().any(|word| lower.starts_with(word)) || lower.contains('@') {
        return true;
    }
    let about_items = ITEMS.iter().any(|word| lower.contains(word))
        || CASES.iter().any(|words| lower.contains(words))
            && lower.contains(|c: char| c.is_ascii_digit());
    let about_time = TIMES.iter().any(|word| lower.contains(word));
    if about_items {
        attendee.items.extend(numbers_after_item(&lower));
    }
    if SUBSTITUTES.iter().any(|words| lower.contains(words)) {
        attendee.presence = Presence::Substitute;
        return true;
    }
    about_items || about_time
}

/// A whole cell or piece that tells whether somebody was there: absent or not, and how.
pub(crate) fn status(lower: &str) -> Option<(bool, Presence)> {
    match lower {
        "til stede" | "tilstede" | "mødt" | "fremmødt" | "deltog" | "deltager" => {
            Some((false, Presence::Present))
        }
        "afbud" | "meldt afbud" | "forfald" | "syg" | "sygemeldt" | "forhindret" | "på ferie"
        | "afbud meldt" | "framelding" => Some((true, Presence::Apology)),
        "fraværende" | "fravær" | "ikke til stede" | "ikke mødt" | "ej mødt" | "udeblevet"
        | "udeblev" | "ikke fremmødt" => Some((true, Presence::Absent)),
        _ => None,
    }
}

/// `under punkt 3 og 4`, `pkt. 2-4` → 3, 4; 2, 3, 4.
pub(crate) fn numbers_after_item(lower: &str) -> Vec<String> {
    let mut found = Vec::new();
    let Some(at) = ["punkt", "pkt", " sag ", " sager", " sag nr"]
        .iter()
        .filter_map(|word| lower.find(word))
        .min()
    else {
        return found;
    };
    let mut dash = false;
    for word in lower
        .get(at..)
        .unwrap_or_default()
        .replace(['-', '–'], " - ")
        .split(|c: char| c.is_whitespace() || c == ',')
    {
        let word = word.trim_end_matches([')', ':']).trim_end_matches('.');
        match word {
            "-" | "til" => dash = true,
            "og" | "samt" | "sag" | "sager" | "sagerne" | "punkt" | "punkterne" | "pkt"
            | "punkter" | "" | "nr" | "dagsordenspunkt" => {}
            number if number.starts_with(|c: char| c.is_ascii_digit()) && number.len() < 6 => {
                let from: Option<u32> = found.last().and_then(|last: &String| last.parse().ok());
                if let (true, Some(from), Ok(to)) = (dash, from, number.parse::<u32>())
                    && to > from
                    && to - from < 30
                {
                    found.extend((from + 1..=to).map(|n| n.to_string()));
                } else {
                    found.push(number.to_string());
                }
                dash = false;
            }
            _ if !found.is_empty() => break,
            _ => {}
        }
    }
    found
}
