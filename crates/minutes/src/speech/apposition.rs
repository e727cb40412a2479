//! What stands between a name and its verb: places, offices, other people.
//!
//! In: tokens and the place after a name. Out: the place of the verb. Deliberately absent: what the verb
//! does.

use super::collective::is_collective;
use super::grammar::{clause, is_auxiliary, subordinates};
use super::name::{Who, name_at};
use super::subject::{Known, after_name};
use super::token::Token;
use crate::verbs::{Form, Kind};

/// The token after a list of people that goes on here: `, Per Vang og Bo Dahl`.
pub(super) fn together(tokens: &[Token<'_>], mut at: usize, known: &Known<'_>) -> Option<usize> {
    for _ in 0..6 {
        let token = tokens.get(at)?;
        let last = matches!(token.text, "og" | "samt");
        if !last && !token.is(",") {
            return None;
        }
        let next = name_at(tokens, at + 1, known.cast, known.roles).filter(|n| !n.genitive)?;
        at = after_name(tokens, next.end);
        if last {
            return Some(at);
        }
    }
    None
}

/// Whether a role is said to be of some other body: `Formanden for Grundejerforeningen Vang`.
pub(super) fn who_else(tokens: &[Token<'_>], at: usize, who: &Who, known: &Known<'_>) -> bool {
    if !tokens.get(at).is_some_and(|t| matches!(t.text, "for" | "i" | "fra" | "af")) {
        return false;
    }
    let Some(of) = tokens.get(at + 1) else { return false };
    let of = danish::lowercase(of.text);
    let ours = known.body.contains(&*of) || is_collective(&of, known.body);
    let theirs = match who {
        Who::Person(id) => known.cast.people[*id].about.contains(&*of),
        _ => false,
    };
    !ours && !theirs
}

/// Skips `, direktør i MedCom,`, `fra Vang`, `nr. 14` between a name and its verb.
pub(super) fn after_apposition(tokens: &[Token<'_>], at: usize, known: &Known<'_>) -> usize {
    let verbs = known.verbs;
    let is_verb = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            t.word
                && !t.capital
                && (is_auxiliary(t.text)
                    || verbs.kind(t.text, Form::Active, clause(tokens, i)).is_some())
        })
    };
    if tokens.get(at).is_some_and(|t| t.is(",")) {
        if is_verb(at + 1) {
            // `Kun Per Vang, sagde Bo Dahl`: the verb is another's.
            let others = name_at(tokens, at + 2, known.cast, known.roles).is_some();
            return if others { at } else { at + 1 };
        }
        let found =
            (at + 1..tokens.len().min(at + 30)).find(|&i| tokens[i].is(",") && is_verb(i + 1));
        return found.map_or(at, |i| i + 1);
    }
    let modifies = |t: &Token<'_>| {
        matches!(
            t.text,
            "fra" | "i" | "på" | "af" | "for" | "nr" | "hus" | "ved" | "bolig" | "-" | "–" | "lejl"
        )
    };
    if tokens.get(at).is_some_and(modifies) {
        let reports = |i: usize| {
            !matches!(
                verbs.kind(tokens[i].text, Form::Active, clause(tokens, i)),
                Some(Kind::Decide | Kind::Narrate)
            )
        };
        let found = (at + 1..tokens.len().min(at + 10)).find(|&i| is_verb(i) && reports(i));
        let clean = |i: usize| tokens[at..i].iter().all(|t| !t.is(",") && !subordinates(t));
        return found.filter(|&i| clean(i)).unwrap_or(at);
    }
    at
}
