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
    if !is_plain(text.as_bytes()) {
        return Cow::Owned(text.to_lowercase());
    }
    if text.bytes().any(|b| b.is_ascii_uppercase()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    Cow::Borrowed(text)
}

/// Whether whatever stands in a text besides ASCII is a small letter of western Europe, or one of the
/// common signs: nothing of it has a lower case.
fn is_plain(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| !b.is_ascii()) {
        let signs = match rest.get(at..) {
            // U+0080..U+00BF, and U+00DF..U+00FF with the sign of multiplication.
            Some([0xC2, _, after @ ..]) => after,
            Some([0xC3, 0x97 | 0x9F..=0xBF, after @ ..]) => after,
            // U+2000..U+207F: dashes, quotes, bullets.
            Some([0xE2, 0x80 | 0x81, _, after @ ..]) => after,
            _ => return false,
        };
        rest = signs;
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
