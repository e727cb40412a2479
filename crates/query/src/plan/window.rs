//! A stretch of a segment in which every statement that holds all words is worked out at once.
//!
//! Going through many lists side by side, one statement at a time, costs a choice at every step; here
//! each list writes what it has into a table of the stretch, one after the other, and the tables tell which
//! statements hold all. In: the lists, standing at the stretch or before it. Out: its statements in order,
//! each with what is needed to rank it. Deliberately absent: the formula (`words`).

use tantivy::postings::Postings;
use tantivy::{DocId, DocSet};

use super::words::{WordDocs, reach};

/// Statements of a window. 4,096 make tables that stay in the fastest cache.
pub(super) const N_DOCS: usize = 4_096;
/// Bits that are looked at together.
const BITS: usize = 64;

/// One bit for each statement of a window.
type Bits = [u64; N_DOCS / BITS];

/// A window.
pub(super) struct Window {
    /// Its first statement.
    start: DocId,
    /// Those that hold all words.
    found: Bits,
    /// What the window knows of each word.
    words: Vec<Table>,
}

/// What a window knows of a word.
struct Table {
    /// By statement: 1 and the place of the strongest list that has it; 0 where none has.
    list: Vec<u8>,
    /// By statement, where a list has it: how often.
    times: Vec<u8>,
    /// Whose text has it.
    text: Bits,
    /// Above whom a title has it.
    title: Bits,
}

/// How a word stands in a statement.
pub(super) struct Stands {
    /// Place of the strongest list that has it, and how often; `None` where only a title has it.
    pub text: Option<(usize, u32)>,
    /// Whether a title has it.
    pub title: bool,
}

impl Window {
    /// An empty window before all statements.
    pub fn new(n_words: usize) -> Window {
        let table = || Table {
            list: vec![0; N_DOCS],
            times: vec![0; N_DOCS],
            text: [0; N_DOCS / BITS],
            title: [0; N_DOCS / BITS],
        };
        let words = (0..n_words).map(|_| table()).collect();
        Window { start: 0, found: [0; N_DOCS / BITS], words }
    }

    /// The first statement behind the window.
    pub fn end(&self) -> DocId {
        self.start + N_DOCS as u32
    }

    /// Whether a statement lies in it.
    pub fn holds(&self, doc: DocId) -> bool {
        self.start <= doc && doc < self.end()
    }

    /// Works out the window that begins at a statement. The lists go on to its end. With `own`, at least
    /// one word must stand in the text.
    pub fn load(&mut self, start: DocId, words: &mut [WordDocs], own: bool) {
        self.start = start;
        self.found = [u64::MAX; N_DOCS / BITS];
        let mut in_text = [0; N_DOCS / BITS];
        for (word, table) in words.iter_mut().zip(&mut self.words) {
            table.load(start, word);
            for (nth, found) in self.found.iter_mut().enumerate() {
                let title = if word.titles_find { table.title[nth] } else { 0 };
                *found &= table.text[nth] | title;
                in_text[nth] |= table.text[nth];
            }
        }
        if own {
            self.found.iter_mut().zip(in_text).for_each(|(found, text)| *found &= text);
        }
    }

    /// The first statement from one on that holds all words; `None` when there is none in the window.
    pub fn next(&self, from: DocId) -> Option<DocId> {
        let from = from.saturating_sub(self.start) as usize;
        let mut nth = from / BITS;
        let mut bits = self.found.get(nth)? & (u64::MAX << (from % BITS));
        while bits == 0 {
            nth += 1;
            bits = *self.found.get(nth)?;
        }
        Some(self.start + (nth * BITS) as u32 + bits.trailing_zeros())
    }

    /// How many statements hold all words.
    pub fn count(&self) -> u32 {
        self.found.iter().map(|bits| bits.count_ones()).sum()
    }

    /// How each word stands in a statement of the window, in the order of the words.
    pub fn stands(&self, doc: DocId) -> impl Iterator<Item = Stands> {
        let at = doc.saturating_sub(self.start) as usize % N_DOCS;
        self.words.iter().map(move |table| Stands {
            text: match table.list[at] {
                0 => None,
                list => Some((usize::from(list) - 1, u32::from(table.times[at]))),
            },
            title: is_in(&table.title, at),
        })
    }
}

impl Table {
    fn load(&mut self, start: DocId, word: &mut WordDocs) {
        let end = start + N_DOCS as u32;
        self.list.fill(0);
        self.text = [0; N_DOCS / BITS];
        self.title = [0; N_DOCS / BITS];
        // The strongest list writes last.
        for (place, (list, _)) in word.texts.iter_mut().enumerate().rev() {
            let place = u8::try_from(place + 1).unwrap_or(u8::MAX);
            let mut doc = reach(list, start);
            while doc < end {
                let at = (doc - start) as usize % N_DOCS;
                self.list[at] = place;
                self.times[at] = u8::try_from(list.term_freq()).unwrap_or(u8::MAX);
                self.text[at / BITS] |= 1 << (at % BITS);
                doc = list.advance();
            }
        }
        for list in &mut word.titles {
            let mut doc = reach(list, start);
            while doc < end {
                let at = (doc - start) as usize % N_DOCS;
                self.title[at / BITS] |= 1 << (at % BITS);
                doc = list.advance();
            }
        }
    }
}

fn is_in(bits: &Bits, at: usize) -> bool {
    bits[at / BITS] >> (at % BITS) & 1 == 1
}

#[cfg(test)]
mod tests {
    use danish::Strength;
    use schema::{Config, Fields};
    use tantivy::query::{EnableScoring, Query};
    use tantivy::tokenizer::{PreTokenizedString, Token};
    use tantivy::{DocSet, Index, IndexWriter, TERMINATED, TantivyDocument, Term};

    use super::super::words::{Word, WordsQuery};
    use super::N_DOCS;

    /// Words that are as frequent as their place says: the first stands in every other statement.
    const WORDS: [&str; 4] = ["havn", "mole", "kran", "bøje"];

    fn index() -> (Index, Fields) {
        let (schema, fields) = Fields::new();
        let index = Index::create_in_ram(schema);
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).unwrap();
        let mut dice = 7_u64;
        let mut roll = |sides: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
            (dice >> 33) % sides
        };
        for _ in 0..3 * N_DOCS {
            let mut document = TantivyDocument::default();
            for field in [fields.exact, fields.lemma, fields.part, fields.title] {
                let mut tokens = Vec::new();
                for (nth, word) in (1..).zip(WORDS) {
                    for _ in 0..u64::from(roll(1 << nth) == 0) * (1 + roll(3)) {
                        let (text, position) = (word.to_owned(), tokens.len());
                        tokens.push(Token { text, position, ..Token::default() });
                    }
                }
                document.add_pre_tokenized_text(
                    field,
                    PreTokenizedString { text: String::new(), tokens },
                );
            }
            writer.add_document(document).unwrap();
        }
        writer.commit().unwrap();
        (index, fields)
    }

    #[test]
    fn windows_find_and_score_what_looking_one_by_one_does() {
        let (index, fields) = index();
        let searcher = index.reader().unwrap().searcher();
        let word = |word: &&str| {
            let term = |field| Term::from_field_text(field, word);
            let text = [
                (term(fields.exact), Strength::Exact),
                (term(fields.lemma), Strength::Lemma),
                (term(fields.part), Strength::Part),
            ];
            Word { text: text.into(), titles: vec![term(fields.title)] }
        };
        for words in [&WORDS[..1], &WORDS[..2], &WORDS[1..4], &WORDS[3..]] {
            for own in [true, false] {
                let query = WordsQuery {
                    words: words.iter().map(word).collect(),
                    own,
                    weights: Config::defaults().unwrap().settings().weights,
                    fields: fields.clone(),
                };
                let weight = query.weight(EnableScoring::enabled_from_searcher(&searcher)).unwrap();
                let (mut n_all, mut n_counted) = (0, 0);
                for reader in searcher.segment_readers() {
                    let mut all = weight.scorer(reader, 1.0).unwrap();
                    let mut one_by_one = weight.scorer(reader, 1.0).unwrap();
                    while all.doc() != TERMINATED {
                        assert_eq!(one_by_one.seek(all.doc()), all.doc(), "{words:?}");
                        assert_eq!(one_by_one.score(), all.score(), "{words:?} {}", all.doc());
                        // What lies between is found by neither.
                        let before = all.doc();
                        all.advance();
                        if before + 1 < all.doc() {
                            assert_eq!(one_by_one.seek(before + 1), all.doc(), "{words:?}");
                        }
                        n_all += 1;
                        // Now and then a leap out of the window.
                        if n_all % 1_000 == 0 && all.doc() != TERMINATED {
                            let far = all.doc() + N_DOCS as u32 + 9;
                            assert_eq!(all.seek(far), one_by_one.seek(far), "{words:?}");
                        }
                    }
                    n_counted += weight.count(reader).unwrap();
                }
                assert!(n_all > 200 && n_counted >= n_all, "{words:?}: {n_all} {n_counted}");
                let counted = searcher.search(&query, &tantivy::collector::Count).unwrap();
                let mut every = 0;
                for reader in searcher.segment_readers() {
                    weight.for_each(reader, &mut |_, _| every += 1).unwrap();
                }
                assert_eq!(counted, every, "{words:?}");
            }
        }
    }
}
