//! Word, OpenDocument, web pages, e-mails and archives: what real writers wrote comes out as a reader sees
//! it, and nothing that is broken or built to hurt does harm.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use documents::{Document, DocumentError, Format, Pages, parts};
use zip::write::SimpleFileOptions;

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn pages(name: &str) -> Pages {
    match documents::read(&bytes(name), name) {
        Ok((Document::Pages(pages), remarks)) => {
            assert_eq!(remarks, [], "{name}");
            pages
        }
        other => panic!("{name}: {other:?}"),
    }
}

/// The lines that are not blank, headings marked.
fn lines(pages: &Pages) -> Vec<String> {
    let lines =
        pages.pages.iter().flat_map(|page| &page.lines).filter(|line| !line.text.is_empty());
    let shown = lines.map(|line| match line.heading {
        Some(_) => format!("# {}", line.text),
        None => line.text.clone(),
    });
    shown.collect()
}

/// The minutes that all of them hold.
const MINUTES: [&str; 13] = [
    "# Referat af møde i Vandrådet den 4. maj 2021",
    "Deltagere",
    "- Yrsa Åkjær (formand)",
    "- Bjørn Øe",
    "- Æskil Nøhr",
    "1. Målere",
    "Yrsa Åkjær orienterede om, at målerne i Ærøskøbing er skiftet, og at vandforbrugerne nu kan følges time for time.",
    "Bjørn Øe spurgte, om EPJ-systemet kan læse tallene, og hvad det koster pr. år.",
    "Måler\tPris",
    "Å-måler\t1.250 kr.",
    "Ø-måler\t980 kr.",
    "2. Beslutning",
    "Rådet besluttede at følge sagen på næste møde den 8. juni.",
];

/// Edits that make one text of another (Levenshtein), in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let cost = usize::from(left != *right);
            let next = (diagonal + cost).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

#[test]
fn each_format_reads_as_it_was_written() {
    for (name, format, before, behind) in [
        ("vand.docx", Format::Docx, &["Vandrådet"][..], &[][..]),
        ("vand.odt", Format::Odt, &["Vandrådet"], &["Jf. vandforsyningsloven § 4."]),
        ("vand.html", Format::Html, &[], &[]),
    ] {
        let pages = pages(name);
        assert_eq!(pages.format, format);
        let expected: Vec<&str> = [before, &MINUTES, behind].concat();
        let (found, expected) = (lines(&pages).join("\n"), expected.join("\n"));
        // Signs that only look alike: hyphens and spaces that do not break.
        let plain = found.replace('\u{2011}', "-").replace('\u{A0}', " ");
        let n_wrong = distance(&plain, &expected);
        // 0.5 %, the most that is allowed; what is expected is none.
        assert!(n_wrong * 200 <= expected.chars().count(), "{name}: {n_wrong} wrong in\n{found}");
        for letter in ['æ', 'ø', 'å', 'Æ', 'Ø', 'Å', '§'] {
            assert_eq!(
                found.matches(letter).count(),
                expected.matches(letter).count(),
                "{name} {letter}"
            );
        }
        assert!(!found.contains("bortkastning") && !found.contains("Skjult"), "{name}: {found}");
        let numbers: Vec<u32> =
            pages.pages.iter().flat_map(|page| &page.lines).map(|l| l.number).collect();
        assert!(numbers.iter().zip(1..).all(|(number, expected)| *number == expected), "{name}");
    }
    assert_eq!(pages("vand.docx").pages.len(), 2, "the page break");
}

#[test]
fn archives_and_mails_are_opened() {
    let found = parts(&bytes("vand.zip"), "vand.zip").unwrap();
    let places: Vec<(&str, bool)> =
        found.iter().map(|p| (p.place.as_str(), p.document.is_ok())).collect();
    assert_eq!(places, [("2021/maj.docx", true), ("2021/maj.odt", true), ("laesmig.png", false)]);
    let found = parts(&bytes("vand.eml"), "vand.eml").unwrap();
    let places: Vec<&str> = found.iter().map(|part| part.place.as_str()).collect();
    assert_eq!(places, ["", "Møde 4. maj.docx"]);
    let Ok((Document::Pages(text), _)) = &found[0].document else { panic!("{:?}", found[0]) };
    let text = lines(text).join("|");
    assert!(text.starts_with("Referat til godkendelse – møde i Vandrådet|Kære alle"), "{text}");
    let Ok((Document::Pages(attached), _)) = &found[1].document else { panic!("{:?}", found[1]) };
    assert!(lines(attached).len() >= MINUTES.len());
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn archives_that_are_built_to_hurt_do_not() {
    let bomb =
        zipped(&[("stor.txt", &vec![b' '; 130 << 20]), ("god.txt", b"Referat af m\xC3\xB8de")]);
    assert!(bomb.len() < 1 << 20);
    let found = parts(&bomb, "bombe.zip").unwrap();
    assert!(found[0].document.is_ok(), "the other file is read");
    assert!(
        matches!(found[1].document, Err(DocumentError::TooMuch { .. })),
        "{:?}",
        found[1].place
    );
    // Archives in archives.
    let mut inner = zipped(&[("a.txt", b"Referat")]);
    for _ in 0..6 {
        inner = zipped(&[("i.zip", &inner)]);
    }
    let found = parts(&inner, "dyb.zip").unwrap();
    assert!(found.iter().all(|part| part.document.is_err()), "{found:?}");
    let crowd: Vec<(String, &[u8])> = (0..5_001).map(|n| (format!("{n}.txt"), &b"x"[..])).collect();
    let crowd: Vec<(&str, &[u8])> =
        crowd.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert!(matches!(parts(&zipped(&crowd), "mange.zip"), Err(DocumentError::TooMuch { .. })));
    // Nesting, entities.
    let deep = format!("<w:document><w:body>{}</w:body></w:document>", "<w:sdt>".repeat(10_000));
    let laughs =
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><w:document><w:body><w:p>&a;</w:p></w:body></w:document>";
    for document in [deep.as_str(), laughs, "<w:document>", ""] {
        let bytes =
            zipped(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", document.as_bytes())]);
        assert!(documents::read(&bytes, "x.docx").is_err());
    }
}

#[test]
fn damaged_files_are_read_or_named_and_never_hang() {
    let mut seed = 3u64;
    let mut dice = |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    for name in ["vand.docx", "vand.odt", "vand.html", "vand.eml", "vand.zip"] {
        let whole = bytes(name);
        for nth in 0..60 {
            let mut broken = whole.clone();
            match nth % 3 {
                0 => broken.truncate(dice(whole.len())),
                1 => (0..1 + dice(20)).for_each(|_| {
                    let at = dice(whole.len());
                    broken[at] = dice(256) as u8;
                }),
                _ => {
                    let from = dice(whole.len());
                    let to = (from + dice(200)).min(whole.len());
                    broken.drain(from..to);
                }
            }
            let started = Instant::now();
            let _ = parts(&broken, name);
            assert!(started.elapsed().as_secs() < 10, "{name} {nth}");
        }
    }
}
