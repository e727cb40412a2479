//! What is answered: hits, meetings, people. Plain data; the printers turn it into text, JSON, HTML.
//!
//! Deliberately absent: how it is found (`archive`), and how it looks (`print`).

use std::fmt;
use std::ops::Range;

use danish::Date;
use schema::{MeetingEntry, StatementEntry};

use crate::nothing::Nothing;
use crate::overview::{Beside, Distinctive, Timeline};
use crate::said::in_words;
use crate::{Match, QueryError, Question};

/// The answer to a search: what was found, best first, and how much there is in all.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The question as it was understood, in words: `"sundhedsjournal" said by Lisbeth Nielsen`.
    pub question: String,
    /// The version of the index that was asked: the same index gives the same answer.
    pub version: String,
    /// How many statements there are in all; exact, whatever the limit.
    pub total: usize,
    /// The statements asked for.
    pub hits: Vec<Hit>,
    /// Where the next page begins, of groups where there are groups, to be asked for as `cursor`; `None` when there is none.
    pub next: Option<String>,
    /// How many items hold the words together though no statement under them does by itself; exact.
    pub total_items: usize,
    /// Those items, newest first. They are looked for where few statements are found.
    pub items: Vec<ItemHit>,
    /// What the asker should know: words left out, a name taken for a longer one.
    pub notes: Vec<Note>,
    /// What stands beside the hits, as far as it was asked for.
    pub beside: Beside,
    /// Why there is nothing, when there is nothing.
    pub nothing: Option<Nothing>,
}

/// Something the asker should know about how a question was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// What was typed was taken for a person whose name it is not in full.
    TakenFor {
        /// What was typed.
        typed: String,
        /// The name of the person.
        name: String,
    },
    /// What was typed is the name of several persons; all of them are asked for.
    Namesakes {
        /// What was typed.
        typed: String,
        /// The key of each.
        keys: Vec<String>,
    },
    /// What was typed is a role: whoever had it at the meeting.
    Role(String),
    /// Part of what was typed could not be read and is left out: `dato:igår`.
    Unread(String),
    /// What was typed has no word in it.
    NothingIn(String),
    /// Only so many words are looked for; the rest is left out.
    OnlyFirst(usize),
    /// Stop words beside other words: they need not be there.
    Common(Vec<String>),
    /// Nothing has the word, so the verb that it is made of was looked for.
    Related {
        /// What was typed: `mærkning`.
        typed: String,
        /// The verb: `mærke`.
        verb: String,
    },
    /// A page of another version of the index was asked for.
    Renewed {
        /// The version that the page before had.
        asked: String,
        /// The version now.
        now: String,
    },
    /// Nothing can be found, and this is why.
    Because(String),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::TakenFor { typed, name } => write!(f, "{typed} is taken for {name}"),
            Note::Namesakes { typed, keys } => write!(
                f,
                "{} persons are called {typed}; for one of them write {}",
                keys.len(),
                keys.join(" or ")
            ),
            Note::Role(typed) => write!(f, "{typed}: whoever had that role at the meeting"),
            Note::Unread(typed) => write!(f, "{typed} could not be read and is left out"),
            Note::NothingIn(typed) => write!(f, "nothing to look for in {typed:?}"),
            Note::OnlyFirst(n) => write!(f, "only the first {n} words are looked for"),
            Note::Common(words) => {
                write!(f, "{}: too common to be required; quote to require", words.join(", "))
            }
            Note::Related { typed, verb } => {
                write!(f, "nothing is found with {typed}; this is found with {verb}")
            }
            Note::Renewed { asked, now } => write!(
                f,
                "the index was renewed: this is version {now}, asked for was {asked}; hits may be \
                 missing or come again"
            ),
            Note::Because(reason) => f.write_str(reason),
        }
    }
}

impl Answer {
    /// The answer to a question about somebody, or some body, that the archive does not know: empty,
    /// with the reason as a note. The same from the command line and over HTTP.
    pub fn nothing(question: &Question, version: String, reason: &QueryError) -> Answer {
        Answer {
            question: in_words(question, None),
            version,
            total: 0,
            hits: Vec::new(),
            next: None,
            total_items: 0,
            items: Vec::new(),
            notes: vec![Note::Because(reason.to_string())],
            beside: Beside::default(),
            nothing: None,
        }
    }
}

/// One statement that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The statement with meeting, item, speaker, decision, page, lines.
    pub statement: StatementEntry,
    /// Byte ranges of the words in `statement.text` that match; sorted, apart from each other.
    pub highlights: Vec<Range<usize>>,
    /// Why it was found: which word matches what, and how.
    pub matches: Vec<Match>,
    /// Relevance; 0 when it was not asked for.
    pub score: f32,
}

impl Hit {
    /// Why it was found, in the words of `say`; each reason once.
    pub(crate) fn reasons(&self, say: impl Fn(&Match, &StatementEntry) -> String) -> Vec<String> {
        let mut reasons: Vec<String> = Vec::new();
        for found in &self.matches {
            let reason = say(found, &self.statement);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }
}

/// An item that holds the words of a question together, though no statement under it does.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemHit {
    /// The item and its meeting.
    pub item: schema::ItemInMeeting,
    /// Statements of it that hold them, as few as do, in order; a title may hold the rest.
    pub statements: Vec<Hit>,
}

/// A meeting in full.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingInFull {
    /// The meeting with people and items.
    pub meeting: MeetingEntry,
    /// Its statements in order.
    pub statements: Vec<StatementEntry>,
}

/// A person across the meetings of the archive.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// Person key: `lisbeth-nielsen`.
    pub key: String,
    /// The name as it is written most often.
    pub name: String,
    /// The bodies that they are listed in or speak in, sorted.
    pub bodies: Vec<String>,
    /// Roles and titles that headers give them, sorted.
    pub roles: Vec<String>,
    /// What they belong to according to headers, sorted.
    pub affiliations: Vec<String>,
    /// Number of meetings that list them or where they speak.
    pub n_meetings: usize,
    /// Number of statements that are theirs.
    pub n_statements: usize,
    /// First and last day of those meetings.
    pub days: Option<(Date, Date)>,
}

/// A person with every meeting they had a part in.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonInFull {
    /// The person.
    pub person: Person,
    /// Their meetings, newest first, undated last.
    pub meetings: Vec<Part>,
}

/// A post that a person had in a body over time: *formand* of *Vandråd* from 2019 to 2023.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The body, as its minutes write it; empty when unknown.
    pub body: String,
    /// The role that headers give them; `None` for a member without one.
    pub role: Option<String>,
    /// First and last day of the meetings that say so.
    pub days: Option<(Date, Date)>,
    /// Number of those meetings.
    pub n_meetings: usize,
}

/// What an archive tells of a person besides their meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonTold {
    /// The person with their meetings.
    pub full: PersonInFull,
    /// How often they speak over time, year by year.
    pub timeline: Option<Timeline>,
    /// What they speak of more than others.
    pub words: Distinctive,
    /// What they said last.
    pub said: Answer,
}

/// A body (*organ*) across the meetings of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BodyInAll {
    /// Its key: `vandraad`.
    pub key: String,
    /// Its name as its newest minutes write it.
    pub name: String,
    /// Number of its meetings.
    pub n_meetings: usize,
    /// Number of statements in their minutes.
    pub n_statements: usize,
    /// Number of decisions in their minutes.
    pub n_decisions: usize,
    /// First and last day of its meetings.
    pub days: Option<(Date, Date)>,
    /// Years between the two of which the archive has no minutes.
    pub gaps: Vec<i16>,
}

/// What an archive holds, and what it does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// The version of the index.
    pub version: String,
    /// Number of files that were read.
    pub n_files: usize,
    /// Number of remarks that reading them gave.
    pub n_remarks: usize,
    /// Number of statements with a speaker.
    pub n_with_speaker: usize,
    /// Number of people who are listed or speak.
    pub n_people: usize,
    /// The bodies with what there is of each; the one without a name is of minutes that name none.
    pub bodies: Vec<BodyInAll>,
    /// Number of meetings without a day.
    pub n_undated: usize,
    /// Files that could not be read, each with why not.
    pub failed: Vec<(String, String)>,
    /// Files that were read and in which no meeting was found.
    pub without_meeting: Vec<String>,
}

/// The part that a person had in a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The meeting.
    pub meeting: schema::MeetingRef,
    /// Their row in its header, if they stand there.
    pub listed: Option<schema::PersonEntry>,
    /// Number of statements that are theirs.
    pub n_statements: usize,
}

/// What a reference refers to.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// A whole meeting.
    Meeting(MeetingInFull),
    /// A meeting of which one item is meant, by its number; sub-items belong to it.
    Item(MeetingInFull, String),
    /// One statement, with its meeting.
    Statement(MeetingInFull, Box<StatementEntry>),
}

impl Shown {
    /// The meeting that it is, or belongs to.
    pub fn meeting(&self) -> &MeetingInFull {
        match self {
            Shown::Meeting(full) | Shown::Item(full, _) | Shown::Statement(full, _) => full,
        }
    }

    /// The statements that are meant, in order.
    pub fn statements(&self) -> Vec<&StatementEntry> {
        match self {
            Shown::Meeting(full) => full.statements.iter().collect(),
            Shown::Item(full, number) => {
                let under = |s: &&StatementEntry| {
                    s.item.as_ref().is_some_and(|item| is_under(&item.number, number))
                };
                full.statements.iter().filter(under).collect()
            }
            Shown::Statement(_, one) => vec![one],
        }
    }
}

/// Whether an item is the one of a number, or below it: 2.3 is under 2, 20 is not.
pub(crate) fn is_under(item: &str, number: &str) -> bool {
    item.strip_prefix(number).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
