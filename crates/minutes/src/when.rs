//! The day of a meeting: from its header, its opening sentence, its closing line, or the file name.
//!
//! Deliberately absent: guesses. A day that nothing tells, or that does not exist, is a remark.

use danish::{Date, FoundDate, period_in_name};

use crate::Remark;
use crate::head::Head;
use crate::line::Line;

/// Where a meeting can tell its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// A file with one meeting: anywhere in the header.
    Header,
    /// One of many in a volume: in its opening sentence or its closing line.
    Opening,
    /// The end of a meeting begun elsewhere: in its closing line.
    End,
}

/// The day of the meeting and the words that tell it; remarks where they do not, or where the file
/// name had to.
pub(crate) fn day_of(
    head: &Head,
    lines: &[Line],
    place: &str,
    told: Told,
    remarks: &mut Vec<Remark>,
) -> (Option<Date>, String) {
    let period = period_in_name(place);
    let near = period.map(|period| period.from().year());
    let line = lines.iter().find(|line| !line.is_blank()).map(|line| line.number);
    let first_of = |dates: &[(FoundDate, String, u32)]| {
        dates.iter().find_map(|(found, text, _)| found.date().map(|date| (date, text.clone())))
    };
    let closing = || closing_date(lines, near);
    let found = match told {
        Told::Header => {
            first_of(&head.dates).or_else(closing).or_else(|| first_of(&head.other_dates))
        }
        Told::Opening if head.opens_today => closing(),
        Told::Opening => first_of(&head.dates).or_else(closing),
        Told::End => closing(),
    };
    if let Some((date, text)) = found {
        return (Some(date), text);
    }
    for (found, text, number) in &head.dates {
        if found.impossible() {
            remarks.push(Remark { line: Some(*number), text: format!("no such day: {text}") });
        }
    }
    if let (Some(period), true) = (period, told != Told::End) {
        if period.from() == period.to() && told == Told::Header {
            remarks.push(Remark {
                line,
                text: format!("date {} taken from the file name", period.from()),
            });
            return (Some(period.from()), String::new());
        }
        let year = period.from().year();
        let told_day = head.dates.iter().find_map(|(found, text, number)| {
            let date = found.date_in(head.year.unwrap_or(year)).filter(|_| found.year.is_none())?;
            Some((date, text.clone(), *number))
        });
        if let Some((date, text, number)) = told_day {
            if head.year.is_none() {
                remarks.push(Remark {
                    line: Some(number),
                    text: format!("year of {text} taken from the file name"),
                });
            }
            return (Some(date), text);
        }
    }
    remarks.push(Remark { line, text: "no date found for this meeting".to_string() });
    (None, String::new())
}

/// How far from its end a meeting may tell its day, in lines with text: the names of those who signed
/// stand below it. Eleven signed in the longest list we know.
const CLOSING_LINES: usize = 25;

/// The date below what was dealt with: `Elev Sogneraad d. 17/12 1941`. With the words that tell it.
fn closing_date(lines: &[Line], near: Option<i16>) -> Option<(Date, String)> {
    lines.iter().rev().filter(|line| !line.is_blank()).take(CLOSING_LINES).find_map(|line| {
        let found = danish::find_dates(&line.text, near).into_iter().next_back()?;
        let lower = danish::lowercase(&line.text);
        let names_body = ["raad", "råd", "bestyrelse", "udvalg", "forening", "kommune"]
            .iter()
            .any(|word| lower.contains(word));
        let rest = line.text.get(found.range.end..)?;
        let ends = rest.chars().filter(|c| c.is_alphabetic()).count() < 4;
        let speaks = [
            "meddel",
            "skrivelse",
            "cirk",
            "lov ",
            "næste",
            "behandl",
            "udsæt",
            "fra ",
            "bestemtes",
            " om ",
            " til ",
        ]
        .iter()
        .any(|word| lower.contains(word));
        let words = line.text.get(found.range.clone())?.to_string();
        let short = line.text.chars().count() <= 70;
        (short && names_body && ends && !speaks).then_some((found.date()?, words))
    })
}
