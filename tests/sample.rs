//! Is the sample archive understood as its truth says, and found again?
//!
//! `tests/sample/archive` holds the minutes, `tests/sample/truth` what is in them: a file of JSON
//! for each, with the people, items and sentences that its writer meant.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::referat::Desk;
use crate::scoring::{Score, compare};

fn sample(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample").join(folder)
}

/// Every set of minutes with its truth, in order of name.
fn minutes() -> Vec<(PathBuf, Value)> {
    let mut found = Vec::new();
    let mut folders = vec![sample("archive")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let truth = fs::read_to_string(sample("truth").join(format!("{stem}.json"))).unwrap();
            found.push((path, serde_json::from_str(&truth).unwrap()));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

#[test]
fn every_set_of_minutes_is_understood_as_its_writer_meant() {
    let minutes = minutes();
    assert!(minutes.len() >= 24, "the sample archive has shrunk to {} meetings", minutes.len());
    let desk = Desk::new();
    let mut score = Score::default();
    for (path, truth) in &minutes {
        let run = desk.run(["parse", path.to_str().unwrap(), "--format", "json"]);
        let name = path.file_name().unwrap().to_str().unwrap();
        compare(name, &run.json(0), truth, &mut score);
    }
    score.check(
        "sample archive",
        &[
            ("one meeting a file", 1.0),
            ("date", 1.0),
            ("body", 1.0),
            ("people", 0.98),
            ("items", 1.0),
            ("no item too many", 1.0),
            ("text kept", 1.0),
            ("under its item", 0.99),
            ("speaker", 0.97),
            ("no wrong name", 0.98),
            ("decision", 0.98),
        ],
    );
}
