//! Every Danish text of the pages, in one place: what stands in the templates by name, and the
//! phrases that are put together from an answer.
//!
//! In: dates, counts, what the minutes say. Out: Danish for a reader. Deliberately absent: markup;
//! escaping is the templates' work.

use danish::Date;
use schema::{Decision, DecisionKind, Group, How, Presence};

use crate::{Note, QueryError};

pub const SITE: &str = "Referater";
pub const SKIP: &str = "Gå til indholdet";
pub const SEARCH: &str = "Søg";
pub const MEETINGS: &str = "Møder";
pub const PEOPLE: &str = "Personer";
pub const NAVIGATION: &str = "Sider";
pub const FOOTER: &str =
    "Siden sætter ingen cookies, henter intet udefra og gemmer ikke, hvad der søges på.";

pub const WORDS_LABEL: &str = "Søg i referaterne";
pub const EXAMPLES: &str = "Prøv for eksempel:";
/// What to type, and what it does.
pub const EXAMPLE_SEARCHES: [(&str, &str); 4] = [
    ("økonomi", "alle former og sammensætninger"),
    ("referat godkendt", "begge ord"),
    ("\"til efterretning\"", "ordret"),
    ("budget -regnskab", "uden et ord"),
];
pub const NARROW: &str = "Afgræns";
pub const SPEAKER_LABEL: &str = "Sagt af";
pub const SPEAKER_HINT: &str = "navn eller en del af det";
pub const BODY_LABEL: &str = "Organ";
pub const ALL_BODIES: &str = "Alle";
pub const FROM_LABEL: &str = "Fra";
pub const TO_LABEL: &str = "Til";
pub const DATE_HINT: &str = "2022, feb 2022 eller 2/2-2022";
pub const DECISIONS_LABEL: &str = "Kun beslutninger";
pub const CLEAR: &str = "Begynd forfra";

pub const IN_ARCHIVE: &str = "I arkivet";
pub const SORT_LABEL: &str = "Rækkefølge";
/// Value of `sort` and what it is called.
pub const SORTS: [(&str, &str); 3] =
    [("relevance", "bedste først"), ("newest", "nyeste først"), ("oldest", "ældste først")];
pub const PAGING: &str = "Flere sider";
pub const PREVIOUS: &str = "← Forrige";
pub const NEXT: &str = "Næste →";
pub const FIRST_PAGE: &str = "Til første side";
pub const PAST_THE_END: &str = "Så mange er der ikke.";
pub const IN_MEETING: &str = "Vis i mødet";
pub const NOBODY: &str = "Uden angivet taler";
pub const DOUBTFUL: &str = "usikkert";
pub const NOTHING: &str = "Der er ikke fundet noget";
pub const WITHOUT_QUOTES: &str = "ordene hver for sig";
pub const WITHOUT_SPEAKER: &str = "uanset hvem der har sagt det";
pub const WITHOUT_BODY: &str = "i alle organer";
pub const WITHOUT_DAYS: &str = "i alle år";
pub const WITHOUT_DECISIONS: &str = "ikke kun beslutninger";
pub const WITHOUT_FILTERS: &str = "uden nogen afgrænsning";
pub const INSTEAD: &str = "Dette ville give noget:";
/// What to do when nothing was found and nothing smaller finds anything either.
pub const ADVICE: [&str; 3] = [
    "Se efter, om ordene er stavet rigtigt; bøjning og store bogstaver er uden betydning.",
    "Prøv et andet eller mere almindeligt ord, eller bare ét ord.",
    "Tag anførselstegn væk, hvis ordene ikke behøver at stå side om side.",
];
pub const WHO_IS_MEANT: &str = "Hvem menes der?";
pub const MAYBE_MEANT: &str = "Måske menes der:";
pub const BODIES_ARE: &str = "Organerne i arkivet er:";

pub const AGENDA: &str = "Dagsorden";
pub const ATTENDEES: &str = "Deltagere";
pub const UNTITLED: &str = "Uden overskrift";
pub const UNDATED: &str = "Uden dato";
pub const BEFORE_ITEMS: &str = "Før dagsordenens punkter";
pub const OUTSIDE_ITEMS: &str = "Uden for dagsordenens punkter";
pub const CLOSED: &str = "lukket punkt";
pub const STATEMENT: &str = "Udsagn";
pub const WHOLE_MEETING: &str = "Hele mødet";
pub const NO_STATEMENTS: &str = "Referatet har ingen tekst under punktet.";

pub const ALL_THEY_SAID: &str = "Alt, hvad der er sagt af";
pub const THEIR_DECISIONS: &str = "Kun beslutningerne";
pub const ROLES: &str = "Hverv";
pub const AFFILIATIONS: &str = "Tilhører";
pub const BODIES: &str = "Organer";
pub const DAYS: &str = "Periode";
pub const PERSON: &str = "Person";
pub const YEAR_LABEL: &str = "År eller periode";
pub const SHOW: &str = "Vis";
pub const NO_MEETINGS: &str = "Ingen møder passer.";
pub const NO_PEOPLE: &str = "Ingen personer passer.";

pub const NOT_FOUND: &str = "Siden findes ikke";
pub const NOT_FOUND_DETAIL: &str =
    "Der er intet på denne adresse. Måske er referatet skiftet ud, siden henvisningen blev lavet.";
pub const NO_MEETING: &str = "Mødet findes ikke i arkivet";
pub const NO_PERSON: &str = "Personen findes ikke i arkivet";
pub const NO_STATEMENT: &str = "Udsagnet findes ikke i arkivet";
pub const REFUSED: &str = "Det kunne ikke læses";
pub const TOO_LONG: &str = "Spørgsmålet er for langt";
pub const TOO_LONG_DETAIL: &str = "Der læses højst 1.000 tegn i et felt.";
pub const BROKEN: &str = "Arkivet kan ikke læses lige nu";
pub const BROKEN_DETAIL: &str =
    "Fejlen ligger hos den, der driver siden, ikke i spørgsmålet. Prøv igen om lidt.";
pub const TO_SEARCH: &str = "Til søgningen";

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

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

/// `1 punkt`, `12 punkter`.
pub fn items(n: usize) -> String {
    counted(n, "punkt", "punkter")
}

fn counted(n: usize, one: &str, many: &str) -> String {
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
    };
    match evidence {
        "" => known.to_owned(),
        words => format!("{known}: »{words}«"),
    }
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

/// Where in the file: `Trige 1944.txt, side 3, linje 12–13`.
pub fn place(file: &str, page: u32, lines: (u32, u32)) -> String {
    let lines = match lines {
        (first, last) if first == last => format!("linje {first}"),
        (first, last) => format!("linje {first}–{last}"),
    };
    match page {
        0 | 1 => format!("{file}, {lines}"),
        page => format!("{file}, side {page}, {lines}"),
    }
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
        Note::NothingIn(typed) => format!("»{typed}« indeholder ingen ord at søge efter."),
        Note::OnlyFirst(n) => format!("Der er kun søgt efter de første {n} ord."),
        Note::Because(reason) => reason.clone(),
    }
}

/// An item's number where the item is cited: `Punkt 1.2`.
pub fn item(number: &str) -> String {
    format!("Punkt {number}")
}

/// What the form calls a parameter.
fn field<'a>(parameter: &'a str) -> &'a str {
    match parameter {
        "from" => FROM_LABEL,
        "to" => TO_LABEL,
        "year" => YEAR_LABEL,
        "sort" => SORT_LABEL,
        "decisions" => DECISIONS_LABEL,
        other => other,
    }
}

/// What a single word is called when it is proposed alone.
pub fn only(word: &str) -> String {
    format!("kun »{word}«")
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
