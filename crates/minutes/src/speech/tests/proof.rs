//! What does not go on in a contribution though it stands right behind it: better nobody than a wrong
//! name.

use super::{BOARD, check};

#[test]
fn what_the_minute_taker_tells_of_the_meeting() {
    check(
        BOARD,
        "
        Per | Per Vang fandt stien for smal.
        - | Der var i lauget mange holdninger til stien.
        Bo | Bo Dahl gennemgik planen.
        Bo | Hegnet males i uge 28.
        - | Herefter var ordet frit.
        Ida | Ida Lind ville male det rødt.
        - | Stor tak for indsatsen!
        Ulla | Ulla Toft fandt, at det er en god idé.
        Ulla | Det pynter.
        - | Udgangen blev, at hegnet bliver rødt.
    ",
    );
}

#[test]
fn what_is_to_be_done() {
    check(
        BOARD,
        "
        Per | Per Vang foreslog at plante en hæk, selv om det er sent.
        - | Ideen gemmes til foråret.

        Bo | Bo Dahl orienterede om hegnet.
        Bo | Det er råddent i hele sin længde.
        Bo | Der sættes nye stolper i til maj.

        Ida | Ida Lind mindede om sommerfesten.
        - | Tilmelding sker i skuret.
        Ida | Ida Lind bad om hjælp til grillen.
        Ida | Den har fået en ny rist.

        Ulla | Ulla Toft mente, at porten bør males.
        - | Engdraget afgav herefter et svar.
    ",
    );
}

#[test]
fn the_last_sentence_of_an_item() {
    check(
        BOARD,
        "
        Per | Per Vang klagede over hullerne.
        - | Kommunen har ikke svaret.
    ",
    );
    check(
        BOARD,
        "
        Per | Per Vang orienterede om hullerne.
        Per | Kommunen har ikke svaret.
    ",
    );
    check(
        BOARD,
        "
        Per | Per Vang klagede over hullerne.
        Per | Det går ud over cyklerne.
    ",
    );
}

#[test]
fn whoever_else_is_named() {
    check(
        BOARD,
        "
        Ida | Ida Lind havde hørt, at døren binder.
        - | Det er en kendt fejl, og Henning har den på listen.
        Ida | Ida Lind spurgte, om nøglen er fundet.
        - | Den lå hos Per.
        Bo | Bo Dahl roste hækken.
        Bo | Det er Per, der har klippet den.
    ",
    );
}

#[test]
fn answers_without_a_name() {
    check(
        BOARD,
        "
        Bo | Bo Dahl spurgte, hvor ofte vi mødes.
        - | Fire gange om året, og kaffen er gratis.
        Ida | Ida Lind ville høre, hvad hegnet har kostet.
        - | Det havde kostet 4.000 kr.
    ",
    );
}
