//! HAL (draft-kelly-json-hal): documents say where they are, and their links lead somewhere.

use std::collections::BTreeSet;

use serde_json::Value;

use super::probe::Probe;
use crate::http::{Reply, Request};
use crate::run::fault::{Fault, Kind};

/// Links that are followed.
const FOLLOWED: usize = 64;

/// Follows the links of the documents that a service begins with, and of those that they embed.
pub async fn links(probe: &mut Probe<'_>) {
    let mut found = BTreeSet::new();
    for path in probe.service.links.clone() {
        let request = Request::get(path.clone()).header("Accept", "application/hal+json");
        let Some(reply) = probe.send(&request, "reading links").await else {
            continue;
        };
        match document(&path, &reply) {
            Ok(document) => collect(&document, &mut found),
            Err((cause, detail)) => {
                probe.fail(
                    Fault::new(Kind::Links, cause, detail),
                    &request,
                    Some(&reply),
                );
            }
        }
    }
    for (name, href) in found.into_iter().take(FOLLOWED) {
        let request = Request::get(href.clone()).header("Accept", "*/*");
        let Some(reply) = probe.send(&request, "following a link").await else {
            continue;
        };
        if reply.status != 200 {
            let detail = format!(
                "the link `{name}` leads to {href}, which answers {}",
                reply.status
            );
            let fault = Fault::new(Kind::Links, format!("the link {name}"), detail);
            probe.fail(fault, &request, Some(&reply));
        }
    }
}

/// A HAL document, with a link to itself.
fn document(path: &str, reply: &Reply) -> Result<Value, (&'static str, String)> {
    if reply.status != 200 {
        return Err(("status", format!("GET {path} answers {}", reply.status)));
    }
    if reply.media_type().as_deref() != Some("application/hal+json") {
        let found = reply.header("content-type").unwrap_or("no media type");
        let detail = format!("GET {path} was asked for application/hal+json and comes as {found}");
        return Err(("media type", detail));
    }
    let document = reply.json().unwrap_or(Value::Null);
    let own = document
        .pointer("/_links/self/href")
        .and_then(Value::as_str);
    let without_query = |link: &str| link.split('?').next().unwrap_or_default().to_owned();
    match own.map(without_query) {
        Some(own) if own == path => Ok(document),
        Some(own) => Err(("self", format!("GET {path} says that it is {own}"))),
        None => Err(("self", format!("GET {path} has no link `self`"))),
    }
}

/// The links of a document and of what it embeds: paths of this service, without variables.
fn collect(document: &Value, out: &mut BTreeSet<(String, String)>) {
    let links = document.get("_links").and_then(Value::as_object);
    for (name, link) in links.into_iter().flatten() {
        let several = link.as_array().cloned();
        for link in several.unwrap_or_else(|| vec![link.clone()]) {
            let templated = link.get("templated") == Some(&Value::Bool(true));
            if let Some(href) = link.get("href").and_then(Value::as_str)
                && href.starts_with('/')
                && !templated
            {
                out.insert((name.clone(), href.to_owned()));
            }
        }
    }
    let embedded = document.get("_embedded").and_then(Value::as_object);
    for value in embedded.into_iter().flat_map(|it| it.values()) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
            other => collect(other, out),
        }
    }
}
