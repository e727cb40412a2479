//! The pipeline as one visible list, for a text and for a question.
//!
//! | step | text | question |
//! |---|---|---|
//! | cut into words ([`crate::words`]) | yes | yes |
//! | fold, base forms ([`crate::shape`]) | yes | yes |
//! | parts of compounds | yes | no: `adgangsstyring` must not find `projektstyring` |
//! | words written apart, `patient journal` ([`crate::neighbours`]) | joined too | no |
//! | ellipsis, `social- og ældreområdet` | completed too | no |
//! | synonyms of one word | no | yes |
//! | synonyms of several words | yes | no |
//!
//! No step drops stop words: the index keeps every word. A question may ask which of its words are some
//! ([`Analyzer::is_stop_word`]); what it does without, crate `query` decides.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::Text;
use crate::cache::{Cache, Memory};
use crate::compound::Extra;
use crate::explain::{Explanation, explain};
use crate::fold::fold;
use crate::lists::Synonyms;
use crate::neighbours;
use crate::packed::Packed;
use crate::shape::{Kind, Shape, shape};
use crate::words::{Sort, Word, words};

/// How strongly a token stands for what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// The word exactly as written, case and spelling variants folded.
    Exact,
    /// The base form of the word.
    Lemma,
    /// A part of a compound (its base form).
    Part,
    /// A synonym from `index-config/synonyms.txt`.
    Synonym,
}

/// One search key at a position of a text. Several may share a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The search key, folded; no prefix of any kind.
    pub text: String,
    /// Position of the word in the text, counted from 0.
    pub position: usize,
    /// Byte range in the text of what this key stands for: the whole word, or just the part.
    pub range: Range<usize>,
    /// How strongly it stands for what was written.
    pub strength: Strength,
}

/// A [`Token`] that borrows its key from the analyzer's memory; see [`Analyzer::each_token`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRef<'a> {
    /// As [`Token::text`].
    pub text: &'a str,
    /// As [`Token::position`].
    pub position: usize,
    /// As [`Token::range`].
    pub range: Range<usize>,
    /// As [`Token::strength`].
    pub strength: Strength,
}

impl TokenRef<'_> {
    /// The token with a key of its own.
    pub fn to_token(&self) -> Token {
        let TokenRef { text, position, range, strength } = self.clone();
        Token { text: text.to_owned(), position, range, strength }
    }
}

/// The lists that the analyzer takes from `index-config/` (contents of the files, not paths).
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// `abbreviations.txt`.
    pub abbreviations: String,
    /// `synonyms.txt`.
    pub synonyms: String,
    /// `stop-words.txt`.
    pub stop_words: String,
}

/// The Danish analyzer. Cheap to share, ready at once.
#[derive(Debug)]
pub struct Analyzer {
    synonyms: Synonyms,
    stop_words: BTreeSet<String>,
    extra: Extra,
    cache: Cache,
}

/// A word of a text with everything known about it.
pub(crate) struct Seen {
    pub(crate) word: Word,
    pub(crate) shape: Arc<Shape>,
}

impl Analyzer {
    /// An analyzer with the given lists.
    pub fn new(lists: Lists) -> Analyzer {
        Analyzer::with_words(lists, [])
    }

    /// An analyzer that also knows the words of an archive, with how often each occurs: they may be parts of compounds.
    ///
    /// ```
    /// use danish::{Analyzer, Lists, Text};
    /// let analyzer = Analyzer::with_words(Lists::default(), [("KvalDok", 25)]);
    /// let tokens = analyzer.text(&Text::new("Kvaldoksystemet"));
    /// assert!(tokens.iter().any(|t| t.text == "kvaldok"));
    /// ```
    pub fn with_words<'a>(
        lists: Lists,
        words: impl IntoIterator<Item = (&'a str, u32)>,
    ) -> Analyzer {
        let mut extra = Extra::new();
        for (word, count) in words {
            let key = fold(word);
            let letters = key.bytes().all(|b| b.is_ascii_lowercase());
            if letters && key.len() > 3 && crate::lexicon::entry(&key).is_none() {
                *extra.entry(key).or_default() += count;
            }
        }
        let base = |entry: &str| {
            let text = Text::new(entry.trim());
            crate::words::words(text.as_str())
                .filter_map(|w| {
                    text.as_str().get(w.range.clone()).map(|s| shape(s, w.sort, &extra))
                })
                .map(|s| match s.kind {
                    Kind::Acronym if s.word.known => s.key().to_uppercase(),
                    Kind::Acronym => s.key().to_owned(),
                    _ => s.bases.first().cloned().unwrap_or_default(),
                })
                .collect()
        };
        let synonyms = Synonyms::new(&[&lists.synonyms, &lists.abbreviations], base);
        let stop_words = lists
            .stop_words
            .lines()
            .filter_map(|line| line.split('#').next())
            .flat_map(str::split_whitespace)
            .map(fold)
            .collect();
        Analyzer { synonyms, stop_words, extra, cache: Cache::default() }
    }

    /// Whether a token of a question is a stop word: one that a question with other words may do without.
    ///
    /// ```
    /// use danish::{Analyzer, Lists, Text};
    /// let lists = Lists { stop_words: "hvad er".to_owned(), ..Lists::default() };
    /// let analyzer = Analyzer::new(lists);
    /// let question = analyzer.question(&Text::new("Hvad koster skolen"));
    /// assert!(analyzer.is_stop_word(&question[0]));
    /// assert!(!question.iter().skip(1).any(|token| token.position > 0 && analyzer.is_stop_word(token)));
    /// ```
    pub fn is_stop_word(&self, token: &Token) -> bool {
        token.strength == Strength::Exact && self.stop_words.contains(&token.text)
    }

    /// The tokens of a text that is to be found. Ordered by position, the exact word first.
    ///
    /// ```
    /// use danish::{Analyzer, Lists, Text};
    /// let analyzer = Analyzer::new(Lists::default());
    /// let tokens = analyzer.text(&Text::new("Sundhedsjournalen"));
    /// let keys: Vec<&str> = tokens.iter().map(|t| t.text.as_str()).collect();
    /// assert_eq!(keys, ["sundhedsjournalen", "sundhedsjournal", "sundhed", "journal"]);
    /// ```
    pub fn text(&self, text: &Text) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.as_str().len() / 2);
        self.each_token(text, |token| tokens.push(token.to_token()));
        tokens
    }

    /// Shows each token of a text that is to be found to `show`, in the order of [`Analyzer::text`], without an
    /// allocation for words that were seen before.
    ///
    /// ```
    /// use danish::{Analyzer, Lists, Text};
    /// let analyzer = Analyzer::new(Lists::default());
    /// let mut n_parts = 0;
    /// analyzer.each_token(&Text::new("Sundhedsjournalen"), |token| {
    ///     n_parts += usize::from(token.strength == danish::Strength::Part);
    /// });
    /// assert_eq!(n_parts, 2);
    /// ```
    pub fn each_token(&self, text: &Text, mut show: impl FnMut(TokenRef<'_>)) {
        let seen = self.see(text);
        for (position, Seen { word, shape }) in seen.iter().enumerate() {
            let mut show = |text: &str, range: Range<usize>, strength| {
                show(TokenRef { text, position, range, strength });
            };
            shape.packed.whole(word.range.start, &mut show);
            if neighbours::has_any(&seen, position) {
                let beside = neighbours::beside(text.as_str(), &seen, position);
                for (i, (key, range)) in beside.iter().enumerate() {
                    let before = beside.iter().take(i).map(|(k, _)| k);
                    if !shape.bases.iter().chain(before).any(|k| k == key) {
                        show(key, range.clone(), Strength::Lemma);
                    }
                }
            }
            shape.packed.parts(word.range.start, &mut show);
            if !shape.sequences.is_empty() {
                let synonyms = neighbours::sequences(&self.synonyms, &seen, position);
                for (i, (key, range)) in synonyms.iter().enumerate() {
                    if !synonyms.iter().take(i).any(|(k, _)| k == key) {
                        show(key, range.clone(), Strength::Synonym);
                    }
                }
            }
        }
    }

    /// The tokens of a question. Every position must match; tokens at one position are alternatives.
    ///
    /// A compound is one position under its own base form, never its parts. A word in capitals that reads as an
    /// acronym (`SUM`) has no base form: it is looked for as written.
    pub fn question(&self, text: &Text) -> Vec<Token> {
        let seen = self.see(text);
        let mut tokens = Vec::with_capacity(seen.len() * 2);
        for (position, Seen { word, shape }) in seen.iter().enumerate() {
            let first = tokens.len();
            let mut add = |text: &str, strength| {
                let range = word.range.clone();
                push(
                    &mut tokens,
                    first,
                    Token { text: text.to_owned(), position, range, strength },
                );
            };
            for key in &shape.exact {
                add(key, Strength::Exact);
            }
            let bases = neighbours::asked(shape);
            for base in bases {
                add(base, Strength::Lemma);
            }
            for key in shape.names_in_lists() {
                for synonym in self.synonyms.of(&key) {
                    add(synonym, Strength::Synonym);
                }
            }
        }
        tokens
    }

    /// What a person wants to know about each word of a text: its readings, its parts, and what was folded and why.
    ///
    /// ```
    /// use danish::{Analyzer, Lists, Text};
    /// let analyzer = Analyzer::new(Lists::default());
    /// let words = analyzer.explain(&Text::new("Sundhedsjournalen"));
    /// assert_eq!(words[0].parts[0].text, "Sundhed");
    /// assert_eq!(words[0].parts[0].link, "s");
    /// ```
    pub fn explain(&self, text: &Text) -> Vec<Explanation> {
        let seen = self.see(text);
        (0..seen.len()).filter_map(|at| explain(text.as_str(), &seen, at)).collect()
    }

    fn see(&self, text: &Text) -> Vec<Seen> {
        let mut seen = Vec::with_capacity(text.as_str().len() / 6 + 1);
        self.cache.lend(|memory: &mut Memory| {
            for word in words(text.as_str()) {
                let written = text.as_str().get(word.range.clone()).unwrap_or_default();
                let analyse = || self.analyse(written, word.sort);
                let shape = match word.sort {
                    Sort::Word => memory.get(written, analyse),
                    _ => Arc::new(analyse()),
                };
                seen.push(Seen { word, shape });
            }
        });
        seen
    }

    fn analyse(&self, written: &str, sort: Sort) -> Shape {
        let mut shape = shape(written, sort, &self.extra);
        let names = shape.exact.iter().chain(&shape.bases);
        let mut sequences: Vec<usize> =
            names.flat_map(|name| self.synonyms.beginning(name)).copied().collect();
        sequences.sort_unstable();
        sequences.dedup();
        shape.sequences = sequences;
        shape.joints = neighbours::joints(written, &shape);
        shape.packed = Packed::new(written, &shape);
        shape
    }
}

/// Adds a token unless its position has it at that strength already.
fn push(tokens: &mut Vec<Token>, first: usize, token: Token) {
    let here = tokens.get(first..).unwrap_or_default();
    if !token.text.is_empty()
        && !here.iter().any(|t| t.text == token.text && t.strength == token.strength)
    {
        tokens.push(token);
    }
}
