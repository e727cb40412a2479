//! Transcripts in TEI as meetings: every utterance with its speaker, and nobody else's words in it.
//!
//! The real samples are not part of the repository: where `../shared` is missing, that test says so
//! and passes.

use std::path::{Path, PathBuf};

use documents::Document;
use minutes::{Group, How, Meeting, Remark, Statement, read_transcript};

fn read(bytes: &[u8], place: &str) -> (Vec<Meeting>, Vec<Remark>) {
    let (document, _) = documents::read(bytes, place).unwrap_or_else(|error| panic!("{error}"));
    match document {
        Document::Transcript(transcript) => read_transcript(&transcript, place),
        Document::Pages(_) => panic!("{place} is no transcript"),
    }
}

fn fixture() -> (Vec<Meeting>, Vec<Remark>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../documents/tests/fixtures/ting.xml");
    read(&std::fs::read(path).expect("the fixture"), "ting.xml")
}

/// Says something to whoever runs the tests.
fn say(line: &str) {
    std::io::Write::write_all(&mut std::io::stderr(), format!("{line}\n").as_bytes()).ok();
}

/// Item, block or speaker, and text.
fn shown(statement: &Statement) -> String {
    let speaker = statement.attribution.as_ref().map(|a| a.speaker.as_str());
    let who = speaker.or(statement.block.as_deref()).unwrap_or("nobody");
    format!("{} {who}: {}", statement.item.as_deref().unwrap_or("-"), statement.text)
}

#[test]
fn a_sitting_is_a_meeting() {
    let (meetings, remarks) = fixture();
    let [meeting] = meetings.as_slice() else { panic!("one meeting") };
    assert_eq!(meeting.title, "Referat fra tingsalen, møde 7 (2021-03-04)");
    assert_eq!(meeting.body, "Halmtinget");
    assert_eq!(meeting.date.map(|date| date.to_string()).as_deref(), Some("2021-03-04"));
    let items: Vec<String> =
        meeting.items.iter().map(|item| format!("{} {}", item.number, item.title)).collect();
    assert_eq!(items, ["0 Åbning", "1 behandling af vandloven"]);
    let people: Vec<(&str, Option<&str>, Option<&str>, Group)> = meeting
        .people
        .iter()
        .map(|p| (p.name.as_str(), p.affiliation.as_deref(), p.role.as_deref(), p.group))
        .collect();
    assert_eq!(
        people,
        [
            ("Hanne Marie Bøgh", Some("V"), Some("mødeleder"), Group::Member),
            ("Bo Holm", None, Some("vandminister"), Group::Member),
            ("Ea Lund", None, None, Group::Other),
        ]
    );
    let statements: Vec<String> = meeting.statements.iter().map(shown).collect();
    assert_eq!(
        statements,
        [
            "0 Note: Mødet begyndte kl. 10.",
            "0 Hanne Marie Bøgh: Mødet er åbnet.",
            "0 Hanne Marie Bøgh: Der er afbud fra Ea Friis & to andre.",
            "0 Indskud: Klapsalver",
            "0 Hanne Marie Bøgh: Vi begynder.",
            "1 Bo Holm: Loven er nødvendig og klar, jf. § 4, stk. 2.",
            "1 Indskud: Nej!",
            "1 Ea Lund: Tak for det.",
            "1 Ea Lund: Farvel.",
            "1 nobody: Hvem er jeg?",
            "1 nobody: Sammen.",
        ]
    );
    let marked = meeting.statements.iter().filter_map(|s| s.attribution.as_ref());
    assert!(marked.clone().all(|a| a.how == How::Marked && a.evidence.is_empty()));
    assert_eq!(meeting.statements[2].lines, (47, 48));
    let remarks: Vec<&str> = remarks.iter().map(|remark| remark.text.as_str()).collect();
    assert_eq!(
        remarks,
        [
            "1 names of speakers were made of references (Ea Lund of #LundEa): the file has no list of persons",
            "the transcript does not say who speaks here",
            "the transcript does not say who speaks here",
        ]
    );
}

#[test]
fn namesakes_stay_two() {
    let tei = "<TEI><teiHeader>
        <person id='a'><persName>Bo Holm</persName><affiliation ref='#party.V'/></person>
        <person id='b'><persName>Bo Holm</persName><affiliation ref='#party.S'/></person>
        </teiHeader><text><body><u who='#a'><seg>Ja.</seg></u><u who='#b'><seg>Nej.</seg></u></body></text></TEI>";
    let (meetings, remarks) = read(tei.as_bytes(), "2021-03-04.xml");
    let names: Vec<&str> = meetings[0].people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Bo Holm (V)", "Bo Holm (S)"]);
    let from_name = remarks.iter().any(|r| r.text == "date 2021-03-04 taken from the file name");
    assert!(from_name && meetings[0].date.is_some(), "{remarks:?}");
}

#[test]
fn every_utterance_of_the_samples_has_its_speaker() {
    let folder: PathBuf =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/parlamint-dk");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        say(&format!("skipped: {} is not there", folder.display()));
        return;
    };
    let mut n_files = 0;
    for path in entries.flatten().map(|entry| entry.path()) {
        let bytes = std::fs::read(&path).expect("a file that was listed");
        let place = path.file_name().unwrap_or_default().to_string_lossy();
        let n_marked = String::from_utf8_lossy(&bytes).matches("<u ").count();
        let (meetings, _) = read(&bytes, &place);
        let statements = || meetings.iter().flat_map(|meeting| &meeting.statements);
        // In the samples every utterance is one paragraph.
        let mut told: Vec<u32> =
            statements().filter(|s| s.attribution.is_some()).map(|s| s.paragraph).collect();
        told.dedup();
        let n_words: usize =
            statements().map(|statement| statement.text.split_whitespace().count()).sum();
        let without = statements().filter(|s| s.attribution.is_none()).count();
        say(&format!(
            "{place}: {} of {n_marked} utterances with speaker, {} statements, {n_words} words, {without} without speaker",
            told.len(),
            statements().count(),
        ));
        assert_eq!((told.len(), without), (n_marked, 0), "{place}");
        assert!(meetings.iter().all(|meeting| meeting.body == "Folketinget"), "{place}");
        let day = meetings[0].date.map(|date| date.to_string()).unwrap_or_default();
        assert!(place.contains(&day) && !day.is_empty(), "{place}: {day}");
        assert!(meetings[0].people.iter().all(|person| person.name.contains(' ')), "{place}");
        n_files += 1;
    }
    assert!(n_files > 0, "no samples in {}", folder.display());
}
