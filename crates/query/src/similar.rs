//! Statements that are like another one.
//!
//! In: a statement. Out: [`Similar`]. Likeness is the cosine of their words, each weighed by tf-idf: how
//! often it stands in the statement, times `ln(N / n)` with `n` of all `N` statements having it. A word is
//! its base forms and, for compounds, the parts; stop words, names of those who speak or are
//! spoken of, bare numbers, and words that stand in more than one statement in ten, count nothing. Statements that share the words of most weight are compared; those
//! less alike than [`FLOOR`], or with fewer than two words in common, are none. Deliberately absent: synonyms.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use danish::{Strength, Text, Token};
use schema::{STATEMENT, StatementEntry};
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query};

use crate::look::Look;
use crate::plan;
use crate::{QueryError, Sort};

/// The least likeness that is called one: between 0, no word in common, and 1, the same words. No source;
/// on minutes, what lies below shares a phrase of office (*blev taget til efterretning*) and not a matter.
pub const FLOOR: f64 = 0.25;
/// Words of most weight that statements are looked up by.
const LOOKED_UP: usize = 16;
/// Statements that are compared.
const COMPARED: usize = 200;

/// Statements like one, most alike first.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The version of the index that was asked.
    pub version: String,
    /// The statement.
    pub statement: StatementEntry,
    /// The words it was compared by, of most weight first, as it writes them.
    pub words: Vec<String>,
    /// Those like it; empty when nothing is.
    pub alike: Vec<Alike>,
}

/// A statement that is like another.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The statement.
    pub statement: StatementEntry,
    /// How alike: from 0.25 to 1, rounded to a hundredth.
    pub likeness: f64,
    /// The words that both have, as this statement writes them.
    pub shared: Vec<String>,
}

/// The words of the names that a statement has: who speaks is not what it is about.
fn names(look: &Look<'_>, statement: &StatementEntry) -> BTreeSet<String> {
    let speaker = statement.speaker.iter().map(|speaker| &speaker.name);
    let all = speaker.chain(&statement.mentions).chain(&statement.addressed_to);
    let words = all.flat_map(|name| look.analyzer().text(&Text::new(name)));
    words.filter(|token| token.strength <= Strength::Lemma).map(|token| token.text).collect()
}

/// A word of a statement: its weight and how it is written there.
type Weights = BTreeMap<String, (f64, String)>;

/// At most `limit` statements that are like one.
pub(crate) fn similar(
    look: &Look<'_>,
    statement: StatementEntry,
    limit: usize,
) -> Result<Similar, QueryError> {
    let n_all = look.count(&*plan::term(look.fields().kind_term(STATEMENT)))?;
    let own = weights(look, &statement, n_all)?;
    let mut heaviest: Vec<(&String, &(f64, String))> = own.iter().collect();
    heaviest.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then_with(|| a.0.cmp(b.0)));
    heaviest.truncate(LOOKED_UP);
    let mut words: Vec<String> = Vec::new();
    for (_, (_, written)) in &heaviest {
        if !words.contains(written) {
            words.push(written.clone());
        }
    }
    let mut alike = Vec::new();
    for other in candidates(look, &heaviest)? {
        if other.id == statement.id {
            continue;
        }
        let theirs = weights(look, &other, n_all)?;
        let shared = own
            .iter()
            .filter_map(|(key, (a, _))| theirs.get(key).map(|(b, written)| (a * b, written)));
        let shared: Vec<(f64, &String)> = shared.collect();
        let length = |weights: &Weights| {
            weights.values().map(|(weight, _)| weight * weight).sum::<f64>().sqrt()
        };
        let lengths = length(&own) * length(&theirs);
        if lengths == 0.0 {
            continue;
        }
        let likeness = shared.iter().map(|(product, _)| product).sum::<f64>() / lengths;
        let likeness = (likeness * 100.0).round() / 100.0;
        let distinct: BTreeSet<&String> = shared.iter().map(|(_, written)| *written).collect();
        if likeness >= FLOOR && distinct.len() >= 2 {
            let shared = distinct.into_iter().cloned().collect();
            alike.push(Alike { statement: other, likeness, shared });
        }
    }
    alike.sort_by(|a, b| {
        b.likeness.total_cmp(&a.likeness).then_with(|| {
            let day = |alike: &Alike| alike.statement.meeting.date;
            day(b).cmp(&day(a)).then_with(|| a.statement.id.cmp(&b.statement.id))
        })
    });
    alike.truncate(limit);
    Ok(Similar { version: look.seen.version.clone(), statement, words, alike })
}

/// The statements that share most of some words, by weight.
fn candidates(
    look: &Look<'_>,
    words: &[(&String, &(f64, String))],
) -> Result<Vec<StatementEntry>, QueryError> {
    let fields = look.fields();
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for (key, (weight, _)) in words {
        let either = [fields.lemma, fields.part]
            .map(|field| (Occur::Should, plan::term(Term::from_field_text(field, key))));
        let either: Box<dyn Query> = Box::new(BooleanQuery::new(either.into_iter().collect()));
        let once = Box::new(ConstScoreQuery::new(either, 1.0));
        clauses.push((Occur::Should, Box::new(BoostQuery::new(once, *weight as f32))));
    }
    look.entries(clauses, Sort::Relevance, COMPARED)
}

/// The words of a statement by their keys.
fn weights(
    look: &Look<'_>,
    statement: &StatementEntry,
    n_all: usize,
) -> Result<Weights, QueryError> {
    let text = Text::new(&statement.text);
    let tokens = look.analyzer().text(&text);
    let names = names(look, statement);
    let mut times: BTreeMap<&str, (usize, Range<usize>)> = BTreeMap::new();
    for word in tokens.chunk_by(|a, b| a.position == b.position) {
        let is_left_out =
            |token: &Token| look.analyzer().is_stop_word(token) || names.contains(&token.text);
        if word.iter().any(is_left_out) {
            continue;
        }
        let whole = word.first().map_or(0..0, |token| token.range.clone());
        let has_base = word.iter().any(|token| token.strength == Strength::Lemma);
        for token in word.iter().filter(|token| match token.strength {
            Strength::Lemma | Strength::Part => true,
            Strength::Exact => !has_base,
            Strength::Synonym => false,
        }) {
            times.entry(&token.text).or_insert((0, whole.clone())).0 += 1;
        }
    }
    let fields = look.fields();
    let mut weights = Weights::new();
    for (key, (n, word)) in times {
        let mut n_having = 0;
        for field in [fields.lemma, fields.part] {
            // What was deleted counts nothing, whether its segment is merged yet or not.
            let term = plan::term(Term::from_field_text(field, key));
            n_having = n_having.max(look.count(&*term)?);
        }
        // Days, years and item numbers coincide by chance; amounts and case numbers have a sign in them.
        let is_number = key.bytes().all(|byte| byte.is_ascii_digit());
        if is_number || n_having == 0 || n_having * 10 > n_all {
            continue;
        }
        let idf = (n_all as f64 / n_having as f64).ln();
        let written = text.as_str().get(word).unwrap_or(key).to_lowercase();
        weights.insert(key.to_owned(), (n as f64 * idf, written));
    }
    Ok(weights)
}
