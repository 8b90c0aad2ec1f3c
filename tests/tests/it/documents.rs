//! Documents that are none, or too much of one.

use hit_model::{Hit, explain};
use hit_runtime::Report;

use crate::support::text;

fn sample() -> String {
    text("examples/connection/documented-sample.json")
}

/// The report of bytes that must be refused, each violation with a place.
fn refused(bytes: &[u8]) -> Report {
    assert!(serde_json::from_slice::<Hit>(bytes).is_err());
    let report = Hit::from_slice(bytes).expect_err("refused");
    assert!(!report.violations.is_empty());
    for violation in &report.violations {
        assert!(violation.span.is_some(), "{violation:?}");
    }
    report
}

#[test]
fn members_twice() {
    let sample = sample();
    for (from, to) in [
        ("\"ip\"", "\"ip\": \"127.0.0.1\", \"ip\""),
        ("\"type\"", "\"type\": \"CONNECTION\", \"type\""),
        ("\"ip\"", "\"x\": 1, \"x\": 1, \"ip\""),
        ("\"ip\"", "\"\\u0069p\": \"127.0.0.1\", \"ip\""),
        ("\"ip\"", "\"x\": {\"y\": [{\"z\": 1, \"z\": 1}]}, \"ip\""),
    ] {
        let text = sample.replacen(from, to, 1);
        assert_ne!(text, sample);
        let report = refused(text.as_bytes());
        assert_eq!(report.violations[0].code, "json", "{text}: {report:?}");
    }
}

#[test]
fn bytes_that_are_not_utf8() {
    let sample = sample();
    for bad in [&b"\xff"[..], b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"] {
        for (at, _) in sample.match_indices('"').step_by(3) {
            let mut bytes = sample.clone().into_bytes();
            bytes.splice(at + 1..at + 1, bad.iter().copied());
            refused(&bytes);
        }
    }
}

#[test]
fn lone_surrogates_and_control_characters() {
    for bad in ["\\ud800", "\\udc00\\ud800", "\u{1}", "\\x", "\\u12"] {
        let text = sample().replacen("127.0.0.1", bad, 1);
        refused(text.as_bytes());
    }
}

#[test]
fn huge_numbers() {
    let long = "9".repeat(100_000);
    for number in [
        "1e400",
        "-1e400",
        "1e999999999999",
        long.as_str(),
        "18446744073709551616",
        "1e-400",
    ] {
        let text = sample().replacen("\"ip\"", &format!("\"origin\": {number}, \"ip\""), 1);
        // Some samples carry `origin` already: then it stands there twice, which is refused as well.
        refused(text.as_bytes());
    }
}

#[test]
fn a_hundred_thousand_levels() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        refused(deep.as_bytes());
        let inside = sample().replacen("\"ip\"", &format!("\"x\": {deep}, \"ip\""), 1);
        refused(inside.as_bytes());
        refused(open.repeat(100_000).as_bytes());
    }
}

#[test]
fn every_cut_of_a_document_is_refused() {
    let sample = sample();
    let sample = sample.trim_end();
    for end in (0..sample.len()).filter(|end| sample.is_char_boundary(*end)) {
        refused(sample[..end].as_bytes());
    }
    assert!(explain(sample).is_ok());
}
