//! Lists of people in headers, and who is read from each: group, name, `@`affiliation, `=`role,
//! `#`initials, `!`items.

use super::{check, meeting, people};

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
        (
            "Deltagere:\nBH   Bo Holm      Skovby Kommune      bygherre\nEF   Ea Friis     Friis & Vig Arkitekter     byggeleder\nAfbud:\nPL   Per Lund     PL Murerfirma      murerentreprise",
            &[
                "m: Bo Holm @Skovby Kommune =bygherre #BH",
                "m: Ea Friis @Friis & Vig Arkitekter =byggeleder #EF",
                "a: Per Lund @PL Murerfirma =murerentreprise #PL",
            ],
        ),
        (
            "Panel:\n- Bo Holm, formand for Havneudvalget (ordstyrer)\n- Ea Friis, biolog",
            &["m: Bo Holm =formand for Havneudvalget, ordstyrer", "m: Ea Friis =biolog"],
        ),
        (
            "Styregruppen for NytArkiv:\n- Bo Holm (BHO), Borgerservice, formand\n- Ea Friis (EFR), controller, Økonomi\n\nIkke til stede:\n- Per Lund (PLU), jurist",
            &[
                "m: Bo Holm @Borgerservice =formand #BHO",
                "m: Ea Friis @Økonomi =controller #EFR",
                "a: Per Lund =jurist #PLU",
            ],
        ),
        (
            "Medarbejdervalgte:\nBo Holm (lærer, indskolingen), Ea Friis (medarbejderne)\nSkolens ledelse:\nPer Lund (skoleleder)",
            &[
                "m: Bo Holm @indskolingen =lærer",
                "m: Ea Friis @medarbejderne",
                "o: Per Lund =skoleleder",
            ],
        ),
        (
            "Til stede: Bo (formand), Ea (senior), Per (event)\nAfbud: Ida (bygherre)",
            &["m: Bo =formand", "m: Ea @senior", "m: Per @event", "a: Ida =bygherre"],
        ),
        (
            "Desuden deltog:\n   Havnechef Bo Holm\n   Ingeniør Ea Friis (Kystværk) under sag 12",
            &["o: Bo Holm =havnechef", "o: Ea Friis @Kystværk =ingeniør !12"],
        ),
        (
            "Forældrevalgte:\nBo Holm (formand), Ea Friis, Ida Krogh, Tselmeg\nAksoy",
            &["m: Bo Holm =formand", "m: Ea Friis", "m: Ida Krogh", "m: Tselmeg Aksoy"],
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
        (
            "Til stede: Jytte (formand, have 3), Ole K (have 14),\nSigne (ref., have 8)\nAfbud: Tage (have 31)",
            &[
                "m: Jytte @have 3 =formand",
                "m: Ole K @have 14",
                "m: Signe @have 8 =ref.",
                "a: Tage @have 31",
            ],
        ),
        (
            "Tilstede: Kirsten (formand), Mogens T. (kasserer), Mogens B., Dorrit\nAfbud: Allan\nEndvidere deltog Henning (ejendomsmester) under pkt. 1-3\nOrdstyrer: Kirsten          Referent: Mogens B.",
            &[
                "m: Kirsten =formand, mødeleder",
                "m: Mogens T. =kasserer",
                "m: Mogens B. =referent",
                "m: Dorrit",
                "a: Allan",
                "o: Henning =ejendomsmester !1,2,3",
            ],
        ),
        (
            "Deltagere\nA-siden:\n  Bo Holm (BH), direktør\nB-siden:\n  Ea Friis (EF), tillidsrepræsentant\nUnder punkt 4 deltog:\n  Per Lund (PL), projektleder, Havnekontoret",
            &[
                "m: Bo Holm @A-siden =direktør #BH",
                "m: Ea Friis @B-siden =tillidsrepræsentant #EF",
                "p: Per Lund @Havnekontoret =projektleder #PL !4",
            ],
        ),
        (
            "Medlemmer:\nBo Holm (V), formand        Til stede\nEa Friis (A)                Til stede\nPer Lund (F)                Afbud",
            &["m: Bo Holm @V =formand", "m: Ea Friis @A", "a: Per Lund @F"],
        ),
        (
            "Navn            Funktion           Til stede    Afbud\nBo Holm         Lærer, formand         x\nEa Friis        Elev                                x",
            &["m: Bo Holm =Lærer, formand", "a: Ea Friis =Elev"],
        ),
        (
            "| Navn | Rolle | Til stede |\n|---|---|---|\n| Bo Holm | Formand | Ja |\n| Ea Friis | Kasserer | Nej |",
            &["m: Bo Holm =Formand", "a: Ea Friis =Kasserer"],
        ),
        (
            "DELTAGERE:\n\nRegion Nord                   Kommunerne\nBo Holm, regionsrådsmedlem    Ea Friis, borgmester, Vig Kommune\n\nLægerne                       Administration\nPer Lund, læge                Ida Krogh, konsulent, Region Nord\n                              Kaj Vig, konsulent, KKR Nord",
            &[
                "m: Bo Holm @Region Nord =regionsrådsmedlem",
                "m: Ea Friis @Vig Kommune =borgmester",
                "m: Per Lund @Lægerne =læge",
                "o: Ida Krogh @Region Nord =konsulent",
                "o: Kaj Vig @KKR Nord =konsulent",
            ],
        ),
        (
            "Til stede: professor Bo Holm (formand), postdoc Ea Friis (Vig Universitet),\nog stud.mag. Per Lund. Fra Havneministeriet deltog endvidere kontorchef Ida\nKrogh (under punkt 3) og fuldmægtig Kaj Vig (referent).\nAfbud fra lektor Jens Dam.",
            &[
                "m: Bo Holm =professor, formand",
                "m: Ea Friis @Vig Universitet =postdoc",
                "m: Per Lund =stud.mag.",
                "o: Ida Krogh @Havneministeriet =kontorchef !3",
                "o: Kaj Vig @Havneministeriet =fuldmægtig, referent",
                "a: Jens Dam =lektor",
            ],
        ),
        (
            "Til stede var foruden formanden, gaardejer N. P. Holm,\nproprietær Aksel Dam (næstformand), gaardejer Kr. Vig samt\nkonsulent E. Lund, der førte referatet.\nForfald havde meldt gaardejer P. Krogh.",
            &[
                "m: N. P. Holm =gaardejer, formand",
                "m: Aksel Dam =proprietær, næstformand",
                "m: Kr. Vig =gaardejer",
                "o: E. Lund =konsulent, referent",
                "a: P. Krogh =gaardejer",
            ],
        ),
        (
            "Bestyrelsen var repræsenteret ved Bo Holm (formand), Ea Friis og Per\nLund. Desuden deltog vandværkspasser Ida Krogh.",
            &["m: Bo Holm =formand", "m: Ea Friis", "m: Per Lund", "o: Ida Krogh =vandværkspasser"],
        ),
        (
            "Bo Holm, formand, Ea Friis, kasserer og Per Lund var til stede. Ida Krogh havde meldt afbud.",
            &["m: Bo Holm =formand", "m: Ea Friis =kasserer", "m: Per Lund", "a: Ida Krogh"],
        ),
        (
            "Alle bestyrelsesmedlemmer var til stede undtagen Bo Holm, som var på ferie.",
            &["a: Bo Holm"],
        ),
        (
            "Deltagere:\n• KT: Karen Toft, leder (Havneinstituttet)\n• HL: Hans Lund (Vandafd.) - på Skype\n\nAfbud: RO: Rolf Dam (Fonden)",
            &[
                "m: Karen Toft @Havneinstituttet =leder #KT",
                "m: Hans Lund @Vandafd. #HL",
                "a: Rolf Dam @Fonden #RO",
            ],
        ),
        (
            "Deltagere:\tPer Dam (PD) formand\n\t\tMaja Vig (MV) ungdom & bredde\n\t\tCamilla Lund (CL) kontoret, referent\nAfbud:\t\tTonny Krogh (TK) dommere",
            &[
                "m: Per Dam =formand #PD",
                "m: Maja Vig =ungdom & bredde #MV",
                "o: Camilla Lund =kontoret, referent #CL",
                "a: Tonny Krogh =dommere #TK",
            ],
        ),
        (
            "Deltagere\nBo Holm, Dansk Havneparti\nEa Friis, Børn og Kultur\nPer Lund, HK (næstformand)\n\nFraværende: Ida Krogh, Radikale Venstre",
            &[
                "m: Bo Holm @Dansk Havneparti",
                "m: Ea Friis @Børn og Kultur",
                "m: Per Lund @HK =næstformand",
                "a: Ida Krogh @Radikale Venstre",
            ],
        ),
        (
            "Fra forretningsudvalget: Bo Holm, landsformand, Ea Friis\nFra sekretariatet: Ida Krogh, leder (referent)\nFor Dansk Havneforbund: Per Lund",
            &[
                "m: Bo Holm @forretningsudvalget =landsformand",
                "m: Ea Friis @forretningsudvalget",
                "o: Ida Krogh @sekretariatet =leder, referent",
                "o: Per Lund @Dansk Havneforbund",
            ],
        ),
        (
            "Medlemmer:   Bo Holm (formand) (C), Ea Friis (SF)\nFraværende:  Ea Friis",
            &["m: Bo Holm @C =formand", "a: Ea Friis @SF"],
        ),
        (
            "Deltagere:\n1. Bo Holm\n2. Ea Friis / Per Lund\n3. Ida Krogh (suppleant for Kaj Vig)",
            &["m: Bo Holm", "m: Ea Friis", "m: Per Lund", "m: Ida Krogh"],
        ),
        (
            "Referent           Ida Krogh, HR\nAfbud              Per Lund, Tilsyn Vest\nReferent: LP og sekretariatet\nDeltagere: Se bilag 1, Havneministeriet, Region Nord",
            &["o: Ida Krogh @HR =referent", "a: Per Lund @Tilsyn Vest"],
        ),
    ] {
        let document = format!(
            "Referat af møde i Rådet den 3. marts 2021\n\n{text}\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Eventuelt\nIntet.\n"
        );
        check(&mut wrong, text, &people(&meeting(&document)), want);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
