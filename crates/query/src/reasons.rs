//! Why a statement was found: which word of the question matches which word of the text, and how.
//!
//! In: the stored statement and the words of the question with their keys. Out: [`Match`]es, sorted.
//! Written here because tantivy's own snippets panic when several tokens share a position, and know
//! no parts of words. Deliberately absent: escaping, colours and words for people (`print`).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use danish::{Analyzer, Strength, Text, Token};
use schema::StatementEntry;

use crate::people;

/// A word of a question with the keys that it is looked for by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    /// As typed.
    pub typed: String,
    /// Keys, each with how strongly it stands for what was typed.
    pub keys: BTreeMap<String, Strength>,
    /// What counts as a match.
    pub looked: Looked,
}

/// What counts as a match of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Looked {
    /// Any of its keys.
    #[default]
    Anyhow,
    /// The word as written, as in phrases.
    Exactly,
    /// What begins so.
    Begins,
    /// What is spelt nearly so.
    Like(u8),
}

/// A word of the question in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The word of the question, as typed.
    pub asked: String,
    /// How it was found.
    pub way: Way,
    /// The text that it stands in.
    pub place: Place,
    /// Byte range of what matches in that text: the whole word, or the part of a compound.
    pub range: Range<usize>,
    /// Byte range of the whole word.
    pub word: Range<usize>,
}

/// How a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// As written.
    Exact,
    /// In another form.
    Lemma,
    /// As part of a compound.
    Part,
    /// By a synonym.
    Synonym,
    /// By its beginning: `havn*`.
    Begins,
    /// By a spelling near to it: `havn~`.
    Like,
}

impl From<Strength> for Way {
    fn from(strength: Strength) -> Way {
        match strength {
            Strength::Exact => Way::Exact,
            Strength::Lemma => Way::Lemma,
            Strength::Part => Way::Part,
            Strength::Synonym => Way::Synonym,
        }
    }
}

/// The text that a match stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The statement itself.
    Text,
    /// The title of its item.
    ItemTitle,
    /// The title of its meeting.
    MeetingTitle,
}

impl Place {
    /// The text of a statement that it is.
    fn text_of(self, statement: &StatementEntry) -> &str {
        match self {
            Place::Text => &statement.text,
            Place::ItemTitle => statement.item.as_ref().map_or("", |item| item.title.as_str()),
            Place::MeetingTitle => &statement.meeting.title,
        }
    }
}

impl Match {
    /// The text that it stands in.
    pub fn text_of<'a>(&self, statement: &'a StatementEntry) -> &'a str {
        self.place.text_of(statement)
    }
}

/// Why a statement was found: its own words first, then the titles; in the order of the text.
///
/// The text of an index is NFC already, so the ranges hold for it as it was stored.
pub(crate) fn matches(
    titles: &Titles,
    analyzer: &Analyzer,
    statement: &StatementEntry,
    asked: &[Asked],
) -> Vec<Match> {
    let found = |place: Place, asked: &[&Asked]| {
        let text = place.text_of(statement);
        match place {
            _ if asked.is_empty() => Vec::new(),
            Place::Text => in_text(&analyzer.text(&Text::new(text)), text, place, asked),
            _ => in_text(&titles.tokens(analyzer, text), text, place, asked),
        }
    };
    // Titles are looked through for words in any form alone.
    let loosely: Vec<&Asked> = asked.iter().filter(|a| a.looked == Looked::Anyhow).collect();
    let mut matches = found(Place::Text, &asked.iter().collect::<Vec<_>>());
    matches.extend(found(Place::ItemTitle, &loosely));
    // The parts of a compound that names a body say nothing of the matter.
    let meeting = found(Place::MeetingTitle, &loosely);
    matches.extend(meeting.into_iter().filter(|found| found.way != Way::Part));
    matches
}

/// Titles that were analyzed for one answer: many statements have the same.
#[derive(Debug, Default)]
pub(crate) struct Titles(RefCell<BTreeMap<String, Rc<[Token]>>>);

impl Titles {
    fn tokens(&self, analyzer: &Analyzer, title: &str) -> Rc<[Token]> {
        if let Some(tokens) = self.0.borrow().get(title) {
            return Rc::clone(tokens);
        }
        let tokens: Rc<[Token]> = analyzer.text(&Text::new(title)).into();
        self.0.borrow_mut().insert(title.to_owned(), Rc::clone(&tokens));
        tokens
    }
}

fn in_text(tokens: &[Token], text: &str, place: Place, asked: &[&Asked]) -> Vec<Match> {
    let mut matches = Vec::new();
    for word in tokens.chunk_by(|a, b| a.position == b.position) {
        // The exact token comes first and stands for the whole word.
        let whole = word.first().map_or(0..0, |token| token.range.clone());
        for one in asked {
            let best = word
                .iter()
                .filter_map(|token| Some((way(one, token)?, token.range.clone())))
                .min_by_key(|(way, range)| (*way, range.start));
            let Some((way, range)) = best else { continue };
            // A printer cuts the text at these places: none may lie inside a letter.
            if range.start < range.end && text.get(range.clone()).is_some() {
                let asked = one.typed.clone();
                let word =
                    if text.get(whole.clone()).is_some() { whole.clone() } else { range.clone() };
                matches.push(Match { asked, way, place, range, word });
            }
        }
    }
    matches
}

/// How a token of a text matches a word of the question, if it does.
fn way(asked: &Asked, token: &Token) -> Option<Way> {
    let typed = || asked.keys.iter().find(|(_, s)| **s == Strength::Exact).map(|(key, _)| key);
    match asked.looked {
        // A match is as strong as the weaker of what was asked and what stands there.
        Looked::Anyhow => Some(token.strength.max(*asked.keys.get(&token.text)?).into()),
        Looked::Exactly => {
            let exact = token.strength.max(*asked.keys.get(&token.text)?) == Strength::Exact;
            exact.then_some(Way::Exact)
        }
        Looked::Begins => {
            let begins = token.strength == Strength::Exact && token.text.starts_with(typed()?);
            begins.then_some(Way::Begins)
        }
        Looked::Like(edits) => {
            let near = |key: &String| people::distance(key, &token.text) <= usize::from(edits);
            let like = token.strength <= Strength::Lemma && asked.keys.keys().any(near);
            like.then_some(Way::Like)
        }
    }
}

/// The ranges of the statement's own text that match, sorted, those that overlap joined.
pub(crate) fn highlights(matches: &[Match]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> =
        matches.iter().filter(|m| m.place == Place::Text).map(|m| m.range.clone()).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::asked;

    fn analyzer() -> Analyzer {
        let synonyms = "ØA = økonomiaftale\n".to_owned();
        Analyzer::new(danish::Lists { synonyms, ..danish::Lists::default() })
    }

    #[test]
    fn overlapping_ranges_become_one() {
        let of = |range: Range<usize>| Match {
            asked: String::new(),
            way: Way::Exact,
            place: Place::Text,
            word: range.clone(),
            range,
        };
        let merged = |ranges: &[Range<usize>]| {
            highlights(&ranges.iter().cloned().map(of).collect::<Vec<_>>())
        };
        assert_eq!(merged(&[4..8, 0..2, 6..10, 0..3]), vec![0..3, 4..10]);
        assert_eq!(merged(&[0..2, 2..4]), vec![0..2, 2..4]);
    }

    #[test]
    fn each_match_tells_how_it_was_found() {
        let analyzer = analyzer();
        for (question, text, expected) in [
            ("havnen", "Æblet og Havnen, sagde hun.", &[("Havnen", "Havnen", Way::Exact)][..]),
            ("havnen", "De store havne.", &[("havne", "havne", Way::Lemma)]),
            ("journal", "Sundhedsjournalen kom.", &[("journalen", "Sundhedsjournalen", Way::Part)]),
            ("ØA", "Årets økonomiaftale.", &[("økonomiaftale", "økonomiaftale", Way::Synonym)]),
            ("mole", "Æblet og havnen.", &[]),
        ] {
            let asked = asked(&analyzer, question);
            let tokens = analyzer.text(&Text::new(text));
            let found = in_text(&tokens, text, Place::Text, &asked.iter().collect::<Vec<_>>());
            let found: Vec<_> = found
                .iter()
                .map(|m| (&text[m.range.clone()], &text[m.word.clone()], m.way))
                .collect();
            assert_eq!(found, expected, "{question}: {text}");
        }
    }

    #[test]
    fn a_phrase_counts_only_as_written() {
        let analyzer = analyzer();
        let mut asked = asked(&analyzer, "havnen");
        for one in &mut asked {
            one.looked = Looked::Exactly;
        }
        let asked: Vec<&Asked> = asked.iter().collect();
        let text = "Havne og havnen.";
        let tokens = analyzer.text(&Text::new(text));
        assert_eq!(in_text(&tokens, text, Place::Text, &asked).len(), 1);
    }
}
