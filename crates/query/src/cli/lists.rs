//! `referat people` and `referat meetings`: lists in the place of hits.
//!
//! Deliberately absent: who is in a list (`crate::archive`).

use std::io::Write;

use clap::Args;
use clap_complete::ArgValueCompleter;

use super::{CliError, ListFormat, PeopleFormat, Place, When, complete, print_json};
use crate::print::{csv, json, popolo, text};
use crate::{Filter, QueryError, Typed};

/// `referat people`.
#[derive(Debug, Clone, Args)]
pub struct PeopleArgs {
    #[command(flatten)]
    list: Listed,
    /// Form of the list
    #[arg(long, value_enum, default_value = "text")]
    format: PeopleFormat,
    /// Instead, who speaks without being listed, and the share of text without a speaker
    #[arg(long)]
    unresolved: bool,
}

/// `referat meetings`.
#[derive(Debug, Clone, Args)]
pub struct ListArgs {
    #[command(flatten)]
    list: Listed,
    /// Form of the list
    #[arg(long, value_enum, default_value = "text")]
    format: ListFormat,
}

/// Which people or meetings of which index.
#[derive(Debug, Clone, Args)]
struct Listed {
    /// Only a person of this name, or meetings where they had a part
    #[arg(
        long,
        alias = "speaker",
        value_name = "NAME",
        add = ArgValueCompleter::new(complete::people)
    )]
    name: Option<String>,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    place: Place,
}

impl Listed {
    fn filter(&self) -> Result<Filter, QueryError> {
        Typed { speaker: self.name.clone(), ..self.when.typed() }.filter()
    }
}

/// Lists people, or what attribution left open. Whether there is anybody in the list.
///
/// # Errors
/// When the question cannot be answered or the list not written.
pub fn people(args: &PeopleArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let PeopleArgs { list, format, unresolved } = args;
    let (archive, filter) = (list.place.open()?, list.filter()?);
    if *unresolved {
        let open = archive.unresolved(&filter)?;
        match format {
            PeopleFormat::Json => print_json(out, &json::unresolved(&open))?,
            PeopleFormat::Text => text::unresolved(out, &open)?,
            PeopleFormat::Csv => csv::unresolved(out, &open)?,
            PeopleFormat::Popolo => return Err(CliError::OnlyPeople),
        }
        return Ok(!open.shares.is_empty());
    }
    if *format == PeopleFormat::Popolo {
        let popolo = archive.posts(&filter)?;
        print_json(out, &popolo::popolo(&popolo))?;
        return Ok(!popolo.is_empty());
    }
    let people = or_none(archive.people(&filter), *format == PeopleFormat::Text)?;
    match format {
        PeopleFormat::Text => text::people(out, &people)?,
        PeopleFormat::Csv => csv::people(out, &people)?,
        PeopleFormat::Json | PeopleFormat::Popolo => print_json(out, &json::people(&people))?,
    }
    Ok(!people.is_empty())
}

/// Lists meetings. Whether there are any.
///
/// # Errors
/// As [`people`].
pub fn meetings(args: &ListArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let ListArgs { list, format } = args;
    let meetings = list.place.open()?.meetings(&list.filter()?);
    let meetings = or_none(meetings, *format == ListFormat::Text)?;
    match format {
        ListFormat::Json => print_json(out, &json::meetings(&meetings))?,
        ListFormat::Text => text::meetings(out, &meetings)?,
        ListFormat::Csv => csv::meetings(out, &meetings)?,
    }
    Ok(!meetings.is_empty())
}

/// A list, empty for a program where nobody or no body has that name; a person is told.
fn or_none<T>(list: Result<Vec<T>, QueryError>, is_for_people: bool) -> Result<Vec<T>, QueryError> {
    match list {
        Err(error) if error.is_nothing_found() && !is_for_people => Ok(Vec::new()),
        list => list,
    }
}
