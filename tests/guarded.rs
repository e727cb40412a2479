//! Is what must not be shown nowhere to be found, and is nothing lost in silence?

use crate::referat::Desk;

/// A small set of minutes, our own writing, of a day in May 2021.
fn minutes(day: u32, more: &str) -> String {
    format!(
        "Referat af møde i Havneudvalget den {day}. maj 2021\n\nDeltagere\nUlla Brask (formand), \
         Torben Ask\n\n1. Bølgebryderen\nUlla Brask orienterede om, at bølgebryderen skal forstærkes. \
         {more}\n"
    )
}

#[test]
fn a_civil_registration_number_is_in_no_answer() {
    let desk = Desk::new();
    let more = "Torben Ask spurgte, om ansøgeren (010190-1234, tlf. 12345678) hører hjemme under bølgebryderen.";
    desk.write("arkiv/a.txt", minutes(3, more));
    let run = desk.run(["index", "arkiv"]);
    run.expect(0);
    assert!(run.out.contains("1 numbers of persons masked"), "{}", run.out);
    let meeting = "havneudvalget-2021-05-03";
    let statement = format!("{meeting}/1/s2");
    for arguments in [
        &["search", "ansøgeren"][..],
        &["search", "ansøgeren", "--format", "json"],
        &["search", "ansøgeren", "--format", "csv"],
        &["search", "ansøgeren", "--format", "markdown"],
        &["search", "ansøgeren", "--kwic"],
        &["show", meeting],
        &["show", &statement, "--printed"],
        &["parse", "arkiv/a.txt"],
        &["status", "--masked", "--format", "json"],
    ] {
        let run = desk.run(arguments);
        run.expect(0);
        assert!(
            !run.out.contains("1234,") && !run.out.contains("010190"),
            "{arguments:?}: {}",
            run.out
        );
    }
    assert!(desk.run(["search", "ansøgeren"]).out.contains("xxxxxx-xxxx"));
    desk.run(["search", "010190-1234"]).expect(1);
    let status = desk.run(["status", "--masked"]);
    assert!(status.out.contains("masked: cpr in a.txt page 1 line 7"), "{}", status.out);
    // Telephones on demand, for an index that is there with --rebuild.
    desk.run(["index", "arkiv", "--mask", "phone"]).expect(2);
    desk.run(["index", "arkiv", "--mask", "phone", "--rebuild"]).expect(0);
    desk.run(["index", "arkiv"]).expect(0);
    assert!(desk.run(["search", "ansøgeren"]).out.contains("xxxxxxxx"));
}

#[test]
fn what_is_forgotten_stays_so() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes(3, "Torben Ask nævnte skumsprøjten."));
    desk.write("arkiv/b.txt", minutes(4, "Torben Ask takkede."));
    desk.run(["index", "arkiv"]).expect(0);
    desk.run(["search", "skumsprøjten"]).expect(0);
    desk.run(["forget", "havneudvalget-2021-05-03/1/s2"]).expect(2);
    let run = desk.run(["forget", "havneudvalget-2021-05-03/1/s2", "--reason", "ønske"]);
    run.expect(0);
    assert!(run.out.contains("1 statements less"), "{}", run.out);
    desk.run(["search", "skumsprøjten"]).expect(1);
    desk.run(["index", "arkiv", "--rebuild"]).expect(0);
    desk.run(["search", "skumsprøjten"]).expect(1);
    desk.run(["forget", "b.txt", "--reason", "fejl"]).expect(0);
    desk.run(["index", "arkiv"]).expect(0);
    desk.run(["search", "takkede"]).expect(1);
    desk.run(["forget", "b.txt", "--reason", "fejl"]).expect(2);
    let status = desk.run(["status"]).out.clone();
    assert!(status.contains("a statement on 20") && status.contains(": fejl"), "{status}");
}

#[test]
fn what_could_not_be_read_is_told_until_it_can() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes(3, ""));
    desk.write("arkiv/tom.txt", "");
    let dry = desk.run(["index", "arkiv", "--dry-run"]);
    dry.expect(0);
    assert!(dry.out.contains("new: a.txt"), "{}", dry.out);
    desk.run(["index", "arkiv", "--strict"]).expect(2);
    desk.run(["search", "bølgebryderen"]).expect(2);
    desk.run(["index", "arkiv", "--report", "rapport.json"]).expect(2);
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(desk.path("rapport.json")).unwrap()).unwrap();
    assert_eq!(report["run"]["n_read"], 1);
    assert!(
        report["index"]["files"][1]["failed_since"].as_str().unwrap().ends_with('Z'),
        "{report}"
    );
    for _ in 0..2 {
        let status = desk.run(["status"]).out.clone();
        assert!(status.contains("failed: tom.txt: the file is empty"), "{status}");
        desk.run(["index", "arkiv"]).expect(2);
    }
    desk.write("arkiv/tom.txt", minutes(4, ""));
    desk.run(["check"]).expect(1);
    desk.run(["check", "--repair"]).expect(0);
    desk.run(["check"]).expect(0);
    assert!(!desk.run(["status"]).out.contains("failed"));
    assert!(desk.run(["status", "--files"]).out.contains("tom.txt"));
}
