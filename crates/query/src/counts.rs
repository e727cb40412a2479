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

impl By {
    /// The year or the month of a day as a number: 20210304 is of 2021, or of 202103.
    fn number(self, day: u64) -> u64 {
        if self == By::Month { day / 100 } else { day / 10_000 }
    }
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

/// Where the values of a segment come from.
enum Values {
    /// The numbers are places in a dictionary.
    Text(StrColumn),
    /// The numbers are years or months, from the first one on.
    Day(By, u64),
    /// No statement of the segment has a value.
    None,
}

/// Statements of a segment by one of their values.
struct Counted {
    values: Values,
    /// By number, from the first number on.
    tallies: Vec<Tally>,
    /// Those without a value.
    without: Tally,
}

struct OfSegment {
    counted: Vec<Counted>,
    words: Option<Column<u64>>,
    days: Option<Column<u64>>,
}

/// Statements whose columns are read together, as many as tantivy hands over.
const N_BLOCK: usize = 64;

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
                By::Year | By::Month => days
                    .as_ref()
                    .map_or(Values::None, |days| Values::Day(*by, by.number(days.min_value()))),
            };
            let n = match &values {
                Values::Text(column) => column.num_terms(),
                Values::Day(by, first) => days.as_ref().map_or(0, |days| {
                    usize::try_from(by.number(days.max_value()).saturating_sub(*first)).unwrap_or(0)
                        + 1
                }),
                Values::None => 0,
            };
            let tallies = vec![Tally::default(); n];
            all.push(Counted { values, tallies, without: Tally::default() });
        }
        Ok(OfSegment { counted: all, words: columns.column_opt("n_words")?, days })
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
        self.collect_block(&[doc]);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        for docs in docs.chunks(N_BLOCK) {
            let of = |column: Option<&Column<u64>>| {
                let mut values = [None; N_BLOCK];
                if let (Some(column), Some(here)) = (column, values.get_mut(..docs.len())) {
                    column.first_vals(docs, here);
                }
                values
            };
            let (words, days) = (of(self.words.as_ref()), of(self.days.as_ref()));
            let tallies = words.iter().zip(&days).map(|(words, day)| Tally {
                n: 1,
                n_words: words.unwrap_or_default(),
                days: day.map(|day| (day, day)),
            });
            for Counted { values, tallies: all, without } in &mut self.counted {
                let numbers = match values {
                    Values::Text(column) => of(Some(column.ords())),
                    Values::Day(by, first) => {
                        days.map(|day| Some(by.number(day?).saturating_sub(*first)))
                    }
                    Values::None => [None; N_BLOCK],
                };
                for (number, tally) in numbers.iter().zip(tallies.clone()).take(docs.len()) {
                    let place = number.and_then(|number| usize::try_from(number).ok());
                    let here = place.and_then(|place| all.get_mut(place)).unwrap_or(without);
                    here.add(tally);
                }
            }
        }
    }

    fn harvest(self) -> io::Result<Vec<Tallies>> {
        let mut all = Vec::with_capacity(self.counted.len());
        for Counted { values, tallies, without } in self.counted {
            let mut named = Tallies::new();
            if without.n > 0 {
                named.insert(None, without);
            }
            let mut counted = (0..).zip(tallies).filter(|(_, tally)| tally.n > 0);
            match values {
                Values::Text(column) => {
                    let (numbers, tallies): (Vec<u64>, Vec<Tally>) = counted.unzip();
                    // In one go through the dictionary: each look-up would read a part of it again.
                    let mut tallies = tallies.into_iter();
                    column.dictionary().sorted_ords_to_term_cb(&numbers, |name| {
                        let name = String::from_utf8_lossy(name).into_owned();
                        named.extend(tallies.next().map(|tally| (Some(name), tally)));
                    })?;
                }
                Values::Day(By::Month, first) => {
                    named.extend(counted.map(|(n, tally)| (Some(month_name(first + n)), tally)));
                }
                Values::Day(_, first) => {
                    named.extend(counted.map(|(n, tally)| (Some((first + n).to_string()), tally)));
                }
                Values::None => debug_assert!(counted.next().is_none(), "no place for a value"),
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
