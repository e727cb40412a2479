//! Does the server stay whole whatever is sent to it, and answer the next honest question as before?
//!
//! `tests/hostile/targets.txt` holds what attackers, scanners and broken programs ask for; [`Made`] makes
//! thousands of requests of it, the same in every run. Meanwhile other connections send their head one
//! byte a second, and are cut off.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::server::Server;

const N_REQUESTS: usize = 10_000;
/// Connections that send their head one byte a second.
const N_SLOW: usize = 50;
/// Clients at the same time.
const N_CLIENTS: usize = 8;
/// What the server may grow by, in bytes: caches that every archive fills, and no more.
const MAX_GROWTH: usize = 200_000_000;

const HONEST: &str = "/api/v1/search?q=journal&facets=1&timeline=year&limit=3";

#[test]
fn ten_thousand_hostile_requests_change_nothing() {
    let began = Instant::now();
    let mut server = Server::start();
    let honest = server.ask("GET", HONEST, "");
    assert_eq!(honest.status, 200);
    // What an archive keeps once it was asked everything is there before it is measured.
    for target in ["/", "/api/v1/suggest?q=a", "/api/v1/topic?q=a*", "/api/v1/words?body=a"] {
        server.ask("GET", target, "");
    }
    let process = server.process().id();
    let before = memory(process);

    let mut slow: Vec<TcpStream> =
        (0..N_SLOW).map(|_| TcpStream::connect(&server.address).unwrap()).collect();
    let next = AtomicUsize::new(0);
    let seen = Mutex::new(std::collections::BTreeMap::<String, usize>::new());
    std::thread::scope(|threads| {
        for _ in 0..N_CLIENTS {
            threads.spawn(|| {
                loop {
                    let nth = next.fetch_add(1, Ordering::Relaxed);
                    if nth >= N_REQUESTS {
                        break;
                    }
                    let request = Made::nth(nth);
                    let status = sent(&server.address, &request);
                    let shown = String::from_utf8_lossy(&request.bytes);
                    let shown: String = shown.chars().take(300).collect();
                    assert!(is_allowed(&status), "{status} to request {nth}: {shown}");
                    *seen.lock().unwrap().entry(status).or_default() += 1;
                }
            });
        }
        threads.spawn(|| {
            for nth in 0.. {
                if next.load(Ordering::Relaxed) >= N_REQUESTS {
                    break;
                }
                let head =
                    b"GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
                for stream in &mut slow {
                    // The server may have cut it off, as it should.
                    let _ = stream.write_all(&head[nth..=nth]);
                }
                std::thread::sleep(Duration::from_secs(1));
            }
        });
    });
    let seen = seen.into_inner().unwrap();
    // A generator that only made nonsense of one kind would prove little.
    for status in ["200", "400", "404", "405", "413", "414", "431", "cut"] {
        assert!(seen.contains_key(status), "no request was answered with {status}: {seen:?}");
    }

    let after = server.ask("GET", HONEST, "");
    assert_eq!((after.status, after.body), (200, honest.body), "{seen:?}");
    let growth = memory(process).saturating_sub(before);
    assert!(growth < MAX_GROWTH, "the server grew by {growth} bytes");
    for mut stream in slow {
        stream.set_read_timeout(Some(Duration::from_secs(15))).unwrap();
        let mut rest = Vec::new();
        // An end or a reset, but no wait.
        let cut = stream.read_to_end(&mut rest);
        let waits = cut.is_err_and(|e| {
            matches!(e.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
        });
        assert!(!waits, "a client that never ends its head holds its connection");
    }
    let said = std::fs::read_to_string(server.desk.path("stderr")).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    eprintln!("{N_REQUESTS} hostile requests in {:.1?}: {seen:?}", began.elapsed());
}

/// No failure of the server but those that have a name: too many wait, or it takes too long.
fn is_allowed(status: &str) -> bool {
    status == "cut" || status == "503" || !status.starts_with('5')
}

/// The status that was answered; `cut` where one side hung up.
fn sent(address: &str, request: &Made) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    // A server that refuses a long head may hang up before it has read all of it.
    let _ = stream.write_all(&request.bytes);
    if request.hangs_up {
        return "cut".to_owned();
    }
    // Nobody waits for the end of a head that never comes, but the slow ones.
    if !request.bytes.ends_with(b"\r\n\r\n") {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut answer = Vec::new();
    let read = stream.read_to_end(&mut answer);
    let head = String::from_utf8_lossy(&answer).into_owned();
    match head.strip_prefix("HTTP/1.1 ").or(head.strip_prefix("HTTP/1.0 ")) {
        Some(rest) => rest.chars().take(3).collect(),
        None if answer.is_empty() => {
            let waited = read.is_err_and(|e| e.kind() == std::io::ErrorKind::WouldBlock);
            assert!(!waited, "no answer to {:?}", String::from_utf8_lossy(&request.bytes));
            "cut".to_owned()
        }
        None => panic!("no HTTP: {head:?}"),
    }
}

/// Resident memory of a process, in bytes; 0 where the system does not tell.
fn memory(process: u32) -> usize {
    let told = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kilobytes = told.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = kilobytes.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0_usize) * 1024
}

/// A request that was made.
struct Made {
    bytes: Vec<u8>,
    /// Whether the client hangs up without waiting for the answer.
    hangs_up: bool,
}

impl Made {
    /// The first are those of the list as they stand, the others are made of them.
    fn nth(nth: usize) -> Made {
        static TARGETS: &str = include_str!("hostile/targets.txt");
        let targets: Vec<&str> = TARGETS.lines().filter(|line| !line.starts_with('#')).collect();
        let target = targets[nth % targets.len()];
        let mut chance = Chance(nth as u64 ^ 0x9e37_79b9_7f4a_7c15);
        if nth < targets.len() {
            return Made::of("GET", target.as_bytes().to_vec(), String::new());
        }
        let other = targets[chance.below(targets.len())];
        let mut target = target.as_bytes().to_vec();
        let mut method = "GET";
        let mut headers = String::new();
        let mut hangs_up = false;
        match chance.below(16) {
            // Parameters of two questions in one.
            0 | 1 => {
                target.push(b'&');
                target.extend(other.split_once('?').map_or(other, |(_, query)| query).bytes());
            }
            // A byte that is another one, or is not there.
            2 | 3 => {
                for _ in 0..=chance.below(4) {
                    let place = chance.below(target.len());
                    target[place] = chance.byte();
                }
            }
            4 => {
                let place = chance.below(target.len());
                target.truncate(place.max(1));
            }
            // Long: within what is read, and beyond.
            5 => {
                let part = target.clone();
                for _ in 0..chance.below(60) {
                    target.extend(&part);
                }
            }
            6 => {
                target = b"/api/v1/search?q=".to_vec();
                target.extend(std::iter::repeat_n(b'a', chance.below(100_000)));
            }
            // Deep and wide.
            7 => {
                let part =
                    ["(", "-(", "%22a", "a%20OR%20", "taler:a%20", "a*%20", "a~2%20", "%F0%9F"];
                let part = part[chance.below(part.len())];
                target =
                    format!("/api/v1/search?q={}", part.repeat(chance.below(120))).into_bytes();
            }
            8 => {
                target = b"/api/v1/search?q=".to_vec();
                for _ in 0..chance.below(60) {
                    target.extend(format!("%{:02X}", chance.byte()).bytes());
                }
            }
            9 => {
                method = ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "HEAD", "KUK"]
                    [chance.below(8)]
            }
            // A flood of headers, and long ones.
            10 => {
                for nth in 0..chance.below(200) {
                    let _ = write!(headers, "X-{nth}: {}\r\n", "b".repeat(chance.below(400)));
                }
            }
            11 => {
                let odd = [
                    "Content-Length: 99999999999999999999\r\n",
                    "Content-Length: 5\r\n",
                    "Content-Length: -1\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                    "Host: \u{202e}evil\r\n",
                    "If-None-Match: \"\r\n",
                    "If-None-Match: *\r\n",
                    "Range: bytes=0-0,1-1,2-2\r\n",
                    "Accept-Encoding: gzip;q=99, br, *;q=-1\r\n",
                    "Authorization: Bearer \r\n",
                    "Expect: 100-continue\r\n",
                    "Upgrade: websocket\r\nConnection: Upgrade\r\n",
                    "X: \u{0}\r\n",
                    " folded\r\n",
                ];
                headers.push_str(odd[chance.below(odd.len())]);
            }
            12 => {
                method = "POST";
                headers = format!("Content-Length: {}\r\n", 1 + chance.below(100_000));
            }
            // No HTTP at all.
            13 => {
                let bytes = (0..chance.below(300)).map(|_| chance.byte()).collect();
                return Made { bytes, hangs_up: false };
            }
            14 => hangs_up = true,
            // A head that ends in the middle.
            _ => {
                let mut made = Made::of("GET", target, String::new());
                let place = chance.below(made.bytes.len());
                made.bytes.truncate(place);
                return made;
            }
        }
        Made { hangs_up, ..Made::of(method, target, headers) }
    }

    fn of(method: &str, target: Vec<u8>, headers: String) -> Made {
        let mut bytes = format!("{method} ").into_bytes();
        bytes.extend(target);
        let host = "Host: arkiv.example\r\nConnection: close\r\n";
        bytes.extend(format!(" HTTP/1.1\r\n{host}{headers}\r\n").bytes());
        Made { bytes, hangs_up: false }
    }
}

/// Numbers that look like chance and are the same in every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        self.next() as usize % n.max(1)
    }

    fn byte(&mut self) -> u8 {
        self.next() as u8
    }
}
