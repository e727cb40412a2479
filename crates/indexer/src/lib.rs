//! Files to index: the only writer.
//!
//! [`index`] walks the paths given, reads what is new or changed on all processors (`documents`,
//! then `minutes`), turns each meeting into a [`schema::Entry`] with keys, gives references to new ones,
//! and commits it all at once together with the list of files and the words that only the archive has.
//! It reports each file to whoever watches as a [`Step`] and ends with a [`Summary`]. [`rebuild`] reads
//! everything again; [`parse`] reads one file without an index. [`fn@status`] tells what an index holds and
//! lacks, [`fn@check`] holds it against the archive, [`fn@forget`] takes something out for good. Numbers of
//! persons are masked before anything is understood (`guard`).
//!
//! ```
//! let dir = tempfile::tempdir()?;
//! let minutes = dir.path().join("tom.txt");
//! std::fs::write(&minutes, "")?;
//! let summary = indexer::index(&[minutes], &dir.path().join("index"), None, &mut |_| ())?;
//! assert!(summary.failures[0].contains("empty"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Deliberately absent: questions, and what minutes or documents look like.

mod beside;
mod changes;
mod check;
pub mod cli;
mod convert;
mod corrections;
mod document;
mod error;
mod file_key;
mod forget;
mod forgotten;
mod guard;
mod number;
mod ocr;
mod own_words;
mod parallel;
mod people;
mod printed;
mod quality;
mod read;
mod reread;
mod spool;
mod status;
mod stored;
mod summary;
#[cfg(test)]
mod tests;
mod walk;
mod write;

pub use check::{Check, Plan, check, plan};
pub use corrections::CorrectionsError;
pub use error::IndexError;
pub use forget::{Forgot, forget};
pub use forgotten::Logged;
pub use ocr::Ocr;
pub use printed::{Printed, printed};
pub use read::{ReadError, Reading};
pub use status::{FileStatus, Gap, MaskedNumber, Status, status};
pub use summary::{Stage, Step, Summary};
pub use write::{Job, index, rebuild, run};

use std::collections::BTreeSet;
use std::path::Path;

/// Reads one file as it would be indexed, with the corrections that lie beside it. Its place is just its
/// name.
///
/// # Errors
/// When it cannot be read or holds no meeting, or the corrections cannot be used.
pub fn parse(path: &Path, config: &schema::Config) -> Result<Reading, ReadError> {
    let place = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let place = guard::Guard::of(config.settings()).text(&place);
    let limit_mb = config.settings().limits.file_mb;
    let bytes = read::bytes(path, &place, limit_mb)?;
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let rules = read::Rules {
        vocabulary: read::vocabulary(config),
        beside: beside::Beside::new(limit_mb),
        corrections: &corrections::beside([whole.clone()])?,
        guard: guard::Guard::of(config.settings()),
        forgotten: &forgotten::Forgotten::default(),
        plain: danish::Analyzer::new(config.lists()),
        ocr: None,
    };
    let mut reading = read::understand(&bytes, &whole, &place, &rules)?.reading;
    let heads: Vec<number::Head> = reading.entries.iter().map(number::Head::of).collect();
    let file = number::Unnumbered { heads: &heads, earlier: &[], hash: "" };
    let ids = number::references(&[file], BTreeSet::new());
    for (entry, id) in reading.entries.iter_mut().zip(ids.iter().flatten()) {
        convert::rename(entry, id);
    }
    if let Some(corrections) = corrections::for_file(rules.corrections, &whole) {
        corrections.correct_speakers(&mut reading.entries, &whole);
    }
    Ok(reading)
}
