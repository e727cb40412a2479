//! What the handlers share: the archive, and what it holds at a glance.
//!
//! In: an [`Archive`]. Out: the same, with an [`Overview`] that is made once for each state of the
//! index: it takes a look at every meeting. Deliberately absent: answers, which are never kept.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::print::html::{Overview, years};
use crate::{Archive, Filter, QueryError};

/// The newest meetings that the first page names. No source.
const NEWEST: usize = 6;

/// An archive that is served.
pub(super) struct Site {
    archive: Archive,
    /// The overview and the generation of the index that it is of.
    overview: Mutex<Option<(u64, Arc<Overview>)>>,
}

impl Site {
    /// A site for an archive.
    pub(super) fn new(archive: Archive) -> Site {
        Site { archive, overview: Mutex::new(None) }
    }

    /// The archive.
    pub(super) fn archive(&self) -> &Archive {
        &self.archive
    }

    /// What the archive holds. Blocks while it is made.
    pub(super) fn overview(&self) -> Result<Arc<Overview>, QueryError> {
        let generation = self.archive.generation();
        let mut kept = self.overview.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, overview)) = kept.as_ref()
            && *of == generation
        {
            return Ok(Arc::clone(overview));
        }
        let overview = Arc::new(overview(&self.archive)?);
        *kept = Some((generation, Arc::clone(&overview)));
        Ok(overview)
    }
}

fn overview(archive: &Archive) -> Result<Overview, QueryError> {
    let meetings = archive.meetings(&Filter::default())?;
    let mut bodies: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut overview = Overview {
        n_meetings: meetings.len(),
        years: years(&meetings),
        newest: meetings.iter().take(NEWEST).cloned().collect(),
        ..Overview::default()
    };
    for meeting in meetings {
        overview.n_statements += meeting.n_statements;
        if let Some(date) = meeting.date {
            let (first, last) = overview.days.unwrap_or((date, date));
            overview.days = Some((first.min(date), last.max(date)));
        }
        if !meeting.body.is_empty() {
            bodies.entry(schema::slug(&meeting.body)).or_insert((meeting.body, 0)).1 += 1;
        }
    }
    overview.bodies = bodies.into_values().collect();
    Ok(overview)
}
