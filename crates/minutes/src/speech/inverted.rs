//! Subjects that do not open their sentence: after the verb, or as the owner of a view.
//!
//! In: the tokens of a sentence that begins with no person. Out: who speaks, or that nobody does.
//! Deliberately absent: subjects at the head; `subject` reads those.

use super::grammar::{
    clause, is_auxiliary, looks_past, opens_adverbially, opens_subordinate, subordinates,
};
use super::name::{Who, name_at};
use super::named::who_else;
use super::nobody::{is_collective, is_unnamed};
use super::subject::{Found, Known, Speaker, Verb, after_name, applies, pronoun};
use super::token::Token;
use crate::How;
use crate::verbs::{Form, Kind};

/// Subjects after their verb: `Hertil svarede dekanen`, `…, svarede Ulla Toft, at`.
pub(super) fn inverted(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    let adverbial = opens_adverbially(lower)
        || tokens[..lead].iter().any(|t| matches!(t.text, "\"" | "”" | "»" | "“"));
    let mut main = adverbial && !opens_subordinate(lower);
    let mut after_mark = false;
    for at in lead..tokens.len().min(lead + 70) {
        let token = &tokens[at];
        if !token.word {
            after_mark = !token.is("(") && !token.is("/");
            continue;
        }
        let first_after_mark = std::mem::replace(&mut after_mark, false);
        if at > lead && subordinates(token) {
            main = false;
        }
        let joined = at > lead && matches!(tokens[at - 1].text, "og" | "men" | "eller" | "samt");
        if !(main || (first_after_mark && at > lead)) || joined || token.capital && at > lead {
            continue;
        }
        let kind = known.verbs.kind(token.text, Form::Active, clause(tokens, at));
        let auxiliary = is_auxiliary(token.text);
        if kind.is_none() && !auxiliary && !looks_past(token.text) {
            continue;
        }
        if at == lead && kind.is_some() {
            // The verb opens the sentence: a question or a heading.
            main = false;
            continue;
        }
        if let Some(found) = subject_after(tokens, at, kind, known) {
            return Some(found);
        }
        if kind.is_some() || auxiliary {
            main = false;
        }
    }
    None
}

fn subject_after(
    tokens: &[Token<'_>],
    at: usize,
    kind: Option<Kind>,
    known: &Known<'_>,
) -> Option<Found> {
    let verb = &tokens[at];
    let next = tokens.get(at + 1).filter(|t| t.word)?;
    if matches!(next.text, "han" | "hun") {
        let gender = pronoun(next.text)?;
        if kind == Some(Kind::Narrate)
            || (kind.is_none() && (is_auxiliary(verb.text) || known.verbs.knows(verb.text)))
        {
            return Some(Found::PronounOpen { gender });
        }
        return Some(Found::Pronoun {
            gender,
            verb: Verb { kind, end: at + 2, evidence: verb.start..next.end() },
        });
    }
    let Some(kind) = kind else {
        // `Dette indvilligede bestyrelsen i.`
        let lower = next.text.to_lowercase();
        let body = !is_auxiliary(verb.text) && is_collective(&lower, known.body);
        return body.then_some(Found::Nobody { unnamed: false });
    };
    let name = name_at(tokens, at + 1, known.cast, known.roles);
    let Some(name) = name.filter(|n| !n.genitive) else {
        let speaks = !matches!(kind, Kind::Narrate | Kind::Decide);
        let lower = next.text.to_lowercase();
        if speaks && is_collective(&lower, known.body) {
            return Some(Found::Nobody { unnamed: false });
        }
        // `Blandt andet bemærkede et medlem, at …`
        return (speaks && !verb.text.ends_with('r') && is_unnamed(&lower))
            .then_some(Found::Nobody { unnamed: true });
    };
    if kind == Kind::Narrate {
        return Some(Found::Nobody { unnamed: false });
    }
    // `takkede formanden for arbejdet` tells of no other chair; `formanden for Vang` does.
    let elsewhere = tokens.get(name.end + 1).is_some_and(|t| t.capital)
        && who_else(tokens, name.end, &name.who, known);
    let letter = matches!(name.who, Who::New(_)) && applies(verb.text);
    if (name.how == How::Role && elsewhere) || name.who == Who::Unknown || letter {
        return Some(Found::Nobody { unnamed: true });
    }
    let end = after_name(tokens, name.end);
    let evidence = verb.start..tokens[name.end - 1].end();
    let title = name.title.map(str::to_owned);
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title,
        verb: Verb { kind: Some(kind), end, evidence },
        doubt: None,
    }))
}

/// `Ifølge Per Vang er der råd`, `Efter Ullas mening haster det`: whose view the sentence tells.
pub(super) fn according_to(tokens: &[Token<'_>], known: &Known<'_>) -> Option<Found> {
    let at = tokens
        .iter()
        .take(14)
        .position(|t| matches!(t.text, "ifølge" | "Ifølge" | "efter" | "Efter"))?;
    let name = name_at(tokens, at + 1, known.cast, known.roles)?;
    let view = tokens.get(name.end).is_some_and(|t| {
        matches!(t.text, "mening" | "opfattelse" | "vurdering" | "skøn" | "udsagn" | "syn")
    });
    let as_said = tokens[at].text.ends_with("følge");
    if name.who == Who::Unknown || (as_said == name.genitive && !view) || (!as_said && !view) {
        return None;
    }
    let end = if view { name.end + 1 } else { name.end };
    let evidence = tokens[at].start..tokens[end - 1].end();
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: None,
        verb: Verb { kind: Some(Kind::Say), end, evidence },
        doubt: None,
    }))
}

/// `Det har Nour oplevet`, `Det samme gjorde Pia`, `Det tilbud tog Mads imod`: an object first, then
/// any finite verb, then the subject.
pub(super) fn object_first(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    if !matches!(lower, "det" | "dette" | "dem" | "den" | "de" | "disse") {
        return None;
    }
    let at = (lead + 1..tokens.len().min(lead + 4)).find(|&i| {
        let t = tokens[i].text;
        (is_auxiliary(t) && !matches!(t, "er" | "var" | "blev" | "bliver"))
            || matches!(t, "gør" | "gjorde" | "tog" | "fik" | "så")
            || looks_past(t)
            || known.verbs.kind(t, Form::Active, &[]).is_some()
    })?;
    let name = name_at(tokens, at + 1, known.cast, known.roles)?;
    if name.genitive || !matches!(name.who, Who::Person(_)) {
        return None;
    }
    let end = after_name(tokens, name.end);
    let evidence = tokens[at].start..tokens[name.end - 1].end();
    let kind = known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at));
    let kind = kind.filter(|k| !matches!(k, Kind::Narrate | Kind::Decide)).or(Some(Kind::Say));
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: None,
        verb: Verb { kind, end, evidence },
        doubt: None,
    }))
}
