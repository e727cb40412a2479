//! Sentences whose subject is a body, an unnamed person, or nobody at all.
//!
//! In: the tokens of a sentence that begins with no known person. Out: whether it ends a
//! contribution. Deliberately absent: decisions; `decision` finds those by itself.

use super::collective::{is_collective, is_own_body};
use super::grammar::{clause, is_auxiliary, looks_past, opens_adverbially};
use super::impersonal::{impersonal, narrates, passive_past, votes};
use super::likeness::is_body_word;
use super::subject::{Found, Known};
use super::token::Token;
use crate::verbs::{Form, Kind};

/// First words of subjects without a name.
const UNNAMED: &[&str] = &[
    "en",
    "et",
    "én",
    "flere",
    "nogle",
    "nogen",
    "enkelte",
    "mange",
    "alle",
    "ingen",
    "adskillige",
    "begge",
    "de",
    "andre",
    "samtlige",
    "spørgeren",
];

/// What makes one of many a person: `en andelshaver`, `en fra salen`, `et medlem`.
const PERSON_ENDINGS: &[&str] = &[
    "haver",
    "lem",
    "boer",
    "ent",
    "ør",
    "ist",
    "mand",
    "kvinde",
    "anden",
    "tredje",
    "af",
    "fra",
    "ejer",
    "borger",
    "ager",
    "hører",
    "elev",
    "forælder",
    "lærer",
    "forældre",
    "tilhører",
    "gæst",
    "person",
    "jer",
];

/// A sentence that belongs to nobody; `None` when it may belong to somebody.
pub(crate) fn nobody(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    if narrates(tokens, lead, lower) || votes(tokens, lead, lower) {
        return Some(Found::Nobody { unnamed: false });
    }
    if let Some(found) = impersonal(tokens, lead, lower, known) {
        return Some(found);
    }
    if is_party(tokens, lead) {
        return Some(Found::Party);
    }
    // `Ledelsen tog bemærkningerne til efterretning.`
    if is_collective(lower, known.body) && tokens.iter().any(|t| t.text == "efterretning") {
        return Some(Found::Nobody { unnamed: false });
    }
    if takes_up(tokens, lead, lower, known) {
        return Some(Found::Nobody { unnamed: true });
    }
    if let Some(found) = acts_now(tokens, lead, lower, known) {
        return Some(found);
    }
    let Some(at) = first_verb(tokens, lead, known) else {
        return stranger(tokens, lead, lower).then_some(Found::Nobody { unnamed: true });
    };
    if passive_past(tokens[at].text) {
        return Some(Found::Nobody { unnamed: false });
    }
    let subject = &tokens[lead..at];
    if subject.is_empty() {
        return None;
    }
    let kind = known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at));
    if kind.is_none() && tokens[at].text != "mødes" {
        return None;
    }
    let collective =
        subject.iter().take(3).any(|t| is_collective(&danish::lowercase(t.text), known.body));
    let unnamed = UNNAMED.contains(&lower)
        && (subject.len() == 1
            || plural(lower)
            || subject.iter().skip(1).take(2).any(|t| is_person_word(t.text)));
    let named_body = subject.len() <= 5
        && subject[0].capital
        && !opens_adverbially(lower)
        && (subject.iter().any(|t| is_body_word(t.text))
            || (subject.len() == 1 && is_abbreviation(subject[0].text)));
    let now = tokens[at].text.ends_with('r') && tokens[at].text != "var";
    // `Odinsvej 28 anførte, at`: somebody did, whoever it was.
    let somebody = subject.len() <= 7
        && !opens_adverbially(lower)
        && !matches!(lower, "man" | "vi" | "jeg" | "i")
        && !now
        && !is_auxiliary(tokens[at].text)
        && matches!(kind, Some(Kind::Say | Kind::Ask | Kind::Answer | Kind::Thank));
    if somebody {
        return Some(Found::Nobody { unnamed: !collective });
    }
    // `Lokalrådene var enige om at vente`: said by many.
    let many = tokens[at].text == "var"
        && kind == Some(Kind::Say)
        && !matches!(lower, "de" | "vi" | "begge" | "det")
        && clause(tokens, at).iter().take(3).any(|t| is_plural_state(t.text));
    if many {
        return Some(Found::Nobody { unnamed: !collective });
    }
    if !(collective || unnamed || named_body) || (opens_adverbially(lower) && !unnamed) {
        return None;
    }
    match kind {
        // `Arbejdsgruppen mødes igen i juni`
        None if tokens[at..].iter().take(1).any(|t| t.text == "mødes") => {
            Some(Found::Nobody { unnamed: false })
        }
        // `Alle hold får nye bolde`: not told of the meeting.
        Some(Kind::Narrate) if !leaves(tokens[at].text) => None,
        Some(Kind::Decide) | None => None,
        Some(_)
            if (stands(tokens[at].text) || now && (unnamed || !advises(tokens[at].text)))
                && !(collective && is_own_body(lower, known.body)) =>
        {
            Some(Found::Content { unnamed: unnamed || named_body })
        }
        Some(_) => Some(Found::Nobody { unnamed: unnamed || named_body }),
    }
}

/// `Vi ringer til kommunen`, `Foreningen betaler`, `Alle læser korrektur`: what is to be done, by
/// everybody or by the body that meets.
fn acts_now(tokens: &[Token<'_>], lead: usize, lower: &str, known: &Known<'_>) -> Option<Found> {
    let verb = tokens.get(lead + 1)?;
    // `Vi stemte om det`
    let past = lower == "vi"
        && !verb.text.ends_with('r')
        && (looks_past(verb.text) || known.verbs.is_finite(verb.text));
    let acts = past
        || verb.text == "vil"
        || (verb.text.len() > 3 && verb.text.ends_with('r') && !is_auxiliary(verb.text));
    let now = verb.word
        && !verb.capital
        && acts
        && !tokens.get(lead + 2).is_some_and(|t| is_auxiliary(t.text) || known.verbs.knows(t.text))
        && !matches!(verb.text, "eller" | "under" | "efter" | "over" | "inder" | "ser");
    // `Vi kommer ud med et overskud`: how things stand.
    if !now || (lower == "vi" && is_how_we_stand(verb.text)) {
        return None;
    }
    match lower {
        "vi" if verb.text != "vil" => {
            // `Vi siger tak`, `Vi håber, at`: words, and no resolve.
            let kind = known.verbs.kind(verb.text, Form::Active, clause(tokens, lead + 1));
            let decide = match kind {
                Some(Kind::Decide) => true,
                // `Vi siger ja til huset.`
                _ if verb.text == "siger"
                    && tokens.get(lead + 2).is_some_and(|t| matches!(t.text, "ja" | "nej")) =>
                {
                    true
                }
                None | Some(Kind::Narrate | Kind::Act) => !past,
                _ => false,
            };
            Some(Found::We { decide })
        }
        "alle" | "samtlige" if verb.text != "vil" => Some(Found::Nobody { unnamed: false }),
        _ => {
            let ours = matches!(
                lower,
                "arbejdsgruppen" | "bestyrelsen" | "udvalget" | "forretningsudvalget" | "rådet"
            );
            let body = ours || is_own_body(lower, known.body);
            let does = !stands(verb.text) || (body && verb.text == "vil");
            (body && does).then_some(Found::Nobody { unnamed: false })
        }
    }
}

/// What a body does about the matter, or thinks of it, besides whoever spoke: `Dekanatet undersøger
/// spørgsmålet.`, `Festudvalget er af samme opfattelse.`, `Vang Værft A/S har tilkendegivet at ville …`,
/// `Skade 12 afventer svar.`
fn takes_up(tokens: &[Token<'_>], lead: usize, lower: &str, known: &Known<'_>) -> bool {
    let words = tokens.iter().filter(|t| t.word).count();
    let body = is_collective(lower, known.body);
    let at_table = tokens[lead].capital && known.cast.has_members(lower);
    let Some(verb) = tokens.get(lead + 1).filter(|t| t.word) else { return false };
    let agrees = matches!(verb.text, "er" | "var")
        && tokens.iter().skip(lead + 2).take(4).any(|t| t.text == "samme")
        && tokens.iter().any(|t| matches!(t.text, "opfattelse" | "mening" | "holdning"));
    let follows_up = words <= 6
        && matches!(
            verb.text,
            "undersøger" | "kontakter" | "afklarer" | "udarbejder" | "indhenter" | "rykker"
        );
    if (body || at_table) && (agrees || follows_up) {
        return true;
    }
    let has = (lead + 1..tokens.len().min(lead + 6)).find(|&i| tokens[i].text == "har");
    let tells = has.is_some_and(|at| {
        tokens[lead..at].iter().all(|t| t.capital || !t.word)
            && tokens.get(at + 1).is_some_and(|t| {
                matches!(t.text, "tilkendegivet" | "meddelt" | "bekræftet" | "tilbudt" | "lovet")
            })
    });
    let waits = words <= 8
        && tokens.get(lead + 2).is_some_and(|t| t.text == "afventer")
        && verb.text.starts_with(|c: char| c.is_ascii_digit());
    (at_table && tells) || waits
}

/// `En repræsentant fra Vang råbte …`: whoever it was, with a verb that no list has.
fn stranger(tokens: &[Token<'_>], lead: usize, lower: &str) -> bool {
    let person = tokens.get(lead + 1).is_some_and(|t| is_person_word(t.text));
    matches!(lower, "en" | "et" | "én")
        && person
        && tokens.iter().skip(lead + 2).take(6).take_while(|t| t.word).any(|t| looks_past(t.text))
}

fn is_plural_state(word: &str) -> bool {
    matches!(
        word,
        "enige"
            | "uenige"
            | "bekymrede"
            | "glade"
            | "tilfredse"
            | "utilfredse"
            | "positive"
            | "kritiske"
            | "skeptiske"
            | "skuffede"
            | "forbeholdne"
    )
}

/// How things stand with a body, rather than what it says at a meeting: `Kommunerne forventer`.
fn stands(verb: &str) -> bool {
    matches!(
        verb,
        "er" | "har"
            | "vil"
            | "kan"
            | "skal"
            | "forventer"
            | "venter"
            | "oplever"
            | "føler"
            | "lægger"
            | "mangler"
            | "ligger"
    )
}

/// What a body hands on to others.
fn advises(verb: &str) -> bool {
    matches!(verb, "indstiller" | "anbefaler" | "foreslår" | "beslutter" | "opfordrer" | "beder")
}

fn is_how_we_stand(verb: &str) -> bool {
    matches!(verb, "kommer" | "mangler" | "bor" | "ligger" | "kender" | "ender" | "oplever")
}

fn leaves(verb: &str) -> bool {
    matches!(verb, "forlod" | "forlader" | "ankom" | "deltog" | "deltager" | "mødte")
}

/// Whether a word, in lower case, opens a subject without a name: `en`, `flere`.
pub(crate) fn is_unnamed(lower: &str) -> bool {
    UNNAMED.contains(&lower)
}

/// `Venstre og Konservative kan støtte indstillingen`: what a party does.
fn is_party(tokens: &[Token<'_>], lead: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.text);
    let party = matches!(
        word(lead),
        "Venstre"
            | "Konservative"
            | "Socialdemokratiet"
            | "Socialdemokraterne"
            | "Enhedslisten"
            | "Radikale"
            | "SF"
            | "Borgerlisten"
            | "Alternativet"
            | "Moderaterne"
            | "Lokallisten"
    ) || matches!(
        (word(lead), word(lead + 1)),
        ("Dansk", "Folkeparti")
            | ("Liberal", "Alliance")
            | ("Nye", "Borgerlige")
            | ("Radikale", "Venstre")
            | ("Danmarksdemokraterne", _)
    );
    party
        && (lead + 1..lead + 7)
            .any(|at| is_auxiliary(word(at)) || word(at).ends_with('r') || word(at).ends_with("de"))
}

fn plural(lower: &str) -> bool {
    !matches!(lower, "en" | "et" | "én")
}

fn is_person_word(word: &str) -> bool {
    PERSON_ENDINGS.iter().any(|e| word.ends_with(e))
}

fn is_abbreviation(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(|c| c.is_uppercase() || c == '-')
}

/// The first finite verb that is listed or an auxiliary, within the first clause.
fn first_verb(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<usize> {
    (lead..tokens.len().min(lead + 10))
        // `V, C og O stemte for`
        .take_while(|&i| {
            let list = tokens[i].is(",") && tokens.get(i + 1).is_some_and(|t| t.capital);
            list || (!tokens[i].is(",") && !tokens[i].is(":"))
        })
        .find(|&i| {
            let t = &tokens[i];
            i > lead
                && t.word
                && (is_auxiliary(t.text)
                    || t.text == "mødes"
                    || passive_past(t.text)
                    || known.verbs.kind(t.text, Form::Active, clause(tokens, i)).is_some())
        })
}
