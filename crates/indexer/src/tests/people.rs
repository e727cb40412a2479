//! One person across meetings, as the index holds them: keys of those who are listed, speak and are
//! mentioned, also in files that are not read again.

use schema::Entry;

use super::{Desk, counts};
use crate::stored;

fn minutes(body: &str, year: u32, people: &str, sentence: &str) -> String {
    format!(
        "Referat af møde i {body} den 3. maj {year}\n\nDeltagere\n{people}\n\n\
         1. Havnen\n{sentence}\n"
    )
}

fn held(desk: &Desk) -> Vec<Entry> {
    let store = desk.store();
    let searcher = store.index().reader().unwrap().searcher();
    let entry = |id: String| stored::entry(&searcher, store.fields(), &id).unwrap().unwrap();
    desk.meetings().into_iter().map(entry).collect()
}

/// Keys of all who are listed or speak as this name, meeting by meeting.
fn keys(desk: &Desk, name: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for entry in held(desk) {
        let people = entry.meeting.people.iter().filter(|p| p.name == name).map(|p| p.key.clone());
        let speakers = entry.statements.iter().filter_map(|s| s.speaker.as_ref());
        let mut own: Vec<String> = people.collect();
        own.extend(speakers.filter(|s| s.name == name).map(|s| s.key.clone()));
        own.dedup();
        keys.extend(own);
    }
    keys
}

const BOARD: &str = "Ulla Brask (formand), Torben Ask, Mie Falk";

#[test]
fn a_fuller_name_that_comes_later_is_the_same_person() {
    let desk = Desk::new();
    let people = format!("{BOARD}, Mette Lindstrøm");
    let said = "Mette Lindstrøm orienterede om, at kajen skal repareres.";
    desk.write("arkiv/2019.txt", minutes("Havneudvalget", 2019, &people, said));
    desk.write("arkiv/vej.txt", minutes("Vejudvalget", 2018, "Ida Holm, Per Skov", ""));
    desk.index();
    assert_eq!(keys(&desk, "Mette Lindstrøm"), ["mette-lindstroem"]);
    let people = format!("{BOARD}, Mette Lindstrøm Lage");
    desk.write("arkiv/2021.txt", minutes("Havneudvalget", 2021, &people, ""));
    let summary = desk.index();
    // Only the new file is read; what the index holds of the other is written with the new key.
    counts(&summary, (1, 2, 0, 0));
    assert_eq!(keys(&desk, "Mette Lindstrøm"), ["mette-lindstroem-lage"]);
    assert_eq!(keys(&desk, "Mette Lindstrøm Lage"), ["mette-lindstroem-lage"]);
    let entries = held(&desk);
    let speakers = &entries[0].meeting.speakers;
    assert_eq!((speakers.len(), speakers[0].key.as_str()), (1, "mette-lindstroem-lage"));
    // And back again.
    std::fs::remove_file(desk.path("arkiv/2021.txt")).unwrap();
    counts(&desk.index(), (0, 2, 1, 0));
    assert_eq!(keys(&desk, "Mette Lindstrøm"), ["mette-lindstroem"]);
}

#[test]
fn namesakes_are_two_until_a_row_says_that_they_are_one() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", 2019, &format!("{BOARD}, Jens Vig"), ""));
    desk.write("arkiv/b.txt", minutes("Vejudvalget", 2020, "Ida Holm, Per Skov, Jens Vig", ""));
    desk.index();
    assert_eq!(keys(&desk, "Jens Vig"), ["jens-vig", "jens-vig-vejudvalget"]);
    desk.write("arkiv/referat.toml", "[[name]]\nis = \"Jens Vig\"\nwritten = [\"Jens Vig\"]\n");
    desk.index();
    assert_eq!(keys(&desk, "Jens Vig"), ["jens-vig", "jens-vig"]);
    let row = "[[name]]\nis = \"Jens Vig den yngre\"\nwritten = [\"Jens Vig\"]\nbody = \"vej\"\n";
    desk.write("arkiv/referat.toml", row);
    desk.index();
    assert_eq!(keys(&desk, "Jens Vig"), ["jens-vig"]);
    assert_eq!(keys(&desk, "Jens Vig den yngre"), ["jens-vig-den-yngre"]);
}
