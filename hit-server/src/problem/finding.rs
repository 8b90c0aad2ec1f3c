//! One thing that is wrong with a hit, as clients see it.

use hit_runtime::report::render::neutral;
use hit_runtime::{Pointer, Report, Severity, Violation};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::privacy::may_show;

/// One thing that is wrong with a hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Where: a JSON Pointer as a URI fragment (RFC 6901, section 6).
    pub pointer: String,
    /// The keyword that refuses it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub keyword: Option<String>,
    /// Or the rule, by its id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rule: Option<String>,
    /// Where in the schema.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub schema_pointer: Option<String>,
    /// In words. Values of personal members are not among them.
    pub detail: String,
}

/// The errors of a report, at most `limit`; and how many there are.
pub fn findings(
    report: &Report,
    document: Option<&Value>,
    is_rule: impl Fn(&str) -> bool,
    limit: usize,
) -> (Vec<Finding>, usize) {
    let errors = || {
        let all = report.violations.iter();
        all.filter(|it| it.severity == Severity::Error)
    };
    let listed = errors().take(limit);
    let listed = listed.map(|it| finding(it, document, is_rule(&it.code)));
    (listed.collect(), errors().count())
}

fn finding(violation: &Violation, document: Option<&Value>, is_rule: bool) -> Finding {
    let code = Some(violation.code.clone());
    let schema = Some(violation.schema.clone()).filter(|schema| !schema.is_empty());
    Finding {
        pointer: fragment(&violation.instance),
        keyword: code.clone().filter(|_| !is_rule),
        rule: code.filter(|_| is_rule),
        schema_pointer: schema,
        detail: detail(violation, document),
    }
}

fn detail(violation: &Violation, document: Option<&Value>) -> String {
    match document {
        None => syntax(violation),
        Some(_) if may_show(violation, document) => violation.message.clone(),
        Some(_) => {
            let said = neutral(&violation.code).map(str::to_owned);
            said.unwrap_or_else(|| format!("does not satisfy `{}`", violation.code))
        }
    }
}

/// Of a text that is no JSON: what was expected and where, not what was found there.
fn syntax(violation: &Violation) -> String {
    let expected = violation.message.split(", found ").next();
    let expected = expected.unwrap_or("is not well-formed JSON");
    match violation.span {
        Some(span) => format!("{expected} (line {}, column {})", span.line, span.column),
        None => expected.to_owned(),
    }
}

/// A pointer as a URI fragment: what RFC 3986 does not allow there is percent-encoded.
fn fragment(pointer: &Pointer) -> String {
    use std::fmt::Write;
    let mut out = String::from("#");
    for byte in pointer.as_str().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/?".contains(&byte) => out.push(char::from(byte)),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
