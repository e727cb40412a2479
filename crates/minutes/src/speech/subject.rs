//! A sentence in; out comes whether somebody is its speaking subject, and by which words.
//!
//! Deliberately absent: what went before. A pronoun stays a pronoun here, and an open sentence may
//! go on in somebody's contribution or not; `floor` knows.

use std::ops::Range;

use danish::Gender;

use super::cast::Cast;
use super::grammar::{clause, is_auxiliary, looks_past, subordinates};
use super::inverted::{according_to, inverted, object_first};
use super::name::{Name, Who, name_at};
use super::nobody::{is_collective, nobody};
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
    let lead = after_label(tokens, lead(tokens), known);
    let Some(first) = tokens.get(lead) else { return Found::Aside };
    if lead > 0
        && tokens[0].is("(")
        && tokens.iter().rev().find(|t| !t.is(".")).is_some_and(|t| t.is(")"))
    {
        return Found::Aside;
    }
    let name = name_at(tokens, lead, known.cast, known.roles);
    if let Some(name) = &name
        && let Some(found) = named_subject(tokens, name, known)
    {
        return found;
    }
    let lower = first.text.to_lowercase();
    if let Some(name) = led_up_to(tokens, lead, &lower, known)
        && let Some(found) = named_subject(tokens, &name, known)
    {
        return found;
    }
    if let Some(gender) = pronoun(&lower) {
        return pronoun_subject(tokens, lead, gender, known);
    }
    if let Some(found) = according_to(tokens, known)
        .or_else(|| object_first(tokens, lead, &lower, known))
        .or_else(|| nobody(tokens, lead, &lower, known))
    {
        return found;
    }
    inverted(tokens, lead, &lower, known).unwrap_or(Found::Open)
}

/// Skips a label that is no person: `Fodbold: TNL fortalte …`. `Ansvarlig: TNL` is skipped by nobody.
fn after_label(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> usize {
    let colon = (lead + 1..tokens.len().min(lead + 4)).find(|&i| tokens[i].is(":"));
    let Some(colon) = colon else { return lead };
    let person = name_at(tokens, lead, known.cast, known.roles).is_some();
    let speech = name_at(tokens, colon + 1, known.cast, known.roles)
        .and_then(|n| tokens.get(after_name(tokens, n.end)))
        .is_some_and(|t| t.word && !t.capital);
    if speech && !person { colon + 1 } else { lead }
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
    if matches!(lower, "også" | "ogsaa" | "selv" | "heller" | "ligeledes" | "vores" | "vor") {
        return name(lead + 1);
    }
    if matches!(lower, "en" | "et") {
        let comma = (lead + 2..tokens.len().min(lead + 7)).find(|&i| tokens[i].is(","))?;
        let name = name(comma + 1).filter(|n| n.how == How::Explicit)?;
        return tokens.get(name.end).is_some_and(|t| t.is(",")).then_some(name);
    }
    let owner = lower.strip_suffix('s').filter(|o| o.len() > 3)?;
    let mut name = name(lead + 1).filter(|n| n.how == How::Role || n.title.is_some())?;
    let ours = known.body.contains(owner) || is_collective(owner, known.body) || is_own(owner);
    if !ours && name.how == How::Role {
        name.who = Who::Unknown;
    }
    Some(name)
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

fn named_subject(tokens: &[Token<'_>], name: &Name<'_>, known: &Known<'_>) -> Option<Found> {
    if name.genitive {
        return None;
    }
    let mut at = name.end;
    let mut who = name.who.clone();
    let mut how = name.how;
    let mut title = name.title.map(str::to_owned);
    let mut doubt = None;
    if tokens.get(at).is_some_and(|t| t.is(":")) {
        return labelled(tokens, name, known);
    }
    at = after_name(tokens, at);
    // `Ulla Toft og Per Vang mente`: said by both; the first one counts, with doubt.
    if tokens.get(at).is_some_and(|t| matches!(t.text, "og" | "samt"))
        && let Some(second) = name_at(tokens, at + 1, known.cast, known.roles)
        && !second.genitive
    {
        at = after_name(tokens, second.end);
        if tokens.get(at).is_some_and(|t| t.word && t.text.ends_with('r')) {
            return Some(Found::Nobody { unnamed: true });
        }
        doubt = Some("two people say it together".to_owned());
    }
    if how == How::Role && who_else(tokens, at, &who, known) {
        who = Who::Unknown;
    }
    // `Formanden, Ulla Toft, bød`
    if how == How::Role
        && tokens.get(at).is_some_and(|t| t.is(","))
        && let Some(inner) = name_at(tokens, at + 1, known.cast, known.roles)
        && inner.how == How::Explicit
        && tokens.get(inner.end).is_some_and(|t| t.is(","))
    {
        title = Some(tokens[name.first].text.to_owned());
        who = inner.who;
        how = How::Explicit;
        at = inner.end + 1;
    } else {
        at = after_apposition(tokens, at, known.verbs);
    }
    let verb = tokens.get(at).filter(|t| t.word)?;
    let clause = clause(tokens, at);
    if let Some(kind) = known.verbs.kind(verb.text, Form::Active, clause) {
        let evidence = tokens[name.first].start..verb.end();
        return Some(match (kind, &who) {
            (Kind::Narrate, _) => Found::Nobody { unnamed: false },
            (_, Who::Unknown) => Found::Nobody { unnamed: true },
            (_, Who::New(_)) if applies(verb.text) => Found::Nobody { unnamed: true },
            _ => Found::Speaker(Speaker {
                who,
                how,
                title,
                verb: Verb { kind: Some(kind), end: at + 1, evidence },
                doubt,
            }),
        });
    }
    if matches!(verb.text, "blev" | "bliver")
        || known.verbs.kind(verb.text, Form::Passive, clause).is_some()
    {
        // `Per Vang blev valgt og konstaterede, at …`
        let second = (at + 1..tokens.len().min(at + 9))
            .take_while(|&i| !tokens[i].is(","))
            .find(|&i| tokens[i].text == "og")
            .filter(|_| !matches!(who, Who::Unknown));
        if let Some(and) = second
            && let Some(next) = tokens.get(and + 1)
            && let Some(kind @ (Kind::Say | Kind::Ask | Kind::Thank | Kind::Answer)) =
                known.verbs.kind(next.text, Form::Active, self::clause(tokens, and + 1))
        {
            let evidence = tokens[name.first].start..next.end();
            let verb = Verb { kind: Some(kind), end: and + 2, evidence };
            return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
        }
        return Some(Found::Nobody { unnamed: false });
    }
    if matches!(verb.text, "har" | "havde" | "er" | "var") {
        // `RDJ havde forud for mødet meddelt`: told of another time.
        let told =
            clause.iter().any(|t| known.verbs.kind(t.text, Form::Participle, clause).is_some());
        if told {
            return Some(Found::Nobody { unnamed: false });
        }
        // `Erik Thorup var neutral, men frygtede støjen`
        let second = (at + 2..tokens.len().min(at + 12)).find(|&i| {
            matches!(tokens[i - 1].text, "og" | "men")
                && matches!(
                    known.verbs.kind(tokens[i].text, Form::Active, self::clause(tokens, i)),
                    Some(Kind::Say | Kind::Ask | Kind::Answer)
                )
        });
        if let Some(second) = second.filter(|_| who != Who::Unknown) {
            let evidence = tokens[name.first].start..tokens[second].end();
            let verb = Verb { kind: Some(Kind::Say), end: second + 1, evidence };
            return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
        }
        return Some(Found::Told { who });
    }
    // `Peter Holt ville se på mulighederne`: what somebody would do, they said.
    if matches!(verb.text, "ville" | "vilde") && matches!(who, Who::Person(_)) {
        let evidence = tokens[name.first].start..verb.end();
        let verb = Verb { kind: Some(Kind::Say), end: at + 1, evidence };
        return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
    }
    if is_auxiliary(verb.text) {
        return Some(Found::Told { who });
    }
    let unlisted = !known.verbs.knows(verb.text) && looks_past(verb.text);
    if unlisted || does_something(verb.text) {
        let Who::Person(_) = who else { return None };
        let evidence = tokens[name.first].start..verb.end();
        let doubt = doubt.or_else(|| Some(format!("{} is no reporting verb", verb.text)));
        return Some(Found::Speaker(Speaker {
            who,
            how,
            title,
            verb: Verb { kind: None, end: at + 1, evidence },
            doubt,
        }));
    }
    // `Per kontakter kommunen`: told of somebody, said by nobody.
    let present = verb.text.ends_with('r') && verb.text.chars().all(char::is_lowercase);
    if (known.verbs.knows(verb.text) || present) && matches!(who, Who::Person(_)) {
        return Some(Found::Nobody { unnamed: false });
    }
    None
}

/// `Ulla Toft: Jeg mener …`; but `Referent: Per Vang` is a label.
fn labelled(tokens: &[Token<'_>], name: &Name<'_>, known: &Known<'_>) -> Option<Found> {
    let after = &tokens[name.end + 1..];
    // `Ejner Holt: 2.900 kr.` is a list, not speech.
    let finite = after.iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
    if matches!(name.who, Who::New(_)) && !finite {
        return Some(Found::Nobody { unnamed: false });
    }
    let words = after.iter().filter(|t| t.word).count();
    let only_names =
        after.iter().filter(|t| t.word).all(|t| t.capital || matches!(t.text, "og" | "samt"));
    if words < 3 || only_names || name.who == Who::Unknown {
        return Some(Found::Nobody { unnamed: name.who == Who::Unknown });
    }
    let evidence = tokens[name.first].start..tokens[name.end].end();
    Some(Found::Speaker(Speaker {
        who: name.who.clone(),
        how: name.how,
        title: name.title.map(str::to_owned),
        verb: Verb { kind: Some(Kind::Say), end: name.end + 1, evidence },
        doubt: None,
    }))
}

/// Whether a role is said to be of some other body: `Formanden for Grundejerforeningen Vang`.
pub(super) fn who_else(tokens: &[Token<'_>], at: usize, who: &Who, known: &Known<'_>) -> bool {
    if !tokens.get(at).is_some_and(|t| matches!(t.text, "for" | "i" | "fra" | "af")) {
        return false;
    }
    let Some(of) = tokens.get(at + 1) else { return false };
    let of = of.text.to_lowercase();
    let ours = known.body.contains(&of) || is_collective(&of, known.body);
    let theirs = match who {
        Who::Person(id) => known.cast.people[*id].about.contains(&of),
        _ => false,
    };
    !ours && !theirs
}

/// Skips `, direktør i MedCom,`, `fra Vang`, `nr. 14` between a name and its verb.
fn after_apposition(tokens: &[Token<'_>], at: usize, verbs: &Verbs) -> usize {
    let is_verb = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            t.word
                && !t.capital
                && (is_auxiliary(t.text)
                    || verbs.kind(t.text, Form::Active, clause(tokens, i)).is_some())
        })
    };
    if tokens.get(at).is_some_and(|t| t.is(",")) {
        if is_verb(at + 1) {
            return at + 1;
        }
        let found =
            (at + 1..tokens.len().min(at + 30)).find(|&i| tokens[i].is(",") && is_verb(i + 1));
        return found.map_or(at, |i| i + 1);
    }
    let modifies = |t: &Token<'_>| {
        matches!(
            t.text,
            "fra" | "i" | "på" | "af" | "for" | "nr" | "hus" | "ved" | "bolig" | "-" | "–" | "lejl"
        )
    };
    if tokens.get(at).is_some_and(modifies) {
        let reports = |i: usize| {
            !matches!(
                verbs.kind(tokens[i].text, Form::Active, clause(tokens, i)),
                Some(Kind::Decide | Kind::Narrate)
            )
        };
        let found = (at + 1..tokens.len().min(at + 10)).find(|&i| is_verb(i) && reports(i));
        let clean = |i: usize| tokens[at..i].iter().all(|t| !t.is(",") && !subordinates(t));
        return found.filter(|&i| clean(i)).unwrap_or(at);
    }
    at
}

fn pronoun_subject(tokens: &[Token<'_>], lead: usize, gender: Gender, known: &Known<'_>) -> Found {
    let at = lead + 1;
    let Some(verb) = tokens.get(at).filter(|t| t.word) else { return Found::Open };
    let evidence = tokens[lead].start..verb.end();
    match known.verbs.kind(verb.text, Form::Active, clause(tokens, at)) {
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

/// Verbs of all work that in minutes are done by speaking, whatever follows.
fn does_something(verb: &str) -> bool {
    matches!(
        verb,
        "gav" | "satte" | "lagde" | "holdt" | "gjorde" | "stillede" | "rejste" | "viste" | "bragte"
    )
}

/// Verbs with which a letter is told: somebody who is not there and *anmoder om* something wrote it.
pub(super) fn applies(verb: &str) -> bool {
    matches!(
        verb,
        "anmoder"
            | "ansøger"
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
