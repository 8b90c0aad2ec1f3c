//! Connections, bounded in number, size and time.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};

use crate::metrics::Metrics;
use crate::settings::Settings;

/// hyper's own least.
const HEAD_LEAST: usize = 8192;

/// After an accept that failed: files that are used up come back when connections end.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves connections until told to stop, then lets those that are busy end, for `settings.timeouts.shutdown`.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    settings: &Settings,
    metrics: Arc<Metrics>,
    mut stop: watch::Receiver<bool>,
) {
    let builder = builder(settings);
    let permits = Arc::new(Semaphore::new(settings.limits.connections));
    let graceful = GracefulShutdown::new();
    loop {
        let next = tokio::select! {
            biased;
            _ = stop.wait_for(|stop| *stop) => break,
            next = next(&listener, &permits) => next,
        };
        let Some((stream, permit)) = next else {
            sleep(PAUSE).await;
            continue;
        };
        // Small replies are not held back for more to come.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        let connection = builder.serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        let metrics = Arc::clone(&metrics);
        tokio::spawn(async move {
            metrics.connections.inc();
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            metrics.connections.dec();
            drop(permit);
        });
    }
    drop(listener);
    if timeout(settings.timeouts.shutdown, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some connections were still busy when time was up");
    }
}

async fn next(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    let permit = Arc::clone(permits).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, permit)),
        Err(error) => {
            tracing::warn!(%error, "a connection could not be accepted");
            None
        }
    }
}

fn builder(settings: &Settings) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        // A client that has gone is noticed when it is answered. Looking out for that meanwhile would
        // take a buffer for every hit that waits to be stored, and would stop what is stored anyway.
        .half_close(true)
        .header_read_timeout(settings.timeouts.head)
        .max_headers(settings.limits.headers)
        .max_buf_size(settings.limits.head_bytes.max(HEAD_LEAST));
    builder
}
