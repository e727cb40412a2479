//! What `referat analyze` shows of a word: readings, parts with their links, and every reason for a key.
//!
//! In: a word as the pipeline sees it. Out: [`Explanation`], plain data for a printer. Deliberately absent: layout.

use std::ops::Range;

use crate::fold::fold_mapped;
use crate::lexicon::{ADJECTIVE, NAME, NOUN, OTHER, VERB};
use crate::neighbours;
use crate::shape::Kind;
use crate::steps::Seen;
use crate::words::Sort;

/// A base form of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseForm {
    /// The base form, folded.
    pub text: String,
    /// `noun`, `verb`, `adjective`, `name`, `other`, or `unknown`.
    pub pos: &'static str,
}

/// A part of a compound (*sammensætning*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompoundPart {
    /// The part as written.
    pub text: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The linking letters after it (*fugeelement*), as written: `s`, `e`, `er`, a hyphen, or nothing.
    pub link: String,
}

/// A word with everything that was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The word as written.
    pub text: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The keys under which the word itself stands.
    pub keys: Vec<String>,
    /// Its base forms.
    pub bases: Vec<BaseForm>,
    /// Whether the lexicon has it, or the parts it is made of.
    pub is_known: bool,
    /// Its parts from left to right; none when it is no compound.
    pub parts: Vec<CompoundPart>,
    /// Keys that it has because of its neighbours.
    pub beside: Vec<String>,
    /// What was changed, and why, in English.
    pub reasons: Vec<&'static str>,
}

pub(crate) fn explain(text: &str, seen: &[Seen], at: usize) -> Option<Explanation> {
    let Seen { word, shape } = seen.get(at)?;
    let written = text.get(word.range.clone())?;
    let folded = fold_mapped(written);
    let start = word.range.start;
    let parts = shape
        .word
        .parts
        .iter()
        .enumerate()
        .filter_map(|(i, part)| {
            let range = folded.origin(part.start)..folded.origin(part.end);
            let next = shape.word.parts.get(i + 1);
            let link = next.and_then(|n| written.get(range.end..folded.origin(n.start)));
            Some(CompoundPart {
                text: written.get(range.clone())?.to_owned(),
                range: start + range.start..start + range.end,
                link: link.unwrap_or_default().to_owned(),
            })
        })
        .collect();
    let parts = if written.contains('-') { sides(written, start) } else { parts };
    let pos_of = |base: &str| {
        shape.word.readings.iter().find(|r| r.base == base).map_or("unknown", |r| pos_name(r.pos))
    };
    let bases = shape.bases.iter().map(|b| BaseForm { text: b.clone(), pos: pos_of(b) }).collect();
    let joined = neighbours::joined(text, seen, at);
    let completed = neighbours::completed(text, seen, at);
    let mut reasons = reasons(written, word.sort, shape.kind);
    if !shape.word.readings.is_empty() && !shape.word.known {
        reasons.push("not in the lexicon: base forms by its ending");
    }
    if !joined.is_empty() {
        reasons.push("also joined with the next word, as it may be written together");
    }
    if !completed.is_empty() {
        reasons.push("a hanging hyphen: also completed from its neighbour");
    }
    Some(Explanation {
        text: written.to_owned(),
        range: word.range.clone(),
        keys: shape.exact.clone(),
        bases,
        is_known: shape.word.known,
        parts,
        beside: joined.into_iter().chain(completed).map(|(key, _)| key).collect(),
        reasons,
    })
}

fn reasons(written: &str, sort: Sort, kind: Kind) -> Vec<&'static str> {
    let has = |letters: &str| written.chars().any(|c| letters.contains(c));
    let accent = |c: char| c.is_alphabetic() && !c.is_ascii() && !"æøåäöüÆØÅÄÖÜß".contains(c);
    let rules: [(bool, &'static str); 10] = [
        (written.chars().any(char::is_uppercase), "capitals and small letters are the same"),
        (has("åÅ"), "å is also written aa"),
        (has("øØöÖ"), "ø is also written oe, ö counts as ø"),
        (has("æÆäÄ"), "æ is also written ae, ä counts as æ"),
        (has("üÜ"), "ü is also written u or ue"),
        (written.chars().any(accent), "accents are off"),
        (has("'’"), "an ending after an apostrophe is off"),
        (written.contains('-'), "found joined, and by each side of the hyphen"),
        (kind == Kind::Acronym, "an acronym: no inflection"),
        (kind == Kind::Number && has("./:,-"), "one number, whatever separates its digits"),
    ];
    let mut found: Vec<&'static str> =
        rules.into_iter().filter(|(applies, _)| *applies).map(|(_, reason)| reason).collect();
    match sort {
        Sort::Address => found.push("an address: found whole and by its pieces"),
        Sort::Clock => found.push("kl. before a time: klokken"),
        Sort::Word => {}
    }
    found
}

/// The sides of a hyphenated word.
fn sides(written: &str, start: usize) -> Vec<CompoundPart> {
    let mut at = start;
    let mut parts = Vec::new();
    for side in written.split_inclusive('-') {
        let text = side.trim_end_matches('-');
        if !text.is_empty() {
            let link = if text.len() < side.len() { "-" } else { "" };
            parts.push(CompoundPart {
                text: text.to_owned(),
                range: at..at + text.len(),
                link: link.to_owned(),
            });
        }
        at += side.len();
    }
    parts
}

fn pos_name(pos: u8) -> &'static str {
    match pos {
        NOUN => "noun",
        VERB => "verb",
        ADJECTIVE => "adjective",
        NAME => "name",
        OTHER => "other",
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Lists, Text};

    #[test]
    fn a_person_sees_why() {
        let analyzer = Analyzer::new(Lists::default());
        let words = analyzer.explain(&Text::new("Børnehaverne i EPJ-systemet"));
        let first = words.first().expect("three words");
        let parts: Vec<(&str, &str)> =
            first.parts.iter().map(|p| (p.text.as_str(), p.link.as_str())).collect();
        assert_eq!(parts, [("Børn", "e"), ("haverne", "")]);
        assert_eq!(
            first.bases.first().map(|b| (b.text.as_str(), b.pos)),
            Some(("boernehave", "noun"))
        );
        assert!(first.reasons.contains(&"ø is also written oe, ö counts as ø"));
        let last = words.last().expect("three words");
        assert_eq!(
            last.parts.first().map(|p| (p.text.as_str(), p.link.as_str())),
            Some(("EPJ", "-"))
        );
    }
}
