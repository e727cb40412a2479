//! Words that put a verb at another time: the decision of another meeting is none of this one.
//!
//! Deliberately absent: dates as such; `danish` reads those.

use crate::speech::subject::lead;
use crate::speech::token::Token;

/// Whether a sentence begins at another time: `På mødet den 3. maj vedtog`, `I 2019 besluttede`.
pub(crate) fn is_earlier(tokens: &[Token<'_>]) -> bool {
    let at = lead(tokens);
    let Some(first) = tokens.get(at) else { return false };
    let opens = matches!(
        first.text,
        "Sidste" | "Tidligere" | "Allerede" | "I" | "Den" | "D" | "På" | "Ved" | "Under" | "Paa"
    );
    if !opens {
        return false;
    }
    let head: Vec<&str> =
        tokens[at..].iter().take(9).take_while(|t| !t.is(",")).map(|t| t.text).collect();
    let second = head.get(1).copied().unwrap_or_default();
    match first.text {
        "Sidste" | "Tidligere" | "Allerede" => {
            head.iter().any(|w| matches!(*w, "år" | "møde" | "måned" | "uge" | "i") || is_year(w))
                || first.text == "Tidligere"
        }
        "I" => is_year(second) || (is_month(second) && head.get(2).is_some_and(|w| is_year(w))),
        "Den" | "D" => second.starts_with(|c: char| c.is_ascii_digit()),
        "På" | "Ved" | "Under" | "Paa" => {
            let meeting = head.iter().position(|w| {
                w.starts_with("møde")
                    || w.ends_with("møde")
                    || w.ends_with("mødet")
                    || w.starts_with("generalforsamling")
            });
            let Some(meeting) = meeting else { return false };
            let other = head[..meeting]
                .iter()
                .any(|w| matches!(*w, "sidste" | "forrige" | "seneste" | "tidligere" | "et"));
            other || head.get(meeting + 1).is_some_and(|w| matches!(*w, "den" | "d" | "i"))
        }
        _ => false,
    }
}

/// Whether what follows a verb puts it at another time: `godkendte på et møde i september`,
/// `vedtog den 12. marts 2024`.
pub(crate) fn earlier_after(segment: &[Token<'_>], at: usize) -> bool {
    let next = |n: usize| segment.get(at + n).map_or("", |t| t.text);
    match next(1) {
        "på" if next(2) == "mail" => true,
        "ved" if next(2).starts_with("skriftlig") => true,
        "på" | "paa" | "ved" => {
            matches!(
                next(2),
                "et" | "sidste" | "forrige" | "sit" | "seneste" | "generalforsamlingen" | "mødet"
            ) && (next(2) != "mødet" || next(3) == "den" || next(3) == "i")
        }
        "i" => is_year(next(2)) || is_month(next(2)) || is_season(next(2)),
        "den" | "d" => next(2).starts_with(|c: char| c.is_ascii_digit()),
        "sidste" | "tidligere" | "allerede" | "skriftligt" | "elektronisk" | "pr" | "via" => true,
        _ => false,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.chars().all(|c| c.is_ascii_digit())
}

fn is_season(word: &str) -> bool {
    matches!(
        word,
        "fjor"
            | "foråret"
            | "efteråret"
            | "sommeren"
            | "sommer"
            | "vinter"
            | "går"
            | "aftes"
            | "forgårs"
            | "skriftlig"
    )
}

fn is_month(word: &str) -> bool {
    danish::MONTHS.contains(&danish::lowercase(word).as_ref())
}
