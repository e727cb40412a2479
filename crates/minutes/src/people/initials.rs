//! Initials that stand by a name, before it or behind, told from the name they are short for.
//!
//! In: a piece of a list, or capitals and a name. Out: the initials and the rest. Deliberately absent:
//! whose initials running text means.

use super::person::is_name_word;

/// `KT: Karen Thulesen`: initials before a name whose they are.
pub(super) fn initials_before(piece: &str) -> (Option<&str>, &str) {
    if let Some((initials, name)) = piece.split_once(": ")
        && (2..=5).contains(&initials.chars().count())
        && initials.chars().all(char::is_uppercase)
    {
        let name = name.trim();
        let plain = name.split(['(', ',']).next().unwrap_or(name);
        return (Some(initials).filter(|initials| are_initials_of(initials, plain)), name);
    }
    // `BH Bo Holm`
    if let Some((initials, rest)) = piece.split_once(' ') {
        let name: Vec<&str> =
            rest.split_whitespace().take_while(|word| is_name_word(word)).take(3).collect();
        if initials.chars().count() > 1
            && initials.chars().all(char::is_uppercase)
            && name.len() > 1
            && begin_words_of(initials, &name)
        {
            return (Some(initials), rest.trim());
        }
    }
    // `forældre: Bo Holm`
    if let Some((kind, name)) = piece.split_once(": ")
        && !kind.contains(' ')
        && kind.starts_with(char::is_lowercase)
    {
        return (None, name.trim());
    }
    (None, piece)
}

/// Whether capitals are the first letters of words of a name in order, its first and one more.
fn begin_words_of(initials: &str, name: &[&str]) -> bool {
    let mut firsts = name.iter().filter_map(|word| word.chars().next());
    let mut capitals = initials.chars();
    capitals.next() == firsts.next() && capitals.all(|capital| firsts.any(|c| c == capital))
}

/// Whether capitals can be the initials of a name: they stand in it in order, the first first.
pub(super) fn are_initials_of(text: &str, name: &str) -> bool {
    let count = text.chars().count();
    if !(2..=5).contains(&count) || !text.chars().all(char::is_alphabetic) {
        return false;
    }
    if text.chars().filter(|c| c.is_uppercase()).count() < 2
        && !text.chars().all(char::is_lowercase)
    {
        return false;
    }
    if text.chars().all(char::is_lowercase) && count > 4 {
        return false;
    }
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    if text.to_lowercase().chars().next() != lower.chars().next() {
        return false;
    }
    text.to_lowercase().chars().all(|c| letters.any(|l| l == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_stand_before_their_name() {
        for (piece, want) in [
            ("BH: Bo Holm", (Some("BH"), "Bo Holm")),
            ("SF: Bo Holm", (None, "Bo Holm")),
            ("VIP: Bo Holm (BH)", (None, "Bo Holm (BH)")),
            ("BH Bo Holm", (Some("BH"), "Bo Holm")),
            ("EKV Ea Krogh Vig (formand)", (Some("EKV"), "Ea Krogh Vig (formand)")),
            ("KL Bo Holm", (None, "KL Bo Holm")),
            ("HR Havnens Venner", (None, "HR Havnens Venner")),
            ("forældre: Bo Holm", (None, "Bo Holm")),
        ] {
            assert_eq!(initials_before(piece), want, "{piece}");
        }
    }
}
