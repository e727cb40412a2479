//! A question in Danish words: `Udsagn med hjertesvigt af Lisbeth Nielsen i 2022`.
//!
//! In: a [`Question`] and, where the archive knows it, the full name of the speaker. Out: a
//! sentence without a full stop. Deliberately absent: how it is searched (`plan`).

use crate::{Clause, Field, Question, Sort};

use super::words;

/// The question as it was understood. `speaker` replaces the name or key that was typed.
pub fn asked(question: &Question, speaker: Option<&str>) -> String {
    let mut said = if question.decisions { "Beslutninger" } else { "Udsagn" }.to_owned();
    let is_wanted = |clause: &&Clause| !matches!(clause, Clause::Without(_));
    let is_word = |clause: &&Clause| {
        !matches!(
            clause,
            Clause::Named(..) | Clause::Days(..) | Clause::Kind(_) | Clause::Decision(_)
        )
    };
    let (wanted, unwanted): (Vec<&Clause>, Vec<&Clause>) =
        question.words.iter().partition(is_wanted);
    let (words, fields): (Vec<&Clause>, Vec<&Clause>) = wanted.into_iter().partition(is_word);
    if !words.is_empty() {
        said.push_str(" med ");
        said.push_str(&all(words));
    }
    for clause in unwanted.into_iter().chain(fields) {
        said.push(' ');
        said.push_str(&in_words(clause));
    }
    for (field, name) in [
        (Field::Speaker, speaker.or(question.speaker.as_deref())),
        (Field::About, question.about.as_deref()),
        (Field::To, question.addressed_to.as_deref()),
        (Field::Body, question.body.as_deref()),
    ] {
        if let Some(name) = name {
            said.push(' ');
            said.push_str(&named(field, name));
        }
    }
    if question.sure {
        said.push_str(" (kun sikre talere)");
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

/// A part of a question on its own: `»havn«`, `»af Mie Falk«`, `»i 2021«`.
pub fn part(clause: &Clause) -> String {
    match clause {
        Clause::Phrase(_) => in_words(clause),
        Clause::Decision(true) => format!("»{}«", words::DECISIONS_LABEL),
        clause => format!("»{}«", in_words(clause)),
    }
}

fn in_words(clause: &Clause) -> String {
    match clause {
        Clause::Words(text) => text.as_str().to_owned(),
        Clause::Phrase(text) => format!("»{}« ordret", text.as_str()),
        Clause::Near(text, 0) => format!("{} side om side", text.as_str()),
        Clause::Near(text, apart) => format!("{} inden for {apart} ord", text.as_str()),
        Clause::Begins(text) => format!("ord på {}…", text.as_str()),
        Clause::Like(text, _) => format!("ord stavet som {}", text.as_str()),
        Clause::Named(field, value) => named(*field, value),
        Clause::Days(from, to) => words::period(*from, *to).unwrap_or_default(),
        Clause::Kind(letter) => format!("under punkter {}", words::kind(*letter)),
        Clause::Decision(true) => "der er beslutninger".to_owned(),
        Clause::Decision(false) => "der ikke er beslutninger".to_owned(),
        Clause::Any(groups) => groups.iter().map(all).collect::<Vec<_>>().join(" eller "),
        Clause::Without(unwanted) => match unwanted.as_slice() {
            [Clause::Named(..) | Clause::Days(..) | Clause::Kind(_)] => {
                format!("ikke {}", all(unwanted))
            }
            _ => format!("uden {}", all(unwanted)),
        },
    }
}

/// Clauses that must all hold, joined by *og*.
fn all<'a>(clauses: impl IntoIterator<Item = &'a Clause>) -> String {
    clauses.into_iter().map(in_words).collect::<Vec<_>>().join(" og ")
}

fn named(field: Field, value: &str) -> String {
    match field {
        Field::Speaker => format!("af {value}"),
        Field::About => format!("om {value}"),
        Field::To => format!("til {value}"),
        Field::Role => format!("af {value}"),
        Field::Body => format!("i organet {value}"),
        _ => format!("under punktet {value}"),
    }
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
                    words: "(havn OR bro*) taler:Falk -mole -om:Lind type:O dato:2021".to_owned(),
                    ..Typed::default()
                },
                None,
                "Udsagn med havn eller ord på bro… uden mole ikke om Lind af Falk under punkter til \
                 orientering i 2021",
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
