//! Which files an index was made of and with which words, kept inside tantivy's own commit: text,
//! words and manifest change together or not at all.
//!
//! In: what the indexer found. Out: [`Manifest`], to and from JSON. Deliberately absent: reading.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Config, SCHEMA_VERSION, Words};

/// What one commit was made of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the index: what [`Manifest::version_with`] gives for the rest.
    #[serde(default)]
    pub version: String,
    /// Fingerprint of the analyzer, the archive's own words included.
    pub analyzer: String,
    /// The archive's own words.
    pub words: Words,
    /// What somebody should see to: corrections that fit nothing any more, one line each.
    pub remarks: Vec<String>,
    /// Fingerprint of what was to be forgotten when this was written; empty for nothing.
    #[serde(default)]
    pub forgotten: String,
    /// The files and folders that were given to runs, by their path on disk, written as below.
    #[serde(default)]
    pub roots: BTreeSet<String>,
    /// Every file that was looked at, by its path on disk; bytes of it that are no UTF-8, and `%`, are
    /// written `%E6`.
    pub files: BTreeMap<String, FileRecord>,
}

impl Manifest {
    /// 12 hexadecimal digits over everything that an answer depends on: files by their place and
    /// content, references, corrections, words, configuration, rules, what is forgotten. The same minutes in another
    /// folder, or indexed again, give the same; anything that may change an answer another.
    pub fn version_with(&self, config: &Config) -> String {
        let mut hash = blake3::Hasher::new();
        let mut add = |part: &str| {
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        };
        for part in [&SCHEMA_VERSION.to_string(), &config.fingerprint(), &self.analyzer] {
            add(part);
        }
        if !self.forgotten.is_empty() {
            add(&self.forgotten);
        }
        for file in self.files.values() {
            for part in [&file.place, &file.hash, &file.reading.to_string(), &file.corrections] {
                add(part);
            }
            for meeting in &file.meetings {
                add(&meeting.id);
                add(&meeting.content);
            }
        }
        hash.finalize().to_hex().chars().take(12).collect()
    }
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
    /// Version of the rules of reading that it was read with.
    pub reading: u32,
    /// Fingerprint of the corrections (`referat.toml`) that it was read with; empty without any.
    pub corrections: String,
    /// The lines of those corrections that fitted something in it.
    pub fitted: Vec<u32>,
    /// The meetings that the index holds from this file, in its order.
    pub meetings: Vec<MeetingRecord>,
    /// Number of their statements.
    pub n_statements: usize,
    /// Number of their statements with a speaker.
    pub n_with_speaker: usize,
    /// Number of remarks that reading it gave.
    pub n_remarks: usize,
    /// Why it could not be read, when it could not. What the index held of it before stays.
    pub failure: Option<String>,
    /// Since when that is so, in UTC to the second, as whoever called told the time.
    #[serde(default)]
    pub failed_since: Option<String>,
    /// Where numbers of persons were masked, in order.
    #[serde(default)]
    pub masked: Vec<Masked>,
    /// Number of statements under closed items that were left out.
    #[serde(default)]
    pub n_closed_out: usize,
    /// How many of 100 of its words are Danish that a dictionary knows, compounds of such, names or
    /// numbers; `None` for files without words.
    #[serde(default)]
    pub quality: Option<u8>,
    /// The file, by its path on disk, that has the same bytes and whose meetings these are.
    #[serde(default)]
    pub copy_of: Option<String>,
}

/// Where a number of a person was masked; the number itself is nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Masked {
    /// `cpr`, `account` or `phone`.
    pub kind: String,
    /// Page, counted from 1.
    pub page: u32,
    /// Line in the file, counted from 1.
    pub line: u32,
}

/// A meeting as the list of files knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MeetingRecord {
    /// Its reference, which it keeps.
    pub id: String,
    /// 16 hexadecimal digits over its text, by which it is known again when other meetings come into
    /// the file.
    pub content: String,
}
