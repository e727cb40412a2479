//! Does HTTP answer the same as the command line, and is the page usable?

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::referat::Desk;

/// A server of the sample archive on a free port, ended when dropped.
pub struct Server {
    desk: Desk,
    child: Child,
    /// Where it listens: `127.0.0.1:8017`.
    pub address: String,
}

impl Server {
    /// Indexes the sample and serves it.
    pub fn start() -> Server {
        let desk = Desk::new();
        let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
        desk.run(["index", archive.to_str().unwrap()]).expect(0);
        let mut child = desk
            .command(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line
            .split_whitespace()
            .find_map(|word| word.strip_prefix("http://"))
            .unwrap_or_else(|| panic!("the server does not say where it listens: {line:?}"))
            .trim_end_matches('/')
            .to_owned();
        Server { desk, child, address }
    }

    /// Status and body of a GET.
    fn get(&self, target: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split_whitespace().nth(1).unwrap().parse().unwrap();
        (status, body.to_owned())
    }

    #[track_caller]
    fn json(&self, target: &str) -> Value {
        let (status, body) = self.get(target);
        assert_eq!(status, 200, "{target}: {body}");
        serde_json::from_str(&body).unwrap_or_else(|error| panic!("{target}: {error}: {body}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn http_answers_what_the_command_line_answers() {
    let server = Server::start();
    assert_eq!(server.get("/healthz").0, 200);

    let over_http = server.json("/api/v1/search?q=journal&limit=5");
    let in_terminal =
        server.desk.run(["search", "journal", "--limit", "5", "--format", "json"]).json(0);
    assert_eq!(over_http, in_terminal);

    let meetings = server.json("/api/v1/meetings");
    let meeting = meetings["meetings"][0]["id"].as_str().unwrap();
    assert_eq!(server.json(&format!("/api/v1/meetings/{meeting}"))["id"], meeting);

    let people = server.json("/api/v1/people");
    let key = people["people"][0]["key"].as_str().unwrap();
    assert_eq!(server.json(&format!("/api/v1/people/{key}"))["key"], key);

    let statement = over_http["hits"][0]["id"].as_str().unwrap();
    assert_eq!(server.json(&format!("/api/v1/statements/{statement}"))["id"], statement);
}

#[test]
fn what_is_not_there_and_what_cannot_be_read_are_told_apart() {
    let server = Server::start();
    assert_eq!(server.get("/api/v1/statements/findes-ikke-s1").0, 404);
    assert_eq!(server.get("/api/v1/meetings/findes-ikke").0, 404);
    assert_eq!(server.get("/api/v1/people/findes-ikke").0, 404);
    let (status, body) = server.get("/api/v1/search?q=journal&from=i%20g%C3%A5r");
    assert_eq!(status, 400, "{body}");
    assert!(body.contains("from"), "{body}");
    assert_eq!(server.json("/api/v1/search?q=enhj%C3%B8rningestald")["total"], 0);
}

#[test]
fn the_page_searches_without_scripts_and_escapes_what_it_shows() {
    let server = Server::start();
    let (status, page) = server.get("/");
    assert_eq!(status, 200);
    assert!(page.contains("lang=\"da\"") && page.contains("<form"), "{page}");
    let (status, page) = server.get("/?q=journal");
    assert_eq!(status, 200);
    assert!(page.contains("<mark>journalen</mark>"), "the part is not marked: {page}");
    let (_, page) = server.get("/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assert!(!page.contains("<script>alert"), "the question is not escaped");
}
