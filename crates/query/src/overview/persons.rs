//! One person in three parts: what they say, what is said about them, what is said to them.
//!
//! In: a question that names one person. Out: [`Three`] counts of the same question, once with the
//! person as speaker, once as mentioned, once as addressed. Deliberately absent: questions about several.

use super::Three;
use crate::look::Look;
use crate::people::{meant, name_of};
use crate::question::Field;
use crate::{Clause, QueryError, Question};

/// The three counts; `None` when the question names nobody, or several people.
pub(crate) fn three(look: &Look<'_>, question: &Question) -> Result<Option<Three>, QueryError> {
    let Some((typed, rest)) = person_of(question) else { return Ok(None) };
    // Part of a name may mean one of those who speak and several of those who are mentioned.
    let directory = look.names().people()?;
    let typed = match meant(directory, &typed).as_deref() {
        Ok([key]) => (*key).to_owned(),
        _ => typed,
    };
    let total = |field: Field| {
        let mut asked = rest.clone();
        asked.words.push(Clause::Named(field, typed.clone()));
        look.total(&asked)
    };
    Ok(Some(Three {
        name: name_of(directory, &typed).to_owned(),
        words: crate::grammar::written(&rest.words),
        said: total(Field::Speaker)?,
        about: total(Field::About)?,
        addressed: total(Field::To)?,
        typed: typed.clone(),
    }))
}

/// The one person that a question names, and the question without them.
fn person_of(question: &Question) -> Option<(String, Question)> {
    let mut rest = question.clone();
    let mut named: Vec<String> = [rest.speaker.take(), rest.about.take(), rest.addressed_to.take()]
        .into_iter()
        .flatten()
        .collect();
    rest.words.retain(|clause| match clause {
        Clause::Named(Field::Speaker | Field::About | Field::To, name) => {
            named.push(name.clone());
            false
        }
        _ => true,
    });
    match named.len() {
        1 => named.pop().map(|name| (name, rest)),
        _ => None,
    }
}
