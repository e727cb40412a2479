//! The keys that a word gives to a text, side by side in memory.
//!
//! In: a [`Shape`]. Out: [`Packed`], from which the pipeline reads keys one after the other: running text has so many
//! words that looking for each key in a place of its own would take most of the time. Deliberately absent: neighbours.

use std::ops::Range;

use crate::shape::Shape;
use crate::steps::Strength;

/// The word as written, then its keys one after the other, with what each stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Packed {
    text: Box<str>,
    n_written: usize,
    /// Keys of the whole word; from `n_whole` on those of its parts.
    keys: Box<[Key]>,
    n_whole: usize,
}

/// Small, as there are many: no word is longer than four gigabytes.
#[derive(Debug, Clone)]
struct Key {
    /// Where it ends in the text of the pack; it begins where the one before ends.
    end: u32,
    /// Bytes of the word that it stands for.
    from: u32,
    to: u32,
    strength: Strength,
}

impl Packed {
    /// The keys of a word; none twice at one strength, none empty.
    pub(crate) fn new(written: &str, shape: &Shape) -> Packed {
        let mut text = written.to_owned();
        let mut keys: Vec<Key> = Vec::new();
        let mut pack = |list: &[(&str, Range<usize>)], strength| {
            for (i, (key, range)) in list.iter().enumerate() {
                let twice = list.iter().take(i).any(|(k, _)| k == key);
                let numbers = (
                    u32::try_from(text.len() + key.len()),
                    range.start.try_into(),
                    range.end.try_into(),
                );
                if let (false, false, (Ok(end), Ok(from), Ok(to))) =
                    (twice, key.is_empty(), numbers)
                {
                    text.push_str(key);
                    keys.push(Key { end, from, to, strength });
                }
            }
            keys.len()
        };
        let whole = 0..written.len();
        let exact: Vec<_> = shape.exact.iter().map(|k| (k.as_str(), whole.clone())).collect();
        let bases: Vec<_> = shape.bases.iter().map(|k| (k.as_str(), whole.clone())).collect();
        let parts: Vec<_> = shape.parts.iter().map(|(k, r)| (k.as_str(), r.clone())).collect();
        pack(&exact, Strength::Exact);
        let n_whole = pack(&bases, Strength::Lemma);
        pack(&parts, Strength::Part);
        Packed { text: text.into(), n_written: written.len(), keys: keys.into(), n_whole }
    }

    /// The word as written.
    pub(crate) fn written(&self) -> &str {
        self.text.get(..self.n_written).unwrap_or_default()
    }

    /// Shows the keys of the whole word that begins at byte `at`.
    pub(crate) fn whole(&self, at: usize, show: impl FnMut(&str, Range<usize>, Strength)) {
        self.show(self.n_written, self.keys.get(..self.n_whole), at, show);
    }

    /// Shows the keys of its parts.
    pub(crate) fn parts(&self, at: usize, show: impl FnMut(&str, Range<usize>, Strength)) {
        let last = self.n_whole.checked_sub(1).and_then(|i| self.keys.get(i));
        let start = last.map_or(self.n_written, |key| key.end as usize);
        self.show(start, self.keys.get(self.n_whole..), at, show);
    }

    #[inline]
    fn show(
        &self,
        mut start: usize,
        keys: Option<&[Key]>,
        at: usize,
        mut show: impl FnMut(&str, Range<usize>, Strength),
    ) {
        for key in keys.unwrap_or_default() {
            let end = key.end as usize;
            let range = at + key.from as usize..at + key.to as usize;
            show(self.text.get(start..end).unwrap_or_default(), range, key.strength);
            start = end;
        }
    }
}
