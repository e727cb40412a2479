//! The list of reporting verbs in, a lookup by inflected form out.
//!
//! In: `index-config/reporting-verbs.txt`, whose head explains its lines. Deliberately absent: who
//! the subject is.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use crate::speech::token::Token;

/// What a verb does in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Remarks, finds, wants.
    Say,
    /// Asks.
    Ask,
    /// Answers.
    Answer,
    /// Thanks.
    Thank,
    /// Sums up what was decided.
    Conclude,
    /// Runs the meeting.
    Act,
    /// The minute-taker tells what somebody did.
    Narrate,
    /// What a body does.
    Decide,
}

/// Which form of a verb a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `bemærkede`, `bemærker`.
    Active,
    /// `bemærkedes`, `bemærkes`.
    Passive,
    /// `bemærket`.
    Participle,
    /// `bemærke`.
    Infinitive,
}

#[derive(Debug, Clone)]
struct Entry {
    kind: Kind,
    form: Form,
    words: Arc<[String]>,
}

/// The verbs by form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verbs {
    forms: Map<Vec<Entry>>,
}

/// Words to values, quick to look up: every word of a text is.
pub(crate) type Map<T> = HashMap<String, T, BuildHasherDefault<Letters>>;

/// A hash of short words (that of rustc, eight bytes at a time). Nobody gains by making words collide: a map
/// holds the words of a list or of one meeting.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters(u64);

impl Hasher for Letters {
    fn write(&mut self, bytes: &[u8]) {
        let mut add = |word: u64| {
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        };
        let (whole, rest) = bytes.as_chunks::<8>();
        whole.iter().for_each(|part| add(u64::from_le_bytes(*part)));
        if !rest.is_empty() {
            add(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    /// The mark that ends a string tells words apart no better than their letters do.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

impl Verbs {
    /// Reads the list. Lines that cannot be understood are told to `complain`, by number.
    pub fn new(list: &str, mut complain: impl FnMut(u32, &str)) -> Verbs {
        let mut verbs = Verbs::default();
        for (number, line) in (1..).zip(list.lines()) {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let (head, words) = line.split_once(':').unwrap_or((line, ""));
            let parts: Vec<&str> = head.split_whitespace().collect();
            let [kind, infinitive, present, past, participle] = parts[..] else {
                complain(number, line);
                continue;
            };
            let Some(kind) = kind_named(kind) else {
                complain(number, line);
                continue;
            };
            let words: Arc<[String]> = words.split_whitespace().map(str::to_owned).collect();
            for (form, text) in [
                (Form::Active, present.to_owned()),
                (Form::Active, past.to_owned()),
                (Form::Participle, participle.to_owned()),
                (Form::Infinitive, infinitive.to_owned()),
                (Form::Passive, format!("{infinitive}s")),
                (Form::Passive, format!("{past}s")),
            ] {
                verbs.add(text, Entry { kind, form, words: Arc::clone(&words) });
            }
        }
        verbs
    }

    fn add(&mut self, text: String, entry: Entry) {
        if text.contains('å') {
            self.forms.entry(text.replace('å', "aa")).or_default().push(entry.clone());
        }
        self.forms.entry(text).or_default().push(entry);
    }

    /// Whether a word is any form of a listed verb.
    pub fn knows(&self, word: &str) -> bool {
        self.entries(word).is_some()
    }

    /// Whether a word is a finite form of a listed verb, whatever the verb asks for.
    pub fn is_finite(&self, word: &str) -> bool {
        self.entries(word).is_some_and(|all| all.iter().any(|e| e.form == Form::Active))
    }

    /// What the word does in the given form, when one of the words it asks for stands in `clause`
    /// (the tokens around it). Of several kinds the one that asks for a word wins.
    pub fn kind(&self, word: &str, form: Form, clause: &[Token<'_>]) -> Option<Kind> {
        let entries = self.entries(word)?;
        let fits = |e: &&Entry| {
            e.form == form && !e.words.is_empty() && clause.iter().any(|t| e.asks_for(t.text))
        };
        entries
            .iter()
            .filter(fits)
            .max_by_key(|e| (e.kind != Kind::Say, e.kind != Kind::Narrate))
            .or_else(|| entries.iter().find(|e| e.form == form && e.words.is_empty()))
            .map(|e| e.kind)
    }

    fn entries(&self, word: &str) -> Option<&Vec<Entry>> {
        match self.forms.get(word) {
            None if word.starts_with(char::is_uppercase) => {
                self.forms.get(&*danish::lowercase(word))
            }
            found => found,
        }
    }
}

impl Entry {
    fn asks_for(&self, word: &str) -> bool {
        self.words.iter().any(|w| match w.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => w == word,
        })
    }
}

fn kind_named(name: &str) -> Option<Kind> {
    Some(match name {
        "say" => Kind::Say,
        "ask" => Kind::Ask,
        "answer" => Kind::Answer,
        "thank" => Kind::Thank,
        "conclude" => Kind::Conclude,
        "act" => Kind::Act,
        "narrate" => Kind::Narrate,
        "decide" => Kind::Decide,
        _ => return None,
    })
}

#[cfg(test)]
pub(crate) const LIST: &str = include_str!("../../../index-config/reporting-verbs.txt");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::token::tokens;

    #[test]
    fn the_list_is_whole() {
        let mut complaints = Vec::new();
        let verbs = Verbs::new(LIST, |n, l| complaints.push((n, l.to_owned())));
        assert_eq!(complaints, []);
        let count = LIST.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')).count();
        assert!(count >= 150, "only {count} verbs in reporting-verbs.txt");
        for form in ["svarede", "spørger", "Bemærkedes", "gav", "paapegede"] {
            assert!(verbs.knows(form), "{form} is missing from reporting-verbs.txt");
        }
        for form in ["cykelsti", "og", "den"] {
            assert!(!verbs.knows(form), "{form} is no reporting verb");
        }
    }

    #[test]
    fn a_verb_counts_with_its_word() {
        let verbs = Verbs::new(LIST, |_, _| {});
        let table = [
            ("gav", "JF ret i", Some(Kind::Say)),
            ("gav", "en status på sagen", Some(Kind::Say)),
            ("gav", "bordet maling", None),
            ("stillede", "et spørgsmål", Some(Kind::Ask)),
            ("stillede", "stolene op", None),
            ("sagde", "tak for mad", Some(Kind::Thank)),
            ("sagde", "nej", Some(Kind::Say)),
        ];
        for (verb, clause, want) in table {
            assert_eq!(verbs.kind(verb, Form::Active, &tokens(clause)), want, "{verb} … {clause}");
        }
    }
}
