//! Reports in all formats.

use hit_diff::{REPORT_SCHEMA, to_junit, to_sarif};

use crate::support::{report, schema};

const PAIRS: [(&str, &str); 4] = [
    (r#"{"minimum": 1}"#, r#"{"minimum": 2, "title": "a"}"#),
    (r#"{"minimum": 2}"#, r#"{"minimum": 1}"#),
    (r#"{"minimum": 2}"#, r#"{"minimum": 2}"#),
    (
        r#"{"$ref": "https://example.org/a.json"}"#,
        r#"{"$ref": "https://example.org/b.json"}"#,
    ),
];

#[test]
fn json_keeps_to_its_schema() {
    let published = schema("report", REPORT_SCHEMA);
    for (old, new) in PAIRS {
        let json = report(old, new).to_json();
        assert_eq!(published.accepts(&json), Some(true), "{json:#}");
    }
}

#[test]
fn people_see_the_witness() {
    let text = report(PAIRS[0].0, PAIRS[0].1).to_string();
    assert!(
        text.contains("`old` → `new`: breaking (backward, strict: all documents)"),
        "{text}"
    );
    assert!(
        text.contains("the old schema accepts this document"),
        "{text}"
    );
    assert!(
        text.contains("minimum-changed: `minimum` changed from 1 to 2"),
        "{text}"
    );
}

#[test]
fn machines_get_what_they_read() {
    let reports: Vec<_> = PAIRS.iter().map(|(old, new)| report(old, new)).collect();
    let sarif = to_sarif(&reports);
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["ruleId"] == "minimum-changed")
    );
    let junit = to_junit(&reports);
    assert!(
        junit.contains("tests=\"4\" failures=\"1\" errors=\"1\""),
        "{junit}"
    );
    assert!(!junit.contains("-> new\">\n      <failure type=\"compatible\""));
    let markdown = reports[0].to_markdown();
    assert!(
        markdown.contains("| breaking | `minimum-changed`"),
        "{markdown}"
    );
}
