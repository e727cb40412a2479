//! Danish dates in text.
//!
//! In: running text. Out: each [`Date`] and where in the text it stands. Deliberately absent: today (a
//! date never depends on when it is read), and what somebody typed or named a file (`period`).
//!
//! Two-digit years: `98` is read in the century of `near`, the year the caller knows (from the file
//! name, say), so that it lies within fifty years of it; without one, `00`-`39` are 2000-2039 and
//! `40`-`99` are 1940-1999, as hardly any minutes older than 1940 write short years.

use std::ops::Range;

pub use jiff::civil::Date;

use crate::calendar::{month_named, weekday_named};

pub(crate) use self::token::{Kind, Tok, number_of, tokens, year_of};

mod token;

/// A period of days, both ends inclusive, from ≤ to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    from: Date,
    to: Date,
}

impl DateRange {
    /// A range, or `None` when `to` lies before `from`.
    pub fn new(from: Date, to: Date) -> Option<DateRange> {
        (from <= to).then_some(DateRange { from, to })
    }

    /// The first day, inclusive.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day, inclusive.
    pub fn to(self) -> Date {
        self.to
    }
}

/// A date as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// Byte range of the date's own words: `2. februar 2022`, without weekday and *den*.
    pub range: Range<usize>,
    /// Day of the month as printed.
    pub day: i8,
    /// Month as printed or as its number.
    pub month: i8,
    /// The year, when the text gives one.
    pub year: Option<i16>,
}

impl FoundDate {
    /// The day itself. `None` when the text gives no year or the day does not exist (31 February).
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The day itself, in `year` where the text gives none.
    pub fn date_in(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok()
    }

    /// Whether the calendar has no such day in any year, or not in the year given.
    pub fn impossible(&self) -> bool {
        Date::new(self.year.unwrap_or(2000), self.month, self.day).is_err()
    }
}

/// Finds the dates of a text, in order, none overlapping. Also those without a year
/// (`den 3. marts`) and those that do not exist (`31. februar 2022`): see [`FoundDate`].
///
/// Forms: `2. februar 2022`, `2.februar 2022`, `den 3 Juni 1942`, `Aar 1942 den 3 Juni`, `24' Jan. 1940`,
/// `3die Maj 1941`, `3/3-98`, `31/8 2021`, `17/12 1941`, `27-1-42`, `08-11-2023`, `08.11.2023`,
/// `2023-09-07`, `2023.09.07`, `d. 9/4` (no year), `februar 2nd`-like endings not.
///
/// `near` is a year that two-digit years lie close to; see the head of this file.
///
/// ```
/// let found = danish::find_dates("Mødet den 2. februar 2022 blev flyttet.", None);
/// assert_eq!(found[0].date(), Some(danish::Date::constant(2022, 2, 2)));
/// ```
pub fn find_dates(text: &str, near: Option<i16>) -> Vec<FoundDate> {
    let mut found = Vec::new();
    // Every date begins with a number.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return found;
    }
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        match date_at(&tokens, at, near) {
            Some((date, next)) => {
                found.push(date);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

pub(crate) fn is_date_word(word: &str) -> bool {
    weekday_named(word).is_some() || matches!(&*crate::lowercase(word), "den" | "d")
}

pub(crate) fn full_year(short: i16, near: Option<i16>) -> i16 {
    match near {
        Some(near) => {
            let same = near - near.rem_euclid(100) + short;
            [same - 100, same, same + 100]
                .into_iter()
                .min_by_key(|year| (year - near).abs())
                .unwrap_or(same)
        }
        None if short < 40 => 2000 + short,
        None => 1900 + short,
    }
}

/// A date that starts at token `at`, and the token after it.
fn date_at(tokens: &[Tok], at: usize, near: Option<i16>) -> Option<(FoundDate, usize)> {
    if tokens.get(at)?.kind != Kind::Number {
        return None;
    }
    // Inside a longer number (`1.234.567`, `24/01873`) or a word no date begins.
    if at > 0 {
        let before = tokens.get(at - 1)?;
        let joined = matches!(before.kind, Kind::Mark('.' | ',' | '/' | '-' | '§'))
            && at > 1
            && tokens.get(at - 2).is_some_and(|t| t.kind == Kind::Number);
        if joined {
            return None;
        }
    }
    year_first(tokens, at)
        .or_else(|| year_word_first(tokens, at, near))
        .or_else(|| day_month_name(tokens, at, near))
        .or_else(|| day_month_number(tokens, at, near))
}

/// `2023-09-07`, `2023.09.07`, `2023/09/07`.
fn year_first(tokens: &[Tok], at: usize) -> Option<(FoundDate, usize)> {
    let [y, s1, m, s2, d] = tokens.get(at..at + 5)? else {
        return None;
    };
    let year = year_of(y)?;
    if s1.kind != s2.kind || !matches!(s1.kind, Kind::Mark('-' | '.' | '/' | '–')) {
        return None;
    }
    let (month, day) = (small(m)?, small(d)?);
    if ends_in_number(tokens, at + 5) {
        return None;
    }
    let range = y.start..d.end();
    Some((FoundDate { range, day, month, year: Some(year) }, at + 5))
}

/// `Aar 1942 den 3 Juni`, `1942, den 19. Januar`, `1944 6 Januar`, `Aar 1940 Onsdag d. 24' Jan.`.
fn year_word_first(tokens: &[Tok], at: usize, near: Option<i16>) -> Option<(FoundDate, usize)> {
    let year = year_of(tokens.get(at)?)?;
    let mut next = at + 1;
    let mut seen = 0;
    while let Some(token) = tokens.get(next) {
        let passes = match token.kind {
            Kind::Space | Kind::Mark(',' | '.' | ':') => true,
            Kind::Word => {
                seen += 1;
                is_date_word(token.text) || weekday_named(token.text).is_some()
            }
            _ => false,
        };
        if !passes || seen > 3 {
            break;
        }
        next += 1;
    }
    // `i 1942 3 Mænd` is stopped by the month that must follow.
    let (date, end) =
        day_month_name(tokens, next, near).or_else(|| day_month_number(tokens, next, near))?;
    // With a year of its own the second date stands for itself.
    if date.year.is_some() {
        return None;
    }
    let range = tokens.get(at)?.start..date.range.end;
    Some((FoundDate { range, year: Some(year), ..date }, end))
}

/// `2. februar 2022`, `3 Juni`, `24' Jan.`, `3die Maj 1941`, `3. d. marts`.
fn day_month_name(tokens: &[Tok], at: usize, near: Option<i16>) -> Option<(FoundDate, usize)> {
    let d = tokens.get(at)?;
    let day = small(d)?;
    let mut next = at + 1;
    // Ordinal endings as older hands write them.
    if let Some(token) = tokens.get(next)
        && token.kind == Kind::Word
        && ["de", "te", "die", "ste", "den", "d", "t", "ende", "nde", "th", "st"]
            .contains(&&*crate::lowercase(token.text))
    {
        next += 1;
    }
    while let Some(token) = tokens.get(next)
        && matches!(
            token.kind,
            Kind::Space | Kind::Mark('.' | '\'' | '’' | '´' | '-' | '`' | '"' | '”')
        )
        && next < at + 6
    {
        next += 1;
    }
    let month_token = tokens.get(next)?;
    if month_token.kind != Kind::Word {
        return None;
    }
    let month = month_named(month_token.text)?;
    let mut end = next + 1;
    let mut range_end = month_token.end();
    // The year, when it follows at once.
    let mut look = end;
    while let Some(token) = tokens.get(look)
        && matches!(token.kind, Kind::Space | Kind::Mark('.' | ',' | '-' | '/'))
        && look < end + 3
    {
        look += 1;
    }
    let mut year = None;
    if let Some(token) = tokens.get(look) {
        year = year_of(token);
        let short = token.kind == Kind::Number && token.text.len() == 2;
        let spaced = tokens
            .get(look.wrapping_sub(1))
            .is_some_and(|t| matches!(t.kind, Kind::Mark('-' | '/' | '.') | Kind::Space));
        if year.is_none()
            && short
            && spaced
            && !ends_in_number(tokens, look + 1)
            && !is_clock(tokens, look)
        {
            year = token.text.parse().ok().map(|y| full_year(y, near));
        } else if token.kind == Kind::Word
            && ["d", "ds", "dennes", "samme"].contains(&&*crate::lowercase(token.text))
        {
            year = None;
        }
        if year.is_some() {
            end = look + 1;
            range_end = token.end();
        }
    }
    let range = d.start..range_end;
    Some((FoundDate { range, day, month, year }, end))
}

/// `3/3-98`, `31/8 2021`, `27-1-42`, `08.11.2023`, `d. 9/4`.
fn day_month_number(tokens: &[Tok], at: usize, near: Option<i16>) -> Option<(FoundDate, usize)> {
    if let Some(found) = spaced_numbers(tokens, at).or_else(|| glued_year(tokens, at)) {
        return Some(found);
    }
    let (d, s1, m) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    let (day, month) = (small(d)?, small(m)?);
    let Kind::Mark(mark) = s1.kind else {
        return None;
    };
    if !matches!(mark, '/' | '-' | '.' | '–') || d.text.len() > 2 || m.text.len() > 2 {
        return None;
    }
    let mut next = at + 3;
    let mut parted_by = None;
    while let Some(token) = tokens.get(next)
        && next < at + 6
    {
        match token.kind {
            Kind::Space => {
                parted_by.get_or_insert(' ');
            }
            Kind::Mark(c @ ('-' | '/' | '.' | ',' | '–')) => parted_by = Some(c),
            _ => break,
        }
        next += 1;
    }
    if let Some(token) = tokens.get(next)
        && token.kind == Kind::Number
        && let Some(parted_by) = parted_by
    {
        let mut year = year_of(token);
        let same_mark =
            parted_by == mark || (mark == '/' && matches!(parted_by, '-' | '–' | ' ' | '.'));
        if year.is_none()
            && token.text.len() == 2
            && same_mark
            && !ends_in_number(tokens, next + 1)
            && !is_clock(tokens, next)
        {
            year = token.text.parse().ok().map(|y| full_year(y, near));
        }
        if year.is_some() {
            let range = d.start..token.end();
            return Some((FoundDate { range, day, month, year }, next + 1));
        }
    }
    // Without a year only the slash is a date, after `d.`, `den`, `af`, a weekday or the like; and
    // `1/2` is a half, `3/4` a share.
    if mark != '/' || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let before = tokens.get(..at)?.iter().rev().find(|t| t.kind == Kind::Word);
    let near_by = before.is_some_and(|t| {
        d.start - t.end() <= 3
            && (is_date_word(t.text)
                || ["af", "fra", "til", "pr", "dato"].contains(&&*crate::lowercase(t.text)))
    });
    if !near_by || ends_in_number(tokens, at + 3) {
        return None;
    }
    let range = d.start..m.end();
    Some((FoundDate { range, day, month, year: None }, at + 3))
}

/// `12 . 9 . 1944`, `12. 9. 1944`: numbers with spaces at the stops, the year in full.
fn spaced_numbers(tokens: &[Tok], at: usize) -> Option<(FoundDate, usize)> {
    let mut next = at;
    let mut numbers: Vec<&Tok> = Vec::new();
    let mut stops = 0;
    while let Some(token) = tokens.get(next)
        && numbers.len() < 3
    {
        match token.kind {
            Kind::Number => {
                if stops != numbers.len() {
                    return None;
                }
                numbers.push(token);
            }
            Kind::Mark('.') => stops += 1,
            Kind::Space if token.text == " " => {}
            _ => return None,
        }
        next += 1;
    }
    let [d, m, y] = numbers.as_slice() else {
        return None;
    };
    let (day, month, year) = (small(d)?, small(m)?, year_of(y)?);
    Some((FoundDate { range: d.start..y.end(), day, month, year: Some(year) }, next))
}

/// `13/61945`: the space before the year was lost.
fn glued_year(tokens: &[Tok], at: usize) -> Option<(FoundDate, usize)> {
    let [d, slash, rest] = tokens.get(at..at + 3)? else {
        return None;
    };
    if slash.kind != Kind::Mark('/') || rest.kind != Kind::Number || ends_in_number(tokens, at + 3)
    {
        return None;
    }
    let cut = rest.text.len().checked_sub(4).filter(|cut| (1..=2).contains(cut))?;
    let (month, year) = (rest.text.get(..cut)?, rest.text.get(cut..)?);
    let (day, month, year) = (small(d)?, month.parse().ok()?, year.parse().ok()?);
    let sensible = (1..=12).contains(&month) && (1850..=2099).contains(&year);
    sensible
        .then(|| (FoundDate { range: d.start..rest.end(), day, month, year: Some(year) }, at + 3))
}

fn small(token: &Tok) -> Option<i8> {
    (token.kind == Kind::Number && token.text.len() <= 2).then(|| token.text.parse().ok()).flatten()
}

/// Whether the token at `at` carries a number on (`.5`, `,00`, `-12`).
fn ends_in_number(tokens: &[Tok], at: usize) -> bool {
    matches!(
        (tokens.get(at).map(|t| t.kind), tokens.get(at + 1).map(|t| t.kind)),
        (Some(Kind::Mark('.' | ',' | '/' | '-' | ':')), Some(Kind::Number))
            | (Some(Kind::Number), _)
    )
}

/// Whether the number at `at` starts a time of day: `19.00`, `19:30`.
fn is_clock(tokens: &[Tok], at: usize) -> bool {
    matches!(
        (tokens.get(at + 1).map(|t| t.kind), tokens.get(at + 2).map(|t| t.kind)),
        (Some(Kind::Mark('.' | ':')), Some(Kind::Number))
    )
}

#[cfg(test)]
mod tests;
