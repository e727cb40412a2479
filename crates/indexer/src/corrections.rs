//! Corrections by a person: `referat.toml` beside the archive → what it says, ready to be applied.
//!
//! In: the paths that are indexed. Out: [`Corrections`], one for each file found, with a line for each
//! of its rows. How the file is written: `index-config/README.md`. Deliberately absent: what rows do to
//! a meeting (`apply`), and guesses: a row that fits nothing is reported.

mod apply;
mod file;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use danish::{Date, name_key};
use schema::{Manifest, slug};
use thiserror::Error;

use crate::file_key;
use crate::people::Told;
use file::{DateRow, NameRow, RoleRow, SpeakerRow};

/// The file with corrections.
pub(crate) const FILE: &str = "referat.toml";

/// What one `referat.toml` says.
#[derive(Debug)]
pub(crate) struct Corrections {
    /// The folder that it lies in; its `file` keys are below it.
    dir: PathBuf,
    fingerprint: String,
    names: Vec<Row<NameRow>>,
    speakers: Vec<Row<SpeakerRow>>,
    dates: Vec<Row<DateRow>>,
    roles: Vec<Row<RoleRow>>,
}

/// One row, with the line it begins on, counted from 1.
#[derive(Debug)]
struct Row<T> {
    line: u32,
    is: T,
}

/// Why corrections cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CorrectionsError {
    /// Occurs when the file is there and cannot be read.
    #[error("{}: {source}; it must be UTF-8 text that you may read", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Occurs when a row is not as it must be: an unknown key, a missing one, a wrong value.
    #[error("{} line {line}: {message}; index-config/README.md tells how corrections are written", path.display())]
    Row {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1.
        line: u32,
        /// What is wrong, in one line.
        message: String,
    },
}

/// The corrections that lie beside paths: in the folder itself, else in the nearest one above that has
/// some.
///
/// # Errors
/// When such a file cannot be read or understood.
pub(crate) fn beside(
    paths: impl IntoIterator<Item = PathBuf>,
) -> Result<Vec<Corrections>, CorrectionsError> {
    let paths: BTreeSet<PathBuf> = paths.into_iter().collect();
    let has_some = |dir: &&Path| dir.join(FILE).is_file();
    let dirs: BTreeSet<&Path> =
        paths.iter().filter_map(|path| path.ancestors().find(has_some)).collect();
    dirs.into_iter().map(read).collect()
}

fn read(dir: &Path) -> Result<Corrections, CorrectionsError> {
    let path = dir.join(FILE);
    let text = fs::read_to_string(&path)
        .map_err(|source| CorrectionsError::Io { path: path.clone(), source })?;
    let wrong = |line, message| CorrectionsError::Row { path: path.clone(), line, message };
    let file = file::parsed(&text).map_err(|(line, message)| wrong(line, message))?;
    Ok(Corrections {
        dir: dir.to_owned(),
        fingerprint: crate::read::hash(text.as_bytes()),
        names: file.names,
        speakers: file.speakers,
        dates: file.dates,
        roles: file.roles,
    })
}

/// The corrections that are for a file: those of the nearest folder above it.
pub(crate) fn for_file<'a>(all: &'a [Corrections], path: &Path) -> Option<&'a Corrections> {
    let above = all.iter().filter(|corrections| path.starts_with(&corrections.dir));
    above.max_by_key(|corrections| corrections.dir.as_os_str().len())
}

/// Equal only for equal corrections; empty without any.
pub(crate) fn fingerprint(all: &[Corrections], path: &Path) -> String {
    for_file(all, path).map_or_else(String::new, |corrections| corrections.fingerprint.clone())
}

/// A line for each row that fits nothing in the archive. Rows are judged only when every file that they
/// are for was read with them.
pub(crate) fn unfitting(all: &[Corrections], manifest: &Manifest) -> Vec<String> {
    let mut remarks = Vec::new();
    for corrections in all {
        let own = |(key, _): &(&String, _)| {
            let found = for_file(all, &file_key::path(key));
            found.is_some_and(|found| std::ptr::eq(found, corrections))
        };
        let records = manifest.files.iter().filter(own).map(|(_, record)| record);
        let mut fitted: BTreeSet<u32> = BTreeSet::new();
        let mut is_judged = true;
        for record in records {
            is_judged &= record.corrections == corrections.fingerprint;
            fitted.extend(&record.fitted);
        }
        if is_judged {
            let path = corrections.dir.join(FILE);
            let rows = corrections.rows().into_iter().filter(|(line, _)| !fitted.contains(line));
            remarks.extend(rows.map(|(line, row)| {
                format!("{} line {line}: {row}; mend it or take it out", path.display())
            }));
        }
    }
    remarks
}

/// What rows tell of who is who: a name that one gives is nobody else's, and one that looks everywhere
/// is one person everywhere.
pub(crate) fn told(all: &[Corrections]) -> Told {
    let mut told = Told::default();
    for row in all.iter().flat_map(|corrections| &corrections.names) {
        let name = name_key(&row.is.is);
        if row.is.scope.is_everywhere() {
            told.one.insert(name.clone());
        }
        told.given.insert(name);
    }
    told
}

impl Corrections {
    /// Line of each row, and what it means that it fits nothing.
    fn rows(&self) -> Vec<(u32, String)> {
        let names = self.names.iter().map(|row| {
            (row.line, format!("nobody is written {} where it looks", row.is.written.join(" or ")))
        });
        let speakers = self.speakers.iter().map(|row| {
            (row.line, format!("no sentence, or more than one, has the words {:?}", row.is.words))
        });
        let dates = self.dates.iter().map(|row| {
            (row.line, format!("there is no such file, or no such meeting in {}", row.is.file))
        });
        let roles = self.roles.iter().map(|row| {
            (row.line, format!("{} is in no list of people where it looks", row.is.name))
        });
        let mut rows: Vec<_> = names.chain(speakers).chain(dates).chain(roles).collect();
        rows.sort();
        rows
    }

    /// A file as the corrections call it: its path below their folder.
    fn name_of(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.dir).unwrap_or(path);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

/// Where a row looks: everywhere but for what it names.
#[derive(Debug, Clone, Default)]
struct Scope {
    body: Option<String>,
    file: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
}

impl Scope {
    fn is_everywhere(&self) -> bool {
        let Scope { body, file, from, to } = self;
        body.is_none() && file.is_none() && from.is_none() && to.is_none()
    }

    /// Whether a meeting is in it. One without a day is in no period.
    fn holds(&self, body: &str, file: &str, date: Option<Date>) -> bool {
        let in_body = self.body.as_ref().is_none_or(|own| slug(body).contains(&slug(own)));
        let in_file = self.file.as_ref().is_none_or(|own| own == file);
        let after = self.from.is_none_or(|from| date.is_some_and(|date| date >= from));
        let before = self.to.is_none_or(|to| date.is_some_and(|date| date <= to));
        in_body && in_file && after && before
    }
}

/// Whether two names are written for one: titles, brackets and spelling aside.
fn is_same_name(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
}
