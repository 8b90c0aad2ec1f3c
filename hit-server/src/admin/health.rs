//! `/livez`, `/readyz`, `/metrics`.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use crate::app::App;
use crate::problem::{Class, Problem};
use crate::reply::bytes;

const TEXT: &str = "text/plain; charset=utf-8";
const METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The process answers.
pub async fn live() -> Response {
    bytes(TEXT, Bytes::from_static(b"live\n"))
}

/// Hits can be taken.
pub async fn ready(State(app): State<Arc<App>>) -> Response {
    match app.health.trouble() {
        None => bytes(TEXT, Bytes::from_static(b"ready\n")),
        Some(trouble) => Problem::new(Class::Unavailable, trouble.words())
            .retry_after(1)
            .into_response(),
    }
}

/// What is counted, for Prometheus.
pub async fn metrics(State(app): State<Arc<App>>) -> Response {
    let (items, size) = app.queue.waiting();
    let gauge = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    app.metrics
        .queue_items
        .inner()
        .store(gauge(items), Ordering::Relaxed);
    app.metrics
        .queue_bytes
        .inner()
        .store(gauge(size), Ordering::Relaxed);
    bytes(METRICS, app.metrics.text().into())
}
