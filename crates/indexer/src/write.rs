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
use crate::changes::{ReadFile, candidates, copies, gone, origins};
use crate::corrections::Corrections;
use crate::document::documents;
use crate::error::no_writer;
use crate::forgotten::Forgotten;
use crate::guard::Guard;
use crate::number::{Unnumbered, references};
use crate::ocr::Ocr;
use crate::own_words::Counter;
use crate::parallel::in_order;
use crate::people::{Cast, People};
use crate::read::Rules;
use crate::reread::{Fresh, ToRead, read_all};
use crate::spool::{Place, Spool};
use crate::summary::{Stage, Step, Summary};
use crate::walk::walk;
use crate::{IndexError, convert, corrections, file_key, read, stored};

/// Memory that tantivy gathers documents in before it writes a segment, in bytes. Larger segments
/// are merged less; 64 MB hold some hundred meetings.
const WRITER_BYTES: usize = 64_000_000;

/// What a run is to do, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// Files and folders.
    pub paths: &'a [PathBuf],
    /// The folder of the index.
    pub dir: &'a Path,
    /// The configuration; without one the index's own.
    pub config: Option<&'a Config>,
    /// The time in UTC, to the second, from which failures are dated; empty for none.
    pub now: &'a str,
    /// Whether everything is read and made anew: see [`rebuild`].
    pub anew: bool,
    /// Whether nothing is written when a file cannot be read.
    pub strict: bool,
    /// What reads scans; without it they are listed as needing OCR.
    pub ocr: Option<&'a Ocr>,
}

impl<'a> Job<'a> {
    /// Brings an index up to date, dating nothing.
    pub fn new(paths: &'a [PathBuf], dir: &'a Path, config: Option<&'a Config>) -> Job<'a> {
        Job { paths, dir, config, now: "", anew: false, strict: false, ocr: None }
    }
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
    run(Job::new(paths, dir, config), watch)
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
    run(Job { anew: true, ..Job::new(paths, dir, config) }, watch)
}

/// Does a job.
///
/// # Errors
/// As [`index`]; [`IndexError::Strict`] when it is strict and a file cannot be read.
pub fn run(job: Job<'_>, watch: &mut dyn FnMut(Step<'_>)) -> Result<Summary, IndexError> {
    let Job { paths, dir, config, now, anew, strict, ocr } = job;
    let mut walked = walk(paths);
    // Nothing to read makes no index.
    if walked.files.is_empty() && !dir.exists() {
        let guard = match config {
            Some(config) => Guard::of(config.settings()),
            None => Guard::of(Config::defaults().map_err(schema::StoreError::from)?.settings()),
        };
        return Ok(Summary::of(&walked).guarded(&guard));
    }
    let open = if anew { Store::open_or_remake } else { Store::open_or_create };
    let store = open(dir, config)?;
    let guard = Guard::of(store.config().settings());
    walked.guard(&guard);
    let mut summary = Summary::of(&walked);
    // The writer first: its lock keeps the list of files still while we work.
    let mut writer: IndexWriter<TantivyDocument> = store
        .index()
        .writer_with_num_threads(1, WRITER_BYTES)
        .map_err(|error| no_writer(dir.to_owned(), error))?;
    let is_new = store.index().load_metas()?.payload.is_none();
    let forgotten = Forgotten::load(dir)?;
    let mut manifest = store.manifest()?;
    let before = manifest.clone();
    manifest.roots.extend(
        walked.seen.iter().filter(|root| !guard.refuses(root)).map(|root| file_key::key(root)),
    );
    let elsewhere = before.files.keys().map(|key| file_key::path(key));
    let folders = elsewhere.filter_map(|path| path.parent().map(Path::to_owned));
    let corrections = corrections::beside(folders.chain(walked.seen.iter().cloned()))?;
    let corrected = |path: &Path| corrections::fingerprint(&corrections, path);
    let mut changed =
        candidates(&walked, &manifest, corrected, (anew, ocr.is_some()), &mut summary);
    changed.retain(|file| !forgotten.has_file(&file.key, ""));
    let limit_mb = store.config().settings().limits.file_mb;
    let rules = Rules {
        vocabulary: read::vocabulary(store.config()),
        beside: Beside::new(limit_mb),
        corrections: &corrections,
        guard: guard.clone(),
        forgotten: &forgotten,
        plain: Analyzer::new(store.config().lists()),
        ocr,
    };
    let mut spool = Spool::new(dir)?;
    let to_read = ToRead { changed: &changed, rules: &rules, limit_mb, now };
    let mut fresh = read_all(to_read, &mut manifest, &mut spool, &mut summary, watch)?;
    if strict && !summary.failures.is_empty() {
        return Err(IndexError::Strict { failures: summary.guarded(&guard).failures });
    }

    let read: Vec<ReadFile<'_>> =
        fresh.iter().map(|f| ReadFile { key: &f.key, hash: &f.hash }).collect();
    let mut origins = origins(&before, &read, &gone(&walked, &before));
    summary.n_moved = origins.n_moved;
    summary.n_removed = origins.out.len() - origins.n_moved;
    let unwanted = before.files.iter().filter(|(key, r)| forgotten.has_file(key, &r.hash));
    origins.out.extend(unwanted.map(|(key, _)| key.clone()));
    for key in &origins.out {
        manifest.files.remove(key);
    }
    let copies = copies(&manifest, &fresh, &origins);
    fresh.retain(|file| !copies.contains_key(&file.key));
    summary.n_copies += copies.len();
    for (key, of) in &copies {
        if let Some(record) = manifest.files.get_mut(key) {
            (record.n_statements, record.n_with_speaker) = (0, 0);
            record.copy_of = Some(of.clone());
        }
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
    let source =
        Source { store: &store, searcher, spool, corrections: &corrections, forgotten: &forgotten };
    let fresh: Vec<Meetings> = fresh
        .iter()
        .zip(&ids)
        .map(|(file, ids)| Meetings { key: file.key.clone(), ids: ids.clone(), at: Some(file.at) })
        .collect();
    let kept = kept(&manifest, &fresh);
    let n_statements = manifest.files.values().map(|record| record.n_statements).sum();
    let (mut analyzer, mut fingerprint) = store.analyzer_with(&manifest.words);
    let is_outdated = !is_new && fingerprint != before.analyzer;
    let is_less = before.forgotten != forgotten.fingerprint();
    manifest.forgotten = forgotten.fingerprint();
    let mut all_again = is_new || is_outdated || anew || is_less;
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

    if all_again || !fresh.is_empty() || !origins.out.is_empty() || !copies.is_empty() {
        let (people, changed) = who_is_who(&source, &kept, &fresh)?;
        let mut due: Vec<Meetings> = Vec::new();
        if all_again {
            writer.delete_all_documents()?;
            due.extend(kept);
        } else {
            due.extend(kept.into_iter().filter(|file| changed.contains(&file.key)));
            let out = due.iter().chain(&fresh).map(|file| &file.key);
            let out = out.chain(&origins.out).chain(copies.keys());
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
    // What a run takes out is gone from the disk with it.
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()?;
    summary.count(&manifest);
    Ok(summary.guarded(&guard))
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
    forgotten: &'a Forgotten,
}

impl Source<'_> {
    /// The meetings, and the lines of the corrections of speakers that fit them if they were read now.
    fn entries(&self, meetings: &Meetings) -> Result<(Vec<Entry>, BTreeSet<u32>), IndexError> {
        let Some(at) = meetings.at else {
            let stored = |id: &String| stored::entry(&self.searcher, self.store.fields(), id);
            let entries: Result<Vec<_>, _> = meetings.ids.iter().map(stored).collect();
            let mut entries: Vec<Entry> = entries?.into_iter().flatten().collect();
            entries.iter_mut().for_each(|entry| self.forgotten.cut(entry));
            return Ok((entries, BTreeSet::new()));
        };
        let mut entries = self.spool.entries(at)?;
        for (entry, id) in entries.iter_mut().zip(&meetings.ids) {
            convert::rename(entry, id);
        }
        let path = file_key::path(&meetings.key);
        let fitted = corrections::for_file(self.corrections, &path)
            .map_or_else(BTreeSet::new, |own| own.correct_speakers(&mut entries, &path));
        entries.iter_mut().for_each(|entry| self.forgotten.cut(entry));
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
    n_statements: usize,
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
        let n_statements = entries.iter().map(|entry| entry.statements.len()).sum();
        Ok(Analyzed { documents: all, n_statements, n_with_speaker, fitted })
    };
    in_order(due, analyzed, |nth, meetings, analyzed| {
        let analyzed = analyzed?;
        if let Some(record) = manifest.files.get_mut(&meetings.key) {
            record.n_statements = analyzed.n_statements;
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
