//! The faces of an answer: text for a terminal, JSON, CSV and XML for programs, pages and quotations
//! for people.
//!
//! Each printer takes one answer and a `Write`. Deliberately absent: standard output (`main` owns
//! it), and asking.

pub mod akn;
pub mod atom;
pub mod csv;
pub mod format;
pub mod html;
pub mod json;
pub(crate) mod layout;
pub mod literature;
pub mod markdown;
pub mod popolo;
pub mod tei;
pub mod text;
mod xml;
