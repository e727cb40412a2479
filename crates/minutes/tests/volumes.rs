//! Volumes with many meetings: as many are found, with their days, as a reader counts. The volumes are
//! real and lie beside the repository; without them these counts cannot be checked, and the test says so.

use std::path::Path;

use documents::{Format, Line, Page, Pages};
use minutes::{Vocabulary, read};

/// File, and how many meetings a reader counts in it that tell their day.
const COUNTED: [(&str, usize); 3] = [
    ("Tiset/Tiset 1941.txt", 15),
    ("Trige/Trige 1944.txt", 19),
    ("Beder-Malling/Beder-Malling 1944.txt", 24),
];

#[test]
fn volumes_hold_as_many_meetings_as_a_reader_counts() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/aarhus-sogneraad");
    for (place, counted) in COUNTED {
        let Ok(text) = std::fs::read_to_string(folder.join(place)) else {
            std::io::Write::write_all(
                &mut std::io::stdout(),
                format!("skipped: {place} is not there\n").as_bytes(),
            )
            .ok();
            continue;
        };
        let lines = text
            .lines()
            .enumerate()
            .map(|(idx, line)| Line {
                number: idx as u32 + 1,
                text: line.to_string(),
                heading: None,
            })
            .collect();
        let pages = Pages { format: Format::Text, pages: vec![Page { number: 1, lines }] };
        let (meetings, _) = read(&pages, place, &Vocabulary::default());
        let dated = meetings.iter().filter(|meeting| meeting.date.is_some()).count();
        let missing = counted.abs_diff(dated);
        assert!(
            missing * 20 <= counted,
            "{place}: {dated} dated meetings, a reader counts {counted}"
        );
    }
}
