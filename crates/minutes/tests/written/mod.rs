//! Documents and word lists for the tests of this folder.
//!
//! Made by hand, not by `documents::read`: a test may hold text that no file would, or too little of it.

use documents::{Format, Line, Page, Pages};
use minutes::Vocabulary;

/// A document of this text; a form feed begins a page.
pub fn pages(text: &str) -> Pages {
    let mut number = 0;
    let pages = text
        .split('\u{C}')
        .enumerate()
        .map(|(idx, page)| Page {
            number: idx as u32 + 1,
            lines: page
                .lines()
                .map(|line| {
                    number += 1;
                    Line { number, text: line.to_string(), heading: None }
                })
                .collect(),
        })
        .collect();
    Pages { format: Format::Text, pages }
}

/// The word lists that the program carries.
pub fn vocabulary() -> Vocabulary {
    Vocabulary::new(
        include_str!("../../../../index-config/reporting-verbs.txt"),
        include_str!("../../../../index-config/header-labels.txt"),
        include_str!("../../../../index-config/titles.txt"),
    )
}
