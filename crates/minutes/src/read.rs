//! The way through this crate: pages → lines without furniture → meetings → outline → statements.

use danish::{Date, period_in_name};
use documents::Pages;

use crate::head::Head;
use crate::joining::Evidence;
use crate::line::{Line, lines};
use crate::vocabulary::Words;
use crate::{Meeting, Remark, Vocabulary};

/// Understands a document as meetings. Never fails: what is not understood is a remark, and text
/// that fits nowhere still stands in some statement.
///
/// `place` is the path of the file as the archive shows it (`Trige/Trige 1944.txt`); its parts may
/// tell a body or a date that the text lacks.
pub fn read(pages: &Pages, place: &str, vocabulary: &Vocabulary) -> (Vec<Meeting>, Vec<Remark>) {
    let words = Words::of(vocabulary);
    let (lines, mut remarks) = crate::furniture::without_furniture(lines(pages));
    let period = period_in_name(place);
    let near = period.map(|period| period.from().year());
    let mut meetings = Vec::new();
    if lines.iter().all(Line::is_blank) {
        return (meetings, remarks);
    }
    let evidence = Evidence::of(&lines);
    for range in crate::split::meetings(&lines, &words, &evidence, near) {
        let own = lines.get(range).unwrap_or_default();
        let (outline, head) = crate::structure::outline(own, &words, &evidence, near);
        let text_lines = || own.iter().filter(|line| !line.is_blank());
        let first = text_lines().next();
        let line = first.map(|line| line.number);
        let (date, date_text) = date_of(&head, own, place, line, &mut remarks);
        let statements = crate::speech::statements(&outline, vocabulary, &mut remarks);
        meetings.push(Meeting {
            number: meetings.len() as u32 + 1,
            title: head.title,
            body: outline.body,
            date,
            date_text,
            people: outline.people,
            items: outline.items,
            statements,
            lines: (first.map_or(1, |l| l.number), text_lines().last().map_or(1, |l| l.number)),
            page: first.map_or(1, |l| l.page),
        });
    }
    (meetings, remarks)
}

/// The day of the meeting and the words that tell it; a remark where they do not.
fn date_of(
    head: &Head,
    lines: &[Line],
    place: &str,
    line: Option<u32>,
    remarks: &mut Vec<Remark>,
) -> (Option<Date>, String) {
    if let Some((date, text)) =
        head.dates.iter().find_map(|(found, text, _)| found.date().map(|date| (date, text.clone())))
    {
        return (Some(date), text);
    }
    let period = period_in_name(place);
    let near = period.map(|period| period.from().year());
    if let Some((date, text, _)) = crate::split::closing_date(lines, near) {
        return (Some(date), text);
    }
    for (found, text, number) in &head.dates {
        if found.impossible() {
            remarks.push(Remark { line: Some(*number), text: format!("no such day: {text}") });
        }
    }
    if let Some(period) = period {
        if period.from() == period.to() {
            remarks.push(Remark {
                line,
                text: format!("date {} taken from the file name", period.from()),
            });
            return (Some(period.from()), String::new());
        }
        if let Some((date, text)) = head.dates.iter().find_map(|(found, text, _)| {
            found.date_in(period.from().year()).map(|date| (date, text.clone()))
        }) && period.from() <= date
            && date <= period.to()
        {
            remarks.push(Remark { line, text: format!("year of {text} taken from the file name") });
            return (Some(date), text);
        }
    }
    remarks.push(Remark { line, text: "no date found for this meeting".to_string() });
    (None, String::new())
}
