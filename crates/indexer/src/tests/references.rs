//! References of meetings through new names, folders, neighbours and edits.

use std::fs;

use super::{Desk, counts, minutes, minutes_with};

#[test]
fn two_files_of_one_meeting_are_told_apart_and_keep_their_references() {
    let desk = Desk::new();
    desk.write("arkiv/b.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    // Comes before b in the alphabet, but b had the reference first.
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021") + "Torben Ask takkede.\n");
    desk.index();
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03-2", "havneudvalget-2021-05-03"]);
    desk.write("arkiv/b.txt", minutes("Havneudvalget", "3. maj 2021") + "Torben Ask gik.\n");
    desk.index();
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03-2", "havneudvalget-2021-05-03"]);
}

#[test]
fn a_file_with_another_name_or_folder_is_the_same_file() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.write("arkiv/b.txt", minutes_with("3. maj 2021", "Torben Ask takkede."));
    desk.write("arkiv/c.txt", "Referat\n\nUlla Brask takkede for kaffen.\n");
    desk.index();
    let mut ids = desk.meetings();
    let n_documents = desk.n_documents();
    // The whole folder goes elsewhere; the old one is not looked at.
    fs::rename(desk.path("arkiv"), desk.path("flyttet")).unwrap();
    let summary = desk.index_path("flyttet").unwrap();
    counts(&summary, (3, 0, 0, 0));
    assert_eq!(summary.n_moved, 3);
    assert_eq!((desk.meetings(), desk.n_documents()), (ids.clone(), n_documents));
    // Two files change names.
    for (from, to) in [("a", "x"), ("b", "a"), ("x", "b")] {
        let path = |name: &str| desk.path(&format!("flyttet/{name}.txt"));
        fs::rename(path(from), path(to)).unwrap();
    }
    desk.index_path("flyttet").unwrap();
    ids.swap(0, 1);
    assert_eq!((desk.meetings(), desk.n_documents()), (ids.clone(), n_documents));
    // A meeting without a day keeps its reference when its text is edited.
    desk.write("flyttet/c.txt", "Referat\n\nUlla Brask takkede for teen.\n");
    desk.index_path("flyttet").unwrap();
    assert_eq!(desk.meetings(), ids);
}
