//! `GET /api/dam/…`: what the system knows.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::catalogue::Catalogue;
use crate::problem::{Class, Problem};
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link};

/// Entries of one page.
const SIZE: u64 = 1000;

/// The identifier in a path.
type Id = Result<Path<String>, PathRejection>;

/// What is asked, and what is known then.
pub struct Asked {
    catalogue: Arc<Catalogue>,
    headers: HeaderMap,
    uri: Uri,
}

impl FromRequestParts<Arc<App>> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        Ok(Self {
            catalogue: app.catalogue(),
            headers: parts.headers.clone(),
            uri: parts.uri.clone(),
        })
    }
}

/// `GET /api/dam/user-interfaces`.
pub async fn user_interfaces(it: Asked) -> Result<Response, Problem> {
    let all = it.catalogue.user_interfaces.as_deref();
    list(&it, "user-interfaces", all)
}

/// `GET /api/dam/users`.
pub async fn users(it: Asked) -> Result<Response, Problem> {
    list(&it, "users", it.catalogue.users.as_deref())
}

/// `GET /api/dam/users/{id}`.
pub async fn user(id: Id, it: Asked) -> Result<Response, Problem> {
    let mut all = it.catalogue.users.iter().flatten();
    one(&it, id.ok().and_then(|Path(id)| all.find(|it| it.id == id)))
}

/// `GET /api/dam/medias`.
pub async fn medias(it: Asked) -> Result<Response, Problem> {
    list(&it, "medias", it.catalogue.medias.as_deref())
}

/// `GET /api/dam/medias/{id}`.
pub async fn media(id: Id, it: Asked) -> Result<Response, Problem> {
    let mut all = it.catalogue.medias.iter().flatten();
    one(&it, id.ok().and_then(|Path(id)| all.find(|it| it.id == id)))
}

/// A list; an empty one where nothing is known.
fn list<T: Serialize>(
    asked: &Asked,
    name: &str,
    entries: Option<&[T]>,
) -> Result<Response, Problem> {
    let media_type = acceptable(&asked.headers, &[HAL_JSON, JSON])?;
    let query = Query::read(asked.uri.query(), &["page", "size"])?;
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

fn one<T: Serialize>(asked: &Asked, found: Option<&T>) -> Result<Response, Problem> {
    let media_type = acceptable(&asked.headers, &[HAL_JSON, JSON])?;
    Query::read(asked.uri.query(), &[])?;
    let found =
        found.ok_or_else(|| Problem::new(Class::NotFound, "nothing of this id is known"))?;
    let mut value = json!(found);
    if let Value::Object(members) = &mut value {
        members.insert(
            "_links".to_owned(),
            json!({ "self": link(asked.uri.path()) }),
        );
    }
    Ok(hal(media_type, &value))
}
