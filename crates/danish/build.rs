//! Turns the text tables of `data/` into automata that the program carries.
//!
//! In: `data/rules.tsv`, `data/words.tsv`. Out: `rules.fst`, `words.fst` and `tables.rs` in the build folder.
//! Deliberately absent: any judgement; `data/make_data.py` made those.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data/rules.tsv");
    println!("cargo::rerun-if-changed=data/words.tsv");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut tables = String::new();
    fs::write(out.join("rules.fst"), rules(&mut tables)?)?;
    fs::write(out.join("words.fst"), words(&mut tables)?)?;
    fs::write(out.join("tables.rs"), tables)?;
    Ok(())
}

/// Reversed ending → number of the set of edits; the sets go to `tables.rs`.
fn rules(tables: &mut String) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = fs::read_to_string("data/rules.tsv")?;
    let mut sets: BTreeMap<&str, u64> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    let mut builder = fst::MapBuilder::memory();
    for line in text.lines() {
        let (ending, edits) = line.split_once('\t').ok_or("a line without tab")?;
        let next = order.len() as u64;
        let number = *sets.entry(edits).or_insert(next);
        if number == next {
            order.push(edits);
        }
        builder.insert(ending, number)?;
    }
    writeln!(tables, "/// The sets of edits that `rules.fst` points to.")?;
    writeln!(tables, "pub(crate) static EDITS: &[&[Edit]] = &[")?;
    for edits in order {
        tables.push_str("&[");
        for edit in edits.split(' ') {
            let pos = edit.get(..1).ok_or("an empty edit")?;
            let rest = edit.get(1..).ok_or("an empty edit")?;
            let digits = rest.trim_end_matches(|c: char| !c.is_ascii_digit());
            let add = rest.get(digits.len()..).ok_or("a bad edit")?;
            write!(tables, "Edit {{ pos: {}, cut: {digits}, add: {add:?} }},", pos_bits(pos))?;
        }
        tables.push_str("],\n");
    }
    tables.push_str("];\n");
    Ok(builder.into_inner()?)
}

/// Base form → facts, packed as `src/lexicon.rs` unpacks them; other base forms of modifiers go to `tables.rs`.
fn words(tables: &mut String) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = fs::read_to_string("data/words.tsv")?;
    let mut bases: BTreeMap<(usize, String), u64> = BTreeMap::new();
    let mut order: Vec<(usize, String)> = vec![(0, String::new())];
    let mut builder = fst::MapBuilder::memory();
    for line in text.lines() {
        let field: Vec<&str> = line.split('\t').collect();
        let get = |i: usize| field.get(i).copied().unwrap_or_default();
        let number = |i: usize| get(i).parse::<u64>();
        let word = get(0);
        let mut links = 0u64;
        for c in get(2).chars() {
            links |= match c {
                '0' => 1,
                's' => 2,
                'e' => 4,
                'r' => 8,
                _ => 0,
            };
        }
        let mut value = pos_bits(get(1)) | links << 7 | number(3)?.min(63) << 11;
        value |= number(4)?.min(31) << 17 | number(5)?.min(31) << 22;
        if !get(6).is_empty() {
            let common = word.bytes().zip(get(6).bytes()).take_while(|(a, b)| a == b).count();
            let edit = (word.len() - common, get(6).get(common..).unwrap_or_default().to_owned());
            let next = order.len() as u64;
            let n = *bases.entry(edit.clone()).or_insert(next);
            if n == next {
                order.push(edit);
            }
            value |= n << 27;
        }
        for (i, cut) in get(7).split_whitespace().take(3).enumerate() {
            let (end, link) = cut.split_once('+').ok_or("a bad cut")?;
            value |= (end.parse::<u64>()? | link.parse::<u64>()? << 6) << (33 + 8 * i);
        }
        builder.insert(word, value)?;
    }
    if order.len() > 63 {
        return Err("too many kinds of modifier".into());
    }
    writeln!(
        tables,
        "/// How a modifier that is no base form becomes one (`billed` → `billede`)."
    )?;
    writeln!(tables, "pub(crate) static BASES: &[(usize, &str)] = &{order:?};")?;
    Ok(builder.into_inner()?)
}

fn pos_bits(pos: &str) -> u64 {
    pos.chars().fold(0, |bits, c| {
        bits | match c {
            'N' => 1,
            'V' => 2,
            'A' => 4,
            'P' => 8,
            'M' => 16,
            'X' => 32,
            'C' => 64,
            _ => 0,
        }
    })
}
