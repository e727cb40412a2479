//! Words that stand in order, with at most so many others between.
//!
//! In: terms of one field at the distances they are asked for. Out: a tantivy query. tantivy's own phrase
//! is not used: with three words or more and others between, whether it finds a text depends on how
//! frequent the words are elsewhere, and it does not keep the order. Deliberately absent: how often.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

use super::words::reach;

/// Texts that have some words in the order asked.
#[derive(Debug, Clone)]
pub(crate) struct NearQuery {
    /// The words, with their places in the question, which rise.
    pub terms: Vec<(usize, Term)>,
    /// How many other words may stand between, all gaps together, and how much that counts; what keeps
    /// within several counts for all of them.
    pub within: Vec<(u32, Score)>,
}

impl NearQuery {
    /// How much the best place counts.
    pub fn most(&self) -> Score {
        self.within.iter().map(|(_, counts)| counts).sum()
    }

    /// The texts of a segment, before the first; `None` where a word is not in it.
    ///
    /// # Errors
    /// When the segment cannot be read.
    pub fn texts(
        &self,
        reader: &SegmentReader,
        boost: Score,
    ) -> tantivy::Result<Option<NearScorer>> {
        let last = self.terms.last().map_or(0, |(place, _)| *place);
        let mut words = Vec::with_capacity(self.terms.len());
        for (place, term) in &self.terms {
            let index = reader.inverted_index(term.field())?;
            let option = IndexRecordOption::WithFreqsAndPositions;
            let Some(list) = index.read_postings(term, option)? else {
                return Ok(None);
            };
            // What is added makes the places of words equal that stand as asked.
            let ahead = u32::try_from(last.saturating_sub(*place)).unwrap_or(u32::MAX);
            words.push(WordPlaces { list, ahead, places: Vec::new() });
        }
        let cost = |(_, word): &(usize, &WordPlaces)| word.list.cost();
        let rarest = words.iter().enumerate().min_by_key(cost).map_or(0, |(nth, _)| nth);
        let within = self.within.clone();
        Ok(Some(NearScorer { words, rarest, within, between: 0, doc: 0, boost }))
    }
}

impl Query for NearQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(NearWeight(self.clone())))
    }
}

struct NearWeight(NearQuery);

impl Weight for NearWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let Some(mut scorer) = self.0.texts(reader, boost)? else {
            return Ok(Box::new(EmptyScorer));
        };
        scorer.agree();
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(reader, 1.0)?;
        if scorer.doc() > doc || scorer.seek(doc) != doc {
            return Err(TantivyError::InvalidArgument(format!("document {doc} has not the words")));
        }
        Ok(Explanation::new("near", scorer.score()))
    }
}

/// The texts of a segment that have one word, and its places in the one that is looked at.
struct WordPlaces {
    list: SegmentPostings,
    ahead: u32,
    places: Vec<u32>,
}

/// The texts of a segment that have the words as asked.
pub(crate) struct NearScorer {
    /// In the order asked.
    words: Vec<WordPlaces>,
    /// The word that the fewest texts have.
    rarest: usize,
    within: Vec<(u32, Score)>,
    /// How many others stand between where the words are nearest in the text that is looked at.
    between: u32,
    doc: DocId,
    boost: Score,
}

impl NearScorer {
    /// Goes on to the first text, from the one the rarest word is at, that has the words as asked.
    fn agree(&mut self) -> DocId {
        loop {
            let doc = self.words.get(self.rarest).map_or(TERMINATED, |word| word.list.doc());
            self.doc = doc;
            if doc == TERMINATED {
                return doc;
            }
            let further = self.beyond(doc);
            if further.is_none() && self.is_near() {
                return doc;
            }
            if let Some(rarest) = self.words.get_mut(self.rarest) {
                match further {
                    None => rarest.list.advance(),
                    Some(further) => rarest.list.seek(further),
                };
            }
        }
    }

    /// How much one text counts; texts are asked about in order, and this is all that is asked then.
    pub fn score_of(&mut self, doc: DocId) -> Score {
        if self.beyond(doc).is_none() && self.is_near() { self.score() } else { 0.0 }
    }

    /// Brings the words to a text; a later one that one of them is at, where that has not the text.
    fn beyond(&mut self, doc: DocId) -> Option<DocId> {
        self.words.iter_mut().map(|word| reach(&mut word.list, doc)).find(|at| *at > doc)
    }

    /// Whether the words stand as asked in the text that all are at.
    fn is_near(&mut self) -> bool {
        for word in &mut self.words {
            word.list.positions_with_offset(word.ahead, &mut word.places);
        }
        let Some((first, others)) = self.words.split_first() else { return false };
        let between = first.places.iter().filter_map(|start| {
            // Each word at its first place after the one before, so that the last is as near as can be.
            let end = others.iter().try_fold(*start, |before, word| {
                word.places.iter().copied().find(|place| *place >= before)
            });
            Some(end? - start)
        });
        self.between = between.min().unwrap_or(u32::MAX);
        self.within.iter().any(|(apart, _)| self.between <= *apart)
    }
}

impl DocSet for NearScorer {
    fn advance(&mut self) -> DocId {
        if self.doc == TERMINATED {
            return TERMINATED;
        }
        if let Some(rarest) = self.words.get_mut(self.rarest) {
            rarest.list.advance();
        }
        self.agree()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        if let Some(rarest) = self.words.get_mut(self.rarest) {
            rarest.list.seek(target);
        }
        self.agree()
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.words.get(self.rarest).map_or(0, |word| word.list.size_hint())
    }
}

impl Scorer for NearScorer {
    fn score(&mut self) -> Score {
        let kept = self.within.iter().filter(|(apart, _)| self.between <= *apart);
        self.boost * kept.map(|(_, counts)| counts).sum::<Score>()
    }
}
