//! Days and periods: `28. marts`, `maj 2022`, `i 2023`, `2018-2022`, `andet halvår 2022`, `i foråret`.
//! A number of four digits is a year only where words say so: `2000 borgere` and `tlf. 2034 5678` are none.

use danish::{Date, FoundDate, month_named};

use super::words::{Sentence, one_of};
use super::{Found, ReferenceKind};

/// Words that a year, a month or a season can stand after.
const BEFORE: [&str; 27] = [
    "i",
    "for",
    "fra",
    "til",
    "af",
    "om",
    "inden",
    "før",
    "efter",
    "siden",
    "ultimo",
    "primo",
    "medio",
    "hele",
    "år",
    "året",
    "årene",
    "starten",
    "slutningen",
    "begyndelsen",
    "midten",
    "sommeren",
    "foråret",
    "efteråret",
    "vinteren",
    "og",
    "pr",
];

/// Words after a number that say that it counts something.
const COUNTED: [&str; 22] = [
    "kr",
    "kroner",
    "kr.",
    "mio",
    "mia",
    "pct",
    "procent",
    "borgere",
    "medlemmer",
    "stk",
    "timer",
    "personer",
    "elever",
    "husstande",
    "boliger",
    "km",
    "meter",
    "m2",
    "kvm",
    "tons",
    "euro",
    "gange",
];

/// Words after which a feast or season is a day of the calendar.
const AROUND: [&str; 6] = ["før", "efter", "inden", "til", "inde", "omkring"];

/// The day or period whose first word stands at a place.
pub(super) fn period_at(sentence: &Sentence<'_>, at: usize) -> Found {
    let (target, next) = day_at(sentence, at)
        .or_else(|| part_of_year_at(sentence, at))
        .or_else(|| month_at(sentence, at))
        .or_else(|| years_at(sentence, at))
        .or_else(|| season_at(sentence, at))
        .or_else(|| relative_year_at(sentence, at))?;
    Some((vec![sentence.reference(ReferenceKind::Date, at, next, target)], next))
}

/// A day, its target, and the first place after it.
pub(super) fn day_at(sentence: &Sentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let (date, next) = sentence.date_at(at)?;
    Some((day_target(date, sentence.about.date), next))
}

/// The day that a date means; without a year, the one that lies closest to the meeting.
pub(super) fn day_target(date: &FoundDate, meeting: Option<Date>) -> Option<String> {
    if date.year.is_some() {
        return date.date().map(|date| date.to_string());
    }
    let meeting = meeting?;
    let days = |other: Date| (other - meeting).get_days().unsigned_abs();
    [-1, 0, 1]
        .into_iter()
        .filter_map(|step| date.date_in(meeting.year().checked_add(step)?))
        .min_by_key(|other| days(*other))
        .map(|date| date.to_string())
}

/// A month with or without year: `maj 2022`, `i marts`.
pub(super) fn month_at(sentence: &Sentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let word = sentence.word(at);
    let month = month_named(word)?;
    let after = sentence.after_stop(at + 1);
    if let Some(year) = year(sentence.word(after)) {
        return Some((Some(format!("{year}-{month:02}")), after + 1));
    }
    // *Maj* and *August* are names; a month alone is written small, after a word of time.
    let placed = one_of(sentence.before(at), &BEFORE) && word.starts_with(char::is_lowercase);
    // Short forms are words too (*jul*, *dec*): with a year only.
    let long = word.chars().count() > 4 || one_of(word, &["maj", "juni", "juli"]);
    if !placed || !long {
        return None;
    }
    let target = sentence.about.date.map(|meeting| {
        let ahead = month - meeting.month();
        let year = match ahead {
            10.. => meeting.year() - 1,
            ..=-10 => meeting.year() + 1,
            _ => meeting.year(),
        };
        format!("{year}-{month:02}")
    });
    Some((target, at + 1))
}

/// `andet halvår 2022`, `3. kvartal`.
fn part_of_year_at(sentence: &Sentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let nth = match sentence.lower(at) {
        "første" | "1" => 1,
        "andet" | "2" => 2,
        "tredje" | "3" => 3,
        "fjerde" | "4" => 4,
        _ => return None,
    };
    let name = sentence.after_stop(at + 1);
    let (n_months, last) = match sentence.word(name) {
        "halvår" => (6, 2),
        "kvartal" => (3, 4),
        _ => return None,
    };
    if nth > last {
        return None;
    }
    let told = year(sentence.word(name + 1));
    let next = if told.is_some() { name + 2 } else { name + 1 };
    let year = told.or(sentence.about.date.map(Date::year));
    let end = nth * n_months;
    let target = year.map(|year| format!("{year}-{:02}/{year}-{end:02}", end - n_months + 1));
    Some((target, next))
}

/// `i 2023`, `hele 2022`, `2018-2022`, `2021/22`.
fn years_at(sentence: &Sentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let word = sentence.word(at);
    if let Some((from, to)) = word.split_once(['-', '–', '/']) {
        let from = year(from)?;
        let to = match to.len() {
            2 => year(&format!("{}{to}", from / 100))?,
            _ => year(to)?,
        };
        return (from < to).then(|| (Some(format!("{from}/{to}")), at + 1));
    }
    let year = year(word)?;
    let counts = one_of(sentence.word(at + 1), &COUNTED)
        || sentence.is(at + 1, "%")
        || sentence.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    (one_of(sentence.before(at), &BEFORE) && !counts).then(|| (Some(year.to_string()), at + 1))
}

/// `i foråret`, `foråret 2022`, `før jul`, `inden sommerferien`.
fn season_at(sentence: &Sentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    let word = sentence.lower(at);
    let (from, to) = match word {
        "foråret" | "forår" => (3, 5),
        "sommeren" | "sommer" | "sommerferien" => (6, 8),
        "efteråret" | "efterår" => (9, 11),
        "jul" | "julen" | "årsskiftet" => (12, 12),
        // Winter lies in two years.
        "vinteren" | "vinterferien" | "påske" | "påsken" | "nytår" => (0, 0),
        _ => return None,
    };
    let told = year(sentence.word(at + 1));
    let before = at.checked_sub(1).map_or("", |before| sentence.lower(before));
    let around = AROUND.contains(&before);
    let inside = word.ends_with("året")
        || (word == "sommeren" && ["i", "for", "af", "fra", "hen"].contains(&before));
    if told.is_none() && !around && !inside {
        return None;
    }
    let next = if told.is_some() { at + 2 } else { at + 1 };
    let year = told.or(sentence.about.date.map(Date::year)).filter(|_| from > 0);
    let target = year.map(|year| {
        // In spring, Christmas is told of as past.
        let past = from == 12
            && told.is_none()
            && sentence.about.date.is_some_and(|meeting| meeting.month() <= 4);
        let year = if past { year - 1 } else { year };
        if from == to {
            format!("{year}-{from:02}")
        } else {
            format!("{year}-{from:02}/{year}-{to:02}")
        }
    });
    Some((target, next))
}

/// `i år`, `næste år`, `sidste år`.
fn relative_year_at(sentence: &Sentence<'_>, at: usize) -> Option<(Option<String>, usize)> {
    if sentence.word(at + 1) != "år" {
        return None;
    }
    let step = match sentence.lower(at) {
        "i" => 0,
        "næste" | "kommende" => 1,
        "sidste" | "forrige" => -1,
        _ => return None,
    };
    // `i år 2022`: the year itself is told; `i år efter år` tells none.
    if step == 0 && !sentence.word(at + 2).is_empty() && year(sentence.word(at + 2)).is_some() {
        return None;
    }
    let target = sentence.about.date.map(|meeting| (meeting.year() + step).to_string());
    Some((target, at + 2))
}

/// A year from 1900 to 2099, printed with four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1900..2100).contains(year))
}
