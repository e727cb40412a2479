//! The words around a number: what it is called, and what it is an amount of.
//!
//! Deliberately absent: the forms of numbers.

use std::ops::Range;

/// How much of the text before a number may name it, in bytes. No source.
const REACH_BYTES: usize = 64;

/// What a number is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// Nothing.
    Nothing,
    /// A civil registration number.
    Cpr,
    /// A bank account.
    Account,
    /// A telephone.
    Phone,
    /// Something that is no person's: a case, an invoice, a company.
    Other,
}

/// Words that tell what follows, without their signs, in small letters. `nr`, `nummer` and the like may
/// stand between.
const CALLED: &[(Called, &[&str])] = &[
    (
        Called::Cpr,
        &[
            "personnummer",
            "personnumre",
            "personnr",
            "persnr",
            "fødselsnummer",
            "født",
            "f",
            "civilregistreringsnummer",
            "erstatningscpr",
            "cpr",
        ],
    ),
    (
        Called::Account,
        &[
            "konto",
            "kontonr",
            "kontonummer",
            "bankkonto",
            "reg",
            "regnr",
            "registreringsnr",
            "lønkonto",
            "nemkonto",
        ],
    ),
    (
        Called::Phone,
        &[
            "tlf",
            "tlfnr",
            "telefon",
            "telefonnr",
            "telefonnummer",
            "mobil",
            "mobilnr",
            "mobilnummer",
            "mob",
            "tel",
            "sms",
            "fax",
            "mobiltelefon",
            "direkte",
        ],
    ),
    (
        Called::Other,
        &[
            "sag",
            "sagsnr",
            "sagsnummer",
            "sagnr",
            "sager",
            "sagsid",
            "journalnr",
            "journalnummer",
            "jnr",
            "jour",
            "j",
            "dok",
            "doknr",
            "dokument",
            "dokumentnr",
            "dokumentnummer",
            "dokid",
            "faktura",
            "fakturanr",
            "fakturanummer",
            "ordre",
            "ordrenr",
            "ordrenummer",
            "cvr",
            "cvrnr",
            "cvrnummer",
            "ean",
            "eannr",
            "eannummer",
            "gln",
            "pnr",
            "pnummer",
            "produktionsenhed",
            "matr",
            "matrnr",
            "matrikel",
            "matrikelnr",
            "isbn",
            "issn",
            "løbenr",
            "løbenummer",
            "id",
            "varenr",
            "varenummer",
            "kundenr",
            "kundenummer",
            "medlemsnr",
            "medlemsnummer",
            "ref",
            "refnr",
            "reference",
            "iban",
            "giro",
            "gironr",
            "serienr",
            "serienummer",
            "stelnr",
            "licensnr",
            "projekt",
            "projektnr",
            "projektnummer",
            "arkivnr",
            "aktnr",
            "akt",
            "protokolnr",
            "rekvisition",
            "rekvisitionsnr",
            "bilag",
            "bilagsnr",
            "lovforslag",
            "edoc",
            "captia",
            "acadre",
            "esdh",
            "ejendomsnr",
            "ejendomsnummer",
            "bfe",
            "bfenr",
            "bevillingsnr",
            "målernr",
            "målernummer",
            "installationsnr",
            "kvittering",
            "kvitteringsnr",
            "politianmeldelse",
            "kl",
        ],
    ),
];

/// Words that stand between a label and its number.
const FILLERS: &[&str] = &["nr", "no", "nummer", "numre", "er", "med"];

/// What the words right before a place call the number that begins there.
pub(super) fn called(text: &str, at: usize) -> Called {
    let from = (at.saturating_sub(REACH_BYTES)..=at).find(|from| text.is_char_boundary(*from));
    let before = from.and_then(|from| text.get(from..at)).unwrap_or_default().to_lowercase();
    let words = before.split_whitespace().rev().take(4);
    for (nth, word) in words.enumerate() {
        // A label that ends a sentence is none; one abbreviated does not.
        let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        if letters.is_empty() {
            // Only signs: `:`, `(`, `-`.
            match word.chars().any(char::is_alphanumeric) {
                true => return Called::Nothing,
                false => continue,
            }
        }
        // What precedes on the same word: `cpr:010190…` is cut there already.
        let named = CALLED.iter().find(|(_, labels)| labels.contains(&letters.as_str()));
        if let Some((called, _)) = named {
            let is_letter_alone = letters.chars().count() == 1;
            if is_letter_alone && !word.contains('.') {
                return Called::Nothing;
            }
            return *called;
        }
        if letters.starts_with("cpr") || letters.ends_with("cprnr") || letters.ends_with("cpr") {
            return Called::Cpr;
        }
        let is_filler = FILLERS.contains(&letters.as_str());
        if !is_filler || nth == 3 {
            return Called::Nothing;
        }
    }
    Called::Nothing
}

/// Whether a number is part of a longer one, of a decimal, of a word.
pub(super) fn is_part_of_more(text: &str, range: &Range<usize>) -> bool {
    goes_on_before(text, range.start) || goes_on_after(text, range.end)
}

/// Whether what begins at a place goes on from what stands before it.
pub(super) fn goes_on_before(text: &str, start: usize) -> bool {
    let before: Vec<char> = text.get(..start).unwrap_or_default().chars().rev().take(2).collect();
    match before.as_slice() {
        [one, ..] if one.is_alphanumeric() || *one == '+' => true,
        ['-' | '_', two, ..] => two.is_alphanumeric(),
        ['/' | '.' | ',' | ':', two, ..] => two.is_ascii_digit(),
        _ => false,
    }
}

/// Whether what ends at a place goes on after it.
pub(super) fn goes_on_after(text: &str, end: usize) -> bool {
    let mut signs = text.get(end..).unwrap_or_default().chars();
    match signs.next() {
        Some(one) if one.is_alphanumeric() => true,
        Some('-' | '_') => signs.next().is_some_and(char::is_alphanumeric),
        Some('/' | '.' | ',' | ':') => {
            let n_digits = signs.take_while(char::is_ascii_digit).count();
            (1..6).contains(&n_digits)
        }
        _ => false,
    }
}

/// Whether what follows a number makes an amount of it.
pub(super) fn is_amount(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let after = after.strip_prefix([' ', '\u{A0}', '\u{202F}', '\n']).unwrap_or(after);
    if after.starts_with(['%', '€', '$']) || after.starts_with(",-") {
        return true;
    }
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let units = [
        "kr",
        "kroner",
        "dkk",
        "eur",
        "euro",
        "mio",
        "mia",
        "tkr",
        "stk",
        "m2",
        "m3",
        "m²",
        "m³",
        "km",
        "km2",
        "ha",
        "kg",
        "ton",
        "kwh",
        "mwh",
        "gwh",
        "timer",
        "borgere",
        "indbyggere",
        "personer",
    ];
    units.contains(&word.to_lowercase().as_str())
}

/// Whether nothing but `og`, `,` and the like stands between two places: a list goes on. Nothing goes on
/// from place 0.
pub(super) fn is_list(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..to).unwrap_or_default();
    from > 0 && between.len() <= 16 && {
        let words =
            between.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '&'));
        words.filter(|word| !word.is_empty()).all(|word| matches!(word, "og" | "samt" | "eller"))
    }
}
