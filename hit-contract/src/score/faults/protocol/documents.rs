//! Problem documents.

use serde_json::{Value, json};

use super::kinds::answers;
use super::replies::{edited, errors, with, without};
use crate::http::Reply;
use crate::score::planted::Planted;

/// Problem documents.
pub fn documents() -> Vec<Planted> {
    vec![
        answers("problem-as-json", |_, reply| match reply.status {
            400.. => with(
                without(reply, "content-type"),
                "content-type",
                "application/json",
            ),
            _ => reply,
        }),
        answers("problem-as-text", |_, reply| match reply.status {
            400.. => Reply {
                body: b"bad request".to_vec(),
                ..reply
            },
            _ => reply,
        }),
        answers("problem-empty", |_, reply| match reply.status {
            422 => Reply {
                body: Vec::new(),
                ..reply
            },
            _ => reply,
        }),
        answers("problem-status-wrong", |_, reply| {
            edited(reply, |body| body["status"] = json!(418))
        }),
        answers("problem-without-title", |_, reply| {
            edited(reply, |body| body["title"] = Value::Null)
        }),
        answers("problem-without-errors", |_, reply| {
            edited(reply, |body| body["errors"] = json!([]))
        }),
        answers("pointers-to-the-root", |_, reply| {
            errors(reply, |error| error["pointer"] = json!("#"))
        }),
        answers("pointers-missing", |_, reply| {
            errors(reply, |error| error["pointer"] = Value::Null)
        }),
        answers("pointers-without-index", |_, reply| {
            errors(reply, |error| {
                let pointer = error["pointer"]
                    .as_str()
                    .unwrap_or_default()
                    .replace("/0", "")
                    .replace("/1", "");
                error["pointer"] = json!(pointer);
            })
        }),
        answers("keywords-all-the-same", |_, reply| {
            errors(reply, |error| error["keyword"] = json!("invalid"))
        }),
        answers("values-said-again", |request, reply| match reply.status {
            422 => {
                let body = String::from_utf8_lossy(request.body.as_deref().unwrap_or_default())
                    .into_owned();
                edited(reply, |document| document["detail"] = json!(body))
            }
            _ => reply,
        }),
    ]
}
