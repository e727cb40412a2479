//! What an archive can be asked besides hits: who, what about, when, what is similar, why nothing.
//!
//! In: a [`Question`] or a reference. Out: plain data. Deliberately absent: how it is counted (`overview`,
//! `nothing`, `similar`).

use super::Archive;
use crate::cli::USUAL_MIN;
use crate::look::Look;
use crate::nothing::{Nothing, nothing};
use crate::overview::{self, Beside, Distinctive, Step, Topic, Who};
use crate::similar::{Similar, similar};
use crate::{Answer, Note, PersonTold, QueryError, Question, Sort, Typed};

/// Words of [`Archive::words`] when no number is asked for.
const USUAL_WORDS: usize = 25;

impl Archive {
    /// Searches statements, and answers all else that the question asks: groups, facets, a timeline. A
    /// question that finds nothing is told why; a name that nobody has is such a question.
    ///
    /// # Errors
    /// When a name fits several, or the index cannot be read.
    pub fn answer(&self, question: &Question) -> Result<Answer, QueryError> {
        let look = self.look()?;
        let mut answer = match look.search(question) {
            Err(error) if error.is_nothing_found() => {
                Answer::nothing(question, look.seen.version.clone(), &error)
            }
            answer => answer?,
        };
        if answer.total == 0 && answer.total_items == 0 {
            answer.nothing = Some(nothing(&look, question)?);
        }
        put_beside(&look, &mut answer, question)?;
        Ok(answer)
    }

    /// Why a question finds nothing, and what may be meant.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn nothing(&self, question: &Question) -> Result<Nothing, QueryError> {
        nothing(&self.look()?, question)
    }

    /// What stands beside the hits of a question, as far as it asks for it.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn beside(&self, question: &Question) -> Result<Beside, QueryError> {
        beside(&self.look()?, question)
    }

    /// Who says what a question asks for, and how often.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn who(&self, question: &Question) -> Result<Who, QueryError> {
        let look = self.look()?;
        let (question, related) = found_with(&look, question)?;
        let mut who = overview::who(&look, &question)?;
        who.notes.splice(0..0, related);
        Ok(who)
    }

    /// The words that a person or a body uses more than others do, `min` times or more.
    ///
    /// # Errors
    /// When the question names neither a speaker nor a body, and as [`Archive::search`].
    pub fn words(&self, question: &Question, min: u64) -> Result<Distinctive, QueryError> {
        if question.speaker.is_none() && question.body.is_none() {
            return Err(QueryError::NobodyNamed);
        }
        overview::distinctive(&self.look()?, question, min, question.limit.or(USUAL_WORDS))
    }

    /// One person by key with all that the archive tells of them; `None` where there is nobody.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn person_told(&self, key: &str) -> Result<Option<PersonTold>, QueryError> {
        let Some(full) = self.person(key)? else { return Ok(None) };
        let look = self.look()?;
        let theirs = Question {
            speaker: Some(key.to_owned()),
            sort: Sort::Newest,
            timeline: Some(Step::Year),
            ..Question::default()
        };
        let words = overview::distinctive(&look, &theirs, USUAL_MIN, USUAL_WORDS)?;
        let said = look.search(&theirs)?;
        let timeline = beside(&look, &theirs)?.timeline;
        Ok(Some(PersonTold { full, timeline, words, said }))
    }

    /// A matter from its first mention to its last.
    ///
    /// # Errors
    /// As [`Archive::search`].
    pub fn topic(&self, question: &Question) -> Result<Topic, QueryError> {
        let look = self.look()?;
        let (question, related) = found_with(&look, question)?;
        let mut topic = overview::topic(&look, &question)?;
        topic.notes.splice(0..0, related);
        Ok(topic)
    }

    /// Statements that are like one, by key or reference; `None` where there is no such statement.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn similar(&self, reference: &str, limit: usize) -> Result<Option<Similar>, QueryError> {
        let look = self.look()?;
        let Some(statement) = look.statement(reference)? else { return Ok(None) };
        similar(&look, statement, limit).map(Some)
    }
}

impl Typed {
    /// What it means as a question for [`Archive::words`].
    ///
    /// # Errors
    /// When neither a speaker nor a body is typed, and as [`Typed::question`].
    pub(crate) fn of_somebody(&self) -> Result<Question, QueryError> {
        match (&self.speaker, &self.body) {
            (None, None) => Err(QueryError::NobodyNamed),
            _ => self.question(),
        }
    }
}

/// The question that was answered, and what to say of it: with the verbs of its nouns where the nouns find
/// nothing.
fn found_with(look: &Look<'_>, question: &Question) -> Result<(Question, Vec<Note>), QueryError> {
    match question.related() {
        Some(related) if look.total(question)? == 0 => Ok(related),
        _ => Ok((question.clone(), Vec::new())),
    }
}

/// Puts beside the hits what the question asks for. Groups are paged in the place of hits.
pub(crate) fn put_beside(
    look: &Look<'_>,
    answer: &mut Answer,
    question: &Question,
) -> Result<(), QueryError> {
    answer.beside = beside(look, question)?;
    if let Some(groups) = &answer.beside.groups {
        let end = question.offset.saturating_add(groups.groups.len());
        let is_more = !groups.groups.is_empty() && end < groups.total;
        answer.next = is_more.then(|| format!("{end}-{}", answer.version));
    }
    Ok(())
}

fn beside(look: &Look<'_>, question: &Question) -> Result<Beside, QueryError> {
    let mut beside = Beside {
        three: overview::three(look, question)?,
        kwic: question.kwic,
        ..Beside::default()
    };
    if !question.facets && question.group.is_none() && question.timeline.is_none() {
        return Ok(beside);
    }
    // The note on it stands with the hits.
    let (question, _) = found_with(look, question)?;
    let plan = match look.plan(&question) {
        Err(error) if error.is_nothing_found() => return Ok(beside),
        plan => plan?,
    };
    if question.facets {
        beside.facets = overview::facets(look, &plan, question.order())?;
    }
    if let Some(by) = question.group {
        let limit = question.limit.or(look.store.config().settings().limits.hits);
        let shown = (question.offset, limit);
        beside.groups = Some(overview::groups(look, &plan, by, question.order(), shown)?);
    }
    if let Some(step) = question.timeline {
        beside.timeline = Some(overview::timeline(look, &question, &plan, step)?);
    }
    Ok(beside)
}
