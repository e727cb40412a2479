//! Whole files in, pages or errors out: every fixture, and every fixture damaged in many ways.

use std::path::Path;

use documents::{Document, DocumentError, Format, Pages, Remark};

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file that is no transcript, as pages.
fn read(bytes: &[u8], name: &str) -> Result<(Pages, Vec<Remark>), DocumentError> {
    match documents::read(bytes, name)? {
        (Document::Pages(pages), remarks) => Ok((pages, remarks)),
        (Document::Transcript(_), _) => panic!("{name} was taken for a transcript"),
    }
}

fn fixture(name: &str) -> Result<(Pages, Vec<Remark>), DocumentError> {
    read(&bytes(name), name)
}

/// The lines of each page.
fn lines(pages: &Pages) -> Vec<Vec<&str>> {
    let lines = |page: &'_ documents::Page| page.lines.len();
    assert!(pages.pages.iter().map(lines).sum::<usize>() > 0);
    pages
        .pages
        .iter()
        .map(|page| page.lines.iter().map(|line| line.text.as_str()).collect())
        .collect()
}

#[test]
fn pdf_of_one_column() {
    let first = [
        "Vandrådet – referat",
        "",
        "Referat af møde i Vandrådet den 4. maj 2021",
        "",
        "Yrsa Åkjær orienterede om, at målerne i Ærø-",
        "skøbing er skiftet, og at vandforbruge-",
        "ne nu kan følges time for time. Hun tilføjede, at social-",
        "og ældreområdet får besked først.",
        "",
        "Bjørn Øe spurgte, om EPJ-",
        "systemet kan læse tallene.",
        "",
        "Side 1 af 2",
    ];
    let second = [
        "Vandrådet – referat",
        "",
        "Yrsa Åkjær svarede, at det kan det fra oktober.",
        "",
        "Rådet besluttede at følge sagen. Næste møde er den 8. juni.",
        "",
        "Side 2 af 2",
    ];
    for name in ["en-spalte.pdf", "lige-margener.pdf", "hoved-til-sidst.pdf", "kodeord-tomt.pdf"] {
        let (pages, remarks) = fixture(name).unwrap();
        assert_eq!(pages.format, Format::Pdf, "{name}");
        assert_eq!(lines(&pages), [first.to_vec(), second.to_vec()], "{name}");
        assert_eq!(remarks, [], "{name}");
        assert_eq!(
            pages.pages[1].lines[0].number, 14,
            "{name}: lines are counted through the file"
        );
    }
}

#[test]
fn pdf_of_two_columns() {
    let (pages, _) = fixture("to-spalter.pdf").unwrap();
    let text = lines(&pages)[0].join("|");
    assert!(text.contains("ordet og sagde, at stier-|ne skal være færdige"), "{text}");
}

#[test]
fn pdf_with_bold_drawn_twice() {
    let (pages, _) = fixture("dobbelt-tegnet.pdf").unwrap();
    let text = ["Åse Kjær bød velkommen til alle,", "også til de nye."];
    let want = [&["1. Velkomst"], &text[..], &["", "2. Økonomi"], &text[..]].concat();
    assert_eq!(lines(&pages), [want]);
}

#[test]
fn pdf_with_a_page_that_gives_nothing() {
    for (name, page, what) in [
        ("billede.pdf", 1, "page 2 has no text; if it is a scan, it needs OCR"),
        ("en-daarlig-side.pdf", 0, "page 1 is damaged and was left out"),
    ] {
        let (pages, remarks) = fixture(name).unwrap();
        assert!(pages.pages[page].lines.is_empty(), "{name}");
        assert_eq!(lines(&pages)[1 - page].len(), 1, "{name}");
        assert_eq!(remarks, [Remark { line: None, text: what.to_owned() }], "{name}");
    }
}

#[test]
fn pdf_whose_table_of_objects_is_broken() {
    let whole = bytes("en-spalte.pdf");
    let (want, _) = fixture("en-spalte.pdf").unwrap();
    let shifted = [b"%PDF-1.4\nFrom: sekretariatet\n".as_slice(), &whole[9..]].concat();
    let place = whole.windows(9).rposition(|window| window == b"startxref").unwrap();
    let lost = [&whole[..place], b"startxref\n7\n%%EOF\n"].concat();
    for (bytes, name) in [(shifted, "shifted"), (lost, "lost")] {
        let (pages, remarks) = read(&bytes, name).unwrap();
        assert_eq!(pages, want, "{name}");
        assert_eq!(remarks.len(), 1, "{name}");
        assert!(remarks[0].text.contains("table of objects is broken"), "{name}");
    }
}

#[test]
fn pdf_that_draws_itself() {
    for name in ["tegner-sig-selv.pdf", "tegner-sidens.pdf", "tegner-uden-at-sige-det.pdf"] {
        let (pages, _) = fixture(name).unwrap();
        assert_eq!(lines(&pages), [["Bestyrelsen vedtog planen."]], "{name}");
    }
}

#[test]
fn every_error_says_what_and_what_to_do() {
    for (bytes, name, what, to_do) in [
        (bytes("afkortet.pdf"), "afkortet.pdf", "the PDF is damaged", "fetch it again"),
        (bytes("sider-i-ring.pdf"), "ring.pdf", "go in circles", "print it to a new PDF"),
        (bytes("uden-tekst.pdf"), "tom.pdf", "no text on its 1 pages", "OCR"),
        (bytes("tegn.pdf"), "tegn.pdf", "signs that are no words", "OCR"),
        (bytes("kodeord.pdf"), "kodeord.pdf", "locked with a password", "save a copy without one"),
        (bytes("binaer.txt"), "binaer.txt", "this is not text", "UTF-8"),
        (b"%PDF-1.7".to_vec(), "kort.pdf", "the PDF is damaged", "fetch it again"),
        (b"".to_vec(), "tom.txt", "the file is empty", "remove it"),
        (b"\xEF\xBB\xBF \r\n\t\n".to_vec(), "blank.md", "the file is empty", "remove it"),
        (b"PK\x03\x04....".to_vec(), "referat.docx", "the file is damaged", "save it anew"),
        (b"{\\rtf1 hej}".to_vec(), "brev.doc", "this is a rich text document", "save it as"),
        (
            b"<!DOCTYPE html><script>1</script>".to_vec(),
            "side.pdf",
            "the file is empty",
            "remove it",
        ),
    ] {
        let error = read(&bytes, name).map(|_| ()).expect_err(name).to_string();
        assert!(error.starts_with(&format!("{name}: ")), "{error}");
        assert!(error.contains(what) && error.contains(to_do), "{error}");
        assert!(!error.contains('\n') && !error.ends_with('.'), "{error}");
    }
}

#[test]
fn text_in_two_encodings() {
    let want = [
        "Referat af møde i Vandrådet",
        "Til stede: Åse Kjær, Bjørn Øe",
        "",
        "§ 1 – Målere",
        "Ærø får nye målere.",
    ];
    for name in ["windows-1252.txt", "utf-16.txt"] {
        let (pages, remarks) = fixture(name).unwrap();
        assert_eq!(
            (pages.format, lines(&pages), remarks),
            (Format::Text, vec![want.to_vec()], vec![])
        );
    }
}

#[test]
fn markdown_with_a_table() {
    let (pages, remarks) = fixture("tabel.md").unwrap();
    assert_eq!((pages.format, remarks), (Format::Markdown, vec![]));
    let shown = |line: &documents::Line| (line.number, line.text.clone(), line.heading);
    let filled = pages.pages[0].lines.iter().filter(|line| !line.text.is_empty());
    let want = [
        (3, "2021-05-04", None),
        (6, "Møde i Vandrådet", Some(1)),
        (8, "Navn\tRolle", None),
        (10, "Åse Kjær\tformand", None),
        (11, "Bjørn Øe", None),
        (13, "1. Målere", Some(2)),
        (16, "- Åse Kjær bemærkede, at bilag 1 er nyt.", None),
        (18, "Beslutning: Godkendt.", None),
    ];
    let want = want.map(|(number, text, heading)| (number, text.to_owned(), heading));
    assert_eq!(filled.map(shown).collect::<Vec<_>>(), want);
}

/// Bytes changed, cut out and put in at places that a fixed seed chooses: each gives pages or an error,
/// never a panic, and twice the same.
#[test]
fn damaged_files_never_end_the_program() {
    let mut seed = 20_220_202_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let (mut n_read, mut n_refused) = (0, 0);
    for name in [
        "en-spalte.pdf",
        "billede.pdf",
        "en-daarlig-side.pdf",
        "kodeord-tomt.pdf",
        "tabel.md",
        "utf-16.txt",
    ] {
        let whole = bytes(name);
        for _ in 0..40 {
            let mut bytes = whole.clone();
            for _ in 0..=random(6) {
                let at = random(bytes.len());
                match random(3) {
                    0 => bytes[at] = random(256) as u8,
                    1 => drop(bytes.drain(at..(at + random(40)).min(bytes.len()))),
                    _ => bytes.insert(at, b"[]()<>/ 0R"[random(10)]),
                }
            }
            let result = read(&bytes, name);
            n_read += usize::from(result.is_ok());
            n_refused += usize::from(result.is_err());
            assert_eq!(result, read(&bytes, name), "{name}");
        }
    }
    assert!(
        n_read > 50 && n_refused > 50,
        "{n_read} read, {n_refused} refused: the damage is too small"
    );
}

#[test]
fn deep_nesting_is_an_error() {
    for open in ["[", "<<", "("] {
        let deep = open.repeat(200_000);
        let text = format!(
            "%PDF-1.4\n1 0 obj\n{deep}\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
        );
        assert!(read(text.as_bytes(), "dyb.pdf").is_err());
    }
}
