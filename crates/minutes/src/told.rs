//! People whom a sentence tells of instead of a list: *alle Medlemmer var mødt med Undtagelse af Karl
//! Holm og Per Vig*, *Fraværende var H. Holm*; and those who signed below a record (`signed`).
//!
//! In: the opening text of a meeting, its last lines. Out: attendees. Deliberately absent: lists with
//! labels (`sections`).

mod signed;

use crate::line::{Line, squeeze};
use crate::outline::Outline;
use crate::people::{begins_with_name, begins_with_person, begins_with_surname, people};
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group, Presence};

use signed::signed;

/// Words after which the names of those stand who were not there.
const EXCEPT: [&str; 9] = [
    "med undtagelse af",
    "undtagen",
    "på nær",
    "paa nær",
    "bortset fra",
    "fraværende var",
    "fraværende:",
    "afbud fra",
    "forfald havde",
];

/// Words that end such a list.
const AFTER: [&str; 13] = [
    " der ",
    " som ",
    " følgende",
    " til behandling",
    " for ",
    " var ",
    " havde ",
    " hvor ",
    " fra ",
    " i ",
    " kl",
    " blev ",
    " mødte",
];

/// Most paragraphs before the first item that are asked for who was there. No source.
const OPENING_PARAGRAPHS: usize = 4;

/// Adds the people whom no list of the header has: those whom the opening sentences tell of, and, where
/// still no member is known, those who signed.
pub(crate) fn complete(outline: &mut Outline, lines: &[Line], words: &Words) {
    let opening: Vec<&str> = outline
        .paragraphs
        .iter()
        .take_while(|paragraph| paragraph.item.is_none())
        .take(OPENING_PARAGRAPHS)
        .map(|paragraph| paragraph.text.as_str())
        .collect();
    let has_members = |people: &[Attendee]| people.iter().any(|p| p.group == Group::Member);
    let mut told: Vec<Attendee> = Vec::new();
    if !has_members(&outline.people) {
        for text in &opening {
            for range in crate::sentences::sentences(text) {
                told.extend(text.get(range).map(|text| attended(text, words)).unwrap_or_default());
            }
        }
    }
    if has_members(&outline.people) {
        // Who else came and who did not may be told below the list.
        for text in &opening {
            for range in crate::sentences::sentences(text) {
                let more = text.get(range).map(|text| named_first(text, words)).unwrap_or_default();
                told.extend(more.into_iter().filter(|person| person.group != Group::Member));
            }
        }
    }
    if !outline.people.iter().any(|person| person.group == Group::Absent) {
        told.extend(absent(&opening.join(" "), words));
    }
    // One or two who are told of are guests of the body rather than all of it.
    let n_told = told.iter().filter(|person| person.group == Group::Member).count();
    if !has_members(&outline.people) && n_told < 3 {
        told.extend(signed(lines, words));
    }
    let key = |person: &Attendee| danish::name_key(&person.name);
    let mut keys: Vec<String> =
        if told.is_empty() { Vec::new() } else { outline.people.iter().map(key).collect() };
    for attendee in told {
        let own = key(&attendee);
        if !keys.contains(&own) {
            keys.push(own);
            outline.people.push(attendee);
        }
    }
}

/// Those whom a sentence says to have been there or not.
pub(crate) fn attended(sentence: &str, words: &Words) -> Vec<Attendee> {
    let Some((label, at)) = lead(sentence, words) else { return named_first(sentence, words) };
    let Some((Under::People(group, presence), _)) = words.under(label) else { return Vec::new() };
    let names = sentence.get(at..).unwrap_or_default().to_string();
    people(&[names], *group, *presence, words)
}

/// `Bo Holm, formand, og Ea Friis var til stede.`, `Per Vig havde meldt afbud.`
fn named_first(sentence: &str, words: &Words) -> Vec<Attendee> {
    let ends = [
        (" var til stede", Group::Member, Presence::Present),
        (" var mødt", Group::Member, Presence::Present),
        (" deltog i mødet", Group::Member, Presence::Present),
        (" havde meldt afbud", Group::Absent, Presence::Apology),
        (" havde meldt forfald", Group::Absent, Presence::Apology),
        (" havde afbud", Group::Absent, Presence::Apology),
        (" meldte afbud", Group::Absent, Presence::Apology),
        (" meldte fra", Group::Absent, Presence::Apology),
        (" var inviteret", Group::Other, Presence::Present),
        (" førte protokollen", Group::Other, Presence::Present),
        (" førte referat", Group::Other, Presence::Present),
        (" var referent", Group::Other, Presence::Present),
        (" deltog under", Group::Other, Presence::Present),
        (" deltog som gæst", Group::Other, Presence::Present),
        (" havde sendt afbud", Group::Absent, Presence::Apology),
        (" var forhindret", Group::Absent, Presence::Apology),
        (" var fraværende", Group::Absent, Presence::Absent),
    ];
    let found = ends.iter().find_map(|(end, group, presence)| {
        let (names, _) = sentence.split_once(end)?;
        (begins_with_person(names, words) || begins_with_surname(names, words))
            .then_some((names, *group, *presence))
    });
    found.map_or_else(Vec::new, |(names, group, presence)| {
        people(&[names.to_string()], group, presence, words)
    })
}

/// First words of sentences that tell who was there.
const OPENERS: [&str; 27] = [
    "som",
    "under",
    "til",
    "tilstede",
    "mødt",
    "fremmødt",
    "fremmødte",
    "deltagere",
    "der",
    "i",
    "på",
    "fra",
    "desuden",
    "endvidere",
    "herudover",
    "derudover",
    "endelig",
    "øvrige",
    "afbud",
    "forfald",
    "fraværende",
    "bestyrelsen",
    "udvalget",
    "rådet",
    "foruden",
    "ligeledes",
    "tillige",
];

/// Words right before the names in such a sentence.
const BEFORE_NAMES: [&str; 24] = [
    "var",
    "er",
    "deltog",
    "deltager",
    "mødte",
    "møder",
    "fra",
    "af",
    "ved",
    "meldt",
    "mødt",
    "endvidere",
    "desuden",
    "også",
    "foruden",
    "tillige",
    "stede",
    "tilstede",
    "fraværende",
    "sendt",
    "v/",
    "tillige",
    "ligeledes",
    "samt",
];

/// What a sentence tells before it names people: the label whose list the names are, and where they
/// begin, in bytes. `Fra Havnestyrelsen deltog endvidere kontorchef Bo Holm` → *desuden deltog*, 39.
pub(crate) fn lead(text: &str, words: &Words) -> Option<(&'static str, usize)> {
    let first = danish::lowercase(text.split_whitespace().next()?);
    if !OPENERS.contains(&first.trim_end_matches([',', '.'])) {
        return None;
    }
    let mut place = 0;
    let mut before = "";
    for word in text.split_whitespace().take(14) {
        let after = text.get(place..)?;
        let at = place + after.len() - after.trim_start().len();
        place = at + word.len();
        let opens = BEFORE_NAMES.contains(&danish::lowercase(before).trim_end_matches([':', ',']));
        before = word;
        if opens
            && let Some(label) = label_told(text.get(..at)?)
            && let names = text.get(at..)?
            && (begins_with_person(names, words) || begins_with_name(names, words))
        {
            return Some((label, at));
        }
    }
    None
}

/// The label that the words before the names stand for.
fn label_told(lead: &str) -> Option<&'static str> {
    let lower = danish::lowercase(lead);
    let tells = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if tells(&["afbud", "forfald", "forhindret"]) {
        return Some("afbud");
    }
    if tells(&["fraværende", "ikke til stede", "ikke mødt", "udeblev"]) {
        return Some("fraværende");
    }
    if !tells(&["deltog", "deltager", "mødt", "møder", "til stede", "tilstede", "repræsenteret"])
    {
        return None;
    }
    if tells(&["desuden", "endvidere", "herudover", "derudover", "endelig", "tillige", "øvrige"])
        || tells(&["ligeledes", "gæst"])
        || lower.starts_with("under ")
        || lower.starts_with("fra ") && !tells(&["fra bestyrelsen", "fra udvalget", "fra rådet"])
    {
        return Some("desuden deltog");
    }
    Some("til stede")
}

/// Those whom the opening text names as not there.
pub(crate) fn absent(text: &str, words: &Words) -> Vec<Attendee> {
    let lower = danish::lowercase(text);
    // Lower case can change the length of a text in bytes; then nothing is cut by its places.
    if lower.len() != text.len() {
        return Vec::new();
    }
    for mark in EXCEPT {
        let Some(at) = lower.find(mark) else { continue };
        let from = at + mark.len();
        let rest = lower.get(from..).unwrap_or_default();
        let mut end = rest
            .len()
            .min(AFTER.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len()));
        if let Some(stop) = sentence_end(text.get(from..).unwrap_or_default()) {
            end = end.min(stop);
        }
        let Some(names) = text.get(from..from + end) else { continue };
        let rows = parted(names);
        let found = people(&rows, Group::Absent, Presence::Absent, words);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A full stop that is no initial's.
fn sentence_end(text: &str) -> Option<usize> {
    text.char_indices()
        .find(|(at, c)| {
            *c == '.'
                && text.get(..*at).is_some_and(|head| {
                    head.chars().rev().take_while(|c| c.is_alphabetic()).count() > 2
                })
        })
        .map(|(at, _)| at)
}

/// Names that stand side by side without commas: `Karl Holm Theodor Vig Jens Lund`.
pub(super) fn parted(names: &str) -> Vec<String> {
    if names.contains(',') {
        return vec![squeeze(names)];
    }
    let mut rows: Vec<String> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for word in names.split_whitespace() {
        if ["og", "samt", "&"].contains(&word) {
            rows.push(open.join(" "));
            open.clear();
            continue;
        }
        // A given name or an initial after a surname begins the next person.
        let surname = open.len() > 1
            && open.last().is_some_and(|last| last.chars().count() > 2 && !last.ends_with('.'));
        let initial = word.trim_end_matches('.').chars().count() <= 2
            && word.chars().all(|c| c.is_uppercase() || c == '.');
        let short = word.ends_with('.') && is_cut_short(word);
        if surname && (danish::is_given_name(word) || initial || short) {
            rows.push(open.join(" "));
            open.clear();
        }
        // `Bo Vig. Peder Krogh.`: a full stop behind a surname.
        let ends = !open.is_empty()
            && word.ends_with('.')
            && word.chars().count() > 3
            && !is_cut_short(word);
        open.push(if ends { word.trim_end_matches('.') } else { word });
        if ends {
            rows.push(open.join(" "));
            open.clear();
        }
    }
    rows.push(open.join(" "));
    rows.retain(|row| !row.is_empty());
    rows
}

/// Given names as old records cut them short: `Johs.`, `Alb.`
fn is_cut_short(word: &str) -> bool {
    [
        "chr", "johs", "joh", "th", "kr", "vilh", "alfr", "alb", "aug", "fr", "ferd", "herm",
        "rasm", "jac",
    ]
    .contains(&danish::lowercase(word.trim_end_matches('.')).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::new("", include_str!("../../../index-config/titles.txt"))
    }

    #[test]
    fn sentences_name_who_was_not_there() {
        for (text, want) in [
            (
                "alle Medlemmer var forsamlet med Undtagelse af Karl Holm Theodor Vig Jens Lund der forhandledes følgende",
                &["Karl Holm", "Theodor Vig", "Jens Lund"][..],
            ),
            (
                "alle var mødt med Undtagelse af Jens Holm og Johs Vig der forhandledes",
                &["Jens Holm", "Johs Vig"],
            ),
            ("Fraværende var H. Holm Til Behandling forelaa:", &["H. Holm"]),
            ("Alle medlemmer undtagen Bo Holm og Ea Vig var til stede.", &["Bo Holm", "Ea Vig"]),
            ("samtlige Medlemmer var mødt", &[]),
        ] {
            let got: Vec<String> =
                absent(text, &words()).into_iter().map(|person| person.name).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
