//! A numbered line and the lines below it in, the title of the item out: wrapped titles joined,
//! running text after a title parted from it.
//!
//! Deliberately absent: whether the line is a heading at all; `numbering` decides that.

use crate::agenda::{Numbered, number_of};
use crate::blocks::{label_of, record_of};
use crate::joining::{Evidence, break_mark, join};
use crate::line::{Line, ends_sentence, squeeze, starts_lower, starts_upper};
use crate::prose::{beginning, is_abbreviation, is_finite_verb, is_passive, reads_as_text};

/// A title as read from its lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Title {
    /// The title, lines joined, without the number; kind letters still on.
    pub text: String,
    /// How many lines it takes, the numbered one included.
    pub n_lines: usize,
    /// What follows the title on its last line, text of the item.
    pub rest: Option<String>,
    /// The item has no title of its own: its text runs from the number on, and `text` is only its
    /// beginning. All its lines are text.
    pub running: bool,
}

/// A title without the dots and page number of a table of contents, and without its colon.
pub(crate) fn without_leader(title: &str) -> &str {
    let title = title.trim();
    let digits = title.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = digits.trim_end_matches(['.', '…', ' ', '_']);
    let led = digits.len() < title.len()
        && digits
            .get(dots.len()..)
            .is_some_and(|gap| gap.matches(['.', '…', '_']).count() >= 3 || gap.contains('…'));
    let title = if led { dots } else { title };
    let title = title.trim_end_matches(':').trim_end();
    // `Valg.`, but `Evt.`
    match title.strip_suffix('.') {
        Some(plain) if !plain.ends_with('.') && !is_abbreviation(plain) => plain,
        _ => title,
    }
}

/// A title longer than this, in characters, with a verb in it or over more than two lines, is the text
/// of its item. The longest title of two lines we know has 180.
const LONG_TITLE_CHARS: usize = 120;

/// Most lines of a title below the numbered one.
const MORE_LINES: usize = 3;

/// Reads the title at `lines[at]`. `width` is the usual length of a full line, in characters.
pub(crate) fn title_at(
    lines: &[Line],
    at: usize,
    numbered: &Numbered,
    width: usize,
    evidence: &Evidence,
) -> Title {
    let Some(line) = lines.get(at) else { return Title::default() };
    if numbered.title.is_empty() {
        return title_below(lines, at, width, evidence);
    }
    let first = Line { text: numbered.title.to_string(), ..line.clone() };
    if let Some((title, rest)) = split_off_text(&first.text, lines.get(at + 1)) {
        return Title { text: title, n_lines: 1, rest: Some(rest), running: false };
    }
    let mut taken = vec![first.clone()];
    while taken.len() <= MORE_LINES
        && let Some(next) = lines.get(at + taken.len())
        && goes_on(&taken, next, lines.get(at + taken.len() + 1), width)
    {
        taken.push(next.clone());
    }
    let refs: Vec<&Line> = taken.iter().collect();
    let (text, _) = join(&refs, evidence);
    let long = text.chars().count() > LONG_TITLE_CHARS
        && (taken.len() > 2
            || text.split_whitespace().any(|word| is_finite_verb(word) || is_passive(word)));
    if (reads_as_text(&text) || long) && line.heading.is_none() && !line.bold {
        let paragraph: Vec<&Line> = std::iter::once(&first)
            .chain(
                lines
                    .get(at + 1..)
                    .unwrap_or_default()
                    .iter()
                    .take_while(|l| !l.is_blank() && number_of(&l.text).is_none())
                    .take(6),
            )
            .collect();
        let (all, _) = join(&paragraph, evidence);
        return Title { text: beginning(&all), n_lines: 1, rest: Some(first.text), running: true };
    }
    Title { text, n_lines: taken.len(), rest: None, running: false }
}

/// The number stands alone on its line: the title or the text begins on the next.
fn title_below(lines: &[Line], at: usize, width: usize, evidence: &Evidence) -> Title {
    let blanks =
        lines.get(at + 1..).unwrap_or_default().iter().take_while(|line| line.is_blank()).count();
    let start = at + 1 + blanks;
    let below: Vec<&Line> = lines
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(|line| !line.is_blank() && (number_of(&line.text).is_none()))
        .take(6)
        .collect();
    let Some(first) = below.first() else {
        return Title { text: String::new(), n_lines: 1, rest: None, running: true };
    };
    if blanks > 2 {
        return Title { text: String::new(), n_lines: 1, rest: None, running: true };
    }
    // A short line without a verb above text of its own is the title.
    if let [title, next, ..] = below.as_slice()
        && blanks == 0
        && title.text.split_whitespace().count() <= 7
        && title.text.chars().count() * 10 < width * 6
        && !ends_sentence(&title.text)
        && !ends_open(&title.text)
        && break_mark(&title.text).is_none()
        && !title.text.split_whitespace().any(is_finite_verb)
        && starts_upper(&title.text)
        && starts_upper(&next.text)
        && (reads_as_text(&next.text) || ends_sentence(&next.text))
    {
        return Title { text: title.text.clone(), n_lines: 2, rest: None, running: false };
    }
    let (all, _) = join(&below, evidence);
    let short =
        below.len() <= 2 && !reads_as_text(&all) && all.chars().count() <= 2 * width.max(40);
    let followed = lines
        .get(start + below.len()..)
        .unwrap_or_default()
        .iter()
        .find(|line| !line.is_blank())
        .is_some_and(|line| number_of(&line.text).is_none());
    if short && followed && (first.bold || !ends_sentence(&all)) {
        // A title may still be all that the item says: it stays in the text too.
        return Title { text: all, n_lines: 1, rest: None, running: !first.bold };
    }
    Title { text: beginning(&all), n_lines: 1, rest: None, running: true }
}

/// Whether the title goes on with the next line.
fn goes_on(taken: &[Line], next: &Line, after: Option<&Line>, width: usize) -> bool {
    let Some(last) = taken.last() else { return false };
    if next.is_blank()
        || number_of(&next.text).is_some()
        || label_of(&next.text).is_some()
        || record_of(&next.text).is_some()
    {
        return false;
    }
    if break_mark(&last.text).is_some() {
        return true;
    }
    let so_far: String = taken.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    if crate::agenda::kind_of(&so_far).1.is_some()
        || (ends_sentence(&last.text) && !open_pair(&so_far))
    {
        return false;
    }
    if open_pair(&so_far) || ends_open(&last.text) {
        return true;
    }
    if starts_lower(&next.text) && next.text.starts_with(char::is_alphabetic) {
        return true;
    }
    // A bracket with the kind, or a bold or marked line of the same heading.
    if next.text.starts_with('(') && next.text.chars().count() < 30 {
        return true;
    }
    let full = last.text.chars().count() * 10 >= width * 8;
    let alone = after.is_none_or(Line::is_blank);
    full && alone
        && starts_upper(&next.text)
        && !ends_sentence(&next.text)
        && next.text.chars().count() < width * 7 / 10
        && !reads_as_text(&next.text)
}

/// Whether a quote or bracket is still open.
fn open_pair(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('(') > count(')')
        || count('»') != count('«')
        || (count('”') + count('“') + count('"') + count('„')) % 2 == 1
}

/// Whether a line ends in a word that cannot end a title.
fn ends_open(text: &str) -> bool {
    if text.ends_with([',', '–', '/']) {
        return true;
    }
    let last = text.split_whitespace().next_back().unwrap_or_default();
    [
        "og",
        "eller",
        "samt",
        "af",
        "for",
        "til",
        "i",
        "på",
        "med",
        "om",
        "ved",
        "vedr.",
        "vedrørende",
        "fra",
        "den",
        "det",
        "de",
        "en",
        "et",
        "ny",
        "nye",
        "under",
        "mellem",
        "mod",
        "efter",
        "ang.",
        "angående",
        "hos",
        "pr.",
        "nr.",
        "som",
        "der",
        "at",
    ]
    .contains(&danish::lowercase(last).as_ref())
}

/// Parts `Valg af dirigent. Bestyrelsen foreslog …` and `Valg af dirigent: Bo Holm blev valgt.`
fn split_off_text(text: &str, next: Option<&Line>) -> Option<(String, String)> {
    // A table: `2 <tab> Økonomi <tab> Regnskabet blev godkendt.`
    if let Some((head, tail)) = text.split_once('\t').or_else(|| text.split_once("   "))
        && ends_sentence(tail)
        && starts_upper(tail.trim_start())
        && !ends_sentence(head)
    {
        return Some((squeeze(head), tail.trim().to_string()));
    }
    let runs_on = next.is_some_and(|line| !line.is_blank() && number_of(&line.text).is_none());
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | ':' | '?' | '!' | '–' | '-') {
            continue;
        }
        let (head, tail) = (text.get(..at)?, text.get(at + c.len_utf8()..)?);
        let after = tail.trim_start();
        let parted = tail.starts_with(char::is_whitespace)
            && starts_upper(after)
            && after.chars().next().is_some_and(char::is_alphabetic);
        if !parted || head.chars().count() > 100 {
            continue;
        }
        if matches!(c, '–' | '-') && !(head.ends_with(' ') && reads_as_text(after)) {
            continue;
        }
        if c == '.' && is_abbreviation(head) {
            continue;
        }
        if open_pair(head) || reads_as_text(head) {
            return None;
        }
        // What follows is text when it ends a sentence, or goes on below.
        let sentence = ends_sentence(after)
            || (runs_on && (after.split_whitespace().count() > 4 || reads_as_text(after)));
        let sentence = sentence
            && (c != ':'
                || reads_as_text(after)
                || (ends_sentence(after)
                    && (after.split_whitespace().count() > 2
                        || head.split_whitespace().count() < 3))
                || (runs_on && next.is_some_and(|n| starts_lower(&n.text))));
        if sentence {
            let head = if c == '?' || c == '!' { text.get(..at + 1)? } else { head };
            return Some((squeeze(head), after.to_string()));
        }
        if c == ':' {
            return None;
        }
    }
    None
}
