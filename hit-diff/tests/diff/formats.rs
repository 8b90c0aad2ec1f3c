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
    let independent = jsonschema::validator_for(&serde_json::from_str(REPORT_SCHEMA).unwrap());
    let independent = independent.unwrap();
    for (old, new) in PAIRS {
        let json = report(old, new).to_json();
        assert_eq!(published.accepts(&json), Some(true), "{json:#}");
        assert!(independent.is_valid(&json), "{json:#}");
    }
}

#[test]
fn what_could_end_markup_does_not() {
    let nasty = r#"{"properties": {"]]><b>&\u0001| `x` \"": {"const": "</failure>``` \u0000"}}}"#;
    let report = report("true", nasty);
    assert!(report.verdict.is_breaking(), "{report}");
    let junit = to_junit(std::slice::from_ref(&report));
    let tree = roxmltree::Document::parse(&junit).expect("XML");
    assert_eq!(
        tree.descendants()
            .filter(|node| node.has_tag_name("failure"))
            .count(),
        1
    );
    let rows = report.to_markdown();
    let rows: Vec<&str> = rows
        .lines()
        .filter(|line| line.starts_with("| breaking"))
        .collect();
    assert_eq!(rows.len(), 1, "{rows:?}");
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
    let tree = roxmltree::Document::parse(&junit).expect("XML");
    let named = |name: &str| {
        tree.descendants()
            .filter(|node| node.has_tag_name(name))
            .count()
    };
    assert_eq!(
        (named("testcase"), named("failure"), named("error")),
        (4, 1, 1)
    );
    let markdown = reports[0].to_markdown();
    assert!(
        markdown.contains("| breaking | `minimum-changed`"),
        "{markdown}"
    );
}
