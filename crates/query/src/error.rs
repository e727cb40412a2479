//! What can go wrong when a question is asked.
//!
//! Deliberately absent: nothing found, which is an answer.

use schema::StoreError;
use tantivy::TantivyError;
use thiserror::Error;

/// Why a question could not be answered.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum QueryError {
    /// Occurs when the index cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Occurs when the index cannot be read after it was opened.
    #[error("the index cannot be read: {0}; make it anew with: referat index FOLDER --rebuild")]
    Index(#[from] TantivyError),
    /// Occurs when a document of the index is not as it was written.
    #[error(
        "the index holds an entry that cannot be read ({0}); make it anew with: referat index FOLDER --rebuild"
    )]
    Entry(#[from] serde_json::Error),
    /// Occurs when nothing was asked.
    #[error("nothing was asked: give words, or a filter such as --speaker, --year or --body")]
    NothingAsked,
    /// Occurs when words are to be distinctive of nobody.
    #[error("whose words? give a person with --speaker or a body with --body")]
    NobodyNamed,
    /// Occurs when a date or year cannot be read.
    #[error("{name}: {typed:?} is no date; write 2022, 2022-02, 2022-02-02 or \"2. februar 2022\"")]
    Date {
        /// The parameter: `from`, `to`, `year`.
        name: &'static str,
        /// What was typed.
        typed: String,
    },
    /// Occurs when the first day lies after the last.
    #[error("from {from} to {to} is no period: the first day lies after the last")]
    Period {
        /// First day.
        from: danish::Date,
        /// Last day.
        to: danish::Date,
    },
    /// Occurs when more of a question has to be looked up in the words and names of the whole archive
    /// than one question may ask for.
    #[error("{n} parts of the question have *, ~ or a name; at most {most} are looked up at once")]
    TooWide {
        /// How many there are.
        n: usize,
        /// How many there may be.
        most: usize,
    },
    /// Occurs when a value is none of those that a parameter takes.
    #[error("{name}: {typed:?} is not known; it takes {takes}")]
    Value {
        /// The parameter.
        name: &'static str,
        /// What was typed.
        typed: String,
        /// What it takes.
        takes: &'static str,
    },
    /// Occurs when a name fits several persons. The candidates, most talkative first.
    #[error("{typed:?} fits {} persons: {}; write more of the name, or its key", candidates.len(), listed(candidates))]
    ManyPersons {
        /// What was typed.
        typed: String,
        /// Key and name of each.
        candidates: Vec<(String, String)>,
    },
    /// Occurs when nobody in the archive has that name. Names that resemble it.
    #[error("nobody in the archive is called {typed:?}{}", suggested(suggestions))]
    NoPerson {
        /// What was typed.
        typed: String,
        /// Names like it; may be empty.
        suggestions: Vec<String>,
    },
    /// Occurs when no meeting is of such a body. All bodies of the archive.
    #[error("no body in the archive has {typed:?} in its name{}", suggested(bodies))]
    NoBody {
        /// What was typed.
        typed: String,
        /// Bodies of the archive.
        bodies: Vec<String>,
    },
}

impl QueryError {
    /// Whether another question could be answered: the fault is not the index's.
    pub fn is_of_the_question(&self) -> bool {
        !matches!(self, QueryError::Store(_) | QueryError::Index(_) | QueryError::Entry(_))
    }

    /// Whether the question was understood and there is just nothing: exit code 1, an empty answer
    /// over HTTP.
    pub fn is_nothing_found(&self) -> bool {
        matches!(self, QueryError::NoPerson { .. } | QueryError::NoBody { .. })
    }

    /// Whether the asker can mend it (exit code 2, HTTP 400) rather than whoever keeps the index.
    pub fn is_askers(&self) -> bool {
        !matches!(self, QueryError::Store(_) | QueryError::Index(_) | QueryError::Entry(_))
    }
}

fn listed(candidates: &[(String, String)]) -> String {
    candidates.iter().map(|(key, name)| format!("{name} ({key})")).collect::<Vec<_>>().join(", ")
}

fn suggested(names: &[String]) -> String {
    match names {
        [] => String::new(),
        names => format!("; there is {}", names.join(", ")),
    }
}
