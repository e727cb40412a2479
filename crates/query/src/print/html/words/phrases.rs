//! The Danish phrases that are put together from an answer: dates, counts, how one knows.
//!
//! In: dates, counts, what the minutes say, what went wrong. Out: Danish for a reader. Deliberately
//! absent: texts that are always the same (`words`).

use std::ops::Range;

use danish::{Date, MONTHS};
use schema::{Decision, DecisionKind, Group, How, Presence, StatementEntry};

use super::{BROKEN_DETAIL, DECISIONS_LABEL, FROM_LABEL, SORT_LABEL, TO_LABEL, YEAR_LABEL};
use crate::{Match, Note, Place, QueryError, Way};

/// A day as it is written in running text: `2. februar 2022`.
pub fn day(date: Date) -> String {
    format!("{}. {} {}", date.day(), month(date), date.year())
}

/// The name of a date's month.
fn month(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default()
}

/// The days between two, both inclusive, with their preposition; `None` when neither is given.
pub fn period(from: Option<Date>, to: Option<Date>) -> Option<String> {
    let starts_year = |d: Date| d.month() == 1 && d.day() == 1;
    let ends_year = |d: Date| d.month() == 12 && d.day() == 31;
    Some(match (from, to) {
        (None, None) => return None,
        (Some(from), Some(to)) if from == to => format!("den {}", day(from)),
        (Some(from), Some(to)) if starts_year(from) && ends_year(to) => {
            match from.year() == to.year() {
                true => format!("i {}", from.year()),
                false => format!("fra {} til {}", from.year(), to.year()),
            }
        }
        (Some(from), Some(to)) if from.day() == 1 && to == from.last_of_month() => {
            format!("i {} {}", month(from), from.year())
        }
        (Some(from), Some(to)) => format!("fra {} til {}", day(from), day(to)),
        (Some(from), None) => format!("fra og med {}", day(from)),
        (None, Some(to)) => format!("til og med {}", day(to)),
    })
}

/// First and last day as a span: `3. marts 2021 – 2. februar 2022`.
pub fn span(first: Date, last: Date) -> String {
    match first == last {
        true => day(first),
        false => format!("{} – {}", day(first), day(last)),
    }
}

/// A number with full stops between thousands: `12.345`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 møde`, `12 møder`.
pub fn meetings(n: usize) -> String {
    counted(n, "møde", "møder")
}

/// `1 udsagn`, `12 udsagn`.
pub fn statements(n: usize) -> String {
    counted(n, "udsagn", "udsagn")
}

/// `1 person`, `12 personer`.
pub fn people(n: usize) -> String {
    counted(n, "person", "personer")
}

/// `1 beslutning`, `12 beslutninger`.
pub fn decisions(n: usize) -> String {
    counted(n, "beslutning", "beslutninger")
}

/// How many filters are set: `2 valgt`.
pub fn chosen(n: usize) -> String {
    format!("{} valgt", number(n))
}

/// How many items hold the words only together.
pub fn together(n: usize) -> String {
    format!("{} med ordene tilsammen", items(n))
}

/// `1 punkt`, `12 punkter`.
pub fn items(n: usize) -> String {
    counted(n, "punkt", "punkter")
}

pub(super) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// How one knows who said it; `evidence` is the proving words.
pub fn how(how: How, evidence: &str) -> String {
    let known = match how {
        How::Explicit => "nævnt ved navn",
        How::Initials => "nævnt ved initialer",
        How::Role => "nævnt ved hverv",
        How::Pronoun => "nævnt ved stedord",
        How::Continuation => "fortsætter indlægget",
        How::Marked => "mærket i kilden",
        How::Corrected => "rettet af en person",
    };
    match evidence {
        "" => known.to_owned(),
        words => format!("{known}: »{words}«"),
    }
}

/// Why a word was found: `»journal«: del af »Sundhedsjournalen«`.
pub fn reason(found: &Match, statement: &StatementEntry) -> String {
    let text = found.text_of(statement);
    let cut = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let (part, word) = (cut(&found.range), cut(&found.word));
    let how = match found.way {
        Way::Exact => "skrevet sådan".to_owned(),
        Way::Lemma if part == word => format!("en form af ordet: »{word}«"),
        Way::Lemma => format!("skrevet på en anden måde: »{part}«"),
        Way::Part => format!("»{part}« i »{word}«"),
        Way::Synonym => format!("betyder det samme: »{part}«"),
        Way::Begins => format!("begyndelsen af »{word}«"),
        Way::Like => format!("stavet næsten sådan: »{word}«"),
    };
    let place = match found.place {
        Place::Text => "",
        Place::ItemTitle => " (i punktets overskrift)",
        Place::MeetingTitle => " (i mødets overskrift)",
    };
    format!("»{}«: {how}{place}", found.asked)
}

/// A decision in a few words: `Besluttet: godkendt med 5 for og 1 imod`.
pub fn decision(decision: &Decision) -> String {
    let mut said = match decision.kind {
        DecisionKind::Approved => "Besluttet: godkendt",
        DecisionKind::Adopted => "Besluttet: tiltrådt",
        DecisionKind::Rejected => "Besluttet: forkastet",
        DecisionKind::Noted => "Besluttet: taget til efterretning",
        DecisionKind::Postponed => "Besluttet: udsat",
        DecisionKind::Referred => "Besluttet: oversendt",
        DecisionKind::Elected => "Besluttet: valgt",
        DecisionKind::Other => "Besluttet",
    }
    .to_owned();
    if let Some((ayes, noes, blank)) = decision.votes {
        let cast = [(ayes, "for"), (noes, "imod"), (blank, "blanke")];
        let told: Vec<String> =
            cast.iter().filter_map(|(n, side)| n.map(|n| format!("{n} {side}"))).collect();
        if !told.is_empty() {
            said.push_str(" med ");
            said.push_str(&told.join(", "));
        }
    }
    said
}

/// Heading of a list of people in a meeting.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Member => "Medlemmer",
        Group::Absent => "Ikke til stede",
        Group::Other => "Øvrige",
        Group::Presenter => "Oplægsholdere",
    }
}

/// How somebody was there, where it needs saying.
pub fn presence(presence: Presence) -> Option<&'static str> {
    match presence {
        Presence::Present => None,
        Presence::Apology => Some("afbud"),
        Presence::Absent => Some("fraværende"),
        Presence::Substitute => Some("suppleant"),
    }
}

/// What the kind letter of an agenda item stands for.
pub fn kind(letter: char) -> String {
    match letter {
        'O' => "til orientering".to_owned(),
        'B' => "til beslutning".to_owned(),
        'D' => "til drøftelse".to_owned(),
        other => other.to_string(),
    }
}

/// The items that somebody was there for: `under punkt 3 og 4`.
pub fn for_items(items: &[String]) -> String {
    match items {
        [before @ .., last] if !before.is_empty() => {
            format!("under punkt {} og {last}", before.join(", "))
        }
        _ => format!("under punkt {}", items.join("")),
    }
}

/// Where in its file something begins, as short as can be: `s. 3, l. 12`.
pub fn place_in_file(page: u32, line: u32) -> String {
    match page {
        0 | 1 => format!("l. {line}"),
        page => format!("s. {page}, l. {line}"),
    }
}

/// Where in its file a whole meeting stands: `side 3, linje 12–90`.
pub fn lines(page: u32, lines: (u32, u32)) -> String {
    let lines = match lines {
        (first, last) if first == last => format!("linje {first}"),
        (first, last) => format!("linje {first}–{last}"),
    };
    match page {
        0 | 1 => lines,
        page => format!("side {page}, {lines}"),
    }
}

/// Who came and who did not: `Deltagere: 9 til stede, 1 afbud`.
pub fn attendance(present: usize, apologies: usize, absent: usize) -> String {
    let counts = [(present, "til stede"), (apologies, "afbud"), (absent, "fraværende")];
    let told = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}"));
    format!("Deltagere: {}", told.collect::<Vec<_>>().join(", "))
}

/// Where in the file: `Trige 1944.txt, side 3, linje 12–13`.
pub fn place(file: &str, page: u32, place: (u32, u32)) -> String {
    format!("{file}, {}", lines(page, place))
}

/// Why a question cannot be answered, to the person who asked it.
pub fn refusal(error: &QueryError) -> String {
    match error {
        QueryError::Date { name, typed } => format!(
            "{}: »{typed}« er ikke en dato. Skriv 2022, 2022-02, 2022-02-02 eller 2. februar 2022.",
            field(name)
        ),
        QueryError::Period { from, to } => format!(
            "Perioden fra {} til {} er tom: den begynder, efter at den er sluttet.",
            day(*from),
            day(*to)
        ),
        QueryError::Value { name, typed, .. } => {
            format!("{}: »{typed}« kan ikke bruges her.", field(name))
        }
        QueryError::ManyPersons { typed, candidates } => {
            format!("»{typed}« passer på {}.", people(candidates.len()))
        }
        QueryError::NoPerson { typed, .. } => format!("Ingen i arkivet hedder »{typed}«."),
        QueryError::NoBody { typed, .. } => {
            format!("Intet organ i arkivet har »{typed}« i sit navn.")
        }
        QueryError::TooWide { n, most } => {
            format!("Der er {n} dele med *, ~ eller et navn. Spørg om højst {most} ad gangen.")
        }
        QueryError::NobodyNamed => "Hvis ord? Skriv en person eller vælg et organ.".to_owned(),
        QueryError::NothingAsked => "Der er ikke spurgt om noget.".to_owned(),
        QueryError::Store(_) | QueryError::Index(_) | QueryError::Entry(_) => {
            BROKEN_DETAIL.to_owned()
        }
    }
}

/// What the asker should know about how a question was answered.
pub fn note(note: &Note) -> String {
    match note {
        Note::TakenFor { typed, name } => format!("»{typed}« er læst som {name}."),
        Note::Namesakes { typed, keys } => format!(
            "{} personer hedder »{typed}«. Skriv {} for kun at finde den ene.",
            keys.len(),
            keys.join(" eller ")
        ),
        Note::Role(typed) => format!("»{typed}« er den, der havde hvervet på mødet."),
        Note::Unread(typed) => format!("»{typed}« kunne ikke læses og er udeladt."),
        Note::NothingIn(typed) => format!("»{typed}« indeholder ingen ord at søge efter."),
        Note::OnlyFirst(n) => format!("Der er kun søgt efter de første {n} ord."),
        Note::Common(words) => format!(
            "»{}« er så almindelige ord, at de ikke behøver at stå der; sæt citationstegn om for at kræve dem.",
            words.join("«, »")
        ),
        Note::Related { typed, verb } => {
            format!("Intet er fundet med »{typed}«; dette er fundet med »{verb}«.")
        }
        Note::Renewed { .. } => {
            "Arkivet er fornyet, siden den forrige side blev vist: fund kan mangle \
                                 eller komme igen."
                .to_owned()
        }
        Note::Because(reason) => reason.clone(),
    }
}

/// An item's number where the item is cited: `Punkt 1.2`.
pub fn item(number: &str) -> String {
    format!("Punkt {number}")
}

/// What the form calls a parameter.
fn field(parameter: &str) -> &str {
    match parameter {
        "from" => FROM_LABEL,
        "to" => TO_LABEL,
        "year" => YEAR_LABEL,
        "sort" => SORT_LABEL,
        "decisions" => DECISIONS_LABEL,
        other => other,
    }
}

/// Which of all hits a page shows: `21–40 af 133`.
pub fn shown(first: usize, last: usize, total: usize) -> String {
    format!("{}–{} af {}", number(first), number(last), number(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Option<Date> {
        iso.parse().ok()
    }

    #[test]
    fn periods_are_said_as_people_say_them() {
        for (from, to, expected) in [
            ("", "", None),
            ("2022-01-01", "2022-12-31", Some("i 2022")),
            ("2020-01-01", "2022-12-31", Some("fra 2020 til 2022")),
            ("2024-02-01", "2024-02-29", Some("i februar 2024")),
            ("2024-02-01", "2024-02-28", Some("fra 1. februar 2024 til 28. februar 2024")),
            ("2022-02-02", "2022-02-02", Some("den 2. februar 2022")),
            ("2022-02-02", "", Some("fra og med 2. februar 2022")),
            ("", "1998-03-03", Some("til og med 3. marts 1998")),
        ] {
            let said = period(date(from), date(to));
            assert_eq!(said.as_deref(), expected, "{from} {to}");
        }
    }

    #[test]
    fn numbers_are_grouped_from_the_right() {
        for (n, expected) in
            [(0, "0"), (999, "999"), (1000, "1.000"), (12345, "12.345"), (1_234_567, "1.234.567")]
        {
            assert_eq!(number(n), expected);
        }
        assert_eq!(meetings(1), "1 møde");
        assert_eq!(meetings(0), "0 møder");
    }

    #[test]
    fn votes_are_told_as_far_as_known() {
        let of = |votes| Decision { kind: DecisionKind::Approved, by: None, votes };
        assert_eq!(decision(&of(None)), "Besluttet: godkendt");
        assert_eq!(
            decision(&of(Some((None, Some(1), Some(7))))),
            "Besluttet: godkendt med 1 imod, 7 blanke"
        );
        assert_eq!(decision(&of(Some((None, None, None)))), "Besluttet: godkendt");
    }
}
