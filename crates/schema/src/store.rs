//! An index on disk: opened only when program, schema and configuration agree with it.
//!
//! In: a folder. Out: [`Store`]. The folder holds `referat.json` (schema and configuration), `config/`
//! (the index's own copy of the configuration) and `tantivy/`, whose commit carries the [`Manifest`].
//! Deliberately absent: what is written (`indexer`) and what is asked (`query`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use danish::Analyzer;
use serde::Deserialize;
use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::index::SegmentId;
use tantivy::{Index, IndexMeta, TantivyError};

use crate::readable::Readable;
use crate::stamp::{STAMP, Stamp, read_stamp, write_stamp};
use crate::{Config, Fields, Manifest, SCHEMA_VERSION, StoreError, Words, analyzer};

/// An index whose schema version and configuration are those of this program, and whose text was
/// analyzed as this program does; or, opened for writing, is about to be.
#[derive(Debug)]
pub struct Store {
    dir: PathBuf,
    index: Index,
    fields: Fields,
    config: Config,
    current: RwLock<Current>,
}

/// The analyzer of a commit.
#[derive(Debug)]
struct Current {
    fingerprint: String,
    analyzer: Arc<Analyzer>,
}

/// What a reader needs of a manifest.
#[derive(Debug, Default, Deserialize)]
struct Head {
    #[serde(default)]
    version: String,
    analyzer: String,
    words: Words,
}

/// What a reader sees of one commit.
#[derive(Debug, Clone)]
pub struct Commit {
    /// The version of the index, see [`Manifest::version_with`].
    pub version: String,
    /// The analyzer that the text was analyzed with.
    pub analyzer: Arc<Analyzer>,
    /// The segments of it, each with how many of its documents are deleted, in no order.
    pub segments: Vec<(SegmentId, u32)>,
}

impl Store {
    /// Opens an index for reading. Without a configuration the index's own is used.
    ///
    /// # Errors
    /// When there is none, or it does not agree with this program or the configuration given.
    pub fn open(dir: &Path, given: Option<&Config>) -> Result<Store, StoreError> {
        if !dir.exists() {
            return Err(StoreError::Missing { dir: dir.to_owned() });
        }
        let stamp = read_stamp(dir)?.ok_or_else(|| match is_empty(dir) {
            true => StoreError::Missing { dir: dir.to_owned() },
            false => StoreError::Foreign { dir: dir.to_owned() },
        })?;
        if !is_finished(dir) {
            return Err(StoreError::Unfinished { dir: dir.to_owned() });
        }
        let config = agreed(dir, &stamp, given)?;
        let store = Store::opened(dir, config, |directory| Index::open(Readable(directory)))?;
        store.refresh()?;
        Ok(store)
    }

    /// Opens an index for writing, making it when the folder is not there or empty.
    ///
    /// # Errors
    /// As [`Store::open`], but for other rules of Danish, which writing mends; when the folder holds
    /// something else; when it cannot be written.
    pub fn open_or_create(dir: &Path, given: Option<&Config>) -> Result<Store, StoreError> {
        if let Some(stamp) = read_stamp(dir)?
            && is_finished(dir)
        {
            let config = agreed(dir, &stamp, given)?;
            return Store::opened(dir, config, Index::open);
        }
        if dir.exists() && !is_empty(dir) && read_stamp(dir)?.is_none() {
            return Err(StoreError::Foreign { dir: dir.to_owned() });
        }
        Store::create(dir, given)
    }

    /// Opens an index for writing; one that cannot be used any more, or that another configuration is
    /// given for, is taken away and made anew. Without a configuration its own is kept if it is whole.
    ///
    /// # Errors
    /// When the folder holds something else, another run writes it, or it cannot be written.
    pub fn open_or_remake(dir: &Path, given: Option<&Config>) -> Result<Store, StoreError> {
        let sound = |store: Store| match store.index.validate_checksum() {
            Ok(damaged) if damaged.is_empty() && store.manifest().is_ok() => Some(store),
            _ => None,
        };
        match Store::open_or_create(dir, given) {
            Ok(store) if !is_finished(dir) => return Ok(store),
            Ok(store) => {
                if let Some(store) = sound(store) {
                    return Ok(store);
                }
            }
            Err(
                StoreError::Schema { .. }
                | StoreError::Config { .. }
                | StoreError::Damaged { .. }
                | StoreError::Settings(_),
            ) if dir.join(STAMP).exists() => {}
            Err(error) => return Err(error),
        }
        let own = own_config(dir);
        clear(dir)?;
        Store::create(dir, given.or(own.as_ref()))
    }

    fn create(dir: &Path, given: Option<&Config>) -> Result<Store, StoreError> {
        let config = match given {
            Some(config) => config.clone(),
            None => Config::defaults()?,
        };
        let stamp = Stamp { schema: SCHEMA_VERSION, config: config.fingerprint() };
        // The stamp first: a run that dies from here on leaves a folder that is known as ours, and
        // unfinished until tantivy's meta.json is there.
        let io = |path: PathBuf| move |source| StoreError::Io { path, source };
        let copy = dir.join("config");
        let tantivy = dir.join("tantivy");
        make_private(dir).map_err(io(dir.to_owned()))?;
        write_stamp(dir, &stamp)?;
        fs::create_dir_all(&copy).map_err(io(copy.clone()))?;
        for (name, text) in config.files() {
            let path = copy.join(name);
            fs::write(&path, text).map_err(io(path))?;
        }
        fs::create_dir_all(&tantivy).map_err(io(tantivy.clone()))?;
        Store::opened(dir, config, |directory| {
            Index::builder().schema(Fields::new().0).open_or_create(directory)
        })
    }

    fn opened(
        dir: &Path,
        config: Config,
        open: impl FnOnce(MmapDirectory) -> tantivy::Result<Index>,
    ) -> Result<Store, StoreError> {
        let directory = MmapDirectory::open(dir.join("tantivy"));
        let directory = directory.map_err(|e| damaged(dir, &e.into()))?;
        let index = open(directory).map_err(|e| damaged(dir, &e))?;
        let (schema, fields) = Fields::new();
        if index.schema() != schema {
            let what = "its fields are not those of its schema version".to_owned();
            return Err(StoreError::Damaged { dir: dir.to_owned(), what });
        }
        let analyzer = Arc::new(Analyzer::new(config.lists()));
        let current = RwLock::new(Current { fingerprint: String::new(), analyzer });
        Ok(Store { dir: dir.to_owned(), index, fields, config, current })
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The tantivy index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Its fields.
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// The configuration that it was written with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The analyzer that the text was analyzed with, as of the last [`Store::refresh`].
    pub fn analyzer(&self) -> Arc<Analyzer> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&current.analyzer)
    }

    /// Takes over the analyzer of a later commit: its words may be others.
    ///
    /// # Errors
    /// When there is no commit yet, it cannot be read, or this program has other rules of Danish.
    pub fn refresh(&self) -> Result<Commit, StoreError> {
        let metas = self.metas()?;
        // Only a commit has a payload: without one the first run has not ended.
        let unfinished = || StoreError::Unfinished { dir: self.dir.clone() };
        let head: Head = self.payload(&metas)?.ok_or_else(unfinished)?;
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if current.fingerprint != head.analyzer {
            let (analyzer, fingerprint) = self.analyzer_with(&head.words);
            if fingerprint != head.analyzer {
                return Err(StoreError::Analyzer { dir: self.dir.clone() });
            }
            *current = Current { fingerprint, analyzer: Arc::new(analyzer) };
        }
        let segments = metas.segments.iter().map(|s| (s.id(), s.num_deleted_docs())).collect();
        let analyzer = Arc::clone(&current.analyzer);
        Ok(Commit { version: head.version, analyzer, segments })
    }

    /// An analyzer that knows the words of an archive, and its fingerprint: equal fingerprints mean
    /// equal tokens.
    pub fn analyzer_with(&self, words: &Words) -> (Analyzer, String) {
        let analyzer = Analyzer::with_words(self.config.lists(), words.iter());
        let fingerprint = analyzer::fingerprint(&analyzer, words);
        (analyzer, fingerprint)
    }

    /// The files that the last commit was made of; empty before the first.
    ///
    /// # Errors
    /// When the commit cannot be read.
    pub fn manifest(&self) -> Result<Manifest, StoreError> {
        Ok(self.payload(&self.metas()?)?.unwrap_or_default())
    }

    fn metas(&self) -> Result<IndexMeta, StoreError> {
        self.index.load_metas().map_err(|e| damaged(&self.dir, &e))
    }

    fn payload<T: serde::de::DeserializeOwned>(
        &self,
        metas: &IndexMeta,
    ) -> Result<Option<T>, StoreError> {
        match metas.payload.as_deref() {
            None | Some("") => Ok(None),
            Some(json) => serde_json::from_str(json).map(Some).map_err(|error| {
                let what = format!("its list of files: {error}");
                StoreError::Damaged { dir: self.dir.clone(), what }
            }),
        }
    }
}

/// The configuration of an index, when schema and configuration agree.
fn agreed(dir: &Path, stamp: &Stamp, given: Option<&Config>) -> Result<Config, StoreError> {
    if stamp.schema != SCHEMA_VERSION {
        return Err(StoreError::Schema { dir: dir.to_owned(), found: stamp.schema });
    }
    if let Some(given) = given
        && given.fingerprint() != stamp.config
    {
        let (found, given) = (stamp.config.clone(), given.fingerprint());
        return Err(StoreError::Config { dir: dir.to_owned(), found, given });
    }
    let config = Config::with_folder(&dir.join("config"))?;
    if config.fingerprint() != stamp.config {
        let what = "its copy of the configuration was changed".to_owned();
        return Err(StoreError::Damaged { dir: dir.to_owned(), what });
    }
    Ok(config)
}

/// The index's own copy of its configuration, if it is whole and was not changed.
fn own_config(dir: &Path) -> Option<Config> {
    let stamp = read_stamp(dir).ok().flatten()?;
    Config::with_folder(&dir.join("config")).ok().filter(|c| c.fingerprint() == stamp.config)
}

/// Takes away what an index is made of, unless another run writes it.
fn clear(dir: &Path) -> Result<(), StoreError> {
    let tantivy = dir.join("tantivy");
    if let Ok(directory) = MmapDirectory::open(&tantivy)
        && let Err(LockError::LockBusy) = directory.acquire_lock(&INDEX_WRITER_LOCK)
    {
        return Err(StoreError::Busy { dir: dir.to_owned() });
    }
    for path in [tantivy, dir.join("config")] {
        match fs::remove_dir_all(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                return Err(StoreError::Io { path, source });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Makes the folder of an index, for its user alone: who may search it, its user may widen.
fn make_private(dir: &Path) -> io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    if let Some(above) = dir.parent() {
        fs::create_dir_all(above)?;
    }
    builder.create(dir)
}

fn damaged(dir: &Path, error: &TantivyError) -> StoreError {
    let what = error.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    StoreError::Damaged { dir: dir.to_owned(), what }
}

/// Whether a first commit's metadata is there; before that the folder is made anew.
fn is_finished(dir: &Path) -> bool {
    dir.join("tantivy").join("meta.json").exists()
}

fn is_empty(dir: &Path) -> bool {
    fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none())
}

#[cfg(test)]
mod tests;
