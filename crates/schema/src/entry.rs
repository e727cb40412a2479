//! What is stored for a meeting and for each of its statements: the value that the indexer writes
//! and the query crate reads back.
//!
//! In: nothing. Out: [`Entry`] and its parts, which serialise to the JSON kept in the index. The
//! JSON that leaves the program is another one (`query::print::json`). Deliberately absent: reading
//! of minutes, and tantivy.

use std::ops::Range;

use danish::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{slug, under};

/// A meeting with its statements, ready to be written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The meeting itself.
    pub meeting: MeetingEntry,
    /// Its statements in order.
    pub statements: Vec<StatementEntry>,
}

/// A meeting (*møde*) as the index keeps it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MeetingEntry {
    /// Reference, safe in a URL: `vandraad-2021-03-04`.
    pub id: String,
    /// The heading as printed.
    pub title: String,
    /// The body (*organ*) that met; empty when unknown.
    pub body: String,
    /// The day of the meeting, when anything tells it.
    pub date: Option<Date>,
    /// The words that the date was read from; empty when it came from the file name.
    pub date_text: String,
    /// Everybody in the header.
    pub people: Vec<PersonEntry>,
    /// Agenda items in order.
    pub items: Vec<ItemEntry>,
    /// Who spoke, with how many statements each, by key.
    pub speakers: Vec<SpeakerCount>,
    /// Number of statements.
    pub n_statements: usize,
    /// Number of statements with a speaker.
    pub n_with_speaker: usize,
    /// Number of decisions.
    pub n_decisions: usize,
    /// First and last line in the file, counted from 1, inclusive.
    pub lines: (u32, u32),
    /// First page, counted from 1.
    pub page: u32,
    /// The file as the archive shows it: `Trige/Trige 1944.txt`.
    pub file: String,
}

impl MeetingEntry {
    /// Which meeting it is, in a few words.
    pub fn reference(&self) -> MeetingRef {
        MeetingRef {
            id: self.id.clone(),
            title: self.title.clone(),
            body: self.body.clone(),
            date: self.date,
            file: self.file.clone(),
        }
    }
}

/// How often a person speaks in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerCount {
    /// Person key: `lisbeth-nielsen`.
    pub key: String,
    /// Name as the minutes have it.
    pub name: String,
    /// Number of statements.
    pub n: usize,
}

/// A person in the header of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonEntry {
    /// Person key: `lisbeth-nielsen`.
    pub key: String,
    /// Name as printed, titles off.
    pub name: String,
    /// What they belong to.
    pub affiliation: Option<String>,
    /// Role or title.
    pub role: Option<String>,
    /// Initials given in the list.
    pub initials: Option<String>,
    /// Which list of the header.
    pub group: Group,
    /// Whether they were there.
    pub presence: Presence,
    /// The items they were there for, when the list says so.
    pub items: Vec<String>,
}

/// Which list of the header a person stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Members of the body.
    Member,
    /// Listed as not there.
    Absent,
    /// Staff, guests, observers.
    Other,
    /// Presenters (*oplægsholdere*).
    Presenter,
}

/// Whether a person was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// Present (*til stede*).
    Present,
    /// Sent an apology (*afbud*).
    Apology,
    /// Absent (*fraværende*).
    Absent,
    /// Present as a substitute (*suppleant*).
    Substitute,
}

/// An agenda item (*dagsordenspunkt*).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemEntry {
    /// Full number: `1.8`.
    pub number: String,
    /// Title without number and kind letter.
    pub title: String,
    /// `O`, `B` or `D`, when the agenda says so.
    pub kind: Option<char>,
    /// Number of the item above.
    pub parent: Option<String>,
    /// A closed item (*lukket punkt*).
    pub closed: bool,
    /// Line of the heading, counted from 1.
    pub line: u32,
    /// Page of the heading, counted from 1.
    pub page: u32,
}

/// One sentence of the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementEntry {
    /// Key, safe in a URL, one segment of a path: `vandraad-2021-03-04-s12`.
    pub id: String,
    /// Place among the statements of its meeting, counted from 1.
    pub ordinal: u32,
    /// Number and title of the item it stands under.
    pub item: Option<ItemRef>,
    /// The block it stands in: `Sagsfremstilling`, `Beslutning`.
    pub block: Option<String>,
    /// The sentence; NFC.
    pub text: String,
    /// Who said it and how one knows.
    pub speaker: Option<Speaker>,
    /// Names of people mentioned who do not speak here.
    pub mentions: Vec<String>,
    /// Names of those whom the speaker answers or asks.
    pub addressed_to: Vec<String>,
    /// Set when it is a decision of this meeting.
    pub decision: Option<Decision>,
    /// What it points to, in order; most point to nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ReferenceEntry>,
    /// Paragraph within the meeting, counted from 0.
    pub paragraph: u32,
    /// First and last line in the file, counted from 1, inclusive.
    pub lines: (u32, u32),
    /// Page of the first line, counted from 1.
    pub page: u32,
    /// The meeting it belongs to.
    pub meeting: MeetingRef,
}

impl StatementEntry {
    /// How people and `show` refer to it: `vandraad-2021-03-04/2.3/s12`.
    pub fn reference(&self) -> String {
        match &self.item {
            Some(item) => format!("{}/{}/s{}", self.meeting.id, slug(&item.number), self.ordinal),
            None => format!("{}/s{}", self.meeting.id, self.ordinal),
        }
    }
}

/// Something that a sentence points to: an annex, an item, another meeting, a case, a law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceEntry {
    /// What kind of thing: `annex`, `item`, `meeting`, `date`, `case`, `law`, `agreement`, `web`.
    pub kind: String,
    /// Byte range of its words in the text.
    pub range: Range<usize>,
    /// What it leads to, as far as known: `4.1`, `2021-03-03`, `18/02451`.
    pub target: Option<String>,
}

/// Which meeting, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRef {
    /// Reference of the meeting.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The body that met; empty when unknown.
    pub body: String,
    /// The day.
    pub date: Option<Date>,
    /// The file as the archive shows it.
    pub file: String,
}

/// Which item, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItemRef {
    /// Full number: `1.8`.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// An item of a meeting under which something is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemInMeeting {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: ItemRef,
}

impl ItemInMeeting {
    /// How people and `show` refer to it: `vandraad-2021-03-04/2.3`.
    pub fn reference(&self) -> String {
        under(&self.meeting.id, Some(&self.item.number))
    }
}

/// Who said a sentence, and the proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Person key: `lisbeth-nielsen`.
    pub key: String,
    /// Full name.
    pub name: String,
    /// How one knows.
    pub how: How,
    /// Byte range of the proving words in the text; empty for a continuation.
    pub evidence: Range<usize>,
    /// Why a careful reader might read it otherwise.
    pub doubt: Option<String>,
}

/// How one knows who said a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Named.
    Explicit,
    /// By initials.
    Initials,
    /// By role: `Formanden orienterede`.
    Role,
    /// By pronoun.
    Pronoun,
    /// Goes on from the statement before.
    Continuation,
    /// Marked by the source: a transcript.
    Marked,
    /// Corrected by a person, in `referat.toml`.
    Corrected,
}

impl How {
    /// The word that JSON and text output use for it.
    pub fn as_str(self) -> &'static str {
        match self {
            How::Explicit => "explicit",
            How::Initials => "initials",
            How::Role => "role",
            How::Pronoun => "pronoun",
            How::Continuation => "continuation",
            How::Marked => "marked",
            How::Corrected => "corrected",
        }
    }
}

/// A decision of the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it does.
    pub kind: DecisionKind,
    /// Full name of who concluded.
    pub by: Option<String>,
    /// Votes for, against, blank, as far as told.
    pub votes: Option<(Option<u32>, Option<u32>, Option<u32>)>,
}

/// What a decision does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecisionKind {
    /// *godkendt*, *vedtaget*.
    Approved,
    /// *tiltrådt*.
    Adopted,
    /// *forkastet*.
    Rejected,
    /// *taget til efterretning*.
    Noted,
    /// *udsat*.
    Postponed,
    /// *oversendt*.
    Referred,
    /// *valgt*.
    Elected,
    /// Something else that was concluded.
    Other,
}

impl DecisionKind {
    /// The word that JSON and text output use for it.
    pub fn as_str(self) -> &'static str {
        match self {
            DecisionKind::Approved => "approved",
            DecisionKind::Adopted => "adopted",
            DecisionKind::Rejected => "rejected",
            DecisionKind::Noted => "noted",
            DecisionKind::Postponed => "postponed",
            DecisionKind::Referred => "referred",
            DecisionKind::Elected => "elected",
            DecisionKind::Other => "other",
        }
    }
}
