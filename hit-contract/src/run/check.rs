//! Is an answer what a case asks for.

use serde_json::Value;

use super::echo::echoed;
use super::fault::{Fault, Kind};
use super::problem::problem;
use super::words::cause;
use crate::case::{Case, Class};
use crate::http::Reply;
use crate::service::Profile;

/// Everything that is wrong with an answer, storage aside.
pub fn check(case: &Case, reply: &Reply, profile: &Profile) -> Vec<Fault> {
    let mut faults = Vec::new();
    let status = reply.status;
    if status >= 500 {
        let detail = format!("answered {status}; no input may make a service fail");
        return vec![Fault::new(Kind::ServerError, cause(case), detail)];
    }
    let accepted = (200..300).contains(&status);
    match (case.expect, accepted) {
        (Class::Accepted, false) => {
            let detail = format!("answered {status}{}; it is valid", said(reply));
            faults.push(Fault::new(Kind::Refused, cause(case), detail));
        }
        (expect, true) if expect.is_refusal() => {
            let detail = format!("answered {status}; it has to be {}", expect.name());
            faults.push(Fault::new(Kind::Accepted, cause(case), detail));
        }
        (expect, _) => {
            let wanted = profile.statuses(expect);
            if let Some(wanted) = wanted.filter(|wanted| !wanted.has(status)) {
                let detail = format!(
                    "answered {status}, expected {wanted} for what is {}",
                    expect.name()
                );
                let cause = format!("{}: {status}", expect.name());
                faults.push(Fault::new(Kind::Status, cause, detail));
            }
        }
    }
    if !accepted && status >= 400 {
        faults.extend(problem(Some(case), reply, profile));
        faults.extend(echoed(case, reply, profile));
    }
    faults
}

/// What a refusal says, in short.
fn said(reply: &Reply) -> String {
    let body = reply.json().unwrap_or(Value::Null);
    let first = body.pointer("/errors/0");
    let text =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let detail = first
        .and_then(|first| text(first, "detail"))
        .or_else(|| text(&body, "detail"));
    match detail {
        Some(detail) => format!(" ({})", detail.chars().take(120).collect::<String>()),
        None => String::new(),
    }
}
