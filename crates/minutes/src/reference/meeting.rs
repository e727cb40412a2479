//! Meetings and their minutes: `mødet den 3. marts 2021`, `styregruppemøde i MedCom den 18. januar`,
//! `referatet fra 4. maj`, `bestyrelsesmødet i november`, `dagens møde`, `kommende møder`.
//!
//! *mødet* alone points to nothing that the reader does not know.

use danish::Date;

use super::period::{day_at, month_at};
use super::words::{Sentence, ends, one_of};
use super::{Found, ReferenceKind};

/// Most words between a meeting and its day: `møde i Den nationale bestyrelse for havne den …` has ten.
const REACH: usize = 12;

/// Words that end the way from a meeting to its day: another thing is told of.
const STOPS: [&str; 18] = [
    "og", "men", "at", "som", "der", "hvor", "hvis", "når", "skal", "vil", "kan", "har", "havde",
    "ikke", "inden", "senest", "frist", "deadline",
];

/// The meeting whose word, or whose day before it, stands at a place.
pub(super) fn meeting_at(sentence: &Sentence<'_>, at: usize) -> Found {
    day_before(sentence, at).or_else(|| day_after(sentence, at)).or_else(|| relative(sentence, at))
}

/// Whether a word is one for a meeting.
fn is_meeting(word: &str) -> bool {
    const ENDS: [&str; 8] = [
        "møde",
        "mødet",
        "møder",
        "møderne",
        "mødets",
        "generalforsamling",
        "generalforsamlingen",
        "forsamlingen",
    ];
    ENDS.iter().any(|end| ends(word, end)) && !ends(word, "fremmøde") && !ends(word, "fremmødet")
}

/// Whether a word is one for what is written of a meeting, or for it.
fn is_paper(word: &str) -> bool {
    ["referat", "referatet", "protokol", "protokollen", "dagsorden", "dagsordenen"]
        .iter()
        .any(|end| ends(word, end))
}

/// `mødet den 3. marts`, `referatet fra 4. maj`, `bestyrelsesmødet i november`.
fn day_after(sentence: &Sentence<'_>, at: usize) -> Found {
    let word = sentence.word(at);
    let paper = is_paper(word);
    if !paper && !is_meeting(word) {
        return None;
    }
    // Of minutes and a meeting the meeting is meant: `referatet fra mødet den …`.
    let reach = if paper { 3 } else { REACH };
    for next in at + 1..=at + 1 + reach {
        if let Some((target, end)) = day_at(sentence, next) {
            let reference = sentence.reference(ReferenceKind::Meeting, at, end, target);
            return Some((vec![reference], end));
        }
        let word = sentence.word(next);
        let by_month = one_of(sentence.before(next), &["i", "fra", "til"]) && (next == at + 2);
        if by_month && let Some((target, end)) = month_at(sentence, next) {
            let reference = sentence.reference(ReferenceKind::Meeting, at, end, target);
            return Some((vec![reference], end));
        }
        let stop = sentence.is(next, ".") && one_of(sentence.before(next), &["d", "kl"]);
        if !stop
            && (word.is_empty()
                || one_of(word, &STOPS)
                || is_meeting(word)
                || paper && is_paper(word))
        {
            return None;
        }
    }
    None
}

/// `Den 31. januar blev der holdt et ordførermøde`.
fn day_before(sentence: &Sentence<'_>, at: usize) -> Found {
    let (target, after_day) = day_at(sentence, at)?;
    if !one_of(
        sentence.word(after_day),
        &["blev", "afholdtes", "holdtes", "var", "afholdes", "holdes"],
    ) {
        return None;
    }
    let near = after_day..after_day + 6;
    let meeting = near.clone().find(|place| is_meeting(sentence.word(*place)))?;
    let held = near.take_while(|place| *place < meeting).all(|place| {
        one_of(
            sentence.word(place),
            &[
                "blev",
                "der",
                "holdt",
                "afholdt",
                "afholdtes",
                "holdtes",
                "var",
                "et",
                "en",
                "afholdes",
                "holdes",
                "ekstraordinært",
                "ekstraordinær",
                "ordinær",
                "også",
            ],
        )
    });
    let next = meeting + 1;
    held.then(|| (vec![sentence.reference(ReferenceKind::Meeting, at, next, target)], next))
}

/// `dagens møde`, `dette møde`; `sidste møde`, `kommende møder`, whose day another file tells.
fn relative(sentence: &Sentence<'_>, at: usize) -> Found {
    let word = sentence.lower(at);
    let own = ["dagens", "dette", "nærværende"].contains(&word);
    let other = [
        "sidste",
        "seneste",
        "forrige",
        "foregående",
        "tidligere",
        "næste",
        "kommende",
        "førstkommende",
    ];
    if !own && !other.contains(&word) {
        return None;
    }
    let meeting = [at + 1, at + 2].into_iter().find(|place| is_meeting(sentence.word(*place)))?;
    // With its day it is found by that.
    if let Some((mut found, next)) = day_after(sentence, meeting) {
        for reference in &mut found {
            reference.range.start = sentence.tokens.get(at).map_or(0, |token| token.start);
        }
        return Some((found, next));
    }
    let target = sentence.about.date.filter(|_| own).map(|date: Date| date.to_string());
    Some((vec![sentence.reference(ReferenceKind::Meeting, at, meeting + 1, target)], meeting + 1))
}
