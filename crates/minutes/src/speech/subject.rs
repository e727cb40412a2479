//! A sentence in; out comes whether somebody is its speaking subject, and by which words.
//!
//! Deliberately absent: what went before. A pronoun stays a pronoun here, and an open sentence may
//! go on in somebody's contribution or not; `floor` knows.

use std::ops::Range;

use danish::Gender;

use super::cast::Cast;
use super::collective::is_collective;
use super::fronted::fronted;
use super::grammar::{clause, is_auxiliary, looks_past, opens_adverbially};
use super::impersonal::narrates;
use super::inverted::{according_to, inverted, tagged};
use super::label::presented;
use super::likeness::unlisted_name;
use super::name::{Name, Who, name_at, run};
use super::named::named_subject;
use super::nobody::nobody;
use super::object::{joined_object, object_first, verb_second};
use super::role::Roles;
use super::token::Token;
use crate::How;
use crate::verbs::{Form, Kind, Verbs};

/// What a sentence alone tells of its speaker.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// Somebody speaks, named by name, initials or role.
    Speaker(Speaker),
    /// *Han* or *hun* speaks.
    Pronoun { gender: Gender, verb: Verb },
    /// *Han* or *hun* is told of by an auxiliary: goes on in a contribution of such a person.
    PronounOpen { gender: Gender },
    /// A named person is told of by an auxiliary: goes on in their own contribution only.
    Told { who: Who },
    /// Nobody speaks, or nobody who is named (`unnamed`); a contribution ends here.
    Nobody { unnamed: bool },
    /// Somebody whom no list has is told to be there: `Erik Holm deltog under dette punkt`.
    Attends { name: String },
    /// Somebody is named who presents what follows: `Orientering v/ Ulla Toft`.
    Presents { who: Who },
    /// A body is told of in the present: what somebody speaks about, in minutes told in the past.
    Content { unnamed: bool },
    /// A label that is no person (`Sommerlejr: …`): another matter.
    Topic,
    /// *Vi* do something: unless words stand as they were said, the meeting's own resolve (`decide`) or
    /// the minute-taker's.
    We { decide: bool },
    /// A party is told to do something (`Venstre stemmer imod`): said by nobody here, unless words stand
    /// as they were said.
    Party,
    /// Nobody speaks, and the contribution goes on after it: `(Se bilag 1.)`
    Aside,
    /// No subject that speaks: goes on in a contribution, if there is one.
    Open,
}

/// A speaking subject.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Speaker {
    pub who: Who,
    pub how: How,
    /// Title before the name or after it, to learn a role from.
    pub title: Option<String>,
    pub verb: Verb,
    pub doubt: Option<String>,
}

/// The verb of a speaking subject.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Verb {
    /// `None`: not in the list.
    pub kind: Option<Kind>,
    /// Token after subject and verb.
    pub end: usize,
    /// Bytes of subject and verb.
    pub evidence: Range<usize>,
}

/// What the reading of a sentence needs.
pub(crate) struct Known<'k> {
    pub cast: &'k Cast,
    pub roles: &'k Roles,
    pub verbs: &'k Verbs,
    /// The body of the meeting, in lower case.
    pub body: &'k str,
}

/// Reads one sentence.
pub(crate) fn read(tokens: &[Token<'_>], known: &Known<'_>) -> Found {
    let begin = lead(tokens);
    let lead = after_label(tokens, begin, known);
    let Some(first) = tokens.get(lead) else { return Found::Aside };
    if lead > 0
        && tokens[0].is("(")
        && tokens.iter().rev().find(|t| !t.is(".")).is_some_and(|t| t.is(")"))
    {
        return Found::Aside;
    }
    if points_to_text(tokens) {
        return Found::Aside;
    }
    if let Some(found) = tagged(tokens, known) {
        return found;
    }
    let name = name_at(tokens, lead, known.cast, known.roles);
    if let Some(name) = &name
        && let Some(found) = named_subject(tokens, name, known)
    {
        // `BF og PS skriver den, oplyste BF.`: whoever reports it speaks.
        if matches!(found, Found::Nobody { .. } | Found::Told { .. })
            && let Some(said @ Found::Speaker(_)) = inverted(tokens, lead, "", known)
        {
            return said;
        }
        return found;
    }
    if let Some(found) = presented(tokens, lead, known) {
        return found;
    }
    if lead == begin && (is_topic(tokens, lead) || begins_account(tokens)) {
        // `Ansvarlig: Per Vang` is the minute-taker's, `Pris: Den er steget` may be anybody's.
        if begins_account(tokens) || narrates(tokens, lead, &danish::lowercase(first.text)) {
            return Found::Nobody { unnamed: false };
        }
        return Found::Topic;
    }
    if let Some(found) = unlisted(tokens, lead, known) {
        return found;
    }
    let lower = danish::lowercase(first.text);
    if let Some(name) = led_up_to(tokens, lead, &lower, known)
        && let Some(found) = named_subject(tokens, &name, known)
    {
        return found;
    }
    if let Some(gender) = pronoun(&lower) {
        return pronoun_subject(tokens, lead, gender, known);
    }
    if let Some(found) = object_first(tokens, lead, &lower, known)
        .or_else(|| according_to(tokens, known))
        .or_else(|| fronted(tokens, lead, &lower, known))
        .or_else(|| verb_second(tokens, lead, &lower, known))
        .or_else(|| nobody(tokens, lead, &lower, known))
    {
        return found;
    }
    inverted(tokens, lead, &lower, known)
        .or_else(|| joined_object(tokens, lead, known))
        .unwrap_or(Found::Open)
}

/// `Beretningen er gengivet nedenfor.`, `Uddrag af beretningen:`
fn points_to_text(tokens: &[Token<'_>]) -> bool {
    let report = |t: &Token<'_>| t.text.to_lowercase().starts_with("beretning");
    let stands = |t: &Token<'_>| matches!(t.text, "gengivet" | "læses" | "vedlagt" | "trykt");
    let head = &tokens[..tokens.len().min(7)];
    head.iter().any(report)
        && (head.iter().any(stands) || tokens.len() < 8 && tokens.last().is_some_and(|t| t.is(":")))
}

/// Skips a label that is no person: `Fodbold: TNL fortalte …`. `Ansvarlig: TNL` is skipped by nobody.
fn after_label(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> usize {
    // `Ad den kolde vinter: TNL fortalte …`
    let reach = if tokens[0].text == "Ad" { 7 } else { 4 };
    let colon = (lead + 1..tokens.len().min(lead + reach)).find(|&i| tokens[i].is(":"));
    let Some(colon) = colon else { return lead };
    let person = name_at(tokens, lead, known.cast, known.roles).is_some();
    let speech = name_at(tokens, colon + 1, known.cast, known.roles)
        .and_then(|n| tokens.get(after_name(tokens, n.end)))
        .is_some_and(|t| t.word && !t.capital);
    if speech && !person { colon + 1 } else { lead }
}

/// `Sommerlejr: Afholdes i uge 28`; `Det er sådan: …` is none.
fn is_topic(tokens: &[Token<'_>], lead: usize) -> bool {
    let colon = (lead + 1..tokens.len().min(lead + 3)).find(|&i| tokens[i].is(":"));
    let first = &tokens[lead];
    let noun = first.capital
        && first.text.chars().count() > 2
        && !matches!(first.text, "Jeg" | "Han" | "Hun" | "Man")
        && !opens_adverbially(&danish::lowercase(first.text));
    colon.is_some_and(|at| {
        noun && tokens[lead..at].iter().all(|t| t.word && !is_auxiliary(t.text))
            && at + 2 < tokens.len()
    })
}

/// `Rapport.pdf Sagsfremstilling: Kassereren har …`: the case is told from here on.
fn begins_account(tokens: &[Token<'_>]) -> bool {
    let colon = tokens.iter().take(8).position(|t| t.is(":"));
    colon.and_then(|at| tokens.get(at.checked_sub(1)?)).is_some_and(|t| {
        matches!(t.text, "Sagsfremstilling" | "Indstilling" | "Baggrund" | "Resumé" | "Resume")
    })
}

/// A person behind a word or two: `Også Ulla Toft mente`, `Foreningens kasserer, Per Vang, oplyste`,
/// `Et medlem, Bo Dahl, spurgte`.
fn led_up_to<'t>(
    tokens: &[Token<'t>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Name<'t>> {
    let name = |at| name_at(tokens, at, known.cast, known.roles);
    if matches!(
        lower,
        "også"
            | "ogsaa"
            | "selv"
            | "heller"
            | "kun"
            | "alene"
            | "især"
            | "ligeledes"
            | "vores"
            | "vor"
    ) {
        return name(lead + 1);
    }
    if matches!(lower, "en" | "et") {
        let comma = (lead + 2..tokens.len().min(lead + 7)).find(|&i| tokens[i].is(","))?;
        let name = name(comma + 1).filter(|n| n.how == How::Explicit)?;
        return tokens.get(name.end).is_some_and(|t| t.is(",")).then_some(name);
    }
    // `Naboen, Bo Dahl, mente`
    let noun = tokens[lead].capital && (lower.ends_with("en") || lower.ends_with("et"));
    if noun && tokens.get(lead + 1).is_some_and(|t| t.is(",")) {
        let name = name(lead + 2).filter(|n| n.how == How::Explicit && !n.genitive)?;
        return tokens.get(name.end).is_some_and(|t| t.is(",")).then_some(name);
    }
    let owner = lower.strip_suffix('s')?.trim_end_matches(['\'', '’']);
    if owner.len() < 2 || (owner.len() < 4 && !tokens[lead].text.starts_with(char::is_uppercase)) {
        return None;
    }
    let mut name = name(lead + 1).filter(|n| n.how == How::Role || n.title.is_some())?;
    let ours = known.body.contains(owner) || is_collective(owner, known.body) || is_own(owner);
    if !ours && name.how == How::Role {
        name.who = known.cast.sole_member(owner).map_or(Who::Unknown, Who::Person);
    }
    Some(name)
}

/// Somebody from the floor whose given name we do not know: `Sidsel Ager roste beretningen`.
fn unlisted(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<Found> {
    let name = unlisted_name(&run(tokens, lead).0)?;
    let at = after_name(tokens, lead + 2);
    let verb = tokens.get(at).filter(|t| t.word && !t.text.ends_with('r'))?;
    let kind = known.verbs.kind(verb.text, Form::Active, clause(tokens, at))?;
    if !matches!(kind, Kind::Say | Kind::Ask | Kind::Answer | Kind::Thank)
        || opens_adverbially(&danish::lowercase(tokens[lead].text))
    {
        return None;
    }
    Some(Found::Speaker(Speaker {
        who: Who::New(name),
        how: How::Explicit,
        title: None,
        verb: Verb { kind: Some(kind), end: at + 1, evidence: tokens[lead].start..verb.end() },
        doubt: Some("a name that no list has".to_owned()),
    }))
}

/// Words with which a body names itself: `foreningens`, `skolens`.
fn is_own(owner: &str) -> bool {
    ["foreningen", "skolen", "klubben", "kommunen", "selskabet", "laget", "afdelingen", "kredsen"]
        .iter()
        .any(|w| owner.ends_with(w))
}

/// The first token after list numbers, bullets and opening quotes.
pub(crate) fn lead(tokens: &[Token<'_>]) -> usize {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let marked = tokens.get(at + 1).is_some_and(|t| t.is(".") || t.is(")"));
        let number = token.text.chars().all(|c| c.is_ascii_digit() || c == '.') && token.word;
        let letter = token.text.chars().count() == 1 && !token.capital;
        if token.word && marked && (number || letter) {
            at += 2;
        } else if !token.word {
            at += 1;
        } else if token.text == "Ad"
            && tokens.get(at + 1).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()))
        {
            at += 2;
        } else {
            break;
        }
    }
    at
}

pub(super) fn pronoun(lower: &str) -> Option<Gender> {
    match lower {
        "han" => Some(Gender::Male),
        "hun" => Some(Gender::Female),
        _ => None,
    }
}

fn pronoun_subject(tokens: &[Token<'_>], lead: usize, gender: Gender, known: &Known<'_>) -> Found {
    let at = lead + 1;
    let Some(verb) = tokens.get(at).filter(|t| t.word) else { return Found::Open };
    let evidence = tokens[lead].start..verb.end();
    match known.verbs.kind(verb.text, Form::Active, clause(tokens, at)) {
        Some(Kind::Narrate) if verb.text.ends_with('r') => Found::PronounOpen { gender },
        Some(Kind::Narrate) => Found::Nobody { unnamed: false },
        None if matches!(verb.text, "ville" | "vilde") => Found::Pronoun {
            gender,
            verb: Verb { kind: Some(Kind::Answer), end: at + 1, evidence },
        },
        None if known.verbs.knows(verb.text) || !looks_past(verb.text) => {
            Found::PronounOpen { gender }
        }
        kind => Found::Pronoun { gender, verb: Verb { kind, end: at + 1, evidence } },
    }
}

/// Verbs with which a letter is told: somebody who is not there and *anmoder om* something wrote it.
pub(super) fn applies(verb: &str) -> bool {
    matches!(
        verb,
        "anmoder"
            | "ansøger"
            | "ansøgte"
            | "androg"
            | "andrager"
            | "forespørger"
            | "klager"
            | "meddeler"
            | "tilbyder"
            | "ønsker"
            | "udbeder"
            | "henstiller"
            | "angiver"
            | "beder"
            | "fremsender"
            | "indsender"
            | "kræver"
            | "forlanger"
            | "erklærer"
            | "protesterer"
            | "anfører"
            | "indstiller"
    )
}

/// Skips the party letter after a name.
pub(super) fn after_name(tokens: &[Token<'_>], at: usize) -> usize {
    if tokens.get(at).is_some_and(|t| t.is("(")) {
        return tokens[at..].iter().take(12).position(|t| t.is(")")).map_or(at, |i| at + i + 1);
    }
    at
}
