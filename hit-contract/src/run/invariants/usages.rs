//! `disableUsage`: a download records a use of its media, once, unless the request says otherwise.

use std::sync::Arc;

use super::probe::Probe;
use crate::case::{Case, Class};
use crate::http::Request;
use crate::run::behind::{count, escaped};
use crate::run::fault::{Fault, Kind};
use crate::service::Count;

/// Downloads, with and without recording it.
pub async fn usages(probe: &mut Probe<'_>, cases: &[Arc<Case>]) {
    let Some(usages) = probe.service.usages.clone() else {
        return;
    };
    let named = |case: &&Arc<Case>| {
        let endpoint = probe.service.endpoints.get(case.endpoint);
        endpoint.is_some_and(|endpoint| endpoint.driven && endpoint.name == usages.endpoint)
            && case.expect == Class::Accepted
            && case.request.headers.len() == 1
    };
    let found = cases.iter().filter(named).find_map(|case| {
        let body: serde_json::Value = serde_json::from_slice(case.body()).ok()?;
        let id = body.pointer(&usages.item)?.as_str()?.to_owned();
        Some((case.request.clone(), id))
    });
    if let Some((request, id)) = found {
        for (query, wanted) in [
            ("", 1),
            ("?disableUsage=true", 0),
            ("?disableUsage=false", 1),
        ] {
            let counting = Count {
                path: usages.path.replace("{id}", &escaped(&id)),
                number: usages.number.clone(),
            };
            let target = format!("{}{query}", request.target);
            recorded(
                probe,
                &Request {
                    target,
                    ..request.clone()
                },
                &counting,
                wanted,
            )
            .await;
        }
    }
}

async fn recorded(probe: &mut Probe<'_>, request: &Request, counting: &Count, wanted: i128) {
    let before = count(probe.sender, counting).await;
    let Some(reply) = probe.send(request, "recording a use").await else {
        return;
    };
    let after = count(probe.sender, counting).await;
    let target = &request.target;
    let fault = if !(200..300).contains(&reply.status) {
        let detail = format!("POST {target} answers {} to a valid document", reply.status);
        Fault::new(Kind::Usage, "status", detail)
    } else if let (Some(before), Some(after)) = (before, after) {
        if after - before == wanted {
            return;
        }
        let detail = format!(
            "POST {target} records {} uses, not {wanted}",
            after - before
        );
        Fault::new(Kind::Usage, "recorded", detail)
    } else {
        let detail = format!("GET {} gives no number", counting.path);
        Fault::new(Kind::Usage, "number", detail)
    };
    probe.fail(fault, request, Some(&reply));
}
