//! What is new to a saved question, and what became of a cited statement, as JSON.
//!
//! Deliberately absent: which statements are new (`saved`), and how one checks (`verify`).

use schema::StatementEntry;
use serde::Serialize;

use super::{StatementWire, statement};
use crate::Verdict;

/// What is new to a saved question: `{"name", "question", "news"}`.
#[derive(Debug, Serialize)]
pub struct NewsWire {
    name: String,
    question: String,
    news: Vec<serde_json::Value>,
}

/// What became of a cited statement: `{"reference", "verdict", "moved_to", "now"}`.
#[derive(Debug, Serialize)]
pub struct VerdictWire<'a> {
    reference: &'a str,
    verdict: &'static str,
    moved_to: Option<&'a str>,
    now: Option<StatementWire<'a>>,
}

/// The wire form of what is new to a saved question.
///
/// # Errors
/// When a statement cannot be written as JSON.
pub fn news(name: &str, question: &str, news: &[&StatementEntry]) -> serde_json::Result<NewsWire> {
    let news = news.iter().map(|one| serde_json::to_value(statement(one)));
    Ok(NewsWire {
        name: name.to_owned(),
        question: question.to_owned(),
        news: news.collect::<serde_json::Result<_>>()?,
    })
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
