//! The lists of persons and organisations in a file. Who of them speaks is elsewhere.

use crate::xml::Node;
use crate::{Affiliation, Organisation, People, Person};

/// Everybody and every body that is listed anywhere in an element, itself included.
pub(super) fn people(root: &Node<'_>) -> People {
    let mut people = People::default();
    collect(root, &mut people);
    people
}

fn collect(node: &Node<'_>, people: &mut People) {
    match node.name {
        "person" => people.persons.extend(person(node)),
        "org" => people.organisations.extend(organisation(node)),
        // Speech holds no lists, and is most of a file.
        "u" | "sp" => return,
        _ => {}
    }
    for inner in node.nodes() {
        collect(inner, people);
    }
}

fn person(node: &Node<'_>) -> Option<Person> {
    // The last name is the one in use: of several, the earlier are of before a marriage.
    let names: Vec<&Node<'_>> = node.nodes().filter(|inner| inner.name == "persName").collect();
    let name = names.iter().rev().map(|name| full_name(name)).find(|name| !name.is_empty())?;
    let affiliations = node.nodes().filter(|inner| inner.name == "affiliation");
    Some(Person {
        id: node.attribute("id")?.to_owned(),
        name,
        affiliations: affiliations.map(affiliation).collect(),
    })
}

/// Given names before family names, whatever the order of the file.
fn full_name(name: &Node<'_>) -> String {
    let parts = |wanted: &[&str]| -> Vec<String> {
        name.nodes().filter(|part| wanted.contains(&part.name)).map(Node::text).collect()
    };
    let order =
        [parts(&["forename"]), parts(&["nameLink"]), parts(&["surname"]), parts(&["genName"])];
    let named = order.concat().into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    if named.is_empty() { name.text() } else { named.join(" ") }
}

fn affiliation(node: &Node<'_>) -> Affiliation {
    let text = |name: &'static str| node.nodes().find(|inner| inner.name == name).map(Node::text);
    let own = |key: &str| node.attribute(key).map(str::to_owned);
    Affiliation {
        organisation: own("ref").unwrap_or_default().trim_start_matches('#').to_owned(),
        role: own("role"),
        role_name: danish(node, "roleName").or_else(|| text("roleName")),
        from: own("from").or_else(|| own("when")),
        to: own("to"),
    }
}

/// The text of the first element of a name that is in Danish.
fn danish(node: &Node<'_>, name: &str) -> Option<String> {
    let mut named = node.nodes().filter(|inner| inner.name == name);
    named.find(|inner| inner.attribute("lang") == Some("da")).map(Node::text)
}

fn organisation(node: &Node<'_>) -> Option<Organisation> {
    let names = || node.nodes().filter(|inner| inner.name == "orgName");
    let is_short = |name: &&Node<'_>| name.attribute("full") == Some("abb");
    let short = names().find(is_short).map(Node::text).filter(|text| !text.is_empty());
    let full = names().filter(|name| !is_short(name)).map(|n| (n.attribute("lang"), n.text()));
    let full: Vec<(Option<&str>, String)> = full.filter(|(_, text)| !text.is_empty()).collect();
    let danish = full.iter().find(|(language, _)| *language == Some("da"));
    let name = danish.or(full.first()).map(|(_, text)| text.clone());
    Some(Organisation {
        id: node.attribute("id")?.to_owned(),
        name: name.or_else(|| short.clone())?,
        short,
        role: node.attribute("role").map(str::to_owned),
    })
}
