//! Minutes in two columns (*Punkt | Referat*, *Dagsorden | Beslutning*) in, the same lines one after the
//! other out: what stands on the left of an item, then what stands on the right.
//!
//! Columns are told by where on the line they stand. Deliberately absent: tables with bars or tabs, and
//! what a line means.

use crate::agenda::number_of;
use crate::line::Line;

/// Heads of a column of items, lower case.
const LEFT: [&str; 9] = [
    "punkt",
    "punkter",
    "pkt",
    "pkt.",
    "dagsorden",
    "dagsordenspunkt",
    "dagsordenspunkter",
    "emne",
    "sag",
];

/// Heads of a column of text, lower case.
const RIGHT: [&str; 9] = [
    "referat",
    "referat/beslutning",
    "referat og beslutning",
    "beslutning",
    "beslutninger",
    "konklusion",
    "drøftelse",
    "opfølgning",
    "bemærkninger",
];

/// Puts columns one below the other; lines outside of such a table stay as they are.
pub(crate) fn unfold(lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| right_column(line).is_some()) {
        return lines;
    }
    let mut unfolded = Vec::with_capacity(lines.len());
    let mut right_at: Option<usize> = None;
    let mut row = Row::default();
    for line in lines {
        if let Some(column) = right_column(&line) {
            row.flush(&mut unfolded);
            right_at = Some(column);
            unfolded.push(line);
            continue;
        }
        let Some(column) = right_at else {
            unfolded.push(line);
            continue;
        };
        match halves(&line, column) {
            Halves::Left => {
                if number_of(&line.text).is_some() {
                    row.flush(&mut unfolded);
                }
                row.left.push(line);
            }
            Halves::Right => row.right.push(line),
            Halves::Both(left, right) => {
                if number_of(&left).is_some() {
                    row.flush(&mut unfolded);
                }
                row.parted = true;
                row.left.push(Line { text: left, ..line.clone() });
                row.right.push(Line { text: right, indent: column, ..line });
            }
            Halves::Whole => {
                row.flush(&mut unfolded);
                unfolded.push(line);
            }
        }
    }
    row.flush(&mut unfolded);
    unfolded
}

/// Where the right column begins, in characters, when a line is the head of such a table.
fn right_column(line: &Line) -> Option<usize> {
    let (left, gap) = line.text.split_once("   ")?;
    let right = gap.trim_start();
    let told = |cell: &str, heads: &[&str]| {
        heads.contains(&cell.trim().trim_end_matches(':').to_lowercase().as_str())
    };
    (told(left, &LEFT) && told(right, &RIGHT))
        .then(|| line.indent + (line.text.chars().count() - right.chars().count()))
}

/// The lines of one row so far.
#[derive(Default)]
struct Row {
    left: Vec<Line>,
    right: Vec<Line>,
    /// Some line had text in both columns.
    parted: bool,
}

impl Row {
    fn flush(&mut self, to: &mut Vec<Line>) {
        let (mut left, right) = (std::mem::take(&mut self.left), std::mem::take(&mut self.right));
        let parted = std::mem::take(&mut self.parted);
        if !parted {
            // Left and right followed each other: as they were.
            left.extend(right);
            left.sort_by_key(|line| line.number);
            to.append(&mut left);
            return;
        }
        let gap = right.first().map(|line| Line { text: String::new(), ..line.clone() });
        to.append(&mut left);
        to.extend(gap);
        to.extend(right);
    }
}

/// Which columns a line has text in.
enum Halves {
    Left,
    Right,
    Both(String, String),
    /// It runs across, or is blank.
    Whole,
}

fn halves(line: &Line, column: usize) -> Halves {
    if line.is_blank() || line.heading.is_some() {
        return Halves::Whole;
    }
    if line.indent + 1 >= column {
        return Halves::Right;
    }
    let letters: Vec<char> = line.text.chars().collect();
    let exact = column - line.indent;
    if letters.len() < exact {
        return Halves::Left;
    }
    // A gap ends where the right column begins, give or take one.
    for at in [exact, exact - 1, exact + 1] {
        // A title may fill its column.
        let least = if at == exact && number_of(&line.text).is_some() { 1 } else { 2 };
        let gap = at >= least
            && letters.get(at - least..at).is_some_and(|gap| gap.iter().all(|c| *c == ' '))
            && letters.get(at).is_some_and(|c| *c != ' ' && (least == 2 || c.is_uppercase()));
        if gap {
            let text = |part: &[char]| part.iter().collect::<String>().trim().to_string();
            let (left, right) = letters.split_at(at);
            return Halves::Both(text(left), text(right));
        }
    }
    Halves::Whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines_of;

    #[test]
    fn columns_one_below_the_other() {
        for (text, want) in [
            (
                "Punkt               Referat\n\n1. Dagsorden        Den blev godkendt.\n\n2. Skole-hjem-      Princippet er fra 2014.\n   princip          Det skal ses efter.\n                    Udsat.\n3. Evt.             Intet.
4. Valg af formand  Ea blev valgt.",
                "Punkt               Referat||1. Dagsorden||Den blev godkendt.||2. Skole-hjem-|princip||Princippet er fra 2014.|Det skal ses efter.|Udsat.|3. Evt.||Intet.|4. Valg af formand||Ea blev valgt.",
            ),
            (
                "Dagsorden           Beslutning\n\n1. Regnskabet\nDet er sendt ud med dagsordenen.\n                    Godkendt.",
                "Dagsorden           Beslutning||1. Regnskabet|Det er sendt ud med dagsordenen.|Godkendt.",
            ),
            ("Dato            Sted\n1. Maj          Huset", "Dato            Sted|1. Maj          Huset"),
        ] {
            let got: Vec<String> =
                unfold(lines_of(text)).into_iter().map(|line| line.text).collect();
            assert_eq!(got.join("|"), want, "{text:?}");
        }
    }
}
