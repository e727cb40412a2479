//! `referat.json`, the file that makes a folder an index: which schema and which configuration.
//!
//! In: an index folder. Out: [`Stamp`]. Deliberately absent: what is inside the index.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::StoreError;

/// The file that makes a folder an index.
pub(crate) const STAMP: &str = "referat.json";

/// What `referat.json` says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    pub schema: u32,
    pub config: String,
}

/// The stamp of a folder, if it has one.
pub(crate) fn read_stamp(dir: &Path) -> Result<Option<Stamp>, StoreError> {
    let path = dir.join(STAMP);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        // The index folder is a file, or lies below one.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(StoreError::Foreign { dir: dir.to_owned() });
        }
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            return Err(StoreError::Damaged {
                dir: dir.to_owned(),
                what: format!("{STAMP}: {error}"),
            });
        }
        Err(source) => return Err(StoreError::Io { path, source }),
    };
    let stamp = serde_json::from_str(&text).map_err(|error| StoreError::Damaged {
        dir: dir.to_owned(),
        what: format!("{STAMP}: {error}"),
    })?;
    Ok(Some(stamp))
}

/// Writes the stamp, whole or not at all.
pub(crate) fn write_stamp(dir: &Path, stamp: &Stamp) -> Result<(), StoreError> {
    let path = dir.join(STAMP);
    let unfinished = dir.join("referat.json.new");
    let text = serde_json::to_string(stamp)
        .map_err(|e| StoreError::Io { path: path.clone(), source: e.into() })?;
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, &path))
        .map_err(|source| StoreError::Io { path, source })
}
