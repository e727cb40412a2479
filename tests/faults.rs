//! Does bad input give one clear line, is the rest read, and is the index that was there unharmed?

use std::fs;

use crate::referat::{Desk, Run};

/// A small set of minutes, our own writing.
const MINUTES: &str = "\
Referat af møde i Havneudvalget den 3. maj 2021

Deltagere
Ulla Brask (formand), Torben Ask, Mie Falk

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Bølgebryderen
Ulla Brask orienterede om, at bølgebryderen skal forstærkes. Torben Ask spurgte, hvad det
koster. Ulla Brask svarede, at prisen kendes i juni.
";

/// The start of a PDF whose end is lost.
const TRUNCATED_PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n";

/// The one line of the output that names the file.
#[track_caller]
fn line_about<'a>(run: &'a Run, file: &str) -> &'a str {
    let mut lines = run.err.lines().chain(run.out.lines()).filter(|line| line.contains(file));
    let line = lines.next().unwrap_or_else(|| {
        panic!("nothing is said about {file}\nstdout:\n{}\nstderr:\n{}", run.out, run.err)
    });
    assert_eq!(lines.next(), None, "{file} is spoken of twice");
    line
}

#[test]
fn each_bad_file_gets_one_clear_line_and_the_rest_is_read() {
    let desk = Desk::new();
    desk.write("arkiv/2021-05-03.txt", MINUTES);
    desk.write("arkiv/tom.txt", "");
    desk.write("arkiv/afbrudt.pdf", TRUNCATED_PDF);
    desk.write("arkiv/billede.txt", (0..=255u8).cycle().take(4000).collect::<Vec<u8>>());
    let run = desk.run(["index", "arkiv"]);
    run.expect(2);
    for (file, words) in
        [("tom.txt", "empty"), ("afbrudt.pdf", "damaged"), ("billede.txt", "not text")]
    {
        let line = line_about(&run, file);
        assert!(line.contains(words), "{line:?} does not say {words:?}");
    }
    desk.run(["search", "bølgebryder"]).expect(0);
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.write("arkiv/hemmelig.txt", MINUTES);
    desk.write("arkiv/2021-05-03.txt", MINUTES.replace("3. maj", "4. maj"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        eprintln!("skipped: this user may read every file");
        return;
    }
    let run = desk.run(["index", "arkiv"]);
    run.expect(2);
    line_about(&run, "hemmelig.txt");
    desk.run(["search", "bølgebryder"]).expect(0);
}

#[test]
fn a_folder_that_is_not_there_is_named_and_nothing_is_made() {
    let desk = Desk::new();
    let run = desk.run(["index", "findes-ikke"]);
    run.expect(2);
    line_about(&run, "findes-ikke");
    assert!(!desk.path("referat-index").exists(), "an index was made of nothing");
}

#[test]
fn a_folder_that_is_no_index_is_left_alone() {
    let desk = Desk::new();
    desk.write("arkiv/2021-05-03.txt", MINUTES);
    desk.write("referat-index/indkøbsliste.txt", "mælk");
    let run = desk.run(["index", "arkiv"]);
    run.expect(2);
    assert!(run.err.contains("referat-index"), "{}", run.err);
    assert_eq!(fs::read_dir(desk.path("referat-index")).unwrap().count(), 1);
    desk.run(["search", "mælk"]).expect(2);
}

#[test]
fn a_search_without_an_index_says_how_to_make_one() {
    let run = Desk::new().run(["search", "mælk"]);
    run.expect(2);
    assert!(run.err.contains("referat index"), "{}", run.err);
}

#[test]
fn a_run_that_fails_leaves_the_index_that_was_there() {
    let desk = Desk::new();
    desk.write("arkiv/2021-05-03.txt", MINUTES);
    desk.run(["index", "arkiv"]).expect(0);
    desk.run(["index", "findes-ikke"]).expect(2);
    desk.write("andet/tom.txt", "");
    desk.run(["index", "andet"]).expect(2);
    desk.run(["search", "bølgebryder"]).expect(0);
}

#[test]
fn another_config_is_refused_with_the_way_out() {
    let desk = Desk::new();
    desk.write("arkiv/2021-05-03.txt", MINUTES);
    desk.run(["index", "arkiv"]).expect(0);
    desk.write("config/synonyms.txt", "BB = bølgebryder\n");
    let run = desk.run(["search", "bølgebryder", "--config", "config"]);
    run.expect(2);
    assert!(run.err.contains("referat index"), "{}", run.err);
}
