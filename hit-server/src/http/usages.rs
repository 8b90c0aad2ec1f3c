//! `GET /api/dam/medias/{id}/usages`: the downloads that used a medium.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::id;
use crate::problem::{Class, Problem};
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link, no_store};
use crate::store::usages as read;

/// The hits that recorded a use of the medium, newest first; none of a medium that nobody used.
pub async fn usages(
    State(app): State<Arc<App>>,
    media: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let media_type = acceptable(&headers, &[HAL_JSON, JSON])?;
    let query = Query::read(uri.query(), &["size"])?;
    let most = app.settings.limits.page_size;
    let size = query.number("size", 20.min(most), most)?;
    let Ok(Path(media)) = media else {
        return Err(Problem::new(
            Class::NotFound,
            "there is nothing under this path",
        ));
    };
    let (hits, count) = app.read(move |it| read(it, &media, size)).await?;
    let hits: Vec<Value> = hits
        .into_iter()
        .map(|seq| {
            let id = id::id(&app.store_name, seq);
            json!({ "id": id, "_links": { "hit": link(format!("/api/stat/hits/{id}")) } })
        })
        .collect();
    Ok(no_store(hal(
        media_type,
        &json!({
            "totalCount": count,
            "_links": { "self": link(uri.path()) },
            "_embedded": { "usages": hits },
        }),
    )))
}
