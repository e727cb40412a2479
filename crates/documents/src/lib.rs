//! The bytes of a file as pages of lines.
//!
//! In: bytes and the name they came under. Out: a [`Document`] ([`Pages`], or a [`Transcript`] where the
//! file marks its speakers), and a [`Remark`] for everything that was odd but could be read; or a [`DocumentError`] that says what is wrong and what to do. Deliberately
//! absent: paths and file systems (the indexer reads files), and any idea of what minutes are.
//!
//! [`read()`] looks at the bytes, not at the name: a PDF called `.txt` is read as a PDF. Text goes
//! through `encoding` (bytes to characters) and then `text` or `markdown` (characters to lines); a PDF
//! goes through `pdf`, where every page is taken out by itself on a thread of its own, so that a broken
//! page costs that page and a broken file costs that file. `quality` refuses letters that are no text.
//! Word documents (`docx`), OpenDocument (`odt`) and web pages (`html`) have paragraphs, of which `flow`
//! makes lines. [`parts()`] opens archives (`zipped`) and e-mails (`mail`) and reads each document in them.
//! XML whose outermost element is that of TEI goes through `xml` (a tree, and nothing that could hurt) and
//! `tei`.
//!
//! ```
//! use documents::{Document, Format, read};
//!
//! let (document, remarks) = read("# Referat\n\nHanne Bøgh bød velkommen.\n".as_bytes(), "møde.md")?;
//! let Document::Pages(pages) = document else { panic!("no transcript") };
//! assert_eq!(pages.format, Format::Markdown);
//! assert_eq!(pages.pages[0].lines[0].text, "Referat");
//! assert_eq!(pages.pages[0].lines[0].heading, Some(1));
//! assert!(remarks.is_empty());
//! # Ok::<(), documents::DocumentError>(())
//! ```

mod docx;
mod encoding;
mod error;
mod flow;
mod html;
mod inline;
mod mail;
mod markdown;
mod odt;
mod pages;
mod parts;
mod pdf;
mod quality;
mod read;
mod tei;
mod text;
mod transcript;
mod xml;
mod zipped;

pub use error::DocumentError;
pub use pages::{Format, Line, Page, Pages, Remark};
pub use parts::{FilePart, parts};
pub use read::read;
pub use tei::{TeiKind, holds_sittings, people, tei_kind};
pub use transcript::{
    Affiliation, Document, Organisation, Part, Passage, PassageKind, People, Person, Sitting,
    Transcript, Utterance,
};
