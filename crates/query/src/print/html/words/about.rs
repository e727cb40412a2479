//! The Danish texts of the page about the archive.
//!
//! Deliberately absent: numbers.

pub const WHAT_IS_IN_IT: &str = "Hvad arkivet indeholder";
pub const WHAT_IS_MISSING: &str = "Hvad der mangler";
pub const WITH_SPEAKER: &str = "Med taler";
pub const NOTHING_MISSING: &str =
    "Der er referater fra alle år mellem det første og det sidste, og alle filer kunne læses.";
pub const MISSING_YEARS: &str = "Arkivet har ingen referater fra";
pub const FAILED: &str = "Filer, der ikke kunne læses";
pub const WITHOUT_MEETING: &str = "Filer, hvor der ikke er fundet noget møde";

pub const HOW_ATTRIBUTED: &str = "Hvordan man ved, hvem der sagde det";
pub const ATTRIBUTION: [&str; 3] = [
    "Et referat er ikke en udskrift. Referenten gengiver, hvad der blev sagt: »Formanden orienterede \
     om …«, »Hun supplerede …«. Programmet læser hver sætning og spørger, hvem referatet siger har \
     sagt den, og hvilke ord i sætningen der viser det.",
    "Ved hvert udsagn står, hvordan man ved det. En sætning, som ingen siges at have sagt, har ingen \
     taler; der gættes ikke i det stille. Hvor en omhyggelig læser kunne læse det anderledes, står der \
     »usikkert«, og man kan søge uden dem med »Kun sikre talere«.",
    "Beslutninger er sætninger, som referatet selv gengiver som besluttet på mødet. Tal i arkivet \
     tæller alt, hvad der er fundet, ikke en stikprøve; et år uden referater er et hul, ikke et nul.",
];
/// How one may know who said it, and what that means.
pub const WAYS_TO_KNOW: [(&str, &str); 7] = [
    ("nævnt ved navn", "navnet står i sætningen"),
    ("nævnt ved initialer", "initialerne står der, og deltagerlisten siger, hvis de er"),
    ("nævnt ved hverv", "»formanden«, »borgmesteren«: den, der havde hvervet på mødet"),
    ("nævnt ved stedord", "»han«, »hun«: den, der blev nævnt lige før"),
    ("fortsætter indlægget", "sætningen går videre i samme indlæg"),
    ("mærket i kilden", "filen selv siger, hvem der taler"),
    ("rettet af en person", "den, der driver arkivet, har rettet det"),
];

pub const REPORT: &str = "Har du fundet en fejl?";
pub const REPORTING: [&str; 2] = [
    "Skriv til den, der driver arkivet, og send udsagnets henvisning med: den står under »Henvisning« \
     ved hvert udsagn og fører tilbage til filen, siden og linjen.",
    "Referaterne selv bliver ikke ændret. Et forkert navn, en forkert dag eller en forkert taler kan \
     rettes ved siden af dem, og rettelsen gælder, næste gang arkivet læses.",
];
