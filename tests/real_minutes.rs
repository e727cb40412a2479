//! How well are real minutes read? Scored by the scorers beside them, against careful readers.
//!
//! Real documents are not part of the repository: where `../shared` is missing, each test says so
//! and passes. The floors are what was reached, less what one sentence weighs; raise them with it.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::referat::{Desk, PROGRAM, shared};

/// A figure of the scorer and the least (or, for `AT_MOST`, the most) that it may be.
type Floor = (&'static str, f64);

/// Figures that are better when smaller.
const AT_MOST: [&str; 4] =
    ["speaker.wrong_name", "search.leaks", "false_split", "neg_matched_nonderiv"];

fn figures(command: &mut Command) -> BTreeMap<String, f64> {
    let done = command.output().expect("python3 runs the scorers");
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{out}{}", String::from_utf8_lossy(&done.stderr));
    out.lines()
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
        })
        .collect()
}

fn check(what: &str, figures: &BTreeMap<String, f64>, floors: &[Floor]) {
    let mut short = Vec::new();
    for (name, floor) in floors {
        let value = figures.get(*name).copied();
        let ok = value.is_some_and(|value| {
            if AT_MOST.contains(name) { value <= *floor } else { value >= *floor }
        });
        eprintln!("{what}: {name} {value:?} (floor {floor})");
        if !ok {
            short.push(format!("{name} is {value:?}, was {floor}"));
        }
    }
    assert!(short.is_empty(), "{what} is read worse than before: {short:?}");
}

fn score_minutes(gold: &Path, search: Option<&Desk>) -> BTreeMap<String, f64> {
    let mut command = Command::new("python3");
    command
        .arg(
            gold.join("../../eval/score_minutes.py")
                .canonicalize()
                .unwrap_or_else(|_| gold.join("../../../eval/score_minutes.py")),
        )
        .arg("--gold")
        .arg(gold)
        .arg("--source")
        .arg(gold.join("source.txt"))
        .arg("--parse")
        .arg(format!("{PROGRAM} parse --format json"));
    if let Some(desk) = search {
        let index = desk.path("referat-index");
        command
            .arg("--search")
            .arg(format!("{PROGRAM} search --index {} --all --format json", index.display()));
    }
    figures(&mut command)
}

#[test]
fn a_national_board_is_read_and_found() {
    let Some(gold) = shared("data/sundheds-it-2022-02-02") else { return };
    let desk = Desk::new();
    desk.run(["index", gold.join("source.txt").to_str().unwrap()]).expect(0);
    check(
        "sundheds-it",
        &score_minutes(&gold, Some(&desk)),
        &[
            ("header.date", 1.0),
            ("header.body", 1.0),
            ("people.name+group.f1", 1.0),
            ("people.name+affiliation.f1", 1.0),
            ("items.number+title.f1", 1.0),
            ("items.kind.f1", 1.0),
            ("hyphens.joined", 1.0),
            ("statements.text_kept", 1.0),
            ("statements.item", 1.0),
            ("speaker.accuracy", 0.99),
            ("speaker.wrong_name", 0.0),
            ("decisions.recall", 1.0),
            ("decisions.precision", 1.0),
            ("search.recall", 0.99),
            ("search.leaks", 0.0),
            ("search.perfect_queries", 0.97),
        ],
    );
}

#[test]
fn other_offices_are_read() {
    let Some(offices) = shared("data/offices") else { return };
    for office in ["boligforening-generalforsamling", "kommune-udvalg", "universitet-bestyrelse"] {
        check(
            office,
            &score_minutes(&offices.join(office), None),
            &[
                ("header.date", 1.0),
                ("people.name+group.f1", 1.0),
                ("items.number+title.f1", 1.0),
                ("speaker.accuracy", 0.97),
                ("speaker.wrong_name", 0.0),
                ("decisions.recall", 1.0),
                ("decisions.precision", 1.0),
            ],
        );
    }
}

#[test]
fn a_university_board_is_found() {
    let Some(offices) = shared("data/offices") else { return };
    let gold = offices.join("universitet-bestyrelse");
    let desk = Desk::new();
    desk.run(["index", gold.join("source.txt").to_str().unwrap()]).expect(0);
    check(
        "universitet-bestyrelse",
        &score_minutes(&gold, Some(&desk)),
        &[("search.recall", 1.0), ("search.leaks", 0.0), ("search.perfect_queries", 1.0)],
    );
}

#[test]
fn the_analyzer_is_as_good_as_the_word_lists_say() {
    let Some(lang) = shared("lang") else { return };
    let analyze = |side: &str| format!("{PROGRAM} analyze --{side} --format json");
    let figures = figures(Command::new("python3").arg(lang.join("score.py")).args([
        "--query-cmd",
        &analyze("query"),
        "--index-cmd",
        &analyze("text"),
        "--split",
        "dev",
        "--no-speed",
    ]));
    check(
        "word lists",
        &figures,
        &[
            ("infl_F1", 0.99),
            ("infl_P", 0.99),
            ("irr_R", 0.99),
            ("neg_matched_nonderiv", 0.01),
            ("comp_R", 0.96),
            ("comp_all_parts", 0.95),
            ("false_split", 0.03),
            ("var_acc", 0.99),
        ],
    );
}

#[test]
fn snow_was_shovelled_in_many_parishes() {
    let Some(archive) = shared("data/aarhus-sogneraad") else { return };
    let desk = Desk::new();
    desk.run(["index", archive.to_str().unwrap()]).expect(0);
    let meetings = desk.run(["meetings", "--format", "json"]).json(0);
    let n_meetings = meetings["meetings"].as_array().map_or(0, Vec::len);
    assert!(n_meetings > 300, "34 files of a year each hold only {n_meetings} meetings");
    let answer = desk.run(["search", "snekastning", "--all", "--format", "json"]).json(0);
    let mut parishes: Vec<&str> = answer["hits"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|hit| hit["file"].as_str()?.split('/').rev().nth(1))
        .collect();
    parishes.sort_unstable();
    parishes.dedup();
    assert_eq!(parishes.len(), 7, "snekastning is found in {parishes:?}");
}
