//! Which files an index was made of, kept inside tantivy's own commit: text and manifest change
//! together or not at all.
//!
//! In: what the indexer found. Out: [`Manifest`], to and from JSON. Deliberately absent: reading.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Every file that was looked at, by its path on disk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Absolute path → what was found there.
    pub files: BTreeMap<String, FileRecord>,
}

/// One file as it was when it was last read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileRecord {
    /// The file as the archive shows it: path below the folder that was given.
    pub place: String,
    /// Size in bytes.
    pub size: u64,
    /// Time of last change in nanoseconds since 1970, as the file system tells it.
    pub modified: u128,
    /// 16 hexadecimal digits of BLAKE3 over the bytes.
    pub hash: String,
    /// References of the meetings that the index holds from this file.
    pub meetings: Vec<String>,
    /// Number of their statements.
    pub n_statements: usize,
    /// Number of their statements with a speaker.
    pub n_with_speaker: usize,
    /// Why it could not be read, when it could not. What the index held of it before stays.
    pub failure: Option<String>,
}
