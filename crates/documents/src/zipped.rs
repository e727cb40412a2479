//! A zip archive in, its files out, never more of them than is good for us.
//!
//! What can hurt is refused: files that unpack to more than they may, a crowd of files, names that lead
//! out of the archive. Deliberately absent: what the files are (`parts`, `docx`, `odt`).

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::DocumentError;

/// Most files of an archive; a year of a council is a few hundred. No source.
const MAX_FILES: usize = 5_000;

/// Most bytes that one file may unpack to. No source.
const MAX_FILE_BYTES: u64 = 128 << 20;

/// Most bytes that all files that are read may unpack to. No source.
const MAX_ALL_BYTES: u64 = 512 << 20;

/// An archive that was opened.
pub(crate) struct Zipped<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    name: String,
    n_bytes: u64,
}

/// Whether bytes are a zip archive, also one that an office program writes.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Opens an archive.
///
/// # Errors
/// When it is damaged or holds too many files.
pub(crate) fn open<'a>(bytes: &'a [u8], name: &str) -> Result<Zipped<'a>, DocumentError> {
    let archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(name, &error.to_string()))?;
    if archive.len() > MAX_FILES {
        return Err(DocumentError::TooMuch {
            name: name.to_owned(),
            what: format!(
                "it holds {} files, of which at most {MAX_FILES} are read",
                archive.len()
            ),
        });
    }
    Ok(Zipped { archive, name: name.to_owned(), n_bytes: 0 })
}

impl Zipped<'_> {
    /// The names of the files, folders left out, in order of name.
    pub(crate) fn names(&self) -> Vec<String> {
        // A name that is in no encoding leads to nothing, and is told by its place.
        let names = self.archive.file_names().enumerate();
        let names = names.map(|(nth, name)| name.map_or_else(|_| nth.to_string(), Cow::into_owned));
        let mut names: Vec<String> = names.filter(|name| !name.ends_with('/')).collect();
        names.sort();
        names
    }

    /// Whether a file is there.
    pub(crate) fn has(&self, file: &str) -> bool {
        self.archive.index_for_name(file).is_some()
    }

    /// The bytes of a file; `None` when it is not there.
    ///
    /// # Errors
    /// When it is damaged, locked or unpacks to too much.
    pub(crate) fn bytes(&mut self, file: &str) -> Result<Option<Vec<u8>>, DocumentError> {
        if !self.has(file) {
            return Ok(None);
        }
        let name = self.name.clone();
        let entry =
            self.archive.by_name(file).map_err(|error| damaged(&name, &error.to_string()))?;
        // What the archive says of sizes may be a lie: what comes out is counted.
        let allowed = MAX_FILE_BYTES.min(MAX_ALL_BYTES - self.n_bytes);
        let mut bytes = Vec::new();
        let read = entry.take(allowed + 1).read_to_end(&mut bytes);
        read.map_err(|error| damaged(&name, &error.to_string()))?;
        if bytes.len() as u64 > allowed {
            let what = format!("{file} in it unpacks to more than {} MB", allowed >> 20);
            return Err(DocumentError::TooMuch { name, what });
        }
        self.n_bytes += bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A file as text in UTF-8, as XML in an office document is; `None` when it is not there.
    ///
    /// # Errors
    /// As [`Zipped::bytes`].
    pub(crate) fn text(&mut self, file: &str) -> Result<Option<String>, DocumentError> {
        let bytes = self.bytes(file)?;
        Ok(bytes.map(|bytes| match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => String::from_utf8_lossy(rest).into_owned(),
            None => String::from_utf8_lossy(&bytes).into_owned(),
        }))
    }
}

fn damaged(name: &str, reason: &str) -> DocumentError {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    DocumentError::DamagedArchive { name: name.to_owned(), reason }
}
