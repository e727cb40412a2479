//! A word in, what it decides out: participles, passives and active forms, old spellings too.
//!
//! Deliberately absent: the sentence around the word.

use std::borrow::Cow;

use crate::DecisionKind;

/// Participles and what they decide.
pub(super) fn participle(word: &str) -> Option<DecisionKind> {
    use DecisionKind::*;
    // All of them end so, and few other words do.
    if !word.ends_with(['t', 'T']) {
        return None;
    }
    Some(match lower(word).as_ref() {
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
        "besluttet" | "aftalt" | "bestemt" | "fastsat" => Other,
        _ => return None,
    })
}

/// Passives in -s: in the past, and in the present.
pub(super) fn passive(word: &str) -> Option<(DecisionKind, bool)> {
    use DecisionKind::*;
    // All of them end so, and few other words do.
    if !word.ends_with(['s', 'S']) {
        return None;
    }
    Some(match lower(word).as_ref() {
        "godkendtes" | "vedtoges" | "bevilgedes" | "bevilligedes" => (Approved, true),
        "tiltrådtes" | "tiltraadtes" => (Adopted, true),
        "forkastedes" | "afvistes" | "nægtedes" | "afsloges" | "nedstemtes" => (Rejected, true),
        "udsattes" | "udskødes" => (Postponed, true),
        "oversendtes" => (Referred, true),
        "valgtes" | "genvalgtes" | "nyvalgtes" | "udpegedes" => (Elected, true),
        "besluttedes" | "aftaltes" | "bestemtes" => (Other, true),
        "overdroges" | "overlodes" | "bemyndigedes" | "fastsattes" => (Other, true),
        "fastsættes" | "besluttes" => (Other, false),
        "paalægges" | "pålagdes" | "paalagdes" => (Other, true),
        "pålægges" => (Other, false),
        "godkendes" | "vedtages" | "bevilges" | "bevilliges" => (Approved, false),
        "tiltrædes" => (Adopted, false),
        "forkastes" | "afvises" | "nægtes" | "afslås" | "afslaas" => (Rejected, false),
        "udsættes" | "udskydes" => (Postponed, false),
        "oversendes" => (Referred, false),
        _ => return None,
    })
}

/// What a body does.
pub(super) fn active(word: &str) -> Option<DecisionKind> {
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
        "tildelte" | "tildeler" | "nedsatte" | "frigav" | "afsatte" => Other,
        "besluttede" | "beslutter" | "bestemte" | "aftalte" | "enedes" | "konkluderede" => Other,
        _ => return None,
    })
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.starts_with(char::is_uppercase) { danish::lowercase(word) } else { Cow::Borrowed(word) }
}

/// An office that people are elected to.
pub(super) fn is_office(word: &str) -> bool {
    let lower = danish::lowercase(word);
    [
        "suppleant",
        "suppleanter",
        "formand",
        "næstformand",
        "kasserer",
        "sekretær",
        "dirigent",
        "ordstyrer",
        "referent",
        "revisor",
        "revisorer",
    ]
    .contains(&lower.as_ref())
}

/// What a body does about a matter: `sender`, `betaler`.
pub(super) fn does_now(verb: &str) -> bool {
    matches!(
        verb,
        "sender"
            | "betaler"
            | "afventer"
            | "kontakter"
            | "bestiller"
            | "undersøger"
            | "dækker"
            | "yder"
            | "nedsætter"
            | "indkøber"
            | "køber"
            | "ansøger"
            | "søger"
            | "laver"
            | "udarbejder"
            | "indkalder"
            | "indhenter"
            | "afholder"
            | "arrangerer"
            | "følger"
            | "afgiver"
            | "støtter"
            | "bidrager"
    )
}

/// Those who serve or lead a body decide nothing for it.
pub(super) fn serves(lower: &str) -> bool {
    matches!(lower, "ledelsen" | "sekretariatet" | "administrationen")
        || lower.ends_with("forvaltningen")
}

/// What a meeting decides on, as the first word of a decision: `Referatet godkendes`.
pub(super) fn is_matter(word: &str) -> bool {
    matches!(
        word,
        "Referatet"
            | "Dagsordenen"
            | "Regnskabet"
            | "Indstillingen"
            | "Forslaget"
            | "Budgettet"
            | "Sagen"
            | "Punktet"
            | "Beretningen"
            | "Ansøgningen"
            | "Protokollen"
    )
}
