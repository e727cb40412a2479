//! Forms that offices write in and that mislead a reader: labels, reports, things told of people,
//! answers to nobody by name, acts of the body that meets.

use super::{BOARD, check, check_in};

#[test]
fn labels_with_brackets_places_and_presenters() {
    check(
        BOARD,
        "
        Per | Per Vang (V): Tak for ordet.
        Per | Vi har råd til vejen.
        Per | Jeg er enig med Ulla Toft.
        Per | Formanden sagde i foråret til avisen, at den bliver lappet.

        Per | Hvordan hænger det sammen?

        Ulla | Formanden: Tak.

        Bo | Bo Dahl, Danske Vejlaug: Det er for dyrt.

        Ida | Orientering v/ Ida Lind: Hegnet er malet.
        Ida | Det holder i ti år.

        Per | Festudvalget (Per Vang): Festen gav overskud.
        Per | Alle hjalp til.

        - | Hegn: Males i uge 28.
        - | Ordstyrer: Per Vang.
        - | Gæster: Per Vang, Ulla Toft og Bo Dahl.

        - | Vi ringer til kommunen.
    ",
    );
    // Where labels are rare, a new paragraph is the minute-taker's.
    check(
        BOARD,
        "
        Per | Per Vang fremlagde tallene.
        Bo | Bo Dahl spurgte til prisen.
        Ida | Ida Lind: Den er for høj.

        - | Der var kaffe.
    ",
    );
    let talk = "
        Ida | Hegnet er malet rødt.

        Ida | Porten er grøn.
        - | Orienteringen blev taget til efterretning.";
    assert_eq!(check_in(BOARD, talk, Some("Orientering v/ Ida Lind")), [""; 0]);
    assert_eq!(check_in(BOARD, "\n- | Hegnet er malet rødt.", Some("Orientering")), [""; 0]);
}

#[test]
fn told_of_somebody_who_is_there() {
    check(
        BOARD,
        "
        Per | Per Vang har talt med kommunen om vejen.
        Per | Kommunen vil betale det halve.
        Bo | Bo Dahl havde fået et tilbud på 4000 kr.
        Ida | Ida Lind er klar over det.
        Ulla | Ulla Toft var på linje med Per Vang.
        Ulla | Knud Erik Bang har lovet en pris inden jul.
        - | Knud Erik Bang havde fået en pris.
        Bo | Bo Dahl foreslog en fest.
        - | Afstemning: 5 for, 2 imod.
        - | Per Vang har forud for mødet skrevet, at han er enig.
        - | Bo Dahl har pr. mail bedt om en pause.
        - | Jonas Holm har sagt ja.
        - | Per Vang er valgt til bestyrelsen.
        - | Per Vang var fraværende.
        - | Bo Dahl har ikke deltaget i behandlingen af punktet.
        - | Per Vang har den 3. januar stillet et spørgsmål om vejen.
        - | Bo Dahl har fremsendt et forslag.
        - | Per Vang var inhabil.
    ",
    );
}

#[test]
fn a_report_goes_on_over_its_paragraphs() {
    check(
        BOARD,
        "
        Ulla | Ulla Toft aflagde bestyrelsens beretning.
        Ulla | Vejen er lappet fire steder.
        Ulla | Hegnet: Det er malet.
        Ulla | Hun takkede Per for hjælpen.

        Ulla | Træerne har klaret stormen.
        Ulla | Lampen blev derimod udskudt, da den er for dyr.

        - | Beretningen blev godkendt.

        - | Herefter var der kaffe.

        Ulla | Ulla Toft fandt, at kaffen er god.

        - | Koppen er ny.
    ",
    );
}

#[test]
fn questions_to_nobody_by_name() {
    check(
        BOARD,
        "
        Per | Per Vang gennemgik regnskabet.
        Bo | Bo Dahl spurgte, hvad der sker med dem, der ikke betaler.
        Per | De får en rykker.
        Ida | Ida Lind mente, at det haster.
        Ulla | Ulla Toft spurgte, om den er gratis.
        - | Det er den ikke.

        Bo | Bo Dahl efterlyste nøglen til skuret.
        - | Den hænger måske på sømmet.
        Bo | Bo Dahl efterlyste en plan for vejen.
        Bo | Det er vigtigt, at den bliver lappet.

        Ulla | Ulla Toft fremlagde planen.
        Per | Per Vang spurgte, hvor længe den holder.
        Ulla | Ulla Toft svarede, at den holder i to år.
        Per | Det fandt han for kort.
        Ida | Ida Lind bad om en forklaring på prisen.
        Ulla | Ulla Toft forklarede, at den er steget.
        Ida | Det var hun tilfreds med.
    ",
    );
    check(
        &["Per Vang|formand|", "Bo Dahl|kasserer|"],
        "
        Bo | Bo Dahl gennemgik regnskabet.
        Per | Per Vang spurgte, hvor længe pengene rækker.
        Bo | I højst fire år, vurderede han.
        Bo | 4000 kr., lød svaret fra kassereren.
        - | Det er mange penge, lød det fra salen.
    ",
    );
}

#[test]
fn the_body_acts_and_others_are_talked_about() {
    check(
        BOARD,
        "
        Per | Per Vang gennemgik tallene.
        Per | Kommunerne forventer et merforbrug på 4 mio. kr.
        Per | Naboforeningen er mest tilfreds.
        - | Vejlauget sender et brev til kommunen.
        Per | Per Vang mente, at det haster.
        Per | Pris: Den er steget med 4 pct.
        Per | Skolelederen på Vestskolen har ringet til kommunen.
        - | Lokalrådene var enige om at vente.
        Per | Per Vang kom med en bemærkning om hegnet.
        Per | Ministeren er positiv over for planen.
        Ida | Så vil Ida Lind gerne hjælpe.
        Per | Per Vang, Bo Dahl og Ida Lind foreslog en pause.
        Ida | Kun Ida Lind stemte imod.
        Ulla | Efter en pause fortsatte Ulla Toft gennemgangen.
        Ulla | Ulla Toft overlod ordet til Per Vang, som fremlagde tallene.
        Per | De viser et overskud.
        - | Bo Dahl rejste sig og gik.
        Bo | Det blev af Bo Dahl påpeget, at kassen er tom.
        Ida | Af Ida Lind blev det nævnt, at der er møde i maj.
        Per | Det var Per Vangs opfattelse, at det er uheldigt.
        Bo | Kun Ida Lind og Per Vang, sagde Bo Dahl.
        - | A, F og Ø stemte imod.
        Per | Per Vang syntes, at det er fint.
        - | Venstre, Socialdemokratiet og SF støttede forslaget.
        Per | Per Vang syntes, at det er godt.
        - | Et mindretal bestående af A og F ønskede sagen udsat.
        Per | Per Vang syntes, at det er dejligt.
        - | Repræsentanterne fra de tre skoler oplyste, at de er med.
        - | Direktør Erik Holmsted deltog under dette punkt.
        Erik | Han orienterede om tidsplanen.
        Bo | Det vidste Bo Dahl ikke.
        - | Vi stemte om det.
        Per | Per Vang syntes, at det er sjovt.
        - | Det var der mange, der syntes.
        - | B-siden var uenig.
        - | Det blev der nikket til.
        Per | Per Vang syntes, at det er fint.
        - | Det var der ikke indvendinger imod.
        Per | Per Vang læste et brev op.
        - | I brevet står, at hanen skal væk.
        Bo | Bo Dahl foreslog en fest.
        - | Dette blev drøftet.
        Bo | Bo Dahl foreslog en tur.
        - | En beboer fra Lunden råbte, at det er for dyrt.
        Bo | Bo Dahl foreslog en dans.
        - | Spørgsmålet sendtes videre til festudvalget.
        Bo | Bo Dahl foreslog kage.
        - | Det samme ønskede V og B.
        Bo | Bo Dahl foreslog kaffe.
        - | Hertil bemærkede Danske Vejlaug, at den er dyr.
        Bo | Bo Dahl foreslog te.
        - | Alle læser korrektur inden maj.
        Bo | Bo Dahl foreslog vand.
        - | Vi prøver det i december.
        - | For dette forslag stemte Per Vang og Bo Dahl, imod stemte de øvrige.
    ",
    );
}

#[test]
fn names_by_other_words() {
    check(
        &[
            "Anders Kvist Bonde|direktør|",
            "Ole K||",
            "Ole M||",
            "Rosa Lund|næstformand|",
            "Jens Holk|formand|",
        ],
        "
        Anders | Direktør Kvist Bonde ytrede tvivl om budgettet.
        Anders | Dette forekom Anders Kvist Bonde uheldigt.
        Rosa | Kollega Lund takkede for oplægget.
        Ole K | Det er for dyrt, mente Ole K.
        - | Ole spurgte til prisen.
        Ole M | Ole M gad ikke vente.
        Jens | Herimod talte Holk.
        Jens | Holks holdning var, at det haster.
        Jens | Efter hans opfattelse er der råd til det.
        - | Formanden måtte forlade mødet, og næstformanden overtog mødeledelsen.
        Rosa | Mødelederen foreslog en pause.
        Ole K | Ole K foreslog en tur, og det var Rosa Lund helt med på.
        Rosa | Hun roste planen.
        - | Ole M skar kagen ud.
        Rosa | Det er Rosa Lund ked af, for så passer lamperne ikke.
        Jens | Det var formanden ikke enig i.
        Jens | Det er Rosa Lund, der har nøglen.
    ",
    );
    let parties = &["Torsten Gade|læge|", "Rikke Holm||"];
    check(
        parties,
        "
        - | PLO's repræsentant fandt det uheldigt.
        - | Bestyrelsen foreslog Torsten Gade som revisor.
        - | Han blev valgt.
        Torsten | Han takkede for valget.
    ",
    );
}

#[test]
fn nobody_rather_than_the_last_speaker() {
    let people = &[
        "Ulla Toft|formand|",
        "Per Vang|kirkeværge|",
        "Bo Dahl|pædagogisk leder|",
        "Ida Rask|plan- og vejchef|",
        "Else Krog||",
    ];
    check(
        people,
        "
        Per | Per Vang spurgte til bænkene i parken.
        - | Bænkene er under maling, men kommer ud til påske.

        Else | Else Krog ville høre, om naboerne er varslet.
        - | Ikke endnu, men de får et brev.

        Ulla | Ulla Toft ønsker en oversigt over nøglerne.
        - | Oversigten ligger klar på fredag.

        Per | Per Vang anbefalede en varmepumpe.
        - | Festudvalget er af samme opfattelse.

        Else | Else Krog efterspurgte flere cykelstativer.
        - | Dekanatgruppen undersøger spørgsmålet.
        - | Der var ikke yderligere til punktet.

        Per | Per Vang gennemgik sagerne.
        - | Skade 12 afventer svar fra forsikringen.

        Per | Per Vang fortalte om tallene.
        - | Herefter var der drøftelse i grupper.
        - | Ulla Toft og Per Vang havde intet nyt.
        - | Fra Jonas var der kommet en mail om hegnet.

        Ida | Det bliver ejeren, lød det fra plan- og vejchefen.
        - | Der var uro i salen.
    ",
    );
    check(
        people,
        "
        Bo | Den pædagogiske leder orienterede om svømningen.
        Bo | Tre klasser er med.
        Else | Else Krog deltog i begge og fortalte, at det gik godt.

        Per | Per Vang, lokalrådet: Lokalrådet er glad for stien.

        Per | Per Vang: Pigerne har vundet.
        Per | De mangler en træner, så alle må gerne hjælpe.

        Else | Svar (Else Krog): Man kan leje en trailer.

        Ulla | Ulla Toft fremlagde regnskabet.
        Ulla | Vi kommer ud med et overskud på 800 kr.
    ",
    );
    check(&["Ulla Toft||"], "Ulla | Ph.d.-skoleleder Ulla Toft indledte punktet.");
    check(
        &["Ulla Toft|formand for Vejudvalget|"],
        "Ulla | Det kunne udvalgsformanden godt, når sneen er væk.",
    );
}
