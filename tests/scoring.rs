//! What the program made of a set of minutes, counted against what its writer meant.
//!
//! In: the JSON of `referat parse` and a truth of the same shape. Out: a [`Score`].

use std::collections::BTreeMap;

use serde_json::Value;

/// Letters and digits only, in lower case: how a sentence is recognised.
pub fn key(value: &Value) -> String {
    let text = value.as_str().unwrap_or("");
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub fn rows<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// Right and all, a kind of fact at a time, and what was wrong.
#[derive(Default)]
pub struct Score {
    /// Right and all of each kind of fact.
    pub counts: BTreeMap<&'static str, (usize, usize)>,
    /// What was wrong, a line each.
    pub wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, what: &'static str, ok: bool, say: impl FnOnce() -> String) {
        let count = self.counts.entry(what).or_default();
        count.0 += usize::from(ok);
        count.1 += 1;
        if !ok {
            self.wrong.push(format!("{what}: {}", say()));
        }
    }

    /// The share that is right.
    pub fn share(&self, what: &str) -> f64 {
        let (right, all) = self.counts[what];
        right as f64 / all as f64
    }
}

/// Counts what the program made of one set of minutes against what its writer meant.
pub fn compare(file: &str, parsed: &Value, truth: &Value, score: &mut Score) {
    let meetings = rows(parsed, "meetings");
    score.add("one meeting a file", meetings.len() == 1, || file.to_owned());
    let Some(meeting) = meetings.first() else { return };
    score.add("date", meeting["date"] == truth["date"], || {
        format!("{file}: {} for {}", meeting["date"], truth["date"])
    });
    score.add("body", key(&meeting["body"]) == key(&truth["body"]), || {
        format!("{file}: {} for {}", meeting["body"], truth["body"])
    });
    for person in rows(truth, "people") {
        let found = rows(meeting, "people")
            .iter()
            .any(|p| key(&p["name"]) == key(&person["name"]) && p["group"] == person["group"]);
        score.add("people", found, || format!("{file}: {person}"));
    }
    for item in rows(truth, "items") {
        let found = rows(meeting, "items")
            .iter()
            .any(|i| i["number"] == item["number"] && key(&i["title"]) == key(&item["title"]));
        score.add("items", found, || format!("{file}: {} {}", item["number"], item["title"]));
    }
    for extra in rows(meeting, "items") {
        let meant = rows(truth, "items").iter().any(|i| i["number"] == extra["number"]);
        score.add("no item too many", meant, || {
            format!("{file}: {} {}", extra["number"], extra["title"])
        });
    }
    let statements: Vec<(String, &Value)> =
        rows(meeting, "statements").iter().map(|s| (key(&s["text"]), s)).collect();
    for sentence in rows(truth, "statements") {
        let text = key(&sentence["text"]);
        let mut holders = statements.iter().filter(|(held, _)| held.contains(&text)).peekable();
        let first = holders.peek().copied();
        let holder = holders.find(|(_, s)| s["item"] == sentence["item"]).or(first);
        score.add("text kept", holder.is_some(), || format!("{file}: {}", sentence["text"]));
        let Some((_, held)) = holder else { continue };
        score.add("under its item", held["item"] == sentence["item"], || {
            format!("{file}: {} for {}: {}", held["item"], sentence["item"], sentence["text"])
        });
        // Where a careful reader is in doubt, no speaker is right too.
        let doubted = !sentence["doubt"].is_null() && held["speaker"].is_null();
        let same = doubted || key(&held["speaker"]) == key(&sentence["speaker"]);
        score.add("speaker", same, || {
            format!("{file}: {} for {}: {}", held["speaker"], sentence["speaker"], sentence["text"])
        });
        score.add("no wrong name", same || held["speaker"].is_null(), || {
            format!("{file}: {} for {}: {}", held["speaker"], sentence["speaker"], sentence["text"])
        });
        let decided = held["decision"].as_bool() == sentence["decision"].as_bool();
        score.add("decision", decided, || {
            format!(
                "{file}: {} for {}: {}",
                held["decision"], sentence["decision"], sentence["text"]
            )
        });
    }
}

impl Score {
    /// Asserts that at least the given share of each kind of fact is right.
    #[track_caller]
    pub fn check(&self, of: &str, floors: &[(&str, f64)]) {
        for (what, (right, all)) in &self.counts {
            eprintln!("{of}: {what}: {right} of {all}");
        }
        for (what, floor) in floors {
            assert!(
                self.share(what) >= *floor,
                "{of}: {what}: {:?}, at least {floor} of all must be right:\n{}",
                self.counts[what],
                self.wrong.join("\n")
            );
        }
    }
}
