//! Forms of minutes, and what must be read from each: headers, agendas, running text.
//!
//! Every document here is invented. A new form gets its case here before it gets its rule.

mod written;

use minutes::{Group, Meeting, read};

use written::{pages, vocabulary};

fn meetings(text: &str, place: &str) -> Vec<Meeting> {
    read(&pages(text), place, &vocabulary()).0
}

fn meeting(text: &str) -> Meeting {
    let found = meetings(text, "arkiv/referat.txt");
    assert_eq!(found.len(), 1, "one meeting in {text}");
    found.into_iter().next().unwrap_or_default()
}

/// `number title [kind]`
fn items(meeting: &Meeting) -> Vec<String> {
    meeting
        .items
        .iter()
        .map(|item| {
            let kind = item.kind.map(|kind| format!(" [{}]", kind.letter())).unwrap_or_default();
            format!("{} {}{kind}", item.number, item.title)
        })
        .collect()
}

/// `group: name, affiliation, role, initials, items`, empty parts left out.
fn people(meeting: &Meeting) -> Vec<String> {
    meeting
        .people
        .iter()
        .map(|person| {
            let group = match person.group {
                Group::Member => "m",
                Group::Absent => "a",
                Group::Other => "o",
                Group::Presenter => "p",
            };
            let mut text = format!("{group}: {}", person.name);
            for (mark, part) in
                [("@", &person.affiliation), ("=", &person.role), ("#", &person.initials)]
            {
                if let Some(part) = part {
                    text.push_str(&format!(" {mark}{part}"));
                }
            }
            if !person.items.is_empty() {
                text.push_str(&format!(" !{}", person.items.join(",")));
            }
            text
        })
        .collect()
}

/// Notes a case that came out wrong, so that a run shows all of them.
fn check(wrong: &mut Vec<String>, text: &str, got: &[String], want: &[&str]) {
    if got != want {
        wrong.push(format!("--- {text}\n  got  {got:?}\n  want {want:?}"));
    }
}

#[test]
fn lists_of_people() {
    let mut wrong = Vec::new();
    for (text, want) in [
        (
            "Deltagere fra bestyrelsen\nBo Holm (Havnestyrelsen), Ea Friis (KL)\n\nAfbud fra bestyrelsen\nPer Lund (Region Nord)",
            &["m: Bo Holm @Havnestyrelsen", "m: Ea Friis @KL", "a: Per Lund @Region Nord"][..],
        ),
        (
            "Til stede: Bo Holm (BH), Ea Friis (EFR), formand, Per Lund (online)",
            &["m: Bo Holm #BH", "m: Ea Friis =formand #EFR", "m: Per Lund"],
        ),
        (
            "Til stede:\nBo Holm\nEa Friis\nPer Lund\n\nAfbud:\nIda Krogh",
            &["m: Bo Holm", "m: Ea Friis", "m: Per Lund", "a: Ida Krogh"],
        ),
        (
            "Til stede:\nBo Holm, formand\nEa Friis, kasserer\nPer Lund",
            &["m: Bo Holm =formand", "m: Ea Friis =kasserer", "m: Per Lund"],
        ),
        (
            "Mødt: Bo Holm, Ea Friis og Per Lund.\nAfbud fra: Ida Krogh",
            &["m: Bo Holm", "m: Ea Friis", "m: Per Lund", "a: Ida Krogh"],
        ),
        (
            "Deltagere: Bo Holm (A), Ea Friis (V), formand\nFraværende: Ingen",
            &["m: Bo Holm @A", "m: Ea Friis @V =formand"],
        ),
        ("Til stede: Bo, Ea, Per og Ida", &["m: Bo", "m: Ea", "m: Per", "m: Ida"]),
        (
            "Deltagere: Bo Holm\nReferent: Ea Friis\nMødeleder: Bo Holm",
            &["m: Bo Holm =mødeleder", "o: Ea Friis =referent"],
        ),
        (
            "Oplægsholdere\nLone Vig, kontorchef i Region Nord (deltog under punkt 3 og 4), Bo Holm, Havnestyrelsen, projektleder Broer (deltog under pkt. 5)",
            &[
                "p: Lone Vig @Region Nord =kontorchef i Region Nord !3,4",
                "p: Bo Holm @Havnestyrelsen =projektleder Broer !5",
            ],
        ),
        (
            "Fra Havneskolen deltog:\nRektor Bo Holm (BH), Rektoratet, samt vicedirektør Ea Friis (EF), Økonomiafdelingen, under punkt 4",
            &[
                "o: Bo Holm @Rektoratet =rektor #BH",
                "o: Ea Friis @Økonomiafdelingen =vicedirektør #EF !4",
            ],
        ),
        (
            "Til stede:\nBo Holm          Ea Friis\nPer Lund         Ida Krogh",
            &["m: Bo Holm", "m: Ea Friis", "m: Per Lund", "m: Ida Krogh"],
        ),
        (
            "Bestyrelsen:\nBo Holm, nr. 4 (formand), Ea Friis, nr. 22 (besty-\nrelsesmedlem)",
            &["m: Bo Holm @nr. 4 =formand", "m: Ea Friis @nr. 22 =bestyrelsesmedlem"],
        ),
        (
            "Til stede: Formand Bo Holm, næstformand Ea Friis, skoleleder Per Lund",
            &["m: Bo Holm =formand", "m: Ea Friis =næstformand", "m: Per Lund =skoleleder"],
        ),
        (
            "Mødedeltagere:\n- Bo Holm (formand)\n- Ea Friis (forældrerepræsentant)\n- Per Lund",
            &["m: Bo Holm =formand", "m: Ea Friis =forældrerepræsentant", "m: Per Lund"],
        ),
        (
            "Til stede var Bo Holm, Ea Friis og Per Lund.",
            &["m: Bo Holm", "m: Ea Friis", "m: Per Lund"],
        ),
        (
            "Deltagere: Bo Holm, Per Lund\nAfbud: Ea Friis (suppleant Ida Krogh mødte)",
            &["m: Bo Holm", "m: Per Lund", "a: Ea Friis =suppleant Ida Krogh mødte"],
        ),
        (
            "Medlemmer til stede: Bo Holm; Ea Friis; Per Lund\nIkke til stede: Ida Krogh",
            &["m: Bo Holm", "m: Ea Friis", "m: Per Lund", "a: Ida Krogh"],
        ),
        (
            "Deltagere:\nJonas Bo Vig-Holm (KL), Vibeke van der Meer (Danske Havne), Claus Holm it-direktør i Region Nord",
            &[
                "m: Jonas Bo Vig-Holm @KL",
                "m: Vibeke van der Meer @Danske Havne",
                "m: Claus Holm @Region Nord =it-direktør i Region Nord",
            ],
        ),
        (
            "Til stede:\nBo Holm           formand\nEjnar Vig         kirkeværge\n\nGæst: Organist Dorte Lund (under punkt 3)",
            &["m: Bo Holm =formand", "m: Ejnar Vig =kirkeværge", "o: Dorte Lund =organist !3"],
        ),
        (
            "**Til stede:** Bo Holm (studerende), Ea Friis,\nPer Lund\n\n**Afbud:** Ida Krogh",
            &["m: Bo Holm =studerende", "m: Ea Friis", "m: Per Lund", "a: Ida Krogh"],
        ),
        (
            "Mødeleder: Bo Holm\n\nMedlemmer til stede:\nBo Holm (formand), Ea Friis",
            &["m: Bo Holm =mødeleder, formand", "m: Ea Friis"],
        ),
        (
            "Deltagere:\nBo Holm (A), formand, Samira Vig (F), Poul\nErik Lund (O)",
            &["m: Bo Holm @A =formand", "m: Samira Vig @F", "m: Poul Erik Lund @O"],
        ),
        (
            "Gæster:\nEa Friis, skoleleder på Lundby Skole",
            &["o: Ea Friis @Lundby Skole =skoleleder på Lundby Skole"],
        ),
        (
            "Fra bestyrelsen: Bo Holm, nr. 12 (formand)\nAfbud fra bestyrelsen: Ea Friis, nr. 3",
            &["m: Bo Holm @nr. 12 =formand", "a: Ea Friis @nr. 3"],
        ),
        (
            "Til stede:\nBorgmester Bo Holm (A), 1. viceborgmester Inge-Lise Lund (V)",
            &["m: Bo Holm @A =borgmester", "m: Inge-Lise Lund @V =1. viceborgmester"],
        ),
    ] {
        let document = format!(
            "Referat af møde i Rådet den 3. marts 2021\n\n{text}\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Eventuelt\nIntet.\n"
        );
        check(&mut wrong, text, &people(&meeting(&document)), want);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles_dates_and_bodies() {
    let mut wrong = Vec::new();
    for (text, body, date) in [
        (
            "Referat fra møde i Det nationale råd for søer den 2. februar 2022",
            "Det nationale råd for søer",
            "2022-02-02",
        ),
        (
            "REFERAT\n\nBestyrelsesmøde i Haveforeningen Solvang\nTirsdag d. 3/3-98 kl. 19.00 i fælleshuset",
            "Haveforeningen Solvang",
            "1998-03-03",
        ),
        (
            "Haveforeningen Solvang\n\nReferat af bestyrelsesmøde den 7. maj 2019",
            "Haveforeningen Solvang",
            "2019-05-07",
        ),
        (
            "Skolebestyrelsen ved Lundby Skole\nReferat af møde nr. 4, mandag den 8/11-2023",
            "Skolebestyrelsen ved Lundby Skole",
            "2023-11-08",
        ),
        (
            "Beslutningsprotokol\nUdvalg: Havneudvalget\nDato: 08-11-2023\nTidspunkt: 16.00",
            "Havneudvalget",
            "2023-11-08",
        ),
        (
            "Havneudvalget\nBeslutningsprotokol\n\nDato\t31. august 2021",
            "Havneudvalget",
            "2021-08-31",
        ),
        ("Referat – Havneudvalget, tirsdag den 10. september 2024", "Havneudvalget", "2024-09-10"),
        (
            "Referat af ordinær generalforsamling i Grundejerforeningen Elmen, torsdag den 26. marts\n2020 kl. 19 i sognegården",
            "Grundejerforeningen Elmen",
            "2020-03-26",
        ),
        (
            "Lundby Menighedsråd\nMøde torsdag den 14. september 2023 kl. 17.00 i sognegården",
            "Lundby Menighedsråd",
            "2023-09-14",
        ),
        (
            "Referat\nMøde i Koordinationsudvalget for Vand\n2023.09.07",
            "Koordinationsudvalget for Vand",
            "2023-09-07",
        ),
        ("Byrådets møde den 31/8 2021", "Byrådet", "2021-08-31"),
    ] {
        let document = format!(
            "{text}\n\nTil stede: Bo Holm, Ea Friis\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Næste møde\nDen 4. juni 2025.\n"
        );
        let meeting = meeting(&document);
        let got = [
            meeting.date.map(|d| d.to_string()).unwrap_or_default(),
            meeting.body.clone(),
            meeting.people.len().to_string(),
        ];
        check(&mut wrong, text, &got, &[date, body, "2"]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn agendas() {
    let mut wrong = Vec::new();
    for (text, want) in [
        ("1. Velkomst\nTekst.\n\n2. Budget\nTekst.", &["1 Velkomst", "2 Budget"][..]),
        ("1) Velkomst\nTekst.\n2) Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        ("Ad 1 Velkomst\nTekst.\n\nAd 2 Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        (
            "Punkt 1: Velkomst\nTekst.\n\nPunkt 2: Budget (B)\nTekst.",
            &["1 Velkomst", "2 Budget [B]"],
        ),
        ("Pkt. 1 Velkomst\nTekst.\n\nPkt. 2 Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        ("4.1. Velkomst\nTekst.\n\n4.2. Budget\nTekst.", &["4.1 Velkomst", "4.2 Budget"]),
        (
            "1. Meddelelser\n1.1 Havnen\nTekst.\n1.2 Stien\nTekst.\n2. Budget\nTekst.",
            &["1 Meddelelser", "1.1 Havnen", "1.2 Stien", "2 Budget"],
        ),
        ("§ 1 Velkomst\nTekst.\n\n§ 2 Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        (
            "1. Forslag\n\na) Om hunde\nTekst.\n\nb) Om katte\nTekst.\n\n2. Eventuelt\nTekst.",
            &["1 Forslag", "1.a Om hunde", "1.b Om katte", "2 Eventuelt"],
        ),
        (
            "Dagsorden:\n1. Velkomst\n2. Budget (B)\n3. Eventuelt\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Budget\nBudgettet blev godkendt.\n\n3. Eventuelt\nIntet.",
            &["1 Velkomst", "2 Budget [B]", "3 Eventuelt"],
        ),
        (
            "Dagsorden:\n1. Velkomst\n2. Budget\n3. Eventuelt\n\nAd 1.\nFormanden bød velkommen.\n\nAd 2.\nBudgettet blev godkendt.\n\nAd 3.\nIntet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "Dagsorden\n1. Velkomst\n2. Budget\n3. Eventuelt\n\n1. Formanden bød velkommen til alle.\n2. Budgettet blev godkendt.\n3. Der var intet under punktet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "Dagsorden\n1. Velkomst\n2. Budget\n3. Eventuelt\n\nVelkomst\nFormanden bød velkommen.\n\nBudget\nBudgettet blev godkendt.\n\nEventuelt\nIntet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "**Velkomst**\nTekst.\n\n**Budget 2023**\nTekst.\n\n**Eventuelt**\nTekst.",
            &["1 Velkomst", "2 Budget 2023", "3 Eventuelt"],
        ),
        (
            "## Velkomst\nTekst.\n\n## Budget 2023\nTekst.\n\n### Baggrunden\nTekst.",
            &["1 Velkomst", "2 Budget 2023", "2.1 Baggrunden"],
        ),
        ("## 1. Velkomst\nTekst.\n\n## 2. Budget 2023\nTekst.", &["1 Velkomst", "2 Budget 2023"]),
        (
            "Velkomst:\nTekst.\n\nBudget 2023:\nTekst.\n\nEventuelt:\nTekst.",
            &["1 Velkomst", "2 Budget 2023", "3 Eventuelt"],
        ),
        (
            "Velkomst\nFormanden bød velkommen til mødet.\n\nGodkendelse af referat\nReferatet blev godkendt.\n\nEventuelt\nIntet.",
            &["1 Velkomst", "2 Godkendelse af referat", "3 Eventuelt"],
        ),
        (
            "1. Valg af dirigent. Bestyrelsen foreslog Bo Holm, som blev valgt.\n2. Beretning. Formanden aflagde beretning.",
            &["1 Valg af dirigent", "2 Beretning"],
        ),
        (
            "1. Valg af dirigent: Bo Holm blev valgt.\n2. Beretning: Formanden aflagde beretning.",
            &["1 Valg af dirigent", "2 Beretning"],
        ),
        (
            "1. Budget 2023 (til beslutning)\nTekst.\n\n2. Havnen – til orientering\nTekst.",
            &["1 Budget 2023 [B]", "2 Havnen [O]"],
        ),
        (
            "1. Drøftelse af strategien\nfor den nye havn\nFormanden indledte drøftelsen om sagen.\n\n2. Eventuelt\nIntet.",
            &["1 Drøftelse af strategien for den nye havn", "2 Eventuelt"],
        ),
        (
            "1. Valg af dirigent\n2. Beretning\nFormanden aflagde beretning.\n3. Eventuelt\nIntet.",
            &["1 Valg af dirigent", "2 Beretning", "3 Eventuelt"],
        ),
        (
            "1. Cykelsti\n\nIndstilling\nForvaltningen indstiller,\n1. at stien anlægges, og\n2. at udgiften afholdes.\n\nBeslutning\nGodkendt.\n\n2. Budget\n\nBeslutning\nGodkendt.",
            &["1 Cykelsti", "2 Budget"],
        ),
        (
            "1. Cykelsti\n\nIndstilling\nForvaltningen indstiller:\n1. Stien anlægges i 2024.\n2. Udgiften afholdes af puljen.\n\nBeslutning\nGodkendt.\n\n2. Budget\n\nBeslutning\nGodkendt.\n\n3. Eventuelt\nIntet.",
            &["1 Cykelsti", "2 Budget", "3 Eventuelt"],
        ),
        (
            "1. Orientering\nFormanden nævnte tre ting:\n1. havnen\n2. stien\n3. broen\n\n2. Budget\nGodkendt.",
            &["1 Orientering", "2 Budget"],
        ),
        (
            "1.\nVelkomst\n\nFormanden bød velkommen.\n\n2.\nBudget\n\nBudgettet blev godkendt.",
            &["1 Velkomst", "2 Budget"],
        ),
        ("Sag nr. 1: Ny sti\nGodkendt.\n\nSag nr. 2: Ny bro\nGodkendt.", &["1 Ny sti", "2 Ny bro"]),
        (
            "0. Velkomst\nTekst.\n\n1. Meddelelser (O)\n\n1. Havnen\nTekst.\n\n2. Stien\nTekst.\n\n2. Plan (B)\nTekst.",
            &["0 Velkomst", "1 Meddelelser [O]", "1.1 Havnen", "1.2 Stien", "2 Plan [B]"],
        ),
        (
            "1. valg af dirigent\nBo blev valgt.\n\n2. beretning\nFormanden aflagde beretning.",
            &["1 valg af dirigent", "2 beretning"],
        ),
        (
            "I. Velkomst\nTekst.\n\nII. Budget\nTekst.\n\nIII. Eventuelt\nTekst.",
            &["I Velkomst", "II Budget", "III Eventuelt"],
        ),
        (
            "1. Godkendelse af dagsorden\nGodkendt.\n\n2. Mødet i marts\nDet blev aftalt at mødes\n12. marts 2023 kl. 19.\n\n3. Eventuelt\nIntet.",
            &["1 Godkendelse af dagsorden", "2 Mødet i marts", "3 Eventuelt"],
        ),
    ] {
        let document = format!(
            "Referat af møde i Rådet den 3. marts 2021\n\nTil stede: Bo Holm, Ea Friis\n\n{text}\n"
        );
        check(&mut wrong, text, &items(&meeting(&document)), want);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn text_under_items_keeps_every_word() {
    let text = "Referat af møde i Rådet den 3. marts 2021\n\nTil stede: Bo Holm\n\nDagsorden:\n1. Velkomst\n2. Budget\n3. Eventuelt\n\nAd 1.\nBo Holm bød velkommen.\n\nAd 2.\nBudgettet blev god-\nkendt.\n\nAd 3.\nIntet.\n";
    let meeting = meeting(text);
    let found: Vec<(Option<&str>, &str)> = meeting
        .statements
        .iter()
        .filter(|s| s.item.is_some())
        .map(|s| (s.item.as_deref(), s.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (Some("1"), "Bo Holm bød velkommen."),
            (Some("2"), "Budgettet blev godkendt."),
            (Some("3"), "Intet.")
        ]
    );
}

#[test]
fn a_date_that_the_text_lacks_comes_from_the_file_name_with_a_remark() {
    let text = "Referat af møde i Rådet\n\nTil stede: Bo Holm\n\n1. Velkomst\nBo Holm bød velkommen.\n\n2. Eventuelt\nIntet.\n";
    let (found, remarks) = read(&pages(text), "rådet/100112.txt", &vocabulary());
    assert_eq!(
        found.first().and_then(|m| m.date).map(|d| d.to_string()).as_deref(),
        Some("2012-01-10")
    );
    assert!(remarks.iter().any(|r| r.text.contains("file name")), "{remarks:?}");
}

#[test]
fn a_date_that_does_not_exist_is_a_remark() {
    let text = "Referat af møde i Rådet den 31. februar 2021\n\nTil stede: Bo Holm\n\n1. Velkomst\nBo Holm bød velkommen.\n\n2. Eventuelt\nIntet.\n";
    let (found, remarks) = read(&pages(text), "rådet/referat.txt", &vocabulary());
    assert_eq!(found.first().and_then(|m| m.date), None);
    assert!(remarks.iter().any(|r| r.text.contains("31. februar 2021")), "{remarks:?}");
}

#[test]
fn bad_input_gives_no_meeting_or_one_without_names() {
    assert!(meetings("", "a.txt").is_empty());
    assert!(meetings("\n \n\u{C}\n", "a.txt").is_empty());
    assert_eq!(meetings("hej", "a.txt").len(), 1);
}
