//! Paragraphs of minutes with who says each sentence, and what must not be said of anybody.
//!
//! A case is a header (`Name|role|initials`, a `-` before the name: absent) and a text, one sentence
//! a line, its speaker before it: a short form of the name, or `-` for nobody. An empty line makes a
//! new paragraph.

use proptest::prelude::*;

use crate::outline::{Outline, Paragraph};
use crate::speech::statements;
use crate::{Attendee, Presence, Statement, Vocabulary};

fn people(list: &[&str]) -> Vec<Attendee> {
    list.iter()
        .map(|line| {
            let absent = line.starts_with('-');
            let mut parts = line
                .trim_start_matches('-')
                .split('|')
                .map(|p| Some(p.to_owned()).filter(|p| !p.is_empty()));
            Attendee {
                name: parts.next().flatten().unwrap_or_default(),
                role: parts.next().flatten(),
                initials: parts.next().flatten(),
                presence: if absent { Presence::Apology } else { Presence::Present },
                ..Attendee::default()
            }
        })
        .collect()
}

fn read(list: &[&str], text: &str, block: Option<&str>) -> (Vec<Statement>, Vec<(String, String)>) {
    let mut paragraphs = Vec::new();
    let mut want = Vec::new();
    for lines in text.trim().split("\n\n") {
        let rows: Vec<(String, String)> = lines
            .lines()
            .filter_map(|l| l.trim().split_once('|'))
            .map(|(who, sentence)| (who.trim().to_owned(), sentence.trim().to_owned()))
            .collect();
        let text = rows.iter().map(|r| r.1.as_str()).collect::<Vec<_>>().join(" ");
        paragraphs.push(Paragraph {
            item: Some("1".into()),
            block: block.map(str::to_owned),
            text,
            lines: vec![(0, 1)],
            after_blank: true,
            page: 1,
            ..Paragraph::default()
        });
        want.extend(rows);
    }
    let outline = Outline {
        body: "Vejlauget Engdraget".into(),
        people: people(list),
        paragraphs,
        ..Outline::default()
    };
    let vocabulary =
        Vocabulary { reporting_verbs: crate::verbs::LIST.to_owned(), ..Vocabulary::default() };
    (statements(&outline, &vocabulary, &mut Vec::new()), want)
}

fn check_in(list: &[&str], text: &str, block: Option<&str>) -> Vec<String> {
    let (found, want) = read(list, text, block);
    let mut misses = Vec::new();
    for (who, sentence) in &want {
        let holder = found.iter().find(|s| s.text.contains(sentence.as_str()));
        let got = holder.and_then(|s| s.attribution.as_ref());
        let name = got.map_or("-", |a| a.speaker.as_str());
        let right = if who == "-" {
            got.is_none()
        } else {
            got.is_some() && name.starts_with(who.as_str())
        };
        if holder.is_none() || !right {
            misses.push(format!(
                "want {who}, got {name}{}: {sentence}",
                if holder.is_none() { " (no such sentence)" } else { "" }
            ));
        }
    }
    misses
}

fn check(list: &[&str], text: &str) {
    let misses = check_in(list, text, None);
    assert!(misses.is_empty(), "\n{}\n", misses.join("\n"));
}

const BOARD: &[&str] = &[
    "Ulla Toft|formand|",
    "Per Vang|kasserer|",
    "Ida Rask Lind||",
    "Bo Dahl|næstformand|",
    "Henning Rask||",
    "Eva van der Krog|direktør i Vandrådet|",
    "-Jonas Holm||",
];

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
    for block in ["Sagsfremstilling", "Indstilling", "Økonomi"] {
        let text = "
            - | På mødet i maj spurgte Per Vang, om planen holder.
            - | Ulla Toft oplyste, at den gør.
            - | Sagen blev godkendt.";
        let misses = check_in(BOARD, text, Some(block));
        assert!(misses.is_empty(), "{block}\n{}\n", misses.join("\n"));
    }
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

/// Forms met in minutes of councils, school boards, clubs, unions and ministries.
#[test]
fn a_council() {
    let list = &[
        "Karl Aage Holm|borgmester|",
        "Mona Friis|viceborgmester|",
        "Tage Bisgaard||",
        "Signe Ravn||",
        "Ole Kragh||",
        "Birthe Skov|kommunaldirektør|",
        "Lise Munk|referent|",
    ];
    check(
        list,
        "
        Karl | Borgmesteren bød velkommen og oplyste, at punkt 4 er udsat.
        Signe | Signe Ravn (F) fremsatte et ændringsforslag om, at beløbet hæves.
        Tage | Tage Bisgaard (V) kunne ikke støtte ændringsforslaget.
        Tage | Han henviste til budgetaftalen.
        Mona | Viceborgmesteren tilsluttede sig Tage Bisgaards synspunkt.
        Birthe | Direktøren redegjorde for tallene.
        Birthe | Kommunaldirektøren svarede på spørgsmål.
        Ole | Ole Kragh og Signe Ravn ønskede sagen udsat.
        - | Ændringsforslaget blev forkastet med 4 stemmer mod 3.
        - | For stemte A, F og Ø.
        - | Imod stemte V og C.
        - | Borgmesterens forslag blev herefter vedtaget.
        Karl | Karl Aage Holm tog forbehold.
        - | Venstre ønskede sin mindretalsudtalelse ført til protokols.
        - | Socialdemokratiet og Enhedslisten stemte imod.
        - | Udvalget tog orienteringen til efterretning.
        - | Sagen sendes videre til Økonomiudvalget.
        - | Lise Munk deltog ikke i behandlingen af punktet.
        - | Ole Kragh var inhabil og forlod lokalet.
        - | Mødet blev hævet kl. 19.30.
    ",
    );
}

#[test]
fn a_school_board() {
    let list = &[
        "Camilla Westh|formand|",
        "Rasmus Thygesen|forældrerepræsentant|",
        "Anne-Mette Bloch|skoleleder|",
        "Yusuf Kaya|forældrerepræsentant|",
        "Freja Lund|elevrepræsentant|",
        "Torben Gade|pædagogisk leder|",
        "Hanne Birk|SFO-leder|",
    ];
    check(
        list,
        "
        Anne | Skolelederen orienterede om næste års skema.
        Anne | Der bliver to lektioner mere i 5. klasse.
        Rasmus | Rasmus Thygesen spurgte ind til skolebussen.
        Anne | Anne-Mette Bloch svarede, at kommunen har ansvaret.
        Anne | Hun vil tage spørgsmålet med til næste møde i området.
        - | Elevrådet fortalte om elevrådets arbejde.
        Yusuf | Yusuf mente ikke, at forældrene er blevet hørt.
        Yusuf | Han bad om, at det bliver skrevet ind i årsplanen.
        Hanne | SFO-lederen præsenterede budgettet for fritidsordningen.
        - | En forælder fra 3.b efterlyste lektiehjælp.
        - | Bestyrelsen besluttede at svare skriftligt.
        Camilla | Afslutningsvis mindede Camilla om skolefesten.
        - | Skolebestyrelsen bakker op om planen.
        - | Ref.: Hanne Birk
    ",
    );
}

#[test]
fn a_club_and_a_parish() {
    check(
        &[
            "Finn Toftegaard|formand|",
            "Grethe Juul|kasserer|",
            "Svend Erik Bach||",
            "Jytte|referent|",
        ],
        "
        Finn | Finn T. åbnede mødet.
        - | Dagsordenen blev godkendt.
        Grethe | Grethe fremlagde regnskabet.
        Grethe | Overskuddet er på 12.000 kr.
        Svend | Svend Erik fandt, at kontingentet er for højt.
        Svend | Det samme mente Svend Erik om gebyret.
        Jytte | Jytte ville gerne vide, om hallen er booket.
        Finn | Det bekræftede Finn.
        Finn | Formanden lovede at ringe til kommunen.
        - | Finn ringer til kommunen.
        - | Alle var enige.
        - | Grethe, Finn og Jytte blev valgt til festudvalget.
        - | Tak til Jytte for kaffen.
        - | Intet.
    ",
    );
    check(
        &["Anders Mørk|sognepræst|", "Karen Holst|formand|", "Poul Bang|kirkeværge|"],
        "
        Poul | Kirkeværgen orienterede om taget.
        Anders | Sognepræsten glædede sig over koncerten.
        Anders | Præsten takkede for hjælpen.
        Karen | På vegne af menighedsrådet takkede Karen Holst organisten.
        - | Provstiudvalget har bevilget 50.000 kr.
        - | Menighedsrådet vedtog budgettet.
        - | Personen, der ringede, fik svar.
    ",
    );
}

#[test]
fn a_ministry_group() {
    let list = &[
        "Dorthe Vium|kontorchef|",
        "Jakob Steen||",
        "Maria Holt Andersen||",
        "Nikolaj Brandt|chefkonsulent|",
        "Peter Winther||",
    ];
    check(
        list,
        "
        Dorthe | Dorthe Vium indledte mødet og gjorde status.
        Jakob | Jakob Steen (Danske Bygherrer) anførte, at kravene er uklare.
        Maria | Maria Holt Andersen fra Teknisk Institut pegede på tre problemer.
        Maria | For det første mangler der data.
        Maria | For det andet er metoden ny.
        Nikolaj | Nikolaj Brandt noterede sig synspunkterne.
        - | KL var enig i behovet for klare krav.
        - | Han gjorde opmærksom på høringsfristen.
        Peter | Peter Winther lagde vægt på, at kravene er ens.
        Peter | I den sammenhæng fremhævede han erfaringerne fra Norge.
        Dorthe | Heroverfor anførte Dorthe Vium, at sagen haster.
        Dorthe | Kontorchefen rundede af.
        - | Arbejdsgruppen mødes igen i juni.
        Dorthe | Dorthe Vium konkluderede, at der er opbakning.
        Dorthe | Udkastet sendes rundt inden den 1. juli.
        Peter | Som svar på et spørgsmål fra Jakob Steen oplyste Peter Winther, at fristen er kort.
        Maria | Efter et oplæg ved Peter Winther spurgte Maria Holt Andersen til prisen.
        Nikolaj | Da Peter Winther havde talt, roste Nikolaj Brandt oplægget.
    ",
    );
}

#[test]
fn a_general_assembly_without_a_list() {
    check(&[], "
        Kirsten | Grundejerforeningens formand, Kirsten Holt Jespersen, bød velkommen og foreslog valg af Tim Jessen, Lundevej 3, som dirigent.
        - | Forslaget blev vedtaget.
        Tim | Dirigenten konstaterede, at generalforsamlingen var lovligt varslet.
        - | Til referent valgtes Dan Sidenius, Agervej 5.
        Kirsten | Formanden svarede, at kloakken er gammel.
        - | Blandt andet bemærkede et medlem, at der er et hul i vejen.
        - | Et andet medlem kommenterede affaldsplanen.
        Kirsten | Formanden oplyste, at hun deltager i forummet.
        - | Engvej 28 anførte, at der ikke er behov for vejbump.
        - | Dette gav ikke anledning til yderligere bemærkninger.
        Tim | Dirigenten satte forslaget til debat, idet han oplyste, at det kræver flertal.
        Dan | Referenten læste reglerne op.
        Hans | Et medlem, Hans Bøgh, spurgte til kontingentet.
        - | Forslaget blev herefter sat til afstemning.
    ");
    check(&[], "
        Anders | Efter spisningen åbnede formanden Anders Hedner (AH) mødet.
        Anders | AH henviste til dagsordenen.
        Anders | På bestyrelsens vegne foreslog AH advokat Erik Mathisen (EM) som forsamlingens dirigent.
        Erik | EM konstaterede, at alt var i orden.
        Erik | Herefter gav EM ordet til bestyrelsen.
        Jørn | Jørn Lipp blev valgt til revisor og takkede for valget.
        Anders | Også Anders Hedner takkede.
        Jørn | Jørn spurgte, om det koster noget, hvortil Erik svarede, at det gør det ikke.
        Erik | Han glædede sig over fremmødet.
        - | Anders vil kontakte kommunen.
    ");
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_text_gives_statements_with_all_its_letters(
        words in prop::collection::vec(
            prop_oneof![
                Just("Per Vang".to_owned()), Just("svarede".to_owned()), Just("Hun".to_owned()), Just("(".to_owned()),
                Just(",".to_owned()), Just(".".to_owned()), Just("blev godkendt".to_owned()), Just("og".to_owned()),
                Just("Formanden".to_owned()), Just("som dirigent".to_owned()), Just("valgtes".to_owned()), Just(":".to_owned()),
                Just("K. L.".to_owned()), Just("van der".to_owned()), Just("Et medlem,".to_owned()), "\\PC{0,8}",
            ],
            0..40,
        ),
    ) {
        let text = words.join(" ");
        let outline = Outline {
            people: people(BOARD),
            paragraphs: vec![Paragraph { text: text.clone(), ..Paragraph::default() }],
            ..Outline::default()
        };
        let vocabulary = Vocabulary { reporting_verbs: crate::verbs::LIST.to_owned(), ..Vocabulary::default() };
        let found = statements(&outline, &vocabulary, &mut Vec::new());
        let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(found.iter().map(|s| letters(&s.text)).collect::<String>(), letters(&text));
        for statement in &found {
            if let Some(attribution) = &statement.attribution {
                prop_assert!(statement.text.get(attribution.evidence.clone()).is_some());
            }
        }
        prop_assert_eq!(found, statements(&outline, &vocabulary, &mut Vec::new()));
    }
}

#[test]
fn old_minutes_and_a_guild() {
    let list = &["N. P. Birk|formand|", "Chr. Jensen||", "A. Sørensen||", "Mads Peter Krog||"];
    check(
        list,
        "
        N. | Formanden oplyste, at Vejen var daarlig.
        Chr. | Chr. Jensen mente, at den burde grusbelægges.
        A. | A. Sørensen androg om Fritagelse.
        - | Vedtoges.
        N. | N. P. Birk henstillede, at Sagen udsattes.
        N. | Sogneraadsformanden bad om Ordet.
        - | Sogneraadet kunde ikke anbefale Andragendet.
        - | Paa Forslag af Chr. Jensen vedtoges det at købe Grus.
        - | Til Efterretning.
        Mads | Krog forespurgte om Broen.
        N. | Birk svarede benægtende.
    ",
    );
    let guild =
        &["Holger Thrane|oldermand|", "Inge Bast|skriver|", "Elna Kvist|bisidder|", "Troels Bay||"];
    check(
        guild,
        "
        Holger | Oldermanden bød lauget velkommen og mindede om kontingentet.
        Inge | Skriveren oplæste protokollen.
        Elna | Bisidderen ville vide, hvem der har nøglen.
        - | Det blev vedtaget at købe en ny nøgle.
    ",
    );
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
