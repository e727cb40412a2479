//! How a question may go on, as one types: people, bodies, and words of the index.
//!
//! In: one state of the index, read once into [`Suggestions`]; then the beginning of a word or name. Out:
//! the likeliest, most spoken first. Nothing is scanned for a keystroke: names and words lie sorted, and
//! what begins alike lies side by side. Deliberately absent: spelling mistakes (`nothing`).

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use danish::{Strength, Token};
use schema::slug;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, TantivyError, Term};

use crate::look::Look;
use crate::nothing::near::written_in;
use crate::{Archive, Filter, QueryError, plan};

/// Longest beginning that is looked up, in chars: no word or name is longer. No source.
const LONGEST: usize = 100;

/// All that may be suggested from one state of the index.
#[derive(Debug)]
pub struct Suggestions {
    /// The version of the index.
    pub version: String,
    people: Names,
    bodies: Names,
    /// Every word as a key, sorted, with how many statements have it, deleted ones included.
    words: Vec<(Box<str>, u32)>,
    /// How words are written, by their place: most are asked for again.
    written: Mutex<HashMap<usize, Option<String>>>,
}

/// Names, and where each of their words begins.
#[derive(Debug, Default)]
struct Names {
    names: Vec<Suggested>,
    /// The rest of a key from one of its words on, sorted, with the place of the name.
    starts: Vec<(Box<str>, usize)>,
}

/// Something that a question may go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// The key of a person or body; of a word the word as it is searched for.
    pub key: String,
    /// As the minutes write it.
    pub text: String,
    /// Number of statements of a person or body, or with a word as it is written here.
    pub n_statements: usize,
}

/// What may be meant, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Likely {
    /// People with a name that begins so.
    pub people: Vec<Suggested>,
    /// Bodies with a name of which a word begins so.
    pub bodies: Vec<Suggested>,
    /// Words that begin as the last one typed.
    pub words: Vec<Suggested>,
}

impl Archive {
    /// Reads everything that may be suggested: names of the meetings, words of the term dictionary.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn suggestions(&self) -> Result<Suggestions, QueryError> {
        let look = self.look()?;
        let named = |key: &str, text: &str, n_statements| Suggested {
            key: key.to_owned(),
            text: text.to_owned(),
            n_statements,
        };
        let everything = Filter::default();
        let people = self.people(&everything)?.into_iter();
        let people = people.map(|one| named(&one.key, &one.name, one.n_statements));
        let bodies = self.bodies(&everything)?.into_iter().filter(|body| !body.key.is_empty());
        let bodies = bodies.map(|body| named(&body.key, &body.name, body.n_statements));
        Ok(Suggestions {
            version: look.seen.version.clone(),
            people: Names::new(people.collect()),
            bodies: Names::new(bodies.collect()),
            words: words(&look)?,
            written: Mutex::default(),
        })
    }

    /// What may be meant by what was typed so far; at most `limit` of each kind.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn likely(
        &self,
        suggestions: &Suggestions,
        typed: &str,
        limit: usize,
    ) -> Result<Likely, QueryError> {
        let typed: String = typed.chars().take(LONGEST).collect();
        let last = typed.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let (whole, last) = (slug(&typed), slug(last));
        let names = |names: &Names| match names.beginning(&whole, limit) {
            none if none.is_empty() && last != whole => names.beginning(&last, limit),
            some => some,
        };
        Ok(Likely {
            people: names(&suggestions.people),
            bodies: names(&suggestions.bodies),
            words: suggestions.words(&self.look()?, &last, limit)?,
        })
    }
}

impl Names {
    fn new(names: Vec<Suggested>) -> Names {
        let mut starts = Vec::new();
        for (place, name) in names.iter().enumerate() {
            let mut rest = name.key.as_str();
            starts.push((rest.into(), place));
            while let Some((_, after)) = rest.split_once('-') {
                rest = after;
                starts.push((rest.into(), place));
            }
        }
        starts.sort_unstable();
        Names { names, starts }
    }

    fn beginning(&self, typed: &str, limit: usize) -> Vec<Suggested> {
        let mut places: Vec<usize> =
            alike(&self.starts, typed).iter().map(|(_, place)| *place).collect();
        places.sort_unstable();
        places.dedup();
        let mut found: Vec<&Suggested> =
            places.into_iter().filter_map(|place| self.names.get(place)).collect();
        found.sort_by(|a, b| b.n_statements.cmp(&a.n_statements).then_with(|| a.key.cmp(&b.key)));
        found.into_iter().take(limit).cloned().collect()
    }
}

impl Suggestions {
    /// The words that begin so, as the archive writes them.
    fn words(
        &self,
        look: &Look<'_>,
        typed: &str,
        limit: usize,
    ) -> Result<Vec<Suggested>, QueryError> {
        let first = self.words.partition_point(|(key, _)| &**key < typed);
        let mut places: Vec<usize> = (first..).take(alike(&self.words, typed).len()).collect();
        let order = |place: &usize| {
            let (key, n) = self.words.get(*place).map_or(("", 0), |(key, n)| (&**key, *n));
            (std::cmp::Reverse(n), key)
        };
        // A word may be in what is deleted alone: some more than are shown are looked at.
        let n_looked_at = limit.saturating_mul(2);
        if places.len() > n_looked_at && n_looked_at > 0 {
            places.select_nth_unstable_by_key(n_looked_at - 1, order);
            places.truncate(n_looked_at);
        }
        places.sort_unstable_by_key(order);
        let mut found = Vec::new();
        for place in places {
            if found.len() == limit {
                break;
            }
            let Some((key, _)) = self.words.get(place) else { continue };
            let Some(text) = self.written(look, place, key)? else { continue };
            let term = Term::from_field_text(look.fields().exact, key);
            let n_statements = look.count(&*plan::term(term))?;
            if n_statements > 0 {
                found.push(Suggested { key: key.to_string(), text, n_statements });
            }
        }
        Ok(found)
    }

    /// A word as the archive writes it; `None` when nothing has it any more.
    fn written(
        &self,
        look: &Look<'_>,
        place: usize,
        key: &str,
    ) -> Result<Option<String>, QueryError> {
        let kept = || self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(written) = kept().get(&place) {
            return Ok(written.clone());
        }
        let written = match first_with(look, key)? {
            Some(address) => Some(written_in(look, &look.entry(address)?, key)),
            None => None,
        };
        kept().insert(place, written.clone());
        Ok(written)
    }
}

/// Those of a sorted list that begin so; none where nothing is typed.
fn alike<'a, T>(sorted: &'a [(Box<str>, T)], typed: &str) -> &'a [(Box<str>, T)] {
    if typed.is_empty() {
        return &[];
    }
    let from = sorted.partition_point(|(key, _)| &**key < typed);
    let rest = sorted.get(from..).unwrap_or_default();
    let n_alike = rest.partition_point(|(key, _)| key.starts_with(typed));
    rest.get(..n_alike).unwrap_or_default()
}

/// The words of the index as they are written, with how many statements have each.
fn words(look: &Look<'_>) -> Result<Vec<(Box<str>, u32)>, QueryError> {
    let mut words: BTreeMap<Box<str>, u32> = BTreeMap::new();
    for segment in look.searcher().segment_readers() {
        let inverted = segment.inverted_index(look.fields().exact)?;
        let mut terms = inverted.terms().stream().map_err(TantivyError::from)?;
        while let Some((word, info)) = terms.next() {
            let Ok(word) = std::str::from_utf8(word) else { continue };
            if word.chars().any(char::is_alphabetic) {
                *words.entry(word.into()).or_default() += info.doc_freq;
            }
        }
    }
    // What a search leaves out is no help to it.
    words.retain(|word, _| {
        let text = word.to_string();
        let token = Token { text, position: 0, range: 0..0, strength: Strength::Exact };
        !look.analyzer().is_stop_word(&token)
    });
    Ok(words.into_iter().collect())
}

/// The first statement that has a word.
fn first_with(look: &Look<'_>, key: &str) -> Result<Option<DocAddress>, QueryError> {
    let term = Term::from_field_text(look.fields().exact, key);
    for (nth, segment) in (0..).zip(look.searcher().segment_readers()) {
        let inverted = segment.inverted_index(look.fields().exact)?;
        let postings = inverted.read_postings(&term, IndexRecordOption::Basic);
        let Some(mut postings) = postings.map_err(TantivyError::from)? else { continue };
        while postings.doc() != TERMINATED {
            if !segment.is_deleted(postings.doc()) {
                return Ok(Some(DocAddress::new(nth, postings.doc())));
            }
            postings.advance();
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_alike_lies_side_by_side() {
        let name = |key: &str, n_statements| Suggested {
            key: key.to_owned(),
            text: key.to_owned(),
            n_statements,
        };
        let names = Names::new(vec![
            name("lisbeth-nielsen", 3),
            name("jan-nielsen", 7),
            name("niels-lund", 7),
            name("aase-brask", 1),
        ]);
        for (typed, expected) in [
            ("niels", &["jan-nielsen", "niels-lund", "lisbeth-nielsen"][..]),
            ("niels-l", &["niels-lund"]),
            ("lisbeth-n", &["lisbeth-nielsen"]),
            ("aa", &["aase-brask"]),
            ("ielsen", &[]),
            ("", &[]),
        ] {
            let found = names.beginning(typed, 10);
            assert_eq!(found.iter().map(|n| &n.key).collect::<Vec<_>>(), expected, "{typed}");
        }
        assert_eq!(names.beginning("niels", 1).len(), 1);
    }
}
