//! Does a client of the Model Context Protocol find the archive, and a citation in each answer?

use std::path::Path;

use rmcp::ServiceExt;
use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::transport::TokioChildProcess;
use serde_json::{Value, json};

use crate::referat::{Desk, PROGRAM};

/// The text of an answer.
fn text(answer: &CallToolResult) -> String {
    let answer = serde_json::to_value(answer).unwrap();
    let blocks = answer["content"].as_array().unwrap();
    blocks.iter().map(|block| block["text"].as_str().unwrap()).collect()
}

#[test]
fn a_client_asks_with_every_tool() {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
    let desk = Desk::new();
    desk.run(["index", archive.to_str().unwrap()]).expect(0);
    let hit = desk.run(["search", "kanalstrategi", "--limit", "1", "--format", "json"]).json(0);
    let of = |name: &str| hit["hits"][0][name].as_str().unwrap().to_owned();
    let (reference, citation) = (of("reference"), of("citation"));
    let meeting = hit["hits"][0]["meeting"]["id"].as_str().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut command = tokio::process::Command::new(PROGRAM);
        command.args(["mcp", "--index"]).arg(desk.path("referat-index"));
        let client = ().serve(TokioChildProcess::new(command).unwrap()).await.unwrap();
        let tools = client.list_all_tools().await.unwrap();
        let mut names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
        names.sort_unstable();
        assert_eq!(names, ["decisions", "said", "search", "show", "topic"]);
        let call = async |tool: &'static str, arguments: Value| {
            let arguments = arguments.as_object().unwrap().clone();
            let asked = CallToolRequestParams::new(tool).with_arguments(arguments);
            client.call_tool(asked).await.unwrap()
        };
        for (tool, arguments, said) in [
            ("search", json!({ "words": "kanalstrategi", "limit": 1 }), citation.as_str()),
            ("search", json!({ "words": "kanalstrategi", "limit": 1 }), "cursor 1-"),
            ("said", json!({ "name": "Torben Kvist", "limit": 2 }), "Torben Kvist"),
            ("decisions", json!({ "limit": 2 }), "/s"),
            ("topic", json!({ "words": "kanalstrategi" }), "first mention"),
            ("topic", json!({ "words": "kanalstrategi" }), "/s"),
            ("show", json!({ "reference": reference }), citation.as_str()),
            ("show", json!({ "reference": meeting }), reference.as_str()),
        ] {
            let answer = call(tool, arguments.clone()).await;
            let answer = text(&answer).replace('\\', "");
            assert!(answer.contains(said), "{tool} {arguments} does not say {said}: {answer}");
        }
        for (tool, arguments, said) in [
            ("search", json!({ "words": "" }), "nothing"),
            ("search", json!({ "words": "journal", "from": "i går" }), "i går"),
            ("show", json!({ "reference": "findes-ikke" }), "findes-ikke"),
        ] {
            let answer = call(tool, arguments.clone()).await;
            assert_eq!(answer.is_error, Some(true), "{tool} {arguments}");
            assert!(text(&answer).contains(said), "{tool} {arguments}: {}", text(&answer));
        }
        client.cancel().await.unwrap();
    });
}
