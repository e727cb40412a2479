//! Listening, routing, stopping.
//!
//! In: an open [`Archive`] and [`Settings`]. Out: a server until it is told to stop. Every response carries
//! the headers that keep a browser from doing more than show it. Deliberately absent: what is answered
//! (`api`, `page`), and connections (`connections`).

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clap::Args;
use thiserror::Error;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;

use super::fresh::fresh;
use super::guard::{Guard, Tokens, guard};
use super::pool::{MAX_AT_ONCE, MAX_TIME};
use super::problem::Problem;
use super::rate::Rate;
use super::site::Site;
use super::{api, connections, openapi, page};
use crate::Archive;
use crate::print::html::open_search;

/// How long answers that are under way may take after the server was told to stop: as long as any may.
const GRACE: Duration = MAX_TIME;

/// Requests a second from one client where the archive is open to other machines. No source.
const USUAL_RATE: u32 = 20;

/// Where and to whom an archive is served.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// Address and port; port 0 takes a free one. Only this machine reaches 127.0.0.1; others reach
    /// 0.0.0.0 or an address of the network
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8017")]
    pub listen: String,
    /// Requests a second from one client, three seconds' worth at once; 0 is any number (20, or 0 where
    /// only this machine is served). Behind a proxy all are one client: let the proxy count
    #[arg(long, value_name = "N")]
    pub rate: Option<u32>,
    /// Answer only to those who send one of the tokens of this file, one a line, as
    /// Authorization: Bearer
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// Address of the archive on the web, for links of feeds: <https://referater.example.dk>
    #[arg(long, value_name = "URL")]
    pub site: Option<String>,
    /// Let pages of this origin read the answers (CORS): <https://www.example.dk>
    #[arg(long, value_name = "ORIGIN")]
    pub allow_origin: Option<String>,
}

const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Headers of every response.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // What was searched for stands in the address: no other site is told.
    (header::REFERRER_POLICY, "no-referrer"),
    (CORP, "same-origin"),
    // The index may be renewed at any moment.
    (header::CACHE_CONTROL, "no-cache"),
];

/// Why the server could not run.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ServeError {
    /// Occurs when the address is in use, not ours, or no address.
    #[error(
        "cannot listen on {listen}: {source}; give another address with --listen, \
         such as 127.0.0.1:0 for any free port"
    )]
    Listen {
        /// The address as given.
        listen: String,
        /// What the system says.
        source: io::Error,
    },
    /// Occurs when there are no tokens in the file, or it cannot be read.
    #[error("{}: {reason}; give a file with a token a line", path.display())]
    Tokens {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: io::Error,
    },
    /// Occurs when an origin is none.
    #[error("{origin} is no origin; give scheme and host, such as https://www.example.dk")]
    Origin {
        /// The origin as given.
        origin: String,
    },
    /// Occurs when the system gives no threads or signals.
    #[error("the server cannot start: {0}; see that the system has threads and memory left")]
    Start(io::Error),
    /// Occurs when the line that says where it listens cannot be written.
    #[error("cannot say where the server listens: {0}")]
    Say(io::Error),
}

/// Serves an archive until ctrl-c or SIGTERM. Writes one line to `out` when it listens:
/// `listening on http://127.0.0.1:8017/`, with the port that it got.
///
/// # Errors
/// When it cannot listen there, or cannot say so.
pub fn serve(archive: Archive, settings: &Settings, out: &mut dyn Write) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // Two more than answer: for what is made anew beside the questions.
        .max_blocking_threads(MAX_AT_ONCE + 2)
        .build()
        .map_err(ServeError::Start)?;
    let served = runtime.block_on(run(archive, settings, out));
    // Not for ever: a question that is under way has had its grace.
    runtime.shutdown_background();
    served
}

async fn run(archive: Archive, settings: &Settings, out: &mut dyn Write) -> Result<(), ServeError> {
    let Settings { listen, rate, token_file, site, allow_origin } = settings;
    let cannot = |source| ServeError::Listen { listen: listen.clone(), source };
    let tokens = match token_file {
        Some(path) => Tokens::read(path)
            .map_err(|reason| ServeError::Tokens { path: path.clone(), reason })?,
        None => Tokens::default(),
    };
    let origin = allow_origin.as_deref().map(origin).transpose()?;
    let listener = TcpListener::bind(listen).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let usual_rate = if address.ip().is_loopback() { 0 } else { USUAL_RATE };
    let guard = Guard { rate: Rate::new(rate.unwrap_or(usual_rate)), tokens };
    let mut told = told_to_stop().map_err(ServeError::Start)?;
    writeln!(out, "listening on http://{address}/")
        .and_then(|()| out.flush())
        .map_err(ServeError::Say)?;
    let site = Arc::new(Site::new(archive, guard, site.clone()));
    let first = Arc::clone(&site);
    // The first keystroke need not wait for what all of them need.
    tokio::spawn(async move { first.suggestions().await.is_ok() });
    connections::serve(listener, router(site, origin), told.wait(), GRACE).await;
    Ok(())
}

fn origin(typed: &str) -> Result<HeaderValue, ServeError> {
    let wrong = || ServeError::Origin { origin: typed.to_owned() };
    let (scheme, host) = typed.split_once("://").ok_or_else(wrong)?;
    let is_origin = matches!(scheme, "http" | "https") && !host.is_empty() && !host.contains('/');
    HeaderValue::from_str(typed).ok().filter(|_| is_origin).ok_or_else(wrong)
}

/// Everything that can be asked, by pages of one more origin if there is one.
pub(super) fn router(site: Arc<Site>, origin: Option<HeaderValue>) -> Router {
    let router = Router::new()
        .merge(api::routes())
        .merge(page::routes())
        .layer(from_fn_with_state(Arc::clone(&site), fresh))
        .merge(api::quick_routes())
        .route("/openapi.json", get(async || openapi::document()))
        .route("/opensearch.xml", get(open_search_description))
        .route("/healthz", get(async || "ok\n"))
        .fallback(no_such_address)
        .method_not_allowed_fallback(async || Problem::only_get())
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(Arc::clone(&site), guard));
    // Before the guard: a browser asks whether it may ask without a token.
    let router = match origin {
        Some(origin) => router.layer(
            CorsLayer::new()
                .allow_origin(origin)
                .allow_methods([Method::GET, Method::HEAD])
                .allow_headers([header::AUTHORIZATION, header::IF_NONE_MATCH])
                .expose_headers([header::ETAG, header::LINK, header::RETRY_AFTER]),
        ),
        None => router,
    };
    router.layer(map_response(quieted)).with_state(site)
}

/// The headers of every response. What another origin may read it may also embed.
async fn quieted(mut response: Response) -> Response {
    let is_shared = response.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    for (name, value) in HEADERS {
        let value = match name == CORP && is_shared {
            true => "cross-origin",
            false => value,
        };
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn open_search_description(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let mut description = Vec::new();
    let address = site.address(&headers).unwrap_or_default();
    match open_search(&mut description, &address) {
        Ok(()) => {
            let kind = "application/opensearchdescription+xml; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], description).into_response()
        }
        Err(_) => Problem::broken().into_response(),
    }
}

async fn no_such_address(uri: Uri) -> Response {
    match uri.path().starts_with("/api/") {
        true => Problem::no_such_address(uri.path()).into_response(),
        false => page::no_such_page(),
    }
}

/// What tells the server to stop.
struct Told {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Told {
    /// Waits for ctrl-c or SIGTERM.
    async fn wait(&mut self) {
        #[cfg(unix)]
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = self.terminate.recv() => {}
        }
        #[cfg(not(unix))]
        {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

/// Listens for SIGTERM from here on, so that none is lost once the address has been told.
fn told_to_stop() -> io::Result<Told> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Told { terminate: signal(SignalKind::terminate())? })
    }
    #[cfg(not(unix))]
    {
        Ok(Told {})
    }
}
