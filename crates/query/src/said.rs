//! A question in English words, for the head of an answer: `"den røde mole", said by Mie Falk`.
//!
//! In: a [`Question`]. Out: one line. Deliberately absent: Danish (`print::html::asked`).

use danish::Date;

use crate::question::Field;
use crate::{Clause, Question};

/// The question in words. `speaker` replaces the name or key that was typed.
pub(crate) fn in_words(question: &Question, speaker: Option<&str>) -> String {
    let mut parts: Vec<String> = question.words.iter().map(clause).collect();
    if question.decisions {
        parts.push("decisions".to_owned());
    }
    if let Some(name) = speaker.or(question.speaker.as_deref()) {
        parts.push(named(Field::Speaker, name));
    }
    for (field, name) in [
        (Field::About, &question.about),
        (Field::To, &question.addressed_to),
        (Field::Body, &question.body),
    ] {
        parts.extend(name.as_deref().map(|name| named(field, name)));
    }
    if question.sure {
        parts.push("without doubtful speakers".to_owned());
    }
    parts.extend(days(question.from, question.to));
    parts.join(", ")
}

/// A clause in words.
pub(crate) fn clause(clause: &Clause) -> String {
    match clause {
        Clause::Words(text) => text.as_str().to_owned(),
        Clause::Phrase(text) => format!("\"{}\"", text.as_str()),
        Clause::Near(text, 0) => format!("{} side by side", text.as_str()),
        Clause::Near(text, apart) => format!("{} within {apart} words", text.as_str()),
        Clause::Begins(text) => format!("{}…", text.as_str()),
        Clause::Like(text, _) => format!("spelt like {}", text.as_str()),
        Clause::Named(field, value) => named(*field, value),
        Clause::Days(from, to) => days(*from, *to).unwrap_or_default(),
        Clause::Kind('O') => "items for information".to_owned(),
        Clause::Kind('B') => "items for decision".to_owned(),
        Clause::Kind(_) => "items for discussion".to_owned(),
        Clause::Decision(true) => "decisions".to_owned(),
        Clause::Decision(false) => "no decisions".to_owned(),
        Clause::Any(groups) => {
            let groups: Vec<String> = groups.iter().map(|group| all(group)).collect();
            format!("({})", groups.join(" or "))
        }
        Clause::Without(unwanted) => format!("without {}", all(unwanted)),
    }
}

fn all(clauses: &[Clause]) -> String {
    clauses.iter().map(clause).collect::<Vec<_>>().join(" and ")
}

fn named(field: Field, value: &str) -> String {
    match field {
        Field::Speaker => format!("said by {value}"),
        Field::About => format!("mentioning {value}"),
        Field::To => format!("addressed to {value}"),
        Field::Role => format!("said as {value}"),
        Field::Body => format!("in {value}"),
        _ => format!("under the item {value}"),
    }
}

fn days(from: Option<Date>, to: Option<Date>) -> Option<String> {
    Some(match (from, to) {
        (Some(from), Some(to)) if from == to => format!("on {from}"),
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::Typed;

    #[test]
    fn a_question_is_told_in_words() {
        for (words, expected) in [
            ("havn -bro", "havn, without bro"),
            ("\"den røde mole\" taler:Falk", "\"den røde mole\", said by Falk"),
            ("(havn OR bro vej) dato:2021", "(havn or bro vej), from 2021-01-01 to 2021-12-31"),
            ("havn* -(om:Falk type:O)", "havn…, without mentioning Falk and items for information"),
        ] {
            let typed = Typed { words: words.to_owned(), ..Typed::default() };
            assert_eq!(super::in_words(&typed.question().unwrap(), None), expected);
        }
    }
}
