//! What holds for any input: nothing is lost, nothing panics, the same input gives the same output, and
//! twice the input takes about twice the time.

mod written;

use std::time::{Duration, Instant};

use documents::Pages;
use minutes::{Meeting, Remark, read};
use proptest::prelude::*;

use written::{pages, vocabulary};

fn letters(text: &str) -> String {
    danish::Text::new(text).as_str().to_lowercase().chars().filter(|c| c.is_alphabetic()).collect()
}

/// Everything that the reader hands on, letters only.
fn told(meetings: &[Meeting], remarks: &[Remark]) -> String {
    let mut all = String::new();
    for meeting in meetings {
        all.push_str(&meeting.title);
        for line in &meeting.header {
            all.push_str(line);
        }
        for item in &meeting.items {
            all.push_str(&item.title);
        }
        for statement in &meeting.statements {
            all.push_str(&statement.text);
            all.push_str(statement.block.as_deref().unwrap_or_default());
        }
    }
    for remark in remarks {
        all.push_str(&remark.text);
    }
    letters(&all)
}

/// Words that only say what stands below, or that number an item: read, not told again.
const READ_ONLY: [&str; 12] =
    ["ad", "punkt", "pkt", "sag", "emne", "nr", "dagsordenspunkt", "a", "b", "o", "d", "til"];

/// The words of the input that are told nowhere.
fn lost(text: &str) -> Vec<String> {
    let (meetings, remarks) = read(&pages(text), "arkiv/Lund 1944.txt", &vocabulary());
    let told = told(&meetings, &remarks);
    let normal = danish::Text::new(text);
    normal
        .as_str()
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 3)
        .map(letters)
        .filter(|word| !READ_ONLY.contains(&word.as_str()) && !told.contains(word.as_str()))
        .collect()
}

/// Pieces that minutes are made of, so that random text runs into the rules.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Referat af møde i Rådet den 3. marts 2021".to_string()),
        Just("Aar 1944 den 3 Juni var Sogneraadet forsamlet".to_string()),
        Just("13 Møde".to_string()),
        Just("Til stede:".to_string()),
        Just("Deltagere: Bo Holm (BH), Ea Friis, formand, Havnen".to_string()),
        Just("Afbud".to_string()),
        Just("Referent: Bo Holm".to_string()),
        Just("Dagsorden:".to_string()),
        Just("1. Velkomst".to_string()),
        Just("2. Budget 2023 (B)".to_string()),
        Just("3. Eventuelt".to_string()),
        Just("a) Forslag om hunde".to_string()),
        Just("Ad 1) Bo Holm bød velkommen.".to_string()),
        Just("1".to_string()),
        Just("Side 1 af 7".to_string()),
        Just("\u{C}".to_string()),
        Just("Beslutning".to_string()),
        Just("Indstilling: Godkendes.".to_string()),
        Just("Sagsnr. 24/01873".to_string()),
        Just("Fraværende: Ea Friis".to_string()),
        Just("Formanden orienterede om Sundheds-".to_string()),
        Just("journalen og svarede, at det går.".to_string()),
        Just("**Eventuelt**".to_string()),
        Just("## Budget".to_string()),
        Just(String::new()),
        "[a-zæøåA-ZÆØÅ ,.:()-]{0,60}",
        "\\PC{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost(pieces in proptest::collection::vec(piece(), 0..30)) {
        let text = pieces.join("\n");
        let lost = lost(&text);
        prop_assert!(lost.is_empty(), "lost {lost:?} of\n{text}");
    }

    #[test]
    fn the_same_input_gives_the_same_output(pieces in proptest::collection::vec(piece(), 0..30)) {
        let text = pieces.join("\n");
        let first = read(&pages(&text), "Lund 1944.txt", &vocabulary());
        let second = read(&pages(&text), "Lund 1944.txt", &vocabulary());
        prop_assert_eq!(first, second);
    }

    #[test]
    fn any_text_gives_a_result(text in "(?s).{0,400}") {
        let _ = read(&pages(&text), &text, &vocabulary());
    }
}

/// The fastest of three readings.
fn time(pages: &Pages) -> Duration {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            let (meetings, _) = read(pages, "Lund 1944.txt", &vocabulary());
            assert!(!meetings.is_empty());
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

#[test]
fn twice_the_input_takes_about_twice_the_time() {
    let meeting = "Aar 1944 den 3 Juni var Sogneraadet forsamlet i Lund\n\n1\nSkrivelse fra Amtet om Sneen\nder bevilges 40 Kr\n\n2\nAndragende fra Bo Holm om Hjælp\n\nMødet hævet\n\n";
    let item = |n: usize| {
        format!(
            "{n}. Sag om havnen\nBo Holm orienterede om sagen, og Ea Friis spurgte til prisen.\n\n"
        )
    };
    let one: String = (1..=60).map(item).collect();
    let list = format!("Til stede: {}", "havnen og stien og ".repeat(300));
    for (name, unit) in [("volume", meeting.repeat(60)), ("items", one), ("list", list)] {
        let small = pages(&unit.repeat(2));
        let large = pages(&unit.repeat(8));
        let growth = time(&large).as_secs_f64() / time(&small).as_secs_f64().max(1e-6);
        // Four times the input; a quadratic step would give sixteen.
        assert!(growth < 9.0, "{name}: four times the input took {growth:.1} times as long");
    }
}
