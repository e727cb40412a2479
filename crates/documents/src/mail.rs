//! An e-mail (`.eml`) in, its text and its attachments out.
//!
//! **Source:** RFC 5322 and MIME, by the crate mail-parser. Deliberately absent: what the attachments are
//! (`parts`), signatures and encryption.

use mail_parser::{MessageParser, MimeHeaders};

use crate::DocumentError;

/// A file that came with an e-mail.
pub(crate) struct Attachment {
    /// Its name as the sender has it; a number where it has none.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An e-mail.
pub(crate) struct Mail {
    /// Subject, then the text that one reads; as plain text, else as a web page.
    pub text: String,
    /// Whether `text` is a web page.
    pub is_html: bool,
    /// In order.
    pub attachments: Vec<Attachment>,
}

/// Whether text begins with the lines that every e-mail has.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..16_384).unwrap_or(bytes));
    let mut n_known = 0;
    let mut has_sender = false;
    for line in start.lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_graphic()) {
            return false;
        }
        let name = name.to_ascii_lowercase();
        has_sender |= name == "from";
        n_known += usize::from(matches!(
            name.as_str(),
            "date"
                | "subject"
                | "message-id"
                | "mime-version"
                | "received"
                | "content-type"
                | "to"
                | "return-path"
        ));
    }
    has_sender && n_known >= 2
}

/// Reads an e-mail.
///
/// # Errors
/// When its parts cannot be told.
pub(crate) fn read(bytes: &[u8], name: &str) -> Result<Mail, DocumentError> {
    let damaged = || DocumentError::DamagedArchive {
        name: name.to_owned(),
        reason: "its parts cannot be told".to_owned(),
    };
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    // Plain text is preferred; the library would make it of a web page, badly.
    let is_html = message.text_body.first() == message.html_body.first()
        && message.html_part(0).is_some_and(|part| part.is_text_html());
    let body = if is_html { message.body_html(0) } else { message.body_text(0) };
    let body = body.unwrap_or_default().into_owned();
    let subject = message.subject().unwrap_or_default();
    let text = if is_html { body } else { format!("{subject}\n\n{body}") };
    let attachments = (1..).zip(message.attachments()).map(|(nth, part)| Attachment {
        name: part.attachment_name().map_or_else(|| format!("{nth}"), str::to_owned),
        bytes: match part.message() {
            Some(inner) => inner.raw_message.to_vec(),
            None => part.contents().to_vec(),
        },
    });
    let attachments = attachments.collect();
    Ok(Mail { text, is_html, attachments })
}
