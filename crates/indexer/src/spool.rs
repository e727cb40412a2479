//! Meetings between reading and writing: on disk, so that an archive of any size goes through little
//! memory.
//!
//! In: entries. Out: the same entries, as often as they are asked for. The file has no name and is
//! gone with the program. Deliberately absent: what happens in between (`number`, `own_words`).

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use schema::Entry;

/// The file.
#[derive(Debug)]
pub(crate) struct Spool {
    file: Mutex<File>,
    len: u64,
}

/// Where the entries of one file stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    from: u64,
    len: usize,
}

/// Entries as they stand in a spool.
pub(crate) fn packed(entries: &[Entry]) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(entries)
}

impl Spool {
    /// An empty one on the disk of a folder.
    pub(crate) fn new(dir: &Path) -> io::Result<Spool> {
        Ok(Spool { file: Mutex::new(tempfile::tempfile_in(dir)?), len: 0 })
    }

    /// Adds entries that were [`packed`].
    pub(crate) fn add(&mut self, packed: &[u8]) -> io::Result<Place> {
        let file = self.file.get_mut().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.len))?;
        file.write_all(packed)?;
        let place = Place { from: self.len, len: packed.len() };
        self.len += packed.len() as u64;
        Ok(place)
    }

    /// The entries at a place.
    pub(crate) fn entries(&self, place: Place) -> io::Result<Vec<Entry>> {
        let mut packed = vec![0; place.len];
        {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(place.from))?;
            file.read_exact(&mut packed)?;
        }
        Ok(serde_json::from_slice(&packed)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_as_they_went() {
        let dir = tempfile::tempdir().unwrap();
        let mut spool = Spool::new(dir.path()).unwrap();
        let entry = |title: &str| Entry {
            meeting: schema::MeetingEntry { title: title.to_owned(), ..Default::default() },
            statements: Vec::new(),
        };
        let titles = ["Havneudvalget", "", "Mølleåen \"2\"\n"];
        let places: Vec<Place> = titles
            .iter()
            .map(|title| spool.add(&packed(&[entry(title)]).unwrap()).unwrap())
            .collect();
        for (title, place) in titles.iter().zip(places).rev() {
            assert_eq!(spool.entries(place).unwrap(), [entry(title)]);
        }
    }
}
