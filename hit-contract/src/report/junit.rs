//! A run as `JUnit` XML: a suite for each endpoint and one for the probes, a test for each finding,
//! and one for what passed.

use std::fmt::Write;

use super::curl::curl;
use crate::run::{Finding, Outcome};

/// The XML.
pub fn junit(outcome: &Outcome) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let seconds = outcome.took.as_secs_f64();
    let tests = outcome.records.len() + outcome.probes;
    let failures = outcome.findings.len();
    let _ = writeln!(
        out,
        "<testsuites name=\"hit contract\" tests=\"{tests}\" failures=\"{failures}\" time=\"{seconds:.3}\">"
    );
    let named = outcome.endpoints.iter().map(|name| Some(name.as_str()));
    for name in named.chain([None]) {
        let found = outcome.findings.iter().filter(|finding| match name {
            Some(name) => finding.endpoints.first().is_some_and(|first| first == name),
            None => finding.endpoints.is_empty(),
        });
        let found: Vec<&Finding> = found.collect();
        suite(outcome, name, &found, &mut out);
    }
    out.push_str("</testsuites>\n");
    out
}

fn suite(outcome: &Outcome, name: Option<&str>, found: &[&Finding], out: &mut String) {
    let passed = outcome.records.iter().filter(|record| {
        let own = outcome
            .endpoints
            .get(record.case.endpoint)
            .map(String::as_str);
        own == name && record.faults.is_empty()
    });
    let passed = passed.count();
    let title = escaped(name.unwrap_or("whatever is sent"));
    let count = found.len() + 1;
    let _ = writeln!(
        out,
        "  <testsuite name=\"{title}\" tests=\"{count}\" failures=\"{}\">",
        found.len()
    );
    let _ = writeln!(
        out,
        "    <testcase classname=\"{title}\" name=\"{passed} cases without a finding\"/>"
    );
    for finding in found {
        let fault = &finding.fault;
        let case = format!("{}: {}", fault.kind.name(), fault.cause);
        let _ = writeln!(
            out,
            "    <testcase classname=\"{title}\" name=\"{}\">",
            escaped(&case)
        );
        let command = curl(&finding.example.request, &outcome.base, None);
        let _ = writeln!(
            out,
            "      <failure type=\"{}\" message=\"{}\">{}</failure>",
            fault.kind.name(),
            escaped(&fault.detail),
            escaped(&command)
        );
        out.push_str("    </testcase>\n");
    }
    out.push_str("  </testsuite>\n");
}

/// Text in XML 1.0, which has no place for most controls.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
