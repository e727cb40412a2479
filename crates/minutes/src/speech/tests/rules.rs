//! One table a rule: whose a sentence is, and what is nobody's.

use super::{BOARD, check, check_in, read};

#[test]
fn names_before_and_after_their_verb() {
    check(BOARD, "
        Ulla | Ulla Toft bød velkommen.
        Per | Per Vang (B) spurgte, hvornår vejen er færdig.
        Eva | Eva van der Krog, direktør i Vandrådet, kommenterede, at det går godt.
        Ida | Ida Rask bemærkede, at prisen er 4 mio. kr.
        Bo | Næstformand Bo Dahl indledte.
        Per | Hertil svarede Per Vang, at det ved ingen.
        Ida | På spørgsmål fra Per Vang orienterede Ida Lind om planen.
        Eva | I forhold til Bo Dahls bemærkning om grøfterne, svarede Eva van der Krog, at de renses.
        Bo | Endelig efterlyste Bo Dahl en plan.
        Ulla | Det advarede Ulla Toft imod, og hun støttede Per Vangs forslag.
        Bo | Det var Bo Dahl (C) imod, mens Per Vang støttede det.
        Per | Per Vang spurgte, om lampen er ny, hvilket Bo Dahl bekræftede.
        Per | Per svarede, at målet er 5 pct., og Bo supplerede, at det er fra 2019.
        Gudrun | Fra salen spurgte Gudrun Mose, hvorfor hegnet er rødt.
        Gudrun | Gudrun Mose takkede for svaret.
        Ida | Ida spurgte til lyset.
        Per | Det er for dyrt, mente Per Vang.
        Bo | »Det går ikke«, sagde Bo Dahl.
        Bo | Bo Dahl: Jeg synes, at vi skal vente.
    ");
}

#[test]
fn bodies_and_strangers_are_nobody() {
    check(
        BOARD,
        "
        Ulla | Ulla Toft orienterede om vejen.
        - | Teknik og Miljø indstiller, at vejen lukkes.
        - | Lindholt Forsyning oplyste, at vandet er rent.
        - | Bestyrelsen drøftede sagen.
        - | En beboer ville vide, hvad det koster.
        - | Hun mente, at det er dyrt.
        - | Flere fra salen talte imod.
        - | Det blev bemærket, at prisen er høj.
        - | Der blev spurgt til hegnet.
        - | Region Vestland fandt planen god.
        - | Danske Vejlaug kvitterede for indsatsen.
        - | Bestyrelsen takkede Per Vang for indsatsen.
        - | Per Vang blev genvalgt.
        - | Jonas Holm havde forud for mødet meddelt, at han støtter planen.
        - | Jonas Holm foreslog i en mail, at vejen lukkes.
        - | Der var enighed om forslaget.
        - | Per Vang forlod mødet kl. 20.
        - | Udvalget anbefaler, at sagen sendes videre.
        - | Formanden for Grundejerforeningen Solbakken oplyste, at de er med.
        - | På sidste møde spurgte Per Vang, om vejen er farlig.
        - | Næste møde holdes den 3. maj.
    ",
    );
}

#[test]
fn roles_of_the_meeting() {
    check(
        BOARD,
        "
        - | Bestyrelsen foreslog advokat Yrsa Holt som dirigent, og hun blev valgt.
        Yrsa | Dirigenten takkede for valget.
        Ulla | Formanden aflagde beretning.
        Per | Kassereren fremlagde regnskabet.
        Per | Det viser et overskud.
        Bo | Næstformanden roste regnskabet.
        Ulla | Herefter takkede formanden for god ro og orden.
        Yrsa | Dirigenten konstaterede, at beretningen var godkendt.
        - | Sekretæren læste op af et brev.
    ",
    );
    check(
        &["Ulla Toft||", "Per Vang||"],
        "
        - | Som dirigent valgtes Per Vang.
        Per | Dirigenten oplyste, at forsamlingen er lovlig.
        Ulla | Formand Ulla Toft bød velkommen.
        Ulla | Formanden takkede.
    ",
    );
}

#[test]
fn pronouns() {
    check(
        BOARD,
        "
        Ulla | Ulla Toft orienterede om vejen.
        Ulla | Hun fremhævede, at den er ny.
        Per | Per Vang spurgte Ulla Toft, om den er betalt.
        Ulla | Ulla Toft svarede ja.
        Per | Han takkede for svaret og roste vejen.
        Bo | Bo Dahl spurgte Per Vang, om han vil hjælpe.
        Per | Det kunne han ikke støtte.
        Ida | Ida spurgte til lyset.
        Per | Endelig opfordrede han til, at alle hjælper.
        Per | Derudover kvitterede han for planen.
        Per | Han havde selv set det.
        - | Hun havde ikke set det.
    ",
    );
    check(
        BOARD,
        "
        - | Hun supplerede, at alt er godt.
    ",
    );
}

#[test]
fn contributions_and_their_ends() {
    check(
        BOARD,
        "
        Ulla | Ulla Toft orienterede om vejen.
        Ulla | Den er tre kilometer lang.
        Ulla | I forbindelse med arbejdet blev der modtaget fem tilbud.
        - | Orienteringen blev taget til efterretning.
        - | Arbejdet går i gang i maj.

        Per | Per Vang mente, at det er dyrt.
        Per | Prisen er steget.

        - | Siden mødet er vejen blevet lukket.
        - | Den åbner igen i juli.

        Bo | Bo Dahl gennemgik planen.

        Bo | Det betyder, at vejen lukkes.
        Bo | Den er nedslidt.
        - | Dette indvilligede bestyrelsen i.

        - | Planen har tre dele.

        Ida | Ida Lind fremhævede følgende:

        Ida | Hegnet er rødt.
        Ida | Porten er grøn.

        Ulla | Ulla Toft bød velkommen.
        - | Der var 45 fremmødte.
        Per | Per Vang takkede Ulla Toft.
        - | Kaffen var varm.
        Bo | Bo Dahl svarede, at målet er højt, og Per Vang supplerede, at det er godt.
        Per | Han roste planen.
    ",
    );
}

#[test]
fn initials() {
    let list = &["Ulla Toft|formand|UT", "Per Vang||PV", "Bo Dahl||BD", "-Ida Lind||IL"];
    check(
        list,
        "
        Ulla | UT bemærkede, at punkt 6 er lukket.
        Bo | BD spurgte PV, om det passer.
        Per | PV svarede bekræftende.
        - | IL havde forud for mødet meddelt, at hun er enig.
        Per | PV var enig med BD og efterlyste et kort.
        - | KL mener, at det er for dyrt.
    ",
    );
    check(
        &["Jens Agger||", "Per Vang||"],
        "
        Jens | JA informerede om hegnet.
        Per | PV takkede.

        - | SU er steget.
        - | SU mener, at det er nok.
    ",
    );
}

#[test]
fn accounts_of_a_case_have_no_speaker() {
    for block in ["Sagsfremstilling", "Indstilling", "Resumé"] {
        let text = "
            - | På mødet i maj spurgte Per Vang, om planen holder.
            - | Ulla Toft oplyste, at den gør.
            - | Sagen blev godkendt.";
        let misses = check_in(BOARD, text, Some(block));
        assert!(misses.is_empty(), "{block}\n{}\n", misses.join("\n"));
    }
    let text = "
        - | Hegnet er råddent i hele sin længde.
        - | Per Vang fandt det råddent.

        - | Ulla Toft foreslog den 3. maj et nyt.

        Ida | Ida Lind spurgte til prisen.
        Per | Per Vang svarede, at det koster 4.000 kr.
        Per | Det er dyrt.";
    assert_eq!(check_in(BOARD, text, Some("Sagsfremstilling")), [""; 0]);
    let text = "
        Per | Per Vang stemte imod, idet han ønsker flere tilbud.
        - | Indstillingen blev godkendt.";
    assert_eq!(check_in(BOARD, text, Some("Beslutning")), [""; 0]);
}

#[test]
fn present_tense_of_small_associations() {
    check(
        &["Lone|formand|", "Keld||", "Mogens Friis|kasserer|"],
        "
        Lone | Lone byder velkommen.
        Keld | Keld fortæller om hegnet.
        Keld | Det koster 3000 kr.
        Keld | Alle huse får en ny låge.
        Mogens | Mogens spørger, hvem der betaler.
        Keld | Keld svarer, at det gør kommunen.
        Lone | Formanden takker Keld.
        - | Keld kontakter kommunen.
        Mogens | Kassereren gennemgår regnskabet.
        - | Regnskabet godkendes.
        Mogens | Mogens foreslår, at vi sparer.
    ",
    );
}

#[test]
fn addressed_mentioned_and_proved() {
    // Sentence, who is addressed, who is mentioned, the proving words.
    let table: &[(&str, &[&str], &[&str], &str)] = &[
        (
            "Per Vang spurgte Ulla Toft, om det passer.",
            &["Ulla Toft"],
            &["Ulla Toft"],
            "Per Vang spurgte",
        ),
        ("Bo Dahl takkede Per Vang for oplægget.", &["Per Vang"], &["Per Vang"], "Bo Dahl takkede"),
        ("Hertil svarede Per Vang (V), at det passer.", &[], &[], "svarede Per Vang"),
        (
            "På spørgsmål fra Bo Dahl svarede kassereren nej.",
            &["Bo Dahl"],
            &["Bo Dahl"],
            "svarede kassereren",
        ),
        ("Til Per Vang sagde Bo Dahl nej.", &["Per Vang"], &["Per Vang"], "sagde Bo Dahl"),
        ("Det har Per Vang ret i, sagde Bo Dahl.", &[], &["Per Vang"], "sagde Bo Dahl"),
        ("Bo Dahl var enig med Per Vang.", &["Per Vang"], &["Per Vang"], "Bo Dahl var"),
        (
            "Bo Dahl nævnte Per Vangs brev og Ida Linds svar.",
            &[],
            &["Per Vang", "Ida Rask Lind"],
            "Bo Dahl nævnte",
        ),
        (
            "Bo Dahl tilsluttede sig Per Vangs kommentar.",
            &["Per Vang"],
            &["Per Vang"],
            "Bo Dahl tilsluttede",
        ),
        (
            "Per Vang takkede Ulla Toft og Bo Dahl for hjælpen.",
            &["Ulla Toft", "Bo Dahl"],
            &["Ulla Toft", "Bo Dahl"],
            "Per Vang takkede",
        ),
        ("Formanden gav Bo Dahl ret.", &["Bo Dahl"], &["Bo Dahl"], "Formanden gav"),
    ];
    for (text, addressed, mentioned, proof) in table {
        let (found, _) = read(BOARD, &format!("x | {text}"), None);
        let [statement] = &found[..] else { panic!("{text}: {} statements", found.len()) };
        assert_eq!(statement.addressed_to, *addressed, "addressed in {text}");
        assert_eq!(statement.mentions, *mentioned, "mentioned in {text}");
        let range = statement.attribution.as_ref().map(|a| a.evidence.clone()).unwrap_or_default();
        assert_eq!(statement.text.get(range), Some(*proof), "proof in {text}");
    }
    let (found, _) =
        read(BOARD, "x | Per Vang spurgte, om det passer.\n x | Formanden svarede ja.", None);
    assert_eq!(found[1].addressed_to, ["Per Vang"]);
}

#[test]
fn answers_views_and_points() {
    check(
        BOARD,
        "
        Bo | Bo Dahl spurgte Per Vang, om restancerne er høje.
        Per | Det er de ikke.
        Per | Han rykker alle igen i morgen.
        Ulla | Ifølge Ulla Toft er der råd til lampen.
        Ida | Efter Idas opfattelse haster det.
        Per | Det har Per oplevet før.
        Bo | Det samme gjorde Bo på vejens vegne.
        Ulla | Ulla Toft var neutral som formand, men frygtede støjen.
        Per | Per Vang ville se på mulighederne.
        Ulla | Ulla Toft roste Ida Lind for tallene.
        Ida | Hun svarede, at de kommer fra banken.
        Bo | Bo Dahl undrede sig og spurgte Per Vang, hvornår de kom.
        Per | De kom i maj.
        - | Drøftelsen viste, at der er opbakning.
        - | Det var der ikke stemning for.
        - | Præsentationen er vedlagt som bilag 3.
        - | 11 stemte for, 7 imod.
        Ulla | Vejen: Ulla Toft fortalte, at den er lappet.
        Ulla | Formanden sluttede mødet.
        - | Ansvarlig: Per Vang inden 20. marts.
    ",
    );
    check(
        BOARD,
        "
        Ulla | Ulla Toft orienterede om vejen.

        Ulla | • Den er lappet.
    ",
    );
}
