//! Are minutes of other offices understood as a careful reader understands them?
//!
//! Each folder of `tests/minutes` holds one set of minutes, our own writing, and what a reader made
//! of it who did not know the program. The floors are for all of them together.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::referat::Desk;
use crate::scoring::{Score, compare, rows};

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The reader's files as one truth, in the shape that `referat parse` prints.
fn truth(case: &Path) -> Value {
    let header = read(&case.join("header.json"));
    let items: Vec<Value> = read(&case.join("items.json"))
        .as_array()
        .unwrap()
        .iter()
        .map(|item| json!({"number": item["id"], "title": item["title"]}))
        .collect();
    let decisions = json!({"rows": read(&case.join("decisions.json"))});
    let statements: Vec<Value> = fs::read_to_string(case.join("statements.jsonl"))
        .unwrap()
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let decision = rows(&decisions, "rows").iter().any(|d| d["text"] == row["sentence"]);
            json!({
                "item": row["item"],
                "speaker": row["speaker"],
                "text": row["sentence"],
                "doubt": row["doubt"],
                "decision": decision,
            })
        })
        .collect();
    json!({
        "body": header["body"],
        "date": header["date"],
        "people": header["people"],
        "items": items,
        "statements": statements,
    })
}

fn source(case: &Path) -> PathBuf {
    let markdown = case.join("source.md");
    if markdown.exists() { markdown } else { case.join("source.txt") }
}

#[test]
fn minutes_of_other_offices_are_understood_as_a_careful_reader_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/minutes");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    cases.sort();
    assert!(cases.len() >= 47, "only {} offices are left", cases.len());
    let desk = Desk::new();
    let mut score = Score::default();
    for case in &cases {
        let run = desk.run(["parse", source(case).to_str().unwrap(), "--format", "json"]);
        let name = case.file_name().unwrap().to_str().unwrap();
        compare(name, &run.json(0), &truth(case), &mut score);
    }
    score.check(
        "other offices",
        &[
            ("date", 1.0),
            ("people", 0.99),
            ("items", 1.0),
            ("text kept", 1.0),
            ("speaker", 0.98),
            ("no wrong name", 0.99),
            ("decision", 0.98),
        ],
    );
}
