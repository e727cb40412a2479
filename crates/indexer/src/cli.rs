//! `referat index` and `referat parse`: flags → work → what people read of it.
//!
//! A bar on a terminal, plain lines in a pipe. Deliberately absent: standard output and exit codes
//! (`main` owns them).

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use schema::Config;

use crate::{IndexError, Stage, Step, Summary, index, rebuild};

/// `referat index`.
#[derive(Debug, Clone, Args)]
pub struct IndexArgs {
    /// Files, and folders of files that end in .txt, .md or .pdf, or hold a transcript in TEI (.xml)
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read every file again and make the index anew, also one that is damaged, of another version of
    /// this program or of another configuration
    #[arg(long)]
    pub rebuild: bool,
}

/// Brings an index up to date and prints what was done on `out`, failures on `err`. A bar is drawn
/// (on standard error, by indicatif) when `bar` is set.
///
/// # Errors
/// When the index cannot be opened or written.
pub fn run(
    args: &IndexArgs,
    dir: &Path,
    config: Option<&Config>,
    bar: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Summary, IndexError> {
    let started = Instant::now();
    let progress = if bar { Some(new_bar()) } else { None };
    let mut lines = Vec::new();
    let mut broken: io::Result<()> = Ok(());
    let work = if args.rebuild { rebuild } else { index };
    let summary = work(&args.paths, dir, config, &mut |step| match &progress {
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
    Ok(summary)
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
