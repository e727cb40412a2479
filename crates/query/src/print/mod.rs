//! The faces of an answer: text for a terminal, JSON for programs.
//!
//! Each printer takes one answer and a `Write`. Deliberately absent: standard output (`main` owns
//! it), and asking.

pub mod json;
