//! Cases and records as JSON.

use serde_json::{Value, json};

use crate::case::Case;
use crate::http::Request;
use crate::run::{Finding, Outcome, Record};

/// A body as text where it is UTF-8, and in hexadecimal where it is not.
pub fn body(bytes: &[u8]) -> Value {
    match std::str::from_utf8(bytes) {
        Ok(text) => json!({ "text": text }),
        Err(_) => json!({ "hex": hex(bytes) }),
    }
}

/// The bytes that [`body`] wrote.
pub fn bytes(value: &Value) -> Option<Vec<u8>> {
    if let Some(text) = value.get("text").and_then(Value::as_str) {
        return Some(text.as_bytes().to_vec());
    }
    let digits = value.get("hex")?.as_str()?;
    let pairs = (0..digits.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok())
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A request.
pub fn request(request: &Request) -> Value {
    let chunked = match request.framing {
        crate::http::Framing::Length => Value::Null,
        crate::http::Framing::Chunked(size) => json!(size),
    };
    json!({
        "method": request.method,
        "target": request.target,
        "headers": request.headers,
        "body": request.body.as_deref().map(body),
        "chunked": chunked,
    })
}

/// A case with its certificate.
pub fn case(case: &Case, endpoints: &[String]) -> Value {
    let certificate = &case.certificate;
    let violated = certificate.violated.as_ref().map(|violated| {
        json!({
            "code": violated.code,
            "instance": violated.instance.as_str(),
            "schema": violated.schema,
            "rule": violated.is_rule,
        })
    });
    json!({
        "id": case.id,
        "endpoint": endpoints.get(case.endpoint),
        "axis": case.axis.name(),
        "expect": case.expect.name(),
        "request": request(&case.request),
        "certificate": {
            "schema": certificate.schema,
            "engine": certificate.engine.name(),
            "independent": certificate.independent.name(),
            "rules": certificate.rules.name(),
            "notEvaluated": certificate.not_evaluated,
            "violated": violated,
            "seed": certificate.seed,
            "recipe": certificate.recipe,
        },
    })
}

/// A case with what came of it.
pub fn record(record: &Record, endpoints: &[String]) -> Value {
    let mut line = case(&record.case, endpoints);
    let faults: Vec<Value> = record
        .faults
        .iter()
        .map(|fault| json!({ "kind": fault.kind.name(), "cause": fault.cause, "detail": fault.detail }))
        .collect();
    line["status"] = match &record.reply {
        Ok(reply) => json!(reply.status),
        Err(_) => Value::Null,
    };
    line["milliseconds"] = json!(record.took.as_secs_f64() * 1e3);
    line["faults"] = json!(faults);
    line
}

/// A finding.
pub fn finding(finding: &Finding) -> Value {
    let case = finding.example.case.as_ref();
    let violated = case.and_then(|case| case.certificate.violated.as_ref());
    json!({
        "kind": finding.fault.kind.name(),
        "cause": finding.fault.cause,
        "detail": finding.fault.detail,
        "endpoints": finding.endpoints,
        "count": finding.count,
        "case": case.map(|case| case.id.clone()),
        "keyword": violated.map(|violated| violated.code.clone()),
        "pointer": violated.map(|violated| violated.instance.as_str().to_owned()),
        "status": finding.example.reply.as_ref().map(|reply| reply.status),
    })
}

/// A run in short.
pub fn summary(outcome: &Outcome) -> Value {
    let findings: Vec<Value> = outcome.findings.iter().map(finding).collect();
    let ambiguous: Vec<Value> = outcome
        .corpus
        .ambiguous
        .iter()
        .map(|it| {
            json!({
                "endpoint": outcome.endpoints.get(it.endpoint),
                "recipe": it.recipe,
                "reason": it.reason,
                "body": it.body,
            })
        })
        .collect();
    json!({
        "base": outcome.base,
        "cases": outcome.records.len(),
        "probes": outcome.probes,
        "findings": findings,
        "ambiguous": ambiguous,
        "notes": outcome.notes,
        "seconds": outcome.took.as_secs_f64(),
    })
}
