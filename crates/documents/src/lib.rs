//! The bytes of a file as pages of lines.
//!
//! In: bytes and the name they came under. Out: [`Pages`], and a [`Remark`] for everything that was
//! odd but could be read. Deliberately absent: paths and file systems (the indexer reads files), and
//! any idea of what minutes are.

mod pages;

pub use pages::{Format, Line, Page, Pages, Remark};
