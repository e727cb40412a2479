//! What a TEI file says of itself: title, day, and what may name the body. The text is elsewhere.

use crate::Sitting;
use crate::xml::Node;

/// The head of one sitting.
pub(super) fn sitting(node: &Node<'_>) -> Sitting {
    let Some(header) = node.nodes().find(|inner| inner.name == "teiHeader") else {
        return Sitting::default();
    };
    let (date, date_line) = date(header).unzip();
    Sitting {
        title: title(header),
        date,
        date_line: date_line.unwrap_or_default(),
        bodies: bodies(header),
        ..Sitting::default()
    }
}

/// Danish before the rest; one that says *referat* before the name of a corpus; the main one first.
fn title(header: &Node<'_>) -> String {
    let statement = header.all("titleStmt");
    let titles: Vec<&Node<'_>> = statement.iter().flat_map(|inner| inner.all("title")).collect();
    let mut best: Option<(u8, String)> = None;
    for title in titles {
        let text = title.text();
        let language = match title.attribute("lang") {
            Some("da") => 4,
            None => 2,
            Some(_) => 0,
        };
        let says = if text.to_lowercase().contains("referat") { 1 } else { 0 };
        let rank = language + says;
        if !text.is_empty() && best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, text));
        }
    }
    best.map(|(_, text)| text).unwrap_or_default()
}

/// The day that the setting tells, else the source; days of publication are of the file.
fn date(header: &Node<'_>) -> Option<(String, u32)> {
    ["setting", "sourceDesc"].into_iter().find_map(|place| {
        let dates = header.all(place).into_iter().flat_map(|inner| inner.all("date"));
        dates.into_iter().find_map(|date| {
            let when = date.attribute("when").or(date.attribute("from"));
            let day = when.map_or_else(|| date.text(), str::to_owned);
            (!day.is_empty()).then_some((day, date.line))
        })
    })
}

/// What may name the body: the organisation of the meeting (as a reference with `#`), the one in the
/// setting, the address, the publisher of the source.
fn bodies(header: &Node<'_>) -> Vec<String> {
    let mut bodies: Vec<String> = Vec::new();
    for meeting in header.all("meeting") {
        bodies.extend(meeting.attribute("corresp").map(str::to_owned));
    }
    for kind in ["org", "address", "place"] {
        for setting in header.all("setting") {
            let names = setting.all("name").into_iter();
            let named = names.filter(|name| name.attribute("type") == Some(kind));
            bodies.extend(named.map(Node::text));
            if kind == "org" {
                bodies.extend(setting.all("orgName").into_iter().map(Node::text));
            }
        }
    }
    for source in header.all("sourceDesc") {
        bodies.extend(source.all("publisher").into_iter().map(Node::text));
    }
    let mut seen = Vec::new();
    bodies.retain(|body| {
        let new = !body.is_empty() && !seen.contains(body);
        seen.push(body.clone());
        new
    });
    bodies
}
