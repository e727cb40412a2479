//! Clauses as they are typed: the way back from a question to a search box.
//!
//! In: [`Clause`]s. Out: what reads as the same clauses. Deliberately absent: words for people (`said`).

use danish::Date;

use crate::Clause;
use crate::question::Field;

/// What reads as some clauses.
pub(crate) fn written(clauses: &[Clause]) -> String {
    let all: Vec<String> = clauses.iter().map(clause).filter(|typed| !typed.is_empty()).collect();
    all.join(" ")
}

fn clause(clause: &Clause) -> String {
    match clause {
        Clause::Words(text) => text.as_str().to_owned(),
        Clause::Phrase(text) => quoted(text.as_str()),
        Clause::Near(text, apart) => format!("{}~{apart}", quoted(text.as_str())),
        Clause::Begins(text) => format!("{}*", text.as_str()),
        Clause::Like(text, edits) => format!("{}~{edits}", text.as_str()),
        Clause::Named(field, value) => format!("{}:{}", name(*field), value_of(value)),
        Clause::Days(from, to) => format!("{}:{}", name(Field::On), days(*from, *to)),
        Clause::Kind(letter) => format!("{}:{letter}", name(Field::Kind)),
        Clause::Decision(yes) => {
            format!("{}:{}", name(Field::Decision), if *yes { "ja" } else { "nej" })
        }
        Clause::Any(groups) => {
            let groups: Vec<String> = groups.iter().map(|group| written(group)).collect();
            format!("({})", groups.join(" OR "))
        }
        Clause::Without(unwanted) => match unwanted.as_slice() {
            [Clause::Words(text)] if text.as_str().contains(' ') => format!("-({})", text.as_str()),
            [one @ Clause::Without(_)] => format!("-({})", self::clause(one)),
            [one] => format!("-{}", self::clause(one)),
            several => format!("-({})", written(several)),
        },
    }
}

/// The Danish name of a field.
fn name(field: Field) -> &'static str {
    match field {
        Field::Speaker => "taler",
        Field::About => "om",
        Field::To => "til",
        Field::Role => "rolle",
        Field::Body => "organ",
        Field::Item => "punkt",
        Field::Kind => "type",
        Field::On => "dato",
        Field::Before => "før",
        Field::After => "efter",
        Field::Decision => "beslutning",
        Field::Annex => "bilag",
        Field::Case => "sag",
    }
}

fn days(from: Option<Date>, to: Option<Date>) -> String {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => format!("{}..{}", day(from), day(to)),
    }
}

fn value_of(value: &str) -> String {
    let plain =
        !value.is_empty() && value.chars().all(|c| c.is_alphanumeric() || "-./".contains(c));
    if plain { value.to_owned() } else { quoted(value) }
}

/// Between quotes; quotes inside would end it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace(super::is_quote, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::clauses;

    #[test]
    fn what_is_written_reads_as_the_same() {
        for typed in [
            "havn bro",
            "\"den røde mole\" havn",
            "=havn bro* molle~1",
            "\"havn bro\"~5",
            "(havn OR bro vej) -mole -(om:Falk type:O)",
            "taler:\"Mie Falk\" til:jon-falk organ:vej punkt:2.3 beslutning:nej",
            "dato:2021 dato:..2019 før:2020 efter:2022-02",
            "-(to ord)",
            "havn -(-bro)",
            "taler:\"\" journal",
        ] {
            let (read, notes) = clauses(typed);
            assert!(notes.is_empty(), "{typed}: {notes:?}");
            let again = written(&read);
            assert_eq!(clauses(&again).0, read, "{typed}: {again}");
        }
    }
}
