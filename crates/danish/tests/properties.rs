//! What holds for any text whatever: ranges, order, sameness, no panic.
//!
//! Random text is made of Danish words, odd characters and separators. Deliberately absent: what words mean.

use danish::{Analyzer, Lists, Text, Token};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn analyzer() -> Analyzer {
    Analyzer::new(Lists {
        abbreviations: "nr = nummer\nfx = for eksempel".to_owned(),
        synonyms: "ØA = økonomiaftale\nEPJ = elektronisk patientjournal".to_owned(),
        stop_words: String::new(),
    })
}

/// Pieces that minutes are made of, with what goes wrong in them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Sundhedsjournalen", "social- og ældreområdet", "EPJ-systemet", "SUM's", "børnehaverne", "løber",
            "f.eks.", "18/02451", "4.0-projekt", "Müller", "A\u{30A}rhus", "patient journal", "kl. 12.30",
            "elektronisk patientjournal", "ØA23", "navn@styrelsen.dk", "careteams og -processer", "2018–2022",
            "ﬁnanslov", "Sund\u{AD}heds", "100 000", "Grundejerforeningens", "e\u{301}n", "«citat»", "Å", "- -", "'s",
        ]).prop_map(str::to_owned),
        2 => "[a-zæøåA-ZÆØÅ]{1,24}",
        1 => "[0-9./:,-]{1,9}",
        1 => "\\PC{0,6}",
    ];
    let separator = prop::sample::select(vec![" ", "\n", ", ", ". ", "-", "", "\t", " – "]);
    prop::collection::vec((piece, separator), 0..10)
        .prop_map(|pieces| pieces.into_iter().map(|(p, s)| p + s).collect())
}

fn in_order(text: &Text, tokens: &[Token]) {
    let mut last = 0;
    for token in tokens {
        assert!(
            token.position == last || token.position == last + 1 || tokens.is_empty(),
            "{token:?}"
        );
        last = token.position;
        assert!(token.range.start < token.range.end, "{token:?}");
        assert!(text.as_str().get(token.range.clone()).is_some(), "{token:?} in {text:?}");
        assert!(!token.text.is_empty() && token.text.to_lowercase() == token.text, "{token:?}");
    }
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for token in tokens {
        if starts.last().is_none_or(|(p, _)| *p != token.position) {
            starts.push((token.position, token.range.start));
        }
    }
    assert!(starts.is_sorted_by_key(|(_, start)| *start), "{starts:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranges_are_in_order_and_on_boundaries(raw in text()) {
        let (analyzer, text) = (analyzer(), Text::new(&raw));
        in_order(&text, &analyzer.text(&text));
        in_order(&text, &analyzer.question(&text));
    }

    #[test]
    fn twice_the_same(raw in text()) {
        let (analyzer, text) = (analyzer(), Text::new(&raw));
        prop_assert_eq!(analyzer.text(&text), analyzer.text(&text));
        prop_assert_eq!(analyzer.question(&text), self::analyzer().question(&text));
    }

    #[test]
    fn decomposed_and_composed_agree(raw in text()) {
        let analyzer = analyzer();
        let composed: String = raw.nfc().collect();
        let decomposed: String = raw.nfd().collect();
        prop_assert_eq!(analyzer.text(&Text::new(&composed)), analyzer.text(&Text::new(&decomposed)));
    }

    #[test]
    fn each_word_finds_its_text(raw in text()) {
        let (analyzer, text) = (analyzer(), Text::new(&raw));
        let found = analyzer.text(&text);
        let asked = analyzer.question(&text);
        for position in asked.iter().map(|t| t.position) {
            let meets = asked
                .iter()
                .filter(|a| a.position == position)
                .any(|a| found.iter().any(|f| f.position == position && f.text == a.text));
            prop_assert!(meets, "position {} of {:?}", position, text);
        }
    }

    #[test]
    fn any_text_at_all(raw in "\\PC{0,60}") {
        let (analyzer, text) = (analyzer(), Text::new(&raw));
        in_order(&text, &analyzer.text(&text));
    }
}
