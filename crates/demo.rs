//! `referat demo`: the sample archive, unpacked, indexed and asked.
//!
//! In: a folder, or none for a new one among the temporary files. Out: three answers, and the
//! commands to go on with. Deliberately absent: serving.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use query::print::text;
use query::{Archive, Typed};

use crate::failure::Failure;

/// Path below the archive, and content, of every file of the sample archive.
const SAMPLE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/sample.rs"));

/// Runs the demonstration; gives the index folder.
pub fn run(
    dir: Option<&Path>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<PathBuf, Failure> {
    let dir = match dir {
        Some(dir) => dir.to_owned(),
        // Kept after the run: the commands printed at the end work on it.
        None => tempfile::Builder::new().prefix("referat-demo-").tempdir()?.keep(),
    };
    let archive_dir = dir.join("archive");
    let index_dir = dir.join("referat-index");
    for (place, bytes) in SAMPLE {
        let path = archive_dir.join(place);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|e| at(folder, &e))?;
        }
        // Left as it is when it is there already, so that a second run has nothing to read.
        if fs::read(&path).ok().as_deref() != Some(*bytes) {
            fs::write(&path, bytes).map_err(|e| at(&path, &e))?;
        }
    }
    writeln!(out, "{} files of invented minutes are in {}", SAMPLE.len(), archive_dir.display())?;
    let args = indexer::cli::IndexArgs { paths: vec![archive_dir], ..Default::default() };
    indexer::cli::run(&args, &index_dir, None, &String::new, false, &mut io::sink(), err)?;
    let archive = Archive::open(&index_dir, None).map_err(query::cli::CliError::from)?;
    let talker = archive
        .people(&query::Filter::default())
        .map_err(query::cli::CliError::from)?
        .into_iter()
        .max_by_key(|person| person.n_statements);
    let words = |words: &str| Typed {
        words: words.to_owned(),
        limit: Some("2".to_owned()),
        ..Typed::default()
    };
    let mut questions = vec![
        ("search sundhedsjournal --limit 2".to_owned(), words("sundhedsjournal")),
        (
            "search journal --decisions --limit 2".to_owned(),
            Typed { decisions: true, ..words("journal") },
        ),
    ];
    if let Some(person) = &talker {
        questions.push((
            format!("said \"{}\" --limit 2", person.name),
            Typed {
                speaker: Some(person.key.clone()),
                sort: Some("oldest".to_owned()),
                ..words("")
            },
        ));
    }
    // As it was started, so that the commands run as they are printed.
    let program = std::env::args().next().unwrap_or_else(|| "referat".to_owned());
    let index = index_dir.display();
    for (command, typed) in questions {
        let question = typed.question().map_err(query::cli::CliError::from)?;
        let answer = archive.search(&question).map_err(query::cli::CliError::from)?;
        writeln!(out, "\n$ {program} {command} --index {index}")?;
        match typed.speaker {
            Some(_) => text::said(out, &answer, question.order())?,
            None => text::search(out, &answer, question.order(), false)?,
        }
    }
    writeln!(out, "\nGo on with:")?;
    writeln!(out, "  {program} search kanalstrategi --index {index}")?;
    writeln!(out, "  {program} people --index {index}")?;
    writeln!(out, "  {program} meetings --index {index}")?;
    if let Some(meeting) =
        archive.meetings(&query::Filter::default()).map_err(query::cli::CliError::from)?.first()
    {
        writeln!(out, "  {program} show {} --index {index}", meeting.id)?;
    }
    writeln!(out, "  {program} serve --index {index}")?;
    Ok(index_dir)
}

fn at(path: &Path, error: &io::Error) -> Failure {
    Failure::Unpack { path: path.to_owned(), reason: error.to_string() }
}
