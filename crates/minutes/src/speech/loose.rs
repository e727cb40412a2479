//! An open sentence in, out comes what speaks against its going on in the contribution before it.
//!
//! The minute-taker's own sentences look like anybody's: `Ideen gemmes til foråret.`, `Tilmelding sker
//! til Birthe.`, `Der var mange indlæg.` Where one stands and how it is built tells them apart more
//! often than not. Deliberately absent: who has the floor.

use super::collective::is_own_body;
use super::contribution::Holder;
use super::grammar::{is_auxiliary, is_past, is_preposition, looks_past, opens_adverbially};
use super::name::{Who, plain_name_at};
use super::subject::{Known, lead};
use super::token::Token;

/// Where a sentence stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// The number of its paragraph.
    pub paragraph: u32,
    /// In a list that the sentence before announced.
    pub in_list: bool,
    /// Nothing more stands under its item.
    pub ends_item: bool,
    /// Nothing more stands in its paragraph.
    pub ends_paragraph: bool,
}

/// Whether an open sentence is rather the minute-taker's than whoever speaks before it.
pub(super) fn is_loose(
    tokens: &[Token<'_>],
    place: Place,
    before: Holder,
    known: &Known<'_>,
) -> bool {
    if narrates_course(tokens) {
        return true;
    }
    if before.presents && before.paragraph == place.paragraph || place.in_list {
        return false;
    }
    let at = lead(tokens);
    if was_discussed(tokens)
        || is_verbless(tokens, known)
        || is_resolve(tokens, at) && place.ends_paragraph
    {
        return true;
    }
    if names_other(tokens, before.who, known) || acts_of_body(tokens, at, known) {
        return true;
    }
    let tells = before.informs || before.presents;
    (before.brief || place.ends_item && !tells) && !points_back(tokens, at)
}

/// `Herefter var ordet frit.`, `Udgangen blev, at …`, `Enighed om at vente.`, `Der var i rådet
/// forskellige holdninger til stien.`: how the meeting went.
fn narrates_course(tokens: &[Token<'_>]) -> bool {
    let at = lead(tokens);
    let Some(first) = tokens.get(at) else { return false };
    let next = tokens.get(at + 1).map_or("", |t| t.text);
    let words = tokens.iter().filter(|t| t.word).count();
    match first.text {
        "Udgangen" | "Enden" | "Resultatet" | "Udfaldet" => matches!(next, "blev" | "på"),
        "Enighed" | "Opbakning" | "Tilslutning" | "Næste" => true,
        "Herefter" | "Derefter" | "Dernæst" => {
            !tokens.iter().any(|t| matches!(t.text, "skal" | "vil" | "kan"))
                && (words <= 6
                    || !tokens.iter().any(|t| is_auxiliary(t.text) || looks_past(t.text)))
        }
        "Der" if next == "var" => tokens.iter().take(at + 9).any(|t| {
            matches!(
                t.text,
                "holdninger" | "meninger" | "indlæg" | "synspunkter" | "opfattelser" | "diskussion"
            )
        }),
        "Det" if next == "var" => tokens.iter().take(at + 7).any(|t| t.text == "meninger"),
        _ => false,
    }
}

/// `Lejrturen blev drøftet.`: by the meeting.
fn was_discussed(tokens: &[Token<'_>]) -> bool {
    tokens.windows(3).take(7).any(|w| {
        w[0].text == "blev"
            && w[1..].iter().any(|t| {
                matches!(t.text, "drøftet" | "diskuteret" | "debatteret" | "gennemgået" | "vendt")
            })
    })
}

/// Whether a sentence has no finite verb at all: `Stort tak for indsatsen!`
fn is_verbless(tokens: &[Token<'_>], known: &Known<'_>) -> bool {
    let herunder = tokens.first().is_some_and(|t| t.text == "Herunder");
    !herunder
        && !tokens.iter().any(|t| {
            let finite = |w: &str| {
                is_auxiliary(w)
                    || known.verbs.knows(w)
                    || is_past(w)
                    || w.ends_with('r')
                    || w.ends_with("es")
            };
            t.word && !t.capital && !opens_adverbially(t.text) && finite(t.text)
        })
}

/// `Ideen gemmes til foråret.`, `Der afsættes 6.000 kr.`, `Serieprisen sættes til 40 kr.`: what is to be
/// done.
fn is_resolve(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.iter().skip(at + 1).take(5).take_while(|t| t.word).any(|t| is_done_now(t.text))
}

/// A passive of the present that tells of doing something.
fn is_done_now(word: &str) -> bool {
    word.chars().count() >= 5
        && word.ends_with("es")
        && word.chars().all(char::is_lowercase)
        && !word.ends_with("edes")
        && !matches!(
            word,
            "findes"
                | "deres"
                | "synes"
                | "fælles"
                | "lykkes"
                | "forventes"
                | "ventes"
                | "skyldes"
                | "kræves"
                | "behøves"
                | "trives"
                | "mindes"
        )
}

/// Whether somebody else of the meeting is named, not as an owner and not behind a preposition:
/// `…, og Henning har den på listen.`
fn names_other(tokens: &[Token<'_>], holder: usize, known: &Known<'_>) -> bool {
    // `Bo Lind er tildelt en pris`, of somebody who is not here.
    let at = lead(tokens);
    let stranger = known.cast.is_listed()
        && plain_name_at(tokens, at, known.cast).is_some_and(|n| {
            let is = tokens.get(n.end).is_some_and(|t| matches!(t.text, "er" | "var" | "blev"));
            is && matches!(n.who, Who::New(name) if name.contains(' '))
        });
    stranger
        || (0..tokens.len()).any(|at| {
            let after_preposition = || {
                let before = at.checked_sub(1).map(|i| danish::lowercase(tokens[i].text));
                before.is_some_and(|before| is_preposition(&before))
            };
            tokens[at].capital
                && plain_name_at(tokens, at, known.cast).is_some_and(|name| {
                    let other = matches!(name.who, Who::Person(id) if id != holder);
                    // `Det er Rosa Lund, der har nøglen`: pointed out.
                    let pointed_out = tokens.get(name.end).is_some_and(|t| t.is(","))
                        && tokens
                            .get(name.end + 1)
                            .is_some_and(|t| matches!(t.text, "der" | "som"));
                    let alone = || name.end + 1 == tokens.len() || !after_preposition();
                    other && !name.genitive && !pointed_out && alone()
                })
        })
}

/// `Ældrerådet afgav følgende svar`: the body that meets does something.
fn acts_of_body(tokens: &[Token<'_>], at: usize, known: &Known<'_>) -> bool {
    let (Some(first), Some(verb)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    is_own_body(&first.text.to_lowercase(), known.body)
        && verb.word
        && !verb.capital
        && !is_auxiliary(verb.text)
}

/// Whether a sentence speaks of what the one before it named: `Den slags …`, `Her var …`, `Det …`.
fn points_back(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| {
        matches!(
            t.text,
            "Den"
                | "Det"
                | "De"
                | "Dem"
                | "Disse"
                | "Denne"
                | "Dette"
                | "Her"
                | "Han"
                | "Hun"
                | "Dermed"
                | "Derfor"
                | "Desuden"
                | "Derudover"
                | "Herunder"
                | "Ellers"
                | "Så"
                | "Forventningen"
                | "Hensigten"
                | "Tanken"
                | "Baggrunden"
                | "Årsagen"
                | "Men"
                | "Og"
                | "For"
                | "Endvidere"
                | "Samtidig"
                | "Til"
                | "Jeg"
                | "Vi"
                | "Man"
        )
    })
}
