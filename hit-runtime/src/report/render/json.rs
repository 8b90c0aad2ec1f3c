//! A report as JSON.

use super::tree::{Rendered, Tree};
use crate::report::not_evaluated::NotEvaluated;
use crate::report::violation::{Report, Severity, Violation};

/// A report as JSON:
///
/// ```json
/// { "valid": false,
///   "violations": [
///     { "code": "minimum", "severity": "error", "instance": "/play/duration",
///       "schema": "common.schema.json#/$defs/Seconds/minimum",
///       "message": "-1 is less than the minimum of 0",
///       "line": 11, "column": 25, "start": 291, "end": 293 } ] }
/// ```
///
/// `instance` is a JSON Pointer, `severity` is `error` or `warning`. `line`
/// and `column` count from 1, columns in code points; `start` and `end` are
/// byte offsets. These four are absent when no text was read. Where rules were
/// not evaluated there is `not_evaluated`, a list of
/// `{ "id": "play.range-order", "instance": "/play/ranges/0", "reason": "what it reads is not valid" }`.
///
/// ```
/// let report = hit_runtime::Report::default();
/// let json = hit_runtime::report::render::json(&report);
/// assert_eq!(json.to_string(), r#"{"valid":true,"violations":[]}"#);
/// ```
pub fn json(report: &Report) -> Rendered {
    let violations = report.violations.iter().map(violation).collect();
    let mut members = vec![
        ("valid", Tree::Bool(report.is_ok())),
        ("violations", Tree::List(violations)),
    ];
    if !report.not_evaluated.is_empty() {
        let open = report.not_evaluated.iter().map(not_evaluated).collect();
        members.push(("not_evaluated", Tree::List(open)));
    }
    Rendered(Tree::Object(members))
}

fn not_evaluated(it: &NotEvaluated) -> Tree {
    Tree::Object(vec![
        ("id", Tree::text(&it.id)),
        ("instance", Tree::text(it.instance.as_str())),
        ("reason", Tree::Text(it.reason.to_string())),
    ])
}

fn violation(it: &Violation) -> Tree {
    let mut members = vec![
        ("code", Tree::text(&it.code)),
        ("severity", Tree::text(severity(it.severity))),
        ("instance", Tree::text(it.instance.as_str())),
        ("schema", Tree::text(&it.schema)),
        ("message", Tree::text(&it.message)),
    ];
    if let Some(span) = it.span {
        members.extend([
            ("line", Tree::Number(span.line.into())),
            ("column", Tree::Number(span.column.into())),
            ("start", Tree::Number(span.start as u64)),
            ("end", Tree::Number(span.end as u64)),
        ]);
    }
    Tree::Object(members)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
