//! The search for statements, and for items that hold the words together.
//!
//! In: a [`Question`]. Out: an [`Answer`]: statements in order, exact counts of both kinds, the version
//! of the index. Deliberately absent: what words mean (`plan`), meetings and people (`archive`).

use schema::{ItemInMeeting, StatementEntry};
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue, SortByString};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Query};
use tantivy::{DocAddress, Order, Searcher, Term};

use crate::archive::Seen;
use crate::overview::Beside;
use crate::plan::{self, Plan};
use crate::reasons::{Asked, highlights, matches};
use crate::resolve::Names;
use crate::said::in_words;
use crate::{Answer, Archive, Hit, ItemHit, Limit, Note, Place, QueryError, Question, Sort};

impl Archive {
    /// Searches statements.
    ///
    /// # Errors
    /// When the name fits nobody or several, no body has that name, or the index cannot be read.
    pub fn search(&self, question: &Question) -> Result<Answer, QueryError> {
        let seen = self.seen()?;
        let Seen { searcher, analyzer, version } = &*seen;
        let names = Names { searcher, fields: self.store.fields(), analyzer };
        let settings = self.store.config().settings();
        let planned = |q: &Question| plan::plan(q, &names, settings);
        let mut notes = Vec::new();
        if let Some(asked) = question.version.as_ref().filter(|asked| *asked != version) {
            notes.push(Note::Renewed { asked: asked.clone(), now: version.clone() });
        }
        let limit = match question.limit {
            Limit::Usual => settings.limits.hits,
            Limit::First(n) => n,
            Limit::All => usize::MAX,
        };
        let page =
            |plan: &Plan| page(searcher, &plan.query, question.order(), limit, question.offset);
        let mut plan = planned(question)?;
        let (mut total, mut found) = page(&plan)?;
        if total == 0
            && let Some((related, said)) = question.related()
        {
            let instead = planned(&related)?;
            (total, found) = page(&instead)?;
            if total > 0 {
                plan = instead;
                notes.extend(said);
            }
        }
        let mut hits = Vec::with_capacity(found.len());
        for (score, address) in found {
            hits.push(self.hit(&seen, address, score, &plan.asked)?);
        }
        // Items are not paged: they stand on the first page.
        let (items, total_items) = match question.offset == 0 && total < settings.limits.items {
            true => self.together(&seen, &mut plan, total, question.limit)?,
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

    fn hit(
        &self,
        seen: &Seen,
        address: DocAddress,
        score: f32,
        asked: &[Asked],
    ) -> Result<Hit, QueryError> {
        let statement: StatementEntry = self.entry(&seen.searcher, address)?;
        let matches = matches(&seen.analyzer, &statement, asked);
        Ok(Hit { statement, highlights: highlights(&matches), matches, score })
    }

    /// The items that hold the words together, newest first, and how many there are: those under which
    /// no statement holds them by itself.
    fn together(
        &self,
        seen: &Seen,
        plan: &mut Plan,
        total: usize,
        limit: Limit,
    ) -> Result<(Vec<ItemHit>, usize), QueryError> {
        let Some(together) = plan.together.take() else { return Ok((Vec::new(), 0)) };
        let searcher = &seen.searcher;
        let mut but = Vec::new();
        for (_, address) in sorted(searcher, &plan.query, Sort::Newest, total, 0)?.1 {
            let statement: StatementEntry = self.entry(searcher, address)?;
            let number = statement.item.as_ref().map(|item| item.number.as_str());
            but.push(schema::under(&statement.meeting.id, number));
        }
        let query = together.query(&but, self.store.fields());
        let shown = match limit {
            Limit::Usual => self.store.config().settings().limits.items,
            Limit::First(n) => n,
            Limit::All => usize::MAX,
        };
        let (total_items, found) = page(searcher, &query, Sort::Newest, shown, 0)?;
        let mut items = Vec::with_capacity(found.len());
        for (_, address) in found {
            let item: ItemInMeeting = self.entry(searcher, address)?;
            items.push(self.item_hit(seen, item, &plan.asked)?);
        }
        Ok((items, total_items))
    }

    /// An item with as few of its statements as hold the words that its titles do not, in order.
    fn item_hit(
        &self,
        seen: &Seen,
        item: ItemInMeeting,
        asked: &[Asked],
    ) -> Result<ItemHit, QueryError> {
        let under = Term::from_field_text(self.store.fields().under, &item.reference());
        let under: Box<dyn Query> =
            Box::new(BooleanQuery::new(vec![plan::filter(plan::term(under))]));
        let mut held: Vec<String> = Vec::new();
        let mut statements = Vec::new();
        for (_, address) in page(&seen.searcher, &under, Sort::Oldest, usize::MAX, 0)?.1 {
            let hit = self.hit(seen, address, 0.0, asked)?;
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
    let order = (SortByString::for_field("order"), Order::Asc);
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
