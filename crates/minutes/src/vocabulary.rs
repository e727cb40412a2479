//! The words that offices use, from `index-config/`: reporting verbs, header labels, titles.
//!
//! In: the contents of the files. Out: [`Vocabulary`]. Deliberately absent: paths.

/// The contents of the word lists that reading minutes needs.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// `reporting-verbs.txt`.
    pub reporting_verbs: String,
    /// `header-labels.txt`.
    pub header_labels: String,
    /// `titles.txt`.
    pub titles: String,
}
