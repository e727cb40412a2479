//! What corrections do to the meetings of a file.
//!
//! In: meetings as they were read, or entries that have their references. Out: the same, corrected, and
//! the lines of the rows that fitted. Deliberately absent: the file itself.

use std::collections::BTreeSet;
use std::path::Path;

use minutes::{How, Meeting};
use schema::{Entry, Speaker, StatementEntry, person_key};

use super::file::SpeakerRow;
use super::{Corrections, is_same_name};
use crate::convert;

impl Corrections {
    /// Corrects dates, names and roles, in this order: a period goes by the right day, a role by the
    /// right name.
    pub(crate) fn correct(&self, meetings: &mut [Meeting], path: &Path) -> BTreeSet<u32> {
        let file = self.name_of(path);
        let mut fitted = BTreeSet::new();
        for row in self.dates.iter().filter(|row| row.is.file == file) {
            let nth = match (row.is.meeting, meetings.len()) {
                (Some(nth), _) => usize::try_from(nth).ok().and_then(|nth| nth.checked_sub(1)),
                (None, 1) => Some(0),
                (None, _) => None,
            };
            if let Some(meeting) = nth.and_then(|nth| meetings.get_mut(nth)) {
                meeting.date = Some(row.is.is);
                meeting.date_text = String::new();
                fitted.insert(row.line);
            }
        }
        for meeting in meetings {
            self.correct_names(meeting, &file, &mut fitted);
            self.correct_roles(meeting, &file, &mut fitted);
        }
        fitted
    }

    fn correct_names(&self, meeting: &mut Meeting, file: &str, fitted: &mut BTreeSet<u32>) {
        let rows: Vec<_> = self
            .names
            .iter()
            .filter(|row| row.is.scope.holds(&meeting.body, file, meeting.date))
            .collect();
        let mut correct = |name: &mut String| {
            // The last row that fits counts, so that a narrow one may follow a wide one.
            let fits = |written: &String| is_same_name(written, name);
            if let Some(row) = rows.iter().rev().find(|row| row.is.written.iter().any(fits)) {
                fitted.insert(row.line);
                *name = row.is.is.clone();
            }
        };
        for person in &mut meeting.people {
            correct(&mut person.name);
        }
        for statement in &mut meeting.statements {
            if let Some(attribution) = &mut statement.attribution {
                correct(&mut attribution.speaker);
            }
            statement.mentions.iter_mut().for_each(&mut correct);
            statement.addressed_to.iter_mut().for_each(&mut correct);
            if let Some(by) = statement.decision.as_mut().and_then(|decision| decision.by.as_mut())
            {
                correct(by);
            }
        }
    }

    fn correct_roles(&self, meeting: &mut Meeting, file: &str, fitted: &mut BTreeSet<u32>) {
        for row in &self.roles {
            if !row.is.scope.holds(&meeting.body, file, meeting.date) {
                continue;
            }
            let role = row.is.is.to_lowercase();
            let mut is_listed = false;
            for person in &mut meeting.people {
                if is_same_name(&person.name, &row.is.name) {
                    person.role = Some(row.is.is.clone());
                    is_listed = true;
                } else if person.role.as_ref().is_some_and(|held| held.to_lowercase() == role) {
                    person.role = None;
                }
            }
            if !is_listed {
                continue;
            }
            fitted.insert(row.line);
            for statement in &mut meeting.statements {
                if let Some(attribution) = &mut statement.attribution
                    && attribution.how == How::Role
                    && let Some(called) = statement.text.get(attribution.evidence.clone())
                    && called.to_lowercase().starts_with(&role)
                {
                    attribution.speaker = row.is.name.clone();
                }
            }
        }
    }

    /// Corrects the speakers of single sentences in the meetings of one file.
    pub(crate) fn correct_speakers(&self, entries: &mut [Entry], path: &Path) -> BTreeSet<u32> {
        let file = self.name_of(path);
        let mut fitted = BTreeSet::new();
        for row in &self.speakers {
            if let Some((meeting, statement)) = sentence(entries, &row.is, &file)
                && let Some(entry) = entries.get_mut(meeting)
                && let Some(statement) = entry.statements.get_mut(statement)
            {
                fitted.insert(row.line);
                statement.speaker = speaker(&row.is.is);
                convert::count_speakers(entry);
            }
        }
        fitted
    }
}

fn speaker(name: &str) -> Option<Speaker> {
    let key = person_key(name);
    // No name, or one of which nothing is left, is nobody's.
    (!key.is_empty()).then(|| Speaker {
        key,
        name: name.to_owned(),
        how: schema::How::Corrected,
        evidence: 0..0,
        doubt: None,
    })
}

/// The one sentence that a row means, as the numbers of meeting and statement: the one it names if the
/// words stand there; else the only one that has them in the file, or in the meeting that it names.
fn sentence(entries: &[Entry], row: &SpeakerRow, file: &str) -> Option<(usize, usize)> {
    if row.file.as_ref().is_some_and(|own| own != file) {
        return None;
    }
    let words = spaced(&row.words);
    let named = row.statement.as_deref().map(|named| named.trim().trim_matches('/'));
    let is_named = |statement: &StatementEntry| {
        named.is_some_and(|named| statement.id == named || statement.reference() == named)
    };
    let mut found = Vec::new();
    for (nth, entry) in entries.iter().enumerate() {
        let own = |rest: &str| rest.starts_with("-s") || rest.starts_with('/');
        if named.is_some_and(|named| !named.strip_prefix(&entry.meeting.id).is_some_and(own)) {
            continue;
        }
        for (place, statement) in entry.statements.iter().enumerate() {
            if spaced(&statement.text).contains(&words) {
                if is_named(statement) {
                    return Some((nth, place));
                }
                found.push((nth, place));
            }
        }
    }
    match found[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// A text with single spaces, NFC.
fn spaced(text: &str) -> String {
    let text = danish::Text::new(text);
    text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}
