//! What is decided because it stands under the heading `Beslutning`: `Planen sendes i høring`, `Udvalget
//! peger på model B`.
//!
//! In: a main clause. Out: the decision that it tells there, and nowhere else. Deliberately absent: what
//! is a decision wherever it stands (`clause`).

use super::Told;
use super::earlier::earlier_after;
use super::word::{does_now, passive};
use crate::DecisionKind;
use crate::speech::collective::is_collective;
use crate::speech::grammar::{is_auxiliary, is_past};
use crate::speech::subject::Known;
use crate::speech::subject::lead;
use crate::speech::token::Token;

/// The decision that a clause tells where decisions stand.
pub(super) fn settled(segment: &[Token<'_>], known: &Known<'_>) -> Option<Told> {
    let told = |kind| Some(Told { kind, weak: true });
    let first = segment.first()?;
    let short = segment.iter().filter(|t| t.word).count() <= 6;
    for (at, token) in segment.iter().enumerate().take(10) {
        let word = token.text;
        if token.is(":") {
            return None;
        }
        // `Enstemmigt anbefalet.`, `Drøftet.`
        if short && at <= 2 {
            match danish::lowercase(word).as_ref() {
                "anbefalet" | "fulgt" | "tiltrådt" => return told(DecisionKind::Approved),
                "drøftet" | "behandlet" if at == 0 => return told(DecisionKind::Other),
                _ => {}
            }
        }
        // `Indstilles til byrådets godkendelse.`
        let hands_on = word == "Indstilles" && at == 0;
        if hands_on
            || matches!(word, "udgår" | "udgik" | "afventer" | "indhenter" | "anbefales") && at > 0
            || (is_passive_now(word) && (at == 0 || !token.capital))
        {
            return told(DecisionKind::Other);
        }
        // `Indstillingen blev fulgt`, `Sagen blev sendt tilbage`
        if matches!(word, "blev" | "er") {
            if earlier_after(segment, at) {
                return None;
            }
            let rest = &segment[at + 1..];
            let kind = rest.iter().take(4).find_map(|t| match t.text {
                "fulgt" | "anbefalet" | "imødekommet" => Some(DecisionKind::Approved),
                "sendt" | "tilbagesendt" | "videresendt" => Some(DecisionKind::Referred),
                _ => None,
            });
            return kind.and_then(told);
        }
        // `Udvalget peger på model B`, `Udvalget kan tilslutte sig indstillingen`
        if at > 0 && is_collective(&danish::lowercase(first.text), known.body) {
            let joins = matches!(word, "kan" | "kunne" | "tilslutter" | "tilsluttede")
                && segment.iter().any(|t| matches!(t.text, "tilslutte" | "sig" | "godkende"));
            let only_talks = matches!(
                word,
                "drøfter"
                    | "bemærker"
                    | "spørger"
                    | "takker"
                    | "konstaterer"
                    | "udtrykker"
                    | "noterer"
                    | "orienterer"
                    | "behandler"
                    | "får"
                    | "efter"
                    | "under"
                    | "over"
            );
            let acts = at == 1 && word.ends_with('r') && !is_auxiliary(word) && !only_talks;
            if joins || acts || (at == 1 && does_now(word)) {
                return told(DecisionKind::Other);
            }
        }
        let finite = is_auxiliary(word) || known.verbs.is_finite(word) || passive(word).is_some();
        if finite {
            return None;
        }
    }
    None
}

/// `Referatet rettes til i punkt 4`, `Sommerturen aflyses.`, `Der indkøbes en ny stige.`: a
/// few words that tell what is to be done, wherever the minute-taker writes them.
pub(super) fn resolves(tokens: &[Token<'_>]) -> bool {
    let words: Vec<&Token<'_>> = tokens.iter().filter(|t| t.word).collect();
    let [first, second, ..] = words[..] else { return false };
    let record = matches!(first.text, "Referatet" | "Dagsordenen" | "Protokollen");
    let opens = first.text == "Der"
        || record
        || (first.capital && ["en", "et", "erne"].iter().any(|end| first.text.ends_with(end)));
    let act = matches!(
        second.text,
        "aflyses" | "bestilles" | "indkøbes" | "anskaffes" | "nedsættes" | "udskiftes" | "opsiges"
    ) || (record && matches!(second.text, "rettes" | "ændres" | "tilrettes"));
    let conditional = words.iter().any(|t| matches!(t.text, "hvis" | "når" | "såfremt" | "af"));
    opens && act && words.len() <= 7 && !conditional
}

/// `Serieprisen sættes til 40 kr.`, `Der afsættes 6.000 kr.`, `Arbejdet sættes i gang.`: what is to be done,
/// told after people have talked of it. What is only held or sent out by plan is none.
pub(crate) fn agreed(tokens: &[Token<'_>]) -> bool {
    let at = lead(tokens);
    let head: Vec<&Token<'_>> = tokens.iter().skip(at).take(7).take_while(|t| t.word).collect();
    let verb = head.iter().skip(1).position(|t| !t.capital && is_passive_now(t.text));
    let Some(verb) = verb.map(|i| i + 1) else { return false };
    let first = head[0].text;
    let subject = !matches!(
        first,
        "Næste"
            | "Den"
            | "Det"
            | "De"
            | "Dette"
            | "Disse"
            | "Vi"
            | "Man"
            | "I"
            | "Ved"
            | "Efter"
            | "På"
            | "Fra"
            | "For"
            | "Som"
            | "Til"
            | "at"
            | "Om"
    );
    let plain = head[..verb].iter().all(|t| !is_auxiliary(t.text) && !is_past(t.text));
    let planned = matches!(
        head[verb].text,
        "afholdes"
            | "holdes"
            | "udsendes"
            | "offentliggøres"
            | "gives"
            | "styres"
            | "anføres"
            | "afvikles"
            | "vedlægges"
            | "betales"
            | "beregnes"
            | "orienteres"
            | "afleveres"
            | "rettes"
            | "tilskrives"
            | "takkes"
            | "skyldes"
            | "sattes"
            | "toges"
            | "gaves"
            | "bragtes"
            | "arrangeres"
    );
    let asks = tokens.iter().any(|t| t.is("?"));
    subject && plain && !planned && !asks
}

/// A present passive that says what is to be done: `forelægges`, `bearbejdes`.
fn is_passive_now(word: &str) -> bool {
    word.chars().count() >= 5
        && word.ends_with("es")
        && word.chars().skip(1).all(char::is_lowercase)
        && !word.ends_with("edes")
        && !matches!(
            danish::lowercase(word).as_ref(),
            "findes"
                | "mindes"
                | "lykkes"
                | "trives"
                | "foreligges"
                | "refereres"
                | "henvises"
                | "deres"
                | "vedlægges"
                | "indstilles"
                | "vurderes"
                | "forventes"
                | "ønskes"
                | "skønnes"
                | "omtales"
                | "nævnes"
                | "beskrives"
                | "fælles"
                | "samtales"
                | "bemærkes"
                | "oplyses"
                | "behøves"
                | "kræves"
                | "andres"
                | "enkeltes"
                | "drøftes"
                | "mødes"
                | "synes"
                | "ventes"
                | "denne"
                | "lægges"
                | "høres"
                | "haves"
        )
}
