//! Headings of a transcript in, agenda items out, each with a number that no other has.
//!
//! A number is what the file gives, else what the heading begins with, else the place among its
//! neighbours. Deliberately absent: headings of minutes (`headings`).

use std::collections::HashMap;

use danish::Date;

use crate::AgendaItem;
use crate::agenda::{kind_of, number_of};

/// The items so far, and the one that is open.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    pub items: Vec<AgendaItem>,
    day: Option<Date>,
    /// The open items, outermost first: level, number.
    open: Vec<(u8, String)>,
    /// The item of each number.
    by_number: HashMap<String, usize>,
    /// Items counted below each number; under the empty one, those at the top.
    counts: HashMap<String, usize>,
}

impl Agenda {
    /// An agenda of a meeting on a day, which references of items may begin with.
    pub fn new(day: Option<Date>) -> Agenda {
        Agenda { day, ..Agenda::default() }
    }

    /// Number of the open item.
    pub fn current(&self) -> Option<String> {
        self.open.last().map(|(_, number)| number.clone())
    }

    /// Opens an item, or opens one again that had the same number and title.
    pub fn heading(&mut self, title: &str, given: Option<&str>, level: u8, line: u32, page: u32) {
        let level = if level == u8::MAX { self.open.last().map_or(1, |(l, _)| *l) } else { level };
        self.open.retain(|(above, _)| *above < level);
        let parent = self.open.last().map(|(_, number)| number.clone());
        let numbered = number_of(title);
        let of_title = numbered
            .as_ref()
            .map(|n| n.path.iter().map(u32::to_string).collect::<Vec<_>>().join("."));
        let bare = numbered.map(|n| n.title).filter(|rest| !rest.is_empty());
        let (short, kind) = kind_of(bare.unwrap_or(title));
        let below = parent.clone().unwrap_or_default();
        let count = self.counts.entry(below.clone()).or_default();
        *count += 1;
        let given = given.and_then(|given| number_given(given, self.day));
        let own = given.or(of_title).unwrap_or_else(|| count.to_string());
        let number = if below.is_empty() { own } else { format!("{below}.{own}") };
        let number = match self.same(&number, &short) {
            Ok(number) => {
                self.open.push((level, number));
                return;
            }
            Err(number) => number,
        };
        self.by_number.insert(number.clone(), self.items.len());
        self.open.push((level, number.clone()));
        self.items.push(AgendaItem {
            number,
            title: short,
            kind,
            parent,
            closed: false,
            line,
            page,
        });
    }

    /// The number of the item that this is again; else a number that is free.
    fn same(&self, number: &str, title: &str) -> Result<String, String> {
        let mut tried = number.to_owned();
        for n in 2.. {
            match self.by_number.get(&tried).and_then(|at| self.items.get(*at)) {
                Some(item) if item.title == title => return Ok(tried),
                Some(_) => tried = format!("{number}-{n}"),
                None => break,
            }
        }
        Err(tried)
    }
}

/// The number in a reference of an item: `2014-10-07-1` on that day → `1`; `4.1` → `4.1`.
fn number_given(given: &str, day: Option<Date>) -> Option<String> {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let own = match given.strip_prefix(day.as_str()) {
        Some(rest) if !day.is_empty() => rest.trim_start_matches(['-', '_', '.', ' ']),
        _ => given,
    };
    let short = own.chars().count() <= 8;
    let number = own.chars().all(|c| c.is_ascii_digit() || c == '.');
    (short && number && own.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| own.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(headings: &[(&str, Option<&str>, u8)]) -> String {
        let mut agenda = Agenda::new(Date::new(2021, 3, 4).ok());
        for (title, given, level) in headings {
            agenda.heading(title, *given, *level, 1, 1);
        }
        let shown = |item: &AgendaItem| format!("{} {}", item.number, item.title);
        agenda.items.iter().map(shown).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn items_get_numbers() {
        for (headings, want) in [
            (
                &[
                    ("Punkt 0", Some("2021-03-04-0"), 1),
                    ("Valg af formand", Some("2021-03-04-1"), 1),
                ][..],
                "0 Punkt 0 | 1 Valg af formand",
            ),
            (&[("1. Velkomst", None, 1), ("2. Budget (B)", None, 1)], "1 Velkomst | 2 Budget"),
            (&[("Velkomst", None, 1), ("Budget", None, 1)], "1 Velkomst | 2 Budget"),
            (
                &[
                    ("Budget", None, 1),
                    ("Spørgsmål", None, 2),
                    ("Svar", None, 2),
                    ("Valg", None, 1),
                ],
                "1 Budget | 1.1 Spørgsmål | 1.2 Svar | 2 Valg",
            ),
            // Opened again at the end of the meeting: one item.
            (
                &[("Punkt 0", Some("0"), 1), ("Valg", Some("1"), 1), ("Punkt 0", Some("0"), 1)],
                "0 Punkt 0 | 1 Valg",
            ),
            (&[("Valg", Some("1"), 1), ("Budget", Some("1"), 1)], "1 Valg | 1-2 Budget"),
            // A reference that is no number is none.
            (&[("Valg", Some("sag-i-salen"), 1)], "1 Valg"),
        ] {
            assert_eq!(items(headings), want);
        }
    }
}
