//! Numbered lines that go back to items announced above: `Ad 1` below an agenda.
//!
//! In: numbered lines. Out: for each the number that it goes back to. Deliberately absent: which items
//! there are (`headings`).

use std::collections::HashSet;
use std::ops::Range;

use super::{Possible, printed};
use crate::agenda::Style;

/// Below an agenda, numbered text answers its points: the number of the point that each line goes back
/// to, lettered sub-points under theirs.
pub(super) fn answers(possible: &[Possible], entries: &Range<usize>) -> Vec<Option<String>> {
    let mut listed: HashSet<String> = HashSet::new();
    let mut above = String::new();
    for p in possible.get(entries.clone()).unwrap_or_default() {
        let own = printed(&p.numbered);
        if p.numbered.style == Style::Letter {
            listed.insert(format!("{above}.{own}"));
        } else {
            listed.insert(own.clone());
            above = own;
        }
    }
    let mut backs = Vec::with_capacity(possible.len());
    let mut above = String::new();
    for (idx, p) in possible.iter().enumerate() {
        let own = printed(&p.numbered);
        let digits = p.numbered.path.first().map(u32::to_string).unwrap_or_default();
        let number = match p.numbered.suffix {
            // `Ad 4a` answers point a below 4.
            Some(letter) if !listed.contains(&own) => format!("{digits}.{letter}"),
            _ if p.numbered.style == Style::Letter => format!("{above}.{own}"),
            _ => own.clone(),
        };
        let back = idx >= entries.end && listed.contains(&number);
        if back && p.numbered.style != Style::Letter {
            above = own;
        }
        backs.push(back.then_some(number));
    }
    backs
}

/// `ad 1` below an item `1.` goes back to that item, where most of them do.
pub(super) fn back_references(possible: &[Possible]) -> Vec<Option<String>> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut refers = Vec::with_capacity(possible.len());
    for p in possible {
        let number = printed(&p.numbered);
        if p.numbered.style == Style::Ad {
            refers.push(seen.contains(&number).then_some(number));
        } else {
            if p.numbered.style != Style::Letter {
                seen.insert(number);
            }
            refers.push(None);
        }
    }
    let ads = possible.iter().filter(|p| p.numbered.style == Style::Ad).count();
    let back = refers.iter().flatten().count();
    if back * 10 < ads * 7 {
        refers.fill(None);
    }
    refers
}
