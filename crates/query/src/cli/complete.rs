//! How a line may go on: people, bodies and meetings of the index, for shells.
//!
//! In: what was typed so far. Out: keys, which need no quoting in any shell, with the name beside
//! them. The index is `$REFERAT_INDEX`, else `./referat-index`: a shell does not tell what `--index`
//! says. An index that cannot be read completes nothing, since there is nobody to tell. Deliberately
//! absent: verbs and options, which `clap_complete` knows.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap_complete::CompletionCandidate;

use crate::Archive;

/// Most candidates: what a person still reads.
const MAX_CANDIDATES: usize = 200;

/// People whose key or any part of whose name begins as typed.
pub(super) fn people(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some((archive, typed)) = asked(typed) else { return Vec::new() };
    let names = archive.names().unwrap_or_default();
    let fits =
        |key: &String| key.starts_with(&typed) || key.split('-').any(|p| p.starts_with(&typed));
    let them = names.into_iter().filter(|(key, _)| fits(key)).take(MAX_CANDIDATES);
    them.map(|(key, names)| {
        CompletionCandidate::new(key).help(names.into_iter().next().map(Into::into))
    })
    .collect()
}

/// Bodies whose key holds what was typed.
pub(super) fn bodies(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some((archive, typed)) = asked(typed) else { return Vec::new() };
    let keys = archive.body_keys().unwrap_or_default();
    keys.into_iter()
        .filter(|key| key.contains(&typed))
        .take(MAX_CANDIDATES)
        .map(CompletionCandidate::new)
        .collect()
}

/// Meetings whose reference begins as typed.
pub(super) fn meetings(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some((archive, typed)) = asked(typed) else { return Vec::new() };
    let keys = archive.meeting_keys().unwrap_or_default();
    keys.into_iter()
        .filter(|key| key.starts_with(&typed))
        .take(MAX_CANDIDATES)
        .map(CompletionCandidate::new)
        .collect()
}

/// The archive that is asked, and what was typed as a key.
fn asked(typed: &OsStr) -> Option<(Archive, String)> {
    let dir =
        std::env::var_os("REFERAT_INDEX").map_or_else(|| "referat-index".into(), PathBuf::from);
    Some((Archive::open(&dir, None).ok()?, schema::slug(typed.to_str()?)))
}
