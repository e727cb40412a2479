//! What is forgotten is gone from the disk, and stays gone.

use super::guard::{all_text, bytes, has};
use super::{Desk, counts, minutes, minutes_with};
use crate::{IndexError, forget};

const NOW: &str = "2026-01-02T03:04:05Z";

fn gone(desk: &Desk, words: &[&str]) {
    let (all, bytes) = (all_text(&desk.store()), bytes(desk));
    for word in words {
        assert!(!all.contains(word) && !has(&bytes, word), "{word} is still there");
    }
}

#[test]
fn a_file_is_forgotten_wherever_it_lies() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.write(
        "arkiv/b.txt",
        minutes_with("4. maj 2021", "Torben Ask nævnte skumsprøjteanlægget."),
    );
    desk.index();
    let forgot =
        forget(&desk.path("indeks"), "b.txt", "sendt ved en fejl, 010190-1234", NOW).unwrap();
    assert_eq!((forgot.kind, forgot.n_statements), ("file", 2));
    assert!(forgot.left.is_empty(), "{forgot:?}");
    assert!(forgot.n_files_checked > 5);
    gone(&desk, &["skumsprøjte", "b.txt", "010190"]);
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03"]);
    // It does not come back: not as it is, not under another name, not edited, not with --rebuild.
    desk.index();
    desk.write(
        "arkiv/c.txt",
        minutes_with("4. maj 2021", "Torben Ask nævnte skumsprøjteanlægget."),
    );
    desk.index();
    desk.write(
        "arkiv/b.txt",
        minutes_with("4. maj 2021", "Torben Ask nævnte skumsprøjteanlægget igen."),
    );
    desk.index();
    desk.rebuild();
    gone(&desk, &["skumsprøjte"]);
    let log = crate::forgotten::Forgotten::load(&desk.path("indeks")).unwrap().log;
    assert_eq!((log.len(), log[0].when.as_str(), log[0].kind.as_str()), (1, NOW, "file"));
    assert_eq!(log[0].reason, "sendt ved en fejl, xxxxxx-xxxx");
}

#[test]
fn a_statement_is_forgotten_and_the_others_keep_their_numbers() {
    let desk = Desk::new();
    let text =
        minutes_with("3. maj 2021", "Torben Ask nævnte skumsprøjteanlægget. Ulla Brask takkede.");
    desk.write("arkiv/a.txt", &text);
    desk.index();
    let dir = desk.path("indeks");
    let version = |desk: &Desk| desk.store().manifest().unwrap().version;
    let before = version(&desk);
    let forgot = forget(&dir, "havneudvalget-2021-05-03/1/s2", "ønske", NOW).unwrap();
    assert_ne!(version(&desk), before, "other answers, another version");
    assert_eq!((forgot.kind, forgot.n_statements, forgot.left.len()), ("statement", 1, 0));
    for _ in 0..2 {
        gone(&desk, &["skumsprøjte"]);
        let all = all_text(&desk.store());
        assert!(all.contains("havneudvalget-2021-05-03-s3") && all.contains("takkede"), "{all}");
        assert!(!all.contains("havneudvalget-2021-05-03-s2"));
        // Read again from the file, which still has it.
        desk.write("arkiv/a.txt", format!("{text}\n2. Eventuelt\nTorben Ask gik.\n"));
        counts(&desk.rebuild(), (1, 0, 0, 0));
    }
    let again = forget(&dir, "havneudvalget-2021-05-03/1/s2", "ønske", NOW);
    assert!(matches!(again, Err(IndexError::NotForgotten { .. })), "{again:?}");
}

#[test]
fn a_person_is_forgotten_by_every_name() {
    let desk = Desk::new();
    let text = "Referat af møde i Havneudvalget den 3. maj 2021\n\n\
        Deltagere\nUlla Brask (formand), Torben Mølgaard\n\n\
        1. Torben Mølgaards forslag\nTorben Mølgaard spurgte om prisen. Han fandt den høj.\n\
        Ulla Brask svarede Torben Mølgaard. Ulla Brask takkede for mødet.\n";
    desk.write("arkiv/a.txt", text);
    desk.write("arkiv/b.txt", minutes("Havneudvalget", "4. maj 2021"));
    desk.index();
    let forgot = forget(&desk.path("indeks"), "torben-moelgaard", "ønske", NOW).unwrap();
    assert_eq!(forgot.kind, "person");
    assert!(forgot.n_statements >= 2 && forgot.left.is_empty(), "{forgot:?}");
    for _ in 0..2 {
        gone(&desk, &["Mølgaard", "moelgaard", "mølgaard"]);
        assert!(all_text(&desk.store()).contains("takkede for mødet"));
        desk.rebuild();
    }
    let unknown =
        forget(&desk.path("indeks"), "Hans Findesikke", "x", NOW).unwrap_err().to_string();
    assert!(unknown.contains("referat people"), "{unknown}");
}

#[test]
fn a_run_that_died_between_is_finished_by_the_next() {
    let desk = Desk::new();
    desk.write(
        "arkiv/a.txt",
        minutes_with("3. maj 2021", "Torben Ask nævnte skumsprøjteanlægget."),
    );
    desk.index();
    let mut forgotten = crate::forgotten::Forgotten::default();
    forgotten.add_statement("havneudvalget-2021-05-03", "Torben Ask nævnte skumsprøjteanlægget.");
    forgotten.save(&desk.path("indeks")).unwrap();
    assert!(all_text(&desk.store()).contains("skumsprøjte"));
    desk.index();
    gone(&desk, &["skumsprøjte"]);
}
