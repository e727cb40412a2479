//! What must never come back: tombstones that know a file, a statement or a person again without telling
//! which, and the log of when and why.
//!
//! In: marks (BLAKE3), kept in `forgotten.json` in the index folder, beside the index itself so that
//! `--rebuild` keeps it. Out: whether a file is to be left alone, and meetings without what is forgotten.
//! Deliberately absent: taking things out of an index at once (`forget`).

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use danish::without_genitive;
use schema::{Entry, StoreError, person_key};
use serde::{Deserialize, Serialize};

/// The file in the index folder.
const FILE: &str = "forgotten.json";

/// Most words of a name that is looked for in running text.
const NAME_WORDS: usize = 5;

/// Everything that is forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Forgotten {
    /// Marks of files, by their path on disk and by their bytes.
    files: BTreeSet<String>,
    /// Marks of statements, by meeting and words.
    statements: BTreeSet<String>,
    /// Marks of persons, by key.
    people: BTreeSet<String>,
    /// When and why, in order.
    pub log: Vec<Logged>,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// In UTC, to the second.
    pub when: String,
    /// `file`, `statement` or `person`.
    pub kind: String,
    /// As it was given.
    pub reason: String,
}

impl Forgotten {
    /// What the folder of an index has forgotten.
    ///
    /// # Errors
    /// When the file is there and cannot be read: then nothing may be indexed, since it might come back.
    pub(crate) fn load(dir: &Path) -> Result<Forgotten, StoreError> {
        let path = dir.join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Forgotten::default());
            }
            Err(source) => return Err(StoreError::Io { path, source }),
        };
        serde_json::from_str(&text)
            .map_err(|error| StoreError::Io { path, source: io::Error::other(error.to_string()) })
    }

    /// Writes it, whole or not at all.
    pub(crate) fn save(&self, dir: &Path) -> Result<(), StoreError> {
        let path = dir.join(FILE);
        let write = || {
            let mut file = tempfile::NamedTempFile::new_in(dir)?;
            file.write_all(&serde_json::to_vec(self)?)?;
            file.as_file().sync_all()?;
            file.persist(&path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(|source| StoreError::Io { path: path.clone(), source })
    }

    /// 16 hexadecimal digits that differ when something else is forgotten; empty for nothing.
    pub(crate) fn fingerprint(&self) -> String {
        let marks: Vec<&str> = [&self.files, &self.statements, &self.people]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        if marks.is_empty() { String::new() } else { crate::read::hash(marks.concat().as_bytes()) }
    }

    /// A file, by key and hash of its bytes.
    pub(crate) fn add_file(&mut self, key: &str, hash: &str) {
        self.files.insert(mark("file", key));
        if !hash.is_empty() {
            self.files.insert(mark("bytes", hash));
        }
    }

    /// A statement, by its meeting and words.
    pub(crate) fn add_statement(&mut self, meeting: &str, text: &str) {
        self.statements.insert(mark(meeting, text));
    }

    /// A person, by a name.
    pub(crate) fn add_person(&mut self, name: &str) {
        self.people.insert(mark("person", &person_key(name)));
    }

    /// Whether a file is not to be read, by its key or by the hash of its bytes.
    pub(crate) fn has_file(&self, key: &str, hash: &str) -> bool {
        !self.files.is_empty()
            && (self.files.contains(&mark("file", key))
                || self.files.contains(&mark("bytes", hash)))
    }

    /// Takes out of a meeting what is forgotten. The numbers of other statements stay as they are.
    pub(crate) fn cut(&self, entry: &mut Entry) {
        let n_before = entry.statements.len();
        if !self.statements.is_empty() {
            let id = &entry.meeting.id;
            entry.statements.retain(|s| !self.statements.contains(&mark(id, &s.text)));
        }
        if !self.people.is_empty() {
            self.cut_people(entry);
        }
        if entry.statements.len() != n_before {
            crate::convert::count_statements(entry);
        }
    }

    /// A person is in the list of people, speaks, is meant, or stands in a text or title by full name.
    fn cut_people(&self, entry: &mut Entry) {
        let is_out = |name: &str| self.is_person(name);
        entry.statements.retain(|statement| {
            let speaks =
                statement.speaker.as_ref().is_some_and(|s| is_out(&s.name) || is_out(&s.key));
            let meant = statement.mentions.iter().chain(&statement.addressed_to);
            let decides = statement.decision.as_ref().and_then(|decision| decision.by.as_deref());
            !speaks
                && !meant.map(String::as_str).chain(decides).any(is_out)
                && self.without_names(&statement.text).is_none()
        });
        entry.meeting.people.retain(|person| !is_out(&person.name) && !is_out(&person.key));
        entry.meeting.speakers.retain(|speaker| !is_out(&speaker.name) && !is_out(&speaker.key));
        let titles = entry.meeting.items.iter_mut().map(|item| &mut item.title);
        let of_statements = entry.statements.iter_mut().flat_map(|statement| {
            let item = statement.item.as_mut().map(|item| &mut item.title);
            item.into_iter().chain([&mut statement.meeting.title])
        });
        for title in titles.chain(of_statements).chain([&mut entry.meeting.title]) {
            if let Some(cut) = self.without_names(title) {
                *title = cut;
            }
        }
    }

    fn is_person(&self, name: &str) -> bool {
        self.people.contains(&mark("person", &person_key(name)))
    }

    /// The text with `x` for the names of forgotten people; `None` when it holds none.
    fn without_names(&self, text: &str) -> Option<String> {
        let mut words: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        for word in
            text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.' | '\'' | '’'))
        {
            if !word.is_empty() {
                words.push(at..at + word.len());
            }
            at += word.len();
            at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        // Short names first: a title before one is no part of it.
        let mut found: Vec<Range<usize>> = Vec::new();
        for n_words in 1..=NAME_WORDS {
            for name in words.windows(n_words) {
                let (Some(first), Some(last)) = (name.first(), name.last()) else { continue };
                let range = first.start..last.end;
                if found.iter().any(|known| range.start < known.end && known.start < range.end) {
                    continue;
                }
                let name = text.get(range.clone()).unwrap_or_default();
                let base = without_genitive(name);
                if self.is_person(name) || base.is_some_and(|base| self.is_person(base)) {
                    found.push(range);
                }
            }
        }
        let is_inside = |at: usize| found.iter().any(|range| range.contains(&at));
        let cut = text
            .char_indices()
            .map(|(at, c)| if is_inside(at) && c.is_alphanumeric() { 'x' } else { c });
        if found.is_empty() { None } else { Some(cut.collect()) }
    }
}

/// 32 hexadecimal digits: enough to know something again, and nothing to read.
fn mark(kind: &str, what: &str) -> String {
    let mut hash = blake3::Hasher::new_derive_key("referat 2026 forgotten");
    hash.update(kind.as_bytes());
    hash.update(&[0]);
    hash.update(what.as_bytes());
    hash.finalize().to_hex().chars().take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_by_full_name_in_running_text() {
        let mut forgotten = Forgotten::default();
        forgotten.add_person("Ulla Brask");
        for (text, expected) in [
            ("Ulla Brask svarede.", Some("xxxx xxxxx svarede.")),
            ("Det er Ulla Brasks forslag", Some("Det er xxxx xxxxxx forslag")),
            ("formand Ulla Brask, Torben Ask", Some("formand xxxx xxxxx, Torben Ask")),
            ("Ulla Ask og Brask", None),
            ("", None),
        ] {
            assert_eq!(forgotten.without_names(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_kept_tells_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let mut forgotten = Forgotten::default();
        forgotten.add_file("/arkiv/personsag.txt", "0123456789abcdef");
        forgotten.add_statement("raad-2021-05-03", "Ulla Brask er syg.");
        forgotten.add_person("Ulla Brask");
        forgotten.save(dir.path()).unwrap();
        let kept = fs::read_to_string(dir.path().join(FILE)).unwrap();
        for word in ["personsag", "0123456789abcdef", "raad", "syg", "rask"] {
            assert!(!kept.contains(word), "{kept}");
        }
        let again = Forgotten::load(dir.path()).unwrap();
        assert_eq!(again, forgotten);
        assert!(
            again.has_file("/arkiv/personsag.txt", "ffff")
                && again.has_file("/x", "0123456789abcdef")
        );
        assert!(!again.has_file("/x", "ffff"));
    }
}
