//! Paragraphs in, statements out: who said each sentence, to whom, and what was decided.
//!
//! The way of a sentence: `token` cuts it, `subject` reads it alone. For whom words name it asks
//! `name` (with `cast`, `role`, `likeness`, `spelling`); for where a subject may stand `named` (with
//! `apposition`, `state`), `inverted`, `object`, `fronted`, `label`; for what is no speaker `nobody` (with `collective`, `impersonal`,
//! `grammar`). `floor` (with `contribution`) adds what went before, and `reader` puts it together (with `account`, `heading`,
//! `heard`, `loose`, `manner`, `second`). Deliberately absent: guesses. What cannot be known has no speaker; what can
//! be doubted says why.

mod account;
mod apposition;
pub(crate) mod cast;
pub(crate) mod collective;
mod contribution;
mod floor;
mod fronted;
#[cfg(test)]
mod gold;
pub(crate) mod grammar;
mod heading;
mod heard;
mod impersonal;
mod inverted;
mod label;
pub(crate) mod likeness;
mod loose;
mod manner;
pub(crate) mod name;
mod named;
pub(crate) mod nobody;
mod object;
mod reader;
pub(crate) mod role;
mod second;
mod spelling;
mod state;
pub(crate) mod subject;
#[cfg(test)]
mod tests;
pub(crate) mod token;

use std::collections::HashSet;

use loose::Place;
use reader::Reader;

use crate::outline::{Outline, Paragraph};
use crate::{AgendaItem, Remark, Statement, Vocabulary};

/// The statements of a meeting, every sentence once and in order.
pub(crate) fn statements(
    outline: &Outline,
    vocabulary: &Vocabulary,
    remarks: &mut Vec<Remark>,
) -> Vec<Statement> {
    remarks.extend(vocabulary.complaints.iter().cloned());
    let mut reader = Reader::new(outline, &vocabulary.verbs);
    let mut found = Vec::new();
    let mut before: Option<&Paragraph> = None;
    let mut in_list = false;
    let electing = |item: &&AgendaItem| danish::lowercase(&item.title).contains("dirigent");
    let elections: HashSet<&str> =
        outline.items.iter().filter(electing).map(|item| item.number.as_str()).collect();
    for (number, paragraph) in (0..).zip(&outline.paragraphs) {
        if before.is_none_or(|b| {
            b.item != paragraph.item
                || b.block != paragraph.block
                || b.subheading != paragraph.subheading
        }) {
            let title = paragraph.item.as_ref().and_then(|number| {
                let item = outline.items.iter().find(|item| item.number == *number)?;
                Some(item.title.as_str())
            });
            reader.enter(paragraph, title, number);
        }
        // Points of a list belong to the sentence that announced them.
        let announced = before.is_some_and(|b| b.text.trim_end().ends_with(':'));
        let points = is_point(paragraph) && before.is_some_and(|b| !is_point(b));
        in_list =
            announced || points || (in_list && (is_point(paragraph) || !paragraph.after_blank));
        let election =
            paragraph.item.as_ref().is_some_and(|number| elections.contains(number.as_str()));
        let next = outline.paragraphs.get(number as usize + 1);
        let ends_item = next.is_none_or(|next| next.item != paragraph.item);
        let place = Place { paragraph: number, in_list, ends_item, ends_paragraph: false };
        reader.paragraph(paragraph, place, election, &mut found);
        before = Some(paragraph);
    }
    found
}

fn is_point(paragraph: &Paragraph) -> bool {
    paragraph.text.starts_with(['•', '·', '▪', '*', '-', '–'])
}
