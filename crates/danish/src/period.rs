//! What somebody typed, or named a file, read as a day or period.
//!
//! Deliberately absent: dates inside running text (`date`).

use std::ops::Range;

use crate::calendar::month_named;
use crate::date::{
    Date, DateRange, FoundDate, Kind, Tok, find_dates, full_year, is_date_word, number_of, tokens,
    year_of,
};

/// What somebody typed as a date or period: `2022`, `2022-02`, `2022-02-02`, `2. februar 2022`,
/// `februar 2022`, `feb 2022`, `3/3-98`, `08-11-2023`. The whole of it must be one.
///
/// ```
/// let range = danish::parse_period("feb 2022").unwrap();
/// assert_eq!(range.to(), danish::Date::constant(2022, 2, 28));
/// ```
pub fn parse_period(typed: &str) -> Option<DateRange> {
    let tokens: Vec<Tok> =
        tokens(typed).into_iter().filter(|t| !matches!(t.kind, Kind::Space)).collect();
    period_of(&tokens).or_else(|| {
        let dates = find_dates(typed, None);
        let [only] = dates.as_slice() else {
            return None;
        };
        let outside = |part: Option<&str>| {
            part.unwrap_or_default()
                .split(|c: char| c.is_whitespace() || c == '.')
                .filter(|w| !w.is_empty())
                .all(is_date_word)
        };
        if !outside(typed.get(..only.range.start)) || !outside(typed.get(only.range.end..)) {
            return None;
        }
        let day = only.date()?;
        DateRange::new(day, day)
    })
}

fn period_of(tokens: &[Tok]) -> Option<DateRange> {
    match tokens {
        [year] => year_of(year).and_then(whole_year),
        [month, year] | [month, Tok { kind: Kind::Mark('.'), .. }, year]
            if month.kind == Kind::Word =>
        {
            month_of_year(year_of(year)?, i64::from(month_named(month.text)?))
        }
        [year, Tok { kind: Kind::Mark('-' | '/' | '.'), .. }, month] => {
            month_of_year(year_of(year)?, number_of(month)?)
        }
        _ => None,
    }
}

/// The date or period that a file or folder name carries: `referat-2022-02-02.pdf`, `Trige 1944.txt`
/// (the year), `100112.pdf` (day, month, year; else year, month, day, whichever alone is a date),
/// `20220202`. The last date of the name counts; a bare year only when there is no date.
pub fn period_in_name(name: &str) -> Option<DateRange> {
    let spaced: String = name.replace(['_', '/', '\\'], " ");
    if let Some(day) = find_dates(&spaced, None).iter().rev().find_map(FoundDate::date) {
        return DateRange::new(day, day);
    }
    let mut best = None;
    for digits in name.split(|c: char| !c.is_ascii_digit()) {
        let day = match digits.len() {
            8 => eight_digits(digits),
            6 => six_digits(digits),
            _ => None,
        };
        if let Some(day) = day {
            best = DateRange::new(day, day);
        }
    }
    best.or_else(|| month_and_year(&spaced)).or_else(|| {
        name.split(|c: char| !c.is_ascii_digit())
            .filter(|digits| digits.len() == 4)
            .filter_map(|digits| digits.parse::<i16>().ok())
            .rfind(|year| (1600..=2199).contains(year))
            .and_then(whole_year)
    })
}

fn month_and_year(text: &str) -> Option<DateRange> {
    let words: Vec<Tok> = tokens(text)
        .into_iter()
        .filter(|t| !matches!(t.kind, Kind::Space | Kind::Mark(_)))
        .collect();
    words.windows(2).find_map(|pair| match pair {
        [m, y] if matches!(m.kind, Kind::Word) => {
            month_of_year(year_of(y)?, i64::from(month_named(m.text)?))
        }
        [y, m] if matches!(m.kind, Kind::Word) => {
            month_of_year(year_of(y)?, i64::from(month_named(m.text)?))
        }
        _ => None,
    })
}

fn eight_digits(digits: &str) -> Option<Date> {
    let n = |range: Range<usize>| digits.get(range)?.parse::<i16>().ok();
    let ymd =
        || Date::new(n(0..4)?, i8::try_from(n(4..6)?).ok()?, i8::try_from(n(6..8)?).ok()?).ok();
    let dmy =
        || Date::new(n(4..8)?, i8::try_from(n(2..4)?).ok()?, i8::try_from(n(0..2)?).ok()?).ok();
    let sensible = |date: &Date| (1600..=2199).contains(&date.year());
    ymd().filter(sensible).or_else(|| dmy().filter(sensible))
}

fn six_digits(digits: &str) -> Option<Date> {
    let n = |range: Range<usize>| digits.get(range)?.parse::<i8>().ok();
    let dmy = Date::new(full_year(i16::from(n(4..6)?), None), n(2..4)?, n(0..2)?).ok();
    let ymd = Date::new(full_year(i16::from(n(0..2)?), None), n(2..4)?, n(4..6)?).ok();
    dmy.or(ymd)
}

fn whole_year(year: i16) -> Option<DateRange> {
    DateRange::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)
}

fn month_of_year(year: i16, month: i64) -> Option<DateRange> {
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    DateRange::new(first, first.last_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_periods() {
        for (typed, want) in [
            ("2022", Some("2022-01-01..2022-12-31")),
            ("2022-02", Some("2022-02-01..2022-02-28")),
            ("2022-02-02", Some("2022-02-02..2022-02-02")),
            ("2. februar 2022", Some("2022-02-02..2022-02-02")),
            ("den 2. februar 2022", Some("2022-02-02..2022-02-02")),
            ("feb 2022", Some("2022-02-01..2022-02-28")),
            ("feb. 2024", Some("2024-02-01..2024-02-29")),
            ("Februar 2022", Some("2022-02-01..2022-02-28")),
            ("3/3-98", Some("1998-03-03..1998-03-03")),
            ("08-11-2023", Some("2023-11-08..2023-11-08")),
            ("31. februar 2022", None),
            ("2022-13", None),
            ("i går", None),
            ("", None),
            ("2022 og 2023", None),
        ] {
            let got = parse_period(typed).map(|r| format!("{}..{}", r.from(), r.to()));
            assert_eq!(got.as_deref(), want, "{typed:?}");
        }
    }

    #[test]
    fn names_of_files_carry_dates() {
        for (name, want) in [
            ("Trige/Trige 1944.txt", Some("1944-01-01..1944-12-31")),
            ("100112.pdf", Some("2012-01-10..2012-01-10")),
            ("referat-2022-02-02.pdf", Some("2022-02-02..2022-02-02")),
            ("referat_20220202.pdf", Some("2022-02-02..2022-02-02")),
            ("Referat marts 1998.txt", Some("1998-03-01..1998-03-31")),
            ("bilag 12.pdf", None),
            ("2022/referat 991332.txt", Some("2022-01-01..2022-12-31")),
        ] {
            let got = period_in_name(name).map(|r| format!("{}..{}", r.from(), r.to()));
            assert_eq!(got.as_deref(), want, "{name:?}");
        }
    }
}
