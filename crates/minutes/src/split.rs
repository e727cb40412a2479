//! The lines of a file in, the lines of each of its meetings out.
//!
//! A meeting begins where the minutes say so: `Aar 1942 den 3 Juni var Sogneraadet forsamlet`, `Elev
//! Sogneraad afholdt i Dag Møde`, `13 Møde`, `Ordinært Møde d. 10/1 1940`, `Referat af bestyrelsesmøde
//! den …`. What stands before the first of them is the end of a meeting begun in an earlier volume.
//! Deliberately absent: what a meeting's header says (`head`).

use std::ops::Range;

use danish::{Date, find_dates, weekday_named};

use crate::agenda::number_of;
use crate::joining::{Evidence, join};
use crate::line::{Line, after_start, ends_sentence};
use crate::sections::label;
use crate::vocabulary::Words;

/// How a meeting was seen to begin.
#[derive(Debug, Clone, PartialEq)]
enum Opening {
    /// The sentence that every record of the volume begins with: *afholdt … Møde*, `13 Møde`.
    Record,
    /// A title with a date: which kind of title, and the date.
    Title(String, Option<Date>),
}

/// The lines of one meeting.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// Which lines.
    pub lines: Range<usize>,
    /// The meeting begins here; else it is the end of one begun in an earlier volume.
    pub begins: bool,
}

/// Where each meeting stands, in order, every line in exactly one. One part when the file holds one
/// meeting.
pub(crate) fn meetings(
    lines: &[Line],
    words: &Words,
    evidence: &Evidence,
    near: Option<i16>,
) -> Vec<Part> {
    let mut found: Vec<(usize, Opening)> = Vec::new();
    for at in 0..lines.len() {
        if let Some(opening) = opening(lines, at, evidence, near) {
            found.push((at, opening));
        }
    }
    let found = confirmed(lines, found, words);
    let mut starts: Vec<usize> = Vec::new();
    let mut seen: Option<usize> = None;
    for (at, opening) in found {
        // `5 Møde` and the sentence below it open one meeting.
        let close = seen.is_some_and(|last| {
            let between = lines.get(last..at).unwrap_or_default();
            let n_lines = between.iter().filter(|line| !line.is_blank()).count();
            n_lines < if opening == Opening::Record { 3 } else { 2 }
        });
        if !close {
            starts.push(at);
        }
        seen = Some(at);
    }
    if starts.is_empty()
        || (starts.len() == 1 && starts.first().is_some_and(|at| text_before(lines, *at) < 12))
    {
        return vec![Part { lines: 0..lines.len(), begins: true }];
    }
    // A page head or a year alone above the first meeting is no meeting.
    if let Some(first) = starts.first_mut()
        && text_before(lines, *first) < 3
    {
        *first = 0;
    }
    let begins = starts.first() == Some(&0);
    if !begins {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(from, to)| Part { lines: from..to, begins: begins || from > 0 })
        .collect()
}

fn text_before(lines: &[Line], at: usize) -> usize {
    lines.get(..at).unwrap_or_default().iter().filter(|line| !line.is_blank()).count()
}

/// Titles count when the volume has several of their kind, of different days, or a header follows.
fn confirmed(lines: &[Line], found: Vec<(usize, Opening)>, words: &Words) -> Vec<(usize, Opening)> {
    let titles: Vec<(String, Option<Date>)> = found
        .iter()
        .filter_map(|(_, opening)| match opening {
            Opening::Title(word, date) => Some((word.clone(), *date)),
            Opening::Record => None,
        })
        .collect();
    let mut last_date: Option<Date> = None;
    found
        .into_iter()
        .filter(|(at, opening)| match opening {
            Opening::Record => true,
            Opening::Title(word, date) => {
                let others =
                    titles.iter().filter(|(other, day)| other == word && day != date).count();
                let again = date.is_some() && *date == last_date;
                let first = text_before(lines, *at) == 0;
                let takes = !again && (others > 0 || first || header_follows(lines, *at, words));
                if takes {
                    last_date = *date;
                }
                takes
            }
        })
        .collect()
}

fn header_follows(lines: &[Line], at: usize, words: &Words) -> bool {
    lines
        .get(at + 1..)
        .unwrap_or_default()
        .iter()
        .filter(|line| !line.is_blank())
        .take(8)
        .any(|line| label(&line.text, words).is_some())
}

/// Most lines of an opening sentence; the longest we know run over four.
const OPENING_LINES: usize = 4;

fn opening(lines: &[Line], at: usize, evidence: &Evidence, near: Option<i16>) -> Option<Opening> {
    let line = lines.get(at)?;
    if line.is_blank() {
        return None;
    }
    let fresh = starts_paragraph(lines, at);
    if !fresh && !["aar", "år"].iter().any(|year| after_start(&line.text, year).is_some()) {
        return None;
    }
    let lower = danish::lowercase(&line.text);
    if numbered_meeting(&lower) && fresh {
        return Some(Opening::Record);
    }
    // Only lines that can open a meeting are joined with those below them: the rest costs nothing.
    let head = opening_head(&lower)?;
    let strong = head == Head::Year;
    if !fresh && !strong {
        return None;
    }
    let paragraph: Vec<&Line> = lines
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|line| !line.is_blank())
        .take(OPENING_LINES)
        .collect();
    let (text, _) = join(&paragraph, evidence);
    let lower_text = danish::lowercase(&text);
    let begin = first_chars(&lower_text, 160);
    // *Valgforsamlingen afholdes den 15. september* is still to come.
    let meets = begin.contains("samlet til")
        || begin.split(|c: char| !c.is_alphanumeric()).any(|word| {
            let verbs = ["afholdt", "afholt", "afhold", "holdt", "forsamlet", "mødtes"];
            !word.starts_with("afholde") && verbs.iter().any(|verb| word.contains(verb))
        });
    let names_meeting = begin.contains("møde") || begin.contains("forsamlet");
    let names_body =
        ["raad", "råd", "bestyrelse", "udvalg", "generalforsamling", "forening", "menighed"]
            .iter()
            .any(|body| begin.contains(body));
    let dates = find_dates(&text, near);
    let early = dates.iter().find(|date| date.range.start < 120);
    let today = begin.contains("i dag");
    match head {
        Head::Year | Head::Day | Head::Body | Head::Today => {
            let dated = early.is_some() || today || strong || begin.contains(" i møde ");
            let other = ["aastedsforretning", "aastedsmøde", "åstedsforretning", "syn"]
                .iter()
                .any(|word| begin.split(|c: char| !c.is_alphanumeric()).any(|w| w == *word));
            (meets && names_meeting && names_body && dated && !other).then_some(Opening::Record)
        }
        Head::Title(word) => {
            let date = dates.iter().find(|date| date.range.start < line.text.len().max(60));
            let short =
                line.text.chars().count() <= 120 && !crate::prose::reads_as_text(&line.text);
            let dated = date.is_some_and(|date| date.year.is_some());
            (dated && short).then(|| Opening::Title(word, date.and_then(|date| date.date())))
        }
    }
}

#[derive(Debug, PartialEq)]
enum Head {
    /// `Aar 1942 …`
    Year,
    /// `Mandag den …`, `Den 3. juni …`
    Day,
    /// `Elev Sogneraad …`
    Body,
    /// `I Dag …`
    Today,
    /// `Ordinært Møde d. …`, `Referat af …`: which kind.
    Title(String),
}

/// What a line, in lower case, begins with, when a meeting can begin so.
fn opening_head(lower: &str) -> Option<Head> {
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next().unwrap_or_default());
    if (first == "aar" || first == "år")
        && second.len() == 4
        && second.bytes().all(|b| b.is_ascii_digit())
    {
        return Some(Head::Year);
    }
    let weekday = weekday_named(first).is_some()
        || first.strip_suffix("en").is_some_and(|day| weekday_named(day).is_some())
        || (first.ends_with("dag") && first.len() > 4 && second == "den");
    if weekday || ((first == "den" || first == "d") && second.bytes().all(|b| b.is_ascii_digit())) {
        return Some(Head::Day);
    }
    if first == "i" && second == "dag" {
        return Some(Head::Today);
    }
    if number_of(lower).is_some() || first == "næste" || first == "kommende" {
        return None;
    }
    if lower.chars().count() <= 120 {
        let title = [
            "referat",
            "mødereferat",
            "beslutningsreferat",
            "beslutningsprotokol",
            "protokol",
            "forhandlingsprotokol",
            "ordinær",
            "ordinært",
            "ekstra",
            "extra",
            "ekstraordinær",
            "ekstraordinært",
            "konstituerende",
            "bestyrelsesmøde",
            "generalforsamling",
            "møde",
            "ordinærmøde",
            "ordinærtmøde",
        ];
        let names = || {
            lower.contains("møde")
                || lower.contains("generalforsamling")
                || first.contains("protokol")
        };
        if (title.contains(&first) || first.ends_with("møde") || first.ends_with("referat"))
            && names()
        {
            // Ordinary and extra meetings alternate in one volume: they are one kind of title.
            let kind = if first.contains("referat") || first.contains("protokol") {
                first
            } else {
                "møde"
            };
            return Some(Head::Title(kind.to_string()));
        }
    }
    if first.starts_with("sogneraad")
        || first.starts_with("sogneråd")
        || lower.split_whitespace().take(5).any(|word| {
            word.contains("raad") || word.contains("råd") || word.contains("bestyrelse")
        })
    {
        return Some(Head::Body);
    }
    None
}

/// `13 Møde`, `5. møde`, `10 Møder` alone on a line.
pub(crate) fn numbered_meeting(lower: &str) -> bool {
    let mut words = lower.split_whitespace();
    let (Some(number), Some(word), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    let number = number.trim_end_matches('.');
    !number.is_empty()
        && number.len() <= 4
        && number.bytes().all(|b| b.is_ascii_digit())
        && ["møde", "møder", "mode"].contains(&word.trim_end_matches(['.', ':']))
}

/// Whether a line begins a paragraph: after a blank line, a page's year, or a closing line.
fn starts_paragraph(lines: &[Line], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| lines.get(at)) else { return true };
    if before.is_blank() {
        return true;
    }
    // All lines below have fewer than five words; most have more.
    if before.text.split_whitespace().nth(4).is_some() {
        return false;
    }
    let text = danish::lowercase(&before.text);
    text.contains("hævet")
        || (ends_sentence(&text)
            && text.chars().filter(char::is_ascii_digit).count() >= 4
            && text.chars().count() < 6)
        || numbered_meeting(&text)
}

fn first_chars(text: &str, n_chars: usize) -> &str {
    text.char_indices().nth(n_chars).map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines_of;

    fn starts(text: &str) -> Vec<usize> {
        let lines = lines_of(text);
        let words = Words::new(include_str!("../../../index-config/header-labels.txt"), "");
        meetings(&lines, &words, &Evidence::of(&lines), Some(1942))
            .into_iter()
            .map(|part| part.lines.start)
            .collect()
    }

    #[test]
    fn openings_of_meetings() {
        for (text, want) in [
            (
                "Aar 1942 den 3 Juni var Sogneraadet for-\nsamlet i Lund Skole\n\n1\nEn Sag.\n\nAar 1942 den 9 Juli afholdt Sogneraadet\nMøde i Lund.\n\n1\nEn Sag.",
                &[0, 6][..],
            ),
            (
                "Lund Sogneraad afholdt i Dag Møde, hvor\nfølgende behandledes.\n\nEn Sag.\n\nLund Sogneraad d. 3/3 1942\nBo Holm\n\nSogneraadet afholdt i Dag Møde hvor følgende\nbehandledes\n\nEn Sag.",
                &[0, 8],
            ),
            (
                "5 Møde\nAar 1942 den 3 Juni var Sogneraadet forsamlet\n\n1\nEn Sag.\n\n6 Møde\nAar 1942 den 9 Juli var Sogneraadet forsamlet\n\n1\nEn Sag.",
                &[0, 6],
            ),
            (
                "Ordinær Møde d. 10/1 1942 - Kl. 14\n\n1.\nEn Sag.\n\nNæste Møde d. 14/2 1942\n\nBo Holm\n\nEkstra Møde d. 7/2 1942\n\n1.\nEn Sag.\n\nOrdinær Møde d. 14/2 1942\n\n1.\nEn Sag.",
                &[0, 9, 14],
            ),
            (
                "Referat af møde i Rådet den 3. marts 2020\n\n1. Sag\nReferat af mødet den 3. februar 2020 blev godkendt.\n\n2. Sag\nVi mødes igen.",
                &[0],
            ),
            (
                "Referat af møde i Rådet den 3. marts 2020\n\nTil stede: Bo Holm\n\n1. Sag\nGodkendt.\n\nReferat af møde i Rådet den 3. april 2020\n\nTil stede: Bo Holm\n\n1. Sag\nGodkendt.",
                &[0, 7],
            ),
            (
                "Protokol for Lund Menighedsråd\n\n1  Regnskab\nGodkendt.\nTaget til efterretning.\n\n2  Valg\n\nValgforsamlingen afholdes den 15. september 2020. På mødet i maj\nmødte 14. Bestyrelsen ser frem til det.\n\n3  Eventuelt\nIntet.",
                &[0],
            ),
            ("", &[0]),
        ] {
            assert_eq!(starts(text), want, "{text}");
        }
    }
}
