//! The fields of the index and their names: the agreement between writer and reader.
//!
//! In: nothing. Out: [`Fields`] with the tantivy schema that has them. One document for each
//! statement, one for each item under which something is said, one for each meeting. Deliberately
//! absent: analysis (`analyzer`) and storage (`store`).

use serde::de::DeserializeOwned;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions, Value,
};
use tantivy::{TantivyDocument, Term};

use crate::slug;

/// The version of everything that an index holds; raised whenever an old index would answer wrongly.
pub const SCHEMA_VERSION: u32 = 5;

/// The value of [`Fields::kind`] for a statement.
pub const STATEMENT: &str = "statement";
/// The value of [`Fields::kind`] for a meeting.
pub const MEETING: &str = "meeting";
/// The value of [`Fields::kind`] for an item of a meeting.
pub const ITEM: &str = "item";

/// The fields. The three text fields share positions, so that a phrase may be looked for in each.
#[derive(Debug, Clone)]
pub struct Fields {
    /// Words as written, folded.
    pub exact: Field,
    /// Base forms; the word as written where it has no other.
    pub lemma: Field,
    /// Parts of compounds, and synonyms.
    pub part: Field,
    /// Title of the item in every strength; of the meeting the words, not the parts of its compounds.
    pub title: Field,
    /// On an item: every word of its statements and titles, in every strength.
    pub together: Field,
    /// Number of the item and of those above it, as [`crate::slug`] writes them.
    pub item: Field,
    /// Title of the item alone.
    pub item_title: Field,
    /// What the item is for: `O`, `B`, `D`.
    pub item_kind: Field,
    /// [`STATEMENT`], [`ITEM`] or [`MEETING`].
    pub kind: Field,
    /// Key of the statement; reference of the item or meeting.
    pub id: Field,
    /// Reference of the meeting, on its items and statements too.
    pub meeting: Field,
    /// Order of last resort, as [`order_number`] gives it.
    pub order: Field,
    /// The meeting and the item that a statement stands under, as [`under`] writes them.
    pub under: Field,
    /// Number of words of a statement.
    pub n_words: Field,
    /// Key of the speaker.
    pub speaker: Field,
    /// The roles that the speaker has at the meeting, in base form: `formand`.
    pub role: Field,
    /// Everybody who is listed or speaks, as [`person_term`] writes it.
    pub person: Field,
    /// Everybody whom the statement mentions, as [`person_term`] writes it.
    pub mentioned: Field,
    /// Everybody whom the speaker answers or asks, as [`person_term`] writes it.
    pub addressed: Field,
    /// 1 where a careful reader might name another speaker.
    pub doubtful: Field,
    /// The body, as [`crate::slug`] writes it.
    pub body: Field,
    /// The day as the number 20220202; absent when unknown.
    pub day: Field,
    /// 1 for a decision.
    pub decision: Field,
    /// The file, by its path on disk: what is replaced when the file changes.
    pub file: Field,
    /// The stored entry as JSON.
    pub entry: Field,
}

impl Fields {
    /// The schema and its fields.
    pub fn new() -> (Schema, Fields) {
        let mut schema = Schema::builder();
        let words = || {
            TextOptions::default().set_indexing_options(
                TextFieldIndexing::default()
                    .set_tokenizer("raw")
                    .set_index_option(IndexRecordOption::WithFreqsAndPositions),
            )
        };
        let set_of_words = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_fieldnorms(false)
                .set_index_option(IndexRecordOption::Basic),
        );
        let fields = Fields {
            exact: schema.add_text_field("exact", words()),
            lemma: schema.add_text_field("lemma", words()),
            part: schema.add_text_field("part", words()),
            title: schema.add_text_field("title", words()),
            together: schema.add_text_field("together", set_of_words),
            item: schema.add_text_field("item", STRING),
            item_title: schema.add_text_field("item_title", words()),
            item_kind: schema.add_text_field("item_kind", STRING),
            kind: schema.add_text_field("kind", STRING),
            id: schema.add_text_field("id", STRING),
            meeting: schema.add_text_field("meeting", STRING | FAST),
            order: schema.add_u64_field("order", FAST),
            under: schema.add_text_field("under", STRING | FAST),
            n_words: schema.add_u64_field("n_words", FAST),
            speaker: schema.add_text_field("speaker", STRING | FAST),
            role: schema.add_text_field("role", STRING),
            person: schema.add_text_field("person", STRING),
            mentioned: schema.add_text_field("mentioned", STRING),
            addressed: schema.add_text_field("addressed", STRING),
            doubtful: schema.add_u64_field("doubtful", INDEXED),
            body: schema.add_text_field("body", STRING | FAST),
            day: schema.add_u64_field("day", INDEXED | FAST),
            decision: schema.add_u64_field("decision", INDEXED | FAST),
            file: schema.add_text_field("file", STRING),
            entry: schema.add_text_field("entry", STORED),
        };
        (schema.build(), fields)
    }

    /// The entry that a document stores, a [`crate::MeetingEntry`],
    /// [`crate::ItemInMeeting`] or [`crate::StatementEntry`].
    ///
    /// # Errors
    /// When the document stores no such entry.
    pub fn stored<T: DeserializeOwned>(&self, document: &TantivyDocument) -> serde_json::Result<T> {
        let json = document.get_first(self.entry).and_then(|value| value.as_str());
        serde_json::from_str(json.unwrap_or_default())
    }

    /// The term that every document of one kind has.
    pub fn kind_term(&self, kind: &str) -> Term {
        Term::from_field_text(self.kind, kind)
    }
}

/// A day as the number that [`Fields::day`] holds: 2 February 2022 is 20220202.
pub fn day_number(date: danish::Date) -> u64 {
    let (year, month, day) = (date.year(), date.month(), date.day());
    u64::from(year.unsigned_abs()) * 10_000
        + u64::from(month.unsigned_abs()) * 100
        + u64::from(day.unsigned_abs())
}

/// The number of [`Fields::order`]: a meeting (0) and what stands in it, by the number of the statement.
///
/// Meetings of a day come by the first letters of their reference, then always the same way. A number, as
/// looking up a reference for each hit takes longer than the search.
pub fn order_number(meeting: &str, ordinal: u32) -> u64 {
    let letters = meeting.bytes().take(2).fold(0, |all, byte| (all << 8) | u64::from(byte));
    let hash = blake3::hash(meeting.as_bytes());
    let bits = hash.as_bytes().iter().take(4).fold(0, |all, byte| (all << 8) | u64::from(*byte));
    // 16 bits of letters, 28 that tell meetings apart, 20 for a million statements.
    (letters << 48) | ((bits >> 4) << 20) | u64::from(ordinal.min(0xF_FFFF))
}

/// The term of [`Fields::under`]: `vandraad-2021-03-04/2.3`; the meeting alone where there is no item.
pub fn under(meeting: &str, item: Option<&str>) -> String {
    match item {
        Some(number) => format!("{meeting}/{}", slug(number)),
        None => meeting.to_owned(),
    }
}

/// The term of [`Fields::person`]: key and name, so that the term dictionary alone is a directory.
pub fn person_term(key: &str, name: &str) -> String {
    format!("{key}\t{name}")
}

/// Key and name out of a [`person_term`].
pub fn split_person_term(term: &str) -> Option<(&str, &str)> {
    term.split_once('\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_sort_as_numbers() {
        let day = danish::Date::new(1998, 3, 3).unwrap();
        assert_eq!(day_number(day), 19_980_303);
    }

    #[test]
    fn statements_come_after_their_meeting_in_order() {
        let order = |meeting: &str, n| order_number(meeting, n);
        assert!(order("vandraad-2021-03-04", 0) < order("vandraad-2021-03-04", 1));
        assert!(order("vandraad-2021-03-04", 9) < order("vandraad-2021-03-04", 10));
        assert!(order("havn-2021-03-04", 99) < order("vandraad-2021-03-04", 0));
        assert_ne!(order("vandraad-2021-03-04", 1), order("vandraad-2021-03-04-2", 1));
    }

    #[test]
    fn a_statement_stands_under_its_item() {
        assert_eq!(under("vandraad-2021-03-04", Some("2.A")), "vandraad-2021-03-04/2.a");
        assert_eq!(under("vandraad-2021-03-04", None), "vandraad-2021-03-04");
    }

    #[test]
    fn person_terms_come_apart_again() {
        assert_eq!(
            split_person_term(&person_term("mie-falk", "Mie Falk")),
            Some(("mie-falk", "Mie Falk"))
        );
    }
}
