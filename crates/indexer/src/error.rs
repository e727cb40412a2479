//! Why nothing could be written. Files that cannot be read are no error of a run: see
//! [`crate::ReadError`].

use std::io;
use std::path::PathBuf;

use schema::StoreError;
use tantivy::TantivyError;
use tantivy::directory::error::LockError;
use thiserror::Error;

use crate::{CorrectionsError, ReadError};

/// Why nothing could be written. The index is as it was.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum IndexError {
    /// Occurs when the index cannot be opened or made, or another run writes it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Occurs when the corrections beside the archive cannot be used.
    #[error(transparent)]
    Corrections(#[from] CorrectionsError),
    /// Occurs when tantivy cannot write: a full disk, rights.
    #[error(
        "the index cannot be written: {0}; it is as it was before, see to the disk and run again"
    )]
    Write(#[from] TantivyError),
    /// Occurs when the disk of the index cannot hold what was read.
    #[error(
        "the index folder cannot hold what was read: {0}; it is as it was before, see to the disk and run again"
    )]
    Spool(#[from] io::Error),
    /// Occurs when a strict run meets files that it cannot read.
    #[error("{}; nothing was written because of --strict", failures.join("\n"))]
    Strict {
        /// One line each, with file, fault and way out.
        failures: Vec<String>,
    },
    /// Occurs when scans are to be read and nothing is installed that reads them.
    #[error(
        "nothing is installed that reads scans in Danish; install pdftoppm (poppler-utils) and tesseract \
         with its Danish (tesseract-ocr-dan), or run without --ocr"
    )]
    NoOcr,
    /// Occurs when folders cannot be followed.
    #[error("the folders cannot be followed: {reason}; run referat index without --watch")]
    Watch {
        /// What the system says.
        reason: String,
    },
    /// Occurs when what is to be forgotten is not in the index, or is more than one thing.
    #[error("{reason}")]
    NotForgotten {
        /// What was looked for how, and what to do.
        reason: String,
    },
    /// Occurs when what is stored cannot be read or written as JSON.
    #[error(
        "what the index holds cannot be read or written ({0}); make it anew with: referat index FOLDER --rebuild"
    )]
    Json(#[from] serde_json::Error),
    /// Occurs when the file that a statement was read from cannot be read once more.
    #[error(transparent)]
    Source(#[from] ReadError),
}

/// What it means that no writer could be had for an index.
pub(crate) fn no_writer(dir: PathBuf, error: TantivyError) -> IndexError {
    match error {
        TantivyError::LockFailure(LockError::LockBusy, _) => StoreError::Busy { dir }.into(),
        TantivyError::LockFailure(LockError::IoError(error), _) => {
            let source = io::Error::new(error.kind(), error.to_string());
            StoreError::Io { path: dir, source }.into()
        }
        error => error.into(),
    }
}
