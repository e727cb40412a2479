//! A text in, the same in lower case out, without a copy where it is in lower case already.
//!
//! Rules of minutes ask it of every line and of many words; most of what they ask about has nothing to
//! change. Deliberately absent: other folding (`fold`).

use std::borrow::Cow;

/// What [`str::to_lowercase`] gives, quicker for Danish.
///
/// ```
/// use danish::lowercase;
/// assert_eq!(lowercase("Økonomiudvalget"), "økonomiudvalget");
/// assert!(matches!(lowercase("på mødet"), std::borrow::Cow::Borrowed(_)));
/// ```
pub fn lowercase(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if !(bytes.is_ascii() || is_plain(bytes)) {
        return Cow::Owned(text.to_lowercase());
    }
    // No stop at the first one: that lets the machine look at many letters at once.
    if bytes.iter().fold(false, |any, b| any | b.is_ascii_uppercase()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    Cow::Borrowed(text)
}

/// Whether whatever stands in a text besides ASCII is a small letter of western Europe, or one of the
/// common signs: nothing of it has a lower case.
fn is_plain(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            0..=0x7F => 1,
            // U+0080..U+00BF, and U+00DF..U+00FF with the sign of multiplication.
            0xC2 => 2,
            0xC3 if matches!(bytes.get(at + 1), Some(0x97 | 0x9F..=0xBF)) => 2,
            // U+2000..U+207F: dashes, quotes, bullets.
            0xE2 if matches!(bytes.get(at + 1), Some(0x80 | 0x81)) => 3,
            _ => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_as_the_standard_library_gives() {
        for text in
            ["", "på", "På MØDET", "ÆØÅ", "– »Hej« • ½ × Ÿ", "ΣΑΣ", "K İ ẞ", "é\u{301}", "Ð ð"]
        {
            assert_eq!(lowercase(text), text.to_lowercase(), "{text:?}");
        }
        for code in 0..0x3000 {
            let Some(c) = char::from_u32(code) else { continue };
            let text = format!("a{c}b");
            assert_eq!(lowercase(&text), text.to_lowercase(), "U+{code:04X}");
        }
    }
}
