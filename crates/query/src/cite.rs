//! How a statement is cited, and how a citation is checked.
//!
//! In: a [`StatementEntry`]. Out: one Danish line that leads back to the printed words, and a hash of
//! those words. Deliberately absent: the forms that programs for literature read (`print`).

use schema::StatementEntry;
use sha2::{Digest, Sha256};

use crate::print::html::words;

/// Fewest hexadecimal digits that stand for a whole hash: 48 bits, which no two statements of an
/// archive share by accident.
const MIN_DIGITS: usize = 12;

/// Hexadecimal digits of a whole hash.
const MAX_DIGITS: usize = 64;

/// A statement as a reader cites it: body, day, item, place in the source file, reference.
///
/// `Vandrådet, møde 4. marts 2021, punkt 2.3 »Kanalstrategi«, vandraad.txt, side 3, linje 12–13
/// (vandraad-2021-03-04/2.3/s12)`.
pub fn citation(statement: &StatementEntry) -> String {
    let meeting = &statement.meeting;
    let name = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
    let mut parts = vec![name.clone()];
    parts.push(match meeting.date {
        Some(date) => format!("møde {}", words::day(date)),
        None => "møde uden dato".to_owned(),
    });
    if let Some(item) = &statement.item {
        parts.push(match item.title.is_empty() {
            true => format!("punkt {}", item.number),
            false => format!("punkt {} »{}«", item.number, item.title),
        });
    }
    parts.push(words::place(&meeting.file, statement.page, statement.lines));
    format!("{} ({})", parts.join(", "), statement.reference())
}

/// SHA-256 of the sentence in UTF-8 as 64 hexadecimal digits, so that anybody can work it out again:
/// `printf %s "Ordet er frit." | sha256sum`.
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digits of a hash as typed: in capitals or not, after `sha256:` or not, whole or at least its
/// first 12; `None` when it is no hash. A text has the hash when [`hash`] of it begins with them.
pub fn digits(typed: &str) -> Option<String> {
    let lower = typed.trim().to_ascii_lowercase();
    let digits = lower.strip_prefix("sha256:").unwrap_or(&lower);
    let is_hash = (MIN_DIGITS..=MAX_DIGITS).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_hexdigit());
    is_hash.then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_sha256sum_says() {
        assert_eq!(
            hash("Ordet er frit."),
            "3beaefef63c655a880034d2e1b162d9636cb614c5cea3c1592b26a652f623979"
        );
    }

    #[test]
    fn a_hash_may_be_shortened_but_not_guessed() {
        let whole = hash("Dagsordenen blev godkendt.");
        for typed in [&whole, &whole.to_uppercase(), &format!("sha256:{whole}"), &whole[..12]] {
            let digits = digits(typed).unwrap();
            assert!(whole.starts_with(&digits), "{typed}");
            assert!(!hash("Dagsordenen blev udsat.").starts_with(&digits), "{typed}");
        }
        for typed in ["", "sha256:", &whole[..11], "nej nej nej nej", &format!("{whole}0")] {
            assert_eq!(digits(typed), None, "{typed}");
        }
    }
}
