//! Who says something most.
//!
//! In: a question. Out: [`Who`]: for each speaker the statements found, and all their words in the same
//! bodies and period, so that the talkative can be told from the concerned.

use std::cmp::Reverse;

use super::scope::scope;
use super::{Saying, Who};
use crate::counts::{By, tallies};
use crate::look::Look;
use crate::people::name_of;
use crate::said::in_words;
use crate::{QueryError, Question};

/// Everybody who says what a question asks for.
pub(crate) fn who(look: &Look<'_>, question: &Question) -> Result<Who, QueryError> {
    let plan = look.plan(question)?;
    let found = tallies(look.searcher(), &*plan.query, &[By::Speaker])?;
    let said = tallies(look.searcher(), &*look.plan(&scope(question))?.query, &[By::Speaker])?;
    let (found, said) =
        (found.into_iter().next().unwrap_or_default(), said.into_iter().next().unwrap_or_default());
    let total = found.values().map(|tally| tally.n).sum();
    let names = look.names().people()?;
    let mut people = Vec::new();
    for (key, tally) in &found {
        let Some(speaker) = key else { continue };
        people.push(Saying {
            name: name_of(names, speaker).to_owned(),
            key: speaker.clone(),
            n: tally.n,
            n_words: said.get(key).map_or(0, |tally| tally.n_words),
        });
    }
    people.sort_by_key(|one| (Reverse(one.n), one.n_words, one.key.clone()));
    Ok(Who {
        version: look.seen.version.clone(),
        question: in_words(question, plan.speaker.as_deref()),
        total,
        people,
        n_without: found.get(&None).map_or(0, |tally| tally.n),
        notes: plan.notes,
    })
}
