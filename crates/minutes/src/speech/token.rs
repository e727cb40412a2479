//! A sentence in, its words and marks out. Deliberately absent: meaning.

/// A word or a mark of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// As printed.
    pub text: &'t str,
    /// Byte offset in the sentence.
    pub start: usize,
    /// A word; otherwise a mark (comma, bracket, colon …).
    pub word: bool,
    /// A word that begins with a capital.
    pub capital: bool,
}

impl Token<'_> {
    /// Byte offset of the end in the sentence.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is this mark.
    pub fn is(&self, mark: &str) -> bool {
        !self.word && self.text == mark
    }
}

/// Splits a sentence into tokens. Hyphens, apostrophes and full stops inside a word belong to it:
/// `Lund-Mortensen`, `SUM's`, `f.eks`, `10.30`.
pub(crate) fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(sentence.len() / 5);
    let mut chars = sentence.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let word = c.is_alphanumeric();
        if word {
            // Letters and digits of ASCII need no table.
            while chars.next_if(|(_, next)| next.is_ascii_alphanumeric()).is_some() {
                end += 1;
            }
            while let Some(&(at, next)) = chars.peek() {
                let inside = next.is_alphanumeric()
                    || (matches!(next, '-' | '\'' | '’' | '.' | '/' | '‐')
                        && sentence[at + next.len_utf8()..].starts_with(char::is_alphanumeric))
                    || is_combining(next)
                    || (next == '.' && hyphen_follows(&sentence[at..]));
                if !inside {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        found.push(Token { text: &sentence[start..end], start, word, capital: c.is_uppercase() });
    }
    found
}

/// `.-s` as in `ph.d.-skoleleder`: an abbreviation that is part of a longer word.
fn hyphen_follows(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    chars.next() == Some('-') && chars.next().is_some_and(char::is_alphanumeric)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn words_and_marks() {
        let table: &[(&str, &[&str])] = &[
            (
                "Ulla Lund-Holm (B) sagde, at",
                &["Ulla", "Lund-Holm", "(", "B", ")", "sagde", ",", "at"],
            ),
            (
                "SUM’s holdning er f.eks. 4,5.",
                &["SUM’s", "holdning", "er", "f.eks", ".", "4", ",", "5", "."],
            ),
            ("", &[]),
        ];
        for (text, want) in table {
            let got: Vec<&str> = tokens(text).iter().map(|t| t.text).collect();
            assert_eq!(&got, want);
        }
    }
}
