//! Hits as Markdown: quotations with their source, to be put into a note, an article or a case.
//!
//! What matches is bold. Deliberately absent: asking, and standard output.

use std::io::{self, Write};
use std::ops::Range;

use schema::StatementEntry;

use crate::cite::citation;
use crate::{Answer, Shown, Topic};

/// Prints the hits of a search under the question in words.
///
/// # Errors
/// When `out` cannot be written.
pub fn hits(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    writeln!(out, "# {}", escaped(&answer.question))?;
    for note in &answer.notes {
        writeln!(out, "\n*{}*", escaped(&note.to_string()))?;
    }
    writeln!(out, "\n{} of {}", answer.hits.len(), answer.total)?;
    for hit in &answer.hits {
        quotation(out, &hit.statement, &hit.highlights)?;
    }
    for item in &answer.items {
        let title = format!("{} {}", item.item.reference(), item.item.item.title);
        writeln!(out, "\n## {}\n\nholds the words together", escaped(&title))?;
        for hit in &item.statements {
            quotation(out, &hit.statement, &hit.highlights)?;
        }
    }
    Ok(())
}

/// Prints what a reference refers to: a quotation for each of its statements.
///
/// # Errors
/// When `out` cannot be written.
pub fn shown(out: &mut dyn Write, shown: &Shown) -> io::Result<()> {
    if let Shown::Statement(_, one) = shown {
        return quotation(out, one, &[]);
    }
    let meeting = &shown.meeting().meeting;
    let date = meeting.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    writeln!(out, "# {} {date}", escaped(&meeting.title))?;
    for one in shown.statements() {
        quotation(out, one, &[])?;
    }
    Ok(())
}

/// Prints a matter over time: its first and last mention, and in each meeting what was decided under the
/// items that speak of it.
///
/// # Errors
/// When `out` cannot be written.
pub fn topic(out: &mut dyn Write, topic: &Topic) -> io::Result<()> {
    writeln!(out, "# {}", escaped(&topic.question))?;
    for note in &topic.notes {
        writeln!(out, "\n*{}*", escaped(&note.to_string()))?;
    }
    writeln!(out, "\n{} statements, {} decisions", topic.total, topic.n_decisions())?;
    for (heading, one) in [("first mention", &topic.first), ("last mention", &topic.last)] {
        if let Some(one) = one {
            writeln!(out, "\n## {heading}")?;
            quotation(out, one, &[])?;
        }
    }
    for told in &topic.meetings {
        let date = told.meeting.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let title = escaped(&told.meeting.title);
        writeln!(out, "\n## {date} {title}\n\n{}: {} statements", told.meeting.id, told.n)?;
        for (decision, _) in told.items.iter().flat_map(|item| &item.decisions) {
            quotation(out, decision, &[])?;
        }
    }
    Ok(())
}

fn quotation(
    out: &mut dyn Write,
    statement: &StatementEntry,
    bold: &[Range<usize>],
) -> io::Result<()> {
    write!(out, "\n> ")?;
    let text = statement.text.as_str();
    let mut written = 0;
    for range in bold {
        let (Some(before), Some(found)) = (text.get(written..range.start), text.get(range.clone()))
        else {
            continue;
        };
        write!(out, "{}**{}**", escaped(before), escaped(found))?;
        written = range.end;
    }
    writeln!(out, "{}\n>", escaped(text.get(written..).unwrap_or_default()))?;
    let who = statement.speaker.as_ref().map(|s| format!("{}. ", escaped(&s.name)));
    writeln!(out, "> — {}{}", who.unwrap_or_default(), escaped(&citation(statement)))
}

/// Text in which nothing is taken for markup, at the beginning of a line either.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let always =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let at_start = match c {
            '-' | '+' | '=' => at == 0,
            '.' | ')' => digits > 0 && at == digits,
            _ => false,
        };
        if always || at_start {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_minutes_stays_text() {
        for (text, expected) in [
            ("Sag *18/02451* [lukket]", "Sag \\*18/02451\\* \\[lukket\\]"),
            ("<b>å</b>", "\\<b\\>å\\</b\\>"),
            ("en\nto", "en to"),
            ("3. marts &amp; 4. april", "3\\. marts \\&amp; 4. april"),
            ("- Lone - siger", "\\- Lone - siger"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
