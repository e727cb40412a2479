//! Sentences in, decisions of this meeting out.
//!
//! A decision is told by a body that decides (`Udvalget godkendte …`), in the passive (`Forslaget
//! blev vedtaget`), in a few words (`Godkendt.`), or by whoever concludes. Deliberately absent:
//! what other meetings decided, what is recommended, and what somebody says about a decision.

mod vote;

use crate::speech::grammar::{AUXILIARIES, opens_subordinate, subordinates};
use crate::speech::nobody::is_collective;
use crate::speech::subject::{Known, lead};
use crate::speech::token::Token;
use crate::verbs::Form;
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
            self.deciding = block.is_some_and(is_deciding);
        }
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
            (self.deciding || !told.weak).then_some(told.kind)
        } else if by.is_some() && declares(tokens) {
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

/// Whether a block holds what was decided. `Forslag til beslutning` does not.
fn is_deciding(block: &str) -> bool {
    let block = block.to_lowercase();
    ["konklusion", "afgørelse", "vedtagelse", "protokol"].iter().any(|w| block.starts_with(w))
        || matches!(block.as_str(), "beslutning" | "beslutninger")
}

/// Participles and what they decide.
fn participle(word: &str) -> Option<DecisionKind> {
    use DecisionKind::*;
    Some(match word.to_lowercase().as_str() {
        "godkendt" | "vedtaget" | "bevilget" | "bevilliget" | "bifaldet" | "imødekommet" => {
            Approved
        }
        "tiltrådt" | "tiltraadt" => Adopted,
        "forkastet" | "afvist" | "nægtet" | "afslået" | "afslaaet" | "nedstemt" | "bortfaldet" => {
            Rejected
        }
        "udsat" | "udskudt" => Postponed,
        "oversendt" | "henvist" => Referred,
        "valgt" | "genvalgt" | "nyvalgt" | "udpeget" => Elected,
        "besluttet" | "aftalt" | "bestemt" => Other,
        _ => return None,
    })
}

/// Passives in -s: in the past, and in the present.
fn passive(word: &str) -> Option<(DecisionKind, bool)> {
    use DecisionKind::*;
    Some(match word.to_lowercase().as_str() {
        "godkendtes" | "vedtoges" | "bevilgedes" | "bevilligedes" => (Approved, true),
        "tiltrådtes" | "tiltraadtes" => (Adopted, true),
        "forkastedes" | "afvistes" | "nægtedes" | "afsloges" | "nedstemtes" => (Rejected, true),
        "udsattes" => (Postponed, true),
        "oversendtes" => (Referred, true),
        "valgtes" | "genvalgtes" | "nyvalgtes" | "udpegedes" => (Elected, true),
        "besluttedes" | "aftaltes" | "bestemtes" => (Other, true),
        "godkendes" | "vedtages" | "bevilges" | "bevilliges" => (Approved, false),
        "tiltrædes" => (Adopted, false),
        "forkastes" | "afvises" | "nægtes" | "afslås" | "afslaas" => (Rejected, false),
        "udsættes" => (Postponed, false),
        "oversendes" => (Referred, false),
        _ => return None,
    })
}

/// What a body does.
fn active(word: &str) -> Option<DecisionKind> {
    use DecisionKind::*;
    Some(match word {
        "godkendte" | "vedtog" | "bevilgede" | "bevilligede" | "godkender" | "vedtager"
        | "bevilger" => Approved,
        "tiltrådte" | "tiltraadte" | "tiltræder" => Adopted,
        "forkastede" | "afviste" | "nægtede" | "afslog" | "nedstemte" | "forkaster" | "afviser" => {
            Rejected
        }
        "udsatte" | "udsætter" | "udskød" => Postponed,
        "oversendte" | "oversender" => Referred,
        "valgte" | "genvalgte" | "udpegede" | "konstituerede" => Elected,
        "besluttede" | "beslutter" | "bestemte" | "aftalte" | "enedes" | "konkluderede" => Other,
        _ => return None,
    })
}

/// The decision that the main clause of a sentence tells.
pub(crate) fn told(tokens: &[Token<'_>], known: &Known<'_>) -> Option<Told> {
    if is_earlier(tokens) {
        return None;
    }
    let mut verb_seen = false;
    let mut main_seen = false;
    let mut start = lead(tokens);
    while start < tokens.len() {
        let length = tokens[start..].iter().position(|t| t.is(",")).unwrap_or(tokens.len() - start);
        let segment = &tokens[start..start + length];
        let first_segment = !main_seen && !verb_seen;
        if is_main(segment, first_segment, main_seen) {
            main_seen = true;
            if let Some(told) = segment_told(segment, known, tokens.len()) {
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
        verb_seen |=
            segment.iter().any(|t| AUXILIARIES.contains(&t.text) || known.verbs.knows(t.text));
        start += length + 1;
    }
    None
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
        return !opens_subordinate(&token.text.to_lowercase()) || token.text == "Om";
    }
    (joined && main_seen)
        || matches!(token.text, "blev" | "bliver" | "tog")
        || active(token.text).is_some()
        || passive(token.text).is_some()
}

fn segment_told(segment: &[Token<'_>], known: &Known<'_>, whole: usize) -> Option<Told> {
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
    let noted =
        |at: usize| segment[at..].iter().any(|t| matches!(t.text, "efterretning" | "Efterretning"));
    let words = segment.iter().filter(|t| t.word).count();
    // A few words: `Godkendt.`, `Enstemmigt vedtaget`, `Til efterretning`.
    for (at, token) in segment.iter().enumerate().take(3) {
        let finite = segment[..at]
            .iter()
            .any(|t| AUXILIARIES.contains(&t.text) || known.verbs.knows(t.text));
        if finite || (at > 0 && words > 6) {
            break;
        }
        let taken = matches!(token.text, "Taget" | "Tages" | "Til" | "Toges" | "taget" | "Tog");
        if taken && noted(at) && words <= 12 {
            return told(DecisionKind::Noted, false);
        }
        if let Some(kind) = participle(token.text).filter(|_| at == 0) {
            return told(kind, false);
        }
    }
    // `Dagsordenen godkendt`, `Indstillingen enstemmigt vedtaget`: no verb but the participle.
    let participles = segment.iter().position(|t| participle(t.text).is_some());
    if let Some(at) = participles
        && (1..=4).contains(&at)
        && words <= 9
        && !segment.iter().any(|t| is_finite(t, known))
        && !matches!(segment.get(at + 1).map(|t| t.text), Some("af" | "til" | "som"))
        && let Some(kind) = participle(segment[at].text)
    {
        return told(negated(kind, at), false);
    }
    for (at, token) in segment.iter().enumerate() {
        if !token.word {
            continue;
        }
        let modal = at > 0
            && segment[..at].iter().any(|t| {
                matches!(
                    t.text,
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
                )
            });
        if modal {
            return None;
        }
        if matches!(token.text, "blev" | "bliver" | "er" | "var" | "Blev" | "ses") {
            let reach = if matches!(token.text, "er" | "var") { 5 } else { 40 };
            if matches!(token.text, "er" | "var") && whole > 14 {
                continue;
            }
            let rest = &segment[at + 1..];
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
                if matches!(t.text, "enige" | "enig") && matches!(token.text, "blev") {
                    return told(DecisionKind::Other, false);
                }
                if let Some(kind) = participle(t.text) {
                    return told(negated(kind, place), false);
                }
            }
        }
        if let Some((kind, past)) = passive(token.text) {
            // `godkendes af medlemmerne` is a rule or a plan.
            let by = !past && segment.iter().any(|t| t.text == "af");
            if !by && !earlier_after(segment, at) {
                return told(negated(kind, at), !(past || at == 0 || words <= 7));
            }
        }
        let taken = matches!(token.text, "tog" | "tager" | "toges" | "tages") && noted(at);
        let body = segment[..at].iter().chain(segment.get(at + 1)).any(|t| {
            let lower = t.text.to_lowercase();
            is_collective(&lower, known.body) || matches!(lower.as_str(), "man" | "vi")
        });
        if taken && (body || matches!(token.text, "toges")) && !earlier_after(segment, at) {
            return told(DecisionKind::Noted, false);
        }
        if body && !earlier_after(segment, at) {
            if let Some(kind) = active(token.text) {
                return told(kind_of_active(kind, segment), false);
            }
            if matches!(token.text, "anbefaler" | "anbefalede" | "indstiller" | "indstillede") {
                return told(DecisionKind::Approved, true);
            }
        }
        if matches!(token.text, "bortfaldt" | "bortfalder" | "faldt" | "forkastedes") && at <= 5 {
            return told(DecisionKind::Rejected, false);
        }
    }
    None
}

fn is_finite(token: &Token<'_>, known: &Known<'_>) -> bool {
    AUXILIARIES.contains(&token.text)
        || known.verbs.kind(token.text, Form::Active, &[]).is_some()
        || passive(token.text).is_some()
}

/// `henviste til regnskabet, som blev enstemmigt godkendt`: decided in passing.
fn in_passing(segment: &[Token<'_>], before: Option<&Token<'_>>) -> Option<Told> {
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
        let lower = t.text.to_lowercase();
        MATTERS.iter().any(|m| lower.contains(m))
    });
    let pronoun =
        segment.first().is_some_and(|t| matches!(t.text, "som" | "der" | "hvilket" | "hvilken"));
    let blev = segment.iter().take(4).position(|t| t.text == "blev")?;
    if !pronoun || !of_matter {
        return None;
    }
    let kind = segment[blev..].iter().take(5).enumerate().find_map(|(at, t)| {
        participle(t.text)
            .filter(|k| *k == DecisionKind::Approved && !earlier_after(segment, blev + at))
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

/// `Dirigenten konstaterede, at beretningen var godkendt`.
fn declares(tokens: &[Token<'_>]) -> bool {
    let verb = tokens
        .iter()
        .take(8)
        .any(|t| matches!(t.text, "konstaterede" | "erklærede" | "kundgjorde" | "fastslog"));
    let auxiliary = tokens.iter().any(|t| matches!(t.text, "var" | "blev" | "for" | "er"));
    verb && auxiliary
        && tokens.iter().any(|t| {
            participle(t.text)
                .is_some_and(|k| k != DecisionKind::Other && k != DecisionKind::Elected)
        })
}

/// `do.` in old minutes: as the one above.
fn is_ditto(tokens: &[Token<'_>]) -> bool {
    let words: Vec<&str> = tokens.iter().filter(|t| t.word).map(|t| t.text).collect();
    matches!(words[..], ["do" | "Do" | "ditto" | "Ditto"])
}

/// Whether a sentence begins at another time: `På mødet den 3. maj vedtog`, `I 2019 besluttede`.
pub(crate) fn is_earlier(tokens: &[Token<'_>]) -> bool {
    let at = lead(tokens);
    let Some(first) = tokens.get(at) else { return false };
    let head: Vec<&str> =
        tokens[at..].iter().take(9).take_while(|t| !t.is(",")).map(|t| t.text).collect();
    let second = head.get(1).copied().unwrap_or_default();
    match first.text {
        "Sidste" | "Tidligere" | "Allerede" => {
            head.iter().any(|w| matches!(*w, "år" | "møde" | "måned" | "uge" | "i") || is_year(w))
                || first.text == "Tidligere"
        }
        "I" => is_year(second) || (is_month(second) && head.get(2).is_some_and(|w| is_year(w))),
        "Den" | "D" => second.starts_with(|c: char| c.is_ascii_digit()),
        "På" | "Ved" | "Under" | "Paa" => {
            let meeting = head.iter().position(|w| {
                w.starts_with("møde")
                    || w.ends_with("møde")
                    || w.ends_with("mødet")
                    || w.starts_with("generalforsamling")
            });
            let Some(meeting) = meeting else { return false };
            let other = head[..meeting]
                .iter()
                .any(|w| matches!(*w, "sidste" | "forrige" | "seneste" | "tidligere" | "et"));
            other || head.get(meeting + 1).is_some_and(|w| matches!(*w, "den" | "d" | "i"))
        }
        _ => false,
    }
}

/// Whether what follows a verb puts it at another time: `godkendte på et møde i september`,
/// `vedtog den 12. marts 2024`.
fn earlier_after(segment: &[Token<'_>], at: usize) -> bool {
    let next = |n: usize| segment.get(at + n).map_or("", |t| t.text);
    match next(1) {
        "på" | "paa" | "ved" => {
            matches!(
                next(2),
                "et" | "sidste" | "forrige" | "sit" | "seneste" | "generalforsamlingen" | "mødet"
            ) && (next(2) != "mødet" || next(3) == "den" || next(3) == "i")
        }
        "i" => is_year(next(2)) || is_month(next(2)) || next(2) == "fjor",
        "den" | "d" => next(2).starts_with(|c: char| c.is_ascii_digit()),
        "sidste" | "tidligere" | "allerede" => true,
        _ => false,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.chars().all(|c| c.is_ascii_digit())
}

fn is_month(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "januar"
            | "februar"
            | "marts"
            | "april"
            | "maj"
            | "juni"
            | "juli"
            | "august"
            | "september"
            | "oktober"
            | "november"
            | "december"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Outline, Paragraph};
    use crate::speech::statements;
    use crate::{Attendee, Vocabulary};
    use DecisionKind::*;

    fn decide(text: &str, block: Option<&str>) -> Option<Decision> {
        let people = vec![
            Attendee {
                name: "Ulla Toft".into(),
                role: Some("formand".into()),
                ..Attendee::default()
            },
            Attendee { name: "Per Vang".into(), ..Attendee::default() },
        ];
        let paragraph = Paragraph {
            block: block.map(str::to_owned),
            text: text.to_owned(),
            lines: vec![(0, 1)],
            ..Paragraph::default()
        };
        let outline = Outline { people, paragraphs: vec![paragraph], ..Outline::default() };
        let vocabulary =
            Vocabulary { reporting_verbs: crate::verbs::LIST.to_owned(), ..Vocabulary::default() };
        let found = statements(&outline, &vocabulary, &mut Vec::new());
        assert_eq!(found.len(), 1, "{text}");
        found.into_iter().next().and_then(|s| s.decision)
    }

    #[test]
    fn decisions_and_what_they_do() {
        let table = [
            ("Dagsordenen blev godkendt uden bemærkninger.", Approved),
            ("Dagsordenen og referatet fra mødet den 29. september blev godkendt.", Approved),
            ("Udvalget godkendte indstillingens punkt 1.", Approved),
            ("Udvalget besluttede at oversende sagen til byrådet.", Referred),
            ("Byrådet vedtog forslaget med 14 stemmer mod 11.", Approved),
            ("Herefter godkendte bestyrelsen budgettet.", Approved),
            ("Bestyrelsen tog orienteringen til efterretning.", Noted),
            ("Orienteringen blev taget til efterretning.", Noted),
            ("Taget til efterretning.", Noted),
            ("Til Efterretning.", Noted),
            ("Ændringsforslaget bortfaldt dermed.", Rejected),
            ("Forslaget var ikke vedtaget.", Rejected),
            ("Forslaget blev nedstemt.", Rejected),
            ("Indstillingen tiltrådt.", Adopted),
            ("Tiltrådt.", Adopted),
            ("Godkendt.", Approved),
            ("Dagsorden godkendt.", Approved),
            ("Vedtaget med 1 imod, 7 blanke.", Approved),
            ("Vedtoges.", Approved),
            ("Bevilges.", Approved),
            ("Nægtedes.", Rejected),
            ("Andragendet bevilgedes.", Approved),
            ("Sagen udsættes til næste møde.", Postponed),
            ("Punktet blev udsat.", Postponed),
            ("Ulla Toft blev genvalgt som formand.", Elected),
            ("Som dirigent valgtes Per Vang.", Elected),
            ("I stedet valgtes Per Vang for to år, mens Ulla Toft blev genvalgt.", Elected),
            ("Bestyrelsen foreslog Per Vang, og han blev valgt uden modkandidat.", Elected),
            ("Det blev besluttet, at vejen lukkes.", Other),
            ("Ulla Toft konkluderede, at orienteringen blev taget til efterretning.", Noted),
            ("Formanden konkluderede, at arbejdet fortsætter.", Other),
            ("Indstillingen om, at sagen sendes i høring, blev godkendt.", Approved),
            ("Per Vang henviste til regnskabet, som blev enstemmigt godkendt.", Approved),
            ("Formanden konstaterede, at beretningen var godkendt.", Approved),
        ];
        for (text, want) in table {
            assert_eq!(decide(text, None).map(|d| d.kind), Some(want), "{text}");
        }
        for text in [
            "Udvalget anbefaler, at indstillingen godkendes.",
            "Sagen oversendes til videre behandling i byrådet i maj.",
        ] {
            assert!(decide(text, Some("Beslutning")).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_no_decision() {
        for text in [
            "Bestyrelsen godkendte på et møde i september 2021 udmøntningen.",
            "Styregruppen har besluttet, at vejen lukkes.",
            "Byrådet vedtog den 12. marts 2024 en plan.",
            "Teknik og Miljø indstiller, at planen godkendes.",
            "Per Vang foreslog, at planen vedtages.",
            "Per Vang sagde, at løsningen er besluttet.",
            "Per Vang gennemgik indstillingen om godkendelse af planen.",
            "Referatet godkendes elektronisk af udvalgets medlemmer.",
            "Sagen kan godkendes i maj.",
            "Planen skal være vedtaget inden jul.",
            "Punktet blev taget af dagsordenen.",
            "I 2019 besluttede bestyrelsen at vente.",
            "Ulla Toft opsummerede, at der er opbakning.",
            "Den trafikplan, som udvalget vedtog den 12. marts, gælder.",
            "Der er valgt en løsning med træ i de fleste af de huse, der er bygget.",
        ] {
            assert_eq!(decide(text, None), None, "{text}");
        }
        assert_eq!(decide("Planen blev godkendt.", Some("Sagsfremstilling")), None);
    }

    #[test]
    fn who_concluded_and_with_which_votes() {
        let concluded = decide("Ulla Toft konkluderede, at planen er godkendt.", None);
        assert_eq!(concluded.and_then(|d| d.by).as_deref(), Some("Ulla Toft"));
        let voted = decide("Planen blev vedtaget med 9 stemmer for og 2 imod.", None);
        let votes = voted.and_then(|d| d.votes);
        assert_eq!(votes, Some(Votes { ayes: Some(9), noes: Some(2), blank: None }));
    }
}
