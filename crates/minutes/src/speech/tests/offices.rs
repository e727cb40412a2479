//! Forms met in minutes of councils, school boards, clubs, unions, ministries and guilds.

use super::check;

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
fn a_meeting_whose_people_no_list_has() {
    check(
        &[],
        "
        Karen | Karen Mikkelsen fortalte om arkivet.
        Lars | Lars Holm havde set et billede i avisen.
        Karen | Det havde Karen også.
        Nymark | Fru Nymark begrundede sin indstilling.
        Jensen | Hr. Jensen protesterede.
        Nymark | Hun fastholdt den.
        Jensen | Han forlangte afstemning.
    ",
    );
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
