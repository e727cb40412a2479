//! The bytes of a PDF whose table of objects is broken in, the same with a new table out. Mail programs
//! and editors that touch a PDF as text shift everything in it; the objects themselves are whole.
//! Deliberately absent: files that are cut short, since what they lack cannot be known.

use std::collections::BTreeMap;

/// The largest object number of a PDF (ISO 32000-1, annex C).
const MAX_NUMBER: u32 = 8_388_607;

/// The file with a table of the objects that stand in it; `None` when it is cut short, encrypted or has no
/// root.
pub(super) fn rebuilt(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = position(bytes, b"%PDF-")?;
    let bytes = bytes.get(start..)?;
    let tail = bytes.get(bytes.len().saturating_sub(2048)..)?;
    position(tail, b"%%EOF")?;
    if position(bytes, b"/Encrypt").is_some() {
        return None;
    }
    let objects = objects(bytes);
    let root = root(bytes).or_else(|| catalogue(bytes, &objects))?;

    let mut file = bytes.to_vec();
    let table_at = file.len() + 1;
    let mut table = String::from("\nxref\n0 1\n0000000000 65535 f \n");
    for (number, place) in &objects {
        table += &format!("{number} 1\n{place:010} 00000 n \n");
    }
    let size = objects.last_key_value()?.0 + 1;
    table += &format!("trailer\n<</Size {size}/Root {root} 0 R>>\nstartxref\n{table_at}\n%%EOF\n");
    file.extend_from_slice(table.as_bytes());
    Some(file)
}

/// Where each object begins: `12 0 obj`. Of two with one number the later counts, as in a file that was
/// saved again.
fn objects(bytes: &[u8]) -> BTreeMap<u32, usize> {
    let mut objects = BTreeMap::new();
    for (at, _) in bytes.windows(4).enumerate().filter(|(_, window)| *window == b" obj") {
        let before = bytes.get(at.saturating_sub(20)..at).unwrap_or_default();
        // Backwards: the generation, a space, the number.
        let n_generation = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let rest = before.get(..before.len() - n_generation).unwrap_or_default();
        let Some(rest) = rest.strip_suffix(b" ").filter(|_| n_generation > 0) else { continue };
        let n_digits = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let place = at - n_generation - 1 - n_digits;
        if let Some(number) = number(bytes.get(place..).unwrap_or_default()) {
            objects.insert(number, place);
        }
    }
    objects
}

/// The number of the root that the last trailer names: `/Root 1 0 R`.
fn root(bytes: &[u8]) -> Option<u32> {
    let last = bytes.windows(6).rposition(|window| window == b"/Root ")?;
    number(bytes.get(last + 6..)?)
}

/// The number of the object that says it is the catalogue.
fn catalogue(bytes: &[u8], objects: &BTreeMap<u32, usize>) -> Option<u32> {
    let is_catalogue = |place: usize| {
        let start = bytes.get(place..).unwrap_or_default();
        let start = start.get(..300).unwrap_or(start);
        let end = position(start, b"endobj").unwrap_or(start.len());
        start.get(..end).is_some_and(|object| position(object, b"/Catalog").is_some())
    };
    objects.iter().find(|(_, place)| is_catalogue(**place)).map(|(number, _)| *number)
}

/// The number at the start of bytes, when objects may have it.
fn number(bytes: &[u8]) -> Option<u32> {
    let n_digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).take(8).count();
    let digits = std::str::from_utf8(bytes.get(..n_digits)?).ok()?;
    digits.parse().ok().filter(|number| (1..=MAX_NUMBER).contains(number))
}

fn position(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words)
}
