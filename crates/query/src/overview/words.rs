//! What a person or a body speaks of: the words that they use more than the others do.
//!
//! In: a question that names a person or a body. Out: [`Distinctive`]. The measure is the log-likelihood
//! ratio of Dunning (1993, *Accurate methods for the statistics of surprise and coincidence*) in the form
//! of Rayson and Garside (2000): with `a` and `b` uses among `c` and `d` words,
//! `G² = 2 (a ln(a/E₁) + b ln(b/E₂))`, `E₁ = c (a+b)/(c+d)`, `E₂ = d (a+b)/(c+d)`.
//!
//! Base forms are counted, in every reading of a word; a word is listed under its likeliest. Left out are
//! function words, stop words, numbers, and names of people of the archive. A person is held against what
//! other people are reported to have said, so that *bemærkede* distinguishes nobody; a body against the
//! minutes of other bodies. Deliberately absent: words that are used less than elsewhere.

use std::collections::{BTreeSet, HashMap};

use danish::{Strength, Text, Token, spelled};
use schema::StatementEntry;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::postings::Postings;
use tantivy::query::{BooleanQuery, ExistsQuery, Occur, Query};
use tantivy::schema::IndexRecordOption;
use tantivy::{
    DocAddress, DocId, DocSet, Score, SegmentOrdinal, SegmentReader, TERMINATED, TantivyError, Term,
};

use super::groups::body_name;
use super::{Distinctive, WordCount};
use crate::counts::{By, Tally, tallies};
use crate::look::Look;
use crate::plan;
use crate::question::Field;
use crate::{QueryError, Question};

/// The least G² of a word that is listed: by chance, one word in a hundred comes as far (the 1 % point of
/// chi-squared with one degree of freedom).
const LEAST_G2: f64 = 6.63;
/// Statements that are read to see how a word is written and meant.
const READ_FOR_A_WORD: usize = 8;

/// The `limit` most distinctive words that are used at least `min` times.
pub(crate) fn distinctive(
    look: &Look<'_>,
    question: &Question,
    min: u64,
    limit: usize,
) -> Result<Distinctive, QueryError> {
    let is_person = question.speaker.is_some();
    let plan = look.plan(question)?;
    let ours = marked(look, &*plan.query)?;
    let others = others(look, question, &*plan.query, is_person)?;
    let sum = |query: &dyn Query| -> Result<(Tally, Vec<String>), QueryError> {
        let by_body = tallies(look.searcher(), query, &[By::Body])?.into_iter().next();
        let by_body = by_body.unwrap_or_default();
        Ok((Tally::sum(by_body.values()), by_body.into_keys().flatten().collect()))
    };
    let (our, bodies) = sum(&*plan.query)?;
    let (other, _) = sum(&*others)?;
    let others = marked(look, &*others)?;

    let mut words: Vec<WordCount> = Vec::new();
    for (word, (n, n_others)) in counted(look, &ours, &others)? {
        if n < min || !word.chars().any(char::is_alphabetic) || is_stop_word(look, &word) {
            continue;
        }
        let g2 = log_likelihood(n, our.n_words, n_others, other.n_words);
        if g2.is_some_and(|g2| g2 >= LEAST_G2) {
            words.push(WordCount { word, n, n_others, g2: g2.unwrap_or_default() });
        }
    }
    words.sort_by(|a, b| b.g2.total_cmp(&a.g2).then_with(|| a.word.cmp(&b.word)));
    let names = names_of_people(look)?;
    let mut listed = Vec::new();
    for word in words {
        if listed.len() == limit {
            break;
        }
        if let Some(written) = as_written(look, &ours, &word.word, &names)? {
            let g2 = (word.g2 * 10.0).round() / 10.0;
            listed.push(WordCount { word: written, g2, ..word });
        }
    }
    let of = match plan.speaker {
        Some(name) => name,
        None if is_person => question.speaker.clone().unwrap_or_default(),
        None => {
            let names: Result<Vec<_>, _> = bodies.iter().map(|b| body_name(look, b)).collect();
            names?.join(", ")
        }
    };
    Ok(Distinctive {
        version: look.seen.version.clone(),
        of,
        is_person,
        n_statements: our.n,
        n_words: our.n_words,
        n_other_words: other.n_words,
        min,
        words: listed,
        notes: plan.notes,
    })
}

/// The statements that a person or body is held against, in the same period: for a person what others
/// say, in the same body where one is given.
fn others(
    look: &Look<'_>,
    question: &Question,
    ours: &dyn Query,
    is_person: bool,
) -> Result<Box<dyn Query>, QueryError> {
    let body = question.body.clone().filter(|_| is_person);
    let rest = Question { body, from: question.from, to: question.to, ..Question::default() };
    let mut clauses =
        vec![(Occur::Must, look.plan(&rest)?.query), (Occur::MustNot, ours.box_clone())];
    if is_person {
        clauses.push(plan::filter(Box::new(ExistsQuery::new("speaker".to_owned(), false))));
    }
    Ok(Box::new(BooleanQuery::new(clauses)))
}

/// G² of a word, when it is used more often than by the others.
fn log_likelihood(n: u64, n_words: u64, n_others: u64, n_other_words: u64) -> Option<f64> {
    let [a, b, c, d] = [n, n_others, n_words, n_other_words].map(|n| n as f64);
    if c == 0.0 || d == 0.0 || a / c <= b / d {
        return None;
    }
    let part = |n: f64, of: f64| {
        let expected = of * (a + b) / (c + d);
        if n == 0.0 { 0.0 } else { n * (n / expected).ln() }
    };
    Some(2.0 * (part(a, c) + part(b, d)))
}

/// Documents by segment, a bit for each.
type Marked = Vec<Vec<u64>>;

fn is_marked(bits: &[u64], doc: DocId) -> bool {
    bits.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
}

fn marked(look: &Look<'_>, query: &dyn Query) -> Result<Marked, QueryError> {
    let mut found = look.searcher().search(query, &Marking)?;
    found.sort_unstable_by_key(|(segment, _)| *segment);
    Ok(found.into_iter().map(|(_, bits)| bits).collect())
}

struct Marking;

struct MarkedSegment(SegmentOrdinal, Vec<u64>);

impl Collector for Marking {
    type Fruit = Vec<(SegmentOrdinal, Vec<u64>)>;
    type Child = MarkedSegment;

    fn for_segment(
        &self,
        ord: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<MarkedSegment> {
        Ok(MarkedSegment(ord, vec![0; segment.max_doc() as usize / 64 + 1]))
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(
        &self,
        segments: Vec<(SegmentOrdinal, Vec<u64>)>,
    ) -> tantivy::Result<Vec<(SegmentOrdinal, Vec<u64>)>> {
        Ok(segments)
    }
}

impl SegmentCollector for MarkedSegment {
    type Fruit = (SegmentOrdinal, Vec<u64>);

    fn collect(&mut self, doc: DocId, _: Score) {
        if let Some(word) = self.1.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    fn harvest(self) -> (SegmentOrdinal, Vec<u64>) {
        (self.0, self.1)
    }
}

/// How often each base form occurs in some statements and in some others.
fn counted(
    look: &Look<'_>,
    ours: &Marked,
    others: &Marked,
) -> Result<HashMap<String, (u64, u64)>, QueryError> {
    let mut all: HashMap<String, (u64, u64)> = HashMap::new();
    for (nth, segment) in look.searcher().segment_readers().iter().enumerate() {
        let (Some(ours), Some(others)) = (ours.get(nth), others.get(nth)) else { continue };
        let inverted = segment.inverted_index(look.fields().lemma)?;
        let mut terms = inverted.terms().stream().map_err(TantivyError::from)?;
        while let Some((word, info)) = terms.next() {
            let freqs = IndexRecordOption::WithFreqs;
            let mut postings =
                inverted.read_postings_from_terminfo(info, freqs).map_err(TantivyError::from)?;
            let (mut n, mut n_others) = (0, 0);
            while postings.doc() != TERMINATED {
                let times = u64::from(postings.term_freq());
                n += if is_marked(ours, postings.doc()) { times } else { 0 };
                n_others += if is_marked(others, postings.doc()) { times } else { 0 };
                postings.advance();
            }
            let Ok(word) = std::str::from_utf8(word) else { continue };
            if n + n_others > 0 {
                let entry = all.entry(word.to_owned()).or_default();
                *entry = (entry.0 + n, entry.1 + n_others);
            }
        }
    }
    Ok(all)
}

fn is_stop_word(look: &Look<'_>, word: &str) -> bool {
    let token =
        Token { text: word.to_owned(), position: 0, range: 0..0, strength: Strength::Exact };
    look.analyzer().is_stop_word(&token)
}

/// Every word of a name of the archive, as keys have them.
fn names_of_people(look: &Look<'_>) -> Result<BTreeSet<String>, QueryError> {
    let mut words = BTreeSet::new();
    for field in [Field::Speaker, Field::About] {
        for name in look.names().directory_of(field)?.values().flatten() {
            words.extend(look.analyzer().text(&Text::new(name)).into_iter().map(|t| t.text));
        }
    }
    Ok(words)
}

/// A base form in letters as people write them (`ældre` for `aeldre`); `None` when nobody would list it:
/// a name, a function word, or a reading that is never the likeliest.
fn as_written(
    look: &Look<'_>,
    ours: &Marked,
    word: &str,
    names: &BTreeSet<String>,
) -> Result<Option<String>, QueryError> {
    let mut written: Option<String> = None;
    let mut may_be_name = names.contains(word);
    for statement in holding(look, ours, word)? {
        let text = Text::new(&statement.text);
        for found in look.analyzer().explain(&text) {
            if found.bases.first().is_none_or(|base| base.text != word) {
                continue;
            }
            if found.bases.first().is_some_and(|base| base.pos == "other") {
                return Ok(None);
            }
            may_be_name &= found.text.starts_with(char::is_uppercase);
            written.get_or_insert_with(|| spelled(word, &found.text));
        }
    }
    Ok(written.filter(|_| !may_be_name))
}

/// The first statements of some that have a base form.
fn holding(look: &Look<'_>, ours: &Marked, word: &str) -> Result<Vec<StatementEntry>, QueryError> {
    let lemma = look.fields().lemma;
    let mut statements = Vec::new();
    for (nth, segment) in (0..).zip(look.searcher().segment_readers()) {
        let Some(ours) = ours.get(nth as usize) else { continue };
        let inverted = segment.inverted_index(lemma)?;
        let term = Term::from_field_text(lemma, word);
        let postings = inverted.read_postings(&term, IndexRecordOption::Basic);
        let Some(mut postings) = postings.map_err(TantivyError::from)? else { continue };
        while postings.doc() != TERMINATED && statements.len() < READ_FOR_A_WORD {
            if is_marked(ours, postings.doc()) {
                statements.push(look.entry(DocAddress::new(nth, postings.doc()))?);
            }
            postings.advance();
        }
    }
    Ok(statements)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measure_is_that_of_the_books() {
        // Worked by hand: 10 of 100 against 10 of 900 words; expected 2 and 18.
        let by_hand = 2.0 * (10.0 * (10.0_f64 / 2.0).ln() + 10.0 * (10.0_f64 / 18.0).ln());
        let g2 = log_likelihood(10, 100, 10, 900).unwrap();
        assert!((g2 - by_hand).abs() < 1e-9, "{g2} {by_hand}");
        assert!((g2 - 20.433).abs() < 1e-3, "{g2}");
        // Never used elsewhere: 2 · 5 · ln(5/0.5).
        assert!((log_likelihood(5, 100, 0, 900).unwrap() - 23.026).abs() < 1e-3);
        assert_eq!(log_likelihood(1, 100, 9, 900), None);
        assert_eq!(log_likelihood(1, 100, 0, 0), None);
    }
}
