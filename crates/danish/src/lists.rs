//! The lists of `index-config/` in, look-up tables out.
//!
//! In: the contents of `synonyms.txt` and `abbreviations.txt`. Out: [`Synonyms`]. Lines: `ØA = økonomiaftale` (both
//! ways), `MVP => mindste brugbare produkt` (the left finds the right), `#` begins a comment; commas separate several
//! words that mean one thing. Deliberately absent: stop words, which the query crate applies and the index never does.

use std::collections::BTreeMap;

/// The words of a sequence, and the keys that a text gets where it has them.
pub(crate) type Sequence = (Vec<String>, Vec<String>);

/// What a word, or several, may also be found by. Words are base forms, folded; an acronym that is a common word as well
/// stands in capitals.
#[derive(Debug, Default)]
pub(crate) struct Synonyms {
    /// Single word → single words; applied to questions.
    single: BTreeMap<String, Vec<String>>,
    /// Sides of several words; applied to texts.
    sequences: Vec<Sequence>,
    /// First word → numbers of sequences.
    by_first: BTreeMap<String, Vec<usize>>,
}

impl Synonyms {
    /// Reads the lists; `bases` gives the base form of each word of an entry.
    pub(crate) fn new(lists: &[&str], bases: impl Fn(&str) -> Vec<String>) -> Synonyms {
        let mut synonyms = Synonyms::default();
        for line in lists.iter().flat_map(|l| l.lines()) {
            let line = line.split('#').next().unwrap_or_default();
            let (left, right, both) = match (line.split_once("=>"), line.split_once('=')) {
                (Some((l, r)), _) => (l, r, false),
                (None, Some((l, r))) => (l, r, true),
                (None, None) => continue,
            };
            let left: Vec<Vec<String>> =
                left.split(',').map(&bases).filter(|w| !w.is_empty()).collect();
            let right: Vec<Vec<String>> =
                right.split(',').map(&bases).filter(|w| !w.is_empty()).collect();
            for l in &left {
                for r in &right {
                    synonyms.add(l, r);
                    if both {
                        synonyms.add(r, l);
                    }
                }
            }
        }
        synonyms
    }

    /// A question for `from` also finds `to`.
    fn add(&mut self, from: &[String], to: &[String]) {
        match (from, to) {
            ([from], [to]) => push(self.single.entry(from.clone()).or_default(), to.to_lowercase()),
            (from, to) => {
                let Some(first) = to.first().cloned() else { return };
                let entry = (to.to_vec(), from.iter().map(|w| w.to_lowercase()).collect());
                let known = self.sequences.iter().position(|s| *s == entry);
                let number = known.unwrap_or(self.sequences.len());
                if known.is_none() {
                    self.sequences.push(entry);
                }
                push(self.by_first.entry(first).or_default(), number);
            }
        }
    }

    /// Words that a question for this word also finds.
    pub(crate) fn of(&self, base: &str) -> &[String] {
        self.single.get(base).map_or(&[], Vec::as_slice)
    }

    /// The numbers of the sequences that begin with this word.
    pub(crate) fn beginning(&self, base: &str) -> &[usize] {
        self.by_first.get(base).map_or(&[], Vec::as_slice)
    }

    /// The words of a sequence, and what a text that has them is also found by.
    pub(crate) fn sequence(&self, number: usize) -> Option<&Sequence> {
        self.sequences.get(number)
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
