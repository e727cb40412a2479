//! The form of the search page, which keeps what was typed whatever comes of it.
//!
//! In: what was typed. Out: [`Form`], plain strings. Deliberately absent: what comes of it (`search`).

use super::search::Overview;
use super::{links, words};
use crate::Typed;

/// The fields of the form as they were filled in.
pub(super) struct Form<'a> {
    pub words: String,
    pub speaker: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub decisions: bool,
    pub sure: bool,
    /// Kept from page to page without a field of their own.
    pub hidden: Vec<(&'static str, &'a str)>,
    pub bodies: Vec<(&'a str, bool)>,
    /// Value, name and whether it is chosen.
    pub kinds: Vec<(char, String, bool)>,
    /// How many filters are set, in words.
    pub chosen: Option<String>,
    /// Whether the filters are to be seen: while a question is being made or mended.
    pub open: bool,
    /// The field that could not be read.
    pub wrong: &'static str,
    pub examples: Vec<Example>,
}

/// What to type, and what it does.
pub(super) struct Example {
    pub href: String,
    pub words: &'static str,
    pub explained: &'static str,
}

/// The form as it was filled in; `wrong` is the field that could not be read.
pub(super) fn form<'a>(
    typed: &'a Typed,
    overview: &'a Overview,
    wrong: &'static str,
    open: bool,
) -> Form<'a> {
    let text = |value: &'a Option<String>| value.as_deref().map(str::trim).unwrap_or_default();
    let body = text(&typed.body);
    let mut choices: Vec<(&str, bool)> =
        overview.bodies.iter().map(|(b, _)| (b.as_str(), b.as_str() == body)).collect();
    if !body.is_empty() && !choices.iter().any(|(_, chosen)| *chosen) {
        choices.insert(0, (body, true));
    }
    let hidden = [
        ("about", text(&typed.about)),
        ("addressed_to", text(&typed.addressed_to)),
        ("sort", text(&typed.sort)),
        ("limit", text(&typed.limit)),
        ("group", text(&typed.group)),
        ("kwic", if typed.kwic { "1" } else { "" }),
    ];
    let (words, kind) = split_kind(&typed.words);
    let n_chosen = usize::from(typed.decisions)
        + usize::from(kind.is_some())
        + usize::from(typed.sure)
        + [&typed.speaker, &typed.from, &typed.to, &typed.body]
            .into_iter()
            .filter(|value| !text(value).is_empty())
            .count();
    Form {
        words,
        speaker: text(&typed.speaker),
        from: text(&typed.from),
        to: text(&typed.to),
        decisions: typed.decisions,
        sure: typed.sure,
        hidden: hidden.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        chosen: Some(n_chosen).filter(|n| *n > 0).map(words::chosen),
        open,
        bodies: choices,
        kinds: KINDS.iter().map(|k| (*k, words::kind(*k), kind == Some(*k))).collect(),
        wrong,
        examples: words::EXAMPLE_SEARCHES
            .iter()
            .map(|(words, explained)| Example {
                href: links::search(&Typed { words: (*words).to_owned(), ..Typed::default() }),
                words,
                explained,
            })
            .collect(),
    }
}

/// What an item may be for, of which the form has a field.
const KINDS: [char; 3] = ['O', 'B', 'D'];

/// A question with the kind of item that was chosen beside it, if it is one of the form's.
pub fn with_kind(words: &str, kind: &str) -> String {
    let words = words.trim();
    let mut letters = kind.trim().chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return words.to_owned() };
    if !KINDS.contains(&letter) {
        return words.to_owned();
    }
    // Beside alternatives, the kind would be asked for with the last of them alone.
    let alternatives = crate::grammar::clauses(words).0;
    match alternatives.iter().any(|clause| matches!(clause, crate::Clause::Any(_))) {
        true => format!("({words}) type:{letter}"),
        false => format!("{words} type:{letter}").trim().to_owned(),
    }
}

/// The way back from [`with_kind`].
fn split_kind(words: &str) -> (String, Option<char>) {
    let words = words.trim();
    let kind = KINDS.into_iter().find_map(|letter| {
        let before = words.strip_suffix(letter)?.strip_suffix("type:")?;
        (before.is_empty() || before.ends_with(' ')).then_some((before.trim_end(), letter))
    });
    let Some((before, letter)) = kind else { return (words.to_owned(), None) };
    let inner = before.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match inner.filter(|inner| with_kind(inner, &letter.to_string()) == words) {
        Some(inner) => (inner.to_owned(), Some(letter)),
        None => (before.to_owned(), Some(letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_asked_for_with_the_words_and_found_again_in_them() {
        for (words, kind, expected) in [
            ("havn", "O", "havn type:O"),
            ("havn OR bro", "B", "(havn OR bro) type:B"),
            ("(havn OR bro)", "B", "((havn OR bro)) type:B"),
            ("", "D", "type:D"),
            ("havn", "", "havn"),
            ("havn", "X", "havn"),
        ] {
            assert_eq!(with_kind(words, kind), expected);
            let kind = kind.chars().next().filter(|letter| KINDS.contains(letter));
            assert_eq!(split_kind(expected), (words.to_owned(), kind), "{expected}");
        }
        assert_eq!(split_kind("prototype:O"), ("prototype:O".to_owned(), None));
    }
}
