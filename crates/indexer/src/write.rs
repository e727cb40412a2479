//! Files → an index, all or nothing: what changed is replaced, what is gone is taken out, and one
//! commit makes it true together with the list of files.
//!
//! In: paths and an index folder. Out: [`Summary`]. A run that dies leaves the index as it was.
//! Deliberately absent: printing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use minutes::Vocabulary;
use schema::{Config, Entry, FileRecord, Manifest, Store, StoreError};
use tantivy::{IndexWriter, TantivyDocument, TantivyError, Term};
use thiserror::Error;

use crate::beside::Beside;
use crate::document::documents;
use crate::parallel::in_order;
use crate::walk::{Walk, walk};
use crate::{ReadError, convert, read};

/// Memory that tantivy gathers documents in before it writes a segment, in bytes. Larger segments
/// are merged less; 64 MB hold some hundred meetings.
const WRITER_BYTES: usize = 64_000_000;

/// What a run did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// Files that were read and understood.
    pub n_read: usize,
    /// Files that are as they were.
    pub n_unchanged: usize,
    /// Files that are gone and were taken out.
    pub n_removed: usize,
    /// What could not be read: one line each, with file, fault and way out.
    pub failures: Vec<String>,
    /// Files of other kinds, by ending.
    pub skipped: BTreeMap<String, usize>,
    /// Number of remarks on files that were read: `referat parse FILE` shows them.
    pub n_remarks: usize,
    /// Meetings in the whole index.
    pub n_meetings: usize,
    /// Statements in the whole index.
    pub n_statements: usize,
    /// Statements with a speaker in the whole index.
    pub n_with_speaker: usize,
    /// Whether there is an index at all now.
    pub has_index: bool,
}

/// One file that was dealt with, for whoever watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// The file as the archive shows it.
    pub place: &'a str,
    /// Files dealt with so far, this one included.
    pub n_done: usize,
    /// Files to deal with.
    pub n_all: usize,
    /// Meetings and statements read from it; `None` when it failed.
    pub found: Option<(usize, usize)>,
}

/// Why nothing could be written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum IndexError {
    /// Occurs when the index cannot be opened or made.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Occurs when another run writes the same index.
    #[error("index {} is being written by another run; wait for it and run again", dir.display())]
    Busy {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when tantivy cannot write: a full disk, rights. The index is as it was.
    #[error("index {}: {source}; it is as it was before, see to the disk and run again", dir.display())]
    Write {
        /// The index folder.
        dir: PathBuf,
        /// What tantivy says.
        source: TantivyError,
    },
    /// Occurs when the list of files cannot be written as JSON.
    #[error("the list of files cannot be written: {0}")]
    Manifest(#[from] serde_json::Error),
}

/// Brings an index up to date with files and folders.
///
/// # Errors
/// When the index cannot be opened or written. Files that cannot be read are no error: the summary
/// lists them.
pub fn index(
    paths: &[PathBuf],
    dir: &Path,
    config: Option<&Config>,
    watch: &mut dyn FnMut(Step<'_>),
) -> Result<Summary, IndexError> {
    let walked = walk(paths);
    let mut summary = Summary {
        failures: walked.failures.iter().map(ReadError::to_string).collect(),
        skipped: walked.skipped.clone(),
        ..Summary::default()
    };
    // Nothing to read makes no index.
    if walked.files.is_empty() && !dir.exists() {
        return Ok(summary);
    }
    let store = Store::open_or_create(dir, config)?;
    let failed = |source: TantivyError| match source {
        TantivyError::LockFailure(..) => IndexError::Busy { dir: dir.to_owned() },
        source => IndexError::Write { dir: dir.to_owned(), source },
    };
    // The writer first: its lock keeps the list of files still while we work.
    let mut writer: IndexWriter<TantivyDocument> =
        store.index().writer_with_num_threads(1, WRITER_BYTES).map_err(failed)?;
    let mut manifest = store.manifest()?;
    let before = manifest.clone();
    remove_lost(&walked, &mut manifest, &writer, &store, &mut summary);
    let changed = changed_files(&walked, &mut manifest, &mut summary);

    let vocabulary = read::vocabulary(store.config());
    let limit_mb = store.config().settings().limits.file_mb;
    let beside = Beside::new(limit_mb);
    let mut holders = holders(&manifest);
    let n_all = changed.len();
    let mut result = Ok(());
    in_order(
        &changed,
        |file| reread(file, before.files.get(&file.key), &vocabulary, limit_mb, &beside),
        |nth, file, outcome| {
            let found = match outcome {
                Outcome::Same => {
                    summary.n_unchanged += 1;
                    manifest.files.entry(file.key.clone()).and_modify(|record| {
                        record.modified = file.modified;
                    });
                    let record = manifest.files.get(&file.key);
                    Some(record.map_or((0, 0), |r| (r.meetings.len(), r.n_statements)))
                }
                Outcome::Failed(error, hash) => {
                    let keeps =
                        manifest.files.get(&file.key).is_some_and(|r| !r.meetings.is_empty());
                    let earlier = if keeps { " (the index keeps what it held before)" } else { "" };
                    let line = format!("{error}{earlier}");
                    summary.failures.push(line.clone());
                    let record = manifest.files.entry(file.key.clone()).or_default();
                    file.note(record);
                    // Without a hash it is tried again by the next run.
                    record.hash = if error.is_passing() { String::new() } else { hash };
                    record.failure = Some(line);
                    None
                }
                Outcome::Read { mut entries, hash, n_remarks } => {
                    let earlier = before.files.get(&file.key).map_or(&[][..], |r| &r.meetings[..]);
                    set_apart(&mut entries, &file.key, earlier, &mut holders);
                    let written = write_file(&writer, &store, &file.key, &entries);
                    if let Err(error) = written {
                        result = Err(error);
                    }
                    summary.n_read += 1;
                    summary.n_remarks += n_remarks;
                    let record = manifest.files.entry(file.key.clone()).or_default();
                    file.note(record);
                    record.hash = hash;
                    record.failure = None;
                    record.meetings = entries.iter().map(|e| e.meeting.id.clone()).collect();
                    record.n_statements = entries.iter().map(|e| e.statements.len()).sum();
                    record.n_with_speaker = entries.iter().map(|e| e.meeting.n_with_speaker).sum();
                    Some((record.meetings.len(), record.n_statements))
                }
            };
            watch(Step { place: &file.place, n_done: nth + 1, n_all, found });
            result.is_ok()
        },
    );
    result.map_err(|error| match error {
        WriteError::Json(error) => IndexError::Manifest(error),
        WriteError::Index(error) => failed(error),
    })?;
    let is_new = store.index().load_metas().map_err(failed)?.payload.is_none();
    if manifest != before || is_new {
        let json = serde_json::to_string(&manifest)?;
        let mut commit = writer.prepare_commit().map_err(failed)?;
        commit.set_payload(&json);
        commit.commit().map_err(failed)?;
    }
    writer.wait_merging_threads().map_err(failed)?;
    count(&manifest, &mut summary);
    Ok(summary)
}

/// A file that is new or may have changed.
#[derive(Debug)]
struct Candidate {
    path: PathBuf,
    /// The path as the manifest and the index have it.
    key: String,
    place: String,
    size: u64,
    modified: u128,
}

impl Candidate {
    fn note(&self, record: &mut FileRecord) {
        record.place = self.place.clone();
        record.size = self.size;
        record.modified = self.modified;
    }
}

/// What came of a file.
enum Outcome {
    /// Its bytes are those of the last time.
    Same,
    /// It could not be read; the hash of its bytes where there were any.
    Failed(ReadError, String),
    /// Its meetings.
    Read { entries: Vec<Entry>, hash: String, n_remarks: usize },
}

/// Why a file's documents could not be handed to the writer.
enum WriteError {
    Json(serde_json::Error),
    Index(TantivyError),
}

/// Takes out files that were under a path given and are there no more.
fn remove_lost(
    walked: &Walk,
    manifest: &mut Manifest,
    writer: &IndexWriter<TantivyDocument>,
    store: &Store,
    summary: &mut Summary,
) {
    let lost = |key: &String| {
        let path = Path::new(key);
        walked.seen.iter().any(|seen| path.starts_with(seen))
            && !walked.unseen.iter().any(|unseen| path.starts_with(unseen))
            && !walked.files.contains_key(path)
            && !path.exists()
    };
    let gone: Vec<String> = manifest.files.keys().filter(|key| lost(key)).cloned().collect();
    for key in gone {
        writer.delete_term(Term::from_field_text(store.fields().file, &key));
        manifest.files.remove(&key);
        summary.n_removed += 1;
    }
}

/// The files whose size or time of change is not that of the last time. Those that failed then and
/// are as they were fail again, without work.
fn changed_files(walked: &Walk, manifest: &mut Manifest, summary: &mut Summary) -> Vec<Candidate> {
    let mut changed = Vec::new();
    for (path, place) in &walked.files {
        let key = path.to_string_lossy().into_owned();
        let (size, modified) = fs::metadata(path).map_or((0, 0), |found| {
            let since = found.modified().ok().and_then(|m| m.duration_since(UNIX_EPOCH).ok());
            (found.len(), since.map_or(0, |d| d.as_nanos()))
        });
        let known = manifest.files.get(&key).filter(|record| {
            record.size == size && record.modified == modified && !record.hash.is_empty()
        });
        match known {
            Some(FileRecord { failure: Some(reason), .. }) => summary.failures.push(reason.clone()),
            Some(_) => summary.n_unchanged += 1,
            None => {
                changed.push(Candidate {
                    path: path.clone(),
                    key,
                    place: place.clone(),
                    size,
                    modified,
                });
            }
        }
    }
    changed
}

fn reread(
    file: &Candidate,
    known: Option<&FileRecord>,
    vocabulary: &Vocabulary,
    limit_mb: u64,
    beside: &Beside,
) -> Outcome {
    let bytes = match read::bytes(&file.path, &file.place, limit_mb) {
        Ok(bytes) => bytes,
        Err(error) => return Outcome::Failed(error, String::new()),
    };
    let hash = read::hash(&bytes);
    if known.is_some_and(|record| record.hash == hash && record.failure.is_none()) {
        return Outcome::Same;
    }
    match read::understand(&bytes, &file.place, &hash, vocabulary, || beside.lists(&file.path)) {
        Ok(reading) => {
            Outcome::Read { entries: reading.entries, hash, n_remarks: reading.remarks.len() }
        }
        Err(error) => Outcome::Failed(error, hash),
    }
}

/// Gives meetings whose reference another file holds already the next free number.
fn set_apart(
    entries: &mut [Entry],
    key: &str,
    earlier: &[String],
    holders: &mut BTreeMap<String, String>,
) {
    for id in earlier {
        holders.remove(id);
    }
    let mut own: Vec<String> = entries.iter().map(|e| e.meeting.id.clone()).collect();
    for (nth, entry) in entries.iter_mut().enumerate() {
        if holders.contains_key(&entry.meeting.id) {
            let free = (2..)
                .map(|n| format!("{}-{n}", entry.meeting.id))
                .find(|id| !holders.contains_key(id) && !own.contains(id));
            if let (Some(id), Some(taken)) = (free, own.get_mut(nth)) {
                convert::rename(entry, &id);
                *taken = id;
            }
        }
    }
    holders.extend(own.into_iter().map(|id| (id, key.to_owned())));
}

/// Which file holds which reference of a meeting.
fn holders(manifest: &Manifest) -> BTreeMap<String, String> {
    let mut holders = BTreeMap::new();
    for (file, record) in &manifest.files {
        for meeting in &record.meetings {
            holders.insert(meeting.clone(), file.clone());
        }
    }
    holders
}

fn write_file(
    writer: &IndexWriter<TantivyDocument>,
    store: &Store,
    key: &str,
    entries: &[Entry],
) -> Result<(), WriteError> {
    writer.delete_term(Term::from_field_text(store.fields().file, key));
    for entry in entries {
        let written = documents(entry, key, store.fields(), store.analyzer());
        for document in written.map_err(WriteError::Json)? {
            writer.add_document(document).map_err(WriteError::Index)?;
        }
    }
    Ok(())
}

fn count(manifest: &Manifest, summary: &mut Summary) {
    summary.has_index = true;
    for record in manifest.files.values() {
        summary.n_meetings += record.meetings.len();
        summary.n_statements += record.n_statements;
        summary.n_with_speaker += record.n_with_speaker;
    }
}
