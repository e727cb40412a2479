//! The search for statements, and for items that hold the words together.
//!
//! In: a [`Question`]. Out: an [`Answer`]: statements in order, exact counts of both kinds, the version
//! of the index. Deliberately absent: what words mean (`plan`), meetings and people (`archive`).

use schema::{ItemInMeeting, StatementEntry};
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::Query;
use tantivy::{DocAddress, Order, Searcher, Term};

use crate::look::Look;
use crate::overview::Beside;
use crate::plan::{self, Plan};
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
            page(self.searcher(), &plan.query, question.order(), limit, question.offset)
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
        let searcher = self.searcher();
        let under = |statement: &StatementEntry| {
            let number = statement.item.as_ref().map(|item| item.number.as_str());
            schema::under(&statement.meeting.id, number)
        };
        let mut but: Vec<String> = hits.iter().map(|hit| under(&hit.statement)).collect();
        // What is on other pages has items too.
        if hits.len() < total {
            for (_, address) in sorted(searcher, &plan.query, Sort::Newest, total, 0)?.1 {
                but.push(under(&self.entry(address)?));
            }
        }
        let query = together.query(&but, self.fields());
        let (total_items, found) = page(searcher, &query, Sort::Newest, limit, 0)?;
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

/// Documents that are kept in mind in one pass over all that fit; for more, these are counted first.
/// No source.
const ONE_PASS: usize = 1_000;

/// How many documents fit, and those of a page of any length that begins anywhere.
pub(crate) fn page(
    searcher: &Searcher,
    query: &dyn Query,
    sort: Sort,
    limit: usize,
    offset: usize,
) -> Result<(usize, Vec<(f32, DocAddress)>), QueryError> {
    if limit.saturating_add(offset) <= ONE_PASS {
        return sorted(searcher, query, sort, limit, offset);
    }
    let total = searcher.search(query, &Count)?;
    let limit = limit.min(total.saturating_sub(offset));
    let found =
        if limit > 0 { sorted(searcher, query, sort, limit, offset)?.1 } else { Vec::new() };
    Ok((total, found))
}

/// How many documents fit, and some of them in order, with their score where relevance was asked for.
/// Ties go by day, then by meeting and number, so that an answer is the same however the index is cut
/// into segments. `limit` and `offset` are as much as is kept in memory.
fn sorted(
    searcher: &Searcher,
    query: &dyn Query,
    sort: Sort,
    limit: usize,
    offset: usize,
) -> Result<(usize, Vec<(f32, DocAddress)>), QueryError> {
    if limit == 0 {
        return Ok((searcher.search(query, &Count)?, Vec::new()));
    }
    let top = TopDocs::with_limit(limit).and_offset(offset);
    let order = (SortByStaticFastValue::<u64>::for_field("order"), Order::Asc);
    let by_day =
        |newest_or_oldest| (SortByStaticFastValue::<u64>::for_field("day"), newest_or_oldest);
    // tantivy puts documents without a day last in both directions.
    let direction = if sort == Sort::Oldest { Order::Asc } else { Order::Desc };
    if sort == Sort::Relevance {
        let best = (SortBySimilarityScore, Order::Desc);
        let top = top.order_by((best, by_day(direction), order));
        let (total, found) = searcher.search(query, &(Count, top))?;
        let found = found.into_iter().map(|((score, _, _), address)| (score, address));
        return Ok((total, found.collect()));
    }
    let (total, found) =
        searcher.search(query, &(Count, top.order_by((by_day(direction), order))))?;
    Ok((total, found.into_iter().map(|(_, address)| (0.0, address)).collect()))
}
