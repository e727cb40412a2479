//! The bytes of an OpenDocument text (ODT) in, pages of lines out.
//!
//! As `docx`: changes accepted, numbers as displayed, rows with tabs, headers first, notes last, footers
//! and comments not at all; pages where the last layout noted them. **Source:** OpenDocument 1.3 part 3.
//! Deliberately absent: pictures, formulas, spreadsheets.

use std::collections::BTreeMap;

use crate::flow::{Flow, shown};
use crate::xml::{Child, Node, tree};
use crate::zipped::Zipped;
use crate::{DocumentError, Format, Pages};

/// Elements and attributes that are looked at.
const NAMES: &[&str] = &[
    "text",
    "p",
    "h",
    "list",
    "list-item",
    "list-header",
    "table",
    "table-row",
    "table-cell",
    "covered-table-cell",
    "note",
    "note-body",
    "note-citation",
    "tab",
    "line-break",
    "s",
    "c",
    "soft-page-break",
    "tracked-changes",
    "annotation",
    "outline-level",
    "style-name",
    "name",
    "level",
    "num-format",
    "num-suffix",
    "num-prefix",
    "start-value",
    "display-levels",
    "continue-numbering",
    "list-style",
    "list-level-style-number",
    "list-level-style-bullet",
    "outline-style",
    "outline-level-style",
    "header",
    "text-box",
    "body",
    "is-list-header",
    "style",
    "list-style-name",
    "number-columns-repeated",
];

/// Deepest list that is counted (19.880 of the standard asks for ten levels).
const LEVELS: usize = 10;

/// Whether an archive is an OpenDocument text.
pub(crate) fn is_odt(zipped: &mut Zipped<'_>) -> bool {
    let kind = zipped.bytes("mimetype").ok().flatten().unwrap_or_default();
    kind.starts_with(b"application/vnd.oasis.opendocument.text")
}

/// Reads an OpenDocument text.
///
/// # Errors
/// When it is damaged, or built so that reading it could hurt.
pub(crate) fn read(zipped: &mut Zipped<'_>, name: &str) -> Result<Pages, DocumentError> {
    let content = zipped.text("content.xml")?.unwrap_or_default();
    let styles = zipped.text("styles.xml")?.unwrap_or_default();
    let content = tree(&content, name, NAMES)?;
    let styles = if styles.trim().is_empty() { None } else { Some(tree(&styles, name, NAMES)?) };
    let mut reader = Reader::default();
    for part in styles.iter().chain([&content]) {
        reader.learn(part);
    }
    let mut flow = Flow::new();
    let text = content.all("body").into_iter().flat_map(|body| body.all("text")).next();
    let said: Vec<String> =
        text.map(|t| t.all("p")).unwrap_or_default().iter().map(|p| p.text()).collect();
    let mut heads: Vec<String> = Vec::new();
    for header in styles.iter().flat_map(|styles| styles.all("header")) {
        for p in header.all("p") {
            let line = p.text();
            let is_new = !heads.contains(&line) && !said.contains(&line);
            if is_new && line.chars().any(char::is_alphabetic) {
                heads.push(line);
            }
        }
    }
    heads.iter().for_each(|head| flow.paragraph(head, None));
    flow.apart();
    let mut notes = Vec::new();
    if let Some(text) = text {
        reader.blocks(text, &mut flow, &mut notes, None);
    }
    for note in std::mem::take(&mut notes) {
        flow.apart();
        // Notes have none of their own.
        reader.blocks(note, &mut flow, &mut Vec::new(), None);
    }
    Ok(Pages { format: Format::Odt, pages: flow.into_pages() })
}

/// How a level of a list is shown.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    prefix: String,
    suffix: String,
    start: u32,
    n_shown: usize,
    is_bullet: bool,
}

/// A list that is open: its style, its level from 0.
#[derive(Debug, Clone, Copy)]
struct InList<'b> {
    style: &'b str,
    level: usize,
}

#[derive(Debug, Default)]
struct Reader {
    /// Style → its levels. The outline of headings has no name.
    lists: BTreeMap<String, Vec<Level>>,
    /// Style → how far each level is; 0 for not begun.
    counters: BTreeMap<String, [u32; LEVELS]>,
}

impl Reader {
    /// Takes over the list styles of a part.
    fn learn(&mut self, part: &Node<'_>) {
        for kind in ["list-style", "outline-style"] {
            for style in part.all(kind) {
                let name = if kind == "list-style" {
                    style.attribute("name").unwrap_or_default()
                } else {
                    ""
                };
                let mut levels = vec![Level::default(); LEVELS];
                for node in style.nodes() {
                    let at = node.attribute("level").and_then(|n| n.parse::<usize>().ok());
                    let Some(level) = at.and_then(|at| levels.get_mut(at.checked_sub(1)?)) else {
                        continue;
                    };
                    let text = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
                    let number =
                        |name: &str| node.attribute(name).and_then(|n| n.parse::<u32>().ok());
                    *level = Level {
                        format: text("num-format"),
                        prefix: text("num-prefix"),
                        suffix: text("num-suffix"),
                        start: number("start-value").unwrap_or(1),
                        n_shown: number("display-levels").unwrap_or(1) as usize,
                        is_bullet: node.name == "list-level-style-bullet",
                    };
                }
                self.lists.insert(name.to_owned(), levels);
            }
        }
    }

    /// The number of the next element of a list.
    fn count(&mut self, style: &str, level: usize) -> Option<String> {
        let levels = self.lists.get(style)?;
        let own = levels.get(level)?;
        if own.is_bullet {
            return Some("- ".to_owned());
        }
        let counters = self.counters.entry(style.to_owned()).or_insert([0; LEVELS]);
        let counter = counters.get_mut(level)?;
        *counter = if *counter == 0 { own.start } else { counter.saturating_add(1) };
        counters.iter_mut().skip(level + 1).for_each(|counter| *counter = 0);
        if own.format.is_empty() {
            return None;
        }
        let from = (level + 1).saturating_sub(own.n_shown.max(1));
        let numbers = (from..=level).filter_map(|at| {
            let count = counters.get(at).copied().filter(|n| *n > 0).unwrap_or(1);
            let number = shown(count, &levels.get(at)?.format);
            Some(number).filter(|number| !number.is_empty())
        });
        let numbers: Vec<String> = numbers.collect();
        Some(format!("{}{}{} ", own.prefix, numbers.join("."), own.suffix))
    }

    fn blocks<'a, 'b>(
        &mut self,
        node: &'b Node<'a>,
        flow: &mut Flow,
        notes: &mut Vec<&'b Node<'a>>,
        list: Option<InList<'b>>,
    ) {
        for child in node.nodes() {
            match child.name {
                "p" | "h" => self.paragraph(child, flow, notes, String::new()),
                "list" => {
                    let style = child.attribute("style-name");
                    let inside = match list {
                        Some(outer) => {
                            InList { style: style.unwrap_or(outer.style), level: outer.level + 1 }
                        }
                        None => {
                            let style = style.unwrap_or_default();
                            let goes_on = child.attribute("continue-numbering") == Some("true");
                            if !goes_on {
                                self.counters.remove(style);
                            }
                            InList { style, level: 0 }
                        }
                    };
                    self.blocks(child, flow, notes, Some(inside));
                }
                "list-item" => self.item(child, flow, notes, list),
                "table" => self.table(child, flow, notes),
                "tracked-changes" | "annotation" => {}
                "soft-page-break" => flow.page(),
                _ => self.blocks(child, flow, notes, list),
            }
        }
    }

    /// The first paragraph of an element of a list has its number.
    fn item<'a, 'b>(
        &mut self,
        item: &'b Node<'a>,
        flow: &mut Flow,
        notes: &mut Vec<&'b Node<'a>>,
        list: Option<InList<'b>>,
    ) {
        let mut number = list.and_then(|list| match item.nodes().next().map(|first| first.name) {
            // Only a deeper list inside: nothing is shown for this one.
            Some("list") | None => None,
            _ => self.count(list.style, list.level),
        });
        for child in item.nodes() {
            match child.name {
                "p" | "h" => self.paragraph(child, flow, notes, number.take().unwrap_or_default()),
                "list" => {
                    let outer = list.unwrap_or(InList { style: "", level: 0 });
                    let style = child.attribute("style-name").unwrap_or(outer.style);
                    let inside = InList { style, level: outer.level + 1 };
                    self.blocks(child, flow, notes, Some(inside));
                }
                "soft-page-break" => flow.page(),
                _ => self.blocks(child, flow, notes, list),
            }
        }
    }

    fn paragraph<'a, 'b>(
        &mut self,
        p: &'b Node<'a>,
        flow: &mut Flow,
        notes: &mut Vec<&'b Node<'a>>,
        number: String,
    ) {
        let mut text = String::new();
        let mut boxes = Vec::new();
        runs(p, &mut text, notes, &mut boxes);
        let level = p
            .attribute("outline-level")
            .and_then(|n| n.parse::<u8>().ok())
            .filter(|_| p.name == "h");
        let is_counted = number.is_empty()
            && !text.trim().is_empty()
            && p.attribute("is-list-header") != Some("true");
        let outline = match level.filter(|_| is_counted) {
            Some(level) => self.count("", usize::from(level.max(1)) - 1).unwrap_or_default(),
            None => number,
        };
        flow.paragraph(&format!("{outline}{}", text.trim()), level.map(|n| n.clamp(1, 9)));
        for of_box in boxes {
            self.blocks(of_box, flow, notes, None);
        }
    }

    fn table<'a, 'b>(
        &mut self,
        table: &'b Node<'a>,
        flow: &mut Flow,
        notes: &mut Vec<&'b Node<'a>>,
    ) {
        flow.apart();
        for row in table.all("table-row") {
            let mut cells = Vec::new();
            for cell in
                row.nodes().filter(|node| matches!(node.name, "table-cell" | "covered-table-cell"))
            {
                // A cell may hold lists: its lines read on.
                let mut inside = Flow::new();
                self.blocks(cell, &mut inside, notes, None);
                let lines = inside.into_pages().into_iter().flat_map(|page| page.lines);
                let lines: Vec<String> = lines.map(|line| line.text.replace('\t', " ")).collect();
                let text = lines.join(" ");
                cells.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            match cells.as_slice() {
                [only] => flow.paragraph(only, None),
                _ => flow.paragraph(cells.join("\t").trim_end(), None),
            }
        }
        flow.apart();
    }
}

/// The text of a paragraph; white space as XML has it is one space (6.1.2 of the standard).
fn runs<'a, 'b>(
    node: &'b Node<'a>,
    text: &mut String,
    notes: &mut Vec<&'b Node<'a>>,
    boxes: &mut Vec<&'b Node<'a>>,
) {
    for child in &node.children {
        match child {
            Child::Text(_, part) => {
                for c in part.chars() {
                    let is_space = matches!(c, ' ' | '\n' | '\r' | '\t');
                    match is_space {
                        true if text.ends_with([' ', '\n', '\u{C}']) => {}
                        true => text.push(' '),
                        false => text.push(c),
                    }
                }
            }
            Child::Node(child) => match child.name {
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                "s" => {
                    let n = child.attribute("c").and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
                    text.extend(std::iter::repeat_n(' ', n.min(200)));
                }
                "soft-page-break" => text.push('\u{C}'),
                "note" => notes.extend(child.nodes().find(|node| node.name == "note-body")),
                "text-box" => boxes.push(child),
                "annotation" | "tracked-changes" => {}
                _ => runs(child, text, notes, boxes),
            },
        }
    }
}
