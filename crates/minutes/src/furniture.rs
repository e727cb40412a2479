//! Lines in, the same lines without page furniture out: page numbers, running heads, broken
//! bookmarks. What is taken off is named, so that nothing vanishes.
//!
//! Text that runs on across a page end (in the middle of a paragraph or a word) is joined again.
//! Deliberately absent: what the rest of the lines mean.

mod head_blocks;
mod page_number;
mod title_words;

use std::collections::{HashMap, HashSet};

use crate::Remark;
use crate::joining::break_mark;
use crate::line::{Line, ends_sentence, squeeze, starts_lower, starts_upper};
use head_blocks::mark_head_blocks;
use page_number::{is_named_page_number, without_page_number};
use title_words::{OPENING_LINES, mostly_in, opening_words};

/// Takes the furniture off. The remarks name each distinct piece once, with its first line.
pub(crate) fn without_furniture(mut lines: Vec<Line>) -> (Vec<Line>, Vec<Remark>) {
    // A rule parts what stands above and below it as a blank line does.
    for line in lines.iter_mut().filter(|line| is_rule(&line.text)) {
        line.text.clear();
    }
    let marked = mark(&lines);
    let mut remarks = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for (line, is_furniture) in lines.iter().zip(&marked) {
        if *is_furniture
            && line.text.chars().any(char::is_alphabetic)
            && seen.insert(line.text.clone())
        {
            remarks.push(Remark {
                line: Some(line.number),
                text: format!("page furniture left out: {}", squeeze(&line.text)),
            });
        }
    }
    (close_gaps(lines, &marked), remarks)
}

/// `-----`, `=====`, `* * *`: a line of marks only.
fn is_rule(text: &str) -> bool {
    text.chars().count() > 3
        && text.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '–' | '—' | '.' | ' '))
}

/// Which lines are furniture.
fn mark(lines: &[Line]) -> Vec<bool> {
    let mut marked: Vec<bool> = lines
        .iter()
        .map(|line| is_broken_bookmark(&line.text) || is_named_page_number(&line.text))
        .collect();
    mark_signed_heads(lines, &mut marked);
    mark_bare_numbers(lines, &mut marked);
    mark_running_heads(lines, &mut marked);
    marked
}

/// `Region Nord - Havneudvalget       Side 3`: a page number with other words on its line. Marked
/// where the words come on another page too, or where the line stands alone.
fn mark_signed_heads(lines: &[Line], marked: &mut [bool]) {
    let signed: Vec<(usize, &str)> = lines
        .iter()
        .enumerate()
        .filter_map(|(idx, line)| without_page_number(&line.text).map(|words| (idx, words)))
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, words) in &signed {
        *counts.entry(*words).or_insert(0) += 1;
    }
    for (idx, words) in &signed {
        let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
        let alone = blank(idx.checked_sub(1)) && blank(Some(idx + 1)) && *idx > 0;
        if (alone || counts.get(words).copied().unwrap_or(0) > 1)
            && let Some(flag) = marked.get_mut(*idx)
        {
            *flag = true;
        }
    }
}

/// `S. Fejl! Bogmærke er ikke defineret.` and its English sister.
fn is_broken_bookmark(text: &str) -> bool {
    // Asked of every line: no copy of what is none.
    if !crate::line::says(text, "defin") {
        return false;
    }
    let lower = danish::lowercase(text);
    text.chars().count() < 60
        && (lower.contains("bogmærke er ikke defineret") || lower.contains("bookmark not defined"))
}

/// Numbers alone between blank lines that climb page by page, at least this many lines apart; the
/// items of a protocol that are numbered alone on a line come closer. The shortest printed page we
/// know has about thirty lines; no source.
const LINES_A_PAGE: usize = 20;

/// How far in, in characters, a number alone on its line is a page number: well past the indent of any
/// list. No source.
const FAR_IN: usize = 24;

fn mark_bare_numbers(lines: &[Line], marked: &mut [bool]) {
    let bare: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter_map(|(idx, line)| {
            let digits = line.text.as_str();
            let alone =
                (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            alone.then(|| digits.parse().ok().map(|number| (idx, number))).flatten()
        })
        .collect();
    let edges = page_edges(lines);
    let far = |pair: &[(usize, u32)]| matches!(pair, [(a, _), (b, _)] if b - a >= LINES_A_PAGE);
    // The last page may be short, with its number at the end of everything.
    let ends_all =
        bare.last().is_some_and(|(idx, _)| lines.iter().skip(idx + 1).all(Line::is_blank));
    let full_pages = bare.len() - usize::from(ends_all);
    let sparse = bare.iter().copied().take(full_pages).collect::<Vec<_>>().windows(2).all(far);
    let climbing = bare.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if a < b));
    for (idx, number) in &bare {
        let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
        let alone = blank(idx.checked_sub(1)) && blank(Some(idx + 1));
        let near_other = |step: isize| {
            let mut at = *idx;
            loop {
                let Some(next) = at.checked_add_signed(step) else { break false };
                at = next;
                match lines.get(at) {
                    None => break false,
                    Some(line) if line.is_blank() => {}
                    Some(_) => break marked.get(at).copied().unwrap_or(false),
                }
            }
        };
        let of_page = edges.contains(idx)
            && lines.get(*idx).is_some_and(|line| line.page.abs_diff(*number) <= 4 || climbing);
        // Set far to the right or in the middle, as no item is.
        let set_apart = alone && climbing && lines.get(*idx).is_some_and(|l| l.indent >= FAR_IN);
        let counts_pages =
            alone && sparse && climbing && (1..1000).contains(number) && *idx > LINES_A_PAGE;
        if (of_page || set_apart || near_other(1) || near_other(-1) || counts_pages)
            && let Some(flag) = marked.get_mut(*idx)
        {
            *flag = true;
        }
    }
}

/// The first and last lines with text of each page, in documents of several pages.
fn page_edges(lines: &[Line]) -> HashSet<usize> {
    let mut edges = HashSet::new();
    let mut pages: HashMap<u32, (usize, usize)> = HashMap::new();
    for (idx, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        pages.entry(line.page).and_modify(|ends| ends.1 = idx).or_insert((idx, idx));
    }
    if pages.len() > 1 {
        for (first, last) in pages.values() {
            edges.insert(*first);
            edges.insert(*last);
        }
    }
    edges
}

/// Running heads: short lines at a page end (beside other furniture, or at the edge of a page) that
/// come back, or that say the title again.
fn mark_running_heads(lines: &[Line], marked: &mut [bool]) {
    let shapes: Shapes =
        lines.iter().map(|line| could_be_head(line).then(|| shape(line))).collect();
    let count = |shapes: &[Option<String>]| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for shape in shapes.iter().flatten() {
            *counts.entry(shape.clone()).or_insert(0) += 1;
        }
        counts
    };
    let several_pages = lines.first().map(|l| l.page) != lines.last().map(|l| l.page);
    let counts = count(&shapes);
    mark_head_blocks(lines, &shapes, &counts, marked);
    let opening = opening_words(lines);
    let body = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .nth(OPENING_LINES)
        .map_or(lines.len(), |(idx, _)| idx);
    let below_title = count(shapes.get(body..).unwrap_or_default());
    // Twice: a head over a head is beside furniture only once the first is known.
    for _ in 0..2 {
        let known = marked.to_vec();
        let is_known = |idx: usize| known.get(idx).copied().unwrap_or(false);
        // Lines that may be heads and stand where heads stand: their place, shape, and which place.
        let mut at_ends: Vec<(usize, &String, (bool, bool))> = Vec::new();
        let mut ends: HashMap<&String, usize> = HashMap::new();
        for (idx, shape) in shapes.iter().enumerate() {
            let Some(shape) = shape else { continue };
            let (beside, edge) = at_page_end(lines, &known, idx, several_pages);
            if beside || edge || is_known(idx) {
                *ends.entry(shape).or_insert(0) += 1;
            }
            if (beside || edge) && !is_known(idx) {
                at_ends.push((idx, shape, (beside, edge)));
            }
        }
        for (idx, own, (beside, edge)) in at_ends {
            // What comes elsewhere too is text (`Godkendt`), not a head.
            let of = |counts: &HashMap<String, usize>| counts.get(own).copied().unwrap_or(0);
            let n_ends = ends.get(own).copied().unwrap_or(0);
            let again = of(&counts) > 1 && n_ends * 2 > of(&below_title);
            let first_text = neighbour(lines, idx, -1).is_none();
            let says_title = beside
                && idx >= body
                && lines.get(idx).is_some_and(|line| mostly_in(&line.text, &opening));
            let cuts = beside && edge && cuts_sentence(lines, &known, idx);
            if ((again && !first_text) || says_title || cuts)
                && let Some(flag) = marked.get_mut(idx)
            {
                *flag = true;
            }
        }
    }
}

/// For each line that could be a running head what it looks like: heads differ in their numbers only.
type Shapes = Vec<Option<String>>;

fn shape(line: &Line) -> String {
    squeeze(&danish::lowercase(&line.text))
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect()
}

/// Whether a line stands beside furniture, and whether at the edge of a page.
fn at_page_end(lines: &[Line], known: &[bool], idx: usize, several_pages: bool) -> (bool, bool) {
    let Some(line) = lines.get(idx) else { return (false, false) };
    let above = neighbour(lines, idx, -1);
    let below = neighbour(lines, idx, 1);
    let furniture = |side: Option<(usize, bool)>| {
        side.filter(|(at, _)| known.get(*at).copied().unwrap_or(false))
    };
    let parted = |side: Option<(usize, bool)>| side.is_none_or(|(_, blank)| blank);
    // Right above or below a page number, if nothing else stands right beside it.
    let right_beside = !ends_sentence(&line.text)
        && (furniture(above).is_some() && parted(below)
            || furniture(below).is_some() && parted(above));
    let across =
        [above, below].into_iter().any(|side| furniture(side).is_some_and(|(_, blank)| blank));
    let other_page = |side: Option<(usize, bool)>| {
        side.is_none_or(|(at, _)| lines.get(at).is_none_or(|l| l.page != line.page))
    };
    (right_beside || across, several_pages && (other_page(above) || other_page(below)))
}

/// Whether a line beside a page number stands in the middle of a sentence: a running head, though it
/// comes but once.
fn cuts_sentence(lines: &[Line], known: &[bool], idx: usize) -> bool {
    let text = |at: &usize| {
        !known.get(*at).copied().unwrap_or(true) && lines.get(*at).is_some_and(|l| !l.is_blank())
    };
    let above = (0..idx).rev().find(text).and_then(|at| lines.get(at));
    let below = (idx + 1..lines.len()).find(text).and_then(|at| lines.get(at));
    let finished = lines.get(idx).is_none_or(|line| ends_sentence(&line.text));
    !finished && matches!((above, below), (Some(above), Some(below)) if runs_on(above, below))
}

fn could_be_head(line: &Line) -> bool {
    let count = line.text.chars().count();
    (4..=110).contains(&count)
        && !line.text.ends_with([',', ';'])
        && break_mark(&line.text).is_none()
        && !starts_lower(&line.text)
        && !ends_sentence(&line.text)
        && !holds_sentence_end(&line.text)
        && crate::agenda::number_of(&line.text).is_none()
        && !crate::blocks::is_label(&line.text)
        && line.heading.is_none()
}

/// Whether a sentence ends within a line of many words: `… i Stenborg. Bo Holm`.
fn holds_sentence_end(text: &str) -> bool {
    text.split_whitespace().count() > 6
        && text.match_indices(". ").any(|(at, _)| {
            let word = text.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or("");
            word.chars().count() > 3
                && word.chars().all(char::is_alphabetic)
                && text.get(at + 2..).is_some_and(starts_upper)
        })
}

/// The nearest line with text above or below, and whether a blank line lies between.
fn neighbour(lines: &[Line], idx: usize, step: isize) -> Option<(usize, bool)> {
    let mut at = idx;
    let mut blank = false;
    loop {
        at = at.checked_add_signed(step)?;
        let line = lines.get(at)?;
        if !line.is_blank() {
            // A page end parts as a blank line does.
            let paged = lines.get(idx).is_some_and(|own| own.page != line.page);
            return Some((at, blank || paged));
        }
        blank = true;
    }
}

/// Takes the marked lines out, and the blank lines around them where the text runs on.
fn close_gaps(lines: Vec<Line>, marked: &[bool]) -> Vec<Line> {
    let width = crate::line::usual_width(&lines);
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut gap = false;
    for (line, is_furniture) in lines.into_iter().zip(marked) {
        if *is_furniture {
            gap = true;
            continue;
        }
        if !line.is_blank() && (gap || kept.last().is_some_and(|last| last.page != line.page)) {
            let text_before = kept.iter().rposition(|line| !line.is_blank());
            if let Some(before) = text_before
                && kept.get(before).is_some_and(|last| {
                    runs_on(last, &line) || gap && fills_its_line(last, &line, width)
                })
            {
                kept.truncate(before + 1);
            } else if gap && kept.last().is_some_and(|line| !line.is_blank()) {
                kept.push(Line { page: line.page, number: line.number, ..Line::default() });
            }
        }
        if !line.is_blank() {
            gap = false;
        }
        kept.push(line);
    }
    kept
}

/// Whether a line above a page number is full and unfinished, so that its sentence goes on with a
/// capital: `… foreslog sammen med` / `Ea Friis, at …`.
fn fills_its_line(last: &Line, next: &Line, width: usize) -> bool {
    let plain = |line: &Line| {
        !line.bold
            && line.heading.is_none()
            && crate::agenda::number_of(&line.text).is_none()
            && crate::blocks::label_of(&line.text).is_none()
            && crate::blocks::record_of(&line.text).is_none()
    };
    !ends_sentence(&last.text)
        && last.text.chars().count() * 10 >= width * 8
        && last.text.split_whitespace().count() > 4
        && plain(last)
        && plain(next)
}

/// Whether a sentence that stops at the end of a page goes on with `next`.
fn runs_on(last: &Line, next: &Line) -> bool {
    if break_mark(&last.text).is_some() {
        return starts_lower(&next.text) || starts_upper(&next.text);
    }
    let open = !ends_sentence(&last.text);
    open && (starts_lower(&next.text) || last.text.ends_with(','))
}

#[cfg(test)]
mod tests;
