//! Danish text for search.
//!
//! Text comes in through [`Text`] (NFC, once, at the door); everything else here takes a `Text`.
//! Deliberately absent: files, tantivy, and any idea of what minutes are.

mod date;
mod name;
mod steps;
mod text;

pub use date::{Date, DateRange};
pub use steps::{Analyzer, Lists, Strength, Token};
pub use text::Text;
