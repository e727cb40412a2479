//! Running heads of several lines beside a page number.
//!
//! In: lines, the shapes of those that could be heads, how often each comes, and what is furniture already. Out: more that is.
//! Deliberately absent: running heads of one line (`furniture`).

use std::collections::HashMap;

use crate::line::Line;

/// Most lines of a running head that stands right above or below a page number. No source.
const HEAD_LINES: usize = 4;

/// Running heads of several lines right above or below a page number: all of them come again.
pub(super) fn mark_head_blocks(
    lines: &[Line],
    shapes: &[Option<String>],
    counts: &HashMap<String, usize>,
    marked: &mut [bool],
) {
    let numbers: Vec<usize> =
        (0..lines.len()).filter(|idx| marked.get(*idx).copied().unwrap_or(false)).collect();
    for idx in numbers {
        for step in [1isize, -1] {
            let mut block: Vec<usize> = Vec::new();
            let mut at = idx;
            while let Some(next) = at.checked_add_signed(step)
                && lines.get(next).is_some_and(|line| !line.is_blank())
                && block.len() <= HEAD_LINES
            {
                block.push(next);
                at = next;
            }
            let again = |at: &usize| {
                let shape = shapes.get(*at).and_then(Option::as_ref);
                shape.is_some_and(|shape| counts.get(shape).is_some_and(|n| *n > 1))
            };
            if (2..=HEAD_LINES).contains(&block.len()) && block.iter().all(again) {
                for at in block {
                    if let Some(flag) = marked.get_mut(at) {
                        *flag = true;
                    }
                }
            }
        }
    }
}
