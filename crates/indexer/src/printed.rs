//! The lines of the source file that a statement of the index was read from, as they are printed.
//!
//! In: the folder of an index, a meeting and lines. Out: [`Printed`]. Deliberately absent: finding
//! the statement, which is a question like any other.

use std::path::Path;

use documents::{Document, FilePart};
use schema::Store;

use crate::guard::Guard;
use crate::read::{ReadError, bytes, hash, part_place};
use crate::{IndexError, file_key, stored};

/// Lines of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file as the archive shows it.
    pub place: String,
    /// The lines, line ends off; hyphens at line ends stand as printed.
    pub lines: Vec<String>,
    /// Whether the file has changed since it was indexed, so that the lines may be others.
    pub changed: bool,
}

/// The lines `first..=last`, counted from 1, of the file that a meeting of the index stands in; `None`
/// when the index has no such meeting.
///
/// # Errors
/// When the index or the file cannot be read.
pub fn printed(
    index: &Path,
    meeting: &str,
    (first, last): (u32, u32),
) -> Result<Option<Printed>, IndexError> {
    let store = Store::open(index, None)?;
    let manifest = store.manifest()?;
    let holds = |meetings: &[schema::MeetingRecord]| meetings.iter().any(|m| m.id == meeting);
    let Some((key, record)) = manifest.files.iter().find(|(_, file)| holds(&file.meetings)) else {
        return Ok(None);
    };
    let bytes =
        bytes(&file_key::path(key), &record.place, store.config().settings().limits.file_mb)?;
    let wanted = first..=last;
    let guard = Guard::of(store.config().settings());
    let searcher = store.index().reader()?.searcher();
    let stored = stored::entry(&searcher, store.fields(), meeting)?;
    let place = stored.map_or_else(|| record.place.clone(), |entry| entry.meeting.file);
    let parts = documents::parts(&bytes, &record.place).map_err(ReadError::from)?;
    let is_it = |part: &FilePart| part_place(&record.place, &part.place, &guard) == place;
    let Some(part) = parts.into_iter().find(is_it) else { return Ok(None) };
    let mut document = part.document.map_err(ReadError::from)?.0;
    guard.document(&mut document);
    let lines = match document {
        Document::Pages(pages) => {
            let lines = pages.pages.into_iter().flat_map(|page| page.lines);
            lines.filter(|line| wanted.contains(&line.number)).map(|line| line.text).collect()
        }
        // A transcript counts the lines of its markup.
        Document::Transcript(_) => {
            let text = guard.text(&String::from_utf8_lossy(&bytes));
            let numbered = (1u32..).zip(text.lines());
            numbered.filter(|(n, _)| wanted.contains(n)).map(|(_, line)| line.to_owned()).collect()
        }
    };
    Ok(Some(Printed { place, lines, changed: hash(&bytes) != record.hash }))
}
