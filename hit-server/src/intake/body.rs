//! The bytes of a body, within bounds.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, EXPECT};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;

use crate::app::App;
use crate::problem::{Class, Problem};

/// The room that a body takes until it is judged.
pub struct Room<'a>(#[expect(dead_code, reason = "held, not read")] SemaphorePermit<'a>);

/// Reads a body, and takes room for it.
///
/// # Errors
/// 413 for one that is too large, 408 for one that is too slow, 503 when too many come at once.
pub async fn read<'a>(
    app: &'a Arc<App>,
    headers: &HeaderMap,
    body: Body,
) -> Result<(Bytes, Room<'a>), Problem> {
    let most = app.settings.limits.body_bytes;
    let announced = announced(headers);
    if announced.is_some_and(|bytes| bytes > most) {
        drain(app, headers, body).await;
        return Err(too_large(most));
    }
    let room = u32::try_from(announced.unwrap_or(most)).unwrap_or(u32::MAX);
    let Ok(room) = app.bodies.try_acquire_many(room) else {
        return Err(Problem::new(Class::Unavailable, "too many bodies at once").retry_after(1));
    };
    let mut body = pin!(Limited::new(body, most).collect());
    // What came with the head is there at once: no clock is started for it.
    let collected = match poll_fn(|context| Poll::Ready(body.as_mut().poll(context))).await {
        Poll::Ready(collected) => Ok(collected),
        Poll::Pending => timeout(app.settings.timeouts.body, body).await,
    };
    match collected {
        // Copied, for else a small body that waits to be stored would keep the large buffer that
        // its connection reads into.
        Ok(Ok(collected)) => Ok((Bytes::copy_from_slice(&collected.to_bytes()), Room(room))),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large(most)),
        Ok(Err(_)) => Err(Problem::new(
            Class::Timeout,
            "the body ended before its end",
        )),
        Err(_) => Err(Problem::new(
            Class::Timeout,
            "the body took too long to arrive",
        )),
    }
}

/// Reads what a refused request still sends, or its client might never see the refusal: bounded, and
/// not when the client waits to be asked for it.
pub async fn drain(app: &App, headers: &HeaderMap, body: Body) {
    if headers.contains_key(EXPECT) {
        return;
    }
    let most = app.settings.limits.body_bytes.saturating_mul(2);
    let mut body = Limited::new(body, most);
    let rest = async { while let Some(Ok(_)) = body.frame().await {} };
    // Whatever was not read in time is not read.
    let _ = timeout(app.settings.timeouts.body, rest).await;
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn too_large(most: usize) -> Problem {
    Problem::new(Class::TooLarge, format!("a body has at most {most} bytes"))
}
