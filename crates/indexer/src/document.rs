//! An entry → the documents that tantivy stores: one for the meeting, one for each statement, one for
//! each item that has any.
//!
//! Deliberately absent: what the fields mean (`schema::Fields`).

use std::collections::{BTreeMap, BTreeSet};

use danish::{Analyzer, Strength, Text};
use schema::{
    Entry, Fields, How, ITEM, ItemEntry, ItemInMeeting, ItemRef, MEETING, MeetingEntry, STATEMENT,
    StatementEntry, analyze, analyze_titles, day_number, order_number, person_term, slug, under,
};
use tantivy::TantivyDocument;
use tantivy::tokenizer::{PreTokenizedString, Token};

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
    let listed = listed_roles(&entry.meeting, analyzer);
    // What all statements of an item have in common is worked out once.
    let mut items: BTreeMap<Option<&str>, ItemTerms> = BTreeMap::new();
    for one in &entry.statements {
        let mut document = statement(one, file, fields, people)?;
        let number = one.item.as_ref().map(|item| item.number.as_str());
        let item = || ItemTerms::new(&entry.meeting, one, analyzer);
        let item = items.entry(number).or_insert_with(item);
        item.add(&mut document, fields);
        let words = analyze(analyzer, &Text::new(&one.text));
        let n_words = words.exact.tokens.last().map_or(0, |token| token.position + 1);
        document.add_u64(fields.n_words, n_words as u64);
        for (field, words) in
            [(fields.exact, words.exact), (fields.lemma, words.lemma), (fields.part, words.part)]
        {
            item.words.extend(words.tokens.iter().map(|token| token.text.clone()));
            document.add_pre_tokenized_text(field, words);
        }
        if let Some(speaker) = &one.speaker {
            let called = (speaker.how == How::Role)
                .then(|| one.text.get(speaker.evidence.clone()))
                .flatten()
                .map_or_else(BTreeSet::new, |role| base_forms(role, analyzer));
            let listed = listed.get(speaker.key.as_str()).into_iter().flatten();
            for role in called.iter().chain(listed.filter(|role| !called.contains(*role))) {
                document.add_text(fields.role, role);
            }
        }
        documents.push(document);
    }
    for terms in items.values() {
        let Some(item) = terms.item.cloned() else { continue };
        let item = ItemInMeeting { meeting: entry.meeting.reference(), item };
        documents.push(terms.document(&item, file, fields)?);
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
    document.add_u64(fields.order, order_number(&meeting.id, 0));
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
    people: &People,
) -> Result<TantivyDocument, serde_json::Error> {
    let mut document = TantivyDocument::default();
    document.add_text(fields.kind, STATEMENT);
    document.add_text(fields.id, &statement.id);
    document.add_text(fields.meeting, &statement.meeting.id);
    let item = statement.item.as_ref().map(|item| item.number.as_str());
    document.add_text(fields.under, under(&statement.meeting.id, item));
    document.add_u64(fields.order, order_number(&statement.meeting.id, statement.ordinal));
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

/// What an item gives to each statement under it.
struct ItemTerms<'a> {
    /// None for what stands under no item.
    item: Option<&'a ItemRef>,
    /// Title of the item and of the meeting.
    titles: PreTokenizedString,
    /// Title of the item alone.
    title: PreTokenizedString,
    /// Number of the item and of those above it.
    numbers: Vec<String>,
    kind: Option<char>,
    /// Number of its first statement.
    first: u32,
    /// Every word of its statements and titles so far.
    words: BTreeSet<String>,
}

impl<'a> ItemTerms<'a> {
    /// Of the item that a statement, the first of it, stands under; without one, of the meeting alone.
    fn new(
        meeting: &MeetingEntry,
        first: &'a StatementEntry,
        analyzer: &Analyzer,
    ) -> ItemTerms<'a> {
        let item = first.item.as_ref();
        let title = item.map_or("", |item| item.title.as_str());
        let (title, titles) =
            analyze_titles(analyzer, &Text::new(title), &Text::new(&meeting.title));
        let number = item.map_or("", |item| item.number.as_str());
        let ends = number.match_indices('.').map(|(end, _)| end).chain([number.len()]);
        let above = |end| number.get(..end).filter(|number| !number.is_empty()).map(slug);
        let same = |other: &&ItemEntry| item.is_some_and(|item| item.number == other.number);
        ItemTerms {
            item,
            first: first.ordinal,
            words: titles.tokens.iter().map(|token| token.text.clone()).collect(),
            titles,
            title,
            numbers: ends.filter_map(above).collect(),
            kind: meeting.items.iter().find(same).and_then(|item| item.kind),
        }
    }

    fn add(&self, document: &mut TantivyDocument, fields: &Fields) {
        document.add_pre_tokenized_text(fields.title, self.titles.clone());
        self.add_filters(document, fields);
    }

    /// What a question can narrow items and their statements by.
    fn add_filters(&self, document: &mut TantivyDocument, fields: &Fields) {
        document.add_pre_tokenized_text(fields.item_title, self.title.clone());
        for number in &self.numbers {
            document.add_text(fields.item, number);
        }
        if let Some(kind) = self.kind {
            document.add_text(fields.item_kind, kind.to_string());
        }
    }

    /// The document of the item itself.
    fn document(
        &self,
        item: &ItemInMeeting,
        file: &str,
        fields: &Fields,
    ) -> Result<TantivyDocument, serde_json::Error> {
        let mut document = TantivyDocument::default();
        document.add_text(fields.kind, ITEM);
        document.add_text(fields.id, item.reference());
        document.add_text(fields.meeting, &item.meeting.id);
        document.add_u64(fields.order, order_number(&item.meeting.id, self.first));
        self.add_filters(&mut document, fields);
        add_body_and_day(&mut document, &item.meeting.body, item.meeting.date, fields);
        let token = |text: &String| Token { text: text.clone(), position: 0, ..Token::default() };
        let tokens = self.words.iter().map(token).collect();
        let together = PreTokenizedString { text: String::new(), tokens };
        document.add_pre_tokenized_text(fields.together, together);
        document.add_text(fields.file, file);
        document.add_text(fields.entry, serde_json::to_string(item)?);
        Ok(document)
    }
}

/// The roles that the header of a meeting gives to people, by key, in base form.
fn listed_roles<'a>(
    meeting: &'a MeetingEntry,
    analyzer: &Analyzer,
) -> BTreeMap<&'a str, BTreeSet<String>> {
    let body = slug(&meeting.body);
    let mut listed: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for person in &meeting.people {
        let roles = person.role.as_deref().into_iter().flat_map(|r| r.split([',', ';', '/']));
        for role in roles.filter_map(|role| held_here(role, &body)) {
            listed.entry(&person.key).or_default().extend(base_forms(role, analyzer));
        }
    }
    listed
}

/// The words of a role, as written and in base form: `formand`.
fn base_forms(role: &str, analyzer: &Analyzer) -> BTreeSet<String> {
    let tokens = analyzer.text(&Text::new(role)).into_iter();
    tokens.filter(|token| token.strength <= Strength::Lemma).map(|token| token.text).collect()
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
