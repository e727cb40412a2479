//! Every Danish text of the pages, in one place: what stands in the templates by name, and, in
//! `phrases`, what is put together from an answer.
//!
//! Deliberately absent: markup; escaping is the templates' work.

mod phrases;

pub use phrases::{
    chosen, day, decision, decisions, for_items, group, how, item, items, kind, meetings, note,
    only, people, period, place, presence, reason, refusal, shown, span, statements, together,
};

pub const SITE: &str = "Referater";
pub const SKIP: &str = "Gå til indholdet";
pub const SEARCH: &str = "Søg";
pub const MEETINGS: &str = "Møder";
pub const PEOPLE: &str = "Personer";
pub const NAVIGATION: &str = "Sider";
pub const FOOTER: &str =
    "Siden sætter ingen cookies, henter intet udefra og gemmer ikke, hvad der søges på.";

pub const WORDS_LABEL: &str = "Søg i referaterne";
pub const EXAMPLES: &str = "Prøv for eksempel:";
/// What to type, and what it does.
pub const EXAMPLE_SEARCHES: [(&str, &str); 4] = [
    ("økonomi", "alle former og sammensætninger"),
    ("referat godkendt", "begge ord"),
    ("\"til efterretning\"", "ordret"),
    ("budget -regnskab", "uden et ord"),
];
pub const NARROW: &str = "Afgræns";
pub const SPEAKER_LABEL: &str = "Sagt af";
pub const SPEAKER_HINT: &str = "navn eller en del af det";
pub const BODY_LABEL: &str = "Organ";
pub const ALL_BODIES: &str = "Alle";
pub const FROM_LABEL: &str = "Fra";
pub const TO_LABEL: &str = "Til";
pub const DATE_HINT: &str = "2022, feb 2022 eller 2/2-2022";
pub const DECISIONS_LABEL: &str = "Kun beslutninger";
pub const CLEAR: &str = "Begynd forfra";

pub const IN_ARCHIVE: &str = "I arkivet";
pub const SORT_LABEL: &str = "Rækkefølge";
/// Value of `sort` and what it is called.
pub const SORTS: [(&str, &str); 3] =
    [("relevance", "bedste først"), ("newest", "nyeste først"), ("oldest", "ældste først")];
pub const PAGING: &str = "Flere sider";
pub const PREVIOUS: &str = "← Forrige";
pub const NEXT: &str = "Næste →";
pub const FIRST_PAGE: &str = "Til første side";
pub const PAST_THE_END: &str = "Så mange er der ikke.";
pub const IN_MEETING: &str = "Vis i mødet";
pub const TOGETHER: &str =
    "Ingen enkelt sætning under disse punkter har alle ordene; det har punktet som helhed.";
pub const VERSION: &str = "Arkivets version";
pub const WHY: &str = "Hvorfor dette fund?";
pub const SURE_LABEL: &str = "Kun sikre talere";
pub const NOBODY: &str = "Uden angivet taler";
pub const DOUBTFUL: &str = "usikkert";
pub const NOTHING: &str = "Der er ikke fundet noget";
pub const WITHOUT_QUOTES: &str = "ordene hver for sig";
pub const WITHOUT_SPEAKER: &str = "uanset hvem der har sagt det";
pub const WITHOUT_BODY: &str = "i alle organer";
pub const WITHOUT_DAYS: &str = "i alle år";
pub const WITHOUT_DECISIONS: &str = "ikke kun beslutninger";
pub const WITHOUT_FILTERS: &str = "uden nogen afgrænsning";
pub const INSTEAD: &str = "Dette ville give noget:";
/// What to do when nothing was found and nothing smaller finds anything either.
pub const ADVICE: [&str; 3] = [
    "Se efter, om ordene er stavet rigtigt; bøjning og store bogstaver er uden betydning.",
    "Prøv et andet eller mere almindeligt ord, eller bare ét ord.",
    "Tag anførselstegn væk, hvis ordene ikke behøver at stå side om side.",
];
pub const WHO_IS_MEANT: &str = "Hvem menes der?";
pub const MAYBE_MEANT: &str = "Måske menes der:";
pub const BODIES_ARE: &str = "Organerne i arkivet er:";

pub const AGENDA: &str = "Dagsorden";
pub const ATTENDEES: &str = "Deltagere";
pub const UNTITLED: &str = "Uden overskrift";
pub const UNDATED: &str = "Uden dato";
pub const BEFORE_ITEMS: &str = "Før dagsordenens punkter";
pub const OUTSIDE_ITEMS: &str = "Uden for dagsordenens punkter";
pub const CLOSED: &str = "lukket punkt";
pub const STATEMENT: &str = "Udsagn";
pub const WHOLE_MEETING: &str = "Hele mødet";
pub const NO_STATEMENTS: &str = "Referatet har ingen tekst under punktet.";

pub const ALL_THEY_SAID: &str = "Alt, hvad der er sagt af";
pub const THEIR_DECISIONS: &str = "Kun beslutningerne";
pub const ROLES: &str = "Hverv";
pub const AFFILIATIONS: &str = "Tilhører";
pub const BODIES: &str = "Organer";
pub const DAYS: &str = "Periode";
pub const PERSON: &str = "Person";
pub const YEAR_LABEL: &str = "År eller periode";
pub const SHOW: &str = "Vis";
pub const NO_MEETINGS: &str = "Ingen møder passer.";
pub const NO_PEOPLE: &str = "Ingen personer passer.";

pub const NOT_FOUND: &str = "Siden findes ikke";
pub const NOT_FOUND_DETAIL: &str =
    "Der er intet på denne adresse. Måske er referatet skiftet ud, siden henvisningen blev lavet.";
pub const NO_MEETING: &str = "Mødet findes ikke i arkivet";
pub const NO_PERSON: &str = "Personen findes ikke i arkivet";
pub const NO_STATEMENT: &str = "Udsagnet findes ikke i arkivet";
pub const REFUSED: &str = "Det kunne ikke læses";
pub const TOO_LONG: &str = "Spørgsmålet er for langt";
pub const TOO_LONG_DETAIL: &str = "Der læses højst 1.000 tegn i et felt.";
pub const BROKEN: &str = "Arkivet kan ikke læses lige nu";
pub const BROKEN_DETAIL: &str =
    "Fejlen ligger hos den, der driver siden, ikke i spørgsmålet. Prøv igen om lidt.";
pub const TO_SEARCH: &str = "Til søgningen";
