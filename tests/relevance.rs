//! Do the best answers come first?
//!
//! `tests/relevance/questions.txt` holds questions to the sample archive, each with the statements that
//! answer it and how well. Printed are nDCG@10 and recall of the program, and of tantivy as it comes
//! (Danish stemmer, its own query parser) over the same statements. A change that lowers ours fails.
//! Deliberately absent: what is found at all of one word (`crates/query`, `crates/danish`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use query::{Archive, Limit, Question, Typed};
use schema::{StatementEntry, Store};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, TantivyDocument, doc};

use crate::referat::Desk;

/// Hits that are looked at for nDCG: the first page.
const CUT: usize = 10;
/// What must be reached. Raise them with what is reached.
const NDCG: f64 = 0.91;
const RECALL: f64 = 0.86;

/// A question and the statements that answer it, by key, each with its grade from 1 to 3.
struct Asked {
    typed: String,
    grades: BTreeMap<String, u32>,
}

/// Letters and digits alone, in lower case: how a statement is recognised.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Every statement of the archive.
fn statements(archive: &Archive) -> Vec<StatementEntry> {
    let question = Typed {
        from: Some("1900".to_owned()),
        sort: Some("oldest".to_owned()),
        limit: Some("all".to_owned()),
        ..Typed::default()
    };
    let answer = archive.search(&question.question().unwrap()).unwrap();
    answer.hits.into_iter().map(|hit| hit.statement).collect()
}

/// The questions of the table; a line that names no statement, or several, is told.
fn questions(statements: &[StatementEntry]) -> Vec<Asked> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/relevance/questions.txt");
    let mut asked: Vec<Asked> = Vec::new();
    let mut wrong = Vec::new();
    for line in fs::read_to_string(table).unwrap().lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(typed) = line.strip_prefix("? ") {
            asked.push(Asked { typed: typed.to_owned(), grades: BTreeMap::new() });
            continue;
        }
        let mut fields = line.splitn(3, ' ');
        let grade: u32 = fields.next().unwrap().parse().unwrap();
        let (day, words) = (fields.next().unwrap(), bare(fields.next().unwrap()));
        let meant: Vec<&StatementEntry> = statements
            .iter()
            .filter(|s| s.meeting.date.is_some_and(|date| date.to_string() == day))
            .filter(|s| bare(&s.text).contains(&words))
            .collect();
        match meant[..] {
            [one] => {
                let before = asked.last_mut().unwrap().grades.insert(one.id.clone(), grade);
                if before.is_some() {
                    wrong.push(format!("twice: {line}"));
                }
            }
            _ => wrong.push(format!("{} statements: {line}", meant.len())),
        }
    }
    assert!(wrong.is_empty(), "lines that do not name one statement:\n{}", wrong.join("\n"));
    asked
}

/// Discounted gain of grades in order (Järvelin and Kekäläinen 2002, with 2^grade - 1).
fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    grades
        .take(CUT)
        .enumerate()
        .map(|(place, grade)| f64::from(2_u32.pow(grade) - 1) / (place as f64 + 2.0).log2())
        .sum()
}

/// nDCG@10 and recall of what was found, best first.
fn score(asked: &Asked, found: &[String]) -> (f64, f64) {
    let mut best: Vec<u32> = asked.grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let grade = |id: &String| asked.grades.get(id).copied().unwrap_or(0);
    let ndcg = gain(found.iter().map(grade)) / gain(best.into_iter());
    let held = asked.grades.keys().filter(|id| found.contains(id)).count();
    (ndcg, held as f64 / asked.grades.len() as f64)
}

/// The statements as tantivy indexes them when nobody says more than "Danish".
struct Plain {
    index: Index,
    parser: QueryParser,
    id: tantivy::schema::Field,
}

impl Plain {
    fn new(statements: &[StatementEntry]) -> Plain {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let words = TextFieldIndexing::default()
            .set_tokenizer("danish")
            .set_index_option(tantivy::schema::IndexRecordOption::WithFreqsAndPositions);
        let text =
            schema.add_text_field("text", TextOptions::default().set_indexing_options(words));
        let index = Index::create_in_ram(schema.build());
        let danish = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(LowerCaser)
            .filter(Stemmer::new(Language::Danish))
            .build();
        index.tokenizers().register("danish", danish);
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        for one in statements {
            writer.add_document(doc!(id => one.id.as_str(), text => one.text.as_str())).unwrap();
        }
        writer.commit().unwrap();
        let parser = QueryParser::for_index(&index, vec![text]);
        Plain { index, parser, id }
    }

    fn ask(&self, typed: &str) -> Vec<String> {
        let (question, _) = self.parser.parse_query_lenient(typed);
        let searcher = self.index.reader().unwrap().searcher();
        let found =
            searcher.search(&question, &TopDocs::with_limit(1_000).order_by_score()).unwrap();
        let key = |address| {
            let document: TantivyDocument = searcher.doc(address).unwrap();
            document.get_first(self.id).and_then(|v| v.as_str()).unwrap().to_owned()
        };
        found.into_iter().map(|(_, address)| key(address)).collect()
    }
}

#[test]
fn the_best_answers_come_first() {
    let desk = Desk::new();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
    let index = desk.path("index");
    indexer::index(&[sample], &index, None, &mut |_| ()).unwrap();
    let archive = Archive::open(&index, None).unwrap();
    let statements = statements(&archive);
    let plain = Plain::new(&statements);
    let questions = questions(&statements);
    assert!(questions.len() >= 60, "the table has shrunk to {} questions", questions.len());
    let (mut ours, mut theirs) = ((0.0, 0.0), (0.0, 0.0));
    let mut told = Vec::new();
    for asked in &questions {
        let typed = Typed { words: asked.typed.clone(), ..Typed::default() };
        let question = Question { limit: Limit::All, ..typed.question().unwrap() };
        let answer = archive.search(&question).unwrap();
        // As an asker reads it: the statements, then the items that hold the words together.
        let shown =
            answer.hits.into_iter().chain(answer.items.into_iter().flat_map(|i| i.statements));
        let found: Vec<String> = shown.map(|hit| hit.statement.id).collect();
        let (ndcg, recall) = score(asked, &found);
        let (plain_ndcg, plain_recall) = score(asked, &plain.ask(&asked.typed));
        ours = (ours.0 + ndcg, ours.1 + recall);
        theirs = (theirs.0 + plain_ndcg, theirs.1 + plain_recall);
        told.push(format!(
            "{ndcg:.2} {recall:.2}  {plain_ndcg:.2} {plain_recall:.2}  {}",
            asked.typed
        ));
    }
    let n = questions.len() as f64;
    let (ndcg, recall) = (ours.0 / n, ours.1 / n);
    eprintln!("relevance, {n} questions: nDCG@10 {ndcg:.3}, recall {recall:.3}");
    eprintln!(
        "the same with plain tantivy: nDCG@10 {:.3}, recall {:.3}",
        theirs.0 / n,
        theirs.1 / n
    );
    let each = told.join("\n");
    eprintln!("ours and plain, nDCG@10 and recall:\n{each}");
    assert!(ndcg >= NDCG, "nDCG@10 is {ndcg:.3}, must be {NDCG}:\n{each}");
    assert!(recall >= RECALL, "recall is {recall:.3}, must be {RECALL}:\n{each}");
    assert!(ndcg > theirs.0 / n, "plain tantivy is better");
    // The version is that of the index, and says so again when the index is opened again.
    let again = Store::open(&index, None).unwrap().manifest().unwrap().version;
    assert_eq!(archive.version().unwrap(), again);
}
