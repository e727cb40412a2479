//! Pages in, one list of lines out: normalised, trimmed, each knowing its number and page.
//!
//! Deliberately absent: any idea of what a line means.

use danish::Text;
use documents::Pages;

/// A line of the file, ready to be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Line {
    /// Line number in the file, counted from 1.
    pub number: u32,
    /// Page, counted from 1.
    pub page: u32,
    /// NFC, trimmed; inner runs of spaces kept, because they part columns. A soft hyphen at the end
    /// stands as `\u{AD}`.
    pub text: String,
    /// How far the text was moved in, in characters: tells columns apart.
    pub indent: usize,
    /// Level (1 is the highest) where the format says that the line is a heading.
    pub heading: Option<u8>,
    /// The whole line was set in bold, or as a heading, by its marks.
    pub bold: bool,
}

impl Line {
    /// Whether there is nothing on the line.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// The lines of a document in order, blank ones included. Pages follow each other without a blank
/// line, as text may run on.
pub(crate) fn lines(pages: &Pages) -> Vec<Line> {
    let mut lines = Vec::new();
    for page in &pages.pages {
        for line in &page.lines {
            let raw = line.text.trim_start_matches('\u{FEFF}');
            let soft = raw.trim_end().ends_with('\u{AD}');
            let text = Text::new(raw);
            let (plain, bold, level) = without_marks(text.as_str().trim());
            let mut plain = plain.to_string();
            if plain.contains("**") && plain.matches("**").count() % 2 == 0 {
                plain = plain.replace("**", "").trim().to_string();
            }
            if soft {
                plain.push('\u{AD}');
            }
            lines.push(Line {
                number: line.number,
                page: page.number,
                text: plain,
                indent: column(raw),
                heading: line.heading.or(level),
                bold: bold || line.heading.is_some() || level.is_some(),
            });
        }
    }
    lines
}

/// The column in which a text begins, in characters; a tab goes on to the next eighth.
fn column(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).fold(0, |column, c| match c {
        '\t' => column / 8 * 8 + 8,
        _ => column + 1,
    })
}

/// Takes off what marks a line as bold or as a heading in plain text: `**1. Valg**`, `## Valg`.
fn without_marks(text: &str) -> (&str, bool, Option<u8>) {
    let hashes = text.chars().take_while(|c| *c == '#').count();
    if (1..=6).contains(&hashes)
        && let Some(rest) = text.get(hashes..)
        && rest.starts_with(' ')
    {
        let rest = rest.trim().trim_end_matches('#').trim();
        let (rest, _, _) = without_marks(rest);
        return (rest, true, u8::try_from(hashes).ok());
    }
    for mark in ["**", "__"] {
        if let Some(inner) = text.strip_prefix(mark).and_then(|t| t.strip_suffix(mark))
            && !inner.is_empty()
            && !inner.contains(mark)
        {
            return (inner.trim(), true, None);
        }
    }
    (text, false, None)
}

/// Length in characters of a full line: the ninth longest of ten.
pub(crate) fn usual_width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_blank())
        .map(|line| line.text.chars().count())
        .collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(80)
}

/// The words of a text without regard to the number of spaces.
pub(crate) fn squeeze(text: &str) -> String {
    let text = text.trim();
    if is_squeezed(text.as_bytes()) {
        return text.to_string();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text surely has single spaces and no other white space.
fn is_squeezed(bytes: &[u8]) -> bool {
    let single = |pair: &[u8]| !matches!(pair, [b' ', b' ']);
    // White space besides ASCII begins with one of these.
    let plain = |b: &u8| *b >= b' ' && !matches!(b, 0xC2 | 0xE1..=0xE3);
    !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && bytes.iter().all(plain)
        && bytes.windows(2).all(single)
}

/// Whether a text says an ASCII word, given in lower case, in capitals or not: what costs little to ask
/// before a rule that costs more.
pub(crate) fn says(text: &str, word: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(first) = word.bytes().next() else { return true };
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), bytes).any(|at| {
        bytes.get(at..at + word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word.as_bytes()))
    })
}

/// What follows in a text that begins with a word, given in lower case, in capitals or not.
pub(crate) fn after_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    // Letters of ASCII need no table; most texts part at the first.
    if let (Some(own), Some(want)) = (text.bytes().next(), word.bytes().next())
        && own.is_ascii()
        && !own.eq_ignore_ascii_case(&want)
    {
        return None;
    }
    let same = text
        .bytes()
        .zip(word.bytes())
        .take_while(|(own, want)| want.is_ascii() && own.eq_ignore_ascii_case(want))
        .count();
    let mut letters = text.get(same..)?.chars();
    let mut wanted = word.get(same..)?.chars();
    while let Some(want) = wanted.next() {
        let letter = letters.next()?;
        if letter == want {
            continue;
        }
        let mut lower = letter.to_lowercase();
        if lower.next() != Some(want) || lower.any(|more| wanted.next() != Some(more)) {
            return None;
        }
    }
    Some(letters.as_str())
}

/// Whether the first letter or digit of a text is an upper-case letter.
pub(crate) fn starts_upper(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// Whether the first letter or digit of a text is a lower-case letter.
pub(crate) fn starts_lower(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Whether a text ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', ')', '\'', '*', ' ']).ends_with(['.', '!', '?', ':'])
}

/// The lines of one page, for tests.
#[cfg(test)]
pub(crate) fn lines_of(text: &str) -> Vec<Line> {
    (1..)
        .zip(text.lines())
        .map(|(number, line)| Line {
            number,
            page: 1,
            text: line.trim().to_string(),
            indent: column(line),
            ..Line::default()
        })
        .collect()
}
