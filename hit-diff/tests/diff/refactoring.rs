//! Writing the same otherwise is no change.

use crate::support::report;

fn unchanged(old: &str, new: &str) {
    for (old, new) in [(old, new), (new, old)] {
        let report = report(old, new);
        assert!(report.verdict.is_compatible(), "{report}");
        assert!(report.changes.is_empty(), "{report}");
    }
}

#[test]
fn references_and_inlining() {
    unchanged(
        r#"{"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}"#,
        r##"{"properties": {"a": {"$ref": "#/$defs/s"}, "b": {"$ref": "#/$defs/s"}},
            "$defs": {"s": {"type": "string"}}}"##,
    );
}

#[test]
fn all_of() {
    unchanged(
        r#"{"type": "object", "required": ["a"], "properties": {"a": {"minimum": 1}}}"#,
        r#"{"allOf": [{"type": "object"}, {"required": ["a"]}], "properties": {"a": {"minimum": 1}}}"#,
    );
}

#[test]
fn unions_of_types() {
    unchanged(
        r#"{"items": {"type": ["string", "null"]}}"#,
        r#"{"items": {"anyOf": [{"type": "null"}, {"type": "string"}]}}"#,
    );
    unchanged(
        r#"{"enum": [1, 2]}"#,
        r#"{"anyOf": [{"const": 2}, {"const": 1}]}"#,
    );
}

#[test]
fn order() {
    unchanged(
        r#"{"required": ["a", "b"], "anyOf": [{"minimum": 1}, {"type": "string"}]}"#,
        r#"{"anyOf": [{"type": "string"}, {"minimum": 1}], "required": ["b", "a"]}"#,
    );
}
