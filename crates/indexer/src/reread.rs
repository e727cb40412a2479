//! Changed files → what they hold, in the spool, with everything but references in the list of files.
//!
//! In: candidates. Out: [`Fresh`], one for each file that was understood. Deliberately absent: the index.

use schema::{FileRecord, Manifest};

use crate::changes::Candidate;
use crate::number::Head;
use crate::parallel::in_order;
use crate::read::Rules;
use crate::spool::{Place, Spool, packed};
use crate::summary::{Stage, Step, Summary};
use crate::{IndexError, ReadError, quality, read};

/// A file that was read.
pub(crate) struct Fresh {
    /// Its key in the list of files.
    pub key: String,
    /// Hash of its bytes.
    pub hash: String,
    /// What is known of its meetings.
    pub heads: Vec<Head>,
    /// Where they wait.
    pub at: Place,
}

/// What came of a file.
enum Outcome {
    /// Its bytes are those of the last time.
    Same,
    /// It could not be read; the hash of its bytes where there were any.
    Failed(ReadError, String),
    /// Nobody wants it back.
    Forgotten,
    /// Its meetings.
    Read(Box<Ready>),
}

struct Ready {
    packed: Vec<u8>,
    heads: Vec<Head>,
    record: FileRecord,
}

/// What is read, and how.
#[derive(Clone, Copy)]
pub(crate) struct ToRead<'a> {
    /// The files.
    pub changed: &'a [Candidate],
    /// What it takes to understand them.
    pub rules: &'a Rules<'a>,
    /// Largest file, in millions of bytes.
    pub limit_mb: u64,
    /// The time that failures begin at; empty for none.
    pub now: &'a str,
}

/// Reads files, and writes what came of each into the list of files, but for references.
pub(crate) fn read_all(
    to_read: ToRead<'_>,
    manifest: &mut Manifest,
    spool: &mut Spool,
    summary: &mut Summary,
    watch: &mut dyn FnMut(Step<'_>),
) -> Result<Vec<Fresh>, IndexError> {
    let ToRead { changed, rules, limit_mb, now } = to_read;
    let known = manifest.files.clone();
    let mut fresh = Vec::new();
    let work = |file: &Candidate| reread(file, known.get(&file.key), rules, limit_mb);
    in_order(changed, work, |nth, file, outcome| {
        let record = manifest.files.entry(file.key.clone()).or_default();
        let found = match outcome? {
            Outcome::Same => {
                summary.n_unchanged += 1;
                record.modified = file.modified;
                Some((record.meetings.len(), record.n_statements))
            }
            Outcome::Failed(error, hash) => {
                let keeps = !record.meetings.is_empty();
                let earlier = if keeps { " (the index keeps what it held before)" } else { "" };
                let line = rules.guard.text(&format!("{error}{earlier}"));
                summary.failures.push(line.clone());
                file.note(record);
                // Without a hash it is tried again by the next run.
                record.hash = if error.is_passing() { String::new() } else { hash };
                record.failure = Some(line);
                record.copy_of = None;
                record.failed_since = record.failed_since.take().or_else(|| dated(now));
                None
            }
            Outcome::Forgotten => {
                manifest.files.remove(&file.key);
                None
            }
            Outcome::Read(ready) => {
                let Ready { packed, heads, record: new } = *ready;
                summary.n_read += 1;
                summary.n_remarks += new.n_remarks;
                summary.n_masked += new.masked.len();
                let found = (heads.len(), new.n_statements);
                let hash = new.hash.clone();
                summary.failures.extend(new.failure.clone());
                let since = record.failed_since.take();
                *record = new;
                if record.failure.is_some() {
                    record.failed_since = since.or_else(|| dated(now));
                }
                let at = spool.add(&packed)?;
                fresh.push(Fresh { key: file.key.clone(), hash, heads, at });
                Some(found)
            }
        };
        let n_all = changed.len();
        watch(Step { stage: Stage::Reading, place: &file.place, n_done: nth + 1, n_all, found });
        Ok::<_, IndexError>(())
    })?;
    Ok(fresh)
}

fn dated(now: &str) -> Option<String> {
    Some(now.to_owned()).filter(|now| !now.is_empty())
}

fn reread(
    file: &Candidate,
    known: Option<&FileRecord>,
    rules: &Rules<'_>,
    limit_mb: u64,
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
    if rules.forgotten.has_file(&file.key, &hash) {
        return Ok(Outcome::Forgotten);
    }
    let understood = match read::understand(&bytes, &file.path, &file.place, rules) {
        Ok(understood) => understood,
        Err(error) => return Ok(Outcome::Failed(error, hash)),
    };
    let entries = understood.reading.entries;
    let mut record = FileRecord {
        hash,
        n_statements: entries.iter().map(|entry| entry.statements.len()).sum(),
        n_with_speaker: entries.iter().map(|entry| entry.meeting.n_with_speaker).sum(),
        n_remarks: understood.reading.remarks.len(),
        fitted: understood.fitted.into_iter().collect(),
        quality: quality::of(&entries, &rules.plain),
        masked: understood.masked,
        n_closed_out: understood.n_closed_out,
        failure: Some(understood.failures.join(" | ")).filter(|lines| !lines.is_empty()),
        ..FileRecord::default()
    };
    file.note(&mut record);
    let heads = entries.iter().map(Head::of).collect();
    Ok(Outcome::Read(Box::new(Ready { packed: packed(&entries)?, heads, record })))
}
