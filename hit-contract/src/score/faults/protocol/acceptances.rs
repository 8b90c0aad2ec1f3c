//! What is accepted.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::kinds::{answers, asks, counts};
use super::replies::{contains, edited_json, moved, without};
use crate::http::{Reply, Request};
use crate::score::faults::wire::problem;
use crate::score::misbehave::Misbehave;
use crate::score::planted::Planted;

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

/// What is accepted.
pub fn acceptances() -> Vec<Planted> {
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
