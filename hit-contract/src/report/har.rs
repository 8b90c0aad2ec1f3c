//! A run as an HTTP archive (HAR 1.2).

use serde_json::{Value, json};

use super::json::body;
use crate::http::Request;
use crate::run::Outcome;

/// Bytes of a body that are shown.
const SHOWN: usize = 16 << 10;

/// The archive: every case that was sent.
pub fn har(outcome: &Outcome) -> Value {
    let entries: Vec<Value> = outcome
        .records
        .iter()
        .map(|record| {
            let milliseconds = record.took.as_secs_f64() * 1e3;
            let response = match &record.reply {
                Ok(reply) => json!({
                    "status": reply.status,
                    "statusText": "",
                    "httpVersion": "HTTP/1.1",
                    "headers": headers(&reply.headers),
                    "cookies": [],
                    "content": content(&reply.body, reply.header("content-type")),
                    "redirectURL": "",
                    "headersSize": -1,
                    "bodySize": reply.body.len(),
                }),
                Err(error) => json!({
                    "status": 0, "statusText": error.to_string(), "httpVersion": "", "headers": [], "cookies": [],
                    "content": { "size": 0, "mimeType": "" }, "redirectURL": "", "headersSize": -1, "bodySize": -1,
                }),
            };
            json!({
                "startedDateTime": "1970-01-01T00:00:00Z",
                "time": milliseconds,
                "request": request(&record.case.request, &outcome.base),
                "response": response,
                "cache": {},
                "timings": { "send": 0, "wait": milliseconds, "receive": 0 },
                "comment": format!("{}: {}", record.case.id, record.case.certificate.recipe),
            })
        })
        .collect();
    json!({
        "log": {
            "version": "1.2",
            "creator": { "name": "hit contract", "version": env!("CARGO_PKG_VERSION") },
            "entries": entries,
        }
    })
}

fn request(request: &Request, base: &str) -> Value {
    let bytes = request.body.as_deref().unwrap_or_default();
    let mut entry = json!({
        "method": request.method,
        "url": format!("{base}{}", request.target),
        "httpVersion": "HTTP/1.1",
        "headers": headers(&request.headers),
        "queryString": [],
        "cookies": [],
        "headersSize": -1,
        "bodySize": bytes.len(),
    });
    if request.body.is_some() {
        entry["postData"] = content(bytes, request.header_value("content-type"));
    }
    entry
}

fn headers(headers: &[(String, String)]) -> Vec<Value> {
    let headers = headers.iter();
    headers
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect()
}

/// A body; what is long is cut and says so. Whole bodies are in the JSON Lines report.
fn content(bytes: &[u8], media_type: Option<&str>) -> Value {
    let shown = bytes.get(..SHOWN).unwrap_or(bytes);
    let mut content = json!({ "size": bytes.len(), "mimeType": media_type.unwrap_or_default() });
    match body(shown) {
        Value::Object(mut members) if members.contains_key("text") => {
            content["text"] = members.remove("text").unwrap_or_default();
        }
        other => content["comment"] = other,
    }
    if shown.len() < bytes.len() {
        content["comment"] = json!(format!("the first {SHOWN} of {} bytes", bytes.len()));
    }
    content
}
