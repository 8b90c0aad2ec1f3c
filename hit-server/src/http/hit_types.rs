//! `GET /api/stat/hit-types` and one of them.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::judge::Schema;
use crate::problem::{Class, Problem};
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link};

/// `GET /api/stat/hit-types`.
pub async fn all(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let media_type = acceptable(&headers, &[HAL_JSON, JSON])?;
    Query::read(uri.query(), &[])?;
    let types: Vec<Value> = app.judge.schemas().all().iter().map(hit_type).collect();
    Ok(hal(
        media_type,
        &json!({
            "totalCount": types.len(),
            "_links": { "self": link("/api/stat/hit-types") },
            "_embedded": { "hit-types": types },
        }),
    ))
}

/// `GET /api/stat/hit-types/{type}`.
pub async fn one(
    State(app): State<Arc<App>>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let schema = find(&app, name)?;
    let media_type = acceptable(&headers, &[HAL_JSON, JSON])?;
    Query::read(uri.query(), &[])?;
    Ok(hal(media_type, &hit_type(schema)))
}

/// The schema of the type that a path names.
///
/// # Errors
/// 404 when there is no such type.
pub fn find(app: &App, name: Result<Path<String>, PathRejection>) -> Result<&Schema, Problem> {
    let schema = name
        .ok()
        .and_then(|Path(name)| app.judge.schemas().get(&name));
    schema.ok_or_else(|| {
        let known: Vec<&str> = app.judge.schemas().all().iter().map(|it| it.name).collect();
        let known = known.join(", ");
        Problem::new(
            Class::NotFound,
            format!("there is no such hit type (there are: {known})"),
        )
    })
}

fn hit_type(schema: &Schema) -> Value {
    let own = format!("/api/stat/hit-types/{}", schema.name);
    json!({
        "type": schema.name,
        "schemaDigest": schema.digest,
        "_links": { "self": link(own.clone()), "schema": link(format!("{own}/schema")) },
    })
}
