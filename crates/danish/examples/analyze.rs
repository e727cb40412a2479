//! Lines on standard input in, one JSON line of tokens each out, for scoring the analyzer without the program.
//!
//! `--text` analyzes as text to be found, `--query` as a question. Deliberately absent: files, options, explanations.

use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use danish::{Analyzer, Lists, Text, Token};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let is_question = std::env::args().any(|a| a == "--query");
    let analyzer = Analyzer::new(Lists {
        abbreviations: include_str!("../../../index-config/abbreviations.txt").to_owned(),
        synonyms: include_str!("../../../index-config/synonyms.txt").to_owned(),
        stop_words: include_str!("../../../index-config/stop-words.txt").to_owned(),
    });
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let text = Text::new(&line?);
        let tokens = if is_question { analyzer.question(&text) } else { analyzer.text(&text) };
        let tokens: Vec<Value> = tokens.iter().map(shown).collect();
        writeln!(out, "{}", json!({ "tokens": tokens }))?;
    }
    out.flush()
}

fn shown(token: &Token) -> Value {
    json!({
        "text": token.text,
        "position": token.position,
        "start": token.range.start,
        "end": token.range.end,
        "strength": format!("{:?}", token.strength).to_lowercase(),
    })
}
