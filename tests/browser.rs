//! Do the pages work in a real browser, with and without scripts, on a phone and on paper?
//!
//! The ways are walked by `browser/walk.mjs` in Debian's Chromium. Where Chromium or what drives it is not
//! there, that is said aloud and nothing is tested; `.ci/run` installs both.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::server::Server;

/// Where Chromium may be.
const CHROMIUM: [&str; 3] =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

#[test]
fn a_visitor_finds_the_way() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let chromium = match driven(&folder) {
        Ok(chromium) => chromium,
        Err(missing) => {
            // Past the test harness, which keeps what a passing test prints.
            let skipped = "skipped: the pages are not tried in a browser";
            writeln!(std::io::stderr(), "{skipped}: {missing}; .ci/run installs it").unwrap();
            return;
        }
    };
    let server = Server::start();
    let done = Command::new("node")
        .arg(folder.join("walk.mjs"))
        .arg(format!("http://{}/", server.address))
        .arg(chromium)
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success() && out.contains("every way is open"), "{out}{err}");
}

/// The path of Chromium, where everything that drives it is there too; else what is missing.
fn driven(folder: &Path) -> Result<PathBuf, &'static str> {
    if !folder.join("node_modules/playwright-core").exists() {
        return Err("tests/browser/node_modules is missing");
    }
    if Command::new("node").arg("--version").output().is_err() {
        return Err("node is missing");
    }
    let chromium = CHROMIUM.iter().map(PathBuf::from).find(|path| path.exists());
    chromium.ok_or("Chromium is missing")
}
