//! The way through this crate: pages → lines without furniture → meetings → outline → statements.

use documents::Pages;

use crate::{Meeting, Remark, Vocabulary};

/// Understands a document as meetings. Never fails: what is not understood is a remark, and text
/// that fits nowhere still stands in some statement.
///
/// `place` is the path of the file as the archive shows it (`Trige/Trige 1944.txt`); its parts may
/// tell a body or a date that the text lacks.
pub fn read(_pages: &Pages, _place: &str, _vocabulary: &Vocabulary) -> (Vec<Meeting>, Vec<Remark>) {
    (Vec::new(), Vec::new())
}
