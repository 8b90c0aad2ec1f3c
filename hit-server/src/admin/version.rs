//! `/version`.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use crate::app::App;
use crate::reply::{JSON, typed};

/// The program, the store and the schemas.
pub async fn version(State(app): State<Arc<App>>) -> Response {
    let schemas = app.judge.schemas().all().iter();
    let schemas: BTreeMap<&str, &str> = schemas.map(|it| (it.name, it.digest.as_str())).collect();
    let version = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "store": app.store_name,
        "newest": *app.newest.borrow(),
        "schemas": schemas,
    });
    typed(JSON, &version)
}
