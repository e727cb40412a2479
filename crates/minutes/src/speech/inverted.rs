//! Subjects that do not open their sentence: after the verb, or as the owner of a view.
//!
//! In: the tokens of a sentence that begins with no person. Out: who speaks, or that nobody does.
//! Deliberately absent: subjects at the head; `subject` reads those.

use super::apposition::who_else;
use super::collective::is_collective;
use super::grammar::{
    clause, is_auxiliary, is_view, looks_past, opens_adverbially, opens_subordinate, subordinates,
};
use super::name::{Who, name_at};
use super::nobody::is_unnamed;
use super::object::stance;
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
        // `Herimod talte Per Vang`: the word that the verb asks for may stand before it.
        let kind = known.verbs.kind(token.text, Form::Active, clause(tokens, at)).or_else(|| {
            let opening = Token { text: lower, ..tokens[lead] };
            let asked = matches!(lower, "herimod" | "herfor" | "derimod");
            asked.then(|| known.verbs.kind(token.text, Form::Active, &[opening])).flatten()
        });
        let auxiliary = is_auxiliary(token.text);
        let sounds = matches!(token.text, "lød" | "lyder");
        if kind.is_none() && !auxiliary && !sounds && !looks_past(token.text) {
            continue;
        }
        // `Så vil Lotte gerne hjælpe`: no form of *se*.
        if at == lead && opens_adverbially(lower) {
            continue;
        }
        // `…, så alle må gerne hjælpe`: nor here.
        if first_after_mark && token.text == "så" {
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

/// `Det har Per Vang ret i, sagde Bo Dahl.`: who says what the sentence quotes, told at its end.
pub(super) fn tagged(tokens: &[Token<'_>], known: &Known<'_>) -> Option<Found> {
    let end = tokens.iter().rposition(|t| t.word)?;
    let comma = (end.saturating_sub(7)..end).rev().find(|&i| !tokens[i].word)?;
    let verb = tokens.get(comma + 1).filter(|t| t.word && !t.capital)?;
    let quoted =
        tokens[comma].is(",") || matches!(tokens[comma].text, "«" | "”" | "\"" | "“" | "»");
    if !quoted || comma < 2 {
        return None;
    }
    let kind = known.verbs.kind(verb.text, Form::Active, clause(tokens, comma + 1))?;
    if !matches!(kind, Kind::Say | Kind::Ask | Kind::Answer) {
        return None;
    }
    let found = subject_after(tokens, comma + 1, Some(kind), known)?;
    let ends = match &found {
        Found::Speaker(said) => said.verb.end > end,
        Found::Pronoun { verb, .. } => verb.end > end,
        _ => false,
    };
    ends.then_some(found)
}

fn subject_after(
    tokens: &[Token<'_>],
    at: usize,
    kind: Option<Kind>,
    known: &Known<'_>,
) -> Option<Found> {
    let verb = &tokens[at];
    let next = tokens.get(at + 1).filter(|t| t.word)?;
    if verb.text == "lød" || verb.text == "lyder" {
        return sounded(tokens, at, known);
    }
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
        if let Some(found) = stance(tokens, at, known) {
            return Some(found);
        }
        // `Dette indvilligede bestyrelsen i.`
        let lower = danish::lowercase(next.text);
        let body = !is_auxiliary(verb.text) && is_collective(&lower, known.body);
        return body.then_some(Found::Nobody { unnamed: false });
    };
    let name = name_at(tokens, at + 1, known.cast, known.roles);
    let Some(name) = name.filter(|n| !n.genitive) else {
        let speaks = !matches!(kind, Kind::Narrate | Kind::Decide);
        // `Det bakkede hele udvalget op om.`
        let whole = matches!(next.text, "hele" | "resten" | "den" | "det" | "et");
        let noun = if whole { tokens.get(at + 2).unwrap_or(next) } else { next };
        let lower = danish::lowercase(noun.text);
        if whole && speaks && is_collective(&lower, known.body) {
            return Some(Found::Nobody { unnamed: false });
        }
        let lower = danish::lowercase(next.text);
        if speaks && is_collective(&lower, known.body) {
            return Some(Found::Nobody { unnamed: false });
        }
        // `Blandt andet bemærkede et medlem, at …`, `Hertil svarede Danske Vejlaug`
        return (speaks && !verb.text.ends_with('r') && (is_unnamed(&lower) || next.capital))
            .then_some(Found::Nobody { unnamed: true });
    };
    if kind == Kind::Narrate {
        return Some(Found::Nobody { unnamed: false });
    }
    // `Efter ferien tiltræder Bo Dahl som direktør`: told by somebody else.
    if kind == Kind::Decide && verb.text.ends_with('r') {
        return Some(Found::Told { who: name.who });
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

/// `…, lød svaret fra Per Vang`; `…, lød det fra salen` is nobody's.
fn sounded(tokens: &[Token<'_>], at: usize, known: &Known<'_>) -> Option<Found> {
    // `…, lød Per Vangs kommentar.`
    if let Some(owner) = name_at(tokens, at + 1, known.cast, known.roles)
        && owner.genitive
        && owner.who != Who::Unknown
        && let Some(view) = tokens.get(owner.end).filter(|t| is_view(t.text))
    {
        let evidence = tokens[at].start..view.end();
        let kind = if view.text == "svar" { Kind::Answer } else { Kind::Say };
        return Some(Found::Speaker(Speaker {
            who: owner.who,
            how: owner.how,
            title: None,
            verb: Verb { kind: Some(kind), end: owner.end + 1, evidence },
            doubt: None,
        }));
    }
    let from = tokens.iter().skip(at + 1).take(4).position(|t| t.text == "fra")? + at + 1;
    let name = name_at(tokens, from + 1, known.cast, known.roles);
    let Some(name) = name.filter(|n| n.who != Who::Unknown && !n.genitive) else {
        return Some(Found::Nobody { unnamed: true });
    };
    let answers = tokens[at..from].iter().any(|t| t.text.starts_with("svar"));
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: name.title.map(str::to_owned),
        verb: Verb {
            kind: Some(if answers { Kind::Answer } else { Kind::Say }),
            end: name.end,
            evidence: tokens[at].start..tokens[name.end - 1].end(),
        },
        doubt: None,
    }))
}

/// `Ifølge Per Vang er der råd`, `Efter Ullas mening haster det`: whose view the sentence tells.
pub(super) fn according_to(tokens: &[Token<'_>], known: &Known<'_>) -> Option<Found> {
    // `Som hun ser det, er der råd.`
    if let [som, who, sees, it, ..] = tokens
        && som.text == "Som"
        && it.text == "det"
        && matches!(sees.text, "ser" | "så" | "forstod" | "forstår" | "husker")
        && let Some(gender) = pronoun(who.text)
    {
        let evidence = who.start..sees.end();
        let verb = Verb { kind: Some(Kind::Say), end: 3, evidence };
        return Some(Found::Pronoun { gender, verb });
    }
    let at = tokens
        .iter()
        .take(14)
        .position(|t| matches!(t.text, "ifølge" | "Ifølge" | "efter" | "Efter"))?;
    if !tokens[..at].iter().any(|t| t.word)
        && let Some(owner) = tokens.get(at + 1)
        && let Some(gender) = possessive(owner.text)
        && let Some(view) = tokens.get(at + 2).filter(|t| is_view(t.text))
    {
        let verb =
            Verb { kind: Some(Kind::Say), end: at + 3, evidence: tokens[at].start..view.end() };
        return Some(Found::Pronoun { gender, verb });
    }
    let name = name_at(tokens, at + 1, known.cast, known.roles)?;
    let view = tokens.get(name.end).is_some_and(|t| is_view(t.text));
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

fn possessive(word: &str) -> Option<danish::Gender> {
    match word {
        "hans" => Some(danish::Gender::Male),
        "hendes" => Some(danish::Gender::Female),
        _ => None,
    }
}
