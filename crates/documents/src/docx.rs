//! The bytes of a Word document (DOCX) in, pages of lines out.
//!
//! What a reader sees with all changes accepted: inserted text is in, deleted and hidden text is out;
//! numbers of lists and headings stand before them as displayed; a row of a table is a line with tabs;
//! headers of pages come first, footnotes last, footers not at all. Pages are those of the last layout,
//! where Word noted them. **Source:** ECMA-376 part 1. Deliberately absent: pictures, comments, formulas,
//! the old binary format.

mod numbering;

use crate::flow::Flow;
use crate::xml::{Child, Node, tree};
use crate::zipped::Zipped;
use crate::{DocumentError, Format, Pages};
use numbering::Numbering;

/// Elements and attributes that are looked at.
const NAMES: &[&str] = &[
    "body",
    "p",
    "pPr",
    "pStyle",
    "numPr",
    "numId",
    "ilvl",
    "outlineLvl",
    "val",
    "r",
    "rPr",
    "vanish",
    "t",
    "tab",
    "br",
    "cr",
    "type",
    "noBreakHyphen",
    "softHyphen",
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "tbl",
    "tr",
    "trPr",
    "tc",
    "tcPr",
    "vMerge",
    "Fallback",
    "txbxContent",
    "footnoteReference",
    "endnoteReference",
    "id",
    "footnote",
    "endnote",
    "lastRenderedPageBreak",
    "style",
    "styleId",
    "name",
    "basedOn",
    "abstractNum",
    "abstractNumId",
    "num",
    "lvl",
    "start",
    "numFmt",
    "lvlText",
    "lvlOverride",
    "startOverride",
    "hdr",
    "sectPr",
    "pageBreakBefore",
    "sym",
    "commentReference",
];

/// Whether an archive is a Word document.
pub(crate) fn is_docx(zipped: &Zipped<'_>) -> bool {
    zipped.has("word/document.xml")
}

/// Reads a Word document.
///
/// # Errors
/// When it is damaged, or built so that reading it could hurt.
pub(crate) fn read(zipped: &mut Zipped<'_>, name: &str) -> Result<Pages, DocumentError> {
    let document = zipped.text("word/document.xml")?.unwrap_or_default();
    let styles = zipped.text("word/styles.xml")?.unwrap_or_default();
    let lists = zipped.text("word/numbering.xml")?.unwrap_or_default();
    let styles = if styles.trim().is_empty() { None } else { Some(tree(&styles, name, NAMES)?) };
    let lists = if lists.trim().is_empty() { None } else { Some(tree(&lists, name, NAMES)?) };
    let mut reader = Reader {
        flow: Flow::new(),
        numbering: Numbering::new(styles.as_ref(), lists.as_ref()),
        notes: Vec::new(),
        has_layout: document.contains("lastRenderedPageBreak"),
        unfinished: String::new(),
    };
    let headers = zipped.names().into_iter().filter(|file| is_part(file, "header"));
    let mut heads: Vec<String> = Vec::new();
    for file in headers.collect::<Vec<_>>() {
        let text = zipped.text(&file)?.unwrap_or_default();
        let mut apart = Flow::new();
        std::mem::swap(&mut reader.flow, &mut apart);
        reader.blocks(&tree(&text, name, NAMES)?);
        std::mem::swap(&mut reader.flow, &mut apart);
        for line in apart.into_pages().into_iter().flat_map(|page| page.lines) {
            if line.text.chars().any(char::is_alphabetic) && !heads.contains(&line.text) {
                heads.push(line.text);
            }
        }
    }
    reader.notes.clear();
    let body = tree(&document, name, NAMES)?;
    for head in heads.iter().filter(|head| !says(&body, head)) {
        reader.flow.paragraph(head, None);
    }
    reader.flow.apart();
    body.all("body").into_iter().for_each(|body| reader.blocks(body));
    reader.finish("", None);
    for (file, kind) in [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")] {
        let Some(text) = zipped.text(file)? else { continue };
        let notes = tree(&text, name, NAMES)?;
        for id in reader.notes_of(kind) {
            let is_it = |note: &&&Node<'_>| note.attribute("id") == Some(id.as_str());
            if let Some(note) = notes.all(kind).iter().find(is_it) {
                reader.flow.apart();
                reader.blocks(note);
            }
        }
    }
    Ok(Pages { format: Format::Docx, pages: reader.flow.into_pages() })
}

/// Whether a file of the archive is one of the parts of a kind: `word/header2.xml`.
fn is_part(file: &str, kind: &str) -> bool {
    file.strip_prefix("word/").and_then(|file| file.strip_prefix(kind)).is_some_and(|rest| {
        rest.strip_suffix(".xml").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Whether a document has a line of its header in its text, too.
fn says(body: &Node<'_>, head: &str) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    body.all("p").iter().any(|p| squeezed(&p.text()) == squeezed(head))
}

/// Reads a part of a document.
struct Reader {
    flow: Flow,
    numbering: Numbering,
    /// Kind and number of the notes that the text refers to, in order.
    notes: Vec<(&'static str, String)>,
    /// Whether Word noted where pages began.
    has_layout: bool,
    /// A paragraph whose end was deleted: the next goes on in it.
    unfinished: String,
}

impl Reader {
    fn notes_of(&self, kind: &str) -> Vec<String> {
        self.notes.iter().filter(|(own, _)| *own == kind).map(|(_, id)| id.clone()).collect()
    }

    /// Paragraphs and tables, whatever wraps them.
    fn blocks(&mut self, node: &Node<'_>) {
        for child in node.nodes() {
            match child.name {
                "p" => self.paragraph(child),
                "tbl" => self.table(child),
                "del" | "moveFrom" | "Fallback" | "sectPr" => {}
                _ => self.blocks(child),
            }
        }
    }

    fn paragraph(&mut self, p: &Node<'_>) {
        let properties = p.nodes().find(|node| node.name == "pPr");
        let mut text = String::new();
        let mut boxes = Vec::new();
        if properties.is_some_and(|p| is_on(p, "pageBreakBefore")) && !self.has_layout {
            text.push('\u{C}');
        }
        self.runs(p, &mut text, &mut boxes);
        let is_end_deleted = properties
            .and_then(|p| p.nodes().find(|node| node.name == "rPr"))
            .is_some_and(|r| r.nodes().any(|node| node.name == "del"));
        if is_end_deleted {
            self.unfinished.push_str(&text);
        } else {
            let (number, heading) =
                self.numbering.of(properties, text.trim().is_empty() && self.unfinished.is_empty());
            let text = format!("{number}{}{text}", std::mem::take(&mut self.unfinished));
            self.finish(&text, heading);
        }
        for of_box in boxes {
            self.blocks(of_box);
        }
    }

    fn finish(&mut self, text: &str, heading: Option<u8>) {
        let text = format!("{}{text}", std::mem::take(&mut self.unfinished));
        if text == "\u{C}" { self.flow.page() } else { self.flow.paragraph(&text, heading) }
    }

    /// The text of a paragraph or cell; boxes of text inside stand after it.
    fn runs<'a, 'b>(
        &mut self,
        node: &'b Node<'a>,
        text: &mut String,
        boxes: &mut Vec<&'b Node<'a>>,
    ) {
        for child in node.nodes() {
            match child.name {
                "t" => text.push_str(&raw(child)),
                "tab" => text.push('\t'),
                "cr" => text.push('\n'),
                "br" => match child.attribute("type") {
                    Some("page") if self.has_layout => text.push('\n'),
                    Some("page") => text.push('\u{C}'),
                    _ => text.push('\n'),
                },
                "lastRenderedPageBreak" => text.push('\u{C}'),
                "noBreakHyphen" => text.push('\u{2011}'),
                "softHyphen" => text.push('\u{AD}'),
                "footnoteReference" | "endnoteReference" => {
                    let kind =
                        if child.name == "footnoteReference" { "footnote" } else { "endnote" };
                    self.notes.extend(child.attribute("id").map(|id| (kind, id.to_owned())));
                }
                "txbxContent" => boxes.push(child),
                "r" if child.nodes().any(|node| node.name == "rPr" && is_on(node, "vanish")) => {}
                "pPr" | "rPr" | "del" | "moveFrom" | "Fallback" | "instrText" | "delText"
                | "sectPr" => {}
                _ => self.runs(child, text, boxes),
            }
        }
    }

    /// A row is a line, its cells with tabs between; a cell of several paragraphs reads on.
    fn table(&mut self, table: &Node<'_>) {
        self.flow.apart();
        for row in rows(table) {
            if row.nodes().any(|p| p.name == "trPr" && p.nodes().any(|node| node.name == "del")) {
                continue;
            }
            let cells = row.all("tc");
            // A table that only lays out text reads like text.
            if let [only] = cells.as_slice() {
                self.blocks(only);
                continue;
            }
            let mut line = Vec::new();
            for cell in cells {
                let mut parts = Vec::new();
                for p in cell.all("p") {
                    let (mut text, mut boxes) = (String::new(), Vec::new());
                    self.runs(p, &mut text, &mut boxes);
                    let properties = p.nodes().find(|node| node.name == "pPr");
                    let (number, _) = self.numbering.of(properties, text.trim().is_empty());
                    let text = text.replace(['\n', '\t'], " ").replace('\u{C}', "");
                    parts.push(format!("{number}{}", text.trim()));
                }
                parts.retain(|part| !part.is_empty());
                line.push(parts.join(" "));
            }
            self.flow.paragraph(line.join("\t").trim_end(), None);
        }
        self.flow.apart();
    }
}

/// The rows of a table, not those of tables inside it.
fn rows<'a, 'b>(table: &'b Node<'a>) -> Vec<&'b Node<'a>> {
    let mut rows = Vec::new();
    for node in table.nodes() {
        match node.name {
            "tr" => rows.push(node),
            "tbl" => {}
            _ => rows.extend(self::rows(node)),
        }
    }
    rows
}

/// Whether a property is there and not switched off.
fn is_on(properties: &Node<'_>, name: &str) -> bool {
    let property = properties.nodes().find(|node| node.name == name);
    property.is_some_and(|node| !matches!(node.attribute("val"), Some("0" | "false" | "off")))
}

/// The text of an element with its spaces as they are.
fn raw(node: &Node<'_>) -> String {
    let text = node.children.iter().map(|child| match child {
        Child::Text(_, text) => text.replace(['\n', '\r'], " "),
        Child::Node(inner) => raw(inner),
    });
    text.collect()
}
