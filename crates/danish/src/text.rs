//! Foreign text in, [`Text`] out: NFC, soft hyphens gone, ligatures written out, odd spaces and hyphens made plain.
//!
//! Deliberately absent: quotes and dashes, which a reader wants to see as they were ([`crate::words`] knows them all).

use unicode_normalization::UnicodeNormalization;

/// Text that is ready to be cut into words: NFC, without soft hyphens.
///
/// ```
/// use danish::Text;
/// assert_eq!(Text::new("Sund\u{AD}heds\u{A0}e\u{FB03}cient").as_str(), "Sundheds efficient");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text(String);

impl Text {
    /// Normalises foreign text.
    pub fn new(raw: &str) -> Text {
        if raw.chars().all(is_plain) {
            return Text(raw.to_owned());
        }
        let mut plain = String::with_capacity(raw.len());
        for c in raw.chars() {
            match c {
                // Soft hyphen, zero-width signs, byte order mark.
                '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
                '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
                    plain.push(' ');
                }
                '\u{2010}' | '\u{2011}' => plain.push('-'),
                '\u{FB00}' => plain.push_str("ff"),
                '\u{FB01}' => plain.push_str("fi"),
                '\u{FB02}' => plain.push_str("fl"),
                '\u{FB03}' => plain.push_str("ffi"),
                '\u{FB04}' => plain.push_str("ffl"),
                '\u{FB05}' | '\u{FB06}' => plain.push_str("st"),
                _ => plain.push(c),
            }
        }
        if unicode_normalization::is_nfc(&plain) {
            Text(plain)
        } else {
            Text(plain.nfc().collect())
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a character stays as it is wherever it stands: most do.
fn is_plain(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{2013}'..='\u{2027}')
}
