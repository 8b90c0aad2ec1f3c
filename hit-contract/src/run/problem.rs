//! Problem documents (RFC 9457).

use hit_runtime::Pointer;
use serde_json::Value;

use super::fault::{Fault, Kind};
use crate::case::{Case, Class, Violated};
use crate::http::Reply;
use crate::service::Profile;
use crate::text::parent;

/// The media type.
const MEDIA_TYPE: &str = "application/problem+json";

/// What is wrong with a refusal as a problem document.
pub fn problem(case: Option<&Case>, reply: &Reply, profile: &Profile) -> Vec<Fault> {
    if !profile.problems {
        return Vec::new();
    }
    let fault = |what: &str, detail: String| vec![Fault::new(Kind::Problem, what, detail)];
    if reply.media_type().as_deref() != Some(MEDIA_TYPE) {
        let found = reply.header("content-type").unwrap_or("no media type");
        return fault(
            "media type",
            format!("{} came as {found}, not as {MEDIA_TYPE}", reply.status),
        );
    }
    let Some(Value::Object(body)) = reply.json() else {
        return fault(
            "no object",
            format!("the body of {} is no JSON object", reply.status),
        );
    };
    let body = Value::Object(body);
    let mut faults = Vec::new();
    if body
        .get("status")
        .is_some_and(|status| status != reply.status)
    {
        let found = body.get("status").map(Value::to_string).unwrap_or_default();
        faults.extend(fault(
            "status",
            format!("`status` says {found}, the reply {}", reply.status),
        ));
    }
    let title = body.get("title").and_then(Value::as_str);
    if title.is_none_or(str::is_empty) {
        faults.extend(fault("title", "there is no `title`".to_owned()));
    }
    if body.get("type").is_some_and(|it| !it.is_string()) {
        faults.extend(fault("type", "`type` is no URI".to_owned()));
    }
    let violated = case.filter(|case| case.expect == Class::Invalid);
    let violated = violated.and_then(|case| case.certificate.violated.as_ref());
    if let Some(violated) =
        violated.filter(|_| profile.pointers && (400..500).contains(&reply.status))
    {
        faults.extend(named(violated, &body));
    }
    faults
}

/// Whether one of the errors names the place and what is violated there.
fn named(violated: &Violated, body: &Value) -> Option<Fault> {
    let errors = body.get("errors").and_then(Value::as_array);
    let Some(errors) = errors.filter(|errors| !errors.is_empty()) else {
        return Some(Fault::new(Kind::Problem, "errors", "there are no `errors`"));
    };
    let texts = |error: &Value| -> Vec<String> {
        let names = ["keyword", "rule", "code", "id"];
        let found = names.iter().filter_map(|name| error.get(name)?.as_str());
        found.map(str::to_owned).collect()
    };
    let pointers: Vec<String> = errors
        .iter()
        .filter_map(|error| error.get("pointer")?.as_str().map(plain))
        .collect();
    let at = &violated.instance;
    if !pointers.iter().any(|pointer| is_near(pointer, at)) {
        let found = match pointers.is_empty() {
            true => "no pointer".to_owned(),
            false => pointers.join(", "),
        };
        let cause = format!("the place of {}", violated.code);
        let detail = format!(
            "the refusal names {found}, not {}",
            super::words::place(at.as_str())
        );
        return Some(Fault::new(Kind::Pointer, cause, detail));
    }
    let codes: Vec<String> = errors.iter().flat_map(texts).collect();
    // Where one path takes several types, what tells them apart may be a keyword of its own.
    let union = codes
        .iter()
        .any(|code| matches!(code.as_str(), "oneOf" | "anyOf" | "discriminator"));
    if !codes.is_empty() && !codes.contains(&violated.code) && !union {
        let cause = format!("the name of {}", violated.code);
        let detail = format!(
            "the refusal speaks of {}, not of {}",
            codes.join(", "),
            violated.code
        );
        return Some(Fault::new(Kind::Pointer, cause, detail));
    }
    None
}

/// The place itself; or, where a member is missing or too many, the member or its object.
fn is_near(pointer: &str, at: &Pointer) -> bool {
    let above =
        |pointer: &str| parent(&Pointer::from_escaped(pointer)).map(|it| it.0.as_str().to_owned());
    pointer == at.as_str()
        || above(pointer).as_deref() == Some(at.as_str())
        || above(at.as_str()).as_deref() == Some(pointer)
}

/// A pointer, be it written as a fragment of a URI (RFC 6901, section 6) or plainly.
fn plain(text: &str) -> String {
    match text.strip_prefix('#') {
        Some(fragment) => hit_schema::uri::percent_decode(fragment).unwrap_or_default(),
        None => text.to_owned(),
    }
}
