//! The same question without its words: the text that what it finds is held against.
//!
//! In: a [`Question`]. Out: a [`Question`] for everything said in the same bodies, period and by the same
//! people. Deliberately absent: asking.

use crate::question::Field;
use crate::{Clause, Question};

/// The question with nothing left but where, when and by whom.
pub(super) fn scope(question: &Question) -> Question {
    let stays = |clause: &&Clause| {
        matches!(
            clause,
            Clause::Days(..) | Clause::Named(Field::Body | Field::Speaker | Field::Role, _)
        )
    };
    Question {
        words: question.words.iter().filter(stays).cloned().collect(),
        speaker: question.speaker.clone(),
        body: question.body.clone(),
        from: question.from,
        to: question.to,
        ..Question::default()
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
        assert_eq!((scope.body.as_deref(), scope.sure), (Some("by"), false));
    }
}
