//! Closed classes of Danish words that tell where a main clause has its subject and verb.
//!
//! Danish main clauses have the finite verb second: what stands before it is the subject, or else
//! the subject follows at once. Deliberately absent: names and reporting verbs.

use super::token::Token;

/// Whether a word is a finite form of an auxiliary.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "har"
            | "havde"
            | "er"
            | "var"
            | "blev"
            | "bliver"
            | "skal"
            | "skulle"
            | "vil"
            | "ville"
            | "vilde"
            | "kan"
            | "kunne"
            | "må"
            | "maa"
            | "måtte"
            | "maatte"
            | "bør"
            | "burde"
            | "tør"
            | "får"
            | "fik"
    )
}
const PREPOSITIONS: &[&str] = &[
    "på",
    "paa",
    "i",
    "fra",
    "til",
    "under",
    "efter",
    "ved",
    "for",
    "med",
    "om",
    "af",
    "over",
    "mod",
    "imod",
    "uden",
    "inden",
    "hos",
    "mellem",
    "blandt",
    "foruden",
    "udover",
    "ud",
    "angående",
    "angaaende",
    "vedrørende",
    "vedr",
    "ifølge",
    "trods",
    "grundet",
    "pga",
    "omkring",
    "gennem",
    "igennem",
    "ad",
    "overfor",
    "vedr",
    "siden",
    "før",
    "per",
    "pr",
    "bortset",
    "ift",
    "mht",
];

const ADVERBS: &[&str] = &[
    "hertil",
    "herefter",
    "derefter",
    "dernæst",
    "endelig",
    "endeligt",
    "derudover",
    "herudover",
    "desuden",
    "endvidere",
    "samtidig",
    "samtidigt",
    "supplerende",
    "så",
    "saa",
    "nu",
    "også",
    "først",
    "sidst",
    "igen",
    "ligeledes",
    "omvendt",
    "dog",
    "derimod",
    "heraf",
    "herom",
    "derfor",
    "alligevel",
    "videre",
    "yderligere",
    "senere",
    "undervejs",
    "konkret",
    "generelt",
    "overordnet",
    "personligt",
    "principielt",
    "afslutningsvis",
    "afslutningsvist",
    "indledningsvis",
    "indledningsvist",
    "efterfølgende",
    "adspurgt",
    "forespurgt",
    "heroverfor",
    "hermed",
    "herved",
    "herpå",
    "herpaa",
    "derpå",
    "dertil",
    "herimod",
    "herunder",
    "heri",
    "deri",
    "tilsvarende",
    "foreløbig",
    "således",
    "saaledes",
    "her",
    "der",
    "som",
    "opfølgende",
    "tidligere",
    "straks",
    "undtagelsesvis",
    "slutteligt",
    "sluttelig",
    "navnlig",
    "særligt",
    "særlig",
    "imidlertid",
    "heller",
    "ellers",
    "fortsat",
    "positivt",
    "kritisk",
    "ydermere",
    "oveni",
    "tillige",
    "endnu",
    "atter",
    "snart",
    "herom",
    "måske",
    "selv",
    "desværre",
    "heldigvis",
];

/// Whether a word, in lower case, is a preposition.
pub(crate) fn is_preposition(lower: &str) -> bool {
    PREPOSITIONS.contains(&lower)
}

/// Whether a word names what somebody holds of a matter: `Ullas mening`, `efter hendes opfattelse`.
pub(crate) fn is_view(word: &str) -> bool {
    matches!(
        word,
        "mening"
            | "opfattelse"
            | "vurdering"
            | "skøn"
            | "udsagn"
            | "syn"
            | "erfaring"
            | "holdning"
            | "indtryk"
            | "anskuelse"
            | "overbevisning"
            | "synspunkt"
            | "svar"
            | "pointe"
            | "bekymring"
            | "ønske"
            | "forslag"
            | "budskab"
            | "kommentar"
            | "indvending"
            | "argument"
            | "opfordring"
            | "anke"
            | "råd"
            | "krav"
            | "spørgsmål"
            | "begrundelse"
            | "konklusion"
            | "redegørelse"
    )
}

/// Whether a word, in lower case, may open a sentence without being its subject.
pub(crate) fn opens_adverbially(lower: &str) -> bool {
    PREPOSITIONS.contains(&lower)
        || ADVERBS.contains(&lower)
        || opens_subordinate(lower)
        || matches!(
            lower,
            "det"
                | "dette"
                | "den"
                | "dem"
                | "denne"
                | "disse"
                | "heller"
                | "nej"
                | "ja"
                | "ét"
                | "sidstnævnte"
                | "førstnævnte"
        )
        || lower.ends_with("vis")
        || lower.ends_with("vist")
        || (lower.ends_with("ligt") && lower.len() > 5)
}

/// Whether a word, in lower case, opens a subordinate clause at the head of a sentence.
pub(crate) fn opens_subordinate(lower: &str) -> bool {
    matches!(
        lower,
        "da" | "når"
            | "naar"
            | "hvis"
            | "idet"
            | "mens"
            | "medens"
            | "selvom"
            | "fordi"
            | "eftersom"
            | "såfremt"
            | "at"
            | "om"
            | "hvorvidt"
            | "skønt"
            | "hvad"
            | "hvor"
            | "hvordan"
            | "hvorfor"
    )
}

/// Whether a token inside a sentence opens a subordinate clause.
pub(crate) fn subordinates(token: &Token<'_>) -> bool {
    matches!(
        token.text,
        "at" | "der"
            | "som"
            | "hvis"
            | "fordi"
            | "idet"
            | "da"
            | "når"
            | "naar"
            | "hvorvidt"
            | "hvilket"
            | "hvilken"
            | "hvilke"
            | "hvor"
            | "hvordan"
            | "hvorfor"
            | "hvornår"
            | "hvad"
            | "hvem"
            | "mens"
            | "medens"
            | "selvom"
            | "såfremt"
            | "saafremt"
            | "eftersom"
            | "hvorefter"
            | "hvorved"
            | "hvortil"
            | "hvoraf"
            | "hvorom"
            | "hvorunder"
            | "skønt"
            | "førend"
            | "indtil"
    )
}

/// Whether a paragraph that begins so leans on the one before: `Herunder …`, `Det betyder, at …`.
pub(crate) fn leans_back(tokens: &[Token<'_>]) -> bool {
    let Some(first) = tokens.first() else { return false };
    match first.text {
        "Herunder" | "Desuden" | "Derudover" | "Herudover" | "Derfor" | "Endvidere" | "Dermed"
        | "Herved" | "Således" | "Ligeledes" | "Yderligere" | "Fx" => true,
        "Det" | "Dette" | "Der" => tokens.iter().take(5).any(|t| {
            matches!(
                t.text,
                "betyder"
                    | "skyldes"
                    | "medfører"
                    | "indebærer"
                    | "således"
                    | "derfor"
                    | "dermed"
                    | "desuden"
                    | "også"
                    | "dog"
                    | "yderligere"
                    | "imidlertid"
            )
        }),
        _ => false,
    }
}

/// Whether a word looks like the past of a regular verb: `brugte`, `tegnede`.
pub(crate) fn looks_past(word: &str) -> bool {
    let long = word.chars().count() >= 5 && word.chars().all(char::is_lowercase);
    long && (word.ends_with("ede")
        || (word.ends_with("te") && !word.ends_with("ste") && !matches!(word, "lette" | "hvidte")))
}

/// Whether a word is a past form, regular by its looks or one of the common irregular ones.
pub(crate) fn is_past(word: &str) -> bool {
    looks_past(word) || IRREGULAR_PAST.contains(&word)
}

/// Common irregular past forms that no other list has, since they tell of no speech by themselves.
const IRREGULAR_PAST: &[&str] = &[
    "afgav", "bad", "bar", "bragte", "brød", "bød", "drog", "faldt", "fandt", "fik", "fløj",
    "forlod", "forstod", "gav", "gik", "gjorde", "greb", "hed", "hjalp", "holdt", "kom", "lod",
    "lå", "lagde", "løb", "nød", "red", "sad", "satte", "skar", "skrev", "skød", "slap", "slog",
    "solgte", "sprang", "stod", "så", "sov", "tav", "tog", "trak", "traf", "udgjorde", "valgte",
    "vandt", "vidste", "bandt", "blev", "burde", "fór", "drak", "drev", "fulgte", "gad", "kunne",
    "købte", "lagde", "måtte", "røg", "skulle", "spurgte", "sagde", "turde", "ville", "var",
    "havde",
];

/// The tokens after `at` up to where the clause ends: a comma, `at`, a colon or the end.
pub(crate) fn clause<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> &'a [Token<'t>] {
    let rest = tokens.get(at + 1..).unwrap_or_default();
    let end = rest
        .iter()
        .take(18)
        .position(|t| t.is(",") || t.is(":") || t.is(";") || t.text == "at")
        .unwrap_or(rest.len().min(18));
    &rest[..end]
}
