//! A question in Danish words: `Udsagn med hjertesvigt af Lisbeth Nielsen i 2022`.
//!
//! In: a [`Question`] and, where the archive knows it, the full name of the speaker. Out: a
//! sentence without a full stop. Deliberately absent: how it is searched (`plan`).

use crate::{Clause, Question, Sort};

use super::words;

/// The question as it was understood. `speaker` replaces the name or key that was typed.
pub fn asked(question: &Question, speaker: Option<&str>) -> String {
    let mut said = if question.decisions { "Beslutninger" } else { "Udsagn" }.to_owned();
    let found = listed(question, |clause| match clause {
        Clause::Words(words) => Some(words.as_str().to_owned()),
        Clause::Phrase(phrase) => Some(format!("»{}« ordret", phrase.as_str())),
        Clause::Without(_) => None,
    });
    if !found.is_empty() {
        said.push_str(" med ");
        said.push_str(&found);
    }
    let unwanted = listed(question, |clause| match clause {
        Clause::Without(word) => Some(word.as_str().to_owned()),
        Clause::Words(_) | Clause::Phrase(_) => None,
    });
    if !unwanted.is_empty() {
        said.push_str(" uden ");
        said.push_str(&unwanted);
    }
    if let Some(name) = speaker.or(question.speaker.as_deref()) {
        said.push_str(" af ");
        said.push_str(name);
    }
    for (named, name) in [(" om ", &question.about), (" til ", &question.addressed_to)] {
        if let Some(name) = name {
            said.push_str(named);
            said.push_str(name);
        }
    }
    if question.sure {
        said.push_str(", kun med sikker taler,");
    }
    if let Some(body) = &question.body {
        said.push_str(" i organet ");
        said.push_str(body);
    }
    if let Some(period) = words::period(question.from, question.to) {
        said.push(' ');
        said.push_str(&period);
    }
    match question.sort {
        Sort::Relevance => {}
        Sort::Newest => said.push_str(", nyeste først"),
        Sort::Oldest => said.push_str(", ældste først"),
    }
    said
}

/// The clauses that `named` names, joined by *og*.
fn listed(question: &Question, named: impl Fn(&Clause) -> Option<String>) -> String {
    question.words.iter().filter_map(named).collect::<Vec<_>>().join(" og ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Typed;

    #[test]
    fn questions_are_put_into_words() {
        let of = |text: &str| Some(text.to_owned());
        for (typed, speaker, expected) in [
            (
                Typed { words: "hjertesvigt".to_owned(), ..Typed::default() },
                None,
                "Udsagn med hjertesvigt",
            ),
            (
                Typed {
                    words: "havn \"den røde mole\" -bro".to_owned(),
                    year: of("2022"),
                    sort: of("newest"),
                    ..Typed::default()
                },
                None,
                "Udsagn med havn og »den røde mole« ordret uden bro i 2022, nyeste først",
            ),
            (
                Typed {
                    speaker: of("mie-falk"),
                    body: of("Vandråd"),
                    decisions: true,
                    to: of("2022-02-02"),
                    ..Typed::default()
                },
                Some("Mie Falk"),
                "Beslutninger af Mie Falk i organet Vandråd til og med 2. februar 2022",
            ),
        ] {
            assert_eq!(asked(&typed.question().unwrap(), speaker), expected);
        }
    }
}
