//! What verdicts rest on.

use std::time::Duration;

use hit_diff::{Budget, Mode, Proof, Schema, Verdict, check};
use hit_schema::load::NoLoader;
use hit_schema::{Draft, Entry, Options};

use crate::support::{breaking, compatible, schema, verdict};

#[test]
fn recursion_ends() {
    let list =
        r##"{"type": "object", "properties": {"next": {"$ref": "#"}, "v": {"maximum": 1}}}"##;
    let wider =
        r##"{"type": "object", "properties": {"next": {"$ref": "#"}, "v": {"maximum": 2}}}"##;
    compatible(list, wider);
    breaking(wider, list);
    let endless =
        r##"{"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#"}}}"##;
    compatible(endless, "false");
}

#[test]
fn deep_schemas_do_not_overflow() {
    let deep = |limit: u32| {
        let open = r#"{"properties": {"a": "#.repeat(240);
        format!(r#"{open}{{"maximum": {limit}}}{}"#, "}}".repeat(240))
    };
    let verdict = verdict(&deep(1), &deep(2));
    assert!(!verdict.is_breaking(), "{verdict:?}");
}

#[test]
fn a_spent_budget_is_undecided() {
    let (old, new) = (
        schema("old", r#"{"minimum": 1}"#),
        schema("new", r#"{"minimum": 2}"#),
    );
    let budget = Budget {
        steps: 1,
        time: Duration::from_millis(1),
    };
    assert!(check(&old, &new, Mode::Backward, budget).is_undecided());
}

#[test]
fn unevaluated_members_count() {
    compatible(
        r#"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#,
        r#"{"properties": {"a": true}, "additionalProperties": false}"#,
    );
    breaking(
        r#"{"allOf": [{"properties": {"a": true, "b": true}}], "unevaluatedProperties": false}"#,
        r#"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#,
    );
    compatible(
        r#"{"anyOf": [{"properties": {"k": {"const": 1}, "a": true}, "required": ["k"]},
                      {"properties": {"b": true}}], "unevaluatedProperties": false}"#,
        r#"{"propertyNames": {"enum": ["k", "a", "b"]}}"#,
    );
    compatible(
        r#"{"prefixItems": [true], "contains": {"type": "string"}, "unevaluatedItems": false}"#,
        r#"{"items": {"type": ["string", "null", "number", "boolean", "array", "object"]}}"#,
    );
}

#[test]
fn missing_documents_are_stepped_over() {
    let old = r#"{"properties": {"a": {"$ref": "https://example.org/other.json#/$defs/x"},
                                 "b": {"maximum": 1}}}"#;
    let new = old.replace("\"maximum\": 1", "\"maximum\": 2");
    compatible(old, &new);
    breaking(&new, old);
    let elsewhere = old.replace("#/$defs/x", "#/$defs/y");
    let verdict = verdict(old, &elsewhere);
    let Verdict::Undecided { reason, .. } = verdict else {
        panic!("{verdict:?}");
    };
    assert!(
        reason.contains("https://example.org/other.json"),
        "{reason}"
    );
}

#[test]
fn every_side_has_its_own_draft() {
    let of = |draft, text: &str| {
        let options = Options {
            draft,
            ..Options::STANDARD
        };
        Schema::compile(&Entry::text("s", text), &NoLoader, &options).unwrap()
    };
    let old = of(Draft::Draft7, r#"{"items": [{"type": "string"}]}"#);
    let new = of(
        Draft::Draft202012,
        r#"{"prefixItems": [{"type": "string"}]}"#,
    );
    let verdict = check(&old, &new, Mode::Full, Budget::default());
    assert_eq!(verdict, Verdict::Compatible { proof: Proof::Same });
    let draft3 = of(
        Draft::Draft3,
        r#"{"properties": {"a": {"required": true}}}"#,
    );
    let Verdict::Breaking { witness } = check(
        &of(Draft::Draft3, "{}"),
        &draft3,
        Mode::Backward,
        Budget::default(),
    ) else {
        panic!("a member became required");
    };
    assert!(!witness.independent, "no other validator knows draft 3");
}

#[test]
fn witnesses_are_minimal() {
    let old = r#"{"type": "object", "required": ["id", "k"], "properties": {
        "id": {"type": "integer"}, "k": {"enum": ["a", "b"]}, "o": {"type": "string"}}}"#;
    let new = old.replace("\"b\"", "\"c\"");
    assert_eq!(breaking(old, &new), serde_json::json!({"id": 0, "k": "b"}));
}
