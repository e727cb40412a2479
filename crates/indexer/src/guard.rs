//! What must not be shown: numbers of persons are masked before anything is understood or kept, and
//! closed items are left out where the settings say so.
//!
//! In: a document as it was read, or any text that leaves the program. Out: the same with `x` for the
//! figures, as long as before, and where they stood. Deliberately absent: how such numbers look
//! (`danish::personal_numbers`).

use std::path::Path;

use danish::{FoundNumber, NumberKind, masked, personal_numbers};
use documents::{Document, Line, Transcript};
use schema::{ClosedItems, Entry, Masked, Settings};

/// What is kept out of an index.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    kinds: Vec<NumberKind>,
    closed_items: ClosedItems,
}

impl Guard {
    /// The one that an index is written with.
    pub(crate) fn of(settings: &Settings) -> Guard {
        let guard = settings.guard;
        let kinds = [
            (NumberKind::Cpr, guard.cpr),
            (NumberKind::Account, guard.accounts),
            (NumberKind::Phone, guard.phones),
        ];
        let kinds = kinds.into_iter().filter(|(_, is_on)| *is_on).map(|(kind, _)| kind).collect();
        Guard { kinds, closed_items: guard.closed_items }
    }

    /// A text without the numbers in it.
    pub(crate) fn text(&self, text: &str) -> String {
        masked(text, &personal_numbers(text, &self.kinds))
    }

    /// Whether a path holds a civil registration number: the index could not tell its file without it.
    pub(crate) fn refuses(&self, path: &Path) -> bool {
        self.kinds.contains(&NumberKind::Cpr)
            && path.iter().any(|name| {
                !personal_numbers(&name.to_string_lossy(), &[NumberKind::Cpr]).is_empty()
            })
    }

    /// Masks the numbers in a document; tells where they stood.
    pub(crate) fn document(&self, document: &mut Document) -> Vec<Masked> {
        match document {
            Document::Pages(pages) => {
                let lines = pages.pages.iter_mut().flat_map(|page| {
                    let number = page.number;
                    page.lines.iter_mut().map(move |line| (number, line))
                });
                self.lines(lines.collect())
            }
            Document::Transcript(transcript) => self.transcript(transcript),
        }
    }

    fn transcript(&self, transcript: &mut Transcript) -> Vec<Masked> {
        let mut all = Vec::new();
        for sitting in &mut transcript.sittings {
            let labels = sitting.utterances.iter_mut().filter_map(|one| one.label.as_mut());
            let names = sitting.people.persons.iter_mut().map(|person| &mut person.name);
            for text in labels.chain(names).chain([&mut sitting.title]).chain(&mut sitting.bodies) {
                *text = self.text(text);
            }
            let lines = sitting.passages.iter_mut().flat_map(|passage| {
                let page = passage.page;
                passage.lines.iter_mut().map(move |line| (page, line))
            });
            all.extend(self.lines(lines.collect()));
        }
        all
    }

    /// Masks lines that follow one another; a number may be broken over two of them.
    fn lines(&self, mut lines: Vec<(u32, &mut Line)>) -> Vec<Masked> {
        let mut joined = String::new();
        let mut starts = Vec::with_capacity(lines.len());
        for (_, line) in &lines {
            starts.push(joined.len());
            joined.push_str(&line.text);
            joined.push('\n');
        }
        let found = personal_numbers(&joined, &self.kinds);
        if found.is_empty() {
            return Vec::new();
        }
        let clean = masked(&joined, &found);
        for ((_, line), start) in lines.iter_mut().zip(&starts) {
            if let Some(text) = clean.get(*start..start + line.text.len()) {
                line.text = text.to_owned();
            }
        }
        let place = |number: &FoundNumber| {
            let nth = starts.partition_point(|start| *start <= number.range.start);
            let (page, line) = lines.get(nth.checked_sub(1)?)?;
            Some(Masked { kind: name(number.kind).to_owned(), page: *page, line: line.number })
        };
        found.iter().filter_map(place).collect()
    }

    /// Takes what is said under closed items out of meetings, and their titles; tells how many
    /// statements that were.
    pub(crate) fn closed_items(&self, entries: &mut [Entry]) -> usize {
        if self.closed_items == ClosedItems::Keep {
            return 0;
        }
        let mut n_out = 0;
        for entry in entries {
            let closed: Vec<String> = entry
                .meeting
                .items
                .iter()
                .filter(|item| item.closed)
                .map(|item| item.number.clone())
                .collect();
            let is_closed = |number: &str| {
                closed.iter().any(|above| {
                    number
                        .strip_prefix(above.as_str())
                        .is_some_and(|r| r.is_empty() || r.starts_with('.'))
                })
            };
            let n_before = entry.statements.len();
            entry
                .statements
                .retain(|s| s.item.as_ref().is_none_or(|item| !is_closed(&item.number)));
            n_out += n_before - entry.statements.len();
            for item in entry.meeting.items.iter_mut().filter(|item| is_closed(&item.number)) {
                item.title = "Lukket punkt".to_owned();
            }
            crate::convert::count_statements(entry);
        }
        n_out
    }
}

/// What a kind of number is called in lists and reports.
fn name(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Cpr => "cpr",
        NumberKind::Account => "account",
        NumberKind::Phone => "phone",
    }
}
