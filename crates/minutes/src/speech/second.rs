//! Second verbs and second voices inside a sentence whose speaker is known.
//!
//! In: the tokens and the speaker's verb. Out: who else speaks, and what else is asked.
//! Deliberately absent: the first speaker; `subject` finds that one.

use super::grammar::{clause, is_auxiliary, is_past};
use super::name::{Who, name_at};
use super::subject::{Known, Verb, after_name};
use super::token::Token;
use crate::verbs::{Form, Kind};

/// How a second voice comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Hung on: `hvilket Per Vang bekræftede`. The first speaker goes on.
    Hung,
    /// Joined: `og Per Vang supplerede`. Whose an open sentence after it is, nobody can know.
    Joined,
    /// Given the floor: `gav ordet til Per Vang, der gennemgik sagen`. They go on.
    Floor,
}

/// Somebody else who speaks later in the sentence, and whether the clause is joined (`og`, `mens`)
/// rather than hung on (`hvilket Per Vang bekræftede`).
pub(crate) fn second_voice(
    tokens: &[Token<'_>],
    verb: &Verb,
    speaker: usize,
    known: &Known<'_>,
) -> Option<(usize, Voice)> {
    for at in verb.end..tokens.len() {
        // `gav ordet til Per Vang, der gennemgik sagen`
        if matches!(tokens[at].text, "der" | "som")
            && at > verb.end
            && tokens[at - 1].is(",")
            && let Some(id) = person_ending(tokens, at - 1, known)
            && id != speaker
            && let Some(next) = tokens.get(at + 1)
            && let Some(kind) = known.verbs.kind(next.text, Form::Active, clause(tokens, at + 1))
            && !matches!(kind, Kind::Narrate | Kind::Decide)
            && !next.text.ends_with('r')
        {
            let given = tokens.iter().any(|t| t.text == "ordet");
            return Some((id, if given { Voice::Floor } else { Voice::Joined }));
        }
        let after = matches!(tokens[at].text, "hvortil" | "hvorpå" | "hvorefter");
        if after
            && let Some(name) = name_at(tokens, at + 1, known.cast, known.roles)
            && let Who::Person(id) = name.who
            && id != speaker
        {
            return Some((id, Voice::Joined));
        }
        // `…, og det var Ulla Toft helt med på`
        if tokens[at].text == "og"
            && tokens.get(at + 1).is_some_and(|t| t.text == "det")
            && tokens.get(at + 2).is_some_and(|t| is_auxiliary(t.text))
            && let Some(name) = name_at(tokens, at + 3, known.cast, known.roles)
            && let Who::Person(id) = name.who
            && id != speaker
            && !name.genitive
        {
            return Some((id, Voice::Joined));
        }
        let joined = matches!(tokens[at].text, "og" | "mens" | "medens" | "men" | "hvorimod");
        if !joined && tokens[at].text != "hvilket" {
            continue;
        }
        let Some(name) = name_at(tokens, at + 1, known.cast, known.roles) else { continue };
        let next = after_name(tokens, name.end);
        // `Asta var imod, og Gunvor lå midt imellem`, `…, mens Erik hellere så …`: told side by side.
        let aside = !tokens[verb.end..at].iter().any(|t| t.text == "at");
        let acts = |i: usize| tokens.get(i).is_some_and(|t| t.word && is_past(t.text));
        let speaks = tokens.get(next).is_some_and(|t| {
            !t.text.ends_with('r')
                && known.verbs.kind(t.text, Form::Active, clause(tokens, next)).is_some()
        }) || aside && (acts(next) || acts(next + 1));
        if let Who::Person(id) = name.who
            && speaks
            && !name.genitive
            && id != speaker
        {
            return Some((id, if joined { Voice::Joined } else { Voice::Hung }));
        }
    }
    None
}

/// The person whose name ends before a token.
fn person_ending(tokens: &[Token<'_>], end: usize, known: &Known<'_>) -> Option<usize> {
    (end.saturating_sub(6)..end).find_map(|at| {
        let name = name_at(tokens, at, known.cast, known.roles)?;
        match name.who {
            Who::Person(id) if after_name(tokens, name.end) == end && !name.genitive => Some(id),
            _ => None,
        }
    })
}

/// Whether a second reporting verb follows: `takkede for oplægget og bemærkede, at`.
pub(crate) fn says_more(tokens: &[Token<'_>], verb: &Verb, known: &Known<'_>) -> bool {
    (verb.end + 1..tokens.len()).any(|at| {
        matches!(tokens[at - 1].text, "og" | "samt" | "men" | ",")
            && matches!(
                known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at)),
                Some(Kind::Say | Kind::Ask | Kind::Answer | Kind::Conclude)
            )
    })
}

/// The question that follows in the sentence, if any: `takkede for oplægget og spurgte, om`.
pub(crate) fn asks_too(tokens: &[Token<'_>], verb: &Verb, known: &Known<'_>) -> Option<Verb> {
    if verb.kind == Some(Kind::Ask) {
        return None;
    }
    let at = (verb.end + 1..tokens.len()).find(|&at| {
        matches!(tokens[at - 1].text, "og" | "samt" | "men")
            && known.verbs.kind(tokens[at].text, Form::Active, clause(tokens, at))
                == Some(Kind::Ask)
    })?;
    Some(Verb { kind: Some(Kind::Ask), end: at + 1, evidence: tokens[at].start..tokens[at].end() })
}
