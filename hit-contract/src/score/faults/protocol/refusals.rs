//! Statuses of what is refused.

use super::kinds::answers;
use super::replies::{contains, moved, with, without};
use crate::http::Reply;
use crate::score::planted::Planted;

/// Statuses of what is refused.
pub fn refusals() -> Vec<Planted> {
    vec![
        answers("malformed-as-422", |_, reply| moved(reply, 400, 422)),
        answers("invalid-as-400", |_, reply| moved(reply, 422, 400)),
        answers("invalid-as-200", |request, reply| {
            match (request.method.as_str(), reply.status) {
                ("POST", 422) => Reply {
                    status: 200,
                    ..reply
                },
                _ => reply,
            }
        }),
        answers("too-large-as-400", |_, reply| moved(reply, 413, 400)),
        answers("media-type-as-400", |_, reply| moved(reply, 415, 400)),
        answers("absent-as-200", |_, reply| match reply.status {
            404 => Reply {
                status: 200,
                ..reply
            },
            _ => reply,
        }),
        answers("absent-as-400", |_, reply| moved(reply, 404, 400)),
        answers("method-as-404", |_, reply| moved(reply, 405, 404)),
        answers("allow-missing", |_, reply| without(reply, "allow")),
        answers("allow-wrong", |_, reply| match reply.status {
            405 => with(without(reply, "allow"), "allow", "PUT, DELETE"),
            _ => reply,
        }),
        answers("fails-on-methods", |_, reply| moved(reply, 405, 500)),
        answers("fails-on-invalid-type", |request, reply| {
            match reply.status {
                422 if contains(request, "\"type\":null") => moved(reply, 422, 500),
                _ => reply,
            }
        }),
    ]
}
