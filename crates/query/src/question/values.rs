//! The values of a question, read one by one.
//!
//! In: one value as typed. Out: what it means, or what the parameter takes. Deliberately absent: dates
//! (`danish::parse_period`), and the words (`grammar`).

use super::Sort;
use crate::QueryError;
use crate::overview::{GroupBy, Step};

/// A parameter that is there and not blank: an empty field of a form asks nothing.
pub(super) fn given(typed: &Option<String>) -> Option<String> {
    typed.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
}

pub(super) fn sort(typed: Option<&str>) -> Result<Sort, QueryError> {
    match typed.map(str::trim) {
        None | Some("" | "relevance") => Ok(Sort::Relevance),
        Some("newest") => Ok(Sort::Newest),
        Some("oldest") => Ok(Sort::Oldest),
        Some(other) => Err(QueryError::Value {
            name: "sort",
            typed: other.to_owned(),
            takes: "relevance, newest or oldest",
        }),
    }
}

/// Where a page begins, and of which version of the index: `20-3f9a2c81b7d4`.
pub(super) fn page(typed: &str) -> Result<(usize, Option<String>), QueryError> {
    let takes = "what the page before gives as next, such as 20-3f9a2c81b7d4";
    let wrong = || QueryError::Value { name: "cursor", typed: typed.to_owned(), takes };
    let (offset, version) = typed.split_once('-').ok_or_else(wrong)?;
    let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
    match offset.parse() {
        Ok(offset) if is_version => Ok((offset, Some(version.to_owned()))),
        _ => Err(wrong()),
    }
}

pub(super) fn group(typed: &str) -> Result<GroupBy, QueryError> {
    let named = GroupBy::ALL.into_iter().find(|by| by.as_str() == typed);
    named.ok_or_else(|| QueryError::Value {
        name: "group",
        typed: typed.to_owned(),
        takes: "meeting, item, person, body or year",
    })
}

pub(super) fn step(typed: &str) -> Result<Step, QueryError> {
    let named = [Step::Year, Step::Month].into_iter().find(|step| step.as_str() == typed);
    named.ok_or_else(|| QueryError::Value {
        name: "timeline",
        typed: typed.to_owned(),
        takes: "year or month",
    })
}

pub(super) fn number(name: &'static str, typed: &str) -> Result<usize, QueryError> {
    typed.parse().map_err(|_| QueryError::Value {
        name,
        typed: typed.to_owned(),
        takes: "a whole number",
    })
}
