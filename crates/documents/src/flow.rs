//! Paragraphs of a format without lines (DOCX, ODT, HTML) → pages of lines as a reader sees them.
//!
//! In: one paragraph after another, with breaks of lines and pages. Out: [`Page`]s; lines are counted
//! through the document. Deliberately absent: the formats.

use crate::{Line, Page};

/// Paragraphs shorter than this that follow one another are lines of one block (a list of people, an
/// address); between longer ones stands a blank line. In characters; no source.
const SHORT: usize = 80;

/// What was written so far.
#[derive(Debug)]
pub(crate) struct Flow {
    pages: Vec<Page>,
    number: u32,
    /// Whether the last paragraph was long or a heading.
    is_apart: bool,
}

impl Flow {
    /// An empty document.
    pub(crate) fn new() -> Flow {
        Flow { pages: vec![Page { number: 1, lines: Vec::new() }], number: 0, is_apart: false }
    }

    /// Adds a paragraph. `\n` breaks a line in it, `\u{C}` a page; tabs between the cells of a row stay.
    pub(crate) fn paragraph(&mut self, text: &str, heading: Option<u8>) {
        if text.trim_matches(|c: char| c.is_whitespace() && c != '\u{C}').is_empty() {
            self.is_apart = true;
            return;
        }
        let is_long = text.chars().count() >= SHORT || heading.is_some();
        let has_lines = self.pages.last().is_some_and(|page| !page.lines.is_empty());
        if has_lines && (self.is_apart || is_long) {
            self.line("", None);
        }
        for (nth, part) in text.split('\u{C}').enumerate() {
            if nth > 0 {
                self.page();
            }
            for line in part.split('\n').filter(|line| !line.trim().is_empty()) {
                self.line(line.trim_end(), heading);
            }
        }
        self.is_apart = is_long;
    }

    /// What follows stands apart from what is there.
    pub(crate) fn apart(&mut self) {
        self.is_apart = true;
    }

    /// Begins a page, unless nothing stands on the last.
    pub(crate) fn page(&mut self) {
        if self.pages.last().is_some_and(|page| !page.lines.is_empty()) {
            let number = u32::try_from(self.pages.len()).unwrap_or(u32::MAX).saturating_add(1);
            self.pages.push(Page { number, lines: Vec::new() });
        }
    }

    fn line(&mut self, text: &str, heading: Option<u8>) {
        self.number = self.number.saturating_add(1);
        let line = Line { number: self.number, text: text.to_owned(), heading };
        if let Some(page) = self.pages.last_mut() {
            page.lines.push(line);
        }
    }

    /// The pages; none is empty but the only one.
    pub(crate) fn into_pages(mut self) -> Vec<Page> {
        while self.pages.len() > 1 && self.pages.last().is_some_and(|page| page.lines.is_empty()) {
            self.pages.pop();
        }
        self.pages
    }
}

/// A number as a list shows it: `3`, `c`, `III`.
pub(crate) fn shown(number: u32, format: &str) -> String {
    match format {
        "a" | "lowerLetter" => letters(number),
        "A" | "upperLetter" => letters(number).to_uppercase(),
        "i" | "lowerRoman" => roman(number).to_lowercase(),
        "I" | "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        "" | "none" => String::new(),
        _ => number.to_string(),
    }
}

/// 1 a, 26 z, 27 aa, as Word counts.
fn letters(number: u32) -> String {
    let Some(from_zero) = number.checked_sub(1) else { return "0".to_owned() };
    let letter = char::from(b'a' + (from_zero % 26) as u8);
    let n_times = (from_zero / 26 + 1).min(20) as usize;
    std::iter::repeat_n(letter, n_times).collect()
}

fn roman(mut number: u32) -> String {
    if number == 0 || number > 3_999 {
        return number.to_string();
    }
    let mut shown = String::new();
    for (value, sign) in [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while number >= value {
            shown.push_str(sign);
            number -= value;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_lists_show_them() {
        for (number, format, expected) in [
            (3, "decimal", "3"),
            (3, "lowerLetter", "c"),
            (27, "a", "aa"),
            (1994, "upperRoman", "MCMXCIV"),
            (4, "i", "iv"),
            (7, "decimalZero", "07"),
            (0, "a", "0"),
            (5000, "I", "5000"),
            (5, "none", ""),
        ] {
            assert_eq!(shown(number, format), expected);
        }
    }

    #[test]
    fn short_paragraphs_are_a_block_and_long_ones_stand_apart() {
        let mut flow = Flow::new();
        let long = "Udvalget drøftede ".repeat(6);
        for (text, heading) in [
            ("Referat", Some(1)),
            ("Ulla Brask", None),
            ("Ib Krog", None),
            (&long, None),
            ("a\u{C}b", None),
        ] {
            flow.paragraph(text, heading);
        }
        let pages = flow.into_pages();
        let lines: Vec<&str> = pages[0].lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["Referat", "", "Ulla Brask", "Ib Krog", "", long.trim_end(), "", "a"]);
        assert_eq!((pages[1].number, pages[1].lines[0].number), (2, 9));
    }
}
