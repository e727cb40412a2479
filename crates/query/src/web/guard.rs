//! Who may ask, and what a request may weigh: decided before anything is looked at.
//!
//! In: a request. Out: the same, or a [`Problem`]. Rates count by the address that the connection comes
//! from: behind a proxy all clients are one, and the proxy has to count. Deliberately absent: connections
//! (`connections`), and questions that are too long (`parameters`).

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::problem::Problem;
use super::rate::Rate;
use super::site::Site;

/// Longest path with its parameters, in bytes. What browsers and proxies carry (RFC 9110, section 4.1).
const MAX_TARGET_BYTES: usize = 8_000;
/// All headers of a request, in bytes. Twice what a browser with cookies sends; no source.
const MAX_HEADER_BYTES: usize = 16_384;

/// What a server asks of those who ask it.
#[derive(Debug, Default)]
pub(super) struct Guard {
    /// The rate of one client; `None` is any.
    pub rate: Option<Rate>,
    /// The tokens that open the archive; empty where it is open to all.
    pub tokens: Tokens,
}

/// Tokens, as their SHA-256: of one length, whatever theirs is.
#[derive(Debug, Default)]
pub(super) struct Tokens(Vec<[u8; 32]>);

impl Tokens {
    /// The tokens of a file, one a line; empty lines and what follows `#` at the beginning of a line say
    /// nothing.
    ///
    /// # Errors
    /// When the file cannot be read or has no token: an archive that is meant to be closed stays closed.
    pub(super) fn read(path: &Path) -> io::Result<Tokens> {
        let text = crate::saved::read(path)?;
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        let tokens = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let tokens: Vec<[u8; 32]> = tokens.map(|token| Sha256::digest(token).into()).collect();
        match tokens.is_empty() {
            true => Err(io::Error::new(io::ErrorKind::InvalidData, "there is no token in it")),
            false => Ok(Tokens(tokens)),
        }
    }

    /// Whether a request carries one of them. Takes as long whichever it is.
    fn open(&self, headers: &HeaderMap) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let given = headers.get(header::AUTHORIZATION).map(|value| value.as_bytes());
        let (scheme, token) = given.and_then(|value| value.split_at_checked(7)).unwrap_or_default();
        let given: [u8; 32] = Sha256::digest(token.trim_ascii()).into();
        let fits = self.0.iter().fold(0, |fits, one| fits | one.ct_eq(&given).unwrap_u8());
        scheme.eq_ignore_ascii_case(b"bearer ") && fits == 1
    }
}

/// Lets a request through, or says why not.
pub(super) async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    match admitted(site.guard(), &request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

fn admitted(guard: &Guard, request: &Request) -> Result<(), Problem> {
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if let (Some(rate), Some(ConnectInfo(from))) = (&guard.rate, from) {
        rate.ask(from.ip(), Instant::now()).map_err(Problem::too_many)?;
    }
    if !guard.tokens.open(request.headers()) {
        return Err(Problem::no_token());
    }
    // Whatever it weighs, nothing else is answered: the router says so.
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(());
    }
    let n_bytes = request.uri().path_and_query().map_or(0, |target| target.as_str().len());
    if n_bytes > MAX_TARGET_BYTES {
        return Err(Problem::long_target(n_bytes, MAX_TARGET_BYTES));
    }
    let n_bytes: usize =
        request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if n_bytes > MAX_HEADER_BYTES {
        return Err(Problem::long_head(n_bytes, MAX_HEADER_BYTES));
    }
    let length = request.headers().get(header::CONTENT_LENGTH);
    let has_body = length.is_some_and(|length| length.as_bytes() != b"0")
        || request.headers().contains_key(header::TRANSFER_ENCODING);
    if has_body {
        return Err(Problem::with_body());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_token_of_the_file_opens() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tokens");
        std::fs::write(&path, "\u{feff}# til kollegerne\n\nhemmelig-1\r\n hemmelig-2 \n").unwrap();
        let tokens = Tokens::read(&path).unwrap();
        for (given, opens) in [
            ("Bearer hemmelig-1", true),
            ("bearer hemmelig-2", true),
            ("Bearer  hemmelig-2", true),
            ("Bearer hemmelig", false),
            ("Bearer # til kollegerne", false),
            ("Bearer ", false),
            ("Basic hemmelig-1", false),
            ("hemmelig-1", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, given.parse().unwrap());
            assert_eq!(tokens.open(&headers), opens, "{given}");
        }
        assert!(!tokens.open(&HeaderMap::new()));
        assert!(Tokens::default().open(&HeaderMap::new()));
        std::fs::write(&path, "# tom\n").unwrap();
        assert!(Tokens::read(&path).is_err());
    }
}
