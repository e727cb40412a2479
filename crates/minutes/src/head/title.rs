//! The lines of a header in, those of its title out, or the sentence that an old record opens with.
//!
//! Deliberately absent: what the title says.

use danish::find_dates;

use super::letterhead::is_labelled;
use crate::line::{Line, ends_sentence, starts_lower};
use crate::vocabulary::Words;

/// Words that tell the title of minutes.
const MEETING_WORDS: [&str; 9] = [
    "referat",
    "møde",
    "generalforsamling",
    "protokol",
    "beslutningsprotokol",
    "dagsorden",
    "forhandlingsprotokol",
    "afholdt",
    "forsamlet",
];

pub(super) fn says_meeting(text: &str) -> bool {
    let lower = danish::lowercase(text);
    MEETING_WORDS.iter().any(|word| lower.contains(word))
}

/// `Aar 1942 var Sogneraadet …` → 1942.
pub(super) fn year_of_opening(text: &str) -> Option<i16> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.find(|word| ["aar", "år"].contains(&danish::lowercase(word).as_ref()))?;
    words.next()?.parse().ok().filter(|year| (1600..2200).contains(year))
}

pub(super) fn prose_opening(text: &str) -> bool {
    // `Referat af generalforsamling afholdt den 3. maj` is a title.
    if crate::body::tells_document_first(text) {
        return false;
    }
    let lower =
        danish::lowercase(text).replace(['\n', '\t'], " ").replace("- ", "").replace("= ", "");
    if ["referat af ", "referat fra "].iter().any(|words| lower.contains(words)) {
        return false;
    }
    [
        " afholdt ",
        " afholdtes ",
        " afholt ",
        " holdt ",
        " forsamlet ",
        " var sogneraadet",
        " i dag møde",
        " i møde ",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// The lines of the title: those of the first paragraph that speaks of a meeting, up to its date.
pub(super) fn title_lines(lines: &[Line], words: &Words) -> Vec<usize> {
    let mut paragraph: Vec<usize> = Vec::new();
    let mut paragraphs: Vec<Vec<usize>> = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        if line.is_blank() || is_labelled(&line.text, words) {
            if !paragraph.is_empty() {
                paragraphs.push(std::mem::take(&mut paragraph));
            }
            if !line.is_blank() {
                paragraphs.push(Vec::new());
            }
            continue;
        }
        paragraph.push(idx);
    }
    paragraphs.push(paragraph);
    let text_of = |paragraph: &[usize]| -> String {
        paragraph
            .iter()
            .filter_map(|idx| lines.get(*idx))
            .map(|line| line.text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let before_labels: Vec<&Vec<usize>> =
        paragraphs.iter().take(6).filter(|p| !p.is_empty()).collect();
    let chosen = before_labels
        .iter()
        .find(|p| says_meeting(&text_of(p)) && !find_dates(&text_of(p), None).is_empty())
        .or_else(|| {
            // `Havneudvalget torsdag den 5. oktober 2023`
            before_labels.first().filter(|p| {
                let text = text_of(p);
                crate::body::names_body(&text) && !find_dates(&text, None).is_empty()
            })
        })
        .or_else(|| before_labels.iter().find(|p| says_meeting(&text_of(p))))
        .or_else(|| before_labels.first());
    // `Referat fra …` above a sentence that tells the day is the title.
    let titled = before_labels.first().filter(|p| {
        let text = text_of(p);
        crate::body::tells_document_first(&text) && text.split_whitespace().count() > 3
    });
    let chosen = match (titled, chosen) {
        (Some(titled), Some(chosen)) if crate::prose::reads_as_text(&text_of(chosen)) => {
            Some(titled)
        }
        _ => chosen,
    };
    let Some(chosen) = chosen else { return Vec::new() };
    let text = text_of(chosen);
    if prose_opening(&text) {
        // The sentence that a record begins with, to its end.
        let mut sentence = Vec::new();
        for idx in chosen.iter().take(4) {
            sentence.push(*idx);
            if lines.get(*idx).is_some_and(|line| ends_sentence(&line.text)) && sentence.len() > 1 {
                break;
            }
        }
        return sentence;
    }
    // The title ends with the line that its date ends on.
    let date_end = find_dates(&text, None)
        .into_iter()
        .find(|date| date.year.is_some())
        .map(|date| date.range.end);
    let mut end = 0;
    let mut title = Vec::new();
    for idx in chosen.iter() {
        let Some(line) = lines.get(*idx) else { break };
        let before = title.last().and_then(|idx: &usize| lines.get(*idx));
        match date_end {
            Some(date_end) if end >= date_end => {
                let open = before
                    .is_some_and(|line| crate::joining::break_mark(&line.text).is_some())
                    || (starts_lower(&line.text)
                        && ["i ", "på ", "for ", "hos ", "med "]
                            .iter()
                            .any(|w| line.text.starts_with(w)));
                if !open {
                    break;
                }
            }
            Some(_) => {}
            None => {
                if title.len() >= 3 || before.is_some_and(|b| ends_sentence(&b.text)) {
                    break;
                }
            }
        }
        end += line.text.len() + 1;
        title.push(*idx);
    }
    title
}
