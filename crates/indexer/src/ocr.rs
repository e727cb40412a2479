//! A scanned PDF → its text, by programs that are installed: `pdftoppm` draws the pages, `tesseract` reads
//! them in Danish.
//!
//! In: the bytes of a PDF. Out: text with a form feed between pages, for `documents` to read like any
//! other. Deliberately absent: deciding that a PDF is a scan, and programs of our own.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a file may take. A page takes some five seconds on an old machine; no source.
const PATIENCE: Duration = Duration::from_secs(1800);

/// Dots an inch that pages are drawn with, as tesseract's manual recommends at least.
const DOTS: &str = "300";

/// The programs that read scans.
#[derive(Debug, Clone)]
pub struct Ocr {
    draws: PathBuf,
    reads: PathBuf,
}

impl Ocr {
    /// The programs that the system has, if tesseract knows Danish.
    pub fn installed() -> Option<Ocr> {
        let ocr = Ocr::with(Path::new("pdftoppm"), Path::new("tesseract"));
        let quiet = |program: &Path, argument: &str| {
            let mut command = Command::new(program);
            command.arg(argument).stdin(Stdio::null()).stderr(Stdio::null()).output()
        };
        quiet(&ocr.draws, "-v").ok()?;
        let languages = quiet(&ocr.reads, "--list-langs").ok()?.stdout;
        let knows_danish =
            String::from_utf8_lossy(&languages).lines().any(|line| line.trim() == "dan");
        knows_danish.then_some(ocr)
    }

    /// Other programs that take the same arguments.
    pub fn with(draws: &Path, reads: &Path) -> Ocr {
        Ocr { draws: draws.to_owned(), reads: reads.to_owned() }
    }

    /// The text of a scan.
    ///
    /// # Errors
    /// When a program fails, is too slow, or draws no page.
    pub(crate) fn read(&self, pdf: &[u8]) -> io::Result<Vec<u8>> {
        let until = Instant::now() + PATIENCE;
        let dir = tempfile::tempdir()?;
        let scan = dir.path().join("scan.pdf");
        fs::write(&scan, pdf)?;
        let mut draw = Command::new(&self.draws);
        draw.args(["-r", DOTS, "-gray", "-png"]).arg(&scan).arg(dir.path().join("side"));
        done(draw, &dir.path().join("tegnet"), until)?;
        let mut pages: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(dir.path())? {
            let path = entry?.path();
            pages.extend(Some(path).filter(|path| path.extension().is_some_and(|e| e == "png")));
        }
        // `side-01.png` … `side-12.png`: as many figures in each.
        pages.sort();
        if pages.is_empty() {
            return Err(io::Error::other("no page could be drawn"));
        }
        let mut text = Vec::new();
        for (nth, page) in pages.iter().enumerate() {
            if nth > 0 {
                text.push(b'\x0C');
            }
            let mut read = Command::new(&self.reads);
            read.arg(page).args(["stdout", "-l", "dan"]);
            let of_page = done(read, &dir.path().join("laest"), until)?;
            // tesseract ends a page with a form feed of its own.
            text.extend(of_page.into_iter().filter(|byte| *byte != b'\x0C'));
        }
        Ok(text)
    }
}

/// Runs a program to its end and gives what it printed; one that is too slow is ended.
fn done(mut command: Command, printed: &Path, until: Instant) -> io::Result<Vec<u8>> {
    let program = command.get_program().to_string_lossy().into_owned();
    command.stdin(Stdio::null()).stdout(File::create(printed)?).stderr(Stdio::null());
    let mut child = command.spawn()?;
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return fs::read(printed),
            Some(status) => return Err(io::Error::other(format!("{program} ended with {status}"))),
            None if Instant::now() > until => {
                child.kill()?;
                child.wait()?;
                return Err(io::Error::other(format!("{program} was too slow")));
            }
            None => sleep(Duration::from_millis(20)),
        }
    }
}
