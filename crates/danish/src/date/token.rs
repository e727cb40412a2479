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
    let mut found: Vec<Tok> = Vec::with_capacity(text.len() / 3);
    let mut letters = text.char_indices();
    let mut rest = text;
    while let Some((start, c)) = letters.next() {
        let kind = kind_of(c);
        if !matches!(kind, Kind::Mark(_)) {
            let mut ahead = letters.clone();
            while ahead.next().is_some_and(|(_, c)| kind_of(c) == kind) {
                letters = ahead.clone();
            }
        }
        let after = letters.as_str();
        let own = rest.get(..rest.len() - after.len()).unwrap_or_default();
        found.push(Tok { kind, text: own, start });
        rest = after;
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
