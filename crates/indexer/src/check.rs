//! An archive and its index held against each other: what a run would do, and what is wrong.
//!
//! In: paths, or the folder of an index. Out: [`Plan`] and [`Check`]; nothing is written. Deliberately
//! absent: doing it (`write`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schema::{FileRecord, MEETING, Manifest, STATEMENT, Store, StoreError};
use serde::Serialize;
use tantivy::Term;
use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::changes::{gone, outside};
use crate::forgotten::Forgotten;
use crate::guard::Guard;
use crate::read::READING;
use crate::walk::walk;
use crate::write::Job;
use crate::{IndexError, corrections, file_key, read};

/// What a run would do, places in order of path.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Plan {
    /// Files that the index does not know.
    pub new: Vec<String>,
    /// Files with other bytes than before, or that are to be read by other rules.
    pub changed: Vec<String>,
    /// Files that are there no more.
    pub gone: Vec<String>,
    /// Files that are known from a place where they are no more.
    pub moved: Vec<String>,
    /// Number of files that are as they were.
    pub n_unchanged: usize,
    /// What cannot be read, one line each.
    pub failures: Vec<String>,
}

impl Plan {
    /// Whether a run would change nothing.
    pub fn is_empty(&self) -> bool {
        [&self.new, &self.changed, &self.gone, &self.moved].iter().all(|list| list.is_empty())
    }
}

/// Tells what a job would do to an index, without writing anything.
///
/// # Errors
/// When an index is there and cannot be read.
pub fn plan(job: &Job<'_>) -> Result<Plan, IndexError> {
    let store = match Store::open(job.dir, job.config) {
        Ok(store) => Some(store),
        Err(StoreError::Missing { .. } | StoreError::Unfinished { .. }) => None,
        Err(error) if !job.anew => return Err(error.into()),
        Err(_) => None,
    };
    let manifest = store.as_ref().map_or_else(|| Ok(Manifest::default()), Store::manifest)?;
    let settings = match (&store, job.config) {
        (Some(store), _) => *store.config().settings(),
        (None, Some(config)) => *config.settings(),
        (None, None) => *schema::Config::defaults().map_err(StoreError::from)?.settings(),
    };
    let (mut plan, _) = compared(job.paths, job.dir, &manifest, &settings, job.anew)?;
    let is_known: Vec<String> = manifest.files.values().filter_map(|r| r.failure.clone()).collect();
    plan.failures.retain(|line| !is_known.contains(line) || job.anew);
    Ok(plan)
}

/// What is wrong with an index.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Check {
    /// What a run over the folders that were given to runs before would do. Every file was read for it.
    pub plan: Plan,
    /// Files that have other bytes though neither size nor time of change tells.
    pub unseen: Vec<String>,
    /// Files of the index that are not as they were written.
    pub damaged: Vec<String>,
    /// Files whose meetings or statements the index does not hold as its list of files has them.
    pub wrong: Vec<String>,
}

impl Check {
    /// Whether archive and index agree.
    pub fn is_sound(&self) -> bool {
        self.plan.is_empty() && !self.needs_rebuild()
    }

    /// Whether a plain run would not mend it.
    pub fn needs_rebuild(&self) -> bool {
        !self.unseen.is_empty() || !self.damaged.is_empty() || !self.wrong.is_empty()
    }
}

/// Holds an index against its archive; gives the folders that it was made of, too.
///
/// # Errors
/// When there is no index or it cannot be opened.
pub fn check(dir: &Path) -> Result<(Check, Vec<PathBuf>), IndexError> {
    let store = Store::open(dir, None)?;
    let manifest = store.manifest()?;
    let roots: Vec<PathBuf> = manifest.roots.iter().map(|root| file_key::path(root)).collect();
    let settings = *store.config().settings();
    let (plan, unseen) = compared(&roots, dir, &manifest, &settings, false)?;
    let mut check = Check { plan, unseen, ..Check::default() };
    let damaged = store.index().validate_checksum()?;
    check.damaged = damaged.iter().map(|path| path.display().to_string()).collect();
    check.damaged.sort();
    let searcher = store.index().reader()?.searcher();
    let count = |key: &str, kind: &str| -> Result<usize, IndexError> {
        let fields = store.fields();
        let clauses =
            [Term::from_field_text(fields.file, key), fields.kind_term(kind)].map(|term| {
                let query: Box<dyn Query> =
                    Box::new(TermQuery::new(term, IndexRecordOption::Basic));
                (Occur::Must, query)
            });
        Ok(searcher.search(&BooleanQuery::new(clauses.into()), &Count)?)
    };
    for (key, record) in manifest.files.iter().filter(|_| check.damaged.is_empty()) {
        let held = (count(key, MEETING)?, count(key, STATEMENT)?);
        if held != (record.meetings.len(), record.n_statements) {
            check.wrong.push(record.place.clone());
        }
    }
    Ok((check, roots))
}

/// Holds files against the list of an index; tells, too, which have other bytes unseen from outside.
fn compared(
    paths: &[PathBuf],
    dir: &Path,
    manifest: &Manifest,
    settings: &schema::Settings,
    anew: bool,
) -> Result<(Plan, Vec<String>), IndexError> {
    let guard = Guard::of(settings);
    let forgotten = Forgotten::load(dir)?;
    let mut walked = walk(paths);
    walked.guard(&guard);
    let corrections = corrections::beside(walked.seen.iter().cloned())?;
    let mut plan = Plan::default();
    plan.failures.extend(walked.failures.iter().map(ToString::to_string));
    let mut unseen = Vec::new();
    let mut new: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, place) in &walked.files {
        let key = file_key::key(path);
        if forgotten.has_file(&key, "") {
            continue;
        }
        let known = manifest.files.get(&key);
        let bytes = match read::bytes(path, place, settings.limits.file_mb) {
            Ok(bytes) => bytes,
            Err(error) => {
                plan.failures.push(error.to_string());
                continue;
            }
        };
        let hash = read::hash(&bytes);
        if forgotten.has_file(&key, &hash) {
            continue;
        }
        let is_current = |record: &FileRecord| {
            record.reading == READING
                && record.corrections == corrections::fingerprint(&corrections, path)
        };
        match known {
            None => new.entry(hash).or_default().push(place.clone()),
            Some(record) if record.hash != hash && !record.hash.is_empty() => {
                if outside(path) == (record.size, record.modified) {
                    unseen.push(place.clone());
                }
                plan.changed.push(place.clone());
            }
            Some(record) if anew || !is_current(record) => plan.changed.push(place.clone()),
            Some(record) => match &record.failure {
                Some(failure) => plan.failures.push(failure.clone()),
                None => plan.n_unchanged += 1,
            },
        }
    }
    for key in gone(&walked, manifest) {
        let Some(record) = manifest.files.get(&key) else { continue };
        let moved = new.get_mut(&record.hash).and_then(Vec::pop);
        match moved.filter(|_| !record.meetings.is_empty()) {
            Some(place) => plan.moved.push(format!("{} → {place}", record.place)),
            None => plan.gone.push(record.place.clone()),
        }
    }
    plan.new = new.into_values().flatten().collect();
    plan.new.sort();
    for line in &mut plan.failures {
        *line = guard.text(line);
    }
    Ok((plan, unseen))
}
