//! The archive's own words: when they are counted, and that writer and reader have the same.

use super::{Desk, counts, minutes, minutes_with};

const OWN_WORD: &str = "Udvalget drøftede, om en plosk kan lejes, og hvad en plosk koster.";
const ITS_COMPOUND: &str = "Plosksystemet blev afprøvet.";

#[test]
fn a_compound_of_words_that_only_the_archive_has_is_found_by_its_parts() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes_with("3. maj 2021", OWN_WORD));
    desk.write("arkiv/b.txt", minutes_with("4. maj 2021", OWN_WORD));
    desk.write("arkiv/c.txt", minutes_with("5. maj 2021", ITS_COMPOUND));
    assert_eq!(desk.index().n_own_words, Some(1));
    assert_eq!(desk.n_with_part("plosk"), 1);
    // A reader analyzes with the same words, and a second run leaves them as they are.
    let tokens = desk.store().analyzer().text(&danish::Text::new("plosksystemerne"));
    assert!(tokens.iter().any(|token| token.text == "plosk"), "{tokens:?}");
    let before = desk.store().manifest().unwrap();
    counts(&desk.index(), (0, 3, 0, 0));
    assert_eq!(desk.store().manifest().unwrap(), before);
    assert_eq!(desk.n_with_part("plosk"), 1);
}

#[test]
fn words_are_counted_again_when_the_archive_has_doubled_and_by_rebuild() {
    let desk = Desk::new();
    for (nth, day) in (1..=6).enumerate() {
        let day = format!("{day}. maj 2021");
        desk.write(&format!("arkiv/{nth}.txt"), minutes_with(&day, ITS_COMPOUND));
    }
    assert_eq!(desk.index().n_own_words, None);
    let n_documents = desk.n_documents();
    desk.write("arkiv/ny1.txt", minutes_with("3. juni 2021", OWN_WORD));
    desk.write("arkiv/ny2.txt", minutes_with("4. juni 2021", OWN_WORD));
    counts(&desk.index(), (2, 6, 0, 0));
    assert_eq!(desk.n_with_part("plosk"), 0);
    for nth in 5..=14 {
        let day = format!("{nth}. juni 2021");
        desk.write(&format!("arkiv/ny{nth}.txt"), minutes("Havneudvalget", &day));
    }
    let summary = desk.index();
    counts(&summary, (10, 8, 0, 0));
    assert_eq!(summary.n_own_words, Some(1));
    assert_eq!(desk.n_with_part("plosk"), 6);
    assert!(desk.n_documents() > 2 * n_documents);

    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes_with("3. maj 2021", OWN_WORD));
    desk.write("arkiv/b.txt", minutes_with("4. maj 2021", ITS_COMPOUND));
    desk.index();
    desk.write("arkiv/c.txt", minutes_with("5. maj 2021", OWN_WORD));
    desk.index();
    assert_eq!(desk.n_with_part("plosk"), 0);
    counts(&desk.rebuild(), (3, 0, 0, 0));
    assert_eq!(desk.n_with_part("plosk"), 1);
}
