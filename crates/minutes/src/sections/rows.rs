//! The lines of a list of people in, its rows out: one a person where lines tell them apart, else one.
//!
//! Deliberately absent: which lines are the list (`sections`), and who stands in a row (`people`).

use crate::joining::{Evidence, join};
use crate::line::{Line, squeeze, starts_lower};
use crate::people::{begins_with_surname, is_people};
use crate::vocabulary::Words;

use super::columns;

/// The rows of a list.
pub(super) struct Rows {
    /// One a person, or one for all.
    pub rows: Vec<String>,
    /// Text runs on over the lines: sentences may follow the list.
    pub flows: bool,
}

/// The rows of a list: one a person where lines begin with one, else all lines joined.
pub(super) fn rows(lines: &[Line], words: &Words, evidence: &Evidence) -> Rows {
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
    let begins = |line: &Line| {
        is_people(&line.text, words)
            || !line.text.contains(' ')
            || begins_with_surname(&line.text, words)
    };
    let mut rows: Vec<Vec<&Line>> = Vec::new();
    for line in &mended {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|above| runs_on(above, line, words)) => {
                row.push(line);
            }
            _ => rows.push(vec![line]),
        }
    }
    let flows = rows.len() < mended.len() || rows.len() == 1;
    let n_people = rows.iter().filter(|row| row.first().is_some_and(|line| begins(line))).count();
    let flow = mended
        .iter()
        .zip(mended.iter().skip(1))
        .any(|(line, below)| is_open(line) || is_broken_name(line, below, words));
    if rows.len() < 2 || flow || n_people * 3 < rows.len() * 2 {
        let all: Vec<&Line> = mended.iter().collect();
        return Rows { rows: vec![join(&all, evidence).0], flows: true };
    }
    // What begins with nobody goes on with the row above.
    let mut whole: Vec<Vec<&Line>> = Vec::new();
    for row in rows {
        match whole.last_mut().filter(|_| !row.first().is_some_and(|line| begins(line))) {
            Some(above) => above.extend(row),
            None => whole.push(row),
        }
    }
    let rows = whole
        .iter()
        .flat_map(|row| match row.as_slice() {
            [line] => cells(&line.text, words),
            lines => vec![join(lines, evidence).0],
        })
        .collect();
    Rows { rows, flows }
}

/// Whether a row goes on with the line below it.
fn runs_on(line: &Line, below: &Line, words: &Words) -> bool {
    let goes_on = starts_lower(&below.text)
        && !words.is_title(below.text.split_whitespace().next().unwrap_or_default())
        || below.text.starts_with(['(', ',']);
    goes_on || is_open(line)
}

/// Whether a line of running text ends within its list.
fn is_open(line: &Line) -> bool {
    line.text.ends_with([',', '-', '=', '(']) && line.text.contains(',')
        || crate::joining::break_mark(&line.text).is_some()
        || line.text.matches('(').count() > line.text.matches(')').count()
}

/// `… Samira Holm (F), Poul` / `Erik Vig (O)`: a name goes on below.
fn is_broken_name(line: &Line, below: &Line, words: &Words) -> bool {
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
    let is_another = |cell: &str| {
        is_people(cell, words) && (danish::is_given_name(cell) || begins_with_surname(cell, words))
    };
    if cells.first().is_some_and(|cell| is_people(cell, words))
        && cells.iter().skip(1).any(|cell| is_another(cell))
    {
        cells.into_iter().map(str::to_string).collect()
    } else {
        vec![squeeze(&cells.join(", "))]
    }
}
