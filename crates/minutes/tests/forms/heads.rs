//! Heads of minutes as offices of many kinds lay them out: sides, columns, tables, surnames with titles,
//! sentences. The marks are those of `people`.

use super::{check, items, meeting, people};

#[test]
fn people_in_many_layouts() {
    let mut wrong = Vec::new();
    for (text, want) in [
        // Where one person stands on each line, what follows a comma is whence, whatever it looks like.
        (
            "Deltagere:\nBo Holm, Agenda Hav (formand)\nEa Friis, Havets Venner\nPer Lund, Vig Å Forsyning",
            &[
                "m: Bo Holm @Agenda Hav =formand",
                "m: Ea Friis @Havets Venner",
                "m: Per Lund @Vig Å Forsyning",
            ][..],
        ),
        ("Afbud: Bo Holm, Vig Byg", &["a: Bo Holm @Vig Byg"]),
        (
            "Fra administrationen: Ea Friis, direktør, Nære Tilbud",
            &["o: Ea Friis @Nære Tilbud =direktør"],
        ),
        ("Afbud: Bo Holm, Ea Friis", &["a: Bo Holm", "a: Ea Friis"]),
        // Titles of two words, and trades before an initial.
        (
            "Deltagere\nKontorchef Bo Holm, Havneministeriet\nPolitisk rådgiver Ea Friis, Havets Venner\nTeknisk servicemedarbejder Per Lund",
            &[
                "m: Bo Holm @Havneministeriet =kontorchef",
                "m: Ea Friis @Havets Venner =politisk rådgiver",
                "m: Per Lund =teknisk servicemedarbejder",
            ],
        ),
        ("Desuden deltog: Havnefoged G. Holm", &["o: G. Holm =havnefoged"]),
        // Only surnames.
        (
            "Fremmødt: Holm (formand), Friis (kasserer), Lund (vildtplejer).\nVig (webmester) meldte fra på grund af influenza.",
            &[
                "m: Holm =formand",
                "m: Friis =kasserer",
                "m: Lund =vildtplejer",
                "a: Vig =webmester",
            ],
        ),
        (
            "Til stede var rektor Holm, prorektor Friis, prof. Lund og overassistent Krogh. Prof. Vig\nhavde meldt forfald. Endvidere deltog direktør Dam, der førte\nprotokollen.",
            &[
                "m: Holm =rektor",
                "m: Friis =prorektor",
                "m: Lund =prof.",
                "m: Krogh =overassistent",
                "a: Vig =prof.",
                "o: Dam =direktør, referent",
            ],
        ),
        ("Deltagere: Bo Holm, Havnestyrelsen (formand)", &["m: Bo Holm @Havnestyrelsen =formand"]),
        // Sides: whom somebody stands for, what somebody is, the items somebody came for.
        (
            "Deltagere:\n\nFor Vig Kommune:      B. Holm, formand\n                      E. Friis\n\nFor havnens brugere:  P. Lund\n\nAdministrationen:     Havnefoged G. Krogh",
            &[
                "m: B. Holm @Vig Kommune =formand",
                "m: E. Friis @Vig Kommune",
                "m: P. Lund @havnens brugere",
                "o: G. Krogh =havnefoged",
            ],
        ),
        (
            "Deltagere\nFormand:              Bo Holm\nUdpeget af Vig Kommune:  Ea Friis\nKirkeværge, Vig:      Per Lund\nPkt. 4:               Ida Krogh",
            &[
                "m: Bo Holm =formand",
                "m: Ea Friis @Vig Kommune",
                "m: Per Lund =kirkeværge, vig",
                "p: Ida Krogh !4",
            ],
        ),
        (
            "Afbud\nSF:            Rosa Holm\nVenstre:       Bo Friis",
            &["a: Rosa Holm @SF", "a: Bo Friis @Venstre"],
        ),
        (
            "Til stede:\nVIP: Bo Holm (BH, formand), Ea Friis (EF)",
            &["m: Bo Holm =formand, vip #BH", "m: Ea Friis =vip #EF"],
        ),
        // Columns and tables.
        (
            "Bestyrelse:                      Fra sekretariatet:\nBo Holm, Holm Stål (formand)     Ea Friis (chef)\nPer Lund, Hotel Vig\n (næstformand)                   Afbud:\nIda Krogh, Vig Bank              Kaj Dam, Dam Byg",
            &[
                "m: Bo Holm @Holm Stål =formand",
                "m: Per Lund @Hotel Vig =næstformand",
                "m: Ida Krogh @Vig Bank",
                "o: Ea Friis @sekretariatet =chef",
                "a: Kaj Dam @Dam Byg",
            ],
        ),
        (
            "Formand          Bo Holm           mødt\nKvæg             Ea Friis          mødt\nPlanter          Per Lund          afbud",
            &["m: Bo Holm =formand", "m: Ea Friis =kvæg", "a: Per Lund =planter"],
        ),
        (
            "Navn        Initialer  Repræsenterer     Til stede\nBo Holm     BH         ledelsen          X\nEa Friis    EF         Havnens fagforening     Afbud",
            &["m: Bo Holm @ledelsen #BH", "a: Ea Friis @Havnens fagforening #EF"],
        ),
        (
            "Navn           Organisation                  Til stede\nBo Holm        Havnestyrelsen (formand)      X\nEa Friis       PostVig A/S                   Afbud",
            &["m: Bo Holm @Havnestyrelsen =formand", "a: Ea Friis @PostVig A/S"],
        ),
        (
            "Deltagere:  Bo Holm, formand        Vig Forsyning      BHO\n            Ea Friis, ref.          Havn Rådgivning    EFR",
            &["m: Bo Holm @Vig Forsyning =formand #BHO", "m: Ea Friis @Havn Rådgivning =ref #EFR"],
        ),
        (
            "Bestyrelsen:\nBo Holm (formand) – Ea Friis (næstformand) – Per Lund",
            &["m: Bo Holm =formand", "m: Ea Friis =næstformand", "m: Per Lund"],
        ),
        // Sentences.
        (
            "Bestyrelsen var mødt ved formand Bo Holm, kasserer Ea Friis og\npumpepasser Per Lund. Som gæst deltog ingeniør Ida Krogh, Kystdirektoratet.",
            &[
                "m: Bo Holm =formand",
                "m: Ea Friis =kasserer",
                "m: Per Lund =pumpepasser",
                "o: Ida Krogh @Kystdirektoratet =ingeniør",
            ],
        ),
        (
            "Til stede: Bo Holm, Ea Friis\n\nUnder punkt 3 deltog desuden prodekan Per Lund.",
            &["m: Bo Holm", "m: Ea Friis", "o: Per Lund =prodekan !3"],
        ),
        (
            "Eksterne medlemmer\nBo Holm, Vig Kommune (formand)\nEa Friis, Agenda Hav\n\nFra universitetet\nLektor Per Lund\nIda Krogh (referent)",
            &[
                "m: Bo Holm @Vig Kommune =formand",
                "m: Ea Friis @Agenda Hav",
                "o: Per Lund =lektor",
                "o: Ida Krogh =referent",
            ],
        ),
        (
            "Deltagere\nNadia el-Khatib (B)\nBo Holm, 1. suppleant",
            &["m: Nadia el-Khatib @B", "m: Bo Holm =1. suppleant"],
        ),
        ("Gæst: Bo Holm (havnefoged)", &["o: Bo Holm =havnefoged"]),
        ("Mødt: BH, EF og PL", &["m: BH #BH", "m: EF #EF", "m: PL #PL"]),
        (
            "Medlemmer\nBo Holm (A) Formand\nEa Friis (V)\nDaglig leder Per Lund",
            &["m: Bo Holm @A =formand", "m: Ea Friis @V", "m: Per Lund =daglig leder"],
        ),
        (
            "Forældre: Bo Holm (formand), Ea Friis\nElever: Ida og Kaj",
            &["m: Bo Holm =formand", "m: Ea Friis", "m: Ida", "m: Kaj"],
        ),
        // Counts name nobody; first names do.
        ("Til stede: 17, heraf 15 stemmeberettigede", &[]),
        ("Fremmødte: 41 stemmeberettigede medlemmer og to gæster", &[]),
        (
            "Til stede: Bo, Ea, Per og Ida. Afbud: Kaj",
            &["m: Bo", "m: Ea", "m: Per", "m: Ida", "a: Kaj"],
        ),
        ("Alle medlemmer undtagen Bo Holm var til stede.", &["a: Bo Holm"]),
    ] {
        let document = format!(
            "Referat af møde i Rådet den 3. marts 2021\n\n{text}\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Eventuelt\nIntet.\n"
        );
        check(&mut wrong, text, &people(&meeting(&document)), want);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bodies_and_dates_in_many_layouts() {
    let mut wrong = Vec::new();
    for (text, body, date) in [
        (
            "Menighedsrådsmøde - BESLUTNINGSPROTOKOL\nVig Menighedsråd\n\nDato: Onsdag den 12. november 2014\nMødetype: Ordinært, offentligt",
            "Vig Menighedsråd",
            "2014-11-12",
        ),
        (
            "Studienævnet ved Institut for Havne\n                       Dato: 30. maj 2018\nMøde den: 24. maj 2018 kl. 12.15\nBygning 14, lokale 3            Side 1/3\nStudienævnsmøde nr. 5\n\nREFERAT",
            "Studienævnet ved Institut for Havne",
            "2018-05-24",
        ),
        (
            "D A N S K   B Å D   F O R B U N D\n\nBESTYRELSESMØDE nr. 3\n18.-19. august 2012, Vig Kro",
            "Dansk Båd Forbund",
            "2012-08-18",
        ),
        (
            "PROTOKOL\nfor\nVig Sogns Menighedsråd\n\nMøde nr. 4/2016          Onsdag den 11. maj 2016 kl. 18.30 i stuen",
            "Vig Sogns Menighedsråd",
            "2016-05-11",
        ),
        (
            "Havne- og Byudvalget torsdag 05.10.2023 kl. 16.00\nVærelse A, Fjordgade 10\n\nDeltagere\n- Bo Holm, borgmester\n\nBemærkninger\nBo Holm forlod mødet under punkt 2.",
            "Havne- og Byudvalget",
            "2023-10-05",
        ),
        (
            "MUSEUM VIG\n\nBestyrelsesmøde tirsdag den 22. september 1998 kl. 15\ni museets bibliotek.\n\nBestyrelsen for Museum Vig var mødt således:\n\nformand Bo Holm, næstformand Ea Friis",
            "Bestyrelsen for Museum Vig",
            "1998-09-22",
        ),
        (
            "Digelaget for Vig Nor\n\nReferat af ordinær generalforsamling\nafholdt på Vig Kro onsdag, den 30/11 2005, kl. 15.00.",
            "Digelaget for Vig Nor",
            "2005-11-30",
        ),
        (
            "AFTAGERPANEL FOR HAVNE OG KYSTER\n\nReferat af møde i aftagerpanelet onsdag den 17. april 2024 kl. 13",
            "Aftagerpanel for Havne og Kyster",
            "2024-04-17",
        ),
        (
            "Havnebestyrelsen for Vig Havn. Møde nr. 7/2010\nTorsdag, den 16.9.2010, kl. 15.00",
            "Havnebestyrelsen for Vig Havn",
            "2010-09-16",
        ),
        (
            "Ejerforeningen Vig\nReferat af bestyrelsesmøde nr. 5/2021\nAfholdt tirsdag d. 2. marts 2021 hos Bo",
            "Ejerforeningen Vig",
            "2021-03-02",
        ),
        (
            "VIG UNIVERSITET\n\nREFERAT FRA MØDE I AKADEMISK RÅD\n\nForum       Akademisk Råd ved Havnefakultetet\nMødedato    31. marts 2022, kl. 13",
            "Akademisk Råd ved Havnefakultetet",
            "2022-03-31",
        ),
        (
            "HOLM RÅDGIVNING\n\nMØDEREFERAT\n\nProjekt:     Klimasikring af Vig\nEmne:        Styregruppemøde nr. 11\nMødedato:    10.06.2021 kl. 9.00",
            "Klimasikring af Vig",
            "2021-06-10",
        ),
        (
            "Vig Industriarbejdere\nBestyrelsesmøde tirsdag d. 28. august 2012 kl. 16.30 i afdelingen",
            "Vig Industriarbejdere",
            "2012-08-28",
        ),
    ] {
        let document =
            format!("{text}\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Eventuelt\nIntet.\n");
        let found = meeting(&document);
        let got = [found.body, found.date.map(|date| date.to_string()).unwrap_or_default()];
        check(&mut wrong, text, &got, &[body, date]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn items_in_many_layouts() {
    let mut wrong = Vec::new();
    for (text, want) in [
        (
            "A. Protokol\nDen blev godkendt.\n\nB. Meddelelser\nB.1 Formanden\nFormanden fortalte om havnen.\nB.2 Kontoret\nIntet nyt.\n\nC. Regnskab\nGodkendt.\n\nD. Eventuelt\nIntet.",
            &[
                "A Protokol",
                "B Meddelelser",
                "B.1 Formanden",
                "B.2 Kontoret",
                "C Regnskab",
                "D Eventuelt",
            ][..],
        ),
        (
            "2015-41  Opfølgning\nEa Friis fortalte om havnen.\n\n2015-42  Åben havn\nGodkendt.\n\n2015-43  Eventuelt\nIntet.",
            &["2015-41 Opfølgning", "2015-42 Åben havn", "2015-43 Eventuelt"],
        ),
        (
            "1 (Åben) Godkendelse\nGodkendt.\n\n2 (Lukket) Køb af jord\nGodkendt.\n\n3 (Åben) Eventuelt\nIntet.",
            &["1 Godkendelse", "2 Køb af jord", "3 Eventuelt"],
        ),
        (
            "Punkt                   Referat\n\n1. Dagsorden            Dagsordenen godkendt.\n\n2. Nyt fra elevrådet    Ea fortalte, at elevrådet har samlet ind til\n                        bænke. Der er 300 kr.\n\n3. Trafik-              Princippet er sidst revideret i 2014.\n   politik              Det blev godkendt.\n\n4. Evt.                 Intet.",
            &["1 Dagsorden", "2 Nyt fra elevrådet", "3 Trafikpolitik", "4 Evt."],
        ),
        // Names with initials are no items.
        (
            "1. Valg\nA. Holm, B. Krogh og C. Vig blev valgt.\n\n2. Eventuelt\nIntet.",
            &["1 Valg", "2 Eventuelt"],
        ),
    ] {
        let document = format!("Referat af møde i Rådet den 3. marts 2021\n\n{text}\n");
        check(&mut wrong, text, &items(&meeting(&document)), want);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
