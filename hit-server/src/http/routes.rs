//! Paths.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::cors::cors;
use super::resource::resource;
use super::{catalogue, entry, hit, hit_types, hits, schema, search, usages};
use crate::app::App;
use crate::problem::{Class, Problem};

const READ: &str = "GET, HEAD, OPTIONS";
const READ_AND_CREATE: &str = "GET, HEAD, POST, OPTIONS";

/// The public service.
pub fn router(app: Arc<App>) -> Router {
    let origins = app.settings.cors.clone();
    let router = Router::new()
        .route("/api", resource(get(entry::root), READ))
        .route("/api/stat", resource(get(entry::stat), READ))
        .route("/api/stat/hit-types", resource(get(hit_types::all), READ))
        .route(
            "/api/stat/hit-types/{type}",
            resource(get(hit_types::one), READ),
        )
        .route(
            "/api/stat/hit-types/{type}/schema",
            resource(get(schema::get), READ),
        )
        .route(
            "/api/stat/hits",
            resource(get(search::search).post(hits::create), READ_AND_CREATE),
        )
        .route("/api/stat/hits/{id}", resource(get(hit::get), READ))
        .route("/api/dam", resource(get(entry::dam), READ))
        .route(
            "/api/dam/user-interfaces",
            resource(get(catalogue::user_interfaces), READ),
        )
        .route("/api/dam/users", resource(get(catalogue::users), READ))
        .route("/api/dam/users/{id}", resource(get(catalogue::user), READ))
        .route("/api/dam/medias", resource(get(catalogue::medias), READ))
        .route(
            "/api/dam/medias/{id}",
            resource(get(catalogue::media), READ),
        )
        .route(
            "/api/dam/medias/{id}/usages",
            resource(get(usages::usages), READ),
        )
        .fallback(|| async { Problem::new(Class::NotFound, "there is nothing under this path") })
        .with_state(app);
    cors(router, &origins)
}
