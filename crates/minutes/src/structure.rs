//! The lines of one meeting in, its outline out: header, items, and paragraphs under them.
//!
//! Deliberately absent: who speaks (`speech`), and where a meeting begins and ends (`split`).

use crate::AgendaItem;
use crate::agenda::{Style, kind_of, number_of};
use crate::blocks::{is_label, label_of, record_of};
use crate::head::{Head, head, label};
use crate::joining::{Evidence, break_mark, join};
use crate::line::{Line, ends_sentence, starts_lower, starts_upper};
use crate::numbering::{Candidate, headings};
use crate::outline::{Outline, Paragraph};
use crate::titles::{Title, reads_as_text, title_at};
use crate::vocabulary::{Under, Words};

/// What a line turned out to be.
#[derive(Debug, Clone)]
enum Piece {
    /// Text, or blank.
    Line(Line),
    /// The heading of the item with this index; its lines are gone.
    Heading(usize),
    /// Text from here on belongs to the item with this index, which was announced above.
    Back(usize),
}

/// Makes the outline of one meeting. `near` is the year that short years lie close to.
pub(crate) fn outline(
    lines: &[Line],
    words: &Words,
    evidence: &Evidence,
    near: Option<i16>,
) -> (Outline, Head) {
    let width = usual_width(lines);
    let found = candidates(lines, width, evidence, words);
    let mut items: Vec<AgendaItem> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let first = found.first().map_or(lines.len(), |h| h.at);
    let header = lines.get(..first).unwrap_or_default();
    let head = head(header, words, evidence, near);
    for (line, taken) in header.iter().zip(&head.taken) {
        let line = if *taken { Line { text: String::new(), ..line.clone() } } else { line.clone() };
        pieces.push(Piece::Line(line));
    }
    let mut at = first;
    let mut stack: Vec<String> = Vec::new();
    let mut next_heading = found.iter().peekable();
    while at < lines.len() {
        let Some(line) = lines.get(at) else { break };
        let Some(heading) = next_heading.next_if(|h| h.at == at) else {
            pieces.push(Piece::Line(line.clone()));
            at += 1;
            continue;
        };
        if let Some(number) = &heading.back_to
            && let Some(idx) = items.iter().position(|item| item.number == *number)
        {
            pieces.push(Piece::Back(idx));
        } else {
            stack.truncate(heading.depth);
            let own = heading.number.clone();
            let number = match stack.last() {
                Some(above) if heading.path_len == 1 => format!("{above}.{own}"),
                _ => own,
            };
            let (title, kind) = kind_of(&heading.title.text);
            items.push(AgendaItem {
                number: number.clone(),
                closed: is_closed(&title),
                title,
                kind,
                parent: stack.last().cloned(),
                line: line.number,
                page: line.page,
            });
            stack.push(number);
            pieces.push(Piece::Heading(items.len() - 1));
        }
        if let Some(rest) = &heading.title.rest {
            pieces.push(Piece::Line(Line { text: rest.clone(), ..line.clone() }));
        }
        at += heading.title.n_lines.max(1);
    }
    let paragraphs = paragraphs(&pieces, &items, evidence, width, words);
    let outline =
        Outline { body: head.body.clone(), people: head.people.clone(), items, paragraphs };
    (outline, head)
}

fn is_closed(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.starts_with("lukket") || lower.contains("(lukket") || lower.contains("lukket punkt")
}

/// A heading that was found.
#[derive(Debug)]
struct Found {
    at: usize,
    depth: usize,
    number: String,
    path_len: usize,
    title: Title,
    back_to: Option<String>,
}

/// Length in characters of a full line: the ninth longest of ten.
fn usual_width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_blank())
        .map(|line| line.text.chars().count())
        .collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(80)
}

struct Possible<'a> {
    at: usize,
    numbered: crate::agenda::Numbered<'a>,
    title: Title,
    candidate: Candidate,
}

fn candidates(lines: &[Line], width: usize, evidence: &Evidence, words: &Words) -> Vec<Found> {
    let mut possible: Vec<Possible> = Vec::new();
    let mut block_at: Option<usize> = None;
    let mut in_people = false;
    for (at, line) in lines.iter().enumerate() {
        if let Some((name, _)) = label_of(&line.text) {
            let lower = name.to_lowercase();
            block_at = (lower.contains("indstil")
                || lower.starts_with("beslutning")
                || lower.starts_with("bilag"))
            .then_some(at);
        }
        let people_label = matches!(label(&line.text, words), Some((Under::People(..), _, _)));
        in_people = people_label || (in_people && !line.is_blank());
        let Some(numbered) = number_of(&line.text) else { continue };
        if in_people && crate::people::is_people(numbered.title, words) {
            continue;
        }
        let Some(looks) = looks(lines, at, &numbered, block_at.is_some()) else { continue };
        let title = title_at(lines, at, &numbered, width, evidence);
        let (_, kind) = kind_of(&title.text);
        let after = at + title.n_lines;
        let has_body = title.rest.is_some()
            || lines
                .get(after..)
                .unwrap_or_default()
                .iter()
                .find(|line| !line.is_blank())
                .is_some_and(|line| number_of(&line.text).is_none());
        let strong =
            line.bold || kind.is_some() || matches!(numbered.style, Style::Ad | Style::Point);
        let candidate = Candidate {
            path: numbered.path.clone(),
            style: numbered.style,
            looks: looks + if kind.is_some() { 0.3 } else { 0.0 },
            has_kind: kind.is_some(),
            has_body,
            in_block: block_at.is_some_and(|block| at - block < 40),
            regret: if strong {
                0.5
            } else if looks > 0.9 {
                0.3
            } else {
                0.0
            },
        };
        possible.push(Possible { at, numbered, title, candidate });
    }
    let backs = back_references(&possible);
    let chosen: Vec<&Possible> =
        possible.iter().zip(&backs).filter(|(_, back)| !**back).map(|(p, _)| p).collect();
    let depths = headings(&chosen.iter().map(|p| p.candidate.clone()).collect::<Vec<_>>());
    let mut depths = depths.into_iter();
    let mut found: Vec<Found> = Vec::new();
    for (p, back) in possible.iter().zip(&backs) {
        let depth = if *back { Some(0) } else { depths.next().flatten() };
        let Some(depth) = depth else { continue };
        let number = printed(&p.numbered, depth);
        let exists =
            found.iter().any(|f: &Found| f.depth == 0 && f.number == number && f.back_to.is_none());
        if *back && !exists {
            continue;
        }
        let title = if *back {
            Title {
                rest: (!p.numbered.title.is_empty()).then(|| p.numbered.title.to_string()),
                n_lines: 1,
                ..Title::default()
            }
        } else {
            p.title.clone()
        };
        found.push(Found {
            at: p.at,
            depth,
            back_to: back.then(|| number.clone()),
            number,
            path_len: p.numbered.path.len(),
            title,
        });
    }
    found
}

/// The number of an item as shown: letters as letters, `4.1` whole.
fn printed(numbered: &crate::agenda::Numbered, _depth: usize) -> String {
    if numbered.style == Style::Letter {
        let value = numbered.path.first().copied().unwrap_or(1).clamp(1, 26);
        return char::from_u32(u32::from('a') + value - 1).unwrap_or('a').to_string();
    }
    numbered.path.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// `ad 1` below an item `1.` goes back to that item, where most of them do.
fn back_references(possible: &[Possible]) -> Vec<bool> {
    let mut seen: std::collections::HashSet<u32> = std::collections::HashSet::new();
    let mut refers = Vec::with_capacity(possible.len());
    for p in possible {
        let number = p.numbered.path.first().copied().unwrap_or(0);
        if p.numbered.style == Style::Ad {
            refers.push(seen.contains(&number));
        } else {
            if p.numbered.style != Style::Letter {
                seen.insert(number);
            }
            refers.push(false);
        }
    }
    let ads = possible.iter().filter(|p| p.numbered.style == Style::Ad).count();
    let back = refers.iter().filter(|back| **back).count();
    if back * 10 < ads * 7 {
        refers.fill(false);
    }
    refers
}

/// How much a numbered line looks like a heading by itself; `None` when it cannot be one.
fn looks(
    lines: &[Line],
    at: usize,
    numbered: &crate::agenda::Numbered,
    in_block: bool,
) -> Option<f32> {
    let line = lines.get(at)?;
    let title = numbered.title;
    let lower = title.to_lowercase();
    if lower.starts_with("at ") || lower.starts_with("behandling af") && starts_lower(title) {
        return None;
    }
    let mut looks: f32 = 0.6;
    let before = at.checked_sub(1).and_then(|at| lines.get(at));
    let after_blank = before.is_none_or(Line::is_blank);
    if after_blank {
        looks += 0.2;
    } else if let Some(before) = before {
        let closed = ends_sentence(&before.text)
            || is_label(&before.text)
            || number_of(&before.text).is_some()
            || record_of(&before.text).is_some();
        if !closed || break_mark(&before.text).is_some() {
            looks -= 0.5;
        }
    }
    if starts_upper(title) {
        looks += 0.2;
    } else if !title.is_empty() {
        looks -= 0.2;
    }
    if line.bold {
        looks += 0.3;
    }
    if matches!(numbered.style, Style::Ad | Style::Point) {
        looks += 0.1;
    }
    if title.ends_with([',', ';']) || title.ends_with(" og") {
        looks -= 0.6;
    }
    if title.ends_with('?') {
        looks -= 0.1;
    }
    if in_block && !after_blank {
        looks -= 0.2;
    }
    if numbered.style == Style::Bare && title.is_empty() {
        looks -= 0.1;
    }
    if reads_as_text(title) {
        looks -= 0.15;
    }
    Some(looks)
}

struct Builder<'a> {
    evidence: &'a Evidence,
    paragraphs: Vec<Paragraph>,
    open: Vec<Line>,
    item: Option<String>,
    block: Option<String>,
    /// The block label is printed but no paragraph has carried it yet.
    block_unused: Option<Line>,
    subheading: Option<Line>,
    after_blank: bool,
}

impl Builder<'_> {
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

fn paragraphs(
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
            builder.push(crate::line::squeeze(&line.text), vec![(0, line.number)], line.page);
            builder.block = block;
            builder.block_unused = unused;
            continue;
        }
        let fresh = builder.open.is_empty()
            || builder.open.last().is_some_and(|last| ends_sentence(&last.text));
        if let Some((label, rest)) = label_of(&line.text)
            && fresh
        {
            builder.close();
            builder.flush_labels();
            builder.block = Some(label.to_string());
            if rest.is_empty() {
                builder.block_unused = Some(line.clone());
            } else {
                builder.open.push(Line { text: rest.to_string(), ..line.clone() });
            }
            continue;
        }
        if is_subheading(pieces, at, line, &builder, width, words) {
            builder.close();
            builder.flush_labels();
            builder.subheading = Some(line.clone());
            continue;
        }
        if breaks_before(line, builder.open.last(), width) {
            builder.close();
        }
        builder.open.push(line.clone());
    }
    builder.close();
    builder.flush_labels();
    builder.paragraphs
}

/// Whether a new paragraph begins at a line although no blank line stands before it.
fn breaks_before(line: &Line, last: Option<&Line>, width: usize) -> bool {
    let Some(last) = last else { return false };
    if number_of(&line.text).is_some() && break_mark(&last.text).is_none() {
        return true;
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

/// Whether a line is a heading without number inside an item: `Region Nord` above its text.
fn is_subheading(
    pieces: &[Piece],
    at: usize,
    line: &Line,
    builder: &Builder,
    width: usize,
    words: &Words,
) -> bool {
    if !builder.open.is_empty() || !builder.after_blank || builder.item.is_none() {
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

/// Short answers of old protocols (`Til Efterretning`, `Bevilges`) are text, not headings.
fn has_verb(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("efterretning")
        || lower.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphabetic());
            word.chars().count() > 4
                && (word.ends_with("es")
                    || word.ends_with("et")
                    || word.ends_with("ede")
                    || word.ends_with("te"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ItemKind, Vocabulary};

    fn read(text: &str) -> Outline {
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .map(|(idx, line)| Line {
                number: idx as u32 + 1,
                page: 1,
                text: line.trim().to_string(),
                ..Line::default()
            })
            .collect();
        let vocabulary = Vocabulary {
            header_labels: include_str!("../../../index-config/header-labels.txt").into(),
            titles: include_str!("../../../index-config/titles.txt").into(),
            ..Vocabulary::default()
        };
        let words = Words::of(&vocabulary);
        outline(&lines, &words, &Evidence::of(&lines), None).0
    }

    fn items(text: &str) -> Vec<String> {
        read(text).items.into_iter().map(|item| format!("{} {}", item.number, item.title)).collect()
    }

    #[test]
    fn announcements_inside_an_item() {
        let text = "1. Meddelelser (O)\n\n1. Status på havnen\nBo Holm orienterede om havnen.\n\n2. Nyt om stien\nBo Holm orienterede om stien.\n\n2. Handlingsplan (B)\nEa Friis gennemgik planen.\n\n3. Eventuelt\n-\n";
        assert_eq!(
            items(text),
            [
                "1 Meddelelser",
                "1.1 Status på havnen",
                "1.2 Nyt om stien",
                "2 Handlingsplan",
                "3 Eventuelt"
            ]
        );
        assert_eq!(read(text).items.first().and_then(|i| i.kind), Some(ItemKind::Information));
    }
}
