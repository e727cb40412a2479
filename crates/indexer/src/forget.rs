//! A file, a statement or a person → out of the index at once, for good.
//!
//! In: what to forget, and why. Out: [`Forgot`]. A tombstone is kept first, so that a run that dies
//! leaves it to the next one; then everything that stays is written again, and what is on the disk is
//! read to see that nothing is left. Deliberately absent: the source files, which are not ours.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use schema::{Entry, Store, person_key, split_person_term};
use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};
use walkdir::WalkDir;

use crate::forgotten::{Forgotten, Logged};
use crate::guard::Guard;
use crate::write::{Job, run};
use crate::{IndexError, file_key, stored};

/// Letters that a word must have to be looked for in raw bytes: a shorter one may come about by chance.
const RARE_LETTERS: usize = 8;

/// What was forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgot {
    /// `file`, `statement` or `person`.
    pub kind: &'static str,
    /// How many statements the index holds less.
    pub n_statements: usize,
    /// Files of the index folder that were read through afterwards.
    pub n_files_checked: usize,
    /// Files of the index folder in which something of it was still found, which should be none.
    pub left: Vec<PathBuf>,
}

/// Takes a file (by place or path), a statement (by reference) or a person (by key or name) out of an
/// index, and keeps it out.
///
/// # Errors
/// When there is no such thing or more than one, or the index cannot be written.
pub fn forget(dir: &Path, what: &str, reason: &str, now: &str) -> Result<Forgot, IndexError> {
    let store = Store::open(dir, None)?;
    let guard = Guard::of(store.config().settings());
    let mut forgotten = Forgotten::load(dir)?;
    let target = target(&store, what)?;
    let (kind, mut words) = match &target {
        Target::Statement(entry, text) => {
            forgotten.add_statement(&entry.meeting.id, text);
            ("statement", words(text))
        }
        Target::File { key, hash, entries } => {
            forgotten.add_file(key, hash);
            (
                "file",
                entries.iter().flat_map(|e| &e.statements).flat_map(|s| words(&s.text)).collect(),
            )
        }
        Target::Person(names) => {
            names.iter().for_each(|name| forgotten.add_person(name));
            ("person", names.clone())
        }
    };
    forgotten.log.push(Logged {
        when: now.to_owned(),
        kind: kind.to_owned(),
        reason: guard.text(reason),
    });
    let n_before = n_statements(&store)?;
    drop(store);
    forgotten.save(dir)?;
    run(Job { now, ..Job::new(&[], dir, None) }, &mut |_| ())?;

    let store = Store::open(dir, None)?;
    let n_after = n_statements(&store)?;
    // A word that others use too may stay; a name may not.
    if kind != "person" {
        words = unused(&store, words)?;
    }
    let (n_files_checked, left) = left(&store, &words)?;
    Ok(Forgot { kind, n_statements: n_before.saturating_sub(n_after), n_files_checked, left })
}

/// What is meant.
enum Target {
    /// A meeting and the words of one of its statements.
    Statement(Box<Entry>, String),
    /// A file of the list.
    File { key: String, hash: String, entries: Vec<Entry> },
    /// All names under one key.
    Person(BTreeSet<String>),
}

fn target(store: &Store, what: &str) -> Result<Target, IndexError> {
    let searcher = store.index().reader()?.searcher();
    let manifest = store.manifest()?;
    let entry = |id: &str| stored::entry(&searcher, store.fields(), id);
    // `m/2.3/s12`, `m/s12` and `m-s12` are one statement.
    if let Some((meeting, number)) = what.rsplit_once(['/', '-'])
        && let Some(ordinal) = number.strip_prefix('s').and_then(|n| n.parse::<u32>().ok())
    {
        let meeting = meeting.split('/').next().unwrap_or(meeting);
        if let Some(entry) = entry(meeting)?
            && let Some(one) = entry.statements.iter().find(|s| s.ordinal == ordinal)
        {
            let text = one.text.clone();
            return Ok(Target::Statement(Box::new(entry), text));
        }
    }
    let path = fs::canonicalize(what).map(|path| file_key::key(&path)).unwrap_or_default();
    let files: Vec<_> = manifest
        .files
        .iter()
        .filter(|(key, record)| record.place == what || **key == path || *key == what)
        .collect();
    match files.as_slice() {
        [(key, record)] => {
            let mut entries = Vec::new();
            for meeting in &record.meetings {
                entries.extend(entry(&meeting.id)?);
            }
            let (key, hash) = ((*key).clone(), record.hash.clone());
            return Ok(Target::File { key, hash, entries });
        }
        [] => {}
        several => {
            let paths: Vec<String> = several.iter().map(|(key, _)| (*key).clone()).collect();
            let reason =
                format!("{what} is {} files; give one of: {}", paths.len(), paths.join(", "));
            return Err(IndexError::NotForgotten { reason });
        }
    }
    person(store, what)
}

fn person(store: &Store, what: &str) -> Result<Target, IndexError> {
    let wanted = person_key(what);
    let searcher = store.index().reader()?.searcher();
    let mut listed: Vec<(String, String)> = Vec::new();
    for segment in searcher.segment_readers() {
        for field in [store.fields().person, store.fields().mentioned, store.fields().addressed] {
            let index = segment.inverted_index(field)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                let term = std::str::from_utf8(terms.key()).unwrap_or_default();
                if let Some((key, name)) = split_person_term(term) {
                    listed.push((key.to_owned(), name.to_owned()));
                }
            }
        }
    }
    let keys: BTreeSet<&String> = listed
        .iter()
        .filter(|(key, name)| key == what || person_key(name) == wanted)
        .map(|(key, _)| key)
        .collect();
    let keys: Vec<&str> = keys.into_iter().map(String::as_str).collect();
    match keys.as_slice() {
        [key] => {
            let names = listed.iter().filter(|(k, _)| k == key);
            // Keys count as names: they are names written small.
            Ok(Target::Person(names.flat_map(|(key, name)| [key.clone(), name.clone()]).collect()))
        }
        [] => Err(IndexError::NotForgotten {
            reason: format!(
                "{what} is no file, statement or person of the index; referat status --files, referat \
                 people and referat search list them"
            ),
        }),
        several => {
            let reason =
                format!("{what} is {} persons; give one of: {}", several.len(), several.join(", "));
            Err(IndexError::NotForgotten { reason })
        }
    }
}

fn n_statements(store: &Store) -> Result<usize, IndexError> {
    Ok(store.manifest()?.files.values().map(|record| record.n_statements).sum())
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= RARE_LETTERS).map(str::to_owned).collect()
}

/// The words that no entry has any more, however written.
fn unused(store: &Store, mut words: BTreeSet<String>) -> Result<BTreeSet<String>, IndexError> {
    let searcher = store.index().reader()?.searcher();
    let wanted: BTreeSet<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut used = BTreeSet::new();
    for meeting in stored::meetings(&searcher, store.fields())? {
        let Some(entry) = stored::entry(&searcher, store.fields(), &meeting.id)? else { continue };
        let text = serde_json::to_string(&entry)?.to_lowercase();
        let known =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| wanted.contains(*word));
        used.extend(known.map(str::to_owned));
    }
    words.retain(|word| !used.contains(&word.to_lowercase()));
    Ok(words)
}

/// Reads all that an index folder holds, as bytes, as stored documents and as terms; tells in which
/// files something of what is forgotten still stands. Its copy of the configuration is not of the archive.
fn left(store: &Store, words: &BTreeSet<String>) -> Result<(usize, Vec<PathBuf>), IndexError> {
    let mut left = BTreeSet::new();
    let mut n_files = 0;
    let wanted = AhoCorasick::new(words).map_err(std::io::Error::other)?;
    let has = |text: &str| wanted.find_iter(text).any(|found| is_whole(text, found.range()));
    let config = store.dir().join("config");
    let folder = WalkDir::new(store.dir()).into_iter();
    for entry in folder.filter_entry(|entry| entry.path() != config) {
        let entry = entry.map_err(std::io::Error::from)?;
        if entry.file_type().is_file() {
            n_files += 1;
            if wanted.is_match(&fs::read(entry.path())?) {
                left.insert(entry.path().to_owned());
            }
        }
    }
    // Stored text is compressed and terms share their beginnings: these are asked for one by one.
    let searcher = store.index().reader()?.searcher();
    for (ord, segment) in (0..).zip(searcher.segment_readers()) {
        let file = |kind: &str| {
            store
                .dir()
                .join("tantivy")
                .join(format!("{}.{kind}", segment.segment_id().uuid_string()))
        };
        for number in 0..segment.max_doc() {
            let document: TantivyDocument = searcher.doc(DocAddress::new(ord, number))?;
            let entry = document.get_first(store.fields().entry).and_then(|value| value.as_str());
            if entry.is_some_and(has) {
                left.insert(file("store"));
                break;
            }
        }
        // Base forms and parts are made of other words, too: only words as written are anybody's.
        let fields = store.fields();
        let own = [fields.exact, fields.speaker, fields.person, fields.mentioned, fields.addressed];
        for field in own {
            let index = segment.inverted_index(field)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                if std::str::from_utf8(terms.key()).is_ok_and(has) {
                    left.insert(file("term"));
                    break;
                }
            }
        }
    }
    Ok((n_files, left.into_iter().collect()))
}

/// Whether a place in a text is a whole word.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
