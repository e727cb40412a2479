//! The paths given → the files to read, in order, and what was passed over.
//!
//! In: files and folders. Out: [`Walk`]. Files named on their own are read whatever they are called;
//! inside folders the endings below are. Deliberately absent: reading.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::guard::Guard;
use crate::{ReadError, beside, corrections};

/// Endings that are read inside folders; what the file really is, its bytes tell. XML is read when it
/// begins as a sitting in TEI does.
const ENDINGS: [&str; 11] =
    ["docx", "eml", "htm", "html", "markdown", "md", "odt", "pdf", "text", "txt", "zip"];

/// What the paths given hold.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// Absolute path → the file as the archive shows it, in order of path.
    pub files: BTreeMap<PathBuf, String>,
    /// Files of other kinds, counted by ending (`.xlsx`); links to folders as `links`.
    pub skipped: BTreeMap<String, usize>,
    /// Links to files that are read anyhow, by themselves or through another link.
    pub links: BTreeSet<PathBuf>,
    /// Files whose names hold what no index may: they are not read.
    pub refused: BTreeSet<PathBuf>,
    /// One line for each of the links.
    pub remarks: Vec<String>,
    /// Paths that are not there or may not be read.
    pub failures: Vec<ReadError>,
    /// Folders and files that were looked at.
    pub seen: Vec<PathBuf>,
    /// Places below `seen` that could not be looked at: nothing is known of them.
    pub unseen: Vec<PathBuf>,
}

/// Walks files and folders.
pub(crate) fn walk(paths: &[PathBuf]) -> Walk {
    let mut walk = Walk::default();
    let mut links = Vec::new();
    for path in paths {
        match fs::canonicalize(path) {
            Err(source) => {
                let place = path.display().to_string();
                walk.failures.push(ReadError::Io { place, source });
            }
            Ok(root) if root.is_dir() => folder(&root, &mut walk, &mut links),
            Ok(file) => {
                let place = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
                walk.files.entry(file.clone()).or_insert_with(|| place.into_owned());
                walk.seen.push(file);
            }
        }
    }
    // Last, so that a file is read under its own name where that was met too.
    let mut targets: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    for Link { path, place, target } in links {
        let twin =
            if walk.files.contains_key(&target) { Some(&target) } else { targets.get(&target) };
        match twin.filter(|twin| **twin != path) {
            Some(twin) => {
                if walk.links.insert(path) {
                    let twin = walk.files.get(twin).map_or("", String::as_str);
                    walk.remarks.push(format!("{place}: a link to {twin}, which is read once"));
                }
            }
            None => {
                walk.files.insert(path.clone(), place);
                targets.insert(target, path);
            }
        }
    }
    walk
}

impl Walk {
    /// Takes numbers of persons out of what is shown, and files that cannot be told without out of what
    /// is read.
    pub(crate) fn guard(&mut self, guard: &Guard) {
        self.refused = self.files.keys().filter(|path| guard.refuses(path)).cloned().collect();
        for path in &self.refused {
            if let Some(place) = self.files.remove(path) {
                let place = guard.text(&place);
                self.failures.push(ReadError::NameHoldsNumber { place });
            }
        }
        for place in self.files.values_mut() {
            *place = guard.text(place);
        }
    }
}

/// A link to a file.
struct Link {
    path: PathBuf,
    place: String,
    target: PathBuf,
}

fn folder(root: &Path, walk: &mut Walk, links: &mut Vec<Link>) {
    walk.seen.push(root.to_owned());
    // Links to folders are not followed: they may lead round in a circle.
    let tree = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in tree.filter_entry(|entry| !is_index(entry) && !is_hidden_folder(entry)) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let place = place(root, &path);
                let source = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
                walk.failures.push(ReadError::Io { place, source });
                walk.unseen.push(path);
                continue;
            }
        };
        let path = entry.path();
        if entry.file_type().is_dir() {
            continue;
        }
        if entry.file_type().is_symlink() && path.is_dir() {
            *walk.skipped.entry("links to folders".to_owned()).or_default() += 1;
            continue;
        }
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match ending {
            Some(ending) if ENDINGS.contains(&ending.as_str()) || is_sitting(path) => {
                let place = place(root, path);
                // A link that leads nowhere is met again, and named, when it is read.
                match fs::canonicalize(path) {
                    Ok(target) if entry.file_type().is_symlink() => {
                        links.push(Link { path: path.to_owned(), place, target });
                    }
                    _ => {
                        walk.files.entry(path.to_owned()).or_insert(place);
                    }
                }
            }
            _ if path.file_name().is_some_and(|name| name == corrections::FILE) => {}
            ending => {
                let ending = ending.map_or("without ending".to_owned(), |e| format!(".{e}"));
                *walk.skipped.entry(ending).or_default() += 1;
            }
        }
    }
}

fn is_sitting(path: &Path) -> bool {
    beside::is_xml(path) && beside::holds_sittings(path)
}

/// The path below the folder that was given, with `/` between its parts on every system.
fn place(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    match parts.is_empty() {
        true => root.display().to_string(),
        false => parts.join("/"),
    }
}

/// An index lies often enough beside the minutes it was made of.
fn is_index(entry: &DirEntry) -> bool {
    entry.file_type().is_dir()
        && entry.path().join("referat.json").is_file()
        && entry.path().join("config").is_dir()
}

/// `.git` and the like, but not a hidden folder that was named itself.
fn is_hidden_folder(entry: &DirEntry) -> bool {
    entry.depth() > 0
        && entry.file_type().is_dir()
        && entry.file_name().to_string_lossy().starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_order_and_nothing_is_lost() {
        let dir = tempfile::tempdir().unwrap();
        for (file, root) in [("a.xml", "TEI"), ("personer.xml", "listPerson"), ("x.xml", "x")] {
            fs::write(dir.path().join(file), format!("<?xml version='1.0'?>\n<{root}/>")).unwrap();
        }
        for file in ["b/2.TXT", "b/1.md", "a.pdf", "ark.xlsx", "LÆSMIG", ".git/x.txt"] {
            let path = dir.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let walked = walk(&[dir.path().to_owned(), dir.path().join("findes-ikke")]);
        let places: Vec<&str> = walked.files.values().map(String::as_str).collect();
        assert_eq!(places, ["a.pdf", "a.xml", "b/1.md", "b/2.TXT"]);
        assert_eq!(walked.skipped.get(".xlsx"), Some(&1));
        assert_eq!(walked.skipped.get(".xml"), Some(&2));
        assert_eq!(walked.skipped.get("without ending"), Some(&1));
        assert_eq!(walked.failures.len(), 1);
        let named = walk(&[dir.path().join("LÆSMIG")]);
        assert_eq!(named.files.values().next().map(String::as_str), Some("LÆSMIG"));
    }

    #[test]
    #[cfg(unix)]
    fn a_file_and_links_to_it_are_one() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let away = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(dir.path()).unwrap();
        fs::write(root.join("b.txt"), "x").unwrap();
        fs::write(away.path().join("c.txt"), "x").unwrap();
        symlink(root.join("b.txt"), root.join("a.txt")).unwrap();
        symlink(away.path().join("c.txt"), root.join("d.txt")).unwrap();
        symlink(away.path().join("c.txt"), root.join("e.txt")).unwrap();
        let walked = walk(&[root.clone(), root.clone()]);
        let places: Vec<&str> = walked.files.values().map(String::as_str).collect();
        assert_eq!(places, ["b.txt", "d.txt"]);
        assert_eq!(
            walked.remarks,
            [
                "a.txt: a link to b.txt, which is read once",
                "e.txt: a link to d.txt, which is read once"
            ]
        );
        assert_eq!(walked.links.len(), 2);
    }
}
