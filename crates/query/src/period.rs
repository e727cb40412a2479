//! A period as people type it: `2022`, `2022-02`, `2022-02-02`, `2. februar 2022`, `feb 2022`.
//!
//! In: what was typed. Out: its days. Deliberately absent: Danish dates in running text
//! (`danish::date`), and words like *i går* that need a clock.

use danish::{Date, DateRange};

/// The days that were meant; `None` when it is no period.
pub(crate) fn period(typed: &str) -> Option<DateRange> {
    iso(typed.trim()).or_else(|| danish_words(typed.trim()))
}

/// `2022`, `2022-02`, `2022-02-02`, digits and hyphens only.
fn iso(typed: &str) -> Option<DateRange> {
    let mut numbers = Vec::new();
    for (nth, digits) in typed.split('-').enumerate() {
        let expected = if nth == 0 { 4..=4 } else { 1..=2 };
        if !expected.contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        numbers.push(digits.parse::<i16>().ok()?);
    }
    match numbers[..] {
        [year] => DateRange::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
        [year, month] => {
            let first = Date::new(year, month as i8, 1).ok()?;
            DateRange::new(first, first.last_of_month())
        }
        [year, month, day] => {
            let day = Date::new(year, month as i8, day as i8).ok()?;
            DateRange::new(day, day)
        }
        _ => None,
    }
}

/// Beginnings of the Danish months, in order.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// `2. februar 2022`, `feb 2022`.
fn danish_words(typed: &str) -> Option<DateRange> {
    let words: Vec<String> =
        typed.split_whitespace().map(|w| w.trim_end_matches('.').to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (day, month, year) = match words[..] {
        [month, year] => (None, month, year),
        [day, month, year] => (Some(day), month, year),
        _ => return None,
    };
    let nth = MONTHS.iter().position(|m| month.starts_with(m))? + 1;
    match day {
        Some(day) => iso(&format!("{year}-{nth}-{day}")),
        None => iso(&format!("{year}-{nth}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read() {
        for (typed, expected) in [
            ("2022", Some(("2022-01-01", "2022-12-31"))),
            ("2022-02", Some(("2022-02-01", "2022-02-28"))),
            ("2024-2", Some(("2024-02-01", "2024-02-29"))),
            ("2022-02-02", Some(("2022-02-02", "2022-02-02"))),
            (" 2. februar 2022 ", Some(("2022-02-02", "2022-02-02"))),
            ("feb 2022", Some(("2022-02-01", "2022-02-28"))),
            ("Februar 2022", Some(("2022-02-01", "2022-02-28"))),
            ("2022-13", None),
            ("2022-02-30", None),
            ("22", None),
            ("i går", None),
            ("2022-02-02-02", None),
            ("-", None),
            ("", None),
        ] {
            let days = period(typed).map(|p| (p.from().to_string(), p.to().to_string()));
            let expected = expected.map(|(from, to)| (from.to_owned(), to.to_owned()));
            assert_eq!(days, expected, "{typed}");
        }
    }
}
