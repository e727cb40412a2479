//! What XML 1.0 can say, for every printer that writes it.
//!
//! In: text and keys of ours. Out: the same, as XML allows it. Deliberately absent: escaping, which
//! quick-xml and the templates do.

use std::borrow::Cow;

/// Text without what XML 1.0 cannot say at all, even escaped.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let unsayable = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    match text.contains(unsayable) {
        true => Cow::Owned(text.replace(unsayable, " ")),
        false => Cow::Borrowed(text),
    }
}

/// A key as a name that `xml:id` takes: it begins with a letter and has no other signs than `-`, `.`, `_`.
///
/// ```text
/// mie-falk → mie-falk     2-formand → n2-formand
/// ```
pub(super) fn name(key: &str) -> String {
    let sign = |c: char| c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '-' | '.');
    let name: String = key.chars().map(|c| if sign(c) { c } else { '_' }).collect();
    match name.starts_with(char::is_alphabetic) {
        true => name,
        false => format!("n{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_names() {
        for (key, expected) in [
            ("mie-falk", "mie-falk"),
            ("vandraad-2021-03-04-s12", "vandraad-2021-03-04-s12"),
            ("2.3", "n2.3"),
            ("a/b c½", "a_b_c_"),
            ("", "n"),
        ] {
            assert_eq!(name(key), expected, "{key}");
        }
        assert_eq!(plain("a\u{1}b\u{ffff}"), "a b ");
    }
}
