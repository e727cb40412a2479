//! What a typed name means in an archive: terms of the index.
//!
//! In: what was typed, and the term dictionaries. Out: the terms to look for. Deliberately absent:
//! which name fits which person (`people`), and the search itself.

use danish::{Analyzer, Text};
use schema::{Fields, person_term, slug, split_person_term};
use tantivy::collector::Count;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::people::{self, Directory};
use crate::{QueryError, plan};

/// Everybody whom a field of [`person_term`]s has in a document that is not deleted.
pub(crate) fn directory(searcher: &Searcher, field: Field) -> Result<Directory, QueryError> {
    let mut directory = Directory::new();
    let has_deletes = searcher.segment_readers().iter().any(|s| s.has_deletes());
    for term in terms(searcher, field)? {
        // The dictionary keeps the words of deleted documents until segments are merged.
        if has_deletes && count(searcher, field, &term)? == 0 {
            continue;
        }
        if let Some((key, name)) = split_person_term(&term) {
            directory.entry(key.to_owned()).or_default().push(name.to_owned());
        }
    }
    Ok(directory)
}

/// The terms of a field of [`person_term`]s that are the person meant, one for each way of writing
/// the name.
///
/// # Errors
/// When it fits nobody or several.
pub(crate) fn person(
    searcher: &Searcher,
    field: Field,
    typed: &str,
) -> Result<Vec<String>, QueryError> {
    let directory = directory(searcher, field)?;
    let key = people::one(&directory, typed)?;
    let names = directory.get(key).into_iter().flatten();
    Ok(names.map(|name| person_term(key, name)).collect())
}

/// The base forms of a role in which somebody speaks: `formanden`; `None` when nobody does.
pub(crate) fn role(
    searcher: &Searcher,
    fields: &Fields,
    analyzer: &Analyzer,
    typed: &str,
) -> Result<Option<Vec<String>>, QueryError> {
    let words = analyzer.question(&Text::new(typed));
    if words.iter().any(|token| token.position > 0) {
        return Ok(None);
    }
    let mut called = Vec::new();
    for word in words {
        if count(searcher, fields.role, &word.text)? > 0 {
            called.push(word.text);
        }
    }
    Ok((!called.is_empty()).then_some(called))
}

/// Slugs of the bodies whose name holds what was typed.
pub(crate) fn bodies(
    searcher: &Searcher,
    fields: &Fields,
    typed: &str,
) -> Result<Vec<String>, QueryError> {
    let wanted = slug(typed);
    let mut called = terms(searcher, fields.body)?;
    called.retain(|slug| !wanted.is_empty() && slug.contains(&wanted));
    Ok(called)
}

fn count(searcher: &Searcher, field: Field, text: &str) -> Result<usize, QueryError> {
    Ok(searcher.search(&plan::term(Term::from_field_text(field, text)), &Count)?)
}

/// Every term of a field, sorted.
fn terms(searcher: &Searcher, field: Field) -> Result<Vec<String>, QueryError> {
    let mut all = Vec::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
        while terms.advance() {
            if let Ok(term) = std::str::from_utf8(terms.key()) {
                all.push(term.to_owned());
            }
        }
    }
    all.sort();
    all.dedup();
    Ok(all)
}
