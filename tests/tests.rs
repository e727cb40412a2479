//! All tests of the program as a whole, in one binary. Each module is one question:
//!
//! - [`architecture`]: do the crates depend only downwards?
//! - [`sample`]: is the sample archive understood as its truth says, and found again?
//! - [`offices`]: are minutes of other offices understood as a careful reader does?
//! - [`program`]: do the verbs answer as their help says: output, exit codes, pipes?
//! - [`cited`]: does a citation lead back to the words, whatever becomes of archive and index?
//! - [`overview`]: is what is counted, grouped, followed and proposed what a reader counts?
//! - [`faults`]: does bad input give one clear line, and leave the index unharmed?
//! - [`killed`]: does a run that dies at any moment leave the last good index?
//! - [`guarded`]: is what must not be shown nowhere, and is nothing lost in silence?
//! - [`shapes`]: has each JSON answer the shape that is told?
//! - [`server`]: does HTTP answer the same as the command line?
//! - [`browser`]: do the pages work in a real browser?
//! - [`hostile`]: does the server stay whole whatever is sent to it?
//! - [`exports`]: do other programs find in an export what was exported?
//! - [`mcp`]: does a language model find the archive, with a citation in each answer?
//! - [`readme`]: does every command in README.md run as printed?
//! - [`relevance`]: do the best answers come first?
//! - [`real_minutes`]: how well are real minutes read? Skipped, aloud, where they are not at hand.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may stop where it stands, and says aloud what it skips"
)]

mod architecture;
mod browser;
mod cited;
mod exports;
mod faults;
mod guarded;
mod hostile;
mod killed;
mod mcp;
mod offices;
mod overview;
mod own_words;
mod program;
mod readme;
mod real_minutes;
mod referat;
mod relevance;
mod sample;
mod scoring;
mod server;
mod shapes;
