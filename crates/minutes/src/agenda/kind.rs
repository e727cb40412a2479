//! The title of an item in, what the item is for and the title without that out.
//!
//! Deliberately absent: numbers (`agenda`).

use crate::ItemKind;

/// What an item is for, as its title tells it, and the title without that: `Budget 2023 (B)`,
/// `Status – til orientering`, `(O) Nyt fra formanden`.
pub(crate) fn kind_of(title: &str) -> (String, Option<ItemKind>) {
    let title = title.trim();
    if let Some(open) = title.rfind('(')
        && let Some(inner) = title.get(open + 1..)
        && let Some((inner, after)) = inner.split_once(')')
        && after.trim().trim_matches(['.', ':']).is_empty()
        && let Some(kind) = kind_named(inner)
    {
        let plain = title.get(..open).unwrap_or_default();
        return (plain.trim().to_string(), Some(kind));
    }
    if let Some(rest) = title.strip_prefix('(')
        && let Some((inner, rest)) = rest.split_once(')')
        && let Some(kind) = kind_named(inner)
    {
        return (rest.trim().to_string(), Some(kind));
    }
    for mark in [" – ", " - ", ", ", ": "] {
        if let Some((plain, last)) = title.rsplit_once(mark)
            && danish::lowercase(last).starts_with("til ")
            && let Some(kind) = kind_named(last)
        {
            return (plain.trim().to_string(), Some(kind));
        }
    }
    (title.to_string(), None)
}

fn kind_named(words: &str) -> Option<ItemKind> {
    let words = danish::lowercase(words.trim().trim_end_matches('.'));
    let words = words.strip_prefix("til ").unwrap_or(&words);
    let first = words.split([' ', '/', ',', '+']).next().unwrap_or_default();
    let one = words.split_whitespace().count() <= 3;
    match first {
        "o" | "orientering" | "orienteringspunkt" | "o-punkt" | "efterretning" if one => {
            Some(ItemKind::Information)
        }
        "b" | "beslutning" | "beslutningspunkt" | "b-punkt" | "godkendelse" if one => {
            Some(ItemKind::Decision)
        }
        "d" | "drøftelse" | "drøftelsespunkt" | "d-punkt" | "diskussion" if one => {
            Some(ItemKind::Discussion)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_item_is_for() {
        for (title, plain, kind) in [
            ("Meddelelser (O)", "Meddelelser", Some(ItemKind::Information)),
            ("Handlingsplan 2022 (B)  ", "Handlingsplan 2022", Some(ItemKind::Decision)),
            ("Vision (til drøftelse)", "Vision", Some(ItemKind::Discussion)),
            ("Vision – til beslutning", "Vision", Some(ItemKind::Decision)),
            ("(D) Vision", "Vision", Some(ItemKind::Discussion)),
            ("Til orientering", "Til orientering", None),
            ("Vision (udsat)", "Vision (udsat)", None),
            ("Budget (2023)", "Budget (2023)", None),
        ] {
            assert_eq!(kind_of(title), (plain.to_string(), kind), "{title:?}");
        }
    }
}
