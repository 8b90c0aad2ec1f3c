//! `/rejects`: refused hits that were kept.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::app::App;
use crate::clock;
use crate::problem::{Class, Problem};
use crate::reply::{JSON, Query, no_store, typed};
use crate::store::{Reject, Summary, delete_reject, reject, rejects};

/// Entries of one page.
const SIZE: u64 = 100;

/// `GET /rejects?type=&code=&below=&size=`: newest first, without bodies.
pub async fn list(State(app): State<Arc<App>>, uri: Uri) -> Result<Response, Problem> {
    let query = Query::read(uri.query(), &["type", "code", "below", "size"])?;
    let text = |name| query.one(name).map(|it| it.map(str::to_owned));
    let (hit_type, code) = (text("type")?, text("code")?);
    let most = u64::try_from(i64::MAX).unwrap_or_default();
    let below = query.number("below", most, most)?;
    let size = query.number("size", SIZE, 10 * SIZE)?;
    let (found, count) = app
        .read(move |it| {
            let below = i64::try_from(below).ok();
            rejects(it, hit_type.as_deref(), code.as_deref(), below, size)
        })
        .await?;
    let found: Vec<Value> = found.iter().map(summary).collect();
    Ok(typed(
        JSON,
        &json!({ "totalCount": count, "rejects": found }),
    ))
}

/// `GET /rejects/{id}`: with the problem and the body.
pub async fn get(
    State(app): State<Arc<App>>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Response, Problem> {
    let found = find(&app, id).await?;
    let mut shown = summary(&found.summary);
    let problem = RawValue::from_string(found.problem).ok();
    let text = found
        .body
        .map(|body| String::from_utf8_lossy(&body).into_owned());
    if let Value::Object(members) = &mut shown {
        members.insert("clientId".to_owned(), json!(found.client));
        members.insert("disableUsage".to_owned(), json!(found.disable_usage));
        members.insert("problem".to_owned(), json!(problem));
        members.insert("body".to_owned(), json!(text));
    }
    Ok(no_store(typed(JSON, &shown)))
}

/// `DELETE /rejects/{id}`.
pub async fn delete(
    State(app): State<Arc<App>>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Response, Problem> {
    let id = find(&app, id).await?.summary.id;
    let done = app
        .queue
        .task(move |it| delete_reject(it, id).map(drop))
        .await;
    done.map_err(|_| Problem::new(Class::Unavailable, "the store cannot be written"))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `DELETE /rejects`: all of them.
pub async fn delete_all(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let all = |it: &rusqlite::Connection| it.execute("DELETE FROM rejects", []).map(drop);
    let done = app.queue.task(all).await;
    done.map_err(|_| Problem::new(Class::Unavailable, "the store cannot be written"))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The refused hit that a path names.
///
/// # Errors
/// 404 when it is not there (any more).
pub async fn find(app: &Arc<App>, id: Result<Path<i64>, PathRejection>) -> Result<Reject, Problem> {
    let missing = || {
        Problem::new(
            Class::NotFound,
            "there is no refused hit of this id (any more)",
        )
    };
    let Ok(Path(id)) = id else {
        return Err(missing());
    };
    app.read(move |it| reject(it, id))
        .await?
        .ok_or_else(missing)
}

fn summary(found: &Summary) -> Value {
    let mut shown = json!(found);
    if let Value::Object(members) = &mut shown {
        members.remove("receivedMs");
        members.insert(
            "receivedAt".to_owned(),
            json!(clock::rfc3339(found.received_ms)),
        );
    }
    shown
}
