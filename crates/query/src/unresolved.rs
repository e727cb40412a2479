//! What attribution left open: who speaks without being listed, and how much text has no speaker.
//!
//! In: meetings as stored. Out: [`Unresolved`]. A secretary reads it to see what to mend in the
//! archive or its corrections. Deliberately absent: mending.

use std::collections::{BTreeMap, BTreeSet};

use schema::{MeetingEntry, MeetingRef};

/// What attribution left open in some meetings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unresolved {
    /// People who speak in the meetings and are listed in none; most statements first.
    pub unlisted: Vec<Unlisted>,
    /// How much text has no speaker, by body, then by file; by name.
    pub shares: Vec<Share>,
}

/// Somebody who speaks and is listed in no meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlisted {
    /// Person key.
    pub key: String,
    /// The name as the minutes have it first.
    pub name: String,
    /// Number of statements.
    pub n_statements: usize,
    /// The meetings where they speak, oldest first.
    pub meetings: Vec<MeetingRef>,
}

/// How many of the statements of a body or a file have a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The body; empty when unknown.
    pub body: String,
    /// The file; `None` for the whole body.
    pub file: Option<String>,
    /// Number of statements.
    pub n_statements: usize,
    /// Number of those that have a speaker.
    pub n_with_speaker: usize,
}

/// What attribution left open in some meetings.
pub(crate) fn unresolved(meetings: &[MeetingEntry]) -> Unresolved {
    let listed: BTreeSet<&str> =
        meetings.iter().flat_map(|m| &m.people).map(|person| person.key.as_str()).collect();
    let mut unlisted: BTreeMap<&str, Unlisted> = BTreeMap::new();
    let mut counts: BTreeMap<(&str, Option<&str>), (usize, usize)> = BTreeMap::new();
    let mut by_day: Vec<&MeetingEntry> = meetings.iter().collect();
    by_day.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    for meeting in by_day {
        for speaker in meeting.speakers.iter().filter(|s| !listed.contains(s.key.as_str())) {
            let one = unlisted.entry(&speaker.key).or_insert_with(|| Unlisted {
                key: speaker.key.clone(),
                name: speaker.name.clone(),
                n_statements: 0,
                meetings: Vec::new(),
            });
            one.n_statements += speaker.n;
            one.meetings.push(meeting.reference());
        }
        for file in [None, Some(meeting.file.as_str())] {
            let (n, with) = counts.entry((&meeting.body, file)).or_default();
            *n += meeting.n_statements;
            *with += meeting.n_with_speaker;
        }
    }
    let mut unlisted: Vec<Unlisted> = unlisted.into_values().collect();
    unlisted.sort_by(|a, b| b.n_statements.cmp(&a.n_statements).then_with(|| a.key.cmp(&b.key)));
    let share = |((body, file), (n_statements, n_with_speaker)): ((&str, Option<&str>), _)| Share {
        body: body.to_owned(),
        file: file.map(str::to_owned),
        n_statements,
        n_with_speaker,
    };
    Unresolved { unlisted, shares: counts.into_iter().map(share).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use schema::SpeakerCount;

    #[test]
    fn who_speaks_without_being_listed_is_told_with_the_share_of_text() {
        let speaker =
            |key: &str, n| SpeakerCount { key: key.to_owned(), name: key.to_uppercase(), n };
        let meeting = |id: &str, speakers, with| MeetingEntry {
            id: id.to_owned(),
            body: "Vandråd".to_owned(),
            file: format!("{id}.txt"),
            speakers,
            n_statements: 10,
            n_with_speaker: with,
            ..MeetingEntry::default()
        };
        let meetings = [
            meeting("b", vec![speaker("mie-falk", 2), speaker("aase-brask", 1)], 3),
            meeting("a", vec![speaker("mie-falk", 4)], 4),
        ];
        let open = unresolved(&meetings);
        let names: Vec<_> =
            open.unlisted.iter().map(|u| (u.key.as_str(), u.n_statements)).collect();
        assert_eq!(names, [("mie-falk", 6), ("aase-brask", 1)]);
        assert_eq!(open.unlisted[0].meetings[0].id, "a");
        let shares: Vec<_> = open
            .shares
            .iter()
            .map(|s| (s.file.as_deref(), s.n_statements, s.n_with_speaker))
            .collect();
        assert_eq!(shares, [(None, 20, 7), (Some("a.txt"), 10, 4), (Some("b.txt"), 10, 3)]);
    }
}
