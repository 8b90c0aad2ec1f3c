//! `POST /api/stat/hits`.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{HeaderValue, LOCATION};
use axum::response::Response;
use serde::Serialize;

use crate::app::App;
use crate::id::id;
use crate::intake::take;
use crate::problem::Problem;
use crate::reply::typed;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Created<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    hit_type: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_evaluated: Vec<String>,
    #[serde(rename = "_links")]
    links: Links<'a>,
}

#[derive(Serialize)]
struct Links<'a> {
    #[serde(rename = "self")]
    own: Link<'a>,
}

#[derive(Serialize)]
struct Link<'a> {
    href: &'a str,
}

/// Takes a hit. 200 when it is on the disk.
pub async fn create(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let taken = take(&app, &parts, body).await?;
    let id = id(&app.store_name, taken.seq);
    let href = format!("/api/stat/hits/{id}");
    let created = Created {
        id: &id,
        hit_type: taken.hit_type,
        not_evaluated: taken.not_evaluated,
        links: Links {
            own: Link { href: &href },
        },
    };
    let mut response = typed(taken.media_type, &created);
    if let Ok(location) = HeaderValue::try_from(href) {
        response.headers_mut().insert(LOCATION, location);
    }
    Ok(response)
}
