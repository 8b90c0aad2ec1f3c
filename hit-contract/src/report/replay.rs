//! Sending what a replay file holds, and judging the answer again.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::files::{FORMAT, Replay};
use super::json::bytes;
use crate::http::{Framing, Reply, Request, SendError, Transport};
use crate::run::{Sender, count, read_back};
use crate::service::Statuses;

/// What came of a replay.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The reply.
    pub reply: Reply,
    /// What is still wrong.
    pub faults: Vec<String>,
}

/// Reads a replay file.
///
/// # Errors
/// Where it cannot be read or is none.
pub fn load(path: &Path) -> Result<Replay, String> {
    let name = path.display();
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("cannot read `{name}`: {error}"))?;
    let replay: Replay = serde_json::from_str(&text)
        .map_err(|error| format!("`{name}` is no replay file: {error}"))?;
    match replay.format == FORMAT {
        true => Ok(replay),
        false => Err(format!("`{name}` is of another format: {}", replay.format)),
    }
}

/// The request of a replay file; `None` where it holds none.
pub fn request(replay: &Replay) -> Option<Request> {
    let value = &replay.request;
    let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
    let headers = value.get("headers")?.as_array()?.iter().map(|pair| {
        let part = |at: usize| Some(pair.get(at)?.as_str()?.to_owned());
        Some((part(0)?, part(1)?))
    });
    Some(Request {
        method: text("method")?,
        target: text("target")?,
        headers: headers.collect::<Option<_>>()?,
        body: match value.get("body") {
            None | Some(Value::Null) => None,
            Some(body) => Some(bytes(body)?),
        },
        framing: match value.get("chunked").and_then(Value::as_u64) {
            Some(size) => Framing::Chunked(usize::try_from(size).unwrap_or(1)),
            None => Framing::Length,
        },
    })
}

/// Sends it again: the status, and what is stored, have to be right.
///
/// # Errors
/// Where there is no reply.
pub async fn replay(
    replay: &Replay,
    request: &Request,
    transport: Arc<dyn Transport>,
) -> Result<Replayed, SendError> {
    let sender = Sender::new(transport, 1, None);
    let before = counted(&sender, replay).await;
    let reply = sender.send(request).await.reply?;
    let after = counted(&sender, replay).await;
    let accepted = (200..300).contains(&reply.status);
    let mut faults = Vec::new();
    let wanted: Vec<Statuses> = replay
        .statuses
        .iter()
        .flat_map(|text| text.split(", "))
        .filter_map(Statuses::parse)
        .collect();
    let right = match wanted.is_empty() {
        true => reply.status < 500,
        false => wanted.iter().any(|wanted| wanted.has(reply.status)),
    };
    if !right {
        let expected = replay.statuses.as_deref().unwrap_or("anything but 5xx");
        faults.push(format!("it answers {}, expected {expected}", reply.status));
    }
    if let (Some(before), Some(after)) = (before, after)
        && after - before != i128::from(accepted)
    {
        faults.push(format!("{:+} documents are stored", after - before));
    }
    if let (true, true, Some(read)) = (accepted, request.body.is_some(), &replay.read) {
        let body = request.body.as_deref().unwrap_or_default();
        faults.extend(
            read_back(&sender, read, &reply, body)
                .await
                .map(|fault| fault.detail),
        );
    }
    Ok(Replayed { reply, faults })
}

async fn counted(sender: &Sender, replay: &Replay) -> Option<i128> {
    count(sender, replay.count.as_ref()?).await
}
