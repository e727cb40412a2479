//! Why a file could not be read, each with what to do about it. No reading happens here.

use thiserror::Error;

/// Why a file could not be read as pages of lines.
///
/// Every message names the file, what is wrong and what to do, and is one line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// Occurs when a file has no bytes or only white space.
    #[error("{name}: the file is empty; save the minutes in it again or remove it")]
    Empty {
        /// The name the bytes came under.
        name: String,
    },
    /// Occurs when the bytes are another kind of file: a picture, a zip archive, an Office document.
    #[error(
        "{name}: this is {kind}, not text, Markdown, PDF, DOCX, ODT, HTML, TEI or e-mail; save it as one of these"
    )]
    OtherKind {
        /// The name the bytes came under.
        name: String,
        /// What the bytes are, with its article: `a Word document`.
        kind: &'static str,
    },
    /// Occurs when the bytes are no text in any encoding we know.
    #[error(
        "{name}: this is not text ({controls} control characters, the first at byte {first}); \
         save it as text in UTF-8 or as PDF"
    )]
    NotText {
        /// The name the bytes came under.
        name: String,
        /// How many control characters there are.
        controls: usize,
        /// Where the first one stands, in bytes, counted from 0.
        first: usize,
    },
    /// Occurs when a PDF is cut short or its structure is broken.
    #[error("{name}: the PDF is damaged ({reason}); fetch it again or print it to a new PDF")]
    DamagedPdf {
        /// The name the bytes came under.
        name: String,
        /// What was found to be broken. One line.
        reason: String,
    },
    /// Occurs when a PDF has pages but no text on any of them: it is a scan.
    #[error(
        "{name}: the PDF has no text on its {pages} pages and needs OCR; \
         run for instance `ocrmypdf` on it and try again"
    )]
    NoTextLayer {
        /// The name the bytes came under.
        name: String,
        /// How many pages it has.
        pages: usize,
    },
    /// Occurs when the characters of a PDF make no words: its fonts do not tell which letters they draw.
    #[error(
        "{name}: the PDF gives signs that are no words ({reason}) and needs OCR; \
         run for instance `ocrmypdf --force-ocr` on it and try again"
    )]
    Garbage {
        /// The name the bytes came under.
        name: String,
        /// What gave it away.
        reason: String,
    },
    /// Occurs when a PDF opens only with a password.
    #[error("{name}: the PDF is locked with a password; save a copy without one")]
    Locked {
        /// The name the bytes came under.
        name: String,
    },
    /// Occurs when a file begins as XML and is none: cut short, tags that do not match.
    #[error("{name}: the XML is broken at line {line} ({reason}); mend it or fetch it again")]
    BrokenXml {
        /// The name the bytes came under.
        name: String,
        /// Where it was noticed, counted from 1.
        line: u32,
        /// What was found to be broken. One line.
        reason: String,
    },
    /// Occurs when XML is built so that reading it could take all memory or time.
    #[error("{name}: the XML {reason} (line {line}) and is not read; save it again without")]
    UnsafeXml {
        /// The name the bytes came under.
        name: String,
        /// Where, counted from 1.
        line: u32,
        /// What it does: `defines entities of its own`.
        reason: &'static str,
    },
    /// Occurs when an archive, an Office document or an e-mail is cut short or broken.
    #[error("{name}: the file is damaged ({reason}); fetch it again or save it anew")]
    DamagedArchive {
        /// The name the bytes came under.
        name: String,
        /// What was found to be broken. One line.
        reason: String,
    },
    /// Occurs when an archive holds or unpacks to more than is read.
    #[error("{name}: too much for one file: {what}; split it and try again")]
    TooMuch {
        /// The name the bytes came under.
        name: String,
        /// What is too much, with the limit.
        what: String,
    },
    /// Occurs when a PDF takes longer than we wait.
    #[error("{name}: the PDF was not read within {seconds} seconds; print it to a new PDF")]
    TooSlow {
        /// The name the bytes came under.
        name: String,
        /// How long was waited, in seconds.
        seconds: u64,
    },
}
