//! Wrapped lines in, running text out: joined with single spaces, end-of-line hyphens undone or
//! kept, and where each line begins.
//!
//! Deliberately absent: a dictionary. What speaks for one word or two is the case of the next letter,
//! what stands before the hyphen, and what the same document writes elsewhere.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use crate::line::{Line, starts_upper};
use crate::verbs::Letters;

/// How a document writes words where no line end breaks them: looked up when the first line end asks.
#[derive(Debug, Default)]
pub(crate) struct Evidence<'a> {
    lines: &'a [Line],
    words: OnceCell<HashSet<Cow<'a, str>, BuildHasherDefault<Letters>>>,
    pairs: OnceCell<Pairs<'a>>,
}

/// Pairs of capitalised words: what follows the first letter of the first, and the second; with that
/// letter, or none where several occur.
type Pairs<'a> = HashMap<(&'a str, &'a str), Option<char>>;

impl<'a> Evidence<'a> {
    /// What the lines of a document tell.
    pub(crate) fn of(lines: &'a [Line]) -> Evidence<'a> {
        Evidence { lines, ..Evidence::default() }
    }

    /// A name at the start of a line whose first letter the page lost (`aren Holm`), with the letter
    /// that the same name has elsewhere in the document.
    pub(crate) fn with_lost_letter(&self, text: &str) -> Option<String> {
        let mut parts = text.split(is_gap);
        let (first, second) = (parts.next()?, parts.next()?);
        if !first.starts_with(char::is_lowercase) || !starts_upper(second) {
            return None;
        }
        let pairs = self.pairs.get_or_init(|| pairs(self.lines));
        let letter = (*pairs.get(&(first, second))?)?;
        Some(format!("{letter}{text}"))
    }

    fn knows(&self, word: &str) -> bool {
        self.words.get_or_init(|| words(self.lines)).contains(&*danish::lowercase(word))
    }
}

/// The words of a line, hyphens inside them.
fn parts(line: &Line) -> impl Iterator<Item = &str> {
    line.text.split(is_gap).filter(|word| word.chars().any(|c| c != '-'))
}

/// The words that no line end breaks, lower case.
fn words(lines: &[Line]) -> HashSet<Cow<'_, str>, BuildHasherDefault<Letters>> {
    let mut words = HashSet::default();
    let mut broken = false;
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let ends_broken = break_mark(&line.text).is_some();
        // Neither what the line above begins nor what goes on below.
        let mut open = if broken { parts(line).next() } else { None };
        let mut last: Option<&str> = None;
        for part in parts(line) {
            if open.take().is_none()
                && let Some(whole) = last.replace(part)
            {
                words.insert(danish::lowercase(whole.trim_matches('-')));
            }
        }
        if let Some(whole) = last.filter(|_| !ends_broken) {
            words.insert(danish::lowercase(whole.trim_matches('-')));
        }
        broken = ends_broken;
    }
    words
}

fn pairs(lines: &[Line]) -> Pairs<'_> {
    let mut pairs = Pairs::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        for (first, second) in parts(line).zip(parts(line).skip(1)) {
            let mut rest = first.chars();
            if starts_upper(second)
                && let Some(letter) = rest.next().filter(|c| c.is_uppercase())
            {
                pairs
                    .entry((rest.as_str(), second))
                    .and_modify(|known| *known = known.filter(|c| *c == letter))
                    .or_insert(Some(letter));
            }
        }
    }
    pairs
}

fn is_gap(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || c == '-' || (!c.is_ascii() && c.is_alphanumeric()))
}

/// Joins lines to one text. Also gives where each line begins: byte offset, line number.
pub(crate) fn join(lines: &[&Line], evidence: &Evidence) -> (String, Vec<(usize, u32)>) {
    let mut text = String::new();
    let mut starts = Vec::new();
    for line in lines {
        let words = crate::line::squeeze(&line.text);
        if words.is_empty() {
            continue;
        }
        if !text.is_empty() {
            join_on(&mut text, &words, evidence);
        }
        starts.push((text.len(), line.number));
        text.push_str(&words);
    }
    if text.ends_with('\u{AD}') {
        text.pop();
        text.push('-');
    }
    (text, starts)
}

/// Makes the end of `text` ready for `next` to be appended.
fn join_on(text: &mut String, next: &str, evidence: &Evidence) {
    let Some(mark) = break_mark(text) else {
        text.push(' ');
        return;
    };
    let before = text.trim_end_matches(mark).to_string();
    if mark == '\u{AD}' {
        *text = before.trim_end().to_string();
        return;
    }
    let right: String = next.chars().take_while(|c| !is_gap(*c)).collect();
    if before.ends_with(' ') {
        // `be -` at a line end is how some PDFs print a hyphen; a dash stands between whole words.
        let left = last_word(before.trim_end());
        if !left.is_empty() && evidence.knows(&format!("{left}{right}")) && !evidence.knows(left) {
            *text = before.trim_end().to_string();
        } else {
            text.push(' ');
        }
        return;
    }
    match decide(last_word(&before), &right, mark, evidence) {
        Join::OneWord => *text = before,
        Join::Hyphen => {}
        Join::HyphenSpace => text.push(' '),
    }
}

enum Join {
    OneWord,
    Hyphen,
    HyphenSpace,
}

/// Words that a hyphen before them belongs to the word before: `social-` / `og ældreområdet`.
const AFTER_OPEN_COMPOUND: [&str; 6] = ["og", "eller", "samt", "henholdsvis", "til", "og/eller"];

/// Short first parts that are written with a hyphen: `it-`, `e-`, `tv-`.
const HYPHENED: [&str; 12] =
    ["it", "tv", "cpr", "cvr", "co2", "eu", "ph", "pc", "app", "ikke", "ex", "sms"];

fn decide(left: &str, right: &str, mark: char, evidence: &Evidence) -> Join {
    if left.is_empty() {
        return Join::HyphenSpace;
    }
    if AFTER_OPEN_COMPOUND.contains(&right) {
        return Join::HyphenSpace;
    }
    // What stands after the last hyphen inside: `4.0-pro` → `pro`.
    let piece = left.rsplit('-').next().unwrap_or(left);
    if right.starts_with(|c: char| c.is_ascii_digit()) {
        return Join::Hyphen;
    }
    if evidence.knows(&format!("{left}-{right}")) {
        return Join::Hyphen;
    }
    let whole = format!("{left}{right}");
    let shouted = |word: &str| {
        word.chars().count() > 1 && word.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
    };
    if starts_upper(right) {
        let one_word = shouted(left) && shouted(right) && evidence.knows(&whole);
        return if one_word { Join::OneWord } else { Join::Hyphen };
    }
    if right.is_empty() {
        return Join::HyphenSpace;
    }
    if mark == '=' || evidence.knows(&whole) {
        return Join::OneWord;
    }
    let acronym = shouted(piece)
        || piece.chars().any(|c| c.is_ascii_digit())
        || piece.chars().skip(1).any(char::is_uppercase);
    let single = piece.chars().count() == 1;
    if acronym || single || HYPHENED.contains(&danish::lowercase(piece).as_ref()) {
        Join::Hyphen
    } else {
        Join::OneWord
    }
}

/// The mark that breaks a word at the end of a line: a hyphen, an old `=`, a soft hyphen.
pub(crate) fn break_mark(text: &str) -> Option<char> {
    let last = text.chars().last()?;
    if !matches!(last, '-' | '\u{2010}' | '\u{2011}' | '¬' | '=' | '\u{AD}') {
        return None;
    }
    // `---` is a rule, `=` needs a letter before it.
    let before = text.chars().rev().nth(1)?;
    match last {
        '=' => before.is_alphabetic().then_some(last),
        _ => (before.is_alphanumeric() || before == ' ' || before == '.').then_some(last),
    }
}

fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| !is_gap(*c) || *c == '.')
        .last()
        .map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default().trim_start_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str], elsewhere: &[&str]) -> String {
        let line = |(idx, text): (usize, &&str)| Line {
            number: idx as u32 + 1,
            text: text.trim().to_string(),
            ..Line::default()
        };
        let mut all: Vec<Line> = lines.iter().enumerate().map(line).collect();
        all.extend(elsewhere.iter().enumerate().map(line));
        let evidence = Evidence::of(&all);
        let own: Vec<&Line> = all.iter().take(lines.len()).collect();
        join(&own, &evidence).0
    }

    #[test]
    fn hyphens_at_line_ends() {
        for (first, second, want) in [
            ("Chri-", "stian Holm", "Christian Holm"),
            ("fra Sundheds-", "journalen", "fra Sundhedsjournalen"),
            ("som besty- ", "relsesmedlem", "som bestyrelsesmedlem"),
            ("Agnete Lund-", "Mortensen, Rektoratet", "Agnete Lund-Mortensen, Rektoratet"),
            ("et EPJ-", "system", "et EPJ-system"),
            ("fra social-", "og ældreområdet", "fra social- og ældreområdet"),
            ("by-", "eller landzone", "by- eller landzone"),
            ("4.0-pro-", "jekt", "4.0-projekt"),
            ("Journal 4.0-", "projektet", "Journal 4.0-projektet"),
            ("i covid-", "19-perioden", "i covid-19-perioden"),
            ("2018-", "2022", "2018-2022"),
            ("Log4J-", "hændelsen", "Log4J-hændelsen"),
            ("MedNet-", "standarden", "MedNet-standarden"),
            ("en e-", "mail", "en e-mail"),
            ("et it-", "projekt", "et it-projekt"),
            ("sund-", "hed.dk", "sundhed.dk"),
            ("(herun-", "der fx", "(herunder fx"),
            ("punktet -", "at det", "punktet - at det"),
            ("Regler=", "ne om", "Reglerne om"),
            ("Økonomi-", "udvalget", "Økonomiudvalget"),
            ("to ord", "til", "to ord til"),
            ("under\u{AD}", "støtter", "understøtter"),
        ] {
            assert_eq!(joined(&[first, second], &[]), want, "{first:?} {second:?}");
        }
    }

    #[test]
    fn the_document_itself_tells_how_it_writes_a_word() {
        assert_eq!(joined(&["data-", "drevne"], &["en data-drevet, data-drevne"]), "data-drevne");
        assert_eq!(joined(&["data-", "drevne"], &["datadrevne"]), "datadrevne");
        assert_eq!(joined(&["om be -", "stillinger"], &["bestillinger"]), "om bestillinger");
    }

    #[test]
    fn a_lost_first_letter_is_the_one_that_the_name_has_elsewhere() {
        let line = |text: &str| Line { text: text.into(), ..Line::default() };
        let lines = [line("Afbud: Karen Holm"), line("Per Vig og Ser Vig")];
        let evidence = Evidence::of(&lines);
        assert_eq!(evidence.with_lost_letter("aren Holm (F)").as_deref(), Some("Karen Holm (F)"));
        assert_eq!(evidence.with_lost_letter("er Vig"), None);
        assert_eq!(evidence.with_lost_letter("om Holm"), None);
    }

    #[test]
    fn each_line_knows_where_it_begins() {
        let lines = [
            Line { number: 7, text: "Chri-".into(), ..Line::default() },
            Line { number: 8, text: "stian  kom".into(), ..Line::default() },
        ];
        let refs: Vec<&Line> = lines.iter().collect();
        let (text, starts) = join(&refs, &Evidence::default());
        assert_eq!(text, "Christian kom");
        assert_eq!(starts, [(0, 7), (4, 8)]);
    }
}
