//! A contribution that is going on: whose it is, how it stands so far, which question is open.
//!
//! Deliberately absent: who speaks next (`floor`).

/// A contribution that is going on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holder {
    pub who: usize,
    /// The paragraph it was last heard in.
    pub paragraph: u32,
    /// It is a conclusion.
    pub concludes: bool,
    pub style: Style,
    /// It began by presenting a matter.
    pub presents: bool,
    /// Nothing but the heading tells whose it is.
    pub headed: bool,
    /// It informs of something.
    pub informs: bool,
    /// Its last sentence was said and done: a request, an invitation, a promise.
    pub brief: bool,
}

/// How a contribution is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Style {
    /// Told by the minute-taker: ends with its paragraph.
    #[default]
    Told,
    /// A report (*beretning*) or what somebody presents under their own heading: goes on over
    /// paragraphs.
    Report,
    /// As it was said, behind a label (`Ulla Toft: …`): *jeg* and *vi* speak in it, and where labels
    /// are the rule it goes on over paragraphs.
    Direct,
}

/// A question that is open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question {
    /// Who asked.
    pub asker: usize,
    /// Who was asked, if told.
    pub asked: Option<usize>,
}

/// Whom a pronoun means, and why one may doubt it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meant {
    pub who: usize,
    pub doubt: Option<String>,
}
