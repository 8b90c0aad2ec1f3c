//! Answers that are not what HTTP, problem documents or the service's own word ask for.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use super::wire::problem;
use crate::http::{Reply, Request};
use crate::score::misbehave::Misbehave;
use crate::score::planted::Planted;

/// Answers otherwise.
struct Answers(fn(&Request, Reply) -> Reply);

impl Misbehave for Answers {
    fn reply(&self, request: &Request, reply: Reply) -> Reply {
        (self.0)(request, reply)
    }
}

/// Asks otherwise.
struct Asks(fn(Request) -> Request);

impl Misbehave for Asks {
    fn request(&self, request: Request) -> Vec<Request> {
        vec![(self.0)(request)]
    }
}

/// Counts its answers.
struct Counts {
    answer: fn(usize, &Request, Reply) -> Reply,
    count: AtomicUsize,
}

impl Misbehave for Counts {
    fn reply(&self, request: &Request, reply: Reply) -> Reply {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        (self.answer)(count, request, reply)
    }
}

/// Takes another request under a key that was used.
#[derive(Default)]
struct Forgets(Mutex<BTreeMap<String, Vec<u8>>>);

impl Misbehave for Forgets {
    fn request(&self, mut request: Request) -> Vec<Request> {
        let key = request.header_value("idempotency-key").map(str::to_owned);
        if let Some(key) = key {
            let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let body = request.body.clone().unwrap_or_default();
            let first = known.entry(key).or_insert_with(|| body.clone());
            if *first != body {
                request
                    .headers
                    .retain(|(name, _)| !name.eq_ignore_ascii_case("idempotency-key"));
            }
        }
        vec![request]
    }
}

/// Takes its time over some bodies.
struct Slow(fn(&Request) -> bool);

impl Misbehave for Slow {
    fn delay(&self, request: &Request) -> u64 {
        if (self.0)(request) { 12_000 } else { 0 }
    }
}

/// Faults of answering.
pub fn protocol() -> Vec<Planted> {
    let mut all = refusals();
    all.extend(documents());
    all.extend(served());
    all.extend(acceptances());
    all
}

fn answers(id: &str, answer: fn(&Request, Reply) -> Reply) -> Planted {
    Planted::new("protocol", id, Answers(answer))
}

fn asks(id: &str, ask: fn(Request) -> Request) -> Planted {
    Planted::new("protocol", id, Asks(ask))
}

fn counts(id: &str, answer: fn(usize, &Request, Reply) -> Reply) -> Planted {
    let count = AtomicUsize::new(0);
    Planted::new("protocol", id, Counts { answer, count })
}

/// Statuses of what is refused.
fn refusals() -> Vec<Planted> {
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

/// Problem documents.
fn documents() -> Vec<Planted> {
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

/// Schemas and their tags.
fn served() -> Vec<Planted> {
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

/// What is accepted.
fn acceptances() -> Vec<Planted> {
    vec![
        answers("accepted-as-201", |request, reply| {
            match (request.method.as_str(), reply.status) {
                ("POST", 200) => Reply {
                    status: 201,
                    ..reply
                },
                _ => reply,
            }
        }),
        answers("accepted-as-202", |request, reply| {
            match (request.method.as_str(), reply.status) {
                ("POST", 200) => Reply {
                    status: 202,
                    ..reply
                },
                _ => reply,
            }
        }),
        answers("identifier-missing", |request, reply| {
            match (request.method.as_str(), reply.status) {
                ("POST", 200) => edited_json(reply, |body| body["id"] = Value::Null),
                _ => reply,
            }
        }),
        answers("identifier-wrong", |request, reply| {
            match (request.method.as_str(), reply.status) {
                ("POST", 200) => edited_json(reply, |body| {
                    let id = format!("{}0", body["id"].as_str().unwrap_or_default());
                    body["id"] = json!(id);
                }),
                _ => reply,
            }
        }),
        answers("fails-when-read-back", |request, reply| {
            match request.target.strip_prefix("/api/stat/hits/") {
                Some(_) if request.method == "GET" && reply.status == 200 => moved(
                    Reply {
                        status: 404,
                        ..reply
                    },
                    404,
                    500,
                ),
                _ => reply,
            }
        }),
        counts("busy-without-a-hint", |count, request, reply| {
            match request.method == "POST" && count.is_multiple_of(40) {
                true => without(
                    problem(
                        503,
                        Reply {
                            headers: reply.headers,
                            ..Reply::default()
                        },
                    ),
                    "retry-after",
                ),
                false => reply,
            }
        }),
        asks("keys-ignored", |mut request| {
            request
                .headers
                .retain(|(name, _)| !name.eq_ignore_ascii_case("idempotency-key"));
            request
        }),
        Planted::new("protocol", "keys-reused", Forgets::default()),
        answers("keys-refused", |request, reply| {
            match request.header_value("idempotency-key") {
                Some(_) => problem(400, reply),
                None => reply,
            }
        }),
        Planted::new(
            "protocol",
            "slow-on-long-texts",
            Slow(|request| contains(request, &"a".repeat(4_000))),
        ),
        Planted::new(
            "protocol",
            "slow-on-invalid",
            Slow(|request| contains(request, "\"ip\":null")),
        ),
    ]
}

fn contains(request: &Request, part: &str) -> bool {
    let body = request.body.as_deref().unwrap_or_default();
    body.windows(part.len())
        .any(|window| window == part.as_bytes())
}

fn moved(reply: Reply, from: u16, to: u16) -> Reply {
    match reply.status == from {
        true => problem(to, reply),
        false => reply,
    }
}

fn without(mut reply: Reply, name: &str) -> Reply {
    reply
        .headers
        .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
    reply
}

fn with(mut reply: Reply, name: &str, value: &str) -> Reply {
    reply.headers.push((name.to_owned(), value.to_owned()));
    reply
}

/// A problem document with a change.
fn edited(reply: Reply, change: impl FnOnce(&mut Value)) -> Reply {
    match reply.status >= 400 {
        true => edited_json(reply, change),
        false => reply,
    }
}

fn errors(reply: Reply, change: fn(&mut Value)) -> Reply {
    edited(reply, |body| {
        let errors = body.get_mut("errors").and_then(Value::as_array_mut);
        errors.into_iter().flatten().for_each(change);
    })
}

fn edited_json(mut reply: Reply, change: impl FnOnce(&mut Value)) -> Reply {
    if let Some(mut body) = reply.json() {
        change(&mut body);
        reply.body = body.to_string().into_bytes();
    }
    without(reply, "content-length")
}

/// Serves another schema than it enforces.
fn serves(request: &Request, reply: Reply, definition: &str, keyword: &str, value: Value) -> Reply {
    if !request.target.ends_with("/schema") || reply.status != 200 || request.method != "GET" {
        return reply;
    }
    edited_json(reply, |schema| {
        for place in crate::score::ground::at(schema, definition, &[]) {
            place[keyword] = value.clone();
        }
    })
}
