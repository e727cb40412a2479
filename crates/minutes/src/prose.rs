//! Whether words are running text or a title, and the beginning of a text as a title.
//!
//! Deliberately absent: sentences; `sentences` cuts those.

use crate::line::{ends_sentence, starts_upper};

/// Longest title of an item that is only the beginning of its text, in characters; about what a
/// result list shows on one line. No source.
const SHORT_TITLE_CHARS: usize = 80;

/// Whether a text ends in an abbreviation, so that the full stop after it ends no sentence.
pub(crate) fn is_abbreviation(head: &str) -> bool {
    let last = head.rsplit([' ', '(', '/']).next().unwrap_or_default();
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    let no_vowel = letters <= 4
        && !danish::lowercase(last).contains(['a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'å']);
    letters <= 1
        || no_vowel
        || [
            "vedr",
            "nr",
            "pr",
            "evt",
            "ca",
            "kl",
            "jf",
            "fx",
            "bl.a",
            "bla",
            "st",
            "sct",
            "ang",
            "inkl",
            "ekskl",
            "max",
            "min",
            "dr",
            "hr",
            "fr",
            "afd",
            "stk",
            "pkt",
            "tlf",
            "mio",
            "mia",
            "pct",
            "kr",
            "matr",
            "f.eks",
            "m.m",
            "m.v",
            "mv",
            "mm",
            "osv",
            "gdr",
            "skr",
            "cirk",
            "medd",
            "sml",
            "kgl",
            "indenrigsm",
        ]
        .contains(&danish::lowercase(last).as_ref())
}

/// Whether a line reads as a sentence rather than as a title.
pub(crate) fn reads_as_text(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < 3 {
        return false;
    }
    let verb = words.iter().skip(1).any(|word| is_finite_verb(word));
    (ends_sentence(text) && !text.trim_end().ends_with(':') && (verb || words.len() > 9))
        || (verb && words.len() > 12)
}

/// Whether a word is a finite verb of minutes, by a short list and by its ending.
pub(crate) fn is_finite_verb(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.starts_with(char::is_uppercase) {
        return false;
    }
    [
        "blev",
        "er",
        "var",
        "har",
        "havde",
        "bød",
        "gav",
        "fik",
        "kan",
        "kunne",
        "skal",
        "skulle",
        "vil",
        "ville",
        "må",
        "måtte",
        "tog",
        "gik",
        "kom",
        "sagde",
        "fandt",
        "bad",
        "lod",
        "stod",
        "holdt",
        "drøftedes",
        "vedtoges",
        "bliver",
        "ønsker",
        "indstiller",
        "foreslår",
        "forelå",
        "forelaa",
        "bør",
        "gør",
        "meddeler",
    ]
    .contains(&word)
        || (word.chars().count() > 5
            && ["ede", "edes", "erede", "tes"].iter().any(|end| word.ends_with(end))
            && !word.ends_with("erede"))
        || (word.ends_with("erede")
            && [
                "orienterede",
                "konkluderede",
                "informerede",
                "referede",
                "refererede",
                "præsenterede",
                "kommenterede",
                "supplerede",
                "konstaterede",
                "motiverede",
                "diskuterede",
                "accepterede",
            ]
            .contains(&word))
}

/// Whether a word ends as a passive verb does.
pub(crate) fn is_passive(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.chars().count() > 5 && word.ends_with("es")
}

/// The beginning of a text as a title: its first sentence, cut at a word.
pub(crate) fn beginning(text: &str) -> String {
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        if matches!(c, '.' | '?' | '!')
            && at > 10
            && text.get(at + 1..).is_some_and(|tail| tail.starts_with(' ') && starts_upper(tail))
            && text.get(..at).is_some_and(|head| !is_abbreviation(head))
        {
            end = at;
            break;
        }
    }
    let sentence = text.get(..end).unwrap_or(text).trim_end_matches(['.', ',', ':', ' ']);
    if sentence.chars().count() <= SHORT_TITLE_CHARS {
        return sentence.to_string();
    }
    let mut short = String::new();
    for word in sentence.split(' ') {
        if short.chars().count() + word.chars().count() + 1 > SHORT_TITLE_CHARS {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{} …", short.trim_end_matches([',', ':', ';', '-']))
}
