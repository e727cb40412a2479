//! A folder that changes between runs, and what the index holds after each.

mod check;
mod corrections;
mod forget;
mod formats;
mod guard;
mod people;
mod references;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use schema::{Config, Manifest, Store, StoreError};
use tantivy::Term;
use tantivy::collector::Count;
use tantivy::query::{AllQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::{IndexError, Summary, index, rebuild};

/// Minutes of our own, of a body on a day.
fn minutes(body: &str, day: &str) -> String {
    format!(
        "Referat af møde i {body} den {day}\n\nDeltagere\nUlla Brask (formand), Torben Ask\n\n\
         1. Bølgebryderen\nUlla Brask orienterede om, at bølgebryderen skal forstærkes.\n"
    )
}

/// The same with another sentence.
fn minutes_with(day: &str, sentence: &str) -> String {
    minutes("Havneudvalget", day) + sentence + "\n"
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn index(&self) -> Summary {
        self.index_path("arkiv").unwrap()
    }

    fn index_path(&self, name: &str) -> Result<Summary, IndexError> {
        index(&[self.path(name)], &self.path("indeks"), None, &mut |_| ())
    }

    /// References of the meetings in the list of files, in order of path.
    fn meetings(&self) -> Vec<String> {
        let manifest = self.store().manifest().unwrap();
        let meetings = manifest.files.into_values().flat_map(|record| record.meetings);
        meetings.map(|meeting| meeting.id).collect()
    }

    fn store(&self) -> Store {
        Store::open(&self.path("indeks"), None).unwrap()
    }

    fn rebuild(&self) -> Summary {
        rebuild(&[self.path("arkiv")], &self.path("indeks"), None, &mut |_| ()).unwrap()
    }

    /// Statements that have a key among the parts of their words.
    fn n_with_part(&self, key: &str) -> usize {
        let store = self.store();
        let term = Term::from_field_text(store.fields().part, key);
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let searcher = store.index().reader().unwrap().searcher();
        searcher.search(&query, &Count).unwrap()
    }

    /// Commits the list of files as another program would have left it.
    fn leave(&self, change: impl FnOnce(&mut Manifest)) {
        let store = Store::open_or_create(&self.path("indeks"), None).unwrap();
        let mut manifest = store.manifest().unwrap();
        change(&mut manifest);
        let mut writer: tantivy::IndexWriter =
            store.index().writer_with_num_threads(1, 15_000_000).unwrap();
        let mut commit = writer.prepare_commit().unwrap();
        commit.set_payload(&serde_json::to_string(&manifest).unwrap());
        commit.commit().unwrap();
    }

    /// Documents that a reader sees.
    fn n_documents(&self) -> usize {
        let reader = self.store().index().reader().unwrap();
        reader.searcher().search(&AllQuery, &Count).unwrap()
    }
}

#[track_caller]
fn counts(summary: &Summary, expected: (usize, usize, usize, usize)) {
    let found = (summary.n_read, summary.n_unchanged, summary.n_removed, summary.failures.len());
    assert_eq!(found, expected, "read, unchanged, removed, failed: {:?}", summary.failures);
}

#[test]
fn only_what_changed_is_read_again() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.write("arkiv/b.txt", minutes("Havneudvalget", "4. juni 2021"));
    counts(&desk.index(), (2, 0, 0, 0));
    let n_documents = desk.n_documents();
    counts(&desk.index(), (0, 2, 0, 0));

    // Written again with the same words: another time, the same hash.
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    counts(&desk.index(), (0, 2, 0, 0));

    desk.write("arkiv/b.txt", minutes("Havneudvalget", "14. juni 2021"));
    counts(&desk.index(), (1, 1, 0, 0));
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03", "havneudvalget-2021-06-14"]);
    assert_eq!(desk.n_documents(), n_documents);

    fs::remove_file(desk.path("arkiv/a.txt")).unwrap();
    counts(&desk.index(), (0, 1, 1, 0));
    assert_eq!(desk.meetings(), ["havneudvalget-2021-06-14"]);
}

#[test]
fn files_elsewhere_stay_in_the_index() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.write("andet/b.txt", minutes("Vejudvalget", "4. maj 2021"));
    desk.index();
    counts(&desk.index_path("andet").unwrap(), (1, 0, 0, 0));
    assert_eq!(desk.meetings().len(), 2);
    // A folder that is not there tells nothing of the files that were below it.
    fs::rename(desk.path("andet"), desk.path("flyttet")).unwrap();
    counts(&desk.index_path("andet").unwrap(), (0, 0, 0, 1));
    assert_eq!(desk.meetings().len(), 2);
}

#[test]
fn a_file_that_goes_bad_keeps_what_the_index_held() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    desk.write("arkiv/a.txt", "");
    let summary = desk.index();
    counts(&summary, (0, 0, 0, 1));
    assert!(summary.failures[0].contains("keeps"), "{:?}", summary.failures);
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03"]);
    // As it was: it fails again, without being read.
    counts(&desk.index(), (0, 0, 0, 1));
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "5. maj 2021"));
    counts(&desk.index(), (1, 0, 0, 0));
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-05"]);
}

#[test]
fn another_writer_and_another_config_are_refused() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    let store = desk.store();
    let writer: tantivy::IndexWriter =
        store.index().writer_with_num_threads(1, 15_000_000).unwrap();
    let busy = desk.index_path("arkiv");
    assert!(matches!(busy, Err(IndexError::Store(StoreError::Busy { .. }))), "{busy:?}");
    drop(writer);

    desk.write("config/synonyms.txt", "BB = bølgebryder\n");
    let other = Config::with_folder(&desk.path("config")).unwrap();
    let (paths, dir) = (&[desk.path("arkiv")], &desk.path("indeks"));
    let refused = index(paths, dir, Some(&other), &mut |_| ());
    assert!(matches!(refused, Err(IndexError::Store(_))));
    assert_eq!(desk.meetings().len(), 1);
    counts(&rebuild(paths, dir, Some(&other), &mut |_| ()).unwrap(), (1, 0, 0, 0));
    assert_eq!(desk.store().config().file("synonyms.txt"), "BB = bølgebryder\n");
}

#[test]
fn the_index_itself_is_not_read_as_minutes() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    let dir = desk.path("arkiv/indeks");
    let paths: &[PathBuf] = &[desk.path("arkiv")];
    let run = |dir: &Path| index(paths, dir, None, &mut |_| ()).unwrap();
    counts(&run(&dir), (1, 0, 0, 0));
    counts(&run(&dir), (0, 1, 0, 0));
}

#[test]
fn files_read_by_other_rules_are_read_again() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    desk.leave(|manifest| {
        for record in manifest.files.values_mut() {
            record.reading -= 1;
        }
    });
    counts(&desk.index(), (1, 0, 0, 0));
    counts(&desk.index(), (0, 1, 0, 0));
}

#[test]
fn an_index_of_other_danish_is_brought_up_to_date_without_reading() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    let n_documents = desk.n_documents();
    desk.leave(|manifest| manifest.analyzer = "0123456789abcdef".to_owned());
    let refused = Store::open(&desk.path("indeks"), None);
    assert!(matches!(refused, Err(StoreError::Analyzer { .. })));
    counts(&desk.index(), (0, 1, 0, 0));
    assert_eq!(desk.n_documents(), n_documents);
}

#[test]
fn a_damaged_index_is_made_anew_with_what_is_there() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    for entry in fs::read_dir(desk.path("indeks/tantivy")).unwrap().flatten() {
        if entry.path().extension().is_some_and(|e| e == "store") {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    counts(&desk.rebuild(), (1, 0, 0, 0));
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03"]);
    assert!(desk.n_documents() > 1);
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_utf8_lose_no_file() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    for (name, day) in [(&b"m\xF8de.txt"[..], "3. maj 2021"), (b"m\xE6de.txt", "4. maj 2021")] {
        let path = desk.path("arkiv").join(std::ffi::OsStr::from_bytes(name));
        fs::create_dir_all(desk.path("arkiv")).unwrap();
        fs::write(path, minutes("Havneudvalget", day)).unwrap();
    }
    counts(&desk.index(), (2, 0, 0, 0));
    counts(&desk.index(), (0, 2, 0, 0));
    assert_eq!(desk.meetings().len(), 2);
    let manifest = desk.store().manifest().unwrap();
    assert!(manifest.files.values().all(|r| r.place == "m\u{FFFD}de.txt"), "{manifest:?}");
    fs::remove_dir_all(desk.path("arkiv")).unwrap();
    fs::create_dir(desk.path("arkiv")).unwrap();
    counts(&desk.index(), (0, 0, 2, 0));
}

#[test]
fn a_transcript_takes_its_names_from_the_list_beside_it() {
    let desk = Desk::new();
    let sitting =
        "<TEI><text><body><u who='#BraskUlla'><seg>Mødet er åbnet.</seg></u></body></text></TEI>";
    let list = "<listPerson><person xml:id='BraskUlla'><persName><surname>Brask</surname>\
        <forename>Ulla</forename><forename>Rask</forename></persName></person></listPerson>";
    desk.write("arkiv/2021/2021-03-04.xml", sitting);
    let person = |desk: &Desk| {
        let path = desk.path("arkiv/2021/2021-03-04.xml");
        let reading = crate::parse(&path, &Config::defaults().unwrap()).unwrap();
        (reading.entries[0].meeting.people[0].name.clone(), reading.remarks.len())
    };
    // Without a list the name is made of the reference, and a remark says so; another tells of the date.
    assert_eq!(person(&desk), ("Ulla Brask".to_owned(), 2));
    desk.write("arkiv/personer.xml", list);
    assert_eq!(person(&desk), ("Ulla Rask Brask".to_owned(), 1));
    desk.write("arkiv/2021/personer.xml", "<listPerson><person>");
    assert_eq!(person(&desk), ("Ulla Rask Brask".to_owned(), 2));
    let summary = desk.index();
    assert_eq!((summary.n_read, summary.failures, summary.n_with_speaker), (1, vec![], 1));
    assert_eq!(summary.skipped[".xml"], 2);
}
