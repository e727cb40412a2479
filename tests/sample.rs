//! Is the sample archive understood as its truth says, and found again?
//!
//! `tests/sample/archive` holds the minutes, `tests/sample/truth` what is in them: a file of JSON
//! for each, with the people, items and sentences that its writer meant.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::referat::Desk;

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

/// Letters and digits only, in lower case: how a sentence is recognised.
fn key(value: &Value) -> String {
    let text = value.as_str().unwrap_or("");
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn rows<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// Right and all, a kind of fact at a time, and what was wrong.
#[derive(Default)]
struct Score {
    counts: BTreeMap<&'static str, (usize, usize)>,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, what: &'static str, ok: bool, say: impl FnOnce() -> String) {
        let count = self.counts.entry(what).or_default();
        count.0 += usize::from(ok);
        count.1 += 1;
        if !ok {
            self.wrong.push(format!("{what}: {}", say()));
        }
    }

    fn share(&self, what: &str) -> f64 {
        let (right, all) = self.counts[what];
        right as f64 / all as f64
    }
}

fn compare(file: &str, parsed: &Value, truth: &Value, score: &mut Score) {
    let meetings = rows(parsed, "meetings");
    score.add("one meeting a file", meetings.len() == 1, || file.to_owned());
    let Some(meeting) = meetings.first() else { return };
    score.add("date", meeting["date"] == truth["date"], || {
        format!("{file}: {} for {}", meeting["date"], truth["date"])
    });
    score.add("body", key(&meeting["body"]) == key(&truth["body"]), || {
        format!("{file}: {} for {}", meeting["body"], truth["body"])
    });
    for person in rows(truth, "people") {
        let found = rows(meeting, "people").iter().any(|p| {
            key(&p["name"]) == key(&person["name"]) && p["group"] == person["group"]
        });
        score.add("people", found, || format!("{file}: {person}"));
    }
    for item in rows(truth, "items") {
        let found = rows(meeting, "items")
            .iter()
            .any(|i| i["number"] == item["number"] && key(&i["title"]) == key(&item["title"]));
        score.add("items", found, || format!("{file}: {} {}", item["number"], item["title"]));
    }
    for extra in rows(meeting, "items") {
        let meant = rows(truth, "items").iter().any(|i| i["number"] == extra["number"]);
        score.add("no item too many", meant, || {
            format!("{file}: {} {}", extra["number"], extra["title"])
        });
    }
    let statements: Vec<(String, &Value)> =
        rows(meeting, "statements").iter().map(|s| (key(&s["text"]), s)).collect();
    for sentence in rows(truth, "statements") {
        let text = key(&sentence["text"]);
        let mut holders = statements.iter().filter(|(held, _)| held.contains(&text)).peekable();
        let first = holders.peek().copied();
        let holder = holders.find(|(_, s)| s["item"] == sentence["item"]).or(first);
        score.add("text kept", holder.is_some(), || format!("{file}: {}", sentence["text"]));
        let Some((_, held)) = holder else { continue };
        score.add("under its item", held["item"] == sentence["item"], || {
            format!("{file}: {} for {}: {}", held["item"], sentence["item"], sentence["text"])
        });
        let same = key(&held["speaker"]) == key(&sentence["speaker"]);
        score.add("speaker", same, || {
            format!("{file}: {} for {}: {}", held["speaker"], sentence["speaker"], sentence["text"])
        });
        score.add("no wrong name", same || held["speaker"].is_null(), || {
            format!("{file}: {} for {}: {}", held["speaker"], sentence["speaker"], sentence["text"])
        });
        let decided = held["decision"].as_bool() == sentence["decision"].as_bool();
        score.add("decision", decided, || {
            format!("{file}: {} for {}: {}", held["decision"], sentence["decision"], sentence["text"])
        });
    }
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
    for (what, (right, all)) in &score.counts {
        eprintln!("{what}: {right} of {all}");
    }
    for (what, floor) in [
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
    ] {
        assert!(
            score.share(what) >= floor,
            "{what}: {:?}, at least {floor} of all must be right:\n{}",
            score.counts[what],
            score.wrong.join("\n")
        );
    }
}
