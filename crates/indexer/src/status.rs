//! What an index holds and what it lacks: files that could not be read, numbers that were masked, how
//! well each file reads, months without minutes, what was forgotten.
//!
//! In: the folder of an index. Out: [`Status`]. Deliberately absent: the archive as it is now (`check`),
//! and printing.

use std::collections::BTreeMap;
use std::path::Path;

use danish::Date;
use schema::{FileRecord, Manifest, Store};
use serde::Serialize;

use crate::forgotten::{Forgotten, Logged};
use crate::{IndexError, stored};

/// A body that met so often has a rhythm. No source.
const MIN_MEETINGS: usize = 6;

/// So many times its usual distance between two meetings is a gap, in tenths: a summer without a meeting
/// is twice the distance and none. No source.
const GAP_TENTHS: i32 = 25;

/// What an index holds and lacks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Status {
    /// The version of the index.
    pub version: String,
    /// Every file that was looked at, in order of path.
    pub files: Vec<FileStatus>,
    /// Times in which a body should have met and no minutes are there, by body.
    pub gaps: Vec<Gap>,
    /// What was forgotten, in order.
    pub forgotten: Vec<Logged>,
}

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileStatus {
    /// The file as the archive shows it.
    pub place: String,
    /// Number of its meetings.
    pub n_meetings: usize,
    /// Number of their statements.
    pub n_statements: usize,
    /// How many of 100 statements have a speaker; `None` without statements.
    pub with_speaker: Option<u8>,
    /// How many of 100 words a dictionary knows; `None` without words.
    pub quality: Option<u8>,
    /// Number of remarks that reading it gave.
    pub n_remarks: usize,
    /// Why it could not be read and what to do, where it could not.
    pub failure: Option<String>,
    /// Since when, in UTC.
    pub failed_since: Option<String>,
    /// The place of the file that has the same bytes and whose meetings these are.
    pub copy_of: Option<String>,
    /// Number of statements under closed items that were left out.
    pub n_closed_out: usize,
    /// Where numbers of persons were masked.
    pub masked: Vec<MaskedNumber>,
}

/// Where a number was masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MaskedNumber {
    /// `cpr`, `account` or `phone`.
    pub kind: String,
    /// Page, counted from 1.
    pub page: u32,
    /// Line in the file, counted from 1.
    pub line: u32,
}

/// A time without minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The body.
    pub body: String,
    /// The last meeting before.
    pub after: Date,
    /// The first meeting behind.
    pub before: Date,
    /// Usual number of days between its meetings.
    pub rhythm_days: i32,
    /// About so many meetings are missing.
    pub n_missing: i32,
}

/// Tells what an index holds and lacks.
///
/// # Errors
/// When there is no index or it cannot be read.
pub fn status(dir: &Path) -> Result<Status, IndexError> {
    let store = Store::open(dir, None)?;
    let manifest = store.manifest()?;
    let files = manifest.files.values().map(|record| file(record, &manifest)).collect();
    let searcher = store.index().reader()?.searcher();
    let mut by_body: BTreeMap<String, Vec<Date>> = BTreeMap::new();
    for meeting in stored::meetings(&searcher, store.fields())? {
        if let Some(date) = meeting.date.filter(|_| !meeting.body.is_empty()) {
            by_body.entry(meeting.body).or_default().push(date);
        }
    }
    let gaps = by_body.into_iter().flat_map(|(body, dates)| gaps(&body, dates)).collect();
    Ok(Status { version: manifest.version, files, gaps, forgotten: Forgotten::load(dir)?.log })
}

fn file(record: &FileRecord, manifest: &Manifest) -> FileStatus {
    let of = record.copy_of.as_ref().and_then(|key| manifest.files.get(key));
    let share = (record.n_with_speaker * 100).checked_div(record.n_statements);
    let masked = record.masked.iter().map(|number| MaskedNumber {
        kind: number.kind.clone(),
        page: number.page,
        line: number.line,
    });
    FileStatus {
        place: record.place.clone(),
        n_meetings: record.meetings.len(),
        n_statements: record.n_statements,
        with_speaker: share.and_then(|share| u8::try_from(share).ok()),
        quality: record.quality,
        n_remarks: record.n_remarks,
        failure: record.failure.clone(),
        failed_since: record.failed_since.clone(),
        copy_of: of.map(|of| of.place.clone()),
        n_closed_out: record.n_closed_out,
        masked: masked.collect(),
    }
}

/// The times without minutes of a body, by the median distance between its meetings.
fn gaps(body: &str, mut dates: Vec<Date>) -> Vec<Gap> {
    dates.sort_unstable();
    dates.dedup();
    if dates.len() < MIN_MEETINGS {
        return Vec::new();
    }
    let days = |a: &Date, b: &Date| a.until(*b).map_or(0, |span| span.get_days());
    let pairs = || dates.iter().zip(dates.iter().skip(1));
    let mut distances: Vec<i32> = pairs().map(|(a, b)| days(a, b)).collect();
    distances.sort_unstable();
    let rhythm_days = distances.get(distances.len() / 2).copied().unwrap_or_default().max(1);
    let is_gap = |distance: i32| distance * 10 >= rhythm_days * GAP_TENTHS && distance >= 60;
    pairs()
        .filter(|(a, b)| is_gap(days(a, b)))
        .map(|(a, b)| Gap {
            body: body.to_owned(),
            after: *a,
            before: *b,
            rhythm_days,
            n_missing: (days(a, b) + rhythm_days / 2) / rhythm_days - 1,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_met_every_month_has_a_gap_where_it_did_not() {
        let day = |year: i16, month: i8| Date::new(year, month, 7).unwrap();
        let months =
            |months: &[i8]| months.iter().map(|month| day(2019, *month)).collect::<Vec<_>>();
        // A summer without a meeting is none.
        assert_eq!(gaps("Havneudvalget", months(&[1, 2, 3, 4, 5, 6, 8, 9])), []);
        let found = gaps("Havneudvalget", months(&[1, 2, 7, 8, 9, 10, 11, 12]));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].after, found[0].before), (day(2019, 2), day(2019, 7)));
        assert_eq!((found[0].rhythm_days, found[0].n_missing), (31, 4));
        // A body that met thrice has no rhythm.
        assert_eq!(gaps("Havneudvalget", months(&[1, 2, 12])), []);
    }
}
