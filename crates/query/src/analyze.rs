//! The analyzer's tokens, for whoever wants to see why a word is found or not.
//!
//! In: a text, or lines. Out: `{"tokens":[{"text","position","start","end","strength"}]}` a line, or
//! a table. Deliberately absent: what an index holds; only its analyzer is used.

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use danish::{Analyzer, Strength, Text, Token};
use schema::{Config, Store};
use schemars::JsonSchema;
use serde::Serialize;

use crate::QueryError;
use crate::cli::{CliError, Format};

/// `referat analyze`.
#[derive(Debug, Clone, Args)]
pub struct AnalyzeArgs {
    /// The text; lines of standard input without it
    text_words: Vec<String>,
    /// As a text that is to be found (the default)
    #[arg(long, conflicts_with = "query")]
    text: bool,
    /// As a question
    #[arg(long)]
    query: bool,
    /// Text or JSON, one line for each line of input
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// A folder that overrides files of the built-in configuration, see index-config/
    #[arg(long, value_name = "DIR")]
    config: Option<PathBuf>,
    /// As this index does, with its configuration and the words that only its archive has
    #[arg(long, value_name = "DIR", conflicts_with = "config")]
    index: Option<PathBuf>,
}

/// The tokens of one line.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TokensWire<'a> {
    tokens: Vec<TokenWire<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct TokenWire<'a> {
    text: &'a str,
    position: usize,
    start: usize,
    end: usize,
    strength: &'static str,
}

/// Prints the tokens of a text, or of each line of `input`. Whether there were any.
///
/// # Errors
/// When the configuration is wrong, or input or output fails.
pub fn analyze(
    args: &AnalyzeArgs,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<bool, CliError> {
    let analyzer = match (&args.index, &args.config) {
        (Some(dir), _) => Store::open(dir, None).map_err(QueryError::from)?.analyzer(),
        (None, Some(dir)) => Arc::new(Analyzer::new(Config::with_folder(dir)?.lists())),
        (None, None) => Arc::new(Analyzer::new(Config::defaults()?.lists())),
    };
    let mut found = false;
    let mut one = |line: &str, out: &mut dyn Write| -> Result<(), CliError> {
        let text = Text::new(line);
        let tokens = if args.query { analyzer.question(&text) } else { analyzer.text(&text) };
        found |= !tokens.is_empty();
        print(&tokens, args.format, out)
    };
    if !args.text_words.is_empty() {
        one(&args.text_words.join(" "), out)?;
        return Ok(found);
    }
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        while matches!(line.last(), Some(b'\n' | b'\r')) {
            line.pop();
        }
        one(&String::from_utf8_lossy(&line), out)?;
        line.clear();
    }
    Ok(found)
}

fn print(tokens: &[Token], format: Format, out: &mut dyn Write) -> Result<(), CliError> {
    match format {
        Format::Json => {
            let tokens = tokens.iter().map(wire).collect();
            serde_json::to_writer(&mut *out, &TokensWire { tokens })?;
            writeln!(out)?;
        }
        Format::Text => {
            for token in tokens.iter().map(wire) {
                let TokenWire { text, position, start, end, strength } = token;
                writeln!(out, "{position:>4}  {strength:<8} {text}  ({start}-{end})")?;
            }
        }
    }
    Ok(())
}

fn wire(token: &Token) -> TokenWire<'_> {
    TokenWire {
        text: &token.text,
        position: token.position,
        start: token.range.start,
        end: token.range.end,
        strength: match token.strength {
            Strength::Exact => "exact",
            Strength::Lemma => "lemma",
            Strength::Part => "part",
            Strength::Synonym => "synonym",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_input_gives_a_line_of_json() {
        let args = AnalyzeArgs {
            text_words: Vec::new(),
            text: false,
            query: true,
            format: Format::Json,
            config: None,
            index: None,
        };
        let mut out = Vec::new();
        let mut input: &[u8] = b"havnen\r\n\nmolen \xff";
        assert!(analyze(&args, &mut input, &mut out).unwrap());
        let lines: Vec<serde_json::Value> =
            out.split(|b| *b == b'\n').filter_map(|l| serde_json::from_slice(l).ok()).collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0]["tokens"][0]["text"], "havnen");
        assert_eq!(lines[1]["tokens"].as_array().map(Vec::len), Some(0));
    }
}
