//! The files of `index-config/`: defaults that are compiled in, and a folder that overrides them.
//!
//! In: a folder, or nothing. Out: [`Config`], whose settings have been understood, with its
//! fingerprint. Deliberately absent: what the word lists mean (`danish`, `minutes`).

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;

/// Name and default content of every file of `index-config/`.
const FILES: [(&str, &str); 7] = [
    ("abbreviations.txt", include_str!("../../../index-config/abbreviations.txt")),
    ("header-labels.txt", include_str!("../../../index-config/header-labels.txt")),
    ("index.toml", include_str!("../../../index-config/index.toml")),
    ("reporting-verbs.txt", include_str!("../../../index-config/reporting-verbs.txt")),
    ("stop-words.txt", include_str!("../../../index-config/stop-words.txt")),
    ("synonyms.txt", include_str!("../../../index-config/synonyms.txt")),
    ("titles.txt", include_str!("../../../index-config/titles.txt")),
];

/// The settings and word lists that an index is written and read with.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    files: Vec<(&'static str, String)>,
    settings: Settings,
}

/// What `index.toml` says.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// How much each kind of match counts.
    pub weights: Weights,
    /// What is too much.
    pub limits: Limits,
    /// What is kept out.
    #[serde(default)]
    pub guard: Guard,
}

/// What is kept out of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Guard {
    /// Civil registration numbers are masked.
    pub cpr: bool,
    /// Bank accounts are masked.
    pub accounts: bool,
    /// Telephones are masked.
    pub phones: bool,
    /// What becomes of closed items.
    pub closed_items: ClosedItems,
}

impl Default for Guard {
    fn default() -> Guard {
        Guard { cpr: true, accounts: false, phones: false, closed_items: ClosedItems::Keep }
    }
}

/// What becomes of closed items (*lukkede punkter*) that the minutes hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosedItems {
    /// They are indexed like others, marked as closed.
    Keep,
    /// What is said under them and their titles are left out.
    LeaveOut,
}

/// How much each kind of match counts; the formula stands in `index-config/README.md`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Weights {
    /// The word as typed.
    pub exact: f32,
    /// Another form of the word.
    pub lemma: f32,
    /// A part of a compound.
    pub part: f32,
    /// A synonym.
    pub synonym: f32,
    /// The word in the title of the item or the meeting alone.
    pub title: f32,
    /// How much of the weight a statement gains at most that has the word often and is short.
    pub frequency: f32,
    /// The word in a title too, in addition.
    pub also_title: f32,
    /// A decision, in addition.
    pub decision: f32,
    /// The words of the question side by side, in addition.
    pub phrase: f32,
    /// The words of the question near each other, in addition.
    pub near: f32,
    /// How many words may stand between words that are near.
    pub near_words: u32,
}

/// What is too much.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limits {
    /// Largest file that is read, in MB of a million bytes.
    pub file_mb: u64,
    /// Hits shown when no limit is asked for.
    pub hits: usize,
    /// Items that hold the words together are looked for where fewer statements hold them all; at most
    /// so many are shown.
    pub items: usize,
    /// Words of a question that are looked for; the rest is left out and said to be.
    pub question_words: usize,
}

/// Why a configuration could not be had.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// Occurs when the folder cannot be read.
    #[error("config folder {}: {source}; give a folder like index-config/ with --config", dir.display())]
    Folder {
        /// The folder as given.
        dir: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Occurs when a file in the folder cannot be read as UTF-8 text.
    #[error("config file {}: {source}; it must be UTF-8 text that you may read", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Occurs when the folder holds a list that no configuration has.
    #[error("config file {} is not known; the known ones are {known}", path.display())]
    Unknown {
        /// The file.
        path: PathBuf,
        /// Names of the files that a config may have.
        known: String,
    },
    /// Occurs when `index.toml` is not as it must be: a key that is not known, a wrong value.
    #[error("{file} line {line}: {message}")]
    Settings {
        /// The file as given.
        file: String,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong, in one line.
        message: String,
    },
}

impl Config {
    /// The configuration that is compiled in.
    ///
    /// # Errors
    /// When the compiled-in `index.toml` is wrong, which a test rules out.
    pub fn defaults() -> Result<Config, ConfigError> {
        Config::understood(
            FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect(),
            "index.toml",
        )
    }

    /// The defaults, with every file that the folder holds in place of the one compiled in.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, a `.txt` or `.toml` file has a name that no
    /// configuration has, or `index.toml` has an unknown key or a wrong value.
    pub fn with_folder(dir: &Path) -> Result<Config, ConfigError> {
        let folder = |source| ConfigError::Folder { dir: dir.to_owned(), source };
        let mut files: Vec<(&'static str, String)> =
            FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        let mut settings_from = "index.toml".to_owned();
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(dir).map_err(folder)? {
            paths.push(entry.map_err(folder)?.path());
        }
        paths.sort();
        for path in paths {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if let Some((_, text)) = files.iter_mut().find(|(known, _)| *known == name) {
                *text = fs::read_to_string(&path)
                    .map_err(|source| ConfigError::File { path: path.clone(), source })?;
                if name == "index.toml" {
                    settings_from = path.display().to_string();
                }
            } else if path.extension().is_some_and(|e| e == "txt" || e == "toml") {
                let known = FILES.map(|(name, _)| name).join(", ");
                return Err(ConfigError::Unknown { path, known });
            }
        }
        Config::understood(files, &settings_from)
    }

    fn understood(
        files: Vec<(&'static str, String)>,
        settings_from: &str,
    ) -> Result<Config, ConfigError> {
        let text = files.iter().find(|(name, _)| *name == "index.toml").map_or("", |(_, t)| t);
        let settings: Settings = toml::from_str(text).map_err(|error| ConfigError::Settings {
            file: settings_from.to_owned(),
            line: error.span().map_or(1, |span| {
                text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
            }),
            message: error.message().split_whitespace().collect::<Vec<_>>().join(" "),
        })?;
        Ok(Config { files, settings })
    }

    /// The same configuration with settings of `[guard]` switched on: `accounts`, `phones`.
    ///
    /// # Errors
    /// When the settings cannot be understood afterwards, which no name of a setting brings about.
    pub fn guarding(&self, names: &[&str]) -> Result<Config, ConfigError> {
        let mut files = self.files.clone();
        for (_, text) in files.iter_mut().filter(|(name, _)| *name == "index.toml") {
            if !text.lines().any(|line| line.trim() == "[guard]") {
                text.push_str(
                    "\n[guard]\ncpr = true\naccounts = false\nphones = false\nclosed-items = \"keep\"\n",
                );
            }
            let switched = text.lines().map(|line| match line.split_once('=') {
                Some((name, _)) if names.contains(&name.trim()) => {
                    format!("{} = true", name.trim())
                }
                _ => line.to_owned(),
            });
            *text = switched.collect::<Vec<_>>().join("\n") + "\n";
        }
        Config::understood(files, "index.toml")
    }

    /// The settings of `index.toml`.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Name and content of every file, in order of name.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.files.iter().map(|(name, text)| (*name, text.as_str()))
    }

    /// The content of one file; empty when there is none of that name.
    pub fn file(&self, name: &str) -> &str {
        self.files().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }

    /// The lists that the Danish analyzer takes.
    pub fn lists(&self) -> danish::Lists {
        danish::Lists {
            abbreviations: self.file("abbreviations.txt").to_owned(),
            synonyms: self.file("synonyms.txt").to_owned(),
            stop_words: self.file("stop-words.txt").to_owned(),
        }
    }

    /// 16 hexadecimal digits of BLAKE3 over names and contents: equal only for equal files.
    pub fn fingerprint(&self) -> String {
        let mut hash = blake3::Hasher::new();
        for (name, text) in self.files() {
            hash.update(name.as_bytes());
            hash.update(&(text.len() as u64).to_le_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().to_hex().chars().take(16).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overridden(name: &str, text: &str) -> Result<Config, ConfigError> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(name), text).unwrap();
        Config::with_folder(dir.path())
    }

    #[test]
    fn the_defaults_are_right() {
        let config = Config::defaults().unwrap();
        let Weights { exact, lemma, part, synonym, title, frequency, also_title, decision, .. } =
            config.settings().weights;
        // Nothing lifts a match of one kind above the next better one.
        for (better, worse) in [(exact, lemma), (lemma, part), (part, synonym), (synonym, title)] {
            assert!(better > worse * (1.0 + frequency) + also_title + decision, "{better} {worse}");
        }
    }

    #[test]
    fn the_guard_is_switched_on_by_name() {
        let ours = Config::defaults().unwrap();
        assert_eq!(ours.settings().guard, Guard::default());
        let more = ours.guarding(&["phones"]).unwrap();
        assert_eq!(more.settings().guard, Guard { phones: true, ..Guard::default() });
        assert_ne!(more.fingerprint(), ours.fingerprint());
        let old = ours.file("index.toml").split("[guard]").next().unwrap().to_owned();
        let old = overridden("index.toml", &old).unwrap();
        assert_eq!(old.settings().guard, Guard::default());
        assert!(old.guarding(&["accounts"]).unwrap().settings().guard.accounts);
    }

    #[test]
    fn a_folder_overrides_file_by_file() {
        let ours = Config::defaults().unwrap();
        let theirs = overridden("synonyms.txt", "BB = bølgebryder\n").unwrap();
        assert_eq!(theirs.file("titles.txt"), ours.file("titles.txt"));
        assert_eq!(theirs.file("synonyms.txt"), "BB = bølgebryder\n");
        assert_ne!(theirs.fingerprint(), ours.fingerprint());
    }

    #[test]
    fn unknown_names_are_told_with_their_place() {
        let settings = Config::defaults().unwrap().file("index.toml").to_owned();
        let error = overridden("index.toml", &format!("{settings}\n[farver]\nblaa = 1\n"));
        let said = error.unwrap_err().to_string();
        assert!(said.contains("index.toml line") && said.contains("farver"), "{said}");
        let said = overridden("synonymer.txt", "").unwrap_err().to_string();
        assert!(said.contains("synonymer.txt") && said.contains("synonyms.txt"), "{said}");
        assert!(Config::with_folder(Path::new("findes-ikke")).is_err());
    }
}
