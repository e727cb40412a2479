//! Danish dates in text.

pub use jiff::civil::Date;

/// A period of days, both ends inclusive, from ≤ to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    from: Date,
    to: Date,
}

impl DateRange {
    /// A range, or `None` when `to` lies before `from`.
    pub fn new(from: Date, to: Date) -> Option<DateRange> {
        (from <= to).then_some(DateRange { from, to })
    }

    /// The first day, inclusive.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day, inclusive.
    pub fn to(self) -> Date {
        self.to
    }
}
