//! What a run would do is told before, and what is wrong with an index is found and mended.

use std::fs;

use super::{Desk, minutes};
use crate::write::Job;
use crate::{check, plan, run, status};

#[test]
fn a_plan_tells_what_a_run_then_does_and_writes_nothing() {
    let desk = Desk::new();
    for (name, day) in [("a", "3. maj 2021"), ("b", "4. maj 2021"), ("c", "5. maj 2021")] {
        desk.write(&format!("arkiv/{name}.txt"), minutes("Havneudvalget", day));
    }
    let (paths, dir) = (&[desk.path("arkiv")], desk.path("indeks"));
    let job = Job::new(paths, &dir, None);
    assert_eq!(plan(&job).unwrap().new, ["a.txt", "b.txt", "c.txt"]);
    assert!(!dir.exists());
    desk.index();
    assert!(plan(&job).unwrap().is_empty());
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "6. maj 2021"));
    fs::rename(desk.path("arkiv/b.txt"), desk.path("arkiv/d.txt")).unwrap();
    fs::remove_file(desk.path("arkiv/c.txt")).unwrap();
    desk.write("arkiv/e.txt", minutes("Havneudvalget", "7. maj 2021"));
    desk.write("arkiv/tom.txt", "");
    let version = desk.store().manifest().unwrap().version;
    let told = plan(&job).unwrap();
    assert_eq!(
        (told.new, told.changed),
        (vec!["e.txt".to_owned(), "tom.txt".to_owned()], vec!["a.txt".to_owned()])
    );
    assert_eq!(
        (told.moved, told.gone),
        (vec!["b.txt → d.txt".to_owned()], vec!["c.txt".to_owned()])
    );
    assert_eq!(desk.store().manifest().unwrap().version, version);
    let did = run(job, &mut |_| ()).unwrap();
    assert_eq!((did.n_read, did.n_moved, did.n_removed), (3, 1, 1));
}

#[test]
fn an_index_is_held_against_its_archive() {
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    let (found, roots) = check(&desk.path("indeks")).unwrap();
    assert!(found.is_sound(), "{found:?}");
    assert_eq!(roots, [fs::canonicalize(desk.path("arkiv")).unwrap()]);
    // Other bytes of the same size and time: only reading tells.
    let path = desk.path("arkiv/a.txt");
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "4. maj 2021"));
    fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
    assert_eq!(desk.index().n_read, 0);
    let (found, _) = check(&desk.path("indeks")).unwrap();
    assert_eq!(found.unseen, ["a.txt"]);
    desk.rebuild();
    assert!(check(&desk.path("indeks")).unwrap().0.is_sound());
    // The list of files says more than the index holds.
    desk.leave(|manifest| manifest.files.values_mut().for_each(|record| record.n_statements += 1));
    assert_eq!(check(&desk.path("indeks")).unwrap().0.wrong, ["a.txt"]);
    // A byte of the index falls over.
    let mut files: Vec<_> = fs::read_dir(desk.path("indeks/tantivy")).unwrap().flatten().collect();
    files.retain(|file| file.path().extension().is_some_and(|e| e == "store"));
    let mut bytes = fs::read(files[0].path()).unwrap();
    bytes[9] ^= 1;
    fs::write(files[0].path(), bytes).unwrap();
    assert_eq!(check(&desk.path("indeks")).unwrap().0.damaged.len(), 1);
    desk.rebuild();
    assert!(check(&desk.path("indeks")).unwrap().0.is_sound());
}

#[test]
fn a_status_tells_of_failures_quality_and_gaps() {
    let desk = Desk::new();
    for month in ["januar", "februar", "marts", "august", "september", "oktober", "november"] {
        let text = minutes("Havneudvalget", &format!("3. {month} 2021"));
        desk.write(&format!("arkiv/{month}.txt"), text);
    }
    let noise = "Referat af møde i Vejudvalget den 3. maj 2021\n\n1. Sag\nfrgl sklorp gnafs brulk plint \
        drosk klamf snurp hvals tronk blirk.\n";
    desk.write("arkiv/stoej.txt", noise);
    desk.write("arkiv/tom.txt", "");
    desk.index();
    let status = status(&desk.path("indeks")).unwrap();
    assert_eq!(status.files.len(), 9);
    let file = |place: &str| status.files.iter().find(|file| file.place == place).unwrap();
    assert!(file("tom.txt").failure.as_deref().unwrap().contains("empty"));
    assert!(file("marts.txt").quality.unwrap() > 80, "{status:?}");
    assert!(file("stoej.txt").quality.unwrap() < 40, "{status:?}");
    assert_eq!(file("marts.txt").with_speaker, Some(100));
    assert_eq!((status.gaps.len(), status.gaps[0].n_missing), (1, 4), "{:?}", status.gaps);
}

#[test]
#[cfg(unix)]
fn an_index_is_its_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("arkiv/a.txt", minutes("Havneudvalget", "3. maj 2021"));
    desk.index();
    let mode = fs::metadata(desk.path("indeks")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
