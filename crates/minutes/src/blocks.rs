//! The labels that offices write above the parts of an item: *Sagsfremstilling*, *Indstilling*,
//! *Beslutning*; and the lines of record that stand alone: case numbers, who was absent.
//!
//! In: a line. Out: its label and what follows it. Deliberately absent: what a block means.

/// Block labels, lower case. **Source:** forms of municipal, regional, university and association
/// minutes; our own list.
const LABELS: [&str; 62] = [
    "afgørelse",
    "afstemning",
    "andre konsekvenser",
    "ansvarlig",
    "baggrund",
    "baggrund for sagen",
    "beslutning",
    "beslutninger",
    "beslutningstema",
    "bemærkninger",
    "bilag",
    "borgmesteren indstiller",
    "deadline",
    "den videre proces",
    "det videre forløb",
    "det indstilles",
    "direktionen indstiller",
    "drøftelse",
    "formål",
    "forslag til beslutning",
    "forvaltningen indstiller",
    "forvaltningens bemærkninger",
    "forvaltningens indstilling",
    "fraværende",
    "handleplan",
    "høring",
    "indstilling",
    "indhold",
    "inddragelse",
    "kommunikation",
    "konklusion",
    "konsekvenser",
    "kort resumé",
    "lovgrundlag",
    "mindretalsudtalelse",
    "opfølgning",
    "orientering",
    "personaleforhold",
    "personalemæssige konsekvenser",
    "problemstilling",
    "proces",
    "protokol",
    "protokollat",
    "referat",
    "relaterede sager",
    "resumé",
    "resume",
    "sagen afgøres i",
    "sagens gang",
    "sagsfremstilling",
    "sagsforløb",
    "sagsresumé",
    "sekretariatet indstiller",
    "supplerende sagsfremstilling",
    "supplerende bemærkninger",
    "tidligere beslutninger",
    "tidsplan",
    "udtalelse",
    "vedtagelse",
    "vurdering",
    "økonomi",
    "økonomiske konsekvenser",
];

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
    let lower = head.to_lowercase();
    let known = LABELS.contains(&lower.as_str())
        // `Beslutning i Økonomiudvalget den 3. maj 2022`, `Indstilling fra direktionen`.
        || (head.split_whitespace().count() <= 9
            && ["beslutning i ", "beslutning fra ", "beslutning den ", "indstilling fra ", "indstilling til ",
                "behandling i ", "udtalelse fra "]
                .iter()
                .any(|start| lower.starts_with(start))
            && (rest.is_empty() || text.contains(':')));
    known.then_some((head, rest))
}

/// A line of record: a case number, a journal number, who was absent at the item. The label as
/// printed.
pub(crate) fn record_of(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let found = RECORDS.iter().find(|start| lower.starts_with(**start))?;
    let rest = lower.get(found.len()..)?;
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
    fn labels() {
        for (text, want) in [
            ("Beslutning", Some(("Beslutning", ""))),
            ("Beslutning:", Some(("Beslutning", ""))),
            ("Beslutning: Godkendt.", Some(("Beslutning", "Godkendt."))),
            ("Beslutning om ny skole", None),
            ("Supplerende sagsfremstilling", Some(("Supplerende sagsfremstilling", ""))),
            ("Økonomien er god.", None),
            (
                "Beslutning i Byrådet den 3. maj 2022",
                Some(("Beslutning i Byrådet den 3. maj 2022", "")),
            ),
        ] {
            assert_eq!(label_of(text), want, "{text:?}");
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
