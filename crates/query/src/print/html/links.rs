//! Addresses of the pages: the one place that knows them.
//!
//! In: references, keys, what was typed. Out: a path with its query, percent-encoded. Deliberately
//! absent: HTML escaping, which the templates do on top.

use danish::Date;
use schema::{StatementEntry, slug};

use crate::Typed;

/// The address of a meeting, at its top or at a fragment: `/moede/vandraad-2021-03-04`.
pub fn meeting(id: &str) -> String {
    format!("/moede/{}", encoded(id))
}

/// The address of a statement in its meeting.
pub fn in_meeting(id: &str, ordinal: u32) -> String {
    format!("/moede/{}#s{ordinal}", encoded(id))
}

/// The address of a statement in its meeting, where every statement that the question finds is marked.
/// A browser that reads text fragments shows the sentence, should its number once be another's.
pub fn found_in_meeting(statement: &StatementEntry, typed: &Typed) -> String {
    let bare = Typed { body: None, from: None, to: None, year: None, ..asked(typed) };
    let page = asking(&meeting(&statement.meeting.id), &bare);
    format!("{page}#s{}:~:text={}", statement.ordinal, text_fragment(&statement.text))
}

/// A sentence as a text directive (WICG, *URL Fragment Text Directives*): whole, or its first and last
/// words where it is long.
fn text_fragment(text: &str) -> String {
    /// Words of a sentence that is given whole, and of each end of one that is not.
    const WHOLE: usize = 9;
    const END: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    match (words.first_chunk::<END>(), words.last_chunk::<END>()) {
        (Some(first), Some(last)) if words.len() > WHOLE => {
            format!("{},{}", directive(&first.join(" ")), directive(&last.join(" ")))
        }
        _ => directive(&words.join(" ")),
    }
}

/// Text in a directive, where a hyphen has a meaning of its own.
fn directive(text: &str) -> String {
    encoded(text).replace('-', "%2D")
}

/// The address of a body.
pub fn body(name: &str) -> String {
    format!("/organ/{}", encoded(&slug(name)))
}

/// The address of a statement in its item.
pub fn statement(id: &str) -> String {
    format!("/udsagn/{}", encoded(id))
}

/// The address of a person.
pub fn person(key: &str) -> String {
    format!("/person/{}", encoded(key))
}

/// The address of a search; empty fields are left out.
pub fn search(typed: &Typed) -> String {
    asking("/", typed)
}

/// The address of who says something most.
pub fn who(typed: &Typed) -> String {
    asking("/hvem", &asked(typed))
}

/// The address of a matter from its first mention to its last.
pub fn topic(typed: &Typed) -> String {
    asking("/emne", &asked(typed))
}

/// The address of what a person or body speaks of more than others.
pub fn words(typed: &Typed) -> String {
    asking("/ord", &Typed { words: String::new(), ..asked(typed) })
}

/// The address of the statements that are like one.
pub fn similar(id: &str) -> String {
    format!("/udsagn/{}/lignende", encoded(id))
}

/// The same question from its first page.
pub fn first(typed: &Typed) -> Typed {
    Typed { offset: None, cursor: None, ..typed.clone() }
}

/// The address of the same question within a period, `2021` or `2021-03`; where days were typed that are
/// narrower, they stay. `None` where the days that were typed cannot be read.
pub fn within(typed: &Typed, period: &str) -> Option<String> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let both = |(from, to): (Option<Date>, Option<Date>)| {
        let year = Some(period.to_owned());
        Typed { from: day(from), to: day(to), year, ..Typed::default() }.days().ok()
    };
    let (from, to) = both(typed.days().ok()?)?;
    let mut narrower = Typed { group: None, kwic: false, year: None, ..first(typed) };
    (narrower.from, narrower.to) = match Some((from, to)) == both((None, None)) {
        true => (Some(period.to_owned()), Some(period.to_owned())),
        false => (day(from), day(to)),
    };
    Some(search(&narrower))
}

/// The address of everything that a question finds, in a format of the API: `csv`, `ndjson`, `atom`.
pub fn export(typed: &Typed, format: &str) -> String {
    let typed = Typed { sort: typed.sort.clone(), ..asked(typed) };
    let address = asking("/api/v1/search", &typed);
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}format={format}")
}

/// The address of a meeting in a format of the API.
pub fn meeting_as(id: &str, format: &str) -> String {
    format!("/api/v1/meetings/{}?format={format}", encoded(id))
}

/// The address of a statement in a format of the API.
pub fn statement_as(id: &str, format: &str) -> String {
    format!("/api/v1/statements/{}?format={format}", encoded(id))
}

/// What is asked, without how it is shown.
fn asked(typed: &Typed) -> Typed {
    Typed {
        sort: None,
        limit: None,
        offset: None,
        cursor: None,
        group: None,
        facets: false,
        timeline: None,
        kwic: false,
        ..typed.clone()
    }
}

fn asking(page: &str, typed: &Typed) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let flag = |set: bool| if set { "1".to_owned() } else { String::new() };
    let pairs = [
        ("q", typed.words.trim().to_owned()),
        ("speaker", text(&typed.speaker)),
        ("about", text(&typed.about)),
        ("addressed_to", text(&typed.addressed_to)),
        ("from", text(&typed.from)),
        ("to", text(&typed.to)),
        ("year", text(&typed.year)),
        ("body", text(&typed.body)),
        ("decisions", flag(typed.decisions)),
        ("sure", flag(typed.sure)),
        ("sort", text(&typed.sort)),
        ("limit", text(&typed.limit)),
        ("offset", text(&typed.offset)),
        ("cursor", text(&typed.cursor)),
        ("group", text(&typed.group)),
        ("facets", flag(typed.facets)),
        ("timeline", text(&typed.timeline)),
        ("kwic", flag(typed.kwic)),
    ];
    let mut address = page.to_owned();
    for (name, value) in pairs {
        if value.is_empty() {
            continue;
        }
        address.push(if address.len() == page.len() { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(&encoded(&value));
    }
    address
}

/// The address of the list of meetings of a year.
pub fn meetings_in(year: &str) -> String {
    format!("/moeder?year={}", encoded(year))
}

/// The address of the list of meetings of a body in a year.
pub fn meetings_of(body: &str, year: &str) -> String {
    format!("/moeder?body={}&year={}", encoded(body), encoded(year))
}

/// Percent-encodes all but the unreserved characters (RFC 3986, section 2.3).
pub fn encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_shown_by_its_words() {
        for (text, expected) in [
            ("Planen blev godkendt.", "Planen%20blev%20godkendt."),
            ("By- og land", "By%2D%20og%20land"),
            (
                "Hun bemærkede, at vandstanden i havnen var høj, da planen blev til.",
                "Hun%20bem%C3%A6rkede%2C%20at%20vandstanden,da%20planen%20blev%20til.",
            ),
            ("", ""),
        ] {
            assert_eq!(text_fragment(text), expected, "{text}");
        }
    }

    #[test]
    fn a_period_stays_within_the_days_that_were_typed() {
        for (from, to, period, expected) in [
            (None, None, "2021", Some("/?q=havn&from=2021&to=2021")),
            (Some("2021"), Some("2021"), "2021-03", Some("/?q=havn&from=2021-03&to=2021-03")),
            (Some("2021-06"), None, "2021", Some("/?q=havn&from=2021-06-01&to=2021-12-31")),
            (Some("i går"), None, "2021", None),
        ] {
            let day = |day: Option<&str>| day.map(str::to_owned);
            let (from, to) = (day(from), day(to));
            let typed = Typed { words: "havn".to_owned(), from, to, ..Typed::default() };
            assert_eq!(within(&typed, period).as_deref(), expected, "{typed:?}");
        }
    }

    #[test]
    fn what_was_typed_survives_the_address() {
        let typed = Typed {
            words: "\"by- og land\" & mere".to_owned(),
            speaker: Some("Åse".to_owned()),
            decisions: true,
            year: Some(String::new()),
            ..Typed::default()
        };
        assert_eq!(
            search(&typed),
            "/?q=%22by-%20og%20land%22%20%26%20mere&speaker=%C3%85se&decisions=1"
        );
        assert_eq!(search(&Typed::default()), "/");
        assert_eq!(meeting("a/../b?c"), "/moede/a%2F..%2Fb%3Fc");
    }
}
