//! Folders that are followed: when something in them changes and it is quiet again, work is done.
//!
//! In: paths, and the folder of the index, which changes by itself. Out: a call for each burst of changes,
//! without end. Deliberately absent: what the work is.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::IndexError;

/// So long nothing changes before work begins: a file is written in many steps.
const QUIET: Duration = Duration::from_millis(400);

/// So long at most, while changes go on.
const LONGEST: Duration = Duration::from_secs(5);

/// Something that tells of changes.
pub(super) struct Changes {
    events: Receiver<notify::Result<Event>>,
    index: PathBuf,
    // Ends with the value.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Begins to follow files and folders.
    ///
    /// # Errors
    /// When the system refuses, or one of them is not there.
    pub(super) fn of(paths: &[PathBuf], index: &Path) -> Result<Changes, IndexError> {
        let (sender, events) = channel();
        let refused = |error: notify::Error| IndexError::Watch { reason: error.to_string() };
        let mut watcher = notify::recommended_watcher(sender).map_err(refused)?;
        for path in paths {
            watcher.watch(path, RecursiveMode::Recursive).map_err(refused)?;
        }
        let index = std::fs::canonicalize(index).unwrap_or_else(|_| index.to_owned());
        Ok(Changes { events, index, _watcher: watcher })
    }

    /// Waits for a burst of changes to end; tells whether there may be more.
    pub(super) fn wait(&self) -> bool {
        loop {
            match self.events.recv() {
                Ok(event) if self.counts(&event) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        let began = Instant::now();
        let mut last = Instant::now();
        while last.elapsed() < QUIET && began.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) if self.counts(&event) => last = Instant::now(),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }

    /// Reading a file changes nothing, and the index is written by ourselves. An error may hide a change.
    fn counts(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let is_ours = |path: &PathBuf| {
            std::fs::canonicalize(path).unwrap_or_else(|_| path.clone()).starts_with(&self.index)
        };
        let is_read = matches!(event.kind, EventKind::Access(_));
        !is_read && (event.paths.is_empty() || !event.paths.iter().all(is_ours))
    }
}
