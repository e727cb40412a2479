//! What a sentence tells of somebody by *har*, *havde*, *er*, *var*: their own words, or the
//! minute-taker's.
//!
//! In: the words after the verb and who it is of. Out: whose words they are. Deliberately absent: verbs of
//! saying (`named`).

use super::name::Who;
use super::subject::Known;
use super::token::Token;
use crate::verbs::{Form, Kind};

/// What a sentence tells of somebody by *har*, *havde*, *er*, *var*.
pub(super) enum State {
    /// The minute-taker tells it.
    Told,
    /// Of somebody who is not at the meeting: what others speak about.
    Content,
    /// One cannot know.
    Unknown,
    /// Somebody present tells it of themselves: `Per Vang har talt med kommunen`.
    Said,
}

pub(super) fn state(clause: &[Token<'_>], who: &Who, known: &Known<'_>) -> State {
    const AWAY: [&str; 12] = [
        "mail",
        "mailen",
        "mails",
        "brev",
        "forud",
        "telefonisk",
        "sms",
        "pr",
        "per",
        "forinden",
        "via",
        "e-mail",
    ];
    const STATES: [&str; 45] = [
        "fraværende",
        "tilstede",
        "stede",
        "inhabil",
        "inhabile",
        "syg",
        "forhindret",
        "mødt",
        "gået",
        "fratrådt",
        "udtrådt",
        "indtrådt",
        "født",
        "ansat",
        "død",
        "dirigent",
        "ordstyrer",
        "referent",
        "forfald",
        "afbud",
        "orlov",
        "ferie",
        "forladt",
        "overtaget",
        "meldt",
        "repræsenteret",
        "medlem",
        "suppleant",
        "konstitueret",
        "vært",
        "fremsendt",
        "indsendt",
        "ansøgt",
        "anmodet",
        "indgivet",
        "indbragt",
        "tovholder",
        "ansvarlig",
        "kontaktperson",
        "valg",
        "formand",
        "tiltrådt",
        "ansvaret",
        "blevet",
        "kursus",
    ];
    let away = clause.iter().any(|t| {
        AWAY.contains(&t.text) || t.text.starts_with("skriftlig") || t.text.starts_with("sms'")
    });
    let told = || {
        clause.iter().any(|t| {
            known.verbs.kind(t.text, Form::Participle, clause).is_some_and(|k| k == Kind::Decide)
        })
    };
    let took_part = clause.iter().any(|t| t.text == "deltaget")
        && clause.iter().any(|t| {
            matches!(t.text, "behandlingen" | "mødet" | "punktet" | "afstemningen" | "drøftelsen")
        });
    let before = clause.windows(2).any(|w| w[0].text == "inden" && w[1].text.starts_with("møde"));
    // `har den 3. januar stillet følgende spørgsmål`: at another time.
    let dated = clause.windows(2).any(|w| {
        matches!(w[0].text, "den" | "d") && w[1].text.starts_with(|c: char| c.is_ascii_digit())
    });
    if dated {
        return State::Told;
    }
    if away || before || took_part || clause.iter().any(|t| STATES.contains(&t.text)) || told() {
        return State::Told;
    }
    match who {
        Who::Person(id) if known.cast.people[*id].present => State::Said,
        Who::New(_) if known.cast.is_listed() => State::Content,
        Who::New(_) => State::Said,
        Who::Person(_) => State::Told,
        Who::Unknown => State::Unknown,
    }
}
