//! Laws and what hangs on them: `§ 12, stk. 2`, `forvaltningslovens § 9`, `lov nr. 123 af 3. marts
//! 2020`, `bekendtgørelse om vandløb`, `lovforslag nr. L 146`, `forordning (EU) 2016/679`, `ØA22`.

use super::period::year;
use super::words::{Sentence, ends, one_of};
use super::{Found, ReferenceKind};

/// Words that end as a law does and are none.
const NO_LAW: [&str; 10] = [
    "lov",
    "loven",
    "lovens",
    "orlov",
    "orloven",
    "orlovens",
    "forlov",
    "forloven",
    "barselsorlov",
    "barselsorloven",
];

/// Kinds of rules that have a number or are called by what they are about.
const RULES: [&str; 16] = [
    "lov",
    "lovbekendtgørelse",
    "lovbekendtgørelsen",
    "bekendtgørelse",
    "bekendtgørelsen",
    "lbk",
    "bek",
    "cirkulære",
    "cirkulæret",
    "forordning",
    "forordningen",
    "direktiv",
    "direktivet",
    "anordning",
    "vejledning",
    "vejledningen",
];

/// Bills and the like, each with its letter: `lovforslag nr. L 146`.
const BILLS: [&str; 8] = [
    "lovforslag",
    "lovforslaget",
    "beslutningsforslag",
    "beslutningsforslaget",
    "forespørgsel",
    "forespørgslen",
    "forslag",
    "nr",
];

/// Words that end the name of a law: `lov om social service og …` stops before *og*.
const AFTER_NAME: [&str; 26] = [
    "og", "er", "skal", "kan", "som", "der", "at", "blev", "har", "giver", "i", "på", "var", "vil",
    "med", "hvor", "ikke", "samt", "træder", "trådte", "bliver", "siger", "fra", "til", "for",
    "gælder",
];

/// Most words of the name of a law after *om*; no source.
const NAME_WORDS: usize = 6;

/// The law whose first word stands at a place.
pub(super) fn law_at(sentence: &Sentence<'_>, at: usize) -> Found {
    let (kind, target, next) = if sentence.is(at, "§") {
        paragraph_with_law(sentence, at)?
    } else {
        let word = sentence.word(at);
        if word.is_empty() {
            return None;
        }
        agreement_at(sentence, at)
            .or_else(|| rule_at(sentence, at))
            .or_else(|| bill_at(sentence, at))
            .or_else(|| named_at(sentence, at))?
    };
    Some((vec![sentence.reference(kind, at, next, target)], next))
}

type Law = Option<(ReferenceKind, Option<String>, usize)>;

/// `§ 12, stk. 2, nr. 3` and the law it stands in, if that follows: `§ 9 i forvaltningsloven`.
fn paragraph_with_law(sentence: &Sentence<'_>, at: usize) -> Law {
    let (said, next) = paragraph(sentence, at)?;
    let joined = one_of(sentence.word(next), &["i", "af"]);
    if joined && is_law(sentence, next + 1) {
        let law = base(sentence.word(next + 1));
        return Some((ReferenceKind::Law, Some(format!("{law} {said}")), next + 2));
    }
    Some((ReferenceKind::Law, Some(said), next))
}

/// A paragraph as it is cited, and the first place after it.
fn paragraph(sentence: &Sentence<'_>, at: usize) -> Option<(String, usize)> {
    if !sentence.is(at, "§") {
        return None;
    }
    let first = if sentence.is(at + 1, "§") { at + 2 } else { at + 1 };
    let number = cited(sentence.word(first))?;
    let mut said = format!("{} {number}", if first == at + 2 { "§§" } else { "§" });
    let mut next = first + 1;
    let letter = sentence.word(next);
    // `§ 42 a`; the letter i is a word.
    if letter.len() == 1 && letter.starts_with(|c: char| ('a'..='h').contains(&c)) {
        said = format!("{said} {letter}");
        next += 1;
    }
    loop {
        let part = if sentence.is(next, ",") { next + 1 } else { next };
        let name = danish::lowercase(sentence.word(part));
        if !["stk", "nr", "pkt", "litra", "stykke"].contains(&name.as_ref()) {
            return Some((said, next));
        }
        let value = sentence.after_stop(part + 1);
        let word = sentence.word(value);
        let letter = (name == "litra" && word.chars().count() == 1).then(|| word.to_owned());
        let Some(number) = cited(word).or(letter) else { return Some((said, next)) };
        let stop = if name == "litra" || name == "stykke" { "" } else { "." };
        said = format!("{said}, {name}{stop} {number}");
        next = value + 1;
    }
}

/// The number that a word begins with: `12`, `42a`, `4-6`, `4-udvalg` → 4.
fn cited(word: &str) -> Option<String> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let rest = word.get(digits.len()..).unwrap_or_default();
    let letter = rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_lowercase());
    let span = rest
        .strip_prefix(['-', '–'])
        .is_some_and(|to| !to.is_empty() && to.bytes().all(|byte| byte.is_ascii_digit()));
    match rest {
        "" => Some(digits),
        _ if letter || span => Some(word.to_owned()),
        _ if rest.starts_with(['-', '.', '/']) => Some(digits),
        _ => None,
    }
}

/// Whether the word at a place names a law: `forvaltningsloven`, `Grundloven`, `NIS-direktivet`.
fn is_law(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let own_name = one_of(word, &["GDPR", "databeskyttelsesforordningen"]);
    let definite = ends(word, "loven") || ends(word, "lovens");
    let bare = ends(word, "lov") && word.starts_with(char::is_lowercase);
    let european = ["direktivet", "direktivets", "forordningen", "forordningens"]
        .iter()
        .any(|end| ends(word, end) && word.len() > end.len() + 2);
    let orders = ["bekendtgørelsen", "bekendtgørelsens"]
        .iter()
        .any(|end| ends(word, end) && word.len() > end.len());
    let law = (definite || bare)
        && !one_of(word, &NO_LAW)
        && !ends(word, "orlov")
        && !ends(word, "orloven")
        && word.chars().count() >= 7;
    own_name || law || european || orders
}

/// The name without its genitive.
fn base(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(base) if ends(base, "en") || ends(base, "et") => base,
        _ => word,
    }
}

/// `forvaltningsloven`, `servicelovens § 85, stk. 1`, `lovens § 4`.
fn named_at(sentence: &Sentence<'_>, at: usize) -> Law {
    let word = sentence.word(at);
    let names = is_law(sentence, at);
    let any = names || one_of(word, &["lovens", "loven", "vedtægternes", "forretningsordenens"]);
    if !any {
        return None;
    }
    if let Some((said, next)) = paragraph(sentence, at + 1) {
        let target = format!("{} {said}", danish::lowercase(base(word)));
        return Some((ReferenceKind::Law, Some(target), next));
    }
    names.then(|| (ReferenceKind::Law, Some(danish::lowercase(base(word)).into_owned()), at + 1))
}

/// `lov nr. 123 af 3. marts 2020`, `bekendtgørelse om vandløb`, `forordning (EU) 2016/679`.
fn rule_at(sentence: &Sentence<'_>, at: usize) -> Law {
    let word = sentence.word(at);
    if !one_of(word, &RULES) {
        return None;
    }
    let kind = danish::lowercase(word);
    let mut first = sentence.after_nr(sentence.after_stop(at + 1));
    let has_nr = first > sentence.after_stop(at + 1) || one_of(word, &["lbk", "bek"]);
    // `(EU)`
    if sentence.is(first, "(") && sentence.is(first + 2, ")") {
        first += 3;
    }
    let number = sentence.word(first);
    let slashed = number.split('/').count() >= 2
        && number
            .split('/')
            .take(2)
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let plain = has_nr && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if plain || slashed {
        let mut target = format!("{kind}{} {number}", if has_nr { " nr." } else { "" });
        let mut next = first + 1;
        let day = if one_of(sentence.word(next), &["af", "fra"]) { next + 1 } else { next };
        // `af den 3. marts`, `af d. 3. marts`
        let day = if one_of(sentence.word(day), &["den", "d"]) {
            sentence.after_stop(day + 1)
        } else {
            day
        };
        if let Some((date, end)) = sentence.date_at(day) {
            let date = date.date().map_or_else(String::new, |date| format!(" af {date}"));
            target.push_str(&date);
            next = end;
        }
        return Some((ReferenceKind::Law, Some(target), next));
    }
    if sentence.word(at + 1) == "om" && !one_of(word, &["vejledning", "vejledningen"]) {
        let about = at + 2;
        let reach = about..about + NAME_WORDS;
        let n_words = reach
            .take_while(|place| {
                let word = sentence.word(*place);
                !word.is_empty() && !one_of(word, &AFTER_NAME)
            })
            .count();
        if n_words > 0 {
            let words: Vec<&str> = (about..about + n_words).map(|at| sentence.word(at)).collect();
            let target = format!("{kind} om {}", words.join(" "));
            return Some((ReferenceKind::Law, Some(target), about + n_words));
        }
    }
    one_of(word, &["bekendtgørelse", "bekendtgørelsen", "lovbekendtgørelse", "lovbekendtgørelsen"])
        .then_some((ReferenceKind::Law, None, at + 1))
}

/// `lovforslag nr. L 146`, `nr. B 100`.
fn bill_at(sentence: &Sentence<'_>, at: usize) -> Law {
    if !one_of(sentence.word(at), &BILLS) {
        return None;
    }
    let letter = sentence.after_nr(sentence.after_stop(at + 1));
    if !matches!(sentence.word(letter), "L" | "B" | "F" | "V" | "S" | "US") {
        return None;
    }
    let number = sentence.word(letter + 1);
    let plain = (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| {
        let target = format!("{} {number}", sentence.word(letter));
        (ReferenceKind::Law, Some(target), letter + 2)
    })
}

/// `ØA`, `ØA22`, `økonomiaftalen for 2023`: agreements of the state with regions and municipalities.
fn agreement_at(sentence: &Sentence<'_>, at: usize) -> Law {
    let word = sentence.word(at);
    if let Some(digits) = word.strip_prefix("ØA") {
        let digits = digits.trim_start_matches('-');
        let target = match digits.len() {
            0 => None,
            2 => Some(year(&format!("20{digits}"))?.to_string()),
            _ => Some(year(digits)?.to_string()),
        };
        return Some((ReferenceKind::Agreement, target, at + 1));
    }
    let word = word.strip_prefix(['ø', 'Ø'])?;
    let definite = one_of(word, &["konomiaftalen", "konomiaftalerne"]);
    if !definite && !one_of(word, &["konomiaftale", "konomiaftaler"]) {
        return None;
    }
    match year(sentence.word(at + 2)).filter(|_| one_of(sentence.word(at + 1), &["for", "fra"])) {
        Some(year) => Some((ReferenceKind::Agreement, Some(year.to_string()), at + 3)),
        None => definite.then_some((ReferenceKind::Agreement, None, at + 1)),
    }
}
