//! Question to answer: the only reader of an index, and the faces of its answers.
//!
//! What was typed, on a command line or in a URL, is a [`Typed`]; what it means is a [`Question`];
//! an [`Archive`] answers it with an [`Answer`] of [`Hit`]s, which `print` turns into text or JSON.
//! Meetings, people and single statements are asked for by reference.
//!
//! ```
//! use query::{Clause, Typed};
//! let typed = Typed { words: "hjertesvigt".into(), year: Some("2022".into()), ..Typed::default() };
//! let question = typed.question()?;
//! assert!(matches!(question.words[0], Clause::Words(_)));
//! assert_eq!(question.to, Some(danish::Date::new(2022, 12, 31).unwrap()));
//! # Ok::<(), query::QueryError>(())
//! ```
//!
//! Deliberately absent: parsers of files and minutes, and writing of an index.

mod analyze;
mod answer;
mod archive;
mod best;
mod cite;
pub mod cli;
mod counts;
mod error;
mod grammar;
mod kwic;
mod look;
mod nothing;
mod overview;
mod people;
mod plan;
pub mod print;
mod question;
mod reasons;
mod resolve;
mod said;
mod saved;
mod search;
mod similar;
mod suggest;
#[cfg(test)]
mod tests;
mod unresolved;
mod verify;
pub mod web;
mod within;

pub use analyze::{AnalyzeArgs, analyze};
pub use answer::{
    Answer, BodyInAll, Hit, ItemHit, MeetingInFull, Note, Part, Person, PersonInFull, PersonTold,
    Post, Shown, Status,
};
pub use archive::Archive;
pub use error::QueryError;
pub use kwic::{KwicLine, kwic};
pub use nothing::{Dropped, Left, Nothing, Proposal};
pub use overview::{
    Beside, Distinctive, Group, GroupBy, Groups, Period, Saying, Step, Three, Timeline, Topic,
    TopicItem, TopicMeeting, Who, WordCount, per_ten_thousand,
};
pub use question::{Clause, Field, Filter, Limit, Question, Sort, Typed};
pub use reasons::{Match, Place, Way};
pub use saved::{Known, Saved, saved_questions};
pub use similar::{Alike, Similar};
pub use suggest::{Likely, Suggested, Suggestions};
pub use unresolved::{Share, Unlisted, Unresolved};
pub use verify::Verdict;
