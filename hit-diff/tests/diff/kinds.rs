//! Every JSON type, both ways.

use serde_json::json;

use crate::support::{breaking, compatible};

#[test]
fn numbers() {
    compatible(r#"{"type": "integer"}"#, r#"{"type": "number"}"#);
    compatible(
        r#"{"type": "integer", "exclusiveMinimum": 0, "maximum": 5}"#,
        r#"{"minimum": 1, "exclusiveMaximum": 6}"#,
    );
    compatible(r#"{"multipleOf": 6}"#, r#"{"multipleOf": 3}"#);
    compatible(r#"{"multipleOf": 0.3}"#, r#"{"multipleOf": 0.1}"#);
    assert_eq!(
        breaking(
            r#"{"type": "integer", "multipleOf": 3}"#,
            r#"{"multipleOf": 6}"#
        ),
        json!(3)
    );
    breaking(r#"{"minimum": 0}"#, r#"{"minimum": 0.001}"#);
    breaking(
        r#"{"const": 9007199254740993}"#,
        r#"{"maximum": 9007199254740992}"#,
    );
    compatible(
        r#"{"anyOf": [{"type": "integer", "minimum": 0, "maximum": 20, "multipleOf": 10}]}"#,
        r#"{"enum": [0, 10, 20], "type": "integer"}"#,
    );
    assert_eq!(
        breaking(
            r#"{"type": "integer", "minimum": 0, "maximum": 20, "multipleOf": 10}"#,
            r#"{"minimum": -4, "maximum": 10, "multipleOf": 5}"#,
        ),
        json!(20)
    );
}

#[test]
fn whole_numbers_have_no_spelling() {
    breaking(
        r#"{"anyOf": [{"minimum": 1e20}, {"enum": [2.0, {}]}]}"#,
        r#"{"minimum": 1e20}"#,
    );
    breaking(r#"{"type": "integer", "minimum": 1e20}"#, "false");
    breaking(r#"{"type": "integer"}"#, r#"{"maximum": 1e20}"#);
}

#[test]
fn strings() {
    compatible(r#"{"pattern": "^a{2,3}$"}"#, r#"{"pattern": "^a+$"}"#);
    compatible(
        r#"{"pattern": "^[a-f]+$"}"#,
        r#"{"pattern": "[a-z]", "minLength": 1}"#,
    );
    compatible(r#"{"enum": ["a", "b"]}"#, r#"{"pattern": "^[ab]$"}"#);
    compatible(
        r#"{"type": "string", "pattern": "^[ab]$"}"#,
        r#"{"enum": ["a", "b", "c"]}"#,
    );
    breaking(r#"{"pattern": "^a+$"}"#, r#"{"pattern": "^a{2,3}$"}"#);
    breaking(r#"{"pattern": "a"}"#, r#"{"pattern": "^a"}"#);
    compatible(
        r#"{"pattern": "^(?!b)[a-z]$"}"#,
        r#"{"pattern": "^[ac-z]$"}"#,
    );
    breaking(
        r#"{"pattern": "^[a-z]$"}"#,
        r#"{"pattern": "^(?!b)[a-z]$"}"#,
    );
    compatible(r#"{"pattern": "\\bfoo\\b"}"#, r#"{"pattern": "foo"}"#);
    breaking(r#"{"pattern": "foo"}"#, r#"{"pattern": "\\bfoo\\b"}"#);
    compatible(r#"{"maxLength": 3}"#, r#"{"maxLength": 4}"#);
}

#[test]
fn arrays() {
    compatible(
        r#"{"prefixItems": [{"type": "integer"}], "items": {"type": "integer"}}"#,
        r#"{"items": {"type": "number"}}"#,
    );
    breaking(
        r#"{"items": {"type": "number"}}"#,
        r#"{"contains": {"type": "number"}}"#,
    );
    compatible(
        r#"{"items": {"type": "number"}, "minItems": 1}"#,
        r#"{"contains": {"type": "number"}}"#,
    );
    breaking(
        r#"{"contains": {"const": 1}, "maxContains": 3}"#,
        r#"{"contains": {"const": 1}, "maxContains": 2}"#,
    );
    compatible(
        r#"{"contains": {"const": 1}, "minContains": 2, "maxContains": 2}"#,
        r#"{"contains": {"const": 1}, "minContains": 1, "maxContains": 3}"#,
    );
    compatible(
        r#"{"type": "array", "items": {"enum": [1, 2]}, "uniqueItems": true}"#,
        r#"{"maxItems": 2}"#,
    );
    breaking(r#"{"type": "array"}"#, r#"{"uniqueItems": true}"#);
    let long = breaking(
        r#"{"type": "array", "minItems": 5000}"#,
        r#"{"items": {"type": "string"}}"#,
    );
    assert!(long.as_array().is_some_and(|items| items.len() == 5000));
}

#[test]
fn objects() {
    compatible(r#"{"required": ["a", "b"]}"#, r#"{"required": ["a"]}"#);
    assert_eq!(
        breaking(
            r#"{"type": "object"}"#,
            r#"{"properties": {"a": {"type": "number"}}}"#
        ),
        json!({"a": ""})
    );
    compatible(
        r#"{"properties": {"x1": {"type": "integer"}}, "additionalProperties": false}"#,
        r#"{"patternProperties": {"^x": {"type": "number"}}, "additionalProperties": false}"#,
    );
    breaking(
        r#"{"patternProperties": {"^x": {"type": "number"}}, "additionalProperties": false}"#,
        r#"{"patternProperties": {"^xy": true}, "additionalProperties": false}"#,
    );
    let full = breaking(
        r#"{"minProperties": 44, "type": "object"}"#,
        r#"{"maxProperties": 40}"#,
    );
    assert!(full.as_object().is_some_and(|members| members.len() == 44));
    compatible(
        r#"{"properties": {"a": true}, "additionalProperties": false}"#,
        r#"{"maxProperties": 1}"#,
    );
    compatible(
        r#"{"dependentRequired": {"a": ["b"]}, "required": ["a"]}"#,
        r#"{"required": ["b"]}"#,
    );
    compatible(
        r#"{"propertyNames": {"enum": ["a", "b"]}}"#,
        r#"{"maxProperties": 2}"#,
    );
    breaking(
        r#"{"type": "object"}"#,
        r#"{"propertyNames": {"maxLength": 3}}"#,
    );
}

#[test]
fn unions() {
    compatible(
        r#"{"oneOf": [{"properties": {"t": {"const": "a"}, "v": {"type": "integer"}}, "required": ["t"]},
                      {"properties": {"t": {"const": "b"}}, "required": ["t"]}]}"#,
        r#"{"anyOf": [{"properties": {"t": {"const": "b"}}, "required": ["t"]},
                      {"properties": {"t": {"const": "a"}, "v": {"type": "number"}}, "required": ["t"]},
                      {"properties": {"t": {"const": "c"}}, "required": ["t"]}]}"#,
    );
    breaking(r#"{"type": ["string", "null"]}"#, r#"{"type": "string"}"#);
    compatible(
        r#"{"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}}"#,
        r#"{"minLength": 2, "minimum": 2}"#,
    );
    compatible(
        r#"{"not": {"not": {"type": "null"}}}"#,
        r#"{"const": null}"#,
    );
    breaking(
        r#"{"anyOf": [{"const": 1}, {"const": 2}]}"#,
        r#"{"oneOf": [{"minimum": 1}, {"const": 2}]}"#,
    );
}
