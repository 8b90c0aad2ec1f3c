//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a repeated
//! request is stored once, another one under the same key is refused.

use std::sync::Arc;

use super::probe::Probe;
use crate::case::{Case, Class};
use crate::http::{Reply, Request};
use crate::run::behind::{count, location};
use crate::run::fault::{Fault, Kind};

const HEADER: &str = "Idempotency-Key";

/// Repeats requests under a key.
pub async fn idempotency(probe: &mut Probe<'_>, cases: &[Arc<Case>], key: &str) {
    if !probe.profile().idempotency {
        return;
    }
    for endpoint in 0..probe.service.endpoints.len() {
        let of_endpoint =
            |case: &&Arc<Case>| case.endpoint == endpoint && case.expect == Class::Accepted;
        let mut valid = cases.iter().filter(of_endpoint);
        if let (Some(one), Some(other)) = (valid.next(), valid.next()) {
            repeated(probe, one, other, &format!("{key}-{endpoint}")).await;
        }
    }
}

async fn repeated(probe: &mut Probe<'_>, one: &Arc<Case>, other: &Arc<Case>, key: &str) {
    let service = probe.service;
    let Some(endpoint) = service.endpoints.get(one.endpoint) else {
        return;
    };
    let under = |case: &Case, key: &str| case.request.clone().header(HEADER, key);
    let request = under(one, key);
    let before = counted(probe, endpoint.count.as_ref()).await;
    let Some(first) = probe.send(&request, "a key, the first time").await else {
        return;
    };
    let Some(second) = probe.send(&request, "a key, the second time").await else {
        return;
    };
    let after = counted(probe, endpoint.count.as_ref()).await;
    let id = |reply: &Reply| {
        endpoint
            .read
            .as_ref()
            .and_then(|read| location(read, reply))
    };
    if !ok(&first) || !ok(&second) {
        let detail = format!(
            "the same request under one key is answered {}, then {}",
            first.status, second.status
        );
        return fail(probe, "repeated", detail, &request, &second);
    }
    if id(&first) != id(&second) {
        let detail =
            "the same request under one key has another identifier the second time".to_owned();
        fail(probe, "identifier", detail, &request, &second);
    }
    if let (Some(before), Some(after)) = (before, after)
        && after - before != 1
    {
        let detail = format!(
            "the same request under one key, twice, is stored {} times",
            after - before
        );
        fail(probe, "stored", detail, &request, &second);
    }
    let reused = under(other, key);
    if let Some(reply) = probe.send(&reused, "a key for another request").await
        && ok(&reply)
    {
        let detail = format!(
            "another request under the same key is answered {}",
            reply.status
        );
        fail(probe, "another request", detail, &reused, &reply);
    }
    let fresh = under(one, &format!("{key}-fresh"));
    if let Some(reply) = probe.send(&fresh, "another key").await {
        if !ok(&reply) {
            let detail = format!(
                "the same document under a new key is answered {}",
                reply.status
            );
            fail(probe, "a new key", detail, &fresh, &reply);
        } else if id(&reply).is_some() && id(&reply) == id(&first) {
            let detail =
                "the same document under a new key has the identifier of the first".to_owned();
            fail(probe, "a new key", detail, &fresh, &reply);
        }
    }
}

async fn counted(probe: &Probe<'_>, counting: Option<&crate::service::Count>) -> Option<i128> {
    count(probe.sender, counting?).await
}

fn ok(reply: &Reply) -> bool {
    (200..300).contains(&reply.status)
}

fn fail(probe: &mut Probe<'_>, cause: &str, detail: String, request: &Request, reply: &Reply) {
    probe.fail(
        Fault::new(Kind::Idempotency, cause, detail),
        request,
        Some(reply),
    );
}
