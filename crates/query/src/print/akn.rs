//! A meeting as Akoma Ntoso 3.0, the XML of parliaments and courts.
//!
//! In: a [`MeetingInFull`]. Out: a `debate` with who was there, and a section for each item. What somebody
//! is said to have said is a `speech` by them, decisions and the rest are `narrative`, since minutes tell
//! rather than quote; a decision is marked with `refersTo`. Source: OASIS, *Akoma Ntoso Version 1.0 Part 2:
//! Specifications* (2018), schema `akomantoso30.xsd`. Deliberately absent: pages and lines, for which the
//! schema has no place beside a text that wraps.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use schema::{ItemEntry, StatementEntry, slug};

use super::xml::{name, plain};
use crate::MeetingInFull;

/// The day of a meeting that has none: the schema asks for one.
const NO_DAY: &str = "0001-01-01";
/// What a decision refers to.
const DECISION: &str = "decision";

type Xml<'a> = Writer<&'a mut dyn Write>;

/// Prints a meeting.
///
/// # Errors
/// When `out` cannot be written.
pub fn meeting(out: &mut dyn Write, full: &MeetingInFull) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("akomaNtoso")
        .with_attribute(("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"))
        .write_inner_content(|xml| {
            xml.create_element("debate").with_attribute(("name", "minutes")).write_inner_content(
                |xml| {
                    meta(xml, full)?;
                    preface(xml, full)?;
                    body(xml, full)
                },
            )?;
            Ok(())
        })?;
    writeln!(xml.into_inner())
}

fn meta(xml: &mut Xml<'_>, full: &MeetingInFull) -> io::Result<()> {
    let meeting = &full.meeting;
    let day = meeting.date.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
    let work = format!("/akn/dk/debate/minutes/{day}/{}", meeting.id);
    let identified = |xml: &mut Xml<'_>, level: &str, uri: &str| -> io::Result<()> {
        xml.create_element(level).write_inner_content(|xml| {
            xml.create_element("FRBRthis").with_attribute(("value", uri)).write_empty()?;
            xml.create_element("FRBRuri").with_attribute(("value", uri)).write_empty()?;
            let date = [("date", day.as_str()), ("name", "meeting")];
            xml.create_element("FRBRdate").with_attributes(date).write_empty()?;
            let author = ("href", "#body");
            xml.create_element("FRBRauthor").with_attribute(author).write_empty()?;
            match level {
                "FRBRWork" => {
                    let country = ("value", "dk");
                    xml.create_element("FRBRcountry").with_attribute(country).write_empty()?;
                }
                "FRBRExpression" => {
                    let language = ("language", "dan");
                    xml.create_element("FRBRlanguage").with_attribute(language).write_empty()?;
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(())
    };
    xml.create_element("meta").write_inner_content(|xml| {
        let source = ("source", "#body");
        xml.create_element("identification").with_attribute(source).write_inner_content(|xml| {
            identified(xml, "FRBRWork", &work)?;
            identified(xml, "FRBRExpression", &format!("{work}/dan@"))?;
            identified(xml, "FRBRManifestation", &format!("{work}/dan@.xml"))
        })?;
        xml.create_element("references").with_attribute(source).write_inner_content(|xml| {
            let organ = if meeting.body.is_empty() { &meeting.title } else { &meeting.body };
            top(xml, "TLCOrganization", "body", ("organization", &slug(organ)), organ)?;
            for (key, person) in people(full) {
                top(xml, "TLCPerson", &person_id(key), ("person", key), person)?;
            }
            let concept = ("concept", DECISION);
            top(xml, "TLCConcept", DECISION, concept, "beslutning")
        })?;
        Ok(())
    })?;
    Ok(())
}

/// A thing of the world that the text refers to.
fn top(
    xml: &mut Xml<'_>,
    element: &str,
    id: &str,
    (kind, key): (&str, &str),
    shown: &str,
) -> io::Result<()> {
    let href = format!("/akn/ontology/{kind}/dk/{}", name(key));
    xml.create_element(element)
        .with_attributes([("eId", id), ("href", &href), ("showAs", &plain(shown))])
        .write_empty()?;
    Ok(())
}

fn preface(xml: &mut Xml<'_>, full: &MeetingInFull) -> io::Result<()> {
    let meeting = &full.meeting;
    xml.create_element("preface").write_inner_content(|xml| {
        xml.create_element("p").write_inner_content(|xml| {
            text(xml.create_element("docTitle"), &meeting.title)?;
            if let Some(date) = meeting.date {
                let date = date.to_string();
                let words = if meeting.date_text.is_empty() { &date } else { &meeting.date_text };
                text(xml.create_element("docDate").with_attribute(("date", &*date)), words)?;
            }
            Ok(())
        })?;
        for person in &meeting.people {
            xml.create_element("p").write_inner_content(|xml| {
                let refers = format!("#{}", person_id(&person.key));
                let who = xml.create_element("person").with_attribute(("refersTo", &*refers));
                text(who, &person.name)?;
                for more in [&person.role, &person.affiliation].into_iter().flatten() {
                    text(xml.create_element("span"), more)?;
                }
                text(xml.create_element("span"), presence(person.presence))
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Whether somebody was there, in Danish.
pub(super) fn presence(presence: schema::Presence) -> &'static str {
    match presence {
        schema::Presence::Present => "til stede",
        schema::Presence::Apology => "afbud",
        schema::Presence::Absent => "fraværende",
        schema::Presence::Substitute => "suppleant",
    }
}

fn body(xml: &mut Xml<'_>, full: &MeetingInFull) -> io::Result<()> {
    let mut of_item: BTreeMap<Option<&str>, Vec<&StatementEntry>> = BTreeMap::new();
    for statement in &full.statements {
        let number = statement.item.as_ref().map(|item| item.number.as_str());
        of_item.entry(number).or_default().push(statement);
    }
    let before = of_item.remove(&None).unwrap_or_default();
    xml.create_element("debateBody").write_inner_content(|xml| {
        // A body of a debate has at least one section.
        if !before.is_empty() || full.meeting.items.is_empty() {
            section(xml, "opening", "dbsect_0", None, &before)?;
        }
        for (nth, item) in (1..).zip(&full.meeting.items) {
            // Of two items of one number the first has what is said under it.
            let said = of_item.remove(&Some(item.number.as_str())).unwrap_or_default();
            section(xml, "item", &format!("dbsect_{nth}"), Some(item), &said)?;
        }
        for (nth, said) in (1..).zip(of_item.values()) {
            section(xml, "rest", &format!("dbsect_rest_{nth}"), None, said)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn section(
    xml: &mut Xml<'_>,
    kind: &str,
    id: &str,
    item: Option<&ItemEntry>,
    said: &[&StatementEntry],
) -> io::Result<()> {
    let element = xml.create_element("debateSection");
    element.with_attributes([("name", kind), ("eId", id)]).write_inner_content(|xml| {
        if let Some(item) = item {
            if !item.number.is_empty() {
                text(xml.create_element("num"), &item.number)?;
            }
            text(xml.create_element("heading"), &item.title)?;
        }
        for statement in said {
            self::said(xml, id, statement)?;
        }
        // A section is never empty.
        if said.is_empty() {
            xml.create_element("narrative")
                .with_attribute(("eId", &*format!("{id}__none")))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn said(xml: &mut Xml<'_>, section: &str, statement: &StatementEntry) -> io::Result<()> {
    let id = format!("{section}__s_{}", statement.ordinal);
    if let (Some(speaker), None) = (&statement.speaker, &statement.decision) {
        let by = format!("#{}", person_id(&speaker.key));
        xml.create_element("speech")
            .with_attributes([("eId", id.as_str()), ("by", &by)])
            .write_inner_content(|xml| {
                text(xml.create_element("from"), &speaker.name)?;
                text(xml.create_element("p"), &statement.text)
            })?;
        return Ok(());
    }
    let mut narrative = xml.create_element("narrative").with_attribute(("eId", &*id));
    if statement.decision.is_some() {
        narrative = narrative.with_attribute(("refersTo", &*format!("#{DECISION}")));
    }
    text(narrative, &statement.text)
}

/// Everybody who is listed or speaks, by key.
pub(super) fn people(full: &MeetingInFull) -> BTreeMap<&str, &str> {
    let listed = full.meeting.people.iter().map(|p| (p.key.as_str(), p.name.as_str()));
    let speakers = full.statements.iter().filter_map(|s| s.speaker.as_ref());
    let speaking = speakers.map(|s| (s.key.as_str(), s.name.as_str()));
    // The list of those present writes a name in full.
    let mut people: BTreeMap<&str, &str> = speaking.collect();
    people.extend(listed);
    people
}

fn person_id(key: &str) -> String {
    format!("person-{}", name(key))
}

fn text<W: Write>(element: quick_xml::writer::ElementWriter<'_, W>, text: &str) -> io::Result<()> {
    element.write_text_content(BytesText::new(&plain(text)))?;
    Ok(())
}
