//! The data that leaves this crate: pages, their lines, and remarks. No reading happens here.

/// A document as it is printed: pages of lines, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// What kind of file the bytes turned out to be.
    pub format: Format,
    /// The pages, in order. A format without pages (text, Markdown) has one.
    pub pages: Vec<Page>,
}

/// What kind of file the bytes turned out to be, by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text in any encoding we know.
    Text,
    /// Markdown; headings carry their level.
    Markdown,
    /// PDF with a text layer.
    Pdf,
    /// A Word document (DOCX).
    Docx,
    /// An OpenDocument text (ODT).
    Odt,
    /// A web page.
    Html,
    /// TEI that nobody speaks in; with speakers it is a [`Transcript`](crate::Transcript).
    Tei,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Page number, counted from 1.
    pub number: u32,
    /// The lines of the page, blank ones included.
    pub lines: Vec<Line>,
}

/// One line as it was written, without its line end. May be blank; may end in a hyphen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Line number in the whole file, counted from 1.
    pub number: u32,
    /// The text as the file has it: not trimmed, not yet normalised (`danish::Text` does that). Of
    /// Markdown what a reader sees, the cells of a table row with tabs between; of PDF with single
    /// spaces.
    pub text: String,
    /// Heading level (1 is the highest) where the format says that the line is a heading.
    pub heading: Option<u8>,
}

/// Something odd in a file that could still be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Line in the file, counted from 1; `None` where the remark is about the whole file.
    pub line: Option<u32>,
    /// What is odd and what was made of it. Lower case, no full stop.
    pub text: String,
}
