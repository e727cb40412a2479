//! What a list says about the part of the meeting that somebody was there for: `(deltog under punkt 3 og
//! 4)`, `online`, `suppleant for …`.
//!
//! Deliberately absent: roles and organisations.

use crate::{Attendee, Group, Presence};

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
    if [
        "var forhindret",
        "meldt afbud",
        "sendt afbud",
        "havde afbud",
        "var fraværende",
        "deltog ikke",
        "udeblev",
    ]
    .iter()
    .any(|words| lower.contains(words))
    {
        attendee.group = Group::Absent;
        attendee.presence = Presence::Apology;
        return true;
    }
    if lower.starts_with("tlf") || lower.starts_with("mobil") || lower.contains('@') {
        return true;
    }
    let of_case = ["under sag ", "til sag ", "ved sag ", "under sagerne ", "under sag nr"];
    let about_items = ["punkt", "pkt", "dagsordenspunkt"].iter().any(|word| lower.contains(word))
        || of_case.iter().any(|words| lower.contains(words))
            && lower.contains(|c: char| c.is_ascii_digit());
    let about_time = [
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
    ]
    .iter()
    .any(|word| lower.contains(word));
    if about_items {
        attendee.items.extend(numbers_after_item(&lower));
    }
    if lower.contains("suppleant for")
        || lower.contains("stedfortræder for")
        || lower.contains("i stedet for")
    {
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
