//! An archive of minutes, open for questions.
//!
//! In: the folder of an index; a [`Question`] or a reference. Out: an [`Answer`]. Blocking: callers
//! in async code use a thread for it. Deliberately absent: what words mean (`plan`), and print.

use std::path::Path;

use schema::{Config, MeetingEntry, StatementEntry};

use crate::{Answer, Filter, MeetingInFull, Person, PersonInFull, QueryError, Question, Shown};

/// An index that has agreed with this program. Cheap to share between threads by reference; sees
/// what a later `referat index` commits.
#[derive(Debug)]
pub struct Archive {}

impl Archive {
    /// Opens the index in a folder; without `config` with the index's own copy.
    pub fn open(_dir: &Path, _config: Option<&Config>) -> Result<Archive, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// Searches statements.
    pub fn search(&self, _question: &Question) -> Result<Answer, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// Meetings, newest first, undated last.
    pub fn meetings(&self, _filter: &Filter) -> Result<Vec<MeetingEntry>, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// People by name.
    pub fn people(&self, _filter: &Filter) -> Result<Vec<Person>, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// One person by key.
    pub fn person(&self, _key: &str) -> Result<Option<PersonInFull>, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// One meeting by reference.
    pub fn meeting(&self, _id: &str) -> Result<Option<MeetingInFull>, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// One statement by key (`vandraad-2021-03-04-s12`) or reference (`vandraad-2021-03-04/2.3/s12`).
    pub fn statement(&self, _reference: &str) -> Result<Option<StatementEntry>, QueryError> {
        Err(QueryError::NothingAsked)
    }
    /// What a reference of a meeting, an item or a statement refers to.
    pub fn show(&self, _reference: &str) -> Result<Option<Shown>, QueryError> {
        Err(QueryError::NothingAsked)
    }
}
