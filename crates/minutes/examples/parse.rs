//! Reads a text file as minutes and prints what was understood as JSON:
//! `{"meetings": [{body, date, people, items, statements}], "remarks": []}`.
//!
//! In: the path of a text file; a form feed begins a new page. For looking at structure while working
//! on it; the program `referat parse` is the real thing.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example program prints")]

use documents::{Format, Line, Page, Pages};
use minutes::{Group, Vocabulary, read};
use serde_json::{Value, json};

fn main() {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: parse FILE");
        std::process::exit(2);
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            std::process::exit(2);
        }
    };
    let vocabulary = Vocabulary {
        reporting_verbs: include_str!("../../../index-config/reporting-verbs.txt").to_string(),
        header_labels: include_str!("../../../index-config/header-labels.txt").to_string(),
        titles: include_str!("../../../index-config/titles.txt").to_string(),
    };
    let (meetings, remarks) = read(&pages(&String::from_utf8_lossy(&bytes)), &path, &vocabulary);
    let meetings: Vec<Value> = meetings
        .iter()
        .map(|meeting| {
            json!({
                "title": meeting.title,
                "body": meeting.body,
                "date": meeting.date.map(|date| date.to_string()),
                "lines": [meeting.lines.0, meeting.lines.1],
                "people": meeting.people.iter().map(|person| json!({
                    "name": person.name,
                    "affiliation": person.affiliation,
                    "role": person.role,
                    "initials": person.initials,
                    "group": match person.group {
                        Group::Member => "member",
                        Group::Absent => "absent",
                        Group::Other => "other",
                        Group::Presenter => "presenter",
                    },
                    "items": person.items,
                })).collect::<Vec<_>>(),
                "items": meeting.items.iter().map(|item| json!({
                    "number": item.number,
                    "title": item.title,
                    "kind": item.kind.map(|kind| kind.letter().to_string()),
                    "parent": item.parent,
                    "line": item.line,
                })).collect::<Vec<_>>(),
                "statements": meeting.statements.iter().map(|statement| json!({
                    "item": statement.item,
                    "block": statement.block,
                    "speaker": statement.attribution.as_ref().map(|a| a.speaker.clone()),
                    "text": statement.text,
                    "decision": statement.decision.is_some(),
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let remarks: Vec<Value> =
        remarks.iter().map(|remark| json!({"line": remark.line, "text": remark.text})).collect();
    println!("{}", json!({"meetings": meetings, "remarks": remarks}));
}

fn pages(text: &str) -> Pages {
    let mut number = 0;
    let pages = text
        .split('\u{C}')
        .enumerate()
        .map(|(idx, page)| Page {
            number: idx as u32 + 1,
            lines: page
                .lines()
                .map(|line| {
                    number += 1;
                    Line { number, text: line.to_string(), heading: None }
                })
                .collect(),
        })
        .collect();
    Pages { format: Format::Text, pages }
}
