//! The person that a sentence begins with in, out comes whether they speak there, and by which verb.
//!
//! Deliberately absent: finding the person (`name`), and subjects elsewhere (`inverted`).

use super::apposition::{after_apposition, together, who_else};
use super::grammar::{clause, is_auxiliary, is_preposition, is_view, looks_past};
use super::label::{colon_after, labelled};
use super::name::{Name, Who, name_at};
use super::state::{State, state};
use super::subject::{Found, Known, Speaker, Verb, after_name, applies};
use super::token::Token;
use crate::How;
use crate::verbs::{Form, Kind, Verbs};

/// What a sentence tells of the person that it names as its subject.
pub(super) fn named_subject(
    tokens: &[Token<'_>],
    name: &Name<'_>,
    known: &Known<'_>,
) -> Option<Found> {
    if name.genitive {
        return view_of(tokens, name);
    }
    if let Some(colon) = colon_after(tokens, name, known) {
        return labelled(tokens, name, colon, known);
    }
    let mut at = name.end;
    let mut who = name.who.clone();
    let mut how = name.how;
    let mut title = name.title.map(str::to_owned);
    let mut doubt = None;
    at = after_name(tokens, at);
    // `Ulla Toft og Per Vang mente`: said by both; the first one counts, with doubt.
    if let Some(end) = together(tokens, at, known) {
        at = end;
        if tokens.get(at).is_some_and(|t| t.word && t.text.ends_with('r')) {
            return Some(Found::Nobody { unnamed: true });
        }
        doubt = Some("several people say it together".to_owned());
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
        at = after_apposition(tokens, at, known);
    }
    // `Kassereren derimod så en mulighed`
    if tokens.get(at).is_some_and(|t| matches!(t.text, "derimod" | "imidlertid" | "selv" | "dog"))
        && tokens.get(at + 1).is_some_and(|t| t.word)
    {
        at += 1;
    }
    let verb = tokens.get(at).filter(|t| t.word)?;
    let clause = clause(tokens, at);
    // `Ida Rask og Bo Dahl havde intet nyt`: told of them, not by them.
    if matches!(verb.text, "har" | "havde")
        && doubt.is_some()
        && clause.first().is_some_and(|t| t.text == "intet")
    {
        return Some(Found::Nobody { unnamed: false });
    }
    // `Per Vang har fremsendt et forslag`, though *have et forslag* is to speak.
    if matches!(verb.text, "har" | "havde") && matches!(state(clause, &who, known), State::Told) {
        return Some(Found::Nobody { unnamed: false });
    }
    if let Some(kind) = known.verbs.kind(verb.text, Form::Active, clause) {
        let evidence = tokens[name.first].start..verb.end();
        return Some(match (kind, &who) {
            (Kind::Narrate, Who::New(name)) if attends(verb.text) => {
                Found::Attends { name: name.clone() }
            }
            // `Ida Rask deltog i begge og fortalte, at …`
            (Kind::Narrate, Who::Person(_) | Who::New(_))
                if let Some(second) = second_verb(tokens, at, known.verbs) =>
            {
                let evidence = tokens[name.first].start..tokens[second].end();
                let verb = Verb { kind: Some(Kind::Say), end: second + 1, evidence };
                Found::Speaker(Speaker { who, how, title, verb, doubt })
            }
            (Kind::Narrate, _) => Found::Nobody { unnamed: false },
            // `Ministeren er positiv`: nobody here, so talked about.
            (_, Who::Unknown) if how == How::Role && is_now(verb.text) => {
                Found::Content { unnamed: true }
            }
            (_, Who::Unknown) => Found::Nobody { unnamed: true },
            (_, Who::New(_)) if applies(verb.text) => Found::Nobody { unnamed: true },
            // `Ingeniør Bo Lind anbefaler i sit notat …`: he wrote it.
            (_, Who::New(_)) if known.cast.is_listed() && in_writing(clause) => {
                Found::Nobody { unnamed: true }
            }
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
        // `Per Vang blev noget rystet over billederne.`
        let feels = clause.iter().take(3).any(|t| is_feeling(t.text));
        if feels && matches!(who, Who::Person(_)) && verb.text == "blev" {
            let evidence = tokens[name.first].start..verb.end();
            let verb = Verb { kind: Some(Kind::Say), end: at + 1, evidence };
            return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
        }
        // `Per Vang blev valgt og konstaterede, at …`, `Per Vang blev spurgt om prisen, og anslog …`
        let asked = clause.iter().take(8).any(|t| t.text == "spurgt");
        let second = (at + 1..tokens.len().min(if asked { at + 25 } else { at + 9 }))
            .take_while(|&i| asked || !tokens[i].is(","))
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
        // `Erik Thorup var neutral, men frygtede støjen`
        let second = second_verb(tokens, at, known.verbs);
        let stranger = matches!(who, Who::New(_)) && known.cast.is_listed();
        if let Some(second) =
            second.filter(|_| who != Who::Unknown && verb.text != "har" && !stranger)
        {
            let evidence = tokens[name.first].start..tokens[second].end();
            let verb = Verb { kind: Some(Kind::Say), end: second + 1, evidence };
            return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
        }
        // `Kassereren har udarbejdet rapporten` tells a case as often as it tells of speech.
        let case = how == How::Role && !matches!(verb.text, "havde" | "var");
        return Some(match state(clause, &who, known) {
            State::Said if case => Found::Told { who },
            State::Told => Found::Nobody { unnamed: false },
            // What somebody else *had* is told of them as often as of what they said.
            State::Content if !is_now(verb.text) => Found::Nobody { unnamed: true },
            State::Content => Found::Open,
            // `Skolelederen på Vestskolen har ringet`
            State::Unknown if how == How::Role && is_now(verb.text) => {
                Found::Content { unnamed: true }
            }
            State::Unknown => Found::Told { who },
            State::Said => Found::Speaker(Speaker {
                who,
                how,
                title,
                verb: Verb {
                    kind: None,
                    end: at + 1,
                    evidence: tokens[name.first].start..verb.end(),
                },
                doubt: doubt.or_else(|| Some("told of them: taken for what they said".to_owned())),
            }),
        });
    }
    // `Peter Holt ville se på mulighederne`: what somebody would do, they said.
    if matches!(verb.text, "ville" | "vilde") && matches!(who, Who::Person(_)) {
        let evidence = tokens[name.first].start..verb.end();
        let verb = Verb { kind: Some(Kind::Say), end: at + 1, evidence };
        return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
    }
    // `Per Vang kunne ikke se pengene i budgettet`, `Per Vang kunne oplyse, at`
    if matches!(verb.text, "kunne" | "kunde" | "måtte" | "maatte") && voices(clause, known.verbs) {
        if who == Who::Unknown {
            return Some(Found::Nobody { unnamed: true });
        }
        let evidence = tokens[name.first].start..verb.end();
        let verb = Verb { kind: Some(Kind::Say), end: at + 1, evidence };
        return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
    }
    // `Per Vang kunne se noget i begge forslag, men ville have dem regnet igennem.`
    if matches!(verb.text, "kunne" | "måtte")
        && who != Who::Unknown
        && let Some(second) = second_verb(tokens, at, known.verbs)
    {
        let evidence = tokens[name.first].start..tokens[second].end();
        let verb = Verb { kind: Some(Kind::Say), end: second + 1, evidence };
        return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
    }
    if is_auxiliary(verb.text) {
        // `Formanden måtte forlade mødet`
        let leaves = clause
            .iter()
            .take(3)
            .any(|t| known.verbs.kind(t.text, Form::Infinitive, clause) == Some(Kind::Narrate));
        return Some(if leaves && verb.text != "vil" {
            Found::Nobody { unnamed: false }
        } else {
            Found::Told { who }
        });
    }
    // `Per Vang trak kritikken tilbage, men syntes, at`: the second verb tells that they speak.
    let lower = verb.text.chars().all(char::is_lowercase);
    if who != Who::Unknown
        && lower
        && !verb.text.ends_with('r')
        && let Some(second) = second_verb(tokens, at, known.verbs)
    {
        let evidence = tokens[name.first].start..tokens[second].end();
        let verb = Verb { kind: Some(Kind::Say), end: second + 1, evidence };
        return Some(Found::Speaker(Speaker { who, how, title, verb, doubt }));
    }
    let unlisted = !known.verbs.knows(verb.text) && looks_past(verb.text);
    if unlisted || does_something(verb.text) {
        let Who::Person(_) = who else {
            // `Direktøren henholdt sig til reglerne`, whoever that is.
            let somebody = who == Who::Unknown && how == How::Role;
            return somebody.then_some(Found::Nobody { unnamed: true });
        };
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
    let someone = matches!(who, Who::Person(_)) || (who == Who::Unknown && how != How::Role);
    if (known.verbs.knows(verb.text) || present) && someone {
        return Some(Found::Nobody { unnamed: false });
    }
    // `Per ros til Ulla`, `Per skar sig`: told of Per, hence of nobody else's contribution.
    let told = lower && !is_preposition(verb.text) && matches!(who, Who::Person(_));
    told.then_some(Found::Told { who })
}

fn attends(verb: &str) -> bool {
    matches!(verb, "deltog" | "deltager" | "mødte" | "ankom" | "overværede" | "indtrådte")
}

/// `Per Vangs holdning er, at …`: whose view the sentence tells.
fn view_of(tokens: &[Token<'_>], name: &Name<'_>) -> Option<Found> {
    tokens.get(name.end).filter(|t| is_view(t.text))?;
    let verb = tokens.get(name.end + 1).filter(|t| matches!(t.text, "er" | "var" | "lød"))?;
    if name.who == Who::Unknown || !tokens.get(name.end + 2).is_some_and(|t| t.is(",") || t.is(":"))
    {
        return None;
    }
    Some(Found::Speaker(Speaker {
        who: name.who.clone(),
        how: name.how,
        title: None,
        verb: Verb {
            kind: Some(Kind::Say),
            end: name.end + 2,
            evidence: tokens[name.first].start..verb.end(),
        },
        doubt: None,
    }))
}

fn is_now(verb: &str) -> bool {
    verb.ends_with('r') && verb != "var"
}

/// `…, men frygtede støjen`: a verb of saying joined to the one at `at`.
fn second_verb(tokens: &[Token<'_>], at: usize, verbs: &Verbs) -> Option<usize> {
    (at + 2..tokens.len().min(at + 12)).find(|&i| {
        matches!(tokens[i - 1].text, "og" | "men")
            && matches!(
                verbs.kind(tokens[i].text, Form::Active, clause(tokens, i)),
                Some(Kind::Say | Kind::Ask | Kind::Answer)
            )
    })
}

/// Whether what somebody could do is done by speaking: `ikke se`, `godt støtte`, `oplyse`.
fn voices(clause: &[Token<'_>], verbs: &Verbs) -> bool {
    let denied = clause.first().is_some_and(|t| t.text == "ikke");
    clause.iter().take(3).enumerate().any(|(at, t)| {
        (denied && at == 1 && matches!(t.text, "se" | "forstå" | "forstaa" | "genkende"))
            || matches!(
                verbs.kind(t.text, Form::Infinitive, &clause[at + 1..]),
                Some(Kind::Say | Kind::Ask | Kind::Answer)
            )
    })
}

/// Whether something is told in writing: `i sit notat`, `i årsberetningen`.
fn in_writing(clause: &[Token<'_>]) -> bool {
    const WRITINGS: [&str; 10] = [
        "notat",
        "beretning",
        "brev",
        "mail",
        "rapport",
        "høringssvar",
        "artikel",
        "avis",
        "ansøgning",
        "skrivelse",
    ];
    clause.iter().take(4).enumerate().any(|(at, t)| {
        t.text == "i"
            && clause
                .iter()
                .skip(at + 1)
                .take(2)
                .any(|t| WRITINGS.iter().any(|w| t.text.contains(w)))
    })
}

fn is_feeling(word: &str) -> bool {
    matches!(
        word,
        "rystet"
            | "glad"
            | "vred"
            | "overrasket"
            | "ked"
            | "bekymret"
            | "begejstret"
            | "imponeret"
            | "forarget"
            | "skuffet"
            | "rørt"
    )
}

/// Verbs of all work that in minutes are done by speaking, whatever follows.
fn does_something(verb: &str) -> bool {
    matches!(
        verb,
        "gav"
            | "satte"
            | "lagde"
            | "holdt"
            | "gjorde"
            | "stillede"
            | "rejste"
            | "viste"
            | "bragte"
            | "så"
            | "tog"
            | "vidste"
            | "lod"
    )
}
