//! Sentences whose subject is a body, an unnamed person, or nobody at all.
//!
//! In: the tokens of a sentence that begins with no known person. Out: whether it ends a
//! contribution. Deliberately absent: decisions; `decision` finds those by itself.

use super::grammar::{clause, is_auxiliary, opens_adverbially};
use super::name::is_body_word;
use super::subject::{Found, Known};
use super::token::Token;
use crate::verbs::{Form, Kind};

/// Bodies that act as one.
const COLLECTIVES: &[&str] = &[
    "bestyrelsen",
    "udvalget",
    "byrådet",
    "byraadet",
    "rådet",
    "raadet",
    "kommunalbestyrelsen",
    "regionsrådet",
    "generalforsamlingen",
    "forsamlingen",
    "repræsentantskabet",
    "styregruppen",
    "forvaltningen",
    "administrationen",
    "sekretariatet",
    "ledelsen",
    "direktionen",
    "menighedsrådet",
    "sogneraadet",
    "sognerådet",
    "mødet",
    "deltagerne",
    "medlemmerne",
    "foreningen",
    "arbejdsgruppen",
    "landsbyrådet",
    "magistraten",
    "økonomiudvalget",
    "flertallet",
    "mindretallet",
    "salen",
    "bestyrelsesmedlemmerne",
    "formandskabet",
    "klubben",
    "gruppen",
    "nævnet",
    "landstinget",
    "årsmødet",
];

const COLLECTIVE_ENDINGS: &[&str] = &[
    "udvalget",
    "bestyrelsen",
    "forvaltningen",
    "gruppen",
    "nævnet",
    "afdelingen",
    "ledelsen",
    "rådet",
    "raadet",
    "forsamlingen",
    "sekretariatet",
];

/// First words of subjects without a name.
const UNNAMED: &[&str] = &[
    "en",
    "et",
    "én",
    "flere",
    "nogle",
    "nogen",
    "enkelte",
    "mange",
    "alle",
    "ingen",
    "adskillige",
    "begge",
    "de",
    "andre",
    "samtlige",
    "spørgeren",
];

/// What makes one of many a person: `en andelshaver`, `en fra salen`, `et medlem`.
const PERSON_ENDINGS: &[&str] = &[
    "haver",
    "lem",
    "boer",
    "ent",
    "ør",
    "ist",
    "mand",
    "kvinde",
    "anden",
    "tredje",
    "af",
    "fra",
    "ejer",
    "borger",
    "ager",
    "hører",
    "elev",
    "forælder",
    "lærer",
    "forældre",
    "tilhører",
    "gæst",
    "person",
    "jer",
];

/// First words (one or two) of what the minute-taker tells.
const NARRATION: &[&str] = &[
    "næste møde",
    "næste bestyrelsesmøde",
    "næste generalforsamling",
    "referat",
    "referatet",
    "fraværende",
    "afbud",
    "ansvarlig",
    "deadline",
    "intet",
    "ingen",
    "punktet",
    "underskrift",
    "mødedato",
    "mødet slut",
    "mødet sluttede",
    "mødet hævet",
    "mødet hæves",
    "mødet blev",
    "mødet afsluttedes",
    "mødet startede",
    "mødet begyndte",
    "dato",
    "tid",
    "sted",
    "tilstede",
    "til stede",
    "dirigent",
    "referent",
    "kommende møder",
    "bilag",
];

/// Whether a word, in lower case, names a body.
pub(crate) fn is_collective(lower: &str, body: &str) -> bool {
    COLLECTIVES.contains(&lower)
        || COLLECTIVE_ENDINGS.iter().any(|e| lower.ends_with(e))
        || (lower.len() > 5 && !body.is_empty() && body == lower)
}

/// A sentence that belongs to nobody; `None` when it may belong to somebody.
pub(crate) fn nobody(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    if narrates(tokens, lead, lower) || votes(tokens, lead, lower) {
        return Some(Found::Nobody { unnamed: false });
    }
    if let Some(found) = impersonal(tokens, lead, lower, known) {
        return Some(found);
    }
    let at = first_verb(tokens, lead, known)?;
    let subject = &tokens[lead..at];
    if subject.is_empty() {
        return None;
    }
    let kind = known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at));
    if kind.is_none() && tokens[at].text != "mødes" {
        return None;
    }
    let collective =
        subject.iter().take(3).any(|t| is_collective(&t.text.to_lowercase(), known.body));
    let unnamed = UNNAMED.contains(&lower)
        && (subject.len() == 1
            || plural(lower)
            || subject.iter().skip(1).take(2).any(|t| is_person_word(t.text)));
    let named_body = subject.len() <= 5
        && subject[0].capital
        && !opens_adverbially(lower)
        && (subject.iter().any(|t| is_body_word(t.text))
            || (subject.len() == 1 && is_abbreviation(subject[0].text)));
    // `Odinsvej 28 anførte, at`: somebody did, whoever it was.
    let somebody = subject.len() <= 5
        && !opens_adverbially(lower)
        && !matches!(lower, "man" | "vi" | "jeg" | "i")
        && !tokens[at].text.ends_with('r')
        && !is_auxiliary(tokens[at].text)
        && matches!(kind, Some(Kind::Say | Kind::Ask | Kind::Answer | Kind::Thank));
    if somebody {
        return Some(Found::Nobody { unnamed: !collective });
    }
    if !(collective || unnamed || named_body) || (opens_adverbially(lower) && !unnamed) {
        return None;
    }
    match kind {
        // `Arbejdsgruppen mødes igen i juni`
        None if tokens[at..].iter().take(1).any(|t| t.text == "mødes") => {
            Some(Found::Nobody { unnamed: false })
        }
        // `Alle hold får nye bolde`: not told of the meeting.
        Some(Kind::Narrate) if !leaves(tokens[at].text) => None,
        Some(Kind::Decide) | None => None,
        Some(_) => Some(Found::Nobody { unnamed: unnamed || named_body }),
    }
}

fn leaves(verb: &str) -> bool {
    matches!(verb, "forlod" | "forlader" | "ankom" | "deltog" | "deltager" | "mødte")
}

/// Whether a word, in lower case, opens a subject without a name: `en`, `flere`.
pub(crate) fn is_unnamed(lower: &str) -> bool {
    UNNAMED.contains(&lower)
}

fn plural(lower: &str) -> bool {
    !matches!(lower, "en" | "et" | "én")
}

fn is_person_word(word: &str) -> bool {
    PERSON_ENDINGS.iter().any(|e| word.ends_with(e))
}

fn is_abbreviation(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(|c| c.is_uppercase() || c == '-')
}

/// The first finite verb that is listed or an auxiliary, within the first clause.
fn first_verb(tokens: &[Token<'_>], lead: usize, known: &Known<'_>) -> Option<usize> {
    (lead..tokens.len().min(lead + 10))
        .take_while(|&i| !tokens[i].is(",") && !tokens[i].is(":"))
        .find(|&i| {
            let t = &tokens[i];
            i > lead
                && t.word
                && (is_auxiliary(t.text)
                    || t.text == "mødes"
                    || known.verbs.kind(t.text, Form::Active, clause(tokens, i)).is_some())
        })
}

fn narrates(tokens: &[Token<'_>], lead: usize, lower: &str) -> bool {
    let second = tokens.get(lead + 1).map(|t| t.text.to_lowercase());
    let pair = second.map(|s| format!("{lower} {s}")).unwrap_or_default();
    // `Drøftelsen viste, at`, `Præsentationen er vedlagt`, `Det var der ikke stemning for.`
    let debate = ["drøftelsen", "debatten", "diskussionen", "afstemningen"].contains(&lower);
    let enclosed = tokens.iter().take(lead + 5).any(|t| matches!(t.text, "vedlagt" | "vedlægges"));
    let mood = lower == "det"
        && tokens.get(lead + 2).is_some_and(|t| t.text == "der")
        && tokens.iter().take(lead + 7).any(|t| {
            matches!(t.text, "stemning" | "opbakning" | "tilslutning" | "enighed" | "flertal")
        });
    if debate || enclosed || mood {
        return true;
    }
    // `Dette gav ikke anledning til bemærkninger.`
    let no_remarks = tokens.iter().take(lead + 6).any(|t| t.text == "anledning")
        && tokens.iter().any(|t| matches!(t.text, "bemærkninger" | "kommentarer" | "spørgsmål"));
    NARRATION.contains(&lower) || NARRATION.contains(&pair.as_str()) || no_remarks
}

/// `For stemte 16, imod 10`, `Der blev stemt skriftligt`.
fn votes(tokens: &[Token<'_>], lead: usize, lower: &str) -> bool {
    let head = || tokens.iter().skip(lead).take(12);
    let stem =
        head().any(|t| t.text.starts_with("stem") || t.text == "afstemning" || t.text == "undlod");
    let opens = matches!(
        lower,
        "for"
            | "imod"
            | "ved"
            | "stemmer"
            | "afstemning"
            | "afstemningen"
            | "stemmetallene"
            | "stemmerne"
            | "resultatet"
            | "herefter"
            | "derefter"
    );
    let counted = lower.starts_with(|c: char| c.is_ascii_digit())
        && tokens.get(lead + 1).is_some_and(|t| t.text.starts_with("stem"));
    let hands = head().any(|t| matches!(t.text, "hænder" | "håndsoprækning"));
    let put = counted
        || hands
        || head().any(|t| matches!(t.text, "blev" | "bliver"))
            && head().any(|t| t.text == "afstemning");
    put || stem
        && (head().any(|t| t.text == "stemt") && lower == "der"
            || opens && head().any(|t| t.text.starts_with(|c: char| c.is_ascii_digit())))
}

/// `Det blev bemærket, at`, `Der blev spurgt til`, `Det indstilles`, `Der var enighed om`.
fn impersonal(tokens: &[Token<'_>], lead: usize, lower: &str, known: &Known<'_>) -> Option<Found> {
    let at = (lead..tokens.len().min(lead + 9))
        .take_while(|&i| !tokens[i].is(",") && !tokens[i].is(":"))
        .find(|&i| {
            matches!(tokens[i].text, "blev" | "bliver" | "var" | "er")
                || known.verbs.kind(tokens[i].text, Form::Passive, &[]).is_some()
        })?;
    let verb = tokens[at].text;
    let nobody = Some(Found::Nobody { unnamed: true });
    let dummy_first = matches!(lower, "det" | "der") && at == lead + 1;
    let dummy_after = tokens.get(at + 1).is_some_and(|t| matches!(t.text, "det" | "der"));
    let after = clause(tokens, at);
    match verb {
        "blev" | "bliver" if dummy_first || dummy_after => {
            let told = after.iter().take(8).any(|t| {
                known
                    .verbs
                    .kind(t.text, Form::Participle, after)
                    .is_some_and(|k| k != Kind::Narrate)
                    && !t.capital
            });
            if told { nobody } else { None }
        }
        "var" | "er" if dummy_first && lower == "der" && verb == "var" => {
            let states = after.iter().take(6).any(|t| {
                matches!(
                    t.text,
                    "enighed"
                        | "opbakning"
                        | "tilslutning"
                        | "debat"
                        | "spørgsmål"
                        | "ingen"
                        | "ønske"
                        | "stemning"
                        | "kommentarer"
                        | "bemærkninger"
                        | "drøftelse"
                        | "forslag"
                        | "indvendinger"
                        | "kritik"
                        | "ros"
                        | "utilfredshed"
                        | "tvivl"
                )
            });
            if states { nobody } else { None }
        }
        "blev" | "bliver" | "var" | "er" => None,
        // `Det indstilles, at`; `Bemærkedes`.
        _ if dummy_first || at == lead => nobody,
        _ => None,
    }
}
