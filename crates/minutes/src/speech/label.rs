//! Labels that say whose the words after them are: `Ulla Toft: …`, `Ulla Toft (V): …`, `Orientering v/
//! Ulla Toft: …`.
//!
//! In: the tokens of a sentence or of a heading. Out: whose words follow. Deliberately absent: labels
//! that are no people; whoever reads the sentence skips those.

use super::collective::is_collective;
use super::grammar::{clause, is_auxiliary, opens_adverbially};
use super::name::{Name, Who, name_at};
use super::subject::{Found, Known, Speaker, Verb, after_name};
use super::token::Token;
use crate::How;
use crate::verbs::{Form, Kind};

/// Where the colon of a label stands that begins with this name: at once, behind brackets, or behind
/// a place or an organisation (`Per Vang, Danske Vejlaug:`).
pub(super) fn colon_after(
    tokens: &[Token<'_>],
    name: &Name<'_>,
    known: &Known<'_>,
) -> Option<usize> {
    let at = after_name(tokens, name.end);
    if tokens.get(at).is_some_and(|t| t.is(":")) {
        return Some(at);
    }
    if name.how == How::Role || !tokens.get(at).is_some_and(|t| t.is(",")) {
        return None;
    }
    let colon = (at + 2..tokens.len().min(at + 7)).find(|&i| tokens[i].is(":"))?;
    let inner = &tokens[at + 1..colon];
    let place = inner.iter().all(|t| t.word)
        && inner
            .first()
            .is_some_and(|t| t.capital || (inner.len() == 1 && is_collective(t.text, known.body)))
        && !inner.iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
    let spoken = tokens[colon..].iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
    let person = name_at(tokens, at + 1, known.cast, known.roles).is_some();
    (place && spoken && !person).then_some(colon)
}

/// `Ulla Toft: Jeg mener …`; but `Referent: Per Vang` is a label of something else.
pub(super) fn labelled(
    tokens: &[Token<'_>],
    name: &Name<'_>,
    colon: usize,
    known: &Known<'_>,
) -> Option<Found> {
    let after = &tokens[colon + 1..];
    // `Formand: Per Vang (genvalg).`, `Formand: Per Vang blev genvalgt.`
    let elected = after.iter().take(8).any(|t| {
        matches!(
            t.text,
            "genvalg" | "nyvalg" | "genvalgt" | "nyvalgt" | "valgt" | "Genvalg" | "Nyvalg"
        )
    });
    if elected && name.how == How::Role {
        return Some(Found::Nobody { unnamed: false });
    }
    // `Ejner Holt: 2.900 kr.` is a list, not speech.
    let finite = after.iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
    if matches!(name.who, Who::New(_)) && !finite {
        return Some(Found::Nobody { unnamed: false });
    }
    let words = after.iter().filter(|t| t.word).count();
    let only_names =
        after.iter().filter(|t| t.word).all(|t| t.capital || matches!(t.text, "og" | "samt"));
    let reply = after.first().is_some_and(|t| {
        matches!(t.text, "Tak" | "Ja" | "Nej" | "Jo" | "Enig" | "Også" | "Velkommen")
    });
    if (!reply && (words < 3 || only_names)) || name.who == Who::Unknown {
        return Some(Found::Nobody { unnamed: name.who == Who::Unknown });
    }
    let evidence = tokens[name.first].start..tokens[colon].end();
    Some(Found::Speaker(Speaker {
        who: name.who.clone(),
        how: name.how,
        title: name.title.map(str::to_owned),
        verb: Verb { kind: Some(Kind::Say), end: colon + 1, evidence },
        doubt: None,
    }))
}

/// Whether the words of a speaker stand behind a label, as they were said.
pub(super) fn is_label(tokens: &[Token<'_>], verb: &Verb) -> bool {
    verb.end.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|t| t.is(":"))
}

/// Who presents the matter: `Orientering v/ Ulla Toft`, `Status ved formanden:`; and the token after
/// the name.
pub(super) fn presenter<'t>(
    tokens: &[Token<'t>],
    lead: usize,
    known: &Known<'_>,
) -> Option<(Name<'t>, usize)> {
    let mut at = (lead + 1..tokens.len().min(lead + 6))
        .find(|&i| matches!(tokens[i].text, "v" | "ved" | "V" | "Ved"))?;
    let slash =
        tokens[at].text.len() > 1 || tokens.get(at + 1).is_some_and(|t| t.is("/") || t.is("."));
    let told = tokens[lead..at].iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
    if !slash || told {
        return None;
    }
    at += 1;
    while tokens.get(at).is_some_and(|t| t.is("/") || t.is(".")) {
        at += 1;
    }
    let name = name_at(tokens, at, known.cast, known.roles).filter(|n| !n.genitive)?;
    let end = after_name(tokens, name.end);
    let ends = tokens.get(end).is_none_or(|t| !t.word && !t.is(",") && !t.is("("));
    let speaks = !opens_adverbially(&tokens[lead].text.to_lowercase())
        && tokens.get(end).is_some_and(|t| !t.capital && known.verbs.is_finite(t.text));
    ((ends || speaks) && matches!(name.who, Who::Person(_))).then_some((name, end))
}

/// `Festudvalget (Ulla Toft): …`: who speaks for a committee or on a matter; and the token after.
fn bracketed<'t>(
    tokens: &[Token<'t>],
    lead: usize,
    known: &Known<'_>,
) -> Option<(Name<'t>, usize)> {
    let open = (lead + 1..tokens.len().min(lead + 4)).find(|&i| tokens[i].is("("))?;
    let some = matches!(tokens[lead].text, "Et" | "En" | "Mindretallet" | "Flertallet");
    if !tokens[lead..open].iter().all(|t| t.word) || !tokens[lead].capital || some {
        return None;
    }
    let name = name_at(tokens, open + 1, known.cast, known.roles).filter(|n| !n.genitive)?;
    let close = tokens.get(name.end).is_some_and(|t| t.is(")"));
    let colon = tokens
        .get(name.end + 1)
        .is_some_and(|t| t.is(":") || !t.capital && known.verbs.is_finite(t.text));
    let end = name.end + 1;
    // `Svar (Bo Dahl): …`: whoever that is.
    let voice = matches!(tokens[lead].text, "Svar" | "Spørgsmål" | "Kommentar" | "Indlæg");
    let somebody = matches!(name.who, Who::Person(_)) || (voice && name.who != Who::Unknown);
    (close && colon && somebody).then_some((name, end))
}

/// `Orientering v/ Ulla Toft: Regnskabet …`: whose the words are.
pub(super) fn presented(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let (name, end) = presenter(tokens, lead, known).or_else(|| bracketed(tokens, lead, known))?;
    // `Skovejerforeningen (Per Vang) fandt …`, `Ministeriet v/ Per Vang medgav …`
    if let Some(verb) = tokens.get(end).filter(|t| t.word && !t.capital)
        && let Some(kind) = known.verbs.kind(verb.text, Form::Active, clause(tokens, end))
        && !matches!(kind, Kind::Narrate | Kind::Decide)
    {
        let evidence = tokens[name.first].start..verb.end();
        let verb = Verb { kind: Some(kind), end: end + 1, evidence };
        let Name { who, how, .. } = name;
        return Some(Found::Speaker(Speaker { who, how, title: None, verb, doubt: None }));
    }
    if !tokens.get(end).is_some_and(|t| t.is(":")) || tokens.len() < end + 3 {
        return Some(Found::Presents { who: name.who });
    }
    let evidence = tokens[lead].start..tokens[end].end();
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: name.title.map(str::to_owned),
        verb: Verb { kind: Some(Kind::Say), end: end + 1, evidence },
        doubt: None,
    }))
}
