//! How fast the analyzer is beside the one that tantivy brings, on the same text in the same run.
//!
//! In: the minutes that `archive` makes, paragraph by paragraph. Out: words of running text a second for
//! tantivy's Danish pipeline (`SimpleTokenizer`, `LowerCaser`, `Stemmer`) and for ours, which emits every
//! reading and part besides; the ratio; how long until the first word is analysed in a fresh process;
//! the bytes of words that the program carries. Asserts that no word is lost, and what issue 3 demands.
//!
//! `cargo bench --bench analysis`

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

#[expect(dead_code, reason = "nothing is written into files here")]
mod archive;

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use archive::{Plan, minutes};
use danish::{Analyzer, Lists, Text};
use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};

/// Meetings whose minutes are analysed: about a megabyte. No source.
const N_MEETINGS: usize = 200;
/// Runs of each side, one by turns; the median counts.
const N_RUNS: usize = 11;
/// Asks a fresh process for its time to be ready.
const READY: &str = "--ready";

fn main() {
    if std::env::args().any(|a| a == READY) {
        println!("{}", ready_ms());
        return;
    }
    let analyzer = Analyzer::new(lists());
    let paragraphs: Vec<Text> = minutes(Plan { seed: 7, n_meetings: N_MEETINGS })
        .flat_map(|m| m.text.split("\n\n").map(Text::new).collect::<Vec<_>>())
        .collect();
    let n_bytes: usize = paragraphs.iter().map(|p| p.as_str().len()).sum();
    // What stands between spaces and has a letter or a digit is a word of running text; nothing in the
    // generated minutes is joined otherwise.
    let is_word = |s: &&str| s.contains(char::is_alphanumeric);
    let n_words: usize =
        paragraphs.iter().map(|p| p.as_str().split_whitespace().filter(is_word).count()).sum();

    let mut stemmer = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(Stemmer::new(Language::Danish))
        .build();
    let mut stemmed = || {
        let mut n_tokens = 0;
        for paragraph in &paragraphs {
            let mut stream = stemmer.token_stream(paragraph.as_str());
            stream.process(&mut |token| {
                black_box(&token.text);
                n_tokens += 1;
            });
        }
        n_tokens
    };
    let ours = || {
        let mut n_positions = 0;
        let mut n_tokens = 0;
        for paragraph in &paragraphs {
            let mut last = 0;
            analyzer.each_token(paragraph, |token| {
                black_box(token.text);
                last = token.position + 1;
                n_tokens += 1;
            });
            n_positions += last;
        }
        (n_positions, n_tokens)
    };

    // One round to warm both, and to count.
    let n_stemmed: usize = stemmed();
    let begin = Instant::now();
    let (n_positions, n_tokens) = ours();
    let seconds_first = begin.elapsed().as_secs_f64();
    assert_eq!(n_positions, n_words, "words were lost or made up");
    assert!(n_stemmed >= n_words, "the stemmer lost words: {n_stemmed} of {n_words}");
    assert!(n_tokens > 2 * n_words, "readings and parts are missing: {n_tokens}");

    let (mut seconds_stemmer, mut seconds_ours) = (Vec::new(), Vec::new());
    for _ in 0..N_RUNS {
        let begin = Instant::now();
        assert_eq!(stemmed(), n_stemmed);
        seconds_stemmer.push(begin.elapsed().as_secs_f64());
        let begin = Instant::now();
        assert_eq!(ours(), (n_positions, n_tokens));
        seconds_ours.push(begin.elapsed().as_secs_f64());
    }
    let ready_ms = ready_ms_afresh();
    let ratio = median(&mut seconds_stemmer) / median(&mut seconds_ours);

    println!("{n_words} words of running text, {:.1} MB", n_bytes as f64 / 1e6);
    println!("              words/s       MB/s   tokens");
    for (name, seconds, tokens) in [
        ("tantivy", median(&mut seconds_stemmer), n_stemmed),
        ("referat", median(&mut seconds_ours), n_tokens),
    ] {
        let (words_s, mb_s) = (n_words as f64 / seconds, n_bytes as f64 / 1e6 / seconds);
        println!("{name:8} {words_s:12.0}   {mb_s:8.1}  {tokens:7}");
    }
    println!("first pass {:10.0}   (every word new to its memory)", n_words as f64 / seconds_first);
    println!("ratio of words/s    {ratio:6.2}   (at least 1.0)");
    println!("ready after         {ready_ms:6.2} ms (at most 5)");
    println!("words carried       {:6.2} MB (at most 4)", danish::CARRIED_BYTES as f64 / 1e6);
    assert!(ratio >= 1.0, "slower than the stemmer");
    assert!(ready_ms <= 5.0, "too long until ready");
    const { assert!(danish::CARRIED_BYTES <= 4_000_000, "too large") };
}

/// Milliseconds until the first word is analysed; only the first call in a process tells.
fn ready_ms() -> f64 {
    let begin = Instant::now();
    let analyzer = Analyzer::new(lists());
    let first = analyzer.text(&Text::new("Sundhedsjournalen"));
    assert!(first.iter().any(|t| t.text == "journal"), "parts were not found: {first:?}");
    begin.elapsed().as_secs_f64() * 1e3
}

/// The median of fresh processes.
fn ready_ms_afresh() -> f64 {
    let one = |_| {
        let program = std::env::current_exe().unwrap();
        let printed = Command::new(program).arg(READY).output().unwrap().stdout;
        String::from_utf8(printed).unwrap().trim().parse().unwrap()
    };
    median(&mut (0..N_RUNS).map(one).collect::<Vec<f64>>())
}

/// The lists that the program carries.
fn lists() -> Lists {
    Lists {
        abbreviations: include_str!("../index-config/abbreviations.txt").to_owned(),
        synonyms: include_str!("../index-config/synonyms.txt").to_owned(),
        stop_words: include_str!("../index-config/stop-words.txt").to_owned(),
    }
}

fn median(seconds: &mut [f64]) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
