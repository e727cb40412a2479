//! The folder of a transcript → who is who, from the lists of persons that lie in it.
//!
//! A corpus keeps its persons once, in a file beside the sittings or in the folder above them. Each
//! folder is looked into once a run. Deliberately absent: sittings, and lists that are named by the
//! files: what lies there is what counts. A list that changes is seen when a sitting is read again.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use documents::{People, TeiKind, tei_kind};

use crate::read;

/// How much of a file tells what kind of XML it is, in bytes: a declaration, a comment with a licence
/// and the first tag. No source.
const START_BYTES: u64 = 8192;

/// What the lists of a folder tell, and which of them could not be read.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// Persons and organisations of all lists, by name of file.
    pub people: People,
    /// One line for each list that could not be read.
    pub failures: Vec<String>,
}

/// The lists of each folder, read once.
#[derive(Debug)]
pub(crate) struct Beside {
    limit_mb: u64,
    folders: Mutex<BTreeMap<PathBuf, Arc<Lists>>>,
}

impl Beside {
    /// Nothing looked into yet; lists of more than `limit_mb` million bytes are not read.
    pub fn new(limit_mb: u64) -> Beside {
        Beside { limit_mb, folders: Mutex::default() }
    }

    /// The lists beside a file, then those in the folder above.
    pub fn lists(&self, file: &Path) -> Vec<Arc<Lists>> {
        file.ancestors().skip(1).take(2).map(|folder| self.of_folder(folder)).collect()
    }

    fn of_folder(&self, folder: &Path) -> Arc<Lists> {
        // Held while reading: others that need the same folder wait instead of reading it too.
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || Arc::new(read_lists(folder, self.limit_mb));
        Arc::clone(folders.entry(folder.to_owned()).or_insert_with(read))
    }
}

fn read_lists(folder: &Path, limit_mb: u64) -> Lists {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).map(|entries| entries.flatten().collect::<Vec<_>>());
    let mut paths: Vec<PathBuf> =
        entries.unwrap_or_default().into_iter().map(|entry| entry.path()).collect();
    paths
        .retain(|path| is_xml(path) && matches!(kind(path), Some(TeiKind::List | TeiKind::Corpus)));
    paths.sort();
    let mut lists = Lists::default();
    for path in paths {
        let place = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let people = read::bytes(&path, &place, limit_mb)
            .and_then(|bytes| Ok(documents::people(&bytes, &place)?));
        match people {
            Ok(people) => {
                lists.people.persons.extend(people.persons);
                lists.people.organisations.extend(people.organisations);
            }
            Err(error) => lists.failures.push(error.to_string()),
        }
    }
    lists
}

/// Whether a file is called XML.
pub(crate) fn is_xml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
}

/// Whether a file called XML holds sittings: only these are minutes.
pub(crate) fn holds_sittings(path: &Path) -> bool {
    match kind(path) {
        Some(TeiKind::Sitting) => true,
        // Most corpora only refer to the files of their sittings.
        Some(TeiKind::Corpus) => {
            fs::read(path).is_ok_and(|bytes| documents::holds_sittings(&bytes))
        }
        _ => false,
    }
}

fn kind(path: &Path) -> Option<TeiKind> {
    let is_file = fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    let file = File::open(path).ok().filter(|_| is_file)?;
    let mut start = Vec::new();
    file.take(START_BYTES).read_to_end(&mut start).ok()?;
    tei_kind(&start)
}
