//! Forms of minutes, and what must be read from each: headers, agendas, running text.
//!
//! Every document here is invented. A new form gets its case here before it gets its rule.

mod agendas;
mod heads;
mod people;
#[path = "../written/mod.rs"]
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
        (
            "REGION NORD\n\nUdvalget for det nære havnevæsen\nREFERAT af møde 04-2023\n30-05-2023 kl. 15.00",
            "Udvalget for det nære havnevæsen",
            "2023-05-30",
        ),
        (
            "Lundby Sygehus\n\nReferat fra møde i Hoved-MED onsdag den 18. september 2019",
            "Hoved-MED, Lundby Sygehus",
            "2019-09-18",
        ),
        (
            "HAVNEVENNERNES LANDSFORBUND\n\nReferat af ordinært repræsentantskabsmøde\nlørdag den 4. oktober 2008 på Højskolen ved Søen",
            "Havnevennernes Landsforbund",
            "2008-10-04",
        ),
        (
            "Skolebestyrelsen ved Lundby Skole\n\nReferat fra skolebestyrelsesmøde\nTirsdag d. 12. november 2019",
            "Skolebestyrelsen ved Lundby Skole",
            "2019-11-12",
        ),
        (
            "INSTITUT FOR HAVNE\n\n          MØDEREFERAT          2. JUNI 2015\n\nForum            Institutrådet\nMøde afholdt     27. maj 2015, kl. 13.15",
            "Institutrådet",
            "2015-05-27",
        ),
        (
            "Lindby Kommune\n\nReferat\nByrådet\n\nMødedato:        mandag den 5. februar 2018\nMødested:        Byrådssalen",
            "Byrådet",
            "2018-02-05",
        ),
        (
            "VIG HAVN\n\nReferat af ordinært møde i bestyrelsen for Vig Havn fredag den 3. juni\n2016 kl. 8.30 på havnekontoret",
            "Bestyrelsen for Vig Havn",
            "2016-06-03",
        ),
        (
            "Lindby Kommune                         Dato: 31. maj 2022\nPlan og Miljø                          Ref.: BOHO\n\nReferat af borgermøde om en ny sti ved Vig\n\nTid: onsdag den 18. maj 2022 kl. 19-21",
            "Lindby Kommune",
            "2022-05-18",
        ),
        (
            "Krogh & Vig Arkitekter\n\nBYGGEMØDE NR. 4\n\nSag:         1104 Tilbygning til Skovby Hal\nMødedato:    onsdag den 1. marts 2023 kl. 9.00",
            "Tilbygning til Skovby Hal",
            "2023-03-01",
        ),
        (
            "Styregruppen for Vig Bro\n\nReferat af møde nr. 3\n\nProjekt:  Ny bro over åen\nMødedato:  onsdag den 1. marts 2023",
            "Styregruppen for Vig Bro",
            "2023-03-01",
        ),
        (
            "Lundby Sogns Menighedsråd, Vig Provsti,\nNord Stift\n\nBESLUTNINGSPROTOKOL\n\nMødedato: onsdag den 21. oktober 2020",
            "Lundby Sogns Menighedsråd",
            "2020-10-21",
        ),
        (
            "Referat af ordinær generalforsamling i Lundby Vandværk a.m.b.a.\ntorsdag d. 27. marts 2014 kl. 19.30 i Lundby Forsamlingshus.",
            "Lundby Vandværk a.m.b.a",
            "2014-03-27",
        ),
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

#[test]
fn text_below_a_list_of_people_stays_text() {
    for (list, sentence) in [
        ("Afbud: Bo Holm", "Mødet blev holdt på havnen, og der var god stemning."),
        ("Deltagere: Se vedlagte bilag", "Formanden bød velkommen til mødet."),
        ("Til stede: Bo Holm\n", "Ny Kommuneplan er sendt i høring."),
        ("Til stede: Bo Holm og Ea Friis.", "Vi takker Havneforeningen for kaffe."),
    ] {
        let (first, last) = sentence.split_at(sentence.rfind(' ').unwrap_or(0));
        let text = format!(
            "Referat af møde i Rådet den 3. marts 2021\n\n{list}\n{first}\n{}\n\n1. Velkomst\nTekst.\n\n2. Eventuelt\nIntet.\n",
            last.trim()
        );
        let meeting = meeting(&text);
        let found = meeting.statements.iter().any(|s| s.text == sentence);
        assert!(found, "{list:?}: {sentence:?} is not in {:?}", meeting.statements);
    }
}
