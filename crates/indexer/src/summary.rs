//! What a run did, and how far it is: the values that leave [`crate::index`]. Nothing is done here.

use std::collections::BTreeMap;

use schema::Manifest;
use serde::Serialize;

use crate::ReadError;
use crate::guard::Guard;
use crate::walk::Walk;

/// What a run did.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Summary {
    /// Files that were read and understood.
    pub n_read: usize,
    /// Files that are as they were.
    pub n_unchanged: usize,
    /// Files that are gone and were taken out.
    pub n_removed: usize,
    /// Files that were read and are known from another place, where they are no more.
    pub n_moved: usize,
    /// What could not be read: one line each, with file, fault and way out.
    pub failures: Vec<String>,
    /// Files of other kinds, by ending.
    pub skipped: BTreeMap<String, usize>,
    /// What somebody should see to: links to files that are read already, corrections that fit
    /// nothing. One line each.
    pub remarks: Vec<String>,
    /// Numbers of persons that were masked in files that were read: `referat status --masked` tells where.
    pub n_masked: usize,
    /// Files with the same bytes as another: they are one, with several places.
    pub n_copies: usize,
    /// Number of remarks on files that were read: `referat parse FILE` shows them.
    pub n_remarks: usize,
    /// Meetings in the whole index.
    pub n_meetings: usize,
    /// Statements in the whole index.
    pub n_statements: usize,
    /// Statements with a speaker in the whole index.
    pub n_with_speaker: usize,
    /// Words that only this archive has, when they were counted anew and the whole index was written
    /// with them.
    pub n_own_words: Option<usize>,
    /// Whether there is an index at all now.
    pub has_index: bool,
}

impl Summary {
    /// What a walk tells.
    pub(crate) fn of(walked: &Walk) -> Summary {
        Summary {
            failures: walked.failures.iter().map(ReadError::to_string).collect(),
            skipped: walked.skipped.clone(),
            remarks: walked.remarks.clone(),
            ..Summary::default()
        }
    }

    /// Takes numbers of persons out of what is told.
    pub(crate) fn guarded(mut self, guard: &Guard) -> Summary {
        for line in self.failures.iter_mut().chain(&mut self.remarks) {
            *line = guard.text(line);
        }
        self
    }

    /// Takes over the totals of an index.
    pub(crate) fn count(&mut self, manifest: &Manifest) {
        self.has_index = true;
        for record in manifest.files.values() {
            self.n_meetings += record.meetings.len();
            self.n_statements += record.n_statements;
            self.n_with_speaker += record.n_with_speaker;
        }
    }
}

/// One step of a run, for whoever watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// What is being done.
    pub stage: Stage,
    /// The file as the archive shows it; empty while writing.
    pub place: &'a str,
    /// Files, or meetings, dealt with so far, this one included.
    pub n_done: usize,
    /// Files, or meetings, to deal with.
    pub n_all: usize,
    /// Meetings and statements read from the file; `None` when it failed.
    pub found: Option<(usize, usize)>,
}

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading files.
    Reading,
    /// Analyzing and writing what was read.
    Writing,
}
