//! The sentence that a record begins with in, the body that it names out.
//!
//! Deliberately absent: titles (`body`).

use super::{kind_as_body, of_date};

/// The body in the sentence that a record begins with: `Mandag den 20. Januar 1941 holdt Lund Sogneraad
/// Møde` → `Lund Sogneraad`, `afholdt Sogneraadet Møde` → `Sogneraadet`. Empty when it names none.
pub(crate) fn body_in_prose(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(40).collect();
    let names = |word: &str| {
        let lower = danish::lowercase(word);
        ["raad", "råd", "bestyrelse", "udvalg"].iter().any(|kind| lower.contains(kind))
            && !lower.contains("lokale")
    };
    let Some(at) = words.iter().position(|word| names(word)) else {
        return kind_as_body(&words);
    };
    if words.get(at).is_some_and(|word| danish::lowercase(word).contains("møde")) {
        return kind_as_body(&words);
    }
    let mut from = at;
    while let Some(before) = from.checked_sub(1).and_then(|idx| words.get(idx)) {
        let name = before.starts_with(char::is_uppercase)
            && before.chars().all(|c| c.is_alphabetic() || c == '-')
            && !of_date(before)
            && danish::month_named(before).is_none()
            && !["Møde", "Kl", "Dag", "I"].contains(before);
        let joint = *before == "-" && from >= 2;
        if !name && !joint {
            break;
        }
        from -= 1;
    }
    // `Bestyrelsen for Lund Andelsmejeri`
    let mut to = at;
    if words.get(at + 1).is_some_and(|word| ["for", "ved"].contains(word)) {
        let named = words.iter().skip(at + 2).take_while(|word| {
            word.starts_with(char::is_uppercase) && **word != "Møde" && !of_date(word)
        });
        let n_words = named.count();
        to += if n_words > 0 { n_words + 1 } else { 0 };
    }
    let name = words.get(from..=to).unwrap_or_default().join(" ").replace(" - ", "-");
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_sentences_name_bodies() {
        for (text, want) in [
            ("Mandag den 20' Januar 1941 Kl. 7 holdt Lund Sogneraad Møde i Vig", "Lund Sogneraad"),
            ("Aar 1942 den 3 Juni var Sogneraadet forsamlet", "Sogneraadet"),
            ("Aar 1940 den 8 Januar afholdtes Sogneraadsmøde i Vig", "Sogneraadet"),
            ("Lund - Vig Sogneraad afholdt i Dag Møde", "Lund-Vig Sogneraad"),
            (
                "Aar 1937 den 12. Marts afholdt Bestyrelsen for Lundby Mejeri Møde paa Mejeriet.",
                "Bestyrelsen for Lundby Mejeri",
            ),
        ] {
            assert_eq!(body_in_prose(text), want, "{text:?}");
        }
    }
}
