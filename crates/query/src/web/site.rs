//! What the handlers share: the archive, the threads that ask it, and what it holds at a glance.
//!
//! In: an [`Archive`]. Out: the same, with an [`Overview`] and [`Suggestions`] that are made once for each
//! state of the index: they take a look at all of it. Deliberately absent: answers, which are never kept.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue, header};

use super::guard::Guard;
use super::pool::{MAX_TIME, Pool};
use super::problem::Problem;
use crate::print::html::{Overview, years};
use crate::{Archive, Filter, QueryError, Suggestions};

/// Something made of a state of the index, and the generation of that state.
type Kept<T> = Mutex<Option<(u64, T)>>;

/// The newest meetings that the first page names. No source.
const NEWEST: usize = 6;

/// An archive that is served.
pub(super) struct Site {
    archive: Archive,
    pool: Pool,
    guard: Guard,
    /// The address of the archive on the web, when it was told.
    url: Option<String>,
    overview: Kept<Arc<Overview>>,
    tag: Kept<HeaderValue>,
    suggestions: Kept<Arc<Suggestions>>,
    /// Whether newer suggestions are being made.
    suggests_anew: AtomicBool,
}

impl Site {
    /// A site for an archive, at an address if that is known.
    pub(super) fn new(archive: Archive, guard: Guard, url: Option<String>) -> Site {
        Site {
            archive,
            pool: Pool::new(MAX_TIME),
            guard,
            url: url.map(|url| url.trim_end_matches('/').to_owned()),
            overview: Mutex::default(),
            tag: Mutex::default(),
            suggestions: Mutex::default(),
            suggests_anew: AtomicBool::new(false),
        }
    }

    /// The archive.
    pub(super) fn archive(&self) -> &Archive {
        &self.archive
    }

    /// The threads that ask it.
    pub(super) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// What it asks of those who ask it.
    pub(super) fn guard(&self) -> &Guard {
        &self.guard
    }

    /// The address of the archive on the web, without a slash at its end: as it was told, else as the
    /// client calls it.
    pub(super) fn address(&self, headers: &HeaderMap) -> Option<String> {
        let is_host = |host: &&str| {
            let sign = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
            !host.is_empty() && host.chars().all(sign)
        };
        let host = || headers.get(header::HOST)?.to_str().ok().filter(is_host);
        self.url.clone().or_else(|| host().map(|host| format!("http://{host}")))
    }

    /// The version of the index and of this program, as a tag for what is made of them; `None` when the
    /// index cannot be read.
    pub(super) async fn tag(self: &Arc<Self>) -> Option<HeaderValue> {
        let generation = self.archive.generation();
        let kept = || self.tag.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, tag)) = kept().as_ref()
            && *of == generation
        {
            return Some(tag.clone());
        }
        let site = Arc::clone(self);
        let version = self.pool.run(move || site.archive.version()).await.ok()?.ok()?;
        let tag = format!("W/\"{version}-{}\"", env!("CARGO_PKG_VERSION"));
        let tag = HeaderValue::from_str(&tag).ok()?;
        *kept() = Some((generation, tag.clone()));
        Some(tag)
    }

    /// What may be suggested. While newer ones are being made, those of the index before.
    pub(super) async fn suggestions(self: &Arc<Self>) -> Result<Arc<Suggestions>, Problem> {
        let generation = self.archive.generation();
        let kept = self.suggestions.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some((of, suggestions)) = kept else {
            let site = Arc::clone(self);
            return Ok(self.pool.run(move || site.suggest_anew(generation)).await??);
        };
        if of != generation && !self.suggests_anew.swap(true, Ordering::AcqRel) {
            let site = Arc::clone(self);
            // Not waited for. If the index cannot be read now, the next keystroke tries again.
            tokio::task::spawn_blocking(move || {
                let _ = site.suggest_anew(generation);
                site.suggests_anew.store(false, Ordering::Release);
            });
        }
        Ok(suggestions)
    }

    fn suggest_anew(&self, generation: u64) -> Result<Arc<Suggestions>, QueryError> {
        let suggestions = Arc::new(self.archive.suggestions()?);
        let mut kept = self.suggestions.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some((generation, Arc::clone(&suggestions)));
        Ok(suggestions)
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
