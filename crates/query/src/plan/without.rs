//! What must not be found, in a form that tantivy 0.27 can take away.
//!
//! tantivy's exclusion looks for a document before the one a phrase already stands at, which a phrase
//! does not allow (`PhraseScorer::seek_danger` asserts it, and answers wrongly without the assertion):
//! `mole -"den røde"` would fail or leave statements in. Deliberately absent: ranking.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader};

/// Finds what a query finds, and is only ever asked to go forward.
#[derive(Debug)]
pub(super) struct Without(pub Box<dyn Query>);

impl Clone for Without {
    fn clone(&self) -> Without {
        Without(self.0.box_clone())
    }
}

impl Query for Without {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(Forward(self.0.weight(scoring)?)))
    }
}

struct Forward(Box<dyn Weight>);

impl Weight for Forward {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(ForwardDocs(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

/// Documents in order. `seek_danger` is left as the trait has it: it looks where it stands first.
struct ForwardDocs(Box<dyn Scorer>);

impl DocSet for ForwardDocs {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }
}

impl Scorer for ForwardDocs {
    fn score(&mut self) -> Score {
        self.0.score()
    }
}
