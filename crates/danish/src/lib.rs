//! Danish text for search.
//!
//! Text comes in through [`Text`] (NFC, once, at the door); everything else here takes a `Text`.
//! An [`Analyzer`] makes [`Token`]s of it: search keys at positions, each with the bytes it stands for and its
//! [`Strength`]. A text and a question pass the same steps (`steps.rs` lists them); a question finds a text when each of
//! its positions has a token of the text.
//!
//! ```
//! use danish::{Analyzer, Lists, Text};
//! let analyzer = Analyzer::new(Lists::default());
//! let found = analyzer.text(&Text::new("Børnehavernes regnskab"));
//! let asked = analyzer.question(&Text::new("børnehave"));
//! assert!(asked.iter().any(|a| found.iter().any(|f| f.text == a.text)));
//! ```
//!
//! The words it knows, and where they come from: `data/README.md`.
//! Deliberately absent: files, tantivy, and any idea of what minutes are.

mod cache;
mod calendar;
mod compound;
mod date;
mod explain;
mod fold;
mod gender;
mod lemma;
mod lexicon;
mod lists;
mod lowercase;
mod name;
mod neighbours;
mod packed;
mod period;
mod personal;
mod related;
mod shape;
mod spelling;
mod split;
mod steps;
mod text;
mod words;

pub use calendar::{MONTHS, month_named, weekday_named};
pub use date::{Date, DateRange, FoundDate, find_dates};
pub use explain::{BaseForm, CompoundPart, Explanation};
pub use gender::{Gender, given_name_gender, is_given_name};
pub use lexicon::CARRIED_BYTES;
pub use lowercase::lowercase;
pub use name::{initials, is_title, name_candidates, name_key, name_matches, without_genitive};
pub use period::{parse_period, period_in_name};
pub use personal::{FoundNumber, NumberKind, masked, personal_numbers};
pub use related::verbs_for_nouns;
pub use spelling::{LETTER, misspelling_limit, name_distance, spelled, spelling_distance};
pub use steps::{Analyzer, Lists, Strength, Token, TokenRef};
pub use text::Text;
