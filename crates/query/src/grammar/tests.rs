//! Golden forms of the query language: what is read, and what is passed over.

use danish::Date;

use super::clauses;
use crate::Clause;

/// Clauses as one line: what a golden test can show.
fn shown(clauses: &[Clause]) -> String {
    let one = |clause: &Clause| match clause {
        Clause::Words(t) => t.as_str().to_owned(),
        Clause::Phrase(t) => format!("\"{}\"", t.as_str()),
        Clause::Near(t, n) => format!("\"{}\"~{n}", t.as_str()),
        Clause::Begins(t) => format!("{}*", t.as_str()),
        Clause::Like(t, n) => format!("{}~{n}", t.as_str()),
        Clause::Named(field, value) => format!("{field:?}={value}"),
        Clause::Days(from, to) => {
            let day = |d: &Option<Date>| d.map_or(String::new(), |d| d.to_string());
            format!("{}..{}", day(from), day(to))
        }
        Clause::Kind(letter) => format!("kind={letter}"),
        Clause::Decision(yes) => format!("decision={yes}"),
        Clause::Any(groups) => {
            format!("({})", groups.iter().map(|g| shown(g)).collect::<Vec<_>>().join(" | "))
        }
        Clause::Without(unwanted) => format!("-[{}]", shown(unwanted)),
    };
    clauses.iter().map(one).collect::<Vec<_>>().join(" & ")
}

#[test]
fn every_form_of_the_grammar_is_read() {
    for (typed, expected) in [
        ("sundhedsjournal", "sundhedsjournal"),
        ("hjertesvigt  telemedicin", "hjertesvigt telemedicin"),
        ("by- og land", "by- og land"),
        ("\"den røde mole\" havn", "\"den røde mole\" & havn"),
        ("»den røde mole«", "\"den røde mole\""),
        ("“den røde mole”", "\"den røde mole\""),
        ("„den røde mole“", "\"den røde mole\""),
        ("havn -mole bro", "havn & -[mole] & bro"),
        ("havn NOT mole", "havn & -[mole]"),
        ("havn IKKE \"den røde\"", "havn & -[\"den røde\"]"),
        ("havn AND bro", "havn bro"),
        ("havn OR bro", "(havn | bro)"),
        ("havn ELLER bro vej", "(havn | bro vej)"),
        ("havn | bro", "(havn | bro)"),
        ("(havn OR bro) vej", "(havn | bro) & vej"),
        ("vej -(havn OR bro)", "vej & -[(havn | bro)]"),
        ("vej -(havn bro)", "vej & -[havn bro]"),
        ("((havn))", "havn"),
        ("=havnen bro", "\"havnen\" & bro"),
        ("havn*", "havn*"),
        ("Lisbet~", "Lisbet~2"),
        ("bro~", "bro~1"),
        ("bro~2", "bro~2"),
        ("\"havn bro\"~5", "\"havn bro\"~5"),
        ("\"havn bro\"~", "\"havn bro\"~10"),
        ("taler:Nielsen journal", "Speaker=Nielsen & journal"),
        ("taler:\"Lisbeth Nielsen\"", "Speaker=Lisbeth Nielsen"),
        ("speaker:Nielsen OR om:Nielsen", "(Speaker=Nielsen | About=Nielsen)"),
        ("-taler:Nielsen havn", "-[Speaker=Nielsen] & havn"),
        ("til:Thiel rolle:formanden organ:vand", "To=Thiel & Role=formanden & Body=vand"),
        ("punkt:økonomi type:orientering", "Item=økonomi & kind=O"),
        ("dato:2021", "2021-01-01..2021-12-31"),
        ("dato:2021-02..2022-06", "2021-02-01..2022-06-30"),
        ("dato:..2019", "..2019-12-31"),
        ("dato:2019..", "2019-01-01.."),
        ("før:2020", "..2019-12-31"),
        ("efter:2020", "2021-01-01.."),
        ("beslutning:ja havn", "decision=true & havn"),
        ("bilag:1 sag:18/02451", "\"bilag 1\"~0 & 18/02451"),
    ] {
        let (clauses, notes) = clauses(typed);
        assert_eq!((shown(&clauses).as_str(), notes.len()), (expected, 0), "{typed}");
    }
}

#[test]
fn nothing_is_a_syntax_error() {
    for (typed, expected, n_notes) in [
        ("\"uden ende", "\"uden ende\"", 0),
        ("\"\"", "", 0),
        ("havn - bro", "havn - bro", 0),
        ("havn = bro", "havn = bro", 0),
        ("(havn", "havn", 0),
        ("havn) bro", "havn bro", 0),
        (")(", "", 0),
        ("OR havn OR", "havn", 0),
        ("NOT", "", 0),
        ("-", "-", 0),
        ("--havn", "--havn", 0),
        ("taler:", "", 1),
        ("taler: havn", "Speaker=havn", 0),
        ("dato:igår havn", "havn", 1),
        ("dato:2022..2021", "", 1),
        ("type:andet", "", 1),
        ("https://eksempel.dk/a", "https://eksempel.dk/a", 0),
        ("kl. 12:30", "kl. 12:30", 0),
        ("og eller ikke", "og eller ikke", 0),
        ("~ * =", "~ * =", 0),
    ] {
        let (clauses, notes) = clauses(typed);
        assert_eq!((shown(&clauses).as_str(), notes.len()), (expected, n_notes), "{typed}");
    }
    let deep = format!("{}havn", "(".repeat(10_000));
    assert_eq!(shown(&clauses(&deep).0), "havn");
}
