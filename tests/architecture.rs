//! Do the crates depend only downwards, and does the top level stay as README's map has it?

use std::fs;
use std::path::Path;

/// Who may see whom. README's map draws the same arrows.
const ARROWS: [(&str, &[&str]); 7] = [
    ("danish", &[]),
    ("documents", &[]),
    ("minutes", &["danish", "documents"]),
    ("schema", &["danish"]),
    ("indexer", &["danish", "documents", "minutes", "schema"]),
    ("query", &["danish", "schema"]),
    (".", &["danish", "documents", "indexer", "minutes", "query", "schema"]),
];

/// Crates that must not know the search engine.
const WITHOUT_TANTIVY: [&str; 3] = ["danish", "documents", "minutes"];

fn dependencies(name: &str) -> Vec<String> {
    let folder = if name == "." { String::new() } else { format!("crates/{name}/") };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
    match manifest.get("dependencies") {
        Some(toml::Value::Table(table)) => table.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

#[test]
fn arrows_point_only_downwards() {
    let ours: Vec<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    for (name, allowed) in ARROWS {
        for dependency in dependencies(name) {
            let is_ours = ours.contains(&dependency.as_str());
            assert!(
                !is_ours || allowed.contains(&dependency.as_str()),
                "crate {name} must not depend on {dependency}; help: see the map in README.md"
            );
        }
    }
}

#[test]
fn language_and_reading_know_no_search_engine() {
    for name in WITHOUT_TANTIVY {
        assert!(!dependencies(name).contains(&"tantivy".to_owned()), "{name} sees tantivy");
    }
}

#[test]
fn the_top_level_holds_what_the_map_says() {
    let expected =
        ["Cargo.lock", "Cargo.toml", "README.md", "benches", "crates", "index-config", "tests"];
    // What building and a first session leave behind, both in .gitignore.
    let made_here = ["target", "referat-index", "referat-demo"];
    for entry in fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = expected.contains(&name.as_str()) || made_here.contains(&name.as_str());
        assert!(known || name.starts_with('.'), "{name} has no place at the top level");
    }
}
