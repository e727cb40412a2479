//! Every operator of the query language: what it finds, what it leaves, and how it fails.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{Archive, QueryError, Typed};

const HARBOUR: &str = "\
Referat af møde i Havneudvalget den 3. maj 2021

Deltagere
Ulla Brask (formand), Torben Ask, Mie Falk

1. Havnen (O)
Ulla Brask orienterede om, at molen er lukket, se bilag 3.
Torben Ask spurgte Mie Falk, om havnene i nord er åbne.
Mie Falk svarede Torben Ask, at lystbådehavnen er åben.

2. Den røde mole (B)
Mie Falk mindede om sag 18/02451 og den røde mole.
Udvalget besluttede at male molen rød.
";

const ROAD: &str = "\
Referat af møde i Vejudvalget den 4. juni 2022

Deltagere
Jens Lund (formand), Åse Holm

1. Stier (D)
Jens Lund bemærkede, at stien langs havnen er smal, se bilag 4.
Åse Holm svarede, at Mie Falk har tegnet stien.
";

fn archive(dir: &Path) -> Archive {
    let folder = dir.join("arkiv");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("havn.txt"), HARBOUR).unwrap();
    std::fs::write(folder.join("vej.txt"), ROAD).unwrap();
    indexer::index(&[folder], &dir.join("indeks"), None, &mut |_| ()).unwrap();
    Archive::open(&dir.join("indeks"), None).unwrap()
}

/// What is found, as `h1 h2 v1`: body and number of each statement.
fn found(archive: &Archive, words: &str) -> Result<(String, usize), QueryError> {
    let limit = Some("all".to_owned());
    let typed = Typed { words: words.to_owned(), limit, ..Typed::default() };
    let answer = archive.search(&typed.question()?)?;
    assert_eq!(answer.total, answer.hits.len());
    let short = |id: &str| format!("{}{}", &id[..1], id.rsplit('s').next().unwrap());
    let all: BTreeSet<String> = answer.hits.iter().map(|hit| short(&hit.statement.id)).collect();
    Ok((all.into_iter().collect::<Vec<_>>().join(" "), answer.notes.len()))
}

#[test]
fn every_operator_finds_what_it_says_and_leaves_the_rest() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    let mut wrong = Vec::new();
    for (words, expected) in [
        // A word: any form, also inside a compound.
        ("mole", "h1 h4 h5"),
        ("havn", "h2 h3 v1"),
        ("lystbåd", "h3"),
        ("enhjørning", ""),
        // Words side by side, AND, OG: all of them, in the statement or a title above it.
        ("stien smal", "v1"),
        ("stien AND smal", "v1"),
        ("stien OG smal", "v1"),
        ("mole lukket", "h1"),
        ("havnen åben", "h2 h3"),
        // OR, ELLER and |, in groups.
        ("smal OR lukket", "h1 v1"),
        ("smal ELLER lukket", "h1 v1"),
        ("smal | lukket", "h1 v1"),
        ("smal OR lukket molen", "h1 v1"),
        ("(smal OR lukket) bilag", "h1 v1"),
        ("(smal OR lukket) stien", "v1"),
        ("smal eller lukket", ""),
        // Without.
        ("mole -lukket", "h4 h5"),
        ("mole NOT lukket", "h4 h5"),
        ("mole IKKE lukket", "h4 h5"),
        ("mole \u{2212}lukket", "h4 h5"),
        ("mole -(lukket OR sag)", "h5"),
        ("mole -\"den røde\"", "h1 h5"),
        ("mole -taler:\"Mie Falk\"", "h1 h5"),
        ("mole -enhjørning", "h1 h4 h5"),
        // A phrase: as written, side by side.
        ("\"den røde mole\"", "h4"),
        ("»den røde mole«", "h4"),
        ("“den røde mole”", "h4"),
        ("„den røde mole“", "h4"),
        ("\"røde den mole\"", ""),
        ("\"rød mole\"", ""),
        ("\"Den Røde Mole\"", "h4"),
        // As written.
        ("=molen", "h1 h5"),
        ("=mole", "h4"),
        ("=havn", ""),
        // A beginning.
        ("hav*", "h2 v1"),
        ("lystbåde*", "h3"),
        ("enhj*", ""),
        // A spelling near to it.
        ("smlal~", "v1"),
        ("molne~1", "h1 h4 h5"),
        ("xyzxyz~", ""),
        // Near each other, in the order asked, in any form.
        ("\"mole lukket\"~1", "h1"),
        ("\"sti smal\"~3", "v1"),
        ("\"sti smal\"~1", ""),
        ("\"stien smal\"~", "v1"),
        ("\"smal sti\"~9", ""),
        ("\"sti langs havn smal\"~1", "v1"),
        ("\"sti langs smal\"~2", "v1"),
        ("\"sti langs smal\"~1", ""),
        ("\"langs sti smal\"~9", ""),
        ("\"Falk mindede sag\"~1", "h4"),
        ("\"Falk mindede sag\"~0", ""),
        ("mole -\"Falk mindede sag\"~1", "h1 h5"),
        // Fields.
        ("taler:\"Mie Falk\"", "h3 h4"),
        ("speaker:mie-falk åben", "h3"),
        ("taler:formanden", "h1 v1"),
        ("om:\"Mie Falk\"", "h2 v2"),
        ("about:\"Mie Falk\" stien", "v2"),
        ("til:\"Torben Ask\"", "h3"),
        ("to:\"Mie Falk\"", "h2"),
        ("rolle:formand", "h1 v1"),
        ("role:formanden molen", "h1"),
        ("organ:havne mole", "h1 h4 h5"),
        ("body:vej", "v1 v2"),
        ("punkt:2", "h4 h5"),
        ("item:stier", "v1 v2"),
        ("punkt:mole lukket", ""),
        ("type:orientering", "h1 h2 h3"),
        ("type:B", "h4 h5"),
        ("kind:drøftelse smal", "v1"),
        ("dato:2021 havn", "h2 h3"),
        ("date:2021-05..2022-01", "h1 h2 h3 h4 h5"),
        ("dato:..2021 bilag", "h1"),
        ("dato:2022..", "v1 v2"),
        ("før:2022 bilag", "h1"),
        ("before:2021", ""),
        ("efter:2021 bilag", "v1"),
        ("beslutning:ja", "h5"),
        ("decision:nej mole", "h1 h4"),
        ("bilag:3", "h1"),
        ("annex:5", ""),
        ("sag:18/02451", "h4"),
        ("case:18/02452", ""),
        // Signs say nothing, and what narrows beside them finds statements alone.
        ("!!! dato:2021", "h1 h2 h3 h4 h5"),
        ("? organ:vej", "v1 v2"),
        ("? punkt:2", "h4 h5"),
        ("\"!\" type:B", "h4 h5"),
        ("(!!! dato:2022) OR lystbåd", "h3 v1 v2"),
    ] {
        match found(&archive, words) {
            Ok((all, _)) if all == expected => {}
            other => wrong.push(format!("{words}: {other:?}, not {expected}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let archive = archive(dir.path());
    for (words, expected, n_notes) in [
        ("\"den røde mole", "h4", 0),
        ("(mole", "h1 h4 h5", 0),
        ("mole)", "h1 h4 h5", 0),
        ("mole OR", "h1 h4 h5", 0),
        ("mole NOT", "h1 h4 h5", 0),
        ("mole \"\"", "h1 h4 h5", 0),
        ("mole taler:", "h1 h4 h5", 1),
        ("mole dato:igår", "h1 h4 h5", 1),
        ("mole dato:2022..2021", "h1 h4 h5", 1),
        ("mole før:måske", "h1 h4 h5", 1),
        ("mole type:andet", "h1 h4 h5", 1),
        ("mole beslutning:måske", "h1 h4 h5", 1),
        ("mole ...", "h1 h4 h5", 0),
        ("mole smal~9", "", 0),
        ("kl:mole", "", 0),
    ] {
        let all = found(&archive, words).unwrap();
        assert_eq!(all, (expected.to_owned(), n_notes), "{words}");
    }
    for words in ["", "-mole", "\"\"", "...", "dato:igår", "taler:", "OR", "()"] {
        let said = found(&archive, words);
        assert!(matches!(said, Err(QueryError::NothingAsked)), "{words}: {said:?}");
    }
    for words in ["taler:Enhjørning", "mole -om:Enhjørning", "til:Enhjørning"] {
        let said = found(&archive, words);
        assert!(matches!(said, Err(QueryError::NoPerson { .. })), "{words}: {said:?}");
    }
    assert!(matches!(found(&archive, "organ:enhjørning"), Err(QueryError::NoBody { .. })));
    assert_eq!(found(&archive, "rolle:enhjørning").unwrap().0, "");
    assert_eq!(found(&archive, "punkt:99").unwrap().0, "");
}
