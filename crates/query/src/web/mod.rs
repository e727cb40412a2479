//! The archive over HTTP: answers as JSON under `/api/v1/`, and pages for people.
//!
//! [`serve()`] listens (`connections`); its router hands a request past `guard` (rate, token, size) and
//! `fresh` (what the client has already) to `api` or `page`, which read the parameters into a
//! [`Typed`](crate::Typed) (`parameters`), ask the [`Archive`](crate::Archive) on a thread of the `pool`,
//! and print with [`print`](crate::print). What cannot be answered becomes a `problem`: RFC 9457 for
//! programs, a page in Danish for people. What can be asked stands in `openapi`.
//!
//! Deliberately absent: logins, writing of anything, and TLS, for which a proxy stands before it.

mod api;
mod connections;
mod fresh;
mod guard;
mod openapi;
mod page;
mod parameters;
mod pool;
mod problem;
mod rate;
mod serve;
mod site;
#[cfg(test)]
mod tests;

pub use problem::ProblemWire;
pub use serve::{ServeError, Settings, serve};
