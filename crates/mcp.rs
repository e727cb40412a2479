//! The archive for language models: a server of the Model Context Protocol over standard input and output.
//!
//! In: an open [`Archive`] and two streams. Out: tools that ask it, until the client hangs up. Every answer
//! is text with the citation of each statement, so that whoever reads it can look it up. What cannot be
//! answered is told to the model, which may ask otherwise. Deliberately absent: writing of anything.

use std::io;
use std::sync::Arc;

use query::cli::HitsFormat;
use query::print::{format, markdown};
use query::{Archive, QueryError, Typed};
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{CallToolResult, ContentBlock};
use rmcp::{ErrorData, ServerHandler, ServiceExt, tool, tool_handler, tool_router};
use schemars::JsonSchema;
use serde::Deserialize;

/// Most statements in one answer: more than a model reads to good purpose. No source.
const MOST: usize = 100;

/// What is asked of an archive.
#[derive(Debug, Default, Deserialize, JsonSchema)]
struct Asked {
    /// Danish words that must all be there, in any form, also inside compounds; "words side by side",
    /// =word as written, begin*, taler:name, om:name, organ:name, dato:2020..2022, a OR b, -not
    #[serde(default)]
    words: String,
    /// Who says it: a name as people write it, a person key, or a role such as formanden
    speaker: Option<String>,
    /// Part of the name of the body that met
    body: Option<String>,
    /// First day, month or year: 2022-02-02, 2022-02, 2022
    from: Option<String>,
    /// Last day, month or year
    to: Option<String>,
    /// relevance, newest or oldest
    sort: Option<String>,
    /// At most so many statements; 10 when left out
    limit: Option<usize>,
    /// Where the answer before ended, as it says
    cursor: Option<String>,
}

/// What a person said.
#[derive(Debug, Deserialize, JsonSchema)]
struct Said {
    /// The person: a name as people write it, or a person key
    name: String,
    /// What else is asked
    #[serde(flatten)]
    asked: Asked,
}

/// What is to be shown.
#[derive(Debug, Deserialize, JsonSchema)]
struct Shown {
    /// A meeting (vandraad-2021-03-04), an item (vandraad-2021-03-04/2.3) or a statement
    /// (vandraad-2021-03-04/2.3/s12), as citations end with
    reference: String,
}

/// The archive as a model meets it.
#[derive(Debug, Clone)]
struct Desk {
    archive: Arc<Archive>,
}

/// Answers on standard input and output until the client hangs up.
///
/// # Errors
/// When there are no threads, or the client does not speak the protocol.
pub fn serve(archive: Archive) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        let desk = Desk { archive: Arc::new(archive) };
        let served = desk.serve(rmcp::transport::stdio()).await.map_err(io::Error::other)?;
        served.waiting().await.map_err(io::Error::other)?;
        Ok(())
    });
    // A thread may still wait for a line that never comes.
    runtime.shutdown_background();
    served
}

#[tool_router]
impl Desk {
    #[tool(
        description = "Search statements in Danish meeting minutes (referater) by words, speaker, \
        body and period. Finds every form of a word and compounds that hold it."
    )]
    async fn search(
        &self,
        Parameters(asked): Parameters<Asked>,
    ) -> Result<CallToolResult, ErrorData> {
        self.hits(asked.typed()).await
    }

    #[tool(description = "What a person is reported to have said, oldest first.")]
    async fn said(
        &self,
        Parameters(Said { name, asked }): Parameters<Said>,
    ) -> Result<CallToolResult, ErrorData> {
        let sort = asked.sort.clone().or_else(|| Some("oldest".to_owned()));
        self.hits(Typed { speaker: Some(name), sort, ..asked.typed() }).await
    }

    #[tool(
        description = "What was decided: decisions that the words, or the item they stand under, \
        are about; all decisions, newest first, without words."
    )]
    async fn decisions(
        &self,
        Parameters(asked): Parameters<Asked>,
    ) -> Result<CallToolResult, ErrorData> {
        self.hits(Typed { decisions: true, ..asked.typed() }).await
    }

    #[tool(
        description = "Follow a matter from its first mention to its last, meeting by meeting, \
        with the decisions taken."
    )]
    async fn topic(
        &self,
        Parameters(asked): Parameters<Asked>,
    ) -> Result<CallToolResult, ErrorData> {
        let typed = asked.typed();
        self.told(move |archive, out| {
            let topic = archive.topic(&typed.question()?)?;
            markdown::topic(out, &topic).map_err(|error| error.to_string())?;
            Ok(())
        })
        .await
    }

    #[tool(description = "Show a meeting, an item of its agenda or one statement in full, by the \
        reference that citations end with.")]
    async fn show(
        &self,
        Parameters(Shown { reference }): Parameters<Shown>,
    ) -> Result<CallToolResult, ErrorData> {
        self.told(move |archive, out| match archive.show(&reference)? {
            Some(shown) => {
                markdown::shown(out, &shown).map_err(|error| error.to_string())?;
                Ok(())
            }
            None => Err(format!("nothing has the reference {reference}").into()),
        })
        .await
    }

    async fn hits(&self, typed: Typed) -> Result<CallToolResult, ErrorData> {
        self.told(move |archive, out| {
            let answer = archive.answer(&typed.question()?)?;
            format::hits(out, &answer, HitsFormat::Markdown, None).map_err(|e| e.to_string())?;
            if let Some(next) = &answer.next {
                out.extend(format!("\nMore: ask again with cursor {next}\n").bytes());
            }
            Ok(())
        })
        .await
    }

    /// Asks on a thread that may block. What is wrong with a question is an answer of its own kind.
    async fn told(
        &self,
        ask: impl FnOnce(&Archive, &mut Vec<u8>) -> Result<(), Fault> + Send + 'static,
    ) -> Result<CallToolResult, ErrorData> {
        let archive = Arc::clone(&self.archive);
        let asked = tokio::task::spawn_blocking(move || {
            let mut out = Vec::new();
            ask(&archive, &mut out).map(|()| String::from_utf8_lossy(&out).into_owned())
        });
        let answer = asked.await.map_err(|error| {
            ErrorData::internal_error(format!("the archive cannot be read: {error}"), None)
        })?;
        Ok(match answer {
            Ok(text) => CallToolResult::success(vec![ContentBlock::text(text)]),
            Err(Fault(text)) => CallToolResult::error(vec![ContentBlock::text(text)]),
        })
    }
}

#[tool_handler(
    name = "referat",
    instructions = "An archive of Danish meeting minutes (referater). Minutes report speech, so who \
        said something is read from the text: quote it with its citation, and say so where the \
        archive names no speaker. Questions are in Danish."
)]
impl ServerHandler for Desk {}

/// Why there is no answer, in words.
struct Fault(String);

impl From<QueryError> for Fault {
    fn from(error: QueryError) -> Fault {
        Fault(error.to_string())
    }
}

impl From<String> for Fault {
    fn from(text: String) -> Fault {
        Fault(text)
    }
}

impl Asked {
    fn typed(self) -> Typed {
        Typed {
            words: self.words,
            speaker: self.speaker,
            body: self.body,
            from: self.from,
            to: self.to,
            sort: self.sort,
            limit: self.limit.map(|limit| limit.min(MOST).to_string()),
            cursor: self.cursor,
            ..Typed::default()
        }
    }
}
