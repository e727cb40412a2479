//! What stands in the place of hits, asked of a small archive of our own.

use crate::{Archive, Note, Question, Step, Typed};

const MINUTES: [(&str, &str); 2] = [
    (
        "raad.txt",
        "Referat af møde i Byråd den 3. maj 2021\n\nDeltagere\nUlla Brask, Mie Falk\n\n\
         1. Kabler\nUlla Brask foreslog at mærke kablerne.\n\
         Mie Falk svarede, at hver patient har en journal.\n\
         Byrådet godkendte forslaget.\n",
    ),
    (
        "udvalg.txt",
        "Referat af møde i Byrådets udvalg den 4. maj 2021\n\nDeltagere\nUlla Brask\n\n\
         1. Kabler\nUlla Brask bemærkede, at kablerne er lange.\n",
    ),
];

fn with(ask: impl FnOnce(&Archive)) {
    let dir = tempfile::tempdir().unwrap();
    let minutes = dir.path().join("arkiv");
    std::fs::create_dir(&minutes).unwrap();
    for (name, text) in MINUTES {
        std::fs::write(minutes.join(name), text).unwrap();
    }
    let index = dir.path().join("indeks");
    indexer::index(&[minutes], &index, None, &mut |_| ()).unwrap();
    ask(&Archive::open(&index, None).unwrap());
}

fn question(words: &str) -> Question {
    Typed { words: words.to_owned(), ..Typed::default() }.question().unwrap()
}

#[test]
fn a_body_in_full_is_that_body_alone() {
    with(|archive| {
        for (typed, expected) in [
            ("Byråd", &["Byråd"][..]),
            ("byraad", &["Byråd"]),
            ("Byrådets udvalg", &["Byrådets udvalg"]),
            ("byr", &["Byråd", "Byrådets udvalg"]),
        ] {
            let typed = Typed { body: Some(typed.to_owned()), ..Typed::default() };
            let answer = archive.search(&typed.question().unwrap()).unwrap();
            let mut bodies: Vec<&str> =
                answer.hits.iter().map(|hit| hit.statement.meeting.body.as_str()).collect();
            bodies.sort_unstable();
            bodies.dedup();
            assert_eq!(bodies, expected, "{typed:?}");
        }
    });
}

#[test]
fn who_and_topic_tell_of_the_verb_of_a_noun() {
    with(|archive| {
        for (words, related) in [("mærkning", true), ("mærke", false)] {
            let question = question(words);
            let who = archive.who(&question).unwrap();
            let topic = archive.topic(&question).unwrap();
            assert_eq!((who.total, topic.total), (1, 1), "{words}");
            for notes in [who.notes, topic.notes] {
                let told = notes.iter().any(|note| matches!(note, Note::Related { .. }));
                assert_eq!(told, related, "{words}: {notes:?}");
            }
        }
    });
}

#[test]
fn several_mistakes_are_mended_together() {
    with(|archive| {
        for (typed, expected) in [
            ("kablrne lagne", "kablerne lange"),
            // Two words in the place of one move what stands behind.
            ("patientjounalen svarxede", "patient journal svare"),
        ] {
            let nothing = archive.nothing(&question(typed)).unwrap();
            let proposed: Vec<&str> =
                nothing.proposals.iter().map(|one| one.question.words.as_str()).collect();
            assert!(proposed.contains(&expected), "{typed}: {proposed:?}");
        }
    });
}

#[test]
fn gaps_are_of_the_bodies_asked_for() {
    with(|archive| {
        for (words, n_meetings, n_words) in [
            ("kabler", 2, true),
            ("kabler organ:byråd", 1, true),
            ("kabler -organ:byråd", 1, true),
            ("kabler (organ:byråd OR organ:udvalg)", 2, true),
            ("kabler -(organ:byråd OR organ:udvalg)", 0, false),
        ] {
            let question = Question { timeline: Some(Step::Year), ..question(words) };
            let timeline = archive.beside(&question).unwrap().timeline.unwrap();
            let year = &timeline.periods[0];
            assert_eq!((year.n_meetings, year.n_words > 0), (n_meetings, n_words), "{words}");
        }
    });
}

#[test]
fn a_body_whose_minutes_are_gone_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let minutes = dir.path().join("arkiv");
    std::fs::create_dir(&minutes).unwrap();
    let index = dir.path().join("indeks");
    let write = |name: &str, text: &str| {
        std::fs::write(minutes.join(name), text).unwrap();
        indexer::index(std::slice::from_ref(&minutes), &index, None, &mut |_| ()).unwrap();
    };
    write("udvalg.txt", MINUTES[1].1);
    write("udvalg.txt", &MINUTES[1].1.replace("Byrådets udvalg", "Havnens udvalg"));
    let archive = Archive::open(&index, None).unwrap();
    for (body, is_there) in [("havnens", true), ("byrådets", false)] {
        let typed = Typed { body: Some(body.to_owned()), ..Typed::default() };
        assert_eq!(archive.search(&typed.question().unwrap()).is_ok(), is_there, "{body}");
    }
}
