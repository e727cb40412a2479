//! The path of a file and the words of a volume in, the body that met out, where the header of a meeting
//! does not name it in full (*Sogneraadet*).
//!
//! Deliberately absent: bodies of single meetings; a file name is asked only for volumes and for
//! minutes that name no body at all.

use crate::line::Line;

/// What a volume tells about the body of all its meetings.
#[derive(Debug, Default)]
pub(crate) struct Volume {
    /// The name that folder or file carry: `Trige`. Empty when they carry none.
    name: String,
    /// The kind of body that the text names most: `Sogneraad`. Empty when it names none.
    kind: String,
    /// The file holds several meetings.
    several: bool,
}

/// Kinds of local councils that meet under the name of their place, as printed.
const COUNCILS: [&str; 10] = [
    "Sogneraad",
    "Sogneråd",
    "Byraad",
    "Byråd",
    "Menighedsraad",
    "Menighedsråd",
    "Amtsraad",
    "Amtsråd",
    "Kommunalbestyrelse",
    "Forstanderskab",
];

impl Volume {
    /// Looks at path and text.
    pub(crate) fn of(lines: &[Line], place: &str, n_meetings: usize) -> Volume {
        let named: Vec<&str> = lines
            .iter()
            .map(|line| line.text.as_str())
            .filter(|text| ["raa", "rå", "Kommunalb", "Forst"].iter().any(|s| text.contains(s)))
            .collect();
        let count = |kind: &str| named.iter().filter(|text| text.contains(kind)).count();
        let kind = COUNCILS
            .iter()
            .map(|kind| (count(kind), *kind))
            .max_by_key(|(count, _)| *count)
            .filter(|(count, _)| *count > 0)
            .map(|(_, kind)| kind.to_string())
            .unwrap_or_default();
        Volume { name: name_in(place), kind, several: n_meetings > 1 }
    }
}

/// The body in full: as the meeting names it, with the name of the place where only the kind is told.
pub(crate) fn body_in_volume(body: &str, volume: &Volume) -> String {
    let council = COUNCILS.iter().find(|kind| {
        body.strip_prefix(**kind).is_some_and(|rest| ["", "et", "en", "n", "s"].contains(&rest))
    });
    match council {
        Some(kind) if !volume.name.is_empty() => format!("{} {kind}", volume.name),
        Some(_) => body.to_string(),
        None if body.is_empty() && !volume.name.is_empty() => {
            if volume.several && !volume.kind.is_empty() {
                format!("{} {}", volume.name, volume.kind)
            } else {
                volume.name.clone()
            }
        }
        None => body.to_string(),
    }
}

/// Words of file and folder names that name no body.
const GENERIC: [&str; 26] = [
    "referat",
    "referater",
    "mødereferat",
    "møde",
    "møder",
    "minutes",
    "source",
    "protokol",
    "protokoller",
    "generalforsamling",
    "bestyrelsesmøde",
    "bestyrelsesmøder",
    "dagsorden",
    "dagsordener",
    "scan",
    "dok",
    "dokument",
    "dokumenter",
    "download",
    "downloads",
    "arkiv",
    "archive",
    "data",
    "tmp",
    "temp",
    "beslutningsreferat",
];

/// The name that a path carries: the file's beginning before its first digit or bracket, else the folder.
fn name_in(place: &str) -> String {
    let mut parts = place.rsplit(['/', '\\']);
    let file = parts.next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let candidates = [stem, parts.next().unwrap_or_default()];
    candidates
        .into_iter()
        .map(|part| {
            let end = part
                .find(|c: char| c.is_ascii_digit() || c == '(' || c == '_')
                .unwrap_or(part.len());
            part.get(..end).unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric())
        })
        .find(|name| {
            name.chars().count() > 2
                && name.starts_with(char::is_uppercase)
                && !danish::lowercase(name).split([' ', '-']).any(|word| GENERIC.contains(&word))
        })
        .unwrap_or_default()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_name_places() {
        for (place, name) in [
            ("Lund/Lund 1944.txt", "Lund"),
            ("Lund-Vig/Lund-Vig 1942 (til juni).txt", "Lund-Vig"),
            ("Haveforeningen Solvang/referat 2020-03-03.pdf", "Haveforeningen Solvang"),
            ("arkiv/source.txt", ""),
            ("1944.txt", ""),
        ] {
            assert_eq!(name_in(place), name, "{place}");
        }
    }

    #[test]
    fn a_council_bears_the_name_of_its_place() {
        let volume = Volume { name: "Lund".into(), kind: "Sogneraad".into(), several: true };
        for (body, want) in [
            ("Sogneraadet", "Lund Sogneraad"),
            ("", "Lund Sogneraad"),
            ("Vig Sogneraad", "Vig Sogneraad"),
            ("Bestyrelsen", "Bestyrelsen"),
        ] {
            assert_eq!(body_in_volume(body, &volume), want, "{body:?}");
        }
    }
}
