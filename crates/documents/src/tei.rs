//! TEI in (Parla-CLARIN, ParlaMint), a transcript with its speakers out; TEI without speech is pages.
//!
//! `header` reads what the file says of itself, `people` its lists, `speech` the text. Deliberately
//! absent: other files (a list of persons beside this one is read by [`people()`] when somebody brings
//! its bytes), and names made of references.

mod header;
mod people;
mod speech;

use crate::xml::{self, Node};
use crate::{
    Document, DocumentError, Format, Line, Page, Pages, PassageKind, People, Remark, Sitting,
    Transcript,
};

/// The elements and attributes that are read. What is not here is passed through: its text counts.
const NAMES: &[&str] = &[
    "TEI",
    "ab",
    "affiliation",
    "ana",
    "back",
    "bibl",
    "body",
    "corresp",
    "date",
    "desc",
    "div",
    "forename",
    "from",
    "full",
    "gap",
    "genName",
    "head",
    "id",
    "incident",
    "item",
    "join",
    "kinesic",
    "l",
    "lang",
    "lb",
    "listOrg",
    "listPerson",
    "meeting",
    "n",
    "name",
    "nameLink",
    "note",
    "notBefore",
    "org",
    "orgName",
    "p",
    "pb",
    "pc",
    "persName",
    "person",
    "publisher",
    "ref",
    "role",
    "roleName",
    "s",
    "seg",
    "setting",
    "sourceDesc",
    "sp",
    "speaker",
    "surname",
    "teiCorpus",
    "teiHeader",
    "text",
    "title",
    "titleStmt",
    "to",
    "type",
    "u",
    "vocal",
    "w",
    "when",
    "who",
    "writing",
];

/// What kind of TEI a file is, told by its first element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TeiKind {
    /// A sitting.
    Sitting,
    /// A corpus: it holds sittings, or only refers to them, and mostly tells who is who.
    Corpus,
    /// A list of persons or organisations.
    List,
}

/// What kind of TEI a file is; some thousand bytes of its beginning are enough. `None`: no TEI.
pub fn tei_kind(start: &[u8]) -> Option<TeiKind> {
    // A character cut in two at the end, or one of another encoding, does not hide the first element.
    match xml::root(String::from_utf8_lossy(start).trim_start_matches('\u{FEFF}'))?.as_str() {
        "TEI" => Some(TeiKind::Sitting),
        "teiCorpus" => Some(TeiKind::Corpus),
        "listPerson" | "listOrg" | "particDesc" => Some(TeiKind::List),
        _ => None,
    }
}

/// Whether there is a sitting in a corpus, and not only references to files that hold them.
pub fn holds_sittings(corpus: &[u8]) -> bool {
    corpus.windows(4).zip(corpus.iter().skip(4)).any(|(tag, after)| {
        (tag == b"<TEI" || tag == b":TEI") && (after.is_ascii_whitespace() || *after == b'>')
    })
}

/// Whether a text is XML, by its beginning: another thing than text with a sign in it.
pub(crate) fn is_xml(text: &str) -> bool {
    text.trim_start().starts_with("<?xml") || is_tei(text)
}

/// Whether the outermost element of a text is one that holds sittings.
pub(crate) fn is_tei(text: &str) -> bool {
    xml::root(text).is_some_and(|root| root == "TEI" || root == "teiCorpus")
}

/// Reads a file whose outermost element is `TEI` or `teiCorpus`.
///
/// # Errors
/// When it is no XML, or XML that could hurt.
pub(crate) fn read(
    text: &str,
    name: &str,
    remarks: &mut Vec<Remark>,
) -> Result<Document, DocumentError> {
    let root = xml::tree(text, name, NAMES)?;
    let last_line = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    texts(&root, &mut found);
    // Each ends where the next begins.
    let ends = found.iter().skip(1).map(|next| next.line.saturating_sub(1)).chain([last_line]);
    let shared = people::people(&root);
    let mut sittings = Vec::new();
    for (node, end) in found.iter().zip(ends) {
        let mut sitting = header::sitting(node);
        sitting.lines = (node.line, end.max(node.line));
        speech::speech(node, &mut sitting, remarks);
        if std::ptr::eq(*node, &raw const root) {
            sitting.people = people::people(node);
        } else {
            sitting.people = shared.clone();
        }
        if !sitting.passages.is_empty() {
            sittings.push(sitting);
        }
    }
    if sittings.is_empty() {
        return Err(DocumentError::OtherKind {
            name: name.to_owned(),
            kind: "a TEI file without a text",
        });
    }
    if sittings.iter().all(|sitting| sitting.utterances.is_empty()) {
        return Ok(Document::Pages(pages(&sittings)));
    }
    Ok(Document::Transcript(Transcript { sittings }))
}

/// Reads who is who from a list of persons or organisations, or from the head of a corpus.
///
/// # Errors
/// A [`DocumentError`] when the bytes are no XML, or XML that could hurt. A file without any list gives
/// empty lists.
///
/// # Examples
/// ```
/// let list = r#"<listPerson><person xml:id="BH"><persName><surname>Bøgh</surname>
///     <forename>Hanne</forename></persName></person></listPerson>"#;
/// let people = documents::people(list.as_bytes(), "personer.xml")?;
/// assert_eq!(people.persons[0].name, "Hanne Bøgh");
/// # Ok::<(), documents::DocumentError>(())
/// ```
pub fn people(bytes: &[u8], name: &str) -> Result<People, DocumentError> {
    let decoded = crate::encoding::decode(bytes, name, &mut Vec::new())?;
    let root = xml::tree(&decoded, name, NAMES)?;
    Ok(people::people(&root))
}

/// The `TEI` elements, at any depth of corpora.
fn texts<'n, 't>(node: &'n Node<'t>, found: &mut Vec<&'n Node<'t>>) {
    if node.name == "TEI" {
        found.push(node);
        return;
    }
    for inner in node.nodes() {
        if matches!(inner.name, "TEI" | "teiCorpus") {
            texts(inner, found);
        }
    }
}

/// A text that nobody speaks, as lines: a blank one between paragraphs.
fn pages(sittings: &[Sitting]) -> Pages {
    let mut pages: Vec<Page> = Vec::new();
    for sitting in sittings {
        let title = Line { number: sitting.lines.0, text: sitting.title.clone(), heading: Some(1) };
        let title = Some((1, vec![title])).filter(|_| !sitting.title.is_empty());
        let passages = sitting.passages.iter().map(|passage| {
            let lines = passage.lines.iter().cloned().map(|mut line| {
                if let PassageKind::Heading(level) = passage.kind {
                    line.heading = Some(level.saturating_add(1));
                }
                line
            });
            (passage.page, lines.collect())
        });
        for (number, lines) in title.into_iter().chain(passages) {
            if pages.last().is_none_or(|page| page.number != number) {
                pages.push(Page { number, lines: Vec::new() });
            }
            let Some(page) = pages.last_mut() else { continue };
            let after = lines.last().map_or(0, |line| line.number);
            page.lines.extend(lines);
            page.lines.push(Line { number: after, text: String::new(), heading: None });
        }
    }
    Pages { format: Format::Tei, pages }
}
