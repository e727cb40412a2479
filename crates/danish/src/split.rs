//! An unknown word in, the cheapest way to read it as a compound out.
//!
//! In: a folded word that no list knows. Out: its readings, which are those of its last part, and its parts; nothing when no
//! way is cheap enough. Costs come from the lexicon: how seldom a word begins or ends compounds. Deliberately absent: words
//! that are listed ([`crate::compound`]).

use crate::compound::{Extra, Part, listed_parts};
use crate::lemma::{Reading, readings};
use crate::lexicon::{self, ADJECTIVE, CONTENT, Entry, MODIFIER, NAME, NOUN, VERB};

/// Highest mean cost of a part at which an unknown word is split: -log10 of a share. That of the generator of the words.
const MEAN_COST: f32 = 4.85;
/// Letters match by chance the less the more they are: what each letter beyond so many a part may cost.
const LONG: f32 = 0.25;
const LETTERS: f32 = 4.0;
/// What a frequent unsplit word costs per Zipf step above 3: who writes it often, means it whole.
const FREQUENT: f32 = 1.1;
/// Shortest unknown word that is split.
const SHORTEST: usize = 6;
/// Shortest word of the archive that may be a part, in bytes of its key.
const OWN: usize = 4;

#[derive(Clone, Copy)]
struct Step {
    cost: f32,
    from: usize,
    /// End of the part that begins at `from`; what follows up to this step is linking letters.
    end: usize,
    n_parts: u8,
    /// Whether a part is only the archive's. Two such would prove each other: a scan's noise is made of noise.
    has_own: bool,
}

/// The cheapest way to read an unknown word as a compound, if it is cheap enough.
pub(crate) fn split(key: &str, extra: &Extra) -> Option<(Vec<Reading>, Vec<Part>)> {
    if key.len() < SHORTEST {
        return None;
    }
    let bytes = key.as_bytes();
    let mut steps: Vec<Option<Step>> = vec![None; key.len() + 1];
    *steps.first_mut()? = Some(Step { cost: 0.0, from: 0, end: 0, n_parts: 0, has_own: false });
    let mut best: Option<(f32, usize, u8)> = None;
    for at in 0..key.len().saturating_sub(2) {
        let Some(step) = steps.get(at).copied().flatten() else { continue };
        if at > 0 {
            let tail = key.get(at..)?;
            let own = if step.has_own { None } else { Some(extra) };
            if let Some((cost, n_parts)) = head_cost(tail, own) {
                let total = step.cost + cost;
                if best.is_none_or(|(c, _, _)| total < c) {
                    best = Some((total, at, step.n_parts + n_parts));
                }
            }
        }
        if step.n_parts >= 6 {
            continue;
        }
        let mut reach = |end: usize, link: usize, cost: f32, n_inner: u8, is_own: bool| {
            let to = at + end + link;
            if to + 3 > key.len() {
                return;
            }
            if let Some(slot) = steps.get_mut(to) {
                let cost = step.cost + cost;
                if slot.is_none_or(|s| cost < s.cost) {
                    let n_parts = step.n_parts + n_inner;
                    let has_own = step.has_own || is_own;
                    *slot = Some(Step { cost, from: at, end: at + end, n_parts, has_own });
                }
            }
        };
        lexicon::prefixes(bytes.get(at..)?, |len, entry| {
            let after = bytes.get(at + len..).unwrap_or_default();
            for (link, cost) in links(len, entry, bytes.get(at..at + len), after) {
                reach(len, link, cost, n_parts(entry), false);
            }
        });
        if !extra.is_empty() && !step.has_own {
            for end in at + OWN..key.len().saturating_sub(2) {
                let Some(word) = key.get(at..end) else { continue };
                if let Some(count) = extra.get(word) {
                    let cost = extra_cost(*count) + short(end - at);
                    reach(end - at, 0, cost, 1, true);
                    if bytes.get(end) == Some(&b's') {
                        reach(end - at, 1, cost + 0.3, 1, true);
                    }
                }
            }
        }
    }
    let (cost, head, n_parts) = best?;
    let own = lexicon::entry(key).map_or(0.0, Entry::zipf);
    let n_parts = f32::from(n_parts);
    let long = LONG * (letters(key) as f32 - LETTERS * n_parts).max(0.0);
    if cost > MEAN_COST * n_parts + long - FREQUENT * (own - 3.0).max(0.0) {
        return None;
    }
    Some(assemble(key, head, &steps, extra))
}

fn assemble(
    key: &str,
    head: usize,
    steps: &[Option<Step>],
    extra: &Extra,
) -> (Vec<Reading>, Vec<Part>) {
    let mut parts = Vec::new();
    let mut at = head;
    while at > 0 {
        let Some(step) = steps.get(at).copied().flatten() else { break };
        let surface = key.get(step.from..step.end).unwrap_or_default();
        let mut inner = vec![Part { start: step.from, end: step.end }];
        if let Some(entry) = lexicon::entry(surface) {
            let whole = Reading { base: surface.to_owned(), pos: 0, shared: step.end - step.from };
            if let Some(listed) = listed_parts(surface, &whole, entry) {
                inner = moved(&listed, step.from);
            }
        }
        inner.reverse();
        parts.extend(inner);
        at = step.from;
    }
    parts.reverse();
    let tail = key.get(head..).unwrap_or_default();
    let heads = known_heads(tail);
    let listed = heads.iter().find_map(|(r, e)| listed_parts(tail, r, *e));
    match listed {
        Some(listed) => parts.extend(moved(&listed, head)),
        None => parts.push(Part { start: head, end: key.len() }),
    }
    let stem = key.get(..head).unwrap_or_default();
    let mut readings: Vec<Reading> = heads
        .into_iter()
        .map(|(r, _)| Reading {
            base: format!("{stem}{}", r.base),
            pos: r.pos,
            shared: head + r.shared,
        })
        .collect();
    if readings.is_empty() {
        readings = readings_of_tail(stem, tail);
        if let Some(base) = own_base(tail, extra) {
            let whole =
                Reading { base: format!("{stem}{base}"), pos: NOUN, shared: head + base.len() };
            readings.retain(|r| r.base != whole.base);
            readings.insert(0, whole);
        }
    }
    (readings, parts)
}

fn readings_of_tail(stem: &str, tail: &str) -> Vec<Reading> {
    readings(tail)
        .into_iter()
        .map(|r| Reading { base: format!("{stem}{}", r.base), shared: stem.len() + r.shared, ..r })
        .collect()
}

fn moved(parts: &[Part], by: usize) -> Vec<Part> {
    parts.iter().map(|p| Part { start: p.start + by, end: p.end + by }).collect()
}

/// Readings of the last part that are in the lexicon and may end a compound.
pub(crate) fn known_heads(tail: &str) -> Vec<(Reading, Entry)> {
    readings(tail)
        .into_iter()
        .filter_map(|r| lexicon::entry(&r.base).map(|e| (r, e)))
        .filter(|(r, e)| e.pos() & r.pos & CONTENT != 0 && e.cost_last() < lexicon::NEVER)
        .collect()
}

/// How many parts a word of the lexicon counts for.
fn n_parts(entry: Entry) -> u8 {
    entry.cuts().fold(1, |n, _| n + 1)
}

/// What the cheapest reading of a last part costs, and how many parts it is.
fn head_cost(tail: &str, own: Option<&Extra>) -> Option<(f32, u8)> {
    let listed = known_heads(tail)
        .iter()
        .map(|(r, e)| {
            let verb = if r.pos == VERB && !is_participle(tail) { 1.5 } else { 0.0 };
            let odd = if r.base.len() <= 3 && r.pos != NOUN { 1.5 } else { 0.0 };
            (e.cost_last() + verb + odd + short(r.base.len()), n_parts(*e))
        })
        .min_by(|(a, _), (b, _)| a.total_cmp(b));
    if listed.is_some() {
        return listed;
    }
    let extra = own.filter(|extra| !extra.is_empty() && tail.len() >= OWN)?;
    let base = own_base(tail, extra)?;
    extra.get(base).map(|n| (extra_cost(*n) + short(base.len()), 1))
}

/// Endings of nouns, which most words of an archive are.
const ENDINGS: [&str; 13] =
    ["", "s", "en", "ens", "et", "ets", "er", "ers", "erne", "ernes", "ene", "n", "e"];

/// The word of the archive that a word is a form of.
pub(crate) fn own_base<'a>(key: &'a str, extra: &Extra) -> Option<&'a str> {
    ENDINGS.iter().filter_map(|ending| key.strip_suffix(ending)).find(|k| extra.contains_key(*k))
}

/// `rettede`, `baseret`: verbs end compounds as participles, seldom otherwise.
fn is_participle(form: &str) -> bool {
    ["et", "ede", "ende", "dt", "lt", "gt"].iter().any(|ending| form.ends_with(ending))
}

/// Words of the archive count like words that a few dozen compounds of the dictionary have.
fn extra_cost(count: u32) -> f32 {
    (5.0 - 0.5 * (count.max(1) as f32).log10()).max(3.5)
}

/// Linking letters that may follow a first part, and what the whole costs.
fn links(len: usize, entry: Entry, word: Option<&[u8]>, after: &[u8]) -> Vec<(usize, f32)> {
    let pos = entry.pos();
    let cost = entry.cost_first() + short(len);
    if entry.cost_first() >= lexicon::NEVER {
        return Vec::new();
    }
    let last = word.and_then(|w| w.last()).copied().unwrap_or_default();
    let mut found = Vec::new();
    let name_only = pos & (CONTENT | MODIFIER) == 0;
    if name_only {
        if pos & NAME == 0 || len < 6 {
            return found;
        }
        found.push((0, cost + 0.5));
        if after.first() == Some(&b's') {
            found.push((1, cost + 0.5));
        }
        return found;
    }
    if pos & CONTENT == VERB && last != b'e' {
        return found;
    }
    let known = entry.links();
    let listed = known != 0;
    let bare = if known & 1 != 0 || pos & MODIFIER != 0 {
        0.0
    } else if listed && pos & NOUN != 0 {
        0.5
    } else {
        0.2
    };
    found.push((0, cost + bare));
    if after.first() == Some(&b's') && (known & 2 != 0 || pos & NOUN != 0) {
        let penalty = if known & 2 != 0 {
            0.0
        } else if listed {
            0.8
        } else {
            0.2
        };
        found.push((1, cost + penalty));
    }
    let may_e = pos & (NOUN | ADJECTIVE) != 0 && last != b'e';
    if after.first() == Some(&b'e') && (known & 4 != 0 || may_e) {
        found.push((1, cost + if known & 4 != 0 { 0.0 } else { 1.0 }));
    }
    if after.starts_with(b"er") && known & 8 != 0 {
        found.push((2, cost));
    }
    found
}

/// How many letters a key is written with: `aa`, `ae` and `oe` are one each.
fn letters(key: &str) -> usize {
    let pairs = key.as_bytes().windows(2).filter(|p| matches!(*p, b"aa" | b"ae" | b"oe"));
    key.len() - pairs.count()
}

/// Short parts are everywhere by chance.
fn short(len: usize) -> f32 {
    match len {
        0..=2 => 1.5,
        3 => 0.8,
        4 => 0.2,
        _ => 0.0,
    }
}
