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

#[test]
#[cfg(unix)]
fn a_scan_waits_for_ocr_and_is_read_with_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("arkiv/scan.pdf", fixture("uden-tekst.pdf"));
    let summary = desk.index();
    counts(&summary, (0, 0, 0, 1));
    assert!(summary.failures[0].contains("needs OCR"), "{summary:?}");
    // Programs in place of the real ones, with the same arguments.
    desk.write(
        "tegner",
        "#!/bin/sh\nfor last; do :; done\ntouch \"$last-2.png\" \"$last-1.png\"\n",
    );
    let reads = "#!/bin/sh\ntest \"$2 $3 $4\" = 'stdout -l dan' || exit 9\n\
        case \"$1\" in *-1.png) cat \"$0.1\" ;; *-2.png) cat \"$0.2\" ;; esac\n";
    desk.write("laeser", reads);
    desk.write("laeser.1", minutes("Havneudvalget", "3. maj 2021") + "\u{C}");
    desk.write("laeser.2", "Torben Ask takkede.\n");
    for program in ["tegner", "laeser"] {
        fs::set_permissions(desk.path(program), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let ocr = crate::Ocr::with(&desk.path("tegner"), &desk.path("laeser"));
    let (paths, dir) = (&[desk.path("arkiv")], desk.path("indeks"));
    let job = crate::Job { ocr: Some(&ocr), ..crate::Job::new(paths, &dir, None) };
    let summary = crate::run(job, &mut |_| ()).unwrap();
    counts(&summary, (1, 0, 0, 0));
    assert_eq!(desk.meetings(), ["havneudvalget-2021-05-03"]);
    assert_eq!(summary.n_statements, 2);
    // Later runs leave it as it is, with OCR and without.
    counts(&desk.index(), (0, 1, 0, 0));
    fs::write(desk.path("tegner"), "#!/bin/sh\nexit 3\n").unwrap();
    desk.write("arkiv/b.pdf", fixture("uden-tekst.pdf"));
    let summary = crate::run(job, &mut |_| ()).unwrap();
    assert!(summary.failures.iter().any(|line| line.contains("could not be read")), "{summary:?}");
}
