//! The same question without its words: the text that what it finds is held against.
//!
//! In: a [`Question`]. Out: a [`Question`] for everything said in the same bodies, period and items and by
//! the same people. A group or an exclusion stays where it says nothing else. Deliberately absent: asking.

use crate::question::Field;
use crate::{Clause, Question};

/// The question with nothing left but where, when and by whom.
pub(super) fn scope(question: &Question) -> Question {
    Question {
        words: question.words.iter().filter(|clause| stays(clause)).cloned().collect(),
        speaker: question.speaker.clone(),
        body: question.body.clone(),
        from: question.from,
        to: question.to,
        ..Question::default()
    }
}

/// Whether a clause says where, when or by whom, and nothing else.
fn stays(clause: &Clause) -> bool {
    match clause {
        Clause::Days(..) | Clause::Kind(_) => true,
        Clause::Named(field, _) => {
            matches!(field, Field::Body | Field::Speaker | Field::Role | Field::Item)
        }
        Clause::Any(groups) => groups.iter().flatten().all(stays),
        Clause::Without(unwanted) => unwanted.iter().all(stays),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Typed;

    #[test]
    fn place_and_time_stay_and_words_go() {
        let words = "havn -bro organ:vej dato:2021 om:Falk beslutning:ja".to_owned();
        let typed = Typed { words, sure: true, body: Some("by".to_owned()), ..Typed::default() };
        let scope = scope(&typed.question().unwrap());
        assert_eq!(scope.words.len(), 2, "{:?}", scope.words);
        for (words, expected) in [
            ("(organ:vej OR organ:by) havn", "(organ:vej OR organ:by)"),
            ("havn -organ:vej", "-organ:vej"),
            ("havn punkt:2 type:O", "punkt:2 type:O"),
            ("(organ:vej OR bro) -(dato:2021 bro)", ""),
        ] {
            let typed = Typed { words: words.to_owned(), ..Typed::default() };
            let scope = super::scope(&typed.question().unwrap());
            assert_eq!(crate::grammar::written(&scope.words), expected, "{words}");
        }
        assert_eq!((scope.body.as_deref(), scope.sure), (Some("by"), false));
    }
}
