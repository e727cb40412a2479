//! The shape of each JSON answer, as JSON Schema 2020-12, out of the types that are written.
//!
//! In: which answer. Out: its schema. Deliberately absent: the answers.

use clap::ValueEnum;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{
    BodiesWire, MeetingsWire, NewsWire, ParsedWire, PeopleWire, PersonInFullWire, SearchWire,
    ShownWire, SimilarWire, StatusWire, SuggestWire, TopicWire, UnresolvedWire, VerdictWire,
    WhoWire, WordsWire,
};
use crate::analyze::TokensWire;
use crate::print::popolo::PopoloWire;
use crate::web::ProblemWire;

/// A JSON answer that has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// search, said, /api/v1/search; with ndjson each line is one of its hits
    Search,
    /// show, /api/v1/meetings/{id}, /api/v1/statements/{id}
    Show,
    /// who, /api/v1/who
    Who,
    /// topic, /api/v1/topic
    Topic,
    /// words, /api/v1/words
    Words,
    /// similar, /api/v1/statements/{id}/similar
    Similar,
    /// people, /api/v1/people
    People,
    /// /api/v1/people/{key}
    Person,
    /// people --unresolved
    Unresolved,
    /// meetings, /api/v1/meetings
    Meetings,
    /// verify
    Verify,
    /// watch-list
    WatchList,
    /// parse
    Parse,
    /// analyze: each line
    Analyze,
    /// /api/v1/bodies
    Bodies,
    /// /api/v1/status
    Status,
    /// /api/v1/suggest
    Suggest,
    /// people --format popolo, /api/v1/people with format=popolo
    Popolo,
    /// whatever cannot be answered over HTTP
    Problem,
}

/// The schema of an answer.
pub fn shape(of: Shape) -> Schema {
    let mut shapes = SchemaSettings::draft2020_12().for_serialize().into_generator();
    match of {
        Shape::Search => shapes.root_schema_for::<SearchWire<'_>>(),
        Shape::Show => shapes.root_schema_for::<ShownWire<'_>>(),
        Shape::Who => shapes.root_schema_for::<WhoWire<'_>>(),
        Shape::Topic => shapes.root_schema_for::<TopicWire<'_>>(),
        Shape::Words => shapes.root_schema_for::<WordsWire<'_>>(),
        Shape::Similar => shapes.root_schema_for::<SimilarWire<'_>>(),
        Shape::People => shapes.root_schema_for::<PeopleWire<'_>>(),
        Shape::Person => shapes.root_schema_for::<PersonInFullWire<'_>>(),
        Shape::Unresolved => shapes.root_schema_for::<UnresolvedWire<'_>>(),
        Shape::Meetings => shapes.root_schema_for::<MeetingsWire<'_>>(),
        Shape::Verify => shapes.root_schema_for::<VerdictWire<'_>>(),
        Shape::WatchList => shapes.root_schema_for::<Vec<NewsWire<'_>>>(),
        Shape::Parse => shapes.root_schema_for::<ParsedWire<'_>>(),
        Shape::Analyze => shapes.root_schema_for::<TokensWire<'_>>(),
        Shape::Bodies => shapes.root_schema_for::<BodiesWire<'_>>(),
        Shape::Status => shapes.root_schema_for::<StatusWire<'_>>(),
        Shape::Suggest => shapes.root_schema_for::<SuggestWire<'_>>(),
        Shape::Popolo => shapes.root_schema_for::<PopoloWire<'_>>(),
        Shape::Problem => shapes.root_schema_for::<ProblemWire>(),
    }
}

/// The schemas of several answers with everything that they refer to, by name, for an OpenAPI document;
/// and for each the schema that refers to it there.
pub fn shapes_of(all: &[Shape]) -> (Vec<Value>, Map<String, Value>) {
    let mut referring = Vec::new();
    let mut components = Map::new();
    for of in all {
        let name = of.to_possible_value().map(|v| v.get_name().to_owned()).unwrap_or_default();
        let mut schema = shape(*of).to_value();
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("$schema");
            if let Some(Value::Object(defined)) = schema.remove("$defs") {
                components.extend(defined);
            }
        }
        components.insert(name.clone(), schema);
        referring.push(json!({ "$ref": format!("#/components/schemas/{name}") }));
    }
    for schema in components.values_mut() {
        move_references(schema);
    }
    (referring, components)
}

/// Definitions stand elsewhere in an OpenAPI document than in a schema.
fn move_references(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(place) if name == "$ref" => {
                        *place = place.replace("#/$defs/", "#/components/schemas/");
                    }
                    member => move_references(member),
                }
            }
        }
        Value::Array(members) => members.iter_mut().for_each(move_references),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_means_one_thing_in_all_answers() {
        let mut defined: Map<String, Value> = Map::new();
        for of in Shape::value_variants() {
            let shape = shape(*of).to_value();
            for (name, definition) in shape["$defs"].as_object().into_iter().flatten() {
                let before = defined.insert(name.clone(), definition.clone());
                let same = before.is_none_or(|before| before == *definition);
                assert!(same, "{name} means two things; a document has both");
            }
        }
    }
}
