//! From a request to the place of its hit in the queue, and the answer.

use std::sync::Arc;

use axum::body::Body;
use axum::http::request::Parts;

use super::body::{drain, read};
use super::content;
use super::headers::{for_rules, idempotency_key};
use super::refuse::refuse;
use super::submit::{Submission, submit};
use crate::app::App;
use crate::judge::{Sent, Verdict};
use crate::problem::Problem;
use crate::reply::{HAL_JSON, JSON, Query, acceptable};
use crate::store::Key;

/// A hit that is stored.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Its number.
    pub seq: i64,
    /// Its type.
    pub hit_type: &'static str,
    /// The rules that could not be evaluated.
    pub not_evaluated: Vec<String>,
    /// The media type of the reply.
    pub media_type: &'static str,
}

/// Takes a hit: when this is done, it is on the disk.
///
/// # Errors
/// Why it is not.
pub async fn take(app: &Arc<App>, parts: &Parts, body: Body) -> Result<Taken, Problem> {
    let asked = match asked(app, parts) {
        Ok(asked) => asked,
        Err(problem) => {
            drain(app, &parts.headers, body).await;
            return Err(problem);
        }
    };
    let headers = for_rules(&parts.headers)?;
    let (bytes, room) = read(app, &parts.headers, body).await?;
    #[cfg(feature = "testing")]
    let bytes = match &app.hooks {
        Some(hooks) => hooks.body(bytes),
        None => bytes,
    };
    let sent = Sent {
        body: bytes,
        headers,
        catalogue: app.catalogue(),
    };
    let verdict = app.judge.judge(&sent);
    #[cfg(feature = "testing")]
    let verdict = step_in(app, &sent, asked.disable_usage, verdict);
    let (bytes, client) = (sent.body, sent.headers.into_values().next());
    match verdict {
        Verdict::Accepted(accepted) => {
            let usage = [u8::from(asked.disable_usage)];
            let key = asked
                .key
                .as_ref()
                .map(|key| Key::new(key, &[&bytes, &usage]));
            let submission = Submission {
                body: bytes,
                client,
                disable_usage: asked.disable_usage,
                key,
                was_reject: None,
            };
            drop(room);
            let (seq, accepted) = submit(app, accepted, submission).await?;
            Ok(Taken {
                seq,
                hit_type: accepted.hit_type,
                not_evaluated: accepted.not_evaluated,
                media_type: asked.media_type,
            })
        }
        refused => {
            #[cfg(feature = "testing")]
            store_anyway(app, &bytes, client.as_ref(), asked.disable_usage).await;
            Err(refuse(app, &refused, bytes, client, asked.disable_usage))
        }
    }
}

/// What is asked, besides the body.
struct Asked {
    media_type: &'static str,
    disable_usage: bool,
    key: Option<String>,
}

fn asked(app: &App, parts: &Parts) -> Result<Asked, Problem> {
    if let Some(trouble) = app.health.trouble() {
        return Err(super::submit::unavailable(app, "store", trouble.words()));
    }
    let media_type = acceptable(&parts.headers, &[HAL_JSON, JSON])?;
    content::check(&parts.headers)?;
    let query = Query::read(parts.uri.query(), &["disableUsage"])?;
    let key = idempotency_key(&parts.headers)?;
    for_rules(&parts.headers)?;
    Ok(Asked {
        media_type,
        disable_usage: query.flag("disableUsage")?,
        key: key.map(str::to_owned),
    })
}

#[cfg(feature = "testing")]
fn step_in(app: &App, sent: &Sent, disable_usage: bool, verdict: Verdict) -> Verdict {
    let Some(hooks) = &app.hooks else {
        return verdict;
    };
    let asked = crate::testing::Asked {
        body: &sent.body,
        headers: &sent.headers,
        disable_usage,
    };
    hooks.verdict(&asked, verdict)
}

/// The fault of a service that refuses a hit and keeps it.
#[cfg(feature = "testing")]
async fn store_anyway(
    app: &App,
    body: &bytes::Bytes,
    client: Option<&String>,
    disable_usage: bool,
) {
    let headers = client.map(|client| ("x-kpk-client-id".to_owned(), client.clone()));
    let headers = headers.into_iter().collect();
    let asked = crate::testing::Asked {
        body,
        headers: &headers,
        disable_usage,
    };
    let store = app
        .hooks
        .as_ref()
        .is_some_and(|hooks| hooks.store_refused(&asked));
    if !store || std::str::from_utf8(body).is_err() {
        return;
    }
    let hit = crate::store::NewHit {
        hit_type: "VIEW",
        event_ms: 0,
        received_ms: crate::clock::now_ms(),
        schema: 0,
        client: client.cloned(),
        body: body.clone(),
        used: Vec::new(),
        key: None,
        was_reject: None,
    };
    if let Ok(answer) = app.queue.hit(hit) {
        let _ = answer.await;
    }
}
