//! The statements of a meeting under the headings of its items.
//!
//! In: items and statements in the order of the minutes, and what was found among them. Out:
//! [`Section`]s of [`Passage`]s; an item without text keeps its heading, a decision stands by itself.
//! Deliberately absent: search.

use schema::{ItemEntry, StatementEntry};

use super::said::{Said, Steps, Voice, said};
use super::words;
use crate::Hit;

/// The statements under one heading.
pub(super) struct Section<'a> {
    /// Fragment of the heading's address.
    pub nth: usize,
    pub number: &'a str,
    pub title: &'a str,
    pub remarks: Vec<String>,
    /// Whether it has neither text nor items below it.
    pub empty: bool,
    pub passages: Vec<Passage<'a>>,
}

/// Statements side by side in one paragraph, by one speaker.
pub(super) struct Passage<'a> {
    /// Heading of the block, where one begins.
    pub block: Option<&'a str>,
    /// Whether it begins a paragraph.
    pub begins: bool,
    /// Who speaks, where that changes.
    pub voice: Option<Voice<'a>>,
    /// Whether somebody speaks at all.
    pub spoken: bool,
    /// What is decided, where it is a decision: it stands by itself.
    pub decided: Option<String>,
    /// Where in the file it begins.
    pub place: String,
    pub said: Vec<Said<'a>>,
}

/// Statements under their headings, in the order of the minutes. An item is looked for after the one
/// before it, so that two items of the same number keep their own text.
pub(super) fn sections<'a>(
    items: &'a [ItemEntry],
    statements: &'a [StatementEntry],
    hits: &[Hit],
) -> Vec<Section<'a>> {
    let mut sections: Vec<Section> = Vec::with_capacity(items.len() + 1);
    let mut n_begun = 0;
    let mut current: Option<Option<&str>> = None;
    let mut held: Vec<&StatementEntry> = Vec::new();
    for statement in statements {
        let number = statement.item.as_ref().map(|item| item.number.as_str());
        if current != Some(number) {
            finish(&mut sections, &mut held, hits);
            current = Some(number);
            let later = items.iter().skip(n_begun).position(|i| Some(i.number.as_str()) == number);
            match (later, &statement.item) {
                (Some(n_between), _) => {
                    for item in items.iter().skip(n_begun).take(n_between + 1) {
                        n_begun += 1;
                        sections.push(headed(item, n_begun));
                    }
                }
                (None, Some(item)) => sections.push(untold(&item.number, &item.title)),
                (None, None) if n_begun == 0 => sections.push(untold("", words::BEFORE_ITEMS)),
                (None, None) => sections.push(untold("", words::OUTSIDE_ITEMS)),
            }
        }
        held.push(statement);
    }
    finish(&mut sections, &mut held, hits);
    for item in items.iter().skip(n_begun) {
        n_begun += 1;
        sections.push(headed(item, n_begun));
    }
    for at in 0..sections.len() {
        let below = sections.get(at + 1).map(|next| next.number);
        let Some(section) = sections.get_mut(at) else { continue };
        let is_parent = below
            .and_then(|number| number.strip_prefix(section.number))
            .is_some_and(|rest| rest.starts_with('.'));
        section.empty = section.passages.is_empty() && !is_parent;
    }
    sections
}

fn headed(item: &ItemEntry, nth: usize) -> Section<'_> {
    let mut remarks: Vec<String> = item.kind.map(words::kind).into_iter().collect();
    if item.closed {
        remarks.push(words::CLOSED.to_owned());
    }
    Section {
        nth,
        number: &item.number,
        title: &item.title,
        remarks,
        empty: false,
        passages: Vec::new(),
    }
}

/// A heading that the agenda does not have.
fn untold<'a>(number: &'a str, title: &'a str) -> Section<'a> {
    Section { nth: 0, number, title, remarks: Vec::new(), empty: false, passages: Vec::new() }
}

/// Gives the statements held to the last section.
fn finish<'a>(sections: &mut [Section<'a>], held: &mut Vec<&'a StatementEntry>, hits: &[Hit]) {
    if let Some(section) = sections.last_mut() {
        section.passages = passages(held, hits);
    }
    held.clear();
}

fn passages<'a>(statements: &[&'a StatementEntry], hits: &[Hit]) -> Vec<Passage<'a>> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut before: Option<&StatementEntry> = None;
    for &statement in statements {
        let speaker = statement.speaker.as_ref().map(|s| s.key.as_str());
        let same_speaker =
            before.is_some_and(|b| b.speaker.as_ref().map(|s| s.key.as_str()) == speaker);
        let same_block = before.is_some_and(|b| b.block == statement.block);
        let begins = before.is_none_or(|b| b.paragraph != statement.paragraph) || !same_block;
        let is_alone = statement.decision.is_some() || before.is_some_and(|b| b.decision.is_some());
        let mut shown = shown(statement, hits);
        match passages.last_mut().filter(|_| same_speaker && !begins && !is_alone) {
            Some(passage) => passage.said.push(shown),
            None => passages.push(Passage {
                block: statement.block.as_deref().filter(|_| !same_block),
                begins,
                voice: if same_speaker { None } else { shown.speaker.take() },
                spoken: speaker.is_some(),
                decided: shown.decision.take(),
                place: words::place_in_file(statement.page, statement.lines.0),
                said: vec![shown],
            }),
        }
        before = Some(statement);
    }
    passages
}

/// A statement with what is found in it marked, and the ways to what is found beside it.
fn shown<'a>(statement: &'a StatementEntry, hits: &[Hit]) -> Said<'a> {
    let Some(at) = hits.iter().position(|hit| hit.statement.ordinal == statement.ordinal) else {
        return said(statement, &[]);
    };
    let ordinal = |at: Option<usize>| Some(hits.get(at?)?.statement.ordinal);
    let steps = Steps { before: ordinal(at.checked_sub(1)), after: ordinal(at.checked_add(1)) };
    let marked = hits.get(at).map_or(&[][..], |hit| &hit.highlights);
    Said { steps: Some(steps), ..said(statement, marked) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use schema::ItemRef;

    fn item(number: &str) -> ItemEntry {
        ItemEntry {
            number: number.to_owned(),
            title: format!("Punkt {number}"),
            kind: None,
            parent: None,
            closed: false,
            line: 1,
            page: 1,
        }
    }

    fn statement(ordinal: u32, item: &str, paragraph: u32) -> StatementEntry {
        StatementEntry {
            id: format!("m-s{ordinal}"),
            ordinal,
            item: Some(ItemRef { number: item.to_owned(), title: format!("Punkt {item}") })
                .filter(|i| !i.number.is_empty()),
            block: None,
            text: format!("Sætning {ordinal}."),
            speaker: None,
            mentions: Vec::new(),
            references: Vec::new(),
            addressed_to: Vec::new(),
            decision: None,
            paragraph,
            lines: (ordinal, ordinal),
            page: 1,
            meeting: schema::MeetingRef {
                id: "m".to_owned(),
                title: "Møde".to_owned(),
                body: "Vandråd".to_owned(),
                date: None,
                file: "m.txt".to_owned(),
            },
        }
    }

    #[test]
    fn nothing_is_lost_and_order_is_kept() {
        let items = [item("1"), item("2"), item("3"), item("2")];
        let statements = [
            statement(1, "", 0),
            statement(2, "1", 1),
            statement(3, "3", 2),
            statement(4, "2", 3),
            statement(5, "9", 4),
            statement(6, "", 5),
        ];
        let shown: Vec<String> = sections(&items, &statements, &[])
            .iter()
            .map(|s| {
                let held: Vec<u32> =
                    s.passages.iter().flat_map(|p| &p.said).map(|said| said.ordinal).collect();
                format!("{} {held:?}", if s.number.is_empty() { "-" } else { s.number })
            })
            .collect();
        assert_eq!(shown, ["- [1]", "1 [2]", "2 []", "3 [3]", "2 [4]", "9 [5]", "- [6]"]);
    }

    #[test]
    fn a_paragraph_is_cut_only_where_the_speaker_changes() {
        let statements = [statement(1, "1", 1), statement(2, "1", 1), statement(3, "1", 2)];
        let items = [item("1")];
        let sections = sections(&items, &statements, &[]);
        let lengths: Vec<usize> = sections[0].passages.iter().map(|p| p.said.len()).collect();
        assert_eq!(lengths, [2, 1]);
    }
}
