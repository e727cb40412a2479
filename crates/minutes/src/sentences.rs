//! A paragraph in, its sentences out, as byte ranges.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an ordinal, a date, an initial
//! or stands in brackets. Colons and missing full stops do not end one: a sentence that is too long
//! says less than it could, one that is cut in the wrong place says something else.
//! Deliberately absent: words and their meaning.

mod lists;

use std::ops::Range;

use lists::{
    BEFORE_NUMBERS, BEGINNERS, GIVEN_SHORT, GO_ON, LETTERED, MAY_END, SHORT_MONTHS, UNITS,
};

/// The byte ranges of the sentences of a text, in order, trimmed of white space. Every letter
/// stands in exactly one of them.
///
/// `Kl. 10 gik vi hjem. Prisen er 4 mio. kr. Hun takkede.` → three.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let closes = if text.contains('(') { bracket_ends(text) } else { Vec::new() };
    let mut closes = closes.into_iter().peekable();
    let mut start = 0;
    let mut inside_until = 0;
    let marks = text.bytes().enumerate().filter(|(_, b)| matches!(b, b'(' | b'.' | b'!' | b'?'));
    for (at, c) in marks.map(|(at, b)| (at, char::from(b))) {
        if c == '(' {
            while closes.peek().is_some_and(|(open, _)| *open < at) {
                closes.next();
            }
            if let Some((_, end)) = closes.next_if(|(open, _)| *open == at) {
                inside_until = inside_until.max(end);
            }
            continue;
        }
        // Marks at or before `start` were taken along by the sentence before.
        if at < start {
            continue;
        }
        let after = &text[at + 1..];
        let tail = after.len()
            - after
                .trim_start_matches([
                    '.', '!', '?', ')', ']', '"', '”', '“', '»', '«', '\'', '’', '*', '_',
                ])
                .len();
        let end = at + 1 + tail;
        if end < inside_until {
            continue;
        }
        let rest = &text[end..];
        if !rest.starts_with(char::is_whitespace) {
            continue;
        }
        if ends_here(&text[start..at], c, tail > 0 && end == inside_until, rest.trim_start()) {
            push(&mut found, text, start..end);
            start = end;
        }
    }
    push(&mut found, text, start..text.len());
    found
}

fn push(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let part = &text[range.clone()];
    let trimmed = part.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (part.len() - part.trim_start().len());
    if !trimmed.chars().any(char::is_alphanumeric)
        && let Some(last) = found.last_mut()
    {
        // Stray punctuation belongs to the sentence before.
        last.end = start + trimmed.len();
        return;
    }
    found.push(start..start + trimmed.len());
}

/// Where each bracket that is closed within reach opens, and the end of its closing one.
fn bracket_ends(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' => {
                if let Some(start) = open.pop()
                    && at - start < 600
                {
                    pairs.push((start, at + 1));
                }
            }
            _ => {}
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Whether a sentence whose text so far is `before` ends at the mark, given what follows.
fn ends_here(before: &str, mark: char, closed_bracket: bool, next: &str) -> bool {
    let Some(first) = next.chars().next() else { return true };
    if first.is_lowercase() {
        return false;
    }
    if mark != '.' {
        return true;
    }
    if closed_bracket {
        return first.is_uppercase() || first == '(';
    }
    let word_start = before
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '”' | '»' | '/'))
        .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    let word = &before[word_start..];
    let earlier = before[..word_start].trim_end();
    if word.is_empty() {
        return true;
    }
    if word.chars().all(|c| c.is_ascii_digit()) {
        return number_ends(word, earlier, next, first);
    }
    let mut letters = word.chars();
    let lone = letters.next().filter(|_| letters.next().is_none());
    if lone.is_some_and(char::is_uppercase) {
        let mut back = earlier.rsplit(char::is_whitespace);
        let previous = back.next().unwrap_or_default();
        // `A, F og Ø.` is a list of letters, `Vium og H. Holm` is not.
        let listed = previous == "og" && back.next().is_some_and(|w| w.chars().count() == 1);
        let of_name =
            previous.starts_with(char::is_uppercase) && begins_after_initial(previous, next);
        return listed
            || of_name
            || LETTERED.contains(&danish::lowercase(previous).trim_end_matches('.'));
    }
    let lower = danish::lowercase(word);
    // `tegning rev. F`, `pkt. B`
    if ["rev", "pkt"].contains(&lower.as_ref())
        && first.is_uppercase()
        && next.chars().nth(1).is_some_and(|c| !c.is_alphanumeric())
    {
        return false;
    }
    // `Kr. Rishøj`, but `5 Kr. Der bevilges …`
    if word.starts_with(char::is_uppercase)
        && GIVEN_SHORT.contains(&lower.as_ref())
        && first.is_uppercase()
        && !earlier.ends_with(|c: char| c.is_ascii_digit() || c == '-')
    {
        return false;
    }
    if next.chars().nth(1) == Some('.')
        && first.is_uppercase()
        && lone.is_some_and(char::is_alphabetic)
    {
        return false; // `af 30. f. M. angaaende`
    }
    let unit = UNITS.contains(&lower.as_ref());
    if is_vowelless(word) && !unit && !MAY_END.contains(&lower.as_ref()) {
        return false; // `Hmd. Laurs Bak`
    }
    let degree =
        ["stud.", "cand.", "dr.", "lic.", "mag.", "exam."].iter().any(|d| lower.starts_with(d));
    if degree && first.is_uppercase() {
        return false; // `stud.mag. Per Lund`
    }
    if unit && earlier.ends_with(|c: char| c.is_ascii_digit()) {
        return first.is_uppercase();
    }
    if BEFORE_NUMBERS.contains(&lower.as_ref()) {
        return !first.is_ascii_digit();
    }
    if MAY_END.contains(&lower.as_ref()) {
        // `22,6 mio. kr. (2024 p/l)` goes on in a bracket, `kr. (Bilag 2)` begins one.
        let in_bracket = first == '(' && !next.chars().nth(1).is_some_and(char::is_uppercase);
        return !in_bracket
            && (first.is_uppercase() || matches!(first, '(' | '"' | '”' | '»' | '•'));
    }
    // `CVR-nr. 123`
    let part = lower.rsplit('-').next().unwrap_or(&lower);
    if GO_ON.contains(&lower.as_ref())
        || GO_ON.contains(&part) && part.len() > 1
        || lower.ends_with("nr") && first.is_ascii_digit()
    {
        return false;
    }
    if lone.is_some() {
        // `a. Forslag …` at the head of a paragraph is a list letter.
        return !earlier.is_empty();
    }
    // `a.m.b.a.`, `c.v.r.`: dotted single letters go on unless known to end.
    !(word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic)))
}

/// Whether a word is an abbreviation by its looks: lower case after its first letter, and no vowel.
fn is_vowelless(word: &str) -> bool {
    let n_chars = word.chars().count();
    (2..=5).contains(&n_chars)
        && word.chars().skip(1).all(char::is_lowercase)
        // Consonants are listed, not vowels: `ét` has one too.
        && word.chars().all(|c| "bcdfghjklmnpqrstvwxz".contains(c.to_ascii_lowercase()))
}

/// Whether a sentence begins behind an initial that ends a name (*Ole K.*): with a word that is no
/// surname, or with the next person (`Ole K. Bent takkede`).
fn begins_after_initial(previous: &str, next: &str) -> bool {
    let mut words = next.split_whitespace();
    let first = words.next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    if BEGINNERS.contains(&first) {
        return true;
    }
    let second = words.next().unwrap_or_default();
    danish::is_given_name(previous)
        && danish::is_given_name(first)
        && (second.starts_with(char::is_lowercase) || second.chars().count() == 1)
}

fn number_ends(number: &str, earlier: &str, next: &str, first: char) -> bool {
    if earlier.is_empty() && number.len() <= 2 {
        return false; // `1. Sagen udsættes`
    }
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let word = danish::lowercase(&word);
    let is_month = danish::MONTHS.contains(&word.as_ref()) || SHORT_MONTHS.contains(&word.as_ref());
    if is_month && number.len() <= 2 {
        return false;
    }
    if first.is_ascii_digit() {
        return number.len() > 2;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn sentences_of_real_danish() {
        let table: &[(&str, &[&str])] = &[
            ("Sagen blev drøftet. Hun takkede.", &["Sagen blev drøftet.", "Hun takkede."]),
            (
                "Datoen er den 28. marts 2022. Det er sent.",
                &["Datoen er den 28. marts 2022.", "Det er sent."],
            ),
            (
                "Aftaler om f.eks. Hjemmehjælp og bl.a. Pleje.",
                &["Aftaler om f.eks. Hjemmehjælp og bl.a. Pleje."],
            ),
            ("Der er afsat 4. mia. kr. til veje.", &["Der er afsat 4. mia. kr. til veje."]),
            (
                "Gælden er 9,1 mio. kr. Han anbefalede ja.",
                &["Gælden er 9,1 mio. kr.", "Han anbefalede ja."],
            ),
            (
                "Det gælder data, nærhed mv. Han er enig.",
                &["Det gælder data, nærhed mv.", "Han er enig."],
            ),
            ("Alt bør ses under ét. Han takkede.", &["Alt bør ses under ét.", "Han takkede."]),
            ("Målet er 5 pct., og det holder.", &["Målet er 5 pct., og det holder."]),
            (
                "Rådgiver N. P. Birk og Chr. Jensen kom.",
                &["Rådgiver N. P. Birk og Chr. Jensen kom."],
            ),
            (
                "Allergikerne bor i opgang A. Mads spurgte.",
                &["Allergikerne bor i opgang A.", "Mads spurgte."],
            ),
            (
                "Hun opridsede alt (se bilag 1.1). Desuden kom han.",
                &["Hun opridsede alt (se bilag 1.1).", "Desuden kom han."],
            ),
            ("(Se bilag 7.1.) Han orienterede.", &["(Se bilag 7.1.)", "Han orienterede."]),
            (
                "Mødet (kl. 10. Efter frokost. Ude) sluttede.",
                &["Mødet (kl. 10. Efter frokost. Ude) sluttede."],
            ),
            (
                "1. at stien lægges, og 2. at den betales.",
                &["1. at stien lægges, og 2. at den betales."],
            ),
            ("1. Stien lægges. Den betales.", &["1. Stien lægges.", "Den betales."]),
            (
                "Udvalget godkendte punkt 1. Ulla stemte imod.",
                &["Udvalget godkendte punkt 1.", "Ulla stemte imod."],
            ),
            ("Mødet hæves kl. 21.25. Tak!", &["Mødet hæves kl. 21.25.", "Tak!"]),
            ("Han sagde: \"Nej.\" Hun gik.", &["Han sagde: \"Nej.\"", "Hun gik."]),
            (
                "EF viste tegning rev. C. Taget er lukket. Se pkt. B.",
                &["EF viste tegning rev. C.", "Taget er lukket.", "Se pkt. B."],
            ),
            (
                "Det koster 22,6 mio. kr. (2024 p/l) til havnen. Det er meget.",
                &["Det koster 22,6 mio. kr. (2024 p/l) til havnen.", "Det er meget."],
            ),
            ("Hvad nu? Intet. ", &["Hvad nu?", "Intet."]),
            ("Det ses på sundhed.dk. Næste sag.", &["Det ses på sundhed.dk.", "Næste sag."]),
            ("I 2023. Han kom.", &["I 2023.", "Han kom."]),
            ("Sagen tages op den 3. Juni paa ny.", &["Sagen tages op den 3. Juni paa ny."]),
            (
                "Det er dyrt, mente Ole K. Han kan selv. Den har Ole K. Bent takkede Ole K. Holm.",
                &[
                    "Det er dyrt, mente Ole K.",
                    "Han kan selv.",
                    "Den har Ole K.",
                    "Bent takkede Ole K. Holm.",
                ],
            ),
            (
                "Høns er tilladt if. § 11, jf. § 3. Hun gik.",
                &["Høns er tilladt if. § 11, jf. § 3.", "Hun gik."],
            ),
            ("Der forelå brev fra dr.phil. Ea Friis.", &["Der forelå brev fra dr.phil. Ea Friis."]),
            (
                "Det var dette punkt. Han gik mod nord. Hun kom.",
                &["Det var dette punkt.", "Han gik mod nord.", "Hun kom."],
            ),
            (
                "Den er 20 m. Hun kom i dec. Han gik 90 cm. Prisen steg 20 %. J. Vig gik.",
                &[
                    "Den er 20 m.",
                    "Hun kom i dec.",
                    "Han gik 90 cm.",
                    "Prisen steg 20 %.",
                    "J. Vig gik.",
                ],
            ),
            (
                "Johs. Vig spurgte. Kr. Rishøj svarede. Der ydes 5 Kr. Sagen er slut.",
                &["Johs. Vig spurgte.", "Kr. Rishøj svarede.", "Der ydes 5 Kr.", "Sagen er slut."],
            ),
            (
                "Skrivelse af 30. f. M. angaaende Hmd. Laurs Bak.",
                &["Skrivelse af 30. f. M. angaaende Hmd. Laurs Bak."],
            ),
            ("Uden punktum", &["Uden punktum"]),
            ("", &[]),
        ];
        for (text, want) in table {
            assert_eq!(&cut(text), want, "sentences of {text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_letter_once(text in "(\\PC|[.!?() \nA-Åa-å0-9]){0,200}") {
            let ranges = sentences(&text);
            let kept: String = ranges.iter().flat_map(|r| text[r.clone()].chars()).filter(|c| c.is_alphanumeric()).collect();
            let all: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
            prop_assert_eq!(kept, all);
            prop_assert!(ranges.windows(2).all(|w| w[0].end <= w[1].start));
        }
    }
}
