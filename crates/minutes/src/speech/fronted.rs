//! Speakers who stand behind a preposition or as the agent of a passive, not as a subject.
//!
//! In: the tokens of a sentence that begins with no person. Out: who speaks. Deliberately absent:
//! subjects, before the verb (`named`) or after it (`inverted`).

use super::grammar::{clause, is_view};
use super::impersonal::agent;
use super::name::{Name, Who, name_at};
use super::subject::{Found, Known, Speaker, Verb};
use super::token::Token;
use crate::How;
use crate::verbs::{Form, Kind};

/// `Fra Ulla Tofts side blev der peget på vejen`, `For Per Vang var det afgørende, at …`, `Der kom ros
/// fra Bo Dahl`, `Tallene blev gennemgået af kassereren`.
pub(super) fn fronted(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    match lower {
        "fra" | "ved" | "af" => side_of(tokens, lead, known),
        "for" => to_whom(tokens, lead, known),
        "set" => seen_by(tokens, lead, known),
        "der" => came_from(tokens, lead, known),
        "det" | "dette" => heard_by(tokens, lead, known).or_else(|| came_from(tokens, lead, known)),
        _ if lower.starts_with("forslaget") || lower.starts_with("spørgsmålet") => {
            came_from(tokens, lead, known)
        }
        _ => None,
    }
    .or_else(|| done_by(tokens, lead, known))
    .or_else(|| up_to(tokens, lead, known))
}

/// `Løn må stå øverst, hvis det står til Per Vang.`, `Anderledes med Per Vang, der …`, `Pærerne er
/// bestilt, jf. Bo Dahl.`, `Det kom bag på formanden`.
fn up_to(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let text = |at: usize| tokens.get(at).map_or("", |t| t.text);
    let at = (lead + 1..tokens.len()).find(|&at| match (text(at - 1), text(at)) {
        ("står" | "stod", "til") | ("bag", "på") => true,
        ("Anderledes", "med") => at == lead + 1,
        (_, "jf" | "jvf") => at + 6 > tokens.len(),
        _ => false,
    })?;
    let next = if text(at + 1) == "." { at + 2 } else { at + 1 };
    let name = person(tokens, next, known).filter(|n| !n.genitive)?;
    Some(says(tokens, name, at - 1, 0))
}

/// Somebody named; a stranger by a name of two words only.
fn person<'t>(tokens: &[Token<'t>], at: usize, known: &Known<'_>) -> Option<Name<'t>> {
    name_at(tokens, at, known.cast, known.roles).filter(|n| match &n.who {
        Who::Person(_) => true,
        Who::New(name) => name.contains(' '),
        Who::Unknown => n.how == How::Role,
    })
}

/// What they are told to say; nobody's, when one cannot know who they are.
fn says(tokens: &[Token<'_>], name: Name<'_>, from: usize, end: usize) -> Found {
    if !matches!(name.who, Who::Person(_)) {
        return Found::Nobody { unnamed: true };
    }
    let evidence = tokens[from].start..tokens[end.max(name.end) - 1].end();
    Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: None,
        verb: Verb { kind: Some(Kind::Say), end: end.max(name.end), evidence },
        doubt: None,
    })
}

/// `Fra Per Vang lød en opfordring`, `Fra Ullas side blev der spurgt`, `Af Per Vangs svar fremgik, at`.
fn side_of(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let name = person(tokens, lead + 1, known)?;
    let mut at = name.end;
    if name.genitive {
        let noun = tokens.get(at).filter(|t| t.text == "side" || is_view(t.text))?;
        let tells = tokens.iter().skip(at).take(9).any(|t| t.text == "fremgik");
        if noun.text != "side" && !tells {
            return None;
        }
        return Some(says(tokens, name, lead, at + 1));
    }
    let verb = tokens.get(at)?;
    let spoken = match verb.text {
        "lød" | "kom" | "faldt" => true,
        "blev" | "var" => clause(tokens, at).iter().any(|t| {
            let kind = known.verbs.kind(t.text, Form::Participle, clause(tokens, at));
            matches!(kind, Some(Kind::Say | Kind::Ask | Kind::Answer | Kind::Thank)) || is_remark(t)
        }),
        _ => false,
    };
    at += 1;
    spoken.then(|| says(tokens, name, lead, at))
}

/// `For Per Vang var det afgørende, at …`, `For Per Vang at se er der råd`.
fn to_whom(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let name = person(tokens, lead + 1, known).filter(|n| !n.genitive)?;
    let next = |n: usize| tokens.get(name.end + n).map_or("", |t| t.text);
    let fits = (next(0) == "at" && next(1) == "se")
        || matches!(next(0), "var" | "er") && next(1) == "det"
        || matches!(next(0), "handlede" | "handler" | "gjaldt" | "gælder");
    let end = name.end + 2;
    fits.then(|| says(tokens, name, lead, end.min(tokens.len())))
}

/// `Set fra Pers stol er det uretfærdigt.`
fn seen_by(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    tokens.get(lead + 1).filter(|t| matches!(t.text, "fra" | "med"))?;
    let name = person(tokens, lead + 2, known)?;
    // `Villads' stol`
    let marked = tokens.get(name.end).is_some_and(|t| matches!(t.text, "'" | "’"));
    (name.genitive || marked).then(|| says(tokens, name, lead, 0))
}

/// `Det lød ikke godt i Pers ører.`
fn heard_by(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let at = (lead + 2..tokens.len().min(lead + 8)).find(|&i| tokens[i].text == "i")?;
    let name = person(tokens, at + 1, known).filter(|n| n.genitive)?;
    let end = name.end;
    tokens.get(end).filter(|t| matches!(t.text, "ører" | "øjne"))?;
    Some(says(tokens, name, at, end + 1))
}

/// `Der var en kommentar fra Per Vang om vejen`, `Det kom fra Bo Dahl`.
fn came_from(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let verb = tokens.get(lead + 1)?;
    if !matches!(verb.text, "var" | "kom" | "lød" | "faldt" | "blev") {
        return None;
    }
    let from = (lead + 2..tokens.len().min(lead + 10)).find(|&i| tokens[i].text == "fra")?;
    let remark = from == lead + 2 || tokens[lead + 2..from].iter().any(is_remark);
    let name = person(tokens, from + 1, known).filter(|n| !n.genitive && remark)?;
    Some(says(tokens, name, lead + 1, 0))
}

/// `Tallene blev gennemgået af kassereren`, `Sekretariatet blev af formanden spurgt, om …`.
fn done_by(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let at = (lead + 1..tokens.len().min(lead + 9))
        .take_while(|&i| !tokens[i].is(",") && !tokens[i].is(":"))
        .find(|&i| matches!(tokens[i].text, "blev" | "var"))?;
    let after = clause(tokens, at);
    let told = after.iter().take(6).position(|t| {
        let kind = known.verbs.kind(t.text, Form::Participle, tokens);
        let raised = matches!(t.text, "rejst" | "stillet");
        (raised || matches!(kind, Some(Kind::Say | Kind::Ask | Kind::Answer))) && !t.capital
    })?;
    agent(tokens, at + 1 + told, known)
}

/// What somebody says, by one word: `en kommentar`, `ros`.
fn is_remark(token: &Token<'_>) -> bool {
    matches!(
        token.text,
        "kommentar"
            | "bemærkning"
            | "spørgsmål"
            | "ros"
            | "kritik"
            | "forslag"
            | "ønske"
            | "opfordring"
            | "indvending"
            | "protest"
            | "tak"
            | "støtte"
            | "opbakning"
            | "advarsel"
            | "indlæg"
            | "bekymring"
    )
}
