//! Blocks that tell a case, and blocks in which people talk.
//!
//! In: the label of a block as printed. Out: whether nobody speaks under it. Deliberately absent: which
//! blocks hold decisions; `decision` knows.

use crate::decision;

/// Blocks that tell a case wherever they stand; a meeting that has one tells cases.
pub(super) fn is_case(block: &str) -> bool {
    let block = danish::lowercase(block);
    [
        "sagsfremstilling",
        "supplerende sagsfremstilling",
        "supplerende indstilling",
        "indstilling",
        "resum",
        "sagsresum",
        "sagsbeskrivelse",
    ]
    .iter()
    .any(|label| block.starts_with(label))
        || block.ends_with(" indstiller")
        || block.ends_with(" indstilling")
}

/// Other blocks in which a case is told, not talked about, where a meeting tells cases: `Økonomi` is
/// a matter to talk of elsewhere.
pub(super) fn is_account(block: &str) -> bool {
    const TALK: [&str; 20] = [
        "beslutning",
        "beslutninger",
        "drøft",
        "debat",
        "diskussion",
        "spørgsmål",
        "opfølgning",
        "referat",
        "bemærkninger",
        "kommentar",
        "protokol",
        "afgørelse",
        "opsamling",
        "orientering",
        "konklusion",
        "vedtagelse",
        "afstemning",
        "mindretalsudtalelse",
        "status",
        "bilag",
    ];
    let block = danish::lowercase(block);
    if decision::is_deciding(&block) || block.contains("behandling") || block.ends_with("drøftelse")
    {
        return false;
    }
    let whole = |word: &str| matches!(word, "beslutning" | "beslutninger" | "bemærkninger");
    !TALK.iter().any(|t| if whole(t) { block == *t } else { block.starts_with(t) })
}

#[cfg(test)]
mod tests {
    use super::is_account;

    #[test]
    fn who_speaks_under_which_label() {
        for talk in [
            "Beslutning",
            "Beslutning i Teknisk Udvalg den 3. maj 2019",
            "Drøftelse",
            "Referat",
            "Konklusion",
            "Orientering v/ Ulla Toft",
            "Bilag",
        ] {
            assert!(!is_account(talk), "{talk}");
        }
        assert!(super::is_case("Indstilling") && super::is_case("Resumé"));
        assert!(!super::is_case("Økonomi") && !super::is_case("Beslutning"));
        for account in ["Sagsfremstilling", "Indstilling", "Økonomi", "Forslag til beslutning"] {
            assert!(is_account(account), "{account}");
        }
    }
}
