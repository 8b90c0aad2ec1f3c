//! `GET /api/stat/hits/{id}`, and how a hit is shown.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::app::App;
use crate::problem::{Class, Problem};
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link, no_store};
use crate::store::{StoredHit, by_seq};
use crate::{clock, id};

/// A stored hit as it is shown. `hit` is the text that came.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    id: String,
    received_at: String,
    schema_digest: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<String>,
    hit: Box<RawValue>,
    #[serde(rename = "_links")]
    links: Value,
}

impl Shown {
    /// Of a hit in the store `store`; `None` for a text that is no JSON, which no hit is.
    pub fn new(store: &str, hit: StoredHit) -> Option<Self> {
        let id = id::id(store, hit.seq);
        let own = format!("/api/stat/hits/{id}");
        Some(Self {
            received_at: clock::rfc3339(hit.received_ms),
            schema_digest: hit.schema,
            client_id: hit.client,
            hit: RawValue::from_string(hit.body).ok()?,
            links: json!({
                "self": link(own),
                "hit-type": link(format!("/api/stat/hit-types/{}", hit.hit_type)),
            }),
            id,
        })
    }
}

/// One hit.
pub async fn get(
    State(app): State<Arc<App>>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let media_type = acceptable(&headers, &[HAL_JSON, JSON])?;
    Query::read(uri.query(), &[])?;
    let missing = || Problem::new(Class::NotFound, "there is no hit of this id");
    let seq = name
        .ok()
        .and_then(|Path(name)| id::seq(&app.store_name, &name));
    let seq = seq.ok_or_else(missing)?;
    let hit = app.read(move |connection| by_seq(connection, seq)).await?;
    let shown = hit.and_then(|hit| Shown::new(&app.store_name, hit));
    Ok(no_store(hal(media_type, &shown.ok_or_else(missing)?)))
}
