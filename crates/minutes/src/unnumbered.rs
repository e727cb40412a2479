//! Headings without numbers: set in bold or as headings, in capitals, with a colon, or short lines that
//! agendas are known by (*Velkomst*, *Eventuelt*).
//!
//! One kind at a time, the kind of which there are most. They are numbered in order. Deliberately
//! absent: documents with numbers; `headings` asks here only where those are missing.

use crate::blocks::{is_label, record_of};
use crate::headings::Found;
use crate::line::{Line, ends_sentence, starts_upper};
use crate::people::is_people;
use crate::prose::reads_as_text;
use crate::sections::label;
use crate::structure::has_verb;
use crate::titles::Title;
use crate::vocabulary::{Under, Words};

/// Beginnings of titles that agendas are known by, lower case. **Source:** our own list.
const AGENDA_WORDS: [&str; 49] = [
    "velkomst",
    "velkommen",
    "godkendelse af",
    "valg af",
    "valg til",
    "meddelelser",
    "orientering",
    "eventuelt",
    "evt",
    "næste møde",
    "formandens beretning",
    "bestyrelsens beretning",
    "beretning",
    "regnskab",
    "årsregnskab",
    "budget",
    "indkomne forslag",
    "kontingent",
    "fastsættelse af",
    "opfølgning",
    "siden sidst",
    "nyt fra",
    "kommende",
    "status",
    "drøftelse",
    "punkter til",
    "underskrift",
    "referat fra",
    "referat af",
    "økonomi",
    "aktiviteter",
    "konstituering",
    "dagsorden",
    "mødeplan",
    "personale",
    "bygninger",
    "lukket punkt",
    "åbent punkt",
    "kommunikation",
    "arrangementer",
    "post",
    "udvalg",
    "forslag",
    "sager til",
    "runde",
    "bordet rundt",
    "fremlæggelse",
    "ordstyrer",
    "protokol",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Marked(u8),
    Bold,
    Capitals,
    Colon,
    Known,
    Short,
    /// `Regnskabet for 1953.`
    Stop,
}

/// The headings, with depth for headings that the format ranks.
pub(crate) fn find(lines: &[Line], width: usize, words: &Words) -> Vec<Found> {
    let start = lines.iter().position(|line| !line.is_blank()).map_or(0, |first| first + 1);
    let looks: Vec<(usize, Look)> = (start..lines.len())
        .filter_map(|at| look(lines, at, width, words).map(|look| (at, look)))
        .collect();
    let of = |wanted: &dyn Fn(Look) -> bool| -> Vec<(usize, Look)> {
        looks.iter().copied().filter(|(_, look)| wanted(*look)).collect()
    };
    let known = |found: &[(usize, Look)]| {
        found
            .iter()
            .filter(|(at, _)| lines.get(*at).is_some_and(|line| is_known(&line.text)))
            .count()
    };
    let marked = of(&|look| matches!(look, Look::Marked(_)));
    let stopped: Vec<(usize, Look)> = looks
        .iter()
        .copied()
        .filter(|(at, look)| {
            let stops = lines.get(*at).is_some_and(|line| line.text.ends_with('.'));
            *look == Look::Stop || (*look == Look::Known && stops)
        })
        .collect();
    let kinds = [
        (of(&|look| look == Look::Bold), 2, 0),
        (of(&|look| look == Look::Capitals), 3, 1),
        (of(&|look| look == Look::Colon), 3, 1),
        (of(&|look| matches!(look, Look::Known)), 2, 2),
        (of(&|look| matches!(look, Look::Known | Look::Short)), 3, 2),
        (stopped, 3, 1),
    ];
    if marked.len() >= 2 {
        return ranked(lines, &marked);
    }
    kinds
        .into_iter()
        .filter(|(found, least, least_known)| found.len() >= *least && known(found) >= *least_known)
        .max_by_key(|(found, _, _)| found.len())
        .map(|(found, _, _)| ranked(lines, &found))
        .unwrap_or_else(|| run_ins(lines, start, words))
}

/// Headings that their text goes on behind: `Økonomi: Ea Friis gennemgik regnskabet.`
fn run_ins(lines: &[Line], start: usize, words: &Words) -> Vec<Found> {
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(start) {
        let fresh = at.checked_sub(1).and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
        let Some((head, rest)) = line.text.split_once(':').filter(|_| fresh) else { continue };
        let first = head.split_whitespace().next().unwrap_or_default();
        let title = (1..=4).contains(&head.split_whitespace().count())
            && head.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || c == '-')
            && head.chars().any(char::is_lowercase)
            && starts_upper(head)
            && !words.is_title(first)
            && !danish::is_given_name(first)
            && label(&line.text, words).is_none();
        if title && starts_upper(rest) && rest.starts_with(char::is_whitespace) {
            found.push((at, head, rest.trim()));
        }
    }
    let known = found.iter().filter(|(_, head, _)| is_known(head)).count();
    if found.len() < 3 || known < 2 {
        return Vec::new();
    }
    let numbered = (1..).zip(found);
    numbered
        .map(|(number, (at, head, rest)): (usize, _)| {
            let title = Title {
                text: head.to_string(),
                n_lines: 1,
                rest: Some(rest.to_string()),
                running: false,
            };
            found_at(at, number, title)
        })
        .collect()
}

/// An item of its own at a line.
fn found_at(at: usize, number: usize, title: Title) -> Found {
    Found { at, depth: 0, number: number.to_string(), whole: false, title, back: false, kind: None }
}

/// Most words of a label with a colon behind it.
const MOST_LABEL_WORDS: usize = 9;

/// An agenda without numbers below *Dagsorden* whose titles come again as lines of their own: the
/// headings, and the lines of the agenda that they repeat.
pub(crate) fn listed(lines: &[Line], words: &Words) -> Option<(Vec<Found>, Vec<usize>)> {
    let agenda = lines.iter().take(AGENDA_WITHIN).position(|line| {
        // A label is short; most lines are none.
        let text = line.text.trim_end_matches(':');
        text.split_whitespace().nth(MOST_LABEL_WORDS).is_none()
            && (matches!(label(&line.text, words), Some((Under::Field(field), _, "")) if field == "agenda")
                || danish::lowercase(text) == "dagsorden")
    })?;
    let from = agenda + 1 + usize::from(lines.get(agenda + 1).is_some_and(Line::is_blank));
    let entries: Vec<&Line> =
        lines.get(from..)?.iter().take_while(|line| !line.is_blank()).take(40).collect();
    let titles: Vec<String> = entries
        .iter()
        .map(|line| line.text.trim_start_matches(['-', '–', '•', '*', '·', ' ']).trim().to_string())
        .collect();
    let plain =
        |line: &&&Line| crate::agenda::number_of(&line.text).is_some() || reads_as_text(&line.text);
    if titles.len() < 3 || entries.iter().any(|line| plain(&line)) {
        return None;
    }
    let keys: Vec<String> = titles.iter().map(|title| crate::agenda_list::key(title)).collect();
    let places = crate::agenda_list::places_below(lines, &keys, from + entries.len());
    if places.iter().flatten().count() * 10 < keys.len() * 6 {
        return None;
    }
    let mut found = Vec::new();
    let mut repeated = Vec::new();
    for (idx, (title, place)) in titles.into_iter().zip(places).enumerate() {
        let (at, n_lines) = place.unwrap_or((from + idx, 1));
        if place.is_some() {
            repeated.push(from + idx);
        }
        found.push(found_at(at, idx + 1, Title { text: title, n_lines, ..Title::default() }));
    }
    found.sort_by_key(|found| found.at);
    Some((found, repeated))
}

/// An agenda stands on the first page, in lines. No source.
const AGENDA_WITHIN: usize = 60;

fn look(lines: &[Line], at: usize, width: usize, words: &Words) -> Option<Look> {
    let line = lines.get(at)?;
    let text = line.text.as_str();
    let count = text.chars().count();
    if line.is_blank()
        || count > 120
        || (is_label(text) && !is_known(text))
        || record_of(text).is_some()
    {
        return None;
    }
    if titles_meeting(lines, at) || is_action_list(text) {
        return None;
    }
    if let Some((under, _, _)) = label(text, words)
        && !matches!(under, Under::Field(field) if field == "other")
        && !is_known(text)
    {
        return None;
    }
    if let Some(level) = line.heading {
        return Some(Look::Marked(level));
    }
    let fresh = at
        .checked_sub(1)
        .and_then(|at| lines.get(at))
        .is_none_or(|before| before.is_blank() || ends_sentence(&before.text));
    if !fresh
        || !starts_upper(text)
        || count > 80
        || text.ends_with([',', ';', '-'])
        || reads_as_text(text)
    {
        return None;
    }
    if line.bold {
        return Some(Look::Bold);
    }
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() > 4 && letters.iter().all(|c| c.is_uppercase()) {
        return Some(Look::Capitals);
    }
    let below = lines.get(at + 1..).unwrap_or_default().iter().find(|line| !line.is_blank())?;
    if text.ends_with(':') {
        return Some(Look::Colon);
    }
    let short = count * 10 < width * 8 || below.text.chars().count() > count;
    if is_known(text) && short && !text.ends_with(['!', '?']) {
        return Some(Look::Known);
    }
    // A short line right above its text, without a verb and not a name.
    let right_above = lines.get(at + 1).is_some_and(|next| !next.is_blank());
    let after_blank = at.checked_sub(1).and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    let n_words = text.split_whitespace().count();
    // A title that ends in a full stop, set apart by the blank line and by how short it is.
    let title = text.trim_end_matches('.');
    let stops = text.ends_with('.')
        && !title.ends_with('.')
        && (title.ends_with(|c: char| c.is_ascii_digit()) || !crate::prose::is_abbreviation(title));
    let verb = danish::lowercase(title).contains("efterretning")
        || title
            .split_whitespace()
            .any(|word| crate::prose::is_finite_verb(&danish::lowercase(word)))
        || title
            .split_whitespace()
            .next()
            .is_some_and(|word| crate::prose::is_passive(&danish::lowercase(word)));
    if stops
        && right_above
        && after_blank
        && n_words <= 6
        && count * 10 < width * 7
        && !verb
        && !is_people(text, words)
    {
        return Some(Look::Stop);
    }
    let plain = n_words <= 6 && count <= 50 && !ends_sentence(text) && !has_verb(text);
    (right_above && after_blank && plain && !is_people(text, words)).then_some(Look::Short)
}

/// A line near the top that is the title of the minutes: `BESTYRELSESMØDE ONSDAG DEN 6. NOVEMBER 1996`.
fn titles_meeting(lines: &[Line], at: usize) -> bool {
    let before = lines.get(..at).unwrap_or_default().iter().filter(|line| !line.is_blank()).count();
    let Some(line) = lines.get(at).filter(|_| before < 6) else { return false };
    let names = danish::lowercase(&line.text).split_whitespace().take(4).any(|word| {
        ["møde", "mødet", "generalforsamling", "referat"].iter().any(|end| word.ends_with(end))
    });
    names && danish::find_dates(&line.text, None).iter().any(|date| date.year.is_some())
}

/// The head of a list of what is to be done, below the last item.
fn is_action_list(text: &str) -> bool {
    let lower = danish::lowercase(text.trim_end_matches(':'));
    [
        "action points",
        "actionpoints",
        "aktionsliste",
        "aktionspunkter",
        "handlingsliste",
        "opgaveliste",
        "to do",
        "to-do",
        "aktionslog",
    ]
    .contains(&lower.as_ref())
}

fn is_known(text: &str) -> bool {
    let lower = danish::lowercase(text);
    text.split_whitespace().count() <= 8
        && AGENDA_WORDS.iter().any(|start| {
            lower.strip_prefix(start).is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_alphanumeric()) || start.len() > 9
            })
        })
}

/// Numbers the headings in order, those of a lower rank inside those above.
fn ranked(lines: &[Line], found: &[(usize, Look)]) -> Vec<Found> {
    let rank = |look: Look| match look {
        Look::Marked(level) => level,
        _ => 1,
    };
    // One heading above all others is the title of the minutes.
    let top = found.iter().map(|(_, look)| rank(*look)).min().unwrap_or(1);
    let title_only = found.iter().filter(|(_, look)| rank(*look) == top).count() == 1
        && found.first().is_some_and(|(_, look)| rank(*look) == top)
        && found.len() > 1;
    let rest: Vec<&(usize, Look)> = found.iter().skip(usize::from(title_only)).collect();
    let top = rest.iter().map(|(_, look)| rank(*look)).min().unwrap_or(1);
    let (mut outer, mut inner) = (0, 0);
    let mut headings = Vec::new();
    for (at, look) in rest {
        let Some(line) = lines.get(*at) else { continue };
        let depth = usize::from(rank(*look) > top && outer > 0);
        let number = if depth == 0 {
            outer += 1;
            inner = 0;
            outer
        } else {
            inner += 1;
            inner
        };
        headings.push(Found {
            at: *at,
            depth,
            number: number.to_string(),
            whole: false,
            title: Title {
                text: line.text.trim_end_matches([':', '.']).trim().to_string(),
                n_lines: 1,
                ..Title::default()
            },
            back: false,
            kind: None,
        });
    }
    headings
}
