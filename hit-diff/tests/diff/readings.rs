//! Strict and declared-only, modes, lists of versions, accepted breaks.

use hit_diff::{Accepted, Mode, Reading, Settings, Span, compare, compare_versions, worst};

use crate::support::{report, schema};

const OLD: &str = r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#;
const NEW: &str =
    r#"{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "number"}}}"#;

#[test]
fn an_optional_member_breaks_only_undeclared_ones() {
    let strict = report(OLD, NEW);
    assert!(
        strict.verdict.is_breaking() && strict.only_undeclared,
        "{strict}"
    );
    let settings = Settings {
        reading: Reading::DeclaredOnly,
        ..Settings::default()
    };
    let declared = compare(&schema("old", OLD), &schema("new", NEW), settings);
    assert!(declared.verdict.is_compatible(), "{declared}");
    let narrowed = NEW.replace(
        "\"a\": {\"type\": \"string\"}",
        "\"a\": {\"type\": \"null\"}",
    );
    let declared = compare(&schema("old", OLD), &schema("new", &narrowed), settings);
    assert!(
        declared.verdict.is_breaking() && !declared.only_undeclared,
        "{declared}"
    );
}

#[test]
fn declared_members_may_be_spread_over_all_of() {
    let old = r#"{"allOf": [{"properties": {"a": true}}, {"properties": {"b": true}}]}"#;
    let new = r#"{"properties": {"c": {"type": "number"}, "a": true, "b": true}}"#;
    assert!(report(old, new).only_undeclared);
    let new = r#"{"properties": {"b": {"type": "number"}}}"#;
    assert!(!report(old, new).only_undeclared);
}

#[test]
fn modes() {
    let in_mode = |mode| {
        let settings = Settings {
            mode,
            ..Settings::default()
        };
        let (old, new) = (r#"{"maximum": 1}"#, r#"{"maximum": 2}"#);
        compare(&schema("old", old), &schema("new", new), settings).verdict
    };
    assert!(in_mode(Mode::Backward).is_compatible());
    assert!(in_mode(Mode::Forward).is_breaking());
    assert!(in_mode(Mode::Full).is_breaking());
}

#[test]
fn transitive_lists_compare_with_all_before() {
    let texts = [r#"{"maximum": 3}"#, "true", r#"{"maximum": 5}"#];
    let versions = texts.map(|text| schema("v", text));
    let reports = compare_versions(&versions, Span::Transitive, Settings::default());
    let verdicts: Vec<bool> = reports
        .iter()
        .map(|one| one.verdict.is_compatible())
        .collect();
    assert_eq!(verdicts, [true, true, false]);
    assert!(worst(&reports).is_some_and(hit_diff::Verdict::is_breaking));
    assert_eq!(
        compare_versions(&versions, Span::Neighbors, Settings::default()).len(),
        2
    );
}

#[test]
fn accepted_breaks_pass_until_they_expire() {
    let report = report(r#"{"maximum": 2}"#, r#"{"maximum": 1}"#);
    let mut accepted = Accepted::default();
    assert!(!accepted.lets_pass(&report, "2026-01-01"));
    let fingerprint = &report.changes[0].fingerprint;
    accepted
        .add(fingerprint, "nobody sends it", Some("2026-06-30"))
        .unwrap();
    let accepted = Accepted::from_text(&accepted.to_text()).unwrap();
    assert!(accepted.lets_pass(&report, "2026-06-30"));
    assert!(!accepted.lets_pass(&report, "2026-07-01"));
    assert!(Accepted::default().add("xyz", "r", None).is_err());
    assert!(Accepted::default().add(fingerprint, " ", None).is_err());
}
