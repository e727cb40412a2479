//! Does every command in README.md run as printed?
//!
//! A ```console block is a session: each line that begins with `$ ` is given to a shell, in order,
//! in one folder. `cargo run --release --` is the program that is under test, built already.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::referat::{Desk, PROGRAM};

/// Starts a server, learns its address, and ends it with the script.
const BESIDE: &str = "referat serve --listen 127.0.0.1:0 > serve.txt &
trap 'kill $!' EXIT
until grep -q listening serve.txt; do sleep 0.1; done
SERVER=$(sed 's/listening on //; s,/$,,' serve.txt)
";

#[test]
fn every_command_of_the_first_session_runs() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(readme).unwrap();
    let mut script = String::from("set -e\n");
    let mut n_commands = 0;
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line.trim() == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            // The tests run already.
            if command.starts_with("cargo test") {
                continue;
            }
            n_commands += 1;
            // A server would never end: it runs beside the commands that ask it, on a free port.
            if command.starts_with("referat serve") {
                script.push_str(BESIDE);
                continue;
            }
            let command = command.replace("http://127.0.0.1:8017", "$SERVER");
            let command = command.replace("curl -s", "curl -sS --fail");
            script.push_str(&command.replace("cargo run --release --", "referat"));
            script.push('\n');
        }
    }
    assert!(n_commands >= 8, "README.md has a first session of only {n_commands} commands");
    let desk = Desk::new();
    let bin = Path::new(PROGRAM).parent().unwrap().display().to_string();
    let done = Command::new("sh")
        .arg("-c")
        .arg(&script)
        .current_dir(desk.path("."))
        .env("PATH", format!("{bin}:{}", std::env::var("PATH").unwrap()))
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "a command of README.md failed:\n{script}\nstdout:\n{}\nstderr:\n{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}
