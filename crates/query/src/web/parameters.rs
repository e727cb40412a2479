//! The part of a URL after `?`, read into a [`Typed`].
//!
//! In: pairs of name and value, decoded. Out: [`Typed`], whose values are still as typed; or what is
//! wrong with the names. Deliberately absent: what values mean (`question`).

use axum::extract::Query;
use clap::ValueEnum;

use super::openapi::Route;
use crate::{QueryError, Typed};

/// Pairs of name and value in the order of the URL.
pub(super) type Pairs = Query<Vec<(String, String)>>;

/// Longest value, in chars. Nobody types more; no source.
pub(super) const MAX_CHARS: usize = 1_000;

/// The parameters of a search.
pub(super) const SEARCH: [&str; 19] = [
    "q",
    "speaker",
    "about",
    "addressed_to",
    "from",
    "to",
    "year",
    "body",
    "decisions",
    "sure",
    "sort",
    "limit",
    "offset",
    "cursor",
    "group",
    "facets",
    "timeline",
    "kwic",
    "format",
];

/// The parameters of a search for decisions.
pub(super) const DECISIONS: [&str; 18] = [
    "q",
    "speaker",
    "about",
    "addressed_to",
    "from",
    "to",
    "year",
    "body",
    "sure",
    "sort",
    "limit",
    "offset",
    "cursor",
    "group",
    "facets",
    "timeline",
    "kwic",
    "format",
];

/// The parameters of who says something, and of a matter over time.
pub(super) const OVERVIEW: [&str; 10] =
    ["q", "speaker", "about", "addressed_to", "from", "to", "year", "body", "decisions", "sure"];

/// The parameters of what somebody speaks of.
pub(super) const WORDS: [&str; 7] = ["speaker", "body", "from", "to", "year", "limit", "min"];

/// The parameters of statements like one.
pub(super) const SIMILAR: [&str; 1] = ["limit"];

/// The parameters of how a question may go on.
pub(super) const SUGGEST: [&str; 3] = ["q", "limit", "format"];

/// The parameters of the lists of meetings and people.
pub(super) const LIST: [&str; 6] = ["name", "body", "from", "to", "year", "format"];

/// The parameters of the list of bodies.
pub(super) const BODIES: [&str; 5] = ["name", "body", "from", "to", "year"];

/// The parameters of what is asked for by reference.
pub(super) const SHOWN: [&str; 1] = ["format"];

/// The parameters of what has none.
pub(super) const NONE: [&str; 0] = [];

/// What is wrong with the parameters of a URL.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Names that are not known.
    Unknown {
        /// The names, in the order of the URL.
        names: Vec<String>,
        /// Those that are.
        known: &'static [&'static str],
    },
    /// A name that is given more than once.
    Twice {
        /// The name.
        name: &'static str,
    },
    /// A value that is too long.
    TooLong {
        /// The parameter.
        name: &'static str,
        /// Its length in chars.
        n_chars: usize,
    },
    /// A value that means nothing.
    Value(QueryError),
}

/// Reads parameters strictly, as a program must have them: unknown names are refused.
pub(super) fn strict(
    pairs: &[(String, String)],
    known: &'static [&'static str],
) -> Result<Typed, Refusal> {
    let names: Vec<String> = pairs
        .iter()
        .map(|(name, _)| name)
        .filter(|name| !known.contains(&name.as_str()))
        .cloned()
        .collect();
    if !names.is_empty() {
        return Err(Refusal::Unknown { names, known });
    }
    for &name in known {
        if pairs.iter().filter(|(given, _)| given == name).count() > 1 {
            return Err(Refusal::Twice { name });
        }
    }
    lenient(pairs, known)
}

/// Reads parameters as a page must: unknown names, which mail programs and portals append to
/// addresses, are passed over, and of several values the first counts.
pub(super) fn lenient(
    pairs: &[(String, String)],
    known: &'static [&'static str],
) -> Result<Typed, Refusal> {
    let mut typed = Typed::default();
    for &name in known {
        let Some((_, value)) = pairs.iter().find(|(given, _)| given == name) else { continue };
        let n_chars = value.chars().count();
        if n_chars > MAX_CHARS {
            return Err(Refusal::TooLong { name, n_chars });
        }
        let value = value.clone();
        match name {
            "q" => typed.words = value,
            "speaker" | "name" => typed.speaker = Some(value),
            "about" => typed.about = Some(value),
            "addressed_to" => typed.addressed_to = Some(value),
            "from" => typed.from = Some(value),
            "to" => typed.to = Some(value),
            "year" => typed.year = Some(value),
            "body" => typed.body = Some(value),
            "decisions" => typed.decisions = truth(name, value).map_err(Refusal::Value)?,
            "sure" => typed.sure = truth(name, value).map_err(Refusal::Value)?,
            "sort" => typed.sort = Some(value),
            "limit" => typed.limit = Some(value),
            "offset" => typed.offset = Some(value),
            "cursor" => typed.cursor = Some(value),
            "group" => typed.group = Some(value),
            "facets" => typed.facets = truth(name, value).map_err(Refusal::Value)?,
            "timeline" => typed.timeline = Some(value),
            "kwic" => typed.kwic = truth(name, value).map_err(Refusal::Value)?,
            _ => {}
        }
    }
    Ok(typed)
}

/// Most groups, words or similar statements in one answer: each costs a search of its own. No source.
pub(super) const MOST: usize = 200;

/// Most hits in one answer; whoever wants more goes on with the cursor. No source.
pub(super) const MOST_HITS: usize = 1_000;

/// A question that asks for no more than so much; `all` is as many.
pub(super) fn at_most(typed: Typed, most: usize) -> Typed {
    let is_more = |limit: &str| match limit.trim() {
        "all" => true,
        limit => limit.parse().is_ok_and(|n: usize| n > most),
    };
    match typed.limit.as_deref().is_some_and(is_more) {
        true => Typed { limit: Some(most.to_string()), ..typed },
        false => typed,
    }
}

/// The form that is asked for, of those that a route has; the first of them where none is.
pub(super) fn form<F: ValueEnum>(pairs: &[(String, String)], route: &Route) -> Result<F, Refusal> {
    let typed = pairs.iter().find(|(name, _)| name == "format").map(|(_, value)| value.trim());
    let typed = typed.filter(|typed| !typed.is_empty());
    let wanted = typed.unwrap_or_else(|| route.forms.first().copied().unwrap_or_default());
    let known = route.forms.contains(&wanted).then(|| F::from_str(wanted, false).ok()).flatten();
    known.ok_or_else(|| {
        let typed = wanted.to_owned();
        Refusal::Value(QueryError::Value { name: "format", typed, takes: route.takes_forms })
    })
}

/// A number that is no part of a question.
pub(super) fn number(
    pairs: &[(String, String)],
    name: &'static str,
) -> Result<Option<u64>, Refusal> {
    let value = pairs.iter().find(|(given, _)| given == name).map(|(_, value)| value.trim());
    value
        .filter(|value| !value.is_empty())
        .map(|value| {
            value.parse().map_err(|_| {
                let takes = "a whole number";
                Refusal::Value(QueryError::Value { name, typed: value.to_owned(), takes })
            })
        })
        .transpose()
}

/// `1` and `true` are true, `0`, `false` and nothing false.
fn truth(name: &'static str, typed: String) -> Result<bool, QueryError> {
    match typed.trim() {
        "1" | "true" => Ok(true),
        "" | "0" | "false" => Ok(false),
        _ => Err(QueryError::Value { name, typed, takes: "true or false" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn names_are_checked_for_programs_and_not_for_people() {
        let given = pairs(&[("q", "havn"), ("utm_source", "x"), ("fra", "2022")]);
        match strict(&given, &SEARCH) {
            Err(Refusal::Unknown { names, .. }) => assert_eq!(names, ["utm_source", "fra"]),
            other => panic!("{other:?}"),
        }
        assert_eq!(lenient(&given, &SEARCH).unwrap().words, "havn");
        let twice = pairs(&[("q", "havn"), ("q", "bro")]);
        assert!(matches!(strict(&twice, &SEARCH), Err(Refusal::Twice { name: "q" })));
        assert_eq!(lenient(&twice, &SEARCH).unwrap().words, "havn");
    }

    #[test]
    fn values_are_measured_in_chars() {
        let long = pairs(&[("q", &"å".repeat(MAX_CHARS))]);
        assert!(strict(&long, &SEARCH).is_ok());
        let longer = pairs(&[("q", &"å".repeat(MAX_CHARS + 1))]);
        assert!(matches!(strict(&longer, &SEARCH), Err(Refusal::TooLong { n_chars: 1001, .. })));
    }

    #[test]
    fn what_costs_a_search_each_has_a_most() {
        for (limit, expected) in [
            (None, None),
            (Some("all"), Some("200")),
            (Some(" all "), Some("200")),
            (Some("201"), Some("200")),
            (Some("200"), Some("200")),
            (Some("5"), Some("5")),
            (Some(""), Some("")),
            (Some("mange"), Some("mange")),
        ] {
            let typed = Typed { limit: limit.map(str::to_owned), ..Typed::default() };
            assert_eq!(at_most(typed, MOST).limit.as_deref(), expected, "{limit:?}");
        }
    }

    #[test]
    fn decisions_are_wanted_or_not() {
        for (typed, expected) in
            [("1", Some(true)), ("true", Some(true)), ("", Some(false)), ("måske", None)]
        {
            let read = strict(&pairs(&[("decisions", typed)]), &SEARCH);
            assert_eq!(read.ok().map(|t| t.decisions), expected, "{typed}");
        }
    }
}
