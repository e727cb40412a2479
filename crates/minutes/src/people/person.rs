//! One person as a list prints it in, an attendee out: `lektor Bo Holm (BH), Rektoratet`.
//!
//! Deliberately absent: where one person ends and the next begins; the list knows that.

use crate::Attendee;
use crate::organisation::is_organisation;
use crate::people::details::{
    SHOUTED_ROLES, add_brackets, add_piece, add_role, is_shouted, without_brackets,
};
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
    let whole = piece;
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
    // `Bo Holm (A) Formand`
    let mut role = None;
    if let [.., last] = parts.as_slice()
        && parts.len() > 2
        && words.is_title(last)
        && piece.ends_with(last)
        && piece.contains(") ")
    {
        role = parts.pop();
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
    if let Some(role) = role {
        add_role(&mut attendee, &danish::lowercase(role));
    }
    // `SF: Rosa Holm`: capitals before a name that are not its initials.
    if let Some((side, _)) = whole.split_once(": ")
        && attendee.initials.as_deref() != Some(side)
        && side.chars().all(char::is_uppercase)
    {
        if SHOUTED_ROLES.contains(&side) {
            add_role(&mut attendee, side);
        } else {
            attendee.affiliation.get_or_insert_with(|| side.to_string());
        }
    }
    Some(attendee)
}

/// A surname alone, told by a title before it or what stands in brackets behind: `rektor Holm`,
/// `Holm (kasserer)`.
pub(crate) fn surname(piece: &str, words: &Words) -> Option<Attendee> {
    lone_name(piece, words).filter(|attendee| {
        (attendee.role.is_some() || attendee.affiliation.is_some())
            && !is_organisation(&attendee.name)
            && !words.is_title(&attendee.name)
    })
}

/// Whether a title stands before the name.
pub(super) fn is_titled(piece: &str, words: &Words) -> bool {
    let parts: Vec<&str> = piece.split_whitespace().collect();
    titles_before(&parts, words) > 0
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
    let mut titles = titles_before(&parts, words);
    // `overassistent Holm`
    if let [trade, _] = parts.as_slice()
        && titles == 0
        && trade.starts_with(char::is_lowercase)
        && ends_as_trade(trade)
    {
        titles = 1;
    }
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
        // `rektor Holm`
        return name.first().is_some_and(|first| {
            danish::is_given_name(first) || titles > 0 && is_name_word(first)
        });
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
    // `Politisk rådgiver Pia Holm`, `Administrerende direktør Bo Vig`
    let of_kind = parts.first().is_some_and(|word| {
        let kind = word.starts_with(char::is_uppercase)
            || ["isk", "ende", "lig"].iter().any(|end| word.ends_with(end));
        kind && !danish::is_given_name(word)
    }) && parts
        .get(1)
        .is_some_and(|word| word.starts_with(char::is_lowercase) && words.is_title(word));
    let ordinal = if of_kind && parts.len() > 3 { 1 } else { ordinal };
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
    // `havnefoged G. Holm`
    let initial =
        second.len() == 2 && second.ends_with('.') && second.starts_with(char::is_uppercase);
    ends_as_trade(first)
        && !danish::is_given_name(first)
        && (danish::is_given_name(second) || initial)
}

/// Whether a word ends as trades do: `organist`, `pumpepasser`, `havnefoged`.
fn ends_as_trade(word: &str) -> bool {
    let endings = [
        "ist", "er", "ør", "ent", "mand", "log", "tekt", "ant", "inde", "kone", "eur", "svend",
        "foged", "greve",
    ];
    word.chars().count() > 4 && endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word can be part of a name: `Anne`, `Lund-Mortensen`, `P.`, `O'Brien`.
pub(super) fn is_name_word(word: &str) -> bool {
    // `el-Khatib`
    let word = ["el-", "al-"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word);
    let first = word.starts_with(char::is_uppercase);
    // `Johs.` is cut short, `Lund.` ends a sentence.
    let short = !word.ends_with('.') || word.chars().count() < 6;
    first
        && short
        && word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
        && (word.chars().count() < 4
            || word.chars().any(char::is_lowercase)
            || word.chars().all(|c| c.is_uppercase()))
}
