//! Paths.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::{catalogue, health, openapi, rejects, replay, version};
use crate::app::App;
use crate::http::resource;
use crate::problem::{Class, Problem};

const READ: &str = "GET, HEAD, OPTIONS";
const READ_AND_DELETE: &str = "GET, HEAD, DELETE, OPTIONS";

/// Bytes of a catalogue.
const CATALOGUE: usize = 64 * 1024 * 1024;

/// The admin service.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/livez", resource(get(health::live), READ))
        .route("/readyz", resource(get(health::ready), READ))
        .route("/metrics", resource(get(health::metrics), READ))
        .route("/openapi.json", resource(get(openapi::openapi), READ))
        .route("/version", resource(get(version::version), READ))
        .route(
            "/rejects",
            resource(
                get(rejects::list).delete(rejects::delete_all),
                READ_AND_DELETE,
            ),
        )
        .route(
            "/rejects/replay",
            resource(post(replay::all), "POST, OPTIONS"),
        )
        .route(
            "/rejects/{id}",
            resource(get(rejects::get).delete(rejects::delete), READ_AND_DELETE),
        )
        .route(
            "/rejects/{id}/replay",
            resource(post(replay::one), "POST, OPTIONS"),
        )
        .route(
            "/catalogue",
            resource(
                get(catalogue::get).put(catalogue::put),
                "GET, HEAD, PUT, OPTIONS",
            ),
        )
        .fallback(|| async { Problem::new(Class::NotFound, "there is nothing under this path") })
        .layer(DefaultBodyLimit::max(CATALOGUE))
        .with_state(app)
}
