//! A small service of any schema: it judges with hit's engine, and stores in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use hit_contract::{Formats, Proven, Schema};
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::{Value, json};

/// What the service does.
pub struct Mock {
    schema: Schema,
    /// What is stored of a document.
    pub stores: fn(Value) -> Value,
    stored: Mutex<BTreeMap<usize, Value>>,
}

/// A service that takes documents of a schema at `/things`.
pub fn mock(schema: &str, stores: fn(Value) -> Value) -> Router {
    let entry = Entry::text("things", schema);
    let state = Arc::new(Mock {
        schema: Schema::compile(&entry, &NoLoader, Formats::Dialect, schema).unwrap(),
        stores,
        stored: Mutex::default(),
    });
    Router::new()
        .route("/things", post(create).get(list))
        .route("/things/{id}", get(one))
        .with_state(state)
}

async fn create(State(mock): State<Arc<Mock>>, headers: HeaderMap, body: Bytes) -> Response {
    let json = headers
        .get("content-type")
        .is_some_and(|value| value.to_str().is_ok_and(is_json));
    if !json || headers.contains_key("content-encoding") {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    match mock.schema.judge(&body, None).proven {
        Proven::Valid => {
            let mut stored = mock.stored.lock().unwrap();
            let id = stored.len() + 1;
            stored.insert(id, (mock.stores)(serde_json::from_slice(&body).unwrap()));
            (StatusCode::CREATED, shown(&json!({ "id": id }))).into_response()
        }
        Proven::NotJson | Proven::Ambiguous(_) => StatusCode::BAD_REQUEST.into_response(),
        Proven::OneFault(_) | Proven::Faults(_) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    }
}

async fn list(State(mock): State<Arc<Mock>>) -> Response {
    shown(&json!({ "total": mock.stored.lock().unwrap().len() }))
}

async fn one(State(mock): State<Arc<Mock>>, Path(id): Path<usize>) -> Response {
    match mock.stored.lock().unwrap().get(&id) {
        Some(found) => shown(found),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn shown(value: &Value) -> Response {
    ([("content-type", "application/json")], value.to_string()).into_response()
}

/// JSON in UTF-8, and nothing that only begins like it.
fn is_json(media_type: &str) -> bool {
    let lower = media_type.to_lowercase();
    let mut parts = lower.split(';').map(str::trim);
    let charset = |it: &str| matches!(it, "" | "charset=utf-8" | "charset=\"utf-8\"");
    parts.next() == Some("application/json")
        && parts.all(|it| !it.starts_with("charset") || charset(it))
}
