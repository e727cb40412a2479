//! Why a verb failed, what is said of it, and the exit code.
//!
//! In: the errors of the crates. Out: [`Failure`]. Deliberately absent: who is told (`main`).

use std::io;
use std::path::PathBuf;

use query::cli::CliError;

/// Why a verb failed.
#[derive(Debug)]
pub enum Failure {
    /// Asking failed.
    Ask(CliError),
    /// Writing the index failed.
    Index(indexer::IndexError),
    /// Reading a file failed.
    Read(indexer::ReadError),
    /// The configuration is wrong.
    Config(schema::ConfigError),
    /// Serving failed.
    Serve(query::web::ServeError),
    /// A folder cannot be filled: with the sample archive or the man pages.
    Unpack {
        /// Where.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
}

impl From<CliError> for Failure {
    fn from(error: CliError) -> Failure {
        Failure::Ask(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Ask(CliError::Output(error))
    }
}

impl From<indexer::IndexError> for Failure {
    fn from(error: indexer::IndexError) -> Failure {
        Failure::Index(error)
    }
}

impl From<indexer::ReadError> for Failure {
    fn from(error: indexer::ReadError) -> Failure {
        Failure::Read(error)
    }
}

impl From<query::web::ServeError> for Failure {
    fn from(error: query::web::ServeError) -> Failure {
        Failure::Serve(error)
    }
}

impl From<schema::ConfigError> for Failure {
    fn from(error: schema::ConfigError) -> Failure {
        Failure::Config(error)
    }
}

impl Failure {
    /// What to tell whoever ran it.
    pub fn message(&self) -> String {
        match self {
            Failure::Ask(error) => error.to_string(),
            Failure::Index(error) => error.to_string(),
            Failure::Read(error) => error.to_string(),
            Failure::Config(error) => error.to_string(),
            Failure::Serve(error) => error.to_string(),
            Failure::Unpack { path, reason } => {
                format!("{}: {reason}; give a folder that you may write to", path.display())
            }
        }
    }

    /// 1 when the question was understood and there is just nothing, else 2.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Ask(CliError::Query(error)) if error.is_nothing_found() => 1,
            _ => 2,
        }
    }

    /// Whether the reader of our output has gone, which is nobody's fault.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Failure::Ask(CliError::Output(e)) if e.kind() == io::ErrorKind::BrokenPipe)
    }
}
