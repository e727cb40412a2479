//! Files to index: the only writer.
//!
//! [`index`] walks the paths given, reads what is new or changed on all processors (`documents`,
//! then `minutes`), turns each meeting into a [`schema::Entry`] with references and keys, and commits
//! it all at once together with the list of files. It reports each file to whoever watches as a
//! [`Step`] and ends with a [`Summary`]. [`parse`] reads one file without an index.
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
pub mod cli;
mod convert;
mod document;
mod parallel;
mod read;
#[cfg(test)]
mod tests;
mod walk;
mod write;

pub use read::{ReadError, Reading};
pub use write::{IndexError, Step, Summary, index};

use std::path::Path;

/// Reads one file as it would be indexed. Its place is just its name.
///
/// # Errors
/// When it cannot be read or holds no meeting.
pub fn parse(path: &Path, config: &schema::Config) -> Result<Reading, ReadError> {
    let place = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = read::bytes(path, &place, config.settings().limits.file_mb)?;
    let beside = beside::Beside::new(config.settings().limits.file_mb);
    let lists = || beside.lists(path);
    read::understand(&bytes, &place, &read::hash(&bytes), &read::vocabulary(config), lists)
}
