//! What an index holds: the one agreement between the writer (`indexer`) and the reader (`query`).
//!
//! A [`Store`] is an index on disk that has agreed with this program: same [`SCHEMA_VERSION`], same
//! [`Config`], same Danish. It has [`Fields`], an analyzer that knows the archive's own [`Words`], and a
//! [`Manifest`] of the files it was made of. What is stored for a meeting is an [`Entry`]; [`analyze`] says which tokens go into which
//! field.
//!
//! ```
//! use schema::{meeting_key, person_key};
//! let day = danish::Date::new(2021, 3, 4).ok();
//! assert_eq!(meeting_key("Vandråd", "", day, ""), "vandraad-2021-03-04");
//! assert_eq!(person_key("Åge Müller"), "aage-muller");
//! ```
//!
//! Deliberately absent: reading of minutes, and questions.

mod analyzer;
mod config;
mod entry;
mod error;
mod fields;
mod keys;
mod manifest;
mod readable;
mod stamp;
mod store;
mod words;

pub use analyzer::{Analyzed, analyze, analyze_titles};
pub use config::{ClosedItems, Config, ConfigError, Guard, Limits, Settings, Weights};
pub use entry::{
    Decision, DecisionKind, Entry, Group, How, ItemEntry, ItemInMeeting, ItemRef, MeetingEntry,
    MeetingRef, PersonEntry, Presence, ReferenceEntry, Speaker, SpeakerCount, StatementEntry,
};
pub use error::StoreError;
pub use fields::{
    Fields, ITEM, MEETING, SCHEMA_VERSION, STATEMENT, day_number, order_number, person_term,
    split_person_term, under,
};
pub use keys::{meeting_key, person_key, slug};
pub use manifest::{FileRecord, Manifest, Masked, MeetingRecord};
pub use store::{Commit, Store};
pub use words::Words;
