//! How fast minutes are read and speech attributed, and whether the time grows faster than the text.
//!
//! In: the minutes that `archive` makes: as single files, and as one bound volume whose size is doubled
//! three times. Out: MB a second on one core, the ratio to a plain scan of the same bytes in the same run,
//! and the growth: 2.0 is linear. Asserts that every meeting is found and no statement lost.
//!
//! `cargo bench --bench reading`

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

#[expect(dead_code, reason = "nothing is written into files here")]
mod archive;

use std::hint::black_box;
use std::time::Instant;

use archive::{Minutes, Plan};
use minutes::Vocabulary;

/// Meetings read one by one, and in the smallest volume; about 5 KiB each. No source.
const N_MEETINGS: usize = 100;
/// Runs of each file and volume; the fastest counts.
const N_RUNS: usize = 7;
/// Most that twice the text may take, in times the half: linear with room for a noisy machine.
const MAX_GROWTH: f64 = 2.7;

fn main() {
    let vocabulary = Vocabulary::new(
        include_str!("../index-config/reporting-verbs.txt"),
        include_str!("../index-config/header-labels.txt"),
        include_str!("../index-config/titles.txt"),
    );
    let texts: Vec<Minutes> =
        archive::minutes(Plan { seed: 7, n_meetings: 8 * N_MEETINGS }).collect();
    let singles = texts.get(..N_MEETINGS).unwrap();
    let n_bytes: usize = singles.iter().map(|m| m.text.len()).sum();
    let meant: usize = singles.iter().map(|m| m.counts.n_statements).sum();

    let seconds_scan: f64 = singles
        .iter()
        .map(|one| fastest(|| black_box(one.text.bytes().filter(|b| *b == b'.').count())))
        .sum();
    let mut n_statements = 0;
    let mut seconds_read = 0.0;
    for one in singles {
        let (meetings, _) = read(&one.text, &one.path, &vocabulary);
        assert_eq!(meetings.len(), 1, "{}", one.path);
        n_statements += meetings.iter().map(|m| m.statements.len()).sum::<usize>();
        seconds_read += fastest(|| read(&one.text, &one.path, &vocabulary));
    }
    // Sentences may be cut otherwise than the generator meant, in one of a hundred at the most.
    assert!(n_statements.abs_diff(meant) <= meant / 100, "{n_statements} for {meant}");
    let mb = n_bytes as f64 / 1e6;
    println!("{N_MEETINGS} files, {mb:.2} MB, one core");
    println!("plain scan of bytes  {:10.0} MB/s", mb / seconds_scan);
    println!(
        "read and attributed  {:10.1} MB/s   1 : {:.0}",
        mb / seconds_read,
        seconds_read / seconds_scan
    );

    println!("\none volume of   MB   seconds   growth");
    let mut before = None;
    for n in [N_MEETINGS, 2 * N_MEETINGS, 4 * N_MEETINGS, 8 * N_MEETINGS] {
        let volume: String =
            texts.iter().take(n).map(|m| m.text.as_str()).collect::<Vec<_>>().join("\u{C}");
        let seconds = fastest(|| read(&volume, "Forhandlingsprotokol.txt", &vocabulary));
        let growth = before.map(|b| seconds / b);
        let printed = growth.map_or("     -".to_owned(), |g: f64| format!("{g:6.2}"));
        println!("{n:13} {:5.1}  {seconds:8.3}   {printed}", volume.len() as f64 / 1e6);
        assert!(growth.is_none_or(|g| g <= MAX_GROWTH), "the time grows faster than the text");
        before = Some(seconds);
    }
}

fn read(
    text: &str,
    path: &str,
    vocabulary: &Vocabulary,
) -> (Vec<minutes::Meeting>, Vec<minutes::Remark>) {
    let (document, _) = documents::read(text.as_bytes(), path).unwrap();
    match document {
        documents::Document::Pages(pages) => minutes::read(&pages, path, vocabulary),
        documents::Document::Transcript(_) => panic!("{path}: minutes were taken for a transcript"),
    }
}

/// The fastest of some runs, in seconds: whatever else the machine does only adds. What a run gives is
/// dropped after it was timed.
fn fastest<T>(run: impl Fn() -> T) -> f64 {
    let seconds = |_| {
        let begin = Instant::now();
        let done = black_box(run());
        let seconds = begin.elapsed().as_secs_f64();
        drop(done);
        seconds
    };
    (0..N_RUNS).map(seconds).fold(f64::INFINITY, f64::min)
}
