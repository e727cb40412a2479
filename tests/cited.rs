//! Does a citation lead back to the words, whatever becomes of archive and index?

use crate::referat::Desk;

const MAY: &str = "\
Referat af møde i Havneudvalget den 3. maj 2021

Deltagere
Ulla Brask (formand), Torben Ask

1. Bølgebryderen
Ulla Brask orienterede om, at bølgebryderen skal forstærkes.
Torben Ask spurgte, om \"havnen\" lukkes; han fandt 5 % for lidt.
Udvalget besluttede at lukke havnen.
";

/// The third statement of the minutes above.
const THIRD: &str = "havneudvalget-2021-05-03/1/s3";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("arkiv/havn.txt", MAY);
    desk.run(["index", desk.path("arkiv").to_str().unwrap()]).expect(0);
    desk
}

/// Puts other minutes in the place of those of May.
fn rewrite(desk: &Desk, from: &str, to: &str) {
    assert!(MAY.contains(from));
    desk.write("arkiv/havn.txt", MAY.replace(from, to));
    desk.run(["index", desk.path("arkiv").to_str().unwrap()]).expect(0);
}

#[test]
fn a_statement_shows_how_to_cite_it() {
    let desk = desk();
    let shown = desk.run(["show", THIRD, "--format", "json"]).json(0);
    assert_eq!(
        shown["citation"],
        "Havneudvalget, møde 3. maj 2021, punkt 1 »Bølgebryderen«, havn.txt, linje 9 \
        (havneudvalget-2021-05-03/1/s3)"
    );
    let text = desk.run(["show", THIRD]);
    let hash = shown["hash"].as_str().unwrap();
    assert!(text.expect(0).out.contains(&format!("sha256:{hash}")), "{}", text.out);
}

#[test]
fn a_citation_is_checked_after_other_words_came_before_after_and_in_its_place() {
    let desk = desk();
    let hash = desk.run(["show", THIRD, "--format", "json"]).json(0)["hash"].to_string();
    let hash = hash.trim_matches('"');
    let verdict = |reference: &str, code: i32| {
        let run = desk.run(["verify", reference, hash, "--format", "json"]).json(code);
        run["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict(THIRD, 0), "same");
    desk.run(["verify", THIRD, &format!("sha256:{}", &hash[..12])]).expect(0);
    desk.run(["verify", THIRD, "ikke-en-sum"]).expect(2);
    assert_eq!(verdict("havneudvalget-2021-05-03-s3", 0), "same");
    assert_eq!(verdict("havneudvalget-2021-05-03/7/s3", 1), "moved");
    assert_eq!(verdict("havneudvalget-1999-01-01/1/s3", 1), "gone");

    rewrite(&desk, "Torben Ask spurgte", "Ulla Brask takkede.\nTorben Ask spurgte");
    assert_eq!(verdict(THIRD, 1), "moved");
    let moved = desk.run(["verify", THIRD, hash]);
    assert!(moved.expect(1).out.contains("havneudvalget-2021-05-03/1/s4"), "{}", moved.out);

    rewrite(&desk, "at lukke havnen", "at åbne havnen");
    assert_eq!(verdict(THIRD, 1), "changed");
    let changed = desk.run(["verify", THIRD, hash]);
    assert!(changed.expect(1).out.contains("at åbne havnen"), "{}", changed.out);
}

#[test]
fn hits_come_as_table_stream_and_quotations() {
    let desk = desk();
    let json = desk.run(["search", "havnen", "--format", "json"]).json(0);
    assert_eq!(json["total"], 2);

    let stream = desk.run(["search", "havnen", "--format", "ndjson"]);
    let lines: Vec<serde_json::Value> =
        stream.expect(0).out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(serde_json::Value::Array(lines), json["hits"]);

    let table = desk.run(["search", "spurgte", "--format", "csv"]).expect(0).out.clone();
    let rows: Vec<&str> = table.split("\r\n").collect();
    assert!(rows[0].starts_with("\u{feff}reference;date;body;"), "{table}");
    assert!(rows[1].starts_with("havneudvalget-2021-05-03/1/s2;2021-05-03;Havneudvalget;"));
    assert!(rows[1].contains("om \"\"havnen\"\" lukkes"), "{table}");

    let quoted = desk.run(["search", "lukkes", "--format", "markdown"]).expect(0).out.clone();
    assert!(quoted.contains("> — Torben Ask. Havneudvalget, møde 3. maj 2021"), "{quoted}");
    assert!(quoted.contains("**lukkes**"), "{quoted}");
}

#[test]
fn a_statement_comes_as_entry_for_programs_of_literature() {
    let desk = desk();
    let reference = "havneudvalget-2021-05-03/1/s2";
    let bibtex = desk.run(["show", reference, "--format", "bibtex"]).expect(0).out.clone();
    assert!(bibtex.starts_with("@misc{havneudvalget-2021-05-03-s2,\n"), "{bibtex}");
    assert!(bibtex.contains("author = {{Havneudvalget}}"), "{bibtex}");
    assert!(bibtex.contains("5 \\% for lidt"), "{bibtex}");
    let csl = desk.run(["show", reference, "--format", "csl"]).json(0);
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2021, 5, 3]]));
    assert_eq!(csl[0]["author"][0]["literal"], "Havneudvalget");
    // A meeting is no single statement.
    desk.run(["show", "havneudvalget-2021-05-03", "--format", "bibtex"]).expect(2);
}

#[test]
fn saved_questions_tell_what_is_new_and_each_thing_once() {
    let desk = desk();
    let file = desk.write(
        "emner.txt",
        "Havnen = havnen\nIngen = taler:\"Findes Ikke\"\nuden lighedstegn\nBro = bro\n",
    );
    let feeds = desk.path("feeds");
    let told = || {
        desk.run([
            "watch-list",
            file.to_str().unwrap(),
            "--feeds",
            feeds.to_str().unwrap(),
            "--site",
            "http://127.0.0.1:8017/",
        ])
    };
    let first = told();
    first.expect(0);
    assert!(first.out.contains("Havnen: 2 statements new"), "{}", first.out);
    assert!(first.err.contains("emner.txt:3:"), "{}", first.err);
    told().expect(1);

    // Words that move are not new; words that come are.
    rewrite(&desk, "Torben Ask spurgte", "Broen er lagt over havnen.\nTorben Ask spurgte");
    let third = told();
    third.expect(0);
    assert!(third.out.contains("Havnen: 1 statement new"), "{}", third.out);
    assert!(third.out.contains("Bro: 1 statement new"), "{}", third.out);
    told().expect(1);

    let feed = std::fs::read_to_string(feeds.join("havnen.atom")).unwrap();
    assert_eq!(feed.matches("<entry>").count(), 3, "{feed}");
    assert!(feed.contains("<link rel=\"alternate\" href=\"http://127.0.0.1:8017/"), "{feed}");
    assert!(feed.contains("Broen er lagt over havnen."), "{feed}");

    // A sentence that stands there a second time is news too, with an id of its own.
    rewrite(&desk, "at lukke havnen.", "at lukke havnen.\nUdvalget besluttede at lukke havnen.");
    let again = told();
    assert!(again.expect(0).out.contains("Havnen: 1 statement new"), "{}", again.out);
    let feed = std::fs::read_to_string(feeds.join("havnen.atom")).unwrap();
    let ids: std::collections::BTreeSet<&str> =
        feed.lines().filter(|line| line.starts_with("<id>urn:referat:statement:")).collect();
    assert_eq!(ids.len(), 3, "{feed}");

    desk.run(["watch-list", desk.path("findes-ikke.txt").to_str().unwrap()]).expect(2);
}

#[test]
fn the_source_is_shown_as_printed() {
    let desk = Desk::new();
    desk.write("arkiv/havn.txt", MAY.replace("bølgebryderen skal", "bølge-\nbryderen skal"));
    desk.run(["index", desk.path("arkiv").to_str().unwrap()]).expect(0);
    let shown = desk.run(["show", "havneudvalget-2021-05-03/1/s1", "--printed"]);
    assert!(
        shown.expect(0).out.contains(
            "as printed in havn.txt, lines 7-8:\n    \
            Ulla Brask orienterede om, at bølge-\n    bryderen skal forstærkes.\n"
        ),
        "{}",
        shown.out
    );
    desk.write("arkiv/havn.txt", MAY);
    let changed = desk.run(["show", "havneudvalget-2021-05-03/1/s1", "--printed"]);
    assert!(changed.expect(0).out.contains("the file has changed"), "{}", changed.out);
    desk.run(["show", "havneudvalget-2021-05-03", "--printed"]).expect(1);
}
