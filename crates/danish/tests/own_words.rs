//! What the archive's own words do to splitting: an unseen part makes compounds of it splittable, and nothing else changes.
//!
//! Deliberately absent: which words an archive has (crate `indexer`).

use danish::{Analyzer, Lists, Text};

/// Systems and places that no dictionary has, with how often the archive has them.
const OWN: [(&str, u32); 5] =
    [("tjalpo", 25), ("plosk", 9), ("vrimlo", 4), ("skrulton", 12), ("gnyvort", 40)];

fn parts(analyzer: &Analyzer, word: &str) -> String {
    let words = analyzer.explain(&Text::new(word));
    let parts = words.iter().flat_map(|w| &w.parts).map(|p| p.text.as_str());
    parts.collect::<Vec<_>>().join("+")
}

#[test]
fn an_unseen_part_makes_its_compounds_splittable() {
    let (plain, own) =
        (Analyzer::new(Lists::default()), Analyzer::with_words(Lists::default(), OWN));
    for (word, expected) in [
        ("Tjalposystemet", "Tjalpo+systemet"),
        ("tjalpodatabaserne", "tjalpo+data+baserne"),
        ("ploskløsningens", "plosk+løsningens"),
        ("vrimlobrugere", "vrimlo+brugere"),
        ("vrimlosbrugere", "vrimlo+brugere"),
        ("børnevrimlo", "børn+vrimlo"),
        ("kommuneskrulton", "kommune+skrulton"),
        ("gnyvortskommunen", "gnyvort+kommunen"),
    ] {
        assert_eq!(parts(&plain, word), "", "{word}, without the archive");
        assert_eq!(parts(&own, word), expected, "{word}");
    }
}

#[test]
fn question_and_text_agree_about_the_parts() {
    let own = Analyzer::with_words(Lists::default(), OWN);
    for (question, text) in [
        ("tjalpo", "Tjalposystemet"),
        ("skrulton", "skrultonerne"),
        ("system", "Tjalposystemet"),
        ("tjalposystem", "tjalpo-systemerne"),
        ("skrulton", "kommuneskrultonen"),
    ] {
        let asked = own.question(&Text::new(question));
        let found = own.text(&Text::new(text));
        assert!(
            asked.iter().any(|a| found.iter().any(|f| f.text == a.text)),
            "{question} should find {text}: {found:?}"
        );
    }
}

/// What a scan, a broken line and a list of members leave behind: halves of words, misread words, surnames.
fn noise() -> Vec<(String, u32)> {
    let mut noise: Vec<(String, u32)> = Vec::new();
    for word in WORDS {
        let letters: Vec<char> = word.chars().collect();
        for cut in 4..letters.len().saturating_sub(3) {
            let (one, other) = letters.split_at(cut);
            noise.push((one.iter().collect(), 3));
            noise.push((other.iter().collect(), 30));
        }
        let misread = |from: char, to: &str| (word.replacen(from, to, 1), 5);
        noise.extend([misread('n', "ri"), misread('e', "c"), misread('d', "cl")]);
    }
    for start in ["Harsl", "Bram", "Kolds", "Egelsk", "Thors", "Gnav", "Oxen", "Vadel"] {
        for end in ["gaard", "ing", "bæk", "toft", "rup", "holt", "sen", "ager", "mark"] {
            noise.push((format!("{start}{end}"), 200));
        }
    }
    noise
}

/// Words of minutes, compounds and others.
const WORDS: [&str; 32] = [
    "kommunalbestyrelsen",
    "dagsordenen",
    "udvalgsformanden",
    "beslutningsprotokol",
    "orienteringen",
    "generalforsamlingen",
    "indstillingen",
    "forvaltningschefen",
    "økonomiudvalgets",
    "ejendomsadministrationen",
    "budgetopfølgningen",
    "tillægsbevillingen",
    "sundhedsplejerskerne",
    "afdelingsbestyrelsen",
    "genoptræningsplanerne",
    "underskrevet",
    "vedtægtsændringen",
    "lokalplanforslaget",
    "foranstaltningerne",
    "borgmesteren",
    "godkendelsen",
    "organisationen",
    "implementeringen",
    "tilkendegivelse",
    "repræsentantskabet",
    "efterretning",
    "medarbejderne",
    "spildevandsplanen",
    "overenskomsten",
    "konklusionen",
    "kassebeholdningen",
    "arbejdsmiljøudvalget",
];

#[test]
fn noise_and_surnames_change_no_word_that_is_known() {
    let noise = noise();
    let words = noise.iter().map(|(word, n)| (word.as_str(), *n));
    let (plain, own) =
        (Analyzer::new(Lists::default()), Analyzer::with_words(Lists::default(), words));
    for word in WORDS {
        assert_eq!(parts(&own, word), parts(&plain, word), "{word}");
    }
}

#[test]
fn the_order_of_the_words_is_of_no_account() {
    let backwards: Vec<(&str, u32)> = OWN.into_iter().rev().collect();
    let (one, other) = (
        Analyzer::with_words(Lists::default(), OWN),
        Analyzer::with_words(Lists::default(), backwards),
    );
    let text = Text::new("Tjalposystemet og ploskløsningens vrimlobrugere");
    assert_eq!(one.text(&text), other.text(&text));
}
