//! The bytes of a file → the documents in it: one for most, several for an archive (`.zip`) or an e-mail
//! with attachments.
//!
//! Deliberately absent: reading of a single document (`read`).

use crate::{Document, DocumentError, Remark, html, mail, read, zipped};

/// How deep archives may stand in archives.
const MAX_DEPTH: usize = 3;

/// Most documents of one file.
const MAX_PARTS: usize = 5_000;

/// A document inside a file.
#[derive(Debug)]
pub struct FilePart {
    /// Where in the file: `2021/maj.docx`; empty for the file itself.
    pub place: String,
    /// What it holds, or why it cannot be read.
    pub document: Result<(Document, Vec<Remark>), DocumentError>,
}

/// Reads all documents of a file. Archives and e-mails are opened, others are read as they are; what
/// inside an archive is no document (a picture, a sheet) is a part with an error of its own.
///
/// # Errors
/// When the file itself cannot be read or opened, or holds no document at all.
///
/// # Examples
/// ```
/// let parts = documents::parts(b"Referat\n", "a.txt")?;
/// assert_eq!((parts.len(), parts[0].place.as_str()), (1, ""));
/// # Ok::<(), documents::DocumentError>(())
/// ```
pub fn parts(bytes: &[u8], name: &str) -> Result<Vec<FilePart>, DocumentError> {
    let mut parts = Vec::new();
    collect(bytes, name, "", 0, &mut parts)?;
    if parts.is_empty() {
        return Err(DocumentError::Empty { name: name.to_owned() });
    }
    Ok(parts)
}

fn collect(
    bytes: &[u8],
    name: &str,
    place: &str,
    depth: usize,
    parts: &mut Vec<FilePart>,
) -> Result<(), DocumentError> {
    if parts.len() >= MAX_PARTS || depth > MAX_DEPTH {
        let what =
            format!("more than {MAX_PARTS} documents, or {MAX_DEPTH} archives in one another");
        return Err(DocumentError::TooMuch { name: name.to_owned(), what });
    }
    let below =
        |file: &str| if place.is_empty() { file.to_owned() } else { format!("{place}/{file}") };
    if zipped::is_zip(bytes) && !read::is_office(bytes, name) {
        let mut archive = zipped::open(bytes, name)?;
        for file in archive.names() {
            // What systems put there for themselves.
            let own = file.rsplit('/').next().unwrap_or(&file);
            if own.starts_with('.') || file.starts_with("__MACOSX/") {
                continue;
            }
            let inside = format!("{name}/{file}");
            let found = archive.bytes(&file);
            let done = found.and_then(|found| {
                collect(&found.unwrap_or_default(), &inside, &below(&file), depth + 1, parts)
            });
            if let Err(error) = done {
                parts.push(FilePart { place: below(&file), document: Err(error) });
            }
        }
        return Ok(());
    }
    if mail::is_mail(bytes) {
        let mail = mail::read(bytes, name)?;
        if mail.text.chars().any(char::is_alphanumeric) {
            let document = if mail.is_html {
                Ok((Document::Pages(html::read(&mail.text)), Vec::new()))
            } else {
                read(mail.text.as_bytes(), name)
            };
            parts.push(FilePart { place: place.to_owned(), document });
        }
        for attachment in mail.attachments {
            let inside = format!("{name}/{}", attachment.name);
            let at = below(&attachment.name);
            if let Err(error) = collect(&attachment.bytes, &inside, &at, depth + 1, parts) {
                parts.push(FilePart { place: at, document: Err(error) });
            }
        }
        return Ok(());
    }
    let document = read(bytes, name);
    match document {
        // A file that is just this fails as a whole.
        Err(error) if place.is_empty() => Err(error),
        document => {
            parts.push(FilePart { place: place.to_owned(), document });
            Ok(())
        }
    }
}
