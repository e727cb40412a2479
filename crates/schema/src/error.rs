//! Why an index could not be opened or made, each with the way out. Nothing is opened here.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::{ConfigError, SCHEMA_VERSION};

/// Why an index could not be opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Occurs when the folder is not there.
    #[error("there is no index in {}; make one with: referat index FOLDER --index {}", dir.display(), dir.display())]
    Missing {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when the folder holds something else.
    #[error("{} is not an index of referat; choose another folder with --index, or make one with: referat index FOLDER --index DIR", dir.display())]
    Foreign {
        /// The folder.
        dir: PathBuf,
    },
    /// Occurs when the first run into this folder was interrupted.
    #[error("index {} is unfinished; run referat index again", dir.display())]
    Unfinished {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when another run writes the same index.
    #[error("index {} is being written by another run; wait for it and run again", dir.display())]
    Busy {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when the index was written by a program with another schema.
    #[error("index {} was written with schema {found}, this program reads {SCHEMA_VERSION}; make it anew with: referat index FOLDER --rebuild", dir.display())]
    Schema {
        /// The index folder.
        dir: PathBuf,
        /// The version found.
        found: u32,
    },
    /// Occurs when the Danish of the program has changed since the index was written.
    #[error("index {} was written by a program with other rules of Danish; run referat index FOLDER to bring it up to date", dir.display())]
    Analyzer {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when `--config` names another configuration than the index was written with.
    #[error("index {} was written with another configuration ({found}) than {given}; leave out --config, or make it anew with: referat index FOLDER --config DIR --rebuild", dir.display())]
    Config {
        /// The index folder.
        dir: PathBuf,
        /// Fingerprint of the index's own copy.
        found: String,
        /// Fingerprint of the configuration given.
        given: String,
    },
    /// Occurs when a file of the index is not as it was written.
    #[error("index {} is damaged ({what}); make it anew with: referat index FOLDER --rebuild", dir.display())]
    Damaged {
        /// The index folder.
        dir: PathBuf,
        /// What is wrong with which file.
        what: String,
    },
    /// Occurs when the system refuses to read or write.
    #[error("{}: {source}; see that you may read and write there", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Occurs when a configuration is wrong in itself.
    #[error(transparent)]
    Settings(#[from] ConfigError),
}
