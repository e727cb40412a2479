//! How many statements, and how many words, there are of each speaker, body, meeting, item or period.
//!
//! In: a query. Out: a [`Tally`] for each value, exact: every statement that fits is looked at in the
//! columns of the index. Deliberately absent: names for the values (`overview`).

use std::collections::BTreeMap;
use std::io;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::Query;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use crate::QueryError;

/// What statements are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The key of the speaker.
    Speaker,
    /// The body, as a slug.
    Body,
    /// The reference of the meeting.
    Meeting,
    /// Meeting and item.
    Item,
    /// The year: `2021`.
    Year,
    /// The month: `2021-03`.
    Month,
}

/// Statements that have something in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    /// Number of statements.
    pub n: usize,
    /// Number of their words.
    pub n_words: u64,
    /// First and last day as numbers (20220202) of those that have one.
    pub days: Option<(u64, u64)>,
}

/// Tallies by value; `None` are those that have no value: no speaker, no day.
pub(crate) type Tallies = BTreeMap<Option<String>, Tally>;

impl Tally {
    fn add(&mut self, other: Tally) {
        self.n += other.n;
        self.n_words += other.n_words;
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, other) => one.or(other),
        };
    }

    /// All of some tallies together.
    pub fn sum<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Tally {
        let mut sum = Tally::default();
        tallies.into_iter().for_each(|tally| sum.add(*tally));
        sum
    }
}

/// Counts all that fits, once for each of `by`, in one pass.
///
/// # Errors
/// When the index cannot be read.
pub(crate) fn tallies(
    searcher: &Searcher,
    query: &dyn Query,
    by: &[By],
) -> Result<Vec<Tallies>, QueryError> {
    Ok(searcher.search(query, &Counting(by.to_vec()))?)
}

struct Counting(Vec<By>);

/// A column whose values are numbers below a bound, and what they stand for.
enum Values {
    /// The numbers are places in a dictionary.
    Text(StrColumn),
    /// Days; the numbers are years or months.
    Day(Column<u64>, By),
    /// No statement of the segment has a value.
    None,
}

struct OfSegment {
    columns: Vec<(Values, BTreeMap<u64, Tally>, Vec<Tally>)>,
    words: Option<Column<u64>>,
    days: Option<Column<u64>>,
}

/// The number of those that have no value.
const NO_VALUE: u64 = u64::MAX;

impl Collector for Counting {
    type Fruit = Vec<Tallies>;
    type Child = OfSegment;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<OfSegment> {
        let columns = segment.fast_fields();
        let days = columns.column_opt::<u64>("day")?;
        let mut all = Vec::with_capacity(self.0.len());
        for by in &self.0 {
            let text = |name| -> tantivy::Result<Values> {
                Ok(columns.str(name)?.map_or(Values::None, Values::Text))
            };
            let values = match by {
                By::Speaker => text("speaker")?,
                By::Body => text("body")?,
                By::Meeting => text("meeting")?,
                By::Item => text("under")?,
                By::Year | By::Month => {
                    days.clone().map_or(Values::None, |days| Values::Day(days, *by))
                }
            };
            let n = match &values {
                Values::Text(column) => column.num_terms(),
                Values::Day(..) | Values::None => 0,
            };
            all.push((values, BTreeMap::new(), vec![Tally::default(); n]));
        }
        Ok(OfSegment { columns: all, words: columns.column_opt("n_words")?, days })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(
        &self,
        segments: Vec<io::Result<Vec<Tallies>>>,
    ) -> tantivy::Result<Vec<Tallies>> {
        let mut all = vec![Tallies::new(); self.0.len()];
        for segment in segments {
            for (all, segment) in all.iter_mut().zip(segment?) {
                for (value, tally) in segment {
                    all.entry(value).or_default().add(tally);
                }
            }
        }
        Ok(all)
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = io::Result<Vec<Tallies>>;

    fn collect(&mut self, doc: DocId, _: Score) {
        let value = |column: &Option<Column<u64>>| column.as_ref().and_then(|c| c.first(doc));
        let day = value(&self.days);
        let one = Tally {
            n: 1,
            n_words: value(&self.words).unwrap_or_default(),
            days: day.map(|day| (day, day)),
        };
        for (values, sparse, dense) in &mut self.columns {
            let number = match values {
                Values::Text(column) => column.ords().first(doc),
                Values::Day(days, By::Year) => days.first(doc).map(|day| day / 10_000),
                Values::Day(days, _) => days.first(doc).map(|day| day / 100),
                Values::None => None,
            };
            let place = number.and_then(|n| usize::try_from(n).ok());
            match place.and_then(|place| dense.get_mut(place)) {
                Some(tally) => tally.add(one),
                None => sparse.entry(number.unwrap_or(NO_VALUE)).or_default().add(one),
            }
        }
    }

    fn harvest(self) -> io::Result<Vec<Tallies>> {
        let mut all = Vec::with_capacity(self.columns.len());
        for (values, sparse, dense) in self.columns {
            let mut named = Tallies::new();
            for (number, tally) in sparse {
                let name = match &values {
                    _ if number == NO_VALUE => None,
                    Values::Day(_, By::Month) => Some(month_name(number)),
                    _ => Some(number.to_string()),
                };
                named.entry(name).or_default().add(tally);
            }
            if let Values::Text(column) = &values {
                for (number, tally) in (0..).zip(dense).filter(|(_, tally)| tally.n > 0) {
                    let mut name = String::new();
                    column.ord_to_str(number, &mut name)?;
                    named.insert(Some(name), tally);
                }
            }
            all.push(named);
        }
        Ok(all)
    }
}

/// A month as people write it: 202103 is `2021-03`.
pub(crate) fn month_name(number: u64) -> String {
    format!("{:04}-{:02}", number / 100, number % 100)
}
