//! Does a cited statement still read as it was cited?
//!
//! In: the reference and the hash of a citation. Out: a [`Verdict`]. Deliberately absent: what a hash
//! is (`cite`).

use schema::StatementEntry;

use crate::cite::{self, digits};
use crate::{Archive, QueryError};

/// What became of a cited statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It reads as it was cited.
    Same,
    /// The words stand elsewhere in the same meeting, under this reference.
    Moved(String),
    /// The reference leads to other words, and the meeting no longer has those that were cited.
    Changed(Box<StatementEntry>),
    /// Nothing has the reference.
    Gone,
}

impl Verdict {
    /// The word that JSON uses for it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Moved(_) => "moved",
            Verdict::Changed(_) => "changed",
            Verdict::Gone => "gone",
        }
    }
}

impl Archive {
    /// Looks whether the statement with a reference still has a hash, as `show` prints them.
    ///
    /// # Errors
    /// When the hash is none, or the index cannot be read.
    pub fn verify(&self, reference: &str, hash: &str) -> Result<Verdict, QueryError> {
        let digits = digits(hash).ok_or_else(|| QueryError::Value {
            name: "hash",
            typed: hash.to_owned(),
            takes: "12 to 64 hexadecimal digits, as `referat show` prints them",
        })?;
        let is_cited = |s: &StatementEntry| cite::hash(&s.text).starts_with(&digits);
        let reference = reference.trim().trim_matches('/');
        let look = self.look()?;
        let named = look.statement(reference)?;
        if let Some(one) = named.as_ref().filter(|one| is_cited(one)) {
            let own = one.reference();
            let same = reference == own || reference == one.id;
            return Ok(if same { Verdict::Same } else { Verdict::Moved(own) });
        }
        let meeting = match &named {
            Some(statement) => statement.meeting.id.clone(),
            None => meeting_of(reference).to_owned(),
        };
        let meeting = look.meeting(&meeting)?;
        let mut statements = meeting.into_iter().flat_map(|full| full.statements);
        if let Some(moved) = statements.find(is_cited) {
            return Ok(Verdict::Moved(moved.reference()));
        }
        Ok(named.map_or(Verdict::Gone, |statement| Verdict::Changed(Box::new(statement))))
    }
}

/// The meeting that a reference of a statement names: `vandraad-2021-03-04/2.3/s12`, or with the key
/// of the statement `vandraad-2021-03-04-s12`.
fn meeting_of(reference: &str) -> &str {
    if let Some((meeting, _)) = reference.split_once('/') {
        return meeting;
    }
    let number = |n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
    match reference.rsplit_once("-s") {
        Some((meeting, n)) if number(n) => meeting,
        _ => reference,
    }
}
