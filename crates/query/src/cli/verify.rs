//! `referat verify`: does a cited statement still read as it was cited?
//!
//! Deliberately absent: how one knows (`crate::verify`).

use std::io::Write;

use clap::Args;
use clap_complete::ArgValueCompleter;

use super::{CliError, Format, Place, complete, print_json};
use crate::Verdict;
use crate::print::{json, text};

/// `referat verify`.
#[derive(Debug, Clone, Args)]
pub struct VerifyArgs {
    /// Reference of the statement: vandraad-2021-03-04/2.3/s12
    #[arg(value_name = "REF", add = ArgValueCompleter::new(complete::meetings))]
    reference: String,
    /// Its hash as it was cited, or the first 12 digits of it
    #[arg(value_name = "HASH")]
    hash: String,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    place: Place,
}

/// Says what became of a cited statement. Whether it reads as cited, under the reference cited.
///
/// # Errors
/// When the hash is none, the index cannot be read, or the answer not written.
pub fn verify(args: &VerifyArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let verdict = args.place.open()?.verify(&args.reference, &args.hash)?;
    match args.format {
        Format::Json => print_json(out, &json::verdict(&args.reference, &verdict))?,
        Format::Text => text::verdict(out, &args.reference, &verdict)?,
    }
    Ok(verdict == Verdict::Same)
}
