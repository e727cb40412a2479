//! What a question finds in one meeting.
//!
//! In: a [`Question`] and the reference of a meeting. Out: the [`Hit`]s in it, in the order of the
//! minutes. Deliberately absent: counts and pages; a meeting is read whole.

use schema::StatementEntry;
use tantivy::Term;
use tantivy::query::{BooleanQuery, Query};

use crate::best::best;
use crate::plan::{self, Bonuses, filter};
use crate::{Archive, Hit, QueryError, Question, Sort};

impl Archive {
    /// Searches within a meeting.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn within(&self, meeting: &str, question: &Question) -> Result<Vec<Hit>, QueryError> {
        let look = self.look()?;
        let plan = look.plan(question)?;
        let in_it = Term::from_field_text(look.fields().meeting, meeting);
        let query: Box<dyn Query> = Box::new(BooleanQuery::new(vec![
            filter(plan.query.box_clone()),
            filter(plan::term(in_it)),
        ]));
        let (_, found) =
            best(&look.seen, &*query, (Sort::Oldest, &Bonuses::default()), usize::MAX, 0)?;
        let mut hits = Vec::with_capacity(found.len());
        for (_, address) in found {
            let statement: StatementEntry = look.entry(address)?;
            hits.push(look.hit(statement, 0.0, &plan.asked));
        }
        hits.sort_by_key(|hit| hit.statement.ordinal);
        Ok(hits)
    }
}
