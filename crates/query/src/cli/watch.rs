//! `referat watch-list`: what is new to the questions of a file since the run before.
//!
//! In: a file of questions ([`crate::saved_questions`]). Out: what is new, as text or JSON, and an
//! Atom feed for each question. Deliberately absent: the form of file and state (`saved`), the clock.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use schema::StatementEntry;

use super::{CliError, Format, Place, print_json};
use crate::print::{atom, json, text};
use crate::saved::{Known, Saved, marked, read, replace, saved_questions};
use crate::{Archive, Hit, Typed};

/// Most statements in a feed: those found last. Readers of news keep the older ones themselves.
const MAX_ENTRIES: usize = 100;

/// `referat watch-list`.
#[derive(Debug, Clone, Args)]
pub struct WatchArgs {
    /// The file: a line `name = question` for each question
    #[arg(value_name = "FILE")]
    questions: PathBuf,
    /// Write an Atom feed for each question into this folder
    #[arg(long, value_name = "DIR")]
    feeds: Option<PathBuf>,
    /// Address of the archive on the web, for the links of the feeds: <http://127.0.0.1:8017>
    #[arg(long, value_name = "URL", requires = "feeds")]
    site: Option<String>,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

/// What one question found.
struct Found {
    question: String,
    hits: Vec<Hit>,
}

/// Prints what is new to each question, and remembers it. Whether anything is. `now` is the time in
/// UTC: `2026-03-01T08:00:00Z`. A question that cannot be answered is named on `err`; the others go
/// on.
///
/// # Errors
/// When the file or the index cannot be read, or output, state or a feed not written.
pub fn watch_list(
    args: &WatchArgs,
    now: &str,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<bool, CliError> {
    let file = &args.questions;
    let (saved, faults) = saved_questions(&read(file).map_err(|e| CliError::file(file, e))?);
    for (line, reason) in faults {
        writeln!(err, "{}:{line}: {reason}", file.display())?;
    }
    let state = Known::path(file);
    let mut known = Known::load(&state).map_err(|e| CliError::file(&state, e))?;
    let archive = args.place.open()?;
    let mut told = Vec::new();
    for saved in &saved {
        let found = match found(&archive, saved) {
            Ok(found) => found,
            Err(CliError::Query(error)) if error.is_of_the_question() => {
                writeln!(err, "{}: {}: {error}", file.display(), saved.name)?;
                continue;
            }
            Err(error) => return Err(error),
        };
        let marked = marked(found.hits.iter().map(|hit| &hit.statement));
        let news = known.news(&saved.key, &marked, now);
        if let Some(dir) = &args.feeds {
            write_feed(dir, (saved, &found.question), &marked, &known, args.site.as_deref())?;
        }
        told.push((&saved.name, found.question, news));
    }
    match args.format {
        Format::Text => {
            for (name, question, news) in &told {
                text::news(out, name, question, news)?;
            }
        }
        Format::Json => {
            let wires: Vec<_> =
                told.iter().map(|(name, q, news)| json::news(name, q, news)).collect();
            print_json(out, &wires)?;
        }
    }
    // Only what was really told is known.
    out.flush()?;
    known.save(&state).map_err(|e| CliError::file(&state, e))?;
    Ok(told.iter().any(|(_, _, news)| !news.is_empty()))
}

fn found(archive: &Archive, saved: &Saved) -> Result<Found, CliError> {
    let typed = Typed {
        words: saved.question.clone(),
        sort: Some("newest".to_owned()),
        limit: Some("all".to_owned()),
        ..Typed::default()
    };
    let answer = archive.search(&typed.question()?)?;
    Ok(Found { question: answer.question, hits: answer.hits })
}

/// Writes the feed of a question, what was found last before the rest.
fn write_feed(
    dir: &Path,
    (saved, question): (&Saved, &str),
    found: &[(String, &StatementEntry)],
    known: &Known,
    site: Option<&str>,
) -> Result<(), CliError> {
    let mut entries: Vec<atom::Entry<'_>> = found
        .iter()
        .filter_map(|(mark, statement)| {
            let known = known.since(&saved.key, mark)?;
            Some(atom::Entry { mark, statement, known })
        })
        .collect();
    // The sort is stable: what was found in one run stays with the newest meeting first.
    entries.sort_by(|a, b| b.known.cmp(a.known));
    entries.truncate(MAX_ENTRIES);
    // A question that never found anything has a feed that never changed.
    let updated = entries.first().map_or(atom::BEGINNING, |entry| entry.known);
    let feed = atom::Feed {
        title: &saved.name,
        question,
        key: &saved.key,
        updated,
        site: site.map(|site| site.trim_end_matches('/')),
    };
    let mut xml = Vec::new();
    atom::feed(&mut xml, &feed, &entries)?;
    let path = dir.join(format!("{}.atom", saved.key));
    std::fs::create_dir_all(dir).map_err(|e| CliError::file(dir, e))?;
    replace(&path, &xml).map_err(|e| CliError::file(&path, e))
}
