//! A line of a header in, its label out: what stands under it, the label as printed, what follows.
//!
//! Deliberately absent: the lines below the label (`sections`).

use crate::Group;
use crate::line::ends_sentence;
use crate::people::is_people;
use crate::vocabulary::{Under, Words};

/// A header label at the start of a line: what stands under it, the label as printed, what follows.
pub(crate) fn label<'a, 'w>(
    text: &'a str,
    words: &'w Words,
) -> Option<(&'w Under, &'a str, &'a str)> {
    let text = text.trim();
    // `Afbud         Bo Holm`: a label apart from what it says by a gap.
    let apart = || if text.contains("  ") { text.split_once("  ") } else { None };
    if let Some((name, rest)) = text.split_once('\t').or_else(apart)
        && let Some((under, len)) = words.under(name.trim_end_matches(':'))
        && name.trim_end_matches(':').chars().count() < len + 4
        && !name.ends_with('.')
    {
        return Some((under, name.trim_end_matches(':'), rest.trim()));
    }
    let numbered = |name: &str| {
        let lower = danish::lowercase(name);
        name.ends_with(|c: char| c.is_ascii_digit())
            && !(lower.contains("punkt ") || lower.contains("pkt"))
    };
    if let Some((name, rest)) = text.split_once(':')
        && name.split_whitespace().count() <= 9
        && (!name.contains(['.', '?']) || name.contains("pkt."))
        && !numbered(name)
    {
        if let Some((under, _)) = words.under(name) {
            return Some((under, name, rest.trim()));
        }
        // `Skolens ledelse:`, `Foreningens revisor:`
        if let Some((whose, what)) = name.split_once(' ')
            && whose.chars().count() > 4
            && ["ens", "ets", "nes"].iter().any(|end| whose.ends_with(end))
            && !what.contains(' ')
            && let Some((under @ Under::People(..), _)) = words.under(what)
        {
            return Some((under, name, rest.trim()));
        }
        // `Styregruppen for Nyt Arkiv:` above a list of its own.
        let lower = danish::lowercase(name);
        let body = lower.split_whitespace().next().unwrap_or_default();
        let rest_of_name = lower.get(body.len()..).unwrap_or_default().trim();
        let bodies = ["gruppen", "udvalget", "bestyrelsen", "rådet", "nævnet", "kommissionen"];
        if rest.trim().is_empty()
            && bodies.iter().any(|end| body.ends_with(end))
            && (rest_of_name.is_empty()
                || ["for ", "i ", "af ", "ved "].iter().any(|of| rest_of_name.starts_with(of)))
        {
            return words.under("til stede").map(|(under, _)| (under, name, ""));
        }
        // `Fra Skovby Skole deltog:`
        if (lower.starts_with("fra ") || lower.starts_with("for ") && is_people(rest, words))
            && lower.split_whitespace().count() <= 7
        {
            // `Fra afdelingsbestyrelsen:`
            let own =
                ["bestyrelsen", "udvalget"].iter().any(|body| lower.trim_end().ends_with(body));
            return words
                .under(if own { "til stede" } else { "desuden deltog" })
                .map(|(under, _)| (under, name, rest.trim()));
        }
        return None;
    }
    // `Til stede var Bo Holm, Ea Friis og Per Lund.`, `Fra Havnestyrelsen deltog Bo Holm`
    if let Some((told, at)) = crate::told::lead(text, words)
        && let Some((under, _)) = words.under(told)
    {
        return Some((under, text.get(..at)?.trim(), text.get(at..)?));
    }
    // `Fra universitetet` alone on its line.
    let whence = text.strip_prefix("Fra ").is_some_and(|whence| {
        let n_words = whence.split_whitespace().count();
        n_words < 4
            && whence.chars().all(|c| c.is_alphabetic() || c == ' ')
            && whence.split(' ').next().is_some_and(|word| {
                ["et", "en", "ne"].iter().any(|end| word.ends_with(end)) && word.len() > 5
            })
    });
    if whence && words.under(text).is_none() {
        return words.under("desuden deltog").map(|(under, _)| (under, text, ""));
    }
    let (under, len) = words.under(text)?;
    if matches!(under, Under::Field(_) | Under::Role(_)) {
        // `Referent Bo Holm`, but not `Mødet blev …`.
        if let Under::Role(_) = under
            && let (Some(name), Some(rest)) = (text.get(..len), text.get(len..))
            && rest.split_whitespace().count() <= 6
            && is_people(rest.trim(), words)
        {
            return Some((under, name, rest.trim()));
        }
        return None;
    }
    let n_words = text.split_whitespace().count();
    // `Afbud fra bestyrelsen`, alone on its line.
    if n_words <= 6 && !text.contains([',', '(', '.']) && !ends_sentence(text) {
        let rest = text.get(len..).unwrap_or_default();
        // `Udvalget for Havne og Stier` is the name of the body.
        if matches!(under, Under::People(Group::Member, _))
            && [" for ", " i ", " ved ", " på ", " vedr"].iter().any(|word| rest.starts_with(word))
            && BODIES.iter().any(|body| danish::lowercase(text).starts_with(body))
        {
            return None;
        }
        let names: Vec<&str> =
            rest.split_whitespace().filter(|w| *w != "fra" && *w != "var").collect();
        if names.len() >= 2 && is_people(&names.join(" "), words) {
            return Some((under, text.get(..len)?, rest.trim()));
        }
        return Some((under, text, ""));
    }
    // `Til stede var Bo Holm, Ea Friis og Per Lund.`, `Afbud fra Bo Holm (V)`
    let rest = text.get(len..)?.trim();
    for verb in ["var", "er", "fra", "var:", "–", "-", ""] {
        if let Some(names) = rest.strip_prefix(verb)
            && (verb.is_empty() || names.starts_with(' '))
            && is_people(names, words)
        {
            return Some((under, text.get(..len)?, names.trim()));
        }
    }
    None
}

/// Words for bodies that are labels of their members too.
const BODIES: [&str; 9] = [
    "udvalg",
    "råd",
    "bestyrelse",
    "byråd",
    "menighedsråd",
    "kommunalbestyrelse",
    "elevråd",
    "udvalget",
    "forretningsudvalg",
];
