//! Files → an index, all or nothing: what changed is replaced, what is gone is taken out, and one
//! commit makes it true together with the list of files and the archive's own words.
//!
//! In: paths and an index folder. Out: [`Summary`]. What was read waits in a `spool` until references
//! are given and it is known with which words the text is analyzed. A run that dies leaves the index as
//! it was. Deliberately absent: printing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use danish::Analyzer;
use schema::{Config, Entry, FileRecord, Manifest, MeetingRecord, Store, Words};
use tantivy::{IndexWriter, Searcher, TantivyDocument, Term};

use crate::beside::Beside;
use crate::changes::{Candidate, ReadFile, candidates, gone, origins};
use crate::document::documents;
use crate::error::no_writer;
use crate::number::{Head, Unnumbered, references};
use crate::own_words::Counter;
use crate::parallel::in_order;
use crate::spool::{Place, Spool, packed};
use crate::summary::{Stage, Step, Summary};
use crate::walk::walk;
use crate::{IndexError, ReadError, convert, read, stored};

/// Memory that tantivy gathers documents in before it writes a segment, in bytes. Larger segments
/// are merged less; 64 MB hold some hundred meetings.
const WRITER_BYTES: usize = 64_000_000;

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
    run(paths, dir, watch, false, || Store::open_or_create(dir, config))
}

/// Makes an index anew: every file is read again and the archive's own words are counted again.
///
/// What an index that can still be used holds of files elsewhere stays in it, and meetings keep their
/// references. One that cannot be used, or that another configuration is given for, is taken away
/// first.
///
/// # Errors
/// As [`index`].
pub fn rebuild(
    paths: &[PathBuf],
    dir: &Path,
    config: Option<&Config>,
    watch: &mut dyn FnMut(Step<'_>),
) -> Result<Summary, IndexError> {
    run(paths, dir, watch, true, || Store::open_or_remake(dir, config))
}

fn run(
    paths: &[PathBuf],
    dir: &Path,
    watch: &mut dyn FnMut(Step<'_>),
    all_anew: bool,
    open: impl FnOnce() -> Result<Store, schema::StoreError>,
) -> Result<Summary, IndexError> {
    let walked = walk(paths);
    let mut summary = Summary {
        failures: walked.failures.iter().map(ReadError::to_string).collect(),
        skipped: walked.skipped.clone(),
        remarks: walked.remarks.clone(),
        ..Summary::default()
    };
    // Nothing to read makes no index.
    if walked.files.is_empty() && !dir.exists() {
        return Ok(summary);
    }
    let store = open()?;
    // The writer first: its lock keeps the list of files still while we work.
    let mut writer: IndexWriter<TantivyDocument> = store
        .index()
        .writer_with_num_threads(1, WRITER_BYTES)
        .map_err(|error| no_writer(dir.to_owned(), error))?;
    let is_new = store.index().load_metas()?.payload.is_none();
    let mut manifest = store.manifest()?;
    let before = manifest.clone();
    let nothing = |_: &Path| String::new();
    let changed = candidates(&walked, &manifest, nothing, all_anew, &mut summary);
    let mut spool = Spool::new(dir)?;
    let fresh = read_all(&changed, &store, &mut manifest, &mut spool, &mut summary, watch)?;

    let read: Vec<ReadFile<'_>> =
        fresh.iter().map(|f| ReadFile { key: &f.key, hash: &f.hash }).collect();
    let origins = origins(&before, &read, &gone(&walked, &before));
    summary.n_moved = origins.n_moved;
    summary.n_removed = origins.out.len() - origins.n_moved;
    for key in &origins.out {
        manifest.files.remove(key);
    }
    let ids = number(&fresh, &origins.earlier, &manifest);
    for (file, ids) in fresh.iter().zip(&ids) {
        if let Some(record) = manifest.files.get_mut(&file.key) {
            let contents = file.heads.iter().map(|head| head.content.clone());
            let known = ids.iter().cloned().zip(contents);
            record.meetings = known.map(|(id, content)| MeetingRecord { id, content }).collect();
        }
    }

    let source = Source { store: &store, searcher: store.index().reader()?.searcher(), spool };
    let fresh: Vec<Meetings> = fresh
        .iter()
        .zip(&ids)
        .map(|(file, ids)| Meetings { key: file.key.clone(), ids: ids.clone(), at: Some(file.at) })
        .collect();
    let kept = kept(&manifest, &fresh);
    let n_statements = manifest.files.values().map(|record| record.n_statements).sum();
    let (mut analyzer, mut fingerprint) = store.analyzer_with(&manifest.words);
    let is_outdated = !is_new && fingerprint != before.analyzer;
    let mut all_again = is_new || is_outdated || all_anew;
    if all_again || manifest.words.is_outgrown(n_statements) {
        let words = own_words(&source, &kept, &fresh)?;
        if words.counts != manifest.words.counts {
            (analyzer, fingerprint) = store.analyzer_with(&words);
            summary.n_own_words = Some(words.counts.len());
            all_again = true;
        }
        manifest.words = words;
    }
    manifest.analyzer = fingerprint;

    if manifest != before || is_new {
        let mut due: Vec<Meetings> = Vec::new();
        if all_again {
            writer.delete_all_documents()?;
            due.extend(kept);
        } else {
            for key in fresh.iter().map(|file| &file.key).chain(&origins.out) {
                writer.delete_term(Term::from_field_text(store.fields().file, key));
            }
        }
        due.extend(fresh);
        write_all(&due, &source, &analyzer, &writer, watch)?;
        let json = serde_json::to_string(&manifest)?;
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&json);
        commit.commit()?;
    }
    writer.wait_merging_threads()?;
    summary.count(&manifest);
    Ok(summary)
}

/// A file that was read.
struct Fresh {
    key: String,
    hash: String,
    heads: Vec<Head>,
    at: Place,
}

/// What came of a file.
enum Outcome {
    /// Its bytes are those of the last time.
    Same,
    /// It could not be read; the hash of its bytes where there were any.
    Failed(ReadError, String),
    /// Its meetings.
    Read(Box<Understood>),
}

struct Understood {
    packed: Vec<u8>,
    heads: Vec<Head>,
    record: FileRecord,
}

/// Reads files, and writes what came of each into the list of files, but for references.
fn read_all(
    changed: &[Candidate],
    store: &Store,
    manifest: &mut Manifest,
    spool: &mut Spool,
    summary: &mut Summary,
    watch: &mut dyn FnMut(Step<'_>),
) -> Result<Vec<Fresh>, IndexError> {
    let vocabulary = read::vocabulary(store.config());
    let limit_mb = store.config().settings().limits.file_mb;
    let known = manifest.files.clone();
    let mut fresh = Vec::new();
    let mut result = Ok(());
    let beside = Beside::new(limit_mb);
    let work =
        |file: &Candidate| reread(file, known.get(&file.key), &vocabulary, limit_mb, &beside);
    in_order(changed, work, |nth, file, outcome| {
        let record = manifest.files.entry(file.key.clone()).or_default();
        let found = match outcome {
            Ok(Outcome::Same) => {
                summary.n_unchanged += 1;
                record.modified = file.modified;
                Some((record.meetings.len(), record.n_statements))
            }
            Ok(Outcome::Failed(error, hash)) => {
                let keeps = !record.meetings.is_empty();
                let earlier = if keeps { " (the index keeps what it held before)" } else { "" };
                let line = format!("{error}{earlier}");
                summary.failures.push(line.clone());
                file.note(record);
                // Without a hash it is tried again by the next run.
                record.hash = if error.is_passing() { String::new() } else { hash };
                record.failure = Some(line);
                None
            }
            Ok(Outcome::Read(understood)) => {
                let Understood { packed, heads, record: new } = *understood;
                summary.n_read += 1;
                summary.n_remarks += new.n_remarks;
                let found = (heads.len(), new.n_statements);
                let hash = new.hash.clone();
                *record = new;
                match spool.add(&packed) {
                    Ok(at) => fresh.push(Fresh { key: file.key.clone(), hash, heads, at }),
                    Err(error) => result = Err(error.into()),
                }
                Some(found)
            }
            Err(error) => {
                result = Err(error);
                None
            }
        };
        let n_all = changed.len();
        watch(Step { stage: Stage::Reading, place: &file.place, n_done: nth + 1, n_all, found });
        result.is_ok()
    });
    result.map(|()| fresh)
}

fn reread(
    file: &Candidate,
    known: Option<&FileRecord>,
    vocabulary: &minutes::Vocabulary,
    limit_mb: u64,
    beside: &Beside,
) -> Result<Outcome, IndexError> {
    let bytes = match read::bytes(&file.path, &file.place, limit_mb) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Outcome::Failed(error, String::new())),
    };
    let hash = read::hash(&bytes);
    let is_same = |record: &FileRecord| {
        record.hash == hash && record.failure.is_none() && file.is_up_to_date(record)
    };
    if known.is_some_and(is_same) && !file.is_forced {
        return Ok(Outcome::Same);
    }
    let lists = || beside.lists(&file.path);
    let reading = match read::understand(&bytes, &file.place, vocabulary, lists) {
        Ok(reading) => reading,
        Err(error) => return Ok(Outcome::Failed(error, hash)),
    };
    let entries = reading.entries;
    let mut record = FileRecord {
        hash,
        n_statements: entries.iter().map(|entry| entry.statements.len()).sum(),
        n_with_speaker: entries.iter().map(|entry| entry.meeting.n_with_speaker).sum(),
        n_remarks: reading.remarks.len(),
        ..FileRecord::default()
    };
    file.note(&mut record);
    let heads = entries.iter().map(Head::of).collect();
    Ok(Outcome::Read(Box::new(Understood { packed: packed(&entries)?, heads, record })))
}

/// References for the meetings of the files that were read.
fn number(
    fresh: &[Fresh],
    earlier: &BTreeMap<String, Vec<MeetingRecord>>,
    manifest: &Manifest,
) -> Vec<Vec<String>> {
    let read: BTreeSet<&str> = fresh.iter().map(|file| file.key.as_str()).collect();
    let others = manifest.files.iter().filter(|(key, _)| !read.contains(key.as_str()));
    let taken = others.flat_map(|(_, r)| r.meetings.iter().map(|m| m.id.clone())).collect();
    let files: Vec<Unnumbered<'_>> = fresh
        .iter()
        .map(|file| Unnumbered {
            heads: &file.heads,
            earlier: earlier.get(&file.key).map_or(&[][..], Vec::as_slice),
            hash: &file.hash,
        })
        .collect();
    references(&files, taken)
}

/// Meetings of one file: read now, or as the index holds them.
struct Meetings {
    key: String,
    ids: Vec<String>,
    at: Option<Place>,
}

/// The meetings that the index holds of files that were not read now.
fn kept(manifest: &Manifest, fresh: &[Meetings]) -> Vec<Meetings> {
    let read: BTreeSet<&str> = fresh.iter().map(|file| file.key.as_str()).collect();
    let others = manifest.files.iter().filter(|(key, _)| !read.contains(key.as_str()));
    others
        .map(|(key, record)| {
            let ids = record.meetings.iter().map(|meeting| meeting.id.clone()).collect();
            Meetings { key: key.clone(), ids, at: None }
        })
        .collect()
}

/// Where meetings are taken from.
struct Source<'a> {
    store: &'a Store,
    searcher: Searcher,
    spool: Spool,
}

impl Source<'_> {
    fn entries(&self, meetings: &Meetings) -> Result<Vec<Entry>, IndexError> {
        let Some(at) = meetings.at else {
            let stored = |id: &String| stored::entry(&self.searcher, self.store.fields(), id);
            let entries: Result<Vec<_>, _> = meetings.ids.iter().map(stored).collect();
            return Ok(entries?.into_iter().flatten().collect());
        };
        let mut entries = self.spool.entries(at)?;
        for (entry, id) in entries.iter_mut().zip(&meetings.ids) {
            convert::rename(entry, id);
        }
        Ok(entries)
    }
}

/// The words that only the archive has.
fn own_words(
    source: &Source<'_>,
    kept: &[Meetings],
    fresh: &[Meetings],
) -> Result<Words, IndexError> {
    let mut counter = Counter::default();
    let mut result = Ok(());
    let count = |meetings: &Meetings| -> Result<Counter, IndexError> {
        let mut counter = Counter::default();
        source.entries(meetings)?.iter().for_each(|entry| counter.add(entry));
        Ok(counter)
    };
    for list in [kept, fresh] {
        in_order(list, count, |_, _, counted| {
            match counted {
                Ok(counted) => counter.merge(counted),
                Err(error) => result = Err(error),
            }
            result.is_ok()
        });
    }
    result?;
    Ok(counter.words(&Analyzer::new(source.store.config().lists())))
}

/// Analyzes meetings and hands them to the writer.
fn write_all(
    due: &[Meetings],
    source: &Source<'_>,
    analyzer: &Analyzer,
    writer: &IndexWriter<TantivyDocument>,
    watch: &mut dyn FnMut(Step<'_>),
) -> Result<(), IndexError> {
    let mut result = Ok(());
    let analyzed = |meetings: &Meetings| -> Result<Vec<TantivyDocument>, IndexError> {
        let mut all = Vec::new();
        for entry in source.entries(meetings)? {
            all.extend(documents(&entry, &meetings.key, source.store.fields(), analyzer)?);
        }
        Ok(all)
    };
    in_order(due, analyzed, |nth, _, written| {
        let added = written.and_then(|documents| {
            for document in documents {
                writer.add_document(document)?;
            }
            Ok(())
        });
        if let Err(error) = added {
            result = Err(error);
        }
        let (n_done, n_all) = (nth + 1, due.len());
        watch(Step { stage: Stage::Writing, place: "", n_done, n_all, found: None });
        result.is_ok()
    });
    result
}
