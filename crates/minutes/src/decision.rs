//! Sentences in, decisions of this meeting out.
//!
//! A decision is told by a body that decides (`Udvalget godkendte …`), in the passive (`Forslaget
//! blev vedtaget`), in a few words (`Godkendt.`), or by whoever concludes. Deliberately absent:
//! what other meetings decided, what is recommended, and what somebody says about a decision.

mod clause;
mod earlier;
mod settled;
#[cfg(test)]
mod tests;
mod vote;
mod word;

use std::borrow::Cow;

use clause::{clause_told, in_passing};
pub(crate) use earlier::{earlier_after, is_earlier};
pub(crate) use settled::agreed;
use settled::resolves;
use word::{active, is_office, participle, passive};

use crate::speech::collective::is_collective;
use crate::speech::grammar::{is_auxiliary, opens_subordinate, subordinates};
use crate::speech::subject::{Known, lead};
use crate::speech::token::Token;
use crate::{Decision, DecisionKind, Votes};

/// A decision as one sentence alone tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    pub kind: DecisionKind,
    /// A present passive (`Sagen udsættes`) or a recommendation: counts under the heading
    /// `Beslutning` only.
    pub weak: bool,
}

/// What is kept from one sentence to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reader {
    place: (Option<String>, Option<String>),
    deciding: bool,
    votes: Option<Votes>,
    last: Option<DecisionKind>,
}

impl Reader {
    /// A paragraph begins under this item and block.
    pub fn enter(&mut self, item: Option<&str>, block: Option<&str>) {
        if self.place.0.as_deref() != item || self.place.1.as_deref() != block {
            self.place = (item.map(str::to_owned), block.map(str::to_owned));
            self.votes = None;
            self.deciding = block.is_some_and(|b| is_deciding(&danish::lowercase(b)));
        }
    }

    /// Whether what stands here was decided.
    pub fn is_deciding(&self) -> bool {
        self.deciding
    }

    /// The decision in a sentence. `concludes`: it stands in a contribution that concludes.
    pub fn decide(
        &mut self,
        tokens: &[Token<'_>],
        told: Option<Told>,
        by: Option<String>,
        concludes: bool,
    ) -> Option<Decision> {
        let votes = vote::votes(tokens);
        let kind = if concludes {
            Some(concluded(tokens))
        } else if let Some(told) = told {
            (self.deciding || is_arrow(tokens) || !told.weak).then_some(told.kind)
        } else if by.is_some() && declares(tokens) || concludes_at(tokens) {
            Some(concluded(tokens))
        } else if is_ditto(tokens) {
            self.last
        } else {
            None
        };
        let Some(kind) = kind else {
            self.votes = votes.or(self.votes);
            return None;
        };
        self.last = Some(kind);
        let votes = votes.or(self.votes.take());
        Some(Decision { kind, by: by.filter(|_| concludes), votes })
    }
}

/// Whether a block, in lower case, holds what was decided: `beslutning i byrådet den 3. maj`. `Forslag
/// til beslutning` does not.
pub(crate) fn is_deciding(block: &str) -> bool {
    let mut words = block.split_whitespace();
    let begins = ["konklusion", "afgørelse", "vedtagelse", "protokol"];
    // `økonomiudvalget, 05.10.2023, pkt. 212`, `udvalgets beslutning`
    let of_body = block.contains(|c: char| c.is_ascii_digit())
        && block.split(|c: char| !c.is_alphanumeric()).take(5).any(|w| is_collective(w, ""))
        && !block.contains("indstilling");
    begins.iter().any(|w| block.starts_with(w))
        || of_body
        || block.ends_with("s beslutning")
        || words.next().is_some_and(|w| matches!(w, "beslutning" | "beslutninger"))
            && words.next().is_none_or(|w| {
                matches!(w, "i" | "den" | "fra" | "på" | "ved" | "truffet" | "af" | "-" | "–")
            })
}

/// The decision that the main clause of a sentence tells.
///
/// `we`: its subject is *vi*, and what they do is settled by that. `deciding`: it stands where decisions
/// stand, and whatever is to be done is one.
pub(crate) fn told(
    tokens: &[Token<'_>],
    known: &Known<'_>,
    we: bool,
    deciding: bool,
) -> Option<Told> {
    if is_earlier(tokens) {
        return None;
    }
    if we || resolves(tokens) || outcome(tokens) {
        return Some(Told { kind: DecisionKind::Other, weak: false });
    }
    if elects(tokens) {
        return Some(Told { kind: DecisionKind::Elected, weak: false });
    }
    if let Some(kind) = majority(tokens) {
        return Some(Told { kind, weak: false });
    }
    // `Tilbud 7 (nyt hegn, 12.300 kr.) godkendt.`
    let outside = without_brackets(tokens);
    let tokens = if outside.len() > lead(&outside) { &outside[..] } else { tokens };
    let mut verb_seen = false;
    let mut main_seen = false;
    let mut start = lead(tokens);
    while start < tokens.len() {
        let length = tokens[start..].iter().position(|t| t.is(",")).unwrap_or(tokens.len() - start);
        let segment = &tokens[start..start + length];
        let first_segment = !main_seen && !verb_seen;
        // `Forslag 2, 5 og 9 bearbejdes`
        let counts = |t: &Token<'_>| t.text.starts_with(|c: char| c.is_ascii_digit());
        if segment.len() <= 2 && segment.last().is_some_and(counts) {
            start += length + 1;
            continue;
        }
        if is_main(segment, first_segment, main_seen) {
            main_seen = true;
            if let Some(told) =
                clause_told(segment, known, tokens.len(), deciding || is_arrow(tokens))
            {
                return Some(told);
            }
        }
        let passing = segment.iter().position(|t| matches!(t.text, "som" | "der" | "hvilket"));
        if let Some(at) = passing.filter(|_| verb_seen || main_seen) {
            let before = at.checked_sub(1).and_then(|i| segment.get(i));
            let before = before.or_else(|| start.checked_sub(2).and_then(|i| tokens.get(i)));
            if let Some(told) = in_passing(&segment[at..], before) {
                return Some(told);
            }
        }
        verb_seen =
            verb_seen || segment.iter().any(|t| is_auxiliary(t.text) || known.verbs.knows(t.text));
        start += length + 1;
    }
    None
}

/// `Udgangen blev, at vi venter.`, `Enighed om at vente.`
fn outcome(tokens: &[Token<'_>]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.text);
    matches!((word(0), word(1)), ("Udgangen" | "Resultatet" | "Enden", "blev") | ("Enighed", "om"))
}

/// `Formand: Per Vang (genvalg).`, `Suppleant: Ulla Toft.`, `Revisorer: Genvalg til Bo Dahl`: a row of
/// elections.
fn elects(tokens: &[Token<'_>]) -> bool {
    let Some(colon) = tokens.iter().take(5).position(|t| t.is(":")) else { return false };
    let voted = |t: &Token<'_>| {
        let lower = t.text.to_lowercase();
        ["genvalg", "nyvalg", "valgt"].iter().any(|w| lower.starts_with(w))
    };
    let after = &tokens[colon + 1..];
    let by_vote = after.iter().any(voted);
    let office = tokens[..colon].iter().any(|t| is_office(t.text))
        || tokens[0].text.to_lowercase().ends_with("formand");
    let seat = tokens[..colon].iter().any(|t| {
        let lower = t.text.to_lowercase();
        lower.starts_with("suppleant") || lower.starts_with("revisor")
    });
    let names = after.iter().filter(|t| t.word).all(|t| t.capital || t.text == "og")
        && after.iter().filter(|t| t.word).count() >= 2;
    by_vote && office || seat && names
}

/// What stands outside brackets; most sentences have none, and cost no copy.
fn without_brackets<'a, 't>(tokens: &'a [Token<'t>]) -> Cow<'a, [Token<'t>]> {
    if !tokens.iter().any(|t| t.is("(") || t.is(")")) {
        return Cow::Borrowed(tokens);
    }
    let mut depth = 0_usize;
    let mut outside = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            outside.push(*token);
        }
    }
    Cow::Owned(outside)
}

/// `Et flertal bestående af V, A og C godkendte indstillingen.`, `Et enigt udvalg besluttede at vente.`
fn majority(tokens: &[Token<'_>]) -> Option<DecisionKind> {
    let opens = tokens.first().is_some_and(|t| matches!(t.text, "Et" | "Flertallet" | "Det"));
    let of_many = tokens.iter().take(3).any(|t| {
        matches!(t.text, "flertal" | "Flertallet" | "enigt" | "samlet" | "samlede" | "enige")
    });
    if !opens || !of_many {
        return None;
    }
    let verb = tokens.iter().take(20).take_while(|t| !subordinates(t));
    verb.filter(|t| !t.capital).find_map(|t| active(t.text))
}

/// `→ Protokollen ændres ikke.`
fn is_arrow(tokens: &[Token<'_>]) -> bool {
    tokens.first().is_some_and(|t| t.is("→") || t.is("⇒") || t.is("➔"))
}

fn is_main(segment: &[Token<'_>], first: bool, main_seen: bool) -> bool {
    let Some(token) = segment.first() else { return false };
    let joined = matches!(token.text, "og" | "men" | "mens" | "samt" | "dog" | "hvorefter");
    let word = if joined { segment.get(1) } else { Some(token) };
    let Some(word) = word else { return false };
    if word.text == "om" || (subordinates(word) && !(first && word.capital)) {
        return false;
    }
    if first {
        return !opens_subordinate(&danish::lowercase(token.text)) || token.text == "Om";
    }
    (joined && main_seen)
        || participle(token.text).is_some()
            && (main_seen || segment.iter().filter(|t| t.word).count() == 1)
        || matches!(token.text, "blev" | "bliver" | "tog" | "bortfaldt" | "faldt" | "anvist")
        || active(token.text).is_some()
        || passive(token.text).is_some()
}

/// Whether a decision told in the middle of a report ends the report: it is about the report itself or
/// follows upon a vote.
pub(crate) fn settles(told: Told, tokens: &[Token<'_>]) -> bool {
    let matter = tokens.iter().take(4).any(|t| {
        let lower = danish::lowercase(t.text);
        [
            "beretning",
            "regnskab",
            "budget",
            "referat",
            "dagsorden",
            "orientering",
            "forslag",
            "årsrapport",
        ]
        .iter()
        .any(|m| lower.starts_with(m))
    });
    matter
        || told.kind == DecisionKind::Noted
        || tokens.iter().filter(|t| t.word).count() < 4
        || tokens.iter().any(|t| t.text.starts_with("stemme") || t.text == "akklamation")
}

/// What a conclusion decides, told by its words wherever they stand.
fn concluded(tokens: &[Token<'_>]) -> DecisionKind {
    tokens
        .iter()
        .find_map(|t| match t.text {
            "efterretning" => Some(DecisionKind::Noted),
            _ => participle(t.text)
                .or_else(|| active(t.text).filter(|k| *k != DecisionKind::Other))
                .or_else(|| passive(t.text).map(|(k, _)| k)),
        })
        .unwrap_or(DecisionKind::Other)
}

/// `KM konkluderede, at status ændres til rød`, whoever that is.
fn concludes_at(tokens: &[Token<'_>]) -> bool {
    let initials =
        |t: &Token<'_>| t.text.len() <= 4 && t.word && t.text.chars().all(char::is_uppercase);
    tokens.first().is_some_and(initials)
        && tokens.iter().take(5).any(|t| matches!(t.text, "konkluderede" | "konkluderer"))
        && tokens.iter().any(|t| t.text == "at")
}

/// `Dirigenten konstaterede, at beretningen var godkendt`.
fn declares(tokens: &[Token<'_>]) -> bool {
    let verb = tokens.iter().take(14).take_while(|t| t.text != "at").any(|t| {
        matches!(
            t.text,
            "konstaterede"
                | "konstatere"
                | "erklærede"
                | "kundgjorde"
                | "fastslog"
                | "sammenfattede"
                | "opsummerede"
        )
    });
    let auxiliary = tokens.iter().any(|t| matches!(t.text, "var" | "blev" | "for" | "er"));
    // `Formanden sammenfattede, at rådet kunne tilslutte sig udkastet`
    let agreed = tokens.windows(2).any(|pair| {
        matches!(pair[0].text, "kunne" | "kan")
            && matches!(pair[1].text, "tilslutte" | "tiltræde" | "godkende" | "vedtage")
            || matches!(pair[0].text, "bakker" | "bakkede") && pair[1].text == "op"
            || matches!(pair[0].text, "tilslutter" | "tilsluttede") && pair[1].text == "sig"
    });
    // `Formanden sammenfattede, at sagen udsættes`
    let settled = tokens.windows(2).any(|pair| {
        !matches!(pair[1].text, "godkendes" | "vedtages")
            && passive(pair[1].text).is_some()
            && !is_auxiliary(pair[0].text)
    });
    let sums_up = tokens.iter().take(8).any(|t| t.text == "sammenfattede")
        || verb && tokens.iter().any(|t| matches!(t.text, "derfor" | "dermed" | "hermed"));
    verb && agreed
        || sums_up && settled
        || verb
            && auxiliary
            && tokens.iter().any(|t| {
                participle(t.text)
                    .is_some_and(|k| k != DecisionKind::Other && k != DecisionKind::Elected)
            })
}

/// `do.` in old minutes: as the one above.
fn is_ditto(tokens: &[Token<'_>]) -> bool {
    if tokens.len() > 3 {
        return false;
    }
    let words: Vec<&str> = tokens.iter().filter(|t| t.word).map(|t| t.text).collect();
    matches!(words[..], ["do" | "Do" | "ditto" | "Ditto"])
}
