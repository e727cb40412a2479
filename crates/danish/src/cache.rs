//! Words already analysed, kept because running text repeats itself.
//!
//! In: a word and how to analyse it. Out: what that gave, from memory when it can be. Each thread that analyses a text
//! borrows a memory of its own, so no word waits for another thread. Deliberately absent: any effect on what comes out.

use std::sync::{Arc, Mutex, PoisonError};

use crate::shape::Shape;

/// Places of a memory, and how many words share one: so many that frequent words hardly ever drive each other out. A
/// word takes about a kilobyte, a full memory some 32 MB.
const N_PLACES: usize = 8_192;
const N_SHARE: usize = 4;

/// The memories that no thread uses at present.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    idle: Mutex<Vec<Memory>>,
}

/// The words that one thread has analysed.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    places: Vec<[Option<Kept>; N_SHARE]>,
}

#[derive(Debug)]
struct Kept {
    hash: u64,
    shape: Arc<Shape>,
}

impl Cache {
    /// Lends a memory to `with`.
    pub(crate) fn lend<T>(&self, with: impl FnOnce(&mut Memory) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut memory = idle().pop().unwrap_or_default();
        let made = with(&mut memory);
        idle().push(memory);
        made
    }
}

impl Memory {
    /// What is known of a word; `analyse` packs it. A newcomer drives out the word of its place that was not seen for longest.
    pub(crate) fn get(&mut self, word: &str, analyse: impl FnOnce() -> Shape) -> Arc<Shape> {
        if self.places.is_empty() {
            self.places.resize_with(N_PLACES, Default::default);
        }
        let hash = hash(word);
        let Some(place) = self.places.get_mut((hash >> 32) as usize % N_PLACES) else {
            return Arc::new(analyse());
        };
        let is_it = |k: &Kept| k.hash == hash && k.shape.packed.written() == word;
        for at in 0..N_SHARE {
            if let Some(kept) = place.get(at).and_then(Option::as_ref).filter(|k| is_it(k)) {
                let shape = Arc::clone(&kept.shape);
                place.swap(at, at.saturating_sub(1));
                return shape;
            }
        }
        let shape = Arc::new(analyse());
        let kept = Kept { hash, shape: Arc::clone(&shape) };
        place.rotate_right(1);
        if let Some(newest) = place.first_mut() {
            *newest = Some(kept);
        }
        shape
    }
}

/// Spreads words evenly; eight bytes at a time. The constant is that of the golden ratio.
fn hash(word: &str) -> u64 {
    let mix =
        |hash: u64, eight: u64| (hash.rotate_left(5) ^ eight).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (eights, rest) = word.as_bytes().as_chunks::<8>();
    let hash = eights.iter().fold(word.len() as u64, |h, eight| mix(h, u64::from_le_bytes(*eight)));
    mix(hash, rest.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compound::Extra;
    use crate::packed::Packed;
    use crate::shape::shape;
    use crate::words::Sort;

    #[test]
    fn a_word_is_analysed_once_and_crowding_changes_nothing() {
        let cache = Cache::default();
        let extra = Extra::new();
        cache.lend(|memory| {
            for n in 0..2 * N_PLACES * N_SHARE {
                let word = format!("ord{n}");
                let made = memory.get(&word, || {
                    let made = shape(&word, Sort::Word, &extra);
                    Shape { packed: Packed::new(&word, &made), ..made }
                });
                assert_eq!(made.key(), word);
                let again = memory.get(&word, || unreachable!("analysed twice"));
                assert_eq!(again.key(), word);
            }
        });
    }
}
