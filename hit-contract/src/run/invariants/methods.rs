//! Methods that a path does not have: 405 with `Allow` (RFC 9110, section 15.5.6).

use std::collections::BTreeMap;

use super::probe::Probe;
use crate::http::Request;
use crate::run::fault::{Fault, Kind};

/// Tries methods that should not be there.
pub async fn methods(probe: &mut Probe<'_>) {
    let mut paths: BTreeMap<String, (String, &[&str])> = BTreeMap::new();
    for path in &probe.service.readable {
        paths.insert(
            path.clone(),
            ("GET".to_owned(), &["POST", "PUT", "PATCH", "DELETE"]),
        );
    }
    for endpoint in &probe.service.endpoints {
        let path = endpoint.target.split('?').next().unwrap_or_default();
        paths.insert(
            path.to_owned(),
            (endpoint.method.clone(), &["PUT", "PATCH", "DELETE", "BREW"]),
        );
    }
    for (path, (own, refused)) in paths {
        for method in refused.iter().filter(|method| **method != own) {
            refuses(probe, &path, &own, method).await;
        }
    }
}

async fn refuses(probe: &mut Probe<'_>, path: &str, own: &str, method: &str) {
    let request = Request::new(method, path)
        .header("Content-Type", "application/json")
        .with_body("{}");
    let Some(reply) = probe.send(&request, "a method that is not there").await else {
        return;
    };
    let wanted = probe.profile().method.clone();
    let unknown = method == "BREW" && reply.status == 501;
    if !wanted.has(reply.status) && !unknown {
        let detail = format!(
            "{method} {path} answers {}, expected {wanted}",
            reply.status
        );
        return probe.fail(
            Fault::new(Kind::Method, "status", detail),
            &request,
            Some(&reply),
        );
    }
    if !probe.profile().allow || reply.status != 405 {
        return;
    }
    let allowed: Vec<String> = reply
        .headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("allow"))
        .flat_map(|(_, value)| value.split(','))
        .map(|method| method.trim().to_owned())
        .collect();
    let detail = match (allowed.is_empty(), allowed.iter().any(|it| it == own)) {
        (true, _) => format!("{method} {path} answers 405 without Allow"),
        (_, false) => format!(
            "{method} {path}: Allow has no {own} ({})",
            allowed.join(", ")
        ),
        _ if allowed.iter().any(|it| it == method) => {
            format!("{method} {path}: Allow has the {method} that it refuses")
        }
        _ => return,
    };
    probe.fail(
        Fault::new(Kind::Method, "Allow", detail),
        &request,
        Some(&reply),
    );
}
