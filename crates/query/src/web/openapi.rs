//! What can be asked: the routes with their parameters and forms, and the OpenAPI 3.1 document of them.
//!
//! In: nothing. Out: [`ROUTES`], which the router and the reader of parameters go by, and the document at
//! `/openapi.json`, made of them and of the types that are written (`print::json`). Deliberately absent:
//! pages.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::parameters::{self, MAX_CHARS, MOST, MOST_HITS};
use crate::print::json::{Shape, shapes_of};

/// A route of the interface.
#[derive(Debug)]
pub(super) struct Route {
    /// Its path, with `{id}` or `{key}` where something is asked for by reference.
    pub path: &'static str,
    /// What it is called in programs.
    name: &'static str,
    /// What it answers.
    about: &'static str,
    /// Its parameters.
    pub takes: &'static [&'static str],
    /// The forms of its answer, the usual one first.
    pub forms: &'static [&'static str],
    /// The same in words.
    pub takes_forms: &'static str,
    /// The shape of the answer as JSON.
    shape: Shape,
}

/// The form of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SuggestFormat {
    /// With keys and counts.
    Json,
    /// As browsers ask for them.
    Opensearch,
}

const JSON: &[&str] = &["json"];
const HITS: &[&str] = &["json", "csv", "ndjson", "atom", "markdown"];
const HITS_IN_WORDS: &str = "json, csv, ndjson, atom or markdown";

/// Statements by words, speaker, day, body.
pub(super) static SEARCH: Route = Route {
    path: "/api/v1/search",
    name: "search",
    about: "Statements that a question finds, with why; groups, facets and a timeline beside them.",
    takes: &parameters::SEARCH,
    forms: HITS,
    takes_forms: HITS_IN_WORDS,
    shape: Shape::Search,
};
/// Decisions.
pub(super) static DECISIONS: Route = Route {
    path: "/api/v1/decisions",
    name: "decisions",
    about: "Decisions that a question finds; all of them, newest first, without one.",
    takes: &parameters::DECISIONS,
    forms: HITS,
    takes_forms: HITS_IN_WORDS,
    shape: Shape::Search,
};
/// How a question may go on.
pub(super) static SUGGEST: Route = Route {
    path: "/api/v1/suggest",
    name: "suggest",
    about: "How a question may go on, as one types: people, bodies, words of the archive.",
    takes: &parameters::SUGGEST,
    forms: &["json", "opensearch"],
    takes_forms: "json or opensearch",
    shape: Shape::Suggest,
};
/// Who says something.
pub(super) static WHO: Route = Route {
    path: "/api/v1/who",
    name: "who",
    about: "Who says it, how often, and for each 10,000 of their words.",
    takes: &parameters::OVERVIEW,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Who,
};
/// A matter over time.
pub(super) static TOPIC: Route = Route {
    path: "/api/v1/topic",
    name: "topic",
    about: "A matter from its first mention to its last, meeting by meeting, with the decisions.",
    takes: &parameters::OVERVIEW,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Topic,
};
/// What somebody speaks of.
pub(super) static WORDS: Route = Route {
    path: "/api/v1/words",
    name: "words",
    about: "Words that a person or a body uses more than the others do.",
    takes: &parameters::WORDS,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Words,
};
/// The people.
pub(super) static PEOPLE: Route = Route {
    path: "/api/v1/people",
    name: "people",
    about: "People who are listed or speak.",
    takes: &parameters::LIST,
    forms: &["json", "csv", "popolo"],
    takes_forms: "json, csv or popolo",
    shape: Shape::People,
};
/// A person.
pub(super) static PERSON: Route = Route {
    path: "/api/v1/people/{key}",
    name: "person",
    about: "A person: posts over time, timeline, distinctive words, what they said last, meetings.",
    takes: &parameters::NONE,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Person,
};
/// The meetings.
pub(super) static MEETINGS: Route = Route {
    path: "/api/v1/meetings",
    name: "meetings",
    about: "Meetings, newest first.",
    takes: &parameters::LIST,
    forms: &["json", "csv"],
    takes_forms: "json or csv",
    shape: Shape::Meetings,
};
/// A meeting.
pub(super) static MEETING: Route = Route {
    path: "/api/v1/meetings/{id}",
    name: "meeting",
    about: "A meeting in full: who was there, agenda, every statement with who said it.",
    takes: &parameters::SHOWN,
    forms: &["json", "csv", "markdown", "akn", "tei"],
    takes_forms: "json, csv, markdown, akn or tei",
    shape: Shape::Show,
};
/// A statement.
pub(super) static STATEMENT: Route = Route {
    path: "/api/v1/statements/{id}",
    name: "statement",
    about: "A statement with its neighbours.",
    takes: &parameters::SHOWN,
    forms: &["json", "csv", "markdown", "bibtex", "csl"],
    takes_forms: "json, csv, markdown, bibtex or csl",
    shape: Shape::Show,
};
/// Statements like one.
pub(super) static SIMILAR: Route = Route {
    path: "/api/v1/statements/{id}/similar",
    name: "similar",
    about: "Statements that are like one.",
    takes: &parameters::SIMILAR,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Similar,
};
/// The bodies.
pub(super) static BODIES: Route = Route {
    path: "/api/v1/bodies",
    name: "bodies",
    about: "Bodies with what the archive has of each, and the years that it lacks.",
    takes: &parameters::BODIES,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Bodies,
};
/// What is indexed.
pub(super) static STATUS: Route = Route {
    path: "/api/v1/status",
    name: "status",
    about: "What is indexed, which files could not be read, and the gaps.",
    takes: &parameters::NONE,
    forms: JSON,
    takes_forms: "json",
    shape: Shape::Status,
};

/// All routes of the interface.
pub(super) static ROUTES: [&Route; 14] = [
    &SEARCH, &DECISIONS, &SUGGEST, &WHO, &TOPIC, &WORDS, &PEOPLE, &PERSON, &MEETINGS, &MEETING,
    &STATEMENT, &SIMILAR, &BODIES, &STATUS,
];

impl Route {
    /// The media type of a form.
    pub(super) fn media(&self, form: &str) -> &'static str {
        match form {
            "csv" => "text/csv; charset=utf-8",
            "ndjson" => "application/x-ndjson",
            "atom" => "application/atom+xml; charset=utf-8",
            "markdown" => "text/markdown; charset=utf-8",
            "bibtex" => "application/x-bibtex; charset=utf-8",
            "csl" => "application/vnd.citationstyles.csl+json",
            "akn" => "application/akn+xml; charset=utf-8",
            "tei" => "application/tei+xml; charset=utf-8",
            "opensearch" => "application/x-suggestions+json",
            _ => "application/json",
        }
    }

    /// What is asked for by reference, if anything is: the name in the path.
    fn reference(&self) -> Option<&'static str> {
        let (_, rest) = self.path.split_once('{')?;
        Some(rest.split_once('}')?.0)
    }
}

/// The document, made once.
pub(super) fn document() -> Response {
    static DOCUMENT: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let mut text = serde_json::to_string_pretty(&openapi()).unwrap_or_default();
        text.push('\n');
        text
    });
    ([(header::CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response()
}

fn openapi() -> Value {
    let mut shapes: Vec<Shape> = ROUTES.iter().map(|route| route.shape).collect();
    shapes.extend([Shape::Popolo, Shape::Problem]);
    let (mut referring, mut components) = shapes_of(&shapes);
    let problem = referring.pop().unwrap_or_default();
    let popolo = referring.pop().unwrap_or_default();
    // What a route may show are alternatives of one shape: `show` has no name of its own here.
    components.remove("show");
    let mut paths = Map::new();
    for (route, shape) in ROUTES.iter().zip(referring) {
        let shape = match route.name {
            "meeting" => json!({ "$ref": "#/components/schemas/MeetingWire" }),
            "statement" => json!({ "$ref": "#/components/schemas/StatementInPlaceWire" }),
            "people" => json!({ "anyOf": [shape, popolo] }),
            _ => shape,
        };
        paths.insert(route.path.to_owned(), json!({ "get": operation(route, &shape) }));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "referat",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Full-text search over Danish meeting minutes: who said what, under which \
                item, when. The same index gives the same answer; its version is the ETag.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" }
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "responses": { "problem": {
                "description": "Why there is no answer (RFC 9457).",
                "content": { "application/problem+json": { "schema": problem } }
            } },
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } }
        },
        "security": [{}, { "token": [] }]
    })
}

fn operation(route: &Route, shape: &Value) -> Value {
    let parameters = route.reference().map(|name| path_parameter(route, name));
    let parameters =
        parameters.into_iter().chain(route.takes.iter().map(|name| query_parameter(route, name)));
    let mut content = Map::new();
    for form in route.forms {
        let media = route.media(form).split(';').next().unwrap_or_default();
        let schema = match *form {
            "json" | "popolo" => shape.clone(),
            "csl" => json!({ "type": "array" }),
            "opensearch" => json!({ "type": "array", "minItems": 2, "maxItems": 2 }),
            _ => json!({ "type": "string" }),
        };
        content.insert(media.to_owned(), json!({ "schema": schema }));
    }
    let mut responses = Map::new();
    let headers = json!({
        "ETag": { "description": "The version of the index.", "schema": { "type": "string" } }
    });
    let answer = json!({ "description": route.about, "headers": headers, "content": content });
    responses.insert("200".to_owned(), answer);
    let unchanged = json!({ "description": "The index is as it was when the client asked last." });
    responses.insert("304".to_owned(), unchanged);
    for status in ["400", "401", "404", "405", "413", "414", "429", "431", "503"] {
        let problem = json!({ "$ref": "#/components/responses/problem" });
        responses.insert(status.to_owned(), problem);
    }
    json!({
        "operationId": route.name,
        "summary": route.about,
        "parameters": parameters.collect::<Vec<_>>(),
        "responses": responses
    })
}

fn path_parameter(route: &Route, name: &str) -> Value {
    let (about, example) = match route.name {
        "person" => ("Key of a person, as /api/v1/people gives it.", "lisbeth-nielsen"),
        "meeting" => ("Reference of a meeting.", "vandraad-2021-03-04"),
        _ => ("Key of a statement.", "vandraad-2021-03-04-s12"),
    };
    json!({
        "name": name, "in": "path", "required": true, "description": about,
        "schema": { "type": "string", "minLength": 1 }, "example": example
    })
}

fn query_parameter(route: &Route, name: &str) -> Value {
    let day = "A day, month or year: 2022-02-02, 2022-02, 2022, \"2. februar 2022\", \"feb 2022\".";
    let text = || json!({ "type": "string", "maxLength": MAX_CHARS });
    // An empty field of a form asks nothing.
    let words = |values: &[&str]| {
        let values: Vec<&str> = values.iter().copied().chain([""]).collect();
        json!({ "type": "string", "enum": values })
    };
    let number = || json!({ "type": "integer", "minimum": 0 });
    let flag = || words(&["1", "true", "0", "false"]);
    let most = if matches!(route.name, "search" | "decisions") { MOST_HITS } else { MOST };
    let (about, schema) = match name {
        "q" => ("What to look for, in the language of README.md.".to_owned(), text()),
        "speaker" => ("Said by: a name, a key, or a role.".to_owned(), text()),
        "about" => ("Mentioning this person.".to_owned(), text()),
        "addressed_to" => ("Answering or asking this person.".to_owned(), text()),
        "name" => ("Name of a person, or part of it.".to_owned(), text()),
        "body" => ("Part of the name of the body.".to_owned(), text()),
        "from" => (format!("First day. {day}"), text()),
        "to" => (format!("Last day. {day}"), text()),
        "year" => (format!("A year, or any other period. {day}"), text()),
        "decisions" => ("Decisions only.".to_owned(), flag()),
        "sure" => ("Leave out what is attributed with doubt.".to_owned(), flag()),
        "facets" => ("Count by person, body, year, meeting and item.".to_owned(), flag()),
        "kwic" => ("Each hit on a line, aligned at the word.".to_owned(), flag()),
        "sort" => ("Order of the hits.".to_owned(), words(&["relevance", "newest", "oldest"])),
        "group" => (
            "What hits are put together by.".to_owned(),
            words(&["meeting", "item", "person", "body", "year"]),
        ),
        "timeline" => ("How often over time.".to_owned(), words(&["year", "month"])),
        "limit" => (format!("At most so many; never more than {most}."), number()),
        "offset" => ("So many are passed over first.".to_owned(), number()),
        "min" => ("The fewest times that a word must occur.".to_owned(), number()),
        "cursor" => (
            "Where the answer before ended: its next.".to_owned(),
            json!({ "type": "string", "pattern": "^([0-9]{1,9}-[0-9a-f]{12})?$" }),
        ),
        "format" => ("Form of the answer.".to_owned(), words(route.forms)),
        _ => (String::new(), text()),
    };
    json!({ "name": name, "in": "query", "description": about, "schema": schema })
}
