//! Speakers who stand behind a preposition, as the agent of a passive, or behind what they take up.

use super::{BOARD, check};

#[test]
fn behind_a_preposition() {
    check(
        BOARD,
        "
        Per | Fra Per Vangs side blev der peget på, at vejen er smal.
        Ida | Fra Ida Lind lød der en opfordring til at vente.
        Bo | Fra Bo Dahl kom et forslag om to priser.
        Ulla | For Ulla Toft var det afgørende, at der er lys.
        Per | For Per Vang at se er der råd.
        Bo | Set fra Bos stol er det uretfærdigt.
        Ida | Der var en kommentar fra Ida Lind om, at porten binder.
        Per | Det kom fra Per Vang.
        Per | Af Per Vangs svar fremgik, at der er penge nok.
        - | Fra Per Vang var der kommet en mail.
        - | Fra Vangvej til Engvej er der 200 meter.
        - | For Vangvej er prisen 300 kr.
    ",
    );
}

#[test]
fn agents_of_a_passive() {
    check(
        BOARD,
        "
        Per | Tallene blev gennemgået af Per Vang.
        Per | Der er et lille overskud.
        Ulla | Lauget blev af formanden spurgt, om det kan vente.
        Bo | Sagen var rejst af Bo Dahl, der har set skaden.

        - | Hegnet blev malet af Bo Dahl.
        - | Regnskabet blev godkendt af Bo Dahl.
    ",
    );
}

#[test]
fn whoever_takes_up_what_was_said() {
    check(
        BOARD,
        "
        Per | Per Vang ville male hegnet rødt.
        Ida | Det var både Ida Lind og Bo Dahl friske på.
        Ulla | Det var Ulla Toft med på.
        Bo | Dermed var Bo Dahl tilfreds.
        Per | Herimod havde hverken Per Vang eller Bo Dahl indvendinger.
        Ida | Det lød ikke godt i Ida Linds ører.
        Bo | Bo Dahl fandt, at det haster.
        - | Det arbejder Per Vang videre med.
        Per | Det er for ringe, lød Per Vangs kommentar.
        Per | Per Vang spurgte til hegnet.
        - | Det regnede sekretæren med.
    ",
    );
}

#[test]
fn views_by_their_owner() {
    check(
        BOARD,
        "
        Per | Per Vangs kommentar var, at sedler ikke er nok.
        Ulla | Formanden bad om ro.
        Ulla | Mindre heldigt fandt hun det, at porten binder.
        - | Efter ferien tiltræder Rosa Lund som havnefoged.
    ",
    );
}
