//! Files → an index, all or nothing: what changed is replaced, what is gone is taken out, and one
//! commit makes it true together with the list of files and the archive's own words.
//!
//! In: paths and an index folder. Out: [`Summary`]. What was read waits in a `spool` until references
//! are given and it is known with which words the text is analyzed. A run that dies leaves the index as
//! it was. Deliberately absent: printing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use danish::Analyzer;
use schema::{Config, Entry, Manifest, MeetingRecord, Store, Words};
use tantivy::{IndexWriter, Searcher, TantivyDocument, Term};

use crate::beside::Beside;
use crate::changes::{ReadFile, candidates, gone, origins};
use crate::corrections::Corrections;
use crate::document::documents;
use crate::error::no_writer;
use crate::number::{Unnumbered, references};
use crate::own_words::Counter;
use crate::parallel::in_order;
use crate::people::{Cast, People};
use crate::read::Rules;
use crate::reread::{Fresh, read_all};
use crate::spool::{Place, Spool};
use crate::summary::{Stage, Step, Summary};
use crate::walk::walk;
use crate::{IndexError, ReadError, convert, corrections, file_key, read, stored};

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
    let elsewhere = before.files.keys().map(|key| file_key::path(key));
    let folders = elsewhere.filter_map(|path| path.parent().map(Path::to_owned));
    let corrections = corrections::beside(folders.chain(walked.seen.iter().cloned()))?;
    let corrected = |path: &Path| corrections::fingerprint(&corrections, path);
    let changed = candidates(&walked, &manifest, corrected, all_anew, &mut summary);
    let limit_mb = store.config().settings().limits.file_mb;
    let rules = Rules {
        vocabulary: read::vocabulary(store.config()),
        beside: Beside::new(limit_mb),
        corrections: &corrections,
    };
    let mut spool = Spool::new(dir)?;
    let fresh =
        read_all(&changed, &rules, limit_mb, &mut manifest, &mut spool, &mut summary, watch)?;

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

    let searcher = store.index().reader()?.searcher();
    let source = Source { store: &store, searcher, spool, corrections: &corrections };
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

    if all_again || !fresh.is_empty() || !origins.out.is_empty() {
        let (people, changed) = who_is_who(&source, &kept, &fresh)?;
        let mut due: Vec<Meetings> = Vec::new();
        if all_again {
            writer.delete_all_documents()?;
            due.extend(kept);
        } else {
            due.extend(kept.into_iter().filter(|file| changed.contains(&file.key)));
            let out = due.iter().chain(&fresh).map(|file| &file.key).chain(&origins.out);
            for key in out {
                writer.delete_term(Term::from_field_text(store.fields().file, key));
            }
        }
        due.extend(fresh);
        write_all(&due, &source, &analyzer, &people, &writer, &mut manifest, watch)?;
    }
    manifest.remarks = corrections::unfitting(&corrections, &manifest);
    summary.remarks.extend(manifest.remarks.iter().cloned());
    manifest.version = manifest.version_with(store.config());
    if manifest != before || is_new {
        let json = serde_json::to_string(&manifest)?;
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&json);
        commit.commit()?;
    }
    writer.wait_merging_threads()?;
    summary.count(&manifest);
    Ok(summary)
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
    corrections: &'a [Corrections],
}

impl Source<'_> {
    /// The meetings, and the lines of the corrections of speakers that fit them if they were read now.
    fn entries(&self, meetings: &Meetings) -> Result<(Vec<Entry>, BTreeSet<u32>), IndexError> {
        let Some(at) = meetings.at else {
            let stored = |id: &String| stored::entry(&self.searcher, self.store.fields(), id);
            let entries: Result<Vec<_>, _> = meetings.ids.iter().map(stored).collect();
            return Ok((entries?.into_iter().flatten().collect(), BTreeSet::new()));
        };
        let mut entries = self.spool.entries(at)?;
        for (entry, id) in entries.iter_mut().zip(&meetings.ids) {
            convert::rename(entry, id);
        }
        let path = file_key::path(&meetings.key);
        let fitted = corrections::for_file(self.corrections, &path)
            .map_or_else(BTreeSet::new, |own| own.correct_speakers(&mut entries, &path));
        Ok((entries, fitted))
    }
}

/// The words that only the archive has.
fn own_words(
    source: &Source<'_>,
    kept: &[Meetings],
    fresh: &[Meetings],
) -> Result<Words, IndexError> {
    let mut counter = Counter::default();
    let count = |meetings: &Meetings| -> Result<Counter, IndexError> {
        let mut counter = Counter::default();
        source.entries(meetings)?.0.iter().for_each(|entry| counter.add(entry));
        Ok(counter)
    };
    for list in [kept, fresh] {
        in_order(list, count, |_, _, counted| counted.map(|counted| counter.merge(counted)))?;
    }
    Ok(counter.words(&Analyzer::new(source.store.config().lists())))
}

/// Who is who in the archive; and the keys of files that were not read now, where that has changed.
fn who_is_who(
    source: &Source<'_>,
    kept: &[Meetings],
    fresh: &[Meetings],
) -> Result<(People, BTreeSet<String>), IndexError> {
    let mut stored = stored::meetings(&source.searcher, source.store.fields())?;
    let keys = kept.iter().flat_map(|file| file.ids.iter().map(|id| (id.as_str(), &file.key)));
    let keys: BTreeMap<&str, &String> = keys.collect();
    stored.retain(|meeting| keys.contains_key(meeting.id.as_str()));
    let mut casts: Vec<Cast> = stored.iter().map(Cast::of).collect();
    let read = |file: &Meetings| -> Result<Vec<Cast>, IndexError> {
        Ok(source.entries(file)?.0.iter().map(|entry| Cast::of(&entry.meeting)).collect())
    };
    in_order(fresh, read, |_, _, read| read.map(|read| casts.extend(read)))?;
    let people = People::of(&casts, &corrections::told(source.corrections));
    // A name that is only mentioned may have got another key wherever one that is listed has.
    let differs = stored.iter().filter(|meeting| !people.agrees(meeting));
    let circles: BTreeSet<Option<usize>> = differs.map(|meeting| people.circle(meeting)).collect();
    let changed = stored
        .iter()
        .filter(|meeting| circles.contains(&people.circle(meeting)))
        .filter_map(|meeting| keys.get(meeting.id.as_str()).map(|key| (*key).clone()))
        .collect();
    Ok((people, changed))
}

/// Meetings of one file as they are written.
struct Analyzed {
    documents: Vec<TantivyDocument>,
    n_with_speaker: usize,
    fitted: BTreeSet<u32>,
}

/// Analyzes meetings, hands them to the writer, and tells the list of files what corrections of
/// speakers did to them.
fn write_all(
    due: &[Meetings],
    source: &Source<'_>,
    analyzer: &Analyzer,
    people: &People,
    writer: &IndexWriter<TantivyDocument>,
    manifest: &mut Manifest,
    watch: &mut dyn FnMut(Step<'_>),
) -> Result<(), IndexError> {
    let analyzed = |meetings: &Meetings| -> Result<Analyzed, IndexError> {
        let (mut entries, fitted) = source.entries(meetings)?;
        let fields = source.store.fields();
        let mut all = Vec::new();
        for entry in &mut entries {
            people.assign(entry);
            all.extend(documents(entry, &meetings.key, fields, analyzer, people)?);
        }
        let n_with_speaker = entries.iter().map(|entry| entry.meeting.n_with_speaker).sum();
        Ok(Analyzed { documents: all, n_with_speaker, fitted })
    };
    in_order(due, analyzed, |nth, meetings, analyzed| {
        let analyzed = analyzed?;
        if let Some(record) = manifest.files.get_mut(&meetings.key) {
            record.n_with_speaker = analyzed.n_with_speaker;
            record.fitted.extend(analyzed.fitted);
        }
        for document in analyzed.documents {
            writer.add_document(document)?;
        }
        let (n_done, n_all) = (nth + 1, due.len());
        watch(Step { stage: Stage::Writing, place: "", n_done, n_all, found: None });
        Ok(())
    })
}
