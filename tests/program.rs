//! Do the verbs answer as their help says: output, exit codes, pipes?

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use crate::referat::{Desk, shared};

/// The sample archive, indexed.
fn indexed() -> Desk {
    let desk = Desk::new();
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
    desk.run(["index", archive.to_str().unwrap()]).expect(0);
    desk
}

#[test]
fn a_second_run_over_unchanged_files_does_no_work_and_says_so() {
    let desk = Desk::new();
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
    let first = desk.run(["index", archive.to_str().unwrap()]);
    first.expect(0);
    assert!(!first.out.contains('\u{1b}'), "escape codes in a pipe: {}", first.out);
    let second = desk.run(["index", archive.to_str().unwrap()]);
    second.expect(0);
    assert!(second.out.contains("unchanged"), "{}", second.out);
    assert!(second.out.contains("nothing to do"), "{}", second.out);
}

#[test]
fn exit_codes_tell_found_nothing_and_error_apart() {
    let desk = indexed();
    desk.run(["search", "journal"]).expect(0);
    desk.run(["search", "enhjørningestald"]).expect(1);
    desk.run(["search", "journal", "--year", "i går"]).expect(2);
    desk.run(["serch"]).expect(2);
}

#[test]
fn a_part_finds_the_compound_and_only_the_part_is_marked() {
    let desk = indexed();
    let answer = desk.run(["search", "journal", "--all", "--format", "json"]).json(0);
    let hits = answer["hits"].as_array().unwrap();
    assert_eq!(answer["total"].as_u64(), Some(hits.len() as u64));
    let hit = hits
        .iter()
        .find(|hit| hit["text"].as_str().unwrap().contains("Sundhedsjournalen"))
        .expect("journal finds Sundhedsjournalen");
    let text = hit["text"].as_str().unwrap();
    let marked: Vec<&str> = hit["highlights"]
        .as_array()
        .unwrap()
        .iter()
        .map(|range| {
            let start = range[0].as_u64().unwrap() as usize;
            &text[start..range[1].as_u64().unwrap() as usize]
        })
        .collect();
    assert!(marked.contains(&"journalen"), "{marked:?} in {text:?}");
}

#[test]
fn common_words_are_no_hindrance_but_may_be_looked_for() {
    let desk = indexed();
    let plain = desk.run(["search", "sundhedsjournal", "--format", "json"]).json(0);
    let asked =
        desk.run(["search", "hvad er det med sundhedsjournalen", "--format", "json"]).json(0);
    assert_eq!(plain["total"], asked["total"]);
    assert!(asked["notes"][0].as_str().unwrap().contains("too common"), "{}", asked["notes"]);
    desk.run(["search", "at det er"]).expect(0);
}

#[test]
fn a_verbal_noun_that_nothing_has_is_answered_with_its_verb() {
    let desk = Desk::new();
    let path = desk.write(
        "2021.txt",
        "Referat af møde i Havneudvalget den 3. maj 2021\n\n\
        1. Både\nUdvalget drøftede, om alle både skal fortøjes ved den nye bro.\n",
    );
    desk.run(["index", path.to_str().unwrap()]).expect(0);
    let answer = desk.run(["search", "fortøjning", "--format", "json"]).json(0);
    assert_eq!(answer["total"], 1);
    assert!(answer["notes"][0].as_str().unwrap().contains("fortøje"), "{}", answer["notes"]);
}

#[test]
fn limits_do_not_change_the_count() {
    let desk = indexed();
    let all = desk.run(["search", "journal", "--all", "--format", "json"]).json(0);
    let one = desk.run(["search", "journal", "--limit", "1", "--format", "json"]).json(0);
    assert_eq!(all["total"], one["total"]);
    assert_eq!(one["hits"].as_array().unwrap().len(), 1);
}

#[test]
fn every_reference_of_a_hit_can_be_shown() {
    let desk = indexed();
    let answer = desk.run(["search", "journal", "--limit", "5", "--format", "json"]).json(0);
    for hit in answer["hits"].as_array().unwrap() {
        let reference = hit["reference"].as_str().unwrap();
        let shown = desk.run(["show", reference]);
        shown.expect(0);
        let words: Vec<&str> = hit["text"].as_str().unwrap().split_whitespace().take(2).collect();
        let joined = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(&words.join(" ")), "{reference} shows:\n{}", shown.out);
    }
    desk.run(["show", "findes-ikke-1999"]).expect(1);
}

#[test]
fn plain_output_fits_eighty_columns_and_has_no_escape_codes() {
    let desk = indexed();
    for arguments in [&["search", "journal"][..], &["people"], &["meetings"]] {
        let run = desk.run(arguments);
        run.expect(0);
        assert!(!run.out.contains('\u{1b}'), "{arguments:?} prints escape codes into a pipe");
        for line in run.out.lines() {
            assert!(line.chars().count() <= 80, "{arguments:?} prints a line too long: {line}");
        }
    }
}

#[test]
fn a_pipe_that_closes_early_ends_quietly() {
    let desk = indexed();
    let mut child = desk
        .command(["search", "og", "--all"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(err, "");
}

#[test]
fn everything_that_a_person_said_and_nothing_else() {
    let Some(folder) = shared("data/sundheds-it-2022-02-02") else { return };
    let desk = indexed();
    desk.run(["index", folder.join("source.txt").to_str().unwrap()]).expect(0);
    let found = desk.run(["search", "sundhedsjournal", "--all", "--format", "json"]).json(0);
    let hits: Vec<&str> =
        found["hits"].as_array().unwrap().iter().map(|h| h["text"].as_str().unwrap()).collect();
    for form in ["Sundhedsjournalen ", "Sundhedsjournal 4.0-projekt"] {
        assert!(hits.iter().any(|text| text.contains(form)), "{form} is not found");
    }
    let said = desk.run(["said", "Lisbeth Nielsen", "--format", "json"]).json(0);
    let hits = said["hits"].as_array().unwrap();
    assert!(hits.len() >= 22, "only {} statements", hits.len());
    assert!(hits.iter().all(|hit| hit["speaker"] == "Lisbeth Nielsen"));
}

#[test]
fn a_shell_is_told_how_a_line_may_go_on() {
    let desk = indexed();
    let bash = |line: &[&str]| {
        let mut arguments = vec!["--", "referat"];
        arguments.extend(line);
        let done = desk
            .command(&arguments)
            .env("COMPLETE", "bash")
            .env("_CLAP_COMPLETE_INDEX", line.len().to_string())
            .env("_CLAP_IFS", "\n")
            .env("_CLAP_COMPLETE_SPACE", "false")
            .env("REFERAT_INDEX", desk.path("referat-index"))
            .output()
            .unwrap();
        String::from_utf8(done.stdout).unwrap()
    };
    assert!(bash(&["se"]).contains("search"));
    let people = desk.run(["people", "--format", "json"]).json(0);
    let key = people["people"][0]["key"].as_str().unwrap().to_owned();
    assert!(bash(&["said", &key[..3]]).lines().any(|line| line == key), "{key}");
    let meetings = desk.run(["meetings", "--format", "json"]).json(0);
    let body = meetings["meetings"][0]["id"].as_str().unwrap();
    assert!(bash(&["show", &body[..4]]).lines().any(|line| line == body), "{body}");
    assert!(!bash(&["search", "--body", ""]).is_empty());
}

#[test]
fn every_verb_has_a_man_page() {
    let desk = Desk::new();
    let dir = desk.path("man1");
    desk.run(["man", dir.to_str().unwrap()]).expect(0);
    for page in ["referat.1", "referat-search.1", "referat-verify.1", "referat-watch-list.1"] {
        let text = std::fs::read_to_string(dir.join(page)).unwrap();
        assert!(text.contains(".SH SYNOPSIS"), "{page}");
    }
}
