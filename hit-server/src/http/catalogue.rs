//! `GET /api/dam/…`: what the system knows.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::problem::{Class, Problem};
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link};

/// Entries of one page.
const SIZE: u64 = 1000;

/// `GET /api/dam/user-interfaces`.
pub async fn user_interfaces(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let catalogue = app.catalogue();
    list(
        &headers,
        &uri,
        "user-interfaces",
        catalogue.user_interfaces.as_deref(),
    )
}

/// `GET /api/dam/users`.
pub async fn users(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    list(&headers, &uri, "users", app.catalogue().users.as_deref())
}

/// `GET /api/dam/users/{id}`.
pub async fn user(
    State(app): State<Arc<App>>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let catalogue = app.catalogue();
    let found = id
        .ok()
        .and_then(|Path(id)| catalogue.users.iter().flatten().find(|it| it.id == id));
    one(&headers, &uri, found)
}

/// `GET /api/dam/medias`.
pub async fn medias(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    list(&headers, &uri, "medias", app.catalogue().medias.as_deref())
}

/// `GET /api/dam/medias/{id}`.
pub async fn media(
    State(app): State<Arc<App>>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let catalogue = app.catalogue();
    let found = id
        .ok()
        .and_then(|Path(id)| catalogue.medias.iter().flatten().find(|it| it.id == id));
    one(&headers, &uri, found)
}

/// A list; an empty one where nothing is known.
fn list<T: Serialize>(
    headers: &HeaderMap,
    uri: &Uri,
    name: &str,
    entries: Option<&[T]>,
) -> Result<Response, Problem> {
    let media_type = acceptable(headers, &[HAL_JSON, JSON])?;
    let query = Query::read(uri.query(), &["page", "size"])?;
    let size = query.number("size", SIZE, SIZE)?;
    let page = query.number("page", 0, u64::MAX)?;
    let all = entries.unwrap_or_default();
    let skipped = usize::try_from(page.saturating_mul(size)).unwrap_or(usize::MAX);
    let size_of_page = usize::try_from(size).unwrap_or(usize::MAX);
    let shown: Vec<&T> = all.iter().skip(skipped).take(size_of_page).collect();
    Ok(hal(
        media_type,
        &json!({
            "totalCount": all.len(),
            "page": page,
            "size": size,
            "_links": { "self": link(format!("/api/dam/{name}?page={page}&size={size}")) },
            "_embedded": { name: shown },
        }),
    ))
}

fn one<T: Serialize>(
    headers: &HeaderMap,
    uri: &Uri,
    found: Option<&T>,
) -> Result<Response, Problem> {
    let media_type = acceptable(headers, &[HAL_JSON, JSON])?;
    Query::read(uri.query(), &[])?;
    let found =
        found.ok_or_else(|| Problem::new(Class::NotFound, "nothing of this id is known"))?;
    let mut value = json!(found);
    if let Value::Object(members) = &mut value {
        members.insert("_links".to_owned(), json!({ "self": link(uri.path()) }));
    }
    Ok(hal(media_type, &value))
}
