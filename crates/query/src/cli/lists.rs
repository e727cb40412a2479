//! `referat people` and `referat meetings`: lists in the place of hits.
//!
//! Deliberately absent: who is in a list (`crate::archive`).

use std::io::Write;

use clap::Args;
use clap_complete::ArgValueCompleter;

use super::{CliError, ListFormat, Place, When, complete, print_json};
use crate::print::{csv, json, text};
use crate::{Filter, QueryError, Typed};

/// `referat people`.
#[derive(Debug, Clone, Args)]
pub struct PeopleArgs {
    #[command(flatten)]
    list: ListArgs,
    /// Instead, who speaks without being listed, and the share of text without a speaker
    #[arg(long)]
    unresolved: bool,
}

/// `referat meetings`.
#[derive(Debug, Clone, Args)]
pub struct ListArgs {
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
    /// Form of the list
    #[arg(long, value_enum, default_value = "text")]
    format: ListFormat,
    #[command(flatten)]
    place: Place,
}

impl ListArgs {
    fn filter(&self) -> Result<Filter, QueryError> {
        Typed { speaker: self.name.clone(), ..self.when.typed() }.filter()
    }
}

/// Lists people, or what attribution left open. Whether there is anybody in the list.
///
/// # Errors
/// When the question cannot be answered or the list not written.
pub fn people(args: &PeopleArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let PeopleArgs { list: args, unresolved } = args;
    if *unresolved {
        let open = args.place.open()?.unresolved(&args.filter()?)?;
        match args.format {
            ListFormat::Json => print_json(out, &json::unresolved(&open))?,
            ListFormat::Text => text::unresolved(out, &open)?,
            ListFormat::Csv => csv::unresolved(out, &open)?,
        }
        return Ok(!open.shares.is_empty());
    }
    let filter = args.filter()?;
    let people = or_none(args.place.open()?.people(&filter), args.format)?;
    match args.format {
        ListFormat::Json => print_json(out, &json::people(&people))?,
        ListFormat::Text => text::people(out, &people)?,
        ListFormat::Csv => csv::people(out, &people)?,
    }
    Ok(!people.is_empty())
}

/// Lists meetings. Whether there are any.
///
/// # Errors
/// As [`people`].
pub fn meetings(args: &ListArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let filter = args.filter()?;
    let meetings = or_none(args.place.open()?.meetings(&filter), args.format)?;
    match args.format {
        ListFormat::Json => print_json(out, &json::meetings(&meetings))?,
        ListFormat::Text => text::meetings(out, &meetings)?,
        ListFormat::Csv => csv::meetings(out, &meetings)?,
    }
    Ok(!meetings.is_empty())
}

fn or_none<T>(list: Result<Vec<T>, QueryError>, format: ListFormat) -> Result<Vec<T>, QueryError> {
    match list {
        Err(error) if error.is_nothing_found() && format != ListFormat::Text => Ok(Vec::new()),
        list => list,
    }
}
