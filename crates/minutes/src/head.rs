//! The lines before the first item in; title, body, date and people out, and which lines those took.
//!
//! Deliberately absent: items; and dates from file names (see `read`).

use danish::{FoundDate, find_dates};

use crate::joining::{Evidence, join};
use crate::line::{Line, ends_sentence, squeeze, starts_lower};
use crate::sections::{Field, label, read_sections};
use crate::vocabulary::{Under, Words};
use crate::{Attendee, Group};

/// What the header of one meeting tells.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// Title, lines joined; empty when there is none.
    pub title: String,
    /// The body as the title or a label names it; empty when neither does.
    pub body: String,
    /// Dates of the header that may be the meeting's, best first, with the text they stand in.
    pub dates: Vec<(FoundDate, String, u32)>,
    /// Dates in other lines of the header.
    pub other_dates: Vec<(FoundDate, String, u32)>,
    /// The opening sentence says *i Dag* instead of a date.
    pub opens_today: bool,
    /// The year of the opening sentence, where it stands apart from the day (`16 Juli / Aar 1942`).
    pub year: Option<i16>,
    /// Everybody in its lists.
    pub people: Vec<Attendee>,
    /// The lines of its lists as printed.
    pub lines: Vec<String>,
    /// For each line given: whether the header took it.
    pub taken: Vec<bool>,
}

/// Reads a header. `near` is the year that short years lie close to.
pub(crate) fn head(lines: &[Line], words: &Words, evidence: &Evidence, near: Option<i16>) -> Head {
    let mut head = Head { taken: vec![false; lines.len()], ..Head::default() };
    let title_lines = title_lines(lines, words);
    let mut fields: Vec<Field> = Vec::new();
    read_sections(lines, &title_lines, words, evidence, &mut head, &mut fields);
    let title: Vec<&Line> = title_lines.iter().filter_map(|idx| lines.get(*idx)).collect();
    let (text, _) = join(&title, evidence);
    let title_number = title.first().map_or(0, |line| line.number);
    let is_prose = (crate::prose::reads_as_text(&text)
        && !crate::body::tells_document_first(&text))
        || prose_opening(&text);
    head.title = if is_prose { crate::prose::beginning(&text) } else { text.clone() };
    if !is_prose {
        for idx in &title_lines {
            if let Some(taken) = head.taken.get_mut(*idx) {
                *taken = true;
            }
        }
    }
    let of_field = |field: &&Field| field.field == "date";
    // `Mødedato` tells the day before the title does, `Dato` of a letterhead after it.
    for field in fields.iter().filter(of_field).filter(|field| dates_meeting(&field.label)) {
        head.dates.extend(dates_of(&field.text, field.number, near));
    }
    head.dates.extend(dates_of(&text, title_number, near));
    for field in fields.iter().filter(of_field).filter(|field| !dates_meeting(&field.label)) {
        head.dates.extend(dates_of(&field.text, field.number, near));
    }
    let body = fields
        .iter()
        .find(|field| field.field == "body" && find_dates(&field.text, near).is_empty());
    head.body = body.map(|field| field.text.clone()).unwrap_or_default();
    let from_title = if is_prose { String::new() } else { crate::body::body_of(&text, near) };
    let kind_only = crate::body::is_kind_only(&from_title);
    let tells = says_meeting(&text) || crate::body::names_body(&text);
    let says_more = !kind_only || head.body.is_empty();
    if tells && !from_title.is_empty() && says_more {
        head.body = from_title;
    }
    let above = if is_prose { None } else { letterhead(lines, &title_lines, words) };
    // Who meets about a building has no name of its own: the project tells them, before the office does.
    if head.body.is_empty()
        && !above.as_deref().is_some_and(crate::body::names_meeters)
        && let Some(project) = fields.iter().find_map(project)
    {
        head.body = project;
    }
    let wide = crate::body::is_wide(&head.body);
    if let Some(name) = above
        && !(wide && crate::body::is_wide(&name))
    {
        head.body = if wide { name } else { crate::body::with_office(&head.body, &name) };
    }
    if prose_opening(&text) {
        head.opens_today = danish::lowercase(&text)
            .split(". ")
            .next()
            .is_some_and(|first| first.contains(" i dag "));
        head.year = year_of_opening(&text);
        head.body = crate::body::body_in_prose(&text);
    }
    head.body = crate::body::unshouted(&head.body);
    for line in lines.iter().filter(|line| !line.is_blank()).take(12) {
        head.other_dates.extend(dates_of(&line.text, line.number, near));
    }
    merge(&mut head.people);
    head
}

/// What a field says of the project, without the number of its file: `2207 Ombygning af …`.
fn project(field: &Field) -> Option<String> {
    let name = field.text.trim_start_matches(|c: char| !c.is_alphabetic());
    (field.field == "project" && name.chars().filter(|c| c.is_alphabetic()).count() > 4)
        .then(|| name.to_string())
}

/// Whether a label says that its date is that of the meeting.
fn dates_meeting(label: &str) -> bool {
    let lower = danish::lowercase(label);
    lower.contains("møde") || lower.contains("afholdt") || lower.starts_with("tid")
}

fn dates_of(text: &str, number: u32, near: Option<i16>) -> Vec<(FoundDate, String, u32)> {
    find_dates(text, near)
        .into_iter()
        .map(|date| {
            let words = text.get(date.range.clone()).unwrap_or_default().to_string();
            (date, words, number)
        })
        .collect()
}

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

fn says_meeting(text: &str) -> bool {
    let lower = danish::lowercase(text);
    MEETING_WORDS.iter().any(|word| lower.contains(word))
}

/// `Aar 1942 var Sogneraadet …` → 1942.
fn year_of_opening(text: &str) -> Option<i16> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.find(|word| ["aar", "år"].contains(&danish::lowercase(word).as_ref()))?;
    words.next()?.parse().ok().filter(|year| (1600..2200).contains(year))
}

fn prose_opening(text: &str) -> bool {
    let lower =
        danish::lowercase(text).replace(['\n', '\t'], " ").replace("- ", "").replace("= ", "");
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
fn title_lines(lines: &[Line], words: &Words) -> Vec<usize> {
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

/// The name of an office alone on its line above or just below the title: the narrowest where several
/// stand there (`Region Nord`, `Havneudvalget`).
fn letterhead(lines: &[Line], title: &[usize], words: &Words) -> Option<String> {
    let names: Vec<String> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .take(6)
        .filter(|(idx, _)| !title.contains(idx))
        // `Lindby Kommune            Dato: 3. maj 2022`
        .filter_map(|(idx, line)| {
            let cell = crate::sections::columns(&line.text).into_iter().next()?;
            Some((idx, squeeze(cell)))
        })
        .filter(|(idx, text)| !in_list(lines, *idx, text, words))
        .map(|(idx, text)| (body_alone(lines, idx, &text, words), text))
        .filter(|(alone, text)| {
            let count = text.chars().count();
            (5..=80).contains(&count)
                && text.starts_with(char::is_uppercase)
                && !text.contains([':', '@'])
                && !text.chars().any(|c| c.is_ascii_digit())
                && (!ends_sentence(text) || text.ends_with("a."))
                && (*alone || !is_labelled(text, words))
                && crate::body::names_body(text)
        })
        .map(|(_, text)| text)
        .collect();
    let narrow = names.iter().find(|name| !crate::body::is_wide(name));
    let name = narrow.or(names.first())?;
    // `Lundby Sogns Menighedsråd, Vig Provsti,`
    let name = [" – ", " - "]
        .iter()
        .find_map(|dash| {
            let (name, rest) = name.rsplit_once(dash)?;
            crate::body::tells_document_first(rest).then_some(name)
        })
        .unwrap_or(name);
    let first = name.split(", ").next().filter(|first| crate::body::names_body(first));
    Some(first.unwrap_or(name).trim_end_matches(',').to_string())
}

/// Whether a line is one of a list of people: it begins with a person, or a label stands above it.
fn in_list(lines: &[Line], idx: usize, text: &str, words: &Words) -> bool {
    let above = lines.get(..idx).unwrap_or_default().iter().rev();
    crate::people::begins_with_person(text, words) && !crate::organisation::is_organisation(text)
        || above
            .take_while(|line| !line.is_blank())
            .filter_map(|line| label(&line.text, words))
            .any(|(under, name, rest)| {
                matches!(under, Under::People(..)) && rest.is_empty() && !names_kind(name)
            })
}

/// `Byrådet` alone on its line with no list below it is the name of the body, not a label.
fn body_alone(lines: &[Line], idx: usize, text: &str, words: &Words) -> bool {
    let below = lines.get(idx + 1);
    names_kind(text)
        && lines.get(idx).is_some_and(|line| squeeze(&line.text) == text)
        && below.is_none_or(|line| {
            line.is_blank() && !next_is_person(lines, idx, words) || is_labelled(&line.text, words)
        })
}

fn next_is_person(lines: &[Line], idx: usize, words: &Words) -> bool {
    let mut below = lines.get(idx + 1..).unwrap_or_default().iter();
    below
        .find(|line| !line.is_blank())
        .is_some_and(|line| crate::people::begins_with_person(&line.text, words))
}

/// One word for a body in its definite form.
fn names_kind(text: &str) -> bool {
    !text.contains([' ', ':']) && crate::body::is_kind(text)
}

fn is_labelled(text: &str, words: &Words) -> bool {
    label(text, words).is_some()
}

/// One person, one entry: the referent of another line is the member of the list.
fn merge(people: &mut Vec<Attendee>) {
    let mut merged: Vec<Attendee> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for attendee in people.drain(..) {
        let key = danish::name_key(&attendee.name);
        let same = merged.iter_mut().zip(&keys).find(|(known, known_key)| {
            **known_key == key
                || (attendee.role.is_some()
                    && attendee.affiliation.is_none()
                    && attendee.name.split(' ').count() > 1
                    && danish::name_matches(&attendee.name, &known.name))
        });
        match same {
            Some((known, _)) => {
                // Who leads the meeting or writes it down may stand above the list of members.
                if known.group == Group::Other && attendee.group == Group::Member {
                    known.group = Group::Member;
                }
                if let Some(role) = attendee.role {
                    let has =
                        known.role.as_deref().is_some_and(|known| known.contains(role.as_str()));
                    if !has {
                        known.role = Some(match known.role.take() {
                            Some(before) => format!("{before}, {role}"),
                            None => role,
                        });
                    }
                }
                // A member of the list who sent an apology, if not for some items only.
                if attendee.group == Group::Absent && attendee.items.is_empty() {
                    known.group = Group::Absent;
                    known.presence = attendee.presence;
                }
                known.affiliation = known.affiliation.take().or(attendee.affiliation);
                known.initials = known.initials.take().or(attendee.initials);
            }
            None => {
                merged.push(attendee);
                keys.push(key);
            }
        }
    }
    *people = merged;
}
