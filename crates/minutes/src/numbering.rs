//! All numbered lines of a meeting in, the ones that are headings out, with their depth.
//!
//! Each line alone may be a heading, a point of a list inside a paragraph, or part of a sentence.
//! What decides is the best sequence of all: numbers that go on, one style a level, kind letters on
//! one level, announcements that restart at 1 inside an item while the outer numbers go on later.
//! A beam search keeps the best few readings, so the time is linear in the lines.
//! Deliberately absent: titles and text.

use smallvec::SmallVec;

use crate::agenda::Style;

/// A numbered line as a possible heading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// Number as printed, in parts.
    pub path: Vec<u32>,
    /// How it is written.
    pub style: Style,
    /// It bears the number of the one before with a letter (`6b`).
    pub suffixed: bool,
    /// The agenda at the top has this number with this title: it is a heading in whatever order.
    pub announced: bool,
    /// How much it looks like a heading by itself: about 1 for a clear one, below 0.3 for a point in
    /// a list.
    pub looks: f32,
    /// Whether a kind letter stands by it.
    pub has_kind: bool,
    /// Whether text of its own follows before the next candidate.
    pub has_body: bool,
    /// Whether it stands in a block in which lists are usual (*Indstilling*).
    pub in_block: bool,
    /// How much is lost when it is read as no heading.
    pub regret: f32,
}

/// The depth at which a candidate is a heading: 0 for an item; `None` for no heading.
pub(crate) type Depth = Option<usize>;

/// How many readings are kept; with 24 the announcements inside an item (nine of them) are still
/// undecided when the outer number comes. Tried on our own test minutes.
const BEAM: usize = 24;

const DEEPEST: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Level {
    style: Style,
    last: u32,
    has_kind: bool,
    members: u32,
    /// The last number one level down, where it goes on under the next (`I` with 1 and 2, `II` with 3).
    below: u32,
}

/// The open levels of a reading; copied for every candidate and reading, so without memory of their own.
type Levels = SmallVec<[Level; DEEPEST + 1]>;

#[derive(Debug, Clone)]
struct Reading {
    levels: Levels,
    score: f32,
    choice: usize,
}

/// Which candidates are headings.
pub(crate) fn headings(candidates: &[Candidate]) -> Vec<Depth> {
    // Choices as a tree: what was chosen, and the choice before it (index, 0 for none).
    let mut choices: Vec<(Depth, usize)> = vec![(None, 0)];
    let mut beam = vec![Reading { levels: Levels::new(), score: 0.0, choice: 0 }];
    let mut next: Vec<(Reading, Depth)> = Vec::new();
    for candidate in candidates {
        for reading in &beam {
            let rejected = Reading { score: reading.score - candidate.regret, ..reading.clone() };
            next.push((rejected, None));
            for depth in 0..=reading.levels.len().min(DEEPEST) {
                if let Some((levels, gain)) = accept(&reading.levels, candidate, depth) {
                    next.push((
                        Reading { levels, score: reading.score + gain, choice: reading.choice },
                        Some(depth),
                    ));
                }
            }
        }
        next.sort_by(|(a, da), (b, db)| b.score.total_cmp(&a.score).then(da.cmp(db)));
        beam.clear();
        for (mut reading, depth) in next.drain(..) {
            if beam.len() == BEAM {
                break;
            }
            if beam.iter().any(|kept: &Reading| kept.levels == reading.levels) {
                continue;
            }
            choices.push((depth, reading.choice));
            reading.choice = choices.len() - 1;
            beam.push(reading);
        }
    }
    let mut at = beam.first().map_or(0, |best| best.choice);
    let mut depths = Vec::with_capacity(candidates.len());
    while at != 0 {
        let Some((depth, before)) = choices.get(at) else { break };
        depths.push(*depth);
        at = *before;
    }
    depths.reverse();
    depths
}

/// The levels after reading the candidate as a heading at `depth`, and what that is worth.
fn accept(levels: &[Level], candidate: &Candidate, depth: usize) -> Option<(Levels, f32)> {
    let number = candidate.path.last().copied()?;
    if candidate.path.len() > 1 {
        // `4.1` says itself where it belongs.
        let parents = candidate.path.get(..candidate.path.len() - 1)?;
        let under = levels.len() >= parents.len()
            && levels.iter().zip(parents).all(|(level, parent)| level.last == *parent);
        if under && depth != parents.len() {
            return None;
        }
        if !under && depth != 0 {
            return None;
        }
        if !under {
            // Its parent has no heading: one flat sequence.
            let flat = candidate
                .path
                .iter()
                .fold(0u32, |sum, part| sum.saturating_mul(100).saturating_add(*part));
            return go_on_or_open(levels, candidate, 0, flat.saturating_add(100_000));
        }
    }
    go_on_or_open(levels, candidate, depth, number)
}

fn go_on_or_open(
    levels: &[Level],
    candidate: &Candidate,
    depth: usize,
    number: u32,
) -> Option<(Levels, f32)> {
    let mut gain = candidate.looks;
    let below = levels.get(depth + 1).map(|level| level.last);
    let mut levels = Levels::from_slice(levels.get(..(depth + 1).min(levels.len()))?);
    if let Some(level) = levels.get_mut(depth) {
        let flat = number > 100_000;
        let again = candidate.suffixed && number == level.last;
        let any_order = candidate.announced && depth == 0;
        let counts_on = number > level.last || again || any_order;
        if !level.style.counts_like(candidate.style) || !counts_on {
            return None;
        }
        let gap = if any_order { 0 } else { number.saturating_sub(level.last).saturating_sub(1) };
        if gap > 4 && !flat {
            return None;
        }
        if !flat {
            gain -= 0.45 * gap as f32;
        } else if level.last <= 100_000 {
            gain -= 0.6;
        }
        if !level.style.goes_with(candidate.style) {
            gain -= 0.7;
        }
        if level.has_kind && !candidate.has_kind {
            gain -= 0.15;
        } else if !level.has_kind && candidate.has_kind {
            gain -= if level.members > 1 { 0.3 } else { 0.1 };
        }
        if depth > 0 {
            gain += nested_worth(candidate);
        }
        *level = Level {
            style: candidate.style,
            last: number,
            has_kind: level.has_kind || candidate.has_kind,
            members: level.members + 1,
            below: below.unwrap_or(level.below),
        };
        return Some((levels, gain));
    }
    if depth != levels.len() {
        return None;
    }
    if depth == 0 {
        let late =
            if number > 100_000 { 0.3 } else { 0.15 * number.saturating_sub(1).min(5) as f32 };
        gain += 0.2 - late;
        if candidate.style == Style::Letter {
            gain -= 0.7;
        }
    } else {
        // Numbers that go on under Roman ones.
        let goes_on = levels.last().is_some_and(|above| {
            above.style == Style::Roman && above.below > 0 && number == above.below + 1
        });
        if number > 1 && !goes_on {
            return None;
        }
        gain += nested_worth(candidate) - 0.25;
        if levels
            .last()
            .is_some_and(|above| above.style == Style::Letter && candidate.style == Style::Letter)
        {
            return None;
        }
    }
    levels.push(Level {
        style: candidate.style,
        last: number,
        has_kind: candidate.has_kind,
        members: 1,
        below: 0,
    });
    Some((levels, gain))
}

/// A sub-item stands for itself: with text below, outside the blocks in which lists are usual.
fn nested_worth(candidate: &Candidate) -> f32 {
    let mut worth = 0.0;
    if !candidate.has_body {
        worth -= 0.7;
    }
    if candidate.in_block {
        worth -= 1.0;
    }
    if candidate.has_kind {
        worth -= 0.2;
    }
    worth
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line a candidate: number, style mark, flags: `k` kind, `-` no body, `b` in a block.
    fn depths(lines: &[&str]) -> String {
        let candidates: Vec<Candidate> = lines
            .iter()
            .map(|line| {
                let numbered = crate::agenda::number_of(line).expect("a number");
                Candidate {
                    path: numbered.path.clone(),
                    style: numbered.style,
                    suffixed: numbered.suffix.is_some(),
                    announced: false,
                    looks: if numbered.title.starts_with("liste") { 0.3 } else { 0.9 },
                    has_kind: numbered.title.contains("(O)"),
                    has_body: !numbered.title.ends_with('-'),
                    in_block: numbered.title.contains("blok"),
                    regret: 0.3,
                }
            })
            .collect();
        headings(&candidates)
            .into_iter()
            .map(|depth| depth.map_or('x', |d| char::from_digit(d as u32, 10).unwrap_or('?')))
            .collect()
    }

    #[test]
    fn sequences() {
        for (lines, want) in [
            (&["1. A", "2. B", "3. C"][..], "000"),
            (&["0. V", "1. M (O)", "1. A", "2. B", "3. C", "2. G (O)", "3. H (O)"], "0011100"),
            (&["1. M", "1. A", "2. B", "3. C", "2. G", "3. H", "4. I"], "0111000"),
            (&["4. F", "a) A", "b) B", "5. G"], "0110"),
            (&["1. A", "2. B", "1. liste blok -", "2. liste blok -", "3. C"], "00xx0"),
            (&["1. A", "1.1 B", "1.2 C", "2. D", "2.1 E"], "01101"),
            (&["8. A", "9. B", "10. C"], "000"),
            (&["1. A", "2. B", "4. D"], "000"),
            (&["6. A", "6b. B", "7. C"], "000"),
            (&["I. A", "1. B", "2. C", "II. D", "3. E", "III. F"], "011010"),
            (&["Punkt 1: A", "1. liste -", "2. liste -", "Punkt 2: B"], "0xx0"),
        ] {
            assert_eq!(depths(lines), want, "{lines:?}");
        }
    }

    #[test]
    fn time_grows_with_the_lines() {
        let candidates: Vec<Candidate> = (0..3000u32)
            .map(|n| Candidate {
                path: vec![n % 7 + 1],
                style: Style::Dot,
                suffixed: false,
                announced: false,
                looks: 0.6,
                has_kind: false,
                has_body: true,
                in_block: false,
                regret: 0.2,
            })
            .collect();
        assert_eq!(headings(&candidates).len(), candidates.len());
    }
}
