//! The text of `referat.toml` → its rows. Nothing is applied here.

use danish::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Row, Scope};

/// All rows.
#[derive(Debug)]
pub(super) struct Rows {
    pub names: Vec<Row<NameRow>>,
    pub speakers: Vec<Row<SpeakerRow>>,
    pub dates: Vec<Row<DateRow>>,
    pub roles: Vec<Row<RoleRow>>,
}

/// `[[name]]`: whoever is written so, is called so.
#[derive(Debug)]
pub(super) struct NameRow {
    pub is: String,
    pub written: Vec<String>,
    pub scope: Scope,
}

/// `[[speaker]]`: who says a sentence; an empty name means nobody.
#[derive(Debug)]
pub(super) struct SpeakerRow {
    pub is: String,
    pub words: String,
    pub statement: Option<String>,
    pub file: Option<String>,
}

/// `[[date]]`: the day of a meeting.
#[derive(Debug)]
pub(super) struct DateRow {
    pub is: Date,
    pub file: String,
    /// Which of the meetings in the file, counted from 1; `None` where it has one.
    pub meeting: Option<u32>,
}

/// `[[role]]`: who holds a role.
#[derive(Debug)]
pub(super) struct RoleRow {
    pub is: String,
    pub name: String,
    pub scope: Scope,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    name: Vec<Spanned<Name>>,
    #[serde(default)]
    speaker: Vec<Spanned<Speaker>>,
    #[serde(default)]
    date: Vec<Spanned<Day>>,
    #[serde(default)]
    role: Vec<Spanned<Role>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    is: String,
    written: Vec<String>,
    body: Option<String>,
    file: Option<String>,
    from: Option<Datetime>,
    to: Option<Datetime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Speaker {
    is: String,
    words: String,
    statement: Option<String>,
    file: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Day {
    is: Datetime,
    file: String,
    meeting: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    is: String,
    name: String,
    body: Option<String>,
    file: Option<String>,
    from: Option<Datetime>,
    to: Option<Datetime>,
}

/// The rows of a file; else the line, counted from 1, and what is wrong there.
pub(super) fn parsed(text: &str) -> Result<Rows, (u32, String)> {
    let line_of = |at: usize| {
        let before = text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    };
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(span.start));
        (line, error.message().split_whitespace().collect::<Vec<_>>().join(" "))
    })?;
    let names = rows(file.name, line_of, |row: Name| {
        if row.written.is_empty() {
            return Err("`written` names nobody".to_owned());
        }
        let scope = scope(row.body, row.file, row.from, row.to)?;
        Ok(NameRow { is: filled("is", row.is)?, written: row.written, scope })
    })?;
    let speakers = rows(file.speaker, line_of, |row: Speaker| {
        if row.statement.is_none() && row.file.is_none() {
            return Err("a speaker needs `file` or `statement`".to_owned());
        }
        let words = filled("words", row.words)?;
        Ok(SpeakerRow { is: row.is, words, statement: row.statement, file: row.file })
    })?;
    let dates = rows(file.date, line_of, |row: Day| {
        Ok(DateRow { is: day(row.is)?, file: row.file, meeting: row.meeting })
    })?;
    let roles = rows(file.role, line_of, |row: Role| {
        let scope = scope(row.body, row.file, row.from, row.to)?;
        Ok(RoleRow { is: filled("is", row.is)?, name: filled("name", row.name)?, scope })
    })?;
    Ok(Rows { names, speakers, dates, roles })
}

fn rows<T, R>(
    list: Vec<Spanned<T>>,
    line_of: impl Fn(usize) -> u32,
    row: impl Fn(T) -> Result<R, String>,
) -> Result<Vec<Row<R>>, (u32, String)> {
    list.into_iter()
        .map(|spanned| {
            let line = line_of(spanned.span().start);
            row(spanned.into_inner()).map(|is| Row { line, is }).map_err(|wrong| (line, wrong))
        })
        .collect()
}

fn scope(
    body: Option<String>,
    file: Option<String>,
    from: Option<Datetime>,
    to: Option<Datetime>,
) -> Result<Scope, String> {
    let (from, to) = (from.map(day).transpose()?, to.map(day).transpose()?);
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err("`from` lies after `to`".to_owned());
    }
    Ok(Scope { body, file, from, to })
}

fn filled(key: &str, value: String) -> Result<String, String> {
    if value.trim().is_empty() { Err(format!("`{key}` is empty")) } else { Ok(value) }
}

fn day(typed: Datetime) -> Result<Date, String> {
    let date = typed.date.and_then(|date| {
        let year = i16::try_from(date.year).ok()?;
        let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
        Date::new(year, month, day).ok()
    });
    date.ok_or_else(|| format!("{typed} is no day; write 2021-03-04"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_know_their_line() {
        let text = "# Rettelser\n\n[[name]]\nis = \"Åse Brask\"\nwritten = [\"Aase B.\"]\n\n\
            [[role]]\nis = \"formand\"\nname = \"Åse Brask\"\nfrom = 2019-01-01\n\n\
            [[name]]\nis = \"Mie Falk\"\nwritten = [\"Mie Ask\"]\nto = 2020-12-31\n";
        let rows = parsed(text).unwrap();
        let lines: Vec<u32> = rows.names.iter().map(|row| row.line).collect();
        assert_eq!((lines, rows.roles[0].line), (vec![3, 12], 7));
        assert_eq!(rows.roles[0].is.scope.from, Date::new(2019, 1, 1).ok());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, line, word) in [
            ("[[name]]\nis = \"A\"\nwriten = [\"B\"]", 3, "writen"),
            ("[[name]]\nis = \"A\"\nwritten = []", 1, "nobody"),
            ("[[names]]\nis = \"A\"", 1, "names"),
            ("\n[[speaker]]\nis = \"A\"\nwords = \"hej\"", 2, "file"),
            ("[[date]]\nis = 2021-02-30\nfile = \"a.txt\"", 2, ""),
            (
                "[[role]]\nis = \"formand\"\nname = \"A\"\nfrom = 2021-01-02\nto = 2021-01-01",
                1,
                "after",
            ),
            ("[[role]\n", 1, ""),
        ] {
            let (found, message) = parsed(text).unwrap_err();
            assert!(found == line && message.contains(word), "{text}: line {found} {message}");
        }
        assert!(parsed("").is_ok());
    }
}
