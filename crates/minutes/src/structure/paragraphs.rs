//! The lines between headings in, paragraphs out: lines joined, block labels and subheadings named.
//!
//! Deliberately absent: which lines are headings (`headings`).

use super::{Piece, has_verb};
use crate::AgendaItem;
use crate::agenda::number_of;
use crate::blocks::{is_body_and_day, label_of, record_of};
use crate::joining::{Evidence, break_mark, join};
use crate::line::{Line, ends_sentence, starts_upper};
use crate::outline::Paragraph;
use crate::sections::label;
use crate::vocabulary::Words;

struct Builder<'a, 'e> {
    evidence: &'a Evidence<'e>,
    paragraphs: Vec<Paragraph>,
    open: Vec<Line>,
    item: Option<String>,
    block: Option<String>,
    /// The block label is printed but no paragraph has carried it yet.
    block_unused: Option<Line>,
    subheading: Option<Line>,
    after_blank: bool,
}

impl Builder<'_, '_> {
    fn close(&mut self) {
        if self.open.is_empty() {
            return;
        }
        let refs: Vec<&Line> = self.open.iter().collect();
        let (text, lines) = join(&refs, self.evidence);
        let page = self.open.first().map_or(1, |line| line.page);
        self.push(text, lines, page);
        self.open.clear();
    }

    fn push(&mut self, text: String, lines: Vec<(usize, u32)>, page: u32) {
        if text.is_empty() || lines.is_empty() {
            return;
        }
        self.block_unused = None;
        let subheading = self.subheading.take().map(|line| crate::line::squeeze(&line.text));
        self.paragraphs.push(Paragraph {
            item: self.item.clone(),
            block: self.block.clone(),
            subheading,
            text,
            lines,
            after_blank: self.after_blank,
            page,
        });
        self.after_blank = false;
    }

    /// A label or subheading with nothing below it is text after all.
    fn flush_labels(&mut self) {
        for line in [self.block_unused.take(), self.subheading.take()].into_iter().flatten() {
            let text = crate::line::squeeze(&line.text);
            let lines = vec![(0, line.number)];
            self.push(text, lines, line.page);
        }
    }

    fn change_item(&mut self, item: Option<String>) {
        self.close();
        self.flush_labels();
        self.item = item;
        self.block = None;
        self.after_blank = true;
    }
}

/// Joins what stands between the headings to paragraphs.
pub(super) fn paragraphs(
    pieces: &[Piece],
    items: &[AgendaItem],
    evidence: &Evidence,
    width: usize,
    words: &Words,
) -> Vec<Paragraph> {
    let mut builder = Builder {
        evidence,
        paragraphs: Vec::new(),
        open: Vec::new(),
        item: None,
        block: None,
        block_unused: None,
        subheading: None,
        after_blank: true,
    };
    for (at, piece) in pieces.iter().enumerate() {
        let line = match piece {
            Piece::Heading(idx) | Piece::Back(idx) => {
                builder.change_item(items.get(*idx).map(|item| item.number.clone()));
                continue;
            }
            Piece::Loose => {
                builder.change_item(None);
                continue;
            }
            Piece::Line(line) => line,
        };
        if line.is_blank() {
            builder.close();
            builder.after_blank = true;
            continue;
        }
        if let Some(record) = record_of(&line.text) {
            builder.close();
            let block = builder.block.replace(record.to_string());
            let unused = builder.block_unused.take();
            let subheading = builder.subheading.take();
            builder.push(crate::line::squeeze(&line.text), vec![(0, line.number)], line.page);
            builder.block = block;
            builder.block_unused = unused;
            builder.subheading = subheading;
            continue;
        }
        let fresh = builder.open.is_empty()
            || builder.open.last().is_some_and(|last| ends_sentence(&last.text));
        let decided = || {
            let there = builder.item.is_some() && is_body_and_day(&line.text);
            there.then_some((line.text.trim(), ""))
        };
        if let Some((label, rest)) = label_of(&line.text).or_else(decided)
            && fresh
        {
            builder.close();
            builder.flush_labels();
            builder.block = Some(label.to_string());
            if rest.is_empty() {
                builder.block_unused = Some(line.clone());
            } else {
                // Who does it and by when is said by the label too.
                let whole = ["ansvarlig", "deadline"].contains(&danish::lowercase(label).as_ref());
                let text = if whole { line.text.clone() } else { rest.to_string() };
                builder.open.push(Line { text, ..line.clone() });
            }
            continue;
        }
        if is_subheading(pieces, at, line, &builder, width, words) {
            builder.close();
            builder.flush_labels();
            builder.subheading = Some(line.clone());
            continue;
        }
        // The fields of a header (*Sted: …*) stand each for itself.
        let field = |line: &Line| builder.item.is_none() && label(&line.text, words).is_some();
        let fields = field(line) || builder.open.last().is_some_and(field);
        if fields || breaks_before(line, &builder.open, width) {
            builder.close();
        }
        builder.open.push(line.clone());
    }
    builder.close();
    builder.flush_labels();
    builder.paragraphs
}

/// Whether a new paragraph begins at a line although no blank line stands before it.
fn breaks_before(line: &Line, open: &[Line], width: usize) -> bool {
    let Some(last) = open.last() else { return false };
    // `Mødet sluttede kl.` / `16.20.`
    if line.text.starts_with(|c: char| c.is_ascii_digit()) && waits_for_number(&last.text) {
        return false;
    }
    if let Some(numbered) = number_of(&line.text)
        && break_mark(&last.text).is_none()
    {
        // `… budgettet til` / `2. behandling`: a number inside a sentence that fills its line. A list
        // goes on with the next number, or with a new *at*.
        let full = last.text.chars().count() * 4 >= width * 3;
        let inside = full
            && !ends_sentence(&last.text)
            && !last.text.ends_with([',', ';'])
            && !["og", "samt", "eller"].iter().any(|word| last.text.ends_with(&format!(" {word}")));
        let counts_on =
            open.first().and_then(|first| number_of(&first.text)).is_some_and(|first| {
                first.style == numbered.style
                    && first.path.len() == numbered.path.len()
                    && first.path.last().map(|number| number + 1) == numbered.path.last().copied()
            });
        if !inside || counts_on || numbered.title.starts_with("at ") {
            return true;
        }
    }
    if line.text.starts_with(['•', '-', '–', '*', '·', '▪', '\u{F0B7}'])
        && line.text.chars().nth(1).is_some_and(char::is_whitespace)
    {
        return true;
    }
    ends_sentence(&last.text)
        && starts_upper(&line.text)
        && last.text.chars().count() * 4 < width * 3
}

/// Whether a line ends in a word that only a number can follow.
fn waits_for_number(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    ["kl.", "klokken", "nr.", "pr.", "ca.", "den", "d.", "§", "side", "pkt.", "punkt"]
        .contains(&last.as_str())
}

/// Whether a line is a heading without number inside an item: `Region Nord` above its text.
fn is_subheading(
    pieces: &[Piece],
    at: usize,
    line: &Line,
    builder: &Builder,
    width: usize,
    words: &Words,
) -> bool {
    let placed = builder.item.is_some() && builder.block.is_none();
    if !builder.open.is_empty() || !builder.after_blank || !placed {
        return false;
    }
    let text = line.text.trim_end_matches(':');
    let n_words = text.split_whitespace().count();
    let count = text.chars().count();
    if n_words == 0
        || n_words > 8
        || count > 60
        || count * 10 > width * 6
        || !starts_upper(text)
        || number_of(text).is_some()
    {
        return false;
    }
    if ends_sentence(text)
        || text.ends_with([',', ';', '-', '='])
        || has_verb(text)
        || crate::people::is_people(text, words) && !line.bold
    {
        return false;
    }
    match pieces.get(at + 1) {
        Some(Piece::Line(next)) if !next.is_blank() => {
            starts_upper(&next.text)
                && next.text.chars().count() * 10 >= width * 6
                && label_of(&next.text).is_none()
        }
        _ => line.bold,
    }
}
