//! Corrections by a person: what each kind does, that they stay, and that one that fits nothing is told.

use std::path::Path;

use schema::{Entry, How};

use super::{Desk, counts, minutes};
use crate::stored;

const MINUTES: &str = "Referat af møde i Havneudvalget den 3. maj 2021\n\nDeltagere\n\
    Ulla Brask (formand), Torben Ask, Mie Falk\n\n1. Bølgebryderen\n\
    Ulla Brask orienterede om, at bølgebryderen skal forstærkes. Formanden svarede, at prisen kendes \
    i juni. Der blev spurgt til kajen.\n";

/// An archive of one file and its corrections; gives the meeting as the index holds it, and what was
/// remarked.
fn corrected(text: &str, corrections: &str) -> (Entry, Vec<String>) {
    let desk = Desk::new();
    desk.write("arkiv/2021/a.txt", text);
    desk.write("arkiv/referat.toml", corrections);
    let summary = desk.index();
    assert_eq!((summary.n_read, summary.failures.len()), (1, 0));
    assert!(!summary.skipped.contains_key(".toml"));
    let entry = held(&desk).remove(0);
    // `parse` shows the same.
    let config = schema::Config::defaults().unwrap();
    let parsed = crate::parse(&desk.path("arkiv/2021/a.txt"), &config).unwrap().entries.remove(0);
    let told = |entry: &Entry| {
        let speakers = entry.statements.iter().map(|s| s.speaker.clone());
        (entry.meeting.id.clone(), entry.meeting.people.clone(), speakers.collect::<Vec<_>>())
    };
    assert_eq!(told(&parsed), told(&entry));
    (entry, summary.remarks)
}

fn held(desk: &Desk) -> Vec<Entry> {
    let store = desk.store();
    let searcher = store.index().reader().unwrap().searcher();
    let entry = |id: String| stored::entry(&searcher, store.fields(), &id).unwrap().unwrap();
    desk.meetings().into_iter().map(entry).collect()
}

/// Who says the sentence that has these words.
#[track_caller]
fn speaker<'a>(entry: &'a Entry, words: &str) -> Option<&'a str> {
    let said = entry.statements.iter().find(|s| s.text.contains(words)).unwrap();
    said.speaker.as_ref().map(|speaker| speaker.name.as_str())
}

#[test]
fn a_name_is_another_where_the_row_looks() {
    for (row, name) in [
        ("", "Ulla Holm"),
        ("body = \"havne\"", "Ulla Holm"),
        ("from = 2021-05-03\nto = 2021-05-03", "Ulla Holm"),
        ("file = \"2021/a.txt\"", "Ulla Holm"),
        ("body = \"vej\"", "Ulla Brask"),
        ("to = 2021-05-02", "Ulla Brask"),
        ("file = \"a.txt\"", "Ulla Brask"),
    ] {
        let row = format!("[[name]]\nis = \"Ulla Holm\"\nwritten = [\"ulla brask\"]\n{row}\n");
        let (entry, remarks) = corrected(MINUTES, &row);
        assert_eq!(entry.meeting.people[0].name, name, "{row}");
        assert_eq!(speaker(&entry, "forstærkes"), Some(name), "{row}");
        assert_eq!(remarks.is_empty(), name == "Ulla Holm", "{row} {remarks:?}");
    }
}

#[test]
fn a_sentence_gets_its_speaker_or_loses_it() {
    let row = |is: &str, place: &str, words: &str| {
        let row = format!("\n[[speaker]]\nis = \"{is}\"\n{place}\nwords = \"{words}\"\n");
        corrected(MINUTES, &row)
    };
    let in_file = "file = \"2021/a.txt\"";
    let (entry, remarks) = row("Mie Falk", in_file, "spurgt  til kajen");
    assert_eq!(speaker(&entry, "kajen"), Some("Mie Falk"));
    assert!(remarks.is_empty(), "{remarks:?}");
    let said =
        entry.statements.iter().find_map(|s| s.speaker.as_ref().filter(|s| s.key == "mie-falk"));
    assert_eq!(said.unwrap().how, How::Corrected);
    assert!(entry.meeting.speakers.iter().any(|speaker| speaker.name == "Mie Falk"));
    let (entry, _) = row("", in_file, "forstærkes");
    assert_eq!(speaker(&entry, "forstærkes"), None);

    let id = entry.statements.iter().find(|s| s.text.contains("kajen")).unwrap().id.clone();
    let of_id = |number: u32| format!("statement = \"havneudvalget-2021-05-03-s{number}\"");
    let right: u32 = id.rsplit_once("-s").unwrap().1.parse().unwrap();
    // A sentence that has got another number since is known by its words.
    for number in [right, right + 1] {
        let (entry, remarks) = row("Mie Falk", &of_id(number), "kajen");
        assert_eq!((speaker(&entry, "kajen"), remarks.len()), (Some("Mie Falk"), 0));
    }
    // Never a sentence that is not meant.
    for (place, words) in [
        (of_id(right), "kagen"),
        (in_file.to_owned(), "e"),
        (of_id(right).replace("havne", "vej"), "kajen"),
        ("file = \"2021/b.txt\"".to_owned(), "kajen"),
    ] {
        let (entry, remarks) = row("Mie Falk", &place, words);
        assert!(entry.meeting.speakers.iter().all(|s| s.name != "Mie Falk"), "{place} {words}");
        assert!(remarks[0].contains("referat.toml line 2: no sentence"), "{remarks:?}");
    }
}

#[test]
fn a_meeting_gets_its_day_and_a_role_its_holder() {
    let (entry, remarks) = corrected(MINUTES, "[[date]]\nis = 2021-06-04\nfile = \"2021/a.txt\"\n");
    assert_eq!(entry.meeting.id, "havneudvalget-2021-06-04");
    assert!(remarks.is_empty(), "{remarks:?}");
    for missing in ["file = \"a.txt\"", "file = \"2021/a.txt\"\nmeeting = 2"] {
        let (entry, remarks) = corrected(MINUTES, &format!("[[date]]\nis = 2021-06-04\n{missing}"));
        assert_eq!((entry.meeting.id.as_str(), remarks.len()), ("havneudvalget-2021-05-03", 1));
    }
    let role = "[[role]]\nis = \"formand\"\nname = \"Torben Ask\"\nfrom = 2021-01-01\n";
    let (entry, remarks) = corrected(MINUTES, role);
    let roles: Vec<_> = entry.meeting.people.iter().map(|p| p.role.as_deref()).collect();
    assert_eq!((roles, remarks.len()), (vec![None, Some("formand"), None], 0));
    assert_eq!(speaker(&entry, "Formanden svarede"), Some("Torben Ask"));
    assert_eq!(speaker(&entry, "forstærkes"), Some("Ulla Brask"));
}

#[test]
fn corrections_stay_and_are_read_anew_when_they_change() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", MINUTES);
    desk.write("arkiv/b.txt", minutes("Vejudvalget", "4. maj 2021"));
    let rows = "[[name]]\nis = \"Mie Holm\"\nwritten = [\"Mie Falk\"]\n\n\
        [[name]]\nis = \"Torben Asker\"\nwritten = [\"Torben Ask\"]\n";
    desk.write("arkiv/referat.toml", rows);
    counts(&desk.index(), (2, 0, 0, 0));
    let names = |desk: &Desk| {
        let entries = held(desk);
        let people = entries.into_iter().flat_map(|entry| entry.meeting.people);
        people.map(|person| person.name).collect::<Vec<_>>().join(", ")
    };
    let corrected = "Ulla Brask, Torben Asker, Mie Holm, Ulla Brask, Torben Asker";
    assert_eq!(names(&desk), corrected);
    let summary = desk.index();
    counts(&summary, (0, 2, 0, 0));
    assert!(summary.remarks.is_empty());
    // Of the two files one is read again, without anybody whom the first row is for.
    desk.write("arkiv/a.txt", MINUTES.replace("Mie Falk", "Per Vig"));
    let summary = desk.index();
    counts(&summary, (1, 1, 0, 0));
    assert_eq!(names(&desk), corrected.replace("Mie Holm", "Per Vig"));
    assert_eq!(summary.remarks.len(), 1);
    assert!(summary.remarks[0].contains("line 1: nobody is written Mie Falk"), "{summary:?}");
    // It is told as long as it is so, and kept with the index.
    assert_eq!(desk.index().remarks, summary.remarks);
    assert_eq!(desk.store().manifest().unwrap().remarks, summary.remarks);
    desk.write("arkiv/referat.toml", "");
    let summary = desk.index();
    counts(&summary, (2, 0, 0, 0));
    assert_eq!(names(&desk), "Ulla Brask, Torben Ask, Per Vig, Ulla Brask, Torben Ask");
    assert!(summary.remarks.is_empty());
}

#[test]
fn corrections_that_cannot_be_understood_change_nothing() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", MINUTES);
    desk.index();
    desk.write("arkiv/referat.toml", "[[name]]\nis = 7\n");
    let said = desk.index_path("arkiv").unwrap_err().to_string();
    assert!(said.contains("referat.toml line 2") || said.contains("referat.toml line 1"), "{said}");
    assert_eq!(desk.meetings().len(), 1);
    let config = schema::Config::defaults().unwrap();
    assert!(crate::parse(&desk.path("arkiv/a.txt"), &config).is_err());
    assert!(crate::parse(Path::new("findes-ikke.txt"), &config).is_err());
}
