//! Hypertext Application Language: `_links`, `_embedded`.

use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use super::json::typed;

/// A reply in HAL, under the media type that was agreed on.
pub fn hal(media_type: &'static str, value: &impl Serialize) -> Response {
    typed(media_type, value)
}

/// A link object.
pub fn link(href: impl Into<String>) -> Value {
    json!({ "href": href.into() })
}
