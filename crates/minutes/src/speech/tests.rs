//! Paragraphs of minutes with who says each sentence, and what must not be said of anybody.
//!
//! A case is a header (`Name|role|initials`, a `-` before the name: absent) and a text, one sentence
//! a line, its speaker before it: a short form of the name, or `-` for nobody. An empty line makes a
//! new paragraph.

mod causes;
mod fronted;
mod offices;
mod proof;
mod rules;

use proptest::prelude::*;

use crate::outline::{Outline, Paragraph};
use crate::speech::statements;
use crate::{Attendee, Presence, Statement, Vocabulary};

fn people(list: &[&str]) -> Vec<Attendee> {
    list.iter()
        .map(|line| {
            let absent = line.starts_with('-');
            let mut parts = line
                .trim_start_matches('-')
                .split('|')
                .map(|p| Some(p.to_owned()).filter(|p| !p.is_empty()));
            Attendee {
                name: parts.next().flatten().unwrap_or_default(),
                role: parts.next().flatten(),
                initials: parts.next().flatten(),
                presence: if absent { Presence::Apology } else { Presence::Present },
                ..Attendee::default()
            }
        })
        .collect()
}

fn read(list: &[&str], text: &str, block: Option<&str>) -> (Vec<Statement>, Vec<(String, String)>) {
    let mut paragraphs = Vec::new();
    let mut want = Vec::new();
    for lines in text.trim().split("\n\n") {
        let rows: Vec<(String, String)> = lines
            .lines()
            .filter_map(|l| l.trim().split_once('|'))
            .map(|(who, sentence)| (who.trim().to_owned(), sentence.trim().to_owned()))
            .collect();
        let text = rows.iter().map(|r| r.1.as_str()).collect::<Vec<_>>().join(" ");
        paragraphs.push(Paragraph {
            item: Some("1".into()),
            block: block.map(str::to_owned),
            text,
            lines: vec![(0, 1)],
            after_blank: true,
            page: 1,
            ..Paragraph::default()
        });
        want.extend(rows);
    }
    let outline = Outline {
        body: "Vejlauget Engdraget".into(),
        people: people(list),
        paragraphs,
        ..Outline::default()
    };
    let vocabulary = Vocabulary::new(crate::verbs::LIST, "", "");
    (statements(&outline, &vocabulary, &mut Vec::new()), want)
}

fn check_in(list: &[&str], text: &str, block: Option<&str>) -> Vec<String> {
    let (found, want) = read(list, text, block);
    let mut misses = Vec::new();
    for (who, sentence) in &want {
        let holder = found.iter().find(|s| s.text.contains(sentence.as_str()));
        let got = holder.and_then(|s| s.attribution.as_ref());
        let name = got.map_or("-", |a| a.speaker.as_str());
        let right = if who == "-" {
            got.is_none()
        } else {
            got.is_some() && name.starts_with(who.as_str())
        };
        if holder.is_none() || !right {
            misses.push(format!(
                "want {who}, got {name}{}: {sentence}",
                if holder.is_none() { " (no such sentence)" } else { "" }
            ));
        }
    }
    misses
}

fn check(list: &[&str], text: &str) {
    let misses = check_in(list, text, None);
    assert!(misses.is_empty(), "\n{}\n", misses.join("\n"));
}

const BOARD: &[&str] = &[
    "Ulla Toft|formand|",
    "Per Vang|kasserer|",
    "Ida Rask Lind||",
    "Bo Dahl|næstformand|",
    "Henning Rask||",
    "Eva van der Krog|direktør i Vandrådet|",
    "-Jonas Holm||",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_text_gives_statements_with_all_its_letters(
        words in prop::collection::vec(
            prop_oneof![
                Just("Per Vang".to_owned()), Just("svarede".to_owned()), Just("Hun".to_owned()), Just("(".to_owned()),
                Just(",".to_owned()), Just(".".to_owned()), Just("blev godkendt".to_owned()), Just("og".to_owned()),
                Just("Formanden".to_owned()), Just("som dirigent".to_owned()), Just("valgtes".to_owned()), Just(":".to_owned()),
                Just("K. L.".to_owned()), Just("v/".to_owned()), Just("lød det fra".to_owned()),
                Just("Vi ringer".to_owned()), Just("af Per Vang".to_owned()), Just("har".to_owned()), Just("Det var".to_owned()),
                Just("overtog mødeledelsen".to_owned()), Just("Beslutning:".to_owned()), Just("\u{2192}".to_owned()), Just("van der".to_owned()), Just("Et medlem,".to_owned()), "\\PC{0,8}",
            ],
            0..40,
        ),
    ) {
        let text = words.join(" ");
        let outline = Outline {
            people: people(BOARD),
            paragraphs: vec![Paragraph { text: text.clone(), ..Paragraph::default() }],
            ..Outline::default()
        };
        let vocabulary = Vocabulary::new(crate::verbs::LIST, "", "");
        let found = statements(&outline, &vocabulary, &mut Vec::new());
        let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(found.iter().map(|s| letters(&s.text)).collect::<String>(), letters(&text));
        for statement in &found {
            if let Some(attribution) = &statement.attribution {
                prop_assert!(statement.text.get(attribution.evidence.clone()).is_some());
            }
        }
        prop_assert_eq!(found, statements(&outline, &vocabulary, &mut Vec::new()));
    }
}
