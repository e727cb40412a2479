//! Sentences that open with what was just said: `Det har Per Vang oplevet`, `Det var hun glad for`.
//!
//! In: the tokens of a sentence that begins with *det*, *den*, *heri* and the like. Out: who stands behind
//! the verb, and so takes it up. Deliberately absent: verbs of saying elsewhere (`inverted`).

use super::grammar::{clause, is_auxiliary, is_view, looks_past, opens_subordinate, subordinates};
use super::name::{Who, name_at};
use super::subject::{Found, Known, Speaker, Verb, after_name, pronoun};
use super::token::Token;
use crate::verbs::{Form, Kind};

/// `Mindre heldigt fandt hun det, at …`: nothing but the verb can stand right before *hun*.
pub(super) fn verb_second(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    let at = (lead + 1..tokens.len().min(lead + 4)).find(|&i| {
        tokens.get(i + 1).is_some_and(|t| matches!(t.text, "han" | "hun")) && !tokens[i].capital
    })?;
    let clean = tokens[lead..at].iter().all(|t| t.word && !subordinates(t));
    let kind = known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at))?;
    let says = matches!(kind, Kind::Say | Kind::Ask | Kind::Answer | Kind::Thank);
    if !clean || !says || opens_subordinate(lower) {
        return None;
    }
    let gender = pronoun(tokens[at + 1].text)?;
    let evidence = tokens[at].start..tokens[at + 1].end();
    let verb = Verb { kind: Some(kind), end: at + 2, evidence };
    Some(Found::Pronoun { gender, verb })
}

/// `Det har Nour oplevet`, `Det samme gjorde Pia`, `Det tilbud tog Mads imod`: an object first, then
/// any finite verb, then the subject.
pub(super) fn object_first(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    let object = matches!(lower, "det" | "dette" | "dem" | "den" | "de" | "disse");
    let there = matches!(
        lower,
        "heri" | "herimod" | "herom" | "dermed" | "ham" | "hende" | "herover" | "hermed"
    );
    if there {
        return stance(tokens, lead + 1, known);
    }
    if !object {
        return None;
    }
    // `Det var Per Vangs opfattelse, at …`
    if tokens.get(lead + 1).is_some_and(|t| matches!(t.text, "er" | "var"))
        && let Some(owner) = name_at(tokens, lead + 2, known.cast, known.roles)
        && owner.genitive
        && matches!(owner.who, Who::Person(_))
        && let Some(view) = tokens.get(owner.end).filter(|t| is_view(t.text))
    {
        return Some(Found::Speaker(Speaker {
            who: owner.who,
            how: owner.how,
            title: None,
            verb: Verb {
                kind: Some(Kind::Say),
                end: owner.end + 1,
                evidence: tokens[lead].start..view.end(),
            },
            doubt: None,
        }));
    }
    let at = (lead + 1..tokens.len().min(lead + 4)).find(|&i| {
        let t = tokens[i].text;
        (is_auxiliary(t) && !matches!(t, "er" | "var" | "blev" | "bliver"))
            || matches!(t, "gør" | "gjorde" | "tog" | "fik" | "så" | "forekom" | "vidste" | "ved")
            || looks_past(t)
            || known.verbs.kind(t, Form::Active, &[]).is_some()
    })?;
    if let Some(next) = tokens.get(at + 1)
        && let Some(gender) = pronoun(next.text)
        && (matches!(tokens[at].text, "tog" | "fik" | "gjorde")
            || at == lead + 1 && matches!(tokens[at].text, "kunne" | "ville" | "har" | "havde"))
    {
        let evidence = tokens[at].start..next.end();
        let verb = Verb { kind: Some(Kind::Say), end: at + 2, evidence };
        return Some(Found::Pronoun { gender, verb });
    }
    let pair = tokens.get(at + 1).is_some_and(|t| matches!(t.text, "både" | "hverken"));
    let first = if pair { at + 2 } else { at + 1 };
    let Some(name) = name_at(tokens, first, known.cast, known.roles) else {
        // `Det gik forslagsstilleren med til.`: somebody else.
        let person = tokens.get(first).is_some_and(|t| !t.capital && t.text.ends_with("leren"));
        return person.then_some(Found::Nobody { unnamed: true });
    };
    let known_name = match name.who {
        Who::Person(_) => true,
        Who::New(_) => !known.cast.is_listed(),
        Who::Unknown => false,
    };
    if name.genitive {
        return None;
    }
    let kind = known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at));
    // `Det arbejder Per Vang videre med.`: told of him. `Det regnede rektor med`: somebody's, whoever it is.
    if kind == Some(Kind::Narrate) && tokens[at].text.ends_with('r') {
        return Some(Found::Told { who: name.who });
    }
    if !known_name {
        return Some(Found::Nobody { unnamed: true });
    }
    let end = after_name(tokens, name.end);
    let evidence = tokens[at].start..tokens[name.end - 1].end();
    let kind = kind.filter(|k| !matches!(k, Kind::Narrate | Kind::Decide)).or(Some(Kind::Say));
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: None,
        verb: Verb { kind, end, evidence },
        doubt: None,
    }))
}

/// `Det er byggelederen ked af, for så passer lamperne ikke.`, `Det var Per Vang ikke enig i.`: what
/// somebody who is there feels about what was said, which only they can have told. *Det er Per Vang,
/// der …* points somebody out.
pub(super) fn stance(tokens: &[Token<'_>], at: usize, known: &Known<'_>) -> Option<Found> {
    let before = tokens.get(at.checked_sub(1)?)?;
    let verb = tokens.get(at)?;
    if !matches!(
        before.text,
        "Det"
            | "det"
            | "Dette"
            | "dette"
            | "Den"
            | "den"
            | "Heri"
            | "Dermed"
            | "Ham"
            | "Hende"
            | "Herimod"
            | "Herover"
            | "Hermed"
    ) || !matches!(verb.text, "er" | "var" | "havde")
    {
        return None;
    }
    // `Det var både Ulla og Per friske på`: said by both; the first one counts, with doubt.
    let pair = tokens.get(at + 1).is_some_and(|t| matches!(t.text, "både" | "hverken" | "såvel"));
    let first = if pair { at + 2 } else { at + 1 };
    let mut name = name_at(tokens, first, known.cast, known.roles)?;
    if name.genitive {
        return None;
    }
    let rest = tokens.iter().skip(name.end);
    let several = rest.take(1).any(|t| matches!(t.text, "og" | "eller" | "som"));
    if several {
        let other = name_at(tokens, name.end + 1, known.cast, known.roles)?;
        name.end = other.end;
    }
    let Who::Person(_) = name.who else {
        // `Det er byggelederen ked af`, whoever that is.
        let feels = tokens.get(name.end).is_some_and(|t| STANCES.contains(&t.text));
        return feels.then_some(Found::Nobody { unnamed: true });
    };
    let feeling = tokens
        .get(name.end)
        .filter(|t| t.word && !t.capital && !matches!(t.text, "der" | "som" | "og" | "i" | "på"))?;
    if verb.text == "er" && !STANCES.contains(&feeling.text) {
        return None;
    }
    let doubt = several.then(|| "several people say it together".to_owned());
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: name.title.map(str::to_owned),
        verb: Verb {
            kind: Some(Kind::Say),
            end: name.end + 1,
            evidence: verb.start..feeling.end(),
        },
        doubt,
    }))
}

/// `Budgettet endte i nul, og det vil formanden gerne sige tak for.`: whoever takes it up at the end.
pub(super) fn joined_object(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let at = (lead + 2..tokens.len()).find(|&i| {
        tokens[i].text == "det"
            && matches!(tokens[i - 1].text, "og" | "men")
            && tokens.get(i + 1).is_some_and(|t| is_auxiliary(t.text))
    })?;
    let name = name_at(tokens, at + 2, known.cast, known.roles).filter(|n| !n.genitive)?;
    let Who::Person(_) = name.who else { return None };
    let evidence = tokens[at + 1].start..tokens[name.end - 1].end();
    let verb = Verb { kind: Some(Kind::Say), end: name.end, evidence };
    Some(Found::Speaker(Speaker { who: name.who, how: name.how, title: None, verb, doubt: None }))
}

/// Words after *Det er Per Vang* that tell how he takes it.
const STANCES: &[&str] = &[
    "ikke",
    "enig",
    "uenig",
    "ked",
    "glad",
    "tilfreds",
    "utilfreds",
    "imod",
    "allerede",
    "helt",
    "også",
    "bekymret",
    "opmærksom",
    "klar",
    "villig",
    "parat",
    "indforstået",
    "med",
    "positiv",
];
