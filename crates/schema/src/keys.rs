//! Keys that stay the same from run to run and may stand in a URL: of persons, bodies, meetings.
//!
//! In: names as printed. Out: lower-case ASCII with hyphens where the name allows it. Deliberately
//! absent: who is the same person or body as whom.

use danish::{Date, Text, name_key};

/// A name as part of a reference: lower case, `å` → `aa`, `ø` → `oe`, `æ` → `ae`, other accents
/// off where Danish names have them, everything between words one hyphen; full stops inside numbers
/// stay (`2.3`).
///
/// ```
/// assert_eq!(schema::slug("Børne- og Ungeudvalget"), "boerne-og-ungeudvalget");
/// assert_eq!(schema::slug("4.a"), "4.a");
/// ```
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = "";
    for c in Text::new(name).as_str().chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if !slug.is_empty() {
                slug.push_str(gap);
            }
            gap = "";
            match c {
                'å' => slug.push_str("aa"),
                'ø' | 'ö' => slug.push_str("oe"),
                'æ' | 'ä' => slug.push_str("ae"),
                'ü' => slug.push('u'),
                'é' | 'è' | 'ê' | 'ë' => slug.push('e'),
                'á' | 'à' | 'â' => slug.push('a'),
                _ => slug.push(c),
            }
        } else if c == '.' && gap.is_empty() {
            gap = ".";
        } else {
            gap = "-";
        }
    }
    slug
}

/// The key of a person: `Direktør Aage Müller` and `Åge Müller` share one.
///
/// ```
/// assert_eq!(schema::person_key("Lisbeth  Nielsen"), "lisbeth-nielsen");
/// ```
pub fn person_key(name: &str) -> String {
    slug(&name_key(name))
}

/// The reference of a meeting, before numbers for several on one day are added:
/// `vandraad-2021-03-04`. Without a date `otherwise` stands for it, without a body the title.
pub fn meeting_key(body: &str, title: &str, date: Option<Date>, otherwise: &str) -> String {
    let named = [body, title].into_iter().map(slug).find(|s| !s.is_empty());
    let name = shortened(&named.unwrap_or_else(|| "referat".to_owned()));
    match date {
        Some(date) => format!("{name}-{date}"),
        None => format!("{name}-{otherwise}"),
    }
}

/// Longest name in a reference, in bytes, so that it fits on a line with date, item and number.
const MAX_NAME_BYTES: usize = 44;

/// As many words as fit: a heading of three lines makes no reference that anybody can type.
fn shortened(slug: &str) -> String {
    let mut short = String::new();
    for word in slug.split('-') {
        if !short.is_empty() && short.len() + 1 + word.len() > MAX_NAME_BYTES {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(MAX_NAME_BYTES));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_references() {
        for (name, expected) in [
            ("Vandråd", "vandraad"),
            ("A\u{30A}byhøj  Menighedsråd", "aabyhoej-menighedsraad"),
            ("Social- og Ældreudvalget", "social-og-aeldreudvalget"),
            ("1.8", "1.8"),
            ("...", ""),
            ("Møde nr. 4", "moede-nr-4"),
            ("O'Brien", "o-brien"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn meetings_are_named_by_body_and_day() {
        let day = Date::new(2021, 3, 4).ok();
        assert_eq!(meeting_key("Vandråd", "Møde", day, "x"), "vandraad-2021-03-04");
        assert_eq!(meeting_key("", "Møde", None, "0a1b"), "moede-0a1b");
        assert_eq!(meeting_key("", "", None, "0a1b"), "referat-0a1b");
    }
}
