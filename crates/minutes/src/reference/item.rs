//! Items of the meeting: `punkt 4`, `pkt. 1.8`, `punkt 3 og 4`, `meddelelsespunkt 7`, `det foregående
//! punkt`. Points of another text (`indstillingens punkt 2`, `punkt 3 i handleplanen`) are none.

use super::numbers::{is_path, numbers};
use super::words::{Sentence, ends, one_of};
use super::{About, Found, ReferenceKind};

/// Words for an item.
const ITEM: [&str; 9] = [
    "punkt",
    "punktet",
    "punkter",
    "punkterne",
    "pkt",
    "dagsordenspunkt",
    "dagsordenspunktet",
    "dagsordenspunkter",
    "dagsordenspunkterne",
];

/// The items whose word stands at a place.
pub(super) fn item_at(sentence: &Sentence<'_>, at: usize) -> Found {
    let word = sentence.word(at);
    let group = word.strip_suffix("spunkt").filter(|group| ends(group, "else"));
    if !one_of(word, &ITEM) && group.is_none() {
        return None;
    }
    if let Some(found) = neighbour(sentence, at) {
        return Some(found);
    }
    let first = sentence.after_nr(sentence.after_stop(at + 1));
    let (found, next) = numbers(sentence, first, is_path)?;
    if of_other_text(sentence, at, next) {
        return None;
    }
    let references = found
        .iter()
        .enumerate()
        .map(|(nth, number)| {
            let from = if nth == 0 { at } else { number.from };
            let target = match group {
                Some(group) => in_group(sentence.about, group, &number.said),
                None => linked(sentence.about, &number.said),
            };
            sentence.reference(ReferenceKind::Item, from, number.to, target)
        })
        .collect();
    Some((references, next))
}

/// `det foregående punkt`, `næste dagsordenspunkt`: those beside the item of the statement.
fn neighbour(sentence: &Sentence<'_>, at: usize) -> Found {
    let step = match danish::lowercase(sentence.before(at)).as_ref() {
        "foregående" | "forrige" | "sidste" => -1,
        "næste" | "efterfølgende" | "følgende" => 1,
        _ => return None,
    };
    if one_of(sentence.word(at), &["pkt", "punkter", "punkterne"]) || is_path(sentence.word(at + 1))
    {
        return None;
    }
    let target = sentence.about.current.and_then(|current| beside(sentence.about, current, step));
    let reference = sentence.reference(ReferenceKind::Item, at - 1, at + 1, Some(target?));
    Some((vec![reference], at + 1))
}

fn beside(about: &About<'_>, current: &str, step: i8) -> Option<String> {
    let own = about.items.iter().find(|item| item.number == current)?;
    let siblings: Vec<&str> = about
        .items
        .iter()
        .filter(|item| item.parent == own.parent)
        .map(|item| item.number.as_str())
        .collect();
    let at = siblings.iter().position(|number| *number == current)?;
    let beside = if step < 0 { at.checked_sub(1)? } else { at.checked_add(1)? };
    siblings.get(beside).map(|number| (*number).to_owned())
}

/// Whether the words around say that the point is one of another text.
fn of_other_text(sentence: &Sentence<'_>, at: usize, next: usize) -> bool {
    let before = sentence.before(at);
    let owner = (ends(before, "ens") || ends(before, "ets") || ends(before, "nes"))
        && !ends(before, "dagsordenens")
        && !ends(before, "dagens")
        && !ends(before, "mødets");
    // `§ 4, stk. 2, pkt. 3`
    let of_law = sentence
        .tokens
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(4)
        .any(|token| token.is("§") || one_of(token.text, &["stk", "litra"]));
    let recommended = sentence.tokens.iter().any(|token| {
        danish::lowercase(token.text).starts_with("indstilling") && !ends(token.text, "punkt")
    });
    let inside = sentence.word(next + 1);
    let in_text = one_of(sentence.word(next), &["i", "af"])
        && !inside.starts_with(char::is_uppercase)
        && (ends(inside, "en") || ends(inside, "et") || ends(inside, "ne"))
        && !inside.contains("dagsorden")
        && !ends(inside, "mødet");
    owner || of_law || recommended || in_text
}

/// The number of the item that a printed number means: the main one before one below the same item.
fn linked(about: &About<'_>, said: &str) -> Option<String> {
    let known = |number: &str| about.items.iter().any(|item| item.number == number);
    if known(said) {
        return Some(said.to_owned());
    }
    let (above, _) = about.current?.split_once('.')?;
    let below = format!("{above}.{said}");
    known(&below).then_some(below)
}

/// `meddelelsespunkt 7` → the seventh below *Meddelelser*.
fn in_group(about: &About<'_>, group: &str, said: &str) -> Option<String> {
    let group = danish::lowercase(group);
    let above =
        about.items.iter().find(|item| danish::lowercase(&item.title).starts_with(&*group))?;
    let number = format!("{}.{said}", above.number);
    about.items.iter().any(|item| item.number == number).then_some(number)
}
