//! What comes first, what titles do, which items hold words together, and pages of a version.

use std::path::Path;

use crate::{Answer, Archive, Note, Question, Typed};

/// A meeting of a body on a day, with items of a title and sentences.
fn minutes(body: &str, day: &str, items: &[(&str, &[&str])]) -> String {
    let mut text = format!(
        "Referat af møde i {body} den {day}\n\nDeltagere\nUlla Brask (formand), Torben Ask, Mie Falk\n"
    );
    for (nth, (title, sentences)) in items.iter().enumerate() {
        text += &format!("\n{}. {title}\n{}\n", nth + 1, sentences.join("\n"));
    }
    text
}

fn archive(dir: &Path, files: &[String]) -> Archive {
    let folder = dir.join("arkiv");
    std::fs::create_dir_all(&folder).unwrap();
    for (nth, text) in files.iter().enumerate() {
        std::fs::write(folder.join(format!("{nth}.txt")), text).unwrap();
    }
    let summary = indexer::index(&[folder], &dir.join("indeks"), None, &mut |_| ()).unwrap();
    assert!(summary.failures.is_empty(), "{:?}", summary.failures);
    Archive::open(&dir.join("indeks"), None).unwrap()
}

fn ask(archive: &Archive, words: &str) -> Answer {
    let typed =
        Typed { words: words.to_owned(), limit: Some("all".to_owned()), ..Typed::default() };
    archive.search(&typed.question().unwrap()).unwrap()
}

fn texts(answer: &Answer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.statement.text.as_str()).collect()
}

/// References of the items that hold the words together.
fn items(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.items.len(), answer.total_items);
    answer.items.iter().map(|hit| hit.item.reference()).collect()
}

#[test]
fn one_way_of_matching_comes_before_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let exact = "Torben Ask spurgte, om økonomiaftalen for det kommende år, som alle taler om, men kun få \
                 har læst, mon kan hentes på biblioteket.";
    let archive = archive(
        dir.path(),
        &[
            minutes(
                "Vejudvalget",
                "4. juni 2022",
                &[
                    (
                        "Økonomiaftalen",
                        &["Mie Falk roste økonomiaftaler.", "Udvalget godkendte ØA."],
                    ),
                    ("Papirer", &["Udvalget godkendte økonomiaftalepapirer."]),
                ],
            ),
            minutes("Havneudvalget", "3. maj 2016", &[("Eventuelt", &[exact])]),
        ],
    );
    assert_eq!(
        texts(&ask(&archive, "økonomiaftalen")),
        [
            exact,
            "Mie Falk roste økonomiaftaler.",
            "Udvalget godkendte økonomiaftalepapirer.",
            "Udvalget godkendte ØA.",
        ]
    );
}

#[test]
fn nearness_titles_decisions_and_days_decide_what_is_found_alike() {
    let dir = tempfile::tempdir().unwrap();
    let side_by_side = "Mie Falk så molen brudt.";
    let near = "Mie Falk så molen i havnen brudt.";
    let far =
        "Mie Falk så brudt på den store, nye og meget dyre sten, som lå der, da hun kom til molen.";
    let bench = "Torben Ask bad om en bænk.";
    let archive = archive(
        dir.path(),
        &[
            minutes(
                "Havneudvalget",
                "3. maj 2021",
                &[
                    ("Sten", &[far, near, side_by_side]),
                    ("Parken", &[bench, "Udvalget godkendte en bænk."]),
                ],
            ),
            minutes(
                "Havneudvalget",
                "3. juni 2021",
                &[("En bænk", &[bench]), ("Skolen", &[bench])],
            ),
            minutes("Havneudvalget", "3. juli 2021", &[("Skoven", &[bench])]),
        ],
    );
    assert_eq!(texts(&ask(&archive, "molen brudt")), [side_by_side, near, far]);
    let answer = ask(&archive, "bænk");
    let order: Vec<&str> = answer.hits.iter().map(|hit| hit.statement.id.as_str()).collect();
    // The title, the decision, then the newest.
    assert_eq!(
        order,
        [
            "havneudvalget-2021-06-03-s1",
            "havneudvalget-2021-05-03-s5",
            "havneudvalget-2021-07-03-s1",
            "havneudvalget-2021-06-03-s2",
            "havneudvalget-2021-05-03-s4",
        ]
    );
}

#[test]
fn a_word_of_a_title_counts_for_what_stands_under_it() {
    let dir = tempfile::tempdir().unwrap();
    let decided = "Udvalget godkendte oplægget.";
    let archive = archive(
        dir.path(),
        &[minutes(
            "Havneudvalget",
            "3. maj 2021",
            &[
                (
                    "Adgangsstyring",
                    &["Ulla Brask orienterede.", decided, "Torben Ask var imod det."],
                ),
                ("Broen", &["Torben Ask godkendte broen.", "Mie Falk savnede en bro til øen."]),
            ],
        )],
    );
    let found = |words: &str| ask(&archive, words).hits.len();
    assert_eq!(texts(&ask(&archive, "adgangsstyring godkendt")), [decided]);
    let answer = ask(&archive, "adgangsstyring godkendt");
    let places: Vec<_> =
        answer.hits[0].matches.iter().map(|m| (m.asked.as_str(), m.place)).collect();
    assert_eq!(
        places,
        [("godkendt", crate::Place::Text), ("adgangsstyring", crate::Place::ItemTitle)]
    );
    for (words, n, why) in [
        ("adgangsstyring", 0, "the statement itself must have something of the question"),
        ("adgangsstyring beslutning:ja", 1, "it is a decision"),
        ("adgangsstyring taler:\"Torben Ask\"", 1, "who says it"),
        ("adgangsstyring \"oplægget\"", 1, "a phrase"),
        ("adgangsstyring oplæg*", 1, "a beginning"),
        ("adgangsstyring punkt:1", 0, "an item is no part of the statement"),
        ("adgangsstyring OR broen", 2, "each group for itself"),
        ("adgangsstyring -xyzzyq godkendt", 1, "words apart are one question"),
        ("-xyzzyq adgangsstyring godkendt", 1, "words apart are one question"),
        ("adgangsstyring godkendt -xyzzyq", 1, "words apart are one question"),
        ("adgangsstyring punkt:1 godkendt", 1, "words apart are one question"),
        ("adgangsstyring -xyzzyq eventuelt", 0, "words apart are one question"),
        ("adgangsstyring -xyzzyq og", 0, "a stop word is none beside another"),
        ("godkendt -adgangsstyring", 2, "what must not be there must not be in the text"),
        ("havneudvalget øen", 1, "the title of the meeting"),
        ("havn øen", 0, "a part of the name of a body says nothing"),
        ("\"adgangsstyring godkendt\"", 0, "a phrase stands in the text"),
    ] {
        assert_eq!(found(words), n, "{words}: {why}");
    }
}

#[test]
fn items_hold_together_what_no_statement_does() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(
        dir.path(),
        &[
            minutes(
                "Havneudvalget",
                "3. maj 2021",
                &[
                    (
                        "Molen",
                        &[
                            "Mie Falk ville have lys.",
                            "Ulla Brask så en sæl.",
                            "Torben Ask så en hval.",
                        ],
                    ),
                    ("Broen", &["Mie Falk så en hval og en sæl."]),
                ],
            ),
            minutes(
                "Vejudvalget",
                "4. juni 2022",
                &[
                    ("Stien", &["Mie Falk så en hval.", "Torben Ask så en sæl."]),
                    ("Sæler", &["Mie Falk ville have lys."]),
                ],
            ),
        ],
    );
    let answer = ask(&archive, "hval sæl");
    assert_eq!((answer.total, answer.total_items), (1, 2));
    assert_eq!(items(&answer), ["vejudvalget-2022-06-04/1", "havneudvalget-2021-05-03/1"]);
    let shown: Vec<&str> =
        answer.items[1].statements.iter().map(|hit| hit.statement.text.as_str()).collect();
    assert_eq!(shown, ["Ulla Brask så en sæl.", "Torben Ask så en hval."]);
    for (words, expected) in [
        ("hval sæl organ:vej", &["vejudvalget-2022-06-04/1"][..]),
        ("hval sæl dato:2021", &["havneudvalget-2021-05-03/1"]),
        ("hval sæl punkt:molen", &["havneudvalget-2021-05-03/1"]),
        ("molen sti", &[]),
        ("sæler", &["vejudvalget-2022-06-04/2"]),
        // What only a statement can have is not looked for in items.
        ("hval sæl taler:\"Mie Falk\"", &[]),
        ("hval sæl beslutning:nej", &[]),
        ("hval -sæl", &[]),
        ("\"hval sæl\"", &[]),
    ] {
        assert_eq!(items(&ask(&archive, words)), expected, "{words}");
    }
    // They are on the first page alone, and so many as are asked for.
    let page = |cursor: Option<String>| {
        let (words, limit) = ("falk hval".to_owned(), Some("1".to_owned()));
        let typed = Typed { words, limit, cursor, ..Typed::default() };
        archive.search(&typed.question().unwrap()).unwrap()
    };
    let first = page(None);
    assert_eq!((first.total, first.items.len(), first.total_items), (2, 1, 1));
    let second = page(first.next);
    assert_eq!((second.hits.len(), second.items.len(), second.total_items), (1, 0, 0));
    // Where many statements hold all words, nobody needs more.
    let many: Vec<String> =
        (0..12).map(|n| format!("Mie Falk så ål og torsk {n} gange.")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let apart: &[&str] = &["Mie Falk så en ål.", "Torben Ask så en torsk."];
    let dir = tempfile::tempdir().unwrap();
    let file = minutes("Havneudvalget", "3. maj 2021", &[("Fisk", &many), ("Fangst", apart)]);
    let answer = ask(&self::archive(dir.path(), &[file]), "ål torsk");
    assert_eq!((answer.total, answer.total_items), (12, 0));
}

#[test]
fn pages_fit_together_and_belong_to_a_version() {
    let dir = tempfile::tempdir().unwrap();
    let sentences: Vec<String> = (0..7).map(|n| format!("Mie Falk så {n} måger.")).collect();
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let files = [
        minutes("Havneudvalget", "3. maj 2021", &[("Fugle", &sentences)]),
        minutes("Vejudvalget", "4. juni 2022", &[("Fugle", &sentences)]),
    ];
    let archive = archive(dir.path(), &files);
    let all = ask(&archive, "måger");
    assert_eq!((all.total, &all.next), (14, &None));
    let page = |limit: usize, cursor: Option<String>| {
        let limit = Some(limit.to_string());
        let typed = Typed { words: "måger".to_owned(), limit, cursor, ..Typed::default() };
        archive.search(&typed.question().unwrap()).unwrap()
    };
    for limit in 1..=15 {
        let (mut found, mut cursor) = (Vec::new(), None);
        loop {
            let answer = page(limit, cursor);
            assert_eq!((answer.total, &answer.version), (14, &all.version));
            assert!(answer.notes.is_empty(), "{:?}", answer.notes);
            found.extend(answer.hits);
            cursor = answer.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(found, all.hits, "pages of {limit}");
    }

    // The same minutes elsewhere are the same version; others are another, and a page says so.
    let elsewhere = tempfile::tempdir().unwrap();
    let same = self::archive(elsewhere.path(), &files);
    assert_eq!(same.version().unwrap(), all.version);
    assert_eq!(ask(&same, "måger").hits, all.hits);
    let other = tempfile::tempdir().unwrap();
    let other = self::archive(other.path(), &files[..1]);
    let next = page(5, None).next.unwrap();
    assert_eq!(next, format!("5-{}", all.version));
    let typed = Typed { words: "måger".to_owned(), cursor: Some(next), ..Typed::default() };
    let answer = other.search(&typed.question().unwrap()).unwrap();
    let renewed = Note::Renewed { asked: all.version.clone(), now: other.version().unwrap() };
    assert_eq!((answer.total, answer.hits.len(), &answer.notes), (7, 2, &vec![renewed]));
}

#[test]
fn a_place_that_is_none_is_told() {
    let read = |cursor: &str| {
        let cursor = Some(cursor.to_owned());
        Typed { words: "måger".to_owned(), cursor, ..Typed::default() }.question()
    };
    let place = |question: Question| (question.offset, question.version);
    assert_eq!(place(read("20-3f9a").unwrap()), (20, Some("3f9a".to_owned())));
    assert_eq!(place(read(" ").unwrap()), (0, None));
    for wrong in ["20", "20-", "-3f9a", "x-3f9a", "20-3f9ø", "99999999999999999999-3f"] {
        let said = read(wrong).unwrap_err().to_string();
        assert!(said.contains("cursor") && said.contains(wrong), "{said}");
    }
}

#[test]
fn whether_words_are_near_depends_on_no_other_text() {
    // tantivy looks at the rarest word first; each word is the rarest once.
    let (fits, too_far) =
        ("Mie Falk så mole, x, bro, x, ged.", "Mie Falk så mole, x, bro, x, x, ged.");
    for (nth, rare) in ["mole", "bro", "ged"].into_iter().enumerate() {
        let dir = tempfile::tempdir().unwrap();
        let others = ["mole", "bro", "ged"].into_iter().filter(|word| *word != rare);
        let others: Vec<String> = others
            .enumerate()
            .flat_map(|(n, word)| (0..=n + nth).map(move |_| format!("Torben Ask så en {word}.")))
            .collect();
        let mut sentences = vec![fits, too_far, "Mie Falk så bro, mole, x, ged."];
        sentences.extend(others.iter().map(String::as_str));
        let archive =
            archive(dir.path(), &[minutes("Havneudvalget", "3. maj 2021", &[("Syn", &sentences)])]);
        assert_eq!(texts(&ask(&archive, "\"mole bro ged\"~2")), [fits], "{rare}");
        assert_eq!(ask(&archive, "\"mole bro ged\"~3").total, 2, "{rare}");
        assert_eq!(ask(&archive, "\"mole bro ged\"~1").total, 0, "{rare}");
    }
}
