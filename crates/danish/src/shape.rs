//! One word as written in, its search keys out: letters, acronyms, numbers, hyphens, apostrophes, addresses.
//!
//! In: a word from [`crate::words`]. Out: [`Shape`], ready for a text and for a question; byte ranges count from the
//! beginning of the word. A hyphenated word stands at one position under its joined key, with each side as a part, so
//! that `EPJ-system`, `EPJsystem` and `EPJ system` find each other. Deliberately absent: neighbouring words.

use std::borrow::Cow;
use std::ops::Range;

use crate::compound::{self, Analysed, Extra};
use crate::fold::{Folded, fold, fold_mapped};
use crate::lexicon::{self, CLOSED, NAME, OTHER};
use crate::neighbours::Joints;
use crate::packed::Packed;
use crate::words::{Sort, is_hyphen};

/// What a word looks like, which decides what its neighbours may do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters only, or letters around an apostrophe or a hyphen.
    Letters,
    /// Capitals: `EPJ`, `KL`.
    Acronym,
    /// Digits with dots, commas, slashes.
    Number,
    /// Everything else.
    Other,
}

/// A word and everything it is found by.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub(crate) kind: Kind,
    /// Keys of the word as written; more than one where spelling or a genitive allows.
    pub(crate) exact: Vec<String>,
    /// Base forms.
    pub(crate) bases: Vec<String>,
    /// Base forms as a name, of a word with a capital that may be one.
    pub(crate) names: Vec<String>,
    /// Keys of parts, with the bytes of the word they stand for.
    pub(crate) parts: Vec<(String, Range<usize>)>,
    /// What the word ends with, part by part, in every spelling: `aeldreomraadet` → `omraadet`, `omraade`.
    pub(crate) tails: Vec<String>,
    /// What the word begins with, links included: `sundhedsdata` → `sundheds`.
    pub(crate) stems: Vec<String>,
    pub(crate) word: Analysed,
    /// Whether it is a word of a closed class (`og`, `ifølge`) and nothing else.
    pub(crate) closed: bool,
    /// The keys above as a text gets them; the analyzer sets it.
    pub(crate) packed: Packed,
    /// How it may be joined with its neighbours; the analyzer sets it.
    pub(crate) joints: Joints,
    /// Numbers of the sequences in the list of synonyms that it begins; the analyzer, which has the list, sets them.
    pub(crate) sequences: Vec<usize>,
}

impl Shape {
    fn plain(kind: Kind, key: String) -> Shape {
        let bases = vec![key.clone()];
        Shape {
            kind,
            exact: vec![key],
            bases,
            names: Vec::new(),
            parts: Vec::new(),
            tails: Vec::new(),
            stems: Vec::new(),
            word: Analysed::default(),
            closed: false,
            packed: Packed::default(),
            joints: Joints::default(),
            sequences: Vec::new(),
        }
    }

    /// The keys under which the word may stand in a list of synonyms; an acronym also in capitals.
    pub(crate) fn names_in_lists(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let capitals = (self.kind == Kind::Acronym).then(|| Cow::Owned(self.key().to_uppercase()));
        let keys = self.exact.iter().chain(&self.bases).map(|k| Cow::Borrowed(k.as_str()));
        keys.chain(capitals)
    }

    /// The folded word.
    pub(crate) fn key(&self) -> &str {
        self.exact.first().map_or("", String::as_str)
    }
}

/// Everything a word is found by.
pub(crate) fn shape(word: &str, sort: Sort, extra: &Extra) -> Shape {
    match sort {
        Sort::Address => return address(word),
        Sort::Clock => return Shape::plain(Kind::Other, "klokken".to_owned()),
        Sort::Word => {}
    }
    let segments: Vec<&str> =
        word.split(|c| is_hyphen(c) || c == '\u{2013}').filter(|s| !s.is_empty()).collect();
    if segments.len() > 1 { hyphenated(word, &segments, extra) } else { simple(word, extra) }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '´' | '`')
}

fn simple(word: &str, extra: &Extra) -> Shape {
    if word.chars().all(|c| !c.is_alphabetic()) {
        return number(word);
    }
    if word.contains(is_apostrophe) {
        return apostrophe(word, extra);
    }
    if word.chars().any(|c| c.is_numeric()) {
        return mixed(word);
    }
    if word.contains('.') {
        let key: String = fold(word).chars().filter(|c| *c != '.').collect();
        return Shape::plain(Kind::Other, key);
    }
    letters(word, extra)
}

/// `4.0`, `18/02451`, `12:30`, `100.000`: one separator for all, and whole thousands without any.
fn number(word: &str) -> Shape {
    let key: String = word.chars().map(|c| if "/:-".contains(c) { '.' } else { c }).collect();
    let mut shape = Shape::plain(Kind::Number, key.clone());
    let groups: Vec<&str> = key.split('.').collect();
    let thousands = groups.len() > 1
        && groups.iter().skip(1).all(|g| g.len() == 3)
        && groups.first().is_some_and(|g| (1..=3).contains(&g.len()) && !g.starts_with('0'));
    if thousands {
        shape.bases.push(groups.concat());
    }
    if word.contains('/') {
        shape.parts = runs(word, |c| c.is_numeric());
    }
    shape
}

/// `ØA23`, `Log4J`: runs of letters and of digits are parts when they say something alone.
fn mixed(word: &str) -> Shape {
    let key: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
    let mut shape = Shape::plain(Kind::Other, key);
    let letters = runs(word, char::is_alphabetic);
    let digits = runs(word, char::is_numeric);
    shape.parts = letters.into_iter().chain(digits).filter(|(k, _)| k.len() > 1).collect();
    shape.parts.sort_by_key(|(_, r)| r.start);
    shape
}

fn pieces(word: &str, inside: impl Fn(char) -> bool, key: String) -> Shape {
    let mut shape = Shape::plain(Kind::Other, key);
    shape.parts = runs(word, inside).into_iter().filter(|(k, _)| k.len() > 1).collect();
    shape
}

/// A web or e-mail address: found whole, by its host, and by its pieces.
fn address(word: &str) -> Shape {
    let mut shape = pieces(word, char::is_alphanumeric, fold(word));
    let start = word.find("://").map_or(0, |at| at + 3);
    let host = word.get(start..).and_then(|rest| rest.split(['/', '?', '#']).next());
    let host = host.unwrap_or_default();
    let domain = host.rsplit('@').next().unwrap_or_default();
    for part in [domain, domain.strip_prefix("www.").unwrap_or(domain)] {
        let from = start + host.len() - part.len();
        if part.len() < word.len() && !part.is_empty() {
            shape.parts.push((fold(part), from..from + part.len()));
        }
    }
    shape
}

/// Maximal runs of characters of a kind, folded, with their bytes.
fn runs(word: &str, inside: impl Fn(char) -> bool) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut start = None;
    let ends = word.char_indices().map(|(i, c)| (i, Some(c))).chain([(word.len(), None)]);
    for (i, c) in ends {
        let inside = c.is_some_and(&inside);
        match (start, inside) {
            (None, true) => start = Some(i),
            (Some(from), false) => {
                found.extend(word.get(from..i).map(|run| (fold(run), from..i)));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Endings that Danish joins to letters and figures with an apostrophe.
const ENDINGS: [&str; 14] = [
    "s", "en", "ens", "et", "ets", "er", "ers", "erne", "ernes", "ere", "eren", "erens", "erne",
    "n",
];

/// `SUM's`, `EPJ'ens`: the word before the apostrophe is the word.
fn apostrophe(word: &str, extra: &Extra) -> Shape {
    let key: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
    let Some((stem, ending)) = word.rsplit_once(is_apostrophe) else {
        return letters(word, extra);
    };
    if !ENDINGS.contains(&fold(ending).as_str()) || stem.contains(is_apostrophe) {
        return pieces(word, char::is_alphanumeric, key);
    }
    let mut shape = simple(stem, extra);
    shape.exact.insert(0, key);
    shape.exact.dedup();
    shape
}

fn letters(word: &str, extra: &Extra) -> Shape {
    let folded = fold_mapped(word);
    let n_upper = word.chars().filter(|c| c.is_uppercase()).count();
    let n_chars = word.chars().count();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let inner = n_upper > usize::from(capital);
    let all_upper = n_upper == n_chars && n_upper > 1;
    let genitive = n_upper > 1 && n_upper + 1 == n_chars && word.ends_with('s');
    if genitive {
        // `KLs`: the genitive of `KL`.
        let stem = folded.key.strip_suffix('s').unwrap_or(&folded.key).to_owned();
        let mut shape = Shape::plain(Kind::Acronym, folded.key.clone());
        shape.exact.push(stem.clone());
        shape.bases = vec![stem];
        return shape;
    }
    let found = compound::analyse(&folded.key, extra);
    if all_upper && (n_chars <= 3 || n_chars <= 5 && (!found.known || found.name)) {
        return Shape { word: found, ..Shape::plain(Kind::Acronym, folded.key) };
    }
    let mut shape = Shape::plain(
        if all_upper && n_chars <= 5 { Kind::Acronym } else { Kind::Letters },
        folded.key.clone(),
    );
    if inner && !all_upper {
        // `MedCom`, `MedComs`, `EPJsystem`: a name, or an acronym with a word behind it.
        if let Some(stem) = folded.key.strip_suffix('s') {
            shape.bases.push(stem.to_owned());
        }
        shape.bases.extend(found.readings.iter().map(|r| r.base.clone()));
        shape.parts = acronym_and_word(word, extra);
        shape.parts.extend(acronym_behind_letter(word));
    } else {
        shape.bases = found.readings.iter().map(|r| r.base.clone()).collect();
        if all_upper && n_chars <= 5 {
            shape.bases.push(folded.key.clone());
        }
        if capital && !all_upper {
            // A name that reads as a common word, too (`Jensens` is not only a soldier's).
            shape.names = compound::name_bases(&folded.key).map(str::to_owned).collect();
            shape.bases.extend(shape.names.iter().cloned());
        }
        if capital && !all_upper && !found.known {
            // An unknown name, perhaps in the genitive (`Harsløfs`).
            shape.bases.push(folded.key.clone());
            shape.bases.extend(folded.key.strip_suffix('s').map(str::to_owned));
        }
        shape.parts = part_keys(&folded, &found);
    }
    for part in found.parts.iter().skip(1) {
        shape.stems.extend(folded.key.get(..part.start).map(str::to_owned));
        shape.tails.extend(folded.key.get(part.start..).map(str::to_owned));
        let bases = found.readings.iter().filter_map(|r| r.base.get(part.start..));
        shape.tails.extend(bases.map(str::to_owned));
    }
    unique(&mut shape.tails);
    shape.exact.extend(folded.other);
    unique(&mut shape.bases);
    shape.closed = is_closed(shape.key(), &found);
    shape.word = found;
    shape
}

/// `EPJsystem` → `EPJ` and `system`, where the tail is a word.
fn acronym_and_word(word: &str, extra: &Extra) -> Vec<(String, Range<usize>)> {
    let Some((at, last)) = word.char_indices().rfind(|(_, c)| c.is_uppercase()) else {
        return Vec::new();
    };
    let cut = at + last.len_utf8();
    let (Some(head), Some(tail)) = (word.get(..cut), word.get(cut..)) else { return Vec::new() };
    let found = compound::analyse(&fold(tail), extra);
    if head.chars().filter(|c| c.is_uppercase()).count() < 2 || tail.len() < 4 || !found.known {
        return Vec::new();
    }
    let mut parts = vec![(fold(head), 0..cut)];
    parts.extend(found.readings.iter().map(|r| (r.base.clone(), cut..word.len())));
    parts
}

/// `eCPR` → `CPR`: an electronic one is one.
fn acronym_behind_letter(word: &str) -> Option<(String, Range<usize>)> {
    let first = word.chars().next().filter(|c| c.is_lowercase())?;
    let acronym = word.get(first.len_utf8()..)?;
    let upper = acronym.chars().all(char::is_uppercase) && acronym.chars().nth(1).is_some();
    upper.then(|| (fold(acronym), first.len_utf8()..word.len()))
}

/// Keys of the parts of a compound and of every run of neighbouring parts shorter than the word.
fn part_keys(folded: &Folded, found: &Analysed) -> Vec<(String, Range<usize>)> {
    let mut keys: Vec<(String, Range<usize>)> = Vec::new();
    let n = found.parts.len();
    for (i, first) in found.parts.iter().enumerate() {
        for (j, last) in found.parts.iter().enumerate().skip(i) {
            if j - i + 1 == n {
                continue;
            }
            let bases = if j + 1 == n {
                let tail = folded.key.get(first.start..).unwrap_or_default();
                compound::tail_bases(tail, first.start, &found.readings)
            } else {
                folded.key.get(first.start..last.end).map(compound::part_bases).unwrap_or_default()
            };
            let range = folded.origin(first.start)..folded.origin(last.end);
            for base in bases {
                if !keys.iter().any(|(k, _)| *k == base) {
                    keys.push((base, range.clone()));
                }
            }
        }
    }
    keys
}

/// `EPJ-systemet`: one word under its joined key, each side a part.
fn hyphenated(word: &str, segments: &[&str], extra: &Extra) -> Shape {
    let shapes: Vec<(usize, &str, Shape)> = segments
        .iter()
        .map(|s| (s.as_ptr() as usize - word.as_ptr() as usize, *s, simple(s, extra)))
        .collect();
    let numbers = shapes.iter().all(|(_, _, s)| s.kind == Kind::Number);
    let joint = if numbers { "." } else { "" };
    let keys: Vec<&str> = shapes.iter().map(|(_, _, s)| s.key()).collect();
    let key = keys.join(joint);
    let kind = if numbers { Kind::Number } else { Kind::Letters };
    let mut shape = Shape::plain(kind, key.clone());
    shape.bases.clear();
    if let (Some((_, _, last)), false) = (shapes.last(), numbers) {
        let stem = keys.split_last().map(|(_, before)| before.concat()).unwrap_or_default();
        shape.exact.extend(last.exact.iter().skip(1).map(|e| format!("{stem}{e}")));
        let joined = compound::analyse(&key, extra);
        if joined.known {
            shape.bases.extend(joined.readings.iter().map(|r| r.base.clone()));
        }
        shape.bases.extend(last.bases.iter().map(|b| format!("{stem}{b}")));
        shape.tails = last.exact.iter().chain(&last.bases).chain(&last.tails).cloned().collect();
        unique(&mut shape.tails);
        shape.stems = vec![stem];
    } else {
        shape.bases.push(key);
    }
    unique(&mut shape.bases);
    for (start, segment, inner) in &shapes {
        let whole = *start..start + segment.len();
        let own = inner.exact.iter().chain(&inner.bases).map(|k| (k.clone(), whole.clone()));
        let deeper = inner.parts.iter().map(|(k, r)| (k.clone(), start + r.start..start + r.end));
        for (key, range) in own.chain(deeper) {
            if !shape.parts.iter().any(|(k, _)| *k == key) {
                shape.parts.push((key, range));
            }
        }
    }
    shape
}

fn unique(keys: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    keys.retain(|k| {
        let new = !k.is_empty() && !seen.contains(k);
        if new {
            seen.push(k.clone());
        }
        new
    });
}

fn is_closed(key: &str, word: &Analysed) -> bool {
    let all_other = !word.readings.is_empty() && word.readings.iter().all(|r| r.pos == OTHER);
    matches!(key, "i" | "aa")
        || all_other && lexicon::entry(key).is_some_and(|e| e.pos() & CLOSED != 0)
}

/// Whether a word is a name and nothing else.
pub(crate) fn is_name(shape: &Shape) -> bool {
    !shape.word.readings.is_empty() && shape.word.readings.iter().all(|r| r.pos == NAME)
}
