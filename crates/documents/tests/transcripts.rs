//! TEI in, transcripts or errors out: what is marked, what is apart, and what is refused.

use std::path::Path;
use std::time::{Duration, Instant};

use documents::{Document, DocumentError, Format, Passage, PassageKind, Remark, Sitting, read};

fn bytes() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ting.xml");
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn sittings(bytes: &[u8]) -> (Vec<Sitting>, Vec<Remark>) {
    match read(bytes, "ting.xml") {
        Ok((Document::Transcript(transcript), remarks)) => (transcript.sittings, remarks),
        other => panic!("no transcript: {other:?}"),
    }
}

/// A passage as one line: kind, lines of the file, text.
fn shown(passage: &Passage) -> String {
    let kind = match passage.kind {
        PassageKind::Heading(level) => format!("heading {level}"),
        PassageKind::AgendaNumber => "number".to_owned(),
        PassageKind::Speech(utterance) => format!("speech {utterance}"),
        PassageKind::Sentence(utterance) => format!("sentence {utterance}"),
        PassageKind::Interjection => "interjection".to_owned(),
        PassageKind::Note => "note".to_owned(),
    };
    let text: Vec<&str> = passage.lines.iter().map(|line| line.text.trim()).collect();
    format!("{kind}: {}", text.join(" / "))
}

#[test]
fn a_transcript_tells_what_each_passage_is() {
    let (sittings, remarks) = sittings(&bytes());
    let [sitting] = sittings.as_slice() else { panic!("one sitting") };
    assert_eq!(sitting.title, "Referat fra tingsalen, møde 7 (2021-03-04)");
    assert_eq!(sitting.date.as_deref(), Some("2021-03-04"));
    assert_eq!(sitting.bodies, ["#HT", "Halmtinget, Nørreborg", "Halmtingets bureau"]);
    let want = [
        "heading 1: Åbning",
        "number: 2021-03-04-0",
        "note: Mødet begyndte kl. 10.",
        "speech 0: Mødet er åbnet. Der er / afbud fra Ea Friis & to andre.",
        "interjection: Klapsalver",
        "speech 0: Vi begynder.",
        "heading 1: 1. behandling af vandloven",
        "number: 2021-03-04-1",
        "speech 1: Loven er nødvendig  og klar, jf. § 4, stk. 2.",
        "interjection: Nej!",
        "sentence 2: Tak for det.",
        "sentence 2: Farvel.",
        "speech 3: Hvem er jeg?",
        "speech 4: Sammen.",
    ];
    assert_eq!(sitting.passages.iter().map(shown).collect::<Vec<_>>(), want);
    let who: Vec<Option<&str>> = sitting.utterances.iter().map(|u| u.who.as_deref()).collect();
    assert_eq!(who, [Some("BøghHanne"), Some("HolmBo"), Some("LundEa"), None, None]);
    assert_eq!(sitting.utterances[0].label.as_deref(), Some("Formanden (Hanne Bøgh):"));
    let pages: Vec<u32> = sitting.passages.iter().map(|passage| passage.page).collect();
    assert_eq!((pages[5], pages[6]), (1, 2));
    let speech = &sitting.passages[3];
    assert_eq!((speech.lines[0].number, speech.lines[1].number), (47, 48));
    assert_eq!(sitting.passages[8].paragraph, sitting.passages[9].paragraph);
    assert_ne!(speech.paragraph, sitting.passages[5].paragraph);
    let said: Vec<&str> = remarks.iter().map(|remark| remark.text.as_str()).collect();
    assert_eq!(
        said,
        [
            "2 speakers at once: nobody's words",
            "the transcript says 1 times that something is left out"
        ]
    );
}

#[test]
fn lists_tell_who_is_who() {
    let (sittings, _) = sittings(&bytes());
    let people = &sittings[0].people;
    let names: Vec<&str> = people.persons.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Hanne Marie Bøgh", "Bo Holm"]);
    assert_eq!(people.persons[0].affiliations[2].organisation, "party.V");
    assert_eq!(people.persons[1].affiliations[0].role_name.as_deref(), Some("vandminister"));
    assert_eq!(people.organisations[0].name, "Halmtinget");
    assert_eq!(people.organisations[1].short.as_deref(), Some("V"));
}

#[test]
fn a_corpus_in_one_file_holds_its_sittings() {
    let tei = |n: u32| {
        format!("<TEI><text><body><u who='#A{n}'><seg>Tak.</seg></u></body></text></TEI>\n")
    };
    let corpus = format!(
        "<teiCorpus><teiHeader><person id='A2'><persName>Bo Holm</persName></person></teiHeader>\n{}{}</teiCorpus>",
        tei(1),
        tei(2)
    );
    let (sittings, _) = sittings(corpus.as_bytes());
    let lines: Vec<(u32, u32)> = sittings.iter().map(|sitting| sitting.lines).collect();
    assert_eq!(lines, [(2, 2), (3, 4)]);
    assert!(sittings.iter().all(|sitting| sitting.people.persons[0].name == "Bo Holm"));
}

#[test]
fn tei_that_nobody_speaks_is_pages() {
    let tei = "<TEI><text><body><div><head>Møde den 3. marts 1921</head>\n<p>Der bevilges\n40 Kr.</p></div></body></text></TEI>";
    let Ok((Document::Pages(pages), _)) = read(tei.as_bytes(), "protokol.xml") else {
        panic!("no pages")
    };
    assert_eq!(pages.format, Format::Tei);
    let lines: Vec<(u32, &str, Option<u8>)> =
        pages.pages[0].lines.iter().map(|l| (l.number, l.text.as_str(), l.heading)).collect();
    let want = [
        (1, "Møde den 3. marts 1921", Some(2)),
        (1, "", None),
        (2, "Der bevilges", None),
        (3, "40 Kr.", None),
        (3, "", None),
    ];
    assert_eq!(lines, want);
}

#[test]
fn what_is_no_transcript_is_refused_with_the_reason() {
    let whole = String::from_utf8(bytes()).unwrap();
    let cut: String = whole.chars().take(3000).collect();
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE TEI [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><TEI><text><u>&b;</u></text></TEI>";
    let crowd: String = (0..70).map(|n| format!(" a{n}='x'")).collect();
    for (text, what) in [
        (cut.as_str(), "ting.xml: the XML is broken at line "),
        ("<TEI><text></body></TEI>", "the XML is broken at line 1"),
        ("<TEI>\n\n<text a='></TEI>", "the XML is broken at line 3"),
        ("<TEI><text><u>a & b</u></text></TEI>", "the XML is broken at line 1"),
        ("<TEI><text><u>&oslash;</u></text></TEI>", "an entity that nobody defines: oslash"),
        (bomb, "the XML defines entities of its own (line 1)"),
        (&format!("<TEI><text><u{crowd}/></text></TEI>"), "more than 64 attributes"),
        (&format!("<TEI>{}", "<div>".repeat(500_000)), "nested deeper than 100"),
        ("<TEI><text><body/></text></TEI>", "a TEI file without a text"),
        ("<?xml version=\"1.0\"?>\n<katalog/>", "XML of another kind"),
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html/>", "the file is empty"),
    ] {
        let error = read(text.as_bytes(), "ting.xml").map(|_| ()).expect_err(what).to_string();
        assert!(error.contains(what), "{what}: {error}");
        assert!(!error.contains('\n'), "{error}");
    }
    // A sign in a text makes no XML of it.
    assert!(read(b"<3 m\xC3\xB8de i dag", "note.txt").is_ok());
}

#[test]
fn damaged_transcripts_never_end_the_program() {
    let whole = bytes();
    let mut seed = 20_210_304_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let (mut n_read, mut n_refused) = (0, 0);
    for _ in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=random(3) {
            let at = random(bytes.len());
            match random(3) {
                0 => bytes[at] = random(256) as u8,
                1 => drop(bytes.drain(at..(at + random(40)).min(bytes.len()))),
                _ => bytes.insert(at, b"<>&\"'/!u#;"[random(10)]),
            }
        }
        let result = read(&bytes, "ting.xml");
        match &result {
            Ok(_) => n_read += 1,
            Err(DocumentError::BrokenXml { .. } | DocumentError::OtherKind { .. }) => {
                n_refused += 1
            }
            Err(error) => panic!("{error}"),
        }
        assert_eq!(result, read(&bytes, "ting.xml"));
    }
    assert!(n_read > 50 && n_refused > 50, "{n_read} read, {n_refused} refused");
}

#[test]
fn four_times_the_speech_takes_about_four_times_the_time() {
    let speech = "<u who='#BøghHanne'><seg>Tak for ordet. <vocal><desc>Hør!</desc></vocal> Vi går\nvidere.</seg></u>\n";
    let time = |n: usize| {
        let text = format!("<TEI><text><body>{}</body></text></TEI>", speech.repeat(n));
        let once = || {
            let start = Instant::now();
            assert_eq!(sittings(text.as_bytes()).0[0].utterances.len(), n);
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap_or(Duration::ZERO)
    };
    let (small, large) = (time(2_000), time(8_000));
    let growth = large.as_secs_f64() / small.as_secs_f64().max(1e-6);
    // A quadratic step would give sixteen.
    assert!(growth < 9.0, "four times the speech took {growth:.1} times as long");
}
