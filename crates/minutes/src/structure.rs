//! The lines of one meeting in, its outline out: header, items, and paragraphs under them.
//!
//! Deliberately absent: who speaks (`speech`), and where a meeting begins and ends (`split`).

mod paragraphs;

use std::collections::{HashMap, HashSet};

use crate::AgendaItem;
use crate::agenda::kind_of;
use crate::head::{Head, head};
use crate::headings::{self, Findings};
use crate::joining::Evidence;
use crate::line::{Line, usual_width};
use crate::outline::Outline;
use crate::vocabulary::Words;

use paragraphs::paragraphs;

/// What a line turned out to be.
#[derive(Debug, Clone)]
enum Piece {
    /// Text, or blank.
    Line(Line),
    /// The heading of the item with this index; its lines are gone.
    Heading(usize),
    /// Text from here on belongs to the item with this index, which was announced above.
    Back(usize),
    /// Text from here on belongs to no item.
    Loose,
}

/// Makes the outline of one meeting. `near` is the year that short years lie close to; without
/// `begins` it is the end of a meeting begun elsewhere, and has no header.
pub(crate) fn outline(
    lines: &[Line],
    words: &Words,
    evidence: &Evidence,
    near: Option<i16>,
    begins: bool,
) -> (Outline, Head) {
    let width = usual_width(lines);
    let Findings { found, repeated, loose_from } = headings::find(lines, width, evidence, words);
    let blanked: Vec<Line>;
    let lines = if repeated.is_empty() {
        lines
    } else {
        // The agenda at the top says nothing that the headings below do not say again.
        let gone: HashSet<usize> = repeated.into_iter().collect();
        blanked = lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                if gone.contains(&at) {
                    Line { text: String::new(), ..line.clone() }
                } else {
                    line.clone()
                }
            })
            .collect();
        &blanked
    };
    let mut items: Vec<AgendaItem> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let first = found.first().map_or(lines.len(), |h| h.at);
    let header = lines.get(..first).unwrap_or_default();
    let head = if begins {
        head(header, words, evidence, near)
    } else {
        Head { taken: vec![false; header.len()], ..Head::default() }
    };
    for (line, taken) in header.iter().zip(&head.taken) {
        let line = if *taken { Line { text: String::new(), ..line.clone() } } else { line.clone() };
        pieces.push(Piece::Line(line));
    }
    let mut at = first;
    let mut stack: Vec<String> = Vec::new();
    let mut next_heading = found.iter().peekable();
    while at < lines.len() {
        let Some(line) = lines.get(at) else { break };
        if loose_from == Some(at) {
            pieces.push(Piece::Loose);
        }
        let Some(heading) = next_heading.next_if(|h| h.at == at) else {
            pieces.push(Piece::Line(line.clone()));
            at += 1;
            continue;
        };
        if heading.back
            && let Some(idx) = numbers.get(&heading.number)
        {
            pieces.push(Piece::Back(*idx));
            // Sub-points stand under the item gone back to.
            stack = vec![heading.number.clone()];
        } else {
            stack.truncate(heading.depth);
            let own = heading.number.clone();
            let number = match stack.last() {
                Some(above) if !heading.whole => format!("{above}.{own}"),
                _ => own,
            };
            let (title, kind) = kind_of(crate::titles::without_leader(&heading.title.text));
            let closed = is_closed(&title);
            let title = without_access(&title).to_string();
            numbers.entry(number.clone()).or_insert(items.len());
            items.push(AgendaItem {
                number: number.clone(),
                closed,
                title,
                kind: kind.or(heading.kind),
                parent: stack.last().cloned(),
                line: line.number,
                page: line.page,
            });
            stack.push(number);
            pieces.push(Piece::Heading(items.len() - 1));
        }
        if let Some(rest) = &heading.title.rest {
            pieces.push(Piece::Line(Line { text: rest.clone(), ..line.clone() }));
        }
        at += heading.title.n_lines.max(1);
    }
    let paragraphs = paragraphs(&pieces, &items, evidence, width, words);
    let items = under_their_parents(items);
    let outline =
        Outline { body: head.body.clone(), people: head.people.clone(), items, paragraphs };
    (outline, head)
}

/// Sub-items found after a later item, moved behind their parent and its other sub-items.
fn under_their_parents(items: Vec<AgendaItem>) -> Vec<AgendaItem> {
    let late = items.windows(2).any(|pair| {
        matches!(pair, [before, item] if item.parent.is_some()
            && item.parent.as_ref() != Some(&before.number) && item.parent != before.parent)
    });
    if !late {
        return items;
    }
    let mut under: HashMap<String, Vec<AgendaItem>> = HashMap::new();
    let mut top: Vec<AgendaItem> = Vec::new();
    let numbers: HashSet<String> = items.iter().map(|item| item.number.clone()).collect();
    for item in items {
        match item
            .parent
            .clone()
            .filter(|parent| numbers.contains(parent) && *parent != item.number)
        {
            Some(parent) => under.entry(parent).or_default().push(item),
            None => top.push(item),
        }
    }
    let mut sorted = Vec::new();
    let mut open: Vec<AgendaItem> = top.into_iter().rev().collect();
    while let Some(item) = open.pop() {
        open.extend(under.remove(&item.number).unwrap_or_default().into_iter().rev());
        sorted.push(item);
    }
    sorted
}

/// `(Åben) Budget` → `Budget`: whether the public may listen is no part of the title.
fn without_access(title: &str) -> &str {
    let Some((inside, rest)) = title.strip_prefix('(').and_then(|t| t.split_once(')')) else {
        return title;
    };
    let lower = inside.to_lowercase();
    let access = ["åben", "åbent", "lukket", "offentlig", "offentligt", "fortrolig", "fortroligt"]
        .contains(&lower.split(' ').next().unwrap_or_default());
    if access && !rest.trim().is_empty() { rest.trim() } else { title }
}

fn is_closed(title: &str) -> bool {
    let lower = danish::lowercase(title);
    lower.starts_with("lukket") || lower.contains("(lukket") || lower.contains("lukket punkt")
}

/// Short answers of old protocols (`Til Efterretning`, `Bevilges`) are text, not headings.
pub(crate) fn has_verb(text: &str) -> bool {
    let lower = danish::lowercase(text);
    lower.contains("efterretning")
        || lower.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphabetic());
            word.chars().count() > 4
                && (word.ends_with("es")
                    || word.ends_with("et")
                    || word.ends_with("ede")
                    || word.ends_with("te"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ItemKind;
    use crate::line::lines_of;

    fn read(text: &str) -> Outline {
        let lines = lines_of(text);
        let words = Words::new(
            include_str!("../../../index-config/header-labels.txt"),
            include_str!("../../../index-config/titles.txt"),
        );
        outline(&lines, &words, &Evidence::of(&lines), None, true).0
    }

    fn items(text: &str) -> Vec<String> {
        read(text).items.into_iter().map(|item| format!("{} {}", item.number, item.title)).collect()
    }

    #[test]
    fn who_may_listen_is_no_part_of_a_title() {
        for (title, plain, closed) in [
            ("(Åben) Budget", "Budget", false),
            ("(Lukket) Køb af jord", "Køb af jord", true),
            ("(Åbent punkt) Valg", "Valg", false),
            ("(udsat) Valg", "(udsat) Valg", false),
            ("(Lukket)", "(Lukket)", true),
        ] {
            assert_eq!((without_access(title), is_closed(title)), (plain, closed), "{title}");
        }
    }

    #[test]
    fn announcements_inside_an_item() {
        let text = "1. Meddelelser (O)\n\n1. Status på havnen\nBo Holm orienterede om havnen.\n\n2. Nyt om stien\nBo Holm orienterede om stien.\n\n2. Handlingsplan (B)\nEa Friis gennemgik planen.\n\n3. Eventuelt\n-\n";
        assert_eq!(
            items(text),
            [
                "1 Meddelelser",
                "1.1 Status på havnen",
                "1.2 Nyt om stien",
                "2 Handlingsplan",
                "3 Eventuelt"
            ]
        );
        assert_eq!(read(text).items.first().and_then(|i| i.kind), Some(ItemKind::Information));
    }
}
