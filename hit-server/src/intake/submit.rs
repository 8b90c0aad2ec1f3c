//! An accepted hit, through the queue to the disk.

use std::sync::Arc;

use bytes::Bytes;
use tokio::time::timeout;

use crate::app::App;
use crate::clock;
use crate::judge::Accepted;
use crate::metrics::{Outcome, Reason};
use crate::problem::{Class, Problem};
use crate::store::{Key, NewHit, Stored};
use crate::writer::Failure;

/// What comes with an accepted hit.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The text.
    pub body: Bytes,
    /// What `X-KPK-CLIENT-ID` said.
    pub client: Option<String>,
    /// Whether the use of its media is not recorded.
    pub disable_usage: bool,
    /// What makes sending it twice harmless.
    pub key: Option<Key>,
    /// The refused hit that it was before.
    pub was_reject: Option<i64>,
}

/// Stores an accepted hit: when this is done, it is on the disk, under the number that is given.
///
/// # Errors
/// 503 when there is no room, in the queue or on the disk; 422 when its key was used for another hit.
pub async fn submit(
    app: &Arc<App>,
    mut accepted: Accepted,
    submission: Submission,
) -> Result<(i64, Accepted), Problem> {
    let used = std::mem::take(&mut accepted.used);
    let hit = NewHit {
        hit_type: accepted.hit_type,
        event_ms: accepted.event_ms,
        received_ms: clock::now_ms(),
        schema: app
            .schema_numbers
            .get(accepted.schema)
            .copied()
            .unwrap_or_default(),
        client: submission.client,
        body: submission.body,
        used: if submission.disable_usage {
            Vec::new()
        } else {
            used
        },
        key: submission.key,
        was_reject: submission.was_reject,
    };
    #[cfg(feature = "testing")]
    let hit = match app.hooks.as_ref().map(|hooks| hooks.store(hit.clone())) {
        Some(None) => return Ok((i64::MAX, accepted)),
        Some(Some(other)) => other,
        None => hit,
    };
    let Ok(answer) = app.queue.hit(hit) else {
        return Err(unavailable(app, "queue", "too many hits wait to be stored"));
    };
    let (seq, outcome) = match timeout(app.settings.timeouts.store, answer).await {
        Ok(Ok(Ok(Stored::As(seq)))) => (seq, "stored"),
        Ok(Ok(Ok(Stored::Before(seq)))) => (seq, "before"),
        Ok(Ok(Ok(Stored::KeyReused))) => {
            return Err(Problem::new(
                Class::KeyReused,
                "this `Idempotency-Key` came with another hit before; a new hit needs a new key",
            ));
        }
        Ok(Ok(Err(Failure::Full))) => {
            return Err(unavailable(
                app,
                "full",
                "there is no room left for the store",
            ));
        }
        Ok(Ok(Err(Failure::Broken)) | Err(_)) => {
            return Err(unavailable(app, "store", "the store cannot be written"));
        }
        Err(_) => {
            return Err(unavailable(
                app,
                "slow",
                "the hit was not stored in time; it may be later: send it again under an `Idempotency-Key`",
            ));
        }
    };
    let labels = Outcome {
        r#type: accepted.hit_type,
        outcome,
    };
    app.metrics.hits.get_or_create(&labels).inc();
    Ok((seq, accepted))
}

/// A problem that goes away by itself, counted.
pub(super) fn unavailable(app: &App, reason: &'static str, detail: &str) -> Problem {
    app.metrics
        .unavailable
        .get_or_create(&Reason { reason })
        .inc();
    Problem::new(Class::Unavailable, detail).retry_after(1)
}
