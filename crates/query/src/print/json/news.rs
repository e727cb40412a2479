//! What is new to a saved question, and what became of a cited statement, as JSON.
//!
//! Deliberately absent: which statements are new (`saved`), and how one checks (`verify`).

use schema::StatementEntry;
use schemars::JsonSchema;
use serde::Serialize;

use super::{StatementWire, statement};
use crate::Verdict;

/// What is new to a saved question: `{"name", "question", "news"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NewsWire<'a> {
    name: &'a str,
    question: &'a str,
    news: Vec<StatementWire<'a>>,
}

/// What became of a cited statement: `{"reference", "verdict", "moved_to", "now"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VerdictWire<'a> {
    reference: &'a str,
    verdict: &'static str,
    moved_to: Option<&'a str>,
    now: Option<StatementWire<'a>>,
}

/// The wire form of what is new to a saved question.
pub fn news<'a>(name: &'a str, question: &'a str, news: &'a [StatementEntry]) -> NewsWire<'a> {
    NewsWire { name, question, news: news.iter().map(statement).collect() }
}

/// The wire form of what became of a cited statement.
pub fn verdict<'a>(reference: &'a str, verdict: &'a Verdict) -> VerdictWire<'a> {
    VerdictWire {
        reference,
        verdict: verdict.as_str(),
        moved_to: match verdict {
            Verdict::Moved(to) => Some(to),
            _ => None,
        },
        now: match verdict {
            Verdict::Changed(now) => Some(statement(now)),
            _ => None,
        },
    }
}
