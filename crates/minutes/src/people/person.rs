//! One person as a list prints it in, an attendee out: `lektor Bo Holm (BH), Rektoratet`.
//!
//! Deliberately absent: where one person ends and the next begins; the list knows that.

use crate::Attendee;
use crate::attendance::note;
use crate::organisation::is_organisation;
use crate::people::initials::{are_initials_of, initials_before};
use crate::vocabulary::Words;

const PARTICLES: [&str; 16] = [
    "van", "von", "der", "den", "de", "af", "la", "le", "el", "al", "bin", "ibn", "du", "da", "di",
    "ten",
];

/// Words that no name begins with, lower case.
const NO_NAME: [&str; 12] = [
    "alle",
    "ingen",
    "for",
    "til",
    "fra",
    "det",
    "der",
    "samtlige",
    "se",
    "samme",
    "følgende",
    "næste",
];

/// Words that may follow a name without a comma before them.
const AFTER: [&str; 13] = [
    "deltog", "under", "fra", "ved", "mødte", "forlod", "der", "som", "til", "var", "havde", "kom",
    "samt",
];

/// A person at the start of a piece, with the brackets and the role that stand by the name.
pub(crate) fn person(piece: &str, words: &Words) -> Option<Attendee> {
    let (initials, piece) = initials_before(piece);
    let (core, brackets) = without_brackets(piece);
    let mut parts: Vec<&str> = core.split_whitespace().collect();
    let mut titles = titles_before(&parts, words);
    if titles == 0
        && parts.len() > 2
        && is_unlisted_title(parts.first().copied(), parts.get(1).copied())
    {
        titles = 1;
    }
    if titles == parts.len() {
        return None;
    }
    let title: Vec<&str> = parts.drain(..titles).collect();
    let name_len =
        parts.iter().take_while(|word| is_name_word(word) || PARTICLES.contains(word)).count();
    let after: Vec<&str> = parts.get(name_len..)?.to_vec();
    parts.truncate(name_len);
    while parts.last().is_some_and(|word| PARTICLES.contains(word)) {
        parts.pop();
    }
    // `Bo Holm BH`
    let mut behind = None;
    if let [first, .., last] = parts.as_slice()
        && parts.len() > 2
        && last.chars().count() > 1
        && are_initials_of(last, &format!("{first} {}", parts.get(1)?))
    {
        behind = parts.pop();
    }
    let first = parts.first()?;
    let name = parts.join(" ");
    // `KKR Nordsund` is no person, `BO HOLM` is.
    let office = is_shouted(first)
        && first.chars().count() > 2
        && !parts.iter().all(|part| part.chars().all(|c| !c.is_lowercase()));
    // `Alle Medlemmer`, `For Sogneraadet`, `Kommissionens Formand`
    let begins_otherwise = NO_NAME.contains(&danish::lowercase(first).as_ref());
    let title_last = parts.last().is_some_and(|last| words.is_title(last))
        && !danish::is_given_name(first)
        && !first.ends_with('.');
    if parts.len() < 2
        || parts.len() > 6
        || PARTICLES.contains(first)
        || office
        || begins_otherwise
        || title_last
    {
        return None;
    }
    // After the name only a role may follow without a comma: `Claus Holm it-direktør i Regionen`;
    // after a bracket by the name anything (`Bo Holm (BH) økonomi`).
    let named = title.len() + parts.len();
    let bracketed =
        piece.split_once('(').is_some_and(|(before, _)| before.split_whitespace().count() == named);
    let after_is_role = after.first().is_none_or(|word| {
        words.is_title(word)
            || AFTER.contains(word)
            || (bracketed && word.starts_with(char::is_lowercase) && *word != "og")
    });
    if !after_is_role || (is_organisation(&name) && !danish::is_given_name(first)) {
        return None;
    }
    let mut attendee =
        Attendee { name, initials: initials.or(behind).map(str::to_string), ..Attendee::default() };
    add_details(&mut attendee, &title, &brackets, &after, words);
    Some(attendee)
}

/// A given name alone, known for one, with what stands by it: `Dorrit (suppleant)`, `formand Bo`,
/// `Mogens T.`
pub(crate) fn first_name(piece: &str, words: &Words) -> Option<Attendee> {
    lone_name(piece, words).filter(|attendee| danish::is_given_name(&attendee.name))
}

/// A name of one word, perhaps with the initial of a surname, whether or not it is known for a name.
pub(crate) fn lone_name(piece: &str, words: &Words) -> Option<Attendee> {
    let (core, brackets) = without_brackets(piece);
    let mut parts: Vec<&str> = core.split_whitespace().collect();
    let titles = titles_before(&parts, words);
    let title: Vec<&str> = parts.drain(..titles).collect();
    let first = *parts.first()?;
    if !is_name_word(first)
        || first.chars().count() < 2
        || first.ends_with('.')
        || is_shouted(first)
    {
        return None;
    }
    let initial = parts.get(1).is_some_and(|word| {
        let letter = word.trim_end_matches('.');
        letter.chars().count() == 1 && letter.chars().all(char::is_uppercase)
    });
    let after: Vec<&str> = parts.split_off(1 + usize::from(initial));
    let fits = after
        .first()
        .is_none_or(|word| AFTER.contains(word) || (!brackets.is_empty() && words.is_title(word)));
    if !fits {
        return None;
    }
    let mut attendee = Attendee { name: parts.join(" "), ..Attendee::default() };
    add_details(&mut attendee, &title, &brackets, &after, words);
    Some(attendee)
}

/// Whether a piece begins with a name that is known for one, or with titles and two words of a name.
pub(super) fn opens_with_name(piece: &str, words: &Words) -> bool {
    let core = without_brackets(piece).0;
    let parts: Vec<&str> = core.split_whitespace().collect();
    let titles = titles_before(&parts, words);
    let name: Vec<&&str> = parts.iter().skip(titles).take(2).collect();
    let [first, second] = name.as_slice() else {
        return name.first().is_some_and(|first| danish::is_given_name(first));
    };
    is_name_word(first)
        && is_name_word(second)
        && (titles > 0 || danish::is_given_name(first) || first.ends_with('.'))
}

fn add_details(
    attendee: &mut Attendee,
    title: &[&str],
    brackets: &[String],
    after: &[&str],
    words: &Words,
) {
    if !title.is_empty() {
        attendee.role = Some(danish::lowercase(&title.join(" ")).into_owned());
    }
    for inside in brackets {
        add_brackets(attendee, inside, words);
    }
    if !after.is_empty() {
        add_piece(attendee, &after.join(" "), words);
    }
}

/// A role that stands alone, in its indefinite form: `formanden` → `formand`.
pub(crate) fn role_alone(piece: &str, words: &Words) -> Option<String> {
    let piece = piece.trim();
    let all = !piece.is_empty()
        && piece.split_whitespace().all(|word| {
            words.is_title(word) && word.starts_with(char::is_lowercase) || word == "foruden"
        });
    if !all {
        return None;
    }
    let word = piece.rsplit(' ').next().unwrap_or(piece);
    Some(word.strip_suffix("en").filter(|base| words.is_title(base)).unwrap_or(word).to_string())
}

/// How many words before a name are titles: `1. viceborgmester`, `stud.mag.`
fn titles_before(parts: &[&str], words: &Words) -> usize {
    let ordinal = parts.first().is_some_and(|word| {
        word.strip_suffix('.')
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    });
    let ordinal = usize::from(ordinal && parts.get(1).is_some_and(|word| words.is_title(word)));
    ordinal
        + parts
            .iter()
            .skip(ordinal)
            .take_while(|word| words.is_title(word) && !danish::is_given_name(word))
            .count()
}

/// A trade before a name that no list has: `Organist Dorte Holm`, by its ending and the given name
/// that follows.
fn is_unlisted_title(first: Option<&str>, second: Option<&str>) -> bool {
    let (Some(first), Some(second)) = (first, second) else { return false };
    let ending =
        ["ist", "er", "ør", "ent", "mand", "log", "tekt", "ant", "inde", "kone", "eur", "svend"]
            .iter()
            .any(|ending| first.ends_with(ending));
    first.chars().count() > 4
        && ending
        && !danish::is_given_name(first)
        && danish::is_given_name(second)
}

/// Whether a word can be part of a name: `Anne`, `Lund-Mortensen`, `P.`, `O'Brien`.
pub(super) fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    // `Johs.` is cut short, `Lund.` ends a sentence.
    let short = !word.ends_with('.') || word.chars().count() < 6;
    first
        && short
        && word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
        && (word.chars().count() < 4
            || word.chars().any(char::is_lowercase)
            || word.chars().all(|c| c.is_uppercase()))
}

/// Takes the brackets out of a piece.
pub(super) fn without_brackets(piece: &str) -> (String, Vec<String>) {
    if !piece.contains(['(', '[', ')', ']']) {
        return (crate::line::squeeze(piece), Vec::new());
    }
    let mut plain = String::with_capacity(piece.len());
    let mut inside: Vec<String> = Vec::new();
    let mut depth = 0usize;
    for c in piece.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                if depth == 1 {
                    inside.push(String::new());
                }
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            c => {
                if let Some(last) = inside.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    (crate::line::squeeze(&plain), inside)
}

fn add_bracket(attendee: &mut Attendee, part: &str, words: &Words) {
    if part.is_empty() || note(attendee, part) {
        return;
    }
    if attendee.initials.is_none() && are_initials_of(part, &attendee.name) {
        attendee.initials = Some(part.to_string());
    } else if is_role(part, words) && !(attendee.affiliation.is_none() && is_area(part, words)) {
        add_role(attendee, part);
    } else if attendee.affiliation.is_none() {
        attendee.affiliation = Some(part.to_string());
    } else {
        add_role(attendee, part);
    }
}

/// What stands in one bracket: each part by itself, but `(deltog under punkt 3, 4 og 5)` keeps its commas.
fn add_brackets(attendee: &mut Attendee, inside: &str, words: &Words) {
    let mut parts = inside.split([',', ';']).map(str::trim).peekable();
    while let Some(part) = parts.next() {
        let mut whole = part.to_string();
        if part.contains("punkt") || part.contains("pkt") {
            while let Some(number) = parts.next_if(|p| p.starts_with(|c: char| c.is_ascii_digit()))
            {
                whole.push_str(", ");
                whole.push_str(number);
            }
        }
        add_bracket(attendee, &whole, words);
    }
}

/// Adds what stands behind a comma after a name: a role, an organisation, initials, a note.
pub(crate) fn add_piece(attendee: &mut Attendee, piece: &str, words: &Words) {
    let (core, brackets) = without_brackets(piece);
    if ["der ", "som "].iter().any(|word| core.starts_with(word)) {
        // `konsulent Bo Holm, der førte referatet`
        if core.contains("referat") || core.contains("protokol") {
            add_role(attendee, "referent");
            attendee.group = crate::Group::Other;
        }
    } else if core.starts_with("samt fra ") {
        // Whence those are who stand on the next line.
    } else if !core.is_empty() && !note(attendee, &core) {
        // `Karen Thulesen, PI (Klinisk Institut)`: a shouted word before the organisation.
        let short = is_shouted(&core)
            && core.chars().count() <= 3
            && brackets.first().is_some_and(|inside| !is_role(inside, words));
        if is_role(&core, words) || (short && !are_initials_of(&core, &attendee.name)) {
            add_role(attendee, &core);
        } else if attendee.affiliation.is_none() && !are_initials_of(&core, &attendee.name) {
            attendee.affiliation = Some(core);
        } else if attendee.initials.is_none() && are_initials_of(&core, &attendee.name) {
            attendee.initials = Some(core);
        } else {
            add_role(attendee, &core);
        }
    }
    for inside in &brackets {
        add_brackets(attendee, inside, words);
    }
}

pub(crate) fn add_role(attendee: &mut Attendee, role: &str) {
    match &mut attendee.role {
        Some(known) => {
            known.push_str(", ");
            known.push_str(role);
        }
        None => attendee.role = Some(role.to_string()),
    }
}

/// Staff groups that are written in capitals and stand where a role would.
const SHOUTED_ROLES: [&str; 8] = ["VIP", "TAP", "D-VIP", "TR", "FTR", "AMR", "FAMR", "PI"];

fn is_role(text: &str, words: &Words) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    if is_shouted(first) {
        return SHOUTED_ROLES.contains(&first);
    }
    let lower = first.starts_with(|c: char| c.is_lowercase());
    // `have 3`, `nr. 12`, `lejl. 4`: where somebody lives.
    let numbered = ["nr.", "nr", "lejl.", "hus"].contains(&first)
        || (text.split_whitespace().count() == 2
            && text
                .split_whitespace()
                .nth(1)
                .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit())));
    let one_word_title = words.is_title(first) && !text.contains('/');
    let office = lower && !text.contains(' ') && is_organisation(text);
    !numbered && (one_word_title || lower && !office)
}

/// Whether one word in a bracket tells what or whom somebody stands for: `(ungdom)`, `(hallen)`,
/// `(medarbejderne)`; not what somebody is (`(bygherre)`, `(formanden)`).
fn is_area(part: &str, words: &Words) -> bool {
    let many = part.ends_with("rne");
    let agent = [
        "er", "ør", "dent", "gent", "ist", "ant", "mand", "log", "gog", "herre", "eur", "vært",
        "at", "ende", "ske", "inde", "læge", "chef", "tor", "elev", "sor",
    ]
    .iter()
    .any(|end| part.ends_with(end));
    part.chars().all(char::is_alphabetic)
        && part.starts_with(char::is_lowercase)
        && (many || !agent && !words.is_title(part))
}

/// Whether a word is set in capitals: `HR`, `D-VIP`.
pub(super) fn is_shouted(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-')
}
