//! What is below JSON, taken for JSON; and what is JSON, answered as if it were not.

use hit_runtime::json::{Limits, parse_bytes};
use serde_json::Value;

use crate::http::{Reply, Request};
use crate::score::misbehave::Misbehave;
use crate::score::planted::Planted;

/// Mends bytes before they are judged.
struct Mends(fn(&[u8]) -> Option<Vec<u8>>);

impl Misbehave for Mends {
    fn body(&self, body: &[u8]) -> Option<Vec<u8>> {
        match parse_bytes(body, &Limits::default()) {
            Ok(_) => None,
            Err(_) => (self.0)(body),
        }
    }
}

/// Sees the head of a request otherwise.
struct Heads(fn(Request) -> Request);

impl Misbehave for Heads {
    fn request(&self, request: Request) -> Vec<Request> {
        vec![(self.0)(request)]
    }
}

/// Answers some bodies otherwise.
struct Answers {
    test: fn(&Request) -> bool,
    status: u16,
}

impl Misbehave for Answers {
    fn reply(&self, request: &Request, reply: Reply) -> Reply {
        match request.method == "POST" && (self.test)(request) {
            true => problem(self.status, reply),
            false => reply,
        }
    }
}

/// A refusal with another status, its document included.
pub fn problem(status: u16, reply: Reply) -> Reply {
    let mut document = reply.json().filter(Value::is_object).unwrap_or_else(|| {
        serde_json::json!({ "type": "about:blank", "title": "refused", "detail": "refused", "errors": [] })
    });
    document["status"] = serde_json::json!(status);
    let mut headers = reply.headers;
    headers.retain(|(name, _)| {
        !name.eq_ignore_ascii_case("content-type") && !name.eq_ignore_ascii_case("content-length")
    });
    headers.push((
        "content-type".to_owned(),
        "application/problem+json".to_owned(),
    ));
    Reply {
        status,
        headers,
        body: document.to_string().into_bytes(),
    }
}

/// Faults below JSON.
pub fn wire() -> Vec<Planted> {
    let mends =
        |id: &str, mend: fn(&[u8]) -> Option<Vec<u8>>| Planted::new("wire", id, Mends(mend));
    let heads = |id: &str, head: fn(Request) -> Request| Planted::new("wire", id, Heads(head));
    let answers = |id: &str, status: u16, test: fn(&Request) -> bool| {
        Planted::new("wire", id, Answers { test, status })
    };
    vec![
        mends("names-twice", |body| {
            Some(
                serde_json::from_slice::<Value>(body)
                    .ok()?
                    .to_string()
                    .into_bytes(),
            )
        }),
        mends("byte-order-mark", |body| {
            body.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec)
        }),
        mends("not-utf-8", |body| match std::str::from_utf8(body) {
            Ok(_) => None,
            Err(_) => Some(String::from_utf8_lossy(body).into_owned().into_bytes()),
        }),
        mends("nan", |body| {
            replaced(body, "NaN", "{\"duration\":1,\"ranges\":[]}")
        }),
        mends("trailing-bytes", |body| {
            let mut values = serde_json::Deserializer::from_slice(body).into_iter::<Value>();
            Some(values.next()?.ok()?.to_string().into_bytes())
        }),
        mends("comments", |body| replaced(body, "/* c */", "")),
        mends("comma-after-the-last", |body| replaced(body, ",}", "}")),
        mends("commas-twice", |body| replaced(body, ",,", ",")),
        mends("lone-surrogates", |body| {
            let text = std::str::from_utf8(body).ok()?;
            let lone = text.contains("\\ud800") || text.contains("\\udc00");
            lone.then(|| {
                text.replace("\\ud800", "\\ufffd")
                    .replace("\\udc00", "\\ufffd")
                    .into_bytes()
            })
        }),
        mends("cut-short", |body| {
            let mended = [body, b"}"].concat();
            parse_bytes(&mended, &Limits::default())
                .is_ok()
                .then_some(mended)
        }),
        mends("parentheses", |body| {
            body.strip_prefix(b"(")?
                .strip_suffix(b")")
                .map(<[u8]>::to_vec)
        }),
        heads("any-media-type", |request| announced(request, |_| true)),
        heads("no-media-type", |mut request| {
            if request.method == "POST" && request.header_value("content-type").is_none() {
                request = request.header("Content-Type", "application/json");
            }
            request
        }),
        heads("text-json", |request| {
            announced(request, |value| value.starts_with("text/json"))
        }),
        heads("media-type-by-prefix", |request| {
            announced(request, |value| value.starts_with("application/json"))
        }),
        answers("character-set-refused", 415, |request| {
            request
                .header_value("content-type")
                .is_some_and(|value| value.contains("charset=utf-8"))
        }),
        answers("media-type-case-matters", 415, |request| {
            request
                .header_value("content-type")
                .is_some_and(|value| value.starts_with("Application"))
        }),
        answers("limit-one-less", 413, |request| {
            request
                .body
                .as_ref()
                .is_some_and(|body| body.len() == 2 << 20)
        }),
        answers("large-bodies-refused", 413, |request| {
            request
                .body
                .as_ref()
                .is_some_and(|body| body.len() > 64 << 10)
        }),
        answers("fails-on-nul", 500, |request| contains(request, "\\u0000")),
        answers("fails-on-astral", 500, |request| {
            contains(request, "\u{1F600}")
        }),
        answers("fails-on-large-integers", 500, |request| {
            contains(request, "9223372036854775808")
        }),
        answers("fails-on-depth", 500, |request| {
            contains(request, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")
        }),
        answers("fails-on-nothing", 500, |request| {
            request.body.as_ref().is_none_or(Vec::is_empty)
        }),
        answers("fails-on-a-list", 500, |request| {
            request
                .body
                .as_ref()
                .is_some_and(|body| body.starts_with(b"["))
        }),
        answers("fails-on-null", 500, |request| {
            contains(request, "\"sessionId\":null")
        }),
        answers("fails-on-bytes", 500, |request| {
            request
                .body
                .as_ref()
                .is_some_and(|body| std::str::from_utf8(body).is_err())
        }),
        answers("fails-on-chunks", 500, |request| {
            request.framing != crate::http::Framing::Length
        }),
        answers("expectation-failed", 417, |request| {
            request.header_value("expect").is_some()
        }),
    ]
}

fn replaced(body: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(body).ok()?;
    text.contains(from)
        .then(|| text.replace(from, to).into_bytes())
}

fn contains(request: &Request, part: &str) -> bool {
    let body = request.body.as_deref().unwrap_or_default();
    body.windows(part.len())
        .any(|window| window == part.as_bytes())
}

/// Takes what is announced otherwise for JSON.
fn announced(mut request: Request, takes: fn(&str) -> bool) -> Request {
    for (name, value) in &mut request.headers {
        if name.eq_ignore_ascii_case("content-type") && takes(value) {
            *value = "application/json".to_owned();
        }
    }
    request
}
