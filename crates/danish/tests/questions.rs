//! The analyzer asked in everyday words of public administration: `questions.tsv` says what must be found and what not.
//!
//! A question finds a text when each of its positions has a token that the text has. Deliberately absent: ranking.

use std::collections::BTreeMap;

use danish::{Analyzer, Lists, Strength, Text, Token};

/// The analyzer with the lists that the program carries.
fn analyzer() -> Analyzer {
    Analyzer::new(Lists {
        abbreviations: include_str!("../../../index-config/abbreviations.txt").to_owned(),
        synonyms: include_str!("../../../index-config/synonyms.txt").to_owned(),
        stop_words: include_str!("../../../index-config/stop-words.txt").to_owned(),
    })
}

/// Whether a token of the question is one of the text's. Where a position has nothing but the word as written (`SUM`),
/// base forms of other words (`summen`) do not count.
fn meets(asked: &Token, alternatives: &[&Token], found: &Token) -> bool {
    let as_written = alternatives.iter().all(|t| t.strength == Strength::Exact);
    asked.text == found.text && !(as_written && found.strength == Strength::Lemma)
}

fn finds(analyzer: &Analyzer, question: &str, text: &str) -> bool {
    let asked = analyzer.question(&Text::new(question));
    let found = analyzer.text(&Text::new(text));
    let mut positions: BTreeMap<usize, Vec<&Token>> = BTreeMap::new();
    for token in &asked {
        positions.entry(token.position).or_default().push(token);
    }
    !positions.is_empty()
        && positions.values().all(|alternatives| {
            alternatives.iter().any(|a| found.iter().any(|f| meets(a, alternatives, f)))
        })
}

#[test]
fn questions_find_what_they_should() {
    let analyzer = analyzer();
    let mut wrong = Vec::new();
    let mut n_questions = 0;
    for line in include_str!("questions.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        let question = fields.next().unwrap_or_default();
        n_questions += 1;
        for must in [true, false] {
            let texts = fields.next().unwrap_or_default().split(" · ").map(str::trim);
            for text in texts.filter(|t| !t.is_empty()) {
                if finds(&analyzer, question, text) != must {
                    let not = if must { "" } else { "not " };
                    wrong.push(format!("{question} must {not}find {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(n_questions >= 400, "only {n_questions} questions were asked");
}
