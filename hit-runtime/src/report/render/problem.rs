//! A report as a problem document (RFC 9457, `application/problem+json`).

use super::neutral::neutral;
use super::tree::{Rendered, Tree};
use crate::pointer::Pointer;
use crate::report::not_evaluated::NotEvaluated;
use crate::report::violation::{Report, Severity, Violation};

/// What a problem document says besides the violations.
#[derive(Clone, Copy, Debug)]
pub struct Problem<'a> {
    /// URI of the class of problem; `about:blank` where there is none.
    pub type_uri: &'a str,
    /// What the class is called; does not change between occurrences.
    pub title: &'a str,
    /// HTTP status code of the reply.
    pub status: u16,
    /// At most so many violations are listed; `detail` counts them all.
    pub limit: usize,
    /// Whether the messages, which quote values of the document, are passed on.
    /// Without, each violation is described by its keyword alone. Pointers,
    /// which hold names of members, are given in both cases.
    pub echo: bool,
}

/// The violations that refuse a document, as a problem document:
///
/// ```json
/// { "type": "https://hit.example/problems/invalid-hit", "title": "The hit is not valid",
///   "status": 422, "detail": "1 violation",
///   "errors": [
///     { "pointer": "#/play/duration", "code": "minimum",
///       "schema": "common.schema.json#/$defs/Seconds/minimum", "detail": "is too small a number" } ] }
/// ```
///
/// `pointer` is a JSON Pointer as a URI fragment (RFC 6901, section 6), as in RFC 9457, section 3.
/// Where rules were not evaluated, the extension member `notEvaluated` lists them:
/// `{ "pointer": "#", "code": "play.duration-within-length", "detail": "ctx.videoLength is not known" }`.
/// Warnings are left out. Lines and columns are, too: a client has no lines.
pub fn problem(report: &Report, about: &Problem<'_>) -> Rendered {
    let errors = || {
        report
            .violations
            .iter()
            .filter(|it| it.severity == Severity::Error)
    };
    let listed = errors()
        .take(about.limit)
        .map(|it| error(it, about.echo))
        .collect();
    let mut members = vec![
        ("type", Tree::text(about.type_uri)),
        ("title", Tree::text(about.title)),
        ("status", Tree::Number(about.status.into())),
        ("detail", Tree::Text(count(errors().count(), about.limit))),
        ("errors", Tree::List(listed)),
    ];
    if !report.not_evaluated.is_empty() {
        let open = report.not_evaluated.iter().take(about.limit);
        let open = open.map(not_evaluated).collect();
        members.push(("notEvaluated", Tree::List(open)));
    }
    Rendered(Tree::Object(members))
}

fn not_evaluated(it: &NotEvaluated) -> Tree {
    Tree::Object(vec![
        ("pointer", Tree::Text(fragment(&it.instance))),
        ("code", Tree::text(&it.id)),
        ("detail", Tree::Text(it.reason.to_string())),
    ])
}

fn count(all: usize, limit: usize) -> String {
    let noun = if all == 1 { "violation" } else { "violations" };
    if all > limit {
        format!("{all} {noun}, the first {limit} listed")
    } else {
        format!("{all} {noun}")
    }
}

fn error(it: &Violation, echo: bool) -> Tree {
    let detail = match neutral(&it.code) {
        _ if echo => it.message.clone(),
        Some(sentence) => sentence.to_owned(),
        None => format!("does not satisfy `{}`", it.code),
    };
    Tree::Object(vec![
        ("pointer", Tree::Text(fragment(&it.instance))),
        ("code", Tree::text(&it.code)),
        ("schema", Tree::text(&it.schema)),
        ("detail", Tree::Text(detail)),
    ])
}

/// A pointer as a URI fragment: what RFC 3986 does not allow there is percent-encoded.
fn fragment(pointer: &Pointer) -> String {
    let mut out = String::from("#");
    for byte in pointer.as_str().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/?".contains(&byte) => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
