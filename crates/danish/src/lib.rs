//! Danish text for search.
//!
//! Text comes in through [`Text`] (NFC, once, at the door); everything else here takes a `Text`.
//! Deliberately absent: files, tantivy, and any idea of what minutes are.

mod cache;
mod compound;
mod date;
mod explain;
mod fold;
mod gender;
mod lemma;
mod lexicon;
mod lists;
mod name;
mod neighbours;
mod shape;
mod split;
mod steps;
mod text;
mod words;

pub use date::{
    Date, DateRange, FoundDate, find_dates, month_named, parse_period, period_in_name,
    weekday_named,
};
pub use explain::{BaseForm, CompoundPart, Explanation};
pub use gender::{Gender, given_name_gender, is_given_name};
pub use name::{initials, is_title, name_candidates, name_key, name_matches, without_genitive};
pub use steps::{Analyzer, Lists, Strength, Token};
pub use text::Text;
