//! Has each JSON answer the shape that `referat json-schema` tells, and is that the shape that
//! programs rely on?
//!
//! `tests/json-schema/` holds the shapes as they were told last. A shape that changes on purpose is
//! written anew with `referat json-schema X > tests/json-schema/X.json`; whoever reads the change sees
//! what programs must follow.

use std::path::Path;

use serde_json::Value;

use crate::referat::Desk;

const SHAPES: [&str; 19] = [
    "search",
    "who",
    "topic",
    "words",
    "similar",
    "show",
    "people",
    "person",
    "unresolved",
    "meetings",
    "verify",
    "watch-list",
    "parse",
    "analyze",
    "bodies",
    "status",
    "suggest",
    "popolo",
    "problem",
];

#[test]
fn shapes_are_those_that_programs_rely_on() {
    let desk = Desk::new();
    for name in SHAPES {
        let told = desk.run(["json-schema", name]).json(0);
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/json-schema/{name}.json"));
        let kept: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(told, kept, "the shape of {name} has changed; see the head of tests/shapes.rs");
    }
}

#[test]
fn answers_have_the_shape_that_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let archive = root.join("tests/sample/archive");
    let desk = Desk::new();
    desk.run(["index", archive.to_str().unwrap()]).expect(0);
    let hit = desk.run(["search", "journal", "--limit", "1", "--format", "json"]).json(0);
    let text = |field: &str| hit["hits"][0][field].as_str().unwrap().to_owned();
    let (reference, hash) = (text("reference"), text("hash"));
    let similar = desk
        .run(["search", "\"uændret kontingent\"", "--limit", "1", "--format", "json"])
        .json(0)["hits"][0]["reference"]
        .as_str()
        .unwrap()
        .to_owned();
    let meeting = hit["hits"][0]["meeting"]["id"].as_str().unwrap();
    let file = archive.join(text("file"));
    let topics = desk.write("emner.txt", "Journal = journal\n");
    let none = "0".repeat(64);
    for (shape, code, arguments) in [
        ("search", 0, &["search", "journal", "beslutning:ja", "--all"][..]),
        ("search", 1, &["search", "enhjørningestald"]),
        ("search", 1, &["search", "jounal", "enhjørning", "--speaker", "Torben Qvist"]),
        ("search", 0, &["said", "formanden"]),
        ("search", 0, &["search", "journal", "--facets", "--timeline", "month", "--kwic"]),
        ("search", 0, &["search", "--speaker", "Torben Kvist", "--group", "meeting"]),
        ("who", 0, &["who", "journal"]),
        ("topic", 0, &["topic", "kanalstrategi"]),
        ("words", 0, &["words", "--body", "havørnen"]),
        ("similar", 0, &["similar", &similar]),
        ("show", 0, &["show", meeting]),
        ("show", 0, &["show", &reference]),
        ("people", 0, &["people"]),
        ("unresolved", 0, &["people", "--unresolved"]),
        ("popolo", 0, &["people"]),
        ("meetings", 0, &["meetings"]),
        ("verify", 0, &["verify", &reference, &hash]),
        ("verify", 1, &["verify", &reference, &none]),
        ("watch-list", 0, &["watch-list", topics.to_str().unwrap()]),
        ("watch-list", 1, &["watch-list", topics.to_str().unwrap()]),
        ("parse", 0, &["parse", file.to_str().unwrap()]),
        ("analyze", 0, &["analyze", "Sundhedsjournalens børn"]),
    ] {
        let schema = desk.run(["json-schema", shape]).json(0);
        let validator = jsonschema::validator_for(&schema).unwrap();
        let format = if shape == "popolo" { "popolo" } else { "json" };
        let answer = desk.run(arguments.iter().chain(&["--format", format])).json(code);
        let faults: Vec<String> = validator
            .iter_errors(&answer)
            .map(|e| format!("{e} at {}", e.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{arguments:?}: {}", faults.join("\n"));
        // An open shape would let anything through: it must at least ask for its first field.
        let wrong = serde_json::json!({ "enhjørning": 1 });
        assert!(!validator.is_valid(&wrong), "{shape} lets anything through");
    }
}
