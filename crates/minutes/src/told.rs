//! People whom a sentence tells of instead of a list: *alle Medlemmer var mødt med Undtagelse af Karl
//! Holm og Per Vig*, *Fraværende var H. Holm*; and those who signed below a record.
//!
//! In: the opening text of a meeting, its last lines. Out: attendees. Deliberately absent: lists with
//! labels (`head`).

use crate::line::{Line, squeeze};
use crate::people::people;
use crate::vocabulary::Words;
use crate::{Attendee, Group, Presence};

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

/// Those whom the opening text names as not there.
pub(crate) fn absent(text: &str, words: &Words) -> Vec<Attendee> {
    let lower = text.to_lowercase();
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
fn parted(names: &str) -> Vec<String> {
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
        if surname && (danish::is_given_name(word) || initial) {
            rows.push(open.join(" "));
            open.clear();
        }
        open.push(word);
    }
    rows.push(open.join(" "));
    rows.retain(|row| !row.is_empty());
    rows
}

/// Those who signed: the last lines of a record, as long as they hold nothing but names.
pub(crate) fn signed(lines: &[Line], words: &Words) -> Vec<Attendee> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in lines.iter().rev().filter(|line| !line.is_blank()).take(14) {
        let names = parted(&line.text);
        let all = names.iter().all(|name| {
            name.split_whitespace().all(|word| {
                word.starts_with(char::is_uppercase)
                    && word.chars().all(|c| c.is_alphabetic() || ".-".contains(c))
            }) && !people(std::slice::from_ref(name), Group::Member, Presence::Present, words)
                .is_empty()
        });
        if !all {
            break;
        }
        rows.push(names);
    }
    // One line of names may be anything; a list has more.
    if rows.iter().map(Vec::len).sum::<usize>() < 3 {
        return Vec::new();
    }
    let rows: Vec<String> = rows.into_iter().rev().flatten().collect();
    people(&rows, Group::Member, Presence::Present, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Vocabulary;

    fn words() -> Words {
        Words::of(&Vocabulary {
            titles: include_str!("../../../index-config/titles.txt").into(),
            ..Vocabulary::default()
        })
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

    #[test]
    fn a_list_of_signatures() {
        let lines: Vec<Line> = [
            "6",
            "Kassebeholdningen udgør 400 Kr",
            "",
            "RN Holm Jens Vig",
            "A Lund",
            "K Krogh I Friis",
        ]
        .iter()
        .map(|text| Line { text: text.to_string(), ..Line::default() })
        .collect();
        let got: Vec<String> =
            signed(&lines, &words()).into_iter().map(|person| person.name).collect();
        assert_eq!(got, ["RN Holm", "Jens Vig", "A Lund", "K Krogh", "I Friis"]);
        assert!(signed(&lines[..2], &words()).is_empty());
    }
}
