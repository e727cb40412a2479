//! Pages of lines understood as meetings.
//!
//! In: [`documents::Pages`] and the [`Vocabulary`] (reporting verbs, header labels, titles from
//! `index-config/`). Out: the [`Meeting`]s in them and a [`Remark`] for whatever could not be
//! understood. Never fails on foreign text. Deliberately absent: files, tantivy, and guesses.

mod agenda;
mod agenda_list;
mod attendance;
mod blocks;
mod body;
mod columns;
mod decision;
mod endings;
mod furniture;
mod head;
mod headings;
mod joining;
mod line;
mod meeting;
mod mention;
mod numbering;
mod organisation;
mod outline;
mod people;
mod place;
mod prose;
mod read;
mod reference;
mod sections;
mod sentences;
mod speech;
mod split;
mod structure;
mod titles;
mod told;
mod transcript;
mod unnumbered;
mod verbs;
mod vocabulary;
mod when;

pub use meeting::*;
pub use read::read;
pub use reference::{Reference, ReferenceKind};
pub use transcript::read_transcript;
pub use vocabulary::Vocabulary;
