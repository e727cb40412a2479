//! Connections: how many, how slow, how large a head, and how they end.
//!
//! In: a listener and the router. Out: a server until it is told to stop; then every question that has come
//! in is answered, within the grace. Deliberately absent: what is answered (`api`, `page`), signals
//! (`serve`).

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tower::Service;

/// Connections at the same time; more wait. Systems allow a program 1024 files as a rule.
const MAX_CONNECTIONS: usize = 768;
/// How long the head of a request may take, and a connection may be idle. No source.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// How long a client may take none of an answer. No source.
const WRITE_TIME: Duration = Duration::from_secs(20);
/// What is read before a head is whole, in bytes: more than `guard` admits, so that it can say why not.
const MAX_HEAD_BYTES: usize = 65_536;
/// Headers of a request; hyper's own limit.
const MAX_HEADERS: usize = 100;
/// After so long without a connection nobody is on the way any more.
const QUIET: Duration = Duration::from_millis(20);
/// How long a listener that has no files left waits for some.
const OUT_OF_FILES: Duration = Duration::from_millis(50);

/// Serves until `stop`; then answers what has come in, for `grace` at most.
pub(super) async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    grace: Duration,
) {
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let connections = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &places) => accepted,
        };
        match accepted {
            Ok(accepted) => begin(accepted, &router, &connections),
            // No fault of ours: the client has gone already, or there are no files left.
            Err(_) => sleep(OUT_OF_FILES).await,
        }
    }
    // The system has accepted those that wait in its line: they are answered too.
    while let Ok(Ok(accepted)) = timeout(QUIET, accept(&listener, &places)).await {
        begin(accepted, &router, &connections);
    }
    drop(listener);
    // What takes longer than the grace is cut off when the program ends.
    let _ = timeout(grace, connections.shutdown()).await;
}

/// A connection with its place.
type Accepted = (TcpStream, SocketAddr, OwnedSemaphorePermit);

async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> io::Result<Accepted> {
    let place = Arc::clone(places).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, from) = listener.accept().await?;
    Ok((stream, from, place))
}

/// Answers the requests of a connection, one after the other.
fn begin((stream, from, place): Accepted, router: &Router, connections: &GracefulShutdown) {
    // Small answers leave at once.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(WRITE_TIME));
    let router = router.clone();
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        router.clone().call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(MAX_HEAD_BYTES)
        .max_headers(MAX_HEADERS)
        .serve_connection(TokioIo::new(Box::pin(stream)), answer);
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        // A client that breaks off is nobody's fault.
        let _ = connection.await;
        drop(place);
    });
}
