//! One clause in, the decision that it tells out.
//!
//! Deliberately absent: which clauses of a sentence are main ones; `decision` knows.

use super::Told;
use super::earlier::earlier_after;
use super::settled::settled;
use super::word::{active, does_now, is_matter, is_office, participle, passive, serves};
use crate::DecisionKind;
use crate::speech::collective::{is_collective, is_own_body};
use crate::speech::grammar::{is_auxiliary, subordinates};
use crate::speech::subject::Known;
use crate::speech::token::Token;
use crate::verbs::Form;

/// The decision that one clause tells; `whole` is the number of tokens in its sentence.
///
/// `deciding`: it stands where decisions stand.
pub(super) fn clause_told(
    segment: &[Token<'_>],
    known: &Known<'_>,
    whole: usize,
    deciding: bool,
) -> Option<Told> {
    let found = told_anywhere(segment, known, whole);
    found.or_else(|| if deciding { settled(segment, known) } else { None })
}

fn told_anywhere(segment: &[Token<'_>], known: &Known<'_>, whole: usize) -> Option<Told> {
    let told = |kind, weak| Some(Told { kind, weak });
    let negated = |kind, upto: usize| {
        let no =
            segment[..upto].iter().any(|t| matches!(t.text, "ikke" | "Ikke" | "intet" | "ingen"));
        if no && matches!(kind, DecisionKind::Approved | DecisionKind::Adopted) {
            DecisionKind::Rejected
        } else {
            kind
        }
    };
    let noted = |at: usize| {
        let mut rest = segment[at..].iter();
        rest.any(|t| matches!(t.text, "efterretning" | "Efterretning" | "orientering"))
    };
    let words = segment.iter().filter(|t| t.word).count();
    // A few words: `Godkendt.`, `Enstemmigt vedtaget`, `Til efterretning`.
    for (at, token) in segment.iter().enumerate().take(3) {
        let finite =
            segment[..at].iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
        if finite || (at > 0 && words > 6) {
            break;
        }
        let taken = matches!(token.text, "Taget" | "Tages" | "Til" | "Toges" | "taget" | "Tog");
        // `Til orientering nævnte Per Vang, at …` is no decision.
        let told_of = token.text == "Til" && segment.iter().any(|t| is_finite(t, known));
        if taken && noted(at) && words <= 12 && !told_of {
            return told(DecisionKind::Noted, false);
        }
        if at == 0 && matches!(token.text, "Afslag" | "Genvalg" | "Nyvalg") {
            let elected = token.text != "Afslag";
            return told(
                if elected { DecisionKind::Elected } else { DecisionKind::Rejected },
                false,
            );
        }
        // In old minutes: `Anbefales.`
        if at == 0 && matches!(token.text, "Anbefales" | "Anbefaledes" | "Anbefalet") {
            return told(DecisionKind::Approved, false);
        }
        // `Godkendt af formand Per Vang` signs.
        let signed = segment.get(at + 1).is_some_and(|t| t.text == "af")
            && segment
                .get(at + 2)
                .is_some_and(|t| !is_collective(&t.text.to_lowercase(), known.body));
        if let Some(kind) = participle(token.text).filter(|_| at == 0 && !signed) {
            return told(kind, false);
        }
    }
    // `Dagsordenen godkendt`, `Indstillingen enstemmigt vedtaget`: no verb but the participle.
    let participles = segment.iter().position(|t| participle(t.text).is_some());
    // `Ulla Toft og Per Vang genvalgt for to år`, `Referat af mødet den 3. maj godkendt`
    let named = |at: usize| segment[..at].iter().all(|t| t.capital || t.text == "og");
    let closes = |at: usize| segment.iter().rposition(|t| t.word) == Some(at);
    let matter = segment.first().is_some_and(|t| is_matter(t.text));
    let undergoes = |t: &Token<'_>| t.text.ends_with("es") && !t.capital && t.text.len() > 5;
    if let Some(at) = participles
        && ((1..=4).contains(&at) || at > 0 && (named(at) || closes(at)))
        && words <= 9
        && !segment.iter().any(|t| is_finite(t, known) || undergoes(t) || t.text == "endnu")
        && (!matches!(segment.get(at + 1).map(|t| t.text), Some("af" | "til" | "som"))
            || (matter || segment[at].text == "fastsat")
                && segment.get(at + 1).is_some_and(|t| t.text == "til"))
        && let Some(kind) = participle(segment[at].text)
    {
        return told(negated(kind, at), false);
    }
    let mut modal = false;
    for (at, token) in segment.iter().enumerate() {
        if !token.word {
            continue;
        }
        let refused = matches!(token.text, "kunde" | "kunne" | "kan")
            && segment.get(at + 1).is_some_and(|t| t.text == "ikke")
            && segment
                .get(at + 2)
                .is_some_and(|t| t.text == "imødekommes" || passive(t.text).is_some());
        if refused && !modal {
            return told(DecisionKind::Rejected, false);
        }
        // The body that meets stands before this word.
        let own = at == 1 && is_own_body(&danish::lowercase(segment[0].text), known.body);
        let next = |n: usize| segment.get(at + n).map_or("", |t| t.text);
        if own
            && matches!(token.text, "kan" | "kunne")
            && next(1) == "ikke"
            && matches!(next(2), "anbefale" | "tiltræde" | "tilslutte" | "godkende" | "støtte")
        {
            return told(DecisionKind::Rejected, false);
        }
        if modal {
            return None;
        }
        modal = matches!(
            token.text,
            "kan"
                | "skal"
                | "vil"
                | "bør"
                | "kunne"
                | "skulle"
                | "ville"
                | "burde"
                | "må"
                | "har"
                | "havde"
                | "at"
        ) && !belongs_to_matter(segment, at, known);
        if matches!(token.text, "blev" | "bliver" | "er" | "var" | "Blev" | "ses") {
            let reach = if matches!(token.text, "er" | "var") { 5 } else { 40 };
            if matches!(token.text, "er" | "var") && whole > 14 {
                continue;
            }
            let rest = &segment[at + 1..];
            // `Bo Lind er valgt til formand for kredsen`: a piece of news.
            let person = segment.first().is_some_and(|t| t.capital)
                && segment.get(1).is_some_and(|t| t.capital);
            let news = token.text == "er" && person;
            for (offset, t) in rest.iter().enumerate().take(reach) {
                if subordinates(t) && t.text != "der" {
                    break;
                }
                let place = at + 1 + offset;
                if earlier_after(segment, place) {
                    break;
                }
                if t.text == "taget" && noted(place) {
                    return told(DecisionKind::Noted, false);
                }
                if t.text == "sat" && rest.iter().any(|t| matches!(t.text, "bero" | "Bero")) {
                    return told(DecisionKind::Postponed, false);
                }
                if matches!(t.text, "enige" | "enig") && matches!(token.text, "blev") {
                    return told(DecisionKind::Other, false);
                }
                // `Kontingentet blev fastsat til 950 kr.`; the date of a meeting is no decision.
                let next = segment.first().is_some_and(|t| t.text == "Næste");
                if t.text == "fastsat" && token.text == "blev" && !next {
                    return told(DecisionKind::Other, false);
                }
                let undone = rest.iter().any(|t| t.text == "endnu");
                // `blev oplæst og underskrevet`
                let signed = t.text == "underskrevet" && token.text == "blev" && is_record(segment);
                if let Some(kind) = participle(t.text)
                    .or(signed.then_some(DecisionKind::Approved))
                    .filter(|_| !undone && !news)
                {
                    return told(negated(kind, place), false);
                }
            }
        }
        if let Some((kind, past)) = passive(token.text) {
            // `godkendes af medlemmerne` is a rule or a plan.
            let by = !past && segment.iter().any(|t| t.text == "af");
            // `Godkendes indstillingen, udbydes arbejdet`: if.
            let conditional = !past && at == 0 && segment.len() == 2 && whole > 4;
            if !by && !conditional && !earlier_after(segment, at) {
                let matter = at <= 7 && segment.first().is_some_and(|t| is_matter(t.text));
                return told(negated(kind, at), !(past || at == 0 || matter || words <= 7));
            }
        }
        if token.text == "fik"
            && segment.iter().any(|t| matches!(t.text, "mandat" | "bemyndigelse" | "lys"))
        {
            return told(DecisionKind::Other, false);
        }
        // `Foreningen betaler`, `Ældrerådet sender et brev`: the body that meets, on what it will do.
        if own && does_now(token.text) {
            return told(DecisionKind::Other, false);
        }
        let taken = matches!(token.text, "tog" | "tager" | "toges" | "tages") && noted(at);
        let kind = active(token.text);
        let advises =
            matches!(token.text, "anbefaler" | "anbefalede" | "indstiller" | "indstillede");
        let body = (taken || advises || kind.is_some()) && has_body(segment, at, known);
        // `HovedMED tog orienteringen til efterretning`: whatever is no person here is the body.
        let alone = at == 1
            && segment[0].capital
            && !serves(&danish::lowercase(segment[0].text))
            && !known.cast.has_part(&segment[0]);
        // `Bestyrelsen bakkede op om deltagelsen`
        if own && matches!((token.text, next(1)), ("bakkede", "op") | ("tilsluttede", "sig")) {
            return told(DecisionKind::Adopted, false);
        }
        // `Rådet tilsluttede sig forslaget`
        let joins = token.text == "tilsluttede" && (1..=3).contains(&at);
        if joins && has_body(segment, at, known) {
            let matter = segment[at..].iter().any(|t| {
                ["forslag", "indstilling", "anbefaling"].iter().any(|m| t.text.starts_with(m))
            });
            if matter {
                return told(DecisionKind::Adopted, false);
            }
        }
        if taken && (body || alone || matches!(token.text, "toges")) && !earlier_after(segment, at)
        {
            return told(DecisionKind::Noted, false);
        }
        if body && !earlier_after(segment, at) {
            if let Some(kind) = kind {
                return told(kind_of_active(kind, segment), false);
            }
            if advises {
                // `Styregruppen anbefalede, at`: the body itself, done with the matter.
                return told(DecisionKind::Approved, !own);
            }
        }
        // `Tilbudet modtoges`, `Regningen anvist til Udbetaling`, `Ulla Toft indstillet uden modkandidat`
        let has = |word: &str| segment.iter().any(|t| danish::lowercase(t.text).contains(word));
        match token.text {
            "modtoges" if at <= 3 && has("tilbud") => return told(DecisionKind::Approved, false),
            "anvist" | "anvistes" | "anvises" if has("udbetaling") => {
                return told(DecisionKind::Approved, false);
            }
            "indstillet" if has("modkandidat") => return told(DecisionKind::Elected, false),
            _ => {}
        }
        if token.text == "nød" && segment.get(at + 1).is_some_and(|t| t.text == "ikke") {
            return told(DecisionKind::Rejected, false);
        }
        // `Forslaget var dermed faldet.`
        let proposal =
            || segment.iter().take(3).any(|t| danish::lowercase(t.text).contains("forslag"));
        if token.text == "faldet" && at <= 5 && proposal() {
            return told(DecisionKind::Rejected, false);
        }
        // `Efter en snak blev det Vang Kro med 3 stemmer mod 2.`
        let counted = || segment[at..].iter().any(|t| t.text.starts_with("stemme"));
        if token.text == "blev" && segment.get(at + 1).is_some_and(|t| t.text == "det") && counted()
        {
            return told(DecisionKind::Other, false);
        }
        // `Suppleanter blev Per Vang og Ulla Toft.`
        let elected = at == 1 && token.text == "blev" && segment.get(2).is_some_and(|t| t.capital);
        if elected && is_office(segment[0].text) {
            return told(DecisionKind::Elected, false);
        }
        if matches!(token.text, "bortfaldt" | "bortfalder" | "faldt" | "forkastedes") && at <= 5 {
            return told(DecisionKind::Rejected, false);
        }
    }
    None
}

/// Whether `at` opens an infinitive that says what the matter is about: `Forslaget om at lukke hallen
/// blev afvist`.
fn belongs_to_matter(segment: &[Token<'_>], at: usize, known: &Known<'_>) -> bool {
    let after_preposition = at.checked_sub(1).and_then(|i| segment.get(i)).is_some_and(|t| {
        matches!(t.text, "om" | "for" | "til" | "på" | "paa" | "ved" | "med" | "af")
    });
    let verbal = |t: &Token<'_>| t.word && !t.capital && t.text.ends_with(['e', 'å']);
    segment[at].text == "at"
        && after_preposition
        && segment.get(at + 1).is_some_and(verbal)
        && !segment[..at].iter().any(|t| is_finite(t, known))
}

/// Whether the words before the verb at `at` are the name of the body that meets: `Akademisk Råd tog
/// orienteringen til efterretning`.
fn is_body_named(segment: &[Token<'_>], at: usize, known: &Known<'_>) -> bool {
    let mut body = known.body.split_whitespace();
    (2..=6).contains(&at)
        && segment[..at].iter().all(|t| t.word && body.next() == Some(&danish::lowercase(t.text)))
}

/// Whether a body stands before the verb or just after it.
fn has_body(segment: &[Token<'_>], at: usize, known: &Known<'_>) -> bool {
    if is_body_named(segment, at, known) {
        return true;
    }
    segment[..at].iter().chain(segment.get(at + 1)).any(|t| {
        let lower = danish::lowercase(t.text);
        let serves = serves(&lower);
        (is_collective(&lower, known.body) && (!serves || is_own_body(&lower, known.body)))
            || matches!(lower.as_ref(), "man" | "vi")
    })
}

fn is_finite(token: &Token<'_>, known: &Known<'_>) -> bool {
    is_auxiliary(token.text)
        || known.verbs.kind(token.text, Form::Active, &[]).is_some()
        || passive(token.text).is_some()
}

/// Whether a clause is about a record or an account: `Protokollen …`, `Årsrapporten …`.
fn is_record(segment: &[Token<'_>]) -> bool {
    segment.first().is_some_and(|t| {
        let lower = t.text.to_lowercase();
        ["protokol", "referat", "årsrapport", "regnskab", "årsregnskab"]
            .iter()
            .any(|w| lower.starts_with(w))
    })
}

/// `henviste til regnskabet, som blev enstemmigt godkendt`: decided in passing.
pub(super) fn in_passing(segment: &[Token<'_>], before: Option<&Token<'_>>) -> Option<Told> {
    const MATTERS: [&str; 8] = [
        "regnskab",
        "referat",
        "budget",
        "forslag",
        "beretning",
        "dagsorden",
        "indstilling",
        "ændring",
    ];
    let of_matter = before.is_some_and(|t| {
        let lower = danish::lowercase(t.text);
        MATTERS.iter().any(|m| lower.contains(m))
    });
    let pronoun =
        segment.first().is_some_and(|t| matches!(t.text, "som" | "der" | "hvilket" | "hvilken"));
    let blev = segment.iter().take(4).position(|t| t.text == "blev")?;
    // `foreslog Per Vang, som blev valgt`
    let of_person = before.is_some_and(|t| t.capital);
    if !pronoun || !(of_matter || of_person) {
        return None;
    }
    let kind = segment[blev..].iter().take(5).enumerate().find_map(|(at, t)| {
        let decided = |kind: &DecisionKind| match kind {
            DecisionKind::Approved => of_matter,
            DecisionKind::Elected => of_person,
            _ => false,
        };
        participle(t.text).filter(|k| decided(k) && !earlier_after(segment, blev + at))
    })?;
    Some(Told { kind, weak: false })
}

/// `besluttede at oversende` refers, `besluttede at udsætte` postpones.
fn kind_of_active(kind: DecisionKind, segment: &[Token<'_>]) -> DecisionKind {
    if kind != DecisionKind::Other {
        return kind;
    }
    for token in segment {
        match token.text {
            "oversende" | "sende" => return DecisionKind::Referred,
            "udsætte" => return DecisionKind::Postponed,
            "godkende" => return DecisionKind::Approved,
            "tiltræde" => return DecisionKind::Adopted,
            "afvise" | "forkaste" => return DecisionKind::Rejected,
            _ => {}
        }
    }
    kind
}
