//! What a client has already: nothing is answered twice from the same index.
//!
//! In: a GET, with what the client kept. Out: `304 Not Modified` where the index is the same, else the
//! answer with the version of the index as its `ETag`. Weak, since what is sent may be compressed; it
//! need not name the question, since a client keeps it with the address. Deliberately absent: how long
//! anything may be kept without asking (`serve`: not at all).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::site::Site;

/// Answers from what the client kept, or has it answered.
pub(super) async fn fresh(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    // Asked before the answer is made: if the index is renewed meanwhile, the client asks once more.
    let tag = match is_read {
        true => site.tag().await,
        false => None,
    };
    let Some(tag) = tag else { return next.run(request).await };
    if holds(request.headers(), &tag) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// Whether the client has what is tagged so (RFC 9110, section 13.1.2: compared weakly).
fn holds(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Ok(ours) = tag.to_str().map(plain) else { return false };
    let lists = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    let mut theirs = lists.flat_map(|list| list.split(',')).map(plain);
    theirs.any(|theirs| theirs == ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let tag = HeaderValue::from_static("W/\"3f9a2c81b7d4\"");
        for (kept, expected) in [
            ("W/\"3f9a2c81b7d4\"", true),
            ("\"3f9a2c81b7d4\"", true),
            ("\"x\", W/\"3f9a2c81b7d4\"", true),
            ("3f9a2c81b7d4", false),
            ("W/\"000000000000\"", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, kept.parse().unwrap());
            assert_eq!(holds(&headers, &tag), expected, "{kept}");
        }
        assert!(!holds(&HeaderMap::new(), &tag));
    }
}
