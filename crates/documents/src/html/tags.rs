//! HTML text → tags and text between them, as browsers cut it, broken ones too.
//!
//! Deliberately absent: what tags mean.

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text, not yet unescaped.
    Text(&'a str),
    /// A tag that opens an element.
    Open(Tag<'a>),
    /// The name of an element that is closed.
    Close(String),
}

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Name in small letters.
    pub name: String,
    /// What stands after the name.
    attributes: &'a str,
    /// Whether nothing can be inside.
    pub is_alone: bool,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        while !rest.is_empty() {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '=' | '/'))
                .unwrap_or(rest.len());
            let (own, after) = rest.split_at(end);
            let after = after.trim_start();
            let value;
            (value, rest) = match after.strip_prefix('=').map(str::trim_start) {
                Some(quoted) if quoted.starts_with(['"', '\'']) => {
                    let mark = quoted.chars().next().unwrap_or('"');
                    let inside = quoted.get(1..).unwrap_or_default();
                    inside.split_once(mark).unwrap_or((inside, ""))
                }
                Some(plain) => {
                    plain.split_at(plain.find(char::is_whitespace).unwrap_or(plain.len()))
                }
                None => ("", after),
            };
            if own.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            if own.is_empty() && value.is_empty() {
                // A sign that begins no attribute.
                rest =
                    rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
            }
        }
        None
    }
}

/// Elements that have no end.
const ALONE: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose text is no HTML.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

/// Cuts a page. Comments and declarations are left out.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some(at) = tag_start(rest) else {
            pieces.push(Piece::Text(rest));
            break;
        };
        let (before, tag) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = tag_end(tag);
        let inside = tag.get(1..end).unwrap_or_default();
        rest = tag.get(end + 1..).unwrap_or_default();
        if inside.starts_with(['!', '?']) {
            continue;
        }
        let name_of = |inside: &str| -> String {
            inside
                .chars()
                .take_while(|c| !c.is_whitespace() && *c != '/')
                .collect::<String>()
                .to_ascii_lowercase()
        };
        if let Some(closing) = inside.strip_prefix('/') {
            pieces.push(Piece::Close(name_of(closing)));
            continue;
        }
        let name = name_of(inside);
        let attributes = inside.get(name.len()..).unwrap_or_default();
        let is_alone = ALONE.contains(&name.as_str()) || inside.ends_with('/');
        let is_raw = RAW.contains(&name.as_str()) && !is_alone;
        let close = format!("</{name}");
        pieces.push(Piece::Open(Tag { name, attributes, is_alone }));
        if is_raw {
            let end = find_caseless(rest, &close).unwrap_or(rest.len());
            let (raw, after) = rest.split_at(end);
            pieces.push(Piece::Text(raw));
            rest = after;
        }
    }
    pieces
}

/// Where the next tag begins: `<` with a letter, `/`, `!` or `?` after it.
fn tag_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_start = |at: &usize| {
        bytes.get(*at) == Some(&b'<')
            && bytes
                .get(at + 1)
                .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?'))
    };
    (0..bytes.len()).find(is_start)
}

/// Where a tag ends: the next `>` outside quotes, else the end of the text.
fn tag_end(tag: &str) -> usize {
    let mut quote: Option<u8> = None;
    let mut before = b' ';
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return at,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    tag.len()
}

fn find_caseless(text: &str, wanted: &str) -> Option<usize> {
    let windows = text.as_bytes().windows(wanted.len().max(1));
    windows.into_iter().position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}
