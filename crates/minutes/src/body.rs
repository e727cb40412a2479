//! The title of minutes in, the body (*organ*) that met out.
//!
//! Deliberately absent: labels such as *Udvalg:*, which `head` reads, and file names.

mod office;
mod prose;

use std::borrow::Cow;

use danish::{find_dates, weekday_named};

use office::ARTICLES;
pub(crate) use office::{
    is_kind, is_kind_only, is_wide, names_body, names_meeters, unshouted, with_office,
};
pub(crate) use prose::body_in_prose;

/// The body that a title names: `Referat fra møde i Skolerådet den 2. februar 2022` → `Skolerådet`.
/// Empty when it names none.
pub(crate) fn body_of(title: &str, near: Option<i16>) -> String {
    let title = &without_spacing(title);
    // `Havnebestyrelsen for Lundby Havn. Møde nr. 7`
    let title = match title.split_once(". ") {
        Some((body, rest)) if names_meeters(body) && rest.to_lowercase().starts_with("møde ") => {
            &body.to_string()
        }
        _ => title,
    };
    let mut text = title.to_string();
    for date in find_dates(title, near).iter().rev() {
        if let (Some(before), Some(after)) =
            (title.get(..date.range.start), text.get(date.range.end..))
        {
            text = format!("{before} ¤ {after}");
        }
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    // What tells the day goes with the date; what stands after it is rarely the body.
    let cut = words.iter().position(|word| *word == "¤");
    if let Some(cut) = cut {
        let after: Vec<&str> = words.split_off(cut).into_iter().skip(1).collect();
        while words.last().is_some_and(|word| of_date(word)) {
            words.pop();
        }
        let before = strip(&words);
        if !before.is_empty() {
            return before;
        }
        let after: Vec<&str> = after
            .into_iter()
            .take_while(|word| {
                !["kl.", "kl", "klokken"].contains(&danish::lowercase(word).trim_end_matches(','))
            })
            .collect();
        let stripped = strip(&after);
        let first = after.first().map(|word| danish::lowercase(word)).unwrap_or_default();
        let in_place = (first == "i" && !names_meeters(&stripped))
            || ["på", "hos", "hotel"].contains(&first.as_ref());
        let kind = kind_as_body(&words);
        // `Bestyrelsesmøde 3. maj 2012, Vig Kro`: where they met.
        let in_place = in_place || !kind.is_empty() && !names_meeters(&stripped);
        return if stripped.is_empty() || in_place { kind } else { stripped };
    }
    let stripped = strip(&words);
    if stripped.is_empty() { kind_as_body(&words) } else { stripped }
}

fn of_date(word: &str) -> bool {
    let word = plain(word);
    word.is_empty()
        || ["den", "d", "dato", "afholdt", "fra", "aar", "år"].contains(&word.as_ref())
        || weekday_named(&word).is_some()
}

/// Words before the body in a title.
const BEFORE: [&str; 33] = [
    "referat",
    "beslutningsreferat",
    "mødereferat",
    "protokol",
    "beslutningsprotokol",
    "dagsorden",
    "og",
    "af",
    "fra",
    "for",
    "til",
    "i",
    "på",
    "hos",
    "ved",
    "det",
    "ordinært",
    "ordinær",
    "ekstraordinær",
    "ekstraordinært",
    "konstituerende",
    "åbent",
    "lukket",
    "nr",
    "nr.",
    "kort",
    "udkast",
    "åben",
    "møde",
    "mødet",
    "generalforsamling",
    "generalforsamlingen",
    "årlige",
];

/// A word of a title in lower case, without the marks around it.
fn plain(word: &str) -> Cow<'_, str> {
    danish::lowercase(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn strip(words: &[&str]) -> String {
    let mut rest = words;
    // `Referat fra ekstraordinært virtuelt møde i …`: whatever kind of meeting it was.
    let meeting = words.iter().take(9).position(|word| {
        let word = plain(word);
        ["møde", "mødet", "generalforsamling", "generalforsamlingen"].contains(&word.as_ref())
    });
    if let Some(at) = meeting
        && words.iter().take(at).all(|word| {
            word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                || BEFORE.contains(&plain(word).as_ref())
                || tells_document(word)
        })
    {
        rest = words.get(at + 1..).unwrap_or_default();
    }
    while let Some((first, more)) = rest.split_first() {
        let word = plain(first);
        let number = word.chars().all(|c| c.is_ascii_digit()) || word.is_empty();
        let before = BEFORE.contains(&word.as_ref())
            || word.ends_with("møde")
            || word.ends_with("mødet")
            || tells_document(first);
        // `Det Nationale Råd` keeps its article.
        let article =
            ["det", "den"].contains(&word.as_ref()) && first.starts_with(char::is_uppercase);
        if (before || number) && !article {
            rest = more;
        } else {
            break;
        }
    }
    // `Havneudvalget Åbent referat`
    while let [before @ .., adjective, kind] = rest
        && !before.is_empty()
        && ["åbent", "lukket", "endeligt", "godkendt"]
            .contains(&danish::lowercase(adjective).as_ref())
        && tells_document(kind)
    {
        rest = before;
    }
    // `Havneudvalget Beslutningsprotokol`: what follows tells the kind of document.
    if let Some(at) = rest.iter().skip(1).position(|word| tells_document(word)) {
        rest = rest.get(..=at).unwrap_or(rest);
    }
    let genitive = rest
        .last()
        .is_some_and(|word| ["møde", "møder"].contains(&danish::lowercase(word).as_ref()));
    while let Some((last, before)) = rest.split_last() {
        let kind = danish::lowercase(last).ends_with("smøde") && before.len() > 1;
        if of_date(last)
            || kind
            || ["i", "på", "kl.", "kl", "møde", "nr.", "af"]
                .contains(&danish::lowercase(last).as_ref())
        {
            rest = before;
        } else {
            break;
        }
    }
    let mut text = without_kind(&rest.join(" "));
    if genitive && let Some(base) = text.strip_suffix('s').filter(|base| !base.ends_with('s')) {
        text = base.to_string();
    }
    let text =
        text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '(').to_string();
    // `bestyrelsen for Lundby Havn` begins small in the middle of a title.
    let text = if office::begins_with_kind(&text) { office::capital(&text) } else { text };
    if text.chars().any(char::is_alphabetic) && !text.starts_with(char::is_lowercase) {
        text
    } else {
        String::new()
    }
}

/// `D A N S K   B O L D`: letters set apart, words by more than one space. None for any other text.
pub(crate) fn unspaced(text: &str) -> Option<String> {
    let letters = text.split_whitespace();
    let spaced = letters.clone().count() > 4
        && letters.clone().all(|letter| letter.chars().count() == 1)
        && letters.flat_map(str::chars).all(char::is_alphabetic);
    let words = text.split("  ").map(|word| word.split_whitespace().collect::<String>());
    spaced.then(|| words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// `R e f e r a t` set apart by spaces, as one word.
fn without_spacing(title: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut spaced = false;
    for word in title.split_whitespace() {
        let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut().filter(|_| letter && spaced) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_string()),
        }
        spaced = letter;
    }
    words.join(" ")
}

/// `Haveforeningen Solvang - bestyrelsesmøde`: what stands behind a dash tells the kind of meeting.
fn without_kind(body: &str) -> String {
    let parted = body.rsplit_once(" - ").or_else(|| body.rsplit_once(" – "));
    match parted {
        Some((name, kind)) if kind.contains("møde") || kind.contains("generalforsamling") => {
            name.to_string()
        }
        _ => body.to_string(),
    }
}

/// A title that names only the kind of meeting still tells the body: *bestyrelsesmøde*.
fn kind_as_body(words: &[&str]) -> String {
    for (idx, word) in words.iter().enumerate() {
        // `afdelingsbestyrelsesmøde, afd. 17 Bøgelunden,`
        if ["møde", "møde,", "generalforsamling", "generalforsamling,"]
            .iter()
            .any(|end| word.ends_with(end))
            && let Some(name) = named_behind(words.get(idx + 1..).unwrap_or_default())
        {
            return name;
        }
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        // `SU-møde`
        if let Some(base) = word.strip_suffix("-møde").or_else(|| word.strip_suffix("-mødet"))
            && base.chars().filter(|c| c.is_uppercase()).count() > 1
        {
            return base.to_string();
        }
        let lower = danish::lowercase(word);
        if lower.starts_with("generalforsamling") {
            return "Generalforsamlingen".to_string();
        }
        let whole = if word.chars().any(char::is_lowercase) { word } else { lower.as_ref() };
        let told = ["smødet", "smøde", "møde", "emøde"].iter().find_map(|end| {
            let base = whole.strip_suffix(end)?;
            let lower = danish::lowercase(base);
            let (_, article) = ARTICLES.iter().find(|(kind, _)| lower.ends_with(kind))?;
            Some((base, article))
        });
        let Some((base, article)) = told else { continue };
        return office::capital(base) + article;
    }
    String::new()
}

/// The name of a branch behind the kind of meeting, up to the next comma: `Afd. 17 Bøgelunden`.
fn named_behind(words: &[&str]) -> Option<String> {
    let first = danish::lowercase(words.first()?);
    if !["afd.", "afd", "afdeling", "kreds", "lokalafdeling", "blok"].contains(&first.as_ref()) {
        return None;
    }
    let end = words.iter().position(|word| word.ends_with(',')).map_or(words.len(), |at| at + 1);
    let name = words.get(..end)?.join(" ");
    Some(office::capital(name.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether a text begins with a word for minutes, as no sentence does.
pub(crate) fn tells_document_first(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(tells_document)
}

/// Whether a text begins with a kind of meeting: *Bestyrelsesmøde*.
pub(crate) fn tells_meeting_first(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| {
        let lower = danish::lowercase(word);
        lower.ends_with("smøde") || lower.ends_with("gruppemøde")
    })
}

/// The body that a line of the header names in full before it says more: `Bestyrelsen for Vig Havn var
/// mødt:` → `Bestyrelsen for Vig Havn`.
pub(crate) fn body_told(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    let kind = words.next().filter(|word| word.starts_with(char::is_uppercase))?;
    if !is_kind(kind) || !matches!(words.next()?, "for" | "ved") {
        return None;
    }
    let ends = [
        ":", " |", ", ", ". ", " var ", " mødte", " holdt", " afholdt", " har ", " er ", "   ",
        " – ", " - ",
    ];
    let end = ends.iter().filter_map(|end| line.find(end)).min().unwrap_or(line.len());
    let body = line.get(..end)?.trim();
    (body.split(' ').count() > 2 && !body.ends_with('.')).then_some(body)
}

fn tells_document(word: &str) -> bool {
    let lower = plain(word);
    lower.ends_with("referat") || lower.ends_with("protokol") || lower == "dagsorden"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_bodies() {
        for (title, want) in [
            (
                "Referat fra møde i Det nationale råd for søer den 2. februar 2022",
                "Det nationale råd for søer",
            ),
            (
                "Referat – Teknik- og Havneudvalget, tirsdag den 10. september 2024",
                "Teknik- og Havneudvalget",
            ),
            (
                "Referat af møde nr. 83 i Bestyrelsen for Sundby Universitet, torsdag den 8. december 2022",
                "Bestyrelsen for Sundby Universitet",
            ),
            (
                "Referat af ordinær generalforsamling i Andelsforeningen Elmen onsdag den 26. april 2023",
                "Andelsforeningen Elmen",
            ),
            ("Referat af bestyrelsesmøde den 3. marts 1998", "Bestyrelsen"),
            (
                "Referat af ordinært møde i bestyrelsen for Lundby Havn fredag den 3. juni 2016",
                "Bestyrelsen for Lundby Havn",
            ),
            ("Beslutningsprotokol Byrådet 08-11-2023", "Byrådet"),
            ("Skolebestyrelsesmøde d. 3/3-98", "Skolebestyrelsen"),
            (
                "Referat fra ekstraordinært virtuelt møde i Det nye råd den 7. oktober 2020",
                "Det nye råd",
            ),
            ("Bestyrelsesmøde i Haveforeningen Solvang, den 3/3 2020", "Haveforeningen Solvang"),
            ("H/F Solvang - bestyrelsesmøde torsdag d. 12.5.2011 i fælleshuset", "H/F Solvang"),
            (
                "Referat af repræsentantskabsmøde den 4. maj 2008 på Højskolen ved Søen",
                "Repræsentantskabet",
            ),
            ("Referat af afdelingsbestyrelsesmøde, afd. 3 Elmen, mandag 06.09.21", "Afd. 3 Elmen"),
            ("Referat af ordinært SU-møde", "SU"),
            ("Kultur- og Fritidsudvalget Åbent referat", "Kultur- og Fritidsudvalget"),
            ("Referat af 3. ordinære møde i Akademisk Råd den 3. november 2017", "Akademisk Råd"),
            (
                "Beboermøde afdeling 12 - Solbakken, tirsdag den 21. september 2010",
                "Afdeling 12 - Solbakken",
            ),
            ("Havnens Venner Forretningsudvalgsmøde den 5. februar 2015", "Havnens Venner"),
            ("R e f e r a t  af bestyrelsesmøde den 9. februar 1954", "Bestyrelsen"),
        ] {
            assert_eq!(body_of(title, None), want, "{title:?}");
        }
    }
}
