//! A small archive of our own, asked.

mod operators;
mod overviews;
mod ranking;

use std::path::Path;

use crate::{Archive, Filter, Hit, QueryError, Shown, Typed};

const MAY: &str = "\
Referat af møde i Havneudvalget den 3. maj 2021

Deltagere
Ulla Brask (formand), Torben Ask, Mie Falk

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Bølgebryderen
Ulla Brask orienterede om, at bølgebryderen skal forstærkes.
Torben Ask spurgte, om havnen lukkes.
Mie Falk svarede, at havnene i nord er åbne.
Ulla Brask oplyste, at lystbådehavnen er åben hele året.
";

const JUNE: &str = "\
Referat af møde i Vejudvalget den 4. juni 2022

Deltagere
Ulla Brask (formand), Jens Ask, Mie Lind

1. Cykelstier
Jens Ask bemærkede, at stien langs havnen er smal.
Ulla Brask svarede Jens Ask, at den er tegnet af Mie Lind.
Udvalget besluttede at udvide stien.
";

fn archive(dir: &Path) -> Archive {
    let minutes = dir.join("arkiv");
    std::fs::create_dir(&minutes).unwrap();
    std::fs::write(minutes.join("havn.txt"), MAY).unwrap();
    std::fs::write(minutes.join("vej.txt"), JUNE).unwrap();
    let index = dir.join("indeks");
    let summary = indexer::index(&[minutes], &index, None, &mut |_| ()).unwrap();
    assert!(summary.failures.is_empty(), "{:?}", summary.failures);
    Archive::open(&index, None).unwrap()
}

fn typed(words: &str) -> Typed {
    Typed { words: words.to_owned(), limit: Some("all".to_owned()), ..Typed::default() }
}

fn asked(archive: &Archive, typed: &Typed) -> Vec<Hit> {
    let answer = archive.search(&typed.question().unwrap()).unwrap();
    assert_eq!(answer.total, answer.hits.len());
    answer.hits
}

fn marked(hit: &Hit) -> Vec<&str> {
    hit.highlights.iter().map(|range| &hit.statement.text[range.clone()]).collect()
}

#[test]
fn the_word_as_typed_comes_before_other_forms_and_these_before_parts() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let hits = asked(&archive, &typed("havnen"));
    let marks: Vec<Vec<&str>> = hits.iter().map(marked).collect();
    let place = |word: &str| marks.iter().position(|m| m.contains(&word));
    assert_eq!(marks.iter().filter(|m| m.contains(&"havnen")).count(), 3, "{marks:?}");
    assert!(place("havnen") < place("havnene"), "{marks:?}");
    let parts = hits.iter().position(|h| h.statement.text.contains("lystbådehavnen"));
    assert!(place("havnene") < parts, "{marks:?}");
}

#[test]
fn all_words_must_be_there_and_phrases_stand_as_written() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let n = |words: &str| asked(&archive, &typed(words)).len();
    assert_eq!(n("stien smal"), 1);
    assert_eq!(n("bølgebryderen smal"), 0);
    assert_eq!(n("\"langs havnen\""), 1);
    assert_eq!(n("\"havnen langs\""), 0);
    assert_eq!(n("\"langs havn\""), 0);
    assert_eq!(n("stien -smal"), 1);
    assert_eq!(n("=havne"), 0);
    let mut found = Vec::new();
    for (words, expected) in [
        ("stien OR bølgebryderen", 3),
        ("stien OR", 2),
        ("(stien OR bølgebryderen) -smal", 2),
        ("smal OR -taler:\"Ulla Brask\"", 5),
        ("bølge*", 1),
        ("havnne~", 3),
        ("\"stien smal\"~5", 1),
        ("\"smal stien\"~0", 0),
        ("taler:\"Ulla Brask\" havn", 1),
        ("taler:\"Ulla Brask\" OR taler:\"Jens Ask\"", 4),
        ("rolle:formand", 3),
        ("om:\"Mie Lind\"", 1),
        ("til:\"Jens Ask\"", 1),
        ("organ:vej dato:2022", 3),
        ("dato:..2021 havn", 3),
        ("før:2022 havn", 3),
        ("efter:2021 havn", 1),
        ("punkt:cykelsti", 3),
        ("punkt:1 organ:vej", 3),
        ("beslutning:ja", 2),
        ("beslutning:nej punkt:cykelsti", 2),
    ] {
        found.push((words, n(words), expected));
    }
    let wrong: Vec<_> = found.iter().filter(|(_, n, expected)| n != expected).collect();
    assert!(wrong.is_empty(), "words, found, expected: {wrong:?}");
    assert_eq!(n("=havnene"), 1);
}

#[test]
fn filters_leave_what_they_say() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let of = |s: &str| Some(s.to_owned());
    let n = |typed: Typed| asked(&archive, &typed).len();
    assert_eq!(n(Typed { speaker: of("ulla brask"), ..typed("") }), 3);
    assert_eq!(n(Typed { speaker: of("Ulla Brask"), year: of("2022"), ..typed("") }), 1);
    assert_eq!(n(Typed { body: of("vejud"), ..typed("havnen") }), 1);
    assert_eq!(n(Typed { from: of("maj 2022"), ..typed("havnen") }), 1);
    assert_eq!(n(Typed { decisions: true, body: of("Vejudvalget"), ..typed("") }), 1);
    let all = asked(&archive, &Typed { sort: of("oldest"), decisions: true, ..typed("") });
    let dates: Vec<_> = all.iter().map(|h| h.statement.meeting.date).collect();
    assert!(dates.is_sorted(), "{dates:?}");
}

#[test]
fn said_by_about_and_addressed_to_are_three_questions() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let of = |s: &str| Some(s.to_owned());
    let said = |typed: Typed| -> Vec<String> {
        let hits = asked(&archive, &typed);
        hits.into_iter().map(|hit| hit.statement.text).collect()
    };
    let by = said(Typed { speaker: of("Jens Ask"), ..typed("") });
    let to = said(Typed { addressed_to: of("Jens Ask"), ..typed("") });
    let about = said(Typed { about: of("Mie Lind"), ..typed("") });
    assert!(by.iter().all(|text| text.starts_with("Jens Ask")), "{by:?}");
    assert_eq!(to, ["Ulla Brask svarede Jens Ask, at den er tegnet af Mie Lind."]);
    assert_eq!(about, to);
    let nobody = Typed { about: of("Torben Ask"), ..typed("") }.question().unwrap();
    assert!(matches!(archive.search(&nobody), Err(QueryError::NoPerson { .. })));
}

#[test]
fn a_role_is_whoever_had_it_at_the_meeting() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let chair = Typed { speaker: Some("formanden".to_owned()), ..typed("") };
    let answer = archive.search(&chair.question().unwrap()).unwrap();
    assert!(answer.hits.iter().all(|h| h.statement.text.starts_with("Ulla Brask")), "{answer:?}");
    assert_eq!((answer.total, answer.notes.len()), (3, 1));
}

#[test]
fn names_that_fit_several_or_nobody_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let ask = |name: &str| {
        let typed = Typed { speaker: Some(name.to_owned()), ..typed("") };
        archive.search(&typed.question().unwrap())
    };
    assert!(matches!(ask("Ask"), Err(QueryError::ManyPersons { .. })));
    assert!(matches!(ask("Enhjørning"), Err(QueryError::NoPerson { .. })));
    let answer = ask("Falk").unwrap();
    assert_eq!((answer.total, answer.notes.len()), (1, 1));
    let body = Typed { body: Some("byråd".to_owned()), ..typed("") }.question().unwrap();
    assert!(matches!(archive.search(&body), Err(QueryError::NoBody { .. })));
}

#[test]
fn references_are_shown_and_people_counted() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let meetings = archive.meetings(&Filter::default()).unwrap();
    let ids: Vec<&str> = meetings.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(ids, ["vejudvalget-2022-06-04", "havneudvalget-2021-05-03"]);
    let shown = archive.show("havneudvalget-2021-05-03/2").unwrap();
    assert!(matches!(shown, Some(Shown::Item(_, number)) if number == "2"));
    let hit = asked(&archive, &typed("smal")).remove(0);
    let shown = archive.show(&hit.statement.reference()).unwrap();
    assert!(matches!(shown, Some(Shown::Statement(_, one)) if *one == hit.statement));
    assert_eq!(archive.show("havneudvalget-2021-05-03/9").unwrap(), None);
    assert_eq!(archive.show("").unwrap(), None);

    // Of one name, but in bodies that share nobody else: two persons until told otherwise.
    for (key, n_statements) in [("ulla-brask", 2), ("ulla-brask-vejudvalget", 1)] {
        let ulla = archive.person(key).unwrap().unwrap();
        assert_eq!((ulla.person.n_meetings, ulla.person.n_statements), (1, n_statements));
    }
    let both = Typed { speaker: Some("Ulla Brask".to_owned()), ..typed("") };
    let answer = archive.search(&both.question().unwrap()).unwrap();
    assert_eq!(answer.total, 3);
    let note = answer.notes.iter().map(ToString::to_string).collect::<String>();
    assert!(note.contains("2 persons") && note.contains("ulla-brask-vejudvalget"), "{note}");
    let filter = Filter { name: Some("Ask".to_owned()), ..Filter::default() };
    let names: Vec<String> = archive.people(&filter).unwrap().into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["Jens Ask", "Torben Ask"]);
}
