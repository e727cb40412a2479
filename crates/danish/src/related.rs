//! A text in, the same with verbs for the nouns made of them out: `CE-mærkning` → `CE-mærke`.
//!
//! Derivations are other words, and a question for the one must not find the other (`bestyrelse`,
//! `bestyrer`). But when a question finds nothing at all, what was done is a better answer than
//! nothing. Deliberately absent: when to use it (crate `query` decides, and says so).

use crate::Text;
use crate::fold::fold;
use crate::lexicon::{self, VERB};
use crate::words::{Sort, words};

/// Endings of nouns that name what a verb does, and what the infinitive has for them. Several may
/// fit (`handling`, `beslutning`): the first that gives a known verb counts.
/// Source: Retskrivningsordbogen, derivation with *-ning*, *-ing* and *-else*.
const ENDINGS: [(&str, &str); 4] = [("ning", "e"), ("ing", "e"), ("else", "e"), ("ning", "te")];

/// The text with each verbal noun replaced by its verb, and what was replaced by what; `None` when
/// there is no verbal noun in it.
///
/// ```
/// use danish::{Text, verbs_for_nouns};
/// let (text, pairs) = verbs_for_nouns(&Text::new("CE-mærkning")).unwrap();
/// assert_eq!(text.as_str(), "CE-mærke");
/// assert_eq!(pairs, [("mærkning".to_owned(), "mærke".to_owned())]);
/// assert_eq!(verbs_for_nouns(&Text::new("journal")), None);
/// ```
pub fn verbs_for_nouns(text: &Text) -> Option<(Text, Vec<(String, String)>)> {
    let mut replaced = String::with_capacity(text.as_str().len());
    let mut pairs = Vec::new();
    let mut done = 0;
    for word in words(text.as_str()) {
        // Words of one position may overlap; only the first of them is looked at.
        if word.sort != Sort::Word || word.range.start < done {
            continue;
        }
        let Some(written) = text.as_str().get(word.range.clone()) else { continue };
        let (before, noun) = written.split_at(written.rfind('-').map_or(0, |at| at + 1));
        let Some(verb) = verb_of(&noun.to_lowercase()) else { continue };
        replaced.push_str(text.as_str().get(done..word.range.start).unwrap_or_default());
        replaced.push_str(before);
        replaced.push_str(&verb);
        done = word.range.end;
        pairs.push((noun.to_owned(), verb));
    }
    if pairs.is_empty() {
        return None;
    }
    replaced.push_str(text.as_str().get(done..).unwrap_or_default());
    Some((Text::new(&replaced), pairs))
}

/// How a noun with such an ending goes on; with anything else behind it, the ending is part of the word.
const INFLECTIONS: [&str; 12] =
    ["", "s", "en", "ens", "er", "ers", "erne", "ernes", "n", "ns", "r", "rs"];

fn verb_of(noun: &str) -> Option<String> {
    ENDINGS.iter().find_map(|(ending, infinitive)| {
        let (stem, inflection) = noun.rsplit_once(ending)?;
        if stem.chars().count() < 2 || !INFLECTIONS.contains(&inflection) {
            return None;
        }
        let verb = format!("{stem}{infinitive}");
        lexicon::entry(&fold(&verb)).is_some_and(|entry| entry.pos() & VERB != 0).then_some(verb)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_of_verbs_know_their_verb() {
        for (noun, verb) in [
            ("mærkning", Some("mærke")),
            ("behandlingen", Some("behandle")),
            ("godkendelser", Some("godkende")),
            ("ændringerne", Some("ændre")),
            ("journal", None),
            ("penge", None),
            ("kylling", None),
            ("ledig", None),
        ] {
            assert_eq!(verb_of(noun).as_deref(), verb, "{noun}");
        }
    }
}
