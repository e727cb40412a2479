//! People, bodies, posts and memberships as Popolo, the JSON of civic programs.
//!
//! In: [`PersonInFull`]s. Out: four lists that refer to each other by `id`. A role in a body is a post; it
//! is held from the first meeting that says so to the last, since minutes do not tell of elections.
//! Source: popoloproject.com/specs (Popolo 1.0; the W3C Open Government Community Group, 2014).
//! Deliberately absent: contact details, motions and votes.

use std::collections::BTreeMap;

use schema::slug;
use schemars::JsonSchema;
use serde::Serialize;

use crate::people::posts;
use crate::{PersonInFull, Post};

/// Everything: `{"persons", "organizations", "posts", "memberships"}`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PopoloWire<'a> {
    persons: Vec<PopoloPersonWire<'a>>,
    organizations: Vec<OrganizationWire>,
    posts: Vec<PostWire>,
    memberships: Vec<MembershipWire<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PopoloPersonWire<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct OrganizationWire {
    id: String,
    name: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PostWire {
    id: String,
    label: String,
    role: String,
    organization_id: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MembershipWire<'a> {
    person_id: &'a str,
    organization_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    post_id: Option<String>,
    role: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    start_date: Option<danish::Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    end_date: Option<danish::Date>,
}

/// The wire form of people with their posts.
pub fn popolo(people: &[PersonInFull]) -> PopoloWire<'_> {
    let mut organizations: BTreeMap<String, String> = BTreeMap::new();
    let mut all_posts: BTreeMap<String, PostWire> = BTreeMap::new();
    let mut memberships = Vec::new();
    for one in people {
        for post in posts(&one.meetings).into_iter().filter(|post| !post.body.is_empty()) {
            let Post { body, role, days, .. } = post;
            let organization_id = slug(&body);
            organizations.entry(organization_id.clone()).or_insert_with(|| body.clone());
            let post_id = role.as_ref().map(|role| {
                let id = format!("{organization_id}/{}", slug(role));
                all_posts.entry(id.clone()).or_insert_with(|| PostWire {
                    id: id.clone(),
                    label: format!("{role}, {body}"),
                    role: role.clone(),
                    organization_id: organization_id.clone(),
                });
                id
            });
            memberships.push(MembershipWire {
                person_id: &one.person.key,
                organization_id,
                post_id,
                role: role.unwrap_or_else(|| "medlem".to_owned()),
                start_date: days.map(|(first, _)| first),
                end_date: days.map(|(_, last)| last),
            });
        }
    }
    PopoloWire {
        persons: people
            .iter()
            .map(|one| PopoloPersonWire { id: &one.person.key, name: &one.person.name })
            .collect(),
        organizations: organizations
            .into_iter()
            .map(|(id, name)| OrganizationWire { id, name })
            .collect(),
        posts: all_posts.into_values().collect(),
        memberships,
    }
}
