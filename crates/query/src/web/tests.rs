//! The router called in-process over a small archive: status, kind, headers, and what stands where.

mod holdings;
mod pages;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, header};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

use super::guard::Guard;
use super::serve::{Settings, router};
use super::site::Site;
use crate::print::json;
use crate::{Archive, Typed};

/// Two meetings of a water council, with two people of one surname.
const MINUTES: [(&str, &str); 2] = [
    (
        "vandraad-2021.txt",
        "Referat af møde i Vandråd\n\nDato: 4. marts 2021\n\n\
         Til stede: Mie Falk (formand), Jon Falk, Åse Brask\n\nAfbud: Per Holm\n\n\
         1. Havnen\n\nMie Falk orienterede om Sundhedsjournalen og <b>havnen</b> & molen. \
         Hun bemærkede, at vandstanden er høj.\n\nVandrådet godkendte planen for molen.\n\n\
         2. Eventuelt\n\nÅse Brask spurgte til bølgebryderen.\n",
    ),
    (
        "vandraad-2022.txt",
        "Referat af møde i Vandråd\n\nDato: 3. februar 2022\n\n\
         Til stede: Mie Falk (formand), Jon Falk\n\n\
         1. Journalen\n\nJon Falk bemærkede, at journalen er tabt.\n",
    ),
];

struct Desk {
    folder: TempDir,
    site: Arc<Site>,
}

/// One archive for all tests that only read.
static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &MINUTES);
    let site = site(&folder);
    Desk { folder, site }
});

/// A site of the index in a folder, open to all.
fn site(folder: &TempDir) -> Arc<Site> {
    let archive = Archive::open(&folder.path().join("index"), None).unwrap();
    Arc::new(Site::new(archive, Guard::default(), None))
}

/// Writes minutes and indexes the folder.
fn write(folder: &Path, minutes: &[(&str, &str)]) {
    let files = folder.join("referater");
    std::fs::create_dir_all(&files).unwrap();
    for (name, text) in minutes {
        std::fs::write(files.join(name), text).unwrap();
    }
    indexer::index(&[files], &folder.join("index"), None, &mut |_| ()).unwrap();
}

fn ask(method: Method, target: &str) -> Response<Body> {
    ask_of(&DESK.site, method, target)
}

fn ask_of(site: &Arc<Site>, method: Method, target: &str) -> Response<Body> {
    let request = Request::builder().method(method).uri(target).body(Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(router(Arc::clone(site), None).oneshot(request)).unwrap()
}

fn text(response: Response<Body>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let bytes = runtime.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Status and body of a GET.
fn get(target: &str) -> (u16, String) {
    let response = ask(Method::GET, target);
    (response.status().as_u16(), text(response))
}

#[track_caller]
fn found(target: &str) -> Value {
    let (status, body) = get(target);
    assert_eq!(status, 200, "{target}: {body}");
    serde_json::from_str(&body).unwrap()
}

#[test]
fn the_bytes_are_those_of_the_command_line() {
    let typed = Typed { words: "journal".to_owned(), ..Typed::default() };
    let answer = DESK.site.archive().search(&typed.question().unwrap()).unwrap();
    assert_eq!(answer.total, 2);
    let mut printed = Vec::new();
    json::write(&mut printed, &json::search(&answer)).unwrap();
    assert_eq!(get("/api/v1/search?q=journal").1.as_bytes(), printed);
    assert_eq!(get("/api/v1/search?q=journal&from=&body=&sort=&decisions=").1.as_bytes(), printed);
}

#[test]
fn references_of_an_answer_lead_on() {
    let hit = &found("/api/v1/search?q=havnen")["hits"][0];
    let (id, meeting) = (hit["id"].as_str().unwrap(), hit["meeting"]["id"].as_str().unwrap());
    assert_eq!(found(&format!("/api/v1/statements/{id}"))["id"], id);
    assert_eq!(found(&format!("/api/v1/meetings/{meeting}"))["id"], meeting);
    assert_eq!(found("/api/v1/people/mie-falk")["key"], "mie-falk");
    for page in [format!("/moede/{meeting}"), format!("/udsagn/{id}"), "/person/mie-falk".into()] {
        let (status, html) = get(&page);
        assert_eq!(status, 200, "{page}");
        assert!(html.contains("Vandråd") && html.contains("lang=\"da\""), "{page}: {html}");
    }
    let (_, html) = get(&format!("/moede/{meeting}"));
    let ordinal = id.rsplit('s').next().unwrap();
    assert!(html.contains(&format!("id=\"s{ordinal}\"")), "the sentence has no place: {html}");
}

#[test]
fn lists_can_be_narrowed() {
    for (target, total) in [
        ("/api/v1/meetings", 2),
        ("/api/v1/meetings?year=2022", 1),
        ("/api/v1/meetings?name=%C3%85se", 1),
        ("/api/v1/meetings?body=byr%C3%A5d", 0),
        ("/api/v1/people?name=Falk", 2),
        ("/api/v1/people?name=Ingen", 0),
        ("/api/v1/search?speaker=jon-falk", 1),
        ("/api/v1/search?q=journal&year=2021", 1),
        ("/api/v1/search?q=journal&body=by", 0),
        ("/api/v1/search?q=journal&speaker=Ingen%20Overhovedet", 0),
        ("/api/v1/search?q=journal&offset=1&limit=1", 2),
        ("/api/v1/search?q=journal&offset=18446744073709551615", 2),
        ("/api/v1/search?q=journal&limit=18446744073709551615", 2),
        ("/api/v1/search?q=journal&limit=0", 2),
    ] {
        assert_eq!(found(target)["total"], total, "{target}");
    }
}

#[test]
fn what_cannot_be_answered_is_a_problem_that_says_why() {
    let long = format!("/api/v1/search?q={}", "a".repeat(1_001));
    for (target, status, said) in [
        ("/api/v1/search?q=havn&from=i%20g%C3%A5r", 400, "from"),
        ("/api/v1/search?q=havn&to=2021-02-30", 400, "to"),
        ("/api/v1/search?q=havn&from=2022&to=2021", 400, "first day"),
        ("/api/v1/search?q=havn&sort=bedst", 400, "relevance, newest or oldest"),
        ("/api/v1/search?q=havn&limit=mange", 400, "limit"),
        ("/api/v1/search?q=havn&offset=-1", 400, "offset"),
        ("/api/v1/search?q=havn&decisions=ja", 400, "decisions"),
        ("/api/v1/search?q=havn&fra=2021&x=1", 400, "fra, x"),
        ("/api/v1/search?q=havn&q=bro", 400, "more than once"),
        ("/api/v1/search?speaker=Falk", 400, "jon-falk"),
        ("/api/v1/search", 400, "nothing was asked"),
        ("/api/v1/meetings?year=x", 400, "year"),
        ("/api/v1/meetings/x?q=1", 400, "it takes format"),
        ("/api/v1/status?q=1", 400, "it takes none"),
        ("/api/v1/search?q=havn&format=exe", 400, "ndjson, atom"),
        ("/api/v1/meetings?format=atom", 400, "json or csv"),
        (long.as_str(), 414, "1000"),
        ("/api/v1/meetings/findes-ikke", 404, "findes-ikke"),
        ("/api/v1/people/findes-ikke", 404, "findes-ikke"),
        ("/api/v1/statements/findes-ikke-s1", 404, "findes-ikke-s1"),
        ("/api/v1/statements/%FF", 404, "no statement"),
        ("/api/v2/search", 404, "/api/v1/search"),
    ] {
        let response = ask(Method::GET, target);
        assert_eq!(response.status().as_u16(), status, "{target}");
        let kind = response.headers()[header::CONTENT_TYPE].to_str().unwrap();
        assert_eq!(kind, "application/problem+json", "{target}");
        let problem: Value = serde_json::from_str(&text(response)).unwrap();
        assert_eq!(problem["status"], status, "{target}");
        assert!(problem["type"].as_str().unwrap().starts_with("urn:referat:"), "{problem}");
        assert!(problem["title"].is_string(), "{problem}");
        assert!(problem["detail"].as_str().unwrap().contains(said), "{target}: {problem}");
    }
    let (_, body) = get("/api/v1/search?speaker=Falk");
    let problem: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["parameter"], "speaker");
    assert_eq!(problem["candidates"].as_array().unwrap().len(), 2);
}

#[test]
fn nothing_can_be_changed() {
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        for target in ["/api/v1/search?q=havn", "/", "/healthz"] {
            assert_eq!(ask(method.clone(), target).status().as_u16(), 405, "{method} {target}");
        }
    }
    let response = ask(Method::HEAD, "/api/v1/search?q=havnen");
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(text(response), "");
}

#[test]
fn every_response_keeps_the_browser_still() {
    for target in [
        "/",
        "/?q=havn",
        "/api/v1/people",
        "/healthz",
        "/style.css",
        "/findes/ikke",
        "/openapi.json",
    ] {
        let response = ask(Method::GET, target);
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{target}: {policy}");
        assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(!response.headers().contains_key(header::SET_COOKIE));
        let body = text(response);
        for outside in ["<script>", "style=\"", "http://", "https://", " onclick"] {
            let allowed =
                body.replace("http://www.w3.org/2000/svg", "").replace("https://schema.org/", "");
            assert!(!allowed.contains(outside), "{target} has {outside}");
        }
    }
}

#[test]
fn a_renewed_index_is_seen_without_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &MINUTES[..1]);
    let site = site(&folder);
    let total = || {
        let body = text(ask_of(&site, Method::GET, "/api/v1/meetings"));
        serde_json::from_str::<Value>(&body).unwrap()["total"].clone()
    };
    assert_eq!(total(), 1);
    write(folder.path(), &MINUTES);
    for _ in 0..100 {
        if total() == 2 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the second meeting is not seen after ten seconds");
}

#[test]
fn what_holds_the_words_together_is_told_apart() {
    let answer = found("/api/v1/search?q=molen+b%C3%B8lgebryderen");
    assert_eq!((&answer["total"], &answer["together"]["total"]), (&0.into(), &0.into()));
    let answer = found("/api/v1/search?q=sundhedsjournal+vandstand");
    assert_eq!((&answer["total"], &answer["together"]["total"]), (&0.into(), &1.into()));
    let item = &answer["together"]["items"][0];
    assert_eq!(item["item"]["title"], "Havnen");
    assert_eq!(item["statements"].as_array().unwrap().len(), 2);
    let (status, page) = get("/?q=sundhedsjournal+vandstand");
    assert_eq!(status, 200);
    for said in ["1 punkt med ordene tilsammen", "<mark>vandstanden</mark>", "Havnen"] {
        assert!(page.contains(said), "{said} is missing: {page}");
    }
}

#[test]
fn a_page_of_another_version_says_so() {
    let answer = found("/api/v1/search?q=journal&limit=1");
    let (next, version) = (answer["next"].as_str().unwrap(), answer["version"].as_str().unwrap());
    assert_eq!(next, format!("1-{version}"));
    let second = found(&format!("/api/v1/search?q=journal&limit=1&cursor={next}"));
    assert_eq!((&second["total"], &second["next"]), (&2.into(), &Value::Null));
    assert_ne!(second["hits"][0]["id"], answer["hits"][0]["id"]);
    assert_eq!(second["notes"].as_array().unwrap().len(), 0);
    let renewed = found("/api/v1/search?q=journal&limit=1&cursor=1-000000000000");
    assert!(renewed["notes"][0].as_str().unwrap().contains("renewed"), "{renewed}");
    let (_, page) = get("/?q=journal&limit=1");
    assert!(page.contains(&format!("cursor={next}")) && page.contains(version), "{page}");
    let (_, page) = get("/?q=journal&limit=1&cursor=1-000000000000");
    assert!(page.contains("Arkivet er fornyet"), "{page}");
    let (status, page) = get("/?q=journal&cursor=nu");
    assert!(status == 400 && page.contains("kan ikke bruges"), "{page}");
}

fn settings(listen: &str) -> Settings {
    let listen = listen.to_owned();
    Settings { listen, rate: None, token_file: None, site: None, allow_origin: None }
}

#[test]
fn an_address_in_use_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let listen = taken.local_addr().unwrap().to_string();
    for (listen, why) in [(listen.as_str(), "in use"), ("ingen adresse", "ingen adresse")] {
        let archive = Archive::open(&DESK.folder.path().join("index"), None).unwrap();
        let mut out = Vec::new();
        let settings = settings(listen);
        let error = super::serve(archive, &settings, &mut out).unwrap_err().to_string();
        assert!(error.contains(why) && error.contains("--listen"), "{error}");
        assert_eq!(out, b"");
    }
}

#[test]
fn overviews_answer_programs() {
    let who = found("/api/v1/who?q=journal");
    assert_eq!((&who["total"], &who["people"][0]["name"]), (&2.into(), &"Jon Falk".into()));
    let topic = found("/api/v1/topic?q=molen");
    assert_eq!((&topic["total"], &topic["n_decisions"]), (&2.into(), &1.into()));
    let words = found("/api/v1/words?speaker=mie-falk&min=1&limit=5");
    assert_eq!((&words["of"], &words["min"]), (&"Mie Falk".into(), &1.into()));
    let id = found("/api/v1/search?q=b%C3%B8lgebryderen")["hits"][0]["id"].clone();
    let similar = found(&format!("/api/v1/statements/{}/similar", id.as_str().unwrap()));
    assert_eq!(similar["alike"], Value::Array(Vec::new()));
    let version = &found("/api/v1/search?q=journal")["version"];
    for answer in [&who, &topic, &words, &similar] {
        assert_eq!(&answer["version"], version);
    }
    let spread = found("/api/v1/search?q=journal&facets=1&timeline=year&group=year");
    assert_eq!(spread["facets"][0]["total"], 2);
    assert_eq!(spread["timeline"]["periods"][1]["n_statements"], 1);
    assert_eq!(spread["groups"]["groups"][0]["key"], "2022");
    // Groups are paged, not the hits in them.
    let by_body = found("/api/v1/search?q=journal&group=body&limit=1");
    assert_eq!((&by_body["groups"]["total"], &by_body["next"]), (&1.into(), &Value::Null));
    let by_year = found("/api/v1/search?q=journal&group=year&limit=1");
    let next = by_year["next"].as_str().unwrap();
    let second = found(&format!("/api/v1/search?q=journal&group=year&limit=1&cursor={next}"));
    assert_eq!(second["groups"]["groups"][0]["key"], "2021");
    assert_eq!(second["next"], Value::Null);
    let lines = &found("/api/v1/search?q=journal&kwic=1")["lines"];
    assert_eq!(lines.as_array().map(Vec::len), Some(2));
    let person = &found("/api/v1/search?speaker=mie-falk")["person"];
    assert_eq!((&person["key"], &person["name"]), (&"mie-falk".into(), &"Mie Falk".into()));
    let target = "/api/v1/search?q=jounalen&year=2022&sure=1";
    let proposal = &found(target)["nothing"]["proposals"][0];
    let of = |name: &str| proposal[name].as_str().unwrap_or_default().to_owned();
    let asked = format!("q={}&from={}&to={}&sure=1", of("q"), of("from"), of("to"));
    assert_eq!((&proposal["total"], &proposal["sure"]), (&1.into(), &true.into()));
    assert_eq!(found(&format!("/api/v1/search?{asked}"))["total"], proposal["total"]);
    for (target, status) in [
        ("/api/v1/words", 400),
        ("/api/v1/words?speaker=mie-falk&min=mange", 400),
        ("/api/v1/words?speaker=ingen", 404),
        ("/api/v1/who?q=", 400),
        ("/api/v1/statements/findes-ikke-s1/similar", 404),
        ("/api/v1/search?q=journal&group=farve", 400),
    ] {
        assert_eq!(get(target).0, status, "{target}");
    }
}
