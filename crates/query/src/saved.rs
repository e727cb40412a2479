//! Questions that somebody keeps in a file, and what each of them has found so far.
//!
//! In: the file of questions, one `name = question` a line, in the query language; the state that the
//! run before left beside it, JSON. Out: [`Saved`] and [`Known`]. Deliberately absent: asking and
//! printing (`cli::watch`), and the clock.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use schema::{StatementEntry, slug};
use serde::{Deserialize, Serialize};

use crate::cite::hash;

/// Largest file of questions or state that is read, in bytes; no list of questions comes near.
const MAX_BYTES: u64 = 64 << 20;

/// A question with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The name as written: `Adgangsstyring`.
    pub name: String,
    /// The name as a key, safe in a file name: `adgangsstyring`.
    pub key: String,
    /// The question, unread.
    pub question: String,
}

/// The questions of a file, in its order, and what could not be read of it: line, counted from 1, and
/// reason. Empty lines and what follows `#` at the beginning of a line say nothing.
///
/// ```
/// let (saved, faults) = query::saved_questions("Journal = sundhedsjournal dato:2020..\n??\n");
/// assert_eq!(saved[0].question, "sundhedsjournal dato:2020..");
/// assert_eq!(faults[0].0, 2);
/// ```
pub fn saved_questions(text: &str) -> (Vec<Saved>, Vec<(usize, String)>) {
    let mut saved: Vec<Saved> = Vec::new();
    let mut faults = Vec::new();
    for (nth, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut fault = |reason: &str| faults.push((nth + 1, reason.to_owned()));
        // `=ord` asks for a word as written, so only the first sign of equality parts the two.
        let Some((name, question)) = line.split_once('=') else {
            fault("there is no = between a name and a question");
            continue;
        };
        let (name, question) = (name.trim(), question.trim());
        let key = slug(name);
        if key.is_empty() {
            fault("the question has no name before the =");
        } else if question.is_empty() {
            fault("the name has no question after the =");
        } else if saved.iter().any(|s| s.key == key) {
            fault("another question has this name already");
        } else {
            saved.push(Saved { name: name.to_owned(), key, question: question.to_owned() });
        }
    }
    (saved, faults)
}

/// What the questions of a file have found so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Known {
    /// By key of the question: by mark of the statement, when it was first found, in UTC.
    questions: BTreeMap<String, BTreeMap<String, String>>,
}

impl Known {
    /// Where the state of a file of questions lies: beside it.
    pub fn path(questions: &Path) -> PathBuf {
        let mut name = questions.as_os_str().to_owned();
        name.push(".known.json");
        PathBuf::from(name)
    }

    /// What the run before left; nothing before the first.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn load(path: &Path) -> io::Result<Known> {
        match read(path) {
            Ok(text) => serde_json::from_str(&text).map_err(io::Error::from),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Known::default()),
            Err(error) => Err(error),
        }
    }

    /// Notes what a question finds now; gives those that it had not found before.
    pub fn news(
        &mut self,
        key: &str,
        found: &[(String, &StatementEntry)],
        now: &str,
    ) -> Vec<StatementEntry> {
        let known = self.questions.entry(key.to_owned()).or_default();
        let mut news = Vec::new();
        for (mark, statement) in found {
            known.entry(mark.clone()).or_insert_with(|| {
                news.push((*statement).clone());
                now.to_owned()
            });
        }
        news
    }

    /// When a question first found a statement of a list with marks, in UTC.
    pub fn since(&self, key: &str, mark: &str) -> Option<&str> {
        Some(self.questions.get(key)?.get(mark)?)
    }

    /// Writes the state: whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        replace(path, &serde_json::to_vec_pretty(self)?)
    }
}

/// Reads a small text file.
///
/// # Errors
/// When it cannot be read, is no UTF-8, or is too large.
pub fn read(path: &Path) -> io::Result<String> {
    let size = std::fs::metadata(path)?.len();
    if size > MAX_BYTES {
        let reason = format!("it has {size} bytes; at most {MAX_BYTES} are read");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
    }
    std::fs::read_to_string(path)
}

/// Puts a file in the place of another in one step.
///
/// # Errors
/// When it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Statements, each with what it is known again by when others are put before it in its meeting: the
/// meeting, the words, and which of several equal sentences it is. Safe in a URN.
pub fn marked<'a>(
    statements: impl Iterator<Item = &'a StatementEntry>,
) -> Vec<(String, &'a StatementEntry)> {
    let mut n_equal: BTreeMap<String, usize> = BTreeMap::new();
    let mut mark = |statement: &StatementEntry| {
        let words = format!("{}:{:.16}", statement.meeting.id, hash(&statement.text));
        let nth = n_equal.entry(words.clone()).or_default();
        *nth += 1;
        format!("{words}:{nth}")
    };
    statements.map(|statement| (mark(statement), statement)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_question_or_a_fault() {
        let text = "\u{feff}# ugens emner\n\nJournal = sundhedsjournal taler:\"Lone Thiel\"\n\
            Ordret==journal\njournal = igen\n= navnløs\nTom =\nblot ord\n";
        let (saved, faults) = saved_questions(text);
        let read: Vec<(&str, &str)> =
            saved.iter().map(|s| (s.key.as_str(), s.question.as_str())).collect();
        assert_eq!(
            read,
            [("journal", "sundhedsjournal taler:\"Lone Thiel\""), ("ordret", "=journal")]
        );
        assert_eq!(faults.iter().map(|f| f.0).collect::<Vec<_>>(), [5, 6, 7, 8]);
    }
}
