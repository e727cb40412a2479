//! A web page in, the lines that a reader sees out: headings, paragraphs, lists with their numbers, rows
//! of tables with tabs between cells. Menus, scripts, forms and what is hidden are left out; where a page
//! marks its main part, only that is read.
//!
//! Work is linear in the size of the page and needs no tree, so nesting cannot hurt. Deliberately absent:
//! what scripts and style sheets would make of it.

mod entities;
mod tags;

use crate::flow::{Flow, shown};
use crate::{Format, Pages};
use entities::unescaped;
use tags::{Piece, Tag, pieces};

/// Elements of which nothing is read.
const LEFT_OUT: &[&str] = &[
    "script", "style", "nav", "noscript", "template", "svg", "select", "button", "iframe", "head",
    "form", "menu", "object", "audio", "video", "canvas", "datalist", "dialog",
];

/// Elements of which nothing is read outside the main part.
const AROUND: &[&str] = &["header", "footer", "aside"];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "caption",
    "blockquote",
    "pre",
    "hr",
    "figure",
    "figcaption",
    "address",
    "details",
    "summary",
    "body",
    "html",
    "header",
    "footer",
    "aside",
    "fieldset",
    "center",
];

/// The main part counts when so many letters stand in it. No source.
const MIN_MAIN: usize = 200;

/// Reads a web page.
pub(crate) fn read(text: &str) -> Pages {
    let pieces = pieces(text);
    let main = ["main", "article"].into_iter().find_map(|name| {
        let pages = walked(&pieces, Some(name));
        let n_letters: usize = pages
            .iter()
            .flat_map(|page| &page.lines)
            .map(|line| line.text.chars().filter(|c| c.is_alphabetic()).count())
            .sum();
        (n_letters >= MIN_MAIN).then_some(pages)
    });
    let mut pages = main.unwrap_or_else(|| walked(&pieces, None));
    let has_heading = pages.iter().flat_map(|page| &page.lines).any(|line| line.heading == Some(1));
    if let Some(title) = title(&pieces).filter(|_| !has_heading) {
        let mut flow = Flow::new();
        flow.paragraph(&title, Some(1));
        for line in pages.into_iter().flat_map(|page| page.lines) {
            flow.paragraph(&line.text, line.heading);
        }
        pages = flow.into_pages();
    }
    Pages { format: Format::Html, pages }
}

/// The title in the head of a page.
fn title(pieces: &[Piece<'_>]) -> Option<String> {
    let at =
        pieces.iter().position(|piece| matches!(piece, Piece::Open(tag) if tag.name == "title"))?;
    match pieces.get(at + 1)? {
        Piece::Text(text) => Some(squeezed(&unescaped(text))).filter(|title| !title.is_empty()),
        _ => None,
    }
}

/// A list that is open.
struct List {
    /// The format and number of the next element; none for bullets.
    next: Option<(String, u32)>,
}

/// Goes through a page, or through its elements of one name.
fn walked(pieces: &[Piece<'_>], only: Option<&str>) -> Vec<crate::Page> {
    let mut flow = Flow::new();
    let mut line = String::new();
    let mut heading: Option<u8> = None;
    let mut lists: Vec<List> = Vec::new();
    // Elements inside which everything is left out: name and how often it is open.
    let mut out: Option<(&str, usize)> = None;
    let mut n_inside = 0usize;
    let mut n_rows = 0usize;
    let mut is_preformatted = 0usize;
    let last_close = |name: &str| {
        pieces.iter().rposition(|piece| matches!(piece, Piece::Close(own) if own == name))
    };
    let names = LEFT_OUT.iter().chain(AROUND).copied();
    let mut closes: std::collections::BTreeMap<String, Option<usize>> =
        names.map(|name| (name.to_owned(), last_close(name))).collect();
    for (at, piece) in pieces.iter().enumerate() {
        if let Some((name, n_open)) = out.as_mut() {
            match piece {
                Piece::Open(tag) if tag.name == *name && !tag.is_alone => *n_open += 1,
                Piece::Close(close) if close == name => *n_open -= 1,
                _ => {}
            }
            if *n_open == 0 {
                out = None;
            }
            continue;
        }
        let is_read = only.is_none() || n_inside > 0;
        match piece {
            Piece::Text(text) if is_read => {
                if is_preformatted > 0 {
                    line.push_str(&unescaped(text));
                } else {
                    add_squeezed(&mut line, &unescaped(text));
                }
            }
            Piece::Open(tag) => {
                let is_around = AROUND.contains(&tag.name.as_str()) && n_inside == 0;
                if LEFT_OUT.contains(&tag.name.as_str()) || is_around || is_hidden(tag) {
                    let name = tag.name.as_str();
                    let close = closes.entry(name.to_owned()).or_insert_with(|| last_close(name));
                    // An element that nobody closes does not swallow the rest of the page.
                    if !tag.is_alone && close.is_some_and(|close| close > at) {
                        out = Some((name, 1));
                    }
                    continue;
                }
                if only == Some(tag.name.as_str()) {
                    n_inside += 1;
                }
                match tag.name.as_str() {
                    "br" => line.push('\n'),
                    "td" | "th" if n_rows > 0 && !line.is_empty() => {
                        line.truncate(line.trim_end_matches(' ').len());
                        line.push('\t');
                    }
                    "td" | "th" => {}
                    name if BLOCKS.contains(&name) && n_rows == 0 => {
                        end(&mut flow, &mut line, heading);
                        match name {
                            "ul" => lists.push(List { next: None }),
                            "ol" => {
                                let format = tag.attribute("type").unwrap_or("1").to_owned();
                                let start = tag
                                    .attribute("start")
                                    .and_then(|n| n.parse().ok())
                                    .unwrap_or(1);
                                lists.push(List { next: Some((format, start)) });
                            }
                            "li" => line.push_str(&mark(lists.last_mut(), tag)),
                            "tr" => n_rows += 1,
                            "pre" => is_preformatted += 1,
                            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                                heading = name.get(1..).and_then(|level| level.parse().ok());
                            }
                            "table" | "hr" => flow.apart(),
                            _ => {}
                        }
                    }
                    // A new row ends the one that nobody closed.
                    "tr" => end(&mut flow, &mut line, heading),
                    name if BLOCKS.contains(&name) => add_squeezed(&mut line, " "),
                    _ => {}
                }
            }
            Piece::Close(name) => {
                if only == Some(name.as_str()) {
                    end(&mut flow, &mut line, heading);
                    n_inside = n_inside.saturating_sub(1);
                }
                match name.as_str() {
                    "tr" | "table" => {
                        n_rows = 0;
                        end(&mut flow, &mut line, heading);
                        if name == "table" {
                            flow.apart();
                        }
                    }
                    name if BLOCKS.contains(&name) && n_rows == 0 => {
                        end(&mut flow, &mut line, heading);
                        match name {
                            "ul" | "ol" => drop(lists.pop()),
                            "pre" => is_preformatted = is_preformatted.saturating_sub(1),
                            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading = None,
                            _ => {}
                        }
                    }
                    name if BLOCKS.contains(&name) => add_squeezed(&mut line, " "),
                    _ => {}
                }
            }
            Piece::Text(_) => {}
        }
    }
    end(&mut flow, &mut line, heading);
    flow.into_pages()
}

/// Ends a line, if there is one.
fn end(flow: &mut Flow, line: &mut String, heading: Option<u8>) {
    let text = std::mem::take(line);
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let text = lines.join("\n");
    let text = text.trim_matches([' ', '\n']);
    // An empty cell at the beginning of a row is a cell.
    if !text.trim().is_empty() && !matches!(text.trim(), "-") {
        flow.paragraph(text, heading);
    }
}

/// What stands before an element of a list.
fn mark(list: Option<&mut List>, tag: &Tag<'_>) -> String {
    let Some(List { next: Some((format, number)) }) = list else { return "- ".to_owned() };
    if let Some(value) = tag.attribute("value").and_then(|n| n.parse().ok()) {
        *number = value;
    }
    let shown = shown(*number, if format == "1" { "decimal" } else { format });
    *number = number.saturating_add(1);
    format!("{shown}. ")
}

/// Whether a tag says that it is hidden or helps to find the way.
fn is_hidden(tag: &Tag<'_>) -> bool {
    let role = tag.attribute("role").unwrap_or_default();
    let style = tag.attribute("style").unwrap_or_default().replace(' ', "").to_lowercase();
    let is_named = |name: &str| {
        let words = tag.attribute(name).unwrap_or_default().to_lowercase();
        words.split([' ', '-', '_']).any(|word| {
            matches!(
                word,
                "breadcrumb"
                    | "breadcrumbs"
                    | "cookie"
                    | "cookies"
                    | "navigation"
                    | "nav"
                    | "navbar"
                    | "skiplink"
            )
        })
    };
    matches!(
        role,
        "navigation" | "banner" | "search" | "contentinfo" | "menu" | "dialog" | "alertdialog"
    ) || tag.attribute("hidden").is_some()
        || tag.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || (!matches!(tag.name.as_str(), "body" | "html" | "main" | "article")
            && (is_named("class") || is_named("id")))
}

/// Adds text with single spaces, none at the beginning of a line.
fn add_squeezed(line: &mut String, text: &str) {
    for c in text.chars() {
        if !matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{C}') {
            line.push(c);
        } else if !line.is_empty() && !line.ends_with([' ', '\n', '\t']) {
            line.push(' ');
        }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let pages = read(text).pages;
        let lines = pages.into_iter().flat_map(|page| page.lines);
        let shown = lines.filter(|line| !line.text.is_empty()).map(|line| match line.heading {
            Some(level) => format!("h{level} {}", line.text),
            None => line.text,
        });
        shown.collect()
    }

    #[test]
    fn what_a_reader_sees_of_a_page() {
        for (text, expected) in [
            ("<h1>Møde</h1><p>Kommu<b>ne</b>n</p>", &["h1 Møde", "Kommunen"][..]),
            ("<p>Ulla<br>Brask<p>Ib", &["Ulla", "Brask", "Ib"]),
            ("<ol start=2><li>Sag<li>Andet</ol><ul><li>Øl</ul>", &["2. Sag", "3. Andet", "- Øl"]),
            ("<ol type=a><li>Sag</li></ol>", &["a. Sag"]),
            (
                "<table><tr><th>Navn<th>Parti<tr><td>Åse <i>Holm</i></td><td>A</td></tr></table>",
                &["Navn\tParti", "Åse Holm\tA"],
            ),
            (
                "<table><tr><td><p>To</p><p>linjer</p></td><td>B</td></tr></table>",
                &["To linjer\tB"],
            ),
            (
                "<p>R&oslash;d &amp; bl&aring; &#230; &#xF8; &ndash; &nbsp;5&euro; &ukendt; &lt;p></p>",
                &["Rød & blå æ ø – \u{A0}5€ &ukendt; <p>"],
            ),
            (
                "<nav><a>Forside</a></nav><p>Tekst</p><script>if (a<b) x</script><style>p{}</style>",
                &["Tekst"],
            ),
            (
                "<header>Kommunen</header><div class='cookie-banner'>Ja tak</div><p hidden>x</p><p>Tekst</p><footer>Tlf.</footer>",
                &["Tekst"],
            ),
            ("<nav><p>Aldrig lukket", &["Aldrig lukket"]),
            ("<!-- <p>nej</p> --><p>ja</p><!doctype html>", &["ja"]),
            ("<head><title>Referat</title></head><body><p>Tekst", &["h1 Referat", "Tekst"]),
            ("<pre>a  b\nc</pre>", &["a  b", "c"]),
            ("a < b og <3", &["a < b og <3"]),
            ("<p title='a>b'>x</p><p title=\"uden slut>y</p>", &["x"]),
            ("", &[]),
        ] {
            assert_eq!(lines(text), expected, "{text}");
        }
    }

    #[test]
    fn the_main_part_is_read_alone() {
        let long = "Udvalget drøftede planen. ".repeat(12);
        let page = format!(
            "<div>Menu og reklame</div><main><header><h1>Referat</h1></header><p>{long}</p></main><div>Andre nyheder</div>"
        );
        assert_eq!(lines(&page), ["h1 Referat", long.trim()]);
    }

    #[test]
    fn a_deep_page_costs_no_more_than_a_long_one() {
        let page = "<div>".repeat(200_000) + "tekst";
        assert_eq!(lines(&page), ["tekst"]);
        let page = "<nav>".repeat(100_000) + "tekst";
        assert_eq!(lines(&page), ["tekst"]);
    }
}
