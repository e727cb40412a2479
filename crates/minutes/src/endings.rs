//! A list of endings in, whether a word has one of them out, without trying them all.
//!
//! Deliberately absent: which endings; each rule has its own.

/// Endings by their last byte: of most words few endings have it.
#[derive(Debug, Default)]
pub(crate) struct Endings {
    by_last: Vec<(u8, Vec<String>)>,
}

impl Endings {
    /// Sorts the endings of a list; empty ones are left out.
    pub(crate) fn new<'a>(list: impl IntoIterator<Item = &'a str>) -> Endings {
        let mut endings = Endings::default();
        for ending in list {
            let Some(last) = ending.bytes().next_back() else { continue };
            match endings.by_last.iter_mut().find(|(known, _)| *known == last) {
                Some((_, all)) => all.push(ending.to_string()),
                None => endings.by_last.push((last, vec![ending.to_string()])),
            }
        }
        endings
    }

    /// Whether a word ends so; it may be nothing else.
    pub(crate) fn end(&self, word: &str) -> bool {
        let Some(last) = word.bytes().next_back() else { return false };
        self.by_last
            .iter()
            .find(|(known, _)| *known == last)
            .is_some_and(|(_, all)| all.iter().any(|ending| word.ends_with(ending.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_end_so() {
        let endings = Endings::new(["chef", "læge", "", "mester"]);
        for (word, ends) in [
            ("kontorchef", true),
            ("chef", true),
            ("overlæge", true),
            ("chefen", false),
            ("hef", false),
            ("", false),
        ] {
            assert_eq!(endings.end(word), ends, "{word:?}");
        }
    }
}
