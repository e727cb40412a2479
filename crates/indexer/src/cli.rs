//! `referat index`, `status`, `check` and `forget`: flags → work → what people read of it.
//!
//! A bar on a terminal, plain lines in a pipe. Deliberately absent: standard output and exit codes
//! (`main` owns them).

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use schema::Config;

use crate::{IndexError, Job, Ocr, Stage, Step, Summary, plan, write};

mod status;
mod watch;

pub use status::{CheckArgs, ForgetArgs, StatusArgs, check, forget, status};

/// `referat index`.
#[derive(Debug, Clone, Default, Args)]
pub struct IndexArgs {
    /// Files, and folders of files that end in .txt, .md, .pdf, .docx, .odt, .html, .eml or .zip, or hold a
    /// transcript in TEI (.xml)
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read every file again and make the index anew, also one that is damaged, of another version of
    /// this program or of another configuration
    #[arg(long)]
    pub rebuild: bool,
    /// Only tell what would be read, moved and taken out
    #[arg(long)]
    pub dry_run: bool,
    /// Go on and follow the folders: what changes in them is in the index seconds later
    #[arg(long, conflicts_with = "dry_run")]
    pub watch: bool,
    /// Read scanned PDFs with tesseract and pdftoppm, which must be installed
    #[arg(long)]
    pub ocr: bool,
    /// Write nothing when a file cannot be read
    #[arg(long)]
    pub strict: bool,
    /// Write what was done, and what the index holds and lacks, into a file as JSON
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Mask these too, beside civil registration numbers; an index that is there needs --rebuild for it
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KINDS")]
    pub mask: Vec<Mask>,
}

/// Numbers that are masked on demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mask {
    /// Bank accounts
    Account,
    /// Telephones
    Phone,
}

/// Brings an index up to date and prints what was done on `out`, failures on `err`. A bar is drawn
/// (on standard error, by indicatif) when `bar` is set. Following folders has no end: `now` tells the
/// time of each run.
///
/// # Errors
/// When the index cannot be opened or written, or the folders cannot be followed.
pub fn run(
    args: &IndexArgs,
    dir: &Path,
    config: Option<&Config>,
    now: &dyn Fn() -> String,
    bar: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Summary, IndexError> {
    // Before the first run, so that no change is missed.
    let changes = if args.watch { Some(watch::Changes::of(&args.paths, dir)?) } else { None };
    let mut summary = once(args, dir, config, &now(), bar, out, err)?;
    // Everything is made anew once, not each time.
    let args = IndexArgs { rebuild: false, ..args.clone() };
    while changes.as_ref().is_some_and(watch::Changes::wait) {
        match once(&args, dir, config, &now(), bar, out, err) {
            Ok(done) => summary = done,
            // Another run, a disk that is full for a while: the next change tries again.
            Err(error) => drop(writeln!(err, "referat: {error}")),
        }
    }
    Ok(summary)
}

/// One run.
fn once(
    args: &IndexArgs,
    dir: &Path,
    config: Option<&Config>,
    now: &str,
    bar: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Summary, IndexError> {
    let started = Instant::now();
    let masking = masking(args, dir, config)?;
    let config = masking.as_ref().or(config);
    let ocr = if args.ocr { Some(Ocr::installed().ok_or(IndexError::NoOcr)?) } else { None };
    let job = Job {
        now,
        ocr: ocr.as_ref(),
        anew: args.rebuild,
        strict: args.strict,
        ..Job::new(&args.paths, dir, config)
    };
    if args.dry_run {
        let plan = plan(&job)?;
        let _ = status::plan(out, &plan).and_then(|()| out.flush());
        return Ok(Summary { failures: plan.failures, ..Summary::default() });
    }
    let progress = if bar { Some(new_bar()) } else { None };
    let mut lines = Vec::new();
    let mut broken: io::Result<()> = Ok(());
    let summary = write::run(job, &mut |step| match &progress {
        Some(progress) => {
            progress.set_length(step.n_all as u64);
            progress.set_position(step.n_done as u64);
            progress.set_message(match step.stage {
                Stage::Reading => step.place.to_owned(),
                Stage::Writing => "writing".to_owned(),
            });
        }
        None if broken.is_ok() && step.stage == Stage::Reading => broken = line(&mut *out, step),
        None => {}
    });
    if let Some(progress) = progress {
        progress.finish_and_clear();
    }
    let summary = summary?;
    // A reader that is gone does not undo the work: the exit code still tells how it went.
    report(&summary, dir, started.elapsed().as_secs_f64(), &mut lines);
    let _ = out.write_all(&lines).and_then(|()| out.flush());
    for failure in &summary.failures {
        let _ = writeln!(err, "referat: {failure}");
    }
    if let Some(path) = &args.report {
        let status = if summary.has_index { Some(crate::status(dir)?) } else { None };
        let json = serde_json::json!({ "run": &summary, "index": status });
        std::fs::write(path, serde_json::to_vec_pretty(&json)?)
            .map_err(|source| schema::StoreError::Io { path: path.clone(), source })?;
    }
    Ok(summary)
}

/// The configuration that masks what is asked for: that given, else the index's own, else the one
/// compiled in.
fn masking(
    args: &IndexArgs,
    dir: &Path,
    config: Option<&Config>,
) -> Result<Option<Config>, IndexError> {
    if args.mask.is_empty() {
        return Ok(None);
    }
    let names = args.mask.iter().map(|mask| match mask {
        Mask::Account => "accounts",
        Mask::Phone => "phones",
    });
    let names: Vec<&str> = names.collect();
    let own = dir.join("config");
    let base = match config {
        Some(config) => Ok(config.clone()),
        None if own.is_dir() => Config::with_folder(&own),
        None => Config::defaults(),
    };
    let masking = base.and_then(|base| base.guarding(&names)).map_err(schema::StoreError::from)?;
    Ok(Some(masking))
}

fn new_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
    let bar = ProgressBar::new(0);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn line(out: &mut dyn Write, step: Step<'_>) -> io::Result<()> {
    match step.found {
        Some((n_meetings, n_statements)) => writeln!(
            out,
            "{}/{} {}: {n_meetings} meetings, {n_statements} statements",
            step.n_done, step.n_all, step.place
        ),
        // What is wrong stands among the failures, once.
        None => Ok(()),
    }
}

fn report(summary: &Summary, dir: &Path, seconds: f64, out: &mut Vec<u8>) {
    let mut say = |text: String| {
        out.extend_from_slice(text.as_bytes());
        out.push(b'\n');
    };
    let n_failed = summary.failures.len();
    let mut files = format!(
        "{} files read, {} unchanged, {n_failed} failed",
        summary.n_read, summary.n_unchanged
    );
    if summary.n_removed > 0 {
        files.push_str(&format!(", {} gone and taken out", summary.n_removed));
    }
    if summary.n_moved > 0 {
        files.push_str(&format!(", {} known from another place", summary.n_moved));
    }
    if summary.n_read == 0 && summary.n_removed == 0 && summary.has_index {
        files.push_str("; nothing to do");
    }
    say(files);
    if !summary.skipped.is_empty() {
        let kinds: Vec<String> =
            summary.skipped.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
        say(format!("passed over as no minutes: {}", kinds.join(", ")));
    }
    if summary.n_copies > 0 {
        say(format!("{} are copies of others and one with them", summary.n_copies));
    }
    if summary.n_masked > 0 {
        say(format!(
            "{} numbers of persons masked; referat status --masked tells where",
            summary.n_masked
        ));
    }
    for remark in &summary.remarks {
        say(format!("remark: {remark}"));
    }
    if let Some(n_words) = summary.n_own_words {
        say(format!("{n_words} words of the archive's own; the whole index is written with them"));
    }
    if summary.n_remarks > 0 {
        say(format!("{} remarks; referat parse FILE shows them", summary.n_remarks));
    }
    if summary.has_index {
        let share = match summary.n_statements {
            0 => 0.0,
            n => 100.0 * summary.n_with_speaker as f64 / n as f64,
        };
        say(format!(
            "index {}: {} meetings, {} statements, {share:.0} % with a speaker",
            dir.display(),
            summary.n_meetings,
            summary.n_statements
        ));
    } else {
        say("no index was made: there was nothing to read".to_owned());
    }
    say(format!("{seconds:.1} seconds"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_without_work_says_so() {
        let summary = Summary { n_unchanged: 3, has_index: true, ..Summary::default() };
        let mut out = Vec::new();
        report(&summary, Path::new("indeks"), 0.01, &mut out);
        let said = String::from_utf8(out).unwrap();
        assert!(said.starts_with("0 files read, 3 unchanged, 0 failed; nothing to do\n"), "{said}");
    }
}
