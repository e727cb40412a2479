//! A heading in, out comes whom it names and on which day what stands under it was decided.
//!
//! Deliberately absent: finding headings; the outline has them.

use danish::{Date, find_dates};

use super::cast::Cast;
use super::label::presenter;
use super::name::{Who, name_at};
use super::role::{Held, Roles};
use super::subject::{Known, lead};
use super::token::tokens;
use crate::decision;
use crate::outline::Outline;

/// Who presents what stands under a heading: `Status v/ Ulla Toft`.
pub(super) fn presented_by(heading: &str, known: &Known<'_>) -> Option<usize> {
    let (name, _) = presenter(&tokens(heading), 0, known)?;
    match name.who {
        Who::Person(who) => Some(who),
        _ => None,
    }
}

/// Whose matters stand under a heading: `d. Kontaktpersonen`, `Nyt fra formanden`.
pub(super) fn is_of(heading: &str, cast: &Cast, roles: &Roles) -> Option<usize> {
    let tokens = tokens(heading);
    // `Formandens beretning`
    if let [owner, what] = tokens[lead(&tokens)..]
        && matches!(
            what.text,
            "beretning" | "orientering" | "meddelelser" | "oplæg" | "redegørelse"
        )
        && let Some(role) = owner.text.strip_suffix('s')
        && let Some(Held::By(who)) = roles.held(role)
    {
        return Some(who);
    }
    let from = tokens.iter().position(|t| matches!(t.text, "fra" | "Fra" | "FRA"));
    let at = from.map_or_else(|| lead(&tokens), |from| from + 1);
    let name = name_at(&tokens, at, cast, roles).filter(|n| n.end == tokens.len())?;
    match name.who {
        Who::Person(who) => Some(who),
        _ => None,
    }
}

/// The last day that decisions of this meeting's matters were made on: this meeting's own.
pub(super) fn last_day(outline: &Outline) -> Option<Date> {
    outline.paragraphs.iter().filter_map(|p| decided_on(p.block.as_deref()?)).max()
}

/// The day of `Beslutning i Teknisk Udvalg den 06-02-2018`: another body may have had the matter before.
pub(super) fn decided_on(block: &str) -> Option<Date> {
    if !decision::is_deciding(&danish::lowercase(block)) {
        return None;
    }
    find_dates(block, None).first()?.date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Attendee;

    #[test]
    fn whose_matters_stand_under_a_heading() {
        let person = |name: &str, role: &str| Attendee {
            name: name.into(),
            role: Some(role.into()),
            ..Attendee::default()
        };
        let cast = Cast::new(&[person("Ulla Toft", "formand"), person("Per Vang", "kasserer")]);
        let roles = Roles::new(&cast);
        for (heading, want) in [
            ("Nyt fra formanden", Some(0)),
            ("NYT FRA FORMANDEN", Some(0)),
            ("Formandens beretning", Some(0)),
            ("d. Kassereren", Some(1)),
            ("Formandens bolig", None),
            ("Orientering fra formand og kasserer", None),
            ("Bestyrelsens beretning", None),
        ] {
            assert_eq!(is_of(heading, &cast, &roles), want, "{heading}");
        }
    }
}
