//! The lines of a list of people in, its rows out: one a person where lines tell them apart, else one.
//!
//! Deliberately absent: which lines are the list (`sections`), and who stands in a row (`people`).

use crate::joining::{Evidence, join};
use crate::line::{Line, squeeze, starts_lower};
use crate::people::is_people;
use crate::vocabulary::Words;

use super::columns;

/// The rows of a list: one a line where each line is a person of its own, else all lines joined.
pub(super) fn rows(lines: &[Line], words: &Words, evidence: &Evidence) -> Vec<String> {
    let mended: Vec<Line> = lines
        .iter()
        .enumerate()
        .map(|(idx, line)| match evidence.with_lost_letter(&line.text).filter(|_| idx == 0) {
            Some(text) => Line { text, ..line.clone() },
            None => line.clone(),
        })
        .map(|line| {
            // A second column tells more about the person in the first.
            let cells = cells(&line.text, words);
            match cells.as_slice() {
                [one] => Line { text: one.clone(), ..line },
                _ => line,
            }
        })
        .collect();
    let lines = mended.as_slice();
    let wrapped = lines.iter().enumerate().any(|(idx, line)| {
        let last = idx + 1 == lines.len();
        let open = !last
            && (line.text.ends_with([',', '-', '=', '(']) && line.text.contains(',')
                || crate::joining::break_mark(&line.text).is_some()
                || line.text.matches('(').count() > line.text.matches(')').count());
        let goes_on = idx > 0
            && (starts_lower(&line.text)
                && !words.is_title(line.text.split_whitespace().next().unwrap_or_default())
                || line.text.starts_with(['(', ',']));
        open || goes_on
    });
    // `… Samira Holm (F), Poul` / `Erik Vig (O)`: a name goes on below.
    let broken_name = lines.iter().zip(lines.iter().skip(1)).any(|(line, below)| {
        let last = line.text.rsplit(',').next().unwrap_or_default().trim();
        let last = ["og ", "samt "]
            .iter()
            .filter_map(|and| last.rsplit_once(and))
            .map(|(_, name)| name)
            .next()
            .unwrap_or(last);
        // Where people stand between commas, one word alone at the end is a given name nobody told us.
        let between = || {
            let n_people = line.text.split(',').filter(|part| is_people(part, words)).count();
            let surname = below.text.split([' ', ',']).next().unwrap_or_default();
            n_people > 1
                && last.chars().all(char::is_alphabetic)
                && crate::line::starts_upper(last)
                && crate::line::starts_upper(surname)
                && !crate::organisation::is_organisation(last)
                && !is_people(below.text.split(',').next().unwrap_or_default(), words)
        };
        line.text.contains(',') && !last.contains(' ') && (danish::is_given_name(last) || between())
    });
    let wrapped = wrapped || broken_name;
    let each = lines.iter().all(|line| is_people(&line.text, words) || !line.text.contains(' '));
    if lines.len() > 1 && !wrapped && each {
        return lines.iter().flat_map(|line| cells(&line.text, words)).collect();
    }
    let refs: Vec<&Line> = lines.iter().collect();
    vec![join(&refs, evidence).0]
}

/// The cells of a row in two columns, when more than one of them is a person.
fn cells(text: &str, words: &Words) -> Vec<String> {
    let cells = columns(text);
    // `BH     Bo Holm     Havnestyrelsen`: initials in a column before the name.
    if let [initials, name, rest @ ..] = cells.as_slice()
        && !initials.contains(' ')
        && is_people(&format!("{initials} {name}"), words)
        && initials.chars().all(char::is_uppercase)
    {
        let more: String = rest.iter().map(|cell| format!(", {cell}")).collect();
        return vec![format!("{initials} {name}{more}")];
    }
    if cells.iter().filter(|cell| is_people(cell, words)).count() > 1 {
        cells.into_iter().map(str::to_string).collect()
    } else {
        vec![squeeze(&cells.join(", "))]
    }
}
