//! A sentence as the finders of references see it: its words by place, and its dates.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use danish::FoundDate;

use super::{About, Reference, ReferenceKind};
use crate::speech::token::Token;

/// A sentence with what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'s> {
    pub tokens: &'s [Token<'s>],
    /// The text of each token in lower case.
    pub lower: &'s [Cow<'s, str>],
    /// Its dates, in order.
    pub dates: &'s [FoundDate],
    /// The meeting that it stands in.
    pub about: &'s About<'s>,
}

impl<'s> Sentence<'s> {
    /// The word at a place; empty for a mark, and outside.
    pub fn word(&self, at: usize) -> &'s str {
        self.tokens.get(at).filter(|token| token.word).map_or("", |token| token.text)
    }

    /// The word at a place in lower case; empty for a mark, and outside.
    pub fn lower(&self, at: usize) -> &'s str {
        let word = self.tokens.get(at).is_some_and(|token| token.word);
        self.lower.get(at).filter(|_| word).map_or("", |lower| lower.as_ref())
    }

    /// The word before a place.
    pub fn before(&self, at: usize) -> &'s str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether a mark stands at a place.
    pub fn is(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// The place after a full stop, if one stands here: that of `nr.`, `pkt.`.
    pub fn after_stop(&self, at: usize) -> usize {
        if self.is(at, ".") { at + 1 } else { at }
    }

    /// The place after `nr.` or `nummer`, if it stands here.
    pub fn after_nr(&self, at: usize) -> usize {
        if ["nr", "nummer", "no"].iter().any(|nr| self.word(at).eq_ignore_ascii_case(nr)) {
            self.after_stop(at + 1)
        } else {
            at
        }
    }

    /// The date whose first word stands at a place, and the first place after it.
    pub fn date_at(&self, at: usize) -> Option<(&'s FoundDate, usize)> {
        let start = self.tokens.get(at)?.start;
        let date = self.dates.iter().find(|date| date.range.start == start)?;
        let rest = self.tokens.get(at..).unwrap_or_default();
        let n_tokens = rest.iter().take_while(|token| token.start < date.range.end).count();
        Some((date, at + n_tokens))
    }

    /// A reference from one place to before another.
    pub fn reference(
        &self,
        kind: ReferenceKind,
        from: usize,
        to: usize,
        target: Option<String>,
    ) -> Reference {
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        let end =
            to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, Token::end);
        Reference { kind, range: start..end.max(start), target }
    }
}

/// Whether a word ends so; capitals of English letters are the same.
pub(super) fn ends(word: &str, end: &str) -> bool {
    let last = |text: &str| text.bytes().next_back();
    if !last(word).zip(last(end)).is_some_and(|(own, last)| own.eq_ignore_ascii_case(&last)) {
        return false;
    }
    let from = word.len().checked_sub(end.len());
    from.and_then(|from| word.get(from..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// Whether a word is one of these; capitals of English letters are the same.
pub(super) fn one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.len() == word.len() && word.eq_ignore_ascii_case(one))
}

/// Signs of references, and beginnings and endings of their words.
const SIGNS: [&str; 19] = [
    "lov",
    "møde",
    "Møde",
    "forsamling",
    "bekendtgørelse",
    "direktiv",
    "forordning",
    "aftale",
    "år",
    "ØA",
    "punkt",
    "jul",
    "sommer",
    "vinter",
    "www.",
    "GDPR",
    "§",
    "ilag ",
    "://",
];

/// The signs and the months, all looked for at once.
static SEARCH: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(SIGNS.iter().chain(&danish::MONTHS)).ok());

/// Whether a sentence has anything that a reference can be made of: most have not, and cost one look.
pub(super) fn may_refer(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        || SEARCH.as_ref().is_none_or(|search| search.is_match(text))
}
