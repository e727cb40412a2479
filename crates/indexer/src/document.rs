//! An entry → the documents that tantivy stores: one for each statement, one for the meeting.
//!
//! Deliberately absent: what the fields mean (`schema::Fields`).

use std::collections::BTreeSet;

use danish::{Analyzer, Strength, Text};
use schema::{
    Entry, Fields, How, MEETING, MeetingEntry, STATEMENT, StatementEntry, analyze, analyze_title,
    day_number, person_term, slug,
};
use tantivy::TantivyDocument;

use crate::people::People;

/// The documents of a meeting. `file` is the path by which they are replaced when it changes; `people`
/// tells who is meant by names that are only mentioned.
///
/// # Errors
/// When an entry cannot be written as JSON, which no text brings about.
pub(crate) fn documents(
    entry: &Entry,
    file: &str,
    fields: &Fields,
    analyzer: &Analyzer,
    people: &People,
) -> Result<Vec<TantivyDocument>, serde_json::Error> {
    let mut documents = vec![meeting(&entry.meeting, file, fields)?];
    for one in &entry.statements {
        let mut document = statement(one, file, fields, analyzer, people)?;
        for role in roles(&entry.meeting, one, analyzer) {
            document.add_text(fields.role, role);
        }
        add_item(&mut document, &entry.meeting, one, fields, analyzer);
        documents.push(document);
    }
    Ok(documents)
}

fn meeting(
    meeting: &MeetingEntry,
    file: &str,
    fields: &Fields,
) -> Result<TantivyDocument, serde_json::Error> {
    let mut document = TantivyDocument::default();
    document.add_text(fields.kind, MEETING);
    document.add_text(fields.id, &meeting.id);
    document.add_text(fields.meeting, &meeting.id);
    document.add_text(fields.order, &meeting.id);
    for person in meeting.people.iter().filter(|p| !p.key.is_empty()) {
        document.add_text(fields.person, person_term(&person.key, &person.name));
    }
    add_body_and_day(&mut document, &meeting.body, meeting.date, fields);
    document.add_text(fields.file, file);
    document.add_text(fields.entry, serde_json::to_string(meeting)?);
    Ok(document)
}

fn statement(
    statement: &StatementEntry,
    file: &str,
    fields: &Fields,
    analyzer: &Analyzer,
    people: &People,
) -> Result<TantivyDocument, serde_json::Error> {
    let mut document = TantivyDocument::default();
    let words = analyze(analyzer, &Text::new(&statement.text));
    document.add_pre_tokenized_text(fields.exact, words.exact);
    document.add_pre_tokenized_text(fields.lemma, words.lemma);
    document.add_pre_tokenized_text(fields.part, words.part);
    let item = statement.item.as_ref().map_or("", |item| item.title.as_str());
    let title = Text::new(&format!("{item}\n{}", statement.meeting.title));
    document.add_pre_tokenized_text(fields.title, analyze_title(analyzer, &title));
    document.add_text(fields.kind, STATEMENT);
    document.add_text(fields.id, &statement.id);
    document.add_text(fields.meeting, &statement.meeting.id);
    let order = format!("{}/{:06}", statement.meeting.id, statement.ordinal);
    document.add_text(fields.order, order);
    if let Some(speaker) = &statement.speaker {
        document.add_text(fields.speaker, &speaker.key);
        document.add_text(fields.person, person_term(&speaker.key, &speaker.name));
        if speaker.doubt.is_some() {
            document.add_u64(fields.doubtful, 1);
        }
    }
    for (field, names) in
        [(fields.mentioned, &statement.mentions), (fields.addressed, &statement.addressed_to)]
    {
        for name in names {
            let key = people.key_in(&statement.meeting, name);
            document.add_text(field, person_term(&key, name));
        }
    }
    add_body_and_day(&mut document, &statement.meeting.body, statement.meeting.date, fields);
    if statement.decision.is_some() {
        document.add_u64(fields.decision, 1);
    }
    document.add_text(fields.file, file);
    document.add_text(fields.entry, serde_json::to_string(statement)?);
    Ok(document)
}

/// Number, title and kind of the item that a statement stands under, and the numbers above it.
fn add_item(
    document: &mut TantivyDocument,
    meeting: &MeetingEntry,
    statement: &StatementEntry,
    fields: &Fields,
    analyzer: &Analyzer,
) {
    let Some(item) = &statement.item else { return };
    document.add_pre_tokenized_text(
        fields.item_title,
        analyze_title(analyzer, &Text::new(&item.title)),
    );
    let mut number = item.number.as_str();
    loop {
        document.add_text(fields.item, slug(number));
        match number.rsplit_once('.') {
            Some((above, _)) => number = above,
            None => break,
        }
    }
    let kind = meeting.items.iter().find(|i| i.number == item.number).and_then(|i| i.kind);
    if let Some(kind) = kind {
        document.add_text(fields.item_kind, kind.to_string());
    }
}

/// The roles that the speaker of a statement has at the meeting, in base form: those that its header
/// gives them, and the one that the statement itself calls them by.
fn roles(
    meeting: &MeetingEntry,
    statement: &StatementEntry,
    analyzer: &Analyzer,
) -> BTreeSet<String> {
    let Some(speaker) = &statement.speaker else { return BTreeSet::new() };
    let listed = meeting.people.iter().filter(|person| person.key == speaker.key);
    let called =
        (speaker.how == How::Role).then(|| statement.text.get(speaker.evidence.clone())).flatten();
    let body = slug(&meeting.body);
    listed
        .filter_map(|person| person.role.as_deref())
        .flat_map(|role| role.split([',', ';', '/']))
        .filter_map(|role| held_here(role, &body))
        .chain(called)
        .flat_map(|role| analyzer.text(&Text::new(role)))
        .filter(|token| token.strength <= Strength::Lemma)
        .map(|token| token.text)
        .collect()
}

/// The words of a role that somebody has at this meeting: `formand`; `None` for `formand for Vandrådet`
/// where another body meets.
fn held_here<'a>(role: &'a str, body: &str) -> Option<&'a str> {
    let (held, of) = [" for ", " i ", " af ", " hos "]
        .iter()
        .filter_map(|link| role.split_once(link))
        .min_by_key(|(held, _)| held.len())
        .map_or((role, ""), |(held, of)| (held, of));
    let of = slug(of);
    let is_chair = held.to_lowercase().contains("formand");
    (!is_chair || of.is_empty() || body.contains(&of) || of.contains(body)).then_some(held)
}

fn add_body_and_day(
    document: &mut TantivyDocument,
    body: &str,
    date: Option<danish::Date>,
    fields: &Fields,
) {
    let body = slug(body);
    if !body.is_empty() {
        document.add_text(fields.body, body);
    }
    if let Some(date) = date {
        document.add_u64(fields.day, day_number(date));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chair_of_another_body_has_not_the_chair_here() {
        for (role, expected) in [
            ("formand", Some("formand")),
            ("formand for Vandrådet", Some("formand")),
            ("regional formand for FUT-styregruppen", None),
            ("direktør i Søparken", Some("direktør")),
        ] {
            assert_eq!(held_here(role, "vandraadet"), expected, "{role}");
        }
    }
}
