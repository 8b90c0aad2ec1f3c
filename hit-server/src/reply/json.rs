//! Bodies of replies.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::response::Response;
use bytes::Bytes;
use serde::Serialize;

/// A value as JSON, under a media type.
pub fn typed(media_type: &'static str, value: &impl Serialize) -> Response {
    // A structure of texts, numbers and JSON is always written.
    bytes(
        media_type,
        serde_json::to_vec(value).unwrap_or_default().into(),
    )
}

/// Bytes under a media type.
pub fn bytes(media_type: &'static str, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// The same, not to be kept on the way: it holds personal data.
pub fn no_store(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
