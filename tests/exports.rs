//! Do other programs find in an export what was exported?
//!
//! The structure of Akoma Ntoso is held against the content models of its schema that we use; TEI is read
//! again by our own reader of transcripts, and must say the same of who says what.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::referat::Desk;

fn desk() -> Desk {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
    let desk = Desk::new();
    desk.run(["index", archive.to_str().unwrap()]).expect(0);
    desk
}

/// The references of all meetings.
fn meetings(desk: &Desk) -> Vec<String> {
    let list = desk.run(["meetings", "--format", "json"]).json(0);
    let meetings = list["meetings"].as_array().unwrap();
    meetings.iter().map(|m| m["id"].as_str().unwrap().to_owned()).collect()
}

/// An element with its attributes, its elements, and the text directly in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    inner: Vec<Element>,
    text: String,
}

impl Element {
    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        if self.name == name {
            found.push(self);
        }
        for inner in &self.inner {
            inner.all(name, found);
        }
    }

    fn every(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }
}

/// Reads XML of ours; panics at anything that is not well-formed.
fn parsed(xml: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = xml.split_once("?>").unwrap().1;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a > stands unescaped: {before}");
        open.last_mut().unwrap().text.push_str(before.trim());
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.name, name);
            open.last_mut().unwrap().inner.push(closed);
            continue;
        }
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Element { name: name.to_owned(), ..Element::default() };
        let mut attributes = attributes.trim();
        while let Some((key, after)) = attributes.split_once("=\"") {
            let (value, after) = after.split_once('"').unwrap();
            element.attributes.insert(key.trim().to_owned(), value.to_owned());
            attributes = after.trim();
        }
        match is_empty {
            true => open.last_mut().unwrap().inner.push(element),
            false => open.push(element),
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    open.pop().unwrap().inner.pop().unwrap()
}

/// What may stand in each element, in any number; and what must, in this order, where the schema says so.
const AKN: &[(&str, &[&str], &[&str])] = &[
    ("akomaNtoso", &["debate"], &["debate"]),
    ("debate", &["meta", "preface", "debateBody"], &["meta", "preface", "debateBody"]),
    ("meta", &["identification", "references"], &["identification", "references"]),
    (
        "identification",
        &["FRBRWork", "FRBRExpression", "FRBRManifestation"],
        &["FRBRWork", "FRBRExpression", "FRBRManifestation"],
    ),
    (
        "FRBRWork",
        &["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry"],
        &["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry"],
    ),
    (
        "FRBRExpression",
        &["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"],
        &["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"],
    ),
    ("references", &["TLCOrganization", "TLCPerson", "TLCConcept"], &["TLCOrganization"]),
    ("preface", &["p"], &["p"]),
    ("debateBody", &["debateSection"], &["debateSection"]),
    ("debateSection", &["num", "heading", "speech", "narrative"], &[]),
    ("speech", &["from", "p"], &["from", "p"]),
];

#[test]
fn akoma_ntoso_has_the_structure_of_its_schema() {
    let desk = desk();
    let mut n_speeches = 0;
    for id in meetings(&desk) {
        let out = desk.run(["show", &id, "--format", "akn"]).expect(0).out.clone();
        let root = parsed(&out);
        assert_eq!(root.name, "akomaNtoso");
        for (name, may, must) in AKN {
            for element in root.every(name) {
                let inner: Vec<&str> = element.inner.iter().map(|e| e.name.as_str()).collect();
                assert!(inner.iter().all(|name| may.contains(name)), "{id}: {name} has {inner:?}");
                let mut rest = inner.iter();
                assert!(must.iter().all(|m| rest.any(|i| i == m)), "{id}: {name} has {inner:?}");
                let is_plain = matches!(*name, "p" | "from");
                assert!(is_plain || element.text.is_empty(), "{id}: {name} has text of its own");
            }
        }
        let people: Vec<&str> =
            root.every("TLCPerson").iter().map(|p| p.attributes["eId"].as_str()).collect();
        for speech in root.every("speech") {
            let by = speech.attributes["by"].trim_start_matches('#');
            assert!(people.contains(&by), "{id}: {by} is nobody");
            n_speeches += 1;
        }
        let mut ids: Vec<&str> = Vec::new();
        for name in ["debateSection", "speech", "narrative", "TLCPerson"] {
            ids.extend(root.every(name).iter().map(|e| e.attributes["eId"].as_str()));
        }
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids, "{id}: an eId stands twice");
        let shown = desk.run(["show", &id, "--format", "json"]).json(0);
        let n_said = root.every("speech").len() + root.every("narrative").len();
        let n_statements = shown["statements"].as_array().unwrap().len();
        assert!(n_said >= n_statements, "{id}: {n_said} of {n_statements} statements");
    }
    assert!(n_speeches > 50, "{n_speeches}");
}

#[test]
fn tei_is_read_again_as_the_same_speech() {
    let desk = desk();
    let mut n_speeches = 0;
    for id in meetings(&desk) {
        let shown = desk.run(["show", &id, "--format", "json"]).json(0);
        let out = desk.run(["show", &id, "--format", "tei"]).expect(0).out.clone();
        let root = parsed(&out);
        for u in root.every("u") {
            let who = u.attributes["who"].trim_start_matches('#');
            let listed = root.every("person");
            assert!(listed.iter().any(|p| p.attributes["xml:id"] == who), "{id}: {who} is nobody");
        }
        for division in root.every("div") {
            let has_speech = division.inner.iter().any(|e| e.name == "u");
            let kind = if has_speech { "debateSection" } else { "commentSection" };
            assert_eq!(division.attributes["type"], kind, "{id}");
        }
        let said: Vec<(String, String)> = spoken(&shown["statements"]);
        n_speeches += said.len();
        let file = desk.write(&format!("{id}.xml"), &out);
        let again = desk.run(["parse", file.to_str().unwrap(), "--format", "json"]).json(0);
        let read = again["meetings"].as_array().unwrap();
        let read: Vec<(String, String)> =
            read.iter().flat_map(|meeting| spoken(&meeting["statements"])).collect();
        let words = |said: &[(String, String)]| {
            let mut by: BTreeMap<String, String> = BTreeMap::new();
            for (who, text) in said {
                by.entry(who.clone()).or_default().push_str(&text.replace(' ', ""));
            }
            by
        };
        assert_eq!(words(&read), words(&said), "{id}: {out}");
    }
    assert!(n_speeches > 50, "{n_speeches}");
}

/// Who says what, decisions of the meeting aside.
fn spoken(statements: &Value) -> Vec<(String, String)> {
    let of = |s: &Value| Some((s["speaker"].as_str()?.to_owned(), s["text"].as_str()?.to_owned()));
    let statements = statements.as_array().unwrap().iter();
    statements.filter(|s| s["decision"] != true).filter_map(of).collect()
}

#[test]
fn popolo_refers_to_what_is_in_it() {
    let popolo = desk().run(["people", "--format", "popolo"]).json(0);
    let ids = |list: &str| -> Vec<String> {
        let list = popolo[list].as_array().unwrap();
        list.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let (persons, organizations, posts) = (ids("persons"), ids("organizations"), ids("posts"));
    let memberships = popolo["memberships"].as_array().unwrap();
    assert!(persons.len() > 10 && !posts.is_empty() && memberships.len() > 10);
    for one in memberships {
        let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
        assert!(persons.contains(&text("person_id")), "{one}");
        assert!(organizations.contains(&text("organization_id")), "{one}");
        assert!(one["post_id"].is_null() || posts.contains(&text("post_id")), "{one}");
        assert!(text("start_date") <= text("end_date"), "{one}");
    }
}

#[test]
fn a_form_that_something_has_not_is_refused() {
    let desk = desk();
    let id = meetings(&desk).remove(0);
    for (reference, format, said) in [
        (id.clone(), "bibtex", "no single statement"),
        (format!("{id}/s1"), "akn", "no whole meeting"),
        (format!("{id}/s1"), "tei", "no whole meeting"),
    ] {
        let refused = desk.run(["show", &reference, "--format", format]);
        assert!(refused.code == 2 && refused.err.contains(said), "{reference}: {}", refused.err);
    }
}
