//! A meeting as `minutes` understood it → an entry of the index, with references and keys.
//!
//! Deliberately absent: any reading, and the index. References of several meetings may be the same
//! here; `number` sets them apart.

use std::collections::BTreeMap;

use danish::Text;
use minutes::{AgendaItem, Attendee, Meeting, Statement};
use schema::{
    Decision, DecisionKind, Entry, Group, How, ItemEntry, ItemRef, MeetingEntry, MeetingRef,
    PersonEntry, Presence, ReferenceEntry, Speaker, SpeakerCount, StatementEntry, meeting_key,
    person_key,
};

/// The entries of the meetings of one file, in its order.
pub(crate) fn entries(meetings: Vec<Meeting>, place: &str) -> Vec<Entry> {
    // In place of the day of a meeting that has none: so its reference does not depend on its text.
    let mut instead = crate::read::hash(place.as_bytes());
    instead.truncate(8);
    meetings
        .into_iter()
        .map(|meeting| {
            let id = meeting_key(&meeting.body, &meeting.title, meeting.date, &instead);
            entry(meeting, id, place)
        })
        .collect()
}

/// Gives an entry another reference.
pub(crate) fn rename(entry: &mut Entry, id: &str) {
    entry.meeting.id = id.to_owned();
    for statement in &mut entry.statements {
        statement.meeting.id = id.to_owned();
        statement.id = statement_key(id, statement.ordinal);
    }
}

fn statement_key(meeting: &str, ordinal: u32) -> String {
    format!("{meeting}-s{ordinal}")
}

fn entry(meeting: Meeting, id: String, place: &str) -> Entry {
    let reference = MeetingRef {
        id,
        title: meeting.title,
        body: meeting.body,
        date: meeting.date,
        file: place.to_owned(),
    };
    let items: Vec<ItemEntry> = meeting.items.into_iter().map(item).collect();
    let statements: Vec<StatementEntry> = (1..)
        .zip(meeting.statements)
        .map(|(ordinal, s)| statement(s, ordinal, &items, &reference))
        .collect();
    let meeting = MeetingEntry {
        id: reference.id.clone(),
        title: reference.title.clone(),
        body: reference.body.clone(),
        date: reference.date,
        date_text: meeting.date_text,
        people: meeting.people.into_iter().map(person).collect(),
        items,
        n_statements: statements.len(),
        n_with_speaker: 0,
        n_decisions: statements.iter().filter(|s| s.decision.is_some()).count(),
        speakers: Vec::new(),
        lines: meeting.lines,
        page: meeting.page,
        file: place.to_owned(),
    };
    let mut entry = Entry { meeting, statements };
    count_speakers(&mut entry);
    entry
}

/// Counts statements, decisions and speakers of a meeting anew, when some of them were taken out.
pub(crate) fn count_statements(entry: &mut Entry) {
    entry.meeting.n_statements = entry.statements.len();
    entry.meeting.n_decisions = entry.statements.iter().filter(|s| s.decision.is_some()).count();
    count_speakers(entry);
}

/// Counts who speaks in a meeting, from its statements.
pub(crate) fn count_speakers(entry: &mut Entry) {
    let mut speakers: BTreeMap<&str, SpeakerCount> = BTreeMap::new();
    for speaker in entry.statements.iter().filter_map(|s| s.speaker.as_ref()) {
        let new = || SpeakerCount { key: speaker.key.clone(), name: speaker.name.clone(), n: 0 };
        speakers.entry(&speaker.key).or_insert_with(new).n += 1;
    }
    entry.meeting.n_with_speaker = speakers.values().map(|speaker| speaker.n).sum();
    entry.meeting.speakers = speakers.into_values().collect();
}

fn statement(
    statement: Statement,
    ordinal: u32,
    items: &[ItemEntry],
    meeting: &MeetingRef,
) -> StatementEntry {
    // NFC already where minutes were read; once more costs little, and what is stored is what is
    // analyzed, byte for byte.
    let text = Text::new(&statement.text).as_str().to_owned();
    let speaker = statement.attribution.map(|a| {
        let holds = text == statement.text && text.get(a.evidence.clone()).is_some();
        Speaker {
            key: person_key(&a.speaker),
            name: a.speaker,
            how: how(a.how),
            evidence: if holds { a.evidence } else { 0..0 },
            doubt: a.doubt,
        }
    });
    // Where composing moved the bytes, no range holds.
    let same = text == statement.text;
    let references = statement.references.into_iter().filter(|_| same).map(reference).collect();
    StatementEntry {
        id: statement_key(&meeting.id, ordinal),
        ordinal,
        item: statement.item.map(|number| ItemRef {
            title: items
                .iter()
                .find(|item| item.number == number)
                .map_or_else(String::new, |item| item.title.clone()),
            number,
        }),
        block: statement.block,
        text,
        // A name of which nothing is left is nobody's.
        speaker: speaker.filter(|s| !s.key.is_empty()),
        mentions: statement.mentions,
        references,
        addressed_to: statement.addressed_to,
        decision: statement.decision.map(decision),
        paragraph: statement.paragraph,
        lines: statement.lines,
        page: statement.page,
        meeting: meeting.clone(),
    }
}

fn reference(reference: minutes::Reference) -> ReferenceEntry {
    ReferenceEntry {
        kind: reference.kind.as_str().to_owned(),
        range: reference.range,
        target: reference.target,
    }
}

fn person(person: Attendee) -> PersonEntry {
    PersonEntry {
        key: person_key(&person.name),
        name: person.name,
        affiliation: person.affiliation,
        role: person.role,
        initials: person.initials,
        group: match person.group {
            minutes::Group::Member => Group::Member,
            minutes::Group::Absent => Group::Absent,
            minutes::Group::Other => Group::Other,
            minutes::Group::Presenter => Group::Presenter,
        },
        presence: match person.presence {
            minutes::Presence::Present => Presence::Present,
            minutes::Presence::Apology => Presence::Apology,
            minutes::Presence::Absent => Presence::Absent,
            minutes::Presence::Substitute => Presence::Substitute,
        },
        items: person.items,
    }
}

fn item(item: AgendaItem) -> ItemEntry {
    ItemEntry {
        number: item.number,
        title: item.title,
        kind: item.kind.map(minutes::ItemKind::letter),
        parent: item.parent,
        closed: item.closed,
        line: item.line,
        page: item.page,
    }
}

fn how(how: minutes::How) -> How {
    match how {
        minutes::How::Explicit => How::Explicit,
        minutes::How::Initials => How::Initials,
        minutes::How::Role => How::Role,
        minutes::How::Pronoun => How::Pronoun,
        minutes::How::Continuation => How::Continuation,
        minutes::How::Marked => How::Marked,
    }
}

fn decision(decision: minutes::Decision) -> Decision {
    Decision {
        kind: match decision.kind {
            minutes::DecisionKind::Approved => DecisionKind::Approved,
            minutes::DecisionKind::Adopted => DecisionKind::Adopted,
            minutes::DecisionKind::Rejected => DecisionKind::Rejected,
            minutes::DecisionKind::Noted => DecisionKind::Noted,
            minutes::DecisionKind::Postponed => DecisionKind::Postponed,
            minutes::DecisionKind::Referred => DecisionKind::Referred,
            minutes::DecisionKind::Elected => DecisionKind::Elected,
            minutes::DecisionKind::Other => DecisionKind::Other,
        },
        by: decision.by,
        votes: decision.votes.map(|v| (v.ayes, v.noes, v.blank)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use minutes::Attribution;

    fn meeting(text: &str) -> Meeting {
        Meeting {
            body: "Vandråd".to_owned(),
            date: danish::Date::new(2021, 3, 4).ok(),
            items: vec![AgendaItem {
                number: "2.3".to_owned(),
                title: "Mølledammen".to_owned(),
                ..AgendaItem::default()
            }],
            statements: vec![Statement {
                item: Some("2.3".to_owned()),
                text: text.to_owned(),
                attribution: Some(Attribution {
                    speaker: "Åse Brask".to_owned(),
                    how: minutes::How::Explicit,
                    evidence: 0..10,
                    doubt: None,
                }),
                ..Statement::default()
            }],
            ..Meeting::default()
        }
    }

    #[test]
    fn statements_get_references_titles_and_keys() {
        let text = "Åse Brask svarede, at dammen er tør.";
        let entries = entries(vec![meeting(text), meeting(text)], "Vand/2021.txt");
        let statement = &entries[0].statements[0];
        assert_eq!(statement.id, "vandraad-2021-03-04-s1");
        assert_eq!(statement.reference(), "vandraad-2021-03-04/2.3/s1");
        assert_eq!(statement.item.as_ref().unwrap().title, "Mølledammen");
        assert_eq!(statement.speaker.as_ref().unwrap().key, "aase-brask");
        assert_eq!(statement.speaker.as_ref().unwrap().evidence, 0..10);
        assert_eq!(entries[0].meeting.speakers[0].n, 1);
        let mut second = entries[1].clone();
        rename(&mut second, "vandraad-2021-03-04-2");
        assert_eq!(second.statements[0].id, "vandraad-2021-03-04-2-s1");
        assert_eq!(second.statements[0].meeting.id, second.meeting.id);
    }

    #[test]
    fn evidence_that_does_not_hold_is_left_out() {
        // Decomposed: composing it moves every byte after it.
        let entries = entries(vec![meeting("A\u{30A}se Brask svarede.")], "x.txt");
        let statement = &entries[0].statements[0];
        assert_eq!(statement.text, "Åse Brask svarede.");
        assert_eq!(statement.speaker.as_ref().unwrap().evidence, 0..0);
    }
}
