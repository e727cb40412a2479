//! The labels that offices write above the parts of an item: *Sagsfremstilling*, *Indstilling*,
//! *Beslutning*; and the lines of record that stand alone: case numbers, who was absent.
//!
//! In: a line. Out: its label and what follows it. Deliberately absent: what a block means.

use std::sync::LazyLock;

use danish::find_dates;

use crate::line::after_start;
use crate::speech::collective::is_collective;
use crate::verbs::Map;

/// Block labels, lower case. **Source:** forms of municipal, regional, university and association
/// minutes; our own list.
const LABELS: [&str; 79] = [
    "afgørelse",
    "afstemning",
    "administrationen indstiller",
    "andre konsekvenser",
    "ansvarlig",
    "baggrund",
    "baggrund for sagen",
    "beslutning",
    "beslutninger",
    "beslutningstema",
    "bemærkninger",
    "behandling",
    "bilag",
    "borgmesteren indstiller",
    "deadline",
    "den videre proces",
    "det videre forløb",
    "det indstilles",
    "direktionen indstiller",
    "drøftelse",
    "debat",
    "diskussion",
    "formål",
    "forslag til beslutning",
    "forvaltningen indstiller",
    "forvaltningens bemærkninger",
    "forvaltningens indstilling",
    "fraværende",
    "handleplan",
    "høring",
    "hjemmel",
    "indstilling",
    "indledning",
    "indhold",
    "inddragelse",
    "kommunikation",
    "konklusion",
    "konsekvenser",
    "klimakonsekvenser",
    "kort resumé",
    "lovgrundlag",
    "mindretalsudtalelse",
    "mødebehandling",
    "opfølgning",
    "orientering",
    "personaleforhold",
    "personalemæssige konsekvenser",
    "problemstilling",
    "proces",
    "politisk behandling",
    "protokol",
    "protokollat",
    "referat",
    "relaterede sager",
    "retsgrundlag",
    "resumé",
    "resume",
    "sagen kort",
    "sagen afgøres i",
    "sagens gang",
    "sagens behandling",
    "sagsbeskrivelse",
    "sagsfremstilling",
    "sagsforløb",
    "sagsresumé",
    "sekretariatet indstiller",
    "supplerende sagsfremstilling",
    "supplerende bemærkninger",
    "tidligere beslutninger",
    "tidsplan",
    "supplerende indstilling",
    "sundhedsmæssige konsekvenser",
    "udtalelse",
    "vedtagelse",
    "videre proces",
    "videre forløb",
    "vurdering",
    "økonomi",
    "økonomiske konsekvenser",
];

/// The labels, quick to look up.
static KNOWN: LazyLock<Map<()>> =
    LazyLock::new(|| LABELS.iter().map(|label| (label.to_string(), ())).collect());

/// No label of the list is longer, in characters.
const LONGEST_LABEL_CHARS: usize = 40;

/// Beginnings of lines of record, lower case, without their colon or full stop.
const RECORDS: [&str; 17] = [
    "sagsnr",
    "sagsnummer",
    "sags nr",
    "sagsid",
    "sags-id",
    "journalnr",
    "journalnummer",
    "j.nr",
    "j. nr",
    "dok.nr",
    "dokumentnr",
    "sagsbehandler",
    "fraværende",
    "afbud",
    "ikke til stede",
    "åbent punkt",
    "åben sag",
];

/// Whether a line is nothing but a block label.
pub(crate) fn is_label(text: &str) -> bool {
    label_of(text).is_some_and(|(_, rest)| rest.is_empty())
}

/// A block label at the start of a line, as printed without its colon, and what follows it.
/// `Beslutning` and `Beslutning: Godkendt.` are labels, `Beslutning om ny skole` is none.
pub(crate) fn label_of(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (head, rest) = match text.split_once(':') {
        Some((head, rest)) => (head.trim(), rest.trim()),
        None => (text.trim_end_matches('.').trim(), ""),
    };
    // Asked of every line: running text is longer than a label, and begins otherwise.
    let may_begin = head.starts_with(['B', 'b', 'I', 'i', 'U', 'u']);
    let few_words = head.split(' ').nth(3).is_none();
    let short = head.chars().count() <= LONGEST_LABEL_CHARS;
    if !(may_begin || few_words || short) {
        return None;
    }
    let lower = danish::lowercase(head);
    let known = (short && KNOWN.contains_key(&*lower))
        // `Beslutning i Økonomiudvalget den 3. maj 2022`, `Indstilling fra direktionen`.
        || (may_begin
            && head.split_whitespace().nth(9).is_none()
            && ["beslutning i ", "beslutning fra ", "beslutning den ", "indstilling fra ", "indstilling til ",
                "behandling i ", "udtalelse fra "]
                .iter()
                .any(|start| lower.starts_with(start))
            && (rest.is_empty() || text.contains(':')));
    (known || few_words && owned(&lower)).then_some((head, rest))
}

/// `Udvalgets beslutning`, `Centerchefens indstilling`, `Byrådets behandling`.
fn owned(lower: &str) -> bool {
    lower.split_once("s ").is_some_and(|(owner, noun)| {
        owner.split(' ').count() <= 2
            && ["beslutning", "behandling", "indstilling", "bemærkninger", "drøftelse"]
                .contains(&noun)
    })
}

/// Whether a line names a body, a day and nothing else: there that body's decision stands.
/// `Økonomi- og Erhvervsudvalget, 05.10.2023, pkt. 212`.
pub(crate) fn is_body_and_day(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':');
    if text.len() > 120 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some(date) = find_dates(text, None).into_iter().next() else { return false };
    let (Some(before), Some(after)) = (text.get(..date.range.start), text.get(date.range.end..))
    else {
        return false;
    };
    let words = |part: &str| -> Vec<String> {
        let letters = part.split(|c: char| !c.is_alphanumeric() && c != '-');
        letters.filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let body = words(before);
    let small = |w: &str| matches!(w, "og" | "for" | "den" | "d" | "i");
    let capital = |w: &String| w.starts_with(char::is_uppercase) || small(w);
    body.iter().any(|w| is_collective(&danish::lowercase(w), ""))
        && body.iter().all(capital)
        && words(after).iter().all(|w| {
            matches!(w.as_str(), "pkt" | "punkt" | "sag" | "nr")
                || w.chars().all(|c| c.is_ascii_digit())
        })
}

/// A line of record: a case number, a journal number, who was absent at the item. The label as
/// printed.
pub(crate) fn record_of(text: &str) -> Option<&str> {
    let rest = RECORDS.iter().find_map(|start| after_start(text, start))?;
    let marked = rest.starts_with(['.', ':', ' '])
        && (rest.contains(':') || rest.contains(char::is_numeric));
    let alone = rest.trim().is_empty();
    let label = text.split([':', ' ']).next().unwrap_or_default();
    (marked || alone).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_is_longer_than_the_longest() {
        assert!(LABELS.iter().all(|label| label.chars().count() <= LONGEST_LABEL_CHARS));
    }

    #[test]
    fn labels() {
        for (text, want) in [
            ("Beslutning", Some(("Beslutning", ""))),
            ("Beslutning:", Some(("Beslutning", ""))),
            ("Beslutning: Godkendt.", Some(("Beslutning", "Godkendt."))),
            ("Beslutning om ny skole", None),
            ("Supplerende sagsfremstilling", Some(("Supplerende sagsfremstilling", ""))),
            ("Økonomien er god.", None),
            ("Mødebehandling", Some(("Mødebehandling", ""))),
            ("Udvalgets beslutning", Some(("Udvalgets beslutning", ""))),
            ("Byrådets beslutning om skolen", None),
            (
                "Beslutning i Byrådet den 3. maj 2022",
                Some(("Beslutning i Byrådet den 3. maj 2022", "")),
            ),
        ] {
            assert_eq!(label_of(text), want, "{text:?}");
        }
    }

    #[test]
    fn a_body_and_its_day() {
        for (text, want) in [
            ("Økonomi- og Erhvervsudvalget, 05.10.2023, pkt. 212", true),
            ("Byrådet den 3. maj 2022", true),
            ("Udvalget for Teknik og Miljø den 3. maj 2022:", true),
            ("Udvalget mødes den 3. maj 2022", false),
            ("Byrådet den 3. maj 2022 kl. 17 på rådhuset", false),
            ("Havnen den 3. maj 2022", false),
            ("Udvalget", false),
        ] {
            assert_eq!(is_body_and_day(text), want, "{text}");
        }
    }

    #[test]
    fn lines_of_record() {
        for (text, want) in [
            ("Sagsnr. 24/01873", Some("Sagsnr.")),
            ("Fraværende: Karen Holm", Some("Fraværende")),
            ("Fraværende medlemmer bedes melde sig.", None),
            ("Afbuddet kom sent.", None),
        ] {
            assert_eq!(record_of(text), want, "{text:?}");
        }
    }
}
