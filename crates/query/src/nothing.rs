//! Why nothing was found, and what would be.
//!
//! In: a question that finds nothing. Out: [`Nothing`]: for each word and each filter what the question
//! finds without it and what it finds alone; and the words, people and bodies of the archive that may be
//! meant, each with what it finds. Deliberately absent: proposals that find nothing.

pub(crate) mod near;
mod parts;

use danish::Text;

use crate::look::Look;
use crate::overview::body_name;
use crate::people;
use crate::question::Field;
use crate::{Clause, Limit, QueryError, Question, Typed};

use near::near_words;
use parts::{Part, parts};

/// Proposals that are shown in all, and for one word; more help nobody.
const MAX_PROPOSALS: usize = 6;
const MAX_FOR_ONE: usize = 3;
/// Words, names and bodies whose spelling is doubted: whoever mistypes more reads what finds nothing.
const MAX_DOUBTED: usize = 5;

/// Why a question finds nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Nothing {
    /// Each word and filter of the question; empty when it has only one.
    pub parts: Vec<Dropped>,
    /// What may be meant, best first.
    pub proposals: Vec<Proposal>,
}

/// A word or filter of a question that finds nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// The word or filter.
    pub what: Left,
    /// The question without it.
    pub without: Typed,
    /// How many statements the question finds without it.
    pub n_without: usize,
    /// How many statements it finds alone.
    pub n_alone: usize,
}

/// What can be left out of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// A word, phrase, field or group.
    Clause(Clause),
    /// That the speaker must be sure.
    Sure,
}

/// Something that may be meant, and finds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// What was typed.
    pub typed: String,
    /// What may be meant: a word, a name, a body of the archive.
    pub instead: String,
    /// The question with it.
    pub question: Typed,
    /// How many statements that finds; never 0.
    pub total: usize,
}

/// Why a question finds nothing.
///
/// # Errors
/// When the index cannot be read.
pub(crate) fn nothing(look: &Look<'_>, question: &Question) -> Result<Nothing, QueryError> {
    let parts = parts(question, look.store.config().settings().limits.question_words);
    let mut dropped = Vec::new();
    for part in &parts {
        dropped.push(Dropped {
            what: part.what.clone(),
            n_without: if parts.len() > 1 { look.total(&part.without)? } else { 0 },
            n_alone: look.total(&part.alone)?,
            without: typed(&part.without),
        });
    }
    let proposals = proposals(look, &parts, &dropped)?;
    if parts.len() < 2 {
        dropped.clear();
    }
    Ok(Nothing { parts: dropped, proposals })
}

/// What may be meant by the parts that find nothing even alone. All mistakes mended together come first.
fn proposals(
    look: &Look<'_>,
    parts: &[Part],
    dropped: &[Dropped],
) -> Result<Vec<Proposal>, QueryError> {
    let mut found: Vec<Proposal> = Vec::new();
    let mut wrong: Vec<(&Part, String, Vec<String>)> = Vec::new();
    for (part, dropped) in parts.iter().zip(dropped) {
        if wrong.len() == MAX_DOUBTED {
            break;
        }
        if dropped.n_alone > 0 {
            continue;
        }
        if let Some((typed, instead)) = may_be_meant(look, &part.what)? {
            wrong.push((part, typed, instead));
        }
    }
    // All mended, `own` with a word of its own. From the last to the first: two words in the place of
    // one move what stands behind it.
    let mended_with = |own: Option<(usize, &str)>| -> Option<Question> {
        let whole = wrong.first().map(|(part, ..)| part.whole.clone())?;
        Some(wrong.iter().enumerate().rev().fold(whole, |question, (nth, (part, _, instead))| {
            let word = match own {
                Some((own, word)) if own == nth => Some(word),
                _ => instead.first().map(String::as_str),
            };
            word.map_or(question.clone(), |word| part.replaced_in(&question, word))
        }))
    };
    if wrong.iter().filter(|(_, _, instead)| !instead.is_empty()).count() > 1
        && let Some(mended) = mended_with(None)
    {
        let of = |list: Vec<&String>| {
            list.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        let typed = of(wrong.iter().map(|(_, typed, _)| typed).collect());
        let instead = of(wrong.iter().filter_map(|(_, _, instead)| instead.first()).collect());
        propose(look, &mut found, &typed, &instead, &mended)?;
    }
    for (nth, (part, typed, instead)) in wrong.iter().enumerate() {
        let mut n = 0;
        for word in instead {
            if n == MAX_FOR_ONE {
                break;
            }
            // In its place; with the other mistakes mended; alone.
            let tries = [
                Some(part.replaced_in(&part.whole, word)),
                mended_with(Some((nth, word))),
                Some(part.replaced_in(&part.alone, word)),
            ];
            for question in tries.iter().flatten() {
                if propose(look, &mut found, typed, word, question)? {
                    n += 1;
                    break;
                }
            }
        }
    }
    found.truncate(MAX_PROPOSALS);
    Ok(found)
}

/// Adds a proposal if it finds something. Whether it does.
fn propose(
    look: &Look<'_>,
    found: &mut Vec<Proposal>,
    typed_was: &str,
    instead: &str,
    question: &Question,
) -> Result<bool, QueryError> {
    let total = look.total(question)?;
    let question = typed(question);
    if total > 0 && !found.iter().any(|known| known.question == question) {
        let (typed, instead) = (typed_was.to_owned(), instead.to_owned());
        found.push(Proposal { typed, instead, question, total });
    }
    Ok(total > 0)
}

/// What was typed, and what of the archive may be meant by it; `None` for what is no word and no name.
fn may_be_meant(look: &Look<'_>, what: &Left) -> Result<Option<(String, Vec<String>)>, QueryError> {
    let Left::Clause(clause) = what else { return Ok(None) };
    Ok(match clause {
        Clause::Words(text) | Clause::Phrase(text) | Clause::Begins(text) => {
            Some((text.as_str().to_owned(), near_words(look, text)?))
        }
        Clause::Named(field @ (Field::Speaker | Field::About | Field::To), typed) => {
            let directory = look.names().directory_of(*field)?;
            let people = match people::candidates(directory, typed).is_empty() {
                true => people::suggestions(directory, typed),
                false => Vec::new(),
            };
            Some((typed.clone(), people))
        }
        Clause::Named(Field::Body, typed) => Some(match look.names().bodies(typed) {
            Err(QueryError::NoBody { bodies, .. }) => {
                let slugs = people::similar_bodies(&bodies, typed);
                let named: Result<Vec<_>, _> =
                    slugs.iter().map(|slug| body_name(look, slug)).collect();
                (typed.clone(), named?)
            }
            _ => (typed.clone(), Vec::new()),
        }),
        _ => None,
    })
}

/// A question as it would be typed.
fn typed(question: &Question) -> Typed {
    let day = |day: Option<danish::Date>| day.map(|day| day.to_string());
    Typed {
        words: crate::grammar::written(&question.words),
        speaker: question.speaker.clone(),
        about: question.about.clone(),
        addressed_to: question.addressed_to.clone(),
        from: day(question.from),
        to: day(question.to),
        body: question.body.clone(),
        decisions: question.decisions,
        sure: question.sure,
        limit: match question.limit {
            Limit::Usual => None,
            Limit::First(n) => Some(n.to_string()),
            Limit::All => Some("all".to_owned()),
        },
        ..Typed::default()
    }
}

/// A text of other words, in the place of some.
fn words(words: &[&str]) -> Text {
    Text::new(&words.join(" "))
}
