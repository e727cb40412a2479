//! The best of what is found, and how many there are.
//!
//! In: a query, an order, and what makes some of the finds the better. Out: an exact count and the first in
//! that order, in one pass. What is dear to find out (whether words stand near each other, the day) is
//! asked only of those that may be among them. Deliberately absent: what counts how much (`plan`).

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::TantivyError::SystemError;
use tantivy::collector::{Collector, Count, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::Query;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use crate::archive::Seen;
use crate::plan::{Bonuses, NearScorer};
use crate::{QueryError, Sort};

/// The columns of a segment that documents are put in order by, opened once for a state of the index.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    day: Option<Column<u64>>,
    order: Option<Column<u64>>,
    decision: Option<Column<u64>>,
}

impl Columns {
    /// Those of every segment.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(crate) fn of(searcher: &Searcher) -> tantivy::Result<Vec<Columns>> {
        let of_segment = |reader: &SegmentReader| {
            let column = |name| reader.fast_fields().column_opt(name);
            Ok(Columns {
                day: column("day")?,
                order: column("order")?,
                decision: column("decision")?,
            })
        };
        searcher.segment_readers().iter().map(of_segment).collect()
    }
}

/// How many documents fit, and those from one place on: by score or by day, undated last, of equal score
/// newest first, then by meeting and number, so that an answer is the same however the index is cut
/// into segments. Scores are 0 where they were not asked for.
///
/// # Errors
/// When the index cannot be read.
pub(crate) fn best(
    seen: &Seen,
    query: &dyn Query,
    (sort, bonuses): (Sort, &Bonuses),
    limit: usize,
    offset: usize,
) -> Result<(usize, Vec<(f32, DocAddress)>), QueryError> {
    let n_kept = limit.saturating_add(offset);
    if n_kept == 0 {
        return Ok((seen.searcher.search(query, &Count)?, Vec::new()));
    }
    let best = Best { n_kept, sort, bonuses, columns: &seen.columns };
    let (total, found) = seen.searcher.search(query, &best)?;
    Ok((total, found.into_iter().skip(offset).collect()))
}

struct Best<'a> {
    n_kept: usize,
    sort: Sort,
    bonuses: &'a Bonuses,
    /// By segment.
    columns: &'a [Columns],
}

/// A document that may be among the best.
struct Candidate {
    score: Score,
    /// Higher where the day comes first in the order that is asked for; 0 without a day.
    day: u64,
    order: u64,
    doc: DocAddress,
}

impl Ord for Candidate {
    /// The better is the greater.
    fn cmp(&self, other: &Candidate) -> Ordering {
        let by_score = self.score.total_cmp(&other.score).then(self.day.cmp(&other.day));
        by_score.then(other.order.cmp(&self.order)).then(other.doc.cmp(&self.doc))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Candidate) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// Who gets a bonus in a segment.
enum Gets {
    /// Decisions, by their column.
    Decisions(Column<u64>, Score),
    /// Those with words near each other.
    Near(NearScorer),
}

impl Gets {
    /// What a document gets; documents are asked about in order.
    fn of(&mut self, doc: DocId) -> Score {
        match self {
            Gets::Decisions(column, bonus) if column.first(doc) == Some(1) => *bonus,
            Gets::Decisions(..) => 0.0,
            Gets::Near(near) => near.score_of(doc),
        }
    }
}

struct BestOfSegment {
    segment: SegmentOrdinal,
    n_kept: usize,
    /// Each with how much it is at most.
    bonuses: Vec<(Gets, Score)>,
    sort: Sort,
    columns: Columns,
    n_found: usize,
    /// The worst on top.
    kept: BinaryHeap<Reverse<Candidate>>,
}

impl Collector for Best<'_> {
    type Fruit = (usize, Vec<(f32, DocAddress)>);
    type Child = BestOfSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<BestOfSegment> {
        let here = usize::try_from(segment).ok().and_then(|nth| self.columns.get(nth)).cloned();
        let columns = here.ok_or_else(|| SystemError("a segment without columns".to_owned()))?;
        let mut bonuses = Vec::new();
        if let (Some(most), Some(column)) = (self.bonuses.decision, &columns.decision) {
            bonuses.push((Gets::Decisions(column.clone(), most), most));
        }
        for near in &self.bonuses.near {
            let texts = near.texts(reader, 1.0)?;
            bonuses.extend(texts.map(|texts| (Gets::Near(texts), near.most())));
        }
        Ok(BestOfSegment {
            segment,
            n_kept: self.n_kept,
            bonuses,
            sort: self.sort,
            columns,
            n_found: 0,
            kept: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.sort == Sort::Relevance
    }

    fn merge_fruits(
        &self,
        segments: Vec<(usize, Vec<Candidate>)>,
    ) -> tantivy::Result<(usize, Vec<(f32, DocAddress)>)> {
        let total = segments.iter().map(|(n_found, _)| n_found).sum();
        let mut all: Vec<Candidate> = segments.into_iter().flat_map(|(_, kept)| kept).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        all.truncate(self.n_kept);
        Ok((total, all.into_iter().map(|found| (found.score, found.doc)).collect()))
    }
}

impl SegmentCollector for BestOfSegment {
    type Fruit = (usize, Vec<Candidate>);

    fn collect(&mut self, doc: DocId, mut score: Score) {
        self.n_found += 1;
        // What must be reached, once so many are kept as are asked for.
        let is_full = self.kept.len() >= self.n_kept;
        let worst = self.kept.peek().filter(|_| is_full);
        let worst = worst.map_or((Score::MIN, 0), |Reverse(worst)| (worst.score, worst.day));
        // Added up in the same order as the score itself, so that rounding cannot put it above.
        let mut left = self.bonuses.as_mut_slice();
        loop {
            if left.iter().fold(score, |sum, (_, most)| sum + most) < worst.0 {
                return;
            }
            let Some(((gets, _), rest)) = left.split_first_mut() else { break };
            score += gets.of(doc);
            left = rest;
        }
        let value = |column: &Option<Column<u64>>| column.as_ref().and_then(|c| c.first(doc));
        let day = value(&self.columns.day);
        let day = match self.sort {
            Sort::Oldest => day.map(|day| u64::MAX - day),
            Sort::Relevance | Sort::Newest => day,
        };
        let day = day.unwrap_or_default();
        if (score, day) < worst {
            return;
        }
        let order = value(&self.columns.order).unwrap_or_default();
        let found = Candidate { score, day, order, doc: DocAddress::new(self.segment, doc) };
        if !is_full {
            self.kept.push(Reverse(found));
        } else if let Some(mut worst) = self.kept.peek_mut()
            && worst.0 < found
        {
            *worst = Reverse(found);
        }
    }

    fn harvest(self) -> (usize, Vec<Candidate>) {
        (self.n_found, self.kept.into_iter().map(|Reverse(found)| found).collect())
    }
}
