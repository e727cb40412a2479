//! Words that name a body: *bestyrelsen*, *B-siden*, *følgegruppen*.
//!
//! In: a word in lower case. Out: whether it names a body, and whether that body is the one that meets.
//! Deliberately absent: names of organisations; `name` knows those.

/// Bodies that act as one.
const COLLECTIVES: &[&str] = &[
    "bestyrelsen",
    "udvalget",
    "byrådet",
    "byraadet",
    "rådet",
    "raadet",
    "kommunalbestyrelsen",
    "regionsrådet",
    "generalforsamlingen",
    "forsamlingen",
    "repræsentantskabet",
    "styregruppen",
    "forvaltningen",
    "administrationen",
    "sekretariatet",
    "ledelsen",
    "direktionen",
    "menighedsrådet",
    "sogneraadet",
    "sognerådet",
    "mødet",
    "deltagerne",
    "medlemmerne",
    "foreningen",
    "arbejdsgruppen",
    "landsbyrådet",
    "magistraten",
    "økonomiudvalget",
    "flertal",
    "mindretal",
    "flertallet",
    "mindretallet",
    "salen",
    "bestyrelsesmedlemmerne",
    "formandskabet",
    "klubben",
    "gruppen",
    "nævnet",
    "landstinget",
    "årsmødet",
    "elevrådet",
];

const COLLECTIVE_ENDINGS: &[&str] = &[
    "udvalget",
    "bestyrelsen",
    "forvaltningen",
    "gruppen",
    "nævnet",
    "afdelingen",
    "ledelsen",
    "rådet",
    "raadet",
    "forsamlingen",
    "sekretariatet",
    "-siden",
    "arbejdersiden",
    "giversiden",
    "ledelsessiden",
];

/// Whether a word, in lower case, names a body.
pub(crate) fn is_collective(lower: &str, body: &str) -> bool {
    // Most words end otherwise.
    if !lower.ends_with(['n', 't', 'e']) && lower != body {
        return false;
    }
    COLLECTIVES.contains(&lower)
        || COLLECTIVE_ENDINGS.iter().any(|e| lower.ends_with(e))
        || (lower.len() > 5 && !body.is_empty() && body == lower)
}

/// Whether a word, in lower case, names the body that meets, as printed or in another form of its
/// name: `styregruppen` for `Den nationale styregruppe for sundheds-it`.
pub(crate) fn is_own_body(lower: &str, body: &str) -> bool {
    if lower.chars().count() < 5 || body.is_empty() {
        return false;
    }
    let stems = ["en", "et", "n", ""];
    let mut stems = stems.iter().filter_map(|end| lower.strip_suffix(end));
    stems.any(|stem| {
        stem.chars().count() >= 3
            && body.split(|c: char| !c.is_alphanumeric()).any(|word| {
                word == stem
                    || word == lower
                    || (stem.chars().count() >= 5
                        && (word.ends_with(stem) || word.ends_with(lower)))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_by_any_form_of_its_name() {
        let table = [
            ("styregruppen", "den nationale styregruppe for sundheds-it", true),
            ("bestyrelsen", "bestyrelsen for vandværket", true),
            ("bestyrelsen", "skolebestyrelsen ved åvangsskolen", true),
            ("handicaprådet", "handicaprådet", true),
            ("rådet", "rådet for digital kulturarv", true),
            ("udvalget", "udvalget for det nære sundhedsvæsen", true),
            ("foreningen", "lokalhistorisk forening for torup", true),
            ("kommunen", "handicaprådet", false),
            ("bestyrelsen", "handicaprådet", false),
            ("de", "de samvirkende", false),
        ];
        for (word, body, want) in table {
            assert_eq!(is_own_body(word, body), want, "{word} in {body}");
        }
    }
}
