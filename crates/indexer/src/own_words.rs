//! Which words only the archive has: those that its compounds may be made of and no dictionary knows.
//!
//! In: the statements of all meetings. Out: [`Words`]. A word counts that is written in small letters
//! as a word of its own, often enough and in more than one meeting: no name, no number, no half of a
//! broken word, no noise of a scan. Deliberately absent: what a compound is made of (`danish`).

use std::collections::{BTreeMap, HashMap};

use danish::{Analyzer, Text};
use schema::{Entry, Words};

/// A word counts from so many occurrences on. Less is as often a slip as a word; no source.
const MIN_COUNT: u32 = 3;
/// Shortest and longest word in letters. Shorter ones stand in other words by chance.
const LETTERS: std::ops::RangeInclusive<usize> = 5..=24;
/// Most consonants side by side in a word that is not joined of others: `angstskrig` has seven.
const MAX_CONSONANTS: usize = 5;
/// Endings of inflected words, longest first. What an ending may be taken from, only the archive can
/// tell: the word without it stands there too.
const ENDINGS: [&str; 15] = [
    "ernes", "enes", "erne", "ene", "ens", "ers", "ets", "en", "er", "es", "et", "e", "n", "s", "t",
];
/// Most words that are kept, the commonest ones. With these the list has some 300 kB; no source.
const MAX_WORDS: usize = 20_000;

/// Occurrences of words that may count.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    words: HashMap<String, Count>,
    n_statements: usize,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    n: u32,
    /// The meeting it was first seen in.
    meeting: u64,
    in_several: bool,
}

impl Counter {
    /// Counts the words of a meeting.
    pub(crate) fn add(&mut self, entry: &Entry) {
        let digest = blake3::hash(entry.meeting.id.as_bytes());
        let meeting = digest.as_bytes().iter().take(8).fold(0, |n, b| n << 8 | u64::from(*b));
        self.n_statements += entry.statements.len();
        for statement in &entry.statements {
            for word in running_words(&statement.text) {
                let count = Count { n: 1, meeting, in_several: false };
                self.take(word, count);
            }
        }
    }

    /// Adds what another has counted in other meetings.
    pub(crate) fn merge(&mut self, other: Counter) {
        self.n_statements += other.n_statements;
        for (word, count) in other.words {
            self.take(&word, count);
        }
    }

    fn take(&mut self, word: &str, count: Count) {
        match self.words.get_mut(word) {
            Some(known) => {
                known.n = known.n.saturating_add(count.n);
                known.in_several |= count.in_several || known.meeting != count.meeting;
            }
            None => {
                self.words.insert(word.to_owned(), count);
            }
        }
    }

    /// The words that count. `plain` is an analyzer without words of an archive.
    pub(crate) fn words(self, plain: &Analyzer) -> Words {
        let n_statements = self.n_statements;
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for (word, count) in &self.words {
            let is_often = count.n >= MIN_COUNT && count.in_several;
            if is_often && is_unknown(plain, word) {
                let stem = ENDINGS.iter().find_map(|ending| {
                    word.strip_suffix(ending).filter(|stem| self.words.contains_key(*stem))
                });
                *counts.entry(stem.unwrap_or(word).to_owned()).or_default() += count.n;
            }
        }
        if counts.len() > MAX_WORDS {
            let mut by_count: Vec<(String, u32)> = counts.into_iter().collect();
            by_count.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            by_count.truncate(MAX_WORDS);
            counts = by_count.into_iter().collect();
        }
        Words { counts, n_statements }
    }
}

/// The words of a text that are written small, whole, and as words of their own.
fn running_words(text: &str) -> impl Iterator<Item = &str> {
    let mut is_half = false;
    text.split(char::is_whitespace).filter_map(move |word| {
        let after_half = std::mem::replace(&mut is_half, word.ends_with('-'));
        let word = word.trim_start_matches(['(', '"', '»', '“', '„', '\'']);
        let word =
            word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '«', '”', '“', '\'']);
        (!after_half && is_plausible(word)).then_some(word)
    })
}

/// Whether something may be a Danish word: small letters alone, one vowel at least, no letter thrice in
/// a row, not all too many consonants side by side.
fn is_plausible(word: &str) -> bool {
    let mut n_letters = 0;
    let mut n_consonants = 0;
    let mut has_vowel = false;
    let mut same = (' ', 0);
    for letter in word.chars() {
        if !matches!(letter, 'a'..='z' | 'æ' | 'ø' | 'å' | 'é') {
            return false;
        }
        n_letters += 1;
        same = if same.0 == letter { (letter, same.1 + 1) } else { (letter, 1) };
        if "aeiouyæøåé".contains(letter) {
            has_vowel = true;
            n_consonants = 0;
        } else {
            n_consonants += 1;
        }
        if same.1 > 2 || n_consonants > MAX_CONSONANTS {
            return false;
        }
    }
    has_vowel && LETTERS.contains(&n_letters)
}

/// Whether a word is in no dictionary and is no compound of words that are.
fn is_unknown(plain: &Analyzer, word: &str) -> bool {
    let explained = plain.explain(&Text::new(word));
    matches!(explained.as_slice(), [only] if !only.is_known && only.parts.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use schema::{MeetingEntry, MeetingRef, StatementEntry};

    fn meeting(id: &str, sentences: &[&str]) -> Entry {
        let meeting = MeetingEntry { id: id.to_owned(), ..MeetingEntry::default() };
        let of = MeetingRef {
            id: id.to_owned(),
            title: String::new(),
            body: String::new(),
            date: None,
            file: String::new(),
        };
        let statement = |text: &&str| StatementEntry {
            id: String::new(),
            ordinal: 1,
            item: None,
            block: None,
            text: (*text).to_owned(),
            speaker: None,
            mentions: Vec::new(),
            references: Vec::new(),
            addressed_to: Vec::new(),
            decision: None,
            paragraph: 0,
            lines: (1, 1),
            page: 1,
            meeting: of.clone(),
        };
        Entry { meeting, statements: sentences.iter().map(statement).collect() }
    }

    fn counted(meetings: &[Entry]) -> Vec<(String, u32)> {
        let mut counter = Counter::default();
        for meeting in meetings {
            let mut one = Counter::default();
            one.add(meeting);
            counter.merge(one);
        }
        let plain = Analyzer::new(danish::Lists::default());
        counter.words(&plain).counts.into_iter().collect()
    }

    #[test]
    fn words_count_that_stand_small_often_and_in_several_meetings() {
        for (sentence, expected) in [
            ("en plosk og en (plosk).", Some("plosk")),
            // In a dictionary, or made of words that are.
            ("en børnehave og en børnehave", None),
            ("havnens havneplan, havneplan", None),
            // Names, abbreviations, numbers, addresses.
            ("Plosk og Plosk", None),
            ("plosk4 og plosk4", None),
            ("plosk.dk og plosk.dk", None),
            // Halves of broken words, and noise.
            ("plosk- ningen, plosk- ningen", None),
            ("-plosk og -plosk", None),
            ("krvtsldk og krvtsldk", None),
            ("hmmmmm og hmmmmm", None),
        ] {
            let found = counted(&[meeting("a", &[sentence]), meeting("b", &[sentence])]);
            let words: Vec<&str> = found.iter().map(|(word, _)| word.as_str()).collect();
            assert_eq!(words, expected.into_iter().collect::<Vec<_>>(), "{sentence}");
        }
        assert!(counted(&[meeting("a", &["plosk plosk plosk plosk"])]).is_empty());
        assert!(counted(&[meeting("a", &["plosk"]), meeting("b", &["plosk"])]).is_empty());
    }

    #[test]
    fn forms_of_a_word_count_together() {
        let sentences = ["en plosk", "alle plosker, plosken, ploskens, plosks"];
        let found = counted(&[meeting("a", &sentences), meeting("b", &sentences)]);
        assert!(found.is_empty(), "each form is seen twice, which is not often: {found:?}");
        let twice = [sentences, sentences].concat();
        let found = counted(&[meeting("a", &twice), meeting("b", &twice)]);
        assert!(found.iter().any(|(word, n)| word == "plosk" && *n > 4), "{found:?}");
    }
}
