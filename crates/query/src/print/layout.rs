//! Lines of at most 80 columns: wrapping, marking, cutting.
//!
//! Styles are written as ANSI codes; whoever owns the terminal takes them off where they do not
//! belong (`anstream` does, for pipes and `NO_COLOR`). Deliberately absent: what is printed.

use std::io::{self, Write};
use std::ops::Range;

/// Columns that are used, whatever the terminal has: text of one width reads the same everywhere.
pub(crate) const WIDTH: usize = 80;

/// Switches a style on.
pub(crate) const BOLD: &str = "\u{1b}[1m";
/// Less important text.
pub(crate) const DIM: &str = "\u{1b}[2m";
/// A word that matches.
pub(crate) const MARK: &str = "\u{1b}[1;4m";
/// Switches all styles off.
pub(crate) const PLAIN: &str = "\u{1b}[0m";

/// Writes a text wrapped between `indent` and [`WIDTH`], with some byte ranges marked. The first
/// line begins where the caller stands: at column `at`.
pub(crate) fn wrapped(
    out: &mut dyn Write,
    text: &str,
    marks: &[Range<usize>],
    style: &str,
    indent: usize,
    at: usize,
) -> io::Result<()> {
    let off = if style.is_empty() { "" } else { PLAIN };
    let mut column = at;
    let mut is_first = true;
    out.write_all(style.as_bytes())?;
    for (start, word) in pieces(text, WIDTH - indent) {
        let width = word.chars().count();
        if !is_first && column + 1 + width > WIDTH || is_first && column + width > WIDTH {
            write!(out, "{off}\n{:indent$}{style}", "")?;
            column = indent;
        } else if !is_first {
            out.write_all(b" ")?;
            column += 1;
        }
        write_marked(out, start, word, marks, style)?;
        column += width;
        is_first = false;
    }
    writeln!(out, "{off}")
}

/// Words with the byte offset of each; those longer than a line come in pieces.
fn pieces(text: &str, width: usize) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().flat_map(move |word| {
        let start = word.as_ptr() as usize - base;
        let mut cuts: Vec<usize> = word.char_indices().step_by(width).map(|(at, _)| at).collect();
        cuts.push(word.len());
        let pairs: Vec<(usize, &str)> = cuts
            .windows(2)
            .filter_map(|pair| match pair {
                [from, to] => Some((start + from, word.get(*from..*to)?)),
                _ => None,
            })
            .collect();
        pairs
    })
}

fn write_marked(
    out: &mut dyn Write,
    start: usize,
    word: &str,
    marks: &[Range<usize>],
    style: &str,
) -> io::Result<()> {
    let mut done = 0;
    for mark in marks {
        let from = mark.start.max(start).saturating_sub(start).max(done);
        let to = mark.end.min(start + word.len()).saturating_sub(start);
        let (Some(before), Some(inside)) = (word.get(done..from), word.get(from..to)) else {
            continue;
        };
        if inside.is_empty() {
            continue;
        }
        write!(out, "{before}{MARK}{inside}{PLAIN}{style}")?;
        done = to;
    }
    out.write_all(word.get(done..).unwrap_or_default().as_bytes())
}

/// A number with its word: `1 meeting`, `1,024 meetings`.
pub(crate) fn counted(n: usize, word: &str) -> String {
    let plural = match (n, word) {
        (1, _) => String::new(),
        (_, "person") => return format!("{} people", grouped(n)),
        _ => "s".to_owned(),
    };
    format!("{} {word}{plural}", grouped(n))
}

/// Digits in groups of three.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, marks: &[Range<usize>]) -> String {
        let mut out = Vec::new();
        wrapped(&mut out, text, marks, "", 3, 3).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_are_wrapped_at_eighty_columns() {
        let text = "Åse Brask orienterede om bølgebryderen og søværnets prøver. ".repeat(9);
        for line in lines(&text, &[]).lines() {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
        let long = "æ".repeat(200);
        assert_eq!(lines(&long, &[]).lines().count(), 3);
    }

    #[test]
    fn marks_stand_around_what_matches() {
        let text = "om Sundhedsjournalen nu";
        assert_eq!(
            lines(text, &[11..20, 21..23]),
            format!("om Sundheds{MARK}journalen{PLAIN} {MARK}nu{PLAIN}\n")
        );
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(counted(1, "meeting"), "1 meeting");
        assert_eq!(counted(10_240, "statement"), "10,240 statements");
        assert_eq!(counted(2, "person"), "2 people");
    }
}
