//! Are compounds of words that only the archive has found, by writer, reader and `analyze` alike?

use crate::referat::Desk;

#[test]
fn a_word_that_only_the_archive_has_finds_the_compounds_made_of_it() {
    let desk = Desk::new();
    let sentences = [
        "Udvalget drøftede, om en plosk kan lejes, og hvad en plosk koster.",
        "Torben Ask spurgte, hvornår en plosk kan leveres.",
        "Plosksystemets drift blev drøftet.",
    ];
    for (day, sentence) in (3..).zip(sentences) {
        let text = format!(
            "Referat af møde i Havneudvalget den {day}. maj 2021\n\n1. Havnen\n{sentence}\n"
        );
        desk.write(&format!("arkiv/{day}.txt"), text);
    }
    desk.run(["index", "arkiv"]).expect(0);
    let found = |desk: &Desk| {
        let answer = desk.run(["search", "plosk", "--all", "--format", "json"]).json(0);
        let text = answer.to_string();
        (answer["total"].as_u64(), text.contains("Plosksystemets"))
    };
    assert_eq!(found(&desk), (Some(3), true));
    let analyze = ["analyze", "Plosksystemets", "--format", "json"];
    let keys = desk.run(analyze.iter().chain(&["--index", "referat-index"])).json(0).to_string();
    assert!(keys.contains("\"plosk\""), "{keys}");
    let keys = desk.run(analyze).json(0).to_string();
    assert!(!keys.contains("\"plosk\""), "{keys}");
    desk.run(["index", "arkiv"]).expect(0);
    assert_eq!(found(&desk), (Some(3), true));
    desk.run(["index", "arkiv", "--rebuild"]).expect(0);
    assert_eq!(found(&desk), (Some(3), true));
}
