//! What a typed name means in an archive: terms of the index.
//!
//! In: what was typed, and the term dictionaries. Out: queries for it, and notes on what it was taken
//! for. Deliberately absent: which name fits which person (`people`), and the search itself.

use std::sync::OnceLock;

use danish::{Analyzer, Text};
use schema::{Fields, person_term, slug, split_person_term};
use tantivy::collector::Count;
use tantivy::query::Query;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::people::{self, Directory};
use crate::plan::{self, any};
use crate::question::Field as Named;
use crate::{Note, QueryError};

/// The names of an archive.
pub(crate) struct Names<'a> {
    /// Where they are looked up.
    pub searcher: &'a Searcher,
    /// The fields of the index.
    pub fields: &'a Fields,
    /// For roles.
    pub analyzer: &'a Analyzer,
    /// What was looked up before.
    pub known: &'a Known,
}

/// The names of one state of an index, each kind once it was asked for.
#[derive(Debug, Default)]
pub(crate) struct Known {
    people: OnceLock<Directory>,
    mentioned: OnceLock<Directory>,
    addressed: OnceLock<Directory>,
    bodies: OnceLock<Vec<String>>,
}

impl<'a> Names<'a> {
    /// Everybody who is listed or speaks.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(crate) fn people(&self) -> Result<&'a Directory, QueryError> {
        self.directory_of(Named::Speaker)
    }

    /// Everybody whom a name that is typed in a field may mean.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(crate) fn directory_of(&self, field: Named) -> Result<&'a Directory, QueryError> {
        let (field, known) = match field {
            Named::About => (self.fields.mentioned, &self.known.mentioned),
            Named::To => (self.fields.addressed, &self.known.addressed),
            _ => (self.fields.person, &self.known.people),
        };
        once(known, || {
            let mut directory = Directory::new();
            for term in live_terms(self.searcher, field)? {
                if let Some((key, name)) = split_person_term(&term) {
                    directory.entry(key.to_owned()).or_default().push(name.to_owned());
                }
            }
            Ok(directory)
        })
    }

    /// The slugs of all bodies, sorted.
    pub(crate) fn all_bodies(&self) -> Result<&'a [String], QueryError> {
        once(&self.known.bodies, || live_terms(self.searcher, self.fields.body)).map(Vec::as_slice)
    }

    /// What finds the statements of a person, a role or a body; what a name was taken for is noted.
    ///
    /// # Errors
    /// When the name fits nobody or several, or no body has it in its name.
    pub(crate) fn query(
        &self,
        field: Named,
        typed: &str,
        notes: &mut Vec<Note>,
    ) -> Result<Box<dyn Query>, QueryError> {
        let fields = self.fields;
        Ok(match field {
            Named::About => any(fields.mentioned, person(self.directory_of(field)?, typed)?),
            Named::To => any(fields.addressed, person(self.directory_of(field)?, typed)?),
            Named::Role => any(fields.role, self.role(typed)?.unwrap_or_default()),
            Named::Body => any(fields.body, self.bodies(typed)?),
            _ => self.speaker(typed, notes)?.0,
        })
    }

    /// What finds the statements of a speaker, and their name in full; a role has none.
    ///
    /// # Errors
    /// When the name fits nobody, or several by a part of it, and is no role.
    pub(crate) fn speaker(
        &self,
        typed: &str,
        notes: &mut Vec<Note>,
    ) -> Result<(Box<dyn Query>, Option<String>), QueryError> {
        let fields = self.fields;
        let directory = self.people()?;
        let keys = match people::meant(directory, typed) {
            Ok(keys) => keys,
            Err(nobody) => {
                let role = self.role(typed)?.ok_or(nobody)?;
                notes.push(Note::Role(typed.to_owned()));
                return Ok((any(fields.role, role), None));
            }
        };
        let name = keys.first().map_or("", |key| people::name_of(directory, key)).to_owned();
        let keys: Vec<String> = keys.into_iter().map(str::to_owned).collect();
        if keys.len() > 1 {
            notes.push(Note::Namesakes { typed: typed.to_owned(), keys: keys.clone() });
        } else if !keys.contains(&schema::person_key(typed)) {
            notes.push(Note::TakenFor { typed: typed.to_owned(), name: name.clone() });
        }
        Ok((any(fields.speaker, keys), Some(name)))
    }

    /// The base forms of a role in which somebody speaks: `formanden`; `None` when nobody does.
    fn role(&self, typed: &str) -> Result<Option<Vec<String>>, QueryError> {
        let words = self.analyzer.question(&Text::new(typed));
        if words.iter().any(|token| token.position > 0) {
            return Ok(None);
        }
        let mut called = Vec::new();
        for word in words {
            if count(self.searcher, self.fields.role, &word.text)? > 0 {
                called.push(word.text);
            }
        }
        Ok((!called.is_empty()).then_some(called))
    }

    /// Slugs of the bodies whose name holds what was typed; a name in full is that body alone.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn bodies(&self, typed: &str) -> Result<Vec<String>, QueryError> {
        let wanted = slug(typed);
        let all = self.all_bodies()?;
        if all.contains(&wanted) {
            return Ok(vec![wanted]);
        }
        let called: Vec<String> = all
            .iter()
            .filter(|slug| !wanted.is_empty() && slug.contains(&wanted))
            .cloned()
            .collect();
        match called.is_empty() {
            true => Err(QueryError::NoBody { typed: typed.to_owned(), bodies: all.to_vec() }),
            false => Ok(called),
        }
    }
}

/// What is known, or is found out now.
pub(crate) fn once<T>(
    known: &OnceLock<T>,
    find: impl FnOnce() -> Result<T, QueryError>,
) -> Result<&T, QueryError> {
    if let Some(known) = known.get() {
        return Ok(known);
    }
    let found = find()?;
    Ok(known.get_or_init(|| found))
}

/// The [`person_term`]s of the person meant, one for each way of writing the name.
///
/// # Errors
/// When it fits nobody or several.
fn person(directory: &Directory, typed: &str) -> Result<Vec<String>, QueryError> {
    let keys = people::meant(directory, typed)?;
    let names = keys.into_iter().flat_map(|key| {
        directory.get(key).into_iter().flatten().map(move |name| person_term(key, name))
    });
    Ok(names.collect())
}

fn count(searcher: &Searcher, field: Field, text: &str) -> Result<usize, QueryError> {
    Ok(searcher.search(&plan::term(Term::from_field_text(field, text)), &Count)?)
}

/// Every term of a field that a document has which is not deleted, sorted: the dictionary keeps the words
/// of deleted documents until segments are merged.
fn live_terms(searcher: &Searcher, field: Field) -> Result<Vec<String>, QueryError> {
    let mut all = terms(searcher, field)?;
    if searcher.segment_readers().iter().any(|segment| segment.has_deletes()) {
        let mut live = Vec::with_capacity(all.len());
        for term in all.drain(..) {
            if count(searcher, field, &term)? > 0 {
                live.push(term);
            }
        }
        all = live;
    }
    Ok(all)
}

/// Every term of a field, sorted; also of deleted documents.
pub(crate) fn terms(searcher: &Searcher, field: Field) -> Result<Vec<String>, QueryError> {
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
