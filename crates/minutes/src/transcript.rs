//! A transcript in, meetings out: its speakers are those that the file marks, nobody is guessed.
//!
//! `names` tells who a reference is, `agenda` makes items of headings. Interjections and notes stand
//! among the statements with a block of their own (`Indskud`, `Note`) and no speaker. Deliberately
//! absent: reporting verbs, pronouns and decisions, which belong to minutes that tell of speech.

mod agenda;
mod names;

use danish::{Date, Text, find_dates, period_in_name};
use documents::{Line, Part, Passage, PassageKind, Sitting, Transcript};

use crate::sentences::sentences;
use crate::speech::cast::Cast;
use crate::speech::token::tokens;
use crate::{Attendee, Attribution, Group, How, Meeting, Remark, Statement, mention};
use agenda::Agenda;
use names::Names;

/// The block of what is heard or seen while others speak.
const INTERJECTION: &str = "Indskud";
/// The block of notes by whoever wrote the transcript.
const NOTE: &str = "Note";

/// Understands a transcript as meetings. Never fails: what the file does not tell is a remark.
///
/// `place` is the path of the file as the archive shows it; it may tell a date that the file lacks.
///
/// # Examples
/// ```
/// let tei = r#"<TEI><text><body><u who="BøghHanne"><seg>Mødet er åbnet.</seg></u></body></text></TEI>"#;
/// let (document, _) = documents::read(tei.as_bytes(), "2021-03-04.xml")?;
/// let documents::Document::Transcript(transcript) = document else { panic!("pages") };
/// let (meetings, _) = minutes::read_transcript(&transcript, "2021-03-04.xml");
/// let said = meetings[0].statements[0].attribution.as_ref();
/// assert_eq!(said.map(|a| a.speaker.as_str()), Some("Hanne Bøgh"));
/// # Ok::<(), documents::DocumentError>(())
/// ```
pub fn read_transcript(transcript: &Transcript, place: &str) -> (Vec<Meeting>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let mut meetings = Vec::new();
    for sitting in &transcript.sittings {
        let mut meeting = meeting(sitting, place, &mut remarks);
        meeting.number = meetings.len() as u32 + 1;
        crate::reference::refer(&mut meeting);
        meetings.push(meeting);
    }
    (meetings, remarks)
}

fn meeting(sitting: &Sitting, place: &str, remarks: &mut Vec<Remark>) -> Meeting {
    let (date, date_text) = day(sitting, place, remarks);
    let names = Names::new(sitting, date, remarks);
    let people = people(sitting, &names);
    let cast = Cast::new(&people);
    let mut agenda = Agenda::new(date);
    let mut statements: Vec<Statement> = Vec::new();
    let mut header = Vec::new();
    let mut passages = sitting.passages.iter().peekable();
    while let Some(passage) = passages.next() {
        let (text, lines) = joined(passage);
        if text.is_empty() {
            continue;
        }
        match passage.kind {
            PassageKind::Heading(level) => {
                let is_number = |next: &&Passage| next.kind == PassageKind::AgendaNumber;
                let number = passages.peek().filter(|p| is_number(p)).map(|p| joined(p).0);
                if let Some(number) = &number {
                    header.push(number.clone());
                    passages.next();
                }
                agenda.heading(&text, number.as_deref(), level, line_at(&lines, 0), passage.page);
            }
            // Some transcripts have the title in it, and no heading.
            PassageKind::AgendaNumber => {
                agenda.heading(&text, None, u8::MAX, line_at(&lines, 0), passage.page);
            }
            PassageKind::Speech(utterance) => {
                for range in sentences(&text) {
                    let sentence = text.get(range.clone()).unwrap_or_default();
                    let from = line_at(&lines, range.start);
                    let to = line_at(&lines, range.end.saturating_sub(1));
                    let mut said = statement(sentence, (from, to), passage, &agenda);
                    speak(&mut said, names.of_utterance(utterance), &cast);
                    statements.push(said);
                }
            }
            PassageKind::Sentence(utterance) => {
                let to = line_at(&lines, text.len());
                let mut said = statement(&text, (line_at(&lines, 0), to), passage, &agenda);
                speak(&mut said, names.of_utterance(utterance), &cast);
                statements.push(said);
            }
            PassageKind::Interjection | PassageKind::Note => {
                let to = line_at(&lines, text.len());
                let mut said = statement(&text, (line_at(&lines, 0), to), passage, &agenda);
                let is_note = passage.kind == PassageKind::Note;
                said.block = Some(if is_note { NOTE } else { INTERJECTION }.to_owned());
                said.mentions = mention::mentions(&tokens(&text), &cast, None);
                statements.push(said);
            }
        }
    }
    Meeting {
        title: normal(&sitting.title),
        body: body(sitting),
        date,
        date_text,
        header,
        people,
        items: agenda.items,
        statements,
        lines: sitting.lines,
        page: sitting.passages.first().map_or(1, |passage| passage.page),
        ..Meeting::default()
    }
}

fn statement(text: &str, lines: (u32, u32), passage: &Passage, agenda: &Agenda) -> Statement {
    Statement {
        item: agenda.current(),
        text: text.to_owned(),
        paragraph: passage.paragraph,
        lines,
        page: passage.page,
        ..Statement::default()
    }
}

fn speak(statement: &mut Statement, speaker: Option<&str>, cast: &Cast) {
    let who = speaker.and_then(|name| cast.people.iter().position(|person| person.name == name));
    statement.mentions = mention::mentions(&tokens(&statement.text), cast, who);
    statement.attribution = speaker.map(|name| Attribution {
        speaker: name.to_owned(),
        how: How::Marked,
        evidence: 0..0,
        doubt: None,
    });
}

/// Everybody who speaks, in order of their first words.
fn people(sitting: &Sitting, names: &Names) -> Vec<Attendee> {
    let mut people: Vec<Attendee> = Vec::new();
    for (number, utterance) in sitting.utterances.iter().enumerate() {
        let Some(name) = names.of_utterance(number) else { continue };
        let at = people.iter().position(|person| person.name == name).unwrap_or_else(|| {
            people.push(Attendee {
                name: name.to_owned(),
                affiliation: names.affiliation(utterance),
                role: names.role(utterance),
                group: if utterance.part == Part::Guest { Group::Other } else { Group::Member },
                ..Attendee::default()
            });
            people.len() - 1
        });
        if let Some(person) = people.get_mut(at).filter(|_| utterance.part == Part::Chair) {
            person.role.get_or_insert_with(|| "mødeleder".to_owned());
        }
    }
    people
}

/// The day that the file marks, else the one in its name.
fn day(sitting: &Sitting, place: &str, remarks: &mut Vec<Remark>) -> (Option<Date>, String) {
    let line = Some(sitting.date_line).filter(|line| *line > 0);
    if let Some(text) = &sitting.date {
        let found = find_dates(text, None).into_iter().find_map(|found| found.date());
        if found.is_some() {
            return (found, text.clone());
        }
        remarks.push(Remark { line, text: format!("no such day: {text}") });
    }
    let named = period_in_name(place).filter(|period| period.from() == period.to());
    let text = match named {
        Some(period) => format!("date {} taken from the file name", period.from()),
        None => "no date found for this meeting".to_owned(),
    };
    remarks.push(Remark { line: Some(sitting.lines.0), text });
    (named.map(|period| period.from()), String::new())
}

/// The body: the organisation that the file refers to, else whatever of its setting names a body.
fn body(sitting: &Sitting) -> String {
    let referred = sitting.bodies.iter().filter_map(|body| body.strip_prefix('#')).find_map(|id| {
        sitting.people.organisations.iter().find(|organisation| organisation.id == id)
    });
    if let Some(organisation) = referred {
        return normal(&organisation.name);
    }
    let named = sitting.bodies.iter().filter(|body| !body.starts_with('#')).find_map(|body| {
        // *Folketinget, Christiansborg*: the house stands after the body.
        let first = normal(body.split(',').next().unwrap_or_default());
        names_body(&first).then_some(first)
    });
    named.unwrap_or_else(|| crate::body::body_of(&normal(&sitting.title), None))
}

fn names_body(name: &str) -> bool {
    let lower = danish::lowercase(name);
    crate::body::names_body(name) || lower.ends_with("ting") || lower.ends_with("tinget")
}

fn normal(text: &str) -> String {
    crate::line::squeeze(Text::new(text).as_str())
}

/// The text of a passage on one line, NFC, and where each line of the file begins in it.
fn joined(passage: &Passage) -> (String, Vec<(usize, u32)>) {
    let mut text = String::new();
    let mut starts = Vec::new();
    for Line { number, text: line, .. } in &passage.lines {
        let line = normal(line);
        if line.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        starts.push((text.len(), *number));
        text.push_str(&line);
    }
    (text, starts)
}

fn line_at(starts: &[(usize, u32)], offset: usize) -> u32 {
    let at = starts.partition_point(|(start, _)| *start <= offset);
    starts.get(at.saturating_sub(1)).map_or(0, |(_, line)| *line)
}
