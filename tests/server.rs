//! Does HTTP answer the same as the command line, and is the page usable?

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::referat::Desk;

/// A server of the sample archive on a free port, ended when dropped.
pub struct Server {
    /// Where the archive lies.
    pub desk: Desk,
    child: Child,
    /// Where it listens: `127.0.0.1:8017`.
    pub address: String,
}

/// What was answered.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// The value of a header, its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (given, value) = line.split_once(':')?;
            given.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

impl Server {
    /// Indexes the sample and serves it.
    pub fn start() -> Server {
        Server::with(&[])
    }

    /// A server with settings.
    pub fn with(settings: &[&str]) -> Server {
        let desk = Desk::new();
        let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/archive");
        desk.run(["index", archive.to_str().unwrap()]).expect(0);
        let mut child = desk
            .command(["serve", "--listen", "127.0.0.1:0"].iter().chain(settings))
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(desk.path("stderr")).unwrap())
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
        let answer = self.ask("GET", target, "");
        (answer.status, answer.body)
    }

    /// Asks with more headers, each with its line end.
    pub fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!("{method} {target} HTTP/1.1\r\nHost: arkiv.example\r\n{headers}");
        write!(stream, "{head}Connection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split_whitespace().nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// The process, for those who must see what becomes of it.
    pub fn process(&mut self) -> &mut Child {
        &mut self.child
    }

    /// The JSON of a GET.
    #[track_caller]
    pub fn json(&self, target: &str) -> Value {
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

/// A parameter of a route as a program would fill it in.
fn filled(route: &str, parameter: &Value) -> Option<String> {
    let name = parameter["name"].as_str().unwrap();
    let value = match name {
        "q" if route == "/api/v1/suggest" => "jour",
        "q" => "journal",
        "speaker" if route == "/api/v1/words" => "torben-kvist",
        "facets" | "kwic" => "1",
        "timeline" => "year",
        "group" => "person",
        "limit" => "3",
        "min" => "1",
        _ => return None,
    };
    Some(format!("{name}={value}"))
}

#[test]
fn the_document_tells_what_is_answered() {
    let server = Server::start();
    let document = server.json("/openapi.json");
    assert_eq!(document["openapi"], "3.1.0");
    let hit = server.json("/api/v1/search?q=journal&limit=1")["hits"][0].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (statement, meeting) = (text(&hit["id"]), text(&hit["meeting"]["id"]));
    let shaped = |schema: &Value, body: &str, what: &str| {
        let mut whole = schema.as_object().unwrap().clone();
        whole.insert("components".to_owned(), document["components"].clone());
        let validator = jsonschema::validator_for(&Value::Object(whole)).unwrap();
        let answer: Value = serde_json::from_str(body).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&answer)
            .map(|e| format!("{e} at {}", e.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{what}: {}", faults.join("\n"));
    };
    let mut n_answers = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        let operation = &operations["get"];
        let own = match path.contains("/people/") {
            true => "torben-kvist",
            false if path.contains("/meetings/") => &meeting,
            false => &statement,
        };
        let asked = path.replace("{id}", own).replace("{key}", own);
        let parameters = operation["parameters"].as_array().unwrap();
        let pairs: Vec<String> = parameters.iter().filter_map(|p| filled(path, p)).collect();
        let target = format!("{asked}?{}", pairs.join("&"));
        let told = &operation["responses"]["200"]["content"];
        let forms = parameters.iter().find(|p| p["name"] == "format");
        let forms = forms.map_or_else(
            || vec!["json".to_owned()],
            |p| {
                let forms = p["schema"]["enum"].as_array().unwrap().iter();
                forms.map(text).filter(|form| !form.is_empty()).collect()
            },
        );
        let mut media = std::collections::BTreeSet::new();
        for form in &forms {
            let target = match form.as_str() {
                "json" => target.clone(),
                form => format!("{target}&format={form}"),
            };
            let answer = server.ask("GET", &target, "");
            assert_eq!(answer.status, 200, "{target}: {}", answer.body);
            let kind = answer.header("content-type").unwrap().split(';').next().unwrap().to_owned();
            let schema = &told[&kind]["schema"];
            assert!(schema.is_object(), "{target} answers {kind}, which is not told of");
            if kind.ends_with("json") && kind != "application/x-ndjson" {
                shaped(schema, &answer.body, &target);
            }
            media.insert(kind);
            n_answers += 1;
        }
        assert_eq!(media.len(), told.as_object().unwrap().len(), "{path} tells of other forms");
        // Nobody may change anything; whoever has the answer gets it no second time.
        let refused = server.ask("DELETE", &target, "");
        assert_eq!((refused.status, refused.header("allow")), (405, Some("GET,HEAD")), "{path}");
        let problem = &document["components"]["responses"]["problem"]["content"];
        shaped(&problem["application/problem+json"]["schema"], &refused.body, "DELETE");
        let head = server.ask("HEAD", &target, "");
        assert_eq!((head.status, head.body.as_str()), (200, ""), "{path}");
        if let Some(tag) = head.header("etag") {
            let again = server.ask("GET", &target, &format!("If-None-Match: {tag}\r\n"));
            assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        } else {
            assert_eq!(path, "/api/v1/suggest");
        }
        let unknown = server.ask("GET", &format!("{target}&farve=rød"), "");
        assert_eq!(unknown.status, 400, "{path}");
        shaped(&problem["application/problem+json"]["schema"], &unknown.body, "farve");
    }
    assert!(n_answers > 25, "{n_answers}");
}

#[test]
fn answers_are_packed_and_closed_archives_ask_for_a_token() {
    let desk = Desk::new();
    let tokens = desk.write("tokens", "hemmelig-1\nhemmelig-2\n");
    let server = Server::with(&[
        "--token-file",
        tokens.to_str().unwrap(),
        "--rate",
        "4",
        "--allow-origin",
        "https://www.example.dk",
    ]);
    let token = "Authorization: Bearer hemmelig-2\r\n";
    let closed = server.ask("GET", "/api/v1/people", "");
    assert_eq!(closed.status, 401);
    assert!(closed.header("www-authenticate").unwrap().starts_with("Bearer"));
    let packed = server.ask("GET", "/api/v1/people", &format!("{token}Accept-Encoding: gzip\r\n"));
    assert_eq!((packed.status, packed.header("content-encoding")), (200, Some("gzip")));
    let of = |origin: &str| {
        let asked = server.ask("GET", "/api/v1/status", &format!("{token}Origin: {origin}\r\n"));
        asked.header("access-control-allow-origin").map(str::to_owned)
    };
    assert_eq!(of("https://www.example.dk").as_deref(), Some("https://www.example.dk"));
    let before = "Access-Control-Request-Method: GET\r\nOrigin: https://www.example.dk\r\n";
    assert_eq!(server.ask("OPTIONS", "/api/v1/status", before).status, 200);
    let refused = (0..20)
        .map(|_| server.ask("GET", "/healthz", token))
        .find(|answer| answer.status != 200)
        .unwrap();
    assert_eq!((refused.status, refused.header("retry-after")), (429, Some("1")));
    assert_eq!(refused.header("content-type"), Some("application/problem+json"));
    // A second later it may ask again.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(server.ask("GET", "/healthz", token).status, 200);
}

#[test]
fn what_was_asked_is_answered_when_the_server_stops() {
    let mut server = Server::start();
    // One connection waits for its head to be finished, others have asked already.
    let mut late = TcpStream::connect(&server.address).unwrap();
    let mut asked: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = TcpStream::connect(&server.address).unwrap();
            let target = "/api/v1/search?q=journal&facets=1&timeline=month";
            write!(stream, "GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .unwrap();
            stream
        })
        .collect();
    let id = server.process().id().to_string();
    let stopped = std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap();
    assert!(stopped.success());
    write!(late, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    for stream in asked.iter_mut().chain([&mut late]) {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    assert_eq!(server.process().wait().unwrap().code(), Some(0));
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
