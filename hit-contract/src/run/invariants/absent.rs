//! Paths under which there is nothing, and paths that are tricks.

use super::probe::Probe;
use crate::http::Request;
use crate::run::fault::{Fault, Kind};

/// Paths that no service should stumble on.
const TRICKS: [&str; 9] = [
    "//",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%00",
    "/%ff",
    "/%zz",
    "/;a=b",
    "/.git/config",
    "/?a=%00&b[]=1&=&&",
];

/// Looks for what is not there.
pub async fn absent(probe: &mut Probe<'_>) {
    let wanted = probe.profile().not_found.clone();
    for path in probe.service.absent.clone() {
        let request = Request::get(path.clone()).header("Accept", "*/*");
        let Some(reply) = probe.send(&request, "a path that is not there").await else {
            continue;
        };
        if !wanted.has(reply.status) {
            let detail = format!("GET {path} answers {}, expected {wanted}", reply.status);
            probe.fail(
                Fault::new(Kind::Absent, "status", detail),
                &request,
                Some(&reply),
            );
        }
    }
    let long = format!("/{}", "a".repeat(4_000));
    for path in TRICKS.into_iter().chain([long.as_str()]) {
        let request = Request::get(path).header("Accept", "*/*");
        // In the same process some of them are no requests at all.
        if path.parse::<http::Uri>().is_ok() {
            probe.send(&request, "a path that is a trick").await;
        }
    }
}
