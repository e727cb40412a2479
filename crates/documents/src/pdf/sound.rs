//! A loaded PDF in, one that the engine can draw without ending the program out. A panic can be caught, a
//! stack that runs over cannot: drawings that draw themselves and page trees that go in circles are
//! found here.

use std::collections::{BTreeMap, BTreeSet};

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// How deep page trees and drawings may be nested. Real ones stay below ten; no source.
const MAX_DEPTH: usize = 64;

/// Takes pictures out, which the engine would read as text, and drawings that it cannot draw.
///
/// # Errors
/// What is broken, when it cannot be mended.
pub(super) fn make(document: &mut Document) -> Result<(), &'static str> {
    for page in document.page_iter() {
        if !has_a_root(document, page) {
            return Err("its pages go in circles");
        }
    }
    let endless = endless_drawings(document);
    for (id, object) in &mut document.objects {
        let Object::Stream(stream) = object else { continue };
        if is_picture(stream) || endless.contains(id) {
            stream.dict.remove(b"Filter");
            stream.dict.remove(b"DecodeParms");
            stream.set_content(Vec::new());
        }
    }
    Ok(())
}

/// Whether the parents of a page end somewhere.
fn has_a_root(document: &Document, page: ObjectId) -> bool {
    let mut at = page;
    for _ in 0..MAX_DEPTH {
        let parent =
            document.get_dictionary(at).and_then(|dict| dict.get(b"Parent")?.as_reference());
        match parent {
            Ok(parent) => at = parent,
            Err(_) => return true,
        }
    }
    false
}

/// Drawings that draw themselves, by way of others or not, or nest too deep; and those that draw others
/// without saying where these are to be found, since the engine looks among those of the page and may
/// find the drawing itself. The engine draws any stream that resources name, whatever it says it is.
fn endless_drawings(document: &Document) -> BTreeSet<ObjectId> {
    let mut drawn = BTreeSet::new();
    for object in document.objects.values() {
        collect_drawn(document, object, MAX_DEPTH * 2, &mut drawn);
    }
    let mut draws: BTreeMap<ObjectId, Vec<ObjectId>> = BTreeMap::new();
    let mut endless = BTreeSet::new();
    for id in drawn {
        let Ok(stream) = document.get_object(id).and_then(Object::as_stream) else { continue };
        if is_picture(stream) {
            continue;
        }
        match resources(document, &stream.dict) {
            Some(resources) => {
                draws.insert(id, drawings(document, resources));
            }
            None => {
                let content = stream.decompressed_content();
                let content = content.as_ref().unwrap_or(&stream.content);
                if content.windows(2).any(|pair| pair == b"Do") {
                    endless.insert(id);
                }
            }
        }
    }
    // Drawings whose own drawings all come to an end do so themselves; what is left at the end does not.
    let mut ends: BTreeSet<ObjectId> = endless.clone();
    for _ in 0..MAX_DEPTH {
        let before = ends.len();
        let done = |id: &ObjectId| ends.contains(id) || !draws.contains_key(id);
        let all_done = |drawn: &[ObjectId]| drawn.iter().all(done);
        let more: Vec<ObjectId> =
            draws.iter().filter(|(_, drawn)| all_done(drawn)).map(|(id, _)| *id).collect();
        ends.extend(more);
        if ends.len() == before {
            break;
        }
    }
    endless.extend(draws.keys().filter(|id| !ends.contains(id)));
    endless
}

/// Adds what any `XObject` entry within an object names.
fn collect_drawn(
    document: &Document,
    object: &Object,
    depth: usize,
    drawn: &mut BTreeSet<ObjectId>,
) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let dict = match object {
        Object::Dictionary(dict) => dict,
        Object::Stream(stream) => &stream.dict,
        Object::Array(items) => {
            for item in items {
                collect_drawn(document, item, depth, drawn);
            }
            return;
        }
        _ => return,
    };
    drawn.extend(drawings(document, dict));
    for (_, value) in dict.iter() {
        collect_drawn(document, value, depth, drawn);
    }
}

fn is_picture(stream: &Stream) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
}

fn resources<'a>(document: &'a Document, dict: &'a Dictionary) -> Option<&'a Dictionary> {
    let resources = dict.get(b"Resources").ok()?;
    document.dereference(resources).ok()?.1.as_dict().ok()
}

/// The drawings and pictures that resources name.
fn drawings(document: &Document, resources: &Dictionary) -> Vec<ObjectId> {
    let named =
        resources.get(b"XObject").and_then(|named| document.dereference(named)?.1.as_dict());
    let Ok(named) = named else { return Vec::new() };
    let place = |object| document.dereference(object).ok().and_then(|(id, _)| id);
    named.iter().filter_map(|(_, object)| place(object)).collect()
}
