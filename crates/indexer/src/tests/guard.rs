//! What must not be shown is nowhere in the index folder.

use std::fs;

use schema::{Config, MeetingEntry, Store};
use tantivy::TantivyDocument;
use tantivy::collector::DocSetCollector;
use tantivy::query::AllQuery;
use tantivy::schema::Value;

use super::{Desk, counts, minutes};
use crate::write::Job;
use crate::{printed, rebuild, run};

/// Everything that the index stores and every term it has, as one text.
pub(super) fn all_text(store: &Store) -> String {
    let searcher = store.index().reader().unwrap().searcher();
    let mut all = String::new();
    for address in searcher.search(&AllQuery, &DocSetCollector).unwrap() {
        let document: TantivyDocument = searcher.doc(address).unwrap();
        all += document.get_first(store.fields().entry).and_then(|v| v.as_str()).unwrap();
        all.push('\n');
    }
    for segment in searcher.segment_readers() {
        for (field, entry) in store.index().schema().fields() {
            if entry.is_indexed() && entry.field_type().is_str() {
                let index = segment.inverted_index(field).unwrap();
                let mut terms = index.terms().stream().unwrap();
                while terms.advance() {
                    all += &String::from_utf8_lossy(terms.key());
                    all.push('\n');
                }
            }
        }
    }
    all
}

/// The bytes of every file in the index folder.
pub(super) fn bytes(desk: &Desk) -> Vec<u8> {
    let mut all = Vec::new();
    let config = desk.path("indeks/config");
    let files =
        walkdir::WalkDir::new(desk.path("indeks")).into_iter().filter_entry(|e| e.path() != config);
    for file in files.map(Result::unwrap).filter(|file| file.file_type().is_file()) {
        all.extend(fs::read(file.path()).unwrap());
    }
    all
}

pub(super) fn has(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|window| window == what.as_bytes())
}

#[test]
fn civil_registration_numbers_are_masked_everywhere_and_listed() {
    let desk = Desk::new();
    let text = "Referat af møde i Havneudvalget den 3. maj 2021\n\n\
        Deltagere\nUlla Brask 010190-1234 (formand), Torben Ask\n\n\
        1. Ansøgning fra 020290-2345 om plads\n\
        Ulla Brask orienterede om, at ansøgeren (030390 3456) har søgt. Torben Ask svarede, at 040490-\n\
        4567 venter, og at sagsnr. 050590-5678 er en anden sag.\n";
    desk.write("arkiv/a.txt", text);
    let summary = desk.index();
    counts(&summary, (1, 0, 0, 0));
    assert_eq!(summary.n_masked, 4);
    let (all, bytes) = (all_text(&desk.store()), bytes(&desk));
    for number in ["1234", "2345", "3456", "4567", "010190", "020290", "030390", "040490"] {
        assert!(!all.contains(number), "{number} is in the index");
        assert!(!has(&bytes, number), "{number} is in a file of the index");
    }
    assert!(all.contains("050590-5678"), "a case number is no number of a person");
    let manifest = desk.store().manifest().unwrap();
    let masked = &manifest.files.values().next().unwrap().masked;
    let places: Vec<(u32, u32)> = masked.iter().map(|m| (m.page, m.line)).collect();
    assert_eq!(places, [(1, 4), (1, 6), (1, 7), (1, 7)]);
    let printed =
        printed(&desk.path("indeks"), "havneudvalget-2021-05-03", (1, 9)).unwrap().unwrap();
    assert_eq!(printed.lines[3], "Ulla Brask xxxxxx-xxxx (formand), Torben Ask");
    assert_eq!(printed.lines[7], "xxxx venter, og at sagsnr. 050590-5678 er en anden sag.");
    let people = crate::parse(&desk.path("arkiv/a.txt"), &Config::defaults().unwrap()).unwrap();
    assert!(!format!("{people:?}").contains("1234"));
}

#[test]
fn a_file_with_a_number_in_its_name_is_refused_and_named_without_it() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.write("arkiv/ulla 010190-1234.txt", minutes("Havneudvalget", "4. maj 2021"));
    let summary = desk.index();
    counts(&summary, (1, 0, 0, 1));
    assert!(summary.failures[0].contains("ulla xxxxxx-xxxx.txt"), "{:?}", summary.failures);
    assert!(!has(&bytes(&desk), "010190"));
    fs::rename(desk.path("arkiv/ulla 010190-1234.txt"), desk.path("arkiv/b.txt")).unwrap();
    counts(&desk.index(), (1, 1, 0, 0));
}

#[test]
fn accounts_telephones_and_closed_items_are_kept_out_where_the_settings_say_so() {
    let desk = Desk::new();
    let text = "Referat af møde i Havneudvalget den 3. maj 2021\n\nDeltagere\nUlla Brask (formand)\n\n\
        1. Regning\nUlla Brask oplyste, at tlf. 12345678 og konto 4321-1234567 gælder.\n\n\
        2. Personsag (lukket punkt)\nUlla Brask orienterede om hemmelighedskræmmeriet.\n\n\
        3. Eventuelt\nUlla Brask takkede.\n";
    desk.write("arkiv/a.txt", text);
    desk.index();
    let all = all_text(&desk.store());
    assert!(
        all.contains("12345678") && all.contains("4321-1234567") && all.contains("hemmeligheds")
    );
    let defaults = Config::defaults().unwrap();
    let closed = defaults
        .file("index.toml")
        .replace("closed-items = \"keep\"", "closed-items = \"leave-out\"");
    desk.write("config/index.toml", closed);
    let config = Config::with_folder(&desk.path("config")).unwrap();
    let config = config.guarding(&["accounts", "phones"]).unwrap();
    let paths = &[desk.path("arkiv")];
    rebuild(paths, &desk.path("indeks"), Some(&config), &mut |_| ()).unwrap();
    let all = all_text(&desk.store());
    for what in ["12345678", "1234567", "hemmeligheds", "Personsag", "personsag"] {
        assert!(!all.contains(what), "{what}: {all}");
    }
    let meeting: MeetingEntry = serde_json::from_str(
        all.lines().find(|line| line.starts_with('{') && line.contains("\"items\"")).unwrap(),
    )
    .unwrap();
    assert_eq!((meeting.items.len(), meeting.items[1].title.as_str()), (3, "Lukket punkt"));
    assert_eq!(desk.store().manifest().unwrap().files.values().next().unwrap().n_closed_out, 1);
}

#[test]
fn a_strict_run_writes_nothing_when_a_file_cannot_be_read() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    desk.write("arkiv/b.txt", minutes("Havneudvalget", "4. maj 2021"));
    desk.write("arkiv/tom.txt", "");
    let (paths, dir) = (&[desk.path("arkiv")], desk.path("indeks"));
    let job = Job { strict: true, now: "2026-01-02T03:04:05Z", ..Job::new(paths, &dir, None) };
    let refused = run(job, &mut |_| ()).unwrap_err().to_string();
    assert!(refused.contains("tom.txt") && refused.contains("--strict"), "{refused}");
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03"]);
    run(Job { strict: false, ..job }, &mut |_| ()).unwrap();
    run(Job { strict: false, now: "2026-02-02T03:04:05Z", ..job }, &mut |_| ()).unwrap();
    let manifest = desk.store().manifest().unwrap();
    let failed = manifest.files.values().find(|record| record.failure.is_some()).unwrap();
    assert_eq!(failed.failed_since.as_deref(), Some("2026-01-02T03:04:05Z"));
}

#[test]
fn the_same_document_twice_is_one_and_each_place_can_go() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.write("arkiv/kopi/b.txt", minutes("Havneudvalget", "3. maj 2021"));
    let summary = desk.index();
    assert_eq!((summary.n_copies, summary.n_meetings), (1, 1));
    let n_documents = desk.n_documents();
    let summary = desk.index();
    assert_eq!((summary.n_copies, summary.n_unchanged, summary.n_read), (1, 2, 0));
    // The one that holds the meetings goes: the other takes its place and its references.
    fs::remove_file(desk.path("arkiv/a.txt")).unwrap();
    let summary = desk.index();
    assert_eq!((summary.n_copies, summary.n_meetings), (0, 1));
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03"]);
    assert_eq!(desk.n_documents(), n_documents);
    // A copy that is edited is a file of its own.
    desk.write("arkiv/c.txt", minutes("Havneudvalget", "3. maj 2021"));
    assert_eq!(desk.index().n_copies, 1);
    desk.write("arkiv/c.txt", minutes("Havneudvalget", "5. maj 2021"));
    let summary = desk.index();
    assert_eq!((summary.n_copies, summary.n_meetings), (0, 2));
}
