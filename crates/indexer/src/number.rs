//! References of meetings: set apart where body and day are the same, and kept once they are given.
//!
//! In: what is known of the meetings of the files that were read, and the references that others hold.
//! Out: a reference for each meeting. The name of a file plays no part: new ones are numbered by the
//! files' content. Deliberately absent: what a reference is made of (`schema::meeting_key`).

use std::collections::BTreeSet;

use schema::{Entry, MeetingRecord};

/// What is known of a meeting before it has its reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// The reference that it has if no other meeting has it.
    pub reference: String,
    /// What every reference of it begins with: without a day, `reference` stands for more than that.
    pub stem: String,
    /// 16 hexadecimal digits over its text.
    pub content: String,
}

impl Head {
    /// What is known of a meeting whose reference has not been set apart from others yet.
    pub(crate) fn of(entry: &Entry) -> Head {
        let meeting = &entry.meeting;
        let mut text = meeting.title.clone();
        for statement in &entry.statements {
            text.push('\n');
            text.push_str(&statement.text);
        }
        let reference = meeting.id.clone();
        let stem = match (meeting.date, reference.rsplit_once('-')) {
            (None, Some((stem, _))) => stem.to_owned(),
            _ => reference.clone(),
        };
        Head { reference, stem, content: crate::read::hash(text.as_bytes()) }
    }

    /// Whether a reference given earlier may be this meeting's: the stem alone, with a number, or with
    /// the eight digits that stand for a day.
    pub(crate) fn may_have(&self, id: &str) -> bool {
        let Some(rest) = id.strip_prefix(&self.stem) else { return false };
        let is_undated = self.stem != self.reference;
        let number = |rest: &str| match rest.strip_prefix('-') {
            Some(digits) => !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()),
            None => rest.is_empty(),
        };
        let after_digits = rest.strip_prefix('-').and_then(|rest| {
            let is_hex = |digits: &str| digits.bytes().all(|b| b.is_ascii_hexdigit());
            rest.get(..8).filter(|digits| is_hex(digits)).and(rest.get(8..))
        });
        match after_digits {
            Some(after) if is_undated => number(after),
            _ => !is_undated && number(rest),
        }
    }
}

/// A file whose meetings get references.
#[derive(Debug)]
pub(crate) struct Unnumbered<'a> {
    /// Its meetings, in its order.
    pub heads: &'a [Head],
    /// The references that its meetings had before.
    pub earlier: &'a [MeetingRecord],
    /// Hash of its bytes.
    pub hash: &'a str,
}

/// A reference for each meeting of each file. `taken` holds those of all other files.
pub(crate) fn references(
    files: &[Unnumbered<'_>],
    mut taken: BTreeSet<String>,
) -> Vec<Vec<String>> {
    let mut given: Vec<Vec<Option<String>>> = Vec::new();
    for file in files {
        let mut own: Vec<Option<String>> = vec![None; file.heads.len()];
        // The same text first, then what is left in its order: an edit of one meeting, or a new one
        // among them, leaves the others what they are.
        for same_text in [true, false] {
            for (head, own) in file.heads.iter().zip(&mut own) {
                let fits = |earlier: &&MeetingRecord| {
                    (!same_text || earlier.content == head.content)
                        && head.may_have(&earlier.id)
                        && !taken.contains(&earlier.id)
                };
                if own.is_none()
                    && let Some(earlier) = file.earlier.iter().find(fits)
                {
                    taken.insert(earlier.id.clone());
                    *own = Some(earlier.id.clone());
                }
            }
        }
        given.push(own);
    }
    let mut new: Vec<(&str, &str, usize, usize)> = Vec::new();
    for (nth_file, (file, own)) in files.iter().zip(&given).enumerate() {
        for (nth, (head, own)) in file.heads.iter().zip(own).enumerate() {
            if own.is_none() {
                new.push((&head.reference, file.hash, nth, nth_file));
            }
        }
    }
    new.sort_unstable();
    for (reference, _, nth, nth_file) in new {
        let mut id = reference.to_owned();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{reference}-{number}");
            number += 1;
        }
        if let Some(own) = given.get_mut(nth_file).and_then(|own| own.get_mut(nth)) {
            *own = Some(id);
        }
    }
    given.into_iter().map(|own| own.into_iter().flatten().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(reference: &str, content: &str) -> Head {
        Head {
            reference: reference.to_owned(),
            stem: reference.to_owned(),
            content: content.to_owned(),
        }
    }

    fn record(id: &str, content: &str) -> MeetingRecord {
        MeetingRecord { id: id.to_owned(), content: content.to_owned() }
    }

    fn one(heads: &[Head], earlier: &[MeetingRecord], taken: &[&str]) -> Vec<String> {
        let taken = taken.iter().map(|id| (*id).to_owned()).collect();
        references(&[Unnumbered { heads, earlier, hash: "x" }], taken).remove(0)
    }

    #[test]
    fn meetings_keep_the_reference_that_they_had() {
        let earlier = [record("raad-2021-03-04", "a"), record("raad-2021-03-04-2", "b")];
        let r = |content: &str| head("raad-2021-03-04", content);
        // Another meeting comes in before them.
        assert_eq!(
            one(&[r("ny"), r("a"), r("b")], &earlier, &[]),
            ["raad-2021-03-04-3", "raad-2021-03-04", "raad-2021-03-04-2"]
        );
        // One was edited, both have changed places.
        assert_eq!(
            one(&[r("b"), r("rettet")], &earlier, &[]),
            ["raad-2021-03-04-2", "raad-2021-03-04"]
        );
        // The first is gone: the second does not move up.
        assert_eq!(one(&[r("b")], &earlier, &[]), ["raad-2021-03-04-2"]);
        // Another day is another reference.
        assert_eq!(one(&[head("raad-2021-03-05", "a")], &earlier, &[]), ["raad-2021-03-05"]);
        assert_eq!(one(&[r("a")], &[], &["raad-2021-03-04"]), ["raad-2021-03-04-2"]);
    }

    #[test]
    fn new_ones_are_numbered_by_content_and_not_by_the_name_of_the_file() {
        let heads = [head("raad-2021-03-04", "a")];
        let files = |hashes: [&'static str; 2]| {
            let files = hashes.map(|hash| Unnumbered { heads: &heads, earlier: &[], hash });
            references(&files, BTreeSet::new()).concat()
        };
        assert_eq!(files(["1", "2"]), ["raad-2021-03-04", "raad-2021-03-04-2"]);
        assert_eq!(files(["2", "1"]), ["raad-2021-03-04-2", "raad-2021-03-04"]);
    }

    #[test]
    fn meetings_without_a_day_keep_theirs_through_edits_and_new_names() {
        let undated = |digits: &str, content: &str| Head {
            reference: format!("moede-{digits}"),
            stem: "moede".to_owned(),
            content: content.to_owned(),
        };
        let earlier = [record("moede-0a1b2c3d", "a")];
        assert_eq!(one(&[undated("0a1b2c3d", "b")], &earlier, &[]), ["moede-0a1b2c3d"]);
        assert_eq!(one(&[undated("ffffffff", "a")], &earlier, &[]), ["moede-0a1b2c3d"]);
        let dated = [record("moede-2021-03-04", "a")];
        assert_eq!(one(&[undated("ffffffff", "a")], &dated, &[]), ["moede-ffffffff"]);
    }
}
