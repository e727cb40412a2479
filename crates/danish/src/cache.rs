//! Words already analysed, kept because running text repeats itself.
//!
//! In: a word and how to analyse it. Out: what that gave, from memory when it can be. Safe to share between threads.
//! Deliberately absent: any effect on what comes out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::shape::Shape;

const N_SHARDS: usize = 16;
/// Words kept by one shard before it starts afresh; all shards together stay under some 100 MB.
const SHARD_WORDS: usize = 8_192;

type Shard = Mutex<HashMap<Box<str>, Arc<Shape>>>;

#[derive(Debug, Default)]
pub(crate) struct Cache {
    shards: [Shard; N_SHARDS],
}

impl Cache {
    pub(crate) fn get(&self, word: &str, analyse: impl FnOnce() -> Shape) -> Arc<Shape> {
        let hash = word.bytes().fold(5381usize, |h, b| h.wrapping_mul(33) ^ usize::from(b));
        let Some(shard) = self.shards.get(hash % N_SHARDS) else { return Arc::new(analyse()) };
        if let Some(shape) = shard.lock().unwrap_or_else(PoisonError::into_inner).get(word) {
            return Arc::clone(shape);
        }
        let shape = Arc::new(analyse());
        let mut words = shard.lock().unwrap_or_else(PoisonError::into_inner);
        if words.len() >= SHARD_WORDS {
            words.clear();
        }
        words.insert(word.into(), Arc::clone(&shape));
        shape
    }
}
