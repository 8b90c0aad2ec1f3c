//! Reports as JUnit XML, for CI servers: a test case per pair of schemas.

use std::fmt::Write;

use super::words;
use crate::check::Verdict;
use crate::compare::Report;

/// Reports as one test suite.
pub fn to_junit(reports: &[Report]) -> String {
    let count = |wanted: fn(&Verdict) -> bool| {
        reports
            .iter()
            .filter(|report| wanted(&report.verdict))
            .count()
    };
    let (failures, errors) = (count(Verdict::is_breaking), count(Verdict::is_undecided));
    let all = reports.len();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  \
         <testsuite name=\"hit diff\" tests=\"{all}\" failures=\"{failures}\" errors=\"{errors}\">\n"
    );
    for report in reports {
        let name = escape(&format!("{} -> {}", report.old, report.new));
        let _ = write!(out, "    <testcase classname=\"hit.diff\" name=\"{name}\"");
        let element = match report.verdict {
            Verdict::Compatible { .. } => {
                out.push_str("/>\n");
                continue;
            }
            Verdict::Breaking { .. } => "failure",
            Verdict::Undecided { .. } => "error",
        };
        let verdict = words::verdict(&report.verdict);
        let summary = escape(&words::summary(report));
        let text = escape(&report.to_string());
        let _ = write!(
            out,
            ">\n      <{element} type=\"{verdict}\" message=\"{summary}\">{text}</{element}>\n    </testcase>\n"
        );
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

/// Text without what XML 1.0 reserves or forbids.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
