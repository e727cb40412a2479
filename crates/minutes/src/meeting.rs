//! The data that leaves this crate. No reading happens here.

use std::ops::Range;

use danish::Date;

use crate::Reference;

/// A meeting (*møde*) as one set of minutes tells it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meeting {
    /// Stable within its file: `1`, `2`, … in the order of the file.
    pub number: u32,
    /// The heading as printed, lines joined.
    pub title: String,
    /// The body (*organ*) that met: `Den nationale bestyrelse for sundheds-it`. Empty when unknown.
    pub body: String,
    /// The day of the meeting; `None` when nothing tells it (a [`Remark`] says so).
    pub date: Option<Date>,
    /// The words that the date was read from; empty when it came from the file name or is unknown.
    pub date_text: String,
    /// The lines of the header's lists as printed, and other lines of the header that stand nowhere
    /// else: what [`Meeting::people`] was read from.
    pub header: Vec<String>,
    /// Who is listed: present, absent, presenters.
    pub people: Vec<Attendee>,
    /// The agenda items in order, sub-items after their parent.
    pub items: Vec<AgendaItem>,
    /// Every sentence of the minutes, in order.
    pub statements: Vec<Statement>,
    /// First and last line in the file, counted from 1, inclusive.
    pub lines: (u32, u32),
    /// First page, counted from 1.
    pub page: u32,
}

/// A person in the header of the minutes (*deltager*).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attendee {
    /// Full name as printed, titles off.
    pub name: String,
    /// What they belong to: an organisation, a party letter, a flat number.
    pub affiliation: Option<String>,
    /// Role or title: `formand`, `referent`, `direktør i MedCom`.
    pub role: Option<String>,
    /// Initials given in the list: `HBN`.
    pub initials: Option<String>,
    /// Which list of the header they stand in.
    pub group: Group,
    /// Whether they were there.
    pub presence: Presence,
    /// The items they were present for, when the list says so: `["3", "4"]`.
    pub items: Vec<String>,
}

/// Which list of the header a person stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Group {
    /// Members of the body.
    #[default]
    Member,
    /// Listed as not there.
    Absent,
    /// Others who were there: staff, guests, observers.
    Other,
    /// Presenters (*oplægsholdere*).
    Presenter,
}

/// Whether a person was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Presence {
    /// Present (*til stede*).
    #[default]
    Present,
    /// Sent an apology (*afbud*).
    Apology,
    /// Absent (*fraværende*).
    Absent,
    /// Present as a substitute (*suppleant*, *stedfortræder*).
    Substitute,
}

/// An agenda item (*dagsordenspunkt*).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AgendaItem {
    /// Full number: `1`, `1.8`, `4.a`. Unnumbered items are numbered in order.
    pub number: String,
    /// Title, wrapped lines joined, without number and kind letter.
    pub title: String,
    /// What the item is for, when the agenda says so.
    pub kind: Option<ItemKind>,
    /// Number of the item above.
    pub parent: Option<String>,
    /// A closed item (*lukket punkt*).
    pub closed: bool,
    /// Line of the heading, counted from 1.
    pub line: u32,
    /// Page of the heading, counted from 1.
    pub page: u32,
}

/// What an item is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// For information (*orientering*, O).
    Information,
    /// For decision (*beslutning*, B).
    Decision,
    /// For discussion (*drøftelse*, D).
    Discussion,
}

impl ItemKind {
    /// The letter that agendas use: `O`, `B` or `D`.
    pub fn letter(self) -> char {
        match self {
            ItemKind::Information => 'O',
            ItemKind::Decision => 'B',
            ItemKind::Discussion => 'D',
        }
    }
}

/// One sentence of the minutes, with who said it if anybody did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statement {
    /// Number of the item it stands under; `None` before the first.
    pub item: Option<String>,
    /// The block it stands in, where the office writes in blocks: `Sagsfremstilling`, `Beslutning`.
    pub block: Option<String>,
    /// The sentence, lines joined and hyphens undone; NFC.
    pub text: String,
    /// Who said it and how one knows; `None` when nobody is said to have said it.
    pub attribution: Option<Attribution>,
    /// Full names of people who are mentioned but do not speak here.
    pub mentions: Vec<String>,
    /// Full names of those whom the speaker answers or asks.
    pub addressed_to: Vec<String>,
    /// Set when the sentence is a decision of this meeting.
    pub decision: Option<Decision>,
    /// What it points to: annexes, items, meetings, cases, laws; in order.
    pub references: Vec<Reference>,
    /// Paragraph within the meeting, counted from 0.
    pub paragraph: u32,
    /// First and last line in the file, counted from 1, inclusive.
    pub lines: (u32, u32),
    /// Page of the first line, counted from 1.
    pub page: u32,
}

/// Who said a sentence, and the proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Full name as the header has it, or as the text has it for people who stand in no list.
    pub speaker: String,
    /// How one knows.
    pub how: How,
    /// Byte range of the proving words within [`Statement::text`]; empty for a continuation, whose
    /// proof stands in an earlier statement.
    pub evidence: Range<usize>,
    /// Why a careful reader might read it otherwise; `None` when sure.
    pub doubt: Option<String>,
}

/// How one knows who said a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// Named: `Lisbeth Nielsen bemærkede, at …`, `svarede Lone Thiel`.
    Explicit,
    /// By initials: `HBN bemærkede, at …`.
    Initials,
    /// By role: `Formanden orienterede om …`.
    Role,
    /// By pronoun: `Hun supplerede, at …`.
    Pronoun,
    /// Goes on inside the contribution of the one before.
    Continuation,
    /// Marked by the source itself: a transcript in TEI. The proof is the mark, not words of the text.
    Marked,
}

/// A decision (*beslutning*) of the meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// Full name of who concluded, when it is told.
    pub by: Option<String>,
    /// Votes, when they are told.
    pub votes: Option<Votes>,
}

/// What a decision does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecisionKind {
    /// *godkendt*, *vedtaget*, *bevilget*.
    Approved,
    /// *tiltrådt*.
    Adopted,
    /// *forkastet*, *afvist*, *nægtet*, *bortfaldt*.
    Rejected,
    /// *taget til efterretning*.
    Noted,
    /// *udsat*.
    Postponed,
    /// *oversendt*.
    Referred,
    /// *valgt*.
    Elected,
    /// Something to be done, or a conclusion of another kind.
    Other,
}

/// Votes as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Votes {
    /// For.
    pub ayes: Option<u32>,
    /// Against.
    pub noes: Option<u32>,
    /// Blank or abstaining.
    pub blank: Option<u32>,
}

/// Something in a file that could not be understood, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Line in the file, counted from 1; `None` where it is about the whole file.
    pub line: Option<u32>,
    /// Lower case, no full stop.
    pub text: String,
}
