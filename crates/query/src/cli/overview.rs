//! `referat who`, `words`, `topic` and `similar`: overviews in the place of hits.
//!
//! Deliberately absent: counting (`crate::overview`, `crate::similar`).

use std::io::Write;

use clap::Args;
use clap_complete::ArgValueCompleter;

use super::{CliError, Format, Narrowed, Place, When, complete, print_json};
use crate::Typed;
use crate::print::{json, text};

/// `referat who` and `referat topic`.
#[derive(Debug, Clone, Args)]
pub struct OverviewArgs {
    /// The words, as in referat search
    words: Vec<String>,
    #[command(flatten)]
    narrowed: Narrowed,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

/// `referat words`.
#[derive(Debug, Clone, Args)]
pub struct WordsArgs {
    /// The person: a name as people write it, a person key, or a role (formanden)
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    speaker: Option<String>,
    #[command(flatten)]
    when: When,
    /// The fewest times that a word must occur
    #[arg(long, value_name = "N", default_value_t = USUAL_MIN)]
    min: u64,
    /// At most so many words (25)
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

/// The fewest times that a word must occur: fewer may be one remark. No source.
pub(crate) const USUAL_MIN: u64 = 3;
/// Statements of `similar` when no number is asked for.
pub(crate) const USUAL_SIMILAR: usize = 10;

/// `referat similar`.
#[derive(Debug, Clone, Args)]
pub struct SimilarArgs {
    /// The statement: vandraad-2021-03-04/2.3/s12
    #[arg(value_name = "REF", add = ArgValueCompleter::new(complete::meetings))]
    reference: String,
    /// At most so many statements
    #[arg(long, value_name = "N", default_value_t = USUAL_SIMILAR)]
    limit: usize,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

impl OverviewArgs {
    fn typed(&self) -> Typed {
        Typed { words: self.words.join(" "), ..self.narrowed.typed() }
    }
}

/// Tells who says something most. Whether anybody does.
///
/// # Errors
/// When the question cannot be answered or the answer not written.
pub fn who(args: &OverviewArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let who = args.place.open()?.who(&args.typed().question()?)?;
    match args.format {
        Format::Json => print_json(out, &json::who(&who))?,
        Format::Text => text::who(out, &who)?,
    }
    Ok(who.total > 0)
}

/// Follows a matter from its first mention to its last. Whether it is spoken of.
///
/// # Errors
/// As [`who`].
pub fn topic(args: &OverviewArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let topic = args.place.open()?.topic(&args.typed().question()?)?;
    match args.format {
        Format::Json => print_json(out, &json::topic(&topic))?,
        Format::Text => text::topic(out, &topic)?,
    }
    Ok(topic.total > 0)
}

/// Tells what a person or body speaks of more than others. Whether there is such a word.
///
/// # Errors
/// As [`who`], and when neither is given.
pub fn words(args: &WordsArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let typed = Typed {
        speaker: args.speaker.clone(),
        limit: args.limit.map(|n| n.to_string()),
        ..args.when.typed()
    };
    let question = typed.of_somebody()?;
    let words = args.place.open()?.words(&question, args.min)?;
    match args.format {
        Format::Json => print_json(out, &json::words(&words))?,
        Format::Text => text::words(out, &words)?,
    }
    Ok(!words.words.is_empty())
}

/// Lists statements that are like one. Whether there are any.
///
/// # Errors
/// As [`who`].
pub fn similar(args: &SimilarArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let Some(similar) = args.place.open()?.similar(&args.reference, args.limit)? else {
        if args.format == Format::Text {
            writeln!(out, "no statement has the reference {}", args.reference)?;
        }
        return Ok(false);
    };
    match args.format {
        Format::Json => print_json(out, &json::similar(&similar))?,
        Format::Text => text::similar(out, &similar)?,
    }
    Ok(!similar.alike.is_empty())
}

/// A question as it is typed behind `referat search`.
pub(crate) fn as_typed(typed: &Typed) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-./_".contains(c);
    let quoted = |value: &str| match value.chars().all(plain) {
        true => value.to_owned(),
        // Between single quotes a shell takes all but these as they are.
        false => format!("'{}'", value.replace('\'', "")),
    };
    let mut all = Vec::new();
    for (flag, value) in [
        ("--speaker", &typed.speaker),
        ("--about", &typed.about),
        ("--addressed-to", &typed.addressed_to),
        ("--from", &typed.from),
        ("--to", &typed.to),
        ("--body", &typed.body),
    ] {
        all.extend(value.as_deref().map(|value| format!("{flag} {}", quoted(value))));
    }
    for (flag, is_set) in [("--decisions", typed.decisions), ("--sure", typed.sure)] {
        all.extend(is_set.then(|| flag.to_owned()));
    }
    let simple = typed.words.chars().all(|c| c == ' ' || plain(c));
    if simple && !typed.words.contains(" -") && !typed.words.starts_with('-') {
        all.insert(0, typed.words.clone());
    } else {
        all.push(format!("-- {}", quoted(&typed.words)));
    }
    all.join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_written_for_a_shell() {
        let typed = |words: &str| Typed { words: words.to_owned(), ..Typed::default() };
        for (typed, expected) in [
            (typed("den røde mole"), "den røde mole"),
            (typed("havn -bro"), "-- 'havn -bro'"),
            (
                Typed { speaker: Some("Mie Falk".to_owned()), sure: true, ..typed("\"to ord\"") },
                "--speaker 'Mie Falk' --sure -- '\"to ord\"'",
            ),
            (Typed { body: Some("vej".to_owned()), ..typed("") }, "--body vej"),
        ] {
            assert_eq!(as_typed(&typed), expected);
        }
    }
}
