//! What the index holds at one moment, and how it is asked.
//!
//! In: an [`Archive`](crate::Archive). Out: [`Look`]: one searcher with the analyzer that belongs to it, so
//! that all counts of an answer are of one state of the index. Deliberately absent: what is counted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use danish::Analyzer;
use schema::{Fields, MEETING, MeetingEntry, STATEMENT, StatementEntry, Store};
use serde::de::DeserializeOwned;
use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, Occur, Query, TermSetQuery};
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::archive::Seen;
use crate::plan::{self, Clauses, Plan};
use crate::resolve::Names;
use crate::search::page;
use crate::{QueryError, Question, Sort};

/// One state of the index.
pub(crate) struct Look<'a> {
    /// Its documents and their analyzer.
    pub seen: Arc<Seen>,
    /// The index.
    pub store: &'a Store,
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
        Names { searcher: self.searcher(), fields: self.fields(), analyzer: self.analyzer() }
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
        let (_, found) = page(self.searcher(), &*query, sort, limit, 0)?;
        let entry = |(_, address)| Ok(self.fields().stored(&self.searcher().doc(address)?)?);
        found.into_iter().map(entry).collect()
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

    /// Meetings by reference.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn meetings<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i str>,
    ) -> Result<BTreeMap<String, MeetingEntry>, QueryError> {
        let ids = ids.into_iter().collect();
        let clauses = vec![self.of_kind(MEETING), any(self.fields().meeting, &ids)];
        let meetings: Vec<MeetingEntry> = self.entries(clauses, Sort::Oldest, usize::MAX)?;
        Ok(meetings.into_iter().map(|meeting| (meeting.id.clone(), meeting)).collect())
    }
}

/// A clause for documents that have any of some values.
pub(crate) fn any(field: Field, values: &BTreeSet<&str>) -> (Occur, Box<dyn Query>) {
    let terms = values.iter().map(|value| Term::from_field_text(field, value));
    plan::filter(Box::new(TermSetQuery::new(terms)))
}
