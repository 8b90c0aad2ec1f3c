//! Where rules are run.

use super::*;

#[test]
fn rules_are_run_wherever_their_node_judges() {
    let rule = |id: &str, rule: &str| json!([{ "id": id, "rule": rule }]);
    let number = json!({ "type": "integer", "x-rules": rule("even", "self % 2 == 0") });
    for (schema_text, document, places) in [
        (json!({ "$ref": "#/$defs/n" }), json!(3), vec![""]),
        (
            json!({ "allOf": [{ "$ref": "#/$defs/n" }] }),
            json!(3),
            vec![""],
        ),
        (
            json!({ "properties": { "a": { "$ref": "#/$defs/n" } } }),
            json!({ "a": 3, "b": 5 }),
            vec!["/a"],
        ),
        (
            json!({ "patternProperties": { "^a": { "$ref": "#/$defs/n" } } }),
            json!({ "a1": 3, "a2": 2, "b": 5 }),
            vec!["/a1"],
        ),
        (
            json!({ "properties": { "a": true }, "additionalProperties": { "$ref": "#/$defs/n" } }),
            json!({ "a": 3, "b": 5 }),
            vec!["/b"],
        ),
        (
            json!({ "items": { "$ref": "#/$defs/n" } }),
            json!([1, 2, 3]),
            vec!["/0", "/2"],
        ),
        (
            json!({ "prefixItems": [true, { "$ref": "#/$defs/n" }] }),
            json!([1, 5, 3]),
            vec!["/1"],
        ),
        (
            json!({ "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/n" }] }),
            json!(3),
            vec![""],
        ),
        (
            json!({ "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/n" }] }),
            json!("3"),
            vec![],
        ),
        (
            json!({ "if": { "type": "integer" }, "then": { "$ref": "#/$defs/n" } }),
            json!(3),
            vec![""],
        ),
        (
            json!({ "dependentSchemas": { "a": { "properties": { "b": { "$ref": "#/$defs/n" } } } } }),
            json!({ "a": 0, "b": 3 }),
            vec!["/b"],
        ),
        (
            json!({ "dependentSchemas": { "a": { "properties": { "b": { "$ref": "#/$defs/n" } } } } }),
            json!({ "b": 3 }),
            vec![],
        ),
        (
            json!({ "properties": { "a/b": { "items": { "$ref": "#/$defs/n" } } } }),
            json!({ "a/b": [3] }),
            vec!["/a~1b/0"],
        ),
    ] {
        let mut schema_text = schema_text;
        schema_text["$defs"] = json!({ "n": number });
        let verdict = schema(schema_text.clone()).check(&document, Outside::default());
        let found: Vec<&str> = verdict
            .violations
            .iter()
            .map(|violation| violation.instance.as_str())
            .collect();
        assert_eq!(found, places, "{schema_text} {document}");
        let codes = verdict.violations.iter();
        assert!(
            codes
                .into_iter()
                .all(|it| it.code == "even" && it.schema == "s.json#/$defs/n/x-rules/0"),
            "{verdict:?}"
        );
    }
}

#[test]
fn the_arm_that_a_faulty_document_means_is_run() {
    let arm = |kind: &str, rule: &str| {
        json!({ "type": "object", "required": ["kind", "n", "s"], "properties": {
            "kind": { "const": kind }, "n": { "type": "integer" }, "s": { "type": "string" } },
            "x-rules": [{ "id": kind, "rule": rule }] })
    };
    let schema = schema(json!({ "oneOf": [arm("a", "self.n > 1"), arm("b", "self.n > 2")] }));
    assert_eq!(
        schema.says(json!({ "kind": "a", "n": 1, "s": "" }), None),
        ["a at : failed rule: self.n > 1"]
    );
    assert_eq!(
        schema.says(json!({ "kind": "b", "n": 2, "s": "" }), None),
        ["b at : failed rule: self.n > 2"]
    );
    assert_eq!(
        schema.says(json!({ "kind": "b", "n": 2, "s": 0 }), None),
        ["b at : failed rule: self.n > 2"]
    );
}

#[test]
fn transitions() {
    let schema = schema(
        json!({ "type": "object", "properties": { "a": { "type": "integer",
        "x-rules": [{ "id": "grows", "rule": "self >= oldSelf" }, { "id": "opaque", "opaque": true }] } } }),
    );
    let (old, new) = (json!({ "a": 3 }), json!({ "a": 2 }));
    let verdict = schema.check(
        &new,
        Outside {
            context: None,
            old: Some(&old),
            ..Outside::default()
        },
    );
    assert_eq!(verdict.violations[0].code, "grows");
    assert_eq!(verdict.not_evaluated[0].reason, Reason::Opaque);
    assert!(schema.check(&new, Outside::default()).is_ok());
}

#[test]
fn kubernetes_rules() {
    let crd = |rule: &str| {
        json!({ "type": "object", "properties": { "spec": { "type": "object",
            "properties": { "min": { "type": "integer" }, "max": { "type": "integer" } },
            "x-kubernetes-validations": [{ "rule": rule, "message": "no {braces}", "fieldPath": ".max" }] } } })
    };
    let good = schema(crd("self.min <= self.max"));
    let document = json!({ "spec": { "min": 2, "max": 1 } });
    let verdict = good.check(&document, Outside::default());
    let violation = &verdict.violations[0];
    assert_eq!(
        (
            violation.code.as_str(),
            violation.instance.as_str(),
            violation.message.as_str()
        ),
        ("/properties/spec#0", "/spec/max", "no {braces}")
    );
    assert_eq!(
        violation.schema,
        "s.json#/properties/spec/x-kubernetes-validations/0"
    );
    let found = wrong(&crd("self.min <= self.maxx").to_string());
    assert!(
        found[0].contains("HIT0601") && found[0].contains("unknown field 'maxx'"),
        "{found:?}"
    );
    let behind = json!({ "$ref": "#/$defs/a", "$defs": { "a": { "type": "integer", "x-kubernetes-validations": [{ "rule": "self > 0" }] } } });
    assert!(wrong(&behind.to_string())[0].contains("HIT0604"));
}
