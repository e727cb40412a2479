//! The bytes of a PDF in, pages of lines out. The engine (pdf-extract on lopdf) panics on many broken
//! files, so it runs on a thread of its own, page by page, with a time limit; its panics stay silent.
//! OCR, attachments and form fields are deliberately absent.

mod drawn;
mod hyphens;
mod rebuilt;
mod sound;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once, mpsc};
use std::time::Duration;

use pdf_extract::encryption::DecryptionError;
use pdf_extract::{Document, Error};

use crate::{DocumentError, Format, Line, Page, Pages, Remark, quality};
use drawn::DrawnPage;

/// How long a PDF may take. 210 pages take two seconds on an old machine; no source.
const PATIENCE: Duration = Duration::from_secs(60);

/// Stack of the reading thread, in bytes. The engine goes down one call for each level of nesting in a
/// file; what is not used is never touched.
const STACK_BYTES: usize = 256 << 20;

/// Whether bytes are a PDF: the mark may stand anywhere in the first KiB (ISO 32000-1, annex H).
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..1024).unwrap_or(bytes);
    start.windows(5).any(|window| window == b"%PDF-")
}

/// Reads a PDF.
///
/// Each page has its lines as drawn, with a blank line where the distance says that a paragraph ends;
/// double spaces of justified text are one; a hyphen at a line end stays, as `-`, whatever sign the
/// writer used for it. A page that cannot be read is left out with a remark.
///
/// # Errors
/// Damaged, locked, without text, with signs that are no text, or too slow.
pub(crate) fn read(bytes: &[u8], name: &str) -> Result<(Pages, Vec<Remark>), DocumentError> {
    let drawn = on_own_thread(bytes.to_vec(), PATIENCE).map_err(|failure| failure.named(name))?;
    let is_rebuilt = drawn.is_rebuilt;
    let drawn = drawn.pages;
    let damaged: Vec<bool> = drawn.iter().map(Option::is_none).collect();
    if damaged.iter().all(|page| *page) {
        let reason = "none of its pages can be read".to_owned();
        return Err(DocumentError::DamagedPdf { name: name.to_owned(), reason });
    }
    let pages = pages_of_lines(drawn);
    let mut remarks = remarks(&pages, &damaged, name)?;
    if is_rebuilt {
        let text = "the PDF's table of objects is broken; the pages were found without it";
        remarks.insert(0, Remark { line: None, text: text.to_owned() });
    }
    Ok((Pages { format: Format::Pdf, pages }, remarks))
}

/// Why a PDF could not be taken apart, before its name is known.
enum Failure {
    Damaged(String),
    Locked,
    TooSlow(Duration),
}

impl Failure {
    fn named(self, name: &str) -> DocumentError {
        let name = name.to_owned();
        match self {
            Failure::Damaged(reason) => DocumentError::DamagedPdf { name, reason },
            Failure::Locked => DocumentError::Locked { name },
            Failure::TooSlow(waited) => DocumentError::TooSlow { name, seconds: waited.as_secs() },
        }
    }
}

/// What the engine made of a PDF.
struct Drawn {
    /// Each page as drawn, or `None` where the engine failed on it.
    pages: Vec<Option<DrawnPage>>,
    /// Whether the table of objects had to be made again.
    is_rebuilt: bool,
}

/// Takes a PDF apart on a thread of its own. A thread cannot be ended from outside: one that is too slow
/// is told to stop at the next letter it draws.
fn on_own_thread(bytes: Vec<u8>, patience: Duration) -> Result<Drawn, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = mpsc::channel();
    let stop_thread = Arc::clone(&stop);
    let work = move || {
        let result = without_noise(|| take_apart(&bytes, &stop_thread));
        // Nobody listens any more after the time is up.
        let _ = sender.send(result.unwrap_or_else(|| Err(damaged("its structure is broken"))));
    };
    let builder = std::thread::Builder::new().name("pdf".to_owned()).stack_size(STACK_BYTES);
    builder.spawn(work).map_err(|error| damaged(&format!("no thread to read it on: {error}")))?;
    match receiver.recv_timeout(patience) {
        Ok(result) => result,
        Err(mpsc::RecvTimeoutError::Timeout) => {
            stop.store(true, Ordering::Relaxed);
            Err(Failure::TooSlow(patience))
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(damaged("its structure is broken")),
    }
}

fn take_apart(bytes: &[u8], stop: &Arc<AtomicBool>) -> Result<Drawn, Failure> {
    let (mut document, is_rebuilt) = match without_noise(|| load(bytes)) {
        Some(Ok(document)) => (document, false),
        Some(Err(Failure::Locked)) => return Err(Failure::Locked),
        other => {
            let again = rebuilt::rebuilt(bytes).and_then(|bytes| load(&bytes).ok());
            let broken =
                || other.and_then(Result::err).unwrap_or_else(|| damaged("it cannot be loaded"));
            (again.ok_or_else(broken)?, true)
        }
    };
    sound::make(&mut document).map_err(damaged)?;
    let n_pages = document.get_pages().len() as u32;
    let draw = |number: u32| {
        without_noise(|| {
            let mut page = DrawnPage::new(Arc::clone(stop));
            pdf_extract::output_doc_page(&document, &mut page, number).ok().map(|()| page)
        })
    };
    let mut pages = Vec::new();
    for number in 1..=n_pages {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        pages.push(draw(number).flatten());
    }
    Ok(Drawn { pages, is_rebuilt })
}

/// Loads a PDF and opens it with the empty password, as every reader does.
fn load(bytes: &[u8]) -> Result<Document, Failure> {
    let mut document = Document::load_mem(bytes).map_err(failure)?;
    if document.is_encrypted() {
        document.decrypt("").map_err(failure)?;
    }
    if document.get_pages().is_empty() {
        return Err(damaged("it has no pages"));
    }
    Ok(document)
}

fn failure(error: Error) -> Failure {
    match error {
        Error::InvalidPassword
        | Error::Decryption(DecryptionError::IncorrectPassword)
        | Error::AlreadyEncrypted => Failure::Locked,
        other => damaged(&other.to_string()),
    }
}

fn damaged(reason: &str) -> Failure {
    // One line, whatever the engine says.
    Failure::Damaged(reason.split_whitespace().collect::<Vec<_>>().join(" "))
}

thread_local! {
    /// Whether a panic on this thread is expected and handled, so that nothing need be printed.
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Runs the engine and gives `None` when it panics, without the message that a panic prints. The hook
/// that prints is one for the whole program: ours is put before it once, and lets every panic through
/// that is not one of the engine's.
fn without_noise<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !EXPECTED.get() {
                before(info);
            }
        }));
    });
    let outer = EXPECTED.replace(true);
    // What the engine leaves behind after a panic is read again only page by page, and it only reads.
    let result = catch_unwind(AssertUnwindSafe(work)).ok();
    EXPECTED.set(outer);
    result
}

fn pages_of_lines(drawn: Vec<Option<DrawnPage>>) -> Vec<Page> {
    let pitch = drawn::pitch(drawn.iter().flatten());
    let lines =
        |page: Option<DrawnPage>| page.map(|page| page.into_lines(pitch)).unwrap_or_default();
    let mut texts: Vec<Vec<String>> = drawn.into_iter().map(lines).collect();
    hyphens::make_plain(&mut texts);
    let mut pages = Vec::with_capacity(texts.len());
    let mut number = 0;
    for (n, texts) in texts.into_iter().enumerate() {
        let lines = texts.into_iter().map(|text| {
            number += 1;
            Line { number, text, heading: None }
        });
        pages.push(Page { number: n as u32 + 1, lines: lines.collect() });
    }
    pages
}

/// Refuses a PDF without text or with signs that are none; says what is wrong with single pages.
fn remarks(pages: &[Page], damaged: &[bool], name: &str) -> Result<Vec<Remark>, DocumentError> {
    let texts: Vec<String> = pages.iter().map(text_of).collect();
    let n_letters = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count();
    if texts.iter().map(n_letters).sum::<usize>() < 3 {
        return Err(DocumentError::NoTextLayer { name: name.to_owned(), pages: pages.len() });
    }
    let whole = texts.join("\n");
    if let Some(reason) = quality::garbage(&whole) {
        return Err(DocumentError::Garbage { name: name.to_owned(), reason });
    }
    let mut remarks = Vec::new();
    for ((page, text), damaged) in pages.iter().zip(&texts).zip(damaged) {
        let what = if *damaged {
            "is damaged and was left out".to_owned()
        } else if n_letters(text) == 0 {
            "has no text; if it is a scan, it needs OCR".to_owned()
        } else if let Some(reason) = quality::garbage(text) {
            format!("gives signs that are no words ({reason})")
        } else {
            continue;
        };
        let line = page.lines.first().map(|line| line.number);
        remarks.push(Remark { line, text: format!("page {} {what}", page.number) });
    }
    if quality::lacks_danish_letters(&whole) {
        let text = "the PDF gives no æ, ø or å: its fonts do not tell them, and words are broken";
        remarks.push(Remark { line: None, text: text.to_owned() });
    }
    Ok(remarks)
}

fn text_of(page: &Page) -> String {
    page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}
