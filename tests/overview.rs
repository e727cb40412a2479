//! Is what is counted, grouped, followed and proposed what a reader counts?
//!
//! The numbers were counted by hand in `tests/sample/source`, where each sentence of the sample archive
//! stands on a line with the key of its speaker.

use std::path::Path;

use serde_json::{Value, json};

use crate::referat::Desk;

/// The sample archive, indexed.
fn desk() -> Desk {
    let desk = Desk::new();
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
    desk.run(["index", archive.to_str().unwrap()]).expect(0);
    desk
}

/// The names and numbers of a list of groups, in its order.
fn counts(groups: &Value) -> Vec<(String, u64)> {
    let of = |group: &Value| {
        (group["name"].as_str().unwrap().to_owned(), group["n_statements"].as_u64().unwrap())
    };
    groups["groups"].as_array().unwrap().iter().map(of).collect()
}

fn named(counts: &[(&str, u64)]) -> Vec<(String, u64)> {
    counts.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect()
}

/// Statements on journals (*Sundhedsjournalen*, *journalsystemer* …) by speaker: 17, one of nobody.
const SPEAKERS: [(&str, u64); 9] = [
    ("Lise Valbjørn", 5),
    ("Jens Mølgaard", 3),
    ("Anja Storgaard", 2),
    ("Erling Paaske", 2),
    ("Kirsten Aagesen", 1),
    ("Omar Haddad", 1),
    ("Rune Overby", 1),
    ("Torben Kvist", 1),
    ("", 1),
];
/// And by year.
const YEARS: [(&str, u64); 7] =
    [("2023", 2), ("2022", 1), ("2021", 3), ("2020", 3), ("2019", 2), ("2018", 4), ("2017", 2)];

#[test]
fn facets_count_all_that_is_found() {
    let desk = desk();
    let answer =
        desk.run(["search", "journal", "--facets", "--limit", "1", "--format", "json"]).json(0);
    assert_eq!(answer["total"], 17);
    let facets = answer["facets"].as_array().unwrap();
    let by: Vec<&str> = facets.iter().map(|facet| facet["by"].as_str().unwrap()).collect();
    assert_eq!(by, ["person", "body", "year", "meeting", "item"]);
    assert_eq!(counts(&facets[0]), named(&SPEAKERS));
    assert_eq!(facets[0]["groups"][8]["key"], Value::Null);
    // Renamed in 2021: two bodies.
    let bodies = [
        ("Den nationale styregruppe for borgernes sundhedsdata", 11),
        ("Det nationale råd for digital sundhed", 6),
    ];
    assert_eq!(counts(&facets[1]), named(&bodies));
    assert_eq!(counts(&facets[2]), named(&YEARS));
    assert_eq!(facets[3]["total"], 8);
    for facet in facets {
        let sum: u64 = counts(facet).iter().map(|(_, n)| n).sum();
        assert_eq!(sum, 17, "{facet}");
    }
    let text = desk.run(["search", "journal", "--facets", "--limit", "1"]).expect(0).out.clone();
    assert!(text.contains("\n      5  Lise Valbjørn\n"), "{text}");
    assert!(text.contains("\n      1  without a speaker\n"), "{text}");
}

#[test]
fn hits_are_grouped_and_each_group_is_counted() {
    let desk = desk();
    let grouped = |by: &str, limit: &str| {
        desk.run(["search", "journal", "--group", by, "--limit", limit, "--format", "json"]).json(0)
            ["groups"]
            .take()
    };
    let people = grouped("person", "2");
    assert_eq!((people["total"].as_u64(), counts(&people)), (Some(9), named(&SPEAKERS[..2])));
    assert_eq!(people["groups"][0]["hits"].as_array().unwrap().len(), 3);
    assert!(people["groups"][0]["hits"][0]["speaker"] == "Lise Valbjørn");
    let years = grouped("year", "100");
    assert_eq!(counts(&years), named(&YEARS));
    for year in years["groups"].as_array().unwrap() {
        for hit in year["hits"].as_array().unwrap() {
            let date = hit["meeting"]["date"].as_str().unwrap();
            assert!(date.starts_with(year["key"].as_str().unwrap()), "{date}");
        }
    }
    // What has no speaker is a group too, and the last one.
    let all = grouped("person", "100");
    let last = &all["groups"][8];
    assert_eq!((last["key"].is_null(), last["hits"][0]["speaker"].is_null()), (true, true));
    // Items stand within their meeting as the agenda has them.
    let items = grouped("item", "100");
    let keys: Vec<&str> =
        items["groups"].as_array().unwrap().iter().map(|g| g["key"].as_str().unwrap()).collect();
    let of_2021: Vec<&str> =
        keys.iter().filter(|key| key.contains("2021-06-09")).copied().collect();
    let meeting = "det-nationale-raad-for-digital-sundhed-2021-06-09";
    let expected = ["1.2", "1.3", "2"].map(|item| format!("{meeting}/{item}"));
    assert_eq!(of_2021, expected);
    let text = desk.run(["search", "journal", "--group", "meeting", "--limit", "1"]);
    assert!(text.expect(0).out.contains("1 of 8 groups by meeting shown"), "{}", text.out);
    desk.run(["search", "journal", "--group", "farve"]).expect(2);
}

#[test]
fn a_timeline_tells_silence_from_gaps() {
    let desk = desk();
    let timeline = |more: &[&str]| {
        let search = ["search", "journal", "--limit", "1", "--format", "json"];
        desk.run(search.iter().chain(more)).json(0)["timeline"].take()
    };
    let found = |timeline: &Value| -> Vec<(String, u64, bool)> {
        let of = |period: &Value| {
            (
                period["period"].as_str().unwrap().to_owned(),
                period["n_statements"].as_u64().unwrap(),
                period["gap"].as_bool().unwrap(),
            )
        };
        timeline["periods"].as_array().unwrap().iter().map(of).collect()
    };
    let years = found(&timeline(&["--timeline", "year"]));
    // In 2016 the boat club met, and nobody spoke of journals.
    let mut expected: Vec<_> = YEARS.iter().map(|(y, n)| ((*y).to_owned(), *n, false)).collect();
    expected.push(("2016".to_owned(), 0, false));
    expected.reverse();
    assert_eq!(years, expected);
    // The board of this name met from 2017 to 2020: before and after nothing is known.
    let of_body = found(&timeline(&["--timeline", "year", "--body", "styregruppe"]));
    let gaps: Vec<&str> = of_body.iter().filter(|y| y.2).map(|y| y.0.as_str()).collect();
    assert_eq!(gaps, ["2016", "2021", "2022", "2023"]);
    let months = timeline(&["--timeline", "month", "--year", "2021"]);
    let met: Vec<String> =
        found(&months).into_iter().filter(|month| !month.2).map(|month| month.0).collect();
    assert_eq!(met, ["2021-03", "2021-05", "2021-06"]);
    let june = &months["periods"][5];
    let (n_words, rate) = (june["n_words"].as_f64().unwrap(), june["per_10000_words"].as_f64());
    assert_eq!(rate, Some((3.0 * 100_000.0 / n_words).round() / 10.0));
    let body = ["search", "journal", "--body", "styregruppe", "--timeline", "year"];
    let text = desk.run(body).expect(0).out.clone();
    assert!(text.contains("\n2021..2023           no minutes\n"), "{text}");
}

#[test]
fn rates_are_of_all_words_of_the_speaker() {
    let desk = Desk::new();
    desk.write(
        "arkiv/1.txt",
        "Referat af møde i Havneudvalget den 3. maj 2021\n\nDeltagere\nUlla Brask, Mie Falk\n\n\
         1. Havnen\nUlla Brask oplyste, at havnen er åben.\n\
         Mie Falk spurgte, om havnen lukkes, når broen bygges til efteråret.\n\
         Mie Falk takkede for svaret.\n",
    );
    desk.run(["index", "arkiv"]).expect(0);
    let who = desk.run(["who", "havnen", "--format", "json"]).json(0);
    // 7 words of Ulla Brask; 11 and 5 of Mie Falk.
    assert_eq!(who["people"][0]["name"], "Ulla Brask");
    assert_eq!(who["people"][0]["n_words"], 7);
    assert_eq!(who["people"][0]["per_10000_words"], 1428.6);
    assert_eq!(who["people"][1]["n_words"], 16);
    assert_eq!(who["people"][1]["per_10000_words"], 625.0);
}

#[test]
fn who_says_something_most() {
    let desk = desk();
    let who = desk.run(["who", "journal", "--format", "json"]).json(0);
    assert_eq!((&who["total"], &who["n_without_speaker"]), (&json!(17), &json!(1)));
    let of = |one: &Value| (one["name"].as_str().unwrap().to_owned(), one["n_statements"].as_u64());
    let mut people: Vec<_> = who["people"].as_array().unwrap().iter().map(of).collect();
    assert!(people.is_sorted_by_key(|(_, n)| std::cmp::Reverse(*n)), "{people:?}");
    people.sort();
    let mut expected: Vec<_> =
        SPEAKERS.iter().take(8).map(|(name, n)| ((*name).to_owned(), Some(*n))).collect();
    expected.sort();
    assert_eq!(people, expected);
    desk.run(["who", "enhjørning"]).expect(1);
}

#[test]
fn a_matter_is_followed_from_first_to_last() {
    let desk = desk();
    let topic = desk.run(["topic", "kanalstrategi", "--format", "json"]).json(0);
    assert_eq!(topic["total"], 13);
    assert!(topic["first"]["text"].as_str().unwrap().starts_with("Hun anbefalede, at der"));
    assert!(topic["last"]["text"].as_str().unwrap().starts_with("Hun erkendte, at kanal"));
    let meetings = topic["meetings"].as_array().unwrap();
    let told: Vec<_> = meetings
        .iter()
        .map(|m| (m["meeting"]["date"].as_str().unwrap(), m["n_statements"].as_u64().unwrap()))
        .collect();
    let expected = [
        ("2018-03-14", 4),
        ("2018-11-21", 1),
        ("2019-05-08", 1),
        ("2020-02-26", 1),
        ("2020-10-07", 1),
        ("2021-06-09", 2),
        ("2022-03-02", 2),
        ("2023-01-25", 1),
    ];
    assert_eq!(told, expected);
    // One decision under each item; five of the eight name the matter.
    let items = meetings.iter().flat_map(|m| m["items"].as_array().unwrap());
    let decisions: Vec<&Value> =
        items.flat_map(|item| item["decisions"].as_array().unwrap()).collect();
    let speak = decisions.iter().filter(|d| d["speaks_of_it"] == true).count();
    assert_eq!((decisions.len(), speak, &topic["n_decisions"]), (8, 5, &json!(8)));
    let text = desk.run(["topic", "kanalstrategi"]).expect(0).out.clone();
    assert!(text.contains("13 statements in 8 meetings, 8 decisions: kanalstrategi"), "{text}");
    assert!(
        text.contains("    decision under this item\n    decision: noted\n    Prototypen blev")
    );
}

#[test]
fn words_of_a_body_are_those_that_others_do_not_use() {
    let desk = desk();
    let words = desk.run(["words", "--body", "havørnen", "--format", "json"]).json(0);
    let listed = words["words"].as_array().unwrap();
    let of = |word: &str| listed.iter().find(|one| one["word"] == word);
    let fee = of("kontingent").unwrap_or_else(|| panic!("{words}"));
    assert_eq!((&fee["n"], &fee["n_others"]), (&json!(12), &json!(0)));
    let [n, own, other] =
        ["n", "n_words", "n_other_words"].map(|name| fee[name].as_f64().or(words[name].as_f64()));
    let (n, own, other) = (n.unwrap(), own.unwrap(), other.unwrap());
    let g2 = 2.0 * n * ((own + other) / own).ln();
    assert!((fee["log_likelihood"].as_f64().unwrap() - g2).abs() < 0.06, "{fee} {g2}");
    assert!(
        listed.is_sorted_by(|a, b| a["log_likelihood"].as_f64() >= b["log_likelihood"].as_f64())
    );
    // Neither names nor little words: they tell nothing of the matter.
    for word in ["lauge", "brask", "ida", "og", "at", "til"] {
        assert!(of(word).is_none(), "{word} is listed");
    }
    let text = desk.run(["words", "--body", "havørnen", "--limit", "3"]).expect(0).out.clone();
    assert!(text.contains("held against"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    desk.run(["words"]).expect(2);
    desk.run(["words", "--speaker", "Lise Valbjørn"]).expect(0);
}

#[test]
fn nothing_found_is_explained() {
    let desk = desk();
    let nothing = |arguments: &[&str]| {
        let search = ["search", "--format", "json"];
        desk.run(search.iter().chain(arguments)).json(1)["nothing"].take()
    };
    let parts = |nothing: &Value| -> Vec<(String, u64, u64)> {
        let of = |part: &Value| {
            let n = |name: &str| part[name].as_u64().unwrap();
            (part["part"].as_str().unwrap().to_owned(), n("total_alone"), n("total_without"))
        };
        nothing["parts"].as_array().unwrap().iter().map(of).collect()
    };
    let part = |name: &str, alone, without| (name.to_owned(), alone, without);
    assert_eq!(
        parts(&nothing(&["kanalstrategi", "enhjørning"])),
        [part("kanalstrategi", 13, 0), part("enhjørning", 0, 13)]
    );
    let of_2016 = desk.run(["search", "--year", "2016", "--format", "json"]).json(0);
    assert_eq!(
        parts(&nothing(&["journal", "--year", "2016"])),
        [
            part("journal", 17, of_2016["total"].as_u64().unwrap()),
            part("from 2016-01-01 to 2016-12-31", of_2016["total"].as_u64().unwrap(), 17)
        ]
    );
    assert!(nothing(&["enhjørning"])["proposals"].as_array().unwrap().is_empty());
}

#[test]
fn what_may_be_meant_is_proposed_with_what_it_finds() {
    let desk = desk();
    for (arguments, instead, total) in [
        // A letter left out, one too many, two that changed places.
        (&["jounal"][..], "journal", 17),
        (&["kanalstratgi"], "kanalstrategi", 13),
        (&["kanalstrategii"], "kanalstrategi", 13),
        (&["kontignent"], "kontingent", 12),
        // One consonant for two, and as it sounds.
        (&["kontingennt"], "kontingent", 12),
        (&["kåntingent"], "kontingent", 12),
        // A compound that no statement has, with a mistake in one half.
        (&["lægejounalen"], "læge journal", 3),
        // In the whole question, the others as they were.
        (&["kanalstratgi", "arbejdsgruppe"], "kanalstrategi", 2),
        // Names as they are spelt and as they sound; titles on journals count for what they say.
        (&["journal", "--speaker", "Torben Qvist"], "Torben Kvist", 4),
        (&["journal", "--speaker", "Kristen Ågesen"], "Kirsten Aagesen", 4),
        (&["journal taler:\"Lisse Valbjørn\""], "Lise Valbjørn", 7),
        // A body.
        (
            &["journal", "--body", "styregrupen"],
            "Den nationale styregruppe for borgernes sundhedsdata",
            11,
        ),
    ] {
        let search = ["search", "--format", "json"];
        let answer = desk.run(search.iter().chain(arguments)).json(1);
        let first = &answer["nothing"]["proposals"][0];
        assert_eq!(first["instead"], instead, "{arguments:?}: {}", answer["nothing"]);
        assert_eq!(first["total"], total, "{arguments:?}: {}", answer["nothing"]);
    }
    let text = desk.run(["search", "jounal"]).expect(1).out.clone();
    assert!(
        text.contains("did you mean journal? 17 statements: referat search journal\n"),
        "{text}"
    );
}

#[test]
fn said_by_about_and_to_one_person_stand_side_by_side() {
    let desk = Desk::new();
    desk.write(
        "arkiv/1.txt",
        "Referat af møde i Havneudvalget den 3. maj 2021\n\nDeltagere\nUlla Brask, Mie Falk\n\n\
         1. Havnen\nUlla Brask oplyste, at havnen er åben.\n\
         Mie Falk spurgte Ulla Brask, om havnen lukkes.\n\
         Ulla Brask svarede, at havnen er åben hele året.\n\
         Mie Falk bemærkede, at broen er tegnet af Ulla Brask.\n",
    );
    desk.run(["index", "arkiv"]).expect(0);
    let person = |arguments: &[&str]| {
        let search = ["search", "--format", "json"];
        let answer = desk.run(search.iter().chain(arguments)).json(0);
        let n = |name: &str| answer["person"][name].as_u64().unwrap();
        [n("n_said"), n("n_about"), n("n_addressed_to")]
    };
    for arguments in [&["--speaker", "Ulla"][..], &["--about", "Ulla"], &["taler:\"Ulla Brask\""]] {
        let [said, about, to] = person(arguments);
        assert_eq!((said, to), (2, 1), "{arguments:?}");
        assert!((1..=2).contains(&about), "{arguments:?}: {about}");
    }
    // What she said about the year, and what Mie Falk did.
    assert_eq!(person(&["året", "--speaker", "Ulla"])[0], 1);
    let text = desk.run(["said", "Ulla Brask", "havnen"]).expect(0).out.clone();
    assert!(text.contains("Ulla Brask: says 2, is mentioned in"), "{text}");
}

#[test]
fn a_concordance_is_aligned_at_the_word() {
    let desk = desk();
    let run = desk.run(["search", "flydebro", "--kwic", "--all"]);
    let text = run.expect(0).out.clone();
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("s")).collect();
    // The eight sentences that name it.
    assert_eq!(lines.len(), 8, "{text}");
    for line in &lines {
        assert!(line.chars().count() <= 80, "{line}");
        let word: String = line.chars().skip(37).collect();
        assert!(word.starts_with("flydebro"), "{line}");
    }
    assert!(lines.iter().any(|line| line.ends_with("sat af til den nye flydebro.")), "{text}");
    let json = desk.run(["search", "journal", "--kwic", "--format", "json", "--all"]).json(0);
    let line = json["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["word"] == "sygeplejejournal")
        .unwrap();
    assert_eq!(line["part"], json!([9, 16]));
}

#[test]
fn what_is_like_a_statement_is_found_and_else_none() {
    let desk = desk();
    let reference = |words: &str| {
        let answer = desk.run(["search", words, "--limit", "1", "--format", "json"]).json(0);
        answer["hits"][0]["reference"].as_str().unwrap().to_owned()
    };
    let fee = reference("\"uændret kontingent på 1.050\"");
    let similar = desk.run(["similar", &fee, "--format", "json"]).json(0);
    let alike = similar["alike"].as_array().unwrap();
    let text = |alike: &Value| alike["statement"]["text"].as_str().unwrap().to_owned();
    let again = "Birthe Friis foreslog uændret kontingent på 1.150 kr.";
    assert!(alike.iter().any(|alike| text(alike) == again), "{similar}");
    for alike in alike {
        // Who says it is not what it is about.
        assert!(text(alike).to_lowercase().contains("kontingent"), "{alike}");
        assert!(alike["likeness"].as_f64() >= similar["floor"].as_f64());
        assert!(alike["shared"].as_array().unwrap().len() >= 2);
        assert_ne!(alike["statement"]["reference"], fee);
    }
    let alone = reference("\"CE-mærket ladestander\"");
    let text = desk.run(["similar", &alone]).expect(1).out.clone();
    assert!(text.contains("none is like it"), "{text}");
    desk.run(["similar", "findes-ikke-1999/s1"]).expect(1);
}
