//! What was typed, and what it means.
//!
//! In: [`Typed`], the strings of a command line or a URL, unread. Out: [`Question`], whose dates are dates.
//! Deliberately absent: whether such a person exists (`archive`), and the meaning of words (`plan`).

mod values;

use danish::{Date, DateRange, Text, parse_period};

use crate::overview::{GroupBy, Step};
use crate::{Note, QueryError};
use values::{given, group, number, page, sort, step};

/// What was typed, from flags or from a URL: the same names in both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The words, in the grammar of README.md.
    pub words: String,
    /// Name or key of who said it.
    pub speaker: Option<String>,
    /// Name or key of who is mentioned.
    pub about: Option<String>,
    /// Name or key of who is answered or asked.
    pub addressed_to: Option<String>,
    /// First day: a date, month or year.
    pub from: Option<String>,
    /// Last day: a date, month or year.
    pub to: Option<String>,
    /// A year, or any other period.
    pub year: Option<String>,
    /// Part of the name of the body.
    pub body: Option<String>,
    /// Decisions only.
    pub decisions: bool,
    /// Leaves out statements whose speaker is in doubt.
    pub sure: bool,
    /// `relevance`, `newest` or `oldest`.
    pub sort: Option<String>,
    /// How many hits at most.
    pub limit: Option<String>,
    /// How many hits to pass over first.
    pub offset: Option<String>,
    /// Where a page begins, as the answer before it says: `20-3f9a2c81b7d4`.
    pub cursor: Option<String>,
    /// What hits are put together by: `meeting`, `item`, `person`, `body` or `year`.
    pub group: Option<String>,
    /// Whether everything found is counted by person, body, year, meeting and item.
    pub facets: bool,
    /// `year` or `month`: how often it is said over time.
    pub timeline: Option<String>,
    /// Shows each hit on a line, aligned at the word that was found.
    pub kwic: bool,
}

/// A question that has been understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// What to look for, in the order typed. May be empty when there is a filter.
    pub words: Vec<Clause>,
    /// What was typed among the words and could not be read.
    pub unread: Vec<Note>,
    /// Name or key of who said it.
    pub speaker: Option<String>,
    /// Name or key of who is mentioned.
    pub about: Option<String>,
    /// Name or key of who is answered or asked.
    pub addressed_to: Option<String>,
    /// First day, inclusive.
    pub from: Option<Date>,
    /// Last day, inclusive.
    pub to: Option<Date>,
    /// Part of the name of the body.
    pub body: Option<String>,
    /// Decisions only.
    pub decisions: bool,
    /// Leaves out statements whose speaker is in doubt.
    pub sure: bool,
    /// In which order.
    pub sort: Sort,
    /// How many hits at most; `None` is as the index's settings have it.
    pub limit: Limit,
    /// How many hits to pass over first.
    pub offset: usize,
    /// The version of the index that the page before had.
    pub version: Option<String>,
    /// What hits are put together by.
    pub group: Option<GroupBy>,
    /// Whether everything found is counted by person, body, year, meeting and item.
    pub facets: bool,
    /// How often it is said over time.
    pub timeline: Option<Step>,
    /// Shows each hit on a line, aligned at the word that was found.
    pub kwic: bool,
}

/// A part of what to look for; parts side by side must all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// Words that must all be there, in any form.
    Words(Text),
    /// A quoted phrase, or `=word`: as written, side by side.
    Phrase(Text),
    /// Words in any form, with at most so many others between them.
    Near(Text, u32),
    /// A word that begins so, as written.
    Begins(Text),
    /// A word that is spelt nearly so: at most so many letters changed, left out, added or swapped.
    Like(Text, u8),
    /// What a field names: a person, a body, an item.
    Named(Field, String),
    /// First and last day, inclusive.
    Days(Option<Date>, Option<Date>),
    /// What the item is for: `O`, `B` or `D`.
    Kind(char),
    /// Whether it is a decision.
    Decision(bool),
    /// One of several groups; all of a group must hold.
    Any(Vec<Vec<Clause>>),
    /// What must not hold all together.
    Without(Vec<Clause>),
}

/// A field of the query language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// `taler:`, `speaker:`: a name or key, or a role.
    Speaker,
    /// `om:`, `about:`: who is mentioned.
    About,
    /// `til:`, `to:`: who is answered or asked.
    To,
    /// `rolle:`, `role:`: the role of the speaker at the meeting.
    Role,
    /// `organ:`, `body:`: part of the name of the body.
    Body,
    /// `punkt:`, `item:`: the number of the item, or words of its title.
    Item,
    /// `type:`, `kind:`: what the item is for.
    Kind,
    /// `dato:`, `date:`: a period.
    On,
    /// `før:`, `before:`.
    Before,
    /// `efter:`, `after:`.
    After,
    /// `beslutning:`, `decision:`.
    Decision,
    /// `bilag:`, `annex:`: an annex that the statement names.
    Annex,
    /// `sag:`, `case:`: a case number that the statement names.
    Case,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Best first; ties newest first.
    #[default]
    Relevance,
    /// Newest meeting first, within it as it went on.
    Newest,
    /// Oldest meeting first, within it as it went on.
    Oldest,
}

/// How many hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limit {
    /// As the settings of the index have it.
    #[default]
    Usual,
    /// At most so many.
    First(usize),
    /// All there are.
    All,
}

/// Which meetings, or which people's meetings: the filter of lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Name (or part of it) or key of a person.
    pub name: Option<String>,
    /// Part of the name of the body.
    pub body: Option<String>,
    /// First day, inclusive.
    pub from: Option<Date>,
    /// Last day, inclusive.
    pub to: Option<Date>,
}

impl Question {
    /// The order that hits come in. Without words nothing is more relevant than anything else, so
    /// the newest comes first; a concordance is read as it went on.
    pub fn order(&self) -> Sort {
        match self.sort {
            Sort::Relevance if self.kwic => Sort::Oldest,
            Sort::Relevance if self.words.is_empty() => Sort::Newest,
            sort => sort,
        }
    }

    /// The question with the verbs of its verbal nouns (`mærkning` → `mærke`), and what to say of
    /// it; `None` when it has none. Asked when the question itself finds nothing.
    pub(crate) fn related(&self) -> Option<(Question, Vec<Note>)> {
        let mut notes = Vec::new();
        let mut related = self.clone();
        for clause in &mut related.words {
            let Clause::Words(text) = clause else { continue };
            let Some((verbs, pairs)) = danish::verbs_for_nouns(text) else { continue };
            *text = verbs;
            notes.extend(pairs.into_iter().map(|(typed, verb)| Note::Related { typed, verb }));
        }
        (!notes.is_empty()).then_some((related, notes))
    }
}

impl Typed {
    /// What it means.
    ///
    /// # Errors
    /// When a date, an order or a number cannot be read, or nothing at all was asked.
    pub fn question(&self) -> Result<Question, QueryError> {
        let (from, to) = self.days()?;
        let (words, unread) = crate::grammar::clauses(&self.words);
        let n = words.iter().map(n_looked_up).sum();
        if n > MAX_LOOKED_UP {
            return Err(QueryError::TooWide { n, most: MAX_LOOKED_UP });
        }
        let (offset, version) = match given(&self.cursor) {
            Some(cursor) => page(&cursor)?,
            None => (given(&self.offset).map_or(Ok(0), |typed| number("offset", &typed))?, None),
        };
        let question = Question {
            words,
            unread,
            speaker: given(&self.speaker),
            about: given(&self.about),
            addressed_to: given(&self.addressed_to),
            from,
            to,
            body: given(&self.body),
            decisions: self.decisions,
            sure: self.sure,
            sort: sort(self.sort.as_deref())?,
            limit: match given(&self.limit).as_deref() {
                None => Limit::Usual,
                Some("all") => Limit::All,
                Some(typed) => Limit::First(number("limit", typed)?),
            },
            offset,
            version,
            group: given(&self.group).map(|typed| group(&typed)).transpose()?,
            facets: self.facets,
            timeline: given(&self.timeline).map(|typed| step(&typed)).transpose()?,
            kwic: self.kwic,
        };
        let filtered = question.speaker.is_some()
            || question.about.is_some()
            || question.addressed_to.is_some()
            || question.body.is_some()
            || question.decisions
            || from.is_some()
            || to.is_some();
        let looks_for_something = question.words.iter().any(looks_for_something);
        if !looks_for_something && !filtered {
            return Err(QueryError::NothingAsked);
        }
        Ok(question)
    }

    /// What it means as the filter of a list; `speaker` is the person's name there.
    ///
    /// # Errors
    /// When a date cannot be read.
    pub fn filter(&self) -> Result<Filter, QueryError> {
        let (from, to) = self.days()?;
        Ok(Filter { name: given(&self.speaker), body: given(&self.body), from, to })
    }

    /// The days that `from`, `to` and `year` leave, both inclusive.
    pub(crate) fn days(&self) -> Result<(Option<Date>, Option<Date>), QueryError> {
        let read = |name, typed: &Option<String>| -> Result<Option<DateRange>, QueryError> {
            given(typed)
                .map(|typed| parse_period(&typed).ok_or(QueryError::Date { name, typed }))
                .transpose()
        };
        let year = read("year", &self.year)?;
        let from = read("from", &self.from)?.map(DateRange::from);
        let to = read("to", &self.to)?.map(DateRange::to);
        let from = from.into_iter().chain(year.map(DateRange::from)).max();
        let to = to.into_iter().chain(year.map(DateRange::to)).min();
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            return Err(QueryError::Period { from, to });
        }
        Ok((from, to))
    }
}

/// Parts of a question that are looked up in the words and names of the whole archive, at most: each costs
/// as much as a question of its own. No source.
const MAX_LOOKED_UP: usize = 16;

/// How many parts of a clause are looked up in the words and names of the whole archive.
fn n_looked_up(clause: &Clause) -> usize {
    match clause {
        Clause::Begins(_) | Clause::Like(..) | Clause::Named(..) => 1,
        Clause::Any(groups) => groups.iter().flatten().map(n_looked_up).sum(),
        Clause::Without(clauses) => clauses.iter().map(n_looked_up).sum(),
        _ => 0,
    }
}

/// Whether a clause finds something by itself: signs alone and what must not be there do not.
fn looks_for_something(clause: &Clause) -> bool {
    match clause {
        Clause::Words(text)
        | Clause::Phrase(text)
        | Clause::Near(text, _)
        | Clause::Begins(text)
        | Clause::Like(text, _) => text.as_str().chars().any(char::is_alphanumeric),
        Clause::Any(groups) => groups.iter().flatten().any(looks_for_something),
        Clause::Without(_) => false,
        Clause::Named(..) | Clause::Days(..) | Clause::Kind(_) | Clause::Decision(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str) -> Typed {
        Typed { words: words.to_owned(), ..Typed::default() }
    }

    #[test]
    fn periods_meet() {
        let day = |y, m, d| Date::new(y, m, d).ok();
        let days = |from: &str, to: &str, year: &str| {
            let of = |s: &str| Some(s.to_owned());
            Typed { from: of(from), to: of(to), year: of(year), ..Typed::default() }.days()
        };
        assert_eq!(days("", "", "").unwrap(), (None, None));
        assert_eq!(days("2021", "", "").unwrap(), (day(2021, 1, 1), None));
        assert_eq!(days("", "2021-02", "").unwrap(), (None, day(2021, 2, 28)));
        assert_eq!(days("2021-06", "", "2021").unwrap(), (day(2021, 6, 1), day(2021, 12, 31)));
        assert!(matches!(days("2022", "2021", ""), Err(QueryError::Period { .. })));
        assert_eq!(days("2. februar 2022", "", "").unwrap().0, day(2022, 2, 2));
        assert_eq!(days("", "feb 2024", "").unwrap().1, day(2024, 2, 29));
        assert!(matches!(days("i går", "", ""), Err(QueryError::Date { name: "from", .. })));
    }

    #[test]
    fn nothing_asked_is_told() {
        assert!(matches!(typed(" ").question(), Err(QueryError::NothingAsked)));
        assert!(typed("havn").question().is_ok());
        assert!(Typed { decisions: true, ..Typed::default() }.question().is_ok());
        assert!(typed(&"hav* ".repeat(16)).question().is_ok());
        let wide = typed(&format!("{}(a~ OR -taler:b)", "hav* ".repeat(15)));
        assert!(matches!(wide.question(), Err(QueryError::TooWide { n: 17, .. })));
        let decisions = Typed { decisions: true, ..Typed::default() };
        assert_eq!(decisions.question().unwrap().order(), Sort::Newest);
        assert_eq!(typed("havn").question().unwrap().order(), Sort::Relevance);
        let upside_down = Typed { sort: Some("ældst".to_owned()), ..typed("havn") };
        assert!(matches!(upside_down.question(), Err(QueryError::Value { name: "sort", .. })));
    }
}
