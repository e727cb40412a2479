//! Web addresses: `https://…`, `http://…`, `www.…`. A bare `kommune.dk` is as often a name.

use super::{Reference, ReferenceKind};

/// The addresses of a text, in order, without the marks of the sentence around them.
pub(super) fn addresses(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    let mut from = 0;
    while let Some(start) = next_start(text, from) {
        let rest = text.get(start..).unwrap_or_default();
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '»' | '«'))
            .unwrap_or(rest.len());
        let address = trimmed(rest.get(..end).unwrap_or_default());
        from = start + address.len().max(1);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let host = address.split_once("://").map_or(address, |(_, host)| host);
        let dotted = host
            .split('/')
            .next()
            .is_some_and(|host| host.split('.').filter(|part| !part.is_empty()).count() >= 2);
        if !dotted {
            continue;
        }
        let full =
            if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
        let range = start..start + address.len();
        found.push(Reference { kind: ReferenceKind::Web, range, target: Some(full) });
    }
    found
}

/// Where the next address begins: at the start of a word.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let starts = ["https://", "http://", "www."].into_iter().filter_map(|sign| rest.find(sign));
    starts.min().map(|start| from + start)
}

/// An address without the full stop, comma or bracket that ends its sentence.
fn trimmed(address: &str) -> &str {
    let mut address = address;
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
        let open = shorter.matches('(').count();
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if shorter.matches(')').count() > open => inner,
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}
