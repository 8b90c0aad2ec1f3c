//! `/catalogue`: what the system knows, read and replaced as a whole.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use crate::app::App;
use crate::catalogue::read;
use crate::problem::{Class, Problem};
use crate::reply::{JSON, no_store, typed};

/// `GET /catalogue`.
pub async fn get(State(app): State<Arc<App>>) -> Response {
    no_store(typed(JSON, &*app.catalogue()))
}

/// `PUT /catalogue`. Not kept over a restart: the file of `--catalogue` is.
pub async fn put(
    State(app): State<Arc<App>>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let body = body.map_err(|_| Problem::new(Class::TooLarge, "the catalogue is too large"))?;
    let catalogue = read(&body).map_err(|what| Problem::new(Class::NotJson, what))?;
    app.set_catalogue(catalogue);
    Ok(StatusCode::NO_CONTENT.into_response())
}
