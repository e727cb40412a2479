//! The way through this crate: pages → lines without furniture → meetings → outline → statements.
//!
//! Deliberately absent: any rule of its own; each step has its file.

use danish::period_in_name;
use documents::Pages;

use crate::joining::Evidence;
use crate::line::{Line, lines};
use crate::place::{Volume, body_in_volume};
use crate::when::{Told, day_of};
use crate::{Meeting, Remark, Vocabulary};

/// Understands a document as meetings. Never fails: what is not understood is a remark, and text
/// that fits nowhere still stands in some statement.
///
/// `place` is the path of the file as the archive shows it (`Trige/Trige 1944.txt`); its parts may
/// tell a body or a date that the text lacks.
pub fn read(pages: &Pages, place: &str, vocabulary: &Vocabulary) -> (Vec<Meeting>, Vec<Remark>) {
    let words = &vocabulary.words;
    let (lines, mut remarks) = crate::furniture::without_furniture(lines(pages));
    let lines = crate::columns::unfold(lines);
    let mut meetings = Vec::new();
    if lines.iter().all(Line::is_blank) {
        return (meetings, remarks);
    }
    let near = period_in_name(place).map(|period| period.from().year());
    let evidence = Evidence::of(&lines);
    let parts = crate::split::meetings(&lines, words, &evidence, near);
    let volume = Volume::of(&lines, place, parts.len());
    for part in &parts {
        let own = lines.get(part.lines.clone()).unwrap_or_default();
        let (mut outline, head) =
            crate::structure::outline(own, words, &evidence, near, part.begins);
        outline.body = body_in_volume(&head.body, &volume);
        crate::told::complete(&mut outline, own, words);
        let text_lines = || own.iter().filter(|line| !line.is_blank());
        let first = text_lines().next();
        let told = if !part.begins {
            Told::End
        } else if parts.len() > 1 {
            Told::Opening
        } else {
            Told::Header
        };
        let (date, date_text) = day_of(&head, own, place, told, &mut remarks);
        let mut statements = crate::speech::statements(&outline, vocabulary, &mut remarks);
        for statement in statements.iter_mut().filter(|statement| statement.block.is_none()) {
            // A subheading names the part of the item as a block label does.
            let paragraph = outline.paragraphs.get(statement.paragraph as usize);
            statement.block = paragraph.and_then(|paragraph| paragraph.subheading.clone());
        }
        meetings.push(Meeting {
            number: meetings.len() as u32 + 1,
            title: head.title,
            body: outline.body,
            date,
            date_text,
            header: head.lines,
            people: outline.people,
            items: outline.items,
            statements,
            lines: (
                first.map_or(1, |l| l.number),
                own.iter().rfind(|line| !line.is_blank()).map_or(1, |l| l.number),
            ),
            page: first.map_or(1, |l| l.page),
        });
    }
    meetings.iter_mut().for_each(crate::reference::refer);
    (meetings, remarks)
}
