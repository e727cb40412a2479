//! The words that the program carries: base form in, what is known of it out.
//!
//! In: a folded word. Out: part of speech, linking letters, how willingly it begins or ends a compound, and its own parts.
//! The table is `data/words.tsv`, made by `data/make_data.py`. Deliberately absent: inflection ([`crate::lemma`]).

use std::sync::LazyLock;

use fst::raw::{Fst, Output};

use crate::lemma::Edit;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

const WORDS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"));
const RULES_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.fst"));

/// How many bytes of words and rules the program carries.
pub const CARRIED_BYTES: usize = WORDS_BYTES.len() + RULES_BYTES.len();

static WORDS: LazyLock<Option<Fst<&'static [u8]>>> = LazyLock::new(|| Fst::new(WORDS_BYTES).ok());
static RULES: LazyLock<Option<Fst<&'static [u8]>>> = LazyLock::new(|| Fst::new(RULES_BYTES).ok());

pub(crate) const NOUN: u8 = 1;
pub(crate) const VERB: u8 = 2;
pub(crate) const ADJECTIVE: u8 = 4;
pub(crate) const NAME: u8 = 8;
/// Only ever the first part of a compound: `øko-`, `billed-`.
pub(crate) const MODIFIER: u8 = 16;
/// A word without inflection that is none of these: `online`, `ifølge`.
pub(crate) const OTHER: u8 = 32;
/// A word of a closed class: `og`, `ifølge`.
pub(crate) const CLOSED: u8 = 64;
/// A cost that no split can afford: the word never stands there.
pub(crate) const NEVER: f32 = 31.0 / 4.0;
/// A noun, verb or adjective.
pub(crate) const CONTENT: u8 = NOUN | VERB | ADJECTIVE;

/// What is known of a base form; packed by `build.rs`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry(u64);

impl Entry {
    pub(crate) fn pos(self) -> u8 {
        (self.0 & 127) as u8
    }

    /// Linking letters it is known to take: 1 none, 2 `s`, 4 `e`, 8 `er`.
    pub(crate) fn links(self) -> u8 {
        (self.0 >> 7 & 15) as u8
    }

    /// Zipf frequency: log10 of occurrences in a thousand million words; 0 when unknown.
    pub(crate) fn zipf(self) -> f32 {
        (self.0 >> 11 & 63) as f32 / 8.0
    }

    /// How unlikely it is as the first part of a compound: -log10 of its share.
    pub(crate) fn cost_first(self) -> f32 {
        (self.0 >> 17 & 31) as f32 / 4.0
    }

    /// How unlikely it is as the last part of a compound.
    pub(crate) fn cost_last(self) -> f32 {
        (self.0 >> 22 & 31) as f32 / 4.0
    }

    /// The base form of a modifier that is none itself: how many bytes to cut, what to add.
    pub(crate) fn base(self) -> Option<(usize, &'static str)> {
        let n = (self.0 >> 27 & 63) as usize;
        if n == 0 { None } else { BASES.get(n).copied() }
    }

    /// Its own cuts, if it is a compound: end of a part and length of the link after it, in bytes of the key.
    pub(crate) fn cuts(self) -> impl Iterator<Item = (usize, usize)> {
        (0..3)
            .map(move |i| self.0 >> (33 + 8 * i) & 255)
            .take_while(|c| *c != 0)
            .map(|c| ((c & 63) as usize, (c >> 6) as usize))
    }
}

/// What is known of a base form.
pub(crate) fn entry(key: &str) -> Option<Entry> {
    WORDS.as_ref()?.get(key.as_bytes()).map(|o| Entry(o.value()))
}

/// Calls `found` with each known word that the bytes begin with, shortest first: its length and entry.
pub(crate) fn prefixes(bytes: &[u8], mut found: impl FnMut(usize, Entry)) {
    let Some(words) = WORDS.as_ref() else { return };
    let mut node = words.root();
    let mut output = Output::zero();
    for (i, byte) in bytes.iter().enumerate() {
        let Some(t) = node.find_input(*byte) else { return };
        let transition = node.transition(t);
        output = output.cat(transition.out);
        node = words.node(transition.addr);
        if node.is_final() {
            found(i + 1, Entry(output.cat(node.final_output()).value()));
        }
    }
}

/// The edits of the longest known ending of a word; a whole word counts as longer than any ending.
pub(crate) fn edits(key: &str) -> &'static [Edit] {
    let Some(rules) = RULES.as_ref() else { return &[] };
    let mut node = rules.root();
    let mut output = Output::zero();
    let mut best = if node.is_final() { Some(node.final_output().value()) } else { None };
    for byte in key.bytes().rev().chain(std::iter::once(b'^')) {
        let Some(t) = node.find_input(byte) else { break };
        let transition = node.transition(t);
        output = output.cat(transition.out);
        node = rules.node(transition.addr);
        if node.is_final() {
            best = Some(output.cat(node.final_output()).value());
        }
    }
    best.and_then(|n| EDITS.get(n as usize)).copied().unwrap_or(&[])
}
