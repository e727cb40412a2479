//! Which files are new, changed, gone or elsewhere since the last run.
//!
//! In: what a walk found, and the list of files of the index. Out: files to read, keys to take out,
//! and whose references a file goes on with. Deliberately absent: reading, and the index.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use schema::{FileRecord, Manifest, MeetingRecord};

use crate::file_key;
use crate::read::READING;
use crate::reread::Fresh;
use crate::summary::Summary;
use crate::walk::Walk;

/// A file that is new or may have changed.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub path: PathBuf,
    /// The path as the list of files and the index have it.
    pub key: String,
    pub place: String,
    pub size: u64,
    pub modified: u128,
    /// Fingerprint of the corrections that are for it.
    pub corrections: String,
    /// Whether it is read again even if its bytes are the same.
    pub is_forced: bool,
}

impl Candidate {
    /// Writes into a record what was seen of the file from outside.
    pub(crate) fn note(&self, record: &mut FileRecord) {
        record.place = self.place.clone();
        record.size = self.size;
        record.modified = self.modified;
        record.reading = READING;
        record.corrections = self.corrections.clone();
    }

    /// Whether a record tells what this program would make of the file if its bytes are the same.
    pub(crate) fn is_up_to_date(&self, record: &FileRecord) -> bool {
        record.reading == READING
            && record.corrections == self.corrections
            && !record.hash.is_empty()
    }
}

/// The files whose size or time of change is not that of the last time, or that were read by other
/// rules; all of them when `all` is set, and scans that wait for OCR when there
/// is some. Those that failed and are as they were fail again, without
/// work.
pub(crate) fn candidates(
    walked: &Walk,
    manifest: &Manifest,
    corrections: impl Fn(&std::path::Path) -> String,
    (all, is_ocr): (bool, bool),
    summary: &mut Summary,
) -> Vec<Candidate> {
    let mut changed = Vec::new();
    for (path, place) in &walked.files {
        let (size, modified) = outside(path);
        let candidate = Candidate {
            path: path.clone(),
            key: file_key::key(path),
            place: place.clone(),
            size,
            modified,
            corrections: corrections(path),
            is_forced: false,
        };
        let known = manifest.files.get(&candidate.key);
        let is_copy = known.is_some_and(|record| record.copy_of.is_some());
        let candidate = Candidate { is_forced: all || is_copy, ..candidate };
        let known = known.filter(|record| {
            !all && record.size == size
                && record.modified == modified
                && candidate.is_up_to_date(record)
                && !(is_ocr
                    && record.failure.as_deref().is_some_and(|why| why.contains("needs OCR")))
                && record.copy_of.as_deref().is_none_or(|of| still_is(of, record, manifest))
        });
        match known {
            Some(FileRecord { failure: Some(reason), .. }) => summary.failures.push(reason.clone()),
            Some(record) => {
                summary.n_unchanged += 1;
                summary.n_copies += usize::from(record.copy_of.is_some());
            }
            None => changed.push(candidate),
        }
    }
    changed
}

/// Size and time of last change of a file, as a record has them.
pub(crate) fn outside(path: &std::path::Path) -> (u64, u128) {
    fs::metadata(path).map_or((0, 0), |found| {
        let since = found.modified().ok().and_then(|m| m.duration_since(UNIX_EPOCH).ok());
        (found.len(), since.map_or(0, |d| d.as_nanos()))
    })
}

/// Whether the file that a copy is one of is there as it was.
fn still_is(of: &str, copy: &FileRecord, manifest: &Manifest) -> bool {
    manifest.files.get(of).is_some_and(|record| {
        record.hash == copy.hash
            && !record.meetings.is_empty()
            && outside(&file_key::path(of)) == (record.size, record.modified)
    })
}

/// Keys of files that were under a path given and are there no more.
pub(crate) fn gone(walked: &Walk, manifest: &Manifest) -> Vec<String> {
    let is_gone = |key: &&String| {
        let path = file_key::path(key);
        walked.seen.iter().any(|seen| path.starts_with(seen))
            && !walked.unseen.iter().any(|unseen| path.starts_with(unseen))
            && !walked.files.contains_key(&path)
            // A link to a file that is read anyhow has no record of its own.
            && (!path.exists() || walked.links.contains(&path) || walked.refused.contains(&path))
    };
    manifest.files.keys().filter(is_gone).cloned().collect()
}

/// A file that was read, by key and hash of its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadFile<'a> {
    pub key: &'a str,
    pub hash: &'a str,
}

/// Where the references come from that files go on with.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    /// Key of a file that was read → the references of its meetings so far.
    pub earlier: BTreeMap<String, Vec<MeetingRecord>>,
    /// Keys of files that are elsewhere now, or gone: to be taken out.
    pub out: BTreeSet<String>,
    /// How many of them are elsewhere.
    pub n_moved: usize,
}

/// Finds for each file that was read the record it goes on from: the one of the same bytes whose file
/// is gone or has other bytes now, else its own. So a file that got another name or folder is the same
/// file, and two that changed names change back.
pub(crate) fn origins(before: &Manifest, read: &[ReadFile<'_>], gone: &[String]) -> Origins {
    let mut origins = Origins { out: gone.iter().cloned().collect(), ..Origins::default() };
    let now: BTreeMap<&str, &str> = read.iter().map(|file| (file.key, file.hash)).collect();
    let mut free: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let wanted: BTreeSet<&str> = read.iter().map(|file| file.hash).collect();
    for (key, record) in &before.files {
        if record.meetings.is_empty() || !wanted.contains(record.hash.as_str()) {
            continue;
        }
        let has_other_bytes = now.get(key.as_str()).is_some_and(|hash| *hash != record.hash);
        let is_away = || origins.out.contains(key) || !file_key::path(key).exists();
        if has_other_bytes || (!now.contains_key(key.as_str()) && is_away()) {
            free.entry(&record.hash).or_default().push(key);
        }
    }
    let mut given_away: BTreeSet<&str> = BTreeSet::new();
    for file in read {
        let own = before.files.get(file.key);
        if own.is_some_and(|own| own.hash == file.hash) {
            continue;
        }
        let Some(from) = free.get_mut(file.hash).and_then(Vec::pop) else { continue };
        if let Some(record) = before.files.get(from) {
            origins.earlier.insert(file.key.to_owned(), record.meetings.clone());
            given_away.insert(from);
            if !now.contains_key(from) {
                origins.n_moved += 1;
                origins.out.insert(from.to_owned());
            }
        }
    }
    for file in read {
        if !origins.earlier.contains_key(file.key)
            && !given_away.contains(file.key)
            && let Some(own) = before.files.get(file.key)
        {
            origins.earlier.insert(file.key.to_owned(), own.meetings.clone());
        }
    }
    origins
}

/// Finds among the files that were read those with the same bytes and meetings as another: key → key of
/// the one whose meetings they are, one that had them before, else the first by key.
pub(crate) fn copies(
    manifest: &Manifest,
    fresh: &[Fresh],
    origins: &Origins,
) -> BTreeMap<String, String> {
    let read: BTreeSet<&str> = fresh.iter().map(|file| file.key.as_str()).collect();
    // Hash → who has it, and its meetings so far.
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for (key, record) in &manifest.files {
        let is_kept = !read.contains(key.as_str()) && !origins.out.contains(key);
        if is_kept && !record.meetings.is_empty() {
            first.entry(&record.hash).or_insert(key);
        }
    }
    let had =
        |file: &&Fresh| origins.earlier.get(&file.key).is_some_and(|earlier| !earlier.is_empty());
    let (earlier, new): (Vec<&Fresh>, Vec<&Fresh>) = fresh.iter().partition(had);
    let mut copies = BTreeMap::new();
    for file in earlier.into_iter().chain(new) {
        let of = *first.entry(&file.hash).or_insert(&file.key);
        if of != file.key && is_same(manifest, fresh, of, file) {
            copies.insert(file.key.clone(), of.to_owned());
        }
    }
    copies
}

/// Whether two files of the same bytes are understood alike: the day may come from the name.
fn is_same(manifest: &Manifest, fresh: &[Fresh], of: &str, file: &Fresh) -> bool {
    match fresh.iter().find(|other| other.key == of) {
        Some(other) => {
            other.heads.len() == file.heads.len()
                && other
                    .heads
                    .iter()
                    .zip(&file.heads)
                    .all(|(a, b)| (&a.stem, &a.content) == (&b.stem, &b.content))
        }
        None => manifest.files.get(of).is_some_and(|record| {
            record.meetings.len() == file.heads.len()
                && record
                    .meetings
                    .iter()
                    .zip(&file.heads)
                    .all(|(a, b)| a.content == b.content && b.may_have(&a.id))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(files: &[(&str, &str)]) -> Manifest {
        let mut manifest = Manifest::default();
        for (key, hash) in files {
            let id = format!("raad-{hash}");
            let meetings = vec![MeetingRecord { id, content: String::new() }];
            let hash = (*hash).to_owned();
            let record = FileRecord { hash, meetings, ..FileRecord::default() };
            manifest.files.insert((*key).to_owned(), record);
        }
        manifest
    }

    fn found(files: &[(&'static str, &'static str)], gone: &[&str]) -> (Vec<String>, usize, usize) {
        let before = before(&[("/findes/ikke/a", "1"), ("/findes/ikke/b", "2")]);
        let read: Vec<ReadFile<'_>> =
            files.iter().map(|(key, hash)| ReadFile { key, hash }).collect();
        let gone: Vec<String> = gone.iter().map(|key| (*key).to_owned()).collect();
        let origins = origins(&before, &read, &gone);
        let ids = origins.earlier.iter().map(|(key, e)| format!("{key} {}", e[0].id)).collect();
        (ids, origins.out.len(), origins.n_moved)
    }

    #[test]
    fn files_go_on_from_their_bytes_then_from_their_name() {
        // Another name.
        assert_eq!(
            found(&[("/c", "1")], &["/findes/ikke/a"]),
            (vec!["/c raad-1".to_owned()], 1, 1)
        );
        // Another folder for all, the old one not walked at all.
        let (ids, n_out, n_moved) = found(&[("/ny/a", "1"), ("/ny/b", "2")], &[]);
        assert_eq!((ids.len(), n_out, n_moved), (2, 2, 2));
        // Names changed between two.
        assert_eq!(
            found(&[("/findes/ikke/a", "2"), ("/findes/ikke/b", "1")], &[]),
            (vec!["/findes/ikke/a raad-2".to_owned(), "/findes/ikke/b raad-1".to_owned()], 0, 0)
        );
        // Edited in place.
        assert_eq!(
            found(&[("/findes/ikke/a", "9")], &[]),
            (vec!["/findes/ikke/a raad-1".to_owned()], 0, 0)
        );
        // The old bytes got another name, and the old name other bytes.
        assert_eq!(
            found(&[("/c", "1"), ("/findes/ikke/a", "9")], &[]),
            (vec!["/c raad-1".to_owned()], 0, 0)
        );
        // A file that is just gone.
        assert_eq!(found(&[], &["/findes/ikke/a"]), (vec![], 1, 0));
    }
}
