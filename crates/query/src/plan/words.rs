//! Words that a statement must hold, and how well it does: the query that ranks.
//!
//! In: [`Word`]s with the terms that stand for each, and the weights. Out: a tantivy query. Its score
//! depends on nothing but the statement and the question, so that another statement in the archive
//! moves no other. The formula stands in `index-config/README.md`. Deliberately absent: which terms
//! stand for a word (`plan`).

use danish::Strength;
use schema::{Fields, Weights};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

use super::window::{N_DOCS, Stands, Window};

/// Statements of a word that a window must hold on average to be worth its tables. No source.
const WORTH_A_WINDOW: u64 = 16;
/// How many statements of other words may be written into tables for one of the rarest word, rather than
/// being looked for one by one. No source.
const WORTH_WRITING: u64 = 32;
/// More often than this counts no more.
const MOST_TIMES: u32 = u8::MAX as u32;

/// Words in a statement of usual length. No source; only the order of lengths matters.
const USUAL_WORDS: f32 = 20.0;

/// A word of a question, by the terms that stand for it.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// Terms of a statement's text, each with how strong a match it is.
    pub text: Vec<(Term, Strength)>,
    /// Terms of the titles above it; empty where these do not count.
    pub titles: Vec<Term>,
}

/// Statements that hold every word.
#[derive(Debug, Clone)]
pub(crate) struct WordsQuery {
    /// The words.
    pub words: Vec<Word>,
    /// Whether at least one of them must stand in the statement itself.
    pub own: bool,
    /// How much each kind of match counts.
    pub weights: Weights,
    /// The fields of the index.
    pub fields: Fields,
}

impl WordsQuery {
    fn weight_of(&self, strength: Strength) -> f32 {
        match strength {
            Strength::Exact => self.weights.exact,
            Strength::Lemma => self.weights.lemma,
            Strength::Part => self.weights.part,
            Strength::Synonym => self.weights.synonym,
        }
    }

    fn words_in(
        &self,
        reader: &SegmentReader,
        scored: bool,
    ) -> tantivy::Result<Option<Vec<WordDocs>>> {
        let postings = |term: &Term| {
            let option = match scored {
                true => IndexRecordOption::WithFreqs,
                false => IndexRecordOption::Basic,
            };
            Ok::<_, TantivyError>(reader.inverted_index(term.field())?.read_postings(term, option)?)
        };
        let mut words = Vec::with_capacity(self.words.len());
        // A question of one word finds by its own text; then titles only raise.
        let titles_find = !(self.own && self.words.len() == 1);
        for word in &self.words {
            let mut docs = WordDocs { texts: Vec::new(), titles: Vec::new(), titles_find, doc: 0 };
            for (term, strength) in &word.text {
                if let Some(found) = postings(term)? {
                    docs.texts.push((found, self.weight_of(*strength)));
                }
            }
            // Titles that only raise need not be looked at where nothing is ranked.
            for term in word.titles.iter().filter(|_| titles_find || scored) {
                docs.titles.extend(postings(term)?);
            }
            if docs.texts.is_empty() && (docs.titles.is_empty() || !titles_find) {
                return Ok(None);
            }
            docs.texts.sort_by(|a, b| b.1.total_cmp(&a.1));
            docs.doc = docs.first();
            words.push(docs);
        }
        Ok(Some(words))
    }
}

impl Query for WordsQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(WordsWeight { query: self.clone(), scored: scoring.is_scoring_enabled() }))
    }
}

struct WordsWeight {
    query: WordsQuery,
    scored: bool,
}

impl WordsWeight {
    /// The statements of a segment that hold every word; `None` where none holds one of them.
    fn found_in(
        &self,
        reader: &SegmentReader,
        boost: Score,
    ) -> tantivy::Result<Option<WordsScorer>> {
        let Some(words) = self.query.words_in(reader, self.scored)? else { return Ok(None) };
        let costs: Vec<u64> = words.iter().map(WordDocs::cost).collect();
        let rarest = (0..costs.len()).min_by_key(|nth| costs[*nth]).unwrap_or(0);
        let least = costs.get(rarest).copied().unwrap_or(0);
        let others = costs.iter().sum::<u64>() - least;
        let n_windows = u64::from(reader.max_doc()).div_ceil(N_DOCS as u64);
        let mut scorer = WordsScorer {
            own: self.query.own && words.len() > 1,
            doc: 0,
            rarest,
            is_dense: least >= n_windows * WORTH_A_WINDOW && others <= least * WORTH_WRITING,
            window: None,
            words,
            weights: self.query.weights,
            lengths: reader.get_fieldnorms_reader(self.query.fields.lemma)?,
            boost,
        };
        scorer.agree();
        Ok(Some(scorer))
    }
}

impl Weight for WordsWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(match self.found_in(reader, boost)? {
            Some(scorer) => Box::new(scorer),
            None => Box::new(EmptyScorer),
        })
    }

    // As tantivy does it, but with a scorer whose type is known.
    fn for_each(
        &self,
        reader: &SegmentReader,
        callback: &mut dyn FnMut(DocId, Score),
    ) -> tantivy::Result<()> {
        if let Some(mut scorer) = self.found_in(reader, 1.0)? {
            while scorer.doc != TERMINATED {
                callback(scorer.doc, scorer.score());
                scorer.advance();
            }
        }
        Ok(())
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(reader, 1.0)?;
        if scorer.doc() > doc || scorer.seek(doc) != doc {
            return Err(TantivyError::InvalidArgument(format!("document {doc} has not all words")));
        }
        Ok(Explanation::new("words", scorer.score()))
    }
}

/// The statements of a segment that hold one word.
pub(super) struct WordDocs {
    /// By the text, strongest match first.
    pub texts: Vec<(SegmentPostings, f32)>,
    /// By the titles.
    pub titles: Vec<SegmentPostings>,
    /// Whether a title alone is enough.
    pub titles_find: bool,
    /// The one looked at, while statements are looked at one by one.
    doc: DocId,
}

impl WordDocs {
    fn first(&self) -> DocId {
        let texts = self.texts.iter().map(|(list, _)| list.doc());
        let titles = self.titles.iter().filter(|_| self.titles_find).map(SegmentPostings::doc);
        texts.chain(titles).min().unwrap_or(TERMINATED)
    }

    fn cost(&self) -> u64 {
        let texts = self.texts.iter().map(|(list, _)| list.cost());
        let titles = self.titles.iter().filter(|_| self.titles_find).map(SegmentPostings::cost);
        texts.chain(titles).sum()
    }

    fn advance(&mut self) {
        let doc = self.doc;
        let mut next = TERMINATED;
        for (list, _) in &mut self.texts {
            next = next.min(if list.doc() == doc { list.advance() } else { list.doc() });
        }
        if self.titles_find {
            for list in &mut self.titles {
                next = next.min(if list.doc() == doc { list.advance() } else { list.doc() });
            }
        }
        self.doc = next;
    }

    fn seek(&mut self, target: DocId) {
        let mut next = TERMINATED;
        for (list, _) in &mut self.texts {
            next = next.min(reach(list, target));
        }
        if self.titles_find {
            for list in &mut self.titles {
                next = next.min(reach(list, target));
            }
        }
        self.doc = next;
    }

    fn is_in_text(&self) -> bool {
        self.texts.iter().any(|(list, _)| list.doc() == self.doc)
    }

    fn is_in_title(&mut self) -> bool {
        let doc = self.doc;
        self.titles.iter_mut().any(|list| reach(list, doc) == doc)
    }

    fn stands(&mut self) -> Stands {
        let best = self.texts.iter().position(|(list, _)| list.doc() == self.doc);
        let text = best.and_then(|place| {
            let (list, _) = self.texts.get(place)?;
            Some((place, list.term_freq().min(MOST_TIMES)))
        });
        Stands { text, title: self.is_in_title() }
    }

    fn score(&self, stands: &Stands, weights: &Weights, length: f32) -> f32 {
        let text = stands.text.map(|(place, times)| {
            let weight = self.texts.get(place).map_or(0.0, |(_, weight)| *weight);
            let times = times as f32;
            weight * (1.0 + weights.frequency * times / (times + length))
        });
        match (text, stands.title) {
            (Some(text), true) => text + weights.also_title,
            (Some(text), false) => text,
            (None, _) => weights.title,
        }
    }
}

/// Goes to the first document from `target` on; a list that is there or beyond stays.
pub(super) fn reach(list: &mut SegmentPostings, target: DocId) -> DocId {
    if list.doc() < target { list.seek(target) } else { list.doc() }
}

struct WordsScorer {
    /// In the order asked, in which their scores are added: a sum of fractions depends on its order,
    /// and which word is the rarest on the rest of the archive.
    words: Vec<WordDocs>,
    /// The word that the fewest statements have.
    rarest: usize,
    own: bool,
    /// Whether statements are worked out by the window when one after the other is asked for.
    is_dense: bool,
    /// The window that was worked out last; the lists stand behind it.
    window: Option<Box<Window>>,
    doc: DocId,
    weights: Weights,
    lengths: FieldNormReader,
    boost: Score,
}

impl WordsScorer {
    /// The window, if the statement that is looked at lies in it.
    fn window(&self) -> Option<&Window> {
        self.window.as_deref().filter(|window| window.holds(self.doc))
    }

    /// Goes on to the first statement of the next window that has any.
    fn next_window(&mut self) -> DocId {
        let n_words = self.words.len();
        let window = self.window.get_or_insert_with(|| Box::new(Window::new(n_words)));
        loop {
            let start = self.words.get(self.rarest).map_or(TERMINATED, WordDocs::first);
            self.doc = start;
            if start == TERMINATED {
                return start;
            }
            window.load(start, &mut self.words, self.own);
            if let Some(doc) = window.next(start) {
                self.doc = doc;
                return doc;
            }
        }
    }

    /// Looks at statements one by one again, from one on that lies behind the window.
    fn leave_window(&mut self, target: DocId) -> DocId {
        self.words.iter_mut().for_each(|word| word.doc = word.first());
        if let Some(rarest) = self.words.get_mut(self.rarest)
            && rarest.doc < target
        {
            rarest.seek(target);
        }
        self.agree()
    }

    /// Goes on to the first document, from the one the rarest word is at, that holds all.
    fn agree(&mut self) -> DocId {
        loop {
            let doc = self.words.get(self.rarest).map_or(TERMINATED, |word| word.doc);
            self.doc = doc;
            if doc == TERMINATED {
                return doc;
            }
            let mut further = doc;
            for word in &mut self.words {
                if word.doc < doc {
                    word.seek(doc);
                }
                if word.doc > doc {
                    further = word.doc;
                    break;
                }
            }
            let agreed = further == doc;
            if agreed && (!self.own || self.words.iter().any(WordDocs::is_in_text)) {
                return doc;
            }
            if let Some(rarest) = self.words.get_mut(self.rarest) {
                match agreed {
                    true => rarest.advance(),
                    false => rarest.seek(further),
                }
            }
        }
    }
}

impl DocSet for WordsScorer {
    fn advance(&mut self) -> DocId {
        if self.doc == TERMINATED {
            return TERMINATED;
        }
        if let Some(window) = self.window() {
            return match window.next(self.doc + 1) {
                Some(next) => {
                    self.doc = next;
                    next
                }
                None => self.next_window(),
            };
        }
        if let Some(rarest) = self.words.get_mut(self.rarest) {
            rarest.advance();
        }
        if self.is_dense { self.next_window() } else { self.agree() }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        if let Some(window) = self.window() {
            if let Some(doc) = window.next(target).filter(|_| target < window.end()) {
                self.doc = doc;
                return doc;
            }
            return self.leave_window(target);
        }
        if let Some(rarest) = self.words.get_mut(self.rarest) {
            rarest.seek(target);
        }
        self.agree()
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn count_including_deleted(&mut self) -> u32 {
        let mut n_found = 0;
        while self.doc != TERMINATED {
            match self.window().filter(|window| window.next(0) == Some(self.doc)) {
                Some(window) => {
                    n_found += window.count();
                    self.next_window();
                }
                None => {
                    n_found += 1;
                    self.advance();
                }
            }
        }
        n_found
    }

    fn size_hint(&self) -> u32 {
        let rarest = self.words.get(self.rarest).map_or(0, WordDocs::cost);
        u32::try_from(rarest).unwrap_or(u32::MAX)
    }
}

impl Scorer for WordsScorer {
    fn score(&mut self) -> Score {
        let n_words = self.lengths.fieldnorm(self.doc) as f32;
        // As in BM25 with its usual constants (Robertson and Zaragoza 2009), but for a usual length
        // that is always the same.
        let length = 1.2 * (0.25 + 0.75 * n_words / USUAL_WORDS);
        let weights = &self.weights;
        let sum: f32 = match self.window() {
            Some(window) => {
                let words = self.words.iter().zip(window.stands(self.doc));
                words.map(|(word, stands)| word.score(&stands, weights, length)).sum()
            }
            None => {
                let words = self.words.iter_mut();
                words
                    .map(|word| {
                        let stands = word.stands();
                        word.score(&stands, weights, length)
                    })
                    .sum()
            }
        };
        sum * self.boost
    }
}
