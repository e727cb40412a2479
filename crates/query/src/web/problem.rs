//! What is answered when there is no answer, for programs: `application/problem+json` (RFC 9457).
//!
//! In: an error of ours. Out: [`Problem`], a response with `type`, `title`, `status`, `detail` and,
//! where they help, `parameter`, `candidates`, `suggestions`. Every name and status of a refusal
//! stands here. Deliberately absent: pages, which say the same in Danish (`page`).

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::openapi::ROUTES;
use super::parameters::{MAX_CHARS, Refusal};
use super::pool::{MAX_TIME, NoAnswer};
use crate::QueryError;

/// A refusal, ready to be sent.
#[derive(Debug)]
pub(super) struct Problem(Box<ProblemWire>);

/// What is sent. The type is a name that stays: programs may compare it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProblemWire {
    #[serde(rename = "type")]
    name: String,
    title: &'static str,
    #[serde(serialize_with = "as_number")]
    #[schemars(with = "u16", range(min = 400, max = 599))]
    status: StatusCode,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<Candidate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<String>,
    /// A header beside it.
    #[serde(skip)]
    header: Option<(HeaderName, HeaderValue)>,
}

/// A person that a name may mean.
#[derive(Debug, Serialize, JsonSchema)]
struct Candidate {
    key: String,
    name: String,
}

impl Problem {
    fn new(status: StatusCode, name: &str, title: &'static str, detail: String) -> Problem {
        Problem(Box::new(ProblemWire {
            name: format!("urn:referat:{name}"),
            title,
            status,
            detail,
            parameter: None,
            candidates: Vec::new(),
            suggestions: Vec::new(),
            header: None,
        }))
    }

    /// Nothing has this reference; `what` is `meeting`, `person` or `statement`, `list` where to
    /// find those that there are.
    pub(super) fn absent(what: &str, reference: &str, list: &str) -> Problem {
        let detail = format!("there is no {what} {reference:?} in the archive; see {list}");
        Problem::new(StatusCode::NOT_FOUND, "not-found", "Not in the archive", detail)
    }

    /// Nothing has this address.
    pub(super) fn no_such_address(path: &str) -> Problem {
        let there_are: Vec<&str> = ROUTES.iter().map(|route| route.path).collect();
        let detail = format!(
            "nothing answers at {path}; there are {} and /openapi.json, which tells of them",
            there_are.join(", ")
        );
        Problem::new(StatusCode::NOT_FOUND, "no-such-address", "No such address", detail)
    }

    /// Something else than GET or HEAD was asked.
    pub(super) fn only_get() -> Problem {
        let detail = "the archive can be read, not changed: use GET or HEAD".to_owned();
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Problem::new(status, "method-not-allowed", "Method not allowed", detail)
    }

    /// The program itself failed.
    pub(super) fn broken() -> Problem {
        let detail =
            "the index cannot be read; whoever keeps the server may run referat index again"
                .to_owned();
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Problem::new(status, "failure", "The archive cannot be read", detail)
    }

    /// A client asks more than it may; after so long it may ask again.
    pub(super) fn too_many(wait: Duration) -> Problem {
        let seconds = wait.as_secs_f64().ceil().max(1.0);
        let detail = format!("too many requests from one client; ask again in {seconds} s");
        let status = StatusCode::TOO_MANY_REQUESTS;
        Problem::new(status, "too-many-requests", "Too many requests", detail).after(seconds)
    }

    /// The archive is closed to those who have no token.
    pub(super) fn no_token() -> Problem {
        let detail = "the archive asks for a token: send Authorization: Bearer and the token";
        let mut problem = Problem::new(
            StatusCode::UNAUTHORIZED,
            "no-token",
            "A token is needed",
            detail.to_owned(),
        );
        let challenge = HeaderValue::from_static("Bearer realm=\"referat\"");
        problem.0.header = Some((header::WWW_AUTHENTICATE, challenge));
        problem
    }

    /// The path with its parameters is too long.
    pub(super) fn long_target(n_bytes: usize, most: usize) -> Problem {
        let detail = format!("the address has {n_bytes} bytes; at most {most} are read");
        Problem::new(StatusCode::URI_TOO_LONG, "too-long", "Question too long", detail)
    }

    /// The headers are too long.
    pub(super) fn long_head(n_bytes: usize, most: usize) -> Problem {
        let detail = format!("the headers have {n_bytes} bytes; at most {most} are read");
        let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        Problem::new(status, "headers-too-long", "Headers too long", detail)
    }

    /// A request has a body, which no question has.
    pub(super) fn with_body() -> Problem {
        let detail = "a question has no body: put it into the address".to_owned();
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        let mut problem = Problem::new(status, "no-body", "No body is read", detail);
        problem.0.header = Some((header::CONNECTION, HeaderValue::from_static("close")));
        problem
    }

    fn after(mut self, seconds: f64) -> Problem {
        let seconds = HeaderValue::from(seconds as u64);
        self.0.header = Some((header::RETRY_AFTER, seconds));
        self
    }

    fn of(mut self, parameter: &str) -> Problem {
        self.0.parameter = Some(parameter.to_owned());
        self
    }

    fn with_suggestions(mut self, suggestions: Vec<String>) -> Problem {
        self.0.suggestions = suggestions;
        self
    }
}

impl From<NoAnswer> for Problem {
    fn from(no_answer: NoAnswer) -> Problem {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        match no_answer {
            NoAnswer::Busy => {
                let detail = "too many questions wait already; ask again in a moment".to_owned();
                Problem::new(status, "busy", "Too many questions at once", detail).after(1.0)
            }
            NoAnswer::TooSlow => {
                let detail = format!(
                    "the answer takes more than {} s and was cut off; ask for less: a period, a \
                     body, or words that begin with more letters",
                    MAX_TIME.as_secs()
                );
                Problem::new(status, "too-slow", "The answer takes too long", detail).after(5.0)
            }
            NoAnswer::Broken => Problem::broken(),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Problem {
        let bad = StatusCode::BAD_REQUEST;
        match refusal {
            Refusal::Unknown { names, known } => {
                let takes = match known {
                    [] => "it takes none".to_owned(),
                    known => format!("it takes {}", known.join(", ")),
                };
                let detail = format!("unknown parameter {}; {takes}", names.join(", "));
                let title = "Unknown parameter";
                Problem::new(bad, "unknown-parameter", title, detail).of(&names.join(","))
            }
            Refusal::Twice { name } => {
                let detail = format!("{name} is given more than once; give it once");
                Problem::new(bad, "repeated-parameter", "Repeated parameter", detail).of(name)
            }
            Refusal::TooLong { name, n_chars } => {
                let detail =
                    format!("{name} has {n_chars} characters; at most {MAX_CHARS} are read");
                let status = StatusCode::URI_TOO_LONG;
                Problem::new(status, "too-long", "Question too long", detail).of(name)
            }
            Refusal::Value(error) => error.into(),
        }
    }
}

impl From<QueryError> for Problem {
    fn from(error: QueryError) -> Problem {
        let bad = StatusCode::BAD_REQUEST;
        let detail = error.to_string();
        match error {
            QueryError::NothingAsked => {
                let detail = "nothing was asked: give q, or a filter such as speaker, year or body";
                Problem::new(bad, "nothing-asked", "Nothing was asked", detail.to_owned())
            }
            QueryError::NobodyNamed => {
                let detail = "whose words? give a person with speaker or a body with body";
                Problem::new(bad, "nobody-named", "Nobody is named", detail.to_owned())
            }
            QueryError::Date { name, .. } => {
                Problem::new(bad, "unreadable-date", "Unreadable date", detail).of(name)
            }
            QueryError::Period { .. } => {
                Problem::new(bad, "empty-period", "Empty period", detail).of("from")
            }
            QueryError::TooWide { .. } => {
                Problem::new(bad, "too-wide", "Too much is asked at once", detail).of("q")
            }
            QueryError::Value { name, .. } => {
                Problem::new(bad, "unknown-value", "Unknown value", detail).of(name)
            }
            QueryError::ManyPersons { candidates, .. } => {
                let title = "The name fits several persons";
                let mut problem = Problem::new(bad, "several-persons", title, detail).of("speaker");
                problem.0.candidates =
                    candidates.into_iter().map(|(key, name)| Candidate { key, name }).collect();
                problem
            }
            QueryError::NoPerson { suggestions, .. } => {
                Problem::new(StatusCode::NOT_FOUND, "no-such-person", "No such person", detail)
                    .with_suggestions(suggestions)
            }
            QueryError::NoBody { bodies, .. } => {
                Problem::new(StatusCode::NOT_FOUND, "no-such-body", "No such body", detail)
                    .with_suggestions(bodies)
            }
            // The message may name folders of the server: it is for whoever keeps it, not for the
            // asker.
            QueryError::Store(_) | QueryError::Index(_) | QueryError::Entry(_) => Problem::broken(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let ProblemWire { status, header, .. } = *self.0;
        let mut response = (status, kind, body).into_response();
        response.headers_mut().extend(header);
        response
    }
}

fn as_number<S: serde::Serializer>(status: &StatusCode, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u16(status.as_u16())
}
