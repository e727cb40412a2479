//! The smallest pieces that dates are read from.
//!
//! In: running text. Out: runs of digits, letters and spaces, and single signs, with their place. Deliberately absent:
//! what a date is (`date`).

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Word,
    Mark(char),
    Space,
}

/// A run of digits, letters or spaces, or a single sign.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tok<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub start: usize,
}

impl Tok<'_> {
    /// The byte after it.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// All of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Tok<'_>> {
    let kind_of = |c: char| match c {
        c if c.is_ascii_digit() => Kind::Number,
        c if c.is_alphabetic() => Kind::Word,
        c if c.is_whitespace() => Kind::Space,
        c => Kind::Mark(c),
    };
    let mut found: Vec<Tok> = Vec::new();
    for (start, c) in text.char_indices() {
        let kind = kind_of(c);
        let end = start + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.kind == kind && !matches!(kind, Kind::Mark(_)) => {
                last.text = text.get(last.start..end).unwrap_or(last.text);
            }
            _ => found.push(Tok { kind, text: text.get(start..end).unwrap_or_default(), start }),
        }
    }
    found
}

/// A number of four digits at the most.
pub(crate) fn number_of(token: &Tok) -> Option<i64> {
    (token.kind == Kind::Number && token.text.len() <= 4).then(|| token.text.parse().ok()).flatten()
}

/// A year written in full.
pub(crate) fn year_of(token: &Tok) -> Option<i16> {
    let year = i16::try_from(number_of(token)?).ok()?;
    (token.text.len() == 4 && (1600..=2199).contains(&year)).then_some(year)
}
