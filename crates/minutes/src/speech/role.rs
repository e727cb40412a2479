//! Who holds which role at this meeting: from the header, and from elections in the text.
//!
//! In: roles as printed (`formand`, `direktør i MedCom`) and words of the text (`Formanden`,
//! `dekanen`). Out: the person. Deliberately absent: roles at other meetings.

use std::cell::RefCell;
use std::sync::LazyLock;

use danish::is_title;

use super::cast::Cast;
use crate::endings::Endings;
use crate::verbs::Map;

/// Words for one and the same chair of a meeting.
const CHAIRS_OF_MEETING: &[&str] = &["dirigent", "ordstyrer", "mødeleder"];
/// Words for one and the same chair of a body.
const CHAIRS: &[&str] = &["formand", "forkvinde", "forperson", "formænd"];
/// Beginnings that make another role of a role: a *næstformand* is no *formand*.
const OTHERS: &[&str] = &["næst", "vice", "pro", "sous", "under", "sub", "fhv", "eks", "ex", "med"];
/// Beginnings that leave the role what it is.
const SAME: &[&str] = &[
    "bestyrelses",
    "udvalgs",
    "skolebestyrelses",
    "råds",
    "menighedsråds",
    "forenings",
    "afdelings",
    "klub",
    "hoved",
    "mødets",
    "sogneråds",
    "sogneraads",
    "by",
    "kommune",
    "kommunal",
    "styregruppe",
    "landsby",
];
/// Endings of role words in their base form, beyond the titles that `danish` knows.
const ENDINGS: &[&str] = &[
    "formand",
    "forkvinde",
    "forperson",
    "kasserer",
    "mester",
    "direktør",
    "chef",
    "leder",
    "sekretær",
    "dirigent",
    "ordstyrer",
    "rektor",
    "dekan",
    "ordfører",
    "advokat",
    "revisor",
    "konsulent",
    "minister",
    "referent",
    "inspektør",
    "provst",
    "præst",
    "koordinator",
    "repræsentant",
    "oldermand",
    "rådmand",
    "bogholder",
    "arkitekt",
    "ingeniør",
    "landinspektør",
    "suppleant",
    "redaktør",
    "biskop",
    "kirkeværge",
    "administrator",
    "vicevært",
    "tillidsmand",
    "forretningsfører",
    "forstander",
    "prior",
    "overlæge",
    "træner",
    "bibliotekar",
    "organist",
    "kordegn",
    "kirketjener",
    "graver",
    "dommer",
    "stifter",
    "rådgiver",
    "projektleder",
    "tovholder",
    "jordemoder",
    "læge",
];

static SORTED_ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(ENDINGS.iter().copied()));

/// The roles of the meeting.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roles {
    /// Base form → people, exact roles.
    exact: Map<Vec<usize>>,
    /// The words of longer roles, with their people: `regional formand` holds `formand` weakly.
    weak: Vec<(String, usize)>,
    /// Roles of two words, `pædagogisk` and `leder`.
    phrases: Vec<(String, String, usize)>,
    /// Elected or named in the text; the last one counts.
    learned: Map<usize>,
    /// Base forms of words seen before: a text has few words that it uses often.
    seen: RefCell<Map<Option<String>>>,
    titles: RefCell<Map<bool>>,
}

/// Who holds a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// One person.
    By(usize),
    /// A role, but one cannot know whose.
    Unknown,
}

impl Roles {
    /// The roles that the header tells.
    pub fn new(cast: &Cast) -> Roles {
        let mut roles = Roles::default();
        for (id, person) in cast.people.iter().enumerate() {
            // *Sekretariatet* is a person where one person is the secretariat.
            if person.present
                && person.about.split_whitespace().any(|w| w.starts_with("sekretariat"))
            {
                roles.exact.entry("sekretariat".to_owned()).or_default().push(id);
            }
            // Who is not there does not speak as chair; whoever stands in may.
            let Some(role) = person.role.as_ref().filter(|_| person.present) else { continue };
            let role = danish::lowercase(role);
            for piece in role
                .split([',', ';', '/', '(', ')'])
                .flat_map(|p| p.split(" og "))
                .flat_map(|p| p.split(" samt "))
            {
                let piece = piece.trim();
                let head = [" i ", " for ", " af ", " på ", " fra ", " ved "]
                    .iter()
                    .filter_map(|w| piece.find(w))
                    .min()
                    .map_or(piece, |at| &piece[..at]);
                if !head.contains(' ') && head == piece {
                    roles.exact.entry(head.to_owned()).or_default().push(id);
                }
                if let Some((quality, noun)) = head.split_once(' ')
                    && is_base(noun)
                {
                    roles.phrases.push((quality.to_owned(), noun.to_owned(), id));
                }
                for word in head.split_whitespace().filter(|w| is_base(w)) {
                    roles.weak.push((word.to_owned(), id));
                }
            }
        }
        roles
    }

    /// Lets somebody hold a role from here on.
    pub fn learn(&mut self, word: &str, id: usize) {
        if let Some(base) = base(word) {
            self.learned.insert(base, id);
        }
    }

    /// Lets somebody run the meeting from here on, by whatever word for it.
    pub fn learn_chair(&mut self, id: usize) {
        for word in CHAIRS_OF_MEETING {
            self.learned.insert((*word).to_owned(), id);
        }
    }

    /// Lets somebody hold a role unless the header or the text gave it away already.
    pub fn learn_if_free(&mut self, word: &str, id: usize) {
        if let Some(base) = base(word)
            && self.holder(&base).is_none()
        {
            self.learned.insert(base, id);
        }
    }

    /// Whether a word may stand before a name as a title or a role.
    pub fn is_title(&self, word: &str) -> bool {
        if let Some(known) = self.titles.borrow().get(word) {
            return *known;
        }
        let found = is_title(word) || base(word).is_some() || is_fellow(word);
        self.titles.borrow_mut().insert(word.to_owned(), found);
        found
    }

    /// Who is meant by a word of the text; `None` when it is no role.
    pub fn held(&self, word: &str) -> Option<Held> {
        let base = self.base(word)?;
        Some(self.holder(&base).map_or(Held::Unknown, Held::By))
    }

    /// Who holds a role of two words: `pædagogisk leder`, of whom the text says *den pædagogiske leder*.
    pub fn described(&self, quality: &str, word: &str) -> Option<usize> {
        if self.phrases.is_empty() {
            return None;
        }
        let quality = danish::lowercase(quality);
        let stem = quality.strip_suffix('e').unwrap_or(&quality);
        let base = base(word)?;
        let mut held: Vec<usize> = self
            .phrases
            .iter()
            .filter(|(first, noun, _)| *noun == base && (*first == stem || *first == quality))
            .map(|(_, _, id)| *id)
            .collect();
        only(&mut held)
    }

    fn base(&self, word: &str) -> Option<String> {
        if let Some(known) = self.seen.borrow().get(word) {
            return known.clone();
        }
        let found = self.listed(word).or_else(|| base(word));
        self.seen.borrow_mut().insert(word.to_owned(), found.clone());
        found
    }

    /// A role that only this header knows: `skriver` for `Skriveren`.
    fn listed(&self, word: &str) -> Option<String> {
        if word.len() < 4 {
            return None;
        }
        let lower = danish::lowercase(word);
        let forms = [
            lower.strip_suffix("en"),
            lower.strip_suffix('n'),
            lower.strip_suffix("et"),
            Some(lower.as_ref()),
        ];
        forms.into_iter().flatten().find(|f| self.exact.contains_key(*f)).map(str::to_owned)
    }

    fn holder(&self, base: &str) -> Option<usize> {
        let family = [CHAIRS_OF_MEETING, CHAIRS].into_iter().find(|f| f.contains(&base));
        if let Some(&id) = self.learned.get(base) {
            return Some(id);
        }
        if let Some(family) = family {
            let mut all: Vec<usize> =
                family.iter().filter_map(|w| self.learned.get(*w)).copied().collect();
            all.extend(family.iter().filter_map(|w| self.exact.get(*w)).flatten());
            if let Some(id) = only(&mut all) {
                return Some(id);
            }
            if !all.is_empty() {
                return None;
            }
        }
        if let Some(ids) = self.exact.get(base) {
            return only(&mut ids.clone());
        }
        let mut weak: Vec<usize> =
            self.weak.iter().filter(|(w, _)| w == base).map(|(_, id)| *id).collect();
        if !weak.is_empty() {
            return only(&mut weak);
        }
        // `direktøren` for the `kommunaldirektør`, `udvalgsformanden` for the `formand`.
        let mut longer: Vec<usize> = self
            .weak
            .iter()
            .filter(|(w, _)| w.strip_suffix(base).is_some_and(|p| !is_other(p)))
            .map(|(_, id)| *id)
            .collect();
        if !longer.is_empty() {
            return only(&mut longer);
        }
        let shorter =
            SAME.iter().filter_map(|p| base.strip_prefix(p)).find(|b| self.exact.contains_key(*b));
        if let Some(ids) = shorter.and_then(|b| self.exact.get(b)) {
            return only(&mut ids.clone());
        }
        // `udvalgsformanden` for the one `formand for Børneudvalget`.
        let chair = base.strip_prefix("udvalgs").filter(|b| CHAIRS.contains(b))?;
        only(&mut self.weak.iter().filter(|(w, _)| w == chair).map(|(_, id)| *id).collect())
    }
}

/// What members call each other before a name: `Kollega Holm`, `Kammerat Bisgaard`.
fn is_fellow(word: &str) -> bool {
    matches!(
        danish::lowercase(word).as_ref(),
        "kollega"
            | "kammerat"
            | "broder"
            | "søster"
            | "andelshaver"
            | "beboer"
            | "forælder"
            | "gæst"
            | "medlem"
            | "bestyrelsesmedlem"
            | "udvalgsmedlem"
            | "byrådsmedlem"
    )
}

fn only(ids: &mut Vec<usize>) -> Option<usize> {
    ids.sort_unstable();
    ids.dedup();
    match ids[..] {
        [id] => Some(id),
        _ => None,
    }
}

fn is_other(beginning: &str) -> bool {
    OTHERS.iter().any(|o| beginning.ends_with(o) || beginning.starts_with(o))
}

/// `Formanden` → `formand`, `Kassereren` → `kasserer`, `Rektor` → `rektor`; `None` for other words.
fn base(word: &str) -> Option<String> {
    if word.len() < 4 || word.len() > 40 {
        return None;
    }
    let lower = danish::lowercase(word);
    if lower == "undertegnede" {
        return Some("referent".to_owned()); // whoever writes the minutes
    }
    let forms = [lower.strip_suffix("en"), lower.strip_suffix('n'), Some(lower.as_ref())];
    forms.into_iter().flatten().find(|f| is_base(f)).map(str::to_owned)
}

fn is_base(word: &str) -> bool {
    word.len() >= 4 && (SORTED_ENDINGS.end(word) || is_title(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Attendee;

    #[test]
    fn roles_and_their_holders() {
        let person = |name: &str, role: &str| Attendee {
            name: name.into(),
            role: Some(role.into()),
            ..Attendee::default()
        };
        let cast = Cast::new(&[
            person("Ulla Toft", "formand"),
            person("Per Vang", "næstformand"),
            person("Ida Rask", "rektor"),
            person("Bo Dahl", "prorektor"),
            person("Eva Krog", "kommunaldirektør, referent"),
            person("Jon Lind", "regional formand i Styregruppen"),
        ]);
        let mut roles = Roles::new(&cast);
        let table = [
            ("Formanden", Some(0)),
            ("formand", Some(0)),
            ("Forkvinden", Some(0)),
            ("Udvalgsformanden", Some(0)),
            ("Næstformanden", Some(1)),
            ("Rektor", Some(2)),
            ("rektoren", Some(2)),
            ("Prorektor", Some(3)),
            ("Direktøren", Some(4)),
            ("Referenten", Some(4)),
            ("Kassereren", None),
            ("Dirigenten", None),
        ];
        for (word, want) in table {
            assert_eq!(roles.held(word), Some(want.map_or(Held::Unknown, Held::By)), "{word}");
        }
        let clerk = Cast::new(&[person("Ulla Toft", "skriver"), person("Per Vang", "sekretariat")]);
        let guild = Roles::new(&clerk);
        assert_eq!(guild.held("Skriveren"), Some(Held::By(0)));
        assert_eq!(guild.held("Sekretariatet"), Some(Held::By(1)));
        assert_eq!(roles.held("Sekretariatet"), None);
        for word in ["Sagen", "Mødet", "formandskabet", "byen"] {
            assert_eq!(roles.held(word), None, "{word}");
        }
        roles.learn("dirigent", 3);
        assert_eq!(roles.held("Dirigenten"), Some(Held::By(3)));
        assert_eq!(roles.held("Ordstyreren"), Some(Held::By(3)));
    }
}
