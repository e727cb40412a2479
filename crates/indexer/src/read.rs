//! One file → the meetings in it, as entries of an index.
//!
//! In: a path and the name that the archive shows. Out: [`Reading`], or why not in one line.
//! Deliberately absent: the index, and which files to read.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use documents::{Document, DocumentError};
use minutes::Vocabulary;
use schema::{Entry, Masked};
use thiserror::Error;

use crate::beside::Beside;
use crate::convert::entries;
use crate::corrections::{self, Corrections, CorrectionsError};
use crate::forgotten::Forgotten;
use crate::guard::Guard;
use crate::ocr::Ocr;

/// The version of the rules by which files are read (crates `documents` and `minutes`, and what
/// `convert` makes of it). Raise it whenever they make something else of the same bytes: all files are
/// read again by the next run.
pub(crate) const READING: u32 = 3;

/// What was made of one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The meetings, in the order of the file.
    pub entries: Vec<Entry>,
    /// What was odd: line, counted from 1, where it has one, and text.
    pub remarks: Vec<(Option<u32>, String)>,
}

/// Why a file could not be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Occurs when the path is not there, or the system refuses.
    #[error("{place}: {reason}", reason = io_reason(source))]
    Io {
        /// The file as the archive shows it.
        place: String,
        /// What the system says.
        source: io::Error,
    },
    /// Occurs when a file is larger than the settings allow.
    #[error(
        "{place}: the file has {mb} MB and at most {limit} are read; split it, or raise file-mb in index.toml"
    )]
    TooLarge {
        /// The file as the archive shows it.
        place: String,
        /// Its size in millions of bytes, rounded up.
        mb: u64,
        /// The limit of the settings.
        limit: u64,
    },
    /// Occurs when the bytes are no document that we read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// Occurs when there is text but no meeting in it.
    #[error("{place}: no meeting was found in it; is it a set of minutes?")]
    NoMeeting {
        /// The file as the archive shows it.
        place: String,
    },
    /// Occurs when the name of a file or of a folder above it holds a civil registration number.
    #[error(
        "{place}: the name holds a civil registration number, which no index may; give it another name"
    )]
    NameHoldsNumber {
        /// The file as the archive shows it, the number masked.
        place: String,
    },
    /// Occurs when the programs that read scans fail.
    #[error("{place}: the scan could not be read ({source}); try the programs by hand")]
    Ocr {
        /// The file as the archive shows it.
        place: String,
        /// Which program, and how.
        source: io::Error,
    },
    /// Occurs when the corrections beside the file cannot be used.
    #[error(transparent)]
    Corrections(#[from] CorrectionsError),
    /// Occurs when this program has a fault that the file brings out.
    #[error(
        "{place}: a fault of this program kept it from being read; please report it with the file"
    )]
    Fault {
        /// The file as the archive shows it.
        place: String,
    },
}

impl ReadError {
    /// Whether trying again without any change of the file may help: rights, a disk that was away, a
    /// machine that was busy.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            ReadError::Io { .. }
                | ReadError::Ocr { .. }
                | ReadError::Document(DocumentError::TooSlow { .. })
        )
    }
}

/// Reads the bytes of a file, unless it is too large.
///
/// # Errors
/// When the system refuses, or the file has more than `limit_mb` million bytes.
pub fn bytes(path: &Path, place: &str, limit_mb: u64) -> Result<Vec<u8>, ReadError> {
    let io = |source| ReadError::Io { place: place.to_owned(), source };
    let metadata = fs::metadata(path).map_err(io)?;
    if !metadata.is_file() {
        // A pipe would be waited for, a device read without end.
        return Err(io(io::Error::other("it is a pipe or a device, not a file; take it away")));
    }
    let size = metadata.len();
    let mb = size.div_ceil(1_000_000);
    if mb > limit_mb {
        return Err(ReadError::TooLarge { place: place.to_owned(), mb, limit: limit_mb });
    }
    fs::read(path).map_err(io)
}

/// What it takes to understand files.
#[derive(Debug)]
pub(crate) struct Rules<'a> {
    /// The words of the configuration.
    pub vocabulary: Vocabulary,
    /// The lists of persons beside transcripts.
    pub beside: Beside,
    /// What persons have corrected.
    pub corrections: &'a [Corrections],
    /// What must not be shown.
    pub guard: Guard,
    /// What must not come back.
    pub forgotten: &'a Forgotten,
    /// Knows the words of the language, not those of an archive.
    pub plain: danish::Analyzer,
    /// What reads scans, if they are to be read.
    pub ocr: Option<&'a Ocr>,
}

/// A file that was understood.
#[derive(Debug, Default)]
pub(crate) struct Understood {
    /// What it holds.
    pub reading: Reading,
    /// The lines of the corrections that fitted.
    pub fitted: BTreeSet<u32>,
    /// Where numbers were masked.
    pub masked: Vec<Masked>,
    /// How many statements under closed items were left out.
    pub n_closed_out: usize,
    /// What in an archive or e-mail could not be read, one line each.
    pub failures: Vec<String>,
}

impl Understood {
    /// Adds a document of the same file; remarks on one inside an archive tell which.
    fn add(&mut self, own: Understood, inside: Option<&String>) {
        self.reading.entries.extend(own.reading.entries);
        let named = own.reading.remarks.into_iter().map(|(line, text)| match inside {
            Some(place) => (line, format!("{place}: {text}")),
            None => (line, text),
        });
        self.reading.remarks.extend(named);
        self.fitted.extend(own.fitted);
        self.masked.extend(own.masked);
        self.n_closed_out += own.n_closed_out;
        self.failures.extend(own.failures);
    }
}

/// Understands the bytes of a file. References of several meetings may be the same: `number` sets them
/// apart.
///
/// # Errors
/// When the bytes are no document, or hold no meeting.
pub(crate) fn understand(
    bytes: &[u8],
    path: &Path,
    place: &str,
    rules: &Rules<'_>,
) -> Result<Understood, ReadError> {
    // Readers must not panic; if one does, that is one file lost and not the run.
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        let mut all = Understood::default();
        let parts = match documents::parts(bytes, place) {
            Err(error) if needs_ocr(&error) => match rules.ocr {
                Some(ocr) => {
                    let failed = |source| ReadError::Ocr { place: place.to_owned(), source };
                    let text = ocr.read(bytes).map_err(failed)?;
                    all.reading.remarks.push((None, "a scan, read by OCR".to_owned()));
                    documents::parts(&text, place)?
                }
                None => return Err(error.into()),
            },
            parts => parts?,
        };
        let mut first_error = None;
        let mut letter = None;
        let is_many = parts.len() > 1;
        for part in parts {
            let is_inside = !part.place.is_empty();
            let inside = part_place(place, &part.place, &rules.guard);
            let document = match part.document {
                Ok((document, odd)) => {
                    let own = one_document(document, odd, path, &inside, rules);
                    if own.reading.entries.is_empty() && is_inside {
                        Err(ReadError::NoMeeting { place: inside.clone() })
                    } else {
                        Ok(own)
                    }
                }
                Err(error) => Err(error.into()),
            };
            match document {
                Ok(own) if is_many && !is_inside => letter = Some(own),
                Ok(own) => all.add(own, Some(&inside).filter(|_| is_inside)),
                // Pictures and sheets lie in archives and e-mails as they do in folders.
                Err(ReadError::Document(error @ DocumentError::OtherKind { .. })) => {
                    all.reading.remarks.push((None, rules.guard.text(&error.to_string())));
                    first_error = first_error.or(Some(error.into()));
                }
                Err(error) => {
                    all.failures.push(rules.guard.text(&error.to_string()));
                    first_error = first_error.or(Some(error));
                }
            }
        }
        // The text of an e-mail is a letter where what is attached to it are the minutes.
        if let Some(letter) = letter {
            let is_letter =
                |entry: &Entry| entry.meeting.date.is_none() || entry.meeting.people.is_empty();
            if all.reading.entries.is_empty() || !letter.reading.entries.iter().any(is_letter) {
                all.add(letter, None);
            }
        }
        match first_error.filter(|_| all.reading.entries.is_empty()) {
            Some(error) => Err(error),
            None => Ok(all),
        }
    }));
    match attempt {
        Ok(understood) => {
            let understood = understood?;
            if understood.reading.entries.is_empty() {
                return Err(ReadError::NoMeeting { place: place.to_owned() });
            }
            Ok(understood)
        }
        Err(_) => Err(ReadError::Fault { place: place.to_owned() }),
    }
}

/// Whether a file is one that only OCR can read.
fn needs_ocr(error: &DocumentError) -> bool {
    matches!(error, DocumentError::NoTextLayer { .. } | DocumentError::Garbage { .. })
}

/// How the archive shows a document inside a file: `2021.zip/maj.docx`.
pub(crate) fn part_place(file: &str, part: &str, guard: &Guard) -> String {
    if part.is_empty() { file.to_owned() } else { guard.text(&format!("{file}/{part}")) }
}

fn one_document(
    mut document: Document,
    odd: Vec<documents::Remark>,
    path: &Path,
    place: &str,
    rules: &Rules<'_>,
) -> Understood {
    let mut remarks: Vec<(Option<u32>, String)> =
        odd.into_iter().map(|remark| (remark.line, remark.text)).collect();
    if let Document::Transcript(transcript) = &mut document {
        for lists in rules.beside.lists(path) {
            transcript.learn(&lists.people);
            remarks.extend(lists.failures.iter().map(|failure| (None, failure.clone())));
        }
    }
    // Before anything is understood, so that nothing made of it can hold a number.
    let masked = rules.guard.document(&mut document);
    let (mut meetings, more) = match document {
        Document::Pages(pages) => minutes::read(&pages, place, &rules.vocabulary),
        Document::Transcript(transcript) => minutes::read_transcript(&transcript, place),
    };
    remarks.extend(more.into_iter().map(|remark| (remark.line, remark.text)));
    let fitted = corrections::for_file(rules.corrections, path)
        .map_or_else(BTreeSet::new, |own| own.correct(&mut meetings, path));
    for (_, remark) in &mut remarks {
        *remark = rules.guard.text(remark);
    }
    let mut entries = entries(meetings, place);
    let n_closed_out = rules.guard.closed_items(&mut entries);
    let reading = Reading { entries, remarks };
    Understood { reading, fitted, masked, n_closed_out, failures: Vec::new() }
}

/// The words that reading minutes needs, out of a configuration.
pub fn vocabulary(config: &schema::Config) -> Vocabulary {
    let [verbs, labels, titles] =
        ["reporting-verbs.txt", "header-labels.txt", "titles.txt"].map(|name| config.file(name));
    Vocabulary::new(verbs, labels, titles)
}

fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "you may not read it; give yourself the right and run again".to_owned()
        }
        _ => format!("{error}; check the disk and run again"),
    }
}

/// 16 hexadecimal digits of BLAKE3.
pub(crate) fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(16).collect()
}
