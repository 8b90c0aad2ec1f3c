//! Schemas and their tags.

use serde_json::json;

use super::kinds::{answers, asks, counts};
use super::replies::{edited_json, serves, with, without};
use crate::http::Reply;
use crate::score::planted::Planted;

/// Schemas and their tags.
pub fn served() -> Vec<Planted> {
    vec![
        counts("tag-moves", |count, request, reply| {
            match request.target.ends_with("/schema") {
                true => with(without(reply, "etag"), "etag", &format!("\"{count}\"")),
                false => reply,
            }
        }),
        answers("tag-missing", |_, reply| without(reply, "etag")),
        answers("tag-without-quotes", |_, reply| {
            match reply.header("etag").map(|tag| tag.replace('"', "")) {
                Some(tag) => with(without(reply, "etag"), "etag", &tag),
                None => reply,
            }
        }),
        asks("tag-not-honored", |mut request| {
            request
                .headers
                .retain(|(name, _)| !name.eq_ignore_ascii_case("if-none-match"));
            request
        }),
        asks("tag-always-honored", |mut request| {
            for (name, value) in &mut request.headers {
                if name.eq_ignore_ascii_case("if-none-match") {
                    *value = "*".to_owned();
                }
            }
            request
        }),
        answers("not-modified-with-a-body", |_, reply| match reply.status {
            304 => Reply {
                body: b"{}".to_vec(),
                ..reply
            },
            _ => reply,
        }),
        counts("schema-moves", |count, request, reply| {
            match request.target.ends_with("/schema")
                && request.method == "GET"
                && reply.status == 200
            {
                true => edited_json(reply, |schema| schema["$comment"] = json!(count)),
                false => reply,
            }
        }),
        answers("schema-as-text", |request, reply| {
            match request.target.ends_with("/schema") {
                true => with(without(reply, "content-type"), "content-type", "text/plain"),
                false => reply,
            }
        }),
        answers("serves-shorter-sessions", |request, reply| {
            serves(request, reply, "SessionId", "maxLength", json!(64))
        }),
        answers("serves-longer-sessions", |request, reply| {
            serves(request, reply, "SessionId", "maxLength", json!(256))
        }),
        answers("serves-other-origins", |request, reply| {
            serves(request, reply, "Origin", "minimum", json!(-10))
        }),
        answers("serves-closed-users", |request, reply| {
            serves(request, reply, "User", "required", json!(["userId"]))
        }),
    ]
}
