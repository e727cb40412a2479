//! People whom a sentence names besides its speaker: mentioned, addressed, elected.
//!
//! In: the tokens of a sentence. Out: full names, or people of the cast. Deliberately absent: who
//! speaks.

use crate::speech::cast::Cast;
use crate::speech::name::{Name, Who, name_at, plain_name_at};
use crate::speech::role::Roles;
use crate::speech::subject::Verb;
use crate::speech::token::Token;
use crate::verbs::Kind;

/// Words that may stand between a verb and the one addressed.
const BETWEEN: &[&str] = &[
    "med",
    "til",
    "sig",
    "derfor",
    "også",
    "desuden",
    "samtidig",
    "igen",
    "herefter",
    "enig",
    "ligeledes",
    "endvidere",
    "yderligere",
    "videre",
    "i",
    "på",
    "fra",
    "vegne",
    "bestyrelsens",
    "særligt",
];

/// Verbs beyond asking, answering and thanking that are done towards somebody.
const TOWARDS: &[&str] = &[
    "bad",
    "beder",
    "opfordrede",
    "opfordrer",
    "gav",
    "giver",
    "inviterede",
    "inviterer",
    "var",
    "er",
    "erklærede",
    "tilsluttede",
    "tilslutter",
    "støttede",
    "støtter",
    "mindede",
    "anmodede",
    "lykønskede",
    "henviste",
    "foreslog",
    "pålagde",
];

/// Full names of the people in a sentence, the speaker left out, in order, each once.
pub(crate) fn mentions(tokens: &[Token<'_>], cast: &Cast, speaker: Option<usize>) -> Vec<String> {
    people_in(tokens, cast, speaker).into_iter().map(|(name, _)| name).collect()
}

/// As [`mentions`], with the place in the cast of those who have one.
pub(crate) fn people_in(
    tokens: &[Token<'_>],
    cast: &Cast,
    speaker: Option<usize>,
) -> Vec<(String, Option<usize>)> {
    let mut found: Vec<(String, Option<usize>)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if !(token.word && token.capital) {
            at += 1;
            continue;
        }
        let Some(name) = plain_name_at(tokens, at, cast) else {
            at += 1;
            continue;
        };
        at = name.end.max(at + 1);
        let mention = match name.who {
            Who::Person(id) if Some(id) != speaker => (cast.people[id].name.clone(), Some(id)),
            Who::New(printed) if printed.contains(' ') => (printed, None),
            _ => continue,
        };
        if !found.iter().any(|(known, _)| *known == mention.0) {
            found.push(mention);
        }
    }
    found
}

/// Whom the speaker asks, answers, thanks or agrees with.
pub(crate) fn addressed(
    tokens: &[Token<'_>],
    verb: &Verb,
    cast: &Cast,
    roles: &Roles,
) -> Vec<usize> {
    let towards = matches!(verb.kind, Some(Kind::Ask | Kind::Answer | Kind::Thank))
        || tokens.iter().any(|t| verb.evidence.contains(&t.start) && TOWARDS.contains(&t.text));
    // `På spørgsmål fra A svarede B`, `I forhold til A's bemærkning svarede B`.
    for at in 1..tokens.len() {
        // A subject before the verb (`Ulla Toft spurgte`) is proof, not somebody addressed.
        if tokens[at].end() > verb.evidence.start {
            break;
        }
        // `»Per Vang har ret«, sagde Bo Dahl` only mentions.
        let towards = matches!(
            tokens[at - 1].text,
            "fra" | "til" | "Til" | "af" | "mod" | "over" | "for" | "overfor" | "med"
        );
        if tokens[at].capital
            && let Some(name) = name_at(tokens, at, cast, roles)
            && let Who::Person(id) = name.who
            && (towards || name.genitive)
        {
            return vec![id];
        }
    }
    if !towards {
        return Vec::new();
    }
    asked(tokens, verb, cast, roles)
}

/// The person right after a verb: `spurgte Per Vang`.
pub(crate) fn asked(tokens: &[Token<'_>], verb: &Verb, cast: &Cast, roles: &Roles) -> Vec<usize> {
    let mut at = verb.end;
    while tokens.get(at).is_some_and(|t| BETWEEN.contains(&t.text)) {
        at += 1;
    }
    let Some(Name { who: Who::Person(id), end, .. }) = name_at(tokens, at, cast, roles) else {
        return Vec::new();
    };
    // `spurgte Per Vang og Bo Dahl`; `spurgte Per Vang, og Bo Dahl svarede` is another clause.
    let second = tokens.get(end).filter(|t| t.text == "og").and_then(|_| {
        let name = name_at(tokens, end + 1, cast, roles)?;
        let goes_on =
            tokens.get(name.end).is_none_or(|t| !t.word || t.text == "om" || t.text == "for");
        match name.who {
            Who::Person(other) if goes_on && !name.genitive => Some(other),
            _ => None,
        }
    });
    [Some(id), second].into_iter().flatten().collect()
}

/// Who is elected to what: `Bestyrelsen foreslog Ulla Toft som dirigent`, `Som dirigent valgtes
/// Ulla Toft`. Under an item that elects the chair of the meeting (`chairing`), the role may be
/// left out: `Ulla Toft blev valgt.`
pub(crate) fn elected(
    tokens: &[Token<'_>],
    cast: &Cast,
    roles: &Roles,
    chairing: bool,
) -> Vec<(String, Who)> {
    let votes = |t: &Token<'_>| {
        ["valg", "Valg", "genvalg", "nyvalg", "foresl", "Foresl", "udpeg", "påtog"]
            .iter()
            .any(|s| t.text.starts_with(s))
    };
    if !tokens.iter().any(votes) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.text, "som" | "til" | "Som" | "Til") {
            continue;
        }
        // `som dirigent`, `som generalforsamlingens dirigent`
        let role = tokens
            .get(at + 1)
            .into_iter()
            .chain(tokens.get(at + 2))
            .find(|t| t.word && is_meeting_role(t.text));
        let Some(role) = role else { continue };
        let before = (0..at).rev().take(7).find_map(|i| {
            name_at(tokens, i, cast, roles).filter(|n| n.end == at && n.how != crate::How::Role)
        });
        let before = before.map(|n| widest(tokens, n, cast, roles));
        let after = || (at + 2..tokens.len()).find_map(|i| person_at(tokens, i, cast, roles));
        let nearest = || last_person(tokens, at, cast, roles).or_else(after);
        let name = before.or_else(|| if at == 0 { after() } else { nearest() });
        if let Some(name) = name {
            found.push((danish::lowercase(role.text).into_owned(), name.who));
        }
    }
    if found.is_empty()
        && chairing
        && let Some(verb) = tokens.iter().position(votes)
    {
        // `Bestyrelsen foreslog Ulla Toft, der blev valgt`; `Ulla Toft blev valgt`.
        let after = (verb + 1..tokens.len()).find_map(|i| person_at(tokens, i, cast, roles));
        if let Some(name) = after.or_else(|| last_person(tokens, verb, cast, roles)) {
            found.push(("dirigent".to_owned(), name.who));
        }
    }
    found
}

/// The last person named before a token.
fn last_person<'t>(
    tokens: &[Token<'t>],
    before: usize,
    cast: &Cast,
    roles: &Roles,
) -> Option<Name<'t>> {
    let near = (0..before).rev().find_map(|i| person_at(tokens, i, cast, roles))?;
    Some(widest(tokens, near, cast, roles))
}

/// The name that ends where `name` ends and begins earliest.
fn widest<'t>(tokens: &[Token<'t>], name: Name<'t>, cast: &Cast, roles: &Roles) -> Name<'t> {
    (name.first.saturating_sub(5)..name.first)
        .find_map(|i| name_at(tokens, i, cast, roles).filter(|n| n.end == name.end))
        .unwrap_or(name)
}

fn person_at<'t>(tokens: &[Token<'t>], at: usize, cast: &Cast, roles: &Roles) -> Option<Name<'t>> {
    tokens.get(at).filter(|t| t.capital)?;
    name_at(tokens, at, cast, roles)
        .filter(|n| n.how != crate::How::Role && n.who != Who::Unknown && !n.genitive)
}

/// Who runs the meeting from here on: `næstformanden overtog mødeledelsen`.
pub(crate) fn takes_over(tokens: &[Token<'_>], cast: &Cast, roles: &Roles) -> Option<usize> {
    let duty = |t: &Token<'_>| {
        matches!(
            t.text,
            "mødeledelsen"
                | "dirigenthvervet"
                | "ordstyrerhvervet"
                | "dirigentposten"
                | "forsædet"
                | "formandspladsen"
                | "ordstyrerrollen"
        ) || (t.text == "ledelsen" && tokens.iter().any(|t| t.text == "mødet"))
    };
    let at = tokens.iter().position(duty)?;
    let verb = (0..at).rev().take(8).find(|&i| {
        matches!(tokens[i].text, "overtog" | "overtager" | "indtog" | "overgik" | "overlod")
    })?;
    // `overlod ledelsen af mødet til Per Vang`
    let after = || {
        let to = (at..tokens.len()).find(|&i| tokens[i].text == "til")?;
        name_at(tokens, to + 1, cast, roles)
    };
    let given = matches!(tokens[verb].text, "overgik" | "overlod");
    let name = if given {
        after()
    } else {
        let before = (0..verb)
            .rev()
            .take(6)
            .find_map(|i| name_at(tokens, i, cast, roles).filter(|n| n.end == verb && !n.genitive));
        before
            .map(|n| widest(tokens, n, cast, roles))
            .or_else(|| name_at(tokens, verb + 1, cast, roles))
    };
    match name?.who {
        Who::Person(id) => Some(id),
        _ => None,
    }
}

fn is_meeting_role(word: &str) -> bool {
    let lower = danish::lowercase(word);
    [
        "dirigent",
        "ordstyrer",
        "mødeleder",
        "referent",
        "formand",
        "forkvinde",
        "næstformand",
        "kasserer",
        "borgmester",
        "viceborgmester",
        "sekretær",
    ]
    .iter()
    .any(|r| lower.ends_with(r))
}
