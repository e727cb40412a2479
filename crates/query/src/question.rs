//! What was typed, and what it means.
//!
//! In: [`Typed`], the strings of a command line or a URL, unread. Out: [`Question`], whose dates are
//! dates. Deliberately absent: the archive (whether such a person exists is `archive`'s to say) and
//! the meaning of words (`plan`).

use danish::{Date, DateRange, Text, parse_period};

use crate::{Note, QueryError};

/// What was typed, from flags or from a URL: the same names in both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The words, `"phrases"`, `=words` (exactly so) and `-words`.
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
}

/// A question that has been understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// What to look for, in the order typed. May be empty when there is a filter.
    pub words: Vec<Clause>,
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
}

/// A part of what to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// Words that must all be there, in any form.
    Words(Text),
    /// A quoted phrase, or `=word`: as written, side by side.
    Phrase(Text),
    /// A word, in any form, that must not be there.
    Without(Text),
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
    /// the newest comes first.
    pub fn order(&self) -> Sort {
        match self.sort {
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
        let question = Question {
            words: clauses(&self.words),
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
            offset: given(&self.offset).map_or(Ok(0), |typed| number("offset", &typed))?,
        };
        let filtered = question.speaker.is_some()
            || question.about.is_some()
            || question.addressed_to.is_some()
            || question.body.is_some()
            || question.decisions
            || from.is_some()
            || to.is_some();
        let looks_for_something = question.words.iter().any(|clause| match clause {
            Clause::Words(text) | Clause::Phrase(text) => {
                text.as_str().chars().any(char::is_alphanumeric)
            }
            Clause::Without(_) => false,
        });
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
    fn days(&self) -> Result<(Option<Date>, Option<Date>), QueryError> {
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

/// A parameter that is there and not blank: an empty field of a form asks nothing.
fn given(typed: &Option<String>) -> Option<String> {
    typed.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
}

fn sort(typed: Option<&str>) -> Result<Sort, QueryError> {
    match typed.map(str::trim) {
        None | Some("" | "relevance") => Ok(Sort::Relevance),
        Some("newest") => Ok(Sort::Newest),
        Some("oldest") => Ok(Sort::Oldest),
        Some(other) => Err(QueryError::Value {
            name: "sort",
            typed: other.to_owned(),
            takes: "relevance, newest or oldest",
        }),
    }
}

fn number(name: &'static str, typed: &str) -> Result<usize, QueryError> {
    typed.parse().map_err(|_| QueryError::Value {
        name,
        typed: typed.to_owned(),
        takes: "a whole number",
    })
}

/// Cuts what was typed into words, `"phrases"`, `=words` (exactly so) and `-words`. A quote without an end reaches to the
/// end; a hyphen inside a word or alone is just a hyphen.
fn clauses(typed: &str) -> Vec<Clause> {
    let plain = Text::new(typed);
    let mut clauses = Vec::new();
    let mut words = String::new();
    // Every second stretch between quotes is quoted.
    for (nth, stretch) in plain.as_str().split('"').enumerate() {
        if nth % 2 == 1 {
            flush(&mut words, &mut clauses);
            if !stretch.trim().is_empty() {
                clauses.push(Clause::Phrase(Text::new(stretch.trim())));
            }
            continue;
        }
        for word in stretch.split_whitespace() {
            let after =
                |sign| word.strip_prefix(sign).filter(|w| w.starts_with(char::is_alphanumeric));
            let clause = after('-')
                .map(|unwanted| Clause::Without(Text::new(unwanted)))
                .or_else(|| after('=').map(|exact| Clause::Phrase(Text::new(exact))));
            match clause {
                Some(clause) => {
                    flush(&mut words, &mut clauses);
                    clauses.push(clause);
                }
                None => {
                    if !words.is_empty() {
                        words.push(' ');
                    }
                    words.push_str(word);
                }
            }
        }
    }
    flush(&mut words, &mut clauses);
    clauses
}

fn flush(words: &mut String, clauses: &mut Vec<Clause>) {
    if !words.is_empty() {
        clauses.push(Clause::Words(Text::new(words)));
        words.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str) -> Typed {
        Typed { words: words.to_owned(), ..Typed::default() }
    }

    #[test]
    fn words_phrases_and_unwanted_words_come_apart() {
        let words = |w: &str| Clause::Words(Text::new(w));
        let phrase = |w: &str| Clause::Phrase(Text::new(w));
        let without = |w: &str| Clause::Without(Text::new(w));
        for (text, expected) in [
            ("sundhedsjournal", vec![words("sundhedsjournal")]),
            ("hjertesvigt  telemedicin", vec![words("hjertesvigt telemedicin")]),
            ("by- og land", vec![words("by- og land")]),
            ("\"den røde mole\" havn", vec![phrase("den røde mole"), words("havn")]),
            ("havn -mole bro", vec![words("havn"), without("mole"), words("bro")]),
            ("\"uden ende", vec![phrase("uden ende")]),
            ("havn - bro", vec![words("havn - bro")]),
            ("bro =havnen", vec![words("bro"), phrase("havnen")]),
            ("havn = bro", vec![words("havn = bro")]),
            ("\"\"", vec![]),
        ] {
            assert_eq!(clauses(text), expected, "{text}");
        }
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
        let decisions = Typed { decisions: true, ..Typed::default() };
        assert_eq!(decisions.question().unwrap().order(), Sort::Newest);
        assert_eq!(typed("havn").question().unwrap().order(), Sort::Relevance);
        let upside_down = Typed { sort: Some("ældst".to_owned()), ..typed("havn") };
        assert!(matches!(upside_down.question(), Err(QueryError::Value { name: "sort", .. })));
    }
}
