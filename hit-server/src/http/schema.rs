//! `GET /api/stat/hit-types/{type}/schema`.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, ETAG, HeaderValue, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use super::hit_types::find;
use crate::app::App;
use crate::problem::Problem;
use crate::reply::{JSON, Query, acceptable, bytes};

/// The media type of schemas.
const SCHEMA_JSON: &str = "application/schema+json";

/// The bytes of the schema that hits of the type are held to.
pub async fn get(
    State(app): State<Arc<App>>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let schema = find(&app, name)?;
    let media_type = acceptable(&headers, &[SCHEMA_JSON, JSON])?;
    Query::read(uri.query(), &[])?;
    let tag = format!("\"{}\"", schema.digest);
    let mut response = match is_known(&headers, &tag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => bytes(media_type, schema.text.clone()),
    };
    let known = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        known.insert(ETAG, tag);
    }
    known.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}

/// Whether `If-None-Match` has the tag (RFC 9110, section 13.1.2: compared weakly).
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let values = headers.get_all(IF_NONE_MATCH).iter();
    let mut tags = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|it| it.split(','));
    tags.any(|other| {
        let other = other.trim();
        other == "*" || other.strip_prefix("W/").unwrap_or(other) == tag
    })
}
