//! Meetings that the index holds already, as they were written.
//!
//! In: a searcher and a reference. Out: [`Entry`]. With them an index is written again without reading
//! any file. Deliberately absent: questions (crate `query`).

use schema::{Entry, Fields, MEETING, MeetingEntry, STATEMENT, StatementEntry};
use serde::de::DeserializeOwned;
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use crate::IndexError;

/// The meeting of that reference with its statements; `None` when the index does not hold it.
pub(crate) fn entry(
    searcher: &Searcher,
    fields: &Fields,
    id: &str,
) -> Result<Option<Entry>, IndexError> {
    let of_meeting = Term::from_field_text(fields.meeting, id);
    let kind = |kind| [of_meeting.clone(), fields.kind_term(kind)];
    let meetings: Vec<MeetingEntry> = all(searcher, fields, kind(MEETING))?;
    let mut statements: Vec<StatementEntry> = all(searcher, fields, kind(STATEMENT))?;
    statements.sort_by_key(|statement| statement.ordinal);
    Ok(meetings.into_iter().next().map(|meeting| Entry { meeting, statements }))
}

/// All meetings without their statements.
pub(crate) fn meetings(
    searcher: &Searcher,
    fields: &Fields,
) -> Result<Vec<MeetingEntry>, IndexError> {
    all(searcher, fields, [fields.kind_term(MEETING)])
}

fn all<T: DeserializeOwned, const N: usize>(
    searcher: &Searcher,
    fields: &Fields,
    terms: [Term; N],
) -> Result<Vec<T>, IndexError> {
    let clauses = terms.map(|term| {
        let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
        (Occur::Must, query)
    });
    let found = searcher.search(&BooleanQuery::new(clauses.into()), &DocSetCollector)?;
    let mut stored = Vec::with_capacity(found.len());
    for address in found {
        stored.push(fields.stored(&searcher.doc(address)?)?);
    }
    Ok(stored)
}
