//! Characters in, a verdict out: whether what a PDF gave is text at all. Fonts that do not say which
//! letters they draw give signs that look like text to a program. Language is deliberately absent: any
//! European language passes, Danish best.

use std::collections::HashSet;

/// Says why characters are no text; `None` when they may well be.
///
/// Four measures, each strict enough for real minutes in Danish, German, English or Latin names to pass:
/// signs that are no text (control, private use, replacement) at most 1 in 20; vowels 22 to 60 % of the
/// letters (Danish 38 to 41 % in what we have read); words with a sign or a figure between letters (`a>b`, `d3n`) at most
/// 1 in 7; among 120 words at least two small words of the
/// commonest (`og`, `i`, `at`; a Danish text has 25 to 35 %).
pub(crate) fn garbage(text: &str) -> Option<String> {
    let shown = || text.chars().filter(|c| !c.is_whitespace());
    let n_shown = shown().count();
    let n_odd = shown().filter(|c| is_odd(*c)).count();
    if n_odd * 20 > n_shown {
        return Some(format!("{n_odd} of {n_shown} characters have no meaning"));
    }
    if text.matches("(cid:").count() * 40 > n_shown {
        return Some("the letters are given by number".to_owned());
    }
    let n_letters = shown().filter(|c| c.is_alphabetic()).count();
    if n_shown >= 200 && n_letters * 4 < n_shown {
        return Some(format!("only {n_letters} of {n_shown} characters are letters"));
    }
    let n_vowels = shown().filter(|c| is_vowel(*c)).count();
    if n_letters >= 200 && !(n_letters * 22..=n_letters * 60).contains(&(n_vowels * 100)) {
        return Some(format!("{n_vowels} of {n_letters} letters are vowels"));
    }
    let n_tokens = text.split_whitespace().count();
    let n_mixed = text.split_whitespace().filter(|token| is_mixed(token)).count();
    if n_tokens >= 30 && n_mixed * 7 > n_tokens {
        return Some(format!("{n_mixed} of {n_tokens} words have signs or figures inside"));
    }
    let n_words = words(text).count();
    let n_common =
        words(text).filter(|word| COMMON.contains(&word.to_lowercase().as_str())).count();
    if n_words >= 120 && n_common < 2 {
        return Some(format!("none of {n_words} words is a common word"));
    }
    None
}

/// Whether a Danish text of some length lacks æ, ø and å altogether: its font does not tell them.
pub(crate) fn lacks_danish_letters(text: &str) -> bool {
    let n_letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let danish: HashSet<&str> = words(text).filter(|word| DANISH_ONLY.contains(word)).collect();
    // Danish has 3 to 4 of the three in 100 letters: 600 letters without one do not happen.
    n_letters >= 600 && danish.len() >= 3 && !text.to_lowercase().contains(['æ', 'ø', 'å'])
}

/// The commonest small words of Danish, and of the languages that share its archives.
const COMMON: &[&str] = &[
    "og", "i", "at", "det", "den", "en", "er", "til", "af", "for", "med", "der", "som", "the",
    "of", "and", "to", "in", "und", "die", "der", "och", "att", "som", "blev", "ikke",
];

/// Small words that are Danish (or Norwegian) and not English, German or Swedish.
const DANISH_ONLY: &[&str] =
    &["og", "at", "af", "ikke", "blev", "til", "som", "der", "bestyrelsen"];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic))
}

/// Whether a sign or figure that no word has stands between letters. Hyphens, full stops and the like
/// (`EPJ-system`, `f.eks.`, `og/eller`, `post@kommune.dk`) do not count.
fn is_mixed(token: &str) -> bool {
    let core = token.trim_matches(|c: char| !c.is_alphabetic());
    let odd = |c: char| c.is_ascii_digit() || "!\"#$%*+;<=>?[\\]^_{|}~".contains(c);
    core.contains(odd)
}

/// Control, private use, replacement, unassigned planes: what no writer typed.
fn is_odd(c: char) -> bool {
    c.is_control()
        || c == char::REPLACEMENT_CHARACTER
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{F0000}'..)
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_lowercase().next(), Some(c) if "aeiouyæøåöäüéèáóíúêôëï".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: &str = "Bestyrelsen drøftede kanalstrategien og besluttede, at den sendes i høring. \
        Hanne Bøgh bemærkede, at fristen er kort, og at der ikke er afsat midler til arbejdet. ";

    #[test]
    fn minutes_pass() {
        for text in [
            MINUTES.repeat(4),
            "Til stede: Aage Bjørn (A), Yrsa Lynge (F), Ib Krog (V). Afbud: Knud Å. Ørsted. "
                .repeat(2),
            "The board met in Aarhus and agreed to the budget of the year. ".repeat(20),
            "1.234,50 kr. 2.000,00 kr. 17.250,75 kr. ialt konto".to_owned(),
            "§ 4".to_owned(),
            "Se ØA23, COVID-19, 18/02451 og by@land.dk; spørg f.eks. MedCom (nr. 3). ".repeat(9),
        ] {
            assert_eq!(garbage(&text), None, "{text}");
        }
    }

    #[test]
    fn signs_without_meaning_do_not() {
        let shift = |by: u32| -> String {
            let moved = |c: char| char::from_u32(u32::from(c) + by).unwrap_or(c);
            MINUTES.repeat(4).chars().map(|c| if c == ' ' { c } else { moved(c) }).collect()
        };
        for text in [
            shift(0xE000),
            shift(3),
            "\u{1}\u{2}\u{3} \u{4}\u{5}".repeat(30),
            "(cid:12)(cid:44)(cid:3) ".repeat(30),
            "\u{FFFD}a\u{FFFD}b".repeat(30),
            "#$%&'( )*+,-./ ".repeat(40),
            "CPWP3A4 LYIP 0A#4S ISL3IPA A%7B L47E ".repeat(8),
        ] {
            assert!(garbage(&text).is_some(), "{text}");
        }
    }

    #[test]
    fn lost_danish_letters() {
        let text = MINUTES.repeat(8);
        assert!(!lacks_danish_letters(&text));
        assert!(lacks_danish_letters(&text.replace(['æ', 'ø', 'å'], "")));
        assert!(!lacks_danish_letters(&"The board met in Odense and agreed to it. ".repeat(40)));
    }
}
