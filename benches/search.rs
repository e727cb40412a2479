//! How long an answer takes, beside tantivy as it comes, on the same statements in the same run.
//!
//! Makes an archive, indexes it, and gives the statements that were read to a plain tantivy index too
//! (Danish stemmer, its own query parser). Asks both every kind of question with the same words and prints
//! p50, p99 and their ratio. Both give the same: the ten best with their text, and an exact count; ours
//! also tells why each was found, and looks for items where few statements are.
//!
//! `cargo bench --bench search` takes 20,000 statements; `cargo bench --bench search -- 1000000` a million,
//! and with a folder behind it leaves both indexes there and takes them from there the next time.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

mod archive;

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::time::Instant;

use query::{Archive, Filter, Typed};
use tantivy::collector::{Count, TopDocs};
use tantivy::directory::MmapDirectory;
use tantivy::query::{
    BooleanQuery, FuzzyTermQuery, PhraseQuery, Query, RangeQuery, RegexQuery, TermQuery,
};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions, Value,
};
use tantivy::tokenizer::{
    Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream,
};
use tantivy::{Index, IndexReader, TantivyDocument, Term};

/// Statements when no number is given.
const N_STATEMENTS: usize = 20_000;
/// Statements of a meeting, as `archive` makes them.
const N_A_MEETING: usize = 58;
/// Questions of each kind.
const N_QUESTIONS: usize = 40;
/// Times that each is asked; all of them count.
const N_TIMES: usize = 5;
/// Hits of an answer.
const N_HITS: usize = 10;

/// A statement that words are taken from.
struct Sample {
    words: Vec<String>,
    title: Vec<String>,
    speaker: Option<String>,
    year: i16,
}

/// A kind of question: as it is typed, and as plain tantivy is asked.
type Asked = (Typed, Box<dyn Query>);

fn main() {
    let mut given = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let n_statements = given.next().and_then(|number| number.parse().ok());
    let n_meetings = n_statements.unwrap_or(N_STATEMENTS).div_ceil(N_A_MEETING);
    let made = tempfile::tempdir().unwrap();
    let folder = given.next().map_or(made.path().to_owned(), PathBuf::from);
    let (minutes, dir) = (folder.join("minutes"), folder.join("index"));
    if !dir.exists() {
        archive::write(archive::Plan { seed: 7, n_meetings }, &minutes).unwrap();
        indexer::index(&[minutes], &dir, None, &mut |_| ()).unwrap();
    }
    let ours = Archive::open(&dir, None).unwrap();
    let (plain, samples, frequency) = Plain::of(&ours, &folder.join("plain"));
    println!("{} statements, {} meetings", plain.reader.searcher().num_docs(), n_meetings);
    println!(
        "{:22} {:>8} {:>9} {:>9} {:>9} {:>9} {:>6} {:>6}",
        "", "found", "p50 µs", "p99 µs", "plain 50", "plain 99", "r 50", "r 99"
    );
    for (kind, asked) in kinds(&plain, &samples, &frequency) {
        let (mut own, mut theirs, mut n_found) = (Vec::new(), Vec::new(), 0);
        for (typed, query) in &asked {
            for _ in 0..N_TIMES {
                let begin = Instant::now();
                let answer = ours.answer(&typed.question().unwrap()).unwrap();
                own.push(begin.elapsed().as_secs_f64() * 1e6);
                assert!(answer.hits.len() == N_HITS.min(answer.total), "{typed:?}");
                n_found += answer.total;
                let begin = Instant::now();
                let (total, texts) = plain.ask(query);
                theirs.push(begin.elapsed().as_secs_f64() * 1e6);
                assert!(texts.len() == N_HITS.min(total), "{typed:?}");
            }
        }
        let (p50, p99) = (part(&mut own, 0.5), part(&mut own, 0.99));
        let (plain50, plain99) = (part(&mut theirs, 0.5), part(&mut theirs, 0.99));
        println!(
            "{kind:22} {:8} {p50:9.0} {p99:9.0} {plain50:9.0} {plain99:9.0} {:6.2} {:6.2}",
            n_found / own.len().max(1),
            p50 / plain50,
            p99 / plain99,
        );
    }
}

/// The time that a part of all runs keeps under.
fn part(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share).round() as usize]
}

/// The kinds of questions, each with what plain tantivy is asked for the same words.
fn kinds(
    plain: &Plain,
    samples: &[Sample],
    frequency: &BTreeMap<String, usize>,
) -> Vec<(&'static str, Vec<Asked>)> {
    let times = |word: &String| frequency.get(word).copied().unwrap_or(0);
    let mut by_frequency: Vec<&String> = frequency.keys().filter(|w| w.len() > 4).collect();
    by_frequency.sort_by_key(|word| (std::cmp::Reverse(times(word)), word.as_str()));
    let frequent: Vec<&String> = by_frequency.iter().copied().take(N_QUESTIONS).collect();
    let rare: Vec<&String> =
        by_frequency.iter().copied().filter(|word| (2..=9).contains(&times(word))).collect();
    let rare: Vec<&String> = spread(&rare);
    let all = |words: &[&str]| -> Box<dyn Query> {
        Box::new(BooleanQuery::intersection(words.iter().map(|w| plain.word(w)).collect()))
    };
    let long = |s: &&Sample| s.words.len() > 6 && s.words[2].len() > 3 && s.words[5].len() > 3;
    let samples: Vec<&Sample> = spread(&samples.iter().filter(long).collect::<Vec<_>>());
    let typed = |words: String| Typed { words, ..Typed::default() };
    let of =
        |ask: &dyn Fn(&Sample) -> Option<Asked>| samples.iter().filter_map(|s| ask(s)).collect();
    let words = |words: &[&String], sign: &str, query: &dyn Fn(&str) -> Box<dyn Query>| {
        words.iter().map(|w| (typed(format!("{w}{sign}")), query(w))).collect::<Vec<Asked>>()
    };
    vec![
        ("frequent word", words(&frequent, "", &|w| plain.word(w))),
        ("rare word", words(&rare, "", &|w| plain.word(w))),
        (
            "with facets, timeline",
            words(&frequent, "", &|w| plain.word(w))
                .into_iter()
                .map(|(asked, query)| {
                    (Typed { facets: true, timeline: Some("year".to_owned()), ..asked }, query)
                })
                .collect(),
        ),
        (
            "two words",
            of(&|s| {
                let (a, b) = (&s.words[2], &s.words[5]);
                Some((typed(format!("{a} {b}")), all(&[a, b])))
            }),
        ),
        (
            "two frequent words",
            frequent
                .iter()
                .zip(frequent.iter().skip(1))
                .map(|(a, b)| (typed(format!("{a} {b}")), all(&[a, b])))
                .collect(),
        ),
        (
            "either word",
            of(&|s| {
                let (a, b) = (&s.words[2], &s.words[5]);
                let either = BooleanQuery::union(vec![plain.word(a), plain.word(b)]);
                Some((typed(format!("{a} OR {b}")), Box::new(either)))
            }),
        ),
        (
            "phrase",
            of(&|s| {
                let pair = &s.words[2..4];
                Some((typed(format!("\"{}\"", pair.join(" "))), plain.near(pair, 0)))
            }),
        ),
        (
            "within five words",
            of(&|s| {
                let pair = [s.words[2].clone(), s.words[5].clone()];
                Some((typed(format!("\"{}\"~5", pair.join(" "))), plain.near(&pair, 5)))
            }),
        ),
        (
            "beginning",
            words(&rare, "*", &|w| {
                Box::new(RegexQuery::from_pattern(&format!("{w}.*"), plain.text).unwrap())
            }),
        ),
        (
            "spelt nearly so",
            words(&rare, "~1", &|w| {
                Box::new(FuzzyTermQuery::new(plain.term(plain.text, w), 1, true))
            }),
        ),
        (
            "speaker and word",
            of(&|s| {
                let (speaker, word) = (s.speaker.as_ref()?, &s.words[2]);
                let key = Term::from_field_text(plain.speaker, speaker);
                let by = Box::new(TermQuery::new(key, IndexRecordOption::Basic));
                let asked = Typed { speaker: Some(speaker.clone()), ..typed(word.clone()) };
                Some((asked, Box::new(BooleanQuery::intersection(vec![by, plain.word(word)]))))
            }),
        ),
        (
            "period and word",
            of(&|s| {
                let word = &s.words[2];
                let bound =
                    |year: i16| Term::from_field_u64(plain.year, year.unsigned_abs().into());
                let (from, to) = (bound(s.year), bound(s.year));
                let in_year = RangeQuery::new(Bound::Included(from), Bound::Included(to));
                let asked = Typed { year: Some(s.year.to_string()), ..typed(word.clone()) };
                let both = BooleanQuery::intersection(vec![Box::new(in_year), plain.word(word)]);
                Some((asked, Box::new(both)))
            }),
        ),
        (
            "word of the title",
            of(&|s| {
                let (a, b) = (s.title.first()?, &s.words[2]);
                let anywhere = |word: &str| -> Box<dyn Query> {
                    let title = plain.term(plain.title, word);
                    let title = TermQuery::new(title, IndexRecordOption::WithFreqs);
                    Box::new(BooleanQuery::union(vec![plain.word(word), Box::new(title)]))
                };
                let both = BooleanQuery::intersection(vec![anywhere(a), anywhere(b)]);
                Some((typed(format!("{a} {b}")), Box::new(both)))
            }),
        ),
    ]
}

/// So many as are asked, from beginning to end.
fn spread<T: Copy>(all: &[T]) -> Vec<T> {
    all.iter().copied().step_by(all.len().div_ceil(N_QUESTIONS).max(1)).collect()
}

/// The same statements in tantivy as it comes.
struct Plain {
    reader: IndexReader,
    danish: TextAnalyzer,
    text: Field,
    title: Field,
    speaker: Field,
    year: Field,
}

impl Plain {
    /// The statements of an archive; some of them as samples, and how many of these have each word.
    fn of(archive: &Archive, dir: &Path) -> (Plain, Vec<Sample>, BTreeMap<String, usize>) {
        let mut schema = Schema::builder();
        let words = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("danish")
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        );
        let text = schema.add_text_field("text", words.clone() | STORED);
        let title = schema.add_text_field("title", words);
        let speaker = schema.add_text_field("speaker", STRING);
        let year = schema.add_u64_field("year", INDEXED | FAST);
        let is_there = dir.exists();
        std::fs::create_dir_all(dir).unwrap();
        let directory = MmapDirectory::open(dir).unwrap();
        let index = Index::open_or_create(directory, schema.build()).unwrap();
        let danish = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(LowerCaser)
            .filter(Stemmer::new(Language::Danish))
            .build();
        index.tokenizers().register("danish", danish.clone());
        let mut writer = index.writer_with_num_threads(1, 64_000_000).unwrap();
        let (mut samples, mut frequency) = (Vec::new(), BTreeMap::new());
        let meetings = archive.meetings(&Filter::default()).unwrap();
        // Words are counted in one meeting of so many: their order is what matters.
        let every = meetings.len().div_ceil(2_000).max(1);
        for (nth, meeting) in meetings.iter().enumerate() {
            let full = archive.meeting(&meeting.id).unwrap().unwrap();
            for one in full.statements {
                let item = one.item.as_ref().map_or("", |item| item.title.as_str());
                let day = one.meeting.date.map_or(0, |date| date.year());
                let mut document = TantivyDocument::default();
                document.add_text(text, &one.text);
                document.add_text(title, format!("{item} {}", one.meeting.title));
                document.add_u64(year, day.unsigned_abs().into());
                let speaker_key = one.speaker.map(|speaker| speaker.key);
                if let Some(key) = &speaker_key {
                    document.add_text(speaker, key);
                }
                if !is_there {
                    writer.add_document(document).unwrap();
                }
                if nth % every == 0 {
                    let sample = Sample {
                        words: plain_words(&one.text),
                        title: plain_words(item),
                        speaker: speaker_key,
                        year: day,
                    };
                    for word in &sample.words {
                        *frequency.entry(word.clone()).or_insert(0) += 1;
                    }
                    samples.push(sample);
                }
            }
        }
        writer.commit().unwrap();
        writer.wait_merging_threads().unwrap();
        let reader = index.reader().unwrap();
        (Plain { reader, danish, text, title, speaker, year }, samples, frequency)
    }

    fn term(&self, field: Field, word: &str) -> Term {
        let mut analyzer = self.danish.clone();
        let mut tokens = analyzer.token_stream(word);
        let stem = if tokens.advance() { tokens.token().text.clone() } else { String::new() };
        Term::from_field_text(field, &stem)
    }

    fn word(&self, word: &str) -> Box<dyn Query> {
        let term = self.term(self.text, word);
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    }

    fn near(&self, words: &[String], apart: u32) -> Box<dyn Query> {
        let terms = words.iter().map(|word| self.term(self.text, word)).enumerate().collect();
        Box::new(PhraseQuery::new_with_offset_and_slop(terms, apart))
    }

    /// The exact count, and the texts of the best.
    fn ask(&self, query: &dyn Query) -> (usize, Vec<String>) {
        let searcher = self.reader.searcher();
        let best = TopDocs::with_limit(N_HITS).order_by_score();
        let (total, found) = searcher.search(query, &(Count, best)).unwrap();
        let text = |address| {
            let document: TantivyDocument = searcher.doc(address).unwrap();
            document.get_first(self.text).and_then(|v| v.as_str()).unwrap_or_default().to_owned()
        };
        (total, found.into_iter().map(|(_, address)| text(address)).collect())
    }
}

/// The words of a text that are letters alone, in lower case.
fn plain_words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
        .collect()
}
