//! What the index holds at one moment, and how it is asked.
//!
//! In: an [`Archive`](crate::Archive). Out: [`Look`]: one searcher with the analyzer that belongs to it, so
//! that all counts of an answer are of one state of the index. Deliberately absent: what is counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use danish::Analyzer;
use schema::{Fields, MEETING, MeetingEntry, STATEMENT, StatementEntry, Store};
use serde::de::DeserializeOwned;
use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, Occur, Query};
use tantivy::{DocAddress, Searcher, Term};

use crate::archive::Seen;
use crate::best::best;
use crate::plan::{self, Bonuses, Clauses, Plan};
use crate::reasons::{Asked, Titles, highlights, matches};
use crate::resolve::Names;
use crate::{Hit, MeetingInFull, QueryError, Question, Sort};

/// One state of the index.
pub(crate) struct Look<'a> {
    /// Its documents and their analyzer.
    pub seen: Arc<Seen>,
    /// The index.
    pub store: &'a Store,
    /// Titles that were analyzed for telling why something was found.
    pub titles: Titles,
}

impl Look<'_> {
    /// The documents.
    pub fn searcher(&self) -> &Searcher {
        &self.seen.searcher
    }

    /// The analyzer that they were written with.
    pub fn analyzer(&self) -> &Analyzer {
        &self.seen.analyzer
    }

    /// The names that the documents have.
    pub fn names(&self) -> Names<'_> {
        let Seen { searcher, analyzer, known, .. } = &*self.seen;
        Names { searcher, fields: self.fields(), analyzer, known }
    }

    /// The fields of the index.
    pub fn fields(&self) -> &Fields {
        self.store.fields()
    }

    /// What a question asks of the index.
    ///
    /// # Errors
    /// As [`plan::plan`].
    pub fn plan(&self, question: &Question) -> Result<Plan, QueryError> {
        plan::plan(question, &self.names(), self.store.config().settings())
    }

    /// How many statements a question finds; 0 when it names nobody.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn total(&self, question: &Question) -> Result<usize, QueryError> {
        match self.plan(question) {
            Ok(plan) => self.count(&*plan.query),
            Err(error) if error.is_askers() => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// How many documents fit.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn count(&self, query: &dyn Query) -> Result<usize, QueryError> {
        Ok(self.searcher().search(query, &Count)?)
    }

    /// A clause for the statements, or the meetings, of the index.
    pub fn of_kind(&self, kind: &str) -> (Occur, Box<dyn Query>) {
        plan::filter(plan::term(self.fields().kind_term(kind)))
    }

    /// The entries of all that fits, in order; at most `limit`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn entries<T: DeserializeOwned>(
        &self,
        clauses: Clauses,
        sort: Sort,
        limit: usize,
    ) -> Result<Vec<T>, QueryError> {
        let query: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
        let (_, found) = best(&self.seen, &*query, (sort, &Bonuses::default()), limit, 0)?;
        found.into_iter().map(|(_, address)| self.entry(address)).collect()
    }

    /// What a document stores.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn entry<T: DeserializeOwned>(&self, address: DocAddress) -> Result<T, QueryError> {
        Ok(self.fields().stored(&self.searcher().doc(address)?)?)
    }

    /// A statement with what it was found by.
    pub fn hit(&self, statement: StatementEntry, score: f32, asked: &[Asked]) -> Hit {
        let matches = matches(&self.titles, self.analyzer(), &statement, asked);
        Hit { statement, highlights: highlights(&matches), matches, score }
    }

    /// Statements that fit, in order; at most `limit`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn statements(
        &self,
        mut clauses: Clauses,
        sort: Sort,
        limit: usize,
    ) -> Result<Vec<StatementEntry>, QueryError> {
        clauses.push(self.of_kind(STATEMENT));
        self.entries(clauses, sort, limit)
    }

    /// One statement by key (`vandraad-2021-03-04-s12`) or reference (`vandraad-2021-03-04/2.3/s12`).
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn statement(&self, reference: &str) -> Result<Option<StatementEntry>, QueryError> {
        let Some(id) = statement_id(reference) else { return Ok(None) };
        let id = plan::filter(plan::term(Term::from_field_text(self.fields().id, &id)));
        Ok(self.statements(vec![id], Sort::Oldest, usize::MAX)?.into_iter().next())
    }

    /// One meeting by reference, with its statements.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn meeting(&self, id: &str) -> Result<Option<MeetingInFull>, QueryError> {
        let Some(meeting) = self.meetings([id])?.remove(id) else { return Ok(None) };
        let of_it = plan::filter(plan::term(Term::from_field_text(self.fields().meeting, id)));
        let statements = self.statements(vec![of_it], Sort::Oldest, usize::MAX)?;
        Ok(Some(MeetingInFull { meeting, statements }))
    }

    /// Meetings by reference.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn meetings<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i str>,
    ) -> Result<BTreeMap<String, MeetingEntry>, QueryError> {
        self.meetings_as(ids, |meeting: &MeetingEntry| meeting.id.clone())
    }

    /// As much of meetings as is wanted, by reference.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn meetings_as<'i, T: DeserializeOwned>(
        &self,
        ids: impl IntoIterator<Item = &'i str>,
        id: impl Fn(&T) -> String,
    ) -> Result<BTreeMap<String, T>, QueryError> {
        let clauses = vec![self.of_kind(MEETING), plan::filter(plan::any(self.fields().id, ids))];
        let meetings: Vec<T> = self.entries(clauses, Sort::Oldest, usize::MAX)?;
        Ok(meetings.into_iter().map(|meeting| (id(&meeting), meeting)).collect())
    }
}

/// The key of a statement out of its key or its reference; `None` when it is neither.
fn statement_id(reference: &str) -> Option<String> {
    let Some((head, last)) = reference.rsplit_once('/') else {
        return Some(reference.to_owned());
    };
    let number = last.strip_prefix('s').filter(|n| n.bytes().all(|b| b.is_ascii_digit()))?;
    let meeting = head.split('/').next().unwrap_or(head);
    Some(format!("{meeting}-s{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_to_keys() {
        for (reference, expected) in [
            ("vandraad-2021-03-04/2.3/s12", Some("vandraad-2021-03-04-s12")),
            ("vandraad-2021-03-04/s12", Some("vandraad-2021-03-04-s12")),
            ("vandraad-2021-03-04-s12", Some("vandraad-2021-03-04-s12")),
            ("vandraad-2021-03-04/2.3", None),
            ("vandraad-2021-03-04/sidste", None),
        ] {
            assert_eq!(statement_id(reference).as_deref(), expected, "{reference}");
        }
    }
}
