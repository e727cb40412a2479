//! What the archive holds, how a question may go on, and the other forms of an answer.

use axum::http::{Method, header};

use super::{ask, found, get, text};

/// Status, media type and body of a GET.
fn sent(target: &str) -> (u16, String, String) {
    let response = ask(Method::GET, target);
    let status = response.status().as_u16();
    let kind = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
    (status, kind, text(response))
}

#[test]
fn a_question_may_go_on_with_people_bodies_and_words() {
    for (target, kind, expected) in [
        ("q=fal", "people", &["Mie Falk", "Jon Falk"][..]),
        ("q=mie%20f", "people", &["Mie Falk"]),
        ("q=havnen%20%C3%A5se", "people", &["Åse Brask"]),
        ("q=aas", "people", &["Åse Brask"]),
        ("q=vand", "bodies", &["Vandråd"]),
        ("q=molen%20vand", "bodies", &["Vandråd"]),
        ("q=b%C3%B8l", "words", &["bølgebryderen"]),
        ("q=molen%20boel", "words", &["bølgebryderen"]),
        ("q=vandst", "words", &["vandstanden"]),
        ("q=enhj", "words", &[]),
        ("q=", "words", &[]),
        ("q=fal&limit=1", "people", &["Mie Falk"]),
    ] {
        let answer = found(&format!("/api/v1/suggest?{target}"));
        let list = answer[kind].as_array().unwrap();
        let names: Vec<&str> = list.iter().map(|one| one["text"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{target}: {answer}");
    }
    let word = found("/api/v1/suggest?q=journa")["words"][0].clone();
    assert_eq!((&word["text"], &word["n_statements"]), (&"journalen".into(), &1.into()));
    let (_, kind, body) = sent("/api/v1/suggest?q=molen%20b%C3%B8l&format=opensearch");
    assert_eq!(kind, "application/x-suggestions+json");
    let offered: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(offered, serde_json::json!(["molen bøl", ["molen bølgebryderen"]]));
}

#[test]
fn what_the_archive_holds_is_counted() {
    let bodies = found("/api/v1/bodies");
    let body = &bodies["bodies"][0];
    assert_eq!(
        (&bodies["total"], &body["key"], &body["n_meetings"]),
        (&1.into(), &"vandraad".into(), &2.into())
    );
    assert_eq!((&body["first"], &body["last"]), (&"2021-03-04".into(), &"2022-02-03".into()));
    let status = found("/api/v1/status");
    for (name, n) in [("n_files", 2), ("n_bodies", 1), ("n_meetings", 2), ("n_people", 4)] {
        assert_eq!(status[name], n, "{name}: {status}");
    }
    assert_eq!(status["failed"], serde_json::json!([]));
    let decisions = found("/api/v1/decisions");
    assert_eq!((&decisions["total"], &decisions["hits"][0]["decision"]), (&1.into(), &true.into()));
    assert_eq!(found("/api/v1/decisions?q=journal")["total"], 0);
}

#[test]
fn a_person_is_told_in_full_and_a_statement_with_its_neighbours() {
    let person = found("/api/v1/people/mie-falk");
    let post = &person["posts"][0];
    assert_eq!((&post["body"], &post["role"]), (&"Vandråd".into(), &"formand".into()));
    assert_eq!((&post["first"], &post["last"]), (&"2021-03-04".into(), &"2022-02-03".into()));
    assert_eq!(person["said"]["total"], person["n_statements"]);
    assert_eq!(person["timeline"]["periods"].as_array().map(Vec::len), Some(2));
    assert!(person["words"].is_array(), "{person}");
    let id = found("/api/v1/search?q=vandstanden")["hits"][0]["id"].clone();
    let one = found(&format!("/api/v1/statements/{}", id.as_str().unwrap()));
    assert!(one["before"][1]["text"].as_str().unwrap().contains("havnen"), "{one}");
    assert!(one["after"][0]["text"].as_str().unwrap().contains("godkendte"), "{one}");
    assert_eq!(one["after"].as_array().map(Vec::len), Some(2));
}

#[test]
fn answers_have_other_forms() {
    let meeting = found("/api/v1/meetings?year=2021")["meetings"][0]["id"].clone();
    let meeting = meeting.as_str().unwrap();
    for (target, kind, begins, holds) in [
        ("search?q=journal&format=csv", "text/csv", "\u{feff}reference;", "Sundhedsjournalen"),
        ("search?q=journal&format=ndjson", "application/x-ndjson", "{\"id\":", "Jon Falk"),
        ("search?q=journal&format=atom", "application/atom+xml", "<?xml", "<updated>2022-02-03T00"),
        ("decisions?format=atom", "application/atom+xml", "<?xml", "godkendte"),
        ("people?format=csv", "text/csv", "\u{feff}key;", "Mie Falk"),
        ("people?format=popolo", "application/json", "{", "vandraad/formand"),
        ("meetings?format=csv", "text/csv", "\u{feff}id;", "Vandråd"),
        (&format!("meetings/{meeting}?format=akn"), "application/akn+xml", "<?xml", "&lt;b&gt;"),
        (&format!("meetings/{meeting}?format=tei"), "application/tei+xml", "<?xml", "<u "),
        (
            &format!("statements/{meeting}-s1?format=bibtex"),
            "application/x-bibtex",
            "@misc{",
            "2021",
        ),
    ] {
        let (status, sent_as, body) = sent(&format!("/api/v1/{target}"));
        assert_eq!(status, 200, "{target}: {body}");
        assert!(sent_as.starts_with(kind), "{target}: {sent_as}");
        assert!(body.starts_with(begins) && body.contains(holds), "{target}: {body}");
    }
    let response = ask(Method::GET, "/api/v1/search?q=journal&limit=1&format=csv");
    let next = response.headers()[header::LINK].to_str().unwrap().to_owned();
    let next = next.trim_start_matches('<').split('>').next().unwrap().to_owned();
    assert!(next.contains("q=journal") && next.contains("cursor=1-"), "{next}");
    assert!(get(&next).1.lines().nth(1).unwrap().contains("Mie Falk"), "{next}");
    let (_, kind, body) = sent("/opensearch.xml");
    assert!(kind.starts_with("application/opensearchdescription+xml"), "{kind}");
    assert!(body.contains("{searchTerms}"), "{body}");
}
