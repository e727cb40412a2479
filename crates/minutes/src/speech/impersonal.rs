//! Sentences without a person for a subject: what the minute-taker tells, votes, passives.
//!
//! In: the tokens of a sentence that begins with no known person. Out: whether nobody says it.
//! Deliberately absent: bodies and strangers as subjects (`nobody`).

use super::grammar::clause;
use super::name::{Who, name_at};
use super::subject::{Found, Known, Speaker, Verb};
use super::token::Token;
use crate::verbs::{Form, Kind};

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
    "ej til",
    "ikke til",
    "afstemning",
    "dirigent",
    "referent",
    "kommende møder",
    "bilag",
];

pub(super) fn narrates(tokens: &[Token<'_>], lead: usize, lower: &str) -> bool {
    let second = tokens.get(lead + 1).map(|t| danish::lowercase(t.text));
    let pair = second.map(|s| format!("{lower} {s}")).unwrap_or_default();
    // `Drøftelsen viste, at`, `Præsentationen er vedlagt`, `Det var der ikke stemning for.`
    // `I drøftelsen blev følgende fremhævet:`
    let is_debate =
        |w: &str| ["drøftelsen", "debatten", "diskussionen", "afstemningen"].contains(&w);
    let told = tokens.iter().take(lead + 5).any(|t| matches!(t.text, "blev" | "var"));
    let debate = is_debate(lower)
        || told
            && matches!(lower, "i" | "under" | "efter")
            && tokens.get(lead + 1).is_some_and(|t| is_debate(t.text));
    let online = tokens.get(lead + 1).is_some_and(|t| matches!(t.text, "kan" | "ligger"))
        && tokens.iter().any(|t| t.text.starts_with("hjemmeside"));
    let enclosed =
        online || tokens.iter().take(lead + 5).any(|t| matches!(t.text, "vedlagt" | "vedlægges"));
    let mood = lower == "det"
        && tokens.get(lead + 2).is_some_and(|t| t.text == "der")
        && tokens.iter().take(lead + 7).any(|t| {
            matches!(
                t.text,
                "stemning"
                    | "opbakning"
                    | "tilslutning"
                    | "enighed"
                    | "flertal"
                    | "indvendinger"
                    | "bemærkninger"
                    | "modstand"
                    | "forståelse"
                    | "interesse"
                    | "nikket"
                    | "mange"
                    | "flere"
                    | "ingen"
            )
        });
    // `I brevet står, at …`, `Det hedder heri, at …`: whoever wrote it.
    let letter = tokens.get(lead + 1).is_some_and(|t| is_letter(t.text));
    let verb = tokens.get(if lower == "det" { lead + 1 } else { lead + 2 });
    let written = (letter && matches!(lower, "i" | "af") || lower == "det")
        && verb.is_some_and(|t| {
            matches!(t.text, "står" | "stod" | "hedder" | "hed" | "skrives" | "skriver" | "fremgår")
        })
        && (letter
            || tokens.iter().skip(lead + 2).take(2).any(|t| matches!(t.text, "heri" | "deri")));
    // `Fra Per Vang var der kommet en mail, hvor …`
    let arrived = lower == "fra"
        && tokens
            .iter()
            .take(lead + 8)
            .any(|t| matches!(t.text, "kommet" | "modtaget" | "indløbet"))
        && tokens.iter().take(lead + 10).any(|t| is_letter(t.text));
    if arrived {
        return true;
    }
    // `KL havde før mødet tilkendegivet, at …`
    let before = tokens.iter().take(lead + 6).any(|t| matches!(t.text, "havde" | "har"))
        && tokens.iter().take(lead + 9).collect::<Vec<_>>().windows(2).any(|pair| {
            matches!(pair[0].text, "inden" | "før" | "for" | "forud" | "til")
                && matches!(pair[1].text, "mødet" | "for")
                && pair[0].text != pair[1].text
        });
    // `Der var ikke yderligere til punktet.`
    let no_more = lower == "der"
        && tokens.iter().skip(lead + 1).take(4).any(|t| matches!(t.text, "ikke" | "intet"))
        && tokens.iter().skip(lead + 1).take(5).any(|t| matches!(t.text, "yderligere" | "mere"))
        && tokens.iter().filter(|t| t.word).count() <= 7;
    if no_more {
        return true;
    }
    if debate || enclosed || mood || written || before {
        return true;
    }
    // `Dette gav ikke anledning til bemærkninger.`
    let no_remarks = tokens.iter().take(lead + 6).any(|t| t.text == "anledning")
        && tokens.iter().any(|t| matches!(t.text, "bemærkninger" | "kommentarer" | "spørgsmål"));
    NARRATION.contains(&lower) || NARRATION.contains(&pair.as_str()) || no_remarks
}

fn is_letter(word: &str) -> bool {
    let stem = ["et", "en", "erne"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    ["brev", "skrivelse", "mail", "henvendelse", "skrivels", "henvendels", "notat", "svar"]
        .iter()
        .any(|w| danish::lowercase(stem).ends_with(w))
}

/// Whether a word is a passive of the past: `oplæstes`, `godkendtes`, `oversendtes`.
pub(super) fn passive_past(word: &str) -> bool {
    let n_chars = word.chars().count();
    let long = (n_chars >= 7 || n_chars >= 5 && !word.ends_with("edes"))
        && word.chars().all(char::is_lowercase);
    const ENDINGS: [&str; 15] = [
        "edes", "sattes", "ævntes", "endtes", "ldtes", "læstes", "ørtes", "lgtes", "ragtes",
        "toges", "gaves", "agdes", "udtes", "åbtes", "ndtes",
    ];
    const PRESENT: [&str; 13] = [
        "indledes",
        "ledes",
        "vejledes",
        "udredes",
        "bredes",
        "udbredes",
        "bedes",
        "fredes",
        "lykkedes",
        "mislykkedes",
        "mindedes",
        "udbedes",
        "skyldtes",
    ];
    long && ENDINGS.iter().any(|end| word.ends_with(end)) && !PRESENT.contains(&word)
}

/// `For stemte 16, imod 10`, `Der blev stemt skriftligt`.
pub(super) fn votes(tokens: &[Token<'_>], lead: usize, lower: &str) -> bool {
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
    // `For dette forslag stemte Per Vang, imod stemte de øvrige.`, `Imod stemte V og O.`
    let sides = matches!(lower, "for" | "imod" | "mod")
        && stem
        && (tokens.iter().skip(lead + 1).any(|t| matches!(t.text, "imod" | "for"))
            || tokens.get(lead + 1).is_some_and(|t| t.text.starts_with("stem")));
    // `A, F og Ø stemte imod`
    let letters = |t: &Token<'_>| t.text.len() <= 4 && t.text.chars().all(char::is_uppercase);
    let parties = stem && tokens.get(lead).is_some_and(letters);
    put || parties
        || sides
        || stem
            && (head().any(|t| t.text == "stemt") && lower == "der"
                || opens && head().any(|t| t.text.starts_with(|c: char| c.is_ascii_digit())))
}

/// `Det blev bemærket, at`, `Der blev spurgt til`, `Det indstilles`, `Der var enighed om`.
pub(super) fn impersonal(
    tokens: &[Token<'_>],
    lead: usize,
    lower: &str,
    known: &Known<'_>,
) -> Option<Found> {
    let at = (lead..tokens.len().min(lead + 9))
        .take_while(|&i| !tokens[i].is(",") && !tokens[i].is(":"))
        .find(|&i| {
            matches!(tokens[i].text, "blev" | "bliver" | "var" | "er")
                || known.verbs.kind(tokens[i].text, Form::Passive, &[]).is_some()
        })?;
    let verb = tokens[at].text;
    let nobody = Some(Found::Nobody { unnamed: true });
    let dummy_first = matches!(lower, "det" | "der" | "dette") && at == lead + 1;
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
            // `Det blev af Per Vang påpeget, at …`
            if told && let Some(agent) = agent(tokens, at, known) {
                return Some(agent);
            }
            if told { nobody } else { None }
        }
        // `Herefter var der drøftelse i grupper.`
        "var"
            if dummy_after
                && after.iter().take(3).any(|t| {
                    matches!(t.text, "drøftelse" | "drøftelser" | "gruppearbejde" | "pause")
                }) =>
        {
            nobody
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
                        | "uro"
                        | "latter"
                        | "klapsalver"
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

/// Whoever a passive names by *af*, just before or after it: `Det blev af Per Vang påpeget`.
pub(super) fn agent(tokens: &[Token<'_>], at: usize, known: &Known<'_>) -> Option<Found> {
    let from = at.saturating_sub(4);
    let by = (from..tokens.len().min(at + 3)).find(|&i| matches!(tokens[i].text, "af" | "Af"))?;
    let name = name_at(tokens, by + 1, known.cast, known.roles).filter(|n| !n.genitive)?;
    if !matches!(name.who, Who::Person(_)) {
        return None;
    }
    let start = tokens[by.min(at)].start;
    let end = tokens[at.max(name.end - 1)].end();
    Some(Found::Speaker(Speaker {
        who: name.who,
        how: name.how,
        title: None,
        verb: Verb { kind: Some(Kind::Say), end: name.end.max(at + 1), evidence: start..end },
        doubt: None,
    }))
}
