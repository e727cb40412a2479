//! What is taken off, what runs on over a page end, and what is no furniture.

use super::*;
use crate::line::lines_of;

fn kept(text: &str) -> Vec<String> {
    without_furniture(lines_of(text)).0.into_iter().map(|line| line.text).collect()
}

#[test]
fn running_heads_with_page_numbers() {
    let text = "Stien koster mere, end\n\nHavneudvalget   Side 1\n\nhavnen gør.\nSe planen, side 3\nog næste side.";
    assert_eq!(
        kept(text),
        ["Stien koster mere, end", "havnen gør.", "Se planen, side 3", "og næste side."]
    );
}

#[test]
fn a_full_line_goes_on_with_a_capital() {
    let text = "Formanden foreslog sammen med næstformanden og\n\nSide 1/2\nHavneforeningen Solvang\n\nEa Friis, at stien bliver anlagt næste sommer.";
    let title = format!("Havneforeningen Solvang\n\nMødet\n\nA\n\nB\n\nC\n\n{text}");
    assert_eq!(
        kept(&title).last().map(String::as_str),
        Some("Ea Friis, at stien bliver anlagt næste sommer.")
    );
    assert_eq!(kept(&title).len(), 12);
}

#[test]
fn running_heads_of_several_lines() {
    let text = "Mødet\n\nA\n\nB\n\nC\n\nFormanden sagde, at\n\nSide 1\nHavnens Venner\nBestyrelsen\n\nstien er god.\n\nD\n\nSide 2\nHavnens Venner\nBestyrelsen\n\nE";
    let got = kept(text);
    assert!(!got.contains(&"Bestyrelsen".to_string()), "{got:?}");
    assert!(got.windows(2).any(|pair| pair == ["Formanden sagde, at", "stien er god."]), "{got:?}");
}

#[test]
fn text_runs_on_across_a_page_end() {
    let text = "Referat af møde nr. 8 i Rådet\n\nEt.\n\nTo.\n\nDet kræver et laboratorium, som vi ikke har i\n\n  1/2\n\nMøde nr. 8\n\ndag. Et nyt kommer.";
    assert_eq!(
        kept(text),
        [
            "Referat af møde nr. 8 i Rådet",
            "",
            "Et.",
            "",
            "To.",
            "",
            "Det kræver et laboratorium, som vi ikke har i",
            "dag. Et nyt kommer."
        ]
    );
}

#[test]
fn numbers_of_items_alone_on_a_line_stay() {
    let text = "Mødet\n\n1\nDer bevilges 10 Kr.\n\n2\nDer bevilges 20 Kr.\n";
    assert!(kept(text).contains(&"1".to_string()));
    assert!(kept(text).contains(&"2".to_string()));
}

#[test]
fn text_beside_a_page_number_that_names_those_present_is_no_running_head() {
    let head = "Referat af møde i Havneudvalget\n\nDeltagere\nPeter Brask (formand), Åse Bach (Brugerrådet), Bo Holm\n\n1. Havnen\nA\n\nB\n\nC\n\n";
    let text = "Bo Holm takkede.\n\n\n1\n\n\nÅse Bach mente, at planen mangler penge i Stenborg. Peter Brask\nspurgte Åse Bach.";
    let lines = kept(&format!("{head}{}{text}", "Sagen er drøftet.\n".repeat(20)));
    assert!(lines.iter().any(|line| line.starts_with("Åse Bach mente")), "{lines:?}");
    assert!(!lines.iter().any(|line| line == "1"), "{lines:?}");
}

#[test]
fn the_last_page_may_be_short() {
    let page = "Sagen er drøftet.\n".repeat(30);
    let text = format!(
        "{page}Planen skal være på\n\n\n1\n\n\nplads.\n{page}\n\n2\n\n\n{page}\n\n3\n\n\nTak.\n\n\n4\n"
    );
    let lines = kept(&text);
    assert!(!lines.iter().any(|line| line.bytes().all(|b| b.is_ascii_digit()) && !line.is_empty()));
    let open = lines.iter().position(|line| line == "Planen skal være på").unwrap();
    assert_eq!(lines[open + 1], "plads.");
}

#[test]
fn a_decision_that_comes_again_is_no_running_head() {
    for decision in
        ["Orienteringen blev taget til efterretning.", "Godkendt", "Taget til efterretning."]
    {
        let page = format!("{}\n{decision}\n\n", "Sagen er drøftet.\n".repeat(30));
        let text = format!("{page}{page}{page}\n\n1\n\n\n{page}\n\n2\n");
        let n = kept(&text).iter().filter(|line| *line == decision).count();
        assert_eq!(n, 4, "{decision}");
    }
}
