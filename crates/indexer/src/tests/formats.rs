//! Files of every format go into the index, archives and e-mails with what is in them.

use std::fs;
use std::path::Path;

use super::{Desk, counts, minutes};
use crate::printed;

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../documents/tests/fixtures");
    fs::read(folder.join(name)).unwrap()
}

#[test]
fn each_format_is_read_and_told_by_its_content() {
    for (name, called) in [
        ("vand.docx", "a.docx"),
        ("vand.odt", "a.odt"),
        ("vand.html", "a.htm"),
        ("vand.docx", "a.txt"),
    ] {
        let desk = Desk::new();
        desk.write(&format!("arkiv/{called}"), fixture(name));
        let summary = desk.index();
        counts(&summary, (1, 0, 0, 0));
        assert_eq!(desk.meetings(), ["vandraadet-2021-05-04"], "{name}");
        assert!(summary.n_with_speaker >= 2, "{name}: {summary:?}");
        let reading = crate::parse(
            &desk.path(&format!("arkiv/{called}")),
            &schema::Config::defaults().unwrap(),
        );
        let meeting = &reading.unwrap().entries[0];
        let people: Vec<&str> = meeting.meeting.people.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(people, ["Yrsa Åkjær", "Bjørn Øe", "Æskil Nøhr"], "{name}");
        let speakers: Vec<&str> = meeting
            .statements
            .iter()
            .filter_map(|s| Some(s.speaker.as_ref()?.name.as_str()))
            .collect();
        assert_eq!(speakers, ["Yrsa Åkjær", "Bjørn Øe"], "{name}");
        let titles: Vec<&str> =
            meeting.meeting.items.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["Målere", "Beslutning"], "{name}");
    }
}

#[test]
fn what_is_in_archives_and_mails_stands_under_their_name() {
    let desk = Desk::new();
    desk.write("arkiv/post.eml", fixture("vand.eml"));
    let summary = desk.index();
    counts(&summary, (1, 0, 0, 0));
    assert_eq!(desk.meetings(), ["vandraadet-2021-05-04"]);
    let lines = printed(&desk.path("indeks"), "vandraadet-2021-05-04", (1, 3)).unwrap().unwrap();
    assert_eq!(lines.place, "post.eml/Møde 4. maj.docx");
    assert!(lines.lines.iter().any(|line| line.contains("Referat af møde")), "{lines:?}");

    let desk = Desk::new();
    desk.write("arkiv/2021.zip", fixture("vand.zip"));
    let summary = desk.index();
    counts(&summary, (1, 0, 0, 0));
    assert_eq!(desk.meetings(), ["vandraadet-2021-05-04", "vandraadet-2021-05-04-2"]);
    // A picture in it is a remark, no failure.
    assert!(summary.n_remarks > 0);
    counts(&desk.index(), (0, 1, 0, 0));
    assert_eq!(summary.failures, [] as [String; 0]);
    // An archive without minutes is one that cannot be read.
    desk.write("arkiv/billede.png.zip", &fixture("vand.zip")[..200]);
    counts(&desk.index(), (0, 1, 0, 1));
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    counts(&desk.index(), (1, 1, 0, 1));
}
