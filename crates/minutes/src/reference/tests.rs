//! Sentences, and what they point to: kind, words, target. The real minutes beside the repository are
//! measured too, and the test says so when they are not there.

use std::path::Path;

use danish::Date;
use serde_json::Value;

use super::{About, ReferenceKind, references};
use crate::AgendaItem;

fn items() -> Vec<AgendaItem> {
    let item = |number: &str, title: &str| AgendaItem {
        number: number.to_owned(),
        title: title.to_owned(),
        parent: number.split_once('.').map(|(above, _)| above.to_owned()),
        ..AgendaItem::default()
    };
    vec![
        item("1", "Meddelelser"),
        item("1.1", "Havnen"),
        item("1.8", "Stien"),
        item("2", "Budget"),
        item("3", "Vedtægter"),
        item("4", "Eventuelt"),
    ]
}

/// `kind "words" target`, in order.
fn shown(text: &str, current: &str) -> Vec<String> {
    let items = items();
    let about = About { items: &items, current: Some(current), date: Date::new(2022, 2, 2).ok() };
    references(text, &about)
        .iter()
        .map(|reference| {
            let words = text.get(reference.range.clone()).unwrap_or("no words");
            let target = reference.target.as_deref().unwrap_or("-");
            format!("{} \"{words}\" {target}", reference.kind.as_str())
        })
        .collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(shown(text, "2"), *want, "{text}");
    }
}

#[test]
fn annexes() {
    check(&[
        ("Planen fremgår af bilag 4.1.", &["annex \"bilag 4.1\" 4.1"]),
        ("Se bilag 1 og 2.", &["annex \"bilag 1\" 1", "annex \"2\" 2"]),
        (
            "Bilag A er nyt, og bilag nr. 3 er trukket.",
            &["annex \"Bilag A\" A", "annex \"bilag nr. 3\" 3"],
        ),
        ("Bilag 1, 2 og 5 er vedlagt.", &["annex \"Bilag 1\" 1", "annex \"2\" 2", "annex \"5\" 5"]),
        ("Han lagde et bilag frem.", &[]),
        ("Der var bilag til sagen, og bilag i mappen.", &[]),
        ("Vedlagt som bilag. I dag er det nyt.", &[]),
        ("Et bilag I kan læse hjemme.", &[]),
        ("Et bilag 4 sider langt.", &[]),
        ("Udgiftsbilagene blev set igennem.", &[]),
    ]);
}

#[test]
fn items_of_the_meeting() {
    check(&[
        ("Det behandles under punkt 4.", &["item \"punkt 4\" 4"]),
        ("Jf. pkt. 1.8 om stien.", &["item \"pkt. 1.8\" 1.8"]),
        ("Hun deltog under punkt 3 og 4.", &["item \"punkt 3\" 3", "item \"4\" 4"]),
        ("Sagen kommer under dagsordenspunkt 3.", &["item \"dagsordenspunkt 3\" 3"]),
        ("Bo Holm deltog under meddelelsespunkt 8.", &["item \"meddelelsespunkt 8\" 1.8"]),
        ("Det hører til dagsordenens punkt 3.", &["item \"punkt 3\" 3"]),
        (
            "Det blev nævnt under det foregående dagsordenspunkt.",
            &["item \"foregående dagsordenspunkt\" 1"],
        ),
        ("Det tages under næste punkt.", &["item \"næste punkt\" 3"]),
        // The meeting has no such item: found, and not linked.
        ("Det behandles under punkt 12.", &["item \"punkt 12\" -"]),
        ("Planen blev gennemgået punkt for punkt.", &[]),
        ("Det er et vigtigt punkt, og 4 var imod.", &[]),
        ("Indstillingens punkt 1 blev godkendt.", &[]),
        ("Udvalget godkendte indstillingen, men stemte imod punkt 2.", &[]),
        ("Vedtægternes punkt 3 er uklart.", &[]),
        ("Under punkt 3 i handleplanen står det.", &[]),
        ("Under punkt 3 i dagsordenen står det.", &["item \"punkt 3\" 3"]),
        ("Det er steget 3 procentpunkt.", &[]),
        ("I punkt 3, 4 medlemmer stemte imod.", &["item \"punkt 3\" 3"]),
    ]);
    assert_eq!(shown("Se punkt 8.", "1.1"), ["item \"punkt 8\" 1.8"]);
    assert_eq!(shown("Se punkt 4.", "1.1"), ["item \"punkt 4\" 4"]);
}

#[test]
fn meetings() {
    check(&[
        (
            "Det blev aftalt på mødet den 3. marts 2021.",
            &["meeting \"mødet den 3. marts 2021\" 2021-03-03"],
        ),
        ("Referatet fra 4. maj blev godkendt.", &["meeting \"Referatet fra 4. maj\" 2022-05-04"]),
        (
            "Referatet fra 16. december blev godkendt.",
            &["meeting \"Referatet fra 16. december\" 2021-12-16"],
        ),
        (
            "Referat af mødet d. 3/1 2022 blev godkendt.",
            &["meeting \"mødet d. 3/1 2022\" 2022-01-03"],
        ),
        (
            "Der er styregruppemøde i Vandnet den 18 januar om det.",
            &["meeting \"styregruppemøde i Vandnet den 18 januar\" 2022-01-18"],
        ),
        (
            "Det drøftes på bestyrelsesmødet i november.",
            &["meeting \"bestyrelsesmødet i november\" 2022-11"],
        ),
        ("Det var et møde i september 2021.", &["meeting \"møde i september 2021\" 2021-09"]),
        ("Næste møde er den 8. juni.", &["meeting \"Næste møde er den 8. juni\" 2022-06-08"]),
        (
            "Mandag den 31. januar blev der holdt et ordførermøde.",
            &["meeting \"31. januar blev der holdt et ordførermøde\" 2022-01-31"],
        ),
        ("Det er på dagens bestyrelsesmøde.", &["meeting \"dagens bestyrelsesmøde\" 2022-02-02"]),
        ("Det tages op på kommende møder.", &["meeting \"kommende møder\" -"]),
        ("Mødet sluttede, og fristen er den 3. marts.", &["date \"3. marts\" 2022-03-03"]),
        ("Der var godt fremmøde den 3. marts.", &["date \"3. marts\" 2022-03-03"]),
        ("Hun bød velkommen til mødet.", &[]),
        ("Vi skal møde borgerne.", &[]),
    ]);
}

#[test]
fn cases() {
    check(&[
        ("Se 18/02451.", &["case \"18/02451\" 18/02451"]),
        ("Jf. sag nr. 2021-1234 om stien.", &["case \"sag nr. 2021-1234\" 2021-1234"]),
        (
            "Sagsnr. 24/01873 og j.nr. 12-345.",
            &["case \"Sagsnr. 24/01873\" 24/01873", "case \"j.nr. 12-345\" 12-345"],
        ),
        ("Sagsnr.: 24 / 01873", &["case \"Sagsnr.: 24 / 01873\" 24/01873"]),
        ("J. nr. 2021-4455.", &["case \"J. nr. 2021-4455\" 2021-4455"]),
        (
            "Journal nr. 00.30.14-A00-1-21",
            &["case \"Journal nr. 00.30.14-A00-1-21\" 00.30.14-A00-1-21"],
        ),
        ("EMN-2019-01234 er lukket.", &["case \"EMN-2019-01234\" EMN-2019-01234"]),
        ("Sag nr. 4 blev udsat.", &[]),
        ("Sagen har kostet 12/4 af prisen.", &[]),
        ("Ring på 12 34 56 78 eller 1234 5678.", &[]),
        ("Hans nummer er 010203-1234.", &[]),
        ("Sæsonen 2021/22 var god.", &["date \"2021/22\" 2021/2022"]),
        ("CVR 12345678, kontonr. 4321-0001234567", &[]),
        ("Se journalen.", &[]),
    ]);
}

#[test]
fn laws() {
    check(&[
        ("Det følger af § 12, stk. 2.", &["law \"§ 12, stk. 2\" § 12, stk. 2"]),
        (
            "Jf. servicelovens § 85, stk. 1, nr. 3, er det givet.",
            &["law \"servicelovens § 85, stk. 1, nr. 3\" serviceloven § 85, stk. 1, nr. 3"],
        ),
        (
            "Efter § 9 i forvaltningsloven er det hemmeligt.",
            &["law \"§ 9 i forvaltningsloven\" forvaltningsloven § 9"],
        ),
        ("§ 42 a og §§ 4-6 gælder.", &["law \"§ 42 a\" § 42 a", "law \"§§ 4-6\" §§ 4-6"]),
        ("Det er i strid med forvaltningsloven.", &["law \"forvaltningsloven\" forvaltningsloven"]),
        (
            "Lov nr. 123 af 3. marts 2020 gælder.",
            &["law \"Lov nr. 123 af 3. marts 2020\" lov nr. 123 af 2020-03-03"],
        ),
        (
            "Efter lov om social service er det givet.",
            &["law \"lov om social service\" lov om social service"],
        ),
        (
            "Bekendtgørelse nr. 456 af 2. maj 2019.",
            &["law \"Bekendtgørelse nr. 456 af 2. maj 2019\" bekendtgørelse nr. 456 af 2019-05-02"],
        ),
        ("Det står i bekendtgørelsen.", &["law \"bekendtgørelsen\" -"]),
        (
            "Efter forordning (EU) 2016/679 skal det slettes.",
            &["law \"forordning (EU) 2016/679\" forordning 2016/679"],
        ),
        ("Lovforslag nr. L 146 er bortfaldet.", &["law \"Lovforslag nr. L 146\" L 146"]),
        ("Et § 17, stk. 4-udvalg blev nedsat.", &["law \"§ 17, stk. 4-udvalg\" § 17, stk. 4"]),
        ("Vedtægternes § 3 ændres.", &["law \"Vedtægternes § 3\" vedtægternes § 3"]),
        (
            "Regionerne har ØA22 og økonomiaftalen for 2023.",
            &["agreement \"ØA22\" 2022", "agreement \"økonomiaftalen for 2023\" 2023"],
        ),
        ("Tegnet § mangler på tastaturet.", &[]),
        ("Hun er på orlov, og orloven er lang, med forlov.", &[]),
        ("Han gav lov, og loven er ny.", &[]),
        ("Vladimir Kozlov talte, og Ivan Loven svarede.", &[]),
        ("Det er lovligt og lovpligtigt at love det.", &[]),
    ]);
}

#[test]
fn addresses() {
    check(&[
        (
            "Se www.halmkommune.dk/planer.",
            &["web \"www.halmkommune.dk/planer\" https://www.halmkommune.dk/planer"],
        ),
        (
            "(https://halm.dk/a_(b)), og http://x.dk.",
            &[
                "web \"https://halm.dk/a_(b)\" https://halm.dk/a_(b)",
                "web \"http://x.dk\" http://x.dk",
            ],
        ),
        ("Skriv til hanne@halm.dk eller se halm.dk.", &[]),
        ("Adressen begynder med www. eller http://.", &[]),
    ]);
}

#[test]
fn days_and_periods() {
    check(&[
        ("Fristen er 28. marts 2022.", &["date \"28. marts 2022\" 2022-03-28"]),
        ("Den 10. januar begyndte det.", &["date \"10. januar\" 2022-01-10"]),
        ("Det er klar maj 2022.", &["date \"maj 2022\" 2022-05"]),
        ("Det er klar i marts.", &["date \"marts\" 2022-03"]),
        ("Puljen gælder for hele 2022 og i 2023.", &["date \"2022\" 2022", "date \"2023\" 2023"]),
        ("Strategien 2018-2022 er slut.", &["date \"2018-2022\" 2018/2022"]),
        ("I andet halvår 2022 evalueres der.", &["date \"andet halvår 2022\" 2022-07/2022-12"]),
        ("1. kvartal går godt.", &["date \"1. kvartal\" 2022-01/2022-03"]),
        (
            "Det kommer i foråret og inden sommerferien.",
            &["date \"foråret\" 2022-03/2022-05", "date \"sommerferien\" 2022-06/2022-08"],
        ),
        (
            "Det skete før jul, og senere i år kommer mere.",
            &["date \"jul\" 2021-12", "date \"i år\" 2022"],
        ),
        ("Der er 2000 borgere og 1950 kr. i kassen.", &[]),
        ("Det koster for 2000 kr. og ring på 2034 5678.", &[]),
        ("Maj Holm og August Friis talte.", &[]),
        ("Et godt forår er vigtigt, og en march blev spillet.", &[]),
        ("Mødet begyndte kl. 10.30.", &[]),
    ]);
}

#[test]
fn ranges_are_text_and_nothing_is_found_in_nothing() {
    for text in [
        "",
        "§",
        "§ ",
        "bilag",
        "punkt .",
        "www.",
        "https://ø",
        "sag nr.",
        "møde den",
        "ØAø9",
        "lov om",
        "§ 9, stk.",
        "www.å.dk.å",
        "2021/",
        "/2021",
    ] {
        for reference in shown(text, "9.9") {
            assert!(!reference.contains("no words"), "{text}: {reference}");
        }
    }
}

/// How many of a careful reader's references are found in statements. What is missed is *mødet* and
/// *sagen* alone, which point to nothing that the words themselves tell.
#[test]
fn references_of_real_minutes_are_found() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/sundheds-it-2022-02-02");
    let say = |line: String| {
        std::io::Write::write_all(&mut std::io::stderr(), format!("{line}\n").as_bytes()).ok();
    };
    let Ok(gold) = std::fs::read_to_string(folder.join("references.json")) else {
        say(format!("skipped: {} is not there", folder.display()));
        return;
    };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect(name);
    let rows = |text: &str| -> Vec<Value> {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| serde_json::from_str(line).expect("a gold row"))
            .collect()
    };
    let string = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let gold: Vec<Value> = serde_json::from_str(&gold).expect("gold references");
    let items: Vec<AgendaItem> = serde_json::from_str::<Vec<Value>>(&read("items.json"))
        .expect("gold items")
        .iter()
        .map(|item| AgendaItem {
            number: string(&item["id"]),
            title: string(&item["title"]),
            parent: item["parent"].as_str().map(str::to_owned),
            ..AgendaItem::default()
        })
        .collect();
    let (mut n_gold, mut n_hit, mut n_kind, mut n_linked, mut n_link) = (0, 0, 0, 0, 0);
    let (mut n_found, mut n_right) = (0, 0);
    for row in rows(&read("statements.jsonl")) {
        let (id, text) = (string(&row["id"]), string(&row["sentence"]));
        let current = string(&row["item"]);
        let date = Date::new(2022, 2, 2).ok();
        let about = About { items: &items, current: Some(&current), date };
        let found = references(&text, &about);
        let mut wanted: Vec<(&Value, std::ops::Range<usize>)> = Vec::new();
        for one in gold.iter().filter(|one| one["statement"] == id.as_str()) {
            let words = string(&one["text"]);
            // Gold is in the order of the kinds: the next that nothing else has taken.
            let free =
                text.match_indices(&words).map(|(at, _)| at..at + words.len()).find(|range| {
                    !wanted.iter().any(|(_, w)| w.start < range.end && range.start < w.end)
                });
            match free {
                Some(range) => wanted.push((one, range)),
                None => say(format!("   {id}: {words} is not in the statement")),
            }
        }
        for (one, range) in &wanted {
            n_gold += 1;
            let hit = found.iter().find(|f| f.range.start < range.end && range.start < f.range.end);
            n_hit += usize::from(hit.is_some());
            let kind =
                if one["kind"] == "bilag" { "annex".to_owned() } else { string(&one["kind"]) };
            n_kind += usize::from(hit.is_some_and(|hit| hit.kind.as_str() == kind));
            let target =
                if one["iso"].is_string() { string(&one["iso"]) } else { string(&one["target"]) };
            if target.starts_with(|c: char| c.is_ascii_digit()) && !target.contains(' ') {
                n_link += 1;
                let linked = hit.is_some_and(|hit| hit.target.as_deref() == Some(target.as_str()));
                n_linked += usize::from(linked);
                if !linked {
                    say(format!(
                        "   {id} {kind} {}: {target}, found {hit:?}",
                        string(&one["text"])
                    ));
                }
            } else if hit.is_none() {
                say(format!("   {id} {kind} {}: not found", string(&one["text"])));
            }
        }
        // The reader did not mark laws.
        for one in found.iter().filter(|one| one.kind != ReferenceKind::Law) {
            let right =
                wanted.iter().any(|(_, r)| one.range.start < r.end && r.start < one.range.end);
            n_found += 1;
            n_right += usize::from(right);
            if !right {
                let words = text.get(one.range.clone()).unwrap_or_default();
                say(format!("   {id} more: {:?} {words} {:?}", one.kind, one.target));
            }
        }
    }
    say(format!(
        "references: {n_hit} of {n_gold} found, {n_kind} of the right kind, {n_linked} of {n_link} linked; {n_right} of {n_found} found are gold's"
    ));
    assert!(n_gold > 0, "no gold reference stands in a statement");
    assert!(n_hit * 10 >= n_gold * 8, "recall fell: {n_hit} of {n_gold}");
    assert!(n_right * 10 >= n_found * 9, "precision fell: {n_right} of {n_found}");
    assert!(n_linked * 10 >= n_link * 8, "links fell: {n_linked} of {n_link}");
    assert_eq!(ReferenceKind::Annex.as_str(), "annex");
}
