//! Pages of lines understood as meetings.
//!
//! In: [`documents::Pages`] and the [`Vocabulary`] (reporting verbs, header labels, titles from
//! `index-config/`). Out: the [`Meeting`]s in them and a [`Remark`] for whatever could not be
//! understood. Never fails on foreign text. Deliberately absent: files, tantivy, and guesses.

mod meeting;
mod outline;
mod read;
mod speech;
mod vocabulary;

pub use meeting::*;
pub use read::read;
pub use vocabulary::Vocabulary;
