//! The words that only the archive has, and how they are kept.
//!
//! In: words with how often they occur. Out: [`Words`], which stand in the index's own commit, so that
//! text and question are analyzed with the same ones. Which words count, the indexer decides.
//! Deliberately absent: counting, and analysis.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Words of the archive that may be parts of compounds: `plosk` in *plosksystemet*.
///
/// They are fixed when an index is made. With other words the same text would be analyzed otherwise,
/// so they are counted anew only together with writing the whole index again: by `--rebuild`, by a
/// program with other rules of Danish, and when the archive has doubled since.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// Word, in small letters, and how often it occurs.
    pub counts: BTreeMap<String, u32>,
    /// Number of statements of the archive when they were counted.
    pub n_statements: usize,
}

impl Words {
    /// Words and counts as the analyzer takes them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.counts.iter().map(|(word, count)| (word.as_str(), *count))
    }

    /// Whether an archive of so many statements is twice what they were counted in.
    pub fn is_outgrown(&self, n_statements: usize) -> bool {
        n_statements >= self.n_statements.saturating_mul(2) && n_statements > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_outgrown_by_twice_the_archive() {
        let words = Words { n_statements: 40, ..Words::default() };
        for (n, outgrown) in [(0, false), (40, false), (79, false), (80, true)] {
            assert_eq!(words.is_outgrown(n), outgrown, "{n}");
        }
        assert!(!Words::default().is_outgrown(0));
        assert!(Words::default().is_outgrown(1));
    }
}
