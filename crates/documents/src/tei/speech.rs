//! The text of a TEI file as passages: speech, headings, interjections, notes. Who they are about is
//! elsewhere.
//!
//! What is heard or seen while somebody speaks never stands inside their words: it follows the
//! paragraph, or the sentence where the file cuts sentences.

use crate::xml::{Child, Node};
use crate::{Line, Part, Passage, PassageKind, Remark, Sitting, Utterance};

/// Reads the text of a `TEI` element into a sitting.
pub(super) fn speech(node: &Node<'_>, sitting: &mut Sitting, remarks: &mut Vec<Remark>) {
    let mut walk = Walk {
        sitting,
        remarks,
        open: Vec::new(),
        apart: Vec::new(),
        label: None,
        utterance: None,
        level: 0,
        paragraph: 0,
        page: 1,
        in_words: false,
        n_gaps: 0,
    };
    for text in node.nodes().filter(|inner| inner.name == "text") {
        walk.content(text);
    }
    walk.close();
    walk.flush_label();
    if walk.n_gaps > 0 {
        let n_gaps = walk.n_gaps;
        let text = format!("the transcript says {n_gaps} times that something is left out");
        walk.remarks.push(Remark { line: None, text });
    }
}

struct Walk<'a> {
    sitting: &'a mut Sitting,
    remarks: &'a mut Vec<Remark>,
    /// Lines of the passage being read.
    open: Vec<Line>,
    /// Interjections and notes met inside it.
    apart: Vec<(PassageKind, Vec<Line>)>,
    /// The label of a speaker whose speech has not come yet.
    label: Option<Vec<Line>>,
    utterance: Option<usize>,
    /// Depth of divisions.
    level: u8,
    paragraph: u32,
    page: u32,
    /// The file cuts words: spaces between them are none of the text's.
    in_words: bool,
    n_gaps: usize,
}

impl Walk<'_> {
    fn content(&mut self, node: &Node<'_>) {
        for child in &node.children {
            match child {
                Child::Text(line, text) => {
                    if !(self.in_words && text.trim().is_empty()) {
                        add(&mut self.open, *line, text);
                    }
                }
                Child::Node(inner) => self.element(inner),
            }
        }
    }

    fn element(&mut self, node: &Node<'_>) {
        match node.name {
            "div" => {
                self.close();
                self.level = self.level.saturating_add(1);
                self.content(node);
                self.close();
                self.level = self.level.saturating_sub(1);
            }
            "u" | "sp" => self.utterance(node),
            "seg" | "p" | "ab" | "l" | "item" | "front" | "body" | "back" => {
                self.close();
                self.content(node);
                self.close();
            }
            "s" => {
                self.flush(false);
                self.in_words = false;
                self.content(node);
                self.in_words = false;
                self.flush(true);
            }
            "w" | "pc" => {
                // Words stand one a line: the sentence stands where its first word does.
                let line = self.open.last().map_or(node.line, |line| line.number);
                self.in_words = true;
                add(&mut self.open, line, &node.text());
                if !matches!(node.attribute("join"), Some("right" | "both")) {
                    add(&mut self.open, line, " ");
                }
            }
            "lb" => add(&mut self.open, node.line, " "),
            "pb" => {
                // A paragraph that runs on belongs to the page that it begins on.
                let number = node.attribute("n").and_then(|n| n.parse().ok());
                self.page = number.unwrap_or(self.page.saturating_add(1));
            }
            "gap" => self.n_gaps += 1,
            "head" => {
                self.close();
                self.put(PassageKind::Heading(self.level.max(1)), lines(node));
            }
            "vocal" | "kinesic" | "incident" | "writing" => {
                self.apart.push((PassageKind::Interjection, lines(node)));
                self.put_if_alone();
            }
            "note" => self.note(node),
            "speaker" => self.label = Some(lines(node)),
            _ => self.content(node),
        }
    }

    fn utterance(&mut self, node: &Node<'_>) {
        self.close();
        let outer = self.utterance;
        let marked: Vec<&str> =
            node.attribute("who").unwrap_or_default().split_whitespace().collect();
        let who = match marked.as_slice() {
            [one] => Some(one.rsplit('#').next().unwrap_or(one).to_owned()),
            [] => None,
            several => {
                let text = format!("{} speakers at once: nobody's words", several.len());
                self.remarks.push(Remark { line: Some(node.line), text });
                None
            }
        };
        let part = node.attribute("ana").unwrap_or_default();
        let part = match () {
            () if part.split_whitespace().any(|mark| mark == "#chair") => Part::Chair,
            () if part.split_whitespace().any(|mark| mark == "#guest") => Part::Guest,
            () => Part::Member,
        };
        // The label of a play stands inside the speech, that of a transcript before it.
        let inside = node.nodes().find(|inner| inner.name == "speaker").map(lines);
        let label = inside.or_else(|| self.label.take()).map(|lines| joined(&lines));
        self.utterance = Some(self.sitting.utterances.len());
        self.sitting.utterances.push(Utterance { who, label, part, line: node.line });
        self.content(node);
        self.close();
        self.label = None;
        self.utterance = outer;
    }

    fn note(&mut self, node: &Node<'_>) {
        let text = lines(node);
        match node.attribute("type") {
            Some("agendaItem") if self.utterance.is_none() => {
                self.close();
                self.put(PassageKind::AgendaNumber, text);
            }
            Some("speaker") if self.utterance.is_none() => {
                self.close();
                self.flush_label();
                self.label = Some(text);
            }
            _ => {
                self.apart.push((PassageKind::Note, text));
                self.put_if_alone();
            }
        }
    }

    /// A label that no speech follows is a note.
    fn flush_label(&mut self) {
        if let Some(label) = self.label.take() {
            self.put(PassageKind::Note, label);
        }
    }

    /// What is met between passages needs not wait for the end of one.
    fn put_if_alone(&mut self) {
        if self.open.iter().all(|line| line.text.trim().is_empty()) {
            self.open.clear();
            self.flush(false);
        }
    }

    /// Ends the passage being read, and the paragraph.
    fn close(&mut self) {
        self.in_words = false;
        self.flush(false);
        self.paragraph = self.sitting.passages.last().map_or(0, |last| last.paragraph + 1);
    }

    fn flush(&mut self, is_sentence: bool) {
        let lines = std::mem::take(&mut self.open);
        let kind = match self.utterance {
            Some(utterance) if is_sentence => PassageKind::Sentence(utterance),
            Some(utterance) => PassageKind::Speech(utterance),
            None => PassageKind::Note,
        };
        self.put(kind, lines);
        for (kind, lines) in std::mem::take(&mut self.apart) {
            self.put(kind, lines);
        }
    }

    fn put(&mut self, kind: PassageKind, mut lines: Vec<Line>) {
        lines.retain(|line| !line.text.trim().is_empty());
        if lines.is_empty() {
            return;
        }
        let (paragraph, page) = (self.paragraph, self.page);
        self.sitting.passages.push(Passage { kind, lines, paragraph, page });
    }
}

/// Adds text that begins on a line of the file; every line end in it begins a new line.
fn add(lines: &mut Vec<Line>, first: u32, text: &str) {
    for (number, part) in (first..).zip(text.split('\n')) {
        match lines.last_mut() {
            Some(last) if last.number >= number => last.text.push_str(part),
            _ => lines.push(Line { number, text: part.to_owned(), heading: None }),
        }
    }
}

/// All text inside an element, by line.
fn lines(node: &Node<'_>) -> Vec<Line> {
    fn collect(node: &Node<'_>, lines: &mut Vec<Line>) {
        for child in &node.children {
            match child {
                Child::Text(line, text) => add(lines, *line, text),
                Child::Node(inner) => collect(inner, lines),
            }
        }
    }
    let mut found = Vec::new();
    collect(node, &mut found);
    found
}

fn joined(lines: &[Line]) -> String {
    let words = lines.iter().flat_map(|line| line.text.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}
