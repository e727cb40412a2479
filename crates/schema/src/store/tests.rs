//! Indexes that are made, found again, refused and made anew.

use super::*;

fn commit(store: &Store) {
    let mut writer: tantivy::IndexWriter =
        store.index().writer_with_num_threads(1, 15_000_000).unwrap();
    let mut commit = writer.prepare_commit().unwrap();
    let (_, analyzer) = store.analyzer_with(&Words::default());
    let manifest = Manifest { analyzer, ..Manifest::default() };
    commit.set_payload(&serde_json::to_string(&manifest).unwrap());
    commit.commit().unwrap();
}

#[test]
fn an_index_is_made_and_found_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("indeks");
    assert!(matches!(Store::open(&path, None), Err(StoreError::Missing { .. })));
    Store::open_or_create(&path, None).unwrap();
    assert!(matches!(Store::open(&path, None), Err(StoreError::Unfinished { .. })));
    commit(&Store::open_or_create(&path, None).unwrap());
    let store = Store::open(&path, None).unwrap();
    assert_eq!(store.manifest().unwrap().words, Words::default());
}

#[test]
fn a_folder_with_other_things_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("indkøb.txt"), "mælk").unwrap();
    assert!(matches!(Store::open_or_create(dir.path(), None), Err(StoreError::Foreign { .. })));
    assert!(matches!(Store::open(dir.path(), None), Err(StoreError::Foreign { .. })));
    let file = dir.path().join("indkøb.txt");
    assert!(matches!(Store::open_or_create(&file, None), Err(StoreError::Foreign { .. })));
}

#[test]
fn what_does_not_agree_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("indeks");
    commit(&Store::open_or_create(&path, None).unwrap());
    let config = dir.path().join("config");
    fs::create_dir(&config).unwrap();
    fs::write(config.join("synonyms.txt"), "BB = bølgebryder\n").unwrap();
    let other = Config::with_folder(&config).unwrap();
    assert!(matches!(Store::open(&path, Some(&other)), Err(StoreError::Config { .. })));

    let stamp = fs::read_to_string(path.join(STAMP)).unwrap();
    fs::write(path.join(STAMP), stamp.replace("\"schema\":", "\"schema\":9")).unwrap();
    assert!(matches!(Store::open(&path, None), Err(StoreError::Schema { .. })));
    fs::write(path.join(STAMP), "{").unwrap();
    assert!(matches!(Store::open(&path, None), Err(StoreError::Damaged { .. })));
    fs::write(path.join(STAMP), &stamp).unwrap();
    fs::write(path.join("config/synonyms.txt"), "x = y\n").unwrap();
    assert!(matches!(Store::open(&path, None), Err(StoreError::Damaged { .. })));
    fs::remove_file(path.join("tantivy/meta.json")).unwrap();
    assert!(matches!(Store::open(&path, None), Err(StoreError::Unfinished { .. })));
}

#[test]
fn what_cannot_be_used_is_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("indeks");
    for harm in ["referat.json", "tantivy/meta.json", "config/synonyms.txt"] {
        commit(&Store::open_or_remake(&path, None).unwrap());
        Store::open(&path, None).unwrap();
        fs::write(path.join(harm), "{").unwrap();
        let said = Store::open(&path, None).unwrap_err().to_string();
        assert!(said.contains("--rebuild"), "{said}");
        assert!(Store::open_or_create(&path, None).is_err());
    }
    commit(&Store::open_or_remake(&path, None).unwrap());
    let store = Store::open_or_create(&path, None).unwrap();
    let _writer: tantivy::IndexWriter =
        store.index().writer_with_num_threads(1, 15_000_000).unwrap();
    fs::write(path.join("referat.json"), "{").unwrap();
    let refused = Store::open_or_remake(&path, None);
    assert!(matches!(refused, Err(StoreError::Busy { .. })), "{refused:?}");
    // What is no index of ours is never taken away.
    fs::remove_file(path.join("referat.json")).unwrap();
    let refused = Store::open_or_remake(&path, None);
    assert!(matches!(refused, Err(StoreError::Foreign { .. })), "{refused:?}");
}

#[test]
fn a_reader_takes_over_other_words() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("indeks");
    commit(&Store::open_or_create(&path, None).unwrap());
    let reader = Store::open(&path, None).unwrap();
    let parts = |store: &Store| {
        let tokens = store.analyzer().text(&danish::Text::new("gwulpsystemet"));
        tokens.iter().any(|t| t.text == "gwulp")
    };
    assert!(!parts(&reader));
    let store = Store::open_or_create(&path, None).unwrap();
    let words = Words { counts: [("gwulp".to_owned(), 9)].into(), n_statements: 9 };
    let (_, analyzer) = store.analyzer_with(&words);
    let manifest = Manifest { analyzer, words, ..Manifest::default() };
    let mut writer: tantivy::IndexWriter =
        store.index().writer_with_num_threads(1, 15_000_000).unwrap();
    let mut prepared = writer.prepare_commit().unwrap();
    prepared.set_payload(&serde_json::to_string(&manifest).unwrap());
    prepared.commit().unwrap();
    reader.refresh().unwrap();
    assert!(parts(&reader));
    assert!(parts(&Store::open(&path, None).unwrap()));
}
