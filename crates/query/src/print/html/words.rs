//! Every Danish text of the pages, in one place: what stands in the templates by name, and, in
//! `phrases`, what is put together from an answer.
//!
//! Deliberately absent: markup; escaping is the templates' work.

mod about;
mod overviews;
mod phrases;

pub use about::{
    ATTRIBUTION, FAILED, HOW_ATTRIBUTED, MISSING_YEARS, NOTHING_MISSING, REPORT, REPORTING,
    WAYS_TO_KNOW, WHAT_IS_IN_IT, WHAT_IS_MISSING, WITH_SPEAKER, WITHOUT_MEETING,
};

pub use overviews::{
    bar, files, found_alone, found_here, gap, meant, of_a_topic, rate, remarks, share, show_rest,
    spoken_of, three, without,
};
pub use phrases::{
    attendance, chosen, day, decision, decisions, for_items, group, how, item, items, kind, lines,
    meetings, note, number, people, period, place, place_in_file, presence, reason, refusal, shown,
    span, statements, together,
};

pub const SITE: &str = "Referater";
pub const SKIP: &str = "Gå til indholdet";
pub const SEARCH: &str = "Søg";
pub const MEETINGS: &str = "Møder";
pub const PEOPLE: &str = "Personer";
pub const NAVIGATION: &str = "Sider";
pub const FOOTER: &str =
    "Siden sætter ingen cookies, henter intet udefra og gemmer ikke, hvad der søges på.";

pub const ABOUT: &str = "Om";
pub const ABOUT_ARCHIVE: &str = "Om arkivet";
pub const DESCRIPTION: &str = "Søg i mødereferater: hvor en sag blev drøftet, hvad der blev besluttet, og hvem der sagde hvad.";
pub const FRONT: &str = "Hvem sagde hvad, og hvad blev besluttet?";

pub const KEYS: &str = "Skråstreg går til feltet, pil ned til forslag og fund.";
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
pub const KIND_LABEL: &str = "Punkttype";
pub const ALL_KINDS: &str = "Alle";
pub const DECISIONS_LABEL: &str = "Kun beslutninger";
pub const CLEAR: &str = "Begynd forfra";

pub const IN_ARCHIVE: &str = "I arkivet";
pub const NEWEST: &str = "Nyeste møder";
pub const SORT_LABEL: &str = "Rækkefølge";
/// Value of `sort` and what it is called.
pub const SORTS: [(&str, &str); 3] =
    [("relevance", "bedste først"), ("newest", "nyeste først"), ("oldest", "ældste først")];
pub const PAGING: &str = "Flere sider";
pub const PREVIOUS: &str = "← Forrige";
pub const NEXT: &str = "Næste →";
pub const FIRST_PAGE: &str = "Til første side";
pub const PAST_THE_END: &str = "Så mange er der ikke.";
pub const IN_MEETING: &str = "Læs i mødet";
pub const CITE: &str = "Henvisning";
pub const CITE_TITLE: &str = "Henvisning til udsagnet";
pub const OWN_PAGE: &str = "Udsagnets egen side";
pub const COPY: &str = "Kopiér henvisningen";
pub const COPIED: &str = "Kopieret";
pub const SUGGESTIONS: &str = "Forslag";
pub const A_PERSON: &str = "person";
pub const A_BODY: &str = "organ";
pub const MORE: &str = "Videre";
pub const TAKE: &str = "Tag med";
pub const FEED: &str = "Nyt (Atom)";
/// Value of `format` in the API and what it is called.
pub const EXPORTS: [(&str, &str); 4] =
    [("csv", "Regneark (CSV)"), ("json", "JSON"), ("ndjson", "NDJSON"), ("atom", FEED)];
/// Value of `format` for a meeting and what it is called.
pub const MEETING_EXPORTS: [(&str, &str); 5] = [
    ("json", "JSON"),
    ("csv", "Regneark (CSV)"),
    ("markdown", "Markdown"),
    ("akn", "Akoma Ntoso"),
    ("tei", "TEI (ParlaMint)"),
];
/// Value of `format` for a statement and what it is called.
pub const STATEMENT_EXPORTS: [(&str, &str); 3] =
    [("bibtex", "BibTeX"), ("csl", "CSL (Zotero)"), ("json", "JSON")];
pub const FIGURES: &str = "Vis tallene";
pub const PERIOD: &str = "Periode";
pub const ALL_YEARS: &str = "Vis alle år";
pub const GAP_LEGEND: &str = "Arkivet har ingen referater";
pub const BY_MONTH: &str = "Måned for måned";
pub const MEETINGS_OVER_TIME: &str = "Møder år for år";
pub const TOGETHER: &str =
    "Ingen enkelt sætning under disse punkter har alle ordene; det har punktet som helhed.";
pub const VERSION: &str = "Arkivets version";
pub const WHY: &str = "Hvorfor dette fund?";
pub const SURE_LABEL: &str = "Kun sikre talere";
pub const NOBODY: &str = "Uden angivet taler";
pub const DOUBTFUL: &str = "usikkert";
pub const NOTHING: &str = "Der er ikke fundet noget";
pub const ONLY_TOGETHER: &str = "Ingen enkelt sætning har alle ordene";
/// What it is called that doubtful speakers are left out.
pub const SURE_PART: &str = "»Kun sikre talere«";
/// What to do when nothing was found and nothing smaller finds anything either.
pub const ADVICE: [&str; 3] = [
    "Se efter, om ordene er stavet rigtigt; bøjning og store bogstaver er uden betydning.",
    "Prøv et andet eller mere almindeligt ord, eller bare ét ord.",
    "Tag anførselstegn væk, hvis ordene ikke behøver at stå side om side.",
];
pub const MEANT: &str = "Mente du:";
pub const EACH_PART: &str = "Hver for sig:";
pub const SPREAD: &str = "Fordeling";
/// What a facet is called, and who or what has none of it.
pub const BY_PERSON: (&str, &str) = ("Talere", "Uden angivet taler");
pub const BY_BODY: (&str, &str) = ("Organer", "Uden organ");
pub const BY_YEAR: (&str, &str) = ("År", "Uden dato");
pub const BY_MEETING: (&str, &str) = ("Møder", "");
pub const BY_ITEM: (&str, &str) = ("Punkter", "");
pub const VIEWS: &str = "Visning";
pub const AS_LIST: &str = "liste";
pub const AS_LINES: &str = "linjer";
/// Value of `group` and what it is called.
pub const GROUPS: [(&str, &str); 5] = [
    ("person", "efter taler"),
    ("body", "efter organ"),
    ("year", "efter år"),
    ("meeting", "efter møde"),
    ("item", "efter punkt"),
];
pub const OVER_TIME: &str = "Udsagn år for år";
pub const PER_WORDS: &str = "pr. 10.000 ord";
pub const NO_MINUTES: &str = "ingen referater";
pub const WHO_SAYS_IT: &str = "Hvem siger det mest?";
pub const TOPIC: &str = "Emnets forløb";
pub const SPEAKER: &str = "Taler";
pub const N_STATEMENTS: &str = "Udsagn";
pub const PER_OWN_WORDS: &str = "pr. 10.000 af talerens ord";
pub const WORD: &str = "Ord";
pub const HERE: &str = "Her";
pub const ELSEWHERE: &str = "Hos andre";
pub const G2: &str = "G²";
pub const WORDS_METHOD: &str = "Grundformer, ordnet efter log-likelihood (Dunning 1993): jo højere G², \
     jo mere særegent er ordet. Tilfældet alene når 6,6 én gang ud af hundrede.";
pub const SPEAKS_OF: &str = "Taler især om";
pub const BODY_SPEAKS_OF: &str = "Hvad der især tales om";
pub const FIRST_MENTION: &str = "Første omtale";
pub const LAST_MENTION: &str = "Seneste omtale";
pub const SPEAKS_OF_IT: &str = "beslutning, der nævner emnet";
pub const UNDER_ITEM: &str = "beslutning under punktet";
pub const SIMILAR: &str = "Lignende udsagn";
pub const SIMILAR_METHOD: &str = "Lighed er 1, når ordene er de samme, og 0, når ingen er det; under \
     0,25 vises intet.";
pub const NONE_SIMILAR: &str = "Intet andet udsagn ligner.";
pub const SHARED: &str = "Fælles ord:";
pub const WHO_IS_MEANT: &str = "Hvem menes der?";
pub const MAYBE_MEANT: &str = "Måske menes der:";
pub const BODIES_ARE: &str = "Organerne i arkivet er:";

pub const FOUND_HERE: &str = "Fund i mødet";
pub const PREVIOUS_HIT: &str = "Forrige fund";
pub const NEXT_HIT: &str = "Næste fund";
pub const ALL_FOUND: &str = "Alle fund";
pub const WITHOUT_MARKS: &str = "Vis uden fremhævning";
pub const SOURCE: &str = "Kilde";
pub const PREVIOUS_STATEMENT: &str = "← Forrige udsagn";
pub const NEXT_STATEMENT: &str = "Næste udsagn →";
pub const AGENDA: &str = "Dagsorden";
pub const UNTITLED: &str = "Uden overskrift";
pub const UNDATED: &str = "Uden dato";
pub const BEFORE_ITEMS: &str = "Før dagsordenens punkter";
pub const OUTSIDE_ITEMS: &str = "Uden for dagsordenens punkter";
pub const CLOSED: &str = "lukket punkt";
pub const STATEMENT: &str = "Udsagn";
pub const WHOLE_MEETING: &str = "Læs i mødet";
pub const NO_STATEMENTS: &str = "Referatet har ingen tekst under punktet.";

pub const ALL_THEY_SAID: &str = "Alt, hvad der er sagt af";
pub const THEIR_DECISIONS: &str = "Kun beslutningerne";
pub const SAID_LAST: &str = "Senest sagt";
pub const NEVER_SPEAKS: &str = "Ingen af referaterne gengiver noget, personen har sagt.";
pub const ABOUT_PERSON: &str = "Om personen";
pub const POSTS: &str = "Hverv over tid";
/// What somebody is in a body where the minutes give no other word for it.
pub const LISTED: &str = "deltager";
pub const HOW_COUNTED: &str = "Flere ord, og hvordan de er fundet";
pub const AFFILIATIONS: &str = "Tilhører";
pub const BODIES: &str = "Organer";
pub const DAYS: &str = "Periode";
pub const PERSON: &str = "Person";
pub const YEAR_LABEL: &str = "År eller periode";
pub const SEARCH_WITHIN: &str = "Søg i dette organs referater";
pub const DECIDED_LAST: &str = "Senest besluttet";
pub const ALL_DECISIONS: &str = "Alle beslutninger";
pub const ALL_STATEMENTS: &str = "Alt, hvad der er sagt";
pub const SPEAK_MOST: &str = "Taler mest";
pub const ABOUT_BODY: &str = "Om organet";
pub const SHOW: &str = "Vis";
pub const NO_MEETINGS: &str = "Ingen møder passer.";
pub const NO_PEOPLE: &str = "Ingen personer passer.";

pub const NOT_FOUND: &str = "Siden findes ikke";
pub const NOT_FOUND_DETAIL: &str =
    "Der er intet på denne adresse. Måske er referatet skiftet ud, siden henvisningen blev lavet.";
pub const NO_MEETING: &str = "Mødet findes ikke i arkivet";
pub const NO_BODY: &str = "Organet findes ikke i arkivet";
pub const NO_PERSON: &str = "Personen findes ikke i arkivet";
pub const NO_STATEMENT: &str = "Udsagnet findes ikke i arkivet";
pub const REFUSED: &str = "Det kunne ikke læses";
pub const TOO_LONG: &str = "Spørgsmålet er for langt";
pub const TOO_LONG_DETAIL: &str = "Der læses højst 1.000 tegn i et felt.";
pub const TOO_SLOW: &str = "Svaret er for længe undervejs";
pub const TOO_SLOW_DETAIL: &str =
    "Prøv igen om lidt, eller søg efter mindre: en periode, et organ, flere bogstaver af ordet.";
pub const FINDS: &str = "Søg i mødereferater: hvem sagde hvad, under hvilket punkt, hvornår";
pub const BROKEN: &str = "Arkivet kan ikke læses lige nu";
pub const BROKEN_DETAIL: &str =
    "Fejlen ligger hos den, der driver siden, ikke i spørgsmålet. Prøv igen om lidt.";
pub const TO_SEARCH: &str = "Til søgningen";
