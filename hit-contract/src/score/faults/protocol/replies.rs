//! Replies with a change.

use serde_json::Value;

use crate::http::{Reply, Request};
use crate::score::faults::wire::problem;
use crate::score::ground::at;

/// Whether a body has a part.
pub fn contains(request: &Request, part: &str) -> bool {
    let body = request.body.as_deref().unwrap_or_default();
    body.windows(part.len())
        .any(|window| window == part.as_bytes())
}

/// Another status for one.
pub fn moved(reply: Reply, from: u16, to: u16) -> Reply {
    match reply.status == from {
        true => problem(to, reply),
        false => reply,
    }
}

/// A header less.
pub fn without(mut reply: Reply, name: &str) -> Reply {
    reply
        .headers
        .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
    reply
}

/// A header more.
pub fn with(mut reply: Reply, name: &str, value: &str) -> Reply {
    reply.headers.push((name.to_owned(), value.to_owned()));
    reply
}

/// A problem document with a change.
pub fn edited(reply: Reply, change: impl FnOnce(&mut Value)) -> Reply {
    match reply.status >= 400 {
        true => edited_json(reply, change),
        false => reply,
    }
}

/// A problem document with a change of each error.
pub fn errors(reply: Reply, change: fn(&mut Value)) -> Reply {
    edited(reply, |body| {
        let errors = body.get_mut("errors").and_then(Value::as_array_mut);
        errors.into_iter().flatten().for_each(change);
    })
}

/// A JSON body with a change.
pub fn edited_json(mut reply: Reply, change: impl FnOnce(&mut Value)) -> Reply {
    if let Some(mut body) = reply.json() {
        change(&mut body);
        reply.body = body.to_string().into_bytes();
    }
    without(reply, "content-length")
}

/// Serves another schema than it enforces.
pub fn serves(
    request: &Request,
    reply: Reply,
    definition: &str,
    keyword: &str,
    value: Value,
) -> Reply {
    if !request.target.ends_with("/schema") || reply.status != 200 || request.method != "GET" {
        return reply;
    }
    edited_json(reply, |schema| {
        for place in at(schema, definition, &[]) {
            place[keyword] = value.clone();
        }
    })
}
