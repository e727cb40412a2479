//! A meeting as TEI, as the corpora of ParlaMint are written.
//!
//! In: a [`MeetingInFull`]. Out: a `TEI` with a division for each item, an utterance (`u`) for what one
//! person goes on to say, a segment (`seg`) for each sentence. What nobody is said to have said is a note:
//! of type `decision`, or `narrative`. Sources: *Parla-CLARIN* (Erjavec and Pančur, 2019) and the schema
//! `ParlaMint-TEI.rng`. It departs from the latter in two things: the people stand in the file itself,
//! since there is no corpus around it, and no licence is named, since minutes belong to who wrote them.
//! Deliberately absent: words and their analysis.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::ElementWriter;
use schema::{ItemEntry, Presence, StatementEntry};

use super::akn::people;
use super::xml::{name, plain};
use crate::MeetingInFull;

type Xml<'a> = Writer<&'a mut dyn Write>;

/// Prints a meeting.
///
/// # Errors
/// When `out` cannot be written.
pub fn meeting(out: &mut dyn Write, full: &MeetingInFull) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let id = name(&full.meeting.id);
    let attributes = [
        ("xmlns", "http://www.tei-c.org/ns/1.0"),
        ("xml:id", &*id),
        ("xml:lang", "da"),
        ("ana", "#reference"),
    ];
    xml.create_element("TEI").with_attributes(attributes).write_inner_content(|xml| {
        header(xml, full)?;
        xml.create_element("text").with_attribute(("ana", "#reference")).write_inner_content(
            |xml| {
                xml.create_element("body").write_inner_content(|xml| body(xml, full))?;
                Ok(())
            },
        )?;
        Ok(())
    })?;
    writeln!(xml.into_inner())
}

fn header(xml: &mut Xml<'_>, full: &MeetingInFull) -> io::Result<()> {
    let meeting = &full.meeting;
    let n_speeches = sections(full).iter().flat_map(|(_, said)| speeches(said)).count();
    let n_words: usize = full.statements.iter().map(|s| s.text.split_whitespace().count()).sum();
    let n_speeches = n_speeches.to_string();
    let n_words = n_words.to_string();
    let date = |xml: &mut Xml<'_>| -> io::Result<()> {
        let Some(day) = meeting.date.map(|day| day.to_string()) else { return Ok(()) };
        text(xml.create_element("date").with_attribute(("when", &*day)), &day)
    };
    xml.create_element("teiHeader").write_inner_content(|xml| {
        xml.create_element("fileDesc").write_inner_content(|xml| {
            xml.create_element("titleStmt").write_inner_content(|xml| {
                let title = [("type", "main"), ("xml:lang", "da")];
                text(xml.create_element("title").with_attributes(title), &meeting.title)?;
                let ana = [("ana", "#meeting"), ("n", &*meeting.id)];
                text(xml.create_element("meeting").with_attributes(ana), &meeting.body)
            })?;
            xml.create_element("editionStmt")
                .write_inner_content(|xml| text(xml.create_element("edition"), "1"))?;
            xml.create_element("extent").write_inner_content(|xml| {
                for (unit, quantity, said) in
                    [("speeches", &n_speeches, "udtalelser"), ("words", &n_words, "ord")]
                {
                    let measure = [("unit", unit), ("quantity", quantity)];
                    let element = xml.create_element("measure").with_attributes(measure);
                    text(element, &format!("{quantity} {said}"))?;
                }
                Ok(())
            })?;
            xml.create_element("publicationStmt")
                .write_inner_content(|xml| text(xml.create_element("publisher"), "referat"))?;
            xml.create_element("sourceDesc").write_inner_content(|xml| {
                xml.create_element("bibl").write_inner_content(|xml| {
                    text(xml.create_element("title"), &meeting.file)?;
                    if !meeting.body.is_empty() {
                        text(xml.create_element("publisher"), &meeting.body)?;
                    }
                    date(xml)
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        xml.create_element("profileDesc").write_inner_content(|xml| {
            xml.create_element("settingDesc").write_inner_content(|xml| {
                xml.create_element("setting").write_inner_content(|xml| {
                    if !meeting.body.is_empty() {
                        let kind = ("type", "org");
                        text(xml.create_element("name").with_attribute(kind), &meeting.body)?;
                    }
                    date(xml)
                })?;
                Ok(())
            })?;
            persons(xml, full)
        })?;
        Ok(())
    })?;
    Ok(())
}

/// Who was there and who speaks.
fn persons(xml: &mut Xml<'_>, full: &MeetingInFull) -> io::Result<()> {
    let people = people(full);
    if people.is_empty() {
        return Ok(());
    }
    xml.create_element("particDesc").write_inner_content(|xml| {
        xml.create_element("listPerson").write_inner_content(|xml| {
            for (key, who) in &people {
                let listed = full.meeting.people.iter().find(|person| person.key == **key);
                let id = name(key);
                let person = xml.create_element("person").with_attribute(("xml:id", &*id));
                person.write_inner_content(|xml| {
                    text(xml.create_element("persName"), who)?;
                    let Some(listed) = listed else { return Ok(()) };
                    for post in [&listed.role, &listed.affiliation].into_iter().flatten() {
                        text(xml.create_element("occupation"), post)?;
                    }
                    if listed.presence != Presence::Present {
                        let note = xml.create_element("note").with_attribute(("type", "presence"));
                        text(note, super::akn::presence(listed.presence))?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// What is said under each item, in the order of the minutes.
type Section<'a> = (Option<&'a ItemEntry>, Vec<&'a StatementEntry>);

fn sections(full: &MeetingInFull) -> Vec<Section<'_>> {
    let number = |statement: &&StatementEntry| statement.item.as_ref().map(|i| i.number.clone());
    let statements: Vec<&StatementEntry> = full.statements.iter().collect();
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut items = full.meeting.items.iter().peekable();
    for said in statements.chunk_by(|a, b| number(a) == number(b)) {
        let of = said.first().and_then(number);
        // Items under which nothing is said stand before the one under which something is.
        let mut ahead = full.meeting.items.iter().filter(|item| Some(&item.number) == of.as_ref());
        if let Some(wanted) = ahead.next_back()
            && items.clone().any(|item| std::ptr::eq(item, wanted))
        {
            while let Some(item) = items.next_if(|item| !std::ptr::eq(*item, wanted)) {
                sections.push((Some(item), Vec::new()));
            }
        }
        let item = items.next_if(|item| Some(&item.number) == of.as_ref());
        sections.push((item, said.to_vec()));
    }
    sections.extend(items.map(|item| (Some(item), Vec::new())));
    sections
}

/// Runs of sentences that one person says, or nobody.
fn runs<'a>(said: &'a [&'a StatementEntry]) -> impl Iterator<Item = &'a [&'a StatementEntry]> {
    said.chunk_by(|a, b| speaker(a).is_some() && speaker(a) == speaker(b))
}

fn speeches<'a>(said: &'a [&'a StatementEntry]) -> impl Iterator<Item = &'a [&'a StatementEntry]> {
    runs(said).filter(|run| run.first().is_some_and(|one| speaker(one).is_some()))
}

/// Key and name of who says a sentence, unless it is what the meeting decided.
fn speaker(statement: &StatementEntry) -> Option<(&str, &str)> {
    let speaker = statement.speaker.as_ref().filter(|_| statement.decision.is_none())?;
    Some((&speaker.key, &speaker.name))
}

fn body(xml: &mut Xml<'_>, full: &MeetingInFull) -> io::Result<()> {
    for (item, said) in sections(full) {
        let kind =
            if speeches(&said).next().is_some() { "debateSection" } else { "commentSection" };
        let division = xml.create_element("div").with_attribute(("type", kind));
        division.write_inner_content(|xml| {
            if let Some(item) = item {
                let head = [item.number.as_str(), item.title.as_str()];
                let head = head.into_iter().filter(|part| !part.is_empty());
                text(xml.create_element("head"), &head.collect::<Vec<_>>().join(". "))?;
            }
            for run in runs(&said) {
                utterance(xml, run)?;
            }
            // A division of comments has at least one.
            if said.is_empty() {
                let note = xml.create_element("note").with_attribute(("type", "narrative"));
                text(note, "Intet er gengivet.")?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn utterance(xml: &mut Xml<'_>, run: &[&StatementEntry]) -> io::Result<()> {
    let Some(first) = run.first() else { return Ok(()) };
    let Some((key, who)) = speaker(first) else {
        for one in run {
            let kind = if one.decision.is_some() { "decision" } else { "narrative" };
            let id = name(&one.id);
            let note = [("type", kind), ("xml:id", &*id)];
            text(xml.create_element("note").with_attributes(note), &one.text)?;
        }
        return Ok(());
    };
    text(xml.create_element("note").with_attribute(("type", "speaker")), who)?;
    let (id, by) = (format!("{}.u", name(&first.id)), format!("#{}", name(key)));
    let attributes = [("xml:id", id.as_str()), ("who", &by), ("ana", "#regular")];
    xml.create_element("u").with_attributes(attributes).write_inner_content(|xml| {
        for one in run {
            let id = name(&one.id);
            let seg = xml.create_element("seg").with_attribute(("xml:id", &*id));
            text(seg, &one.text)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn text<W: Write>(element: ElementWriter<'_, W>, text: &str) -> io::Result<()> {
    element.write_text_content(BytesText::new(plain(text).trim()))?;
    Ok(())
}
