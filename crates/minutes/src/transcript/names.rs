//! References of a transcript in, names of people out: from its lists, the labels above the speech, or
//! the reference itself.
//!
//! Deliberately absent: people who only are spoken of.

use std::collections::{BTreeMap, HashMap};

use danish::{Date, is_given_name, is_title};
use documents::{Affiliation, People, Sitting, Utterance};

use super::normal;
use crate::Remark;

/// Who is who in one sitting.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The name of whoever speaks each utterance.
    of_utterance: Vec<Option<String>>,
    /// Party and role on the day, by reference.
    belongs: HashMap<String, (Option<String>, Option<String>)>,
}

impl Names {
    /// Finds the name of every speaker. Says in a remark which were made of references, and which
    /// speech has no speaker.
    pub fn new(sitting: &Sitting, date: Option<Date>, remarks: &mut Vec<Remark>) -> Names {
        let day = date.map(|date| date.to_string());
        let mut persons = HashMap::new();
        for person in &sitting.people.persons {
            persons.entry(person.id.as_str()).or_insert(person);
        }
        let mut belongs = HashMap::new();
        let mut known: BTreeMap<&str, String> = BTreeMap::new();
        let mut made: Vec<&str> = Vec::new();
        for utterance in &sitting.utterances {
            let Some(id) = utterance.who.as_deref() else { continue };
            if let Some(person) = persons.get(id) {
                known.entry(id).or_insert_with(|| {
                    let about = about(&person.affiliations, &sitting.people, day.as_deref());
                    belongs.insert(id.to_owned(), about);
                    normal(&person.name)
                });
            } else if !made.contains(&id) && !known.contains_key(id) {
                made.push(id);
            }
        }
        let family_first = family_first(&made);
        for id in &made {
            let labels = sitting.utterances.iter().filter(|u| u.who.as_deref() == Some(*id));
            let labels = labels.filter_map(|utterance| utterance.label.as_deref());
            let name = name_of_reference(id, family_first, labels);
            known.insert(id, name);
        }
        set_apart(&mut known, &belongs);
        if let Some(id) = made.first() {
            let name = known.get(id).cloned().unwrap_or_default();
            let n = made.len();
            let text = format!(
                "{n} names of speakers were made of references ({name} of #{id}): \
                 the file has no list of persons"
            );
            remarks.push(Remark { line: None, text });
        }
        let of_utterance = sitting.utterances.iter().map(|utterance| match &utterance.who {
            Some(id) => known.get(id.as_str()).cloned(),
            None => utterance.label.as_deref().and_then(name_in_label),
        });
        let names = Names { of_utterance: of_utterance.collect(), belongs };
        for (utterance, name) in sitting.utterances.iter().zip(&names.of_utterance) {
            if name.is_none() {
                let text = "the transcript does not say who speaks here".to_owned();
                remarks.push(Remark { line: Some(utterance.line), text });
            }
        }
        names
    }

    /// The name of whoever speaks an utterance.
    pub fn of_utterance(&self, utterance: usize) -> Option<&str> {
        self.of_utterance.get(utterance)?.as_deref()
    }

    /// The party of whoever speaks, on the day of the sitting.
    pub fn affiliation(&self, utterance: &Utterance) -> Option<String> {
        self.belongs.get(utterance.who.as_deref()?)?.0.clone()
    }

    /// The role of whoever speaks, on the day of the sitting.
    pub fn role(&self, utterance: &Utterance) -> Option<String> {
        self.belongs.get(utterance.who.as_deref()?)?.1.clone()
    }
}

/// Party and role on a day.
fn about(
    affiliations: &[Affiliation],
    people: &People,
    day: Option<&str>,
) -> (Option<String>, Option<String>) {
    let on_day = || affiliations.iter().filter(|a| day.is_none_or(|day| holds(a, day)));
    let party = on_day().find_map(|affiliation| party(affiliation, people));
    let role = on_day().find_map(|affiliation| affiliation.role_name.as_deref().map(normal));
    (party, role.filter(|role| !role.is_empty()))
}

/// The letter or name of a party; `None` for another kind of organisation.
fn party(affiliation: &Affiliation, people: &People) -> Option<String> {
    let is_party = |what: &str| {
        let what = danish::lowercase(what);
        what.contains("party") || what.contains("group")
    };
    let listed = people.organisations.iter().find(|o| o.id == affiliation.organisation);
    let role = listed.and_then(|organisation| organisation.role.as_deref()).unwrap_or_default();
    if !is_party(role) && !is_party(&affiliation.organisation) {
        return None;
    }
    let name = match listed {
        Some(organisation) => organisation.short.as_deref().unwrap_or(&organisation.name),
        None => affiliation.organisation.rsplit('.').next()?,
    };
    Some(normal(name)).filter(|name| !name.is_empty())
}

/// Whether an affiliation holds on a day; days as `2014-10-07`, or as much of it as the file has.
fn holds(affiliation: &Affiliation, day: &str) -> bool {
    let as_long = |limit: &str| day.get(..limit.len()).unwrap_or(day).to_owned();
    let begun = affiliation.from.as_deref().is_none_or(|from| as_long(from).as_str() >= from);
    let ended = affiliation.to.as_deref().is_some_and(|to| as_long(to).as_str() > to);
    begun && !ended
}

/// The words that a reference is made of: `BøghHanneMarie` → `Bøgh`, `Hanne`, `Marie`. Digits that
/// tell namesakes apart are left out, unless there is nothing else.
fn words_of(id: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in id.chars() {
        let letter = c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
        let begins = c.is_uppercase() && before.is_some_and(|b| b.is_lowercase());
        let after_gap = before.is_none_or(|b| b.is_whitespace());
        match (letter, words.last_mut()) {
            (true, Some(word)) if !begins && !after_gap => word.push(c),
            (true, _) => words.push(c.to_string()),
            (false, _) => {}
        }
        before = Some(if letter { c } else { ' ' });
    }
    words.retain(|word| word.chars().any(char::is_alphabetic));
    words
}

/// Whether the references of a file have family names first, by those that tell it.
fn family_first(ids: &[&str]) -> bool {
    let mut votes = 0_i64;
    for id in ids {
        let words = words_of(id);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        match (is_given_name(first), words.iter().skip(1).any(|word| is_given_name(word))) {
            (false, true) if is_given_name(last) || words.len() > 2 => votes += 1,
            (true, false) => votes -= 1,
            _ => {}
        }
    }
    votes > 0
}

/// A readable name for a reference: in the order of a label that has the same words, else given names
/// first.
fn name_of_reference<'l>(
    id: &str,
    family_first: bool,
    labels: impl Iterator<Item = &'l str>,
) -> String {
    let mut words = words_of(id);
    if words.len() < 2 {
        return normal(id);
    }
    for label in labels {
        if let Some(name) = run_of(label, &words) {
            return name;
        }
    }
    let given = words.iter().position(|word| is_given_name(word));
    match given {
        Some(at) if at > 0 => words.rotate_left(at),
        _ if family_first => words.rotate_left(1),
        _ => {}
    }
    normal(&words.join(" "))
}

/// The words of a label that stand together and are just those of a reference.
fn run_of(label: &str, words: &[String]) -> Option<String> {
    let label = normal(label);
    let printed: Vec<&str> = label
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .filter(|word| !word.is_empty())
        .collect();
    let mut wanted: Vec<String> = words.iter().map(|word| normal(word)).collect();
    wanted.sort_unstable();
    let run = printed.windows(wanted.len()).find(|run| {
        let mut run = run.to_vec();
        run.sort_unstable();
        run == wanted
    })?;
    Some(run.join(" "))
}

/// The name in a label: `Formanden (Hanne Bøgh):`, `Hanne Bøgh (V):`. `None` when it names a role only.
fn name_in_label(label: &str) -> Option<String> {
    let label = normal(label);
    let label = label.trim_end_matches([':', '.', ' ']);
    let (before, inside) = match label.split_once('(') {
        Some((before, inside)) => (before, inside.trim_end_matches(')')),
        None => (label, ""),
    };
    [inside, before].into_iter().find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().skip_while(|word| is_title(word)).collect();
        let named = words.len() >= 2
            && words.iter().all(|word| word.chars().next().is_some_and(char::is_alphabetic))
            && [words.first(), words.last()]
                .into_iter()
                .flatten()
                .all(|word| word.starts_with(char::is_uppercase));
        named.then(|| words.join(" "))
    })
}

/// Two people of one name get their party behind it, or their reference.
fn set_apart(
    known: &mut BTreeMap<&str, String>,
    belongs: &HashMap<String, (Option<String>, Option<String>)>,
) {
    let mut bearers: HashMap<String, Vec<&str>> = HashMap::new();
    for (id, name) in known.iter() {
        bearers.entry(name.clone()).or_default().push(id);
    }
    for (name, ids) in bearers.into_iter().filter(|(_, ids)| ids.len() > 1) {
        let party = |id: &str| belongs.get(id).and_then(|(party, _)| party.as_deref());
        for id in &ids {
            let alone = ids.iter().filter(|other| party(other) == party(id)).count() == 1;
            let mark = party(id).filter(|_| alone).unwrap_or(id);
            known.insert(id, format!("{name} ({mark})"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_names() {
        for (ids, want) in [
            (
                &["BøghHanne", "HolmBoErik", "Lund-FriisEa"][..],
                "Hanne Bøgh, Bo Erik Holm, Ea Lund-Friis",
            ),
            (&["HanneBøgh", "BoErikHolm"], "Hanne Bøgh, Bo Erik Holm"),
            // A given name that no list has follows the others.
            (&["BøghHanne", "HolmBo", "BraskTjelvar"], "Hanne Bøgh, Bo Holm, Tjelvar Brask"),
            (&["HanneBøgh", "BoHolm", "TjelvarBrask"], "Hanne Bøgh, Bo Holm, Tjelvar Brask"),
            (&["hanne.bøgh", "bo_holm2"], "hanne bøgh, bo holm"),
            (&["P17", "spk4", "Formanden"], "P17, spk4, Formanden"),
        ] {
            let order = family_first(ids);
            let names: Vec<String> =
                ids.iter().map(|id| name_of_reference(id, order, std::iter::empty())).collect();
            assert_eq!(names.join(", "), want);
        }
    }

    #[test]
    fn labels_tell_the_order_of_names() {
        let label = ["Formanden (Tjelvar Brask):"];
        let name = name_of_reference("BraskTjelvar", false, label.into_iter());
        assert_eq!(name, "Tjelvar Brask");
    }

    #[test]
    fn names_in_labels() {
        for (label, want) in [
            ("Formanden (Hanne Bøgh):", Some("Hanne Bøgh")),
            ("Hanne Bøgh (V):", Some("Hanne Bøgh")),
            ("Fru Hanne Bøgh:", Some("Hanne Bøgh")),
            ("Formanden:", None),
            ("", None),
            ("(", None),
        ] {
            assert_eq!(name_in_label(label).as_deref(), want, "{label}");
        }
    }

    #[test]
    fn an_affiliation_holds_for_its_time() {
        let during = |from: Option<&str>, to: Option<&str>| Affiliation {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            ..Affiliation::default()
        };
        for (from, to, want) in [
            (None, None, true),
            (Some("2019-06-05"), None, true),
            (Some("2021"), Some("2021"), true),
            (Some("2021-03-04"), Some("2021-03-04"), true),
            (Some("2021-03-05"), None, false),
            (None, Some("2021-03-03"), false),
            (None, Some("2020"), false),
        ] {
            assert_eq!(holds(&during(from, to), "2021-03-04"), want, "{from:?} {to:?}");
        }
    }
}
