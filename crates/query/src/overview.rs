//! What stands beside hits or instead of them: who says it, when, in which bodies, meetings and items.
//!
//! In: a [`Question`](crate::Question). Out: plain data with exact counts; each file below counts one
//! thing. Deliberately absent: columns of the index (`counts`), and print.

mod groups;
mod persons;
mod scope;
mod timeline;
mod topic;
mod who;
mod words;

use danish::Date;
use schema::{ItemRef, MeetingRef, StatementEntry};

pub(crate) use groups::{body_name, facets, groups};
pub(crate) use persons::three;
pub(crate) use timeline::{Spread, timeline};
pub(crate) use topic::topic;
pub(crate) use who::who;
pub(crate) use words::distinctive;

use crate::{Hit, Note};

/// What hits can be grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupBy {
    /// The meeting.
    Meeting,
    /// The item of the agenda, within its meeting.
    Item,
    /// Who says it.
    Person,
    /// The body (*organ*).
    Body,
    /// The year.
    Year,
}

impl GroupBy {
    /// Every way, in the order in which they are shown.
    pub const ALL: [GroupBy; 5] =
        [GroupBy::Person, GroupBy::Body, GroupBy::Year, GroupBy::Meeting, GroupBy::Item];

    /// The word that flags, addresses and JSON use for it.
    pub fn as_str(self) -> &'static str {
        match self {
            GroupBy::Meeting => "meeting",
            GroupBy::Item => "item",
            GroupBy::Person => "person",
            GroupBy::Body => "body",
            GroupBy::Year => "year",
        }
    }
}

/// Statements that have a person, a body, a year, a meeting or an item in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What it can be asked for again by: a person key, the name of a body, a year, a reference of a
    /// meeting or item. `None` for what has none: no speaker, no body, no day, no item.
    pub key: Option<String>,
    /// What people call it.
    pub name: String,
    /// The day, of a meeting or an item.
    pub date: Option<Date>,
    /// Number of statements.
    pub n: usize,
    /// The best of its statements; none in a facet.
    pub hits: Vec<Hit>,
}

/// Groups of one kind, those shown and how many there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// What they have in common.
    pub by: GroupBy,
    /// Number of all groups.
    pub total: usize,
    /// Those that are shown.
    pub groups: Vec<Group>,
}

/// How long a bar of a [`Timeline`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A year.
    Year,
    /// A month.
    Month,
}

impl Step {
    /// The word that flags, addresses and JSON use for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Year => "year",
            Step::Month => "month",
        }
    }
}

/// How often something is said, year by year or month by month.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// How long a period is.
    pub step: Step,
    /// Every period from the first to the last, those without minutes included.
    pub periods: Vec<Period>,
    /// Statements found in meetings without a day.
    pub n_undated: usize,
}

/// One period of a [`Timeline`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// `2021` or `2021-03`.
    pub name: String,
    /// Number of statements found.
    pub n: usize,
    /// Number of words that were written down in the period, in the bodies asked for.
    pub n_words: u64,
    /// Number of meetings in the period; 0 is a gap in the archive, not a silence.
    pub n_meetings: usize,
}

/// Who says something, and how often for how much they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Who {
    /// The version of the index that was asked.
    pub version: String,
    /// The question in words.
    pub question: String,
    /// Number of statements found.
    pub total: usize,
    /// Those who say it, most statements first.
    pub people: Vec<Saying>,
    /// Number of statements found that have no speaker.
    pub n_without: usize,
    /// What the asker should know.
    pub notes: Vec<Note>,
}

/// One of those who say something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Person key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Number of statements found.
    pub n: usize,
    /// Number of all words that are theirs, in the bodies and period asked for.
    pub n_words: u64,
}

/// The number for each 10,000 words, rounded to a tenth; `None` where there are no words.
pub fn per_ten_thousand(n: usize, n_words: u64) -> Option<f64> {
    if n_words == 0 {
        return None;
    }
    Some((n as f64 * 100_000.0 / n_words as f64).round() / 10.0)
}

/// What a person or a body speaks of more than the others do.
#[derive(Debug, Clone, PartialEq)]
pub struct Distinctive {
    /// The version of the index that was asked.
    pub version: String,
    /// Whose words: a name in full, names of bodies.
    pub of: String,
    /// Whether it is a person; else a body.
    pub is_person: bool,
    /// Number of their statements.
    pub n_statements: usize,
    /// Number of their words.
    pub n_words: u64,
    /// Number of the words that they are held against: for a person what others are reported to have
    /// said, for a body the minutes of other bodies.
    pub n_other_words: u64,
    /// The fewest times that a word had to occur.
    pub min: u64,
    /// The words, most distinctive first.
    pub words: Vec<WordCount>,
    /// What the asker should know.
    pub notes: Vec<Note>,
}

/// A word that somebody uses more than others do.
#[derive(Debug, Clone, PartialEq)]
pub struct WordCount {
    /// Its base form.
    pub word: String,
    /// How often they use it, in any form.
    pub n: u64,
    /// How often the others do.
    pub n_others: u64,
    /// Log-likelihood (G²).
    pub g2: f64,
}

/// A matter from its first mention to its last.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// The version of the index that was asked.
    pub version: String,
    /// The question in words.
    pub question: String,
    /// Number of statements found.
    pub total: usize,
    /// The bodies that speak of it, by name.
    pub bodies: Vec<String>,
    /// The first statement.
    pub first: Option<StatementEntry>,
    /// The last statement.
    pub last: Option<StatementEntry>,
    /// Every meeting that speaks of it, oldest first, undated last.
    pub meetings: Vec<TopicMeeting>,
    /// What the asker should know.
    pub notes: Vec<Note>,
}

impl Topic {
    /// Number of decisions taken.
    pub fn n_decisions(&self) -> usize {
        self.meetings.iter().flat_map(|m| &m.items).map(|i| i.decisions.len()).sum()
    }
}

/// A meeting that speaks of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicMeeting {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Number of statements found in it.
    pub n: usize,
    /// Its items that speak of the matter, in the order of the agenda.
    pub items: Vec<TopicItem>,
}

/// An item that speaks of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicItem {
    /// The item; `None` for what stands outside of the agenda.
    pub item: Option<ItemRef>,
    /// Number of statements found under it.
    pub n: usize,
    /// The decisions under it, each with whether it speaks of the matter itself.
    pub decisions: Vec<(StatementEntry, bool)>,
}

/// One person in three parts: who speaks, who is spoken of, who is spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Three {
    /// What was typed for the person, for asking again.
    pub typed: String,
    /// Their name; what was typed where that means several.
    pub name: String,
    /// The rest of the words of the question.
    pub words: String,
    /// Number of statements that they make.
    pub said: usize,
    /// Number of statements that mention them.
    pub about: usize,
    /// Number of statements that answer or ask them.
    pub addressed: usize,
}

/// What stands beside the hits of a search.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    /// Said by, about and to the one person that the question names.
    pub three: Option<Three>,
    /// Counts of everything found by person, body, year, meeting and item.
    pub facets: Vec<Groups>,
    /// The hits in groups.
    pub groups: Option<Groups>,
    /// How often it is said over time.
    pub timeline: Option<Timeline>,
    /// Whether each hit stands on a line, aligned at the word that was found.
    pub kwic: bool,
}

#[cfg(test)]
mod tests {
    use super::per_ten_thousand;

    #[test]
    fn rates_are_for_ten_thousand_words() {
        for (n, n_words, expected) in
            [(3, 10_000, Some(3.0)), (1, 7_000, Some(1.4)), (0, 5, Some(0.0)), (1, 0, None)]
        {
            assert_eq!(per_ten_thousand(n, n_words), expected, "{n} of {n_words}");
        }
    }
}
