//! Bytes in, pages out: which kind of file it is, told by its content. The reading itself is elsewhere.

use crate::{
    Document, DocumentError, Format, Pages, Remark, docx, encoding, html, markdown, odt, pdf, tei,
    text, zipped,
};

/// Reads the bytes of a file as pages of lines, or as a transcript where it marks its speakers.
///
/// The kind of file is told by its content; `name` stands in messages and tips the scale between text
/// and Markdown only. Text may be UTF-8, UTF-16 or Windows-1252, with any kind of line end; a form feed
/// starts a new page.
///
/// # Errors
/// A [`DocumentError`] when nothing can be read: empty, another kind of file, damaged, locked,
/// without text. What is odd but readable is a [`Remark`].
///
/// # Examples
/// ```
/// let (document, _) = documents::read(b"M\xF8de\r\nreferat", "gammel.txt")?; // Windows-1252
/// let documents::Document::Pages(pages) = document else { panic!("no transcript") };
/// assert_eq!(pages.pages[0].lines[0].text, "Møde");
/// # Ok::<(), documents::DocumentError>(())
/// ```
pub fn read(bytes: &[u8], name: &str) -> Result<(Document, Vec<Remark>), DocumentError> {
    if bytes.is_empty() {
        return Err(DocumentError::Empty { name: name.to_owned() });
    }
    if pdf::is_pdf(bytes) {
        let (pages, remarks) = pdf::read(bytes, name)?;
        return Ok((Document::Pages(pages), remarks));
    }
    if zipped::is_zip(bytes) {
        let mut zipped = zipped::open(bytes, name)?;
        let pages = if docx::is_docx(&zipped) {
            docx::read(&mut zipped, name)?
        } else if odt::is_odt(&mut zipped) {
            odt::read(&mut zipped, name)?
        } else {
            let kind = "a zip archive or an Office document that is no text (XLSX, PPTX, ODS)";
            return Err(DocumentError::OtherKind { name: name.to_owned(), kind });
        };
        return not_empty(pages, name).map(|pages| (Document::Pages(pages), Vec::new()));
    }
    if let Some(kind) = other_kind(bytes) {
        return Err(DocumentError::OtherKind { name: name.to_owned(), kind });
    }

    let mut remarks = Vec::new();
    let decoded = encoding::decode(bytes, name, &mut remarks)?;
    if decoded.chars().all(char::is_whitespace) {
        return Err(DocumentError::Empty { name: name.to_owned() });
    }
    if is_html(&decoded) {
        let pages = not_empty(html::read(&decoded), name)?;
        return Ok((Document::Pages(pages), remarks));
    }
    if tei::is_tei(&decoded) {
        let document = tei::read(&decoded, name, &mut remarks)?;
        return Ok((document, remarks));
    }
    if tei::is_xml(&decoded) {
        return Err(DocumentError::OtherKind {
            name: name.to_owned(),
            kind: "XML of another kind",
        });
    }
    let (format, pages) = if markdown::is_markdown(&decoded, name) {
        (Format::Markdown, markdown::pages(&decoded))
    } else {
        (Format::Text, text::pages(&decoded))
    };
    Ok((Document::Pages(Pages { format, pages }), remarks))
}

/// Whether a zip archive is a document of an office program rather than a bundle of files.
pub(crate) fn is_office(bytes: &[u8], name: &str) -> bool {
    zipped::open(bytes, name).is_ok_and(|mut zipped| {
        zipped.has("[Content_Types].xml")
            || zipped.bytes("mimetype").is_ok_and(|kind| kind.is_some())
    })
}

fn not_empty(pages: Pages, name: &str) -> Result<Pages, DocumentError> {
    let mut lines = pages.pages.iter().flat_map(|page| &page.lines);
    match lines.any(|line| line.text.chars().any(char::is_alphanumeric)) {
        true => Ok(pages),
        false => Err(DocumentError::Empty { name: name.to_owned() }),
    }
}

/// Kinds of file that people leave among minutes and that we do not read, by their first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (DOC, XLS, MSG)"),
        (b"{\\rtf", "a rich text document (RTF)"),
        (b"\x89PNG\r\n\x1A\n", "a picture (PNG)"),
        (b"\xFF\xD8\xFF", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"II*\0", "a picture (TIFF)"),
        (b"MM\0*", "a picture (TIFF)"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
        (b"%!PS", "a PostScript file"),
        (b"\x7FELF", "a program"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// Whether text is a web page rather than text that mentions one.
fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    let xhtml = start.starts_with("<?xml") && crate::xml::root(text).is_some_and(|r| r == "html");
    start.starts_with("<!doctype html") || start.starts_with("<html") || xhtml
}
