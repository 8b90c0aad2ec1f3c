//! Judging refused hits again: after schemas, rules or the catalogue have changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use bytes::Bytes;
use serde_json::json;

use super::rejects::find;
use crate::app::App;
use crate::id;
use crate::intake::{CLIENT_ID, Submission, problem, submit};
use crate::judge::{Sent, Verdict};
use crate::outbox::SET_ASIDE;
use crate::problem::{Class, Problem};
use crate::reply::{JSON, Query, typed};
use crate::store::{Reject, reject, rejects};

/// Refused hits judged again by one request.
const MOST: u64 = 1000;

/// `POST /rejects/{id}/replay`: stores it if it is accepted now, and keeps it if not.
pub async fn one(
    State(app): State<Arc<App>>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Response, Problem> {
    let found = find(&app, id).await?;
    let seq = again(&app, found).await?;
    Ok(typed(JSON, &json!({ "id": id::id(&app.store_name, seq) })))
}

/// `POST /rejects/replay?type=&code=&below=`: the newest that are kept, at most a thousand; `next` goes on.
pub async fn all(State(app): State<Arc<App>>, uri: Uri) -> Result<Response, Problem> {
    let query = Query::read(uri.query(), &["type", "code", "below"])?;
    let text = |name| query.one(name).map(|it| it.map(str::to_owned));
    let (hit_type, code) = (text("type")?, text("code")?);
    let most = u64::try_from(i64::MAX).unwrap_or_default();
    let below = i64::try_from(query.number("below", most, most)?).ok();
    let (listed, _) = app
        .read(move |it| rejects(it, hit_type.as_deref(), code.as_deref(), below, MOST))
        .await?;
    let (mut stored, mut refused) = (0_u64, 0_u64);
    for summary in &listed {
        let id = summary.id;
        let Some(found) = app.read(move |it| reject(it, id)).await? else {
            continue;
        };
        match again(&app, found).await {
            Ok(_) => stored += 1,
            Err(problem) if problem.class() == Class::Unavailable => return Err(problem),
            Err(_) => refused += 1,
        }
    }
    let full = u64::try_from(listed.len()).is_ok_and(|count| count == MOST);
    let next = listed.last().map(|last| last.id).filter(|_| full);
    Ok(typed(
        JSON,
        &json!({ "stored": stored, "refused": refused, "next": next }),
    ))
}

async fn again(app: &Arc<App>, found: Reject) -> Result<i64, Problem> {
    if found.summary.code == SET_ASIDE {
        let detail = "this hit is stored: it was set aside when it was forwarded";
        return Err(Problem::new(Class::NotFound, detail));
    }
    let Some(body) = found.body else {
        let detail = "its body was too large to be kept";
        return Err(Problem::new(Class::NotFound, detail));
    };
    let body = Bytes::from(body);
    let named = found
        .client
        .clone()
        .map(|client| (CLIENT_ID.as_str().to_owned(), client));
    let headers: BTreeMap<String, String> = named.into_iter().collect();
    let sent = Sent {
        body,
        headers,
        catalogue: app.catalogue(),
    };
    let accepted = match app.judge.judge(&sent) {
        Verdict::Accepted(accepted) => accepted,
        refused => return Err(problem(app, &refused, &sent.body)),
    };
    let submission = Submission {
        body: sent.body,
        client: found.client,
        disable_usage: found.disable_usage,
        key: None,
        was_reject: Some(found.summary.id),
    };
    submit(app, accepted, submission).await.map(|(seq, _)| seq)
}
