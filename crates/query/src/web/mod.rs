//! The archive over HTTP: answers as JSON under `/api/v1/`, and pages for people.
//!
//! [`serve()`] listens; its router hands a request to `api` or `page`, which read the parameters into
//! a [`Typed`](crate::Typed) (`parameters`), ask the [`Archive`](crate::Archive) on a thread that may
//! block, and print with [`print`](crate::print). What cannot be answered becomes a `problem`: RFC
//! 9457 for programs, a page in Danish for people. This is the only async code.
//!
//! Deliberately absent: logins, writing of anything, and whatever the network outside the program
//! has to do (TLS, rate limits).

mod api;
mod page;
mod parameters;
mod problem;
mod serve;
mod site;
#[cfg(test)]
mod tests;

pub use serve::{ServeError, serve};
