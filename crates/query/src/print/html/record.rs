//! The pages of a meeting and of a statement in its item.
//!
//! In: [`MeetingInFull`]. Out: HTML. Statements stand in the order of the minutes, under the
//! headings of their items; an item without text keeps its heading. Deliberately absent: search.

use std::io::{self, Write};

use askama::Template;
use schema::{Group, ItemEntry, MeetingEntry, PersonEntry, StatementEntry};

use super::said::{Said, Voice, said};
use super::{links, words};
use crate::MeetingInFull;

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage<'a> {
    head: Head<'a>,
    groups: Vec<PeopleGroup<'a>>,
    agenda: Vec<AgendaLine<'a>>,
    sections: Vec<Section<'a>>,
}

#[derive(Template)]
#[template(path = "statement.html")]
struct StatementPage<'a> {
    head: Head<'a>,
    section: Section<'a>,
    ordinal: u32,
    voice: Option<Voice<'a>>,
    in_meeting: String,
    place: String,
    reference: String,
    similar: String,
}

impl MeetingPage<'_> {
    /// Whether this page is about one of its statements; the browser marks the one in the address.
    fn is_meant(&self, _ordinal: &u32) -> bool {
        false
    }
}

impl StatementPage<'_> {
    /// Whether this is the statement that the page is about.
    fn is_meant(&self, ordinal: &u32) -> bool {
        self.ordinal == *ordinal
    }
}

/// What stands at the top of a meeting.
struct Head<'a> {
    title: &'a str,
    body: &'a str,
    body_href: String,
    day: Option<(String, String)>,
    counts: String,
    file: &'a str,
}

/// A list of people with its heading.
struct PeopleGroup<'a> {
    name: &'static str,
    people: Vec<Attendee<'a>>,
}

/// A person of a meeting's header.
struct Attendee<'a> {
    name: &'a str,
    href: String,
    more: String,
}

/// A line of the agenda at the top.
struct AgendaLine<'a> {
    number: &'a str,
    title: &'a str,
    nth: usize,
    depth: usize,
}

/// The statements under one heading.
struct Section<'a> {
    /// Fragment of the heading's address.
    nth: usize,
    number: &'a str,
    title: &'a str,
    remarks: Vec<String>,
    /// Whether it has neither text nor items below it.
    empty: bool,
    passages: Vec<Passage<'a>>,
}

/// Statements side by side in one paragraph, by one speaker.
struct Passage<'a> {
    /// Heading of the block, where one begins.
    block: Option<&'a str>,
    /// Whether it begins a paragraph.
    begins: bool,
    /// Who speaks, where that changes.
    voice: Option<Voice<'a>>,
    /// Whether somebody speaks at all.
    spoken: bool,
    said: Vec<Said<'a>>,
}

/// Prints a meeting with its people, agenda and statements.
///
/// # Errors
/// When `out` cannot be written.
pub fn meeting_page(out: &mut dyn Write, full: &MeetingInFull) -> io::Result<()> {
    let sections = sections(&full.meeting.items, &full.statements);
    let page = MeetingPage {
        head: head(&full.meeting),
        groups: groups(&full.meeting.people),
        agenda: full
            .meeting
            .items
            .iter()
            .zip(1..)
            .map(|(item, nth)| AgendaLine {
                number: &item.number,
                title: &item.title,
                nth,
                depth: item.number.matches('.').count().min(3),
            })
            .collect(),
        sections,
    };
    page.write_into(out)
}

/// Prints a statement among the others of its item.
///
/// # Errors
/// When `out` cannot be written.
pub fn statement_page(
    out: &mut dyn Write,
    full: &MeetingInFull,
    statement: &StatementEntry,
) -> io::Result<()> {
    let number = statement.item.as_ref().map(|item| item.number.as_str());
    let beside: Vec<StatementEntry> = full
        .statements
        .iter()
        .filter(|s| s.item.as_ref().map(|item| item.number.as_str()) == number)
        .cloned()
        .collect();
    let items: Vec<ItemEntry> =
        full.meeting.items.iter().filter(|i| Some(i.number.as_str()) == number).cloned().collect();
    let mut found = sections(&items, &beside);
    let holds = |s: &Section| {
        s.passages.iter().any(|p| p.said.iter().any(|said| said.ordinal == statement.ordinal))
    };
    let Some(at) = found.iter().position(holds) else {
        return meeting_page(out, full);
    };
    let page = StatementPage {
        head: head(&full.meeting),
        section: found.swap_remove(at),
        ordinal: statement.ordinal,
        voice: said(statement, &[]).speaker,
        in_meeting: links::in_meeting(&full.meeting.id, statement.ordinal),
        place: words::place(&full.meeting.file, statement.page, statement.lines),
        reference: statement.reference(),
        similar: links::similar(&statement.id),
    };
    page.write_into(out)
}

fn head(meeting: &MeetingEntry) -> Head<'_> {
    let mut counts =
        vec![words::items(meeting.items.len()), words::statements(meeting.n_statements)];
    if meeting.n_decisions > 0 {
        counts.push(words::decisions(meeting.n_decisions));
    }
    Head {
        title: titled(&meeting.title),
        body: &meeting.body,
        body_href: links::meetings_of(&meeting.body),
        day: meeting.date.map(|date| (date.to_string(), words::day(date))),
        counts: counts.join(" · "),
        file: &meeting.file,
    }
}

fn titled(title: &str) -> &str {
    if title.trim().is_empty() { words::UNTITLED } else { title }
}

fn groups(people: &[PersonEntry]) -> Vec<PeopleGroup<'_>> {
    [Group::Member, Group::Other, Group::Presenter, Group::Absent]
        .into_iter()
        .map(|group| PeopleGroup {
            name: words::group(group),
            people: people.iter().filter(|p| p.group == group).map(attendee).collect(),
        })
        .filter(|group| !group.people.is_empty())
        .collect()
}

fn attendee(person: &PersonEntry) -> Attendee<'_> {
    let mut more: Vec<String> =
        [&person.role, &person.affiliation].into_iter().flatten().cloned().collect();
    more.extend(words::presence(person.presence).map(str::to_owned));
    if !person.items.is_empty() {
        more.push(words::for_items(&person.items));
    }
    Attendee { name: &person.name, href: links::person(&person.key), more: more.join(", ") }
}

/// Statements under their headings, in the order of the minutes. An item is looked for after the one
/// before it, so that two items of the same number keep their own text.
fn sections<'a>(items: &'a [ItemEntry], statements: &'a [StatementEntry]) -> Vec<Section<'a>> {
    let mut sections: Vec<Section> = Vec::with_capacity(items.len() + 1);
    let mut n_begun = 0;
    let mut current: Option<Option<&str>> = None;
    let mut held: Vec<&StatementEntry> = Vec::new();
    for statement in statements {
        let number = statement.item.as_ref().map(|item| item.number.as_str());
        if current != Some(number) {
            finish(&mut sections, &mut held);
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
    finish(&mut sections, &mut held);
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
fn finish<'a>(sections: &mut [Section<'a>], held: &mut Vec<&'a StatementEntry>) {
    if let Some(section) = sections.last_mut() {
        section.passages = passages(held);
    }
    held.clear();
}

fn passages<'a>(statements: &[&'a StatementEntry]) -> Vec<Passage<'a>> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut before: Option<&StatementEntry> = None;
    for &statement in statements {
        let speaker = statement.speaker.as_ref().map(|s| s.key.as_str());
        let same_speaker =
            before.is_some_and(|b| b.speaker.as_ref().map(|s| s.key.as_str()) == speaker);
        let same_block = before.is_some_and(|b| b.block == statement.block);
        let begins = before.is_none_or(|b| b.paragraph != statement.paragraph) || !same_block;
        let mut shown = said(statement, &[]);
        match passages.last_mut().filter(|_| same_speaker && !begins) {
            Some(passage) => passage.said.push(shown),
            None => passages.push(Passage {
                block: statement.block.as_deref().filter(|_| !same_block),
                begins,
                voice: if same_speaker { None } else { shown.speaker.take() },
                spoken: speaker.is_some(),
                said: vec![shown],
            }),
        }
        before = Some(statement);
    }
    passages
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
        let shown: Vec<String> = sections(&items, &statements)
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
        let sections = sections(&items, &statements);
        let lengths: Vec<usize> = sections[0].passages.iter().map(|p| p.said.len()).collect();
        assert_eq!(lengths, [2, 1]);
    }
}
