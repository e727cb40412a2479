//! Markdown in, one page of plain lines out: headings with their level, everything else as the text
//! that a reader would see. Every line keeps its number. A syntax tree is deliberately absent: minutes
//! are read line by line, and a line must be found again in the file.

use crate::inline::plain;
use crate::{Line, Page, text};

/// Whether text is Markdown: by its name, else by at least two of its signs.
pub(crate) fn is_markdown(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    if [".md", ".markdown", ".mkd"].iter().any(|ending| name.ends_with(ending)) {
        return true;
    }
    let lines = || text::lines(text).map(|(_, line)| line);
    // Most texts have none of these signs anywhere: one look each before the lines are cut.
    let has =
        |mark: &str, sign: fn(&str) -> bool| usize::from(text.contains(mark) && lines().any(sign));
    let n_headings =
        if text.contains('#') { lines().filter(|line| heading(line).is_some()).count() } else { 0 };
    let n_signs = n_headings.min(2)
        + has("|", |line| line.contains('|') && is_table_rule(line))
        + has("**", |line| line.matches("**").count() >= 2)
        + has("](", |line| line.contains("](http") || line.contains("](/"))
        + has("```", |line| line.starts_with("```"));
    n_signs >= 2
}

/// Cuts Markdown into the lines that a reader sees.
///
/// Headings (`#`, and underlined ones) carry their level; marks of emphasis, quotes, links and tags are
/// gone; any list mark is `- `; the cells of a table row stand with a tab between them; the line under a
/// heading and the rule of a table are blank. Of front matter the values of `title` and `date` stay.
pub(crate) fn pages(text: &str) -> Vec<Page> {
    let source: Vec<(u32, &str)> = text::lines(text).collect();
    let n_front = front_matter(&source);
    let (front, body) = source.split_at(n_front);
    let mut lines = body_lines(body);
    let first_heading =
        lines.iter().find(|line| line.heading.is_some()).map(|line| line.text.clone());
    let front =
        front_lines(front).into_iter().filter(|line| Some(&line.text) != first_heading.as_ref());
    lines.splice(0..0, front.collect::<Vec<_>>());
    vec![Page { number: 1, lines }]
}

fn body_lines(source: &[(u32, &str)]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(source.len());
    let mut fence: Option<&str> = None;
    let mut in_comment = false;
    let mut in_table = false;
    // How many lines the paragraph has so far: an underline makes a heading of a paragraph of one.
    let mut n_paragraph = 0;
    for (n, &(number, raw)) in source.iter().enumerate() {
        let mut add =
            |text: String, heading: Option<u8>| lines.push(Line { number, text, heading });
        let trimmed = raw.trim();
        if let Some(mark) = fence {
            let ends = trimmed.starts_with(mark) && trimmed.chars().all(|c| mark.starts_with(c));
            fence = fence.filter(|_| !ends);
            add(if ends { String::new() } else { raw.to_owned() }, None);
            continue;
        }
        if in_comment {
            let after = raw.split_once("-->").map(|(_, after)| after);
            in_comment = after.is_none();
            add(after.map(plain).unwrap_or_default(), None);
            continue;
        }
        let next = source.get(n + 1).map(|(_, next)| *next).unwrap_or_default();
        in_table = trimmed.contains('|') && (in_table || is_row(trimmed) || is_table_rule(next));
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark)) {
            fence = Some(mark);
            n_paragraph = 0;
            add(String::new(), None);
        } else if let Some((before, after)) =
            raw.split_once("<!--").filter(|(_, after)| !after.contains("-->"))
        {
            in_comment = !after.is_empty() || next.contains("-->") || n + 1 < source.len();
            add(plain(before), None);
        } else if let Some((level, text)) = heading(raw) {
            n_paragraph = 0;
            add(plain(text), Some(level));
        } else if let Some(level) = underline(trimmed).filter(|_| n_paragraph == 1) {
            n_paragraph = 0;
            if let Some(above) = lines.last_mut() {
                above.heading = Some(level);
            }
            lines.push(Line { number, text: String::new(), heading: None });
        } else if is_rule(trimmed) || (in_table && is_table_rule(trimmed)) || is_reference(trimmed)
        {
            n_paragraph = 0;
            add(String::new(), None);
        } else if in_table {
            n_paragraph = 0;
            add(row(trimmed), None);
        } else if trimmed.is_empty() {
            n_paragraph = 0;
            add(String::new(), None);
        } else {
            let (text, starts_item) = item(without_note_mark(unquoted(raw)));
            // An item of a list is no paragraph that an underline could make a heading of; a number is,
            // other than in CommonMark: agendas are written so.
            n_paragraph = if starts_item { 2 } else { n_paragraph + 1 };
            add(text, None);
        }
    }
    lines
}

/// `## Titel ##` as its level and text.
fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches(' ');
    if line.len() - text.len() > 3 {
        return None;
    }
    let after = text.trim_start_matches('#');
    let level = text.len() - after.len();
    if !(1..=6).contains(&level) || !after.starts_with([' ', '\t']) || after.trim().is_empty() {
        return None;
    }
    let after = after.trim();
    let open = after.trim_end_matches('#');
    // `C#` ends in a sign that is meant; a closing run stands apart.
    let text = if open.ends_with(' ') { open.trim_end() } else { after };
    Some((level as u8, text))
}

/// The level that `====` or `----` gives the line above.
fn underline(trimmed: &str) -> Option<u8> {
    let all = |sign: char| trimmed.len() >= 2 && trimmed.chars().all(|c| c == sign);
    if all('=') {
        Some(1)
    } else if all('-') {
        Some(2)
    } else {
        None
    }
}

/// A rule across the page: three or more of one sign. `===` alone is one to most writers.
fn is_rule(trimmed: &str) -> bool {
    let signs: String = trimmed.chars().filter(|c| *c != ' ').collect();
    signs.len() >= 3 && ['-', '*', '_', '='].iter().any(|sign| signs.chars().all(|c| c == *sign))
        // A line to sign on is a run of underscores without spaces and is no loss either.
        && trimmed.len() < 200
}

/// `|---|:--:|`, also without the outer bars.
fn is_table_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// A row with bars at both ends.
fn is_row(trimmed: &str) -> bool {
    trimmed.len() > 1 && trimmed.starts_with('|') && trimmed.ends_with('|')
}

/// The cells of a row with a tab between them.
fn row(trimmed: &str) -> String {
    let inner = trimmed.strip_prefix('|').unwrap_or(trimmed);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    // An escaped bar belongs to its cell.
    let cells = inner.replace("\\|", "\u{0}");
    let cells: Vec<String> =
        cells.split('|').map(|cell| plain(cell.trim()).replace('\u{0}', "|")).collect();
    cells.join("\t").trim_end().to_owned()
}

/// `[bilag]: https://…`: the target of a link, which no reader sees.
fn is_reference(trimmed: &str) -> bool {
    let Some((label, target)) = trimmed.strip_prefix('[').and_then(|rest| rest.split_once("]:"))
    else {
        return false;
    };
    // A footnote (`[^1]: …`) is text.
    !label.is_empty()
        && !label.starts_with('^')
        && target.split_whitespace().count() <= 2
        && target.contains(['/', '.', '#'])
}

/// A line without the marks of a quotation before it.
fn unquoted(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// The text of a footnote (`[^1]: …`), which is text like any other.
fn without_note_mark(line: &str) -> &str {
    let note = line.strip_prefix("[^").and_then(|rest| rest.split_once("]: "));
    note.map_or(line, |(_, text)| text)
}

/// The text of a line, its list mark made `- ` and its task box taken off; and whether it has one.
fn item(line: &str) -> (String, bool) {
    let text = line.trim_start();
    let indent = line.get(..line.len() - text.len()).unwrap_or_default();
    let after = text.strip_prefix(['-', '*', '+']).filter(|after| after.starts_with([' ', '\t']));
    let Some(after) = after.map(str::trim_start) else {
        return (format!("{indent}{}", plain(text)), false);
    };
    let boxes = ["[ ] ", "[x] ", "[X] "];
    let after = boxes.iter().find_map(|mark| after.strip_prefix(mark)).unwrap_or(after);
    (format!("{indent}- {}", plain(after)), true)
}

/// How many lines of front matter stand at the top: `---`, lines of `name: value`, `---`.
fn front_matter(source: &[(u32, &str)]) -> usize {
    if source.first().is_none_or(|(_, line)| line.trim_end() != "---") {
        return 0;
    }
    for (n, (_, line)) in source.iter().enumerate().skip(1) {
        let line = line.trim_end();
        if n > 1 && matches!(line, "---" | "...") {
            return n + 1;
        }
        let inside =
            line.is_empty() || line.starts_with([' ', '-', '#', '\t']) || line.contains(':');
        if !inside {
            break;
        }
    }
    0
}

/// The values of `title` and `date`, as lines.
fn front_lines(front: &[(u32, &str)]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, line) in front {
        let Some((key, value)) = line.split_once(':') else { continue };
        let text = value.trim().trim_matches(['"', '\'']).to_owned();
        let heading = match key.trim().to_lowercase().as_str() {
            "title" | "titel" => Some(1),
            "date" | "dato" => None,
            _ => continue,
        };
        if !text.is_empty() {
            lines.push(Line { number: *number, text, heading });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines that are not blank, as `number heading text`.
    fn shape(text: &str) -> Vec<String> {
        let shown = |line: &Line| {
            let level = line.heading.map_or(String::new(), |level| format!("h{level} "));
            format!("{} {level}{}", line.number, line.text)
        };
        let pages = pages(text);
        pages[0].lines.iter().filter(|line| !line.text.trim().is_empty()).map(shown).collect()
    }

    #[test]
    fn headings() {
        let text = "# Referat #\n\nTitel\n=====\ntekst\n\nUnder\n---\n\n#ikke\n\n####### ikke\n\n   ### C# *her*\n\n4. Eventuelt\n------------\n";
        let want = [
            "1 h1 Referat",
            "3 h1 Titel",
            "5 tekst",
            "7 h2 Under",
            "10 #ikke",
            "12 ####### ikke",
            "14 h3 C# her",
            "16 h2 4. Eventuelt",
        ];
        assert_eq!(shape(text), want);
    }

    #[test]
    fn a_rule_is_no_underline() {
        for text in ["en\nto\n---\n", "- punkt\n---\n", "tekst\n\n---\n", "***\n", "* * *\n"] {
            assert!(shape(text).iter().all(|line| !line.contains(" h")), "{text:?}");
            assert!(!shape(text).join(" ").contains("--"), "{text:?}");
        }
    }

    #[test]
    fn tables_become_tabs() {
        let text = "| Navn | Parti |\n|:-----|------:|\n| **Åse Holm** | A |\n| Ib \\| Krog | |\n\nNavn | Rolle\n--- | ---\nAda | formand\n\nA | B er ikke en tabel\n";
        let want = [
            "1 Navn\tParti",
            "3 Åse Holm\tA",
            "4 Ib | Krog",
            "6 Navn\tRolle",
            "8 Ada\tformand",
            "10 A | B er ikke en tabel",
        ];
        assert_eq!(shape(text), want);
    }

    #[test]
    fn lists_quotes_code_and_comments() {
        let text = "* et\n  + to\n- [x] tre\n3. fire\n> > citat\n```\n# kode\n```\n<!-- skjult\nog her --> synlig\n[b]: https://a.dk\n[^1]: fodnote her\n";
        let want = [
            "1 - et",
            "2   - to",
            "3 - tre",
            "4 3. fire",
            "5 citat",
            "7 # kode",
            "10  synlig",
            "12 fodnote her",
        ];
        assert_eq!(shape(text), want);
    }

    #[test]
    fn front_matter_gives_title_and_date() {
        let text =
            "---\ntitle: \"Møde i Å-laug\"\ndate: 2021-03-04\ntags: [a, b]\n---\n# Dagsorden\n";
        assert_eq!(shape(text), ["2 h1 Møde i Å-laug", "3 2021-03-04", "6 h1 Dagsorden"]);
        let text = "---\ntitle: Referat\n---\n# Referat\n";
        assert_eq!(shape(text), ["4 h1 Referat"]);
        assert_eq!(shape("---\nIkke noget forord\n---\n"), ["2 h2 Ikke noget forord"]);
    }

    #[test]
    fn markdown_is_told_by_its_signs() {
        for (text, name, want) in [
            ("Møde", "a.md", true),
            ("# Et\n\n# To\n", "a.txt", true),
            ("# Et\n\n**Til stede:** Ib\n", "a", true),
            ("Referat\n=======\n\n1. punkt\n", "a.txt", false),
            ("# 1 på listen\n", "a.txt", false),
            ("5 * 3 og 4 * 2 | note\n", "a.txt", false),
        ] {
            assert_eq!(is_markdown(text, name), want, "{text:?}");
        }
    }
}
