//! Makes a list of the sample archive's files, so that an installed program has them too.
//!
//! In: `tests/sample/archive`. Out: `sample.rs` in Cargo's output folder, a slice of paths and bytes.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("tests/sample/archive");
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=crates/build.rs");
    let mut files = Vec::new();
    if root.is_dir() {
        gather(&root, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for path in files {
        let below = path.strip_prefix(&root)?;
        let parts: Vec<_> = below.components().map(|c| c.as_os_str().to_string_lossy()).collect();
        writeln!(
            list,
            "    ({:?}, include_bytes!({:?})),",
            parts.join("/"),
            path.display().to_string()
        )?;
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("sample.rs"), list)?;
    Ok(())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
