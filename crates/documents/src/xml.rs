//! XML in, a tree of the elements that a reader asks for out.
//!
//! What can hurt is refused: entities of the file's own (they can grow without end), deep nesting,
//! elements with a crowd of attributes. Work is linear in the size of the file. Deliberately absent:
//! what elements mean, schemas, and namespaces: a name is what stands after its prefix.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::DocumentError;

/// Deepest nesting that is read; transcripts of parliaments reach 12. No source.
const MAX_DEPTH: usize = 100;

/// Most attributes of one element; TEI knows less than thirty for any.
const MAX_ATTRIBUTES: usize = 64;

/// An element with what is inside it.
#[derive(Debug, Default)]
pub(crate) struct Node<'a> {
    /// Name without prefix; empty for an element that was not asked for.
    pub name: &'static str,
    /// The attributes that were asked for, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// Elements and text, in order.
    pub children: Vec<Child<'a>>,
    /// Line of the tag, counted from 1.
    pub line: u32,
}

/// Something inside an element.
#[derive(Debug)]
pub(crate) enum Child<'a> {
    /// An element.
    Node(Node<'a>),
    /// Text, with the line that it begins on, counted from 1.
    Text(u32, Cow<'a, str>),
}

impl Node<'_> {
    /// The value of an attribute, unless it is empty.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The elements directly inside.
    pub fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(..) => None,
        })
    }

    /// All elements of a name inside, at any depth, in order. What is inside one of them is not
    /// looked into.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for node in self.nodes() {
            if node.name == name { found.push(node) } else { found.extend(node.all(name)) }
        }
        found
    }

    /// The text inside with single spaces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn add_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(_, part) => text.push_str(part),
                Child::Node(node) => node.add_text(text),
            }
        }
    }
}

/// Name of the outermost element without prefix, if the text begins as XML does.
pub(crate) fn root(text: &str) -> Option<String> {
    if !text.trim_start().starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(text.trim_start());
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                return Some(tag.local_name().as_ref().to_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The tree of a file. Of elements and attributes only those in `names` have a name.
///
/// # Errors
/// [`DocumentError::BrokenXml`] with the line where it is no XML; [`DocumentError::UnsafeXml`] when it
/// is, but of a kind that could hurt.
pub(crate) fn tree<'a>(
    text: &'a str,
    name: &str,
    names: &[&'static str],
) -> Result<Node<'a>, DocumentError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    let mut open: Vec<Node<'a>> = vec![Node::default()];
    loop {
        let line = lines.to(reader.buffer_position());
        let broken = |reason: String| {
            let line = line.max(1);
            DocumentError::BrokenXml { name: name.to_owned(), line, reason }
        };
        let unsafe_xml = |reason| DocumentError::UnsafeXml { name: name.to_owned(), line, reason };
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let line = lines.to(reader.error_position());
                let reason = error.to_string();
                return Err(DocumentError::BrokenXml { name: name.to_owned(), line, reason });
            }
        };
        let child = match event {
            Event::Start(tag) => {
                if open.len() > MAX_DEPTH {
                    return Err(unsafe_xml("is nested deeper than 100 elements"));
                }
                open.push(element(&tag, line, names).map_err(|wrong| match wrong {
                    Wrong::Broken(reason) => broken(reason),
                    Wrong::Crowd => unsafe_xml("has more than 64 attributes at one element"),
                })?);
                continue;
            }
            Event::End(_) => match open.pop() {
                Some(node) if !open.is_empty() => Child::Node(node),
                _ => return Err(broken("an end without a beginning".to_owned())),
            },
            Event::Text(text) => Child::Text(line, text.into_inner()),
            Event::CData(text) => Child::Text(line, text.into_inner()),
            Event::GeneralRef(entity) => {
                let resolved = resolve(&entity);
                let unknown = || broken(format!("an entity that nobody defines: {}", &*entity));
                Child::Text(line, Cow::Owned(resolved.ok_or_else(unknown)?.to_string()))
            }
            Event::DocType(doctype) if doctype.contains("<!ENTITY") => {
                return Err(unsafe_xml("defines entities of its own"));
            }
            Event::Eof => break,
            _ => continue,
        };
        if let Some(node) = open.last_mut() {
            node.children.push(child);
        }
    }
    let broken = |reason: &str| {
        let (line, reason) = (lines.line, reason.to_owned());
        Err(DocumentError::BrokenXml { name: name.to_owned(), line, reason })
    };
    let mut open = open.into_iter();
    let outermost = open.next().unwrap_or_default();
    if open.next().is_some() {
        return broken("it ends in the middle of an element");
    }
    let root = outermost.children.into_iter().find_map(|child| match child {
        Child::Node(node) => Some(node),
        Child::Text(..) => None,
    });
    root.map_or_else(|| broken("it has no element"), Ok)
}

/// What is wrong with a tag.
enum Wrong {
    Broken(String),
    Crowd,
}

fn element<'a>(tag: &BytesStart<'_>, line: u32, names: &[&'static str]) -> Result<Node<'a>, Wrong> {
    let known = |name: &str| names.iter().find(|known| **known == name).copied();
    let mut node = Node { line, ..Node::default() };
    node.name = known(tag.local_name().as_ref()).unwrap_or_default();
    // The library compares every attribute with those before it: too much for a crowd of them.
    for (nth, attribute) in tag.attributes().with_checks(false).enumerate() {
        if nth >= MAX_ATTRIBUTES {
            return Err(Wrong::Crowd);
        }
        let broken = |error: &dyn std::fmt::Display| Wrong::Broken(error.to_string());
        let attribute = attribute.map_err(|error| broken(&error))?;
        if let Some(key) = known(attribute.key.local_name().as_ref()) {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| broken(&error))?;
            node.attributes.push((key, value.into_owned()));
        }
    }
    Ok(node)
}

/// The character of `&amp;`, `&#248;` and the like.
fn resolve(entity: &BytesRef<'_>) -> Option<char> {
    match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => entity.resolve_char_ref().ok().flatten(),
    }
}

/// Turns growing byte positions into lines, reading every byte once.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn to(&mut self, position: u64) -> u32 {
        let position = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        let passed = self.text.get(self.at..position).unwrap_or_default();
        let n_ends = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(n_ends).unwrap_or(u32::MAX));
        self.at = self.at.max(position);
        self.line
    }
}
