//! Attribution alone against minutes that a careful reader has annotated, where those stand beside
//! the repository (`../shared/data`). Skipped aloud where they do not.
//!
//! Structure comes from the gold: people, items, paragraphs. Only speech is measured.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::outline::{Outline, Paragraph};
use crate::speech::statements;
use crate::{AgendaItem, Attendee, Group, Presence, Vocabulary};

fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    folder.is_dir().then_some(folder)
}

fn key(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn rows(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("statements.jsonl")).expect("gold statements");
    text.lines()
        .filter(|l| !l.trim().is_empty())
        .map(|l| serde_json::from_str(l).expect("a gold row"))
        .collect()
}

/// The outline that a perfect reader of structure would give. Blocks are looked up in the source.
fn outline(folder: &Path, rows: &[Value]) -> Outline {
    let read = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(folder.join(name)).expect(name)).expect(name)
    };
    let header = read("header.json");
    let people = header["people"].as_array().expect("people").iter().map(|p| {
        let absent = p["group"] == "absent";
        Attendee {
            name: string(&p["name"]).unwrap_or_default(),
            affiliation: string(&p["affiliation"]),
            role: string(&p["role"]),
            initials: string(&p["initials"]),
            group: if absent { Group::Absent } else { Group::Member },
            presence: if absent { Presence::Apology } else { Presence::Present },
            items: Vec::new(),
        }
    });
    let items = read("items.json")
        .as_array()
        .expect("items")
        .iter()
        .map(|i| AgendaItem {
            number: string(&i["id"]).unwrap_or_default(),
            title: string(&i["title"]).unwrap_or_default(),
            ..AgendaItem::default()
        })
        .collect();
    let source = std::fs::read_to_string(folder.join("source.txt")).expect("source");
    let mut outline = Outline {
        body: string(&header["body"]).unwrap_or_default(),
        people: people.collect(),
        items,
        paragraphs: Vec::new(),
    };
    let mut place = None;
    for row in rows {
        let sentence = row["sentence"].as_str().expect("a sentence");
        let block = block(&source, sentence);
        let here = (row["item"].clone(), row["paragraph"].clone(), block.clone());
        if place.as_ref() != Some(&here) {
            outline.paragraphs.push(Paragraph {
                item: string(&row["item"]),
                block,
                lines: vec![(0, 1)],
                after_blank: true,
                page: 1,
                ..Paragraph::default()
            });
            place = Some(here);
        }
        if let Some(paragraph) = outline.paragraphs.last_mut() {
            if !paragraph.text.is_empty() {
                paragraph.text.push(' ');
            }
            paragraph.text.push_str(sentence);
        }
    }
    outline
}

/// The last block heading (a line of its own) before the first words of a sentence.
fn block(source: &str, sentence: &str) -> Option<String> {
    const HEADINGS: [&str; 7] = [
        "Sagsfremstilling",
        "Supplerende sagsfremstilling",
        "Indstilling",
        "Beslutning",
        "Økonomi",
        "Resumé",
        "Baggrund",
    ];
    let start: String = sentence.chars().take(28).collect();
    let lines: Vec<&str> = source.lines().collect();
    let at = lines
        .iter()
        .position(|l| l.contains(start.as_str()))
        .or_else(|| lines.windows(2).position(|w| key(&w.concat()).contains(&key(&start))))?;
    lines[..=at].iter().rev().map(|l| l.trim()).find(|l| HEADINGS.contains(l)).map(str::to_owned)
}

struct Score {
    all: usize,
    right: usize,
    wrong_name: usize,
    decisions: usize,
    decisions_found: usize,
    decisions_extra: usize,
    misses: Vec<String>,
}

fn score(folder: &Path) -> Score {
    let rows = rows(folder);
    let vocabulary = Vocabulary::new(crate::verbs::LIST, "", "");
    let found = statements(&outline(folder, &rows), &vocabulary, &mut Vec::new());
    let mut score = Score {
        all: rows.len(),
        right: 0,
        wrong_name: 0,
        decisions: 0,
        decisions_found: 0,
        decisions_extra: 0,
        misses: Vec::new(),
    };
    for row in &rows {
        let sentence = row["sentence"].as_str().expect("a sentence");
        let want = row["speaker"].as_str();
        let holder = found.iter().find(|s| {
            s.item.as_deref() == row["item"].as_str() && key(&s.text).contains(&key(sentence))
        });
        let got = holder.and_then(|s| s.attribution.as_ref()).map(|a| a.speaker.as_str());
        let right =
            holder.is_some() && (got == want || (got.is_none() && row["doubt"].is_string()));
        score.right += usize::from(right);
        score.wrong_name += usize::from(!right && got.is_some());
        if !right {
            score.misses.push(format!("{} want {want:?} got {got:?}: {sentence}", row["how"]));
        }
    }
    let decisions: Value = serde_json::from_str(
        &std::fs::read_to_string(folder.join("decisions.json")).expect("decisions"),
    )
    .expect("decisions");
    let decisions: Vec<String> = decisions
        .as_array()
        .expect("decisions")
        .iter()
        .map(|d| key(d["text"].as_str().unwrap_or_default()))
        .collect();
    let marked: Vec<String> =
        found.iter().filter(|s| s.decision.is_some()).map(|s| key(&s.text)).collect();
    score.decisions = decisions.len();
    for decision in &decisions {
        if marked.iter().any(|m| m.contains(decision)) {
            score.decisions_found += 1;
        } else {
            score.misses.push(format!("decision missed: {decision}"));
        }
    }
    for mark in marked.iter().filter(|m| !decisions.iter().any(|d| m.contains(d))) {
        score.decisions_extra += 1;
        score.misses.push(format!("no decision: {mark}"));
    }
    score
}

#[test]
fn attribution_of_annotated_minutes() {
    let Some(data) = data() else {
        eprintln!("skipped: no ../shared/data beside the repository");
        return;
    };
    for (place, accuracy) in [
        ("sundheds-it-2022-02-02", 0.97),
        ("offices/kommune-udvalg", 0.95),
        ("offices/universitet-bestyrelse", 0.95),
        ("offices/boligforening-generalforsamling", 0.95),
    ] {
        let score = score(&data.join(place));
        let share = score.right as f64 / score.all as f64;
        eprintln!(
            "{place}: accuracy {share:.3}, wrong name {}/{}, decisions {}/{} and {} extra",
            score.wrong_name,
            score.all,
            score.decisions_found,
            score.decisions,
            score.decisions_extra
        );
        for miss in &score.misses {
            eprintln!("   {miss}");
        }
        assert!(
            share >= accuracy,
            "{place}: {share:.3} of the sentences; help: read the misses above"
        );
        assert!(
            score.wrong_name as f64 <= 0.02 * score.all as f64,
            "{place}: too many wrong names"
        );
        assert_eq!(score.decisions_found, score.decisions, "{place}: decisions missed");
    }
}
