//! Does a run that dies at any moment leave the last good index, and does the next one finish the work?
//!
//! 12 kills; REFERAT_KILLS=200 for more.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::referat::Desk;

/// Minutes of day `nth`, of which edition `edition` says something of its own.
fn minutes(nth: usize, edition: usize) -> String {
    let (month, day) = (["januar", "marts", "maj", "juli", "august"][nth / 28], nth % 28 + 1);
    let mut text = format!(
        "Referat af møde i Havneudvalget den {day}. {month} 2021\n\nDeltagere\nUlla Brask (formand), \
         Torben Ask\n\n"
    );
    for item in 1..=6 {
        text += &format!(
            "{item}. Bølgebryder {item}\nUlla Brask orienterede om udgave {edition} af planen for \
             bølgebryderen. Torben Ask spurgte, hvad den koster. Hun svarede, at den koster {nth}.\n\n"
        );
    }
    text
}

/// Fills the archive: an edition of every file, and more files in the second.
fn fill(desk: &Desk, edition: usize) {
    for nth in 0..30 {
        desk.write(
            &format!("arkiv/{nth:02}.txt"),
            minutes(nth, if nth % 3 == 0 { edition } else { 0 }),
        );
    }
    for nth in 30..60 {
        let path = format!("arkiv/{nth:02}.txt");
        match edition {
            1 => drop(fs::remove_file(desk.path(&path))),
            _ => drop(desk.write(&path, minutes(nth, 0))),
        }
    }
}

/// All that is found, in order, without what a version tells.
fn answer(desk: &Desk) -> String {
    let answer = desk.run(["search", "bølgebryderen", "--all", "--format", "json"]).json(0);
    let hits = answer["hits"].as_array().unwrap();
    let hit = |hit: &serde_json::Value| format!("{} {}\n", hit["reference"], hit["text"]);
    hits.iter().map(hit).collect()
}

#[test]
fn a_run_that_is_killed_leaves_the_last_good_index() {
    let n_kills = std::env::var("REFERAT_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut answers = Vec::new();
    let mut longest = Duration::ZERO;
    for edition in [1, 2] {
        let clean = Desk::new();
        fill(&clean, edition);
        let started = Instant::now();
        clean.run(["index", "arkiv"]).expect(0);
        longest = longest.max(started.elapsed());
        answers.push(answer(&clean));
    }
    assert_ne!(answers[0], answers[1]);
    let desk = Desk::new();
    fill(&desk, 1);
    desk.run(["index", "arkiv"]).expect(0);
    let (mut held, mut n_through) = (0, 0);
    fill(&desk, 2);
    for nth in 0..n_kills {
        // Spread over the whole run, in no order.
        let wait = longest.mul_f64(((nth * 7 + 3) % 20) as f64 / 20.0);
        let mut run = desk
            .command(["index", "arkiv"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(wait);
        run.kill().unwrap();
        run.wait().unwrap();
        let found = answer(&desk);
        assert!(
            found == answers[held] || found == answers[1 - held],
            "neither the old nor the new answer"
        );
        if found == answers[1 - held] {
            // Through: the archive changes back.
            held = 1 - held;
            n_through += 1;
            fill(&desk, 2 - held);
        }
    }
    assert!(n_through < n_kills, "no run was killed before its end");
    desk.run(["index", "arkiv"]).expect(0);
    assert_eq!(answer(&desk), answers[1 - held], "one more run finishes the work");
    desk.run(["check"]).expect(0);
    let left = fs::read_dir(desk.path("referat-index")).unwrap().flatten().map(|e| e.file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with(".tmp")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_leaves_the_last_good_index() {
    let desk = Desk::new();
    fill(&desk, 1);
    desk.run(["index", "arkiv"]).expect(0);
    let before = answer(&desk);
    fill(&desk, 2);
    // No file may grow beyond so many blocks of 512 or 1024 bytes; the signal is ignored, as a full disk
    // sends none.
    let limited =
        format!("trap '' XFSZ; ulimit -f 40; exec {} index arkiv", crate::referat::PROGRAM);
    let done = std::process::Command::new("bash")
        .args(["-c", &limited])
        .current_dir(desk.path("."))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("as it was before"), "{said}");
    assert_eq!(answer(&desk), before);
    desk.run(["index", "arkiv"]).expect(0);
    assert_ne!(answer(&desk), before);
}

#[test]
#[cfg(unix)]
fn pipes_and_links_in_a_circle_are_named_and_hang_nothing() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes(3, 0));
    let pipe = desk.path("arkiv/roer.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::os::unix::fs::symlink(desk.path("arkiv"), desk.path("arkiv/rundt")).unwrap();
    std::os::unix::fs::symlink("y.txt", desk.path("arkiv/x.txt")).unwrap();
    std::os::unix::fs::symlink("x.txt", desk.path("arkiv/y.txt")).unwrap();
    let run = desk.run(["index", "arkiv"]);
    run.expect(2);
    for name in ["roer.txt", "x.txt", "y.txt"] {
        assert!(run.err.contains(name), "{}", run.err);
    }
    assert!(run.out.contains("links to folders"), "{}", run.out);
    desk.run(["search", "bølgebryderen"]).expect(0);
}

#[test]
fn a_folder_that_is_followed_is_in_the_index_within_seconds() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes(3, 0));
    let mut run = desk
        .command(["index", "arkiv", "--watch", "--index", "arkiv/referat-index"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let found = |what: &str, code: i32| {
        let started = Instant::now();
        while desk.run(["search", what, "--index", "arkiv/referat-index"]).code != code {
            assert!(started.elapsed() < Duration::from_secs(30), "{what}");
            sleep(Duration::from_millis(100));
        }
    };
    found("bølgebryderen", 0);
    desk.write("arkiv/b.txt", minutes(4, 0).replace("bølgebryderen", "skumsprøjten"));
    found("skumsprøjten", 0);
    fs::remove_file(desk.path("arkiv/b.txt")).unwrap();
    found("skumsprøjten", 1);
    run.kill().unwrap();
    run.wait().unwrap();
}
