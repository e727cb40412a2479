//! What a question finds in one meeting.
//!
//! In: a [`Question`] and the reference of a meeting. Out: the [`Hit`]s in it, in the order of the
//! minutes. Deliberately absent: counts and pages; a meeting is read whole.

use tantivy::Term;

use crate::plan::{self, filter};
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
        let clauses = vec![filter(plan.query), filter(plan::term(in_it))];
        let statements = look.entries(clauses, Sort::Oldest, usize::MAX)?;
        let hit = |statement| look.hit(statement, 0.0, &plan.asked);
        Ok(statements.into_iter().map(hit).collect())
    }
}
