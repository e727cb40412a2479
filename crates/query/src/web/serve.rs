//! Listening, routing, stopping.
//!
//! In: an open [`Archive`] and where to listen. Out: a server until it is told to stop. Every
//! response carries the headers that keep a browser from doing more than show it. Deliberately
//! absent: what is answered (`api`, `page`).

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Uri, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::task::{JoinError, spawn_blocking};

use super::problem::Problem;
use super::site::Site;
use super::{api, page};
use crate::Archive;

/// Questions that are answered at the same time; more wait. Each holds a core while it lasts.
const MAX_AT_ONCE: usize = 16;

/// How long answers that are under way may take after the server was told to stop.
const GRACE: Duration = Duration::from_secs(3);

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
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
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
pub fn serve(archive: Archive, listen: &str, out: &mut dyn Write) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(MAX_AT_ONCE)
        .build()
        .map_err(ServeError::Start)?;
    let served = runtime.block_on(run(archive, listen, out));
    // Not for ever: a question that is under way has had its grace.
    runtime.shutdown_background();
    served
}

async fn run(archive: Archive, listen: &str, out: &mut dyn Write) -> Result<(), ServeError> {
    let cannot = |source| ServeError::Listen { listen: listen.to_owned(), source };
    let listener = TcpListener::bind(listen).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let mut told = told_to_stop().map_err(ServeError::Start)?;
    writeln!(out, "listening on http://{address}/")
        .and_then(|()| out.flush())
        .map_err(ServeError::Say)?;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = axum::serve(listener, router(Arc::new(Site::new(archive))))
        .with_graceful_shutdown(async { stopped.await.unwrap_or_default() });
    let mut server = tokio::spawn(async move { server.await });
    tokio::select! {
        ended = &mut server => return ended.map_err(io::Error::from).flatten().map_err(cannot),
        () = told.wait() => {}
    }
    // The server ends by itself only when it is told here, so there is somebody to tell.
    let _ = stop.send(());
    let _ = tokio::time::timeout(GRACE, server).await;
    Ok(())
}

/// Everything that can be asked.
pub(super) fn router(site: Arc<Site>) -> Router {
    Router::new()
        .merge(api::routes())
        .merge(page::routes())
        .route("/healthz", get(async || "ok\n"))
        .fallback(no_such_address)
        .method_not_allowed_fallback(async || Problem::only_get())
        .layer(map_response(async |mut response: Response| {
            for (name, value) in HEADERS {
                response.headers_mut().insert(name, HeaderValue::from_static(value));
            }
            response
        }))
        .with_state(site)
}

async fn no_such_address(uri: Uri) -> Response {
    match uri.path().starts_with("/api/") {
        true => Problem::no_such_address(uri.path()).into_response(),
        false => page::no_such_page(),
    }
}

/// Runs work that blocks on a thread made for it.
pub(super) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, JoinError> {
    spawn_blocking(work).await
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
