//! The words and filters of a question, each with the question that lacks it.
//!
//! In: a [`Question`]. Out: [`Part`]s in the order typed, then the filters. What must not be there is a part
//! too; what stands inside `OR` is not taken apart. Deliberately absent: asking.

use super::{Left, words};
use crate::question::Field;
use crate::{Clause, Question};

/// A word or filter of a question.
pub(super) struct Part {
    /// What it is.
    pub what: Left,
    /// The whole question.
    pub whole: Question,
    /// The question without it.
    pub without: Question,
    /// It alone.
    pub alone: Question,
    place: Place,
}

/// Where a part stands in its question.
#[derive(Clone, Copy)]
enum Place {
    /// A clause.
    Clause(usize),
    /// A word of a clause of words.
    Word(usize, usize),
    /// A filter.
    Speaker,
    About,
    To,
    Body,
    Other,
}

/// The parts of a question; of its words and fields the first `most`.
pub(super) fn parts(question: &Question, most: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let bare = Question { limit: question.limit, ..Question::default() };
    let add = |parts: &mut Vec<Part>, what, place, without, alone| {
        parts.push(Part { what, place, whole: question.clone(), without, alone });
    };
    for (nth, clause) in question.words.iter().enumerate() {
        let typed: Vec<&str> = match clause {
            Clause::Words(text) => text.as_str().split_whitespace().collect(),
            _ => Vec::new(),
        };
        for at in 0..typed.len() {
            if typed.len() < 2 || parts.len() >= most {
                break;
            }
            let mut others = typed.clone();
            let word = others.remove(at);
            let clause = Clause::Words(words(&[word]));
            let mut without = question.clone();
            if let Some(here) = without.words.get_mut(nth) {
                *here = Clause::Words(words(&others));
            }
            let alone = Question { words: vec![clause.clone()], ..bare.clone() };
            add(&mut parts, Left::Clause(clause), Place::Word(nth, at), without, alone);
        }
        if typed.len() < 2 {
            let mut without = question.clone();
            without.words.remove(nth);
            let alone = Question { words: vec![clause.clone()], ..bare.clone() };
            add(&mut parts, Left::Clause(clause.clone()), Place::Clause(nth), without, alone);
        }
    }
    parts.truncate(most);
    for (name, field, place) in [
        (&question.speaker, Field::Speaker, Place::Speaker),
        (&question.about, Field::About, Place::About),
        (&question.addressed_to, Field::To, Place::To),
        (&question.body, Field::Body, Place::Body),
    ] {
        let Some(name) = name else { continue };
        let mut without = question.clone();
        let mut alone = bare.clone();
        if let (Some(filter), Some(own)) = (place.filter(&mut without), place.filter(&mut alone)) {
            *filter = None;
            *own = Some(name.clone());
        }
        add(&mut parts, Left::Clause(Clause::Named(field, name.clone())), place, without, alone);
    }
    if question.from.is_some() || question.to.is_some() {
        let without = Question { from: None, to: None, ..question.clone() };
        let alone = Question { from: question.from, to: question.to, ..bare.clone() };
        let days = Clause::Days(question.from, question.to);
        add(&mut parts, Left::Clause(days), Place::Other, without, alone);
    }
    if question.decisions {
        let without = Question { decisions: false, ..question.clone() };
        let alone = Question { decisions: true, ..bare.clone() };
        add(&mut parts, Left::Clause(Clause::Decision(true)), Place::Other, without, alone);
    }
    if question.sure {
        let without = Question { sure: false, ..question.clone() };
        let alone = Question { sure: true, ..bare.clone() };
        add(&mut parts, Left::Sure, Place::Other, without, alone);
    }
    parts
}

impl Part {
    /// A question with something else in the place of this part.
    pub fn replaced_in(&self, question: &Question, instead: &str) -> Question {
        let mut replaced = question.clone();
        // Alone it is the only clause, and the only word.
        let is_alone = *question == self.alone;
        match self.place {
            Place::Clause(nth) => {
                let nth = if is_alone { 0 } else { nth };
                if let Some(clause) = replaced.words.get_mut(nth) {
                    *clause = match clause {
                        Clause::Named(field, _) => Clause::Named(*field, instead.to_owned()),
                        Clause::Phrase(_) if !instead.contains(' ') => {
                            Clause::Phrase(words(&[instead]))
                        }
                        _ => Clause::Words(words(&[instead])),
                    };
                }
            }
            Place::Word(nth, at) => {
                let (nth, at) = if is_alone { (0, 0) } else { (nth, at) };
                if let Some(Clause::Words(text)) = replaced.words.get_mut(nth) {
                    let mut typed: Vec<&str> = text.as_str().split_whitespace().collect();
                    if let Some(word) = typed.get_mut(at) {
                        *word = instead;
                    }
                    *text = words(&typed);
                }
            }
            place => {
                if let Some(filter) = place.filter(&mut replaced) {
                    *filter = Some(instead.to_owned());
                }
            }
        }
        replaced
    }
}

impl Place {
    /// The filter of a question that a part is.
    fn filter(self, question: &mut Question) -> Option<&mut Option<String>> {
        Some(match self {
            Place::Speaker => &mut question.speaker,
            Place::About => &mut question.about,
            Place::To => &mut question.addressed_to,
            Place::Body => &mut question.body,
            Place::Clause(_) | Place::Word(..) | Place::Other => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Typed;
    use crate::grammar::written;

    #[test]
    fn each_word_and_filter_is_left_out_once() {
        let words = "havn bro \"den røde mole\" -vej dato:2021".to_owned();
        let typed = Typed { words, speaker: Some("Falk".to_owned()), ..Typed::default() };
        let question = typed.question().unwrap();
        let without: Vec<(String, bool)> = parts(&question, 100)
            .iter()
            .map(|part| (written(&part.without.words), part.without.speaker.is_some()))
            .collect();
        let expected = [
            ("bro \"den røde mole\" -vej dato:2021-01-01..2021-12-31", true),
            ("havn \"den røde mole\" -vej dato:2021-01-01..2021-12-31", true),
            ("havn bro -vej dato:2021-01-01..2021-12-31", true),
            ("havn bro \"den røde mole\" dato:2021-01-01..2021-12-31", true),
            ("havn bro \"den røde mole\" -vej", true),
            ("havn bro \"den røde mole\" -vej dato:2021-01-01..2021-12-31", false),
        ];
        assert_eq!(without, expected.map(|(words, speaker)| (words.to_owned(), speaker)));
        // Two words and the filter.
        assert_eq!(parts(&question, 2).len(), 3);
        let second = &parts(&question, 100)[1];
        assert_eq!(written(&second.replaced_in(&question, "kaj").words[..1]), "havn kaj");
        assert_eq!(written(&second.replaced_in(&second.alone, "kaj").words), "kaj");
    }
}
