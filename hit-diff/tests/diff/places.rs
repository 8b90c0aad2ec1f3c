//! What changed, and where.

use hit_diff::{Direction, Severity};

use crate::support::report;

#[test]
fn every_change_has_its_place() {
    let old = r#"{
  "properties": {
    "name": {"type": "string", "maxLength": 10},
    "age": {"type": "integer"},
    "gone": true
  },
  "required": ["name"]
}"#;
    let new = r#"{
  "properties": {
    "name": {"type": "string", "maxLength": 8},
    "age": {"type": "number"},
    "mail": {"type": "string"}
  },
  "required": ["name", "age"]
}"#;
    let report = report(old, new);
    let told: Vec<_> = report
        .changes
        .iter()
        .map(|change| (change.id.as_str(), change.direction, change.severity))
        .collect();
    assert_eq!(
        told,
        [
            ("type-changed", Direction::Widened, Severity::Info),
            ("property-added", Direction::Narrowed, Severity::Breaking),
            (
                "max-length-changed",
                Direction::Narrowed,
                Severity::Breaking
            ),
            ("required-added", Direction::Narrowed, Severity::Breaking),
        ],
        "{report}"
    );
    let length = &report.changes[2];
    let place = length.new.as_ref().unwrap();
    assert_eq!(place.pointer, "/properties/name/maxLength");
    assert_eq!(place.line.map(|(line, _)| line), Some(3));
    assert_eq!(length.message, "`maxLength` changed from 10 to 8");
}

#[test]
fn fingerprints_do_not_depend_on_lines() {
    let prints = |old: &str, new: &str| -> Vec<String> {
        let changes = report(old, new).changes.into_iter();
        changes.map(|change| change.fingerprint).collect()
    };
    let (old, new) = (r#"{"minimum": 1}"#, r#"{"minimum": 2}"#);
    let moved = "\n\n{\"title\": \"x\",\n \"minimum\": 2}".to_owned();
    let before = prints(old, new);
    assert_eq!(before.len(), 1);
    let after = prints(&old.replace('{', "{\"title\": \"x\","), &moved);
    assert_eq!(before, after);
}

#[test]
fn annotations_are_told_apart() {
    let report = report(
        r#"{"title": "a", "maximum": 1}"#,
        r#"{"title": "b", "maximum": 1}"#,
    );
    assert!(report.verdict.is_compatible());
    let [change] = report.changes.as_slice() else {
        panic!("{report}");
    };
    assert_eq!(change.direction, Direction::Annotation);
}

#[test]
fn arms_of_unions_are_matched() {
    let old = r#"{"anyOf": [{"const": 1}, {"type": "string", "maxLength": 3}, {"type": "null"}]}"#;
    let new = r#"{"anyOf": [{"type": "null"}, {"const": 1}, {"type": "string", "maxLength": 2}]}"#;
    let report = report(old, new);
    let ids: Vec<_> = report
        .changes
        .iter()
        .map(|change| change.id.as_str())
        .collect();
    assert_eq!(ids, ["max-length-changed"], "{report}");
}
