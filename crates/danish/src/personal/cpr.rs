//! Runs of figures → a civil registration number (*CPR-nummer*): DDMMYY and four more.
//!
//! **Source:** CPR-kontoret, *Personnummeret i CPR* (the seventh figure tells the century; modulus 11 no
//! longer holds for all since October 2007; 60 is added to the day in substitute numbers, whose serial
//! may have letters). Deliberately absent: modulus 11, which proves nothing either way.

use std::ops::Range;

use super::around::{Called, called, goes_on_after, goes_on_before, is_amount, is_list};
use super::{Before, Between, Seen, between};
use crate::Date;

/// What begins at a run of figures.
pub(super) fn at(text: &str, runs: &[Range<usize>], nth: usize, before: Before) -> Seen {
    let Some(form) = form(text, runs, nth) else { return Seen::Nothing };
    let Form { range, n_runs, is_tight, .. } = form.clone();
    let called = called(text, range.start);
    if called == Called::Cpr {
        return Seen::Number(range, n_runs);
    }
    let goes_on = is_list(text, before.other, range.start);
    if called != Called::Nothing || goes_on {
        return Seen::CalledOther(range.end, n_runs);
    }
    // In `010190-1234,020290-2345` the second goes on from the first.
    let is_next = is_list(text, before.number, range.start);
    let is_more = goes_on_after(text, range.end) || (!is_next && goes_on_before(text, range.start));
    if !form.is_day || form.needs_label || is_more {
        return Seen::Nothing;
    }
    // Figures in columns, dates before amounts, accounts after the number of their bank.
    if !is_tight {
        let last = nth.checked_sub(1).and_then(|nth| runs.get(nth));
        let is_beside = |a: &Range<usize>, b: &Range<usize>| {
            matches!(between(text, a, b), Between::Space | Between::Gap | Between::Dot)
        };
        let beside = last.is_some_and(|last| !is_next && is_beside(last, &range))
            || runs.get(nth + n_runs).is_some_and(|after| {
                is_beside(&range, after) && !starts_a_number(text, runs, nth + n_runs)
            });
        if beside || is_amount(text, range.end) {
            return Seen::Nothing;
        }
    }
    Seen::Number(range, n_runs)
}

/// Figures in the form of a number.
#[derive(Debug, Clone)]
struct Form {
    range: Range<usize>,
    n_runs: usize,
    /// Whether the first six are a day.
    is_day: bool,
    /// Whether the parts are held together by a hyphen.
    is_tight: bool,
    /// Whether only its label makes it a number.
    needs_label: bool,
}

/// Whether another number begins at a run, as in a list of them.
fn starts_a_number(text: &str, runs: &[Range<usize>], nth: usize) -> bool {
    form(text, runs, nth).is_some_and(|form| form.is_day && form.is_tight)
}

fn form(text: &str, runs: &[Range<usize>], nth: usize) -> Option<Form> {
    let run = |n: usize| runs.get(nth + n);
    let len = |n: usize| run(n).map_or(0, Range::len);
    let gap = |n: usize| match (run(n), run(n + 1)) {
        (Some(a), Some(b)) => between(text, a, b),
        _ => Between::Other,
    };
    let digits = |n_runs: usize| -> String {
        (0..n_runs).filter_map(|n| text.get(run(n)?.clone())).collect()
    };
    let whole = |n_runs: usize| Some(run(0)?.start..run(n_runs.checked_sub(1)?)?.end);
    let found = |n_runs: usize, is_tight: bool, needs_label: bool| {
        let digits = digits(n_runs);
        let range = whole(n_runs)?;
        Some(Form { range, n_runs, is_day: is_day(&digits), is_tight, needs_label })
    };
    match len(0) {
        10 => found(1, false, false),
        6 if len(1) == 4 => match gap(0) {
            Between::Hyphen => found(2, true, false),
            Between::Space => found(2, false, false),
            Between::Gap | Between::Slash | Between::Dot => found(2, false, true),
            Between::Other => None,
        },
        // A substitute number with letters: 010190-1AB2.
        6 if len(1) == 1 && matches!(gap(0), Between::Hyphen) => {
            let letters = text.get(run(1)?.end..run(2)?.start)?;
            let is_serial = letters.len() == 2
                && letters.bytes().all(|b| b.is_ascii_uppercase())
                && len(2) == 1;
            is_serial.then(|| found(3, true, false)).flatten()
        }
        // Day, month and year with the century.
        8 if len(1) == 4 && matches!(gap(0), Between::Hyphen | Between::Space) => full(&digits(2))
            .map(|is_day| Form {
                range: whole(2).unwrap_or_default(),
                n_runs: 2,
                is_day,
                is_tight: gap(0) == Between::Hyphen,
                needs_label: gap(0) != Between::Hyphen,
            }),
        2 if len(1) == 2 && len(2) == 2 && len(3) == 4 => {
            let is_spaced = gap(0) == Between::Space && gap(1) == Between::Space;
            let is_date = matches!(gap(0), Between::Dot | Between::Slash | Between::Hyphen)
                && (gap(1) == gap(0) || gap(1) == Between::Space);
            match gap(2) {
                Between::Hyphen if is_spaced || is_date => found(4, true, false),
                Between::Space if is_spaced => found(4, false, false),
                Between::Space | Between::Gap | Between::Dot | Between::Slash
                    if is_spaced || is_date =>
                {
                    found(4, false, true)
                }
                _ => None,
            }
        }
        2 if len(1) == 2 && len(2) == 4 && len(3) == 4 && gap(0) == gap(1) => {
            let is_date = matches!(gap(0), Between::Dot | Between::Slash | Between::Hyphen);
            let range = whole(4)?;
            let is_tight = gap(2) == Between::Hyphen;
            let is_day = is_date.then(|| full(&digits(4))).flatten()?;
            Some(Form { range, n_runs: 4, is_day, is_tight, needs_label: !is_tight })
        }
        // One figure in each box of a printed form.
        1 if (0..10).all(|n| len(n) == 1) => {
            let boxes = (0..9).all(|n| match n {
                5 => matches!(gap(n), Between::Space | Between::Hyphen | Between::Gap),
                _ => gap(n) == Between::Space,
            });
            boxes.then(|| found(10, gap(5) == Between::Hyphen, gap(5) != Between::Hyphen)).flatten()
        }
        _ => None,
    }
}

/// Whether ten figures begin with the day of a birth: the seventh tells the century.
fn is_day(digits: &str) -> bool {
    let number = |range: Range<usize>| digits.get(range).and_then(|two| two.parse::<i16>().ok());
    let (Some(day), Some(month), Some(year), Some(seventh)) =
        (number(0..2), number(2..4), number(4..6), number(6..7))
    else {
        return false;
    };
    let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else { return false };
    Date::new(century(seventh, year) + year, month, day).is_ok()
}

/// The first year of the century that the seventh figure and the year stand for.
fn century(seventh: i16, year: i16) -> i16 {
    match (seventh, year) {
        (0..=3, _) => 1900,
        (4 | 9, 0..=36) => 2000,
        (4 | 9, _) => 1900,
        (_, 0..=57) => 2000,
        _ => 1800,
    }
}

/// Of DDMMYYYYNNNN: whether it is a day; none when the serial is of another century.
fn full(digits: &str) -> Option<bool> {
    let short = format!("{}{}", digits.get(..4)?, digits.get(6..)?);
    let year: i16 = digits.get(4..8)?.parse().ok()?;
    let seventh: i16 = digits.get(8..9)?.parse().ok()?;
    (century(seventh, year % 100) + year % 100 == year).then(|| is_day(&short))
}
