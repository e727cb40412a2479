//! The numbers that Word shows before paragraphs, and which paragraphs are headings.
//!
//! In: `styles.xml` and `numbering.xml`. Out: what stands before each paragraph, asked for in order.
//! **Source:** ECMA-376 part 1, 17.9. Deliberately absent: `isLgl` and picture bullets.

use std::collections::BTreeMap;

use crate::flow::shown;
use crate::xml::Node;

/// Levels of a list (17.9.6).
const LEVELS: usize = 9;

/// Chains of styles longer than this go in a circle.
const MAX_STYLES: usize = 20;

/// One level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
}

/// What a style says.
#[derive(Debug, Clone, Default)]
struct Style {
    based_on: Option<String>,
    heading: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
}

/// Counts the paragraphs of lists.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    styles: BTreeMap<String, Style>,
    /// List → the definition it follows.
    lists: BTreeMap<String, String>,
    /// Definition → its levels.
    definitions: BTreeMap<String, Vec<Level>>,
    /// List and level → where it starts anew.
    overrides: BTreeMap<(String, usize), u32>,
    /// Definition → how far each level is; 0 for not begun.
    counters: BTreeMap<String, [u32; LEVELS]>,
    /// Lists that were met.
    met: BTreeMap<String, ()>,
}

impl Numbering {
    pub(super) fn new(styles: Option<&Node<'_>>, lists: Option<&Node<'_>>) -> Numbering {
        let mut numbering = Numbering::default();
        for style in styles.map(|styles| styles.all("style")).unwrap_or_default() {
            if let Some(id) = style.attribute("styleId") {
                numbering.styles.insert(id.to_owned(), style_of(style));
            }
        }
        let Some(lists) = lists else { return numbering };
        for definition in lists.nodes().filter(|node| node.name == "abstractNum") {
            let Some(id) = definition.attribute("abstractNumId") else { continue };
            let mut levels = vec![Level { start: 1, ..Level::default() }; LEVELS];
            for lvl in definition.nodes().filter(|node| node.name == "lvl") {
                let at = lvl.attribute("ilvl").and_then(|at| at.parse::<usize>().ok());
                if let Some(level) = at.and_then(|at| levels.get_mut(at)) {
                    level.start = value(lvl, "start").and_then(|n| n.parse().ok()).unwrap_or(1);
                    level.format = value(lvl, "numFmt").unwrap_or("decimal").to_owned();
                    level.text = value(lvl, "lvlText").unwrap_or_default().to_owned();
                }
            }
            numbering.definitions.insert(id.to_owned(), levels);
        }
        for list in lists.nodes().filter(|node| node.name == "num") {
            let (Some(id), Some(of)) = (list.attribute("numId"), value(list, "abstractNumId"))
            else {
                continue;
            };
            numbering.lists.insert(id.to_owned(), of.to_owned());
            for changed in list.nodes().filter(|node| node.name == "lvlOverride") {
                let at = changed.attribute("ilvl").and_then(|at| at.parse::<usize>().ok());
                let start = value(changed, "startOverride").and_then(|n| n.parse().ok());
                if let (Some(at), Some(start)) = (at, start) {
                    numbering.overrides.insert((id.to_owned(), at), start);
                }
            }
        }
        numbering
    }

    /// What stands before the next paragraph, and its level as a heading. One without text is not counted.
    pub(super) fn of(
        &mut self,
        properties: Option<&Node<'_>>,
        is_empty: bool,
    ) -> (String, Option<u8>) {
        let own = properties.map(style_of).unwrap_or_default();
        let named = properties.and_then(|p| value(p, "pStyle")).map(str::to_owned);
        let (mut list, mut level, mut heading) = (own.list, own.level, own.heading);
        let mut next = named;
        for _ in 0..MAX_STYLES {
            let Some(style) = next.as_ref().and_then(|id| self.styles.get(id)) else { break };
            list = list.or_else(|| style.list.clone());
            level = level.or(style.level);
            heading = heading.or(style.heading);
            next = style.based_on.clone();
        }
        // A heading style whose list does not say the level stands on its own.
        let level = level.or(heading.map(|h| usize::from(h) - 1)).unwrap_or_default();
        match list.filter(|list| list != "0" && !is_empty) {
            Some(list) => (self.count(&list, level).unwrap_or_default(), heading),
            None => (String::new(), heading),
        }
    }

    fn count(&mut self, list: &str, level: usize) -> Option<String> {
        let of = self.lists.get(list)?.clone();
        let levels = self.definitions.get(&of)?;
        let counters = self.counters.entry(of.clone()).or_insert([0; LEVELS]);
        let is_first = self.met.insert(list.to_owned(), ()).is_none();
        if is_first {
            for (at, counter) in counters.iter_mut().enumerate() {
                if let Some(start) = self.overrides.get(&(list.to_owned(), at)) {
                    *counter = start.saturating_sub(1);
                }
            }
        }
        let start = levels.get(level)?.start;
        let counter = counters.get_mut(level)?;
        *counter = if *counter == 0 { start } else { counter.saturating_add(1) };
        counters.iter_mut().skip(level + 1).for_each(|counter| *counter = 0);
        let own = levels.get(level)?;
        if own.format == "bullet" {
            return Some("- ".to_owned());
        }
        let mut text = own.text.clone();
        for (at, level) in levels.iter().enumerate() {
            let count = counters.get(at).copied().filter(|count| *count > 0).unwrap_or(level.start);
            text = text.replace(&format!("%{}", at + 1), &shown(count, &level.format));
        }
        let text = text.trim().to_owned();
        Some(if text.is_empty() { text } else { text + " " })
    }
}

fn style_of(node: &Node<'_>) -> Style {
    let properties = node.nodes().find(|node| node.name == "pPr").unwrap_or(node);
    let list = properties.nodes().find(|node| node.name == "numPr");
    let name = value(node, "name").unwrap_or_default().to_lowercase();
    let of_name = ["heading ", "overskrift "]
        .iter()
        .find_map(|start| name.strip_prefix(start)?.trim().parse::<u8>().ok())
        .or(matches!(name.as_str(), "title" | "titel").then_some(1));
    let outline = value(properties, "outlineLvl").and_then(|n| n.parse::<u8>().ok());
    Style {
        based_on: value(node, "basedOn").map(str::to_owned),
        heading: outline
            .filter(|n| *n < 9)
            .map(|n| n + 1)
            .or(of_name)
            .filter(|n| (1..=9).contains(n)),
        list: list.and_then(|list| value(list, "numId")).map(str::to_owned),
        level: list.and_then(|list| value(list, "ilvl")).and_then(|n| n.parse().ok()),
    }
}

/// The value of an element directly inside: `<w:numId w:val="3"/>`.
fn value<'a>(node: &'a Node<'_>, name: &str) -> Option<&'a str> {
    node.nodes().find(|node| node.name == name)?.attribute("val")
}
