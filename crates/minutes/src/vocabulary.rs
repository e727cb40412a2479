//! The words that offices use, from `index-config/`: reporting verbs, header labels, titles.
//!
//! In: the contents of the files. Out: [`Vocabulary`]. Deliberately absent: paths, and how a line of
//! reporting verbs is read (see `verbs`).

use std::collections::HashMap;

use crate::endings::Endings;
use crate::line::after_start;
use crate::verbs::{Map, Verbs};
use crate::{Group, Presence, Remark};

/// The words that reading minutes needs, ready to be asked: read once, for all files of an archive.
///
/// ```
/// let labels = "member: deltagere, til stede";
/// let vocabulary = minutes::Vocabulary::new("say bemærke bemærker bemærkede bemærket", labels, "direktør");
/// # let _ = vocabulary;
/// ```
#[derive(Debug, Default)]
pub struct Vocabulary {
    pub(crate) words: Words,
    pub(crate) verbs: Verbs,
    /// Lines of `reporting-verbs.txt` that are not understood.
    pub(crate) complaints: Vec<Remark>,
}

impl Vocabulary {
    /// Reads the contents of `reporting-verbs.txt`, `header-labels.txt` and `titles.txt`. What is not
    /// understood is passed over; each reading of minutes remarks on it.
    pub fn new(reporting_verbs: &str, header_labels: &str, titles: &str) -> Vocabulary {
        let mut complaints = Vec::new();
        let verbs = Verbs::new(reporting_verbs, |line, text| {
            complaints.push(Remark {
                line: None,
                text: format!("reporting-verbs.txt line {line} is not understood: {text}"),
            });
        });
        Vocabulary { words: Words::new(header_labels, titles), verbs, complaints }
    }
}

/// What stands under a header label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Under {
    /// People of a group.
    People(Group, Presence),
    /// One person with this role.
    Role(String),
    /// Something about the meeting: `agenda`, `date`, `place`, `body`, `other`.
    Field(String),
}

/// Header labels and titles, ready to be asked.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// What stands under labels, in the order of the list.
    unders: Vec<Under>,
    /// Beginnings of labels by their first letter, with their place among `unders`.
    labels: HashMap<char, Vec<(String, usize)>>,
    /// Titles in all their forms.
    titles: Map<()>,
    title_endings: Endings,
}

impl Words {
    /// Reads the lists. A line that says nothing we know is passed over.
    pub(crate) fn new(header_labels: &str, titles_list: &str) -> Words {
        let mut unders = Vec::new();
        let mut labels: HashMap<char, Vec<(String, usize)>> = HashMap::new();
        for line in content_lines(header_labels) {
            let Some((kind, starts)) = line.split_once(':') else { continue };
            let Some(under) = under_named(kind.trim()) else { continue };
            for start in starts.split(',').map(|start| danish::lowercase(start.trim()).into_owned())
            {
                if let Some(first) = start.chars().next() {
                    labels.entry(first).or_default().push((start, unders.len()));
                }
            }
            unders.push(under);
        }
        let mut titles: Map<()> = Map::default();
        let mut title_endings: Vec<String> = Vec::new();
        // What a definite or plural form puts behind a title; nothing, too.
        let forms = ["", "en", "n", "er", "e", "ne", "erne", "merne", "mer"];
        for line in content_lines(titles_list) {
            let word = danish::lowercase(line.trim()).into_owned();
            for form in forms {
                match word.strip_prefix('-') {
                    Some(ending) => title_endings.push(format!("{ending}{form}")),
                    None => {
                        titles.insert(format!("{}{form}", word.trim_end_matches('.')), ());
                    }
                }
            }
        }
        let title_endings = Endings::new(title_endings.iter().map(String::as_str));
        Words { unders, labels, titles, title_endings }
    }

    /// What stands under a label that begins like this, with the length of the beginning in bytes of
    /// the lower-case label.
    pub(crate) fn under(&self, label: &str) -> Option<(&Under, usize)> {
        let label = label.trim();
        let first = label.chars().next()?.to_lowercase().next()?;
        let known = self.labels.get(&first)?;
        // The longest beginning wins, the earlier line where two are as long.
        let mut best: Option<(&Under, usize)> = None;
        let second = |text: &str| text.as_bytes().get(1).copied().filter(u8::is_ascii);
        for (start, place) in known {
            // Asked of every line: most labels end at their second letter.
            if let (Some(own), Some(want)) = (second(label), second(start))
                && !own.eq_ignore_ascii_case(&want)
            {
                continue;
            }
            let fits = after_start(label, start).is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_alphanumeric()) || plural(rest)
            });
            if fits && best.is_none_or(|(_, len)| start.len() > len) {
                best = self.unders.get(*place).map(|under| (under, start.len()));
            }
        }
        best
    }

    /// Whether a word is a title or role: `rektor`, `Økonomichef`, `gdr.`, `formanden`.
    pub(crate) fn is_title(&self, word: &str) -> bool {
        let word =
            word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim_end_matches('.');
        let lower = danish::lowercase(word);
        let degree = ["stud.", "cand.", "lic.", "exam."].iter().any(|of| lower.starts_with(of));
        degree || self.titles.contains_key(&*lower) || self.title_endings.end(&lower)
    }
}

/// `deltager` fits `Deltagerne`, `gæst` fits `Gæster`.
fn plural(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let ending = rest.get(..end).unwrap_or(rest);
    ["e", "er", "ne", "erne", "en", "r", "ende", "et"]
        .iter()
        .any(|known| ending.len() == known.len() && ending.eq_ignore_ascii_case(known))
}

fn under_named(kind: &str) -> Option<Under> {
    if let Some(role) = kind.strip_prefix("role ") {
        return Some(Under::Role(role.trim().to_string()));
    }
    if let Some(field) = kind.strip_prefix("field ") {
        return Some(Under::Field(field.trim().to_string()));
    }
    let (group, presence) = match kind {
        "member" => (Group::Member, Presence::Present),
        "absent" => (Group::Absent, Presence::Absent),
        "apology" => (Group::Absent, Presence::Apology),
        "substitute" => (Group::Member, Presence::Substitute),
        "other" => (Group::Other, Presence::Present),
        "presenter" => (Group::Presenter, Presence::Present),
        _ => return None,
    };
    Some(Under::People(group, presence))
}

fn content_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
