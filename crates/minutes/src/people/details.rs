//! What stands by a name in, roles, organisations and initials out: brackets, pieces behind commas.
//!
//! Deliberately absent: the name itself (`person`).

use crate::Attendee;
use crate::attendance::note;
use crate::organisation::is_organisation;
use crate::people::initials::are_initials_of;
use crate::vocabulary::Words;

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
pub(super) fn add_brackets(attendee: &mut Attendee, inside: &str, words: &Words) {
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
            && brackets.first().is_some_and(|inside| {
                !is_role(inside, words) && crate::attendance::numbers_after_item(inside).is_empty()
            });
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

/// Adds an organisation with what stands in brackets behind it: `Havnestyrelsen (formand)`.
pub(crate) fn add_office(attendee: &mut Attendee, text: &str, words: &Words) {
    let (core, brackets) = without_brackets(text);
    attendee.affiliation = Some(core).filter(|core| !core.is_empty());
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
pub(super) const SHOUTED_ROLES: [&str; 8] =
    ["VIP", "TAP", "D-VIP", "TR", "FTR", "AMR", "FAMR", "PI"];

fn is_role(text: &str, words: &Words) -> bool {
    // `1. suppleant`
    let mut parts = text.split_whitespace().skip_while(|word| {
        word.strip_suffix('.')
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    });
    let first = parts.next().unwrap_or_default();
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
        "at", "ende", "ske", "inde", "læge", "chef", "tor", "elev", "sor", "foged", "greve",
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
