//! An index on disk: opened only when program, schema and configuration agree with it.
//!
//! In: a folder. Out: [`Store`]. The folder holds `referat.json` (versions and fingerprints),
//! `config/` (the index's own copy of the configuration) and `tantivy/`. Deliberately absent: what
//! is written (`indexer`) and what is asked (`query`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use danish::Analyzer;
use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, TantivyError};
use thiserror::Error;

use crate::{Config, ConfigError, Fields, Manifest, SCHEMA_VERSION, analyzer};

/// The file that makes a folder an index.
const STAMP: &str = "referat.json";

/// An index whose schema version, configuration and analyzer are those of this program.
#[derive(Debug)]
pub struct Store {
    dir: PathBuf,
    index: Index,
    fields: Fields,
    config: Config,
    analyzer: Analyzer,
}

/// What `referat.json` says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    schema: u32,
    config: String,
    analyzer: String,
}

/// Why an index could not be opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Occurs when the folder is not there.
    #[error("there is no index in {}; make one with: referat index FOLDER --index {}", dir.display(), dir.display())]
    Missing {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when the folder holds something else.
    #[error("{} is not an index of referat; choose another folder with --index, or make one with: referat index FOLDER --index DIR", dir.display())]
    Foreign {
        /// The folder.
        dir: PathBuf,
    },
    /// Occurs when the first run into this folder was interrupted.
    #[error("index {} is unfinished; run referat index again", dir.display())]
    Unfinished {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when the index was written by a program with another schema.
    #[error("index {} was written with schema {found}, this program reads {SCHEMA_VERSION}; remove the folder and run referat index again", dir.display())]
    Schema {
        /// The index folder.
        dir: PathBuf,
        /// The version found.
        found: u32,
    },
    /// Occurs when the Danish of the program has changed since the index was written.
    #[error("index {} was written by a program with other rules of Danish; remove the folder and run referat index again", dir.display())]
    Analyzer {
        /// The index folder.
        dir: PathBuf,
    },
    /// Occurs when `--config` names another configuration than the index was written with.
    #[error("index {} was written with another configuration ({found}) than {given}; leave out --config, or run referat index with it into another folder", dir.display())]
    Config {
        /// The index folder.
        dir: PathBuf,
        /// Fingerprint of the index's own copy.
        found: String,
        /// Fingerprint of the configuration given.
        given: String,
    },
    /// Occurs when a file of the index is not as it was written.
    #[error("index {} is damaged ({what}); remove the folder and run referat index again", dir.display())]
    Damaged {
        /// The index folder.
        dir: PathBuf,
        /// What is wrong with which file.
        what: String,
    },
    /// Occurs when the system refuses to read or write.
    #[error("{}: {source}; see that you may read and write there", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Occurs when a configuration is wrong in itself.
    #[error(transparent)]
    Settings(#[from] ConfigError),
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
        let store = Store::agreed(dir, &stamp, given)?;
        // Only a commit has a payload: without one the first run has not ended.
        let metas = store.index.load_metas().map_err(|e| damaged(dir, &e))?;
        match metas.payload {
            Some(_) => Ok(store),
            None => Err(StoreError::Unfinished { dir: dir.to_owned() }),
        }
    }

    /// Opens an index for writing, making it when the folder is not there or empty.
    ///
    /// # Errors
    /// As [`Store::open`]; when the folder holds something else; when it cannot be written.
    pub fn open_or_create(dir: &Path, given: Option<&Config>) -> Result<Store, StoreError> {
        if let Some(stamp) = read_stamp(dir)?
            && is_finished(dir)
        {
            return Store::agreed(dir, &stamp, given);
        }
        if dir.exists() && !is_empty(dir) && read_stamp(dir)?.is_none() {
            return Err(StoreError::Foreign { dir: dir.to_owned() });
        }
        let config = match given {
            Some(config) => config.clone(),
            None => Config::defaults()?,
        };
        let analyzer = Analyzer::new(config.lists());
        let stamp = Stamp {
            schema: SCHEMA_VERSION,
            config: config.fingerprint(),
            analyzer: analyzer::fingerprint(&analyzer),
        };
        // The stamp first: a run that dies from here on leaves a folder that is known as ours, and
        // unfinished until tantivy's meta.json is there.
        let io = |path: PathBuf| move |source| StoreError::Io { path, source };
        let copy = dir.join("config");
        let tantivy = dir.join("tantivy");
        fs::create_dir_all(dir).map_err(io(dir.to_owned()))?;
        write_stamp(dir, &stamp)?;
        fs::create_dir_all(&copy).map_err(io(copy.clone()))?;
        for (name, text) in config.files() {
            let path = copy.join(name);
            fs::write(&path, text).map_err(io(path))?;
        }
        fs::create_dir_all(&tantivy).map_err(io(tantivy.clone()))?;
        let (schema, fields) = Fields::new();
        let directory = MmapDirectory::open(&tantivy).map_err(|e| damaged(dir, &e.into()))?;
        let index = Index::builder()
            .schema(schema)
            .open_or_create(directory)
            .map_err(|e| damaged(dir, &e))?;
        Ok(Store { dir: dir.to_owned(), index, fields, config, analyzer })
    }

    fn agreed(dir: &Path, stamp: &Stamp, given: Option<&Config>) -> Result<Store, StoreError> {
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
        let analyzer = Analyzer::new(config.lists());
        if analyzer::fingerprint(&analyzer) != stamp.analyzer {
            return Err(StoreError::Analyzer { dir: dir.to_owned() });
        }
        let index = Index::open_in_dir(dir.join("tantivy")).map_err(|e| damaged(dir, &e))?;
        let (schema, fields) = Fields::new();
        if index.schema() != schema {
            let what = "its fields are not those of its schema version".to_owned();
            return Err(StoreError::Damaged { dir: dir.to_owned(), what });
        }
        Ok(Store { dir: dir.to_owned(), index, fields, config, analyzer })
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

    /// The analyzer that it was written with.
    pub fn analyzer(&self) -> &Analyzer {
        &self.analyzer
    }

    /// The files that the last commit was made of; empty before the first.
    ///
    /// # Errors
    /// When the commit cannot be read.
    pub fn manifest(&self) -> Result<Manifest, StoreError> {
        let metas = self.index.load_metas().map_err(|e| damaged(&self.dir, &e))?;
        match metas.payload.as_deref() {
            None | Some("") => Ok(Manifest::default()),
            Some(json) => serde_json::from_str(json).map_err(|error| StoreError::Damaged {
                dir: self.dir.clone(),
                what: format!("its list of files: {error}"),
            }),
        }
    }
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

fn read_stamp(dir: &Path) -> Result<Option<Stamp>, StoreError> {
    let path = dir.join(STAMP);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        // The index folder is a file, or lies below one.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(StoreError::Foreign { dir: dir.to_owned() });
        }
        Err(source) => return Err(StoreError::Io { path, source }),
    };
    let stamp = serde_json::from_str(&text).map_err(|error| StoreError::Damaged {
        dir: dir.to_owned(),
        what: format!("{STAMP}: {error}"),
    })?;
    Ok(Some(stamp))
}

fn write_stamp(dir: &Path, stamp: &Stamp) -> Result<(), StoreError> {
    let path = dir.join(STAMP);
    let unfinished = dir.join("referat.json.new");
    let text = serde_json::to_string(stamp)
        .map_err(|e| StoreError::Io { path: path.clone(), source: e.into() })?;
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, &path))
        .map_err(|source| StoreError::Io { path, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commit(store: &Store) {
        let mut writer: tantivy::IndexWriter =
            store.index().writer_with_num_threads(1, 15_000_000).unwrap();
        let mut commit = writer.prepare_commit().unwrap();
        commit.set_payload("{\"files\":{}}");
        commit.commit().unwrap();
    }

    #[test]
    fn an_index_is_made_and_found_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("indeks");
        assert!(matches!(Store::open(&path, None), Err(StoreError::Missing { .. })));
        Store::open_or_create(&path, None).unwrap();
        assert!(matches!(Store::open(&path, None), Err(StoreError::Unfinished { .. })));
        commit(&Store::open_or_create(&path, None).unwrap());
        let store = Store::open(&path, None).unwrap();
        assert_eq!(store.manifest().unwrap(), Manifest::default());
    }

    #[test]
    fn a_folder_with_other_things_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("indkøb.txt"), "mælk").unwrap();
        assert!(matches!(Store::open_or_create(dir.path(), None), Err(StoreError::Foreign { .. })));
        assert!(matches!(Store::open(dir.path(), None), Err(StoreError::Foreign { .. })));
        let file = dir.path().join("indkøb.txt");
        assert!(matches!(Store::open_or_create(&file, None), Err(StoreError::Foreign { .. })));
    }

    #[test]
    fn what_does_not_agree_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("indeks");
        commit(&Store::open_or_create(&path, None).unwrap());
        let config = dir.path().join("config");
        fs::create_dir(&config).unwrap();
        fs::write(config.join("synonyms.txt"), "BB = bølgebryder\n").unwrap();
        let other = Config::with_folder(&config).unwrap();
        assert!(matches!(Store::open(&path, Some(&other)), Err(StoreError::Config { .. })));

        let stamp = fs::read_to_string(path.join(STAMP)).unwrap();
        fs::write(path.join(STAMP), stamp.replace("\"schema\":", "\"schema\":9")).unwrap();
        assert!(matches!(Store::open(&path, None), Err(StoreError::Schema { .. })));
        fs::write(path.join(STAMP), "{").unwrap();
        assert!(matches!(Store::open(&path, None), Err(StoreError::Damaged { .. })));
        fs::write(path.join(STAMP), &stamp).unwrap();
        fs::write(path.join("config/synonyms.txt"), "x = y\n").unwrap();
        assert!(matches!(Store::open(&path, None), Err(StoreError::Damaged { .. })));
        fs::remove_file(path.join("tantivy/meta.json")).unwrap();
        assert!(matches!(Store::open(&path, None), Err(StoreError::Unfinished { .. })));
    }
}
