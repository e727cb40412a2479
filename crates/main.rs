//! The program: one match over verbs, exit codes 0 found, 1 nothing found, 2 error. It alone owns
//! standard output.

mod demo;
mod failure;
mod mcp;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::CompleteEnv;
use failure::Failure;
use query::cli::{self, CliError, Format, Place};

const EXAMPLES: &str = "\
Examples:
  referat index minutes/                       make or update ./referat-index
  referat search sundhedsjournal               where is it spoken of, in any form
  referat search kanalstrategi --speaker \"Lone Thiel\" --year 2022
  referat search --decisions --body sundheds-it --sort newest
  referat said \"Lisbeth Nielsen\" journal       what she said about it
  referat show vandraad-2021-03-04             a meeting with who was there
  referat demo                                 try it on invented minutes

Exit codes: 0 found, 1 nothing found, 2 error.
The index folder is --index, else $REFERAT_INDEX, else ./referat-index.
To complete verbs, names and bodies in bash: source <(COMPLETE=bash referat)";

/// Full-text search over Danish meeting minutes: who said what, under which item, when
#[derive(Debug, Parser)]
#[command(name = "referat", version, after_help = EXAMPLES, max_term_width = 80)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Read files and folders of minutes (text, Markdown, PDF, Word, OpenDocument, web pages, e-mail, zip, TEI)
    /// into an index
    #[command(
        after_help = "Only what is new or changed is read. What cannot be read is named with \
        the reason and the rest is indexed.\n\nExit codes: 0 all was read, 2 something could not \
        be.\n\nExample:\n  referat index minutes/ extra/2022-02-02.pdf --index ./referat-index"
    )]
    Index {
        #[command(flatten)]
        args: indexer::cli::IndexArgs,
        #[command(flatten)]
        place: Place,
    },
    /// Tell what the index holds and lacks: failures, what was masked, months without minutes
    #[command(
        after_help = "Examples:\n  referat status\n  referat status --files\n  referat status \
        --masked --format json"
    )]
    Status(indexer::cli::StatusArgs),
    /// Hold the index against its archive, and mend it if asked to
    #[command(
        after_help = "Every file is read and every file of the index checked.\n\nExit codes: 0 they \
        agree, or do now; 1 they do not; 2 error.\n\nExample:\n  referat check --repair"
    )]
    Check(indexer::cli::CheckArgs),
    /// Take a file, a statement or a person out of the index at once and for good
    #[command(
        after_help = "The rest is written again, the disk is read to see that nothing is left, and later \
        runs do not bring it back. When and why is kept in the index folder, never what; the source \
        files are not touched.\n\nExit codes: 0 it is gone, 2 error.\n\nExamples:\n  referat forget \
        vandraad-2021-03-04/2.3/s12 --reason \"ønske fra den omtalte\"\n  referat forget \
        personsager/2021.txt --reason \"lagt i arkivet ved en fejl\"\n  referat forget ulla-brask \
        --reason \"afgørelse fra Datatilsynet\""
    )]
    Forget(indexer::cli::ForgetArgs),
    /// Search statements by words, speaker, date, body
    #[command(
        after_help = "Examples:\n  referat search hjertesvigt telemedicin\n  referat search \
        --speaker \"Lisbeth Nielsen\" --from 2021 --to \"feb 2022\"\n  referat search '\"taget til \
        efterretning\"' --all --format json\n  referat search -- journal -projekt\n\nWords may be \
        left out when a filter is given."
    )]
    Search(cli::SearchArgs),
    /// List everything that a person said, by meeting and item
    #[command(
        after_help = "Examples:\n  referat said \"Lisbeth Nielsen\"\n  referat said Nielsen \
        journal --sort newest"
    )]
    Said(cli::SaidArgs),
    /// Show a meeting, an item or a statement in full, with who was there
    #[command(after_help = "Examples:\n  referat show vandraad-2021-03-04\n  referat show \
        vandraad-2021-03-04/2.3\n  referat show vandraad-2021-03-04/2.3/s12")]
    Show(cli::ShowArgs),
    /// Check that a cited statement still reads as it was cited
    #[command(
        after_help = "Exit codes: 0 it does, 1 it does not, 2 error.\n\nExample:\n  referat \
        verify vandraad-2021-03-04/2.3/s12 e5cbf05a4f9e"
    )]
    Verify(cli::VerifyArgs),
    /// Tell what is new to saved questions since the last time
    #[command(
        after_help = "A line of the file is a name and a question: Journal = sundhedsjournal \
        dato:2020..\nWhat was told is kept beside it, in FILE.known.json.\n\nExit codes: 0 there is \
        news, 1 there is none, 2 error.\n\nExample:\n  referat index minutes/ && referat watch-list \
        emner.txt --feeds feeds/"
    )]
    WatchList(cli::WatchArgs),
    /// Tell who says something most: statements, and statements for each 10,000 of their words
    #[command(after_help = "Example:\n  referat who sundhedsjournal --from 2020")]
    Who(cli::OverviewArgs),
    /// Follow a matter: first and last mention, every meeting in order, the decisions taken
    #[command(after_help = "Example:\n  referat topic kanalstrategi")]
    Topic(cli::OverviewArgs),
    /// Tell which words a person or a body uses more than the others do
    #[command(
        after_help = "Base forms by log-likelihood (Dunning 1993). A person is held against other \
        speakers, a body against other bodies.\n\nExamples:\n  referat words --speaker \
        \"Lisbeth Nielsen\"\n  referat words --body vandråd --min 5"
    )]
    Words(cli::WordsArgs),
    /// List statements that are like one
    #[command(
        after_help = "Likeness is the cosine of their words, weighed by tf-idf: 1 is the same words. \
        Below 0.25 nothing is listed.\n\nExample:\n  referat similar vandraad-2021-03-04/2.3/s12"
    )]
    Similar(cli::SimilarArgs),
    /// List people with their meetings and statements counted
    #[command(after_help = "Examples:\n  referat people --body vandråd --year 2021\n  referat \
        people --unresolved")]
    People(cli::PeopleArgs),
    /// List meetings with their items, statements and decisions counted
    #[command(after_help = "Example:\n  referat meetings --name \"Lisbeth Nielsen\" --from 2020")]
    Meetings(cli::ListArgs),
    /// Show how one file is understood, with the proof of each speaker
    #[command(after_help = "Example:\n  referat parse minutes/2022-02-02.pdf --format json")]
    Parse(ParseArgs),
    /// Show the search keys of a text or a question
    #[command(after_help = "Example:\n  referat analyze --query \"Sundhedsjournalens ejerskab\"")]
    Analyze(query::AnalyzeArgs),
    /// Answer over HTTP, with a search page at /
    #[command(
        after_help = "Example:\n  referat serve --listen 127.0.0.1:8017\n\nGET /openapi.json tells \
        what can be asked under /api/v1/"
    )]
    Serve(ServeArgs),
    /// Answer language models over standard input and output (Model Context Protocol)
    #[command(
        after_help = "Tools: search, said, topic, show, decisions. Each answer cites what it says.\n\n\
        Example, in the settings of a client:\n  { \"mcpServers\": { \"referat\": { \"command\": \
        \"referat\",\n    \"args\": [\"mcp\", \"--index\", \"/srv/referater\"] } } }"
    )]
    Mcp(McpArgs),
    /// Print the shape of a JSON answer as JSON Schema
    #[command(after_help = "Example:\n  referat json-schema search")]
    JsonSchema {
        /// Which answer
        #[arg(value_enum)]
        of: query::print::json::Shape,
    },
    /// Write the man pages of all verbs into a folder
    #[command(after_help = "Example:\n  referat man ~/.local/share/man/man1")]
    Man {
        /// The folder; made when it is not there
        dir: PathBuf,
    },
    /// Unpack an archive of invented minutes, index it and ask it three questions
    #[command(after_help = "Examples:\n  referat demo\n  referat demo referat-demo --serve")]
    Demo(DemoArgs),
}

#[derive(Debug, Args)]
struct ParseArgs {
    /// The file
    file: PathBuf,
    /// Text or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// A folder that overrides files of the built-in configuration, see index-config/
    #[arg(long, value_name = "DIR")]
    config: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct ServeArgs {
    #[command(flatten)]
    settings: query::web::Settings,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct McpArgs {
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct DemoArgs {
    /// The folder to unpack into; a new temporary one without it
    dir: Option<PathBuf>,
    /// Then answer over HTTP
    #[arg(long)]
    serve: bool,
    #[command(flatten)]
    settings: query::web::Settings,
}

fn main() -> ExitCode {
    // Answers a shell that asks how a line may go on, and ends there.
    CompleteEnv::with_factory(Cli::command).complete();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // A closed pipe is no fault, and there is nowhere else to say anything.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    // Its own threads write to standard output: nobody else may hold it.
    if let Verb::Mcp(McpArgs { place }) = &cli.verb {
        return ended(mcp(place), &mut anstream::stderr().lock());
    }
    // Takes colours off for pipes and NO_COLOR.
    let mut out = BufWriter::new(anstream::stdout().lock());
    let mut err = anstream::stderr().lock();
    let done =
        run(&cli.verb, &mut out, &mut err).and_then(|code| Ok(out.flush().map(|()| code)?));
    if done.is_err() {
        let _ = out.flush();
    }
    ended(done, &mut err)
}

/// The exit code of what was done; a failure is named on `err`.
fn ended(done: Result<u8, Failure>, err: &mut dyn Write) -> ExitCode {
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(err, "referat: {}", failure.message());
            ExitCode::from(failure.code())
        }
    }
}

/// Answers a language model until it hangs up.
fn mcp(place: &Place) -> Result<u8, Failure> {
    mcp::serve(place.open()?)?;
    Ok(0)
}

/// Carries out a verb; gives the exit code.
fn run(verb: &Verb, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Failure> {
    let found = match verb {
        Verb::Index { args, place } => {
            let config = place.config()?;
            let bar = io::stderr().is_terminal() && io::stdout().is_terminal();
            let (dir, config) = (&place.index, config.as_ref());
            let index = indexer::cli::run(args, dir, config, &now, bar, out, err)?;
            return Ok(if index.failures.is_empty() { 0 } else { 2 });
        }
        Verb::Status(args) => indexer::cli::status(args, out)?,
        Verb::Check(args) => indexer::cli::check(args, &now(), out)?,
        Verb::Forget(args) => indexer::cli::forget(args, &now(), out)?,
        Verb::Search(args) => cli::search(args, out)?,
        Verb::Said(args) => cli::said(args, out)?,
        Verb::Show(args) => cli::show(args, out)? && (!args.printed || printed(args, out)?),
        Verb::Verify(args) => cli::verify(args, out)?,
        Verb::WatchList(args) => cli::watch_list(args, &now(), out, err)?,
        Verb::Who(args) => cli::who(args, out)?,
        Verb::Topic(args) => cli::topic(args, out)?,
        Verb::Words(args) => cli::words(args, out)?,
        Verb::Similar(args) => cli::similar(args, out)?,
        Verb::People(args) => cli::people(args, out)?,
        Verb::Meetings(args) => cli::meetings(args, out)?,
        Verb::Parse(args) => parse(args, out)?,
        Verb::Analyze(args) => query::analyze(args, &mut io::stdin().lock(), out)?,
        Verb::Mcp(args) => return mcp(&args.place),
        Verb::Serve(args) => serve(&args.place, &args.settings, out)?,
        Verb::JsonSchema { of } => {
            cli::print_json(out, &query::print::json::shape(*of))?;
            true
        }
        Verb::Man { dir } => {
            let failed =
                |e: io::Error| Failure::Unpack { path: dir.clone(), reason: e.to_string() };
            std::fs::create_dir_all(dir).map_err(failed)?;
            clap_mangen::generate_to(Cli::command(), dir).map_err(failed)?;
            true
        }
        Verb::Demo(args) => {
            let index = demo::run(args.dir.as_deref(), out, err)?;
            if args.serve {
                serve(&Place { index, config: None }, &args.settings, out)?;
            }
            true
        }
    };
    Ok(if found { 0 } else { 1 })
}

/// The time in UTC, to the second.
fn now() -> String {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
}

fn parse(args: &ParseArgs, out: &mut dyn Write) -> Result<bool, Failure> {
    let config = match &args.config {
        Some(dir) => schema::Config::with_folder(dir)?,
        None => schema::Config::defaults()?,
    };
    let reading = indexer::parse(&args.file, &config)?;
    match args.format {
        Format::Json => {
            cli::print_json(out, &query::print::json::parsed(&reading.entries, &reading.remarks))?;
        }
        Format::Text => query::print::text::parsed(out, &reading.entries, &reading.remarks)?,
    }
    Ok(true)
}

/// The lines that a statement was read from.
fn printed(args: &cli::ShowArgs, out: &mut dyn Write) -> Result<bool, Failure> {
    let Some(one) = args.place.open()?.statement(&args.reference).map_err(CliError::from)? else {
        let only = "only a statement has lines to print; add its number: /s1";
        writeln!(out, "{only}")?;
        return Ok(false);
    };
    let source = indexer::printed(&args.place.index, &one.meeting.id, one.lines)?;
    let Some(source) = source else { return Ok(false) };
    writeln!(out, "\nas printed in {}, lines {}-{}:", source.place, one.lines.0, one.lines.1)?;
    for line in &source.lines {
        // A file may hold what a terminal would take for a command.
        writeln!(out, "    {}", line.trim_end().replace(|c: char| c.is_control(), " "))?;
    }
    if source.changed {
        writeln!(out, "the file has changed since it was indexed: the lines may be others")?;
    }
    Ok(true)
}

fn serve(
    place: &Place,
    settings: &query::web::Settings,
    out: &mut dyn Write,
) -> Result<bool, Failure> {
    query::web::serve(place.open()?, settings, out)?;
    Ok(true)
}
