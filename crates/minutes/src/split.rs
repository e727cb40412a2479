//! The lines of a file in, the lines of each of its meetings out.
//!
//! Deliberately absent: what a meeting's header says (`head`).

use std::ops::Range;

use danish::find_dates;

use crate::line::Line;

/// Where each meeting stands, in order, every line in exactly one. One range when the file holds one
/// meeting.
pub(crate) fn meetings(lines: &[Line], near: Option<i16>) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> =
        (0..lines.len()).filter(|at| opens_meeting(lines, *at, near)).collect();
    if starts.len() < 2 {
        return vec![0..lines.len()];
    }
    if let Some(first) = starts.first_mut()
        && lines
            .get(..*first)
            .is_some_and(|before| before.iter().filter(|l| !l.is_blank()).count() < 3)
    {
        *first = 0;
    }
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().copied().zip(ends).map(|(from, to)| from..to).collect()
}

fn opens_meeting(lines: &[Line], at: usize, near: Option<i16>) -> bool {
    let Some(line) = lines.get(at) else { return false };
    if line.is_blank()
        || at.checked_sub(1).and_then(|b| lines.get(b)).is_some_and(|before| !before.is_blank())
    {
        return false;
    }
    let opening: String = lines
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|line| !line.is_blank())
        .take(3)
        .map(|line| line.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
        .replace("- ", "")
        .replace("= ", "");
    let lower = opening.to_lowercase();
    let meeting = [
        "sogneraadsmøde",
        "afholdt sogneraad",
        "holdt tiset sogneraad",
        "var sogneraad",
        "møde",
        "generalforsamling",
    ]
    .iter()
    .any(|word| lower.contains(word));
    let dated = find_dates(&opening, near).iter().any(|date| date.year.is_some());
    let early = line.text.to_lowercase();
    meeting
        && dated
        && (early.contains("møde") || early.starts_with("aar ") || early.starts_with("referat"))
}
