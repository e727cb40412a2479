//! The verbs that ask: flags → [`Typed`] → answer → text or JSON on a `Write`.
//!
//! Deliberately absent: standard output and exit codes (`main` owns them), and `serve`.

mod complete;
mod lists;
mod overview;
mod verify;
mod watch;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use clap_complete::ArgValueCompleter;
use schema::{Config, ConfigError};
use thiserror::Error;

pub use lists::{ListArgs, PeopleArgs, meetings, people};
pub use overview::{OverviewArgs, SimilarArgs, WordsArgs, similar, topic, who, words};
pub(crate) use overview::{USUAL_MIN, USUAL_SIMILAR, as_typed};
pub use verify::{VerifyArgs, verify};
pub use watch::{WatchArgs, watch_list};

pub use crate::print::format::{Format, HitsFormat, ListFormat, PeopleFormat, ShownFormat};

use crate::print::{format, json, text};
use crate::{Archive, QueryError, Shown, Typed};

/// Which index, and with which configuration.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// The index folder
    #[arg(
        long,
        value_name = "DIR",
        env = "REFERAT_INDEX",
        default_value = "referat-index",
        hide_env_values = true
    )]
    pub index: PathBuf,
    /// A folder that overrides files of the built-in configuration, see index-config/; an index
    /// answers only with the one it was made with
    #[arg(long, value_name = "DIR")]
    pub config: Option<PathBuf>,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SortArg {
    /// Best first
    Relevance,
    /// Newest meeting first
    Newest,
    /// Oldest meeting first
    Oldest,
}

/// When and where.
#[derive(Debug, Clone, Args)]
pub struct When {
    /// First day: 2022, 2022-02, 2022-02-02, "2. februar 2022" or "feb 2022"
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Last day, written the same ways; a year or month is meant with its last day
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// A year, or a month or day
    #[arg(long, value_name = "YEAR")]
    year: Option<String>,
    /// Part of the name of the body (organ): sundheds-it, Teknisk
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::bodies))]
    body: Option<String>,
}

/// Who, when, where, and of what kind.
#[derive(Debug, Clone, Args)]
struct Narrowed {
    /// Said by: a name as people write it, a person key, or a role (formanden)
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    speaker: Option<String>,
    /// Mentioning this person
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    about: Option<String>,
    /// Answering or asking this person
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    addressed_to: Option<String>,
    #[command(flatten)]
    when: When,
    /// Decisions only
    #[arg(long)]
    decisions: bool,
    /// Leave out what is attributed with doubt
    #[arg(long)]
    sure: bool,
}

/// `referat search`.
#[derive(Debug, Clone, Args)]
pub struct SearchArgs {
    /// Words that must all be there, in any form; "\"words side by side\"" and =word as written;
    /// after -- also -word for what must not be there
    words: Vec<String>,
    #[command(flatten)]
    narrowed: Narrowed,
    /// Tell under each hit which word was found as what
    #[arg(long)]
    why: bool,
    /// Put the hits together by meeting, item, person, body or year
    #[arg(long, value_name = "BY", value_parser = ["meeting", "item", "person", "body", "year"])]
    group: Option<String>,
    /// Count everything found by person, body, year, meeting and item
    #[arg(long)]
    facets: bool,
    /// Tell how often it is said over time, and where the archive has gaps
    #[arg(long, value_name = "STEP", value_parser = ["year", "month"])]
    timeline: Option<String>,
    /// Show each hit on a line, aligned at the word that was found
    #[arg(long, conflicts_with = "group")]
    kwic: bool,
    /// Order of the hits: best first, or newest first where no words are given
    #[arg(long, value_enum)]
    sort: Option<SortArg>,
    /// At most so many hits (10 unless the index's settings say otherwise)
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// All hits
    #[arg(long, conflicts_with = "limit")]
    all: bool,
    /// Go on where the answer before ended, as it says (20-3f9a2c81b7d4); what follows the hyphen is
    /// the version of the index: where it is another one by now, the answer says so
    #[arg(long, value_name = "PLACE")]
    cursor: Option<String>,
    /// Form of the answer
    #[arg(long, value_enum, default_value = "text")]
    format: HitsFormat,
    #[command(flatten)]
    place: Place,
}

/// `referat said`.
#[derive(Debug, Clone, Args)]
pub struct SaidArgs {
    /// A name as people write it, or a person key
    #[arg(add = ArgValueCompleter::new(complete::people))]
    name: String,
    /// Words that must all be there
    words: Vec<String>,
    #[command(flatten)]
    when: When,
    /// Leave out what is attributed with doubt
    #[arg(long)]
    sure: bool,
    /// Order of the meetings
    #[arg(long, value_enum, default_value = "oldest")]
    sort: SortArg,
    /// At most so many statements
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Form of the answer
    #[arg(long, value_enum, default_value = "text")]
    format: HitsFormat,
    #[command(flatten)]
    place: Place,
}

/// `referat show`.
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    /// A meeting (vandraad-2021-03-04), an item (vandraad-2021-03-04/2.3) or a statement
    /// (vandraad-2021-03-04/2.3/s12), as search and meetings print them
    #[arg(value_name = "REF", add = ArgValueCompleter::new(complete::meetings))]
    pub reference: String,
    /// Show the lines of the source file too, as they are printed there
    #[arg(long, conflicts_with = "format")]
    pub printed: bool,
    /// Form of the answer
    #[arg(long, value_enum, default_value = "text")]
    format: ShownFormat,
    /// The index.
    #[command(flatten)]
    pub place: Place,
}

/// Why a verb could not be carried out.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CliError {
    /// Occurs when the question cannot be answered.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// Occurs when the configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Occurs when the answer cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
    /// Occurs when a file of questions, its state or a feed cannot be read or written.
    #[error("{}: {reason}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// Occurs when a meeting or an item is wanted in a form that cites one statement.
    #[error(
        "{reference} is no single statement, and bibtex and csl cite one; add its number: \
         {reference}/s1"
    )]
    OnlyStatement {
        /// The reference as typed.
        reference: String,
    },
    /// Occurs when what attribution left open is wanted as Popolo, which has no place for it.
    #[error("popolo tells of people and their posts; leave out --unresolved")]
    OnlyPeople,
    /// Occurs when a statement or an item is wanted in a form that holds a whole meeting.
    #[error(
        "{reference} is no whole meeting, and akn and tei hold one; leave out what follows the /"
    )]
    OnlyMeeting {
        /// The reference as typed.
        reference: String,
    },
}

impl CliError {
    fn file(path: &Path, reason: io::Error) -> CliError {
        CliError::File { path: path.to_owned(), reason }
    }
}

impl From<serde_json::Error> for CliError {
    fn from(error: serde_json::Error) -> CliError {
        CliError::Output(error.into())
    }
}

impl Place {
    /// Opens the index.
    ///
    /// # Errors
    /// When it is not there or does not agree with this program or the configuration given.
    pub fn open(&self) -> Result<Archive, CliError> {
        let config = self.config()?;
        Ok(Archive::open(&self.index, config.as_ref())?)
    }

    /// The configuration given, if one was.
    ///
    /// # Errors
    /// When it is wrong.
    pub fn config(&self) -> Result<Option<Config>, ConfigError> {
        self.config.as_deref().map(Config::with_folder).transpose()
    }
}

/// Searches. Whether anything was found.
///
/// # Errors
/// When the question cannot be answered or the answer not written.
pub fn search(args: &SearchArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let limit = if args.all { Some("all".to_owned()) } else { args.limit.map(|n| n.to_string()) };
    let typed = Typed {
        words: args.words.join(" "),
        sort: args.sort.map(|sort| sort.as_str().to_owned()),
        limit,
        cursor: args.cursor.clone(),
        group: args.group.clone(),
        facets: args.facets,
        timeline: args.timeline.clone(),
        kwic: args.kwic,
        ..args.narrowed.typed()
    };
    let question = typed.question()?;
    let answer = args.place.open()?.answer(&question)?;
    match args.format {
        HitsFormat::Text => text::search(out, &answer, question.order(), args.why)?,
        other => format::hits(out, &answer, other, None)?,
    }
    let has_items =
        matches!(args.format, HitsFormat::Text | HitsFormat::Json | HitsFormat::Markdown);
    Ok(answer.total > 0 || (has_items && answer.total_items > 0))
}

/// Lists what a person said. Whether it was anything.
///
/// # Errors
/// As [`search`].
pub fn said(args: &SaidArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let typed = Typed {
        words: args.words.join(" "),
        speaker: Some(args.name.clone()),
        sure: args.sure,
        sort: Some(args.sort.as_str().to_owned()),
        limit: Some(args.limit.map_or_else(|| "all".to_owned(), |n| n.to_string())),
        ..args.when.typed()
    };
    let question = typed.question()?;
    let answer = args.place.open()?.answer(&question)?;
    match args.format {
        HitsFormat::Text => text::said(out, &answer, question.order())?,
        other => format::hits(out, &answer, other, None)?,
    }
    Ok(answer.total > 0)
}

/// Shows what a reference refers to. Whether there is such a thing.
///
/// # Errors
/// As [`search`].
pub fn show(args: &ShowArgs, out: &mut dyn Write) -> Result<bool, CliError> {
    let Some(shown) = args.place.open()?.show(&args.reference)? else {
        if args.format == ShownFormat::Text {
            writeln!(out, "nothing has the reference {}", args.reference)?;
        }
        return Ok(false);
    };
    if !format::shown(out, &shown, args.format)? {
        let reference = args.reference.clone();
        return Err(match shown {
            Shown::Statement(..) => CliError::OnlyMeeting { reference },
            _ if matches!(args.format, ShownFormat::Bibtex | ShownFormat::Csl) => {
                CliError::OnlyStatement { reference }
            }
            _ => CliError::OnlyMeeting { reference },
        });
    }
    Ok(true)
}

/// Writes a wire value as JSON with a line end.
///
/// # Errors
/// When `out` cannot be written.
pub fn print_json(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), CliError> {
    Ok(json::write(out, value)?)
}

impl Narrowed {
    fn typed(&self) -> Typed {
        Typed {
            speaker: self.speaker.clone(),
            about: self.about.clone(),
            addressed_to: self.addressed_to.clone(),
            decisions: self.decisions,
            sure: self.sure,
            ..self.when.typed()
        }
    }
}

impl When {
    fn typed(&self) -> Typed {
        Typed {
            from: self.from.clone(),
            to: self.to.clone(),
            year: self.year.clone(),
            body: self.body.clone(),
            ..Typed::default()
        }
    }
}

impl SortArg {
    fn as_str(self) -> &'static str {
        match self {
            SortArg::Relevance => "relevance",
            SortArg::Newest => "newest",
            SortArg::Oldest => "oldest",
        }
    }
}
