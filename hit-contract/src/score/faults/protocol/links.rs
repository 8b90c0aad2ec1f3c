//! Links, and the switch of a query.

use serde_json::{Value, json};

use super::kinds::{answers, asks};
use super::replies::{edited_json, with, without};
use crate::http::{Reply, Request};
use crate::score::faults::wire::problem;
use crate::score::planted::Planted;

/// Faults of links, and of `disableUsage`.
pub fn links() -> Vec<Planted> {
    vec![
        answers("link-to-itself-missing", |request, reply| {
            stat(request, reply, |links| links["self"] = Value::Null)
        }),
        answers("link-to-itself-wrong", |request, reply| {
            stat(request, reply, |links| {
                links["self"]["href"] = json!("/stat")
            })
        }),
        answers("link-leads-nowhere", |request, reply| {
            stat(request, reply, |links| {
                links["hit-types"]["href"] = json!("/api/stat/types");
            })
        }),
        answers("links-as-text", |request, reply| {
            match request.target == "/api/stat" && reply.status == 200 {
                true => with(without(reply, "content-type"), "content-type", "text/plain"),
                false => reply,
            }
        }),
        asks("usage-always-recorded", |request| query(request, None)),
        asks("usage-never-recorded", |request| {
            query(request, Some("disableUsage=true"))
        }),
        answers("usage-switch-refused", |request, reply| {
            match request.target.contains("disableUsage") {
                true => problem(400, reply),
                false => reply,
            }
        }),
    ]
}

/// The links of the entry point with a change.
fn stat(request: &Request, reply: Reply, change: fn(&mut Value)) -> Reply {
    match request.target == "/api/stat" && request.method == "GET" && reply.status == 200 {
        true => edited_json(reply, |body| change(&mut body["_links"])),
        false => reply,
    }
}

/// What is posted, with another query.
fn query(mut request: Request, query: Option<&str>) -> Request {
    if request.method == "POST" {
        let path = request.target.split('?').next().unwrap_or_default();
        request.target = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    }
    request
}
