//! The faces of an answer: text for a terminal, JSON for programs, pages for people.
//!
//! Each printer takes one answer and a `Write`. Deliberately absent: standard output (`main` owns
//! it), and asking.

pub mod html;
pub mod json;
pub(crate) mod layout;
pub mod text;
