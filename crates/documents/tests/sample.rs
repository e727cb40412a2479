//! The sample archive of the repository in, its sentences out: what was written stands in the lines, in
//! every format, with the hyphens that the writer set.

use std::path::{Path, PathBuf};

use documents::{Document, Format, Pages, read};
use serde_json::Value;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/sample")
}

/// Every meeting: what is true of it, and its file as read.
fn meetings() -> Vec<(Value, Pages)> {
    let entries = std::fs::read_dir(sample().join("truth")).expect("the folder tests/sample/truth");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let load = |path: PathBuf| {
        let truth = std::fs::read(&path).expect("a file that was listed");
        let truth: Value = serde_json::from_slice(&truth).expect("JSON");
        let name = truth["file"].as_str().expect("the file's name").to_owned();
        let bytes = std::fs::read(sample().join("archive").join(&name)).expect(&name);
        let (document, remarks) = read(&bytes, &name).expect(&name);
        let Document::Pages(pages) = document else { panic!("{name} is a transcript") };
        assert_eq!(remarks, [], "{name}");
        (truth, pages)
    };
    paths.into_iter().map(load).collect()
}

fn lines(pages: &Pages) -> Vec<&str> {
    pages.pages.iter().flat_map(|page| &page.lines).map(|line| line.text.trim()).collect()
}

/// Letters and figures alone: how lines were broken does not matter.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn every_sentence_is_there() {
    let (mut n_statements, mut n_whole) = (0, 0);
    for (truth, pages) in meetings() {
        let file = truth["file"].as_str().unwrap();
        let text = key(&lines(&pages).join(" "));
        let all = truth["statements"].as_array().unwrap();
        for statement in all {
            let sentence = key(statement["text"].as_str().unwrap());
            n_statements += 1;
            n_whole += usize::from(text.contains(&sentence));
            // Page furniture may stand inside a sentence, so what a line holds of it is looked for as well.
            let start: String = sentence.chars().take(12).collect();
            assert!(text.contains(&start), "{file}: {statement}");
        }
        for item in truth["items"].as_array().unwrap() {
            assert!(text.contains(&key(item["title"].as_str().unwrap())), "{file}: {item}");
        }
    }
    assert!(n_statements >= 600, "{n_statements}");
    assert!(
        n_whole * 100 >= n_statements * 97,
        "{n_whole} of {n_statements} sentences in one piece"
    );
}

#[test]
fn hyphens_at_line_ends_are_kept() {
    let (mut n_hyphens, mut n_pdf) = (0, 0);
    for (truth, pages) in meetings() {
        let lines = lines(&pages);
        for hyphen in truth["hyphens"].as_array().unwrap() {
            let (left, right) =
                (hyphen["left"].as_str().unwrap(), hyphen["right"].as_str().unwrap());
            let ends = |line: &&str| line.ends_with(left);
            let found = lines.iter().enumerate().filter(|(_, line)| ends(line)).any(|(n, _)| {
                // The next line, or the one after the furniture of a new page.
                lines.iter().skip(n + 1).take(14).any(|line| line.starts_with(right))
            });
            assert!(found, "{}: {left} | {right}", truth["file"]);
            n_hyphens += 1;
            n_pdf += usize::from(pages.format == Format::Pdf);
        }
    }
    assert!(n_hyphens > 100 && n_pdf > 20, "{n_hyphens}, {n_pdf} of them in PDF");
}

#[test]
fn formats_are_told_by_content() {
    let mut counts = [0; 3];
    for (truth, pages) in meetings() {
        let file = truth["file"].as_str().unwrap();
        let (format, place) = match Path::new(file).extension().and_then(|name| name.to_str()) {
            Some("md") => (Format::Markdown, 0),
            Some("pdf") => (Format::Pdf, 1),
            _ => (Format::Text, 2),
        };
        assert_eq!(pages.format, format, "{file}");
        counts[place] += 1;
    }
    assert!(counts.iter().all(|count| *count >= 4), "{counts:?}");
}
