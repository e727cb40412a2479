//! The search for statements, and for items that hold the words together.
//!
//! In: a [`Question`]. Out: an [`Answer`]: statements in order, exact counts of both kinds, the version
//! of the index. Deliberately absent: what words mean (`plan`), meetings and people (`archive`).

use schema::{ItemInMeeting, StatementEntry};
use tantivy::Term;

use crate::best::best;
use crate::look::Look;
use crate::overview::Beside;
use crate::plan::{self, Bonuses, Plan};
use crate::reasons::Asked;
use crate::said::in_words;
use crate::{Answer, Archive, Hit, ItemHit, Limit, Note, Place, QueryError, Question, Sort};

impl Archive {
    /// Searches statements.
    ///
    /// # Errors
    /// When the name fits nobody or several, no body has that name, or the index cannot be read.
    pub fn search(&self, question: &Question) -> Result<Answer, QueryError> {
        self.look()?.search(question)
    }
}

impl Limit {
    /// The number that is meant, `usual` where none was asked for.
    pub(crate) fn or(self, usual: usize) -> usize {
        match self {
            Limit::Usual => usual,
            Limit::First(n) => n,
            Limit::All => usize::MAX,
        }
    }
}

impl Look<'_> {
    /// Searches statements.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn search(&self, question: &Question) -> Result<Answer, QueryError> {
        let version = &self.seen.version;
        let limits = &self.store.config().settings().limits;
        let mut notes = Vec::new();
        if let Some(asked) = question.version.as_ref().filter(|asked| *asked != version) {
            notes.push(Note::Renewed { asked: asked.clone(), now: version.clone() });
        }
        let limit = question.limit.or(limits.hits);
        let page = |plan: &Plan| {
            let order = (question.order(), &plan.bonuses);
            best(&self.seen, &plan.query, order, limit, question.offset)
        };
        let mut plan = self.plan(question)?;
        let (mut total, mut found) = page(&plan)?;
        if total == 0
            && let Some((related, said)) = question.related()
        {
            let instead = self.plan(&related)?;
            (total, found) = page(&instead)?;
            if total > 0 {
                plan = instead;
                notes.extend(said);
            }
        }
        let mut hits = Vec::with_capacity(found.len());
        for (score, address) in found {
            hits.push(self.hit(self.entry(address)?, score, &plan.asked));
        }
        // Items are not paged: they stand on the first page.
        let (items, total_items) = match question.offset == 0 && total < limits.items {
            true => self.together(&mut plan, &hits, total, question.limit.or(limits.items))?,
            false => (Vec::new(), 0),
        };
        notes.append(&mut plan.notes);
        let end = question.offset.saturating_add(hits.len());
        let next = (!hits.is_empty() && end < total).then(|| format!("{end}-{version}"));
        Ok(Answer {
            // A typed key or part of a name reads better as the name that the minutes have.
            question: in_words(question, plan.speaker.as_deref()),
            version: version.clone(),
            total,
            hits,
            next,
            total_items,
            items,
            notes,
            beside: Beside::default(),
            nothing: None,
        })
    }

    /// The items that hold the words together, newest first, and how many there are: those under which
    /// no statement holds them by itself.
    fn together(
        &self,
        plan: &mut Plan,
        hits: &[Hit],
        total: usize,
        limit: usize,
    ) -> Result<(Vec<ItemHit>, usize), QueryError> {
        let Some(together) = plan.together.take() else { return Ok((Vec::new(), 0)) };
        let newest = (Sort::Newest, &Bonuses::default());
        let under = |statement: &StatementEntry| {
            let number = statement.item.as_ref().map(|item| item.number.as_str());
            schema::under(&statement.meeting.id, number)
        };
        let mut but: Vec<String> = hits.iter().map(|hit| under(&hit.statement)).collect();
        // What is on other pages has items too.
        if hits.len() < total {
            for (_, address) in best(&self.seen, &plan.query, newest, total, 0)?.1 {
                but.push(under(&self.entry(address)?));
            }
        }
        let query = together.query(&but, self.fields());
        let (total_items, found) = best(&self.seen, &query, newest, limit, 0)?;
        let mut items = Vec::with_capacity(found.len());
        for (_, address) in found {
            items.push(self.item_hit(self.entry(address)?, &plan.asked)?);
        }
        Ok((items, total_items))
    }

    /// An item with as few of its statements as hold the words that its titles do not, in order.
    fn item_hit(&self, item: ItemInMeeting, asked: &[Asked]) -> Result<ItemHit, QueryError> {
        let under = Term::from_field_text(self.fields().under, &item.reference());
        let under = vec![plan::filter(plan::term(under))];
        let mut held: Vec<String> = Vec::new();
        let mut statements = Vec::new();
        for statement in self.entries(under, Sort::Oldest, usize::MAX)? {
            let hit = self.hit(statement, 0.0, asked);
            let own = hit.matches.iter().filter(|found| found.place == Place::Text);
            let new: Vec<String> =
                own.map(|found| found.asked.clone()).filter(|word| !held.contains(word)).collect();
            if !new.is_empty() {
                held.extend(new);
                statements.push(hit);
            }
        }
        Ok(ItemHit { item, statements })
    }
}
