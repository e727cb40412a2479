//! The pages: what stands on them, and that nothing typed or read gets out of hand there.

use super::{found, get};

#[test]
fn the_page_cites_and_marks_only_the_part() {
    let (status, page) = get("/?q=journal&year=2021");
    assert_eq!(status, 200);
    for expected in [
        "Sundheds<mark>journalen</mark>",
        "<time datetime=\"2021-03-04\">4. marts 2021</time>",
        "Mie Falk",
        "nævnt ved navn",
        "Havnen",
        "1 udsagn",
        "Udsagn med journal i 2021",
        "bedste først",
    ] {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
    let (_, page) = get("/?decisions=1");
    assert!(page.contains(" beslutning") && !page.contains("bedste først"), "{page}");
    assert!(page.contains("aria-current=\"true\">nyeste først"), "{page}");
}

#[test]
fn what_was_typed_and_what_was_read_is_escaped() {
    let (_, page) = get("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&speaker=%22%3E%3Cb%3E");
    assert!(!page.contains("<script>") && !page.contains("\"><b>"), "{page}");
    let (_, page) = get("/?q=molen");
    assert!(!page.contains("<b>havnen"), "{page}");
    assert!(page.contains("&#60;b&#62;havnen"), "{page}");
}

#[test]
fn a_person_is_told_what_went_wrong_and_the_form_keeps_what_was_typed() {
    for (target, status, said) in [
        ("/?q=havn&from=i%20g%C3%A5r", 400, "»i går« er ikke en dato"),
        ("/?q=havn&from=2022&to=2021", 400, "er tom"),
        ("/?q=havnen&speaker=Falk", 400, "speaker=jon-falk"),
        ("/?q=havnen&speaker=Mia%20Falck", 200, "Ingen i arkivet hedder"),
        ("/?q=havnen&body=byr%C3%A5d", 200, "Intet organ i arkivet"),
        ("/?q=havnen+enhj%C3%B8rningestald", 200, "uden »enhjørningestald«"),
        ("/?q=havnen&year=1950", 200, "uden »i 1950«"),
        ("/?q=enhj%C3%B8rningestald", 200, "Der er ikke fundet noget"),
        ("/?utm_source=post&offset=20", 200, "Prøv for eksempel"),
        ("/?q=havnen&offset=40", 200, "Så mange er der ikke"),
        ("/moeder?year=x", 400, "er ikke en dato"),
        ("/personer?name=Ingen", 200, "Ingen i arkivet hedder"),
        ("/moede/findes-ikke", 404, "Mødet findes ikke"),
        ("/organ/vand", 404, "Organet findes ikke"),
        ("/organ/findes-ikke", 404, "Organet findes ikke"),
        ("/person/findes-ikke", 404, "Personen findes ikke"),
        ("/udsagn/findes-ikke", 404, "Udsagnet findes ikke"),
        ("/findes-ikke", 404, "Siden findes ikke"),
    ] {
        let (found, page) = get(target);
        assert_eq!(found, status, "{target}: {page}");
        assert!(page.contains(said), "{target} does not say {said}: {page}");
    }
    let (_, page) = get("/?q=havn&from=i%20g%C3%A5r");
    assert!(page.contains("value=\"i går\"") && page.contains("value=\"havn\""), "{page}");
    assert_eq!(get(&format!("/?q={}", "a".repeat(1_001))).0, 414);
}

#[test]
fn overviews_answer_people() {
    for (target, expected) in [
        ("/?q=journal", &["Fordeling", "/hvem?q=journal", "/emne?q=journal"][..]),
        (
            "/?q=journal",
            &["<h2>Talere</h2>", "speaker=jon-falk", "Udsagn år for år", "efter taler"],
        ),
        ("/?q=journal&group=body", &["1–1 af 1"]),
        ("/?q=journal&group=person", &["<h2><a href=\"/?q=journal&#38;speaker=jon-falk"]),
        ("/?q=journal&from=2022-02&group=year", &["from=2022-02-01&#38;to=2022-12-31"]),
        ("/?q=havnen&speaker=formanden", &["q=havnen%20taler%3Amie-falk&#38;speaker=formanden"]),
        ("/?q=journal&kwic=1", &["Sundheds<mark>journalen</mark>"]),
        ("/?q=jounalen", &["Mente du:", "journal (i stedet for »jounalen«)", "2 udsagn"]),
        (
            "/?q=journal%20enhj%C3%B8rning",
            &[
                "»journal«: 2 udsagn alene",
                "»enhjørning«: intet, heller ikke alene",
                "uden »enhjørning«",
            ],
        ),
        ("/?q=journal&speaker=Jon%20Falck", &["Mente du:", "Jon Falk", "1 udsagn"]),
        ("/?speaker=mie-falk", &["Sagt af Mie Falk: ", "Om Mie Falk: ", "Til Mie Falk: "]),
        ("/person/mie-falk", &["Sagt af Mie Falk: ", "Om Mie Falk: ", "Til Mie Falk: "]),
        ("/hvem?q=journal", &["Hvem siger det mest?", "Jon Falk", "pr. 10.000 af talerens ord"]),
        ("/emne?q=journal", &["Udsagn år for år"]),
        ("/emne?q=molen", &["Emnets forløb", "Første omtale", "1 beslutning"]),
        ("/organ/vandraad", &["Senest besluttet", "Taler mest", "/moeder?body=Vandr%C3%A5d"]),
        ("/person/mie-falk", &["Hverv over tid", "formand", "Senest sagt"]),
        ("/ord?speaker=mie-falk", &["Mie Falk: taler især om", "log-likelihood"]),
        ("/ord?speaker=mie-falk&min=7", &["mindst 7 gange"]),
    ] {
        let (status, page) = get(target);
        assert_eq!(status, 200, "{target}");
        for text in expected {
            assert!(page.contains(text), "{target} lacks {text}: {page}");
        }
    }
    assert_eq!(get("/ord").0, 400);
    assert_eq!(get("/ord?speaker=mie-falk&min=mange").0, 400);
    assert_eq!(get("/hvem?q=%20").0, 400);
    let id = found("/api/v1/search?q=b%C3%B8lgebryderen")["hits"][0]["id"].clone();
    let page = format!("/udsagn/{}", id.as_str().unwrap());
    assert!(get(&page).1.contains(&format!("{page}/lignende")));
    assert!(get(&format!("{page}/lignende")).1.contains("Intet andet udsagn ligner."));
}

#[test]
fn the_kind_of_item_is_a_field_of_its_own() {
    let (_, page) = get("/?q=journal&kind=O");
    for expected in ["value=\"journal\"", "<option value=\"O\" selected>", "q=journal%20type%3AO"] {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
    let (_, page) = get("/?q=journal&kind=%22");
    assert!(page.contains("2 udsagn"), "{page}");
}

#[test]
fn what_was_found_is_marked_in_its_meeting() {
    let hit = &found("/api/v1/search?q=journal&year=2021")["hits"][0];
    let (meeting, id) = (hit["meeting"]["id"].as_str().unwrap(), hit["id"].as_str().unwrap());
    let ordinal = id.rsplit('s').next().unwrap();
    let (_, page) = get("/?q=journal&year=2021");
    let there = format!("/moede/{meeting}?q=journal#s{ordinal}:~:text=");
    assert!(page.contains(&there), "{there} is missing: {page}");
    let (_, page) = get(&format!("/moede/{meeting}?q=journal"));
    for expected in
        ["<mark>journalen</mark>", "1 udsagn</strong> her: udsagn med journal", "#s2\">1<"]
    {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
    // What finds nothing there, or cannot be asked, leaves the meeting as it is.
    for asked in ["q=enhj%C3%B8rning", "speaker=ingen", "from=x", "kind=1"] {
        let (status, page) = get(&format!("/moede/{meeting}?{asked}"));
        assert!(status == 200 && !page.contains("<mark>"), "{asked}: {page}");
    }
}

#[test]
fn a_chart_leads_to_its_years_and_from_a_year_to_its_months() {
    let (_, page) = get("/?q=journal");
    assert!(
        page.contains("<title>2021: 1 udsagn") && page.contains("from=2021&#38;to=2021"),
        "{page}"
    );
    let (_, page) = get("/?q=journal&from=2021&to=2021");
    assert!(page.contains("Måned for måned") && page.contains("Vis alle år"), "{page}");
}

#[test]
fn a_statement_can_be_cited_and_taken_along() {
    let hit = &found("/api/v1/search?q=molen")["hits"][0];
    let id = hit["id"].as_str().unwrap();
    let (_, page) = get(&format!("/udsagn/{id}"));
    for expected in
        ["<meta name=\"citation_title\"", "SHA-256", "Vandråd, møde 4. marts 2021, punkt 1"]
    {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
    let (_, page) = get("/?q=molen");
    for expected in [
        "<p class=\"citation\">Vandråd, møde 4. marts 2021, punkt 1 »Havnen«, vandraad-2021.txt, linje ",
        "/api/v1/search?q=molen&#38;format=csv",
        "rel=\"alternate\" type=\"application/atom+xml\"",
        "rel=\"search\" href=\"/opensearch.xml\"",
    ] {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
}

#[test]
fn the_archive_tells_of_itself() {
    let (status, page) = get("/om");
    assert_eq!(status, 200);
    for expected in
        ["2 møder", "2 filer", "/organ/vandraad", "Hvordan man ved", "Har du fundet en fejl?"]
    {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
}
