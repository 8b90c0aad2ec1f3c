//! `/openapi.json`.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::openapi::document;
use crate::reply::{JSON, typed};

/// The public service in OpenAPI 3.1.
pub async fn openapi(State(app): State<Arc<App>>) -> Response {
    typed(JSON, &document(&app.settings.limits))
}
