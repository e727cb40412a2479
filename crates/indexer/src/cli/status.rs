//! `referat status`, `check` and `forget` as people read them, and as JSON.
//!
//! Deliberately absent: finding out (`crate::status`, `crate::check`, `crate::forget`).

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::check::{Check, Plan};
use crate::status::{FileStatus, Status};
use crate::{IndexError, Job, write};

/// A file of whose words fewer than so many in 100 are known reads badly: minutes reach 90 and more.
/// No source.
const POOR: u8 = 70;

/// Form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Lines for people
    Text,
    /// JSON
    Json,
}

/// Which index.
#[derive(Debug, Clone, Args)]
pub struct Index {
    /// The index folder
    #[arg(long, value_name = "DIR", env = "REFERAT_INDEX", default_value = "referat-index")]
    index: PathBuf,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Form,
}

/// `referat status`.
#[derive(Debug, Clone, Args)]
pub struct StatusArgs {
    #[command(flatten)]
    index: Index,
    /// List every file with how well it reads
    #[arg(long)]
    files: bool,
    /// List where numbers of persons were masked
    #[arg(long)]
    masked: bool,
}

/// `referat check`.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    index: Index,
    /// Bring the index up to date; make it anew where that does not mend it
    #[arg(long)]
    repair: bool,
}

/// `referat forget`.
#[derive(Debug, Clone, Args)]
pub struct ForgetArgs {
    /// A file as the archive shows it or its path, the reference of a statement, or the key or name of a
    /// person
    #[arg(value_name = "FILE|STATEMENT|PERSON")]
    what: String,
    /// Why; kept with the time. Name nobody in it
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    index: Index,
}

/// Prints what an index holds and lacks.
///
/// # Errors
/// When there is no index, it cannot be read, or `out` cannot be written.
pub fn status(args: &StatusArgs, out: &mut dyn Write) -> Result<bool, IndexError> {
    let status = crate::status(&args.index.index)?;
    match args.index.format {
        Form::Json => json(out, &status)?,
        Form::Text => status_lines(out, &status, args)?,
    }
    Ok(true)
}

/// Prints how archive and index agree; tells whether they do in the end.
///
/// # Errors
/// When there is no index, it cannot be read or mended, or `out` cannot be written.
pub fn check(args: &CheckArgs, now: &str, out: &mut dyn Write) -> Result<bool, IndexError> {
    let dir: &Path = &args.index.index;
    let (mut check, roots) = crate::check(dir)?;
    let found = check.clone();
    if args.repair && !check.is_sound() {
        let anew = check.needs_rebuild();
        write::run(Job { now, anew, ..Job::new(&roots, dir, None) }, &mut |_| ())?;
        check = crate::check(dir)?.0;
    }
    let is_sound = check.is_sound();
    match args.index.format {
        Form::Json => json(out, &found)?,
        Form::Text => {
            check_lines(out, &found)?;
            if args.repair && !found.is_sound() {
                let end = if is_sound { "mended" } else { "not all could be mended" };
                writeln!(out, "{end}")?;
            }
        }
    }
    Ok(is_sound)
}

/// Forgets, and prints how much that was.
///
/// # Errors
/// When there is no such thing, it cannot be taken out, something of it is left, or `out` cannot be
/// written.
pub fn forget(args: &ForgetArgs, now: &str, out: &mut dyn Write) -> Result<bool, IndexError> {
    let forgot = crate::forget(&args.index.index, &args.what, &args.reason, now)?;
    if !forgot.left.is_empty() {
        let left: Vec<String> = forgot.left.iter().map(|path| path.display().to_string()).collect();
        let reason = format!(
            "it is out of the index, but words of it still stand in {}; see to these files",
            left.join(", ")
        );
        return Err(IndexError::NotForgotten { reason });
    }
    let crate::Forgot { kind, n_statements, n_files_checked, .. } = forgot;
    match args.index.format {
        Form::Json => {
            let told = serde_json::json!({
                "kind": kind, "n_statements": n_statements, "n_files_checked": n_files_checked
            });
            json(out, &told)?;
        }
        Form::Text => writeln!(
            out,
            "a {kind} is forgotten: {n_statements} statements less, nothing left in the \
             {n_files_checked} files of the index"
        )?,
    }
    Ok(true)
}

fn json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), IndexError> {
    writeln!(out, "{}", serde_json::to_string_pretty(value)?)?;
    Ok(())
}

/// What a run would do.
pub(super) fn plan(out: &mut dyn Write, plan: &Plan) -> io::Result<()> {
    for (what, list) in [
        ("new", &plan.new),
        ("changed", &plan.changed),
        ("moved", &plan.moved),
        ("gone", &plan.gone),
        ("cannot be read", &plan.failures),
    ] {
        for line in list {
            writeln!(out, "{what}: {line}")?;
        }
    }
    writeln!(out, "{} files unchanged; nothing was written", plan.n_unchanged)
}

fn check_lines(out: &mut dyn Write, check: &Check) -> io::Result<()> {
    for (what, list) in [
        ("new", &check.plan.new),
        ("changed", &check.plan.changed),
        ("moved", &check.plan.moved),
        ("gone", &check.plan.gone),
        ("changed, though its time and size do not tell", &check.unseen),
        ("damaged file of the index", &check.damaged),
        ("not held as the list of files says", &check.wrong),
        ("cannot be read", &check.plan.failures),
    ] {
        for line in list {
            writeln!(out, "{what}: {line}")?;
        }
    }
    let end = if check.is_sound() { "archive and index agree" } else { "archive and index differ" };
    writeln!(out, "{} files unchanged; {end}", check.plan.n_unchanged)
}

fn status_lines(out: &mut dyn Write, status: &Status, args: &StatusArgs) -> io::Result<()> {
    let sum = |count: fn(&FileStatus) -> usize| status.files.iter().map(count).sum::<usize>();
    writeln!(
        out,
        "index {}, version {}: {} files, {} meetings, {} statements",
        args.index.index.display(),
        status.version,
        status.files.len(),
        sum(|file| file.n_meetings),
        sum(|file| file.n_statements)
    )?;
    for file in &status.files {
        if let Some(failure) = &file.failure {
            let since =
                file.failed_since.as_deref().map_or(String::new(), |s| format!(" (since {s})"));
            writeln!(out, "failed: {failure}{since}")?;
        }
        if let Some(of) = &file.copy_of {
            writeln!(out, "copy: {} is {of}", file.place)?;
        }
        if let Some(quality) = file.quality.filter(|quality| *quality < POOR) {
            writeln!(out, "reads badly: {}: of 100 words {quality} are known", file.place)?;
        }
    }
    for gap in &status.gaps {
        let crate::Gap { body, after, before, rhythm_days, n_missing } = gap;
        writeln!(
            out,
            "no minutes: {body} between {after} and {before}; about {n_missing} are missing, one every \
             {rhythm_days} days"
        )?;
    }
    let n_masked = sum(|file| file.masked.len());
    if args.masked {
        for file in &status.files {
            for number in &file.masked {
                let crate::MaskedNumber { kind, page, line } = number;
                writeln!(out, "masked: {kind} in {} page {page} line {line}", file.place)?;
            }
        }
    } else if n_masked > 0 {
        writeln!(out, "{n_masked} numbers of persons are masked; --masked tells where")?;
    }
    let n_closed = sum(|file| file.n_closed_out);
    if n_closed > 0 {
        writeln!(out, "{n_closed} statements under closed items are left out")?;
    }
    for forgotten in &status.forgotten {
        writeln!(
            out,
            "forgotten: a {} on {}: {}",
            forgotten.kind, forgotten.when, forgotten.reason
        )?;
    }
    if args.files {
        let share = |share: Option<u8>| share.map_or("-".to_owned(), |share| format!("{share} %"));
        writeln!(out, "\nwords known  with speaker  statements  remarks  file")?;
        for file in &status.files {
            writeln!(
                out,
                "{:>11}  {:>12}  {:>10}  {:>7}  {}",
                share(file.quality),
                share(file.with_speaker),
                file.n_statements,
                file.n_remarks,
                file.place
            )?;
        }
    }
    Ok(())
}
