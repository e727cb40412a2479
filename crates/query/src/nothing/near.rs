//! Words of the archive that are spelt nearly as a word.
//!
//! In: a word that nothing has. Out: words, nearest first. They are looked up in the term dictionaries
//! with an automaton (Levenshtein, byte by byte), so the archive's text is never read; what it finds is
//! weighed by [`danish::spelling_distance`]. A compound that nothing resembles is cut into a word of the
//! archive and the rest (*patient·jounalen*). Deliberately absent: counts (`nothing`).

use std::collections::BTreeSet;

use danish::{LETTER, Strength, Text, misspelling_limit, spelled, spelling_distance};
use schema::StatementEntry;
use tantivy::schema::Field;
use tantivy::{TantivyError, Term};
use tantivy_fst::Automaton;

use crate::QueryError;
use crate::Sort;
use crate::look::Look;
use crate::plan;

/// Words that are weighed for one that was typed; the nearest are among the first few.
const MAX_NEAR: usize = 8;
/// Fewest letters of each half of a compound.
const HALF: usize = 4;
/// Longest word that is looked up, in bytes of its key; no source.
const LONGEST: usize = 60;

/// Words of the archive that may be meant by one word; none where several were typed.
pub(super) fn near_words(look: &Look<'_>, typed: &Text) -> Result<Vec<String>, QueryError> {
    let tokens = look.analyzer().question(typed);
    let keys: BTreeSet<&str> = tokens
        .iter()
        .filter(|token| token.strength <= Strength::Lemma && token.text.len() <= LONGEST)
        .map(|token| token.text.as_str())
        .collect();
    if tokens.iter().any(|token| token.position > 0) {
        return Ok(Vec::new());
    }
    let mut near = Vec::new();
    for key in &keys {
        near.extend(spelt_nearly(look, key)?);
    }
    near.sort();
    if near.is_empty() {
        for key in &keys {
            near.extend(compounds(look, key)?);
        }
        near.sort();
    }
    let mut seen = BTreeSet::new();
    near.retain(|(.., word)| seen.insert(base_form(look, word)));
    Ok(near.into_iter().map(|(.., word)| word).collect())
}

/// A word that may be meant: its distance, how rare it is, and how it is written.
type Near = (u32, std::cmp::Reverse<usize>, String);

/// Words whose key is spelt nearly as a key; of several forms of one word the nearest.
fn spelt_nearly(look: &Look<'_>, key: &str) -> Result<Vec<Near>, QueryError> {
    let limit = misspelling_limit(key);
    let mut found: BTreeSet<(String, Field)> = BTreeSet::new();
    let fields = look.fields();
    for segment in look.searcher().segment_readers() {
        for field in [fields.exact, fields.lemma, fields.part] {
            let inverted = segment.inverted_index(field)?;
            let near = inverted.terms().search(Edits::of(key)).into_stream();
            let mut near = near.map_err(TantivyError::from)?;
            while let Some((term, _)) = near.next() {
                found.extend(std::str::from_utf8(term).ok().map(|term| (term.to_owned(), field)));
            }
        }
    }
    let mut near: Vec<(u32, std::cmp::Reverse<usize>, String, Field)> = Vec::new();
    for (term, field) in found {
        let distance = spelling_distance(key, &term);
        if distance <= limit && term.chars().any(char::is_alphabetic) {
            // How many have it that are not deleted.
            let n = look.count(&*plan::term(Term::from_field_text(field, &term)))?;
            near.push((distance, std::cmp::Reverse(n), term, field));
        }
    }
    near.sort_unstable();
    let mut words = Vec::new();
    let mut seen = BTreeSet::new();
    for (distance, n, term, field) in near {
        if words.len() == MAX_NEAR {
            break;
        }
        if let Some(word) = as_written(look, field, &term)?
            && seen.insert(base_form(look, &word))
        {
            words.push((distance, n, word));
        }
    }
    Ok(words)
}

/// A word that the archive has, and one that is near to the rest: `patient journal`.
fn compounds(look: &Look<'_>, key: &str) -> Result<Vec<Near>, QueryError> {
    let cuts = key.char_indices().map(|(at, _)| at);
    let cuts: Vec<usize> =
        cuts.filter(|at| (HALF..=key.len().saturating_sub(HALF)).contains(at)).collect();
    for &at in cuts.iter().rev() {
        let (head, tail) = key.split_at(at);
        // A linking s or e belongs to neither.
        let bare = head.strip_suffix(['s', 'e']).unwrap_or(head);
        let Some(known) = [head, bare].into_iter().find_map(|head| known(look, head).transpose())
        else {
            continue;
        };
        let known = known?;
        let near = spelt_nearly(look, tail)?;
        if !near.is_empty() {
            return Ok(with(near, |word| format!("{known} {word}")));
        }
    }
    for &at in &cuts {
        let (head, tail) = key.split_at(at);
        let Some(known) = known(look, tail)? else { continue };
        let near = spelt_nearly(look, head)?;
        if !near.is_empty() {
            return Ok(with(near, |word| format!("{word} {known}")));
        }
    }
    Ok(Vec::new())
}

/// Words put together with the other half of a compound, and behind them the words alone.
fn with(near: Vec<Near>, together: impl Fn(&str) -> String) -> Vec<Near> {
    let alone = |(distance, n, word): Near| (distance + LETTER, n, word);
    let both: Vec<Near> = near.iter().map(|(d, n, word)| (*d, *n, together(word))).collect();
    both.into_iter().chain(near.into_iter().map(alone)).collect()
}

/// A word that the archive has, alone or in compounds, as it is written.
fn known(look: &Look<'_>, key: &str) -> Result<Option<String>, QueryError> {
    let fields = look.fields();
    for field in [fields.lemma, fields.exact, fields.part] {
        if key.len() >= HALF
            && look.searcher().doc_freq(&Term::from_field_text(field, key))? > 0
            && let Some(word) = as_written(look, field, key)?
        {
            return Ok(Some(word));
        }
    }
    Ok(None)
}

/// The base forms of one or two words, by which forms of them are one.
fn base_form(look: &Look<'_>, words: &str) -> String {
    let tokens = look.analyzer().question(&Text::new(words));
    let bases = tokens.chunk_by(|a, b| a.position == b.position).filter_map(|word| {
        let base = word.iter().find(|token| token.strength == Strength::Lemma);
        base.or(word.first()).map(|token| token.text.as_str())
    });
    bases.collect::<Vec<_>>().join(" ")
}

/// A key as a statement of the archive writes it; `None` when no statement has it any more.
fn as_written(look: &Look<'_>, field: Field, key: &str) -> Result<Option<String>, QueryError> {
    let has_it = plan::filter(plan::term(Term::from_field_text(field, key)));
    let statements = look.entries(vec![has_it], Sort::Oldest, 1)?;
    Ok(statements.first().map(|statement| written_in(look, statement, key)))
}

/// A key as a statement that has it writes it.
pub(crate) fn written_in(look: &Look<'_>, statement: &StatementEntry, key: &str) -> String {
    let text = Text::new(&statement.text);
    let token = look.analyzer().text(&text).into_iter().find(|token| token.text == key);
    let written = token.and_then(|token| {
        let first = token.range.start == 0;
        let word = text.as_str().get(token.range)?;
        let is_acronym = word.chars().filter(|c| c.is_uppercase()).count() > 1;
        let is_name = word.starts_with(char::is_uppercase) && !first;
        Some(match token.strength {
            Strength::Exact if is_acronym || is_name => word.to_owned(),
            Strength::Exact => word.to_lowercase(),
            _ => spelled(key, word),
        })
    });
    written.unwrap_or_else(|| key.to_owned())
}

/// An automaton for everything that is at most so many edits (Levenshtein, bytes) from a key.
struct Edits {
    key: Vec<u8>,
    most: u8,
}

impl Edits {
    /// As many edits as a misspelling may take: å for o is two bytes for one.
    fn of(key: &str) -> Edits {
        let most = match key.len() {
            0..=4 => 1,
            5..=9 => 2,
            _ => 3,
        };
        Edits { key: key.as_bytes().to_vec(), most }
    }
}

impl Automaton for Edits {
    /// For each length of the key's beginning the edits from it to what was read.
    type State = Vec<u8>;

    fn start(&self) -> Vec<u8> {
        (0..=self.key.len()).map(|n| u8::try_from(n).unwrap_or(u8::MAX)).collect()
    }

    fn is_match(&self, row: &Vec<u8>) -> bool {
        row.last().is_some_and(|edits| *edits <= self.most)
    }

    fn can_match(&self, row: &Vec<u8>) -> bool {
        row.iter().any(|edits| *edits <= self.most)
    }

    fn accept(&self, row: &Vec<u8>, byte: u8) -> Vec<u8> {
        let mut next = Vec::with_capacity(row.len());
        let mut diagonal = row.first().copied().unwrap_or(u8::MAX);
        let mut left = diagonal.saturating_add(1);
        next.push(left);
        for (&letter, &above) in self.key.iter().zip(row.iter().skip(1)) {
            let changed = diagonal.saturating_add(u8::from(letter != byte));
            left = changed.min(above.saturating_add(1)).min(left.saturating_add(1));
            next.push(left);
            diagonal = above;
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_automaton_counts_edits() {
        for (key, word, matches) in [
            ("havnen", "havnen", true),
            ("havnen", "havnene", true),
            ("havnen", "haven", true),
            ("havnen", "havde", true),
            ("havnen", "bro", false),
            ("havn", "hav", true),
            ("havn", "have", true),
            ("havn", "ha", false),
            ("aeldreomraadet", "aeldreomrodet", true),
        ] {
            let edits = Edits::of(key);
            let mut state = edits.start();
            for byte in word.bytes() {
                state = edits.accept(&state, byte);
            }
            assert_eq!(edits.is_match(&state), matches, "{key} {word}: {state:?}");
        }
    }
}
