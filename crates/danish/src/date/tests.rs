//! Dates as minutes of a hundred years write them, and what only looks like one.

use super::*;

fn iso(text: &str, near: Option<i16>) -> Vec<String> {
    find_dates(text, near)
        .iter()
        .map(|found| match found.date() {
            Some(date) => date.to_string(),
            None if found.impossible() => "impossible".into(),
            None => format!("{}/{}", found.day, found.month),
        })
        .collect()
}

#[test]
fn dates_in_text() {
    for (text, want) in [
        ("mødet den 2. februar 2022 kl. 10", &["2022-02-02"][..]),
        ("tirsdag d. 3/3-98", &["1998-03-03"]),
        ("7/5-40", &["1940-05-07"]),
        ("08-11-2023", &["2023-11-08"]),
        ("2023.09.07", &["2023-09-07"]),
        ("31/8 2021", &["2021-08-31"]),
        ("Aar 1942 den 3 Juni var Sogneraadet", &["1942-06-03"]),
        ("Aar 1944 6 Januar var", &["1944-01-06"]),
        ("Aar 1940 Onsdag d. 24' Jan. Kl. 3", &["1940-01-24"]),
        ("Mandag den 20' Januar 1941 Kl. 7", &["1941-01-20"]),
        ("den 27-1-42", &["1942-01-27"]),
        ("d 10/2 42", &["1942-02-10"]),
        ("d. 17/12 1941", &["1941-12-17"]),
        ("onsdag den 26. april\n2023", &["2023-04-26"]),
        ("d. 8.11.2023 og 9. november 2023", &["2023-11-08", "2023-11-09"]),
        ("den 10. januar i København", &["10/1"]),
        ("Cirkulære af 9/4 om", &["9/4"]),
        ("31. februar 2022", &["impossible"]),
        ("30/2-98", &["impossible"]),
        ("fra 1. marts er der", &["1/3"]),
        ("18.02.2022 18.30", &["2022-02-18"]),
        ("den 3. marts 19.00", &["3/3"]),
        ("Fredag d 2 Februar 1940", &["1940-02-02"]),
        ("den 8d Januar 1940", &["1940-01-08"]),
        ("3die Maj 1941", &["1941-05-03"]),
        ("d 12 . 9 . 1944", &["1944-09-12"]),
        ("d. 13/61945 - 1400", &["1945-06-13"]),
        ("den 5 Nvbr 1942", &["1942-11-05"]),
        ("den 22' Septmb. 1941", &["1941-09-22"]),
        ("punkt 1/2 og 3/4", &[]),
        ("sag 1. 2. 3", &[]),
        ("sagsnr. 24/01873", &[]),
        ("212.000 kr., 9,1 mio.", &[]),
        ("11 mio. kr.", &[]),
        ("i 2022", &[]),
        ("2018-2022", &[]),
        ("kl. 16:00-18:05", &[]),
        ("1.140, da renten", &[]),
    ] {
        assert_eq!(iso(text, None), want, "{text:?}");
    }
}

#[test]
fn short_years_lie_near_the_year_that_is_known() {
    assert_eq!(iso("d. 3/3-12", None), ["2012-03-03"]);
    assert_eq!(iso("d. 3/3-12", Some(1920)), ["1912-03-03"]);
    assert_eq!(iso("d. 3/3-98", Some(2003)), ["1998-03-03"]);
}

#[test]
fn ranges_are_those_of_the_dates_own_words() {
    let text = "Møde tirsdag den 3. marts 1998 på øen";
    let found = find_dates(text, None);
    assert_eq!(&text[found[0].range.clone()], "3. marts 1998");
}
