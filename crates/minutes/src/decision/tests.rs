//! Sentences with the decision that they tell, and sentences that tell none.

use super::*;
use crate::outline::{Outline, Paragraph};
use crate::speech::statements;
use crate::{Attendee, Vocabulary};
use DecisionKind::*;

fn decide(text: &str, block: Option<&str>) -> Option<Decision> {
    let people = vec![
        Attendee { name: "Ulla Toft".into(), role: Some("formand".into()), ..Attendee::default() },
        Attendee { name: "Per Vang".into(), ..Attendee::default() },
    ];
    let paragraph = Paragraph {
        block: block.map(str::to_owned),
        text: text.to_owned(),
        lines: vec![(0, 1)],
        ..Paragraph::default()
    };
    let outline = Outline { people, paragraphs: vec![paragraph], ..Outline::default() };
    let vocabulary = Vocabulary::new(crate::verbs::LIST, "", "");
    let found = statements(&outline, &vocabulary, &mut Vec::new());
    assert_eq!(found.len(), 1, "{text}");
    found.into_iter().next().and_then(|s| s.decision)
}

#[test]
fn decisions_and_what_they_do() {
    let table = [
        ("Dagsordenen blev godkendt uden bemærkninger.", Approved),
        ("Dagsordenen og referatet fra mødet den 29. september blev godkendt.", Approved),
        ("Udvalget godkendte indstillingens punkt 1.", Approved),
        ("Udvalget besluttede at oversende sagen til byrådet.", Referred),
        ("Byrådet vedtog forslaget med 14 stemmer mod 11.", Approved),
        ("Herefter godkendte bestyrelsen budgettet.", Approved),
        ("Bestyrelsen tog orienteringen til efterretning.", Noted),
        ("Orienteringen blev taget til efterretning.", Noted),
        ("Taget til efterretning.", Noted),
        ("Til Efterretning.", Noted),
        ("Ændringsforslaget bortfaldt dermed.", Rejected),
        ("Forslaget var ikke vedtaget.", Rejected),
        ("Forslaget blev nedstemt.", Rejected),
        ("Indstillingen tiltrådt.", Adopted),
        ("Tiltrådt.", Adopted),
        ("Godkendt.", Approved),
        ("Dagsorden godkendt.", Approved),
        ("Vedtaget med 1 imod, 7 blanke.", Approved),
        ("Vedtoges.", Approved),
        ("Ulla Toft og Per Vang genvalgt for to år.", Elected),
        ("Formand: Per Vang (genvalg).", Elected),
        ("Ny suppleant: Rosa Lund.", Elected),
        ("Revisorer: Genvalg til Rosa Lund og Bo Dahl.", Elected),
        ("Referat af mødet den 3. maj godkendt.", Approved),
        ("Beretningen godkendt til udsendelse.", Approved),
        ("Ingen bemærkninger, godkendt.", Approved),
        ("Protokollen fra mødet den 9. juni blev oplæst, godkendt og underskrevet.", Approved),
        ("Egenbetalingen fastsat til 150 kr.", Other),
        ("Udgangen blev, at hver betaler sit.", Other),
        ("Enighed om, at sagen kan vente.", Other),
        ("Vi siger ja til drivhuset.", Other),
        ("Anbefales.", Approved),
        ("Referatet fra maj godkendes med den rettelse, at Per Vang var til stede.", Approved),
        ("Genvalgt blev Lærer H. Vium.", Elected),
        ("Ansøgningen kunde ikke imødekommes.", Rejected),
        ("Det paalægges Lodsejerne at beskære Hegnene.", Other),
        ("Per Vang og Ulla Toft fik mandat til at skrive under.", Other),
        ("Sagen blev sat i bero.", Postponed),
        ("Det vedtoges at købe grus.", Approved),
        ("Man vedtog at købe grus.", Approved),
        ("Andragendet fra enke Karen Holm bevilgedes med 10 Kr. om Maaneden.", Approved),
        ("Forslaget forkastedes.", Rejected),
        ("Bestyrelsen blev enig om at vente.", Other),
        ("Bevilges.", Approved),
        ("Nægtedes.", Rejected),
        ("Andragendet bevilgedes.", Approved),
        ("Sagen udsættes til næste møde.", Postponed),
        ("Punktet blev udsat.", Postponed),
        ("Ulla Toft blev genvalgt som formand.", Elected),
        ("Som dirigent valgtes Per Vang.", Elected),
        ("I stedet valgtes Per Vang for to år, mens Ulla Toft blev genvalgt.", Elected),
        ("Bestyrelsen foreslog Per Vang, og han blev valgt uden modkandidat.", Elected),
        ("Det blev besluttet, at vejen lukkes.", Other),
        ("Ulla Toft konkluderede, at orienteringen blev taget til efterretning.", Noted),
        ("Formanden konkluderede, at arbejdet fortsætter.", Other),
        ("Formanden konkluderede, at planen holder, og Per Vang spurgte til prisen.", Other),
        ("Indstillingen om, at sagen sendes i høring, blev godkendt.", Approved),
        ("Per Vang henviste til regnskabet, som blev enstemmigt godkendt.", Approved),
        ("Formanden konstaterede, at beretningen var godkendt.", Approved),
        ("Formanden sammenfattede, at rådet kunne tilslutte sig udkastet.", Other),
        ("Det overdroges Per Vang at skrive et brev.", Other),
        ("Formanden bemyndigedes til at svare.", Other),
        ("Mødet fastsattes til den 3. maj.", Other),
        ("Forslaget var dermed faldet.", Rejected),
        ("Da det kræver 2/3 flertal, bortfaldt forslaget.", Rejected),
        ("Afslag, da hegnet er nyt.", Rejected),
        ("Genvalg af Revision Vang.", Elected),
        ("Suppleanter blev Per Vang og Ulla Toft.", Elected),
        ("Per Vang fik grønt lys til at gå i gang.", Other),
        ("Efter en snak blev det Vang Kro med 3 stemmer mod 2.", Other),
        ("Vi ringer til kommunen i morgen.", Other),
        ("Vi tager det med på mødet.", Other),
        ("HovedMED tog orienteringen til efterretning.", Noted),
        ("Bestyrelsen nedsatte et udvalg.", Other),
        ("Rådet tilsluttede sig forslaget.", Adopted),
        ("Tilbudet modtoges.", Approved),
        ("Regning fra Snedker Bro, 18 Kr., anvist til Udbetaling.", Approved),
        ("Ulla Toft indstillet uden modkandidat.", Elected),
        ("Et flertal bestående af V, A og C godkendte indstillingen.", Approved),
        ("Ulla Toft foreslog Per Vang, som blev valgt.", Elected),
        ("Et enigt udvalg besluttede at vente.", Other),
        ("→ Planen ændres ikke.", Other),
        ("Tilbud 7 (nyt hegn, 12.300 kr.) godkendt.", Approved),
        ("Referatet rettes til i punkt 4.", Other),
        ("Sommerturen aflyses.", Other),
        ("Der indkøbes en ny stige.", Other),
        ("Ulla Toft sammenfattede, at sagen udsættes, til taget er tørt.", Postponed),
    ];
    for (text, want) in table {
        assert_eq!(decide(text, None).map(|d| d.kind), Some(want), "{text}");
    }
    for text in [
        "Udvalget anbefaler, at indstillingen godkendes.",
        "Sagen oversendes til videre behandling i byrådet i maj.",
        "Forslag 4 om gadelys forelægges Teknikudvalget.",
        "Forslag 7 udgår.",
        "Direktionen afventer vurderingen.",
        "Egenbetalingen fastsættes til 600 kr.",
        "Indstillingen anbefales, idet Per Vang stemte imod.",
        "Indstillingen blev fulgt.",
        "Enstemmigt anbefalet.",
        "Drøftet.",
        "Sagen blev sendt tilbage til forvaltningen.",
        "Sagen tages af dagsordenen.",
        "Der gives dispensation.",
        "Fremsendes med udvalgets anbefaling.",
        "Udvalget kan tilslutte sig indstillingen.",
        "Udvalget peger på model B.",
        "Udvalget meddeler afslag.",
        "Der oprettes tilmelding.",
    ] {
        for block in ["Beslutning", "Beslutning i Byrådet den 3. maj 2019"] {
            assert!(decide(text, Some(block)).is_some(), "{text}");
        }
        assert_eq!(decide(text, Some("Sagsfremstilling")), None, "{text}");
    }
}

#[test]
fn what_is_no_decision() {
    for text in [
        "Rosa Lund er valgt til formand for kredsen.",
        "Til orientering nævnte Per Vang, at der er nye regler.",
        "Godkendes planen, udbydes arbejdet i maj.",
        "Godkendt af formand Rosa Lund",
        "Prisen er endnu ikke aftalt.",
        "Planerne forventes vedtaget ved årsskiftet.",
        "Bestyrelsen godkendte på et møde i september 2021 udmøntningen.",
        "Styregruppen har besluttet, at vejen lukkes.",
        "Byrådet vedtog den 12. marts 2024 en plan.",
        "Teknik og Miljø indstiller, at planen godkendes.",
        "Per Vang foreslog, at planen vedtages.",
        "Per Vang sagde, at løsningen er besluttet.",
        "Per Vang gennemgik indstillingen om godkendelse af planen.",
        "Referatet godkendes elektronisk af udvalgets medlemmer.",
        "Sagen kan godkendes i maj.",
        "Planen skal være vedtaget inden jul.",
        "Punktet blev taget af dagsordenen.",
        "I 2019 besluttede bestyrelsen at vente.",
        "Ulla Toft opsummerede, at der er opbakning.",
        "Referatet er godkendt i skriftlig procedure.",
        "Ledelsen tog bemærkningerne til efterretning.",
        "Den pligt kan ikke overdrages til andre.",
        "Prisen er faldet.",
        "Skrivelsen modtoges fra Amtet.",
        "Referatet er godkendt på mail.",
        "Referatet blev godkendt elektronisk.",
        "Ulla Toft roste Per Vang, som blev valgt i 2017.",
        "Vi siger tak for indsatsen.",
        "Vi kommer ud med et overskud på 800 kr.",
        "Referatet er godkendt ved skriftlig høring.",
        "Turen aflyses, hvis det regner.",
        "Vi snakkede om det.",
        "Et medlem sagde, at planen er godkendt.",
        "Forslag 4 om gadelys forelægges Teknikudvalget i maj.",
        "Den trafikplan, som udvalget vedtog den 12. marts, gælder.",
        "Der er valgt en løsning med træ i de fleste af de huse, der er bygget.",
    ] {
        assert_eq!(decide(text, None), None, "{text}");
    }
    assert_eq!(decide("Planen blev godkendt.", Some("Sagsfremstilling")), None);
}

#[test]
fn who_concluded_and_with_which_votes() {
    let concluded = decide("Ulla Toft konkluderede, at planen er godkendt.", None);
    assert_eq!(concluded.and_then(|d| d.by).as_deref(), Some("Ulla Toft"));
    let voted = decide("Planen blev vedtaget med 9 stemmer for og 2 imod.", None);
    let votes = voted.and_then(|d| d.votes);
    assert_eq!(votes, Some(Votes { ayes: Some(9), noes: Some(2), blank: None }));
}

#[test]
fn another_day_and_another_body_are_not_this_meeting() {
    let block = |label: &str, text: &str| Paragraph {
        block: Some(label.to_owned()),
        text: text.to_owned(),
        lines: vec![(0, 1)],
        ..Paragraph::default()
    };
    let outline = Outline {
        body: "Teknisk Råd".into(),
        paragraphs: vec![
            block("Beslutning i Vejudvalget den 06-02-2018", "Anbefales."),
            block("Beslutning i Byrådet den 26-02-2018", "Godkendt."),
            block("Beslutning", "Teknisk Råd tog orienteringen til efterretning."),
            block("Beslutning", "Regnskab for Torup Sognes Menighedsråd, afleveret kl. 20."),
        ],
        ..Outline::default()
    };
    let vocabulary = Vocabulary::new(crate::verbs::LIST, "", "");
    let found = statements(&outline, &vocabulary, &mut Vec::new());
    let decided: Vec<bool> = found.iter().map(|s| s.decision.is_some()).collect();
    assert_eq!(decided, [false, true, true, false]);
}

#[test]
fn what_is_to_be_done_after_talk() {
    let last = |text: &str| {
        let people = vec![Attendee { name: "Per Vang".into(), ..Attendee::default() }];
        let paragraph = Paragraph {
            text: format!("Per Vang fandt prisen høj. {text}"),
            lines: vec![(0, 1)],
            ..Paragraph::default()
        };
        let outline = Outline { people, paragraphs: vec![paragraph], ..Outline::default() };
        let vocabulary = Vocabulary::new(crate::verbs::LIST, "", "");
        let found = statements(&outline, &vocabulary, &mut Vec::new());
        found.into_iter().next_back().and_then(|s| s.decision).is_some()
    };
    for text in [
        "Serieprisen sættes til 40 kr.",
        "Der afsættes 6.000 kr. til hegnet.",
        "Ideen gemmes til foråret.",
        "Sagen sættes på igen til næste møde.",
        "Laveste bud antages.",
    ] {
        assert!(last(text), "{text}");
        assert_eq!(decide(text, None), None, "without talk: {text}");
    }
    for text in [
        "Næste møde afholdes den 3. maj.",
        "Forslaget sattes til afstemning.",
        "Referatet udsendes i maj.",
        "Overskuddet skyldes festen.",
        "Skal hegnet males igen?",
        "Per Vang takkes for hjælpen.",
    ] {
        assert!(!last(text), "{text}");
    }
}
