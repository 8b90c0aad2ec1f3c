//! Where to start: `/api`, `/api/stat`, `/api/dam`.

use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::problem::Problem;
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link};

/// `GET /api`.
pub async fn root(headers: HeaderMap, uri: Uri) -> Result<Response, Problem> {
    let links = json!({ "self": link("/api"), "stat": link("/api/stat"), "dam": link("/api/dam") });
    reply(&headers, &uri, links)
}

/// `GET /api/stat`.
pub async fn stat(headers: HeaderMap, uri: Uri) -> Result<Response, Problem> {
    let links = json!({
        "self": link("/api/stat"),
        "hit-types": link("/api/stat/hit-types"),
        "hit-type": { "href": "/api/stat/hit-types/{type}", "templated": true },
        "schema": { "href": "/api/stat/hit-types/{type}/schema", "templated": true },
        "hits": { "href": "/api/stat/hits{?disableUsage}", "templated": true },
        "search-hit": { "href": "/api/stat/hits{?fq*,page,size}", "templated": true },
        "hit": { "href": "/api/stat/hits/{id}", "templated": true },
    });
    reply(&headers, &uri, links)
}

/// `GET /api/dam`.
pub async fn dam(headers: HeaderMap, uri: Uri) -> Result<Response, Problem> {
    let links = json!({
        "self": link("/api/dam"),
        "user-interfaces": link("/api/dam/user-interfaces"),
        "users": link("/api/dam/users"),
        "medias": link("/api/dam/medias"),
        "usages": { "href": "/api/dam/medias/{id}/usages", "templated": true },
    });
    reply(&headers, &uri, links)
}

fn reply(headers: &HeaderMap, uri: &Uri, links: Value) -> Result<Response, Problem> {
    let media_type = acceptable(headers, &[HAL_JSON, JSON])?;
    Query::read(uri.query(), &[])?;
    Ok(hal(media_type, &json!({ "_links": links })))
}
