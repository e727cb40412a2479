//! Runs of figures → a bank account or a telephone, as they are written in Denmark.
//!
//! Deliberately absent: foreign accounts and telephones, but for what begins with `+`.

use std::ops::Range;

use super::around::{Called, called, is_amount, is_list, is_part_of_more};
use super::{Before, Between, Seen, between};

/// An account: the bank's four figures and seven to ten more, or an IBAN (`DK` and 16 figures).
pub(super) fn account_at(text: &str, runs: &[Range<usize>], nth: usize, before: Before) -> Seen {
    let Some(first) = runs.get(nth) else { return Seen::Nothing };
    let goes_on = is_list(text, before.other, first.start);
    let text_before = text.get(..first.start).unwrap_or_default();
    if text_before.ends_with("DK") || text_before.ends_with("DK ") {
        let (n_runs, n_digits) = together(text, runs, nth, 16);
        if n_digits == 16 {
            return number(runs, nth, n_runs);
        }
    }
    let called = called(text, first.start);
    let second = runs.get(nth + 1);
    if first.len() == 4
        && let Some(second) = second.filter(|second| (7..=10).contains(&second.len()))
    {
        let words = text.get(first.end..second.start).unwrap_or_default().to_lowercase();
        let is_named = words.len() <= 24 && words.contains("konto");
        let is_close =
            matches!(between(text, first, second), Between::Hyphen | Between::Space | Between::Gap);
        let is_known = called == Called::Account || second.len() == 10 || is_named;
        if (is_named || (is_close && is_known))
            && !matches!(called, Called::Other | Called::Phone)
            && !goes_on
            && !is_part_of_more(text, &(first.start..second.end))
        {
            return number(runs, nth, 2);
        }
    }
    // The account alone, after its name.
    match called {
        Called::Account if (7..=10).contains(&first.len()) => number(runs, nth, 1),
        _ => Seen::Nothing,
    }
}

/// A telephone: eight figures in pairs, or in another form after its name or `+45`.
pub(super) fn phone_at(text: &str, runs: &[Range<usize>], nth: usize, before: Before) -> Seen {
    let Some(first) = runs.get(nth) else { return Seen::Nothing };
    let text_before = text.get(..first.start).unwrap_or_default();
    if text_before.ends_with('+') {
        // A country and its telephone: seven to fifteen figures (ITU-T E.164).
        let (n_runs, n_digits) = together(text, runs, nth, 15);
        return if n_digits >= 7 { number(runs, nth, n_runs) } else { Seen::Nothing };
    }
    let (n_runs, n_digits) = together(text, runs, nth, 8);
    let (Some(last), true) = (runs.get(nth + n_runs.saturating_sub(1)), n_digits == 8) else {
        return Seen::Nothing;
    };
    let range = first.start..last.end;
    let starts_well =
        text.get(first.start..).is_some_and(|t| t.starts_with(|c| ('2'..='9').contains(&c)));
    let goes_on = is_list(text, before.other, first.start);
    match called(text, first.start) {
        Called::Phone => number(runs, nth, n_runs),
        Called::Nothing if !goes_on && starts_well && n_runs == 4 => {
            let beside = nth.checked_sub(1).and_then(|nth| runs.get(nth));
            let after = runs.get(nth + 4);
            let is_beside = beside.is_some_and(|b| between(text, b, &range) == Between::Space)
                || after.is_some_and(|a| between(text, &range, a) == Between::Space);
            let is_more = is_beside || is_part_of_more(text, &range) || is_amount(text, range.end);
            if is_more { Seen::Nothing } else { number(runs, nth, n_runs) }
        }
        _ => Seen::Nothing,
    }
}

/// How many runs, one space or hyphen apart, make at most so many figures; and how many they make.
fn together(text: &str, runs: &[Range<usize>], nth: usize, most: usize) -> (usize, usize) {
    let (mut n_runs, mut n_digits) = (0, 0);
    for (n, run) in runs.iter().enumerate().skip(nth) {
        let is_near = n == nth
            || runs
                .get(n - 1)
                .is_some_and(|b| matches!(between(text, b, run), Between::Space | Between::Hyphen));
        if !is_near || n_digits + run.len() > most {
            break;
        }
        n_runs += 1;
        n_digits += run.len();
    }
    (n_runs, n_digits)
}

fn number(runs: &[Range<usize>], nth: usize, n_runs: usize) -> Seen {
    match (runs.get(nth), runs.get(nth + n_runs.saturating_sub(1))) {
        (Some(first), Some(last)) => Seen::Number(first.start..last.end, n_runs),
        _ => Seen::Nothing,
    }
}
