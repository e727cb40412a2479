//! How long indexing takes, and whether it grows faster than the archive.
//!
//! Makes archives of three sizes, each twice the one before, runs the program over each and prints
//! statements and megabytes a second, and the growth: 2.0 is linear. Asserts that every meeting and
//! statement that was written is found again.
//!
//! `cargo bench --bench ingest`

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

mod archive;

use std::process::Command;
use std::time::Instant;

use archive::{Plan, write};

/// Meetings in the smallest archive; about 58 statements each. No source.
const N_MEETINGS: usize = 250;

fn main() {
    println!("meetings  statements      MB  seconds  statements/s   MB/s  growth");
    let mut before = None;
    for n_meetings in [N_MEETINGS, 2 * N_MEETINGS, 4 * N_MEETINGS] {
        let folder = tempfile::tempdir().unwrap();
        let minutes = folder.path().join("minutes");
        let counts = write(Plan { seed: 7, n_meetings }, &minutes).unwrap();
        let begin = Instant::now();
        let done = Command::new(env!("CARGO_BIN_EXE_referat"))
            .args(["index", "minutes"])
            .current_dir(folder.path())
            .env_remove("REFERAT_INDEX")
            .output()
            .unwrap();
        let seconds = begin.elapsed().as_secs_f64();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let meetings = Command::new(env!("CARGO_BIN_EXE_referat"))
            .args(["meetings", "--format", "json"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let list: serde_json::Value = serde_json::from_slice(&meetings.stdout).unwrap();
        let rows = list["meetings"].as_array().unwrap();
        assert_eq!(rows.len(), counts.n_meetings, "meetings were lost or made up");
        let n_statements: u64 = rows.iter().map(|m| m["n_statements"].as_u64().unwrap()).sum();
        // Sentences may be cut otherwise than the generator meant, in one of a hundred at the most.
        let meant = counts.n_statements as f64;
        assert!((n_statements as f64 - meant).abs() <= meant / 100.0, "{n_statements} for {meant}");
        let megabytes = counts.n_bytes as f64 / 1e6;
        let growth = before.map_or(String::from("     -"), |b| format!("{:6.2}", seconds / b));
        println!(
            "{n_meetings:8}  {n_statements:10}  {megabytes:6.1}  {seconds:7.2}  {:12.0}  {:5.2}  {growth}",
            n_statements as f64 / seconds,
            megabytes / seconds,
        );
        before = Some(seconds);
    }
}
