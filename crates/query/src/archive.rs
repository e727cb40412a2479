//! An archive of minutes, open for questions.
//!
//! In: the folder of an index; a `Question` or a reference. Out: an `Answer`. Blocking: callers
//! in async code use a thread for it. Deliberately absent: what words mean (`plan`), and print.

pub(crate) mod overviews;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use danish::Analyzer;
use schema::{Commit, Config, MEETING, MeetingEntry, StatementEntry, Store, slug};
use tantivy::{IndexReader, Searcher, TantivyError};

use crate::best::Columns;
use crate::look::Look;
use crate::overview::Spread;
use crate::people;
use crate::plan;
use crate::question::Field;
use crate::reasons::Titles;
use crate::resolve::{self, Known};
use crate::unresolved::unresolved;
use crate::{
    BodyInAll, Filter, MeetingInFull, Person, PersonInFull, QueryError, Shown, Sort, Status,
    Unresolved,
};

/// An index that has agreed with this program. Cheap to share between threads by reference; sees
/// what a later `referat index` commits.
pub struct Archive {
    store: Store,
    reader: IndexReader,
    seen: RwLock<Arc<Seen>>,
}

/// One state of an index, and what belongs to it.
pub(crate) struct Seen {
    /// Its documents.
    pub searcher: Searcher,
    /// What its text was analyzed with.
    pub analyzer: Arc<Analyzer>,
    /// Its version.
    pub version: String,
    /// What its documents are put in order by.
    pub columns: Vec<Columns>,
    /// Its names.
    pub known: Known,
    /// Its statements and its meetings by year and by month, once they were counted.
    pub spread: Spread,
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("dir", &self.store.dir()).finish_non_exhaustive()
    }
}

impl Archive {
    /// Opens the index in a folder; without `config` with the index's own copy.
    ///
    /// # Errors
    /// When there is none, or it does not agree with this program or the configuration given.
    pub fn open(dir: &Path, config: Option<&Config>) -> Result<Archive, QueryError> {
        let store = Store::open(dir, config)?;
        let reader = store.index().reader()?;
        let seen = RwLock::new(Arc::new(see(&store, &reader)?));
        Ok(Archive { store, reader, seen })
    }

    /// The version of the index as it is now: the same minutes, configuration and program give the
    /// same, and with it the same answers.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn version(&self) -> Result<String, QueryError> {
        Ok(self.seen()?.version.clone())
    }

    /// A number that is another one after the index was renewed.
    pub fn generation(&self) -> u64 {
        self.reader.searcher().generation().generation_id()
    }

    /// The meetings of the archive that fit, newest first, undated last.
    ///
    /// # Errors
    /// When nobody or no body has that name, or the index cannot be read.
    pub fn meetings(&self, filter: &Filter) -> Result<Vec<MeetingEntry>, QueryError> {
        Ok(self.meetings_and_keys(filter)?.0)
    }

    /// The meetings that fit, and the keys of those whom the name of the filter may mean.
    fn meetings_and_keys(
        &self,
        filter: &Filter,
    ) -> Result<(Vec<MeetingEntry>, Option<Vec<String>>), QueryError> {
        let look = self.look()?;
        let mut clauses = vec![look.of_kind(MEETING)];
        clauses.extend(plan::days(filter.from, filter.to, look.fields()));
        if let Some(typed) = &filter.body {
            let body = look.names().query(Field::Body, typed, &mut Vec::new())?;
            clauses.push(plan::filter(body));
        }
        let mut meetings: Vec<MeetingEntry> = look.entries(clauses, Sort::Newest, usize::MAX)?;
        let mut keys = None;
        if let Some(typed) = &filter.name {
            let called = called(&look, typed)?;
            let had_part = |m: &MeetingEntry| {
                m.people.iter().any(|p| called.contains(&p.key))
                    || m.speakers.iter().any(|s| called.contains(&s.key))
            };
            meetings.retain(had_part);
            keys = Some(called);
        }
        Ok((meetings, keys))
    }

    /// The people of the meetings that fit, by name; with a name, those whom it may mean.
    ///
    /// # Errors
    /// As [`Archive::meetings`].
    pub fn people(&self, filter: &Filter) -> Result<Vec<Person>, QueryError> {
        let (meetings, keys) = self.meetings_and_keys(filter)?;
        let mut people = people::people(&meetings);
        if let Some(keys) = keys {
            people.retain(|person| keys.contains(&person.key));
        }
        Ok(people)
    }

    /// What attribution left open in the meetings that fit: who speaks and is listed nowhere, and how
    /// much text has no speaker.
    ///
    /// # Errors
    /// As [`Archive::meetings`].
    pub fn unresolved(&self, filter: &Filter) -> Result<Unresolved, QueryError> {
        Ok(unresolved(&self.meetings(filter)?))
    }

    /// The people of the meetings that fit, each with their part in every one, by name. A name or body
    /// that nobody has gives nobody.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn posts(&self, filter: &Filter) -> Result<Vec<PersonInFull>, QueryError> {
        let (meetings, keys) = match self.meetings_and_keys(filter) {
            Err(error) if error.is_nothing_found() => return Ok(Vec::new()),
            found => found?,
        };
        let mut people = people::people_in_full(&meetings);
        if let Some(keys) = keys {
            people.retain(|one| keys.contains(&one.person.key));
        }
        Ok(people)
    }

    /// One person by key (`lisbeth-nielsen`), with their meetings newest first.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn person(&self, key: &str) -> Result<Option<PersonInFull>, QueryError> {
        Ok(people::person(&self.meetings(&Filter::default())?, key))
    }

    /// One meeting by reference.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn meeting(&self, id: &str) -> Result<Option<MeetingInFull>, QueryError> {
        self.look()?.meeting(id)
    }

    /// One statement by key (`vandraad-2021-03-04-s12`) or reference (`vandraad-2021-03-04/2.3/s12`).
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn statement(&self, reference: &str) -> Result<Option<StatementEntry>, QueryError> {
        self.look()?.statement(reference)
    }

    /// What a reference of a meeting, an item or a statement refers to.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn show(&self, reference: &str) -> Result<Option<Shown>, QueryError> {
        let reference = reference.trim().trim_matches('/');
        let look = self.look()?;
        if let Some(statement) = look.statement(reference)? {
            let meeting = look.meeting(&statement.meeting.id)?;
            return Ok(meeting.map(|meeting| Shown::Statement(meeting, Box::new(statement))));
        }
        let (id, item) = reference.split_once('/').map_or((reference, None), |(m, i)| (m, Some(i)));
        let Some(full) = look.meeting(id)? else { return Ok(None) };
        let Some(item) = item else { return Ok(Some(Shown::Meeting(full))) };
        let number = full.meeting.items.iter().map(|i| &i.number).find(|n| slug(n) == slug(item));
        Ok(number.cloned().map(|number| Shown::Item(full, number)))
    }

    /// The bodies of the meetings that fit, by name; without one at the end, minutes that name none.
    ///
    /// # Errors
    /// As [`Archive::meetings`].
    pub fn bodies(&self, filter: &Filter) -> Result<Vec<BodyInAll>, QueryError> {
        Ok(bodies(&self.meetings(filter)?))
    }

    /// What the archive holds, and what it does not.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn status(&self) -> Result<Status, QueryError> {
        let version = self.version()?;
        let meetings = self.meetings(&Filter::default())?;
        let manifest = self.store.manifest()?;
        let failed = manifest.files.values().filter_map(|file| {
            let reason = file.failure.as_ref()?;
            let plain = reason.strip_prefix(&format!("{}: ", file.place)).unwrap_or(reason);
            Some((file.place.clone(), plain.to_owned()))
        });
        Ok(Status {
            version,
            n_files: manifest.files.values().filter(|file| file.failure.is_none()).count(),
            n_remarks: manifest.files.values().map(|file| file.n_remarks).sum(),
            n_with_speaker: meetings.iter().map(|meeting| meeting.n_with_speaker).sum(),
            n_people: people::people(&meetings).len(),
            n_undated: meetings.iter().filter(|meeting| meeting.date.is_none()).count(),
            failed: failed.collect(),
            without_meeting: manifest
                .files
                .values()
                .filter(|file| file.failure.is_none() && file.copy_of.is_none())
                .filter(|file| file.meetings.is_empty())
                .map(|file| file.place.clone())
                .collect(),
            bodies: bodies(&meetings),
        })
    }

    /// Everybody in the archive: by key, the names as the minutes write them.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn names(&self) -> Result<BTreeMap<String, Vec<String>>, QueryError> {
        Ok(self.look()?.names().people()?.clone())
    }

    /// The keys of all bodies, sorted; any part of one asks for them.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn body_keys(&self) -> Result<Vec<String>, QueryError> {
        Ok(self.look()?.names().all_bodies()?.to_vec())
    }

    /// The references of all meetings, sorted.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn meeting_keys(&self) -> Result<Vec<String>, QueryError> {
        resolve::terms(&self.reader.searcher(), self.store.fields().meeting)
    }

    /// One state of the index, to be asked several things.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(crate) fn look(&self) -> Result<Look<'_>, QueryError> {
        Ok(Look { seen: self.seen()?, store: &self.store, titles: Titles::default() })
    }

    /// The index as it is now; what was seen last where it is still the same.
    fn seen(&self) -> Result<Arc<Seen>, QueryError> {
        let now = self.reader.searcher().generation().generation_id();
        let last = Arc::clone(&self.seen.read().unwrap_or_else(PoisonError::into_inner));
        if last.searcher.generation().generation_id() == now {
            return Ok(last);
        }
        let seen = Arc::new(see(&self.store, &self.reader)?);
        *self.seen.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&seen);
        Ok(seen)
    }
}

/// The bodies of some meetings, newest first.
fn bodies(meetings: &[MeetingEntry]) -> Vec<BodyInAll> {
    let mut bodies: BTreeMap<(bool, String), (BodyInAll, BTreeSet<i16>)> = BTreeMap::new();
    for meeting in meetings {
        let key = slug(&meeting.body);
        let place = (key.is_empty(), key.clone());
        let (body, years) = bodies.entry(place).or_insert_with(|| {
            (BodyInAll { key, name: meeting.body.clone(), ..BodyInAll::default() }, BTreeSet::new())
        });
        body.n_meetings += 1;
        body.n_statements += meeting.n_statements;
        body.n_decisions += meeting.n_decisions;
        body.days = people::with_day(body.days, meeting.date);
        years.extend(meeting.date.map(danish::Date::year));
    }
    let with_gaps = |(mut body, years): (BodyInAll, BTreeSet<i16>)| {
        if let (Some(&first), Some(&last)) = (years.first(), years.last()) {
            body.gaps = (first..=last).filter(|year| !years.contains(year)).collect();
        }
        body
    };
    bodies.into_values().map(with_gaps).collect()
}

/// Times that the index is looked at again when it was renewed between two looks at it. No source.
const MAX_LOOKS: usize = 10;

/// Documents and words of one and the same commit.
fn see(store: &Store, reader: &IndexReader) -> Result<Seen, QueryError> {
    let mut n_looks = 0;
    loop {
        let commit = store.refresh()?;
        let searcher = reader.searcher();
        let segments = searcher.segment_readers();
        let is_same = segments.len() == commit.segments.len()
            && segments
                .iter()
                .all(|s| commit.segments.contains(&(s.segment_id(), s.num_deleted_docs())));
        n_looks += 1;
        if is_same {
            let Commit { analyzer, version, .. } = commit;
            return Ok(Seen {
                columns: Columns::of(&searcher)?,
                searcher,
                analyzer,
                version,
                known: Known::default(),
                spread: Spread::default(),
            });
        }
        if n_looks == MAX_LOOKS {
            return Err(TantivyError::SystemError("it was renewed all the while".to_owned()).into());
        }
        reader.reload()?;
    }
}

/// Keys of all whom a name, or a part of one, may mean.
///
/// # Errors
/// When that is nobody.
fn called(look: &Look<'_>, typed: &str) -> Result<Vec<String>, QueryError> {
    let directory = look.names().people()?;
    let keys = people::candidates(directory, typed);
    if keys.is_empty() {
        people::meant(directory, typed)?;
    }
    Ok(keys.into_iter().map(str::to_owned).collect())
}
