//! A transcript as its file marks it: sittings, who speaks, passages of text. Data only; `tei` reads it.
//!
//! Beside [`Pages`](crate::Pages), not instead of it: pages are lines that somebody has to understand,
//! a transcript says itself what each passage is. Deliberately absent: meetings, and names made of
//! references (`minutes`).

use std::collections::HashSet;

use crate::Line;

/// What a file holds: pages of lines, or a transcript that tells its speakers itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// Lines to be understood.
    Pages(crate::Pages),
    /// Speech with its speakers marked.
    Transcript(Transcript),
}

/// The sittings of one file, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    /// One for most files; a corpus in one file has many.
    pub sittings: Vec<Sitting>,
}

/// One meeting as its transcript has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sitting {
    /// The title for readers: Danish before other languages, one that says *referat* before others.
    /// Empty when there is none.
    pub title: String,
    /// The day as the file has it: `2014-10-07`.
    pub date: Option<String>,
    /// Line of [`Sitting::date`], counted from 1; 0 without one.
    pub date_line: u32,
    /// What may name the body, best first: `Folketinget`, `Folketinget, Christiansborg`.
    pub bodies: Vec<String>,
    /// Who the file itself says people are, and what learned from a list beside it.
    pub people: People,
    /// The utterances, in order.
    pub utterances: Vec<Utterance>,
    /// All text in reading order.
    pub passages: Vec<Passage>,
    /// First and last line in the file, counted from 1, inclusive.
    pub lines: (u32, u32),
}

/// Words of one speaker without another between them (`<u>`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Utterance {
    /// The reference of whoever speaks, without `#`: `BøghHanne`. `None` when the file names nobody or
    /// more than one.
    pub who: Option<String>,
    /// What is printed above the speech: `Formanden (Hanne Bøgh):`.
    pub label: Option<String>,
    /// As what they speak.
    pub part: Part,
    /// Line where it begins, counted from 1.
    pub line: u32,
}

/// As what somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// A member, or the file does not say.
    #[default]
    Member,
    /// Whoever leads the meeting (`#chair`).
    Chair,
    /// A guest (`#guest`).
    Guest,
}

/// A stretch of text of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its text by line of the file, as written and without blank lines; a line end is a space. Not empty.
    pub lines: Vec<Line>,
    /// Paragraph within the sitting, counted from 0; the sentences of one share it.
    pub paragraph: u32,
    /// Page, counted from 1.
    pub page: u32,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// A heading; 1 is the highest level.
    Heading(u8),
    /// The number or reference that an agenda gives the part under the heading: `2014-10-07-1`.
    AgendaNumber,
    /// What somebody says: a paragraph. The number is that of the utterance, from 0.
    Speech(usize),
    /// What somebody says: one sentence, cut by the file.
    Sentence(usize),
    /// Heard or seen while others speak (*tilråb*, *klapsalver*): nobody's words.
    Interjection,
    /// A note of whoever wrote the transcript, or text that nobody speaks.
    Note,
}

/// Who is who: persons and the bodies and parties they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// Persons, in the order of the file.
    pub persons: Vec<Person>,
    /// Organisations, in the order of the file.
    pub organisations: Vec<Organisation>,
}

/// A person that a list tells of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The reference that utterances use.
    pub id: String,
    /// The name, given name first.
    pub name: String,
    /// What they belong to and when.
    pub affiliations: Vec<Affiliation>,
}

/// What a person belongs to, for a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Affiliation {
    /// Reference of the organisation, without `#`: `party.S`.
    pub organisation: String,
    /// What they are there: `member`, `minister`; as the file has it.
    pub role: Option<String>,
    /// The role in words, if the file has them: `finansminister`.
    pub role_name: Option<String>,
    /// First day, inclusive, as the file has it; open when absent.
    pub from: Option<String>,
    /// Last day, inclusive, as the file has it; open when absent.
    pub to: Option<String>,
}

/// A body, a party, a ministry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organisation {
    /// The reference.
    pub id: String,
    /// The name in full; the short one where there is no other.
    pub name: String,
    /// The short name: a party's letter.
    pub short: Option<String>,
    /// What it is: `parliament`, `parliamentaryGroup`; as the file has it.
    pub role: Option<String>,
}

impl Transcript {
    /// Tells every sitting who its speakers are, from a list that lies beside the file. What the file
    /// says itself stands first.
    pub fn learn(&mut self, people: &People) {
        for sitting in &mut self.sittings {
            let speakers: HashSet<&str> =
                sitting.utterances.iter().filter_map(|u| u.who.as_deref()).collect();
            let speak = people.persons.iter().filter(|p| speakers.contains(p.id.as_str()));
            sitting.people.persons.extend(speak.cloned());
            sitting.people.organisations.extend(people.organisations.iter().cloned());
        }
    }
}
