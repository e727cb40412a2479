//! The lines of a header in, the name of the office or body that stands alone on one of them out.
//!
//! Deliberately absent: the body that a title or a label names (`head`).

use crate::line::{Line, ends_sentence, squeeze};
use crate::sections::label;
use crate::vocabulary::{Under, Words};

/// The name of an office alone on its line above or just below the title: the narrowest where several
/// stand there (`Region Nord`, `Havneudvalget`).
pub(super) fn letterhead(lines: &[Line], title: &[usize], words: &Words) -> Option<String> {
    let names: Vec<String> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .take(6)
        .filter(|(idx, _)| !title.contains(idx))
        // `Lindby Kommune            Dato: 3. maj 2022`
        .filter_map(|(idx, line)| {
            if let Some(name) = crate::body::unspaced(&line.text) {
                return Some((idx, name));
            }
            let cell = crate::sections::columns(&line.text).into_iter().next()?;
            Some((idx, squeeze(cell)))
        })
        .filter(|(idx, text)| !in_list(lines, *idx, text, words))
        .map(|(idx, text)| (body_alone(lines, idx, &text, words), text))
        .filter(|(alone, text)| {
            let count = text.chars().count();
            (5..=80).contains(&count)
                && text.starts_with(char::is_uppercase)
                && !text.contains([':', '@'])
                && text.matches('(').count() == text.matches(')').count()
                && !text.chars().any(|c| c.is_ascii_digit())
                && (!ends_sentence(text) || text.ends_with("a."))
                && (*alone || !is_labelled(text, words))
                && crate::body::names_body(text)
        })
        .map(|(_, text)| text)
        .collect();
    let narrow = names
        .iter()
        .find(|name| crate::body::names_meeters(name))
        .or_else(|| names.iter().find(|name| !crate::body::is_wide(name)));
    let name = narrow.or(names.first())?;
    // `Lundby Sogns Menighedsråd, Vig Provsti,`
    let name = [" – ", " - "]
        .iter()
        .find_map(|dash| {
            let (name, rest) = name.rsplit_once(dash)?;
            crate::body::tells_document_first(rest).then_some(name)
        })
        .unwrap_or(name);
    let first = name.split(", ").next().filter(|first| crate::body::names_body(first));
    let name = first.unwrap_or(name).trim_end_matches(',');
    // `Mødeprotokol for Havnerådet`
    let body = crate::body::body_of(name, None);
    Some(if crate::body::names_body(&body) { body } else { name.to_string() })
}

/// Whether a line is one of a list of people: it begins with a person, or a label stands above it.
fn in_list(lines: &[Line], idx: usize, text: &str, words: &Words) -> bool {
    let above = lines.get(..idx).unwrap_or_default().iter().rev();
    let a_person = crate::people::begins_with_person(text, words)
        && !crate::organisation::is_organisation(text)
        && !crate::body::names_meeters(text);
    a_person
        || above
            .take_while(|line| !line.is_blank())
            .filter_map(|line| label(&line.text, words))
            .any(|(under, name, rest)| {
                matches!(under, Under::People(..)) && rest.is_empty() && !names_kind(name)
            })
}

/// `Byrådet` alone on its line with no list below it is the name of the body, not a label.
fn body_alone(lines: &[Line], idx: usize, text: &str, words: &Words) -> bool {
    let below = lines.get(idx + 1);
    names_kind(text)
        && lines.get(idx).is_some_and(|line| squeeze(&line.text) == text)
        && below.is_none_or(|line| {
            line.is_blank() && !next_is_person(lines, idx, words) || is_labelled(&line.text, words)
        })
}

fn next_is_person(lines: &[Line], idx: usize, words: &Words) -> bool {
    let mut below = lines.get(idx + 1..).unwrap_or_default().iter();
    below
        .find(|line| !line.is_blank())
        .is_some_and(|line| crate::people::begins_with_person(&line.text, words))
}

/// One word for a body in its definite form.
fn names_kind(text: &str) -> bool {
    !text.contains([' ', ':']) && crate::body::is_kind(text)
}

pub(super) fn is_labelled(text: &str, words: &Words) -> bool {
    label(text, words).is_some()
}
