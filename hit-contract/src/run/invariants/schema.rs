//! Served schemas: the same bytes each time, with a tag that stays and is honored.

use super::probe::Probe;
use crate::http::{Reply, Request};
use crate::run::fault::{Fault, Kind};

/// Looks at every schema that is served.
pub async fn schemas(probe: &mut Probe<'_>) {
    let targets: Vec<String> = probe
        .service
        .endpoints
        .iter()
        .filter_map(|endpoint| endpoint.schema_target.clone())
        .collect();
    for target in targets {
        schema(probe, &target).await;
    }
}

async fn schema(probe: &mut Probe<'_>, target: &str) {
    let request = Request::get(target).header("Accept", "*/*");
    let Some(first) = probe.send(&request, "reading a schema").await else {
        return;
    };
    let Some(second) = probe.send(&request, "reading a schema").await else {
        return;
    };
    let fault = |what: &str, detail: String| Fault::new(Kind::Schema, what, detail);
    if first.status != 200 || second.status != 200 {
        let detail = format!(
            "GET {target} answers {} and {}",
            first.status, second.status
        );
        return probe.fail(fault("not served", detail), &request, Some(&second));
    }
    if first.body != second.body {
        let detail = format!("GET {target} gives other bytes the second time");
        probe.fail(fault("other bytes", detail), &request, Some(&second));
    }
    if !first.media_type().is_some_and(|it| it.ends_with("json")) {
        let found = first.header("content-type").unwrap_or("no media type");
        probe.fail(
            fault("media type", format!("GET {target} comes as {found}")),
            &request,
            Some(&first),
        );
    }
    if !probe.profile().etag {
        return;
    }
    let (Some(tag), Some(other)) = (first.header("etag"), second.header("etag")) else {
        return probe.fail(
            fault("no ETag", format!("GET {target} has no ETag")),
            &request,
            Some(&first),
        );
    };
    if tag != other {
        let detail = format!("GET {target} has the ETag {tag}, then {other}, for the same bytes");
        return probe.fail(fault("ETag moves", detail), &request, Some(&second));
    }
    if !is_tag(tag) {
        let detail = format!("the ETag of {target} is no tag in quotes: {tag}");
        probe.fail(fault("ETag form", detail), &request, Some(&first));
    }
    conditional(probe, target, tag, &first).await;
    let head = Request::new("HEAD", target).header("Accept", "*/*");
    if let Some(reply) = probe.send(&head, "HEAD of a schema").await
        && reply.header("etag") != Some(tag)
    {
        let detail = format!("HEAD {target} has not the ETag of GET");
        probe.fail(fault("HEAD", detail), &head, Some(&reply));
    }
}

/// RFC 9110, section 13.1.2.
async fn conditional(probe: &mut Probe<'_>, target: &str, tag: &str, first: &Reply) {
    let weak = format!("W/{}", tag.trim_start_matches("W/"));
    for (value, status, what) in [
        (tag.to_owned(), 304, "its own tag"),
        (weak, 304, "its own tag, weakly"),
        (format!("\"other\", {tag}"), 304, "a list with its own tag"),
        ("*".to_owned(), 304, "any tag"),
        ("\"other\"".to_owned(), 200, "another tag"),
    ] {
        let request = Request::get(target)
            .header("Accept", "*/*")
            .header("If-None-Match", value);
        let Some(reply) = probe
            .send(&request, "asking for a schema that is known")
            .await
        else {
            continue;
        };
        let fault = |what: String, detail: String| Fault::new(Kind::Schema, what, detail);
        if reply.status != status {
            let detail = format!(
                "GET {target} with {what} in If-None-Match answers {}, not {status}",
                reply.status
            );
            probe.fail(
                fault(format!("If-None-Match: {what}"), detail),
                &request,
                Some(&reply),
            );
        } else if status == 304 && !reply.body.is_empty() {
            let detail = format!("the 304 of {target} has a body");
            probe.fail(
                fault("304 with a body".to_owned(), detail),
                &request,
                Some(&reply),
            );
        } else if status == 200 && reply.body != first.body {
            let detail = format!("GET {target} with another tag gives other bytes");
            probe.fail(
                fault("other bytes".to_owned(), detail),
                &request,
                Some(&reply),
            );
        }
    }
}

/// An entity tag (RFC 9110, section 8.8.3).
fn is_tag(tag: &str) -> bool {
    let opaque = tag.strip_prefix("W/").unwrap_or(tag);
    opaque.len() >= 2 && opaque.starts_with('"') && opaque.ends_with('"')
}
