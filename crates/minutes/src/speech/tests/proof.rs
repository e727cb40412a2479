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

#[test]
fn two_who_speak_in_one_sentence() {
    check(
        BOARD,
        "
        Per | Per Vang var imod, og Ida Lind lå midt imellem.
        Ida | Hun kunne forestille sig to blade.
        Bo | Bo Dahl var enig, mens Ulla Toft hellere så et hegn.
        - | Der afsættes 600 kr. til det.
        Per | Det kunne Per Vang ikke genkende, men Ulla kunne.
        Ulla | Hun havde selv set det.
    ",
    );
}

#[test]
fn whoever_presents_alone_goes_on_over_paragraphs() {
    check(
        BOARD,
        "
        Per | Per Vang gennemgik regnskabet.
        Per | Vejen har kostet mest.

        Per | Der er købt et nyt hegn, som holder i ti år.
        Per | Det er malet rødt.

        - | Stor tak til alle!

        - | Porten er grøn.
    ",
    );
    check(
        BOARD,
        "
        Per | Per Vang gennemgik regnskabet.
        Bo | Bo Dahl fandt det flot.
        Per | Per Vang gennemgik også budgettet.

        - | Vejen har kostet mest.
    ",
    );
}

#[test]
fn what_others_do_or_write() {
    check(
        BOARD,
        "
        Per | Per Vang fandt vejen for smal.
        - | Venstre og Konservative kan støtte planen.
        - | Ingeniør Hans Lund anbefaler i sit notat en ny vej.
        - | Hans Lund er ansat som vejmand og præsenterer sig i maj.
        - | Per Vang har ansvaret for kaffen.
        - | Ida Lind er blevet farmor.
        - | I drøftelsen blev følgende fremhævet:
        - | Formand: Ulla Toft (genvalg).
        - | Hegnet sattes i stand.
    ",
    );
}

#[test]
fn adverbs_feelings_and_second_verbs() {
    check(
        BOARD,
        "
        Per | Kassereren derimod så en mulighed for at spare.
        Ida | Ida Lind blev noget rystet over prisen.
        Bo | Bo Dahl blev af Per Vang spurgt, hvad hegnet koster, og anslog 4.000 kr.
        Per | Per Vang kunne se noget i begge forslag, men ville have dem regnet igennem.
        Ida | Budgettet endte i nul, og det vil Ida Lind gerne sige tak for.
        Per | Løn må stå øverst, hvis det står til Per Vang.
        Ida | Anderledes med Ida Lind, der hellere ser hegnet malet.
        Bo | Lamperne er bestilt, jf. Bo Dahl.
        Per | Ad den kolde vinter: Per Vang henviste til, at døren binder.
        Per | Som han ser det, er der råd.
        Eva | Vandrådet (Eva van der Krog) fandt ventetiden lang.
        Bo | Festudvalget v/ Bo Dahl medgav, at kaffen var kold.
        - | Et mindretal (Per Vang) indstiller, at vejen lukkes.
    ",
    );
}

#[test]
fn of_two_who_could_be_meant_neither() {
    check(
        BOARD,
        "
        Ida | Ida Lind ville have et hegn.
        Ulla | Ulla Toft fandt det for dyrt.
        Per | Per Vang spurgte, om hegnet kan vente.
        - | Det har hun intet imod.

        Per | Per Vang fandt det for sent.
        Bo | Bo Dahl advarede om prisen.
        Per | Det anerkendte han, men fastholdt forslaget.
        Ida | Ida Lind tilbød at male.
        Ida | Det havde hun gjort før.
    ",
    );
}
