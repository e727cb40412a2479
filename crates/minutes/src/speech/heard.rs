//! What a sentence tells of the contribution it stands in: whom its pronoun may mean, whether it begins
//! a report.
//!
//! In: tokens and the speaker's verb. Out: plain facts, for `floor` to weigh. Deliberately absent: who
//! has the floor.

use danish::Gender;

use super::cast::Cast;
use super::grammar::is_auxiliary;
use super::name::Who;
use super::subject::{Speaker, Verb};
use super::token::Token;
use crate::verbs::Kind;

/// What a pronoun's own sentence tells of whom it means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard {
    pub gender: Gender,
    pub kind: Option<Kind>,
    /// Thanks for an answer.
    pub thanks_for_answer: bool,
    /// Takes a stand on what was said last: `Det kunne han ikke støtte.`
    pub takes_stand: bool,
    /// Judges it: `Det fandt hun uheldigt.`
    pub judges: bool,
    /// Is quoted: `I fire år, vurderede han.`
    pub quoted: bool,
    /// Gives in to what somebody else said, or takes it on: `Det lovede hun.`, `I så fald ville han …`
    pub responds: bool,
}

impl Heard {
    /// Nothing but the gender.
    pub fn of(gender: Gender) -> Heard {
        Heard {
            gender,
            kind: None,
            thanks_for_answer: false,
            takes_stand: false,
            judges: false,
            quoted: false,
            responds: false,
        }
    }
}

/// What the sentence of a pronoun tells of whom it means.
pub(super) fn pronoun_heard(tokens: &[Token<'_>], gender: Gender, verb: &Verb) -> Heard {
    let answer = ["svar", "tilsagn", "besvar", "uddyb", "oplysning"];
    let thanks_for_answer = verb.kind == Some(Kind::Thank)
        && tokens.iter().any(|t| {
            let lower = danish::lowercase(t.text);
            answer.iter().any(|a| lower.starts_with(a))
        });
    let object_first =
        tokens.first().is_some_and(|t| matches!(t.text, "Det" | "Dette")) && verb.end > 2;
    let verb_at = tokens.iter().position(|t| verb.evidence.contains(&t.start));
    let judges = object_first
        && verb_at.is_some_and(|at| {
            matches!(tokens[at].text, "fandt" | "var" | "mente" | "syntes" | "undrede" | "gjorde")
        });
    let quoted = verb_at.is_some_and(|at| at > 2 && tokens[at - 1].is(","));
    let gives_in = object_first
        && verb_at.is_some_and(|at| {
            matches!(
                tokens[at].text,
                "anerkendte" | "lovede" | "accepterede" | "indvilligede" | "medgav" | "erkendte"
            )
        });
    let in_that_case = matches!(tokens, [i, so, then, ..]
        if i.text == "I" && so.text == "så" && then.text == "fald");
    Heard {
        gender,
        kind: verb.kind,
        thanks_for_answer,
        takes_stand: object_first,
        judges,
        quoted,
        responds: gives_in || in_that_case,
    }
}

/// Whether somebody presents the matter: `gennemgik regnskabet`, `orienterede om vejen`.
pub(super) fn presents(tokens: &[Token<'_>], verb: &Verb) -> bool {
    tokens.iter().filter(|t| verb.evidence.contains(&t.start)).any(|t| {
        matches!(
            t.text,
            "aflagde"
                | "aflægger"
                | "fremlagde"
                | "fremlægger"
                | "forelagde"
                | "gennemgik"
                | "gennemgår"
                | "oplæste"
                | "orienterede"
                | "orienterer"
                | "præsenterede"
                | "præsenterer"
                | "redegjorde"
                | "redegør"
                | "indledte"
                | "indleder"
                | "refererede"
                | "refererer"
                | "begyndte"
                | "fortalte"
                | "fortæller"
                | "viste"
                | "motiverede"
                | "informerede"
                | "delte"
                | "holdt"
        )
    })
}

/// Whether somebody begins a report (*beretning*).
pub(super) fn reports(tokens: &[Token<'_>], verb: &Verb) -> bool {
    presents(tokens, verb)
        && tokens
            .iter()
            .skip(verb.end)
            .take(6)
            .any(|t| t.text.contains("beretning") || t.text.starts_with("Beretning"))
}

/// What a sentence after a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// What was asked: `Det er den ikke.`, `Nej.`
    Matter,
    /// A thing: `Den kommer mandag.`
    Thing,
    /// A thing by its name, `Bænkene er under maling.`: told in answer, or by whoever asks on.
    Noun,
    /// Something else, `Fire møder om året.`: nobody can know, either.
    Else,
}

/// What a sentence after a question is about; `None` when it asks on or bears on the question itself.
pub(super) fn answer_about(tokens: &[Token<'_>]) -> Option<About> {
    let first = tokens.first().map_or("", |t| t.text);
    let now = tokens.get(1).is_some_and(|t| t.text.ends_with(['r', 's']));
    match first {
        "Ja" | "Nej" | "Jo" => Some(About::Matter),
        "Ikke" if tokens.get(1).is_some_and(|t| matches!(t.text, "endnu" | "helt" | "længere")) => {
            Some(About::Matter)
        }
        "Det" if now => Some(About::Matter),
        "Den" | "De" | "Dem" if now => Some(About::Thing),
        // `Bænkene er under maling.`
        _ if now
            && ["en", "et", "ne"].iter().any(|end| first.ends_with(end))
            && tokens.get(1).is_some_and(|t| is_auxiliary(t.text) || t.text == "ligger") =>
        {
            Some(About::Noun)
        }
        _ if tokens.iter().any(|t| t.is("?")) => None,
        "Det"
            if tokens
                .get(1)
                .is_some_and(|t| matches!(t.text, "havde" | "ville" | "kunne" | "blev")) =>
        {
            Some(About::Matter)
        }
        _ => Some(About::Else),
    }
}

/// Whether somebody wants to know: `bad om at få at vide, hvad …`.
pub(super) fn wants_to_know(tokens: &[Token<'_>], verb: &Verb) -> bool {
    let bids = tokens.iter().any(|t| verb.evidence.contains(&t.start) && t.text == "bad");
    bids && tokens.iter().skip(verb.end).take(6).any(|t| t.text == "vide")
}

/// Whether somebody asks for a thing: `efterlyste nøglen`, `ville gerne have listen`.
pub(super) fn wants(tokens: &[Token<'_>], verb: &Verb) -> bool {
    tokens.iter().filter(|t| verb.evidence.contains(&t.start)).any(|t| match t.text {
        "efterlyste" | "efterlyser" | "efterspurgte" | "manglede" => true,
        "ønsker" | "ønskede" => {
            tokens.get(verb.end).is_some_and(|t| matches!(t.text, "en" | "et"))
        }
        "ville" | "vil" => {
            tokens.iter().skip(verb.end).take(4).any(|t| matches!(t.text, "have" | "se"))
        }
        _ => false,
    })
}

/// Whether somebody informs of something, so that more of it may follow.
pub(super) fn informs(tokens: &[Token<'_>], verb: &Verb) -> bool {
    tokens.iter().filter(|t| verb.evidence.contains(&t.start)).any(|t| {
        matches!(t.text, "oplyste" | "meddelte" | "forklarede" | "berettede" | "gav" | "supplerede")
    })
}

/// Whether what somebody said is done with its sentence: a request, an invitation, a promise, a wish.
pub(super) fn says_and_done(tokens: &[Token<'_>], verb: &Verb) -> bool {
    tokens.iter().filter(|t| verb.evidence.contains(&t.start)).any(|t| {
        matches!(
            t.text,
            "mindede"
                | "inviterede"
                | "opfordrede"
                | "bad"
                | "ønskede"
                | "reklamerede"
                | "tilbød"
                | "lovede"
                | "minder"
                | "inviterer"
                | "opfordrer"
                | "beder"
                | "lover"
                | "tilbyder"
                | "stemte"
                | "undlod"
        )
    })
}

/// Whether somebody absent is told to have written: `Jonas Holm bemærkede i en mail`.
pub(super) fn writes(said: &Speaker, tokens: &[Token<'_>], cast: &Cast) -> bool {
    let Who::Person(id) = said.who else { return false };
    !cast.people[id].present
        && tokens.iter().any(|t| {
            matches!(t.text, "mail" | "brev" | "forud" | "telefonisk" | "inden")
                || t.text.starts_with("skriftlig")
        })
}
