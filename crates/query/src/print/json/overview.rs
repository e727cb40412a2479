//! Who says what, what somebody speaks of, a matter over time, and what is similar, as JSON.
//!
//! Deliberately absent: counting (`overview`, `similar`), and what stands beside hits (`beside`).

use schema::ItemRef;
use schemars::JsonSchema;
use serde::Serialize;

use super::{MeetingRefWire, StatementWire, meeting_ref, statement};
use crate::{
    Distinctive, Note, Saying, Similar, Topic, TopicItem, Who, WordCount, per_ten_thousand,
};

/// Who says something: `{"version", "question", "total", "people", "n_without_speaker", "notes"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WhoWire<'a> {
    version: &'a str,
    question: &'a str,
    total: usize,
    people: Vec<SayingWire<'a>>,
    n_without_speaker: usize,
    notes: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SayingWire<'a> {
    key: &'a str,
    name: &'a str,
    n_statements: usize,
    n_words: u64,
    per_10000_words: Option<f64>,
}

/// What somebody speaks of: `{"version", "of", "n_statements", "n_words", "words", "notes"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordsWire<'a> {
    version: &'a str,
    of: &'a str,
    against: &'static str,
    n_statements: usize,
    n_words: u64,
    n_other_words: u64,
    min: u64,
    words: Vec<WordWire<'a>>,
    notes: Vec<String>,
}

/// A word that somebody uses more than others.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WordWire<'a> {
    word: &'a str,
    n: u64,
    n_others: u64,
    log_likelihood: f64,
}

/// A matter over time: `{"version", "question", "total", "bodies", "first", "last", "meetings", "notes"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TopicWire<'a> {
    version: &'a str,
    question: &'a str,
    total: usize,
    n_decisions: usize,
    bodies: &'a [String],
    first: Option<StatementWire<'a>>,
    last: Option<StatementWire<'a>>,
    meetings: Vec<TopicMeetingWire<'a>>,
    notes: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TopicMeetingWire<'a> {
    meeting: MeetingRefWire<'a>,
    n_statements: usize,
    items: Vec<TopicItemWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TopicItemWire<'a> {
    item: Option<&'a ItemRef>,
    n_statements: usize,
    decisions: Vec<DecisionOfTopicWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DecisionOfTopicWire<'a> {
    speaks_of_it: bool,
    statement: StatementWire<'a>,
}

/// Statements like one: `{"version", "statement", "words", "floor", "alike"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SimilarWire<'a> {
    version: &'a str,
    statement: StatementWire<'a>,
    words: &'a [String],
    floor: f64,
    alike: Vec<AlikeWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AlikeWire<'a> {
    likeness: f64,
    shared: &'a [String],
    statement: StatementWire<'a>,
}

/// The wire form of who says something.
pub fn who(who: &Who) -> WhoWire<'_> {
    let saying = |one| -> SayingWire<'_> {
        let one: &Saying = one;
        SayingWire {
            key: &one.key,
            name: &one.name,
            n_statements: one.n,
            n_words: one.n_words,
            per_10000_words: per_ten_thousand(one.n, one.n_words),
        }
    };
    WhoWire {
        version: &who.version,
        question: &who.question,
        total: who.total,
        people: who.people.iter().map(saying).collect(),
        n_without_speaker: who.n_without,
        notes: notes(&who.notes),
    }
}

/// The wire form of what somebody speaks of.
pub fn words(words: &Distinctive) -> WordsWire<'_> {
    WordsWire {
        version: &words.version,
        of: &words.of,
        against: if words.is_person { "other speakers" } else { "other bodies" },
        n_statements: words.n_statements,
        n_words: words.n_words,
        n_other_words: words.n_other_words,
        min: words.min,
        words: words.words.iter().map(word).collect(),
        notes: notes(&words.notes),
    }
}

/// The wire form of a word that somebody uses more than others.
pub(super) fn word(one: &WordCount) -> WordWire<'_> {
    WordWire { word: &one.word, n: one.n, n_others: one.n_others, log_likelihood: one.g2 }
}

/// The wire form of a matter over time.
pub fn topic(topic: &Topic) -> TopicWire<'_> {
    TopicWire {
        version: &topic.version,
        question: &topic.question,
        total: topic.total,
        n_decisions: topic.n_decisions(),
        bodies: &topic.bodies,
        first: topic.first.as_ref().map(statement),
        last: topic.last.as_ref().map(statement),
        meetings: topic
            .meetings
            .iter()
            .map(|told| TopicMeetingWire {
                meeting: meeting_ref(&told.meeting),
                n_statements: told.n,
                items: told.items.iter().map(topic_item).collect(),
            })
            .collect(),
        notes: notes(&topic.notes),
    }
}

fn topic_item(item: &TopicItem) -> TopicItemWire<'_> {
    TopicItemWire {
        item: item.item.as_ref(),
        n_statements: item.n,
        decisions: item
            .decisions
            .iter()
            .map(|(one, speaks)| DecisionOfTopicWire {
                speaks_of_it: *speaks,
                statement: statement(one),
            })
            .collect(),
    }
}

/// The wire form of statements like one.
pub fn similar(similar: &Similar) -> SimilarWire<'_> {
    SimilarWire {
        version: &similar.version,
        statement: statement(&similar.statement),
        words: &similar.words,
        floor: crate::similar::FLOOR,
        alike: similar
            .alike
            .iter()
            .map(|alike| AlikeWire {
                likeness: alike.likeness,
                shared: &alike.shared,
                statement: statement(&alike.statement),
            })
            .collect(),
    }
}

fn notes(notes: &[Note]) -> Vec<String> {
    notes.iter().map(Note::to_string).collect()
}
