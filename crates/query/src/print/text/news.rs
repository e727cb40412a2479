//! What is new to a saved question, as text.
//!
//! Deliberately absent: which statements are new (`saved`).

use std::io::{self, Write};

use schema::StatementEntry;

use super::{line, of_meeting, voice};
use crate::print::layout::{BOLD, DIM, counted, wrapped};

/// Prints what is new to a saved question; nothing when nothing is.
///
/// # Errors
/// When `out` cannot be written.
pub fn news(
    out: &mut dyn Write,
    name: &str,
    question: &str,
    news: &[StatementEntry],
) -> io::Result<()> {
    if news.is_empty() {
        return Ok(());
    }
    line(out, &format!("{name}: {} new", counted(news.len(), "statement")), BOLD, 0)?;
    line(out, question, DIM, 0)?;
    for statement in news {
        writeln!(out)?;
        line(out, &of_meeting(&statement.meeting), "", 2)?;
        if let Some(item) = &statement.item {
            line(out, &format!("{} {}", item.number, item.title), "", 2)?;
        }
        if let Some(who) = voice(statement) {
            line(out, &who, DIM, 2)?;
        }
        write!(out, "    ")?;
        wrapped(out, &statement.text, &[], "", 4, 4)?;
        line(out, &statement.reference(), DIM, 4)?;
    }
    writeln!(out)
}
