//! Tokens in, the person named at a place out: title, name, initials or role.
//!
//! Deliberately absent: verbs. That the person there is a subject, `subject` must find.

use super::cast::{Cast, Match};
use super::likeness::new_name;
use super::role::{Held, Roles};
use super::token::Token;
use crate::How;

/// Small words inside names: `Ida van der Horst`.
const PARTICLES: &[&str] = &[
    "van", "der", "de", "den", "von", "zu", "af", "la", "du", "da", "bin", "ibn", "el", "al",
    "dos", "ter",
];

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Somebody of the cast.
    Person(usize),
    /// Somebody who stands in no list, as printed.
    New(String),
    /// A person, but one cannot know which.
    Unknown,
}

/// A person named at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name<'t> {
    pub who: Who,
    /// First token, and the one after the last.
    pub first: usize,
    pub end: usize,
    /// Explicit, Initials or Role.
    pub how: How,
    /// `Per Vangs`: the person owns what follows and is no subject.
    pub genitive: bool,
    /// The title before the name: `Dekan`.
    pub title: Option<&'t str>,
}

/// The person named from token `at` on.
pub(crate) fn name_at<'t>(
    tokens: &[Token<'t>],
    at: usize,
    cast: &Cast,
    roles: &Roles,
) -> Option<Name<'t>> {
    let first = tokens.get(at)?;
    if !first.word {
        return None;
    }
    let mut from = at;
    let mut title = None;
    while let Some(token) = tokens.get(from)
        && token.word
        && from < at + 4
        && !cast.lists_initials(token.text)
        && roles.is_title(token.text)
    {
        title = Some(token.text);
        from += 1;
        if tokens.get(from).is_some_and(|t| t.is(".")) {
            from += 1;
        }
    }
    if let Some(name) = bare_name(tokens, from, cast, title.is_some()) {
        return Some(Name { first: at, title, ..name });
    }
    if title.is_some() && from > at + 1 {
        // `hr. formand`: the last title is the role.
        return role_at(tokens, from - 1, roles)
            .or_else(|| role_at(tokens, at, roles))
            .map(|n| Name { first: at, ..n });
    }
    let named = || if from == at { None } else { bare_name(tokens, at, cast, false) };
    role_at(tokens, at, roles).or_else(named)
}

/// The person whose name, without a title, begins at a token. Most capitals are no names, and are
/// told apart quickly.
pub(crate) fn plain_name_at<'t>(tokens: &[Token<'t>], at: usize, cast: &Cast) -> Option<Name<'t>> {
    let token = tokens.get(at).filter(|t| t.word && t.capital)?;
    let second = tokens.get(at + 1).is_some_and(|t| t.capital || t.is("."));
    let likely = cast.has_part(token) || is_abbreviation(token.text) || second;
    if !likely {
        return None;
    }
    bare_name(tokens, at, cast, false)
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().take(2).all(char::is_uppercase)
}

fn role_at<'t>(tokens: &[Token<'t>], at: usize, roles: &Roles) -> Option<Name<'t>> {
    let token = tokens.get(at).filter(|t| t.word)?;
    // `Den pædagogiske leder`, `Pædagogisk leder`
    let from = if matches!(token.text, "Den" | "den") { at + 1 } else { at };
    if let (Some(quality), Some(noun)) = (tokens.get(from), tokens.get(from + 1))
        && quality.word
        && noun.word
        && let Some(id) = roles.described(quality.text, noun.text)
    {
        let who = Who::Person(id);
        return Some(Name {
            who,
            first: at,
            end: from + 2,
            how: How::Role,
            genitive: false,
            title: None,
        });
    }
    // `plan- og miljøchefen`: one role in two words.
    if tokens.get(at + 1).is_some_and(|t| t.is("-"))
        && tokens.get(at + 2).is_some_and(|t| matches!(t.text, "og" | "&"))
    {
        return role_at(tokens, at + 3, roles).map(|n| Name { first: at, ..n });
    }
    let who = match roles.held(token.text)? {
        Held::By(id) => Who::Person(id),
        Held::Unknown => Who::Unknown,
    };
    Some(Name { who, first: at, end: at + 1, how: How::Role, genitive: false, title: None })
}

fn bare_name<'t>(tokens: &[Token<'t>], from: usize, cast: &Cast, titled: bool) -> Option<Name<'t>> {
    let first = tokens.get(from).filter(|t| t.word && t.capital)?;
    let (words, end) = run(tokens, from);
    let alone = words.len() == 1 && !titled;
    if alone && cast.is_no_name(first.text) {
        return None;
    }
    let found = name_of(&words, from, end, cast, titled);
    if alone && found.is_none() {
        cast.note_no_name(first.text);
    }
    found
}

/// The person named by a run of words that begins at token `from` and ends before `end`.
fn name_of<'t>(
    words: &[&'t str],
    from: usize,
    end: usize,
    cast: &Cast,
    titled: bool,
) -> Option<Name<'t>> {
    let first = words.first()?;
    let name = |who, end, how, genitive| Name { who, first: from, end, how, genitive, title: None };
    if words.len() == 1 || cast.lists_initials(first) {
        match cast.by_initials(first) {
            Match::One(id) => return Some(name(Who::Person(id), from + 1, How::Initials, false)),
            Match::Several => return Some(name(Who::Unknown, from + 1, How::Initials, false)),
            Match::Nobody => {}
        }
        if let Some(base) = genitive_initials(first)
            && let Match::One(id) = cast.by_initials(base)
        {
            return Some(name(Who::Person(id), from + 1, How::Initials, true));
        }
    }
    match cast.named(words) {
        (Match::One(id), genitive) => {
            return Some(name(Who::Person(id), end, How::Explicit, genitive));
        }
        (Match::Several, genitive) => {
            return Some(name(Who::Unknown, end, How::Explicit, genitive));
        }
        (Match::Nobody, _) => {}
    }
    // `Ulla Toft V spurgte`: a party letter without brackets.
    if let [head @ .., last] = words
        && head.len() >= 2
        && last.chars().count() <= 2
        && last.chars().all(char::is_uppercase)
        && let (Match::One(id), false) = cast.named(head)
    {
        return Some(name(Who::Person(id), end, How::Explicit, false));
    }
    new_name(words, titled).map(|printed| name(Who::New(printed), end, How::Explicit, false))
}

/// The run of name words from a token on, and the token after it.
pub(super) fn run<'t>(tokens: &[Token<'t>], from: usize) -> (Vec<&'t str>, usize) {
    let mut words = Vec::new();
    let mut at = from;
    let mut end = from;
    while let Some(token) = tokens.get(at)
        && words.len() < 6
    {
        if token.word && token.capital {
            // `… mente Ole K. Han kan selv`: a sentence begins.
            if !words.is_empty() && opens_sentence(token.text) {
                break;
            }
            words.push(token.text);
            at += 1;
            let abbreviated = token.text.chars().count() == 1
                || matches!(token.text, "Chr" | "Joh" | "Fr" | "Vilh" | "Th");
            let dot = tokens.get(at).is_some_and(|t| t.is("."));
            let goes_on = tokens.get(at + 1).is_some_and(|t| t.capital || words.len() > 1);
            if abbreviated && dot && goes_on {
                at += 1;
            }
            end = at;
        } else if token.word && !words.is_empty() && PARTICLES.contains(&token.text) {
            let next_capital = tokens[at + 1..]
                .iter()
                .find(|t| !PARTICLES.contains(&t.text))
                .is_some_and(|t| t.capital);
            if !next_capital {
                break;
            }
            words.push(token.text);
            at += 1;
        } else {
            break;
        }
    }
    while words.last().is_some_and(|w| PARTICLES.contains(w)) {
        words.pop();
    }
    (words, end)
}

/// Words that begin a sentence and no part of a name.
fn opens_sentence(word: &str) -> bool {
    matches!(
        word,
        "Han"
            | "Hun"
            | "Det"
            | "Den"
            | "Vi"
            | "Der"
            | "Dette"
            | "Hertil"
            | "Herefter"
            | "Når"
            | "Hvis"
            | "På"
            | "Til"
            | "Som"
            | "Efter"
            | "Ikke"
            | "Men"
            | "Og"
    )
}

fn genitive_initials(word: &str) -> Option<&str> {
    ["'s", "’s", "s"].iter().find_map(|end| word.strip_suffix(end))
}
