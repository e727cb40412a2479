//! A word in, its base forms and the parts it is joined from out.
//!
//! In: a folded word. Out: [`Analysed`]: readings, and the parts with their linking letters, by bytes of the key.
//! Words of the lexicon have their parts written there; others are split when the parts are likely enough as first and
//! last parts of compounds. Never the longest match: the cheapest sequence. Deliberately absent: hyphens and digits
//! ([`crate::shape`]), and prefixes, which make no compounds (`overblik`, `indbrud`).

use std::collections::HashMap;

use crate::lemma::{Reading, readings};
use crate::lexicon::{self, ADJECTIVE, CONTENT, Entry, NAME, NOUN, OTHER};
use crate::split::{known_heads, own_base, split};

/// A part of a compound: bytes of the key, without linking letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What is known of a word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Analysed {
    /// Base forms of the whole word, the likeliest first.
    pub(crate) readings: Vec<Reading>,
    /// Parts from left to right; empty for a word that is no compound.
    pub(crate) parts: Vec<Part>,
    /// Whether some reading is in the lexicon, or the parts are.
    pub(crate) known: bool,
    /// Whether it is a person's or a place's name and nothing else.
    pub(crate) name: bool,
}

/// Words of the archive that the lexicon lacks, with how often they occur.
pub(crate) type Extra = HashMap<String, u32>;

/// Longest word that is looked at; longer ones are no words.
const MAX_LEN: usize = 80;

/// Readings and parts of a word.
pub(crate) fn analyse(key: &str, extra: &Extra) -> Analysed {
    let all = readings(key);
    if key.len() > MAX_LEN || !key.bytes().all(|b| b.is_ascii_lowercase()) {
        return Analysed { readings: all, ..Analysed::default() };
    }
    let known: Vec<(Reading, Option<Entry>)> = all
        .iter()
        .map(|r| (r.clone(), lexicon::entry(&r.base)))
        .filter(|(r, e)| e.is_some_and(|e| e.pos() & r.pos & (CONTENT | OTHER) != 0))
        .collect();
    if !known.is_empty() {
        let parts = known.iter().find_map(|(r, e)| listed_parts(key, r, (*e)?)).unwrap_or_default();
        let readings = known.into_iter().map(|(r, _)| r).collect();
        return Analysed { readings, parts, known: true, name: false };
    }
    if let Some(base) = name_bases(key).next() {
        if let Some((readings, parts)) = institution(key, extra) {
            return Analysed { readings, parts, known: true, name: false };
        }
        let reading = Reading { base: base.to_owned(), pos: NAME, shared: base.len() };
        return Analysed { readings: vec![reading], known: true, name: true, parts: Vec::new() };
    }
    if let Some((readings, parts)) = split(key, extra) {
        return Analysed { readings, parts, known: true, name: false };
    }
    let Some(base) = own_base(key, extra) else {
        return Analysed { readings: all, ..Analysed::default() };
    };
    let own = Reading { base: base.to_owned(), pos: NOUN, shared: base.len() };
    let others = all.into_iter().filter(|r| r.base != base);
    let readings = std::iter::once(own).chain(others).collect();
    Analysed { readings, known: true, ..Analysed::default() }
}

/// A name as it is and without its genitive: `hansens` → `hansen`, `jens` → `jens`.
pub(crate) fn name_bases(key: &str) -> impl Iterator<Item = &str> {
    [Some(key), key.strip_suffix('s')]
        .into_iter()
        .flatten()
        .filter(|k| lexicon::entry(k).is_some_and(|e| e.pos() & NAME != 0))
}

/// Shortest name that is read as a compound; no place or family has so long a name with an article at its end.
const INSTITUTION: usize = 11;

/// The parts of a name that ends like a common noun with its article: `Lægemiddelstyrelsen`, not `Kirkegaard`.
fn institution(key: &str, extra: &Extra) -> Option<(Vec<Reading>, Vec<Part>)> {
    let (readings, parts) = (key.len() >= INSTITUTION).then(|| split(key, extra))??;
    readings.iter().any(|r| r.pos == NOUN && r.base.len() < key.len()).then_some((readings, parts))
}

/// The parts that the lexicon gives for a base form, as bytes of one of its forms.
pub(crate) fn listed_parts(key: &str, reading: &Reading, entry: Entry) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (end, link) in entry.cuts() {
        if end + link >= reading.shared || end <= start {
            return None;
        }
        parts.push(Part { start, end });
        start = end + link;
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(Part { start, end: key.len() });
    Some(parts)
}

/// The base forms of what a compound ends with: those of the compound, and those of the end as a word of its own.
pub(crate) fn tail_bases(tail: &str, start: usize, whole: &[Reading]) -> Vec<String> {
    let mut bases: Vec<String> = whole
        .iter()
        .filter(|r| r.shared >= start)
        .filter_map(|r| r.base.get(start..).map(str::to_owned))
        .collect();
    let pos = whole.iter().fold(0, |all, r| all | r.pos);
    for (reading, _) in known_heads(tail) {
        if reading.pos & pos != 0 && !bases.contains(&reading.base) {
            bases.push(reading.base);
        }
    }
    bases
}

/// The base forms under which a part, or a run of parts that does not end the word, is found.
pub(crate) fn part_bases(surface: &str) -> Vec<String> {
    if let Some((cut, add)) = lexicon::entry(surface).and_then(Entry::base) {
        let stem = surface.len().checked_sub(cut).and_then(|n| surface.get(..n));
        if let Some(stem) = stem {
            return vec![format!("{stem}{add}"), surface.to_owned()];
        }
    }
    let found = analyse(surface, &Extra::new());
    // `ældreområdet` is about the old (*ældre*), not about anything old (*gammel*).
    let mut bases: Vec<String> = found
        .readings
        .into_iter()
        .filter(|r| r.pos != ADJECTIVE || r.shared > 0)
        .map(|r| r.base)
        .collect();
    if bases.iter().any(|b| b == surface) {
        return vec![surface.to_owned()];
    }
    if !found.known {
        bases.clear();
    }
    bases.push(surface.to_owned());
    bases.dedup();
    bases
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> String {
        let key = crate::fold::fold(word);
        let found = analyse(&key, &Extra::new());
        found.parts.iter().filter_map(|p| key.get(p.start..p.end)).collect::<Vec<_>>().join("+")
    }

    #[test]
    fn compounds() {
        for (word, expected) in [
            ("sundhedsjournalen", "sundhed+journalen"),
            ("sundhedsdatastyrelsen", "sundhed+data+styrelsen"),
            ("kanalstrategi", "kanal+strategi"),
            ("børnehaven", "boern+haven"),
            ("ældreområdet", "aeldre+omraadet"),
            ("hjemmesygeplejersker", "hjemme+syge+plejersker"),
        ] {
            assert_eq!(parts(word), expected, "{word}");
        }
    }

    #[test]
    fn words_that_stay_whole() {
        for word in [
            "billederne",
            "forsyning",
            "overblik",
            "nordisk",
            "partier",
            "bestyrelsen",
            "Hansen",
            "borgerne",
        ] {
            assert_eq!(parts(word), "", "{word}");
        }
    }
}
